//! What the pool admits.
use crate::{mock::*, CheckMembership};
use frame_support::{dispatch::RawOrigin, pallet_prelude::TransactionSource};
use jiandu_primitives::{member::EndReason, refusal::Refusal};
use sp_runtime::{
    traits::{TransactionExtension, TxBaseImplication},
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};

fn admitted(origin: RuntimeOrigin) -> Result<(), Refusal> {
    admitted_with(origin, RuntimeCall::System(frame_system::Call::remark { remark: vec![] }))
}

fn admitted_with(origin: RuntimeOrigin, call: RuntimeCall) -> Result<(), Refusal> {
    let checked = CheckMembership::<Test>::default().validate(
        origin,
        &call,
        &Default::default(),
        0,
        (),
        &TxBaseImplication(()),
        TransactionSource::External,
    );
    match checked {
        Ok(_) => Ok(()),
        Err(TransactionValidityError::Invalid(InvalidTransaction::Custom(code))) => {
            Err(Refusal::from_code(code).expect("a known code"))
        }
        Err(other) => panic!("an unexpected refusal: {other:?}"),
    }
}

#[test]
fn only_active_members_and_keys_of_enterprises_should_be_admitted() {
    test(|| {
        let signed = |key| admitted(RawOrigin::Signed(key).into());
        assert_eq!(signed(MAKER), Ok(()));
        assert_eq!(signed(OUTSIDER), Err(Refusal::UnknownKey));
        // A key of an enterprise may sign what is meant for it, and nothing else.
        let own = || RuntimeCall::Members(crate::Call::end_deputation { key: MAKER });
        assert_eq!(signed(ENTERPRISE_KEY), Err(Refusal::UnknownKey));
        assert_eq!(admitted_with(RawOrigin::Signed(ENTERPRISE_KEY).into(), own()), Ok(()));
        assert_eq!(admitted_with(RawOrigin::Signed(OUTSIDER).into(), own()), Err(Refusal::UnknownKey));
        assert_eq!(admitted(RawOrigin::None.into()), Err(Refusal::Unsigned));
        assert_eq!(admitted(RawOrigin::Root.into()), Err(Refusal::Unsigned));
        Members::suspend_key(RawOrigin::Signed(ADMIN).into(), MAKER).expect("suspends");
        assert_eq!(signed(MAKER), Err(Refusal::KeySuspended));
        Members::suspend_organisation(RawOrigin::Signed(100).into(), code(BANK), EndReason::Violation)
            .expect("suspends");
        assert_eq!(signed(BANKER), Err(Refusal::OrganisationSuspended));
        assert_eq!(signed(ADMIN), Ok(()));
    });
}

#[test]
fn the_extension_should_carry_no_data() {
    use codec::Encode;
    assert!(CheckMembership::<Test>::default().encode().is_empty());
}
