//! Disclosures (信息披露): what is disclosed, what a submission commits to, and under which mandate (委托) it is filed.

use crate::{
    calendar::Day,
    change::{RecordChange, Size},
    header::{Header, Label},
    member::Actor,
    record::{Document, ExternalId, ObjectId, SnapshotRef, VersionRef, WithdrawalReason},
    text::{named_enum, named_set},
    uscc::Uscc,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How the names of disclosures' records begin.
const PREFIX: &str = "jiandu-disclosure";
/// Longest number of a disclosure, in bytes.
pub const MAX_NUMBER: u32 = 48;
/// Longest security of a product code, in bytes: kind and issue.
pub const MAX_SECURITY: u32 = 12;

named_enum!(
    /// The coarse class of a disclosure: all of its content that is known before publication. So coarse that none has one kind alone,
    /// since a submission with an enterprise's own key shows whose it is.
    DisclosureClass {
        /// 企业报告: what is due after periods.
        Report = 0, "report";
        /// 公告: announcements, major events among them.
        Announcement = 1, "announcement";
        /// 企业信息: everything else.
        Information = 2, "information";
    }
);

named_enum!(
    /// What is disclosed. Known from publication on.
    DisclosureKind {
        /// 挂牌说明书.
        ListingStatement = 0, "listing-statement";
        /// 募集说明书 (可转债).
        OfferingCircular = 1, "offering-circular";
        /// 年度报告.
        AnnualReport = 2, "annual-report";
        /// 半年度报告.
        SemiannualReport = 3, "semiannual-report";
        /// 临时公告 (重大事件).
        InterimAnnouncement = 4, "interim-announcement";
        /// 权益分派.
        Distribution = 5, "distribution";
        /// 股东会决议.
        ShareholderResolution = 6, "shareholder-resolution";
        /// 董事会决议.
        BoardResolution = 7, "board-resolution";
        /// 更正/补充公告.
        Correction = 8, "correction";
        /// 付息公告.
        InterestPayment = 9, "interest-payment";
        /// 兑付公告.
        Redemption = 10, "redemption";
        /// 转股公告.
        Conversion = 11, "conversion";
        /// 回售公告.
        PutBack = 12, "put-back";
        /// 赎回公告.
        EarlyRedemption = 13, "early-redemption";
        /// 受托管理报告.
        TrusteeReport = 14, "trustee-report";
        /// 终止挂牌公告.
        Delisting = 15, "delisting";
        /// 公共数据授权运营报告.
        PublicDataReport = 16, "public-data-report";
        /// 企业展示信息.
        Profile = 17, "profile";
        /// 监管信息.
        Supervision = 18, "supervision";
        /// 诚信档案.
        CreditRecord = 19, "credit-record";
        /// 财务信息.
        FinancialData = 20, "financial-data";
        /// 企业经营信息.
        BusinessData = 21, "business-data";
        /// 第三方拓展信息.
        ThirdParty = 22, "third-party";
        /// 其他公告.
        OtherAnnouncement = 23, "other-announcement";
    }
);

impl DisclosureKind {
    /// The coarse class that a submission of this kind carries.
    pub const fn class(self) -> DisclosureClass {
        match self {
            Self::AnnualReport | Self::SemiannualReport | Self::TrusteeReport | Self::PublicDataReport => {
                DisclosureClass::Report
            }
            Self::InterimAnnouncement
            | Self::ListingStatement
            | Self::OfferingCircular
            | Self::Distribution
            | Self::ShareholderResolution
            | Self::BoardResolution
            | Self::Correction
            | Self::InterestPayment
            | Self::Redemption
            | Self::Conversion
            | Self::PutBack
            | Self::EarlyRedemption
            | Self::Delisting
            | Self::OtherAnnouncement => DisclosureClass::Announcement,
            Self::Profile
            | Self::Supervision
            | Self::CreditRecord
            | Self::FinancialData
            | Self::BusinessData
            | Self::ThirdParty => DisclosureClass::Information,
        }
    }
}

named_set!(
    /// A set of kinds.
    Kinds(u32) of DisclosureKind
);

named_enum!(
    /// Why what was published is corrected or completed (更正/补充). A code: no text by a user reaches the chain.
    CorrectionReason {
        /// A figure was wrong.
        Figures = 0, "figures";
        /// A statement was wrong or misleading.
        Statement = 1, "statement";
        /// Something was missing.
        Supplement = 2, "supplement";
        /// Facts changed after publication.
        LaterEvent = 3, "later-event";
        /// The exchange or the regulator asked for it.
        Required = 4, "required";
    }
);

named_enum!(
    /// Why a submission was returned or rejected.
    ReviewReason {
        /// Something in it is wrong.
        Incorrect = 0, "incorrect";
        /// Something is missing.
        Incomplete = 1, "incomplete";
        /// It was submitted or published already.
        Duplicate = 2, "duplicate";
        /// A signature, a seal or a mandate is missing or not in order.
        Unauthorised = 3, "unauthorised";
        /// What it is based on was published anew meanwhile.
        Outdated = 4, "outdated";
        /// It is no disclosure, or none of this enterprise.
        OutOfScope = 5, "out-of-scope";
    }
);

named_enum!(
    /// Why a record was frozen (冻结).
    FreezeReason {
        /// An investigation is under way.
        Investigation = 0, "investigation";
        /// A court ordered it.
        CourtOrder = 1, "court-order";
        /// There is a dispute about it.
        Dispute = 2, "dispute";
        /// It may mislead investors.
        Risk = 3, "risk";
    }
);

named_enum!(
    /// For whom a submission was made.
    Capacity {
        /// 交易所代录: a discloser of the exchange that reviews it.
        Exchange = 0, "exchange";
        /// 受托提交: an intermediary, under a mandate.
        Agent = 1, "agent";
        /// 企业自行提交: a key of the enterprise.
        Enterprise = 2, "enterprise";
    }
);

/// What makes an enterprise disclose something of a kind: together with both the identity of an obligation.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Occasion {
    /// A period ended in this year: what is due on fixed days.
    #[codec(index = 0)]
    Period(u16),
    /// Something happened on this day.
    #[codec(index = 1)]
    Event {
        /// When.
        day: Day,
        /// 0, and one more for each other event of the same kind and day.
        number: u8,
    },
    /// A security's schedule has an entry on this day.
    #[codec(index = 2)]
    Schedule {
        /// The security: what follows the point in its product code, so that a change of tier leaves it as it is.
        security: Label<MAX_SECURITY>,
        /// When.
        day: Day,
    },
}

