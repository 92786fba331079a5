//! What each pallet is given.

use crate::{
    filter::AllowedCalls, token::NoToken, weights, AccountId, Block, BlockNumber, Hash, Nonce, PalletInfo, Runtime,
    RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, SessionKeys, System, Timestamp, VERSION,
};
use frame_support::{
    derive_impl, parameter_types,
    traits::{ChangeMembers, ConstU32, ConstU64, Contains, Get},
    weights::{
        constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
        Weight,
    },
};
use frame_system::{limits, EnsureNever};
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    member::{Author, KeyHolders, Role, Roles},
    region::Region,
};
use pallet_collective::{EnsureProportionAtLeast, EnsureProportionMoreThan};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::{
    traits::{Convert, OpaqueKeys},
    DispatchResult, Perbill,
};
use sp_version::RuntimeVersion;

/// Milliseconds from one block to the next.
pub const SLOT_MILLISECONDS: u64 = 2_000;
/// Most validators of a network.
pub const MAX_VALIDATORS: u32 = 64;

parameter_types! {
    /// How many blocks back a transaction's mortality may refer to: 80 minutes.
    pub const BlockHashCount: BlockNumber = 2_400;
    /// The version of this runtime.
    pub const Version: RuntimeVersion = VERSION;
    /// One second of computing in a block of two seconds, three quarters of it for ordinary transactions.
    pub BlockWeights: limits::BlockWeights = limits::BlockWeights::with_sensible_defaults(
        Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND, u64::MAX),
        Perbill::from_percent(75),
    );
    /// Five mebibytes of transactions in a block.
    pub BlockLength: limits::BlockLength = limits::BlockLength::builder()
        .max_length(5 * 1024 * 1024)
        .modify_max_length_for_class(frame_support::dispatch::DispatchClass::Normal, |max| *max = max.saturating_div(4).saturating_mul(3))
        .build();
    /// Half of a block for what the council decides.
    pub MaxProposalWeight: Weight = Perbill::from_percent(50) * BlockWeights::get().max_block;
    /// The prefix of accounts in their readable form.
    pub const Ss58Prefix: u16 = 42;
    /// Keys that write records without a workflow.
    pub const RecordWriters: Roles = Roles::of(&[Role::Registrar, Role::Discloser]);
    /// Keys that hand in seals: their own organisation's, or those of parties without a key here.
    pub const SealBearers: Roles = Roles::of(&[
        Role::Registrar,
        Role::Discloser,
        Role::Reviewer,
        Role::Referer,
        Role::Auditor,
        Role::Regulator,
    ]);
    /// 登记岗: proposes what is to be said of an enterprise.
    pub const Makers: Roles = Roles::of(&[Role::Registrar]);
    /// 复核岗: confirms it.
    pub const Checkers: Roles = Roles::of(&[Role::Reviewer]);
    /// Members that submit disclosures: 信披岗 for the exchange, 推荐人 under a mandate.
    pub const Submitters: Roles = Roles::of(&[Role::Discloser, Role::Referer]);
    /// Who ends a mandate for its agent.
    pub const Agents: Roles = Roles::of(&[Role::Administrator, Role::Referer]);
    /// 监管: freezes.
    pub const Regulators: Roles = Roles::of(&[Role::Regulator]);
    /// 数据使用方 and 数据提供方: parties of grants.
    pub const GrantParties: Roles = Roles::of(&[Role::User, Role::Provider]);
    /// Any member: every key has a role.
    pub const Everybody: Roles = Roles::all();
    /// The market that this chain is the registry of.
    pub const Market: Region = Region::Hunan;
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type AccountId = AccountId;
    type ExtensionsWeightInfo = weights::frame_system_extensions::WeightInfo<Runtime>;
    type SystemWeightInfo = weights::frame_system::WeightInfo<Runtime>;
    type BaseCallFilter = AllowedCalls;
    type Block = Block;
    type BlockHashCount = BlockHashCount;
    type BlockLength = BlockLength;
    type BlockWeights = BlockWeights;
    type DbWeight = ParityDbWeight;
    type Hash = Hash;
    type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
    type MaxConsumers = ConstU32<16>;
    type Nonce = Nonce;
    type SS58Prefix = Ss58Prefix;
    type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
    type MinimumPeriod = ConstU64<{ SLOT_MILLISECONDS / 2 }>;
    type Moment = u64;
    type OnTimestampSet = crate::Aura;
    type WeightInfo = weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl pallet_aura::Config for Runtime {
    type AllowMultipleBlocksPerSlot = frame_support::traits::ConstBool<false>;
    type AuthorityId = AuraId;
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type SlotDuration = ConstU64<SLOT_MILLISECONDS>;
}

