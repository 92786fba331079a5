//! What is stored of submissions, publications and freezes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use jiandu_primitives::{
    chain::Moment,
    disclosure::{
        Capacity, CorrectionReason, Disclosure, DisclosureClass, DisclosureKind, FreezeReason, Occasion, ReviewReason,
    },
    member::{Author, Handle},
    record::SnapshotRef,
    uscc::Uscc,
};
use scale_info::TypeInfo;

/// Most submissions of an organisation that are not decided.
pub const MAX_OPEN: u32 = 4_096;
/// Most persons who have had a submission in their hands.
pub const MAX_MAKERS: u32 = 8;
/// Most items of one bulk publication.
pub const MAX_ITEMS: u32 = 100;
/// Most documents of one bulk publication.
pub const MAX_BULK_DOCUMENTS: u32 = 500;
/// Furthest that an embargo may lie ahead, in seconds: 366 days.
pub const MAX_EMBARGO: u64 = 366 * 24 * 60 * 60;

/// A code, and where there is more to say the salted digest of a text that is kept off the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Reason<Code> {
    /// The code.
    pub code: Code,
    /// `blake2_256("jiandu/application" ‖ salt ‖ BLAKE3 of the text)`, as of a stamped application.
    pub text: Option<[u8; 32]>,
}

/// A decision of 复核岗 on a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Decision {
    /// Who decided.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub enum SubmissionState {
    /// It waits for its review.
    #[codec(index = 0)]
    Submitted,
    /// 退回: its maker may submit it anew, and it keeps the time of its first filing.
    #[codec(index = 1)]
    Returned {
        /// Whose decision that was.
        decision: Decision,
        /// Why.
        reason: Reason<ReviewReason>,
    },
    /// 通过: it may be published by any member that can open it, where there is an embargo from its time on.
    #[codec(index = 2)]
    Accepted {
        /// Whose decision that was.
        decision: Decision,
        /// Unix second before which it may not be published.
        not_before: Option<u64>,
    },
    /// 驳回: for good; what was in it is never known.
    #[codec(index = 3)]
    Rejected {
        /// Whose decision that was.
        decision: Decision,
        /// Why.
        reason: Reason<ReviewReason>,
    },
    /// 撤销提交: taken back by its maker.
    #[codec(index = 4)]
    Retracted {
        /// When.
        at: Moment,
    },
    /// 已发布.
    #[codec(index = 5)]
    Published {
        /// Who accepted it.
        decision: Decision,
        /// Unix second before which it could not be published.
        not_before: Option<u64>,
        /// When it was published.
        at: Moment,
        /// What came of it.
        snapshot: SnapshotRef,
    },
}

impl SubmissionState {
    /// Whether nothing follows.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Rejected { .. } | Self::Retracted { .. } | Self::Published { .. })
    }
}

/// 提交件: what is known of a disclosure before its publication.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Submission<AccountId> {
    /// The exchange that reviews it.
    pub exchange: Uscc,
    /// 提交人: who submitted it, or took it over.
    pub maker: Author,
    /// With which key.
    pub key: AccountId,
    /// For whom.
    pub capacity: Capacity,
    /// Its coarse class.
    pub class: DisclosureClass,
    /// See [`Disclosure::commitment`].
    pub commitment: [u8; 32],
    /// When it was first submitted: judges the enterprise.
    pub first_filed: Moment,
    /// When what it is now was submitted: its mandate must have held then.
    pub filed: Moment,
    /// Everybody who has had it in hand, oldest first: none of them reviews it.
    pub makers: BoundedVec<Handle, ConstU32<MAX_MAKERS>>,
    /// Where it stands.
    pub state: SubmissionState,
}

/// What is known of a published disclosure beside its snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Publication {
    /// The submission that it was.
    pub submission: u64,
    /// What was disclosed.
    pub kind: DisclosureKind,
    /// 依据: the mandate under which it was filed.
    pub mandate: Option<u64>,
    /// The occasion that it names.
    pub occasion: Option<Occasion>,
    /// 补录.
    pub backfilled: bool,
    /// Why it corrects the version before it.
    pub correction: Option<CorrectionReason>,
}

/// A freeze (冻结) of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Freeze {
    /// Why.
    pub reason: Reason<FreezeReason>,
    /// Who froze it.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// Who ended it, and when.
    pub ended: Option<(Author, Moment)>,
}

/// One item of a bulk publication.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Item {
    /// The submission.
    pub submission: u64,
    /// Opens its commitment.
    pub salt: [u8; 32],
    /// What it commits to.
    pub disclosure: Disclosure,
}

/// The items of one bulk publication.
pub type Items = BoundedVec<Item, ConstU32<MAX_ITEMS>>;
