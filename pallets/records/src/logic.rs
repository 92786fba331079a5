//! The rules behind the calls. [`RecordWriter`] is the one way to write, for the calls and for workflows alike.

use crate::{pallet::*, types::*};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, traits::Get};
use jiandu_primitives::{
    change::RecordChange,
    digest::ContentHash,
    header::Header,
    member::Actor,
    record::{
        digests_with_slots, payload_digest, weighed, Anchor, AnchorRow, ChangeReason, Changed, DigestRow, Document,
        Documents as DocumentList, Head, HeadRow, ObjectId, Operation, Place, RecordKind, RecordState, RecordWriter,
        SnapshotRef, Subject, VersionRef, WithdrawalReason,
    },
    verdict::{verdict, Verdict, MAX_ENTRIES},
};

/// How far a submitter's clock may be ahead of the chain's, in seconds.
const CLOCK_SLACK: u64 = 600;

/// An existing record that a call goes on with.
#[derive(Clone, Copy)]
pub(crate) struct Target {
    pub(crate) kind: RecordKind,
    pub(crate) object: ObjectId,
    pub(crate) backfilled: bool,
}

impl Target {
    /// A record without a workflow.
    pub(crate) const fn general(object: ObjectId) -> Self {
        Self { kind: RecordKind::General, object, backfilled: false }
    }
}

/// A snapshot that a call is about to write.
pub(crate) struct Change<'a> {
    pub(crate) object: ObjectId,
    pub(crate) at: VersionRef,
    pub(crate) operation: Operation,
    pub(crate) header: Header,
    pub(crate) documents: &'a [Document],
    pub(crate) reason: Option<ChangeReason>,
    pub(crate) payload: [u8; 32],
    pub(crate) backfilled: bool,
}

impl<T: Config> RecordWriter<T::AccountId> for Pallet<T> {
    type Error = Error<T>;

    fn change_record(actor: &Actor<T::AccountId>, place: Place, change: RecordChange) -> Result<Changed, Error<T>> {
        let target = Target { kind: place.kind, object: place.object(), backfilled: place.backfilled };
        match change {
            RecordChange::Snapshot { base: None, header, documents } => {
                let weighed = weighed(&documents);
                let newest = Self::do_create(actor, place, header, documents)?;
                Ok(Changed { newest, weighed })
            }
            RecordChange::Snapshot { base: Some(base), header, documents } => {
                let weighed = weighed(&documents);
                let newest = Self::do_update(actor, target, base, header, documents)?;
                Ok(Changed { newest, weighed })
            }
            RecordChange::Overwrite { base, from, versions, reason } => {
                Self::do_overwrite(actor, target, base, from, versions, reason)
            }
        }
    }

    fn withdraw_record(
        actor: &Actor<T::AccountId>,
        kind: RecordKind,
        object: ObjectId,
        base: VersionRef,
        header: Header,
        reason: WithdrawalReason,
    ) -> Result<SnapshotRef, Error<T>> {
        Self::check_header(&header)?;
        let operation = Operation::Withdraw;
        let payload = payload_digest(operation, &header, &[], Some(reason));
        let (mut head, at) = match Self::next(actor, kind, object, base, payload)? {
            Next::Write(head, at) => (head, at),
            Next::Repeated(at) => return Ok(Self::unchanged(object, at)),
        };
        (head.version, head.revision) = (at.version, at.revision);
        head.state = RecordState::Withdrawn { reason, at: T::Now::get() };
        Objects::<T>::insert(object, HeadRow::V1(head));
        let why = Some(ChangeReason::Withdrawal(reason));
        let change = Change { object, at, operation, header, documents: &[], reason: why, payload, backfilled: false };
        let (_, sequence) = Self::write(actor, change)?;
        Self::deposit_event(Event::RecordWithdrawn { object, at, reason, sequence, by: actor.author() });
        Ok(SnapshotRef { object, at })
    }

    fn head_of(object: ObjectId) -> Option<Head> {
        Objects::<T>::get(object).map(HeadRow::into_head)
    }

