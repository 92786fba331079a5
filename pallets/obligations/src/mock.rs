//! A chain without archives: enterprises are what a test says, and clerks are what their account numbers say.

use crate as pallet_jiandu_obligations;
use frame_support::{
    derive_impl,
    dispatch::RawOrigin,
    ord_parameter_types, parameter_types,
    traits::{EnsureOrigin, Get},
};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{
    calendar::Day,
    chain::Moment,
    code::Tier,
    enterprise::EnterpriseStatus,
    member::{Actor, Custody, Handle, Role, Roles},
    obligation::DatedEnterprises,
    uscc::{check_character, Uscc},
};
use sp_runtime::BuildStorage;
use std::{
    collections::BTreeMap,
    ops::Bound::{Excluded, Unbounded},
};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Obligations: pallet_jiandu_obligations,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// An enterprise as the archives would have it.
#[derive(Clone)]
pub struct Firm {
    pub registrar: Uscc,
    pub tiers: Vec<(u64, Option<Tier>)>,
    pub statuses: Vec<(u64, EnterpriseStatus)>,
}

parameter_types! {
    pub static Time: u64 = 0;
    pub static Firms: BTreeMap<Uscc, Firm> = BTreeMap::new();
}

ord_parameter_types! {
    pub const Council: u64 = 100;
}

pub struct Now;

impl Get<Moment> for Now {
    fn get() -> Moment {
        Moment { block: System::block_number() as u32, time: Time::get() }
    }
}

/// 登记岗, 信披岗 and 复核岗 of the one exchange.
pub const MAKER: u64 = 1;
pub const CHECKER: u64 = 2;
pub const DISCLOSER: u64 = 5;
/// 登记岗 and 复核岗 of another.
pub const STRANGE_MAKER: u64 = 11;
pub const STRANGE_CHECKER: u64 = 12;
/// The same person as [`MAKER`] with another key, as a checker.
pub const SAME_PERSON: u64 = 4;
/// A member without either role.
pub const BANKER: u64 = 50;
/// An account that belongs to nobody.
pub const OUTSIDER: u64 = 99;
/// The council.
pub const COUNCIL: u64 = 100;

const EXCHANGE: &str = "91350100M000100Y43";
const STRANGE: &str = "91430100MADEW00089";

pub fn exchange() -> Uscc {
    EXCHANGE.parse().expect("valid code")
}

pub fn strange_exchange() -> Uscc {
    STRANGE.parse().expect("valid code")
}

pub fn actor(key: u64) -> Option<Actor<u64>> {
    let (organisation, roles, person): (_, &[Role], u8) = match key {
        MAKER => (EXCHANGE, &[Role::Registrar], 1),
        CHECKER => (EXCHANGE, &[Role::Reviewer], 2),
        SAME_PERSON => (EXCHANGE, &[Role::Reviewer], 1),
        DISCLOSER => (EXCHANGE, &[Role::Discloser], 5),
        STRANGE_MAKER => (STRANGE, &[Role::Registrar], 11),
        STRANGE_CHECKER => (STRANGE, &[Role::Reviewer], 12),
        BANKER => ("91430100MADEW0009C", &[Role::User], 50),
        _ => return None,
    };
    let organisation = organisation.parse().expect("valid code");
    Some(Actor { organisation, key, handle: Handle([person; 8]), custody: Custody::Own, roles: Roles::of(roles) })
}

pub struct Ensure<R>(core::marker::PhantomData<R>);

impl<R: Get<Roles>> EnsureOrigin<RuntimeOrigin> for Ensure<R> {
    type Success = Actor<u64>;

    fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
        let signer: Result<RawOrigin<u64>, _> = origin.clone().into();
        match signer {
            Ok(RawOrigin::Signed(key)) => actor(key).filter(|actor| actor.roles.intersects(R::get())).ok_or(origin),
            _ => Err(origin),
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
        let keys = [MAKER, CHECKER];
        let known = keys.into_iter().find(|key| actor(*key).is_some_and(|actor| actor.roles.intersects(R::get())));
        known.map(RuntimeOrigin::signed).ok_or(())
    }
}

parameter_types! {
    pub const Makers: Roles = Roles::of(&[Role::Registrar, Role::Discloser]);
    pub const Checkers: Roles = Roles::of(&[Role::Reviewer]);
}

/// The enterprises of [`Firms`].
pub struct Archive;

impl DatedEnterprises for Archive {
    fn registrar(enterprise: &Uscc) -> Option<Uscc> {
        Firms::get().get(enterprise).map(|firm| firm.registrar)
    }

    fn tiers(enterprise: &Uscc) -> Vec<(u64, Option<Tier>)> {
        Firms::get().remove(enterprise).map(|firm| firm.tiers).unwrap_or_default()
    }

    fn statuses(enterprise: &Uscc) -> Vec<(u64, EnterpriseStatus)> {
        Firms::get().remove(enterprise).map(|firm| firm.statuses).unwrap_or_default()
    }

    fn page(after: Option<Uscc>, most: u32) -> Vec<Uscc> {
        let from = after.map_or(Unbounded, Excluded);
        Firms::get().range((from, Unbounded)).map(|(enterprise, _)| *enterprise).take(most as usize).collect()
    }
}

impl crate::Config for Test {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Archive;
    type CheckerOrigin = Ensure<Checkers>;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type Enterprises = Archive;
    type MakerOrigin = Ensure<Makers>;
    type Now = Now;
    type WeightInfo = ();
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper for Archive {
    fn enterprise() -> Uscc {
        enter(1, exchange(), Some(Tier::Incubation), 0);
        uscc(1)
    }
}

/// The code for life of an invented enterprise.
pub fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

/// Registers an enterprise at a Unix second.
pub fn enter(number: u32, registrar: Uscc, tier: Option<Tier>, since: u64) {
    let (tiers, statuses) = (vec![(since, tier)], vec![(since, EnterpriseStatus::Active)]);
    Firms::mutate(|firms| firms.insert(uscc(number), Firm { registrar, tiers, statuses }));
}

/// Gives an enterprise another status from a Unix second on.
pub fn change_status(number: u32, since: u64, status: EnterpriseStatus) {
    Firms::mutate(|firms| firms.get_mut(&uscc(number)).expect("registered").statuses.push((since, status)));
}

pub fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// Runs a test on a new chain on 2 March 2026 and checks the stored state afterwards. Two enterprises are registered: 1, in
/// tier F, and 2, in tier G with the other exchange.
pub fn test(run: impl FnOnce()) {
    // Before the genesis is built: the thread's last test may have left a later time.
    Time::set(day("2026-03-02").start());
    Firms::set(BTreeMap::new());
    let since = day("2020-01-01").start();
    enter(1, exchange(), Some(Tier::Incubation), since);
    enter(2, strange_exchange(), Some(Tier::Standard), since);
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(1);
        run();
        Obligations::do_try_state().expect("consistent obligations");
    });
}
