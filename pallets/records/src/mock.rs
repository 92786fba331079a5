//! A chain whose signers have the organisation and the roles that their account number says.

use crate as pallet_jiandu_records;
use frame_support::{
    derive_impl,
    dispatch::RawOrigin,
    parameter_types,
    traits::{EnsureOrigin, Get},
};
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    digest::{ContentHash, DigestAlg},
    member::{Actor, Author, Custody, Handle, KeyHolders, Role, Roles},
    record::{Content, Document, Documents, ExternalId, MediaType, Subject},
    uscc::Uscc,
};
use sp_core::Pair;
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Records: pallet_jiandu_records,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
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

/// Two makers of one exchange, and one of another.
pub const MAKER: u64 = 1;
pub const COLLEAGUE: u64 = 2;
pub const STRANGER: u64 = 11;
/// An account without the role.
pub const READER: u64 = 50;
/// An account that may hand in seals alone.
pub const BEARER: u64 = 60;

pub fn code(text: &str) -> Uscc {
    text.parse().expect("valid code")
}

/// The actor that an account number stands for: below 10 the one exchange, below 20 the other.
pub fn actor(key: u64) -> Actor<u64> {
    let organisation = code(if key < 10 { "91350100M000100Y43" } else { "91430100MADEW00089" });
    let handle = Handle([key as u8; 8]);
    Actor { organisation, key, handle, custody: Custody::Own, roles: Roles::of(&[Role::Discloser]) }
}

pub struct EnsureMaker;

impl EnsureOrigin<RuntimeOrigin> for EnsureMaker {
    type Success = Actor<u64>;

    fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
        let signer: Result<RawOrigin<u64>, _> = origin.clone().into();
        match signer {
            Ok(RawOrigin::Signed(key)) if key < 20 => Ok(actor(key)),
            _ => Err(origin),
        }
    }
}

/// The member's key whose seals the chain of the tests knows.
pub fn member_key() -> sp_core::sr25519::Pair {
    sp_core::Pair::from_seed(&[7; 32])
}

pub fn member_ed25519_key() -> sp_core::ed25519::Pair {
    sp_core::Pair::from_seed(&[8; 32])
}

pub struct Holders;

impl KeyHolders for Holders {
    fn holder(public: &[u8; 32]) -> Option<Author> {
        let known = [member_key().public().0, member_ed25519_key().public().0];
        known.contains(public).then(|| actor(MAKER).author())
    }
}

parameter_types! {
    pub const Genesis: Option<GenesisHash> = Some(GenesisHash([9; 32]));
}

/// Makers, and the one who may hand in seals and nothing else.
pub struct EnsureBearer;

impl EnsureOrigin<RuntimeOrigin> for EnsureBearer {
    type Success = Actor<u64>;

    fn try_origin(origin: RuntimeOrigin) -> Result<Actor<u64>, RuntimeOrigin> {
        let signer: Result<RawOrigin<u64>, _> = origin.clone().into();
        match signer {
            Ok(RawOrigin::Signed(key)) if key < 20 || key == BEARER => Ok(actor(key)),
            _ => Err(origin),
        }
    }
}

impl crate::Config for Test {
    type Genesis = Genesis;
    type KeyHolders = Holders;
    type Now = Now;
    type SealOrigin = EnsureBearer;
    type WeightInfo = ();
    type WriteOrigin = EnsureMaker;
}

pub fn subject() -> Subject {
    Subject::Uscc(code("91430100MADEW0009C"))
}

pub fn external_id(text: &str) -> ExternalId {
    text.parse().expect("valid id")
}

pub fn digest(alg: DigestAlg, number: u8) -> ContentHash {
    ContentHash { alg, value: [number; 32] }
}

/// A document whose digests are made of one number.
pub fn document(number: u8) -> Document {
    let digests = vec![digest(DigestAlg::Blake3, number), digest(DigestAlg::Sm3, number)];
    Document {
        content: Content::Plain { digests: digests.try_into().expect("two"), length: 100 },
        media: MediaType::Pdf,
    }
}

/// A sealed one.
pub fn sealed(number: u8) -> Document {
    let algs = [DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment];
    let digests = algs.map(|alg| digest(alg, number)).to_vec().try_into().expect("three");
    Document { content: Content::Sealed { digests, length: 100 }, media: MediaType::Pdf }
}

pub fn documents(numbers: &[u8]) -> Documents {
    numbers.iter().map(|number| document(*number)).collect::<Vec<_>>().try_into().expect("few")
}

/// Runs a test on a new chain and checks the stored state afterwards.
pub fn test(run: impl FnOnce()) {
    // Before the genesis is built: the thread's last test may have left a later time.
    Time::set(1_000);
    let storage = RuntimeGenesisConfig::default().build_storage().expect("valid genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        System::set_block_number(1);
        run();
        Records::do_try_state().expect("consistent state");
    });
}
