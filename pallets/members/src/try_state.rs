//! What always holds of the stored members.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let mut keys_of_handles = BTreeMap::new();
        for (account, key) in Keys::<T>::iter() {
            let organisation = Organisations::<T>::get(key.organisation).ok_or("a key of an unknown organisation")?;
            ensure!(!key.roles.is_empty(), "a key without a role");
            ensure!(key.roles.is_subset_of(organisation.kind.roles()), "a role outside the kind");
            ensure!(key.until.is_none_or(|until| key.from < until), "a window that ends before it begins");
            ensure!(frame_system::Pallet::<T>::providers(&account) > 0, "a key whose account could be reaped");
            ensure!(KeyChanges::<T>::iter_prefix(&account).count() == key.changes as usize, "a gap in a key's changes");
            let deputations = Deputations::<T>::iter_prefix(&account).count();
            ensure!(deputations == key.deputations as usize, "a gap in a key's deputations");
            let last = KeyChanges::<T>::get(&account, key.changes.saturating_sub(1)).ok_or("a key without a change")?;
            ensure!(last.status == key.status, "a key's status is not its last change");
            *keys_of_handles.entry((key.organisation, key.handle)).or_insert(0u32) += 1;
        }
        for (organisation, handle, person) in Handles::<T>::iter() {
            let counted = keys_of_handles.remove(&(organisation, handle)).unwrap_or_default();
            ensure!(counted == person.keys, "a handle that miscounts its keys");
        }
        ensure!(keys_of_handles.is_empty(), "a key whose handle has no row");
        for (code, organisation) in Organisations::<T>::iter() {
            ensure!(code.check().is_ok(), "an organisation with an invalid code");
            let changes = StatusChanges::<T>::iter_prefix(code).count();
            ensure!(changes == organisation.changes as usize, "a gap in an organisation's changes");
            let last = StatusChanges::<T>::get(code, organisation.changes.saturating_sub(1));
            ensure!(
                last.is_some_and(|last| last.status == organisation.status),
                "a status that is not the last change"
            );
            ensure!(
                organisation.until.is_some() == (organisation.status == OrganisationStatus::Left),
                "an end without leaving, or the reverse"
            );
        }
        for (account, number, deputation) in Deputations::<T>::iter() {
            let key = Keys::<T>::get(&account).ok_or("a deputation of an unknown key")?;
            ensure!(number < key.deputations, "a deputation that its key does not count");
            ensure!(deputation.from < deputation.until, "a deputation that ends before it begins");
        }
        for (organisation, count) in EncryptionKeyCount::<T>::iter() {
            ensure!(Organisations::<T>::contains_key(organisation), "an encryption key of nobody");
            let gapless = (0..count).all(|number| EncryptionKeys::<T>::contains_key(organisation, number));
            ensure!(gapless, "a gap among encryption keys");
        }
        let counted = EncryptionKeyCount::<T>::iter_values().map(|count| count as usize).sum::<usize>();
        ensure!(EncryptionKeys::<T>::iter_keys().count() == counted, "an encryption key that nobody counts");
        Ok(())
    }
}
