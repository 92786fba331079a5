//! What every call weighs on this runtime, as `scripts/weights.sh` measured it (docs/adr/0022).

pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_collective;
pub mod pallet_jiandu_archives;
pub mod pallet_jiandu_governance;
pub mod pallet_jiandu_members;
pub mod pallet_jiandu_records;
pub mod pallet_timestamp;
