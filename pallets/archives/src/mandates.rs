//! 委托: an enterprise lets an intermediary file disclosures for it. Registered by two persons of the exchange on a stamped
//! letter, or signed by a key of the enterprise; ended by either side.

use crate::{pallet::*, types::*};
use codec::Encode;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchResult, EnsureOrigin},
    traits::Get,
};
use frame_system::pallet_prelude::OriginFor;
use jiandu_primitives::{
    disclosure::{handle_of_key, DisclosureKind, Enterprises as EnterprisesTrait, MandateFault},
    enterprise::EnterpriseStatus,
    member::{Actor, Roles},
    uscc::Uscc,
};

impl<T: Config> Pallet<T> {
    /// Enters a mandate, or gives the number under which the same terms were entered before.
    fn enter_mandate(terms: MandateTerms, grounds: Grounds<T::AccountId>) -> Result<Result<u64, u64>, Error<T>> {
        let id = sp_crypto_hashing::blake2_256(&terms.encode());
        // One that was ended can be given again.
        let known = MandateByTerms::<T>::get(id);
        if let Some(mandate) = known.filter(|known| Mandates::<T>::get(known).is_some_and(|row| row.ended.is_none())) {
            return Ok(Err(mandate));
        }
        let possible = terms.agent.check().is_ok()
            && terms.agent != terms.enterprise
            && terms.kinds.is_valid()
            && terms.from < terms.until
            && terms.until.saturating_sub(terms.from) <= MAX_MANDATE
            && T::Now::get().time < terms.until;
        ensure!(possible, Error::<T>::InvalidMandate);
        let mandate = NextMandate::<T>::get();
        NextMandate::<T>::put(mandate.checked_add(1).ok_or(Error::<T>::TooMany)?);
        MandateByTerms::<T>::insert(id, mandate);
        MandatesOf::<T>::insert(terms.enterprise, mandate, ());
        Mandates::<T>::insert(mandate, Mandate { terms: terms.clone(), grounds, ended: None });
        Self::deposit_event(Event::MandateGiven { mandate, terms });
        Ok(Ok(mandate))
    }

    pub(crate) fn register_mandate(terms: &MandateTerms, hands: Hands) -> DispatchResult {
        Self::own_active(&hands, &terms.enterprise)?;
        Self::enter_mandate(terms.clone(), Grounds::Letter(hands))?.map_err(|_| Error::<T>::NothingChanges)?;
        Ok(())
    }

    pub(crate) fn do_sign_mandate(enterprise: Uscc, key: T::AccountId, terms: MandateTerms) -> DispatchResult {
        ensure!(terms.enterprise == enterprise, Error::<T>::NotTheEnterprise);
        let row = Enterprises::<T>::get(enterprise).ok_or(Error::<T>::UnknownEnterprise)?;
        ensure!(row.status == EnterpriseStatus::Active, Error::<T>::NotActive);
        if let Err(mandate) = Self::enter_mandate(terms, Grounds::Key { key, at: T::Now::get() })? {
            Self::deposit_event(Event::MandateUnchanged { mandate });
        }
        Ok(())
    }

    /// Ends a mandate that runs, or will.
    pub(crate) fn end_running(
        number: u64,
        may: impl FnOnce(&MandateTerms) -> Result<MandateEnd<T::AccountId>, Error<T>>,
    ) -> DispatchResult {
        let mut mandate = Mandates::<T>::get(number).ok_or(Error::<T>::UnknownMandate)?;
        let by = may(&mandate.terms)?;
        let at = T::Now::get();
        ensure!(mandate.ended.is_none() && at.time < mandate.terms.until, Error::<T>::MandateOver);
        mandate.ended = Some((by, at));
        Mandates::<T>::insert(number, mandate);
        Self::deposit_event(Event::MandateEnded { mandate: number });
        Ok(())
    }

    pub(crate) fn do_end_mandate(origin: OriginFor<T>, number: u64) -> DispatchResult {
        let actor = match T::AgentOrigin::try_origin(origin) {
            Ok(actor) => actor,
            Err(origin) => {
                let (enterprise, key) = Self::ensure_enterprise(origin)?;
                return Self::end_running(number, |terms| {
                    ensure!(terms.enterprise == enterprise, Error::<T>::NotTheEnterprise);
                    Ok(MandateEnd::Key(key))
                });
            }
        };
        Self::end_running(number, |terms| {
            ensure!(terms.agent == actor.organisation, Error::<T>::NotTheAgent);
            Ok(MandateEnd::Agent(actor.author()))
        })
    }

    pub(crate) fn end_mandate_by_letter(number: u64, hands: Hands) -> DispatchResult {
        Self::end_running(number, |terms| {
            Self::own(&hands, &terms.enterprise)?;
            Ok(MandateEnd::Letter(hands))
        })
    }
}

impl<T: Config> EnterprisesTrait<T::AccountId> for Pallet<T> {
    fn registrar(enterprise: &Uscc) -> Option<(Uscc, EnterpriseStatus)> {
        Enterprises::<T>::get(enterprise).map(|row| (row.registrar, row.status))
    }

    fn acting(key: &T::AccountId) -> Option<Actor<T::AccountId>> {
        let organisation = Self::acting_for(key).ok()?;
        let custody = Keys::<T>::get(organisation, key)?.custody;
        let handle = handle_of_key(&key.encode());
        Some(Actor { organisation, key: key.clone(), handle, custody, roles: Roles::NONE })
    }

    fn mandate_covers(
        mandate: u64,
        enterprise: &Uscc,
        agent: &Uscc,
        kind: DisclosureKind,
        at: u64,
    ) -> Result<(), MandateFault> {
        let Mandate { terms, grounds, ended } = Mandates::<T>::get(mandate).ok_or(MandateFault::Unknown)?;
        ensure!(terms.enterprise == *enterprise && terms.agent == *agent, MandateFault::OfAnother);
        ensure!(terms.kinds.has(kind), MandateFault::OtherKind);
        // What is entered later does not cover what was filed before.
        let runs = (terms.from..terms.until).contains(&at) && grounds.at().time <= at;
        ensure!(runs && ended.is_none_or(|(_, ended)| at < ended.time), MandateFault::NotInForce);
        Ok(())
    }
}
