//! Members of a new chain.

use crate::{pallet::*, types::*};
use alloc::{string::String, vec::Vec};
use jiandu_primitives::{
    member::{Custody, Handle, OrganisationKind, Roles},
    uscc::Uscc,
};
use serde::{Deserialize, Serialize};

/// An organisation of a new chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisOrganisation<AccountId> {
    /// Its code.
    pub uscc: Uscc,
    /// What it is.
    pub kind: OrganisationKind,
    /// Its registered name.
    pub name: String,
    /// Its keys.
    pub keys: Vec<GenesisKey<AccountId>>,
}

/// A key of a new chain, valid from the first block without an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisKey<AccountId> {
    /// Its account.
    pub account: AccountId,
    /// The person.
    pub handle: Handle,
    /// What it may do.
    pub roles: Roles,
    /// Who holds its secret.
    pub custody: Custody,
}

impl<T: Config> Pallet<T> {
    /// Admits an organisation with its keys.
    ///
    /// # Panics
    /// Where the chain specification breaks a rule of the calls: no chain may start from it.
    pub(crate) fn admit_at_genesis(organisation: &GenesisOrganisation<T::AccountId>) {
        let GenesisOrganisation { uscc, kind, name, keys } = organisation;
        let stored = Name::try_from(name.as_bytes().to_vec())
            .map_err(|_| Error::<T>::InvalidName.into())
            .and_then(|name| Self::insert_organisation(*uscc, *kind, name));
        if let Err(error) = stored {
            panic!("organisation {uscc} of the chain specification: {error:?}");
        }
        for key in keys.iter().cloned() {
            let GenesisKey { account, handle, roles, custody } = key;
            let new = NewKey { account, handle, roles, custody, from: 0, until: None };
            if let Err(error) = Self::do_admit_key(*uscc, new) {
                panic!("key with handle {handle} of organisation {uscc} of the chain specification: {error:?}");
            }
        }
    }
}
