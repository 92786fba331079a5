//! Sessions and the authority set.
use super::{begin_block, end_block, new_chain};
use crate::{configs::ValidatorOf, presets, Runtime, Session};
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::Convert;

fn set_id() -> u64 {
    pallet_grandpa::CurrentSetId::<Runtime>::get()
}

#[test]
fn twenty_idle_sessions_should_keep_the_first_authority_set() {
    new_chain(presets::LOCAL).execute_with(|| {
        let authorities = pallet_grandpa::Authorities::<Runtime>::get();
        assert_eq!(authorities.len(), 4);
        for number in 1..=201 {
            begin_block(number);
            end_block();
        }
        assert_eq!((Session::current_index(), set_id()), (20, 0));
        assert_eq!(pallet_grandpa::Authorities::<Runtime>::get(), authorities);
    });
}

#[test]
fn only_validators_should_have_session_keys() {
    new_chain(presets::LOCAL).execute_with(|| {
        let validator = |key: Sr25519Keyring| ValidatorOf::convert(key.to_account_id()).is_some();
        assert!(validator(Sr25519Keyring::Alice) && validator(Sr25519Keyring::Dave));
        assert!(!validator(Sr25519Keyring::Eve) && !validator(Sr25519Keyring::Ferdie));
    });
}
