//! What is stored of grants beside their terms.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use jiandu_primitives::{
    chain::Moment,
    grant::{
        decision::{Denied, Facts},
        usage::Usage,
        Commitment, GrantReason, GrantState, StandingTerms, Terms,
    },
    member::Author,
    uscc::Uscc,
};
use scale_info::TypeInfo;

/// Most grants that an organisation proposed and that wait for signatures.
pub const MAX_OPEN: u32 = 1_024;
/// Most acts of an organisation in a day that leave rows behind whatever comes of them: proposals, suspensions, resumptions,
/// reports, refusals, standing terms and rules about signatures.
pub const MAX_A_DAY: u32 = 4_096;
/// Most signatures of a grant: one of the user, one of the provider, the rest of keys of the enterprise, some of which may have
/// been replaced before there were two.
pub const MAX_SIGNATURES: u32 = 8;
// Two people of the enterprise, user and provider can sign; what may wait can be proposed in a day.
const _: () = assert!(MAX_SIGNATURES > 3 && MAX_OPEN <= MAX_A_DAY);
/// Most grants that one answer looks at.
pub const MAX_PAGE: u32 = 256;

/// Somebody signed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Signature {
    /// Who: of an enterprise, by a key of it.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// A grant as it was proposed. Never changed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Grant {
    /// What it says.
    pub terms: Terms,
    /// Who proposed it: the user, who asks, or whoever grants, who offers.
    pub proposed: Signature,
    /// Who grants: the enterprise, or the user of the grant of which this is a sub-grant.
    pub grantor: Uscc,
}

/// 已删除: the user says that it has deleted what it got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Deletion {
    /// Who says so.
    pub signed: Signature,
    /// The salted digest of the statement.
    pub statement: Option<Commitment>,
    /// How many receipts the grant had: what came later is not covered.
    pub receipts: u32,
}

/// Where a grant stands now, and how many dated entries there are of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Head {
    /// Its newest state.
    pub state: GrantState,
    /// Its newest count.
    pub usage: Usage,
    /// Who signed it, in order.
    pub signatures: BoundedVec<Signature, ConstU32<MAX_SIGNATURES>>,
    /// How many states it has had.
    pub states: u32,
    /// How many counts.
    pub usages: u32,
    /// How many receipts it has.
    pub receipts: u32,
    /// The user's word that everything is deleted.
    pub deletion: Option<Deletion>,
}

/// A state that a grant got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StateChange {
    /// The state.
    pub state: GrantState,
    /// Why, where somebody ended or stopped something.
    pub reason: Option<GrantReason>,
    /// Who brought it about.
    pub signed: Signature,
}

/// A count that a grant got.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct UsageChange {
    /// The count.
    pub usage: Usage,
    /// Unix second from which it holds.
    pub at: u64,
}

/// What a provider agreed to beforehand, or no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct StandingChange {
    /// The terms; none from when it agrees to each grant by itself.
    pub terms: Option<StandingTerms>,
    /// Who published them.
    pub signed: Signature,
}

/// How many keys of an enterprise have to sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct PolicyChange {
    /// Whether two of its people have to.
    pub two: bool,
    /// Who decided.
    pub signed: Signature,
}

/// How much an organisation did today.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DayCount {
    /// The day, counted in UTC from 1970 on.
    pub day: u64,
    /// How many acts.
    pub count: u32,
}

/// The answer to "is it, or was it, allowed?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Answer {
    /// The decision.
    pub decision: Result<(), Denied>,
    /// The Unix second that it is about.
    pub time: u64,
    /// What held then.
    pub facts: Facts,
}

/// A grant in the answer to "who may use my data?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Usable {
    /// Its number.
    pub grant: u64,
    /// Who may use the data.
    pub user: Uscc,
    /// How many uses were taken at that time.
    pub used: u32,
}

/// What somebody reports who served data without a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Report {
    /// Unix second at which it happened.
    pub happened: u64,
    /// The reservation that it was served against, where that lapsed before it was settled.
    pub reservation: Option<u32>,
    /// The salted digest of what was served.
    pub result: Option<Commitment>,
    /// What tells this report from any other.
    pub ticket: [u8; 32],
}

/// A page of the answer to "who may use my data?".
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Page {
    /// The Unix second that it is about.
    pub time: u64,
    /// The grants that could be used then.
    pub grants: alloc::vec::Vec<Usable>,
    /// Where the next page begins; none where this is the last.
    pub next: Option<u32>,
}