/// What becomes of a disclosure's record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum DisclosureAct {
    /// It begins, is corrected or rewritten.
    #[codec(index = 0)]
    Change {
        /// How.
        change: RecordChange,
        /// Why, for a correction and for nothing else: an overwrite has its own reason in it.
        correction: Option<CorrectionReason>,
    },
    /// 撤回: it is withdrawn.
    #[codec(index = 1)]
    Withdraw {
        /// The head that the maker saw.
        base: VersionRef,
        /// The withdrawal's own times and body.
        header: Header,
        /// Why.
        reason: WithdrawalReason,
    },
}

impl DisclosureAct {
    /// The head that it is based on; none where the record begins.
    pub const fn base(&self) -> Option<VersionRef> {
        match self {
            Self::Change { change, .. } => change.base(),
            Self::Withdraw { base, .. } => Some(*base),
        }
    }

    /// What it makes of the record but for a withdrawal.
    pub const fn change(&self) -> Option<&RecordChange> {
        match self {
            Self::Change { change, .. } => Some(change),
            Self::Withdraw { .. } => None,
        }
    }

    /// How much it is at most, for its weight; a withdrawal has no documents.
    pub fn size(&self) -> Size {
        self.change().map(RecordChange::size).unwrap_or_default()
    }

    /// How much it is where it is refused.
    pub fn size_refused(&self) -> Size {
        self.change().map(RecordChange::size_refused).unwrap_or_default()
    }

