#!/usr/bin/env bash
# Every check of the project, at a small scale; with --full the figures of docs/measurements/ too.
#   scripts/test.sh          set-up, format, build, lints, licences, all tests
#   scripts/test.sh --full   the same with long runs
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"

case "${1:-}" in
"") ;;
--full) export JIANDU_FULL=1 ;;
*) fail "unknown argument $1: use scripts/test.sh [--full]" ;;
esac

scripts/setup.sh --tools
say "Format"
cargo fmt --all --check
say "Shell scripts"
for script in scripts/*.sh .ci/run; do bash -n "$script"; done
# No options of one package anywhere: features unify once for the whole workspace, so nothing is built twice.
say "Build (about 25 minutes from nothing, seconds when nothing changed)"
cargo build --release --workspace
say "Licences, bans and sources (the advisory database can't be fetched everywhere, so it isn't asked)"
cargo fetch --locked
"$JIANDU_TOOLS/bin/cargo-deny" --offline check bans licenses sources
say "Lints"
cargo clippy --release --workspace --all-targets
say "Tests"
# End-to-end tests mostly wait for blocks: more of them at a time than there are cores.
RUST_TEST_THREADS="${RUST_TEST_THREADS:-$(($(nproc) * 2))}" cargo test --release --workspace
say "All checks passed"
