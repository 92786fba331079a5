//! End-to-end: the real node and the real command line as processes.
//!
//! One test binary. Tests that share a chain share one node; tests about crashes and networks have their own. The small
//! scale is what `scripts/test.sh` runs; `--full` sets `JIANDU_FULL`.

mod archives;
mod deadlines;
mod disclosures;
mod enterprises;
mod evidence;
mod filing;
mod grants;
mod imports;
mod input;
mod kills;
mod members;
mod network;
mod node;
mod obligations;
mod overwrite;
mod persons;
mod records;
mod restart;
mod upgrade;
mod vault;
mod world;
