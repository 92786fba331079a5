//! What held of a record at a past time, from the current state.

use crate::pallet::*;
use jiandu_primitives::{
    grant::{usage::as_of, RecordHistory},
    header::Level,
    record::{ObjectId, Operation, VersionRef},
};

impl<T: Config> RecordHistory for Pallet<T> {
    /// Of a withdrawn record, that of its last version with documents.
    fn level_at(record: ObjectId, time: u64) -> Option<Level> {
        let head = Objects::<T>::get(record)?.into_head();
        let snapshot = |version, revision| {
            let at = VersionRef { version, revision };
            Some(Snapshots::<T>::get(record, at)?.into_snapshot())
        };
        let begun = |version| Some((snapshot(version, 0)?.at.time, version));
        let version = as_of(head.version.checked_add(1)?, begun, time)?;
        let withdrawn = snapshot(version, 0)?.operation == Operation::Withdraw;
        let version = if withdrawn { version.checked_sub(1)? } else { version };
        let revision = |revision| {
            let snapshot = snapshot(version, revision)?;
            Some((snapshot.at.time, snapshot.header.level))
        };
        as_of(head.revision_of(version).saturating_add(1), revision, time)
    }
}
