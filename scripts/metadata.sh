#!/usr/bin/env bash
# Writes the runtime's metadata, from which the client is built: after every change of the runtime's interface.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
say "Writing crates/client/metadata/jiandu.scale"
# Of the whole workspace, as everywhere: for one package alone features unify differently, and hundreds of crates are built again.
JIANDU_WRITE_METADATA=1 cargo test --release --workspace -- tests::metadata
