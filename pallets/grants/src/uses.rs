//! Uses: reserved, settled, reported, refused.

use crate::{logic::Signer, pallet::*, types::*};
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use jiandu_primitives::{
    grant::{
        decision::{Denial, Use},
        usage::{self, Outcome, Receipt, Reserved, Settlement, Usage, RESERVATION},
        Commitment, GrantState, Terms,
    },
    member::Role,
};

impl<T: Config> Pallet<T> {
    /// Writes a grant's next count.
    fn count(number: u64, head: &mut Head, usage: Usage, time: u64) {
        Usages::<T>::insert(number, head.usages, UsageChange { usage: usage.clone(), at: time });
        head.usages = head.usages.saturating_add(1);
        head.usage = usage;
    }

    /// Does something to the count of a grant and, where it is a sub-grant, to its parent's, each by its number. Gives the
    /// grant's own afterwards.
    fn count_in_both(
        number: u64,
        head: &mut Head,
        terms: &Terms,
        change: impl Fn(u64, &mut Usage) -> Result<(), Error<T>>,
    ) -> Result<u32, Error<T>> {
        let time = T::Now::get().time;
        if let Some(parent) = terms.parent {
            let mut above = Heads::<T>::get(parent).ok_or(Error::<T>::UnknownParent)?;
            let mut usage = above.usage.clone();
            change(parent, &mut usage)?;
            let count = usage.count(time);
            Self::count(parent, &mut above, usage, time);
            Heads::<T>::insert(parent, above);
            Self::deposit_event(Event::CountedInParent { grant: parent, count });
        }
        let mut usage = head.usage.clone();
        change(number, &mut usage)?;
        let count = usage.count(time);
        Self::count(number, head, usage, time);
        Ok(count)
    }

    /// Writes a grant's next receipt, known by what identifies its call.
    fn write(
        number: u64,
        mut head: Head,
        id: [u8; 32],
        asked: Use,
        event: usage::Event,
        signer: &Signer<T::AccountId>,
    ) -> u32 {
        let receipt = head.receipts;
        let Signature { by, at } = Self::signature(&signer.actor);
        Receipts::<T>::insert(number, receipt, Receipt { asked, event, by, at });
        ReceiptIds::<T>::insert(number, id, receipt);
        head.receipts = receipt.saturating_add(1);
        Heads::<T>::insert(number, head);
        receipt
    }

    /// Whether a call was made before: then it says so.
    fn is_known(number: u64, id: &[u8; 32]) -> bool {
        let known = ReceiptIds::<T>::get(number, id);
        if let Some(receipt) = known {
            Self::deposit_event(Event::ReceiptUnchanged { grant: number, receipt });
        }
        known.is_some()
    }

    /// A grant that its user signed, for whoever serves its data.
    fn found_by_server(signer: &Signer<T::AccountId>, number: u64) -> Result<(Grant, Head), Error<T>> {
        let (grant, head) = Self::found(number)?;
        ensure!(signer.is_server(&grant.terms), Error::<T>::NotAParty);
        // Nobody keeps books about an organisation that never signed anything.
        let user = head.signatures.iter().any(|signature| signature.by.organisation == grant.terms.user);
        ensure!(user, Error::<T>::UserHasNotSigned);
        Ok((grant, head))
    }

    pub(crate) fn do_reserve(
        signer: Signer<T::AccountId>,
        number: u64,
        asked: Use,
        ticket: [u8; 32],
    ) -> DispatchResult {
        let (grant, mut head) = Self::found(number)?;
        // Whose grant it is comes first: the rest is nobody else's business.
        ensure!(signer.is(&grant.terms.user, Role::User), Error::<T>::DeniedNotTheUser);
        let id = identity(b"reserve", &(&asked, ticket));
        if Self::is_known(number, &id) {
            return Ok(());
        }
        let time = T::Now::get().time;
        let case = Self::case(number, &grant, &head, None, time)?;
        case.decide(&signer.actor.organisation, &asked, time).map_err(Error::<T>::from)?;
        let lapses = time.saturating_add(RESERVATION).min(case.last(&asked));
        let reserved = Reserved { grant: number, receipt: head.receipts, lapses };
        let count = Self::count_in_both(number, &mut head, &grant.terms, |own, usage| {
            usage.reserve(own, reserved, time).then_some(()).ok_or(Error::<T>::TooManyReserved)
        })?;
        let event = usage::Event::Reserved { lapses, settled: None };
        let receipt = Self::write(number, head, id, asked, event, &signer);
        let by = signer.actor.author();
        Self::deposit_event(Event::UseReserved { grant: number, receipt, asked, lapses, count, by });
        Ok(())
    }

