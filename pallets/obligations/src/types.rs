//! What is stored of obligations, and what is answered about them.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use jiandu_primitives::{
    calendar::Day,
    chain::Moment,
    disclosure::{DisclosureKind, Occasion},
    member::Author,
    obligation::{DueChange, ReliefReason, RuleTable},
    uscc::Uscc,
};
use scale_info::TypeInfo;

/// Most tables of rules, ever.
pub const MAX_TABLES: u32 = 64;
/// Most occasions that are kept for an enterprise, cancelled ones included.
pub const MAX_OCCASIONS: u32 = 512;
/// Most occasions that one call declares.
pub const MAX_DECLARED: u32 = 128;
/// Most publications for one occasion that are remembered: the first counts, the others wait for its withdrawal.
pub const MAX_FILINGS: u32 = 4;
/// Most extensions of one obligation.
pub const MAX_EXTENSIONS: u32 = 8;
/// An extension ends at most so many days after the original due day.
pub const MAX_EXTENDED: i32 = 366;
/// So many dated codes and statuses of an enterprise are charged for where an obligation is reckoned: each takes two persons.
pub const CHARGED_DATES: u64 = 64;
/// What is due later than so many days ahead is neither extended nor waived yet: two years.
pub const MAX_RELIEF_AHEAD: i32 = 731;
/// A table begins to hold at most so many days ahead: a slip of the pen keeps the council from its rules no longer.
pub const MAX_TABLE_AHEAD: i32 = 366;
/// An occasion lies at most so many days ahead: thirty years.
pub const MAX_AHEAD: i32 = 10_958;
/// The first year in which an occasion may lie.
pub const FIRST_YEAR: u16 = 2_000;
/// Most enterprises that one answer looks at.
pub const PAGE: u32 = 32;

/// A table of rules as it was set.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct RuleTableRow {
    /// The table.
    pub table: RuleTable,
    /// When the council set it.
    pub at: Moment,
}

/// An event or an entry of a schedule that an enterprise has to disclose something for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct OccasionRow {
    /// Who declared it, and when. None where a disclosure named it and nobody declared it.
    pub declared: Option<(Author, Moment)>,
    /// Who cancelled it, and when.
    pub cancelled: Option<(Author, Moment)>,
}

/// 延期: one extension of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Extension {
    /// The last day on which the obligation is met in time.
    pub until: Day,
    /// Why.
    pub reason: ReliefReason,
    /// The salted digest of a text about it, which is kept off the chain.
    pub text: Option<[u8; 32]>,
    /// 复核岗: who granted it.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// 豁免: the waiver of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Waiver {
    /// Why.
    pub reason: ReliefReason,
    /// The salted digest of a text about it, which is kept off the chain.
    pub text: Option<[u8; 32]>,
    /// 复核岗: who granted it.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// What was decided about one obligation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ReliefRow {
    /// Its extensions, the last one in force.
    pub extensions: BoundedVec<Extension, ConstU32<MAX_EXTENSIONS>>,
    /// Its waiver.
    pub waiver: Option<Waiver>,
}

/// Something that time alone made of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Due {
    /// Whose.
    pub enterprise: Uscc,
    /// What has to be disclosed.
    pub kind: DisclosureKind,
    /// Why.
    pub occasion: Occasion,
    /// The due day, with an extension.
    pub due: Day,
    /// What it became.
    pub change: DueChange,
    /// Unix second at which it did.
    pub at: u64,
}

/// What became due of some enterprises.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct DuePage {
    /// In the order of time.
    pub changes: Vec<Due>,
    /// The last enterprise that was looked at, where there may be more after it.
    pub next: Option<Uscc>,
}
