//! Submissions and what is decided about them; freezes.

use crate::{pallet::*, types::*};
use frame_support::{
    ensure,
    pallet_prelude::{DispatchResult, EnsureOrigin},
    storage::{with_transaction, TransactionOutcome},
    traits::Get,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use jiandu_primitives::{
    disclosure::{Capacity, Disclosure, DisclosureClass, Enterprises, FreezeReason, ReviewReason},
    member::{Actor, Role},
    record::{ObjectId, RecordWriter},
    uscc::Uscc,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    /// Who submits, and for whom.
    pub(crate) fn ensure_maker(origin: OriginFor<T>) -> Result<(Actor<T::AccountId>, Capacity), DispatchError> {
        match T::MakerOrigin::try_origin(origin) {
            Ok(actor) if actor.roles.has(Role::Referer) => Ok((actor, Capacity::Agent)),
            Ok(actor) => Ok((actor, Capacity::Exchange)),
            Err(origin) => {
                let key = ensure_signed(origin)?;
                let actor = T::Enterprises::acting(&key).ok_or(DispatchError::BadOrigin)?;
                Ok((actor, Capacity::Enterprise))
            }
        }
    }

    /// Does something and takes it back.
    pub(crate) fn undone(act: impl FnOnce() -> DispatchResult) -> DispatchResult {
        with_transaction(|| TransactionOutcome::Rollback(act()))
    }

    pub(crate) fn do_submit(
        maker: Actor<T::AccountId>,
        capacity: Capacity,
        exchange: Uscc,
        class: DisclosureClass,
        commitment: [u8; 32],
    ) -> DispatchResult {
        let organisation = maker.organisation;
        if let Some(submission) = Commitments::<T>::get(organisation, commitment) {
            let row = Submissions::<T>::get(submission).ok_or(Error::<T>::UnknownSubmission)?;
            ensure!(row.commitment == commitment, Error::<T>::SubmissionChanged);
            let ended = matches!(row.state, SubmissionState::Rejected { .. } | SubmissionState::Retracted { .. });
            ensure!(!ended, Error::<T>::SubmissionDecided);
            Self::deposit_event(Event::SubmissionUnchanged { submission });
            return Ok(());
        }
        ensure!(capacity != Capacity::Exchange || exchange == organisation, Error::<T>::NotTheOwnExchange);
        let waiting = OpenCount::<T>::get(organisation);
        ensure!(waiting < MAX_OPEN, Error::<T>::TooMany);
        let submission = NextSubmission::<T>::get();
        NextSubmission::<T>::put(submission.checked_add(1).ok_or(Error::<T>::TooMany)?);
        let (by, now) = (maker.author(), T::Now::get());
        let row = Submission {
            exchange,
            maker: by,
            key: maker.key,
            capacity,
            class,
            commitment,
            first_filed: now,
            filed: now,
            makers: alloc::vec![by.handle].try_into().map_err(|_| Error::<T>::TooMany)?,
            state: SubmissionState::Submitted,
        };
        Submissions::<T>::insert(submission, row);
        Commitments::<T>::insert(organisation, commitment, submission);
        Open::<T>::insert(exchange, submission, ());
        OpenCount::<T>::insert(organisation, waiting.saturating_add(1));
        Self::deposit_event(Event::Submitted { submission, exchange, by, capacity, class, commitment });
        Ok(())
    }

    /// A submission that is not decided for good.
    pub(crate) fn undecided(number: u64) -> Result<Submission<T::AccountId>, Error<T>> {
        let row = Submissions::<T>::get(number).ok_or(Error::<T>::UnknownSubmission)?;
        ensure!(!row.state.is_final(), Error::<T>::SubmissionDecided);
        Ok(row)
    }

    /// A submission that its makers still have a say in.
    fn with_makers(number: u64) -> Result<Submission<T::AccountId>, Error<T>> {
        let row = Self::undecided(number)?;
        ensure!(!matches!(row.state, SubmissionState::Accepted { .. }), Error::<T>::SubmissionAccepted);
        Ok(row)
    }

    /// The same, in this person's hands: a person, not a key.
    fn in_hand(maker: &Actor<T::AccountId>, number: u64) -> Result<Submission<T::AccountId>, Error<T>> {
        let row = Self::with_makers(number)?;
        let same = row.maker.organisation == maker.organisation && row.maker.handle == maker.handle;
        ensure!(same, Error::<T>::NotTheMaker);
        Ok(row)
    }

    /// Writes a submission for which nothing follows.
    pub(crate) fn close(number: u64, row: Submission<T::AccountId>) {
        Open::<T>::remove(row.exchange, number);
        OpenCount::<T>::mutate(row.maker.organisation, |waiting| *waiting = waiting.saturating_sub(1));
        Submissions::<T>::insert(number, row);
    }

    pub(crate) fn do_resubmit(
        maker: Actor<T::AccountId>,
        number: u64,
        class: DisclosureClass,
        commitment: [u8; 32],
    ) -> DispatchResult {
        let mut row = Self::in_hand(&maker, number)?;
        let returned = matches!(row.state, SubmissionState::Returned { .. });
        if !returned && row.commitment == commitment {
            Self::deposit_event(Event::SubmissionUnchanged { submission: number });
            return Ok(());
        }
        let known = Commitments::<T>::get(maker.organisation, commitment);
        ensure!(known.is_none_or(|known| known == number), Error::<T>::SubmissionChanged);
        let (by, now) = (maker.author(), T::Now::get());
        // What its maker changes unasked, or makes another thing of, was filed now and not before: nobody meets a deadline with a
        // blank page.
        if !returned || row.class != class {
            row.first_filed = now;
        }
        (row.maker, row.key, row.class, row.commitment, row.filed) = (by, maker.key, class, commitment, now);
        row.state = SubmissionState::Submitted;
        Submissions::<T>::insert(number, row);
        Commitments::<T>::insert(by.organisation, commitment, number);
        Self::deposit_event(Event::Resubmitted { submission: number, by, commitment });
        Ok(())
    }

    pub(crate) fn do_retract(maker: Actor<T::AccountId>, number: u64) -> DispatchResult {
        let mut row = Self::in_hand(&maker, number)?;
        row.state = SubmissionState::Retracted { at: T::Now::get() };
        Self::close(number, row);
        Self::deposit_event(Event::Retracted { submission: number, by: maker.author() });
        Ok(())
    }

    pub(crate) fn do_take_over(maker: Actor<T::AccountId>, number: u64) -> DispatchResult {
        let mut row = Self::with_makers(number)?;
        let (from, by) = (row.maker, maker.author());
        ensure!(from.organisation == by.organisation, Error::<T>::NotTheMaker);
        ensure!(from.handle != by.handle, Error::<T>::InHand);
        if !row.makers.contains(&by.handle) {
            row.makers.try_push(by.handle).map_err(|_| Error::<T>::TooMany)?;
        }
        (row.maker, row.key) = (by, maker.key);
        Submissions::<T>::insert(number, row);
        Self::deposit_event(Event::TakenOver { submission: number, from, by });
        Ok(())
    }

    /// A submission that this person may decide about, with what was looked at.
    fn before(
        checker: &Actor<T::AccountId>,
        number: u64,
        commitment: &[u8; 32],
    ) -> Result<Submission<T::AccountId>, Error<T>> {
        let row = Self::undecided(number)?;
        ensure!(row.exchange == checker.organisation, Error::<T>::NotTheExchange);
        // A person, not a key: whoever has two keys is still one.
        ensure!(!row.makers.contains(&checker.handle), Error::<T>::SamePerson);
        Self::ensure_reviewed(number, &row, commitment)?;
        Ok(row)
    }

    /// The same, where it is the reviewer's turn.
    pub(crate) fn under_review(
        checker: &Actor<T::AccountId>,
        number: u64,
        commitment: &[u8; 32],
    ) -> Result<Submission<T::AccountId>, Error<T>> {
        let row = Self::before(checker, number, commitment)?;
        ensure!(!matches!(row.state, SubmissionState::Returned { .. }), Error::<T>::SubmissionReturned);
        Ok(row)
    }

    /// Whether what was looked at is what the submission is, or why not.
    pub(crate) fn ensure_reviewed(
        number: u64,
        row: &Submission<T::AccountId>,
        commitment: &[u8; 32],
    ) -> Result<(), Error<T>> {
        if row.commitment == *commitment {
            return Ok(());
        }
        match Commitments::<T>::get(row.maker.organisation, commitment) {
            Some(of) if of == number => Err(Error::<T>::SubmissionChanged),
            _ => Err(Error::<T>::OtherContent),
        }
    }

    pub(crate) fn do_return(
        checker: Actor<T::AccountId>,
        number: u64,
        commitment: [u8; 32],
        reason: Reason<ReviewReason>,
    ) -> DispatchResult {
        let mut row = Self::under_review(&checker, number, &commitment)?;
        let (maker, by) = (row.maker, checker.author());
        row.state = SubmissionState::Returned { decision: Decision { by, at: T::Now::get() }, reason };
        Submissions::<T>::insert(number, row);
        Self::deposit_event(Event::Returned { submission: number, maker, by, reason });
        Ok(())
    }

    pub(crate) fn do_reject(
        checker: Actor<T::AccountId>,
        number: u64,
        commitment: [u8; 32],
        reason: Reason<ReviewReason>,
    ) -> DispatchResult {
        // Also one that was returned: its maker may never take it up again.
        let mut row = Self::before(&checker, number, &commitment)?;
        let (maker, by) = (row.maker, checker.author());
        row.state = SubmissionState::Rejected { decision: Decision { by, at: T::Now::get() }, reason };
        Self::close(number, row);
        Self::deposit_event(Event::Rejected { submission: number, maker, by, reason });
        Ok(())
    }

    pub(crate) fn do_accept(
        checker: Actor<T::AccountId>,
        number: u64,
        commitment: [u8; 32],
        not_before: Option<u64>,
    ) -> DispatchResult {
        let mut row = Self::under_review(&checker, number, &commitment)?;
        ensure!(!matches!(row.state, SubmissionState::Accepted { .. }), Error::<T>::SubmissionAccepted);
        let at = T::Now::get();
        let possible = at.time.saturating_add(1)..=at.time.saturating_add(MAX_EMBARGO);
        ensure!(not_before.is_none_or(|time| possible.contains(&time)), Error::<T>::EmbargoNotPossible);
        let (maker, by) = (row.maker, checker.author());
        row.state = SubmissionState::Accepted { decision: Decision { by, at }, not_before };
        Submissions::<T>::insert(number, row);
        Self::deposit_event(Event::Accepted { submission: number, maker, by, not_before });
        Ok(())
    }

    /// Submits a disclosure and publishes it as if another person had accepted it.
    pub(crate) fn rehearse(
        maker: Actor<T::AccountId>,
        capacity: Capacity,
        exchange: Uscc,
        disclosure: Disclosure,
    ) -> DispatchResult {
        let (salt, number, by) = ([0; 32], NextSubmission::<T>::get(), maker.author());
        let publisher = Publisher { actor: maker.clone(), reviews: false };
        Self::do_submit(maker, capacity, exchange, disclosure.kind.class(), disclosure.commitment(&salt))?;
        let mut row = Self::undecided(number)?;
        let decision = Decision { by, at: T::Now::get() };
        row.state = SubmissionState::Accepted { decision, not_before: None };
        Submissions::<T>::insert(number, row);
        Self::do_publish(&publisher, number, salt, disclosure).map(|_| ())
    }

    pub(crate) fn do_freeze(
        actor: Actor<T::AccountId>,
        object: ObjectId,
        reason: Reason<FreezeReason>,
    ) -> DispatchResult {
        let frozen = T::Records::head_of(object).is_some_and(|head| head.frozen);
        ensure!(!frozen, Error::<T>::AlreadyFrozen);
        T::Records::freeze_record(object, true).map_err(Into::<DispatchError>::into)?;
        let (count, by) = (FreezeCount::<T>::get(object), actor.author());
        FreezeCount::<T>::insert(object, count.checked_add(1).ok_or(Error::<T>::TooMany)?);
        Freezes::<T>::insert(object, count, Freeze { reason, by, at: T::Now::get(), ended: None });
        Self::deposit_event(Event::RecordFrozen { object, reason, by });
        Ok(())
    }

    pub(crate) fn do_unfreeze(actor: Actor<T::AccountId>, object: ObjectId) -> DispatchResult {
        let last = FreezeCount::<T>::get(object).checked_sub(1).ok_or(Error::<T>::NotFrozen)?;
        let mut freeze = Freezes::<T>::get(object, last).ok_or(Error::<T>::NotFrozen)?;
        ensure!(freeze.ended.is_none(), Error::<T>::NotFrozen);
        T::Records::freeze_record(object, false).map_err(Into::<DispatchError>::into)?;
        let by = actor.author();
        freeze.ended = Some((by, T::Now::get()));
        Freezes::<T>::insert(object, last, freeze);
        Self::deposit_event(Event::RecordUnfrozen { object, by });
        Ok(())
    }
}

/// Who publishes.
pub(crate) struct Publisher<AccountId> {
    /// The member.
    pub(crate) actor: Actor<AccountId>,
    /// Whether it may review, too.
    pub(crate) reviews: bool,
}

impl<T: Config> Pallet<T> {
    pub(crate) fn ensure_publisher(origin: OriginFor<T>) -> Result<Publisher<T::AccountId>, DispatchError> {
        match T::CheckerOrigin::try_origin(origin) {
            Ok(actor) => Ok(Publisher { actor, reviews: true }),
            Err(origin) => Ok(Publisher { actor: T::MemberOrigin::ensure_origin(origin)?, reviews: false }),
        }
    }
}
