//! A chain with two organisations and a council of one account.

use crate::{
    self as pallet_jiandu_members,
    genesis::{GenesisKey, GenesisOrganisation},
    types::NewKey,
};
use frame_support::{
    derive_impl, ord_parameter_types, parameter_types,
    traits::{Contains, Get},
};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{
    chain::Moment,
    member::{BoundKeys, Custody, Handle, OrganisationKind, Role, Roles},
    refusal::Refusal,
    uscc::Uscc,
};
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Members: pallet_jiandu_members,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

ord_parameter_types! {
    pub const Council: u64 = 100;
}

parameter_types! {
    pub static Time: u64 = 1_000;
    pub static CouncilCanDecide: bool = true;
}

pub struct Now;

impl Get<Moment> for Now {
    fn get() -> Moment {
        Moment { block: System::block_number() as u32, time: Time::get() }
    }
}

/// A key of an enterprise.
pub const ENTERPRISE_KEY: u64 = 200;

pub struct EnterpriseKeys;

impl BoundKeys<u64> for EnterpriseKeys {
    fn admits(key: &u64) -> Result<(), Refusal> {
        Self::knows(key).then_some(()).ok_or(Refusal::UnknownKey)
    }

    fn knows(key: &u64) -> bool {
        *key == ENTERPRISE_KEY
    }
}

pub struct EnterpriseCalls;

impl Contains<RuntimeCall> for EnterpriseCalls {
    fn contains(call: &RuntimeCall) -> bool {
        matches!(call, RuntimeCall::Members(crate::Call::end_deputation { .. }))
    }
}

impl crate::Config for Test {
    type BoundCalls = EnterpriseCalls;
    type BoundKeys = EnterpriseKeys;
    type CouncilCanDecide = CouncilCanDecide;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type Now = Now;
    type WeightInfo = ();
}

/// The exchange, its administrator and its discloser.
pub const EXCHANGE: &str = "91350100M000100Y43";
pub const ADMIN: u64 = 1;
pub const MAKER: u64 = 2;
/// A bank and its administrator.
pub const BANK: &str = "91430100MADEW00089";
pub const BANKER: u64 = 3;
/// A code that nobody has at the beginning.
pub const NEWCOMER: &str = "91430100MADEW0009C";
/// An account that belongs to nobody.
pub const OUTSIDER: u64 = 99;

pub fn code(text: &str) -> Uscc {
    text.parse().expect("valid code")
}

pub fn handle(number: u8) -> Handle {
    Handle([number; 8])
}

pub fn new_key(account: u64, person: u8, roles: &[Role]) -> NewKey<u64> {
    NewKey { account, handle: handle(person), roles: Roles::of(roles), custody: Custody::Own, from: 0, until: None }
}

fn organisation(uscc: &str, kind: OrganisationKind, keys: &[(u64, u8, &[Role])]) -> GenesisOrganisation<u64> {
    let key = |(account, person, roles): &(u64, u8, &[Role])| GenesisKey {
        account: *account,
        handle: handle(*person),
        roles: Roles::of(roles),
        custody: Custody::Own,
    };
    GenesisOrganisation { uscc: code(uscc), kind, name: "示例".into(), keys: keys.iter().map(key).collect() }
}

/// Runs a test on a new chain and checks the stored state afterwards.
pub fn test(run: impl FnOnce()) {
    // Before the genesis is built: the thread's last test may have left a later time.
    Time::set(1_000);
    let storage = RuntimeGenesisConfig {
        members: crate::GenesisConfig {
            organisations: vec![
                organisation(
                    EXCHANGE,
                    OrganisationKind::Exchange,
                    &[(ADMIN, 1, &[Role::Administrator]), (MAKER, 2, &[Role::Discloser])],
                ),
                organisation(BANK, OrganisationKind::DataUser, &[(BANKER, 3, &[Role::Administrator, Role::User])]),
            ],
        },
        ..Default::default()
    }
    .build_storage()
    .expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        CouncilCanDecide::set(true);
        System::set_block_number(1);
        run();
        Members::do_try_state().expect("consistent state");
    });
}
