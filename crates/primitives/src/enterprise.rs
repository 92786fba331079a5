//! Enterprises as subjects: what they are, what their archives hold, and what two persons decide about them.

use crate::{change::RecordChange, header::Label, record::ExternalId, text::named_enum, uscc::Uscc};
use alloc::{borrow::ToOwned, string::ToString};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How the names of sections' records begin.
const SECTION_PREFIX: &str = "jiandu-archive";
/// Longest name of a part of a section, in bytes.
pub const MAX_PART: u32 = 32;

named_enum!(
    /// Whether an enterprise's archive goes on.
    EnterpriseStatus {
        /// In the market: its archive is written.
        Active = 0, "active";
        /// 注销: struck off the business register.
        Deregistered = 1, "deregistered";
        /// 转出: listed elsewhere now.
        TransferredOut = 2, "transferred-out";
        /// 关闭: for good.
        Closed = 3, "closed";
    }
);

impl EnterpriseStatus {
    /// Whether its status may become another. What was struck off or listed elsewhere may come back; what is closed is closed.
    pub const fn may_become(self, next: Self) -> bool {
        match (self, next) {
            (Self::Active, Self::Active) | (Self::Closed, _) => false,
            (Self::Active, _) | (_, Self::Active | Self::Closed) => true,
            (_, Self::Deregistered | Self::TransferredOut) => false,
        }
    }
}

named_enum!(
    /// How one enterprise follows another.
    Succession {
        /// 吸收合并: it was taken over by the other.
        Absorption = 0, "absorption";
        /// 新设合并: it became a new one together with others.
        Merger = 1, "merger";
        /// 分立: it was divided, and the other is one of the parts.
        Division = 2, "division";
    }
);

named_enum!(
    /// 企业数字档案的栏目: a section of an enterprise's archive.
    Section {
        /// 基本信息.
        Basic = 0, "basic";
        /// 主要人员: personal data, never plain on the chain.
        Personnel = 1, "personnel";
        /// 资质.
        Qualification = 2, "qualification";
        /// 股权登记/股东名册.
        Equity = 3, "equity";
        /// 产品/融资.
        Financing = 4, "financing";
        /// 财务.
        Finance = 5, "finance";
        /// 信用/诚信.
        Credit = 6, "credit";
        /// 知识产权.
        IntellectualProperty = 7, "intellectual-property";
        /// 政务 (税务、社保、水电).
        Government = 8, "government";
        /// 流水.
        CashFlow = 9, "cash-flow";
    }
);

named_enum!(
    /// 五数: which of the five kinds of data a section's content comes from.
    SourceDomain {
        /// 金融数据.
        Financial = 0, "financial";
        /// 公共数据.
        Public = 1, "public";
        /// 市场数据.
        Market = 2, "market";
        /// 企业数据.
        Enterprise = 3, "enterprise";
        /// 个人数据: never plain on the chain.
        Personal = 4, "personal";
    }
);

named_enum!(
    /// Why a proposal was declined.
    DeclineReason {
        /// Something in it is wrong.
        Incorrect = 0, "incorrect";
        /// Something is missing.
        Incomplete = 1, "incomplete";
        /// It was proposed or done already.
        Duplicate = 2, "duplicate";
        /// Whoever proposed it takes it back.
        Retracted = 3, "retracted";
    }
);

/// The name of a section's record within its enterprise: `jiandu-archive.SECTION` or `jiandu-archive.SECTION.PART`, and
/// `jiandu-archive-N.…` from its second series on. None where the part has characters that no external id has.
pub fn section_id(section: Section, part: Option<&Label<MAX_PART>>, series: u8) -> Option<ExternalId> {
    let prefix = match u32::from(series).saturating_add(1) {
        1 => SECTION_PREFIX.to_owned(),
        number => alloc::format!("{SECTION_PREFIX}-{number}"),
    };
    match part {
        Some(part) => alloc::format!("{prefix}.{section}.{part}").parse().ok(),
        None => alloc::format!("{prefix}.{section}").parse().ok(),
    }
}

/// The part and the series that the name of a section's record says; none where it is the name of no record of the section.
pub fn part_of(section: Section, id: &ExternalId) -> Option<(Option<Label<MAX_PART>>, u8)> {
    let id = id.to_string();
    let (prefix, rest) = id.split_once('.')?;
    let series = match prefix.strip_prefix(SECTION_PREFIX)? {
        "" => 0,
        number => number.strip_prefix('-')?.parse::<u32>().ok()?.checked_sub(1)?.try_into().ok()?,
    };
    let part = match rest.strip_prefix(section.name())? {
        "" => None,
        part => Some(part.strip_prefix('.')?.parse().ok()?),
    };
    Some((part, series))
}

