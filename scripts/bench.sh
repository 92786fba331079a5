#!/usr/bin/env bash
# Measures this machine with the release build and prints tables for docs/measurements/. About six minutes, on an idle machine;
# `scripts/bench.sh scale` fills a chain with 100,000 records and takes about ten; `scripts/bench.sh vault` stores 6 GB four times, beside cp
# and rclone; `scripts/bench.sh import` submits and publishes tables of 500 rows, beside rows one by one.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
scripts/setup.sh --tools
if [ "${1:-}" = vault ] && ! command -v rclone >/dev/null; then fail "install rclone first: apt-get install rclone"; fi
cargo build --release --workspace
say "Machine: $(nproc) cores, $(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo) kB, $(uname -sr), commit $(git rev-parse --short HEAD)"
"$JIANDU_BIN/jiandu-bench" "$@"
