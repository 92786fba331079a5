//! What held of an enterprise and its keys at a past time, as the chain knew it then: an entry that is dated back judges nothing that was
//! done before it was made.

use crate::{pallet::*, types::*};
use frame_support::traits::Get;
use jiandu_primitives::{
    enterprise::EnterpriseStatus,
    grant::{usage::as_of, DatedConsent},
    uscc::Uscc,
};

impl<T: Config> DatedConsent for Pallet<T> {
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

    fn acting_keys(enterprise: &Uscc) -> u32 {
        let now = T::Now::get().time;
        let acts = |key: &EnterpriseKey<T::AccountId>| {
            key.end.is_none() && key.from <= now && key.until.is_none_or(|until| now < until)
        };
        let count = Keys::<T>::iter_prefix_values(enterprise).filter(acts).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}