    /// Its new documents, in the order of their versions and slots.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.change().into_iter().flat_map(RecordChange::documents)
    }

    /// The same, to be changed.
    pub fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        let change = match self {
            Self::Change { change, .. } => Some(change),
            Self::Withdraw { .. } => None,
        };
        change.into_iter().flat_map(RecordChange::documents_mut)
    }

    /// The same without the times of submission, and the bodies that have them: they say nothing about the content.
    #[must_use]
    pub fn timeless(&self) -> Self {
        match self {
            Self::Change { change, correction } => Self::Change { change: change.timeless(), correction: *correction },
            Self::Withdraw { base, header, reason } => {
                Self::Withdraw { base: *base, header: header.matter(), reason: *reason }
            }
        }
    }
}

/// A disclosure as its maker commits to it and as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Disclosure {
    /// 披露义务人: who discloses.
    pub enterprise: Uscc,
    /// What.
    pub kind: DisclosureKind,
    /// Its number among the enterprise's disclosures of this kind, such as a year or a filing number.
    pub number: Label<MAX_NUMBER>,
    /// The mandate under which an intermediary files it.
    pub mandate: Option<u64>,
    /// The occasion whose obligation it meets.
    pub occasion: Option<Occasion>,
    /// 补录: a historical filing, entered later; it meets no obligation.
    pub backfilled: bool,
    /// What becomes of its record.
    pub act: DisclosureAct,
}

impl Disclosure {
    /// The name of its record within the enterprise. None where the number has characters that no external id has.
    pub fn external_id(&self) -> Option<ExternalId> {
        disclosure_id(self.kind, &self.number)
    }

    /// What a maker commits to: `blake2_256("jiandu/disclosure" ‖ salt ‖ disclosure)`. Without the salt nobody can tell the
    /// disclosure, nor recognise it.
    pub fn commitment(&self, salt: &[u8; 32]) -> [u8; 32] {
        let mut bytes = b"jiandu/disclosure".to_vec();
        (salt, self).encode_to(&mut bytes);
        sp_crypto_hashing::blake2_256(&bytes)
    }
}

/// The name of a disclosure's record within its enterprise: `jiandu-disclosure.KIND.NUMBER`. None where the number has
/// characters that no external id has.
pub fn disclosure_id(kind: DisclosureKind, number: &Label<MAX_NUMBER>) -> Option<ExternalId> {
    alloc::format!("{PREFIX}.{kind}.{number}").parse().ok()
}

/// The kind and the number that the name of a disclosure's record says; none where it is the name of no such record.
pub fn disclosure_of(id: &ExternalId) -> Option<(DisclosureKind, Label<MAX_NUMBER>)> {
    let id = alloc::string::ToString::to_string(id);
    let (kind, number) = id.strip_prefix(PREFIX)?.strip_prefix('.')?.split_once('.')?;
    Some((kind.parse().ok()?, number.parse().ok()?))
}

/// Why a mandate does not cover a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MandateFault {
    /// No mandate has this number.
    Unknown,
    /// It was given to another agent, or by another enterprise.
    OfAnother,
    /// It does not cover this kind.
    OtherKind,
    /// It had not begun, or was over or ended, when the submission was filed.
    NotInForce,
}

/// What the disclosures' workflow asks about enterprises.
pub trait Enterprises<AccountId> {
    /// The organisation that keeps an enterprise's archive, and whether that goes on.
    fn registrar(enterprise: &Uscc) -> Option<(Uscc, crate::enterprise::EnterpriseStatus)>;

    /// The enterprise that a key acts for now, as an actor: its organisation is the enterprise, its handle the key's.
    fn acting(key: &AccountId) -> Option<Actor<AccountId>>;

    /// Whether a mandate covered a filing of this agent for this enterprise at a Unix second.
    fn mandate_covers(
        mandate: u64,
        enterprise: &Uscc,
        agent: &Uscc,
        kind: DisclosureKind,
        at: u64,
    ) -> Result<(), MandateFault>;
}

/// A published disclosure, as it counts for an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Filing {
    /// Its first snapshot.
    pub snapshot: SnapshotRef,
    /// Unix second at which it was first submitted: judges the enterprise.
    pub filed: u64,
    /// Unix second at which it was published: judges the exchange.
    pub published: u64,
}

