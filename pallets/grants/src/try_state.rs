//! What always holds of grants, their states, counts and receipts.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use jiandu_primitives::{
    grant::{usage, GrantState},
    uscc::Uscc,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let mut open = BTreeMap::<Uscc, u32>::new();
        let (mut states, mut usages, mut receipts) = (0u64, 0u64, 0u64);
        let next = NextGrant::<T>::get();
        for number in 0..next {
            let grant = Grants::<T>::get(number).ok_or("a gap among grants")?;
            let head = Heads::<T>::get(number).ok_or("a grant that stands nowhere")?;
            ensure!(grant.terms.check().is_ok(), "terms that can be no grant");
            ensure!(ByTerms::<T>::get(grant.terms.digest()) == Some(number), "a grant that its terms don't find");
            Self::check_states(number, &grant, &head)?;
            Self::check_uses(number, &grant, &head)?;
            if head.state.is_waiting() {
                let count = open.entry(grant.proposed.by.organisation).or_default();
                *count = count.saturating_add(1);
            }
            states = states.saturating_add(head.states.into());
            usages = usages.saturating_add(head.usages.into());
            receipts = receipts.saturating_add(head.receipts.into());
        }
        ensure!(Grants::<T>::iter_keys().count() as u64 == next, "a grant from the future");
        ensure!(Heads::<T>::iter_keys().count() as u64 == next, "a head of nothing");
        ensure!(ByTerms::<T>::iter_keys().count() as u64 == next, "terms of nothing");
        ensure!(States::<T>::iter_keys().count() as u64 == states, "a state that nobody counts");
        ensure!(Usages::<T>::iter_keys().count() as u64 == usages, "a count that nobody counts");
        ensure!(Receipts::<T>::iter_keys().count() as u64 == receipts, "a receipt that nobody counts");
        ensure!(ReceiptIds::<T>::iter_keys().count() as u64 == receipts, "two receipts of one call");
        let counted = OpenCount::<T>::iter().filter(|(_, count)| *count > 0);
        ensure!(counted.collect::<BTreeMap<_, _>>() == open, "an organisation that miscounts what waits");
        Self::check_lists()
    }

    fn check_states(number: u64, grant: &Grant, head: &Head) -> Result<(), TryRuntimeError> {
        let (mut before, mut last) = (None, 0);
        for index in 0..head.states {
            let StateChange { state, signed, .. } = States::<T>::get(number, index).ok_or("a gap among states")?;
            ensure!(last <= signed.at.time, "states out of order");
            ensure!(before.is_none_or(|before: GrantState| !before.is_final()), "something followed an end");
            let first = index == 0;
            ensure!(first == (before.is_none() && state == GrantState::Open), "a grant that did not begin open");
            (before, last) = (Some(state), signed.at.time);
            if let GrantState::Replaced(by) = state {
                let by = Grants::<T>::get(by).ok_or("replaced by nothing")?;
                ensure!(by.terms.replaces == Some(number), "replaced by another grant");
            }
        }
        ensure!(before == Some(head.state), "a head that is not the newest state");
        let signed = |party: &Uscc| head.signatures.iter().any(|signature| signature.by.organisation == *party);
        let both = signed(&grant.grantor) && signed(&grant.terms.user);
        ensure!(both || !head.state.is_running(), "one side alone");
        let mut handles: alloc::vec::Vec<_> =
            head.signatures.iter().map(|signature| (signature.by.organisation, signature.by.handle)).collect();
        handles.sort_unstable();
        handles.dedup();
        ensure!(handles.len() == head.signatures.len(), "a person who signed twice");
        Ok(())
    }

    fn check_uses(number: u64, grant: &Grant, head: &Head) -> Result<(), TryRuntimeError> {
        let (own, served) = Self::uses_of(number, head)?;
        let mut all = own;
        for (sub, _) in Grants::<T>::iter().filter(|(_, sub)| sub.terms.parent == Some(number)) {
            let head = Heads::<T>::get(sub).ok_or("a grant that stands nowhere")?;
            all = all.saturating_add(Self::uses_of(sub, &head)?.0);
        }
        ensure!(all == head.usage.settled, "uses miscounted");
        // Only what was reported, which happened whether it was allowed or not, may exceed the bound.
        ensure!(grant.terms.uses.is_none_or(|most| served <= most), "more was served than granted");
        let mut last = 0;
        for index in 0..head.usages {
            let change = Usages::<T>::get(number, index).ok_or("a gap among counts")?;
            ensure!(last <= change.at, "counts out of order");
            last = change.at;
            let newest = index.saturating_add(1) == head.usages;
            ensure!(!newest || change.usage == head.usage, "a head that is not the newest count");
        }
        Ok(())
    }

    /// How many uses a grant's own receipts have, and how many of them were served against reservations.
    fn uses_of(number: u64, head: &Head) -> Result<(u32, u32), TryRuntimeError> {
        let (mut served, mut reported) = (0u32, 0u32);
        for index in 0..head.receipts {
            match Receipts::<T>::get(number, index).ok_or("a gap among receipts")?.event {
                usage::Event::Reserved { settled: Some(settled), .. } => {
                    let is = settled.outcome == usage::Outcome::Served;
                    ensure!(is == settled.result.is_some(), "a result of nothing, or none of something");
                    served = served.saturating_add(u32::from(is));
                }
                usage::Event::Reported { .. } => reported = reported.saturating_add(1),
                usage::Event::Reserved { settled: None, .. } | usage::Event::Refused { .. } => (),
            }
        }
        Ok((served.saturating_add(reported), served))
    }

    fn check_lists() -> Result<(), TryRuntimeError> {
        for (party, count) in GrantCount::<T>::iter() {
            for index in 0..count {
                let number = GrantsOf::<T>::get(party, index).ok_or("a gap in a list")?;
                let grant = Grants::<T>::get(number).ok_or("a list of nothing")?;
                let parties = [Some(grant.terms.enterprise), Some(grant.terms.user), grant.terms.provider];
                let known = parties.contains(&Some(party)) || grant.grantor == party;
                ensure!(known, "a list of another party");
            }
        }
        let listed = GrantCount::<T>::iter_values().map(|count| count as usize).sum::<usize>();
        ensure!(GrantsOf::<T>::iter_keys().count() == listed, "a list that nobody counts");
        for (enterprise, count) in PolicyCount::<T>::iter() {
            for index in 0..count {
                let policy = Policies::<T>::get(enterprise, index).ok_or("a gap among rules")?;
                ensure!(policy.two == (index % 2 == 0), "a rule that changed nothing");
            }
        }
        Ok(())
    }
}
