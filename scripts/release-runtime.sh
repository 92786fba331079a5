#!/usr/bin/env bash
# Keeps the present runtime blob as the fixture of its release: once per spec_version, never replaced.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
scripts/setup.sh
cargo build --release --workspace
version="$(sed -n 's/^    spec_version: \([0-9]*\),$/\1/p' runtime/src/lib.rs)"
[ -n "$version" ] || fail "runtime/src/lib.rs has no spec_version"
blob="chain-spec/runtimes/jiandu-$version.wasm"
[ ! -e "$blob" ] || fail "$blob exists: raise spec_version in runtime/src/lib.rs for a new release"
mkdir -p chain-spec/runtimes
cp "$CARGO_TARGET_DIR/release/wbuild/jiandu-runtime/jiandu_runtime.compact.compressed.wasm" "$blob"
(cd chain-spec/runtimes && sha256sum -- *.wasm >SHA256SUMS)
say "Wrote $blob ($(stat -c %s "$blob") bytes): commit it with the release's entry in CHANGELOG.md"
