//! The words of the domain.

use super::{text, Language};
use crate::{
    disclosures::Stage,
    evidence::TrustSource,
    grants::reconcile::ExceptionKind,
    members::{KeyStatus, OrganisationStatus},
};
use jiandu_primitives::{
    calendar::DaySort,
    code::Tier,
    digest::DigestAlg,
    disclosure::{Capacity, CorrectionReason, DisclosureClass, DisclosureKind, FreezeReason, ReviewReason},
    enterprise::{DeclineReason, EnterpriseStatus, Section, SourceDomain, Succession},
    grant::{
        agreement::BenefitForm, decision::Denial, Action, GrantReason, LegalBasis, Purpose, RecoveryReason, RightKind,
        Territory,
    },
    header::{Level, OverwriteReason},
    member::{Custody, EndReason, OrganisationKind, Role},
    obligation::{DueChange, ObligationState, ReliefReason},
    record::{ChangeReason, MediaType, Operation, RecordKind, RecordState, Relation, VersionRef, WithdrawalReason},
    seal::SealKind,
    verdict::{Headline, Standing},
};

/// Something that has a word in both languages.
pub trait Word {
    /// The key of the word.
    fn word_key(&self) -> String;

    /// What the word speaks of.
    fn word_args(&self, _language: Language) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// A version as people say it: 首版（v0）, 第 1 次更正（v1）, v1 第 1 次重写.
pub fn version(language: Language, at: VersionRef) -> String {
    let key = match (at.version, at.revision) {
        (0, 0) => "version-first",
        (_, 0) => "version-update",
        _ => "version-rewrite",
    };
    let (version, revision) = (at.version.to_string(), at.revision.to_string());
    text(language, key, &[("version", &version), ("revision", &revision)])
}

/// Words whose key is a prefix and the name that commands and JSON use.
macro_rules! named {
    ($($type:ty = $prefix:literal;)+) => {
        $(
            impl Word for $type {
                fn word_key(&self) -> String {
                    format!(concat!($prefix, "-{}"), self.name())
                }
            }
        )+
    };
}

named! {
    Action = "grant-action";
    BenefitForm = "benefit";
    Capacity = "capacity";
    CorrectionReason = "correction-reason";
    Custody = "custody";
    DaySort = "day-sort";
    DeclineReason = "decline-reason";
    Denial = "denial";
    DigestAlg = "digest";
    DisclosureClass = "disclosure-class";
    DisclosureKind = "disclosure-kind";
    DueChange = "obligation-state";
    EndReason = "end-reason";
    EnterpriseStatus = "enterprise-status";
    ExceptionKind = "exception";
    FreezeReason = "freeze-reason";
    GrantReason = "grant-reason";
    KeyStatus = "key-status";
    LegalBasis = "legal-basis";
    Level = "level";
    ObligationState = "obligation-state";
    Operation = "operation";
    OrganisationKind = "organisation-kind";
    OrganisationStatus = "organisation-status";
    OverwriteReason = "overwrite-reason";
    Purpose = "grant-purpose";
    RecordKind = "record-kind";
    RecoveryReason = "recovery-reason";
    Relation = "relation";
    ReliefReason = "relief-reason";
    ReviewReason = "review-reason";
    RightKind = "right-kind";
    Role = "role";
    SealKind = "seal-kind";
    Section = "section";
    SourceDomain = "source-domain";
    Stage = "submission-state";
    Succession = "succession";
    Territory = "territory";
    Tier = "tier";
    WithdrawalReason = "withdrawal-reason";
}

impl Word for ChangeReason {
    fn word_key(&self) -> String {
        match self {
            Self::Withdrawal(reason) => reason.word_key(),
            Self::Overwrite(reason) => reason.word_key(),
        }
    }
}

impl Word for MediaType {
    fn word_key(&self) -> String {
        // Their names have characters that a key cannot have.
        let name = match self {
            Self::Other => "other",
            Self::Pdf => "pdf",
            Self::Ofd => "ofd",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Text => "text",
            Self::Json => "json",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Zip => "zip",
            Self::Csv => "csv",
            Self::Xml => "xml",
        };
        format!("media-{name}")
    }
}

impl Word for Standing {
    fn word_key(&self) -> String {
        let name = match self {
            Self::Current => "current",
            Self::Superseded { .. } => "superseded",
            Self::Overwritten { .. } => "overwritten",
            Self::Withdrawn => "withdrawn",
            Self::Misfiled => "misfiled",
        };
        format!("standing-{name}")
    }

