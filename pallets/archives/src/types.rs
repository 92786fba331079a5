//! What is stored of enterprises, and what two persons decide about them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use jiandu_primitives::{
    chain::Moment,
    code::EnterpriseCode,
    disclosure::Kinds,
    enterprise::{DeclineReason, EnterpriseStatus, Section, SourceDomain, Succession},
    header::Header,
    member::{Author, Custody},
    name::Name,
    record::{ObjectId, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use scale_info::TypeInfo;

/// Most enterprises of one proposal.
pub const MAX_REGISTRATIONS: u32 = 128;
/// Most enterprises that follow one in one proposal.
pub const MAX_SUCCESSORS: u32 = 16;
/// Most keys that an enterprise is ever bound to.
pub const MAX_KEYS: u32 = 64;
/// Most proposals of an organisation that wait for their second person.
pub const MAX_OPEN: u32 = 1_024;

/// Longest mandate, in seconds: ten years of 366 days.
pub const MAX_MANDATE: u64 = 10 * 366 * 24 * 60 * 60;

/// An enterprise to be registered.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Registration {
    /// Its unified social credit code, for life.
    pub enterprise: Uscc,
    /// Its registered name.
    pub name: Name,
    /// The code that the exchange allotted to it, with its tier.
    pub code: EnterpriseCode,
    /// Unix second from which name and code hold.
    pub since: u64,
}

/// What takes two persons.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Act<AccountId> {
    /// Register enterprises, 1 to 128: all of them or none.
    #[codec(index = 0)]
    Register(BoundedVec<Registration, ConstU32<MAX_REGISTRATIONS>>),
    /// 更名: give an enterprise its new registered name.
    #[codec(index = 1)]
    Rename {
        /// The enterprise.
        enterprise: Uscc,
        /// Its name now.
        name: Name,
        /// Unix second from which it holds.
        since: u64,
    },
    /// Give it another code: another tier letter, or, where a wrong one was allotted, another number.
    #[codec(index = 2)]
    ChangeCode {
        /// The enterprise.
        enterprise: Uscc,
        /// Its code now.
        code: EnterpriseCode,
        /// Unix second from which it holds.
        since: u64,
    },
    /// Let its archive end, or go on again.
    #[codec(index = 3)]
    ChangeStatus {
        /// The enterprise.
        enterprise: Uscc,
        /// Its status now.
        status: EnterpriseStatus,
        /// Unix second from which it holds.
        since: u64,
    },
    /// 合并/分立: say which enterprises follow it.
    #[codec(index = 4)]
    Succeed {
        /// The enterprise.
        enterprise: Uscc,
        /// Those that follow it, 1 to 16.
        successors: BoundedVec<Uscc, ConstU32<MAX_SUCCESSORS>>,
        /// How.
        succession: Succession,
        /// Unix second from which they do.
        since: u64,
    },
    /// Bind a key to it: its first one at once, any other after the cooling-off period.
    #[codec(index = 5)]
    BindKey {
        /// The enterprise.
        enterprise: Uscc,
        /// The key's account.
        key: AccountId,
        /// Who holds its secret.
        custody: Custody,
        /// The lost key in whose place it comes.
        replaces: Option<AccountId>,
        /// A salted digest of the stamped application.
        application: [u8; 32],
    },
    /// 误登: mark a record as filed under the wrong enterprise.
    #[codec(index = 6)]
    Misfile {
        /// The record.
        record: ObjectId,
        /// The record that it should have been.
        to: ObjectId,
    },
    /// Publish what a section becomes, known by a commitment until then.
    #[codec(index = 7)]
    PublishSection {
        /// The enterprise.
        enterprise: Uscc,
        /// See [`SectionContent::commitment`](jiandu_primitives::enterprise::SectionContent::commitment).
        commitment: [u8; 32],
    },
    /// Withdraw a section: its snapshots stay readable, and it may begin anew.
    #[codec(index = 8)]
    WithdrawSection {
        /// The section's record.
        record: ObjectId,
        /// The head that the maker saw.
        base: VersionRef,
        /// The withdrawal's own times and body.
        header: Header,
        /// Why.
        reason: WithdrawalReason,
    },
    /// 登记委托: enter a mandate on a stamped letter.
    #[codec(index = 9)]
    RegisterMandate(MandateTerms),
    /// 解除委托: end a mandate because its enterprise, which has no key, says so.
    #[codec(index = 10)]
    EndMandate {
        /// The mandate's number.
        mandate: u64,
    },
}

impl<AccountId> Act<AccountId> {
    /// How many enterprises it is about, for its weight.
    pub fn size(&self) -> u32 {
        let length = match self {
            Self::Register(registrations) => registrations.len(),
            Self::Succeed { successors, .. } => successors.len(),
            _ => 1,
        };
        u32::try_from(length).unwrap_or(MAX_REGISTRATIONS)
    }
}

/// A proposal that waits for its second person.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId> {
    /// What is proposed.
    pub act: Act<AccountId>,
    /// Who proposed it.
    pub maker: Author,
    /// With which key.
    pub key: AccountId,
    /// When.
    pub at: Moment,
}

