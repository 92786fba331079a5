//! Each act answers to its own origin and to no other.
use crate::{self as pallet_jiandu_governance, Event};
use frame_support::{assert_noop, assert_ok, derive_impl, dispatch::RawOrigin, parameter_types, traits::EitherOf};
use frame_system::{EnsureNever, EnsureSignedBy};
use sp_core::H256;
use sp_runtime::{traits::BadOrigin, BuildStorage, DispatchError, DispatchResult};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Governance: pallet_jiandu_governance,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

frame_support::ord_parameter_types! {
    pub const Upgrader: u64 = 1;
    pub const Rescuer: u64 = 2;
    pub const Seater: u64 = 3;
}

parameter_types! {
    pub static Stalls: Vec<(u64, u64)> = Vec::new();
    pub static Council: Vec<u64> = vec![7];
}

pub struct RecordedFinality;

impl crate::Finality<u64> for RecordedFinality {
    fn note_stalled(delay: u64, best_finalized: u64) -> DispatchResult {
        Stalls::mutate(|stalls| stalls.push((delay, best_finalized)));
        Ok(())
    }
}

/// Seats for accounts below 100.
pub struct RecordedSeats;

impl crate::Seats<u64> for RecordedSeats {
    fn may_sit(account: &u64) -> bool {
        *account < 100
    }

    fn give(accounts: &[u64]) {
        Council::set(accounts.to_vec());
    }
}

impl crate::Config for Test {
    type SeatOrigin = EitherOf<EnsureSignedBy<Seater, u64>, EnsureNever<u64>>;
    type Seats = RecordedSeats;
    type UpgradeOrigin = EitherOf<EnsureSignedBy<Upgrader, u64>, EnsureNever<u64>>;
    type StallOrigin = EitherOf<EnsureSignedBy<Rescuer, u64>, EnsureNever<u64>>;
    type Finality = RecordedFinality;
    type WeightInfo = ();
}

fn test(run: impl FnOnce()) {
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(10);
        run();
    });
}

#[test]
fn an_upgrade_should_be_authorised_only_by_its_origin() {
    test(|| {
        let hash = H256::repeat_byte(1);
        for origin in [RawOrigin::None, RawOrigin::Signed(2), RawOrigin::Signed(4), RawOrigin::Root] {
            assert_noop!(Governance::authorize_upgrade(origin.into(), hash), BadOrigin);
        }
        assert_ok!(Governance::authorize_upgrade(RawOrigin::Signed(1).into(), hash));
        assert_eq!(System::authorized_upgrade().map(|upgrade| *upgrade.code_hash()), Some(hash));
    });
}

#[test]
fn a_stall_should_be_noted_only_by_its_origin() {
    test(|| {
        for origin in [RawOrigin::None, RawOrigin::Signed(1), RawOrigin::Signed(3), RawOrigin::Root] {
            assert_noop!(Governance::note_stalled(origin.into(), 5, 9), BadOrigin);
        }
        assert_ok!(Governance::note_stalled(RawOrigin::Signed(2).into(), 5, 9));
        assert_eq!(Stalls::get(), [(5, 9)]);
        System::assert_last_event(Event::StallNoted { delay: 5, best_finalized: 9 }.into());
    });
}

fn seat(origin: RawOrigin<u64>, members: &[u64]) -> DispatchResult {
    Governance::seat_council(origin.into(), members.to_vec().try_into().expect("at most 32"))
}

#[test]
fn seats_should_be_given_only_by_their_origin() {
    test(|| {
        for origin in [RawOrigin::None, RawOrigin::Signed(1), RawOrigin::Signed(2), RawOrigin::Root] {
            assert_noop!(seat(origin, &[8]), BadOrigin);
        }
        assert_ok!(seat(RawOrigin::Signed(3), &[9, 8]));
        assert_eq!(Council::get(), [8, 9]);
        System::assert_last_event(Event::CouncilSeated { members: vec![8, 9].try_into().expect("two") }.into());
    });
}

#[test]
fn seats_should_be_refused_to_nobody_to_the_same_twice_and_to_who_cannot_vote() {
    test(|| {
        let refused = |members: &[u64], error: crate::Error<Test>| {
            assert_noop!(seat(RawOrigin::Signed(3), members), error);
            assert_eq!(Council::get(), [7]);
        };
        refused(&[], crate::Error::NoSeats);
        refused(&[8, 9, 8], crate::Error::RepeatedSeat);
        refused(&[8, 100], crate::Error::SeatNeedsLastingKey);
        assert_ok!(seat(RawOrigin::Signed(3), &(0..32).collect::<Vec<_>>()));
    });
}

#[test]
fn a_stall_should_be_refused_when_its_block_is_not_past() {
    test(|| {
        let refused: DispatchError = crate::Error::<Test>::FutureBlock.into();
        for block in [10, 11] {
            assert_noop!(Governance::note_stalled(RawOrigin::Signed(2).into(), 5, block), refused);
        }
    });
}
