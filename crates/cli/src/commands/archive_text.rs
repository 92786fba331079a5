//! What `jiandu archive` prints.

use super::{
    enterprise_text::{block_rows, code, named, proposed},
    quoted,
    record_text::{author, HistoryReport},
    review::is_stored,
    storing::{originals, VaultDocument},
};
use crate::{
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::Report,
    text::{pairs, printable, table, Style},
    verdict_text::{self, labelled},
};
use jiandu_client::{
    enterprises::{EnterpriseView, Proposed, Published, SectionRecord, SectionView, Submission},
    records::SnapshotView,
    submit::Receipt,
    BlockHash,
};
use jiandu_primitives::{
    change::RecordChange,
    code::EnterpriseCode,
    enterprise::{part_of, EnterpriseStatus, Section, SectionContent, SourceDomain, MAX_PART},
    header::{Header, Label, Level, OverwriteReason, Schema},
    member::Author,
    record::{ExternalId, ObjectId, RecordState, Rewritten, VersionRef},
    uscc::Uscc,
};
use serde::Serialize;

/// A section and its part, as people read it.
pub fn section_name(section: Section, part: Option<&Label<MAX_PART>>, language: Language) -> String {
    match part {
        Some(part) => {
            let values = values! { section = language.word(&section), part = part.to_string() };
            language.say("archive-section-part", &values)
        }
        None => language.word(&section),
    }
}

/// How often a section began anew, as people read it.
fn series(series: u8, language: Language) -> String {
    language.say("archive-series", &values! { number = u32::from(series).saturating_add(1) })
}

/// Which section, and what it is said to be: the same for whoever submits and whoever confirms.
#[derive(Clone, Debug, Serialize)]
struct Content {
    enterprise: Uscc,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    section: Section,
    part: Option<Label<MAX_PART>>,
    source: SourceDomain,
    /// One more each time the section begins anew.
    series: u8,
    /// Of its new snapshots.
    level: Option<Level>,
    business: Option<u64>,
    schema: Option<Schema>,
    base: Option<VersionRef>,
    /// What an overwrite makes of each version.
    #[serde(skip_serializing_if = "Option::is_none")]
    overwrite: Option<Overwrite>,
    /// The files, in the order of their versions and slots.
    files: Vec<String>,
}

/// What an overwrite makes of each version.
#[derive(Clone, Debug, Serialize)]
struct Overwrite {
    reason: OverwriteReason,
    versions: Vec<OverwrittenVersion>,
}

/// A version, with what its new snapshot says of itself and how many documents it has; neither where it is reaffirmed.
#[derive(Clone, Debug, Serialize)]
struct OverwrittenVersion {
    version: u32,
    header: Option<Header>,
    documents: Option<usize>,
}

impl OverwrittenVersion {
    fn text(&self, language: Language) -> String {
        let Some(count) = self.documents else {
            return language.say("rewriting-kept", &values! { version = self.version });
        };
        let set = language.say("rewriting-set", &values! { version = self.version, count = count });
        let said = self.header.iter().flat_map(|header| {
            let business = header.business.map(|business| moment::short(business, language));
            [Some(language.word(&header.level)), business].into_iter().flatten()
        });
        [set].into_iter().chain(said).collect::<Vec<_>>().join(" · ")
    }
}

impl Overwrite {
    fn of(change: &RecordChange) -> Option<Self> {
        let RecordChange::Overwrite { from, versions, reason, .. } = change else { return None };
        let versions = (*from..).zip(versions).map(|(version, rewritten)| {
            let (header, documents) = match rewritten {
                Rewritten::Reaffirmed => (None, None),
                Rewritten::Replaced { header, documents } => (Some(header.clone()), Some(documents.len())),
            };
            OverwrittenVersion { version, header, documents }
        });
        Some(Self { reason: *reason, versions: versions.collect() })
    }
}

