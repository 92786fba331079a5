//! What always holds of the stored records.

use crate::pallet::*;
use alloc::collections::BTreeSet;
use frame_support::ensure;
use jiandu_primitives::{
    record::{ObjectId, Operation, RecordState, SnapshotRef, Subject, VersionRef, MAX_REFERENCES},
    seal::{SealRow, MAX_SEALS},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        for (object, row) in Objects::<T>::iter() {
            let head = row.head();
            let external_id = ExternalIds::<T>::get(object).ok_or("a record without an external id")?;
            ensure!(ObjectId::new(&head.subject, &external_id) == object, "a record under another's id");
            let Subject::Uscc(code) = head.subject;
            ensure!(code.check().is_ok() && external_id.check().is_ok(), "a record with an invalid name");
            ensure!(head.revision_of(head.version) == head.revision, "a head that miscounts its rewrites");
            for version in 0..=head.version {
                for revision in 0..=head.revision_of(version) {
                    let at = VersionRef { version, revision };
                    ensure!(Snapshots::<T>::contains_key(object, at), "a gap among a record's snapshots");
                }
            }
            let last = Self::snapshot(object, head.current()).ok_or("a head without its snapshot")?;
            let withdrawn = matches!(head.state, RecordState::Withdrawn { .. });
            ensure!(withdrawn == (last.operation == Operation::Withdraw), "a withdrawal that is half there");
            for rewrite in &head.rewrites {
                ensure!(rewrite.from <= rewrite.upto && rewrite.upto <= head.version, "a rewrite of no version");
            }
            if let RecordState::Misfiled { to, .. } = head.state {
                let right = Objects::<T>::get(to).ok_or("a misfiled record without the right one")?;
                ensure!(right.head().subject != head.subject, "a misfiled record under the right subject");
            }
        }
        ensure!(ExternalIds::<T>::iter().count() == Objects::<T>::iter().count(), "an external id without a record");

        for (object, at, row) in Snapshots::<T>::iter() {
            let snapshot = row.into_snapshot();
            let documents = Documents::<T>::iter_prefix((object, at)).count();
            ensure!(documents == usize::from(snapshot.documents), "a snapshot that miscounts its documents");
            let head = Objects::<T>::get(object).ok_or("a snapshot of no record")?.into_head();
            let reached = at.version <= head.version && at.revision <= head.revision_of(at.version);
            ensure!(reached, "a snapshot that its record's head knows nothing of");
            let overwrite = snapshot.operation == Operation::Overwrite;
            ensure!(overwrite == (at.revision > 0), "a revision that no overwrite made");
            ensure!(
                Seals::<T>::iter_prefix((object, at)).count() <= MAX_SEALS as usize,
                "more seals than there may be"
            );
            let references = References::<T>::iter_prefix((object, at)).count();
            ensure!(references <= MAX_REFERENCES as usize, "more references than there may be");
            ensure!(
                Sequence::<T>::get(snapshot.sequence) == Some(SnapshotRef { object, at }),
                "a snapshot that is not where its number says"
            );
        }
        ensure!(Sequence::<T>::iter().count() == Snapshots::<T>::iter().count(), "a number without a snapshot");
        ensure!((Sequence::<T>::iter().count() as u64) == NextSequence::<T>::get(), "a gap in the sequence");

        for (object, at, id) in Seals::<T>::iter_keys() {
            ensure!(Snapshots::<T>::contains_key(object, at), "a seal over nothing");
            let Some(SealRow::V1 { seal, .. }) = Seals::<T>::get((object, at, id)) else { continue };
            ensure!(seal.id() == id, "a seal under another's id");
        }
        for (object, at, target) in References::<T>::iter_keys() {
            ensure!(Snapshots::<T>::contains_key(object, at), "a reference from nothing");
            ensure!(Snapshots::<T>::contains_key(target.object, target.at), "a reference to nothing");
        }

        let mut held = BTreeSet::new();
        for ((object, _, _), document) in Documents::<T>::iter() {
            for digest in document.content.digests() {
                held.insert((*digest, object));
            }
        }
        for (digest, row) in Digests::<T>::iter() {
            let mut objects: BTreeSet<_> = MoreAnchors::<T>::iter_key_prefix(digest).collect();
            ensure!(objects.insert(row.anchor().object), "the first record of a digest stands twice");
            ensure!(objects.len() == row.records() as usize, "a digest that miscounts its records");
            for object in objects {
                ensure!(held.remove(&(digest, object)), "a digest in a record without its document");
            }
        }
        ensure!(held.is_empty(), "a document whose digest has no row");
        Ok(())
    }
}