/// Weights of GRANDPA's calls. Nobody may send them: the filter refuses both, and the council notes a stall through
/// governance.
pub struct GrandpaWeight;

impl pallet_grandpa::WeightInfo for GrandpaWeight {
    /// More than any block has room for: equivocations are not reported by transactions here.
    fn report_equivocation(_validators: u32, _nominators: u32) -> Weight {
        Weight::MAX
    }

    fn note_stalled() -> Weight {
        Weight::from_parts(3_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
    }
}

impl pallet_grandpa::Config for Runtime {
    type EquivocationReportSystem = ();
    type KeyOwnerProof = sp_core::Void;
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type MaxNominators = ConstU32<0>;
    type MaxSetIdSessionEntries = ConstU64<0>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = GrandpaWeight;
}

/// Blocks per session, as the genesis fixed it.
pub struct SessionLength;

impl Get<BlockNumber> for SessionLength {
    fn get() -> BlockNumber {
        pallet_jiandu_chain::SessionLength::<Runtime>::get().max(2)
    }
}

/// Only validators have session keys.
pub struct ValidatorOf;

impl Convert<AccountId, Option<AccountId>> for ValidatorOf {
    fn convert(account: AccountId) -> Option<AccountId> {
        pallet_session::Validators::<Runtime>::get().contains(&account).then_some(account)
    }
}

impl pallet_session::Config for Runtime {
    type Currency = NoToken;
    type DisablingStrategy = ();
    type KeyDeposit = ConstU64<0>;
    type Keys = SessionKeys;
    type NextSessionRotation = pallet_session::PeriodicSessions<SessionLength, ConstU32<0>>;
    type RuntimeEvent = RuntimeEvent;
    type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
    // Proposes no set, so the authorities change only when a validator changes its keys.
    type SessionManager = ();
    type ShouldEndSession = pallet_session::PeriodicSessions<SessionLength, ConstU32<0>>;
    type ValidatorId = AccountId;
    type ValidatorIdOf = ValidatorOf;
    type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

/// The council's instance of pallet-collective.
pub type CouncilInstance = pallet_collective::Instance1;
/// More than half of the council: members and their keys, the council's own seats.
pub type MostOfCouncil = EnsureProportionMoreThan<AccountId, CouncilInstance, 1, 2>;
/// At least two thirds of the council: the rules and the finality of the chain.
pub type TwoThirdsOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;

/// Whoever has not voted when a motion's time is over is not for it. Any other rule would let fewer than the threshold decide:
/// the pallet counts what it says as votes.
pub struct AbstainedIsNay;

impl pallet_collective::DefaultVote for AbstainedIsNay {
    fn default_vote(_prime: Option<bool>, _ayes: u32, _nays: u32, _seats: u32) -> bool {
        false
    }
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
    type Consideration = ();
    #[cfg(not(feature = "runtime-benchmarks"))]
    type DefaultVote = AbstainedIsNay;
    // The SDK's benchmarks count on its rule, and set the members as Root.
    #[cfg(feature = "runtime-benchmarks")]
    type DefaultVote = pallet_collective::PrimeDefaultVote;
    type DisapproveOrigin = MostOfCouncil;
    type KillOrigin = EnsureNever<AccountId>;
    type MaxMembers = ConstU32<{ pallet_jiandu_governance::MAX_SEATS }>;
    type MaxProposals = ConstU32<32>;
    type MaxProposalWeight = MaxProposalWeight;
    // Seven days of two-second blocks.
    type MotionDuration = ConstU32<{ 7 * 24 * 60 * 30 }>;
    type Proposal = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeOrigin = RuntimeOrigin;
    // Seats are given through governance, which looks at who may sit.
    #[cfg(not(feature = "runtime-benchmarks"))]
    type SetMembersOrigin = EnsureNever<()>;
    #[cfg(feature = "runtime-benchmarks")]
    type SetMembersOrigin = frame_system::EnsureRoot<AccountId>;
    type WeightInfo = weights::pallet_collective::WeightInfo<Runtime>;
}

impl pallet_jiandu_chain::Config for Runtime {}

/// GRANDPA's handling of a stall.
pub struct GrandpaStall;

impl pallet_jiandu_governance::Finality<BlockNumber> for GrandpaStall {
    fn note_stalled(delay: BlockNumber, best_finalized: BlockNumber) -> DispatchResult {
        crate::Grandpa::note_stalled(RuntimeOrigin::root(), delay, best_finalized)
    }
}

/// The council's seats.
pub struct CouncilSeats;

impl pallet_jiandu_governance::Seats<AccountId> for CouncilSeats {
    fn may_sit(account: &AccountId) -> bool {
        crate::Members::lasts(account)
    }

