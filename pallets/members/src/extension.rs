//! The transaction extension that keeps everyone out who is neither an active member nor an enterprise with a key.
//!
//! It carries no data of its own, so that wallets and libraries sign for this chain as for any other. It must stand before
//! `CheckNonce`, whose refusal of unknown accounts speaks of payment.

use crate::{Config, Pallet, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::{fmt, marker::PhantomData};
use frame_support::{
    pallet_prelude::TransactionSource,
    traits::{Contains, OriginTrait},
    weights::Weight,
    DefaultNoBound,
};
use jiandu_primitives::{member::BoundKeys, refusal::Refusal};
use scale_info::TypeInfo;
use sp_runtime::{
    impl_tx_ext_default,
    traits::{DispatchInfoOf, TransactionExtension, ValidateResult},
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};

/// Admits transactions signed by an active key of a member or of an enterprise; refuses all others with a [`Refusal`].
#[derive(Encode, Decode, DecodeWithMemTracking, DefaultNoBound, Clone, Eq, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(T))]
pub struct CheckMembership<T>(PhantomData<T>);

impl<T> fmt::Debug for CheckMembership<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CheckMembership")
    }
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckMembership<T> {
    const IDENTIFIER: &'static str = "CheckMembership";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn weight(&self, _: &T::RuntimeCall) -> Weight {
        T::WeightInfo::check_membership()
    }

    fn validate(
        &self,
        origin: T::RuntimeOrigin,
        call: &T::RuntimeCall,
        _info: &DispatchInfoOf<T::RuntimeCall>,
        _len: usize,
        _self_implicit: (),
        _inherited_implication: &impl Encode,
        _source: TransactionSource,
    ) -> ValidateResult<(), T::RuntimeCall> {
        let refuse = |refusal: Refusal| TransactionValidityError::from(InvalidTransaction::Custom(refusal.code()));
        let key = origin.as_signer().cloned().ok_or_else(|| refuse(Refusal::Unsigned))?;
        let admitted = match Pallet::<T>::actor(key.clone()) {
            // No member's: perhaps an enterprise's, which may say little.
            Err(Refusal::UnknownKey) if T::BoundCalls::contains(call) => T::BoundKeys::admits(&key),
            actor => actor.map(|_| ()),
        };
        admitted.map_err(refuse)?;
        Ok((Default::default(), (), origin))
    }

    impl_tx_ext_default!(T::RuntimeCall; prepare);
}