    fn misfile_record(actor: &Actor<T::AccountId>, object: ObjectId, to: ObjectId) -> Result<(), Error<T>> {
        let mut head = Objects::<T>::get(object).ok_or(Error::<T>::UnknownRecord)?.into_head();
        Self::ensure_own(actor, head.kind, object)?;
        Self::ensure_open(&head)?;
        let right = Objects::<T>::get(to).ok_or(Error::<T>::NotTheRightRecord)?.into_head();
        let fits = right.kind == head.kind && right.subject != head.subject && right.state == RecordState::Live;
        ensure!(fits, Error::<T>::NotTheRightRecord);
        head.state = RecordState::Misfiled { to, at: T::Now::get() };
        Objects::<T>::insert(object, HeadRow::V1(head));
        Self::deposit_event(Event::RecordMisfiled { object, to, by: actor.author() });
        Ok(())
    }

    fn freeze_record(object: ObjectId, frozen: bool) -> Result<(), Error<T>> {
        let mut head = Objects::<T>::get(object).ok_or(Error::<T>::UnknownRecord)?.into_head();
        ensure!(head.state == RecordState::Live, Error::<T>::RecordClosed);
        head.frozen = frozen;
        Objects::<T>::insert(object, HeadRow::V1(head));
        Ok(())
    }
}

impl<T: Config> Pallet<T> {
    pub(crate) fn do_create(
        actor: &Actor<T::AccountId>,
        place: Place,
        header: Header,
        documents: DocumentList,
    ) -> Result<SnapshotRef, Error<T>> {
        let object = place.object();
        let Place { kind, subject, external_id, backfilled } = place;
        let Subject::Uscc(code) = subject;
        ensure!(code.check().is_ok(), Error::<T>::InvalidSubject);
        ensure!(external_id.check().is_ok(), Error::<T>::InvalidExternalId);
        ensure!(kind != RecordKind::General || !external_id.is_reserved(), Error::<T>::ReservedExternalId);
        Self::check_content(&header, &documents)?;
        let at = VersionRef::default();
        let operation = Operation::Create;
        let payload = payload_digest(operation, &header, &documents, None);
        if let Some(row) = Objects::<T>::get(object) {
            let repeated = row.head().kind == kind
                && Self::snapshot(object, at)
                    .is_some_and(|first| first.payload == payload && first.by.organisation == actor.organisation);
            ensure!(repeated, Error::<T>::DuplicateExternalId);
            return Ok(Self::unchanged(object, at));
        }
        let head = Head {
            subject,
            kind,
            version: at.version,
            revision: at.revision,
            state: RecordState::Live,
            frozen: false,
            rewrites: Default::default(),
        };
        Objects::<T>::insert(object, HeadRow::V1(head));
        ExternalIds::<T>::insert(object, &external_id);
        let change = Change { object, at, operation, header, documents: &documents, reason: None, payload, backfilled };
        let (count, sequence) = Self::write(actor, change)?;
        let by = actor.author();
        let documents = count;
        Self::deposit_event(Event::RecordCreated { object, subject, external_id, kind, documents, sequence, by });
        Ok(SnapshotRef { object, at })
    }

    pub(crate) fn do_update(
        actor: &Actor<T::AccountId>,
        target: Target,
        base: VersionRef,
        header: Header,
        documents: DocumentList,
    ) -> Result<SnapshotRef, Error<T>> {
        let Target { kind, object, backfilled } = target;
        Self::check_content(&header, &documents)?;
        let operation = Operation::Update;
        let payload = payload_digest(operation, &header, &documents, None);
        let (mut head, at) = match Self::next(actor, kind, object, base, payload)? {
            Next::Write(head, at) => (head, at),
            Next::Repeated(at) => return Ok(Self::unchanged(object, at)),
        };
        (head.version, head.revision) = (at.version, at.revision);
        Objects::<T>::insert(object, HeadRow::V1(head));
        let change = Change { object, at, operation, header, documents: &documents, reason: None, payload, backfilled };
        let (count, sequence) = Self::write(actor, change)?;
        Self::deposit_event(Event::RecordUpdated { object, at, documents: count, sequence, by: actor.author() });
        Ok(SnapshotRef { object, at })
    }
}

