//! What was and is allowed, from the current state.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use frame_support::traits::Get;
use jiandu_primitives::{
    grant::{
        decision::{decide, is_usable, Denied, Facts, Standing, Use},
        EnterpriseHistory, MemberHistory, RecordHistory, Terms,
    },
    header::Level,
    member::Role,
    record::ObjectId,
    uscc::Uscc,
};

/// A grant and the one of which it is a sub-grant, with what held of both at one time.
pub(crate) struct Case<'a> {
    own: Standing<'a>,
    parent: Option<(Terms, Facts)>,
}

impl Case<'_> {
    fn parent(&self) -> Option<Standing<'_>> {
        self.parent.as_ref().map(|(terms, facts)| Standing { terms, facts: *facts })
    }

    /// The decision about a use at that time.
    pub(crate) fn decide(&self, user: &Uscc, asked: &Use, time: u64) -> Result<(), Denied> {
        decide(&self.own, self.parent().as_ref(), user, asked, time)
    }

    /// Whether it could be used at all.
    pub(crate) fn is_usable(&self, time: u64) -> Result<(), Denied> {
        is_usable(&self.own, self.parent().as_ref(), time)
    }

    /// Unix second from which neither grant nor consent allows the use any more.
    pub(crate) fn last(&self, asked: &Use) -> u64 {
        let ends = |terms: &Terms| {
            let consent = terms.items.iter().find(|item| item.item == asked.item).and_then(|item| item.consent);
            [terms.until, consent.map(|consent| consent.until)].into_iter().flatten().min().unwrap_or(u64::MAX)
        };
        self.parent.as_ref().map_or(u64::MAX, |(terms, _)| ends(terms)).min(ends(self.own.terms))
    }

    fn facts(&mut self) -> impl Iterator<Item = &mut Facts> {
        [Some(&mut self.own.facts), self.parent.as_mut().map(|(_, facts)| facts)].into_iter().flatten()
    }

    /// Does not count one use that is taken: the one that is asked about.
    pub(crate) fn leave_out_one(&mut self) {
        self.facts().for_each(|facts| facts.used = facts.used.saturating_sub(1));
    }

    /// Counts so many uses of the grant itself at least.
    pub(crate) fn count_at_least(&mut self, used: u32) {
        self.own.facts.used = self.own.facts.used.max(used);
    }
}

/// What held of an enterprise at a Unix second, for all of its grants alike.
#[derive(Clone, Copy)]
struct Then {
    time: u64,
    active: bool,
    key_change: bool,
}

impl<T: Config> Pallet<T> {
    fn then(enterprise: &Uscc, time: u64) -> Then {
        Then {
            time,
            active: T::Enterprises::was_active(enterprise, time),
            key_change: T::Enterprises::key_was_changing(enterprise, time),
        }
    }

    /// What held of a grant then.
    fn facts(number: u64, terms: &Terms, head: &Head, key: Option<&T::AccountId>, then: Then) -> Facts {
        let Then { time, active, key_change } = then;
        let user_active = match key {
            Some(key) => T::Members::could_act(key, &terms.user, Role::User, time),
            None => T::Members::took_part(&terms.user, time),
        };
        Facts {
            state: Self::state_at(number, head, time),
            used: Self::used_at(number, head, time),
            enterprise_active: active,
            key_change,
            user_active,
            provider_active: terms.provider.as_ref().is_none_or(|provider| T::Members::took_part(provider, time)),
        }
    }

    /// A grant with what held of it, and of its parent, at a Unix second.
    pub(crate) fn case<'a>(
        number: u64,
        grant: &'a Grant,
        head: &Head,
        key: Option<&T::AccountId>,
        time: u64,
    ) -> Result<Case<'a>, Error<T>> {
        Self::case_of(number, grant, head, key, Self::then(&grant.terms.enterprise, time))
    }

    fn case_of<'a>(
        number: u64,
        grant: &'a Grant,
        head: &Head,
        key: Option<&T::AccountId>,
        then: Then,
    ) -> Result<Case<'a>, Error<T>> {
        let facts = Self::facts(number, &grant.terms, head, key, then);
        let parent = Self::parent_of(&grant.terms)?.map(|(number, parent, head)| {
            // Whoever asks is a key of the sub-grant's user, not of the parent's.
            let facts = Self::facts(number, &parent.terms, &head, None, then);
            (parent.terms, facts)
        });
        Ok(Case { own: Standing { terms: &grant.terms, facts }, parent })
    }

    /// The time that a question is about: nobody knows what comes after now.
    fn asked_about(time: Option<u64>) -> u64 {
        let now = T::Now::get().time;
        time.map_or(now, |time| time.min(now))
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
        let time = Self::asked_about(time);
        if let Some(record) = record {
            // Of a record that was not there, nobody knows how harmful it is.
            let level = T::Records::level_at(record, time).unwrap_or(Level::L5);
            asked.level = asked.level.max(level);
        }
        let case = Self::case(number, &grant, &head, key.as_ref(), time).ok()?;
        let decision = case.decide(&user, &asked, time);
        Some(Answer { decision, time, facts: case.own.facts })
    }

    pub(crate) fn page(enterprise: Uscc, time: Option<u64>, from: u32, most: u32) -> Page {
        let time = Self::asked_about(time);
        let count = GrantCount::<T>::get(enterprise);
        let upto = from.saturating_add(most.clamp(1, MAX_PAGE)).min(count);
        let then = Self::then(&enterprise, time);
        let usable = |index| Self::usable(&enterprise, GrantsOf::<T>::get(enterprise, index)?, then);
        let grants: Vec<_> = (from..upto).filter_map(usable).collect();
        Page { time, grants, next: (upto < count).then_some(upto) }
    }

    /// A grant of an enterprise, if it could be used then.
    fn usable(enterprise: &Uscc, number: u64, then: Then) -> Option<Usable> {
        let (grant, head) = Self::found(number).ok()?;
        let case = Self::case_of(number, &grant, &head, None, then).ok()?;
        let could = grant.terms.enterprise == *enterprise && case.is_usable(then.time).is_ok();
        could.then_some(Usable { grant: number, user: grant.terms.user, used: case.own.facts.used })
    }
}
