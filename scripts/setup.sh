#!/usr/bin/env bash
# Installs what a build needs and says what it does. Idempotent: seconds when nothing is missing. Every other script calls it.
#   scripts/setup.sh            what a build needs
#   scripts/setup.sh --tools    what the tests need, too
#   scripts/setup.sh --bencher  what measuring weights needs, too
#   JIANDU_WASM=debian          takes Debian's Rust for the runtime even where rustup could add the target
set -euo pipefail
. "$(dirname "$0")/env.sh"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_packages() { # names of Debian packages
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing Debian packages: ${missing[*]}"
    as_root apt-get update -q >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

native_tools() {
    if command -v apt-get >/dev/null; then
        install_packages gcc g++ make git pkg-config libssl-dev protobuf-compiler python3
        return
    fi
    local tool
    for tool in gcc g++ make git pkg-config protoc python3; do
        command -v "$tool" >/dev/null || fail "$tool is missing: install it with your system's package manager, with OpenSSL's headers too"
    done
}

rust() {
    command -v cargo >/dev/null || fail "Rust is missing: install rustup from https://rustup.rs, then run this again"
    local found wanted=1.95
    found="$(rustc --version | cut -d' ' -f2)"
    [ "$(printf '%s\n%s\n' "$wanted" "$found" | sort -V | head -n1)" = "$wanted" ] ||
        fail "Rust $found is too old: run 'rustup update stable' (at least $wanted is needed)"
    local component
    for component in clippy rustfmt; do
        cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component"
    done
}

wasm_target() {
    local wanted="${JIANDU_WASM:-any}"
    if [ "$wanted" != debian ] && jiandu_wasm_lib "$(rustc --print sysroot)"; then return; fi
    if jiandu_wasm_lib /usr && rustc +debian --version >/dev/null 2>&1; then return; fi
    if [ "$wanted" != debian ]; then
        say "Adding Rust's wasm32v1-none target"
        if timeout 120 rustup target add wasm32v1-none 2>/dev/null; then return; fi
    fi
    say "Building the wasm32v1-none target from the library source of Debian's Rust, without rustup (about a minute)"
    command -v apt-get >/dev/null || fail "the target can't be downloaded and this isn't Debian: run 'rustup target add wasm32v1-none' where it can"
    install_packages rustc-web cargo-web rust-web-src lld-19
    rustup toolchain link debian /usr
    debian_wasm_libraries
}

# Builds core, alloc and compiler_builtins once and puts them into the sysroot of Debian's toolchain. They carry
# bitcode because the runtime is linked with LTO.
debian_wasm_libraries() {
    local work lib=/usr/lib/rustlib/wasm32v1-none/lib
    work="$(mktemp -d)"
    mkdir -p "$work/src"
    printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
    printf '#![no_std]\n' >"$work/src/lib.rs"
    (cd "$work" && env -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" CARGO_TARGET_WASM32V1_NONE_LINKER=wasm-ld-19 \
        cargo +debian build --release --quiet --target wasm32v1-none -Z build-std=core,alloc)
    as_root mkdir -p "$lib"
    as_root cp "$work"/target/wasm32v1-none/release/deps/lib{core,alloc,compiler_builtins}-*.rlib "$lib/"
    rm -rf "$work" "$CARGO_TARGET_DIR/release/wbuild"
}

tool() { # name version options…
    local name="$1" version="$2"
    if "$JIANDU_TOOLS/bin/$name" --version 2>/dev/null | grep -qF " $version"; then return; fi
    say "Building $name $version (some minutes, once)"
    env -u CARGO_TARGET_DIR cargo install --locked --quiet --root "$JIANDU_TOOLS" --version "$version" "${@:3}" "$name"
}

python_library() { # name version
    local library="$JIANDU_TOOLS/python"
    if ls -d "$library/$1-$2.dist-info" >/dev/null 2>&1; then return; fi
    if ! python3 -m pip --version >/dev/null 2>&1; then install_packages python3 python3-pip; fi
    say "Installing $1 $2"
    python3 -m pip install --quiet --root-user-action ignore --disable-pip-version-check --upgrade --target "$library" "$1==$2"
}

test_tools() {
    tool cargo-deny 0.20.2
    # An S3 server on files: what the vault's tests talk to.
    tool s3s-fs 0.14.1 --features binary
    # A clock that is ahead, for what a deadline decides.
    if command -v apt-get >/dev/null; then install_packages libfaketime; fi
    # Another implementation of SM2, which the tests of seals are held against.
    python_library gmssl 3.2.2
}

bencher() {
    local version=0.28.0 bencher="$JIANDU_TOOLS/bin/frame-omni-bencher"
    if "$bencher" --version 2>/dev/null | grep -qF " $version"; then return; fi
    if command -v apt-get >/dev/null; then install_packages clang libclang-dev; fi
    say "Building frame-omni-bencher $version (about an hour, once)"
    # Without a test runtime of its own, which it needs for other measurements.
    SKIP_WASM_BUILD=1 CARGO_TARGET_DIR="$CARGO_TARGET_DIR/bencher" \
        cargo install --locked --root "$JIANDU_TOOLS" --version "$version" frame-omni-bencher
}

# One target folder serves every clone, and cargo knows the crates of the workspace by their path within it: what another
# clone built later than a file here was written would pass for a build of that file.
own_sources() {
    local marker="$CARGO_TARGET_DIR/release/.clone"
    if [ -d "$CARGO_TARGET_DIR/release" ] && [ "$(cat "$marker" 2>/dev/null)" != "$JIANDU_ROOT" ]; then
        say "Another clone was built last: the crates of the workspace are built again"
        find "$JIANDU_ROOT"/{Cargo.*,crates,node,pallets,runtime,tests} -type f -exec touch --no-create {} +
    fi
    mkdir -p "$CARGO_TARGET_DIR/release"
    printf '%s\n' "$JIANDU_ROOT" >"$marker"
}

native_tools
rust
wasm_target
own_sources
case "${1:-}" in
"") ;;
--tools) test_tools ;;
--bencher) bencher ;;
*) fail "unknown argument $1: use scripts/setup.sh [--tools|--bencher]" ;;
esac
say "Set-up complete: $(rustc --version), builds in $CARGO_TARGET_DIR"