impl Content {
    fn new(enterprise: Uscc, name: Option<String>, content: &SectionContent, files: Vec<String>) -> Self {
        Self {
            enterprise,
            name,
            section: content.section,
            part: content.part.clone(),
            series: content.series,
            source: content.source,
            level: content.change.headers().next().map(|header| header.level),
            business: content.change.headers().next().and_then(|header| header.business),
            schema: content.change.headers().next().and_then(|header| header.schema.clone()),
            base: content.change.base(),
            overwrite: Overwrite::of(&content.change),
            files,
        }
    }

    fn rows(&self, language: Language) -> Vec<(&'static str, String)> {
        let enterprise = match &self.name {
            Some(name) => named(name, self.enterprise, language),
            None => self.enterprise.to_string(),
        };
        let mut rows = vec![
            ("label-enterprise", enterprise),
            ("label-section", section_name(self.section, self.part.as_ref(), language)),
            ("label-section-source", language.word(&self.source)),
        ];
        if self.series > 0 {
            rows.push(("label-series", series(self.series, language)));
        }
        if let Some(level) = &self.level {
            rows.push(("label-level", language.word(level)));
        }
        if let Some(business) = self.business {
            rows.push(("label-business-time", moment::short(business, language)));
        }
        if let Some(Schema { protocol, version, object_type }) = &self.schema {
            rows.push(("label-schema", format!("{protocol},{version},{object_type}")));
        }
        let base = self.base.map_or_else(|| language.text("archive-first"), |base| base.to_string());
        rows.push(("label-base", base));
        if let Some(Overwrite { reason, versions }) = &self.overwrite {
            let versions: Vec<_> = versions.iter().map(|version| version.text(language)).collect();
            rows.push(("label-rewritten", versions.join("\n")));
            rows.push(("label-reason", language.word(reason)));
        }
        rows.push(("label-files", self.files.join("\n")));
        rows
    }
}

/// What a checker is about to publish.
pub fn about(
    submission: &Submission,
    name: Option<String>,
    files: Vec<String>,
    vault: Option<&VaultDocument>,
    language: Language,
) -> String {
    let content = Content::new(submission.enterprise, name, &submission.content, files);
    let mut rows = vec![("label-proposal", submission.proposal.to_string())];
    rows.extend(content.rows(language));
    rows.push(("label-originals", originals_of(is_stored(&submission.content.change), vault, language)));
    pairs(0, &labelled(rows, language))
}

/// Where the originals of a submission are, in one line.
fn originals_of(stored: bool, vault: Option<&VaultDocument>, language: Language) -> String {
    match stored && vault.is_none() {
        true => language.text("originals-unchecked"),
        false => originals(vault, language),
    }
}

/// A section that was committed to.
#[derive(Clone, Debug, Serialize)]
pub struct SubmittedReport {
    /// The proposal.
    proposal: u64,
    /// Whether it waited already.
    unchanged: bool,
    #[serde(flatten)]
    content: Content,
    /// The vault that has the originals; none where it was asked that none does.
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
    /// What was proposed, and the file that the checker needs.
    pub fn new(submission: &Submission, name: String, files: Vec<String>, out: String, proposed: &Proposed) -> Self {
        let Receipt { block, block_hash, finalised, .. } = proposed.receipt;
        Self {
            proposal: proposed.proposal,
            unchanged: proposed.unchanged,
            content: Content::new(submission.enterprise, Some(name), &submission.content, files),
            originals: None,
            sealed: !submission.openings.is_empty(),
            body: None,
            submission: out,
            block,
            block_hash,
            finalised,
        }
    }

    /// The same, with the vault that has the originals.
    pub fn originals(self, originals: Option<VaultDocument>) -> Self {
        Self { originals, ..self }
    }

    /// The same, with the file with what was added to the body.
    pub fn body(self, body: Option<String>) -> Self {
        Self { body, ..self }
    }
}