/// What a call on an existing record comes to.
enum Next {
    /// A new snapshot on this head.
    Write(Head, VersionRef),
    /// The same call was made before and made this snapshot.
    Repeated(VersionRef),
}

impl<T: Config> Pallet<T> {
    /// Whether a call may write the version after `base`, or did so before.
    fn next(
        actor: &Actor<T::AccountId>,
        kind: RecordKind,
        object: ObjectId,
        base: VersionRef,
        payload: [u8; 32],
    ) -> Result<Next, Error<T>> {
        let head = Self::own_head(actor, kind, object)?;
        let version = base.version.checked_add(1).ok_or(Error::<T>::TooMany)?;
        let at = VersionRef { version, revision: 0 };
        if base != head.current() {
            // A repeated call finds its own snapshot right after the head that it names.
            let made = Self::snapshot(object, at).is_some_and(|made| made.payload == payload);
            // The revision that the version had while it was the head: later rewrites reach beyond it.
            let revision = head.rewrites.iter().filter(|rewrite| rewrite.upto == base.version).count();
            ensure!(made && u32::try_from(revision) == Ok(base.revision), Error::<T>::StaleHead);
            return Ok(Next::Repeated(at));
        }
        Self::ensure_open(&head)?;
        Ok(Next::Write(head, at))
    }

    /// A snapshot, whichever release wrote it.
    pub(crate) fn snapshot(object: ObjectId, at: VersionRef) -> Option<Snapshot<T::AccountId>> {
        Snapshots::<T>::get(object, at).map(SnapshotRow::into_snapshot)
    }

    /// The head of a record of this kind that the actor may go on with.
    pub(crate) fn own_head(actor: &Actor<T::AccountId>, kind: RecordKind, object: ObjectId) -> Result<Head, Error<T>> {
        let head = Objects::<T>::get(object).ok_or(Error::<T>::UnknownRecord)?.into_head();
        ensure!(head.kind == kind, Error::<T>::WorkflowKind);
        Self::ensure_own(actor, kind, object)?;
        Ok(head)
    }

    /// Without a workflow, only the organisation that created a record goes on with it; a workflow decides for its own.
    fn ensure_own(actor: &Actor<T::AccountId>, kind: RecordKind, object: ObjectId) -> Result<(), Error<T>> {
        match kind {
            RecordKind::General => Self::ensure_registrant(actor, object),
            RecordKind::Disclosure | RecordKind::ArchiveSection => Ok(()),
        }
    }

    pub(crate) fn ensure_registrant(actor: &Actor<T::AccountId>, object: ObjectId) -> Result<(), Error<T>> {
        let first = Self::snapshot(object, VersionRef::default()).ok_or(Error::<T>::UnknownRecord)?;
        ensure!(first.by.organisation == actor.organisation, Error::<T>::NotTheRegistrant);
        Ok(())
    }

    /// Whether anything may follow on this head.
    pub(crate) fn ensure_open(head: &Head) -> Result<(), Error<T>> {
        ensure!(head.state == RecordState::Live, Error::<T>::RecordClosed);
        ensure!(!head.frozen, Error::<T>::RecordFrozen);
        Ok(())
    }

    pub(crate) fn unchanged(object: ObjectId, at: VersionRef) -> SnapshotRef {
        Self::deposit_event(Event::RecordUnchanged { object, at });
        SnapshotRef { object, at }
    }

    pub(crate) fn check_content(header: &Header, documents: &[Document]) -> Result<(), Error<T>> {
        Self::check_header(header)?;
        // The body names documents by what is on the chain of them, commitments of sealed ones: nobody guesses its digest either.
        let sealed = documents.iter().all(|document| document.content.is_sealed());
        ensure!(header.level.is_public() || sealed, Error::<T>::PlainDigestsNotPublic);
        Self::check_documents(documents)
    }

