//! What a workflow says of a record: as what it was disclosed, by whom and on what grounds (披露义务人, 提交人, 依据), and why it
//! was frozen.

use super::{
    disclosure_text::occasion_text,
    record_text::{author, by_at},
};
use crate::{
    error::CliError,
    language::{values, Language, Texts},
    session::Session,
};
use jiandu_client::{
    disclosures::{self, FreezeView},
    records::RecordView,
};
use jiandu_primitives::{
    disclosure::{Capacity, CorrectionReason, DisclosureKind, Occasion},
    member::Author,
    record::RecordKind,
};
use serde::Serialize;

/// What the workflow of disclosures says of a record.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WorkflowReport {
    /// As what it was disclosed.
    #[serde(skip_serializing_if = "Option::is_none")]
    disclosure: Option<DisclosedReport>,
    /// Its freezes, oldest first.
    freezes: Vec<FreezeView>,
}

/// As what a record was disclosed. Whom it is about, 披露义务人, is its subject.
#[derive(Clone, Debug, Serialize)]
struct DisclosedReport {
    kind: DisclosureKind,
    /// The submission that became its newest snapshot.
    submission: u64,
    /// 提交人.
    submitter: Author,
    /// For whom it was submitted.
    capacity: Capacity,
    /// 依据: the mandate.
    mandate: Option<u64>,
    /// Why its newest version corrects the one before it.
    correction: Option<CorrectionReason>,
    /// The occasion that it names, by its first version or a later one.
    occasion: Option<Occasion>,
    /// 补录.
    backfilled: bool,
}

impl WorkflowReport {
    /// Asks the node.
    pub async fn of(record: &RecordView, session: &Session) -> Result<Self, CliError> {
        let freezes = session.ask(disclosures::freezes(&session.connection, record.object)).await?;
        if record.kind != RecordKind::Disclosure {
            return Ok(Self { disclosure: None, freezes });
        }
        let rows = session.ask(disclosures::publications(&session.connection, record.object)).await?;
        let (Some((_, first)), Some((_, last))) = (rows.first(), rows.last()) else {
            return Ok(Self { disclosure: None, freezes });
        };
        let submission = session.ask(disclosures::submission(&session.connection, last.submission)).await?;
        let disclosure = submission.map(|submission| DisclosedReport {
            kind: last.kind,
            submission: last.submission,
            submitter: submission.maker,
            capacity: submission.capacity,
            mandate: last.mandate,
            correction: last.correction,
            occasion: rows.iter().find_map(|(_, row)| row.occasion.clone()),
            backfilled: first.backfilled,
        });
        Ok(Self { disclosure, freezes })
    }

    /// As rows of a text.
    pub fn rows(&self, language: Language) -> Vec<(&'static str, String)> {
        let mut rows = Vec::new();
        if let Some(disclosure) = &self.disclosure {
            rows.push(("label-disclosure", language.word(&disclosure.kind)));
            let occasion = disclosure.occasion.as_ref();
            rows.extend(occasion.map(|occasion| ("label-occasion", occasion_text(occasion, language))));
            if disclosure.backfilled {
                rows.push(("label-restriction", language.text("disclosure-backfilled")));
            }
            rows.push(("label-submission-number", disclosure.submission.to_string()));
            rows.push(("label-handed-in-by", author(&disclosure.submitter)));
            rows.push(("label-capacity", language.word(&disclosure.capacity)));
            rows.extend(disclosure.mandate.map(|mandate| ("label-mandate", mandate.to_string())));
            rows.extend(disclosure.correction.map(|reason| ("label-reason", language.word(&reason))));
        }
        rows.extend(self.freezes.iter().map(|freeze| {
            let values = values! {
                reason = language.word(&freeze.reason.code),
                by = by_at(&freeze.by, freeze.at, language),
                ended = freeze.ended.map(|(by, at)| by_at(&by, at, language)).unwrap_or_default(),
            };
            let said = if freeze.ended.is_some() { "freeze-ended" } else { "freeze" };
            ("label-freeze", language.say(said, &values))
        }));
        rows
    }
}