/// Who is told what was published, for the obligations that it meets.
pub trait FilingLog {
    /// A disclosure of this kind was published for an occasion. Gives whether it is the one that counts.
    fn note_filed(enterprise: &Uscc, kind: DisclosureKind, occasion: &Occasion, filing: Filing) -> bool;

    /// A record of an enterprise was withdrawn, or is another's: it meets nothing any more.
    fn note_withdrawn(enterprise: &Uscc, record: ObjectId);
}

/// Nobody is told.
impl FilingLog for () {
    fn note_filed(_: &Uscc, _: DisclosureKind, _: &Occasion, _: Filing) -> bool {
        false
    }

    fn note_withdrawn(_: &Uscc, _: ObjectId) {}
}

/// The handle that stands for a key of an enterprise, which has no roster: the first bytes of `blake2_256` of the key.
pub fn handle_of_key(public: &[u8]) -> crate::member::Handle {
    let digest = sp_crypto_hashing::blake2_256(public);
    let mut handle = [0; 8];
    handle.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
    crate::member::Handle(handle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Documents;
    use alloc::string::ToString;

    fn disclosure(number: &str) -> Disclosure {
        let change = RecordChange::Snapshot { base: None, header: Header::default(), documents: Documents::default() };
        Disclosure {
            enterprise: "91350100M000100Y43".parse().expect("a code"),
            kind: DisclosureKind::AnnualReport,
            number: number.parse().expect("a label"),
            mandate: None,
            occasion: Some(Occasion::Period(2025)),
            backfilled: false,
            act: DisclosureAct::Change { change, correction: None },
        }
    }

    #[test]
    fn the_name_of_a_record_should_say_kind_and_number() {
        for kind in DisclosureKind::ALL {
            for number in ["2025", "a.b", "annual-report.1"] {
                let number: Label<MAX_NUMBER> = number.parse().expect("a label");
                let id = disclosure_id(*kind, &number).expect("an id");
                assert!(id.is_reserved());
                assert_eq!(disclosure_of(&id), Some((*kind, number)), "{id}");
            }
        }
        assert_eq!(disclosure("a/b").external_id(), None);
        for other in ["jiandu-archive.finance", "jiandu-disclosure.nothing.1", "jiandu-disclosurex.profile.1"] {
            assert_eq!(disclosure_of(&other.parse().expect("an id")), None, "{other}");
        }
        let id = disclosure("2025").external_id().map(|id| id.to_string());
        assert_eq!(id.as_deref(), Some("jiandu-disclosure.annual-report.2025"));
    }

    #[test]
    fn a_commitment_should_hide_the_disclosure_and_bind_every_part_of_it() {
        let one = disclosure("2025");
        let commitment = one.commitment(&[1; 32]);
        assert_eq!(commitment, one.commitment(&[1; 32]));
        assert_ne!(commitment, one.commitment(&[2; 32]));
        let others = [
            Disclosure { kind: DisclosureKind::Profile, ..one.clone() },
            Disclosure { mandate: Some(0), ..one.clone() },
            Disclosure { occasion: None, ..one.clone() },
            Disclosure { backfilled: true, ..one.clone() },
            disclosure("2026"),
        ];
        for other in others {
            assert_ne!(commitment, other.commitment(&[1; 32]), "{other:?}");
        }
    }

    #[test]
    fn sets_of_kinds_should_hold_what_they_are_made_of() {
        let all = Kinds::all();
        assert!(all.is_valid() && DisclosureKind::ALL.iter().all(|kind| all.has(*kind)));
        assert!(!Kinds::default().is_valid());
        let some: Kinds = [DisclosureKind::Delisting, DisclosureKind::Profile].into_iter().collect();
        assert_eq!(some.iter().collect::<Kinds>(), some);
        assert!(!some.has(DisclosureKind::AnnualReport));
        let unknown = Kinds::decode(&mut &u32::MAX.encode()[..]).expect("four bytes");
        assert!(!unknown.is_valid());
    }
}
