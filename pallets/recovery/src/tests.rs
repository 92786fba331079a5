//! Recipients and recoveries, and who may say so.
use crate::{self as pallet_jiandu_recovery, types::*, Error, Event, Recipients, Recoveries, RecoveryCount};
use frame_support::{assert_noop, assert_ok, derive_impl, dispatch::RawOrigin, parameter_types, traits::Get};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{chain::Moment, header::Locator, uscc::Uscc};
use sp_runtime::{traits::BadOrigin, BuildStorage};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Recovery: pallet_jiandu_recovery,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

frame_support::ord_parameter_types! {
    pub const Council: u64 = 100;
}

parameter_types! {
    pub static Time: u64 = 1_000;
}

pub struct Now;

impl Get<Moment> for Now {
    fn get() -> Moment {
        Moment { block: System::block_number() as u32, time: Time::get() }
    }
}

impl crate::Config for Test {
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type Now = Now;
    type WeightInfo = ();
}

fn test(run: impl FnOnce()) {
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(10);
        run();
        Recovery::do_try_state().expect("consistent recoveries");
    });
}

fn council() -> RuntimeOrigin {
    RuntimeOrigin::signed(100)
}

fn owner() -> Uscc {
    "91350100M000100Y43".parse().expect("a code")
}

const REASON: RecoveryReason = RecoveryReason::LostKey;

fn recipient(public: u8, threshold: u8, shares: u8) -> Recipient {
    Recipient { public: [public; 32], threshold, shares }
}

#[test]
fn both_calls_should_answer_to_the_council_alone() {
    test(|| {
        for origin in [RawOrigin::None, RawOrigin::Signed(1), RawOrigin::Root] {
            assert_noop!(Recovery::set_recipient(origin.clone().into(), recipient(1, 2, 3)), BadOrigin);
            let recorded = Recovery::record_recovery(origin.into(), owner(), 0, Locator([1; 32]), REASON);
            assert_noop!(recorded, BadOrigin);
        }
        assert_ok!(Recovery::set_recipient(council(), recipient(1, 2, 3)));
        assert_ok!(Recovery::record_recovery(council(), owner(), 0, Locator([1; 32]), REASON));
    });
}

#[test]
fn a_recipient_should_be_refused_when_fewer_than_two_or_more_than_there_are_restore_it() {
    test(|| {
        for (threshold, shares) in [(0, 3), (1, 3), (4, 3), (2, MAX_SHARES + 1), (2, 0)] {
            let refused = Recovery::set_recipient(council(), recipient(1, threshold, shares));
            assert_noop!(refused, Error::<Test>::InvalidThreshold);
        }
        assert_noop!(Recovery::set_recipient(council(), recipient(0, 2, 3)), Error::<Test>::InvalidKey);
        assert_ok!(Recovery::set_recipient(council(), recipient(1, MAX_SHARES, MAX_SHARES)));
        assert_ok!(Recovery::set_recipient(council(), recipient(1, 2, 2)));
        assert_noop!(Recovery::set_recipient(council(), recipient(1, 2, 2)), Error::<Test>::RecipientUnchanged);
        // Former ones stay known: old documents are wrapped to them.
        assert_eq!(Recipients::<Test>::get(0).map(|row| row.recipient), Some(recipient(1, MAX_SHARES, MAX_SHARES)));
    });
}

#[test]
fn every_recovery_should_stay_in_its_owners_list_once() {
    test(|| {
        let record =
            |number, locator| Recovery::record_recovery(council(), owner(), number, Locator([locator; 32]), REASON);
        assert_ok!(record(0, 1));
        assert_noop!(record(0, 1), Error::<Test>::OtherNumber);
        assert_noop!(record(2, 1), Error::<Test>::OtherNumber);
        let nobody = Uscc::from_bytes([b'1'; 18]);
        let recorded = Recovery::record_recovery(council(), nobody, 0, Locator([1; 32]), REASON);
        assert_noop!(recorded, Error::<Test>::InvalidOwner);
        assert_ok!(record(1, 1));
        assert_eq!(RecoveryCount::<Test>::get(owner()), 2);
        let kept = Recoveries::<Test>::get(owner(), 0).expect("a recovery");
        assert_eq!((kept.locator, kept.at), (Locator([1; 32]), Moment { block: 10, time: 1_000 }));
        let recovered = Event::KeyRecovered { owner: owner(), number: 1, locator: Locator([1; 32]), reason: REASON };
        System::assert_last_event(recovered.into());
    });
}