impl Report for SubmittedReport {
    fn text(&self, language: Language) -> String {
        let mut rows = self.content.rows(language);
        rows.push(("label-originals", originals(self.originals.as_ref(), language)));
        rows.push(("label-submission", self.submission.clone()));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let body = self.body.iter().map(|body| format!("--body {}", quoted(body)));
        let files = self.content.files.iter().map(|file| quoted(file)).chain(body).collect::<Vec<_>>().join(" ");
        let values = values! { submission = quoted(&self.submission), files = files };
        format!(
            "{}\n{}{}\n{}\n",
            proposed(self.proposal, self.unchanged, language),
            pairs(2, &labelled(rows, language)),
            language.say("archive-how-to-confirm", &values),
            Style::Faint.paint(&language.text(if self.sealed {
                "archive-hand-over-sealed"
            } else {
                "archive-hand-over"
            })),
        )
    }
}

/// A section that was published.
#[derive(Clone, Debug, Serialize)]
pub struct PublishedReport {
    /// The proposal.
    proposal: u64,
    /// Whether that was done before, and nothing was sent.
    unchanged: bool,
    /// Who did it then.
    #[serde(skip_serializing_if = "Option::is_none")]
    checker: Option<Author>,
    #[serde(flatten)]
    content: Content,
    /// The vault in which the originals were seen; none where nobody looked.
    originals: Option<VaultDocument>,
    /// Whether its maker stored them.
    stored: bool,
    /// Whether its documents are sealed.
    sealed: bool,
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
    /// What was published of a submission.
    pub fn new(submission: &Submission, name: Option<String>, files: Vec<String>, published: &Published) -> Self {
        let Receipt { block, block_hash, finalised, .. } = published.receipt;
        Self {
            proposal: submission.proposal,
            unchanged: false,
            checker: None,
            content: Content::new(submission.enterprise, name, &submission.content, files),
            originals: None,
            stored: is_stored(&submission.content.change),
            sealed: !submission.openings.is_empty(),
            record: published.snapshot.object,
            version: published.snapshot.at,
            block,
            block_hash,
            finalised,
        }
    }

    /// The same, done before by this person.
    pub fn before(self, checker: Author) -> Self {
        Self { unchanged: true, checker: Some(checker), ..self }
    }

    /// The same, with the vault in which the originals were seen.
    pub fn originals(self, originals: Option<VaultDocument>) -> Self {
        Self { originals, ..self }
    }
}

impl Report for PublishedReport {
    fn text(&self, language: Language) -> String {
        let mut rows = vec![
            ("label-proposal", self.proposal.to_string()),
            ("label-record", self.record.to_string()),
            ("label-version", verdict_text::version(self.version, language)),
        ];
        rows.extend(self.content.rows(language));
        if let Some(checker) = &self.checker {
            rows.push(("label-checker", author(checker)));
        }
        rows.push(("label-originals", originals_of(self.stored, self.originals.as_ref(), language)));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let files = self.content.files.iter().map(|file| quoted(file)).collect::<Vec<_>>().join(" ");
        let done = match self.unchanged {
            true => Style::Caution.paint(&language.text("archive-published-before")),
            false => Style::Good.paint(&language.text("archive-published")),
        };
        let verify = match self.sealed {
            true => language.text("archive-openings-with-maker"),
            false => language.say("how-to-verify", &values! { files = files }),
        };
        format!("{done}\n{}{verify}\n", pairs(2, &labelled(rows, language)))
    }
}

/// Everything that happened to a section.
#[derive(Clone, Debug, Serialize)]
pub struct SectionHistoryReport {
    /// The enterprise.
    enterprise: Uscc,
    /// Its registered name now.
    name: String,
    section: Section,
    part: Option<Label<MAX_PART>>,
    /// Its records, oldest first: one more each time that it began anew.
    records: Vec<SeriesReport>,
}

