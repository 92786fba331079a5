//! A chain with the real object store, and clerks who are what their account numbers say.

use crate as pallet_jiandu_archives;
use frame_support::{
    derive_impl,
    dispatch::RawOrigin,
    ord_parameter_types, parameter_types,
    traits::{Contains, EnsureOrigin, Get},
};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    code::EnterpriseCode,
    digest::{ContentHash, DigestAlg},
    member::{Actor, Author, Custody, Handle, KeyHolders, Role, Roles},
    name::Name,
    record::{Content, Document, Documents, MediaType},
    region::Region,
    uscc::{check_character, Uscc},
};
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Records: pallet_jiandu_records,
        Archives: pallet_jiandu_archives,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
    pub static Time: u64 = 1_000;
    pub const Market: Region = Region::Hunan;
    pub const Genesis: Option<GenesisHash> = Some(GenesisHash([9; 32]));
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

/// 登记岗 and 复核岗 of the one exchange, and of another.
pub const MAKER: u64 = 1;
pub const CHECKER: u64 = 2;
pub const STRANGE_MAKER: u64 = 11;
pub const STRANGE_CHECKER: u64 = 12;
/// A deputy: has both roles.
pub const DEPUTY: u64 = 3;
/// The same person as [`MAKER`] with another key, as a checker.
pub const SAME_PERSON: u64 = 4;
/// A member that files for enterprises, and another one.
pub const AGENT: u64 = 60;
pub const OTHER_AGENT: u64 = 61;
/// A member without either role.
pub const BANKER: u64 = 50;
/// An account that belongs to nobody.
pub const OUTSIDER: u64 = 99;
/// Keys of enterprises.
pub const FIRST_KEY: u64 = 201;
pub const SECOND_KEY: u64 = 202;
pub const THIRD_KEY: u64 = 203;

pub fn actor(key: u64) -> Option<Actor<u64>> {
    let (organisation, roles, person): (_, &[Role], u8) = match key {
        MAKER => ("91350100M000100Y43", &[Role::Registrar], 1),
        CHECKER => ("91350100M000100Y43", &[Role::Reviewer], 2),
        DEPUTY => ("91350100M000100Y43", &[Role::Registrar, Role::Reviewer], 3),
        SAME_PERSON => ("91350100M000100Y43", &[Role::Reviewer], 1),
        STRANGE_MAKER => ("91430100MADEW00089", &[Role::Registrar], 11),
        STRANGE_CHECKER => ("91430100MADEW00089", &[Role::Reviewer], 12),
        AGENT => ("91430100MADEW0003R", &[Role::Referer], 60),
        OTHER_AGENT => ("91430100MADEW00063", &[Role::Referer], 61),
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
}

parameter_types! {
    pub const Makers: Roles = Roles::of(&[Role::Registrar]);
    pub const Checkers: Roles = Roles::of(&[Role::Reviewer]);
    pub const Agents: Roles = Roles::of(&[Role::Referer, Role::Administrator]);
}

pub struct Members;

impl Contains<u64> for Members {
    fn contains(key: &u64) -> bool {
        actor(*key).is_some()
    }
}

impl KeyHolders for Members {
    fn holder(_: &[u8; 32]) -> Option<Author> {
        None
    }
}

impl pallet_jiandu_records::Config for Test {
    type Genesis = Genesis;
    type KeyHolders = Members;
    type Now = Now;
    type SealOrigin = Ensure<Makers>;
    type WeightInfo = ();
    type WriteOrigin = Ensure<Makers>;
}

impl crate::Config for Test {
    type AgentOrigin = Ensure<Agents>;
    type CheckerOrigin = Ensure<Checkers>;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type MakerOrigin = Ensure<Makers>;
    type MemberKeys = Members;
    type Now = Now;
    type Obligations = ();
    type Records = Records;
    type Region = Market;
    type WeightInfo = ();
}

/// The code for life of an invented enterprise.
pub fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

pub fn name(text: &str) -> Name {
    text.as_bytes().to_vec().try_into().expect("short")
}

pub fn code(text: &str) -> EnterpriseCode {
    text.parse().expect("valid code")
}

/// Documents whose digests are made of numbers.
pub fn documents(numbers: &[u8]) -> Documents {
    let document = |number: &u8| {
        let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| ContentHash { alg, value: [*number; 32] });
        let digests = digests.to_vec().try_into().expect("two");
        Document { content: Content::Plain { digests, length: 100 }, media: MediaType::Pdf }
    };
    numbers.iter().map(document).collect::<Vec<_>>().try_into().expect("few")
}

/// Runs a test on a new chain and checks the stored state afterwards.
pub fn test(run: impl FnOnce()) {
    // Before the genesis is built: the thread's last test may have left a later time.
    Time::set(1_000);
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(1);
        run();
        Archives::do_try_state().expect("consistent archives");
        Records::do_try_state().expect("consistent records");
    });
}