    pub(crate) fn do_settle(
        signer: Signer<T::AccountId>,
        number: u64,
        receipt: u32,
        outcome: Outcome,
        result: Option<Commitment>,
    ) -> DispatchResult {
        let (grant, mut head) = Self::found(number)?;
        // A user gives back what it reserved and does not need; what was served is never its word.
        let own = outcome == Outcome::Failed && signer.is(&grant.terms.user, Role::User);
        ensure!(own || signer.is_server(&grant.terms), Error::<T>::NotAParty);
        let mut row = Receipts::<T>::get(number, receipt).ok_or(Error::<T>::UnknownReceipt)?;
        let Signature { by, at } = Self::signature(&signer.actor);
        let served = outcome == Outcome::Served;
        ensure!(served == result.is_some(), Error::<T>::ResultMissing);
        let usage::Event::Reserved { lapses, settled } = row.event else {
            return Err(Error::<T>::NotReserved.into());
        };
        if let Some(settled) = settled {
            ensure!((settled.outcome, settled.result) == (outcome, result), Error::<T>::NotReserved);
            Self::deposit_event(Event::ReceiptUnchanged { grant: number, receipt });
            return Ok(());
        }
        ensure!(at.time < lapses, Error::<T>::ReservationLapsed);
        // What was reserved may be settled, whatever became of the grant: but it is told.
        let mut case = Self::case(number, &grant, &head, None, at.time)?;
        case.leave_out_one();
        let decision = case.is_usable(at.time);
        let count = Self::count_in_both(number, &mut head, &grant.terms, |_, usage| {
            usage.settle(number, receipt, served, at.time).then_some(()).ok_or(Error::<T>::NotReserved)
        })?;
        let settlement = Settlement { outcome, result, decision, count, by, at };
        row.event = usage::Event::Reserved { lapses, settled: Some(settlement) };
        Receipts::<T>::insert(number, receipt, row);
        Heads::<T>::insert(number, head);
        Self::deposit_event(Event::UseSettled { grant: number, receipt, outcome, result, decision, count, by });
        Ok(())
    }

    pub(crate) fn do_report(signer: Signer<T::AccountId>, number: u64, asked: Use, report: Report) -> DispatchResult {
        let Report { happened, reservation, result, ticket } = report;
        let (grant, mut head) = Self::found_by_server(&signer, number)?;
        ensure!(happened <= T::Now::get().time, Error::<T>::InvalidTime);
        let id = identity(b"report", &(&asked, happened, ticket));
        if Self::is_known(number, &id) {
            return Ok(());
        }
        Self::count_today(&signer.actor.organisation)?;
        let mut case = Self::case(number, &grant, &head, None, happened)?;
        // What was reported before happened as well, though the count of that time does not know it yet.
        case.count_at_least(head.usage.settled);
        if let Some(reservation) = reservation {
            let row = Receipts::<T>::get(number, reservation).ok_or(Error::<T>::UnknownReceipt)?;
            let usage::Event::Reserved { lapses, settled: None } = row.event else {
                return Err(Error::<T>::NotReserved.into());
            };
            if (row.at.time..lapses).contains(&happened) {
                case.leave_out_one();
            }
        }
        let decision = case.decide(&grant.terms.user, &asked, happened);
        let count = Self::count_in_both(number, &mut head, &grant.terms, |_, usage| {
            usage.add();
            Ok(())
        })?;
        let event = usage::Event::Reported { happened, reservation, result, decision, count };
        let receipt = Self::write(number, head, id, asked, event, &signer);
        let by = signer.actor.author();
        Self::deposit_event(Event::UseReported {
            grant: number,
            receipt,
            asked,
            happened,
            result,
            decision,
            count,
            by,
        });
        Ok(())
    }

    pub(crate) fn do_record_denial(
        signer: Signer<T::AccountId>,
        number: u64,
        asked: Use,
        reason: Denial,
        ticket: [u8; 32],
    ) -> DispatchResult {
        let (_, head) = Self::found_by_server(&signer, number)?;
        let id = identity(b"deny", &(&asked, reason, ticket));
        if Self::is_known(number, &id) {
            return Ok(());
        }
        Self::count_today(&signer.actor.organisation)?;
        let receipt = Self::write(number, head, id, asked, usage::Event::Refused { reason }, &signer);
        Self::deposit_event(Event::UseRefused { grant: number, receipt, asked, reason, by: signer.actor.author() });
        Ok(())
    }

    /// The grant of which one with these terms is a sub-grant.
    pub(crate) fn parent_of(terms: &Terms) -> Result<Option<(u64, Grant, Head)>, Error<T>> {
        let Some(number) = terms.parent else { return Ok(None) };
        let (grant, head) = Self::found(number).map_err(|_| Error::<T>::UnknownParent)?;
        Ok(Some((number, grant, head)))
    }

    /// Where a grant stood at a Unix second; none before it was proposed.
    pub(crate) fn state_at(number: u64, head: &Head, time: u64) -> Option<GrantState> {
        let entry = |index| {
            let change = States::<T>::get(number, index)?;
            Some((change.signed.at.time, change.state))
        };
        usage::as_of(head.states, entry, time)
    }

    /// How many uses of it were taken then.
    pub(crate) fn used_at(number: u64, head: &Head, time: u64) -> u32 {
        let entry = |index| Usages::<T>::get(number, index).map(|change| (change.at, change.usage));
        usage::as_of(head.usages, entry, time).map_or(0, |usage| usage.count(time))
    }
}

/// What identifies a call that writes a receipt.
fn identity(call: &[u8], arguments: &impl Encode) -> [u8; 32] {
    let mut bytes = call.to_vec();
    arguments.encode_to(&mut bytes);
    sp_crypto_hashing::blake2_256(&bytes)
}
