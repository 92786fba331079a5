//! What is said of a snapshot after it was written: seals and references. Neither changes it.

use crate::pallet::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use jiandu_primitives::{
    member::{Actor, Author, KeyHolders},
    record::{RecordKind, ReferenceRow, Relation, SnapshotRef, MAX_REFERENCES},
    seal::{message, Seal, SealRow, MAX_FOREIGN_SEALS, MAX_SEALS},
    uscc::Uscc,
};
use sp_core::{ed25519, sr25519};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_seal(actor: &Actor<T::AccountId>, snapshot: SnapshotRef, seal: Seal) -> Result<(), Error<T>> {
        let SnapshotRef { object, at } = snapshot;
        let payload = Self::snapshot(object, at).ok_or(Error::<T>::UnknownSnapshot)?.payload;
        let id = seal.id();
        if Seals::<T>::contains_key((object, at, id)) {
            Self::unchanged(object, at);
            return Ok(());
        }
        let genesis = T::Genesis::get().ok_or(Error::<T>::InvalidSeal)?;
        let sealer = Self::check_seal(&seal, &message(&genesis, &snapshot, &payload))?;
        let bearers: Vec<Uscc> =
            Seals::<T>::iter_prefix_values((object, at)).map(|SealRow::V1 { by, .. }| by.organisation).collect();
        let fewer = |count: usize, most: u32| u32::try_from(count).is_ok_and(|count| count < most);
        ensure!(fewer(bearers.len(), MAX_SEALS), Error::<T>::TooMany);
        let own = bearers.iter().filter(|bearer| **bearer == actor.organisation).count();
        let registrant = Self::ensure_registrant(actor, object).is_ok();
        ensure!(registrant || fewer(own, MAX_FOREIGN_SEALS), Error::<T>::TooManyForeignSeals);
        let (by, kind) = (actor.author(), seal.kind());
        Seals::<T>::insert((object, at, id), SealRow::V1 { seal, sealer, by, at: T::Now::get() });
        Self::deposit_event(Event::SnapshotSealed { snapshot, kind, id, sealer, by });
        Ok(())
    }

    /// Checks a seal over a message, and tells whose it is where that is a member.
    fn check_seal(seal: &Seal, message: &[u8]) -> Result<Option<Author>, Error<T>> {
        let valid = match seal {
            Seal::Sm2 { .. } => {
                ensure!(seal.names_nobody(), Error::<T>::PersonalSigner);
                ensure!(seal.sm2_verifies(message), Error::<T>::InvalidSeal);
                return Ok(None);
            }
            Seal::Sr25519 { public, signature } => {
                let (signature, public) =
                    (sr25519::Signature::from_raw(*signature), sr25519::Public::from_raw(*public));
                sp_io::crypto::sr25519_verify(&signature, message, &public)
            }
            Seal::Ed25519 { public, signature } => {
                let (signature, public) =
                    (ed25519::Signature::from_raw(*signature), ed25519::Public::from_raw(*public));
                sp_io::crypto::ed25519_verify(&signature, message, &public)
            }
        };
        ensure!(valid, Error::<T>::InvalidSeal);
        let holder = <[u8; 32]>::try_from(seal.public()).ok().and_then(|key| T::KeyHolders::holder(&key));
        holder.map(Some).ok_or(Error::<T>::SealerNotMember)
    }

    pub(crate) fn do_refer(
        actor: &Actor<T::AccountId>,
        snapshot: SnapshotRef,
        target: SnapshotRef,
        relation: Relation,
    ) -> Result<(), Error<T>> {
        let SnapshotRef { object, at } = snapshot;
        let head = Self::own_head(actor, RecordKind::General, object)?;
        ensure!(Snapshots::<T>::contains_key(object, at), Error::<T>::UnknownSnapshot);
        ensure!(target.object != object, Error::<T>::SelfReference);
        ensure!(Snapshots::<T>::contains_key(target.object, target.at), Error::<T>::UnknownSnapshot);
        if let Some(ReferenceRow::V1 { relation: stands, .. }) = References::<T>::get((object, at, target)) {
            ensure!(stands == relation, Error::<T>::ReferenceStands);
            Self::unchanged(object, at);
            return Ok(());
        }
        Self::ensure_open(&head)?;
        let references = References::<T>::iter_key_prefix((object, at)).count();
        let room = u32::try_from(references).is_ok_and(|references| references < MAX_REFERENCES);
        ensure!(room, Error::<T>::TooMany);
        let by = actor.author();
        References::<T>::insert((object, at, target), ReferenceRow::V1 { relation, by, at: T::Now::get() });
        Self::deposit_event(Event::SnapshotReferred { snapshot, target, relation, by });
        Ok(())
    }
}
