//! A chain with real members, real archives and the real object store.

use crate as pallet_jiandu_grants;
use frame_support::{
    derive_impl, ord_parameter_types, parameter_types,
    traits::{Contains, Get},
};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    member::{Author, Custody, Handle, KeyHolders, OrganisationKind, Role, Roles},
    region::Region,
    uscc::{check_character, Uscc},
};
use pallet_jiandu_members::{
    genesis::{GenesisKey, GenesisOrganisation},
    EnsureRole,
};
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Members: pallet_jiandu_members,
        Records: pallet_jiandu_records,
        Archives: pallet_jiandu_archives,
        Grants: pallet_jiandu_grants,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// When tests begin: every key of the enterprises acts.
pub const START: u64 = 1_000_000;

parameter_types! {
    pub static Time: u64 = START;
    pub const Market: Region = Region::Hunan;
    pub const Genesis: Option<GenesisHash> = Some(GenesisHash([9; 32]));
    pub const CouncilCanDecide: bool = true;
    pub const Makers: Roles = Roles::of(&[Role::Registrar]);
    pub const Checkers: Roles = Roles::of(&[Role::Reviewer]);
    pub const Parties: Roles = Roles::of(&[Role::User, Role::Provider]);
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

/// 登记岗 and 复核岗 of the exchange.
pub const REGISTRAR: u64 = 1;
pub const REVIEWER: u64 = 2;
/// The bank: two persons that use data, and one that does not.
pub const BANKER: u64 = 10;
pub const COLLEAGUE: u64 = 11;
pub const BANK_ADMIN: u64 = 12;
/// Another bank, and a guarantor.
pub const OTHER_BANKER: u64 = 20;
pub const GUARANTOR: u64 = 25;
/// The data bureau, and another provider.
pub const BUREAU: u64 = 30;
pub const OTHER_BUREAU: u64 = 35;
/// A member with neither role.
pub const AUDITOR: u64 = 50;
/// An account that belongs to nobody.
pub const OUTSIDER: u64 = 99;
/// Keys of the enterprises 1 and 2: the first has two, and one more that cools off in a test.
pub const KEY: u64 = 201;
pub const SECOND_KEY: u64 = 202;
pub const NEW_KEY: u64 = 203;
pub const OTHER_KEY: u64 = 211;

pub const EXCHANGE: &str = "91350100M000100Y43";
pub const BANK: &str = "91430100MADEW00089";
pub const OTHER_BANK: &str = "91430100MADEW0009C";
pub const GUARANTEE: &str = "91430100MADEW0003R";
pub const DATA: &str = "91430100MADEW00063";
pub const OTHER_DATA: &str = "12430000MADEW0002N";
pub const AUDIT: &str = "91430100MADEW0001K";

pub fn code(text: &str) -> Uscc {
    text.parse().expect("valid code")
}

impl pallet_jiandu_members::Config for Test {
    type BoundCalls = frame_support::traits::Everything;
    type BoundKeys = Archives;
    type CouncilCanDecide = CouncilCanDecide;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type Now = Now;
    type WeightInfo = ();
}

pub struct MemberKeys;

impl Contains<u64> for MemberKeys {
    fn contains(key: &u64) -> bool {
        Members::knows(key)
    }
}

impl KeyHolders for MemberKeys {
    fn holder(_: &[u8; 32]) -> Option<Author> {
        None
    }
}

impl pallet_jiandu_records::Config for Test {
    type Genesis = Genesis;
    type KeyHolders = MemberKeys;
    type Now = Now;
    type SealOrigin = EnsureRole<Test, Makers>;
    type WeightInfo = ();
    type WriteOrigin = EnsureRole<Test, Makers>;
}

impl pallet_jiandu_archives::Config for Test {
    type AgentOrigin = EnsureRole<Test, Makers>;
    type CheckerOrigin = EnsureRole<Test, Checkers>;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type MakerOrigin = EnsureRole<Test, Makers>;
    type MemberKeys = MemberKeys;
    type Now = Now;
    type Obligations = ();
    type Records = Records;
    type Region = Market;
    type WeightInfo = ();
}

impl crate::Config for Test {
    type Enterprises = Archives;
    type MemberOrigin = EnsureRole<Test, Parties>;
    type Members = Members;
    type Now = Now;
    type Records = Records;
    type WeightInfo = ();
}

/// The code for life of an invented enterprise.
pub fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

fn organisation(uscc: &str, kind: OrganisationKind, keys: &[(u64, &[Role])]) -> GenesisOrganisation<u64> {
    let key = |(account, roles): &(u64, &[Role])| GenesisKey {
        account: *account,
        handle: Handle([*account as u8; 8]),
        roles: Roles::of(roles),
        custody: Custody::Own,
    };
    GenesisOrganisation { uscc: code(uscc), kind, name: format!("机构 {uscc}"), keys: keys.iter().map(key).collect() }
}

/// Runs a test on a chain with banks, bureaus, two enterprises and their keys, and checks the stored state afterwards.
pub fn test<R>(run: impl FnOnce() -> R) -> R {
    use OrganisationKind::*;
    Time::set(1_000);
    let organisations = vec![
        organisation(EXCHANGE, Exchange, &[(REGISTRAR, &[Role::Registrar]), (REVIEWER, &[Role::Reviewer])]),
        organisation(
            BANK,
            DataUser,
            &[(BANKER, &[Role::User]), (COLLEAGUE, &[Role::User]), (BANK_ADMIN, &[Role::Administrator])],
        ),
        organisation(OTHER_BANK, DataUser, &[(OTHER_BANKER, &[Role::User])]),
        organisation(GUARANTEE, DataUser, &[(GUARANTOR, &[Role::User])]),
        organisation(DATA, DataProvider, &[(BUREAU, &[Role::Provider])]),
        organisation(OTHER_DATA, DataProvider, &[(OTHER_BUREAU, &[Role::Provider])]),
        organisation(AUDIT, Auditor, &[(AUDITOR, &[Role::Auditor])]),
    ];
    let members = pallet_jiandu_members::GenesisConfig { organisations };
    let genesis = RuntimeGenesisConfig { members, ..Default::default() };
    let storage = genesis.build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(1);
        register();
        Time::set(START);
        System::set_block_number(10);
        let result = run();
        Grants::do_try_state().expect("consistent grants");
        Archives::do_try_state().expect("consistent archives");
        Members::do_try_state().expect("consistent members");
        result
    })
}

