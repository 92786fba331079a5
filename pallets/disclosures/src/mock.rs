//! A chain with the real object store and real archives, and people who are what their account numbers say.

use crate as pallet_jiandu_disclosures;
use frame_support::{
    derive_impl,
    dispatch::RawOrigin,
    ord_parameter_types, parameter_types,
    traits::{Contains, EnsureOrigin, Get},
};
use frame_system::EnsureSignedBy;
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    digest::{ContentHash, DigestAlg},
    disclosure::{DisclosureKind, Filing, FilingLog, Occasion},
    member::{Actor, Author, Custody, Handle, KeyHolders, Role, Roles},
    record::{Content, Document, Documents, MediaType, ObjectId},
    region::Region,
    uscc::{check_character, Uscc},
};
use sp_runtime::BuildStorage;
use std::cell::RefCell;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Records: pallet_jiandu_records,
        Archives: pallet_jiandu_archives,
        Disclosures: pallet_jiandu_disclosures,
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

/// 登记岗 of the one exchange, who confirms with [`CHECKER`].
pub const REGISTRAR: u64 = 1;
/// 信披岗, a colleague, and the same person with a second key that reviews.
pub const MAKER: u64 = 2;
pub const COLLEAGUE: u64 = 3;
pub const SAME_PERSON: u64 = 4;
/// 复核岗, and another one.
pub const CHECKER: u64 = 5;
pub const SECOND_CHECKER: u64 = 6;
/// A deputy: submits and reviews.
pub const DEPUTY: u64 = 7;
/// Of another exchange.
pub const STRANGE_MAKER: u64 = 12;
pub const STRANGE_CHECKER: u64 = 15;
/// An intermediary and another one.
pub const AGENT: u64 = 60;
pub const OTHER_AGENT: u64 = 61;
/// The regulator.
pub const REGULATOR: u64 = 70;
/// A member with none of these roles.
pub const BANKER: u64 = 50;
/// An account that belongs to nobody.
pub const OUTSIDER: u64 = 99;
/// Keys of the enterprises 1 and 2.
pub const KEY: u64 = 201;
pub const OTHER_KEY: u64 = 202;

pub fn actor(key: u64) -> Option<Actor<u64>> {
    let (organisation, roles, person): (_, &[Role], u8) = match key {
        REGISTRAR => ("91350100M000100Y43", &[Role::Registrar], 1),
        MAKER => ("91350100M000100Y43", &[Role::Discloser], 2),
        COLLEAGUE => ("91350100M000100Y43", &[Role::Discloser], 3),
        SAME_PERSON => ("91350100M000100Y43", &[Role::Reviewer], 2),
        CHECKER => ("91350100M000100Y43", &[Role::Reviewer], 5),
        SECOND_CHECKER => ("91350100M000100Y43", &[Role::Reviewer], 6),
        DEPUTY => ("91350100M000100Y43", &[Role::Discloser, Role::Reviewer], 7),
        STRANGE_MAKER => ("91430100MADEW00089", &[Role::Discloser], 12),
        STRANGE_CHECKER => ("91430100MADEW00089", &[Role::Reviewer], 15),
        AGENT => ("91430100MADEW0003R", &[Role::Referer], 60),
        OTHER_AGENT => ("91430100MADEW00063", &[Role::Referer], 61),
        REGULATOR => ("12430000MADEW0002N", &[Role::Regulator], 70),
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
    pub const Registrars: Roles = Roles::of(&[Role::Registrar]);
    pub const Makers: Roles = Roles::of(&[Role::Discloser, Role::Referer]);
    pub const Checkers: Roles = Roles::of(&[Role::Reviewer]);
    pub const Agents: Roles = Roles::of(&[Role::Referer]);
    pub const Regulators: Roles = Roles::of(&[Role::Regulator]);
    pub Everybody: Roles = Role::ALL.iter().copied().collect();
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

impl pallet_jiandu_archives::Config for Test {
    type AgentOrigin = Ensure<Agents>;
    type CheckerOrigin = Ensure<Checkers>;
    type CouncilOrigin = EnsureSignedBy<Council, u64>;
    type MakerOrigin = Ensure<Registrars>;
    type MemberKeys = Members;
    type Now = Now;
    type Obligations = Listener;
    type Records = Records;
    type Region = Market;
    type WeightInfo = ();
}

thread_local! {
    /// What the obligations were told.
    pub static TOLD: RefCell<Vec<Told>> = const { RefCell::new(Vec::new()) };
}

/// Something that the obligations were told.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    Filed(Uscc, DisclosureKind, Occasion, Filing),
    Withdrawn(Uscc, ObjectId),
}

pub struct Listener;

impl FilingLog for Listener {
    fn note_filed(enterprise: &Uscc, kind: DisclosureKind, occasion: &Occasion, filing: Filing) -> bool {
        TOLD.with_borrow_mut(|told| told.push(Told::Filed(*enterprise, kind, occasion.clone(), filing)));
        true
    }

    fn note_withdrawn(enterprise: &Uscc, record: ObjectId) {
        TOLD.with_borrow_mut(|told| told.push(Told::Withdrawn(*enterprise, record)));
    }
}

impl crate::Config for Test {
    type CheckerOrigin = Ensure<Checkers>;
    type Enterprises = Archives;
    type MakerOrigin = Ensure<Makers>;
    type MemberOrigin = Ensure<Everybody>;
    type Now = Now;
    type Obligations = Listener;
    type Records = Records;
    type RegulatorOrigin = Ensure<Regulators>;
    type WeightInfo = ();
}

/// The code for life of an invented enterprise.
pub fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
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

/// Runs a test on a chain with two enterprises and their keys, and checks the stored state afterwards.
pub fn test(run: impl FnOnce()) {
    Time::set(1_000);
    TOLD.take();
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(1);
        register();
        run();
        Disclosures::do_try_state().expect("consistent disclosures");
        Archives::do_try_state().expect("consistent archives");
        Records::do_try_state().expect("consistent records");
    });
}

/// Does what two clerks agree on.
pub fn agreed(act: pallet_jiandu_archives::Act<u64>) {
    use codec::Encode;
    let (number, size) = (pallet_jiandu_archives::NextProposal::<Test>::get(), act.size());
    let digest = sp_crypto_hashing::blake2_256(&act.encode());
    Archives::propose(RuntimeOrigin::signed(REGISTRAR), act).expect("proposes");
    Archives::confirm(RuntimeOrigin::signed(CHECKER), number, digest, size).expect("confirms");
}

fn register() {
    use pallet_jiandu_archives::{Act, Registration};
    for (number, name, key) in [(1, "甲公司", KEY), (2, "乙公司", OTHER_KEY)] {
        let enterprise = uscc(number);
        let code = format!("HN{number:06}G").parse().expect("a code");
        let name = name.as_bytes().to_vec().try_into().expect("short");
        let registration = Registration { enterprise, name, code, since: 100 };
        agreed(Act::Register(vec![registration].try_into().expect("one")));
        let custody = Custody::Own;
        agreed(Act::BindKey { enterprise, key, custody, replaces: None, application: [1; 32] });
    }
}