/// How a proposal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Outcome {
    /// It was done.
    #[codec(index = 0)]
    Confirmed,
    /// It was not done.
    #[codec(index = 1)]
    Declined(DeclineReason),
}

/// A proposal that has ended: what remains of it beside what it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Decision {
    /// blake2_256 of the act.
    pub act: [u8; 32],
    /// Who proposed it.
    pub maker: Author,
    /// When it was proposed.
    pub proposed: Moment,
    /// Who decided.
    pub checker: Author,
    /// When.
    pub decided: Moment,
    /// How.
    pub outcome: Outcome,
}

/// `Proposals[number]`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum ProposalRow<AccountId> {
    /// It waits.
    #[codec(index = 0)]
    Open(Proposal<AccountId>),
    /// It has ended.
    #[codec(index = 1)]
    Decided(Decision),
}

/// The two persons behind a fact, and when the chain learnt of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Hands {
    /// 登记岗: who proposed it.
    pub maker: Author,
    /// 复核岗: who confirmed it.
    pub checker: Author,
    /// When it was confirmed.
    pub at: Moment,
}

/// A dated attribute of an enterprise: it holds until the next one of its kind does.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dated<Value> {
    /// The attribute.
    pub value: Value,
    /// Unix second from which it holds, by the register or the market.
    pub since: u64,
    /// Who entered it.
    pub hands: Hands,
}

/// An enterprise and the numbers of its dated attributes: the newest of each is at one less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Enterprise {
    /// The organisation that keeps its archive.
    pub registrar: Uscc,
    /// Whether its archive goes on.
    pub status: EnterpriseStatus,
    /// Its newest code.
    pub code: EnterpriseCode,
    /// How many names it has had.
    pub names: u32,
    /// How many codes.
    pub codes: u32,
    /// How many statuses.
    pub statuses: u32,
    /// How many enterprises follow it.
    pub successors: u32,
    /// How many keys it was ever bound to.
    pub keys: u32,
}

/// An enterprise that follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Successor {
    /// Which.
    pub enterprise: Uscc,
    /// How.
    pub succession: Succession,
}

/// Why a key of an enterprise ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum KeyEnd {
    /// Another key of the enterprise objected before it took effect.
    #[codec(index = 0)]
    Objected,
    /// Its holder ended it.
    #[codec(index = 1)]
    Ended,
}

/// A key bound to an enterprise.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct EnterpriseKey<AccountId> {
    /// Who holds its secret.
    pub custody: Custody,
    /// Unix second from which it acts: for all but the first key the end of the cooling-off period.
    pub from: u64,
    /// Unix second from which it acts no more, because another key takes its place.
    pub until: Option<u64>,
    /// The key in whose place it comes.
    pub replaces: Option<AccountId>,
    /// The salted digest of the stamped application.
    pub application: [u8; 32],
    /// Who bound it.
    pub hands: Hands,
    /// Its end, where it ended otherwise.
    pub end: Option<(KeyEnd, Moment)>,
}

/// A section of an enterprise's archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct SectionRow {
    /// Which.
    pub section: Section,
    /// Where its content comes from.
    pub source: SourceDomain,
    /// Who entered its first snapshot.
    pub hands: Hands,
}

/// What an enterprise lets an intermediary do.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct MandateTerms {
    /// 委托人: the enterprise.
    pub enterprise: Uscc,
    /// 受托人: the intermediary.
    pub agent: Uscc,
    /// What it may file.
    pub kinds: Kinds,
    /// Unix second from which it may.
    pub from: u64,
    /// Unix second from which it may not any more: ten years later at most.
    pub until: u64,
    /// The salted digest of the stamped letter.
    pub letter: [u8; 32],
}

/// On what a mandate rests.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum Grounds<AccountId> {
    /// The stamped letter, as two persons of the exchange registered it.
    #[codec(index = 0)]
    Letter(Hands),
    /// The enterprise's own signature.
    #[codec(index = 1)]
    Key {
        /// The key that signed.
        key: AccountId,
        /// When.
        at: Moment,
    },
}

impl<AccountId> Grounds<AccountId> {
    /// When the chain learnt of the mandate.
    pub const fn at(&self) -> Moment {
        match self {
            Self::Letter(hands) => hands.at,
            Self::Key { at, .. } => *at,
        }
    }
}

/// Who ended a mandate before its time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum MandateEnd<AccountId> {
    /// The enterprise, by two persons of the exchange.
    #[codec(index = 0)]
    Letter(Hands),
    /// The enterprise, by its key.
    #[codec(index = 1)]
    Key(AccountId),
    /// The intermediary.
    #[codec(index = 2)]
    Agent(Author),
}

/// 委托.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Mandate<AccountId> {
    /// What it says.
    pub terms: MandateTerms,
    /// On what it rests.
    pub grounds: Grounds<AccountId>,
    /// Its end before its time.
    pub ended: Option<(MandateEnd<AccountId>, Moment)>,
}

/// What a code leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct CodeAnswer {
    /// The enterprise whose number it is.
    pub enterprise: Uscc,
    /// Its newest code.
    pub current: EnterpriseCode,
    /// Whether it ever had this very code, letter included. A code without a letter asks for the number alone.
    pub held: bool,
}
