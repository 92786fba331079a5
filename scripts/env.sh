# Sourced by every script: where builds go and which toolchain builds the WASM runtime. Sets variables, runs nothing.
# shellcheck shell=bash
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/jiandu/target}"
export OPENSSL_NO_VENDOR=1 # the system's libssl-dev instead of 4.5 CPU-minutes of vendored C
JIANDU_BIN="$CARGO_TARGET_DIR/release"
export JIANDU_TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/jiandu/tools"
JIANDU_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export WASM_BUILD_WORKSPACE_HINT="$JIANDU_ROOT" # the runtime's blob is built from the committed Cargo.lock

jiandu_wasm_lib() { # sysroot → success when it can build for wasm32v1-none
    compgen -G "$1/lib/rustlib/wasm32v1-none/lib/libcore-*.rlib" >/dev/null
}

if command -v rustc >/dev/null && jiandu_wasm_lib /usr &&
    { [ "${JIANDU_WASM:-}" = debian ] || ! jiandu_wasm_lib "$(rustc --print sysroot)"; }; then
    # A closed machine: rustup could not add the target, so Debian's Rust builds the runtime (docs/adr/0002).
    export WASM_BUILD_TOOLCHAIN=debian CARGO_TARGET_WASM32V1_NONE_LINKER=wasm-ld-19
fi

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}
