//! Who took part and who could act at a past time, from the current state.

use crate::{pallet::*, types::*};
use jiandu_primitives::{
    grant::{usage::as_of, MemberHistory},
    member::Role,
    uscc::Uscc,
};

impl<T: Config> MemberHistory<T::AccountId> for Pallet<T> {
    fn took_part(organisation: &Uscc, time: u64) -> bool {
        let changes = Organisations::<T>::get(organisation).map_or(0, |row| row.changes);
        let entry = |number| {
            let change = StatusChanges::<T>::get(organisation, number)?;
            Some((change.at.time, change.status))
        };
        as_of(changes, entry, time) == Some(OrganisationStatus::Active)
    }

    fn could_act(key: &T::AccountId, organisation: &Uscc, role: Role, time: u64) -> bool {
        let Some(row) = Keys::<T>::get(key).filter(|row| row.organisation == *organisation) else { return false };
        let entry = |number| {
            let change = KeyChanges::<T>::get(key, number)?;
            Some((change.at.time, change.status))
        };
        let active = as_of(row.changes, entry, time) == Some(KeyStatus::Active);
        let window = row.from <= time && row.until.is_none_or(|until| time < until);
        let end = Handles::<T>::get(organisation, row.handle).and_then(|person| person.end);
        let lasted = end.is_none_or(|end| time < end.from);
        let deputy = || {
            let entry = |number| Deputations::<T>::get(key, number).map(|deputation| (deputation.at.time, deputation));
            // None is appointed while one is running or lies ahead: only the last one may be running.
            let last = as_of(row.deputations, entry, time);
            last.is_some_and(|last| last.roles.has(role) && (last.from..last.end()).contains(&time))
        };
        Self::took_part(organisation, time) && active && window && lasted && (row.roles.has(role) || deputy())
    }
}
