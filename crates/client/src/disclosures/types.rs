//! What the chain says of submissions, publications and freezes.

use crate::{
    chain::runtime_types::pallet_jiandu_disclosures::types::{self as stored, SubmissionState},
    AccountId,
};
use jiandu_primitives::{
    chain::Moment,
    disclosure::{Capacity, CorrectionReason, DisclosureClass, DisclosureKind, FreezeReason, Occasion, ReviewReason},
    member::{Author, Handle},
    record::SnapshotRef,
    uscc::Uscc,
};
use serde::{Serialize, Serializer};
use subxt::utils::Static;

/// A code, and where there is more to say the salted digest of a text that is kept off the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reason<Code> {
    /// The code.
    pub code: Code,
    /// `blake2_256("jiandu/application" ‖ salt ‖ BLAKE3 of the text)`, as of a stamped application.
    #[serde(serialize_with = "digest")]
    pub text: Option<[u8; 32]>,
}

fn digest<S: Serializer>(text: &Option<[u8; 32]>, serializer: S) -> Result<S::Ok, S::Error> {
    text.map(jiandu_primitives::record::ObjectId).serialize(serializer)
}

impl<Code> From<stored::Reason<Static<Code>>> for Reason<Code> {
    fn from(reason: stored::Reason<Static<Code>>) -> Self {
        Self { code: reason.code.0, text: reason.text }
    }
}

/// Who decided or did something, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Moment,
}

impl From<stored::Decision> for Decision {
    fn from(decision: stored::Decision) -> Self {
        Self { by: decision.by.0, at: decision.at.0 }
    }
}

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// 待复核.
    Submitted,
    /// 已退回.
    Returned,
    /// 已通过.
    Accepted,
    /// 已驳回.
    Rejected,
    /// 已撤销提交.
    Retracted,
    /// 已发布.
    Published,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 6] =
        [Self::Submitted, Self::Returned, Self::Accepted, Self::Rejected, Self::Retracted, Self::Published];

    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Retracted => "retracted",
            Self::Published => "published",
        }
    }
}

/// 提交件: what is known of a disclosure before its publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubmissionView {
    /// Its number.
    pub submission: u64,
    /// The exchange that reviews it.
    pub exchange: Uscc,
    /// 提交人.
    pub maker: Author,
    /// With which key.
    pub key: AccountId,
    /// For whom.
    pub capacity: Capacity,
    /// Its coarse class.
    pub class: DisclosureClass,
    /// What it commits to.
    #[serde(with = "jiandu_vault::hex_text")]
    pub commitment: [u8; 32],
    /// When it was first submitted.
    pub first_filed: Moment,
    /// When what it is now was submitted.
    pub filed: Moment,
    /// Everybody who has had it in hand.
    pub makers: Vec<Handle>,
    /// Where it stands.
    pub stage: Stage,
    /// What a reviewer decided about it.
    pub decision: Option<Decision>,
    /// Why it was returned or rejected.
    pub reason: Option<Reason<ReviewReason>>,
    /// Unix second before which it may not be published.
    pub not_before: Option<u64>,
    /// When it was published or taken back.
    pub ended: Option<Moment>,
    /// What came of it.
    pub snapshot: Option<SnapshotRef>,
}

impl SubmissionView {
    pub(super) fn new(submission: u64, row: stored::Submission<AccountId>) -> Self {
        let mut view = Self {
            submission,
            exchange: row.exchange.0,
            maker: row.maker.0,
            key: row.key,
            capacity: row.capacity.0,
            class: row.class.0,
            commitment: row.commitment,
            first_filed: row.first_filed.0,
            filed: row.filed.0,
            makers: row.makers.0.into_iter().map(|handle| handle.0).collect(),
            stage: Stage::Submitted,
            decision: None,
            reason: None,
            not_before: None,
            ended: None,
            snapshot: None,
        };
        match row.state {
            SubmissionState::Submitted => {}
            SubmissionState::Returned { decision, reason } => {
                view.stage = Stage::Returned;
                (view.decision, view.reason) = (Some(decision.into()), Some(reason.into()));
            }
            SubmissionState::Accepted { decision, not_before } => {
                view.stage = Stage::Accepted;
                (view.decision, view.not_before) = (Some(decision.into()), not_before);
            }
            SubmissionState::Rejected { decision, reason } => {
                view.stage = Stage::Rejected;
                (view.decision, view.reason) = (Some(decision.into()), Some(reason.into()));
            }
            SubmissionState::Retracted { at } => {
                view.stage = Stage::Retracted;
                view.ended = Some(at.0);
            }
            SubmissionState::Published { decision, not_before, at, snapshot } => {
                view.stage = Stage::Published;
                (view.decision, view.not_before) = (Some(decision.into()), not_before);
                (view.ended, view.snapshot) = (Some(at.0), Some(snapshot.0));
            }
        }
        view
    }
}

/// What is known of a published disclosure beside its snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicationView {
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

impl From<stored::Publication> for PublicationView {
    fn from(row: stored::Publication) -> Self {
        Self {
            submission: row.submission,
            kind: row.kind.0,
            mandate: row.mandate,
            occasion: row.occasion.map(|occasion| occasion.0),
            backfilled: row.backfilled,
            correction: row.correction.map(|correction| correction.0),
        }
    }
}

/// A freeze of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FreezeView {
    /// Why.
    pub reason: Reason<FreezeReason>,
    /// Who froze it.
    pub by: Author,
    /// When.
    pub at: Moment,
    /// Who ended it, and when.
    pub ended: Option<(Author, Moment)>,
}

impl From<stored::Freeze> for FreezeView {
    fn from(row: stored::Freeze) -> Self {
        let ended = row.ended.map(|(by, at)| (by.0, at.0));
        Self { reason: row.reason.into(), by: row.by.0, at: row.at.0, ended }
    }
}
