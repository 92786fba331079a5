#!/usr/bin/env bash
# Measures what every call weighs with the SDK's bencher and writes runtime/src/weights: after a change of what a call reads,
# writes or computes, on an idle machine. The first time it builds the bencher and a runtime with benchmarks, about an hour.
#   scripts/weights.sh            all pallets, a quarter of an hour
#   scripts/weights.sh PALLET…    these
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
# Features of their own: an ordinary build would take this runtime for its own.
export CARGO_TARGET_DIR="$CARGO_TARGET_DIR-benchmarks"
scripts/setup.sh --bencher
mkdir -p runtime/src/weights
cargo build --release -p jiandu-runtime --features runtime-benchmarks
blob="$CARGO_TARGET_DIR/release/wbuild/jiandu-runtime/jiandu_runtime.compact.compressed.wasm"
pallets=("$@")
[ ${#pallets[@]} -gt 0 ] || pallets=(frame_system frame_system_extensions pallet_collective pallet_timestamp
    pallet_jiandu_archives pallet_jiandu_disclosures pallet_jiandu_governance pallet_jiandu_grants
    pallet_jiandu_members pallet_jiandu_obligations pallet_jiandu_records pallet_jiandu_recovery)
for pallet in "${pallets[@]}"; do
    say "Measuring $pallet"
    "$JIANDU_TOOLS/bin/frame-omni-bencher" v1 benchmark pallet --runtime "$blob" --genesis-builder-preset dev \
        --pallet "$pallet" --extrinsic '*' --steps 20 --repeat 10 --quiet \
        --template scripts/weights.hbs --output "runtime/src/weights/$pallet.rs"
done
cargo fmt --all
say "Wrote runtime/src/weights: look at the changes, then commit them"
