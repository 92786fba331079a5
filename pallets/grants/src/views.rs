//! What was and is allowed, from the current state.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::traits::Get;
use jiandu_primitives::{
    grant::{
        decision::{decide, is_usable, Denial, Denied, Facts, Standing, Use},
        DatedConsent, DatedMembers, DatedRecords, Terms,
    },
    member::Role,
    record::ObjectId,
    uscc::Uscc,
};

impl<T: Config> Pallet<T> {
    /// What held of a grant at a Unix second.
    pub(crate) fn facts(number: u64, terms: &Terms, head: &Head, key: Option<&T::AccountId>, time: u64) -> Facts {
        let user_active = match key {
            Some(key) => T::Members::could_act(key, &terms.user, Role::User, time),
            None => T::Members::took_part(&terms.user, time),
        };
        Facts {
            state: Self::state_at(number, head, time),
            used: Self::used_at(number, head, time),
            enterprise_active: T::Enterprises::was_active(&terms.enterprise, time),
            key_change: T::Enterprises::key_was_changing(&terms.enterprise, time),
            user_active,
            provider_active: terms.provider.as_ref().is_none_or(|provider| T::Members::took_part(provider, time)),
        }
    }

    /// A grant with what held of it.
    pub(crate) fn standing<'a>(
        number: u64,
        grant: &'a Grant,
        head: &Head,
        key: Option<&T::AccountId>,
        time: u64,
    ) -> Standing<'a> {
        Standing { terms: &grant.terms, facts: Self::facts(number, &grant.terms, head, key, time) }
    }

    /// The decision about a use at a Unix second.
    pub(crate) fn decision_at(
        number: u64,
        grant: &Grant,
        head: &Head,
        user: &Uscc,
        key: Option<&T::AccountId>,
        asked: &Use,
        time: u64,
    ) -> Result<(), Denied> {
        let own = Self::standing(number, grant, head, key, time);
        // A parent that is not found has never signed anything.
        let Ok(parent) = Self::parent_of(&grant.terms) else {
            return Err(Denied { reason: Denial::NotSigned, of_parent: true });
        };
        let parent = parent.as_ref().map(|(number, grant, head)| Self::standing(*number, grant, head, None, time));
        decide(&own, parent.as_ref(), user, asked, time)
    }

    pub(crate) fn answer(
        number: u64,
        user: Uscc,
        key: Option<T::AccountId>,
        mut asked: Use,
        record: Option<ObjectId>,
        time: Option<u64>,
    ) -> Option<Answer> {
        let (grant, head) = Self::found(number).ok()?;
        let time = time.unwrap_or(T::Now::get().time);
        let level = record.and_then(|record| T::Records::level_at(record, time));
        asked.level = level.map_or(asked.level, |level| level.max(asked.level));
        let decision = Self::decision_at(number, &grant, &head, &user, key.as_ref(), &asked, time);
        let facts = Self::facts(number, &grant.terms, &head, key.as_ref(), time);
        Some(Answer { decision, time, facts })
    }

    pub(crate) fn page(enterprise: Uscc, time: Option<u64>, from: u32, most: u32) -> Page {
        let time = time.unwrap_or(T::Now::get().time);
        let count = GrantCount::<T>::get(enterprise);
        let upto = from.saturating_add(most.clamp(1, MAX_PAGE)).min(count);
        let grants: Vec<_> = (from..upto)
            .filter_map(|index| Self::usable(&enterprise, GrantsOf::<T>::get(enterprise, index)?, time))
            .collect();
        Page { time, grants, next: (upto < count).then_some(upto) }
    }

    /// A grant of an enterprise, if it could be used at a Unix second.
    fn usable(enterprise: &Uscc, number: u64, time: u64) -> Option<Usable> {
        let (grant, head) = Self::found(number).ok()?;
        let parent = Self::parent_of(&grant.terms).ok()?;
        let own = Self::standing(number, &grant, &head, None, time);
        let parent = parent.as_ref().map(|(number, grant, head)| Self::standing(*number, grant, head, None, time));
        let could = grant.terms.enterprise == *enterprise && is_usable(&own, parent.as_ref(), time).is_ok();
        could.then_some(Usable { grant: number, user: grant.terms.user, used: own.facts.used })
    }
}