    fn give(accounts: &[AccountId]) {
        let before = pallet_collective::Members::<Runtime, CouncilInstance>::get();
        crate::Council::set_members_sorted(accounts, &before);
    }
}

impl pallet_jiandu_governance::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type Finality = GrandpaStall;
    type SeatOrigin = TwoThirdsOfCouncil;
    type Seats = CouncilSeats;
    type StallOrigin = TwoThirdsOfCouncil;
    type UpgradeOrigin = TwoThirdsOfCouncil;
    type WeightInfo = weights::pallet_jiandu_governance::WeightInfo<Runtime>;
}

/// The chain's present moment: the number and the time of the block being run.
pub struct Now;

impl Get<Moment> for Now {
    fn get() -> Moment {
        Moment { block: System::block_number(), time: Timestamp::get().saturating_div(1_000) }
    }
}

/// Whether two thirds of the council's seats have a key that may act and is not about to end, as [`TwoThirdsOfCouncil`]
/// needs: with fewer, nobody could give the other seats to other keys.
pub struct CouncilCanDecide;

impl Get<bool> for CouncilCanDecide {
    fn get() -> bool {
        let seats = pallet_collective::Members::<Runtime, CouncilInstance>::get();
        let lasting = seats.iter().filter(|seat| crate::Members::lasts(seat)).count();
        lasting.saturating_mul(3) >= seats.len().saturating_mul(2)
    }
}

/// What the keys of enterprises may sign.
pub struct BoundCalls;

impl Contains<RuntimeCall> for BoundCalls {
    fn contains(call: &RuntimeCall) -> bool {
        use pallet_jiandu_archives::Call as Archives;
        use pallet_jiandu_disclosures::Call as Disclosures;
        use pallet_jiandu_grants::Call as Grants;
        matches!(
            call,
            RuntimeCall::Archives(
                Archives::object_to_key { .. }
                    | Archives::end_key { .. }
                    | Archives::sign_mandate { .. }
                    | Archives::end_mandate { .. },
            ) | RuntimeCall::Disclosures(
                Disclosures::submit { .. }
                    | Disclosures::resubmit { .. }
                    | Disclosures::retract { .. }
                    | Disclosures::take_over { .. },
            ) | RuntimeCall::Grants(
                Grants::propose_grant { .. }
                    | Grants::sign_grant { .. }
                    | Grants::decline_grant { .. }
                    | Grants::suspend_grant { .. }
                    | Grants::resume_grant { .. }
                    | Grants::end_grant { .. }
                    | Grants::settle_use { .. }
                    | Grants::report_use { .. }
                    | Grants::record_denial { .. }
                    | Grants::require_two { .. },
            )
        )
    }
}

impl pallet_jiandu_members::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type BoundCalls = BoundCalls;
    type BoundKeys = crate::Archives;
    type CouncilCanDecide = CouncilCanDecide;
    type CouncilOrigin = MostOfCouncil;
    type Now = Now;
    type WeightInfo = weights::pallet_jiandu_members::WeightInfo<Runtime>;
}

