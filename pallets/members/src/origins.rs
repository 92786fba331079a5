//! The typed origin that gives other pallets an actor.

use crate::{Config, Pallet};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, Get, OriginTrait};
use jiandu_primitives::member::{Actor, Roles};

/// Passes active member keys that have at least one of the roles in `R`.
pub struct EnsureRole<T, R>(PhantomData<(T, R)>);

impl<T: Config, R: Get<Roles>> EnsureOrigin<T::RuntimeOrigin> for EnsureRole<T, R> {
    type Success = Actor<T::AccountId>;

    fn try_origin(origin: T::RuntimeOrigin) -> Result<Self::Success, T::RuntimeOrigin> {
        let actor = origin.as_signer().cloned().and_then(|key| Pallet::<T>::actor(key).ok());
        actor.filter(|actor| actor.roles.intersects(R::get())).ok_or(origin)
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<T::RuntimeOrigin, ()> {
        Ok(frame_system::RawOrigin::Signed(Pallet::<T>::seeded(R::get())).into())
    }
}
