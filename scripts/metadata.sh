#!/usr/bin/env bash
# Writes the runtime's metadata, from which the client is built: after every change of the runtime's interface.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
scripts/setup.sh
say "Writing crates/client/metadata/jiandu.scale"
# Built with the whole workspace, as everywhere: for one package alone features unify differently, and hundreds of crates are
# built again. The client may well not compile with the metadata of before; the runtime's tests are built all the same.
built="$(cargo build --release --workspace --tests --keep-going --message-format json-render-diagnostics || true)"
test="$(grep -o '"executable":"[^"]*/jiandu_runtime-[^"]*"' <<<"$built" | cut -d'"' -f4)"
[ -x "$test" ] || fail "the runtime's tests could not be built: see above"
(cd runtime && JIANDU_WRITE_METADATA=1 "$test" tests::metadata)