    fn word_args(&self, language: Language) -> Vec<(&'static str, String)> {
        match self {
            Self::Superseded { by } | Self::Overwritten { by } => vec![("by", version(language, *by))],
            Self::Current | Self::Withdrawn | Self::Misfiled => Vec::new(),
        }
    }
}

impl Word for Headline {
    fn word_key(&self) -> String {
        let name = match self {
            Self::Unknown => "unknown",
            Self::Current => "current",
            Self::NotCurrent => "not-current",
            Self::Undecided => "undecided",
        };
        format!("headline-{name}")
    }
}

impl Word for RecordState {
    fn word_key(&self) -> String {
        let name = match self {
            Self::Live => "live",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Misfiled { .. } => "misfiled",
        };
        format!("record-state-{name}")
    }
}

impl Word for TrustSource {
    fn word_key(&self) -> String {
        let name = match self {
            Self::File => "file",
            Self::Node => "node",
        };
        format!("trust-source-{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::tests::keys;
    use jiandu_primitives::{chain::Moment, record::ObjectId};

    fn assert_words<'a>(words: impl IntoIterator<Item = &'a (impl Word + 'a)>) {
        for word in words {
            for language in Language::ALL {
                let key = word.word_key();
                let known = keys(language);
                let names: Vec<_> = word.word_args(language).into_iter().map(|(name, _)| name.to_owned()).collect();
                let expected = known.get(&key).unwrap_or_else(|| panic!("{} lacks {key}", language.tag()));
                assert!(expected.iter().eq(&names), "the arguments of {key} in {}", language.tag());
            }
        }
    }

    #[test]
    fn everything_named_should_have_a_word() {
        let by = VersionRef { version: 1, revision: 0 };
        let (reason, at) = (WithdrawalReason::Mistake, Moment::default());
        assert_words(Capacity::ALL);
        assert_words(CorrectionReason::ALL);
        assert_words(Custody::ALL);
        assert_words(DaySort::ALL);
        assert_words(&[ChangeReason::Withdrawal(reason), ChangeReason::Overwrite(OverwriteReason::WrongCode)]);
        assert_words(DeclineReason::ALL);
        assert_words(&DigestAlg::ALL);
        assert_words(DisclosureClass::ALL);
        assert_words(DisclosureKind::ALL);
        assert_words(DueChange::ALL);
        assert_words(EndReason::ALL);
        assert_words(EnterpriseStatus::ALL);
        assert_words(&[KeyStatus::Active, KeyStatus::Suspended, KeyStatus::Ended { reason: EndReason::Loss }]);
        assert_words(FreezeReason::ALL);
        assert_words(Level::ALL);
        assert_words(ObligationState::ALL);
        assert_words(MediaType::ALL);
        assert_words(Operation::ALL);
        assert_words(OrganisationKind::ALL);
        assert_words(&OrganisationStatus::ALL);
        assert_words(OverwriteReason::ALL);
        assert_words(RecordKind::ALL);
        assert_words(&[RecordState::Live, RecordState::Withdrawn { reason, at }]);
        assert_words(&[RecordState::Misfiled { to: ObjectId([0; 32]), at }]);
        assert_words(Relation::ALL);
        assert_words(ReliefReason::ALL);
        assert_words(ReviewReason::ALL);
        assert_words(Role::ALL);
        assert_words(SealKind::ALL);
        assert_words(Section::ALL);
        assert_words(SourceDomain::ALL);
        assert_words(&[Standing::Current, Standing::Withdrawn, Standing::Misfiled]);
        assert_words(&[Standing::Superseded { by }, Standing::Overwritten { by }]);
        assert_words(&Stage::ALL);
        assert_words(Succession::ALL);
        assert_words(Tier::ALL);
        assert_words(&[Headline::Unknown, Headline::Current, Headline::NotCurrent, Headline::Undecided]);
        assert_words(&[TrustSource::File, TrustSource::Node]);
        assert_words(WithdrawalReason::ALL);
    }

    #[test]
    fn versions_should_be_said_as_the_glossary_has_them() {
        let say = |version_, revision| version(Language::Chinese, VersionRef { version: version_, revision });
        assert_eq!(say(0, 0), "首版（v0）");
        assert_eq!(say(1, 0), "第 1 次更正（v1）");
        assert_eq!(say(1, 1), "v1 第 1 次重写");
        let standing = Standing::Superseded { by: VersionRef { version: 1, revision: 0 } };
        assert!(Language::Chinese.word(&standing).contains("第 1 次更正（v1）"));
    }
}
