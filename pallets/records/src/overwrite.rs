//! 登记差错重写: the next revision of a version and, by the cascade, of every later one.

use crate::{
    logic::{Change, Target},
    pallet::*,
    WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get, weights::Weight};
use jiandu_primitives::{
    header::OverwriteReason,
    member::Actor,
    record::{
        overwrite_digest, overwritten_digest, weighed, ChangeReason, Changed, Document, Head, HeadRow, ObjectId,
        Operation, Rewrite, Rewriting, Rewritten, SnapshotRef, VersionRef, MAX_DOCUMENTS,
    },
};

impl<T: Config> Pallet<T> {
    /// What an overwrite of these versions weighs with so heavy documents. Of a version that is reaffirmed the old snapshot is
    /// read too, twice.
    pub(crate) fn overwriting(versions: u32, documents: u32) -> Weight {
        let snapshots = T::DbWeight::get().reads(u64::from(versions).saturating_mul(2));
        T::WeightInfo::overwrite(versions, documents).saturating_add(snapshots)
    }

    pub(crate) fn do_overwrite(
        actor: &Actor<T::AccountId>,
        target: Target,
        base: VersionRef,
        from: u32,
        versions: Rewriting,
        reason: OverwriteReason,
    ) -> Result<Changed, Error<T>> {
        let replaced = versions.iter().map(|version| version.documents().len()).fold(0, usize::saturating_add);
        ensure!(u32::try_from(replaced).is_ok_and(|count| count <= MAX_DOCUMENTS), Error::<T>::TooManyDocuments);
        let call = overwrite_digest(from, &versions, reason);
        let Target { kind, object, backfilled } = target;
        let mut head = Self::own_head(actor, kind, object)?;
        if base != head.current() {
            // The first of its snapshots tells: its payload has the digest of the whole call in it.
            let Some(Rewritten::Replaced { header, documents }) = versions.first() else {
                return Err(Error::<T>::StaleHead);
            };
            let payload = overwritten_digest(&call, header, documents);
            let made = made_on(&head, base, from).and_then(|at| Self::snapshot(object, at));
            ensure!(made.is_some_and(|first| first.payload == payload), Error::<T>::StaleHead);
            let at = VersionRef { revision: base.revision.saturating_add(1), ..base };
            return Ok(Changed { newest: Self::unchanged(object, at), weighed: 0 });
        }
        Self::ensure_open(&head)?;
        let expected = head.version.checked_sub(from).ok_or(Error::<T>::NoSuchVersion)?.saturating_add(1);
        let found = u32::try_from(versions.len()).map_err(|_| Error::<T>::TooMany)?;
        ensure!(found >= expected, Error::<T>::LaterVersionsMissing);
        ensure!(found == expected, Error::<T>::NoSuchVersion);
        ensure!(versions.first() != Some(&Rewritten::Reaffirmed), Error::<T>::NothingOverwritten);

        // Everything that can be wrong is found before the documents of reaffirmed versions are read: a refused call is
        // charged for its own documents only.
        let numbered = || versions.iter().zip(from..);
        let old = |head: &Head, number: u32| VersionRef { version: number, revision: head.revision_of(number) };
        let mut total = replaced;
        for (version, number) in numbered() {
            match version {
                Rewritten::Replaced { header, documents } => Self::check_content(header, documents)?,
                Rewritten::Reaffirmed => {
                    let held = Self::snapshot(object, old(&head, number)).ok_or(Error::<T>::UnknownSnapshot)?;
                    total = total.saturating_add(held.documents.into());
                }
            }
        }
        let total = u16::try_from(total).ok().filter(|total| u32::from(*total) <= MAX_DOCUMENTS);
        let total = total.ok_or(Error::<T>::TooManyDocuments)?;

        let before = head.clone();
        let rewrite = Rewrite { from, upto: head.version, at: T::Now::get() };
        head.rewrites.try_push(rewrite).map_err(|_| Error::<T>::TooMany)?;
        head.revision = head.revision_of(head.version);
        let newest = head.current();
        let (mut sequence, mut heavy) = (0, 0u32);
        for (version, number) in numbered() {
            let (header, documents) = match version {
                Rewritten::Replaced { header, documents } => (header.clone(), documents.to_vec()),
                Rewritten::Reaffirmed => {
                    let at = old(&before, number);
                    let held = Self::snapshot(object, at).ok_or(Error::<T>::UnknownSnapshot)?;
                    (held.header, Self::documents_of(object, at, held.documents)?)
                }
            };
            heavy = heavy.saturating_add(weighed(&documents));
            let at = VersionRef { version: number, revision: head.revision_of(number) };
            let (operation, reason) = (Operation::Overwrite, Some(ChangeReason::Overwrite(reason)));
            let payload = overwritten_digest(&call, &header, &documents);
            let change = Change { object, at, operation, header, documents: &documents, reason, payload, backfilled };
            (_, sequence) = Self::write(actor, change)?;
        }
        Objects::<T>::insert(object, HeadRow::V1(head));
        let by = actor.author();
        Self::deposit_event(Event::RecordOverwritten {
            object,
            from,
            at: newest,
            reason,
            documents: total,
            sequence,
            by,
        });
        Ok(Changed { newest: SnapshotRef { object, at: newest }, weighed: heavy })
    }

    /// The documents of a snapshot, by slot.
    fn documents_of(object: ObjectId, at: VersionRef, count: u16) -> Result<Vec<Document>, Error<T>> {
        let documents = (0..count).map(|slot| Documents::<T>::get((object, at, slot)));
        documents.collect::<Option<_>>().ok_or(Error::<T>::UnknownSnapshot)
    }
}

/// The first snapshot that an overwrite from a version on made on a head, if one did: where the rewrite that followed the head
/// began there.
fn made_on(head: &Head, base: VersionRef, from: u32) -> Option<VersionRef> {
    let covers = |rewrite: &&Rewrite, version: u32| (rewrite.from..=rewrite.upto).contains(&version);
    let following = usize::try_from(base.revision).ok()?;
    let (index, rewrite) =
        head.rewrites.iter().enumerate().filter(|(_, rewrite)| covers(rewrite, base.version)).nth(following)?;
    if rewrite.from != from || rewrite.upto != base.version {
        return None;
    }
    let revision = head.rewrites.iter().take(index).filter(|rewrite| covers(rewrite, from)).count();
    Some(VersionRef { version: from, revision: u32::try_from(revision).ok()?.saturating_add(1) })
}