/// What a section becomes, as its maker commits to it and its checker publishes it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SectionContent {
    /// Which section.
    pub section: Section,
    /// Which part of it, where it has several, such as a year.
    pub part: Option<Label<MAX_PART>>,
    /// 0, and one more each time the section's record was withdrawn or misfiled and the section begins anew.
    pub series: u8,
    /// Where its content comes from.
    pub source: SourceDomain,
    /// What becomes of it.
    pub change: RecordChange,
}

impl SectionContent {
    /// The name of the section's record within the enterprise. None where the part has characters that no external id has.
    pub fn external_id(&self) -> Option<ExternalId> {
        section_id(self.section, self.part.as_ref(), self.series)
    }

    /// The name of the record that has to be closed before this one begins; none in the first series.
    pub fn previous_id(&self) -> Option<ExternalId> {
        section_id(self.section, self.part.as_ref(), self.series.checked_sub(1)?)
    }

    /// Whether it is about persons.
    pub fn is_personal(&self) -> bool {
        self.section == Section::Personnel || self.source == SourceDomain::Personal
    }

    /// What a maker commits to: `blake2_256("jiandu/section" ‖ enterprise ‖ salt ‖ content)`. Without the salt nobody can tell
    /// the content, nor recognise it.
    pub fn commitment(&self, enterprise: &Uscc, salt: &[u8; 32]) -> [u8; 32] {
        let mut bytes = b"jiandu/section".to_vec();
        (enterprise, salt, self).encode_to(&mut bytes);
        sp_crypto_hashing::blake2_256(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{header::Header, record::Documents};

    fn nothing() -> RecordChange {
        RecordChange::Snapshot { base: None, header: Header::default(), documents: Documents::default() }
    }

    #[test]
    fn the_name_of_a_section_should_say_its_part_and_series() {
        let labels = [None, Some("2025"), Some("a.b"), Some("finance")];
        for section in Section::ALL {
            for part in labels.map(|label| label.map(|label| label.parse::<Label<MAX_PART>>().expect("a label"))) {
                for series in [0, 1, 9, u8::MAX] {
                    let id = section_id(*section, part.as_ref(), series).expect("an id");
                    assert!(id.is_reserved());
                    assert_eq!(part_of(*section, &id), Some((part.clone(), series)), "{id}");
                }
            }
        }
        let text = |id: Option<ExternalId>| id.map(|id| id.to_string());
        assert_eq!(text(section_id(Section::Finance, None, 1)).as_deref(), Some("jiandu-archive-2.finance"));
        for other in ["jiandu-archive.credit", "jiandu-archive-0.finance", "jiandu-archive-x.finance", "finance"] {
            assert_eq!(part_of(Section::Finance, &other.parse().expect("an id")), None, "{other}");
        }
    }

    #[test]
    fn a_closed_enterprise_should_never_open_again_and_a_lost_one_may_come_back() {
        use EnterpriseStatus::*;
        let allowed = [
            (Active, Deregistered),
            (Active, TransferredOut),
            (Active, Closed),
            (Deregistered, Active),
            (Deregistered, Closed),
            (TransferredOut, Active),
            (TransferredOut, Closed),
        ];
        for from in EnterpriseStatus::ALL {
            for to in EnterpriseStatus::ALL {
                assert_eq!(from.may_become(*to), allowed.contains(&(*from, *to)), "{from} to {to}");
            }
        }
    }

    #[test]
    fn a_section_should_have_a_name_of_its_own_and_a_commitment_that_hides_it() {
        let content = |part: Option<&str>| SectionContent {
            section: Section::Finance,
            part: part.map(|part| part.parse().expect("a label")),
            series: 0,
            source: SourceDomain::Enterprise,
            change: nothing(),
        };
        let id = |part| content(part).external_id().map(|id| id.to_string());
        assert_eq!(id(None).as_deref(), Some("jiandu-archive.finance"));
        assert_eq!(id(Some("2025")).as_deref(), Some("jiandu-archive.finance.2025"));
        assert!(content(None).external_id().is_some_and(|id| id.is_reserved()));
        assert_eq!(id(Some("a/b")), None);
        let enterprise: Uscc = "91350100M000100Y43".parse().expect("a code");
        let commitment = content(None).commitment(&enterprise, &[1; 32]);
        assert_ne!(commitment, content(None).commitment(&enterprise, &[2; 32]));
        assert_ne!(commitment, content(Some("2025")).commitment(&enterprise, &[1; 32]));
        assert_eq!(commitment, content(None).commitment(&enterprise, &[1; 32]));
    }

    #[test]
    fn personal_sections_should_be_known_by_section_or_source() {
        let content = |section, source| SectionContent { section, part: None, series: 0, source, change: nothing() };
        assert!(content(Section::Personnel, SourceDomain::Enterprise).is_personal());
        assert!(content(Section::Finance, SourceDomain::Personal).is_personal());
        assert!(!content(Section::Finance, SourceDomain::Financial).is_personal());
    }
}
