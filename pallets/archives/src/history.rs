//! What held of an enterprise and its keys at a past time, as the chain knew it then: an entry that is dated back judges nothing
//! that was done before it was made.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::traits::Get;
use jiandu_primitives::{
    disclosure::handle_of_key,
    enterprise::EnterpriseStatus,
    grant::{usage::as_of, EnterpriseHistory},
    member::Handle,
    uscc::Uscc,
};

impl<T: Config> EnterpriseHistory for Pallet<T> {
    fn was_active(enterprise: &Uscc, time: u64) -> bool {
        let statuses = Enterprises::<T>::get(enterprise).map_or(0, |row| row.statuses);
        let entry = |number| {
            let dated = Statuses::<T>::get(enterprise, number)?;
            Some((dated.hands.at.time, dated.value))
        };
        as_of(statuses, entry, time) == Some(EnterpriseStatus::Active)
    }

    fn key_was_changing(enterprise: &Uscc, time: u64) -> bool {
        let changing = |key: EnterpriseKey<T::AccountId>| {
            let window = key.hands.at.time <= time && time < key.from;
            key.replaces.is_some() && window && key.end.is_none_or(|(_, at)| time < at.time)
        };
        Keys::<T>::iter_prefix_values(enterprise).any(changing)
    }

    fn acting_people(enterprise: &Uscc) -> Vec<Handle> {
        let now = T::Now::get().time;
        let acts = |key: &EnterpriseKey<T::AccountId>| {
            key.end.is_none() && key.from <= now && key.until.is_none_or(|until| now < until)
        };
        let acting = Keys::<T>::iter_prefix(enterprise).filter(|(_, key)| acts(key));
        acting.map(|(account, _)| handle_of_key(&account.encode())).collect()
    }
}