/// A record of a section.
#[derive(Clone, Debug, Serialize)]
struct SeriesReport {
    series: u8,
    /// Where its content comes from; none where it left the archive.
    source: Option<SourceDomain>,
    record_state: RecordState,
    frozen: bool,
    #[serde(flatten)]
    history: HistoryReport,
}

impl SectionHistoryReport {
    /// The records of a section, each with its snapshots.
    pub fn new(
        enterprise: &EnterpriseView,
        section: Section,
        part: Option<Label<MAX_PART>>,
        records: Vec<(SectionRecord, Vec<SnapshotView>)>,
    ) -> Self {
        let records = records.into_iter().map(|(SectionRecord { series, source, record }, snapshots)| SeriesReport {
            series,
            source,
            record_state: record.state,
            frozen: record.frozen,
            history: HistoryReport::new(record.object, snapshots),
        });
        let (enterprise, name) = (enterprise.enterprise, enterprise.name.clone());
        Self { enterprise, name, section, part, records: records.collect() }
    }
}

impl Report for SectionHistoryReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![
            ("label-enterprise", named(&self.name, self.enterprise, language)),
            ("label-section", section_name(self.section, self.part.as_ref(), language)),
        ];
        let mut text = pairs(0, &labelled(rows, language));
        for SeriesReport { series: number, record_state, frozen, history, .. } in &self.records {
            let mut title = standing(*record_state, *frozen, language);
            if *number > 0 {
                let number = u32::from(*number).saturating_add(1);
                title = language.say("archive-series-title", &values! { number = number, state = title });
            }
            text.push_str(&format!("\n{}\n{}", Style::Strong.paint(&title), history.table(language)));
        }
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says-of-record")))
    }
}

/// The state of a section's record, as people read it.
fn standing(state: RecordState, frozen: bool, language: Language) -> String {
    let state = verdict_text::record_state(state, language);
    match frozen {
        true => {
            let values = values! { state = state, restriction = language.text("restriction-frozen") };
            language.say("archive-state-restricted", &values)
        }
        false => state,
    }
}

/// The archive of an enterprise.
#[derive(Clone, Debug, Serialize)]
pub struct ArchiveReport {
    /// The enterprise.
    enterprise: Uscc,
    /// Its registered name now.
    name: String,
    /// Its code now.
    code: EnterpriseCode,
    /// Whether its archive goes on.
    status: EnterpriseStatus,
    /// Its sections, in the order of the standard.
    sections: Vec<SectionReport>,
}

/// A section of an archive.
#[derive(Clone, Debug, Serialize)]
struct SectionReport {
    section: Section,
    part: Option<String>,
    series: u8,
    source: SourceDomain,
    level: Level,
    record: ObjectId,
    external_id: ExternalId,
    /// The newest snapshot that has documents.
    version: VersionRef,
    documents: usize,
    /// When that was published.
    since: Option<MomentDocument>,
    record_state: RecordState,
    frozen: bool,
    /// Who submitted the first snapshot.
    maker: Author,
    /// Who published it.
    checker: Author,
}

impl SectionReport {
    fn new(view: SectionView, history: &[SnapshotView]) -> Self {
        let SectionView { section, source, hands, record } = view;
        let since = history.iter().find(|snapshot| snapshot.at == record.version);
        let (part, series) = part_of(section, &record.external_id).unwrap_or_default();
        Self {
            section,
            part: part.map(|part| part.to_string()),
            series,
            source,
            level: record.header.level,
            record: record.object,
            external_id: record.external_id,
            version: record.version,
            documents: record.documents.len(),
            since: since.map(|snapshot| snapshot.moment.into()),
            record_state: record.state,
            frozen: record.frozen,
            maker: hands.maker,
            checker: hands.checker,
        }
    }

