#!/usr/bin/env bash
# Writes the runtime's metadata, from which the client is built: after every change of the runtime's interface.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$JIANDU_ROOT"
say "Writing crates/client/metadata/jiandu.scale"
JIANDU_WRITE_METADATA=1 cargo test --release --package jiandu-runtime --lib -- tests::metadata
