//! Who may write.
use super::{create, object, rewritten, version};
use crate::{mock::*, Call};
use frame_support::{
    assert_storage_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};
use jiandu_primitives::{
    header::{Header, OverwriteReason},
    record::{Relation, SnapshotRef, WithdrawalReason},
};
use sp_runtime::traits::BadOrigin;

/// Every call, made so that it succeeds for whoever may make it.
fn calls() -> Vec<Call<Test>> {
    let (a, at) = (object("a"), version(0));
    vec![
        Call::create {
            subject: subject(),
            external_id: external_id("b"),
            header: Header::default(),
            documents: documents(&[2]),
        },
        Call::update { object: a, base: at, header: Header::default(), documents: documents(&[2]) },
        Call::withdraw { object: a, base: at, header: Header::default(), reason: WithdrawalReason::Mistake },
        Call::overwrite {
            object: a,
            base: at,
            from: 0,
            versions: vec![rewritten(Some(&[2]))].try_into().expect("one"),
            reason: OverwriteReason::WrongDocument,
        },
        Call::seal { object: a, at, seal: super::statements::member_seal(a, at) },
        Call::refer { object: a, at, target: SnapshotRef { object: object("target"), at }, relation: Relation::Basis },
    ]
}

#[test]
fn every_call_should_answer_to_its_callers_alone() {
    let names = Call::<Test>::get_call_names();
    // The calls are made inside, where there is a record to seal.
    for (index, name) in names.iter().enumerate() {
        test(|| {
            create(MAKER, "a", &[1]).expect("creates");
            create(MAKER, "target", &[9]).expect("creates");
            assert_eq!(names.len(), calls().len());
            let call = calls()[index].clone();
            for caller in [RawOrigin::None, RawOrigin::Root, RawOrigin::Signed(READER)] {
                assert_storage_noop!({
                    let call = call.clone();
                    let error = call.dispatch_bypass_filter(caller.clone().into()).expect_err("refused").error;
                    assert_eq!(error, BadOrigin.into(), "{caller:?} {name}");
                });
            }
            // Whoever only bears seals, and whoever is of another organisation.
            for (caller, may) in [(BEARER, &["seal"][..]), (STRANGER, &["create", "seal"])] {
                let call = call.clone();
                if !may.contains(name) {
                    assert_storage_noop!({
                        call.dispatch_bypass_filter(RawOrigin::Signed(caller).into()).expect_err("refused");
                    });
                }
            }
            let caller = if *name == "seal" { BEARER } else { MAKER };
            call.dispatch_bypass_filter(RawOrigin::Signed(caller).into()).expect("allowed");
        });
    }
}