/// The next block, so many seconds later.
pub fn later(seconds: u64) {
    Time::set(Time::get() + seconds);
    System::set_block_number(System::block_number() + 1);
}

/// Does what two clerks agree on.
pub fn agreed(act: pallet_jiandu_archives::Act<u64>) {
    use codec::Encode;
    let (number, size) = (pallet_jiandu_archives::NextProposal::<Test>::get(), act.size());
    let digest = sp_crypto_hashing::blake2_256(&act.encode());
    Archives::propose(RuntimeOrigin::signed(REGISTRAR), act).expect("proposes");
    Archives::confirm(RuntimeOrigin::signed(REVIEWER), number, digest, size).expect("confirms");
}

/// Binds a key to enterprise 1 in place of another, or beside the others.
pub fn bind(enterprise: u32, key: u64, replaces: Option<u64>) {
    let act = pallet_jiandu_archives::Act::BindKey {
        enterprise: uscc(enterprise),
        key,
        custody: Custody::Own,
        replaces,
        application: [1; 32],
    };
    agreed(act);
}

fn register() {
    use pallet_jiandu_archives::{Act, Registration};
    for (number, name) in [(1, "甲公司"), (2, "乙公司")] {
        let code = format!("HN{number:06}G").parse().expect("a code");
        let name = name.as_bytes().to_vec().try_into().expect("short");
        let registration = Registration { enterprise: uscc(number), name, code, since: 100 };
        agreed(Act::Register(vec![registration].try_into().expect("one")));
    }
    bind(1, KEY, None);
    bind(1, SECOND_KEY, None);
    bind(2, OTHER_KEY, None);
}
