//! What `jiandu disclosure` prints.

use super::{
    enterprise_text::{block_rows, named},
    quoted,
    record_text::author,
    storing::{originals, VaultDocument},
};
use crate::{
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::Report,
    text::{pairs, table, Style},
    verdict_text::{labelled, version},
};
use jiandu_client::{
    disclosures::{Handover, PublicationView, Published, SubmissionView, Submitted},
    submit::Receipt,
    BlockHash,
};
use jiandu_primitives::{
    disclosure::{CorrectionReason, Disclosure, DisclosureAct, DisclosureKind, Occasion},
    header::Level,
    record::{ObjectId, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use serde::Serialize;

/// An occasion, as people read it.
pub fn occasion_text(occasion: &Occasion, language: Language) -> String {
    match occasion {
        Occasion::Period(year) => language.say("occasion-period", &values! { year = year.to_string() }),
        Occasion::Event { day, number: 0 } => language.say("occasion-event", &values! { day = day.to_string() }),
        Occasion::Event { day, number } => {
            let number = u32::from(*number).saturating_add(1);
            language.say("occasion-event-number", &values! { day = day.to_string(), number = number.to_owned() })
        }
        Occasion::Schedule { security, day } => {
            language.say("occasion-schedule", &values! { security = security.to_string(), day = day.to_string() })
        }
    }
}

/// A disclosure among those of its enterprise.
pub fn kind_and_number(kind: DisclosureKind, number: &str, language: Language) -> String {
    language.say("disclosure-named", &values! { kind = language.word(&kind), number = number.to_owned() })
}

/// What a disclosure says: the same for whoever submits and whoever publishes.
#[derive(Clone, Debug, Serialize)]
struct Content {
    enterprise: Uscc,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    kind: DisclosureKind,
    disclosure_number: String,
    mandate: Option<u64>,
    occasion: Option<Occasion>,
    backfilled: bool,
    base: Option<VersionRef>,
    level: Option<Level>,
    correction: Option<CorrectionReason>,
    withdrawal: Option<WithdrawalReason>,
    files: Vec<String>,
}

impl Content {
    fn new(disclosure: &Disclosure, name: Option<String>, files: Vec<String>) -> Self {
        let (level, correction, withdrawal) = match &disclosure.act {
            DisclosureAct::Change { change, correction } => {
                (change.headers().next().map(|header| header.level), *correction, None)
            }
            DisclosureAct::Withdraw { header, reason, .. } => (Some(header.level), None, Some(*reason)),
        };
        Self {
            enterprise: disclosure.enterprise,
            name,
            kind: disclosure.kind,
            disclosure_number: disclosure.number.to_string(),
            mandate: disclosure.mandate,
            occasion: disclosure.occasion.clone(),
            backfilled: disclosure.backfilled,
            base: disclosure.act.base(),
            level,
            correction,
            withdrawal,
            files,
        }
    }

    fn rows(&self, language: Language) -> Vec<(&'static str, String)> {
        let enterprise = match &self.name {
            Some(name) => named(name, self.enterprise, language),
            None => self.enterprise.to_string(),
        };
        let disclosure = kind_and_number(self.kind, &self.disclosure_number, language);
        let mut rows = vec![("label-enterprise", enterprise), ("label-disclosure", disclosure)];
        rows.extend(self.mandate.map(|mandate| ("label-mandate", mandate.to_string())));
        rows.extend(self.occasion.as_ref().map(|occasion| ("label-occasion", occasion_text(occasion, language))));
        if self.backfilled {
            rows.push(("label-restriction", language.text("disclosure-backfilled")));
        }
        rows.extend(self.level.as_ref().map(|level| ("label-level", language.word(level))));
        let base = self.base.map_or_else(|| language.text("archive-first"), |base| base.to_string());
        rows.push(("label-base", base));
        rows.extend(self.correction.as_ref().map(|reason| ("label-reason", language.word(reason))));
        if let Some(reason) = &self.withdrawal {
            let said = language.say("disclosure-withdraws", &values! { reason = language.word(reason) });
            rows.push(("label-reason", said));
        }
        if !self.files.is_empty() {
            rows.push(("label-files", self.files.join("\n")));
        }
        rows
    }
}

/// What somebody is about to publish.
pub fn about(
    handover: &Handover,
    view: &SubmissionView,
    name: Option<String>,
    files: &[String],
    language: Language,
) -> String {
    let mut rows = vec![("label-submission-number", handover.submission.to_string())];
    // Whoever publishes says with it that this is what was first filed then.
    if view.first_filed != view.filed {
        rows.push(("label-first-filed", moment::full(view.first_filed, language)));
        rows.push(("label-filed", moment::full(view.filed, language)));
    }
    rows.extend(Content::new(&handover.disclosure, name, files.to_vec()).rows(language));
    pairs(0, &labelled(rows, language))
}

/// A disclosure that was submitted.
#[derive(Clone, Debug, Serialize)]
pub struct SubmittedReport {
    /// The submission's number.
    number: u64,
    /// Whether it was there already.
    unchanged: bool,
    /// The exchange that reviews it.
    exchange: Uscc,
    #[serde(flatten)]
    content: Content,
    /// The vault that has the originals.
    originals: Option<VaultDocument>,
    /// Whether its documents are sealed, and the file for the checker opens them.
    sealed: bool,
    /// The file with what was added to the body.
    body: Option<String>,
    /// The file for the checker.
    submission: String,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl SubmittedReport {
    /// What was submitted, and the file that the checker needs.
    pub fn new(
        handover: &Handover,
        name: Option<String>,
        files: Vec<String>,
        submitted: &Submitted,
        originals: Option<VaultDocument>,
        out: String,
    ) -> Self {
        let Receipt { block, block_hash, finalised, .. } = submitted.receipt;
        Self {
            number: submitted.submission,
            unchanged: submitted.unchanged,
            exchange: handover.exchange,
            content: Content::new(&handover.disclosure, name, files),
            originals,
            sealed: !handover.openings.is_empty(),
            body: None,
            submission: out,
            block,
            block_hash,
            finalised,
        }
    }

    /// The same, with the file with what was added to the body.
    pub fn body(self, body: Option<String>) -> Self {
        Self { body, ..self }
    }
}

impl Report for SubmittedReport {
    fn text(&self, language: Language) -> String {
        let number = values! { number = self.number.to_string(), exchange = self.exchange.to_string() };
        let said = match self.unchanged {
            true => Style::Caution.paint(&language.say("disclosure-submitted-before", &number)),
            false => Style::Good.paint(&language.say("disclosure-submitted", &number)),
        };
        let mut rows = self.content.rows(language);
        rows.push(("label-originals", originals(self.originals.as_ref(), language)));
        rows.push(("label-submission", self.submission.clone()));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let body = self.body.iter().map(|body| format!("--body {}", quoted(body)));
        let words = [quoted(&self.submission)].into_iter().chain(self.content.files.iter().map(|file| quoted(file)));
        let words = words.chain(body).collect::<Vec<_>>().join(" ");
        let hand_over = if self.sealed { "archive-hand-over-sealed" } else { "archive-hand-over" };
        format!(
            "{said}\n{}{}\n{}\n",
            pairs(2, &labelled(rows, language)),
            language.say("disclosure-how-to-publish", &values! { words = words }),
            Style::Faint.paint(&language.text(hand_over)),
        )
    }
}

/// A disclosure that was published.
#[derive(Clone, Debug, Serialize)]
pub struct PublishedReport {
    /// The submission's number.
    number: u64,
    /// Whether that was done before, and nothing was sent.
    unchanged: bool,
    #[serde(flatten)]
    content: Content,
    /// The vault in which the originals were seen; none where nobody looked.
    originals: Option<VaultDocument>,
    /// The record.
    record: ObjectId,
    /// Its newest snapshot.
    version: VersionRef,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl PublishedReport {
    /// What was published of a handover.
    pub fn new(
        handover: &Handover,
        name: Option<String>,
        files: Vec<String>,
        published: &Published,
        originals: Option<VaultDocument>,
    ) -> Self {
        let Receipt { block, block_hash, finalised, .. } = published.receipt;
        Self {
            number: handover.submission,
            unchanged: false,
            content: Content::new(&handover.disclosure, name, files),
            originals,
            record: published.snapshot.object,
            version: published.snapshot.at,
            block,
            block_hash,
            finalised,
        }
    }

    /// The same, done before.
    pub fn before(self) -> Self {
        Self { unchanged: true, ..self }
    }
}

impl Report for PublishedReport {
    fn text(&self, language: Language) -> String {
        let said = match self.unchanged {
            true => Style::Caution.paint(&language.text("archive-published-before")),
            false => Style::Good.paint(&language.text("disclosure-published")),
        };
        let mut rows = vec![
            ("label-submission-number", self.number.to_string()),
            ("label-record", self.record.to_string()),
            ("label-version", version(self.version, language)),
        ];
        rows.extend(self.content.rows(language));
        if let Some(vault) = &self.originals {
            rows.push(("label-originals", originals(Some(vault), language)));
        }
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        format!("{said}\n{}", pairs(2, &labelled(rows, language)))
    }
}

/// What something was done to, and how.
#[derive(Clone, Debug, Default, Serialize)]
pub struct About {
    /// The submission's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// The record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<ObjectId>,
    /// Unix second before which it may not be published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<u64>,
    /// What the digest of a text about it was salted with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// Whether the text that was named now was sent: it was not, where the same was decided before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_sent: Option<bool>,
}

impl About {
    /// A submission.
    pub fn submission(number: u64) -> Self {
        Self { number: Some(number), ..Self::default() }
    }
}

/// Something that one person decided or did.
#[derive(Clone, Debug, Serialize)]
pub struct DoneReport {
    /// What was done: the words of the command.
    act: &'static str,
    /// Whether that was done before, and nothing was sent.
    unchanged: bool,
    /// What it was done to.
    #[serde(flatten)]
    about: About,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl DoneReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 7] = [
        "disclosure-accept",
        "disclosure-freeze",
        "disclosure-reject",
        "disclosure-retract",
        "disclosure-return",
        "disclosure-take-over",
        "disclosure-unfreeze",
    ];

    /// An act and its transaction.
    pub fn new(act: &'static str, about: About, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, unchanged: false, about, block, block_hash, finalised }
    }

    /// The same, done before.
    pub fn before(self) -> Self {
        Self { unchanged: true, ..self }
    }
}

impl Report for DoneReport {
    fn text(&self, language: Language) -> String {
        let done = match self.unchanged {
            true => Style::Good.paint(&language.text("decided-before")),
            false => Style::Good.paint(&language.text(&format!("done-{}", self.act))),
        };
        let mut rows = Vec::new();
        let About { number, record, not_before, salt, document_sent } = &self.about;
        rows.extend(number.map(|number| ("label-submission-number", number.to_string())));
        rows.extend(record.map(|record| ("label-record", record.to_string())));
        rows.extend(not_before.map(|time| ("label-not-before", moment::both(time, language))));
        rows.extend(salt.iter().map(|salt| ("label-salt", salt.clone())));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let caution = match (salt, document_sent) {
            (Some(_), _) => Some("keep-salt"),
            (None, Some(false)) => Some("decided-before-document"),
            (None, _) => None,
        };
        let caution = caution.map(|key| format!("{}\n", Style::Caution.paint(&language.text(key))));
        format!("{done}\n{}{}", pairs(2, &labelled(rows, language)), caution.unwrap_or_default())
    }
}

/// What waits at an exchange.
#[derive(Clone, Debug, Serialize)]
pub struct ListReport {
    /// The exchange.
    exchange: Uscc,
    /// Oldest first.
    submissions: Vec<SubmissionView>,
}

impl ListReport {
    /// What waits.
    pub fn new(exchange: Uscc, submissions: Vec<SubmissionView>) -> Self {
        Self { exchange, submissions }
    }
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        if self.submissions.is_empty() {
            return format!("{}\n", language.text("disclosure-none-waits"));
        }
        let headings = [
            "label-submission-number",
            "label-class",
            "label-stage",
            "label-first-filed",
            "label-author",
            "label-capacity",
        ]
        .map(|heading| language.text(heading));
        let rows: Vec<_> = self
            .submissions
            .iter()
            .map(|view| {
                [
                    view.submission.to_string(),
                    language.word(&view.class),
                    language.word(&view.stage),
                    moment::short(view.first_filed.time, language),
                    author(&view.maker),
                    language.word(&view.capacity),
                ]
            })
            .collect();
        table(headings, &rows)
    }
}

/// A submission in full.
#[derive(Clone, Debug, Serialize)]
pub struct ShownReport {
    #[serde(flatten)]
    view: SubmissionView,
    /// When it was first submitted, in words.
    first: MomentDocument,
    /// What became public with it.
    publication: Option<PublicationView>,
}

impl ShownReport {
    /// A submission, and what was published of it.
    pub fn new(view: SubmissionView, publication: Option<PublicationView>) -> Self {
        Self { first: view.first_filed.into(), view, publication }
    }
}

impl Report for ShownReport {
    fn text(&self, language: Language) -> String {
        let view = &self.view;
        let mut rows = vec![
            ("label-submission-number", view.submission.to_string()),
            ("label-stage", language.word(&view.stage)),
            ("label-class", language.word(&view.class)),
            ("label-exchange", view.exchange.to_string()),
            ("label-author", author(&view.maker)),
            ("label-capacity", language.word(&view.capacity)),
            ("label-first-filed", moment::full(view.first_filed, language)),
            ("label-filed", moment::full(view.filed, language)),
            ("label-commitment", ObjectId(view.commitment).to_string()),
        ];
        if let Some(decision) = &view.decision {
            rows.push(("label-checker", author(&decision.by)));
            rows.push(("label-decided", moment::full(decision.at, language)));
        }
        if let Some(reason) = &view.reason {
            rows.push(("label-reason", language.word(&reason.code)));
            rows.extend(reason.text.map(|digest| ("label-reason-text", ObjectId(digest).to_string())));
        }
        rows.extend(view.not_before.map(|time| ("label-not-before", moment::both(time, language))));
        rows.extend(view.ended.map(|at| ("label-ended", moment::full(at, language))));
        if let Some(snapshot) = view.snapshot {
            rows.push(("label-record", snapshot.object.to_string()));
            rows.push(("label-version", version(snapshot.at, language)));
        }
        if let Some(publication) = &self.publication {
            rows.push(("label-disclosure", language.word(&publication.kind)));
            rows.extend(publication.mandate.map(|mandate| ("label-mandate", mandate.to_string())));
            let occasion = publication.occasion.as_ref();
            rows.extend(occasion.map(|occasion| ("label-occasion", occasion_text(occasion, language))));
            if publication.backfilled {
                rows.push(("label-restriction", language.text("disclosure-backfilled")));
            }
            let correction = publication.correction.as_ref();
            rows.extend(correction.map(|reason| ("label-reason", language.word(reason))));
        }
        pairs(0, &labelled(rows, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in DoneReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }

    #[test]
    fn every_occasion_should_be_said_with_every_value() {
        let day = "2026-04-14".parse().expect("a day");
        let security = "DCFGFR2401".parse().expect("a label");
        let occasions = [
            (Occasion::Period(2025), "2025"),
            (Occasion::Event { day, number: 0 }, "2026-04-14"),
            (Occasion::Event { day, number: 1 }, "2"),
            (Occasion::Schedule { security, day }, "DCFGFR2401"),
        ];
        for language in Language::ALL {
            for (occasion, part) in &occasions {
                let said = occasion_text(occasion, language);
                assert!(said.contains(part) && !said.contains("occasion-"), "{said}");
            }
        }
    }
}