    fn check_header(header: &Header) -> Result<(), Error<T>> {
        ensure!(header.is_well_formed(), Error::<T>::InvalidHeader);
        let latest = T::Now::get().time.saturating_add(CLOCK_SLACK);
        ensure!(header.submitted.is_none_or(|submitted| submitted <= latest), Error::<T>::SubmittedAhead);
        Ok(())
    }

    fn check_documents(documents: &[Document]) -> Result<(), Error<T>> {
        ensure!(!documents.is_empty(), Error::<T>::NoDocuments);
        let mut seen = BTreeSet::new();
        for document in documents {
            ensure!(document.content.length() > 0, Error::<T>::EmptyDocument);
            ensure!(document.content.digests_are_complete(), Error::<T>::IncompleteDigests);
            for digest in document.content.digests() {
                ensure!(seen.insert(*digest), Error::<T>::RepeatedDigest);
            }
        }
        Ok(())
    }

    /// Writes a snapshot, its documents and its digests. Gives the number of documents and the snapshot's number.
    pub(crate) fn write(actor: &Actor<T::AccountId>, change: Change<'_>) -> Result<(u16, u64), Error<T>> {
        let Change { object, at, operation, header, documents, reason, payload, backfilled } = change;
        let count = u16::try_from(documents.len()).map_err(|_| Error::<T>::TooMany)?;
        let now = T::Now::get();
        let by = actor.author();
        let sequence = NextSequence::<T>::get();
        NextSequence::<T>::put(sequence.checked_add(1).ok_or(Error::<T>::TooMany)?);
        Sequence::<T>::insert(sequence, SnapshotRef { object, at });
        let key = actor.key.clone();
        let snapshot = Snapshot { operation, documents: count, payload, reason, header, at: now, by, key, sequence };
        Snapshots::<T>::insert(object, at, SnapshotRow::V2(snapshot));
        for (document, slot) in documents.iter().zip(0u16..) {
            Documents::<T>::insert((object, at, slot), document);
        }
        for (slot, digest) in digests_with_slots(documents) {
            let anchor = Anchor { object, first: at, last: at, slot, at: now, by, backfilled };
            Self::anchor(&digest, anchor)?;
        }
        Ok((count, sequence))
    }

    /// Enters a digest: a new row, the next snapshot of a record that holds it, or one more record.
    fn anchor(digest: &ContentHash, new: Anchor) -> Result<(), Error<T>> {
        let Some(DigestRow::V1 { records, mut anchor }) = Digests::<T>::get(digest) else {
            Digests::<T>::insert(digest, DigestRow::V1 { records: 1, anchor: new });
            return Ok(());
        };
        if anchor.object == new.object {
            anchor.last = new.last;
            Digests::<T>::insert(digest, DigestRow::V1 { records, anchor });
            return Ok(());
        }
        match MoreAnchors::<T>::get(digest, new.object) {
            Some(AnchorRow::V1(mut held)) => {
                held.last = new.last;
                MoreAnchors::<T>::insert(digest, new.object, AnchorRow::V1(held));
            }
            None => {
                let records = records.checked_add(1).ok_or(Error::<T>::TooMany)?;
                MoreAnchors::<T>::insert(digest, new.object, AnchorRow::V1(new));
                Digests::<T>::insert(digest, DigestRow::V1 { records, anchor });
            }
        }
        Ok(())
    }

    /// The verdict of a digest at this block. Reads two rows per record listed.
    pub(crate) fn verdict_of(digest: &ContentHash) -> Verdict {
        let row = Digests::<T>::get(digest);
        let records = row.map_or(0, |row| row.records());
        let first = row.map(|row| *row.anchor());
        let more = MoreAnchors::<T>::iter_prefix_values(digest).map(|row| *row.anchor());
        let anchors: Vec<_> = first
            .into_iter()
            .chain(more)
            .take(MAX_ENTRIES)
            .filter_map(|anchor| Some((anchor, Objects::<T>::get(anchor.object)?.into_head())))
            .collect();
        verdict(records, anchors, T::Now::get())
    }
}