    fn line(&self, language: Language) -> [String; 8] {
        let anew = (self.series > 0).then(|| series(self.series, language));
        let part = self.part.iter().cloned().chain(anew).collect::<Vec<_>>().join(" · ");
        [
            language.word(&self.section),
            part,
            language.word(&self.source),
            language.word(&self.level),
            verdict_text::version(self.version, language),
            self.documents.to_string(),
            self.since.as_ref().map_or_else(String::new, |since| moment::short(since.time, language)),
            standing(self.record_state, self.frozen, language),
        ]
    }
}

impl ArchiveReport {
    /// An enterprise with its sections, each with the history of its record.
    pub fn new(enterprise: &EnterpriseView, sections: Vec<(SectionView, Vec<SnapshotView>)>) -> Self {
        let sections = sections.into_iter().map(|(view, history)| SectionReport::new(view, &history));
        Self {
            enterprise: enterprise.enterprise,
            name: enterprise.name.clone(),
            code: enterprise.code,
            status: enterprise.status,
            sections: sections.collect(),
        }
    }
}

impl Report for ArchiveReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![
            ("label-name", printable(&self.name)),
            ("label-uscc", self.enterprise.to_string()),
            ("label-code", code(self.code, language)),
            ("label-standing", language.word(&self.status)),
        ];
        let mut text = pairs(0, &labelled(rows, language));
        if self.sections.is_empty() {
            text.push_str(&format!("\n{}\n", language.text("archive-empty")));
        } else {
            let headings = [
                "label-section",
                "label-part",
                "label-section-source",
                "label-level",
                "label-version",
                "label-documents",
                "label-published",
                "label-record-state",
            ];
            let rows: Vec<[String; 8]> = self.sections.iter().map(|section| section.line(language)).collect();
            text.push_str(&format!("\n{}", table(headings.map(|key| language.text(key)), &rows)));
        }
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says-of-record")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::enterprise_card::tests::enterprise;
    use crate::text::plain;
    use jiandu_client::enterprises::Hands;
    use jiandu_primitives::{
        chain::{GenesisHash, Moment},
        member::{Custody, Handle},
        record::{Documents, RecordKind, SnapshotRef, Subject},
    };

    /// The beginning of 2026-04-14 in Beijing.
    const DAY: u64 = 1_776_096_000;

    fn header() -> Header {
        Header { business: Some(DAY), ..Header::default() }
    }

    fn submission() -> Submission {
        of_change(RecordChange::Snapshot { base: None, header: header(), documents: Documents::default() })
    }

    fn of_change(change: RecordChange) -> Submission {
        let content = SectionContent {
            section: Section::Finance,
            part: Some("2025".parse().expect("a label")),
            series: 0,
            source: SourceDomain::Enterprise,
            change,
        };
        let (genesis, salt) = (GenesisHash([1; 32]), [5; 32]);
        Submission { genesis, proposal: 12, enterprise: enterprise().enterprise, salt, content, openings: Vec::new() }
    }

    fn receipt() -> Receipt {
        Receipt { block: 7, block_hash: BlockHash([1; 32]), finalised: true, events: Vec::new() }
    }

    fn files() -> Vec<String> {
        vec!["审计 报告.pdf".into()]
    }

    #[test]
    fn a_submission_should_say_how_the_checker_goes_on() {
        let proposed = Proposed { proposal: 12, unchanged: false, receipt: receipt() };
        let report = SubmittedReport::new(&submission(), "示例公司".into(), files(), "财务.json".into(), &proposed);
        for language in Language::ALL {
            let text = plain(&report.text(language));
            for part in ["12", "示例公司", "2025", "2026-04-14", "jiandu archive confirm 财务.json '审计 报告.pdf'"]
            {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(
                !text.contains("{$") && !text.contains("Unknown localization") && !text.contains("archive-"),
                "{text}"
            );
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["section"], "finance");
        assert_eq!(json["part"], "2025");
        assert_eq!(json["submission"], "财务.json");
        assert!(!json.to_string().contains("0505"), "the salt is for the checker alone");
    }

    #[test]
    fn what_is_published_should_be_shown_before_and_after() {
        let snapshot = SnapshotRef { object: ObjectId([9; 32]), at: VersionRef::default() };
        let published = Published { snapshot, receipt: receipt() };
        let report = PublishedReport::new(&submission(), Some("示例公司".into()), files(), &published);
        for language in Language::ALL {
            let before = about(&submission(), Some("示例公司".into()), files(), None, language);
            for text in [before, plain(&report.text(language))] {
                for part in ["12", "示例公司", "2025", "审计 报告.pdf", language.word(&Section::Finance).as_str()]
                {
                    assert!(text.contains(part), "{part} in {text}");
                }
                assert!(!text.contains("{$") && !text.contains("Unknown localization"), "{text}");
            }
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["version"]["version"], 0);
        assert_eq!(json["record"], "09".repeat(32));
    }

    #[test]
    fn an_overwrite_should_say_what_becomes_of_each_version() {
        let replaced = Rewritten::Replaced { header: header(), documents: Documents::default() };
        let change = RecordChange::Overwrite {
            base: VersionRef { version: 2, revision: 1 },
            from: 1,
            versions: vec![replaced, Rewritten::Reaffirmed].try_into().expect("within the bound"),
            reason: OverwriteReason::WrongDocument,
        };
        let submission = of_change(change);
        for language in Language::ALL {
            let text = about(&submission, None, files(), None, language);
            for part in ["v1", "v2", "2026-04-14", language.word(&OverwriteReason::WrongDocument).as_str()] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(!text.contains("{$") && !text.contains("Unknown localization"), "{text}");
        }
        let json = serde_json::to_value(Content::new(submission.enterprise, None, &submission.content, files()));
        let json = json.expect("serializable");
        assert_eq!(json["overwrite"]["versions"][0]["documents"], 0);
        assert_eq!(json["overwrite"]["versions"][1]["documents"], serde_json::Value::Null);
        assert_eq!(json["overwrite"]["reason"], "wrong-document");
    }

    #[test]
    fn an_archive_should_be_a_table_of_its_sections() {
        let empty = ArchiveReport::new(&enterprise(), Vec::new());
        let author = Author { organisation: enterprise().registrar, handle: Handle([1; 8]), custody: Custody::Own };
        let record = jiandu_client::records::RecordView {
            object: ObjectId([9; 32]),
            external_id: "jiandu-archive.cash-flow.2025".parse().expect("an id"),
            subject: Subject::Uscc(enterprise().enterprise),
            kind: RecordKind::ArchiveSection,
            head: VersionRef::default(),
            state: RecordState::Live,
            frozen: true,
            before: None,
            version: VersionRef::default(),
            header: Header::default(),
            documents: Vec::new(),
            seals: Vec::new(),
            references: Vec::new(),
        };
        let hands = Hands { maker: author, checker: author, at: Moment { block: 7, time: DAY } };
        let view = SectionView { section: Section::CashFlow, source: SourceDomain::Financial, hands, record };
        let full = ArchiveReport::new(&enterprise(), vec![(view, Vec::new())]);
        for language in Language::ALL {
            assert!(empty.text(language).contains(&language.text("archive-empty")));
            let text = plain(&full.text(language));
            for part in [
                language.word(&Section::CashFlow),
                language.word(&SourceDomain::Financial),
                language.text("restriction-frozen"),
                "2025".to_owned(),
                "新名公司".to_owned(),
            ] {
                assert!(text.contains(&part), "{part} in {text}");
            }
            assert!(!text.contains("{$") && !text.contains("Unknown localization"), "{text}");
        }
        let json = serde_json::to_value(&full).expect("serializable");
        assert_eq!(json["sections"][0]["part"], "2025");
        assert_eq!(json["sections"][0]["section"], "cash-flow");
    }
}