/// The chain's genesis hash, as block 1 wrote it.
pub struct Genesis;

impl Get<Option<GenesisHash>> for Genesis {
    fn get() -> Option<GenesisHash> {
        pallet_jiandu_chain::Genesis::<Runtime>::get().map(|row| row.hash())
    }
}

/// Members' keys, by their public key: an account is one.
pub struct MemberKeys;

impl KeyHolders for MemberKeys {
    fn holder(public: &[u8; 32]) -> Option<Author> {
        crate::Members::actor(AccountId::from(*public)).ok().map(|actor| actor.author())
    }
}

impl Contains<AccountId> for MemberKeys {
    fn contains(key: &AccountId) -> bool {
        crate::Members::knows(key)
    }
}

impl pallet_jiandu_archives::Config for Runtime {
    type AgentOrigin = pallet_jiandu_members::EnsureRole<Runtime, Agents>;
    type CheckerOrigin = pallet_jiandu_members::EnsureRole<Runtime, Checkers>;
    type CouncilOrigin = MostOfCouncil;
    type MakerOrigin = pallet_jiandu_members::EnsureRole<Runtime, Makers>;
    type MemberKeys = MemberKeys;
    type Now = Now;
    type Obligations = crate::Obligations;
    type Records = crate::Records;
    type Region = Market;
    type WeightInfo = weights::pallet_jiandu_archives::WeightInfo<Runtime>;
}

impl pallet_jiandu_disclosures::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type CheckerOrigin = pallet_jiandu_members::EnsureRole<Runtime, Checkers>;
    type Enterprises = crate::Archives;
    type MakerOrigin = pallet_jiandu_members::EnsureRole<Runtime, Submitters>;
    type MemberOrigin = pallet_jiandu_members::EnsureRole<Runtime, Everybody>;
    type Now = Now;
    type Obligations = crate::Obligations;
    type Records = crate::Records;
    type RegulatorOrigin = pallet_jiandu_members::EnsureRole<Runtime, Regulators>;
    type WeightInfo = weights::pallet_jiandu_disclosures::WeightInfo<Runtime>;
}

impl pallet_jiandu_obligations::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type CheckerOrigin = pallet_jiandu_members::EnsureRole<Runtime, Checkers>;
    type CouncilOrigin = MostOfCouncil;
    type Enterprises = crate::Archives;
    // Whoever writes records without a workflow, 登记岗 and 信披岗, declares what is to be disclosed.
    type MakerOrigin = pallet_jiandu_members::EnsureRole<Runtime, RecordWriters>;
    type Now = Now;
    type WeightInfo = weights::pallet_jiandu_obligations::WeightInfo<Runtime>;
}

impl pallet_jiandu_records::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type Genesis = Genesis;
    type KeyHolders = MemberKeys;
    type Now = Now;
    type SealOrigin = pallet_jiandu_members::EnsureRole<Runtime, SealBearers>;
    type WeightInfo = weights::pallet_jiandu_records::WeightInfo<Runtime>;
    type WriteOrigin = pallet_jiandu_members::EnsureRole<Runtime, RecordWriters>;
}

impl pallet_jiandu_grants::Config for Runtime {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = crate::benchmarks::Helper;
    type Enterprises = crate::Archives;
    type MemberOrigin = pallet_jiandu_members::EnsureRole<Runtime, GrantParties>;
    type Members = crate::Members;
    type Now = Now;
    type Records = crate::Records;
    type WeightInfo = weights::pallet_jiandu_grants::WeightInfo<Runtime>;
}

impl pallet_jiandu_recovery::Config for Runtime {
    type CouncilOrigin = MostOfCouncil;
    type Now = Now;
    type WeightInfo = weights::pallet_jiandu_recovery::WeightInfo<Runtime>;
}
