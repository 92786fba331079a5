//! `jiandu archive`: the sections of an enterprise's archive, committed to by one person and published by another.

use super::{
    archive_text::{about, section_name, ArchiveReport, PublishedReport, SectionHistoryReport, SubmittedReport},
    draft,
    enterprise::{propose, the_one},
    enterprise_text::{named, Known},
    filing::{Filed, Filing, OfRecord, Wanted},
    overwrite::{Made, Plan},
    record::{header, of_withdrawal},
    record_text::author,
    review::{is_stored, review, Reviewed},
};
use crate::{
    args::{
        ArchiveCommand, Common, FilingArguments, Format, HeaderArguments, PutArguments, ReviewArguments,
        RewritingArguments, SectionArguments, StoreArguments,
    },
    enterprise_failures::of_submission,
    enterprise_values::{section_id, usual_source},
    error::{shown, CliError},
    exit::Exit,
    external_id::holds_personal_number,
    failures::refused_by,
    hashing::{documents, documents_of_versions},
    language::{Language, Texts},
    output::Output,
    session::{Session, BLOCK_TIME},
    values::RecordAddress,
};
use jiandu_client::{
    enterprises::{self, section_target, Act, EnterpriseView, Published, Query, Rehearsal, SectionRecord, Submission},
    records::{self, RecordView, SnapshotView},
    submit::{SubmitError, Wait},
    SigningKey,
};
use jiandu_primitives::{
    enterprise::{Section, SectionContent, SourceDomain},
    header::{Header, Level},
    member::Author,
    record::{ObjectId, Operation, RecordKind, RecordState, Rewritten, Subject, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

/// How it is known that a proposal has ended.
const DECIDED: &str = "archives-proposal-decided";
/// How errors of the chain are known that mean that a section has moved on since it was submitted.
const STALE: [&str; 4] =
    ["archives-section-stands", "records-stale-head", "records-record-closed", "records-duplicate-external-id"];

/// Runs `jiandu archive`.
pub async fn run(command: ArchiveCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        ArchiveCommand::Put(arguments) => put(arguments, common, output).await,
        ArchiveCommand::Overwrite { section, rewriting, header: arguments, filing, out } => {
            let to = Hand { filing, out };
            overwrite(section, rewriting, arguments, to, common, output).await
        }
        ArchiveCommand::Withdraw { section, reason, store } => withdraw(section, reason, &store, common, output).await,
        ArchiveCommand::Confirm { submission, files, review } => {
            confirm(&submission, &files, &review, common, output).await
        }
        ArchiveCommand::Show { enterprise } => show(&enterprise, common, output).await,
        ArchiveCommand::History(section) => history(section, common, output).await,
        ArchiveCommand::Misfile { record, to } => misfile(record, to, common, output).await,
    }
}

/// Where what a maker hands in goes.
struct Hand {
    /// The documents.
    filing: FilingArguments,
    /// What the checker needs.
    out: PathBuf,
}

impl Hand {
    /// What is handed to the checker beside the documents: the submission, and what was added to the body.
    fn written(&self) -> (&Path, Option<&Path>) {
        (&self.out, self.filing.body.as_deref())
    }
}

async fn put(arguments: PutArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let PutArguments { section, files, source, header: arguments, filing, out } = arguments;
    let to = Hand { filing, out };
    not_personal(section.section, source.unwrap_or(usual_source(section.section)))?;
    draft::not_in_use(&to.out)?;
    let id = section_id(section.section, section.part.as_ref())?;
    if holds_personal_number(&id) {
        return Err(CliError::PersonalId { id: id.into() });
    }
    let plain = documents(&files, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let enterprise = the_one(&session, &section.enterprise).await?;
    let newest = records_of(&session, &enterprise, &section).await?.pop();
    let SectionArguments { section, part, .. } = section;
    let header = header(arguments, newest.as_ref().map_or(Level::L1, |newest| newest.record.header.level));
    let filing = Filing::open(&session, &key, &to.filing, header.level.is_public()).await?;
    let same = match &newest {
        // Content that is added to the body may be what changes; and a series that begins anew changes nothing.
        Some(newest) if filing.content().is_none() && goes_on(&newest.record) => {
            filing.may_be_same(&plain, &newest.record.documents).await?
        }
        _ => false,
    };
    let (series, base) =
        place(newest.as_ref(), &header, same, || section_name(section, part.as_ref(), output.language))?;
    let kept = newest.filter(|_| base.is_some()).and_then(|newest| newest.source);
    let source = source_of(section, source, kept)?;
    let snapshot = |filed: Filed| {
        let change = filed.snapshot(base)?;
        Ok(SectionContent { section, part: part.clone(), series, source, change })
    };
    let matter = snapshot(Filed { header: header.clone(), documents: plain.clone() })?;
    let file = async || {
        let external_id = matter.external_id().ok_or_else(|| refused_by("Archives", "InvalidPart"))?;
        let subject = Subject::Uscc(enterprise.enterprise);
        let object = ObjectId::new(&subject, &external_id);
        let record = OfRecord { object, external_id: &external_id, subject, kind: RecordKind::ArchiveSection };
        let operation = if base.is_some() { Operation::Update } else { Operation::Create };
        let at = matter.change.head();
        let wanted = Wanted { at, operation, reason: None, header: &header, files: &files, plain: &plain };
        snapshot(filing.file(record, wanted).await?)
    };
    submit(&session, &key, &enterprise, (&matter, file), (&filing, &files, &[]), to.written()).await
}

async fn overwrite(
    section: SectionArguments,
    rewriting: RewritingArguments,
    arguments: HeaderArguments,
    to: Hand,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let RewritingArguments { replacements, kept, reason } = rewriting;
    let plan = Plan::new(replacements, &kept, output.language)?;
    draft::not_in_use(&to.out)?;
    let new = plan.documents(output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let enterprise = the_one(&session, &section.enterprise).await?;
    let SectionRecord { series, source, record } = in_force(&session, &enterprise, &section).await?;
    let SectionArguments { section, part, .. } = section;
    let history = plan.check(&session, record.object, record.head.version).await?;
    let source = source_of(section, None, source)?;
    let rewriting = |versions: Vec<Rewritten>| {
        let change = plan.change(record.head, versions, reason)?;
        Ok(SectionContent { section, part: part.clone(), series, source, change })
    };
    let header = header(arguments, plan.level(&history));
    let filing = Filing::open(&session, &key, &to.filing, header.level.is_public()).await?;
    let made = Made { filing: &filing, record: &record, header: &header, reason, new: &new };
    let matter = rewriting(plan.unfiled(&made)?)?;
    let file = async || rewriting(plan.filed(&made, &history).await?);
    submit(&session, &key, &enterprise, (&matter, file), (&filing, &plan.files(), &history), to.written()).await
}

async fn withdraw(
    section: SectionArguments,
    reason: WithdrawalReason,
    store: &StoreArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let enterprise = the_one(&session, &section.enterprise).await?;
    let record = in_force(&session, &enterprise, &section).await?.record;
    let act = |header| Act::WithdrawSection { record: record.object, base: record.head, header, reason };
    // A proposal that waits is the one of an interrupted command; with another time it would be another one.
    session.in_blocks(&key).await?;
    let open = session.ask(enterprises::proposals_newest(&session.connection)).await?;
    let waiting = open.into_iter().find_map(|open| match open.act {
        Act::WithdrawSection { ref header, .. } if open.act == act(header.clone()) => Some(header.clone()),
        _ => None,
    });
    let header = match waiting {
        Some(header) => header,
        None => {
            let filing = Filing::of_withdrawal(&session, &key, store).await?;
            let header = of_withdrawal(&record);
            let at = VersionRef { version: record.head.version.saturating_add(1), revision: 0 };
            let operation = Operation::Withdraw;
            let wanted = Wanted { at, operation, reason: None, header: &header, files: &[], plain: &[] };
            filing.file(OfRecord::of(&record), wanted).await?.header
        }
    };
    let act = act(header);
    output.report(&propose(&session, &key, act, Known::default()).await?)?;
    Ok(Exit::Ok)
}

/// Commits to what a section becomes, and writes what the checker needs. What it becomes without its bodies tells whether a draft is of
/// the same; only where there is none, its files are stored.
async fn submit(
    session: &Session,
    key: &SigningKey,
    enterprise: &EnterpriseView,
    (matter, file): (&SectionContent, impl AsyncFnOnce() -> Result<SectionContent, CliError>),
    (filing, files, history): (&Filing<'_>, &[PathBuf], &[SnapshotView]),
    (out, body): (&Path, Option<&Path>),
) -> Result<Exit, CliError> {
    let output = session.output;
    let path = draft::beside(out);
    let target = section_target(enterprise.enterprise, matter).ok_or_else(|| refused_by("Archives", "InvalidPart"))?;
    let (draft, origin) =
        draft::drafted(session, filing, (enterprise.enterprise, &target, history), (matter, file), &path).await?;
    let submitted = session
        .submit(key, Wait::Final, async |submitter| {
            enterprises::submit_section(submitter, enterprise.enterprise, draft.content(), draft.salt()).await
        })
        .await;
    let proposed = submitted.map_err(|error| draft::after(error, &path, origin))?;
    let submission = draft.submission(proposed.proposal);
    draft::finish(submission.save(out), (submission.proposal, out), &path, output)?;
    let files = files.iter().map(|file| shown(file)).collect();
    let report = SubmittedReport::new(&submission, enterprise.name.clone(), files, shown(out), &proposed);
    let report = report.body(body.map(shown));
    let stored = is_stored(&submission.content.change);
    output.report(&report.originals(filing.vault().filter(|_| stored)))?;
    Ok(Exit::Ok)
}

/// The records of a section, series by series.
async fn records_of(
    session: &Session,
    enterprise: &EnterpriseView,
    section: &SectionArguments,
) -> Result<Vec<SectionRecord>, CliError> {
    let SectionArguments { section, part, .. } = section;
    let records = enterprises::section_records(&session.connection, enterprise.enterprise, *section, part.as_ref());
    session.ask(records).await
}

/// The record of a section that may be rewritten or withdrawn.
async fn in_force(
    session: &Session,
    enterprise: &EnterpriseView,
    section: &SectionArguments,
) -> Result<SectionRecord, CliError> {
    let language = session.output.language;
    let name = section_name(section.section, section.part.as_ref(), language);
    let Some(newest) = records_of(session, enterprise, section).await?.pop() else {
        return Err(unknown_section(&enterprise.name, enterprise.enterprise, &name, language));
    };
    if !goes_on(&newest.record) {
        return Err(CliError::SectionClosed { section: name.into(), record: newest.record.object.into() });
    }
    not_frozen(&newest.record)?;
    Ok(newest)
}

/// Where the content of a section comes from: what is asked for, what it was until now, what is usual. The chain refuses another
/// than before only when it is published.
pub(super) fn source_of(
    section: Section,
    asked: Option<SourceDomain>,
    before: Option<SourceDomain>,
) -> Result<SourceDomain, CliError> {
    match (asked, before) {
        (Some(asked), Some(before)) if asked != before => Err(refused_by("Archives", "OtherSource")),
        (asked, before) => Ok(before.or(asked).unwrap_or(usual_source(section))),
    }
}

/// Whether a section's next snapshot follows on this record: it is in force, and it is a section's. The first release let anybody take
/// the name of one, for a record of another kind.
pub(super) fn goes_on(record: &RecordView) -> bool {
    record.kind == RecordKind::ArchiveSection && record.state == RecordState::Live
}

fn not_frozen(record: &RecordView) -> Result<(), CliError> {
    match record.frozen {
        true => Err(refused_by("Records", "RecordFrozen")),
        false => Ok(()),
    }
}

/// The chain refuses it only when it is published; then its digests have been seen by all.
pub(super) fn not_personal(section: Section, source: SourceDomain) -> Result<(), CliError> {
    match section == Section::Personnel || source == SourceDomain::Personal {
        true => Err(CliError::PersonalSection),
        false => Ok(()),
    }
}

/// The series of a section that its next snapshot belongs to, and the head that it follows there; none where it is the first.
/// Refuses what the chain would refuse only when it is published, and what would change nothing.
pub(super) fn place(
    newest: Option<&SectionRecord>,
    header: &Header,
    same_documents: bool,
    name: impl Fn() -> String,
) -> Result<(u8, Option<VersionRef>), CliError> {
    let Some(SectionRecord { series, record, .. }) = newest else { return Ok((0, None)) };
    let closed = || CliError::SectionClosed { section: name().into(), record: record.object.into() };
    if !goes_on(record) {
        return Ok((series.checked_add(1).ok_or_else(closed)?, None));
    }
    not_frozen(record)?;
    match same_documents && record.header.matter() == header.matter() {
        true => Err(CliError::SectionUnchanged { section: name().into(), record: record.object.into() }),
        false => Ok((*series, Some(record.head))),
    }
}

async fn confirm(
    file: &Path,
    files: &[PathBuf],
    arguments: &ReviewArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let submission = Submission::load(file).map_err(|error| of_submission(error, &[]))?;
    let documents = documents_of_versions(files, output)?;
    submission.check(&documents).map_err(|error| of_submission(error, files))?;
    let session = Session::open(common, output).await?;
    session.connection.expect_genesis(submission.genesis)?;
    let key = session.key(common)?;
    let name = session.ask(enterprises::show(&session.connection, submission.enterprise)).await?.map(|view| view.name);
    let names: Vec<String> = files.iter().map(|file| shown(file)).collect();
    let report = |published: &Published| PublishedReport::new(&submission, name.clone(), names.clone(), published);
    let known = |(published, by): (Published, Author)| -> Result<Exit, CliError> {
        output.report(&report(&published).before(by))?;
        Ok(Exit::Ok)
    };
    // What is refused in a block has shown its digests to everybody.
    if let Some(before) = published_before(&session, &key, &submission).await? {
        return known(before);
    }
    let target = submission.target().ok_or_else(|| refused_by("Archives", "InvalidPart"))?;
    let reviewed = Reviewed { target: &target, change: &submission.content.change, openings: &submission.openings };
    let originals = review(&session, reviewed, arguments).await?;
    // That took its time.
    if let Some(before) = published_before(&session, &key, &submission).await? {
        return known(before);
    }
    if !output.quiet && output.format == Format::Text {
        let about = about(&submission, name.clone(), names.clone(), originals.as_ref(), output.language);
        output.aside(&format!("{about}\n"))?;
    }
    let published = session
        .submit(&key, Wait::Final, async |submitter| enterprises::publish_section(submitter, &submission).await)
        .await;
    let published = match published {
        // The one that an interrupted command had sent came first, or another person's.
        Err(error) if error.code() == DECIDED => {
            let before = published_before(&session, &key, &submission).await?;
            return before.map_or(Err(error), known);
        }
        Err(error) => {
            if in_a_block(&error) {
                output.note(&output.language.text("archive-note-shown"))?;
            }
            return Err(stale(error, &submission));
        }
        Ok(published) => published,
    };
    output.report(&report(&published).originals(originals))?;
    Ok(Exit::Ok)
}

/// Whether the chain itself refused a transaction, in a block.
fn in_a_block(error: &CliError) -> bool {
    let code = error.code();
    code == "submit-bad-origin" || ["archives-", "records-"].iter().any(|pallet| code.starts_with(pallet))
}

fn stale(error: CliError, submission: &Submission) -> CliError {
    match error.code() {
        code if STALE.contains(&code) => CliError::SubmissionStale { proposal: submission.proposal.into() },
        _ => error,
    }
}

/// The publication of a submission that took place before, and who did it; none where it can take place now. A decision that is
/// not final yet is waited for.
async fn published_before(
    session: &Session,
    key: &SigningKey,
    submission: &Submission,
) -> Result<Option<(Published, Author)>, CliError> {
    let deadline = Instant::now() + session.patience();
    let proposal = || submission.proposal.into();
    loop {
        let rehearsal = enterprises::rehearse_publication(&session.connection, key.account(), submission);
        return match session.ask(rehearsal).await? {
            Rehearsal::Possible => Ok(None),
            Rehearsal::Published(published, by) => Ok(Some((published, by))),
            Rehearsal::Underway(_) if Instant::now() < deadline => {
                tokio::time::sleep(BLOCK_TIME).await;
                continue;
            }
            Rehearsal::Underway(block) => Err(SubmitError::NotFinal { block: Some(block) }.into()),
            Rehearsal::Declined(reason, by) => {
                let (reason, by) = (session.output.language.word(&reason).into(), author(&by).into());
                Err(CliError::SubmissionDeclined { proposal: proposal(), reason, by })
            }
            Rehearsal::Altered => Err(CliError::SubmissionAltered { proposal: proposal() }),
            Rehearsal::Refused(error) => Err(stale(error.into(), submission)),
        };
    }
}

async fn show(enterprise: &Query, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let view = the_one(&session, enterprise).await?;
    let found = session.ask(enterprises::sections(&session.connection, view.enterprise)).await?;
    let mut sections = Vec::with_capacity(found.len());
    for section in found {
        let history = session.ask(records::history(&session.connection, section.record.object)).await?;
        sections.push((section, history));
    }
    output.report(&ArchiveReport::new(&view, sections))?;
    Ok(Exit::Ok)
}

async fn history(section: SectionArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let enterprise = the_one(&session, &section.enterprise).await?;
    let mut records = records_of(&session, &enterprise, &section).await?;
    // The first release let anybody take the name of a section, for a record of another kind.
    records.retain(|record| record.record.kind == RecordKind::ArchiveSection);
    if records.is_empty() {
        let name = section_name(section.section, section.part.as_ref(), output.language);
        return Err(unknown_section(&enterprise.name, enterprise.enterprise, &name, output.language));
    }
    let mut series = Vec::with_capacity(records.len());
    for record in records {
        let snapshots = session.ask(records::history(&session.connection, record.record.object)).await?;
        series.push((record, snapshots));
    }
    output.report(&SectionHistoryReport::new(&enterprise, section.section, section.part, series))?;
    Ok(Exit::Ok)
}

fn unknown_section(name: &str, enterprise: Uscc, section: &str, language: Language) -> CliError {
    let enterprise = named(name, enterprise, language);
    CliError::UnknownSection { enterprise: enterprise.into(), section: section.into() }
}

async fn misfile(
    RecordAddress(record): RecordAddress,
    RecordAddress(to): RecordAddress,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    output.report(&propose(&session, &key, Act::Misfile { record, to }, Known::default()).await?)?;
    Ok(Exit::Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_client::records::{same_documents, DocumentView};
    use jiandu_primitives::record::Document;
    use std::fs;

    fn document(content: &str) -> Document {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        fs::write(file.path(), content).expect("written");
        records::document(file.path(), |_, _| ()).expect("readable")
    }

    fn record(documents: &[Document]) -> RecordView {
        let at = |version| VersionRef { version, revision: 0 };
        let held = documents.iter().zip(0u16..).map(|(document, slot)| DocumentView::new(slot, document));
        RecordView {
            object: ObjectId([9; 32]),
            external_id: "jiandu-archive.finance".parse().expect("an id"),
            subject: Subject::Uscc("91350100M000100Y43".parse().expect("a code")),
            kind: RecordKind::ArchiveSection,
            head: at(1),
            state: RecordState::Live,
            frozen: false,
            before: Some(at(0)),
            version: at(1),
            header: Header::default(),
            documents: held.collect(),
            seals: Vec::new(),
            references: Vec::new(),
        }
    }

    #[test]
    fn sections_about_persons_should_be_refused_before_anything_is_sent() {
        for section in Section::ALL {
            let refused = not_personal(*section, usual_source(*section)).is_err();
            assert_eq!(refused, *section == Section::Personnel, "{section}");
            assert_eq!(not_personal(*section, SourceDomain::Personal), Err(CliError::PersonalSection));
        }
        assert_eq!(not_personal(Section::Personnel, SourceDomain::Public), Err(CliError::PersonalSection));
    }

    #[test]
    fn a_snapshot_should_follow_the_head_and_begin_a_series_where_nothing_may_follow() {
        let (one, other) = (document("one"), document("other"));
        let source = Some(SourceDomain::Enterprise);
        let held = SectionRecord { series: 3, source, record: record(std::slice::from_ref(&one)) };
        let with = |change: fn(&mut RecordView)| {
            let mut changed = held.clone();
            change(&mut changed.record);
            changed
        };
        let placed = |newest: &SectionRecord, header: &Header, document: &Document| {
            let same = same_documents(&newest.record.documents, std::slice::from_ref(document));
            place(Some(newest), header, same, || "财务".to_owned())
        };
        let plain = Header::default();
        let code = |result: Result<(u8, Option<VersionRef>), CliError>| result.expect_err("refused").code().to_owned();
        assert_eq!(place(None, &plain, false, String::new), Ok((0, None)));
        assert_eq!(placed(&held, &plain, &other), Ok((3, Some(VersionRef { version: 1, revision: 0 }))));
        assert_eq!(code(placed(&held, &plain, &one)), "section-unchanged");
        let dated = Header { business: Some(7), ..Header::default() };
        assert!(placed(&held, &dated, &one).is_ok());
        // The time of submission says nothing about the content.
        let later = Header { submitted: Some(7), ..Header::default() };
        assert_eq!(code(placed(&held, &later, &one)), "section-unchanged");
        assert_eq!(placed(&with(|record| record.kind = RecordKind::General), &plain, &other), Ok((4, None)));
        assert_eq!(code(placed(&with(|record| record.frozen = true), &plain, &other)), "records-record-frozen");
        // What was withdrawn begins anew, with the same content too.
        let at = jiandu_primitives::chain::Moment { block: 7, time: 7 };
        let withdrawn = SectionRecord {
            record: RecordView { state: RecordState::Misfiled { to: ObjectId([8; 32]), at }, ..held.record.clone() },
            ..held.clone()
        };
        assert_eq!(placed(&withdrawn, &plain, &one), Ok((4, None)));
        assert_eq!(code(placed(&SectionRecord { series: u8::MAX, ..withdrawn }, &plain, &one)), "section-closed");
    }

    #[test]
    fn the_source_of_a_section_should_stay_what_it_was() {
        use SourceDomain::{Enterprise, Market};
        let of = |asked, before| source_of(Section::Finance, asked, before);
        assert_eq!(of(None, None), Ok(Enterprise));
        assert_eq!(of(Some(Market), None), Ok(Market));
        assert_eq!(of(None, Some(Market)), Ok(Market));
        assert_eq!(of(Some(Market), Some(Market)), Ok(Market));
        assert_eq!(of(Some(Market), Some(Enterprise)).expect_err("refused").code(), "archives-other-source");
    }

    #[test]
    fn a_section_that_is_not_there_should_be_named_with_its_enterprise() {
        let uscc = "91350100M000100Y43".parse().expect("a code");
        let error = unknown_section("示例公司", uscc, "财务", Language::Chinese);
        assert_eq!((error.code(), error.exit()), ("unknown-section", Exit::Unknown));
        let message = error.message(Language::Chinese);
        assert!(message.contains("示例公司") && message.contains("财务"), "{message}");
    }
}
