//! Who may write.
use super::{create, object, version};
use crate::{mock::*, Call};
use frame_support::{
    assert_noop,
    dispatch::RawOrigin,
    traits::{GetCallName, UnfilteredDispatchable},
};
use jiandu_primitives::record::WithdrawalReason;
use sp_runtime::traits::BadOrigin;

#[test]
fn every_call_should_answer_to_writers_alone() {
    let calls = [
        Call::<Test>::create { subject: subject(), external_id: external_id("b"), documents: documents(&[2]) },
        Call::update { object: object("a"), base: version(0), documents: documents(&[2]) },
        Call::withdraw { object: object("a"), base: version(0), reason: WithdrawalReason::Mistake },
    ];
    assert_eq!(Call::<Test>::get_call_names().len(), calls.len());
    for call in calls {
        test(|| {
            create(MAKER, "a", &[1]).expect("creates");
            for caller in [RawOrigin::None, RawOrigin::Root, RawOrigin::Signed(READER)] {
                let call = call.clone();
                assert_noop!(call.dispatch_bypass_filter(caller.into()), BadOrigin);
            }
            call.clone().dispatch_bypass_filter(RawOrigin::Signed(MAKER).into()).expect("allowed");
        });
    }
}
