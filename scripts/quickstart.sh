#!/usr/bin/env bash
# The main job on this machine: start a development chain, anchor a report, verify it, be refused with a tampered copy,
# take away evidence and check it.
#   scripts/quickstart.sh          ends the node at the end
#   scripts/quickstart.sh --keep   leaves the node running
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"

keep=no
case "${1:-}" in
"") ;;
--keep) keep=yes ;;
*) fail "unknown argument $1: use scripts/quickstart.sh [--keep]" ;;
esac

scripts/setup.sh
say "Building the node and the command line (about 25 minutes from nothing, seconds when nothing changed)"
cargo build --release --workspace

work="$(mktemp -d "${TMPDIR:-/tmp}/jiandu-quickstart.XXXXXX")"
node=
finish() {
    local status=$?
    if [ -n "$node" ] && { [ "$keep" = no ] || [ "$status" != 0 ]; }; then
        kill "$node" 2>/dev/null && wait "$node" 2>/dev/null || true
        [ "$status" = 0 ] || tail -n 20 "$work/node.log" >&2
        rm -rf "$work"
    fi
}
trap finish EXIT
trap 'exit 130' INT TERM

say "Starting a development node"
"$JIANDU_BIN/jiandu-node" --dev --base-path "$work/data" --rpc-port 0 --no-prometheus --no-mdns >"$work/node.log" 2>&1 &
node=$!
address=
for _ in $(seq 300); do
    kill -0 "$node" 2>/dev/null || { tail -n 20 "$work/node.log" >&2; fail "the node did not start"; }
    address="$(sed -n 's/.*Running JSON-RPC server: addr=\([0-9.:]*\).*/\1/p' "$work/node.log" | head -n1)"
    [ -n "$address" ] && break
    sleep 0.1
done
[ -n "$address" ] || fail "the node's RPC did not come up: see $work/node.log"
export JIANDU_NODE="ws://$address"
export XDG_DATA_HOME="$work/share" # the documents of this run are kept beside it
jiandu() {
    printf '\n\033[2m$ jiandu %s\033[0m\n' "$*"
    "$JIANDU_BIN/jiandu" "$@"
}
expect() { # exit code, then a command that must end with it
    local wanted=$1 status=0
    shift
    "$@" || status=$?
    [ "$status" = "$wanted" ] || fail "'$*' ended with $status instead of $wanted"
}

say "A sample annual report, and a copy with one bit changed"
python3 scripts/sample-report.py "$work/report.pdf"
python3 - "$work/report.pdf" "$work/tampered.pdf" <<'PY'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 2] ^= 1
open(sys.argv[2], "wb").write(data)
PY

cd "$work"
say "Anchoring it as the exchange's discloser, and waiting until it is final"
expect 0 jiandu record create report.pdf --subject 91430100MA4L00000F --id annual-report-2025 --dev-key Alice

say "Keeping what this chain is to be trusted by"
expect 0 jiandu trust export dev.trust

say "Verifying the report"
expect 0 jiandu verify report.pdf --trust dev.trust

say "Verifying the tampered copy: it must be refused"
expect 4 jiandu verify tampered.pdf --trust dev.trust

say "Taking away evidence, and checking it without the node"
expect 0 jiandu evidence export report.pdf --out report.evidence
expect 0 env JIANDU_NODE=ws://127.0.0.1:1 "$JIANDU_BIN/jiandu" evidence verify report.evidence --file report.pdf --trust dev.trust

say "Done. What to try next:"
if [ "$keep" = yes ]; then
    echo "  The node runs on as process $node; its data and the files are in $work. End it with: kill $node"
    echo "  export JIANDU_NODE=$JIANDU_NODE XDG_DATA_HOME=$XDG_DATA_HOME PATH=\"$JIANDU_BIN:\$PATH\"; cd $work"
    echo "  jiandu record history 91430100MA4L00000F/annual-report-2025"
    echo "  jiandu record update 91430100MA4L00000F/annual-report-2025 tampered.pdf --dev-key Alice"
    echo "  jiandu doctor"
else
    echo "  scripts/quickstart.sh --keep   leaves the node running for you to play with"
fi
echo "  $JIANDU_BIN/jiandu --help        all commands (--lang zh-CN for Chinese)"
echo "  scripts/test.sh                every test"
