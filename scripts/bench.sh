#!/usr/bin/env bash
# Measures this machine with the release build and prints tables for docs/measurements/. About six minutes, on an idle machine;
# `scripts/bench.sh scale` fills a chain with 100,000 records and takes about ten.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
scripts/setup.sh
cargo build --release --workspace
say "Machine: $(nproc) cores, $(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) kB, $(uname -sr), commit $(git rev-parse --short HEAD)"
"$JIANDU_BIN/jiandu-bench" "$@"
