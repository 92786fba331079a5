//! `jiandu archive`: the sections of an enterprise's archive, committed to by one person and published by another.

use super::{
    archive_draft::{self, Draft},
    archive_text::{about, section_name, ArchiveReport, PublishedReport, SubmittedReport},
    enterprise::{propose, the_one, NOT_FINAL},
    enterprise_text::{named, Known},
    record::header,
    record_text::HistoryReport,
};
use crate::{
    args::{ArchiveCommand, Common, Format, PutArguments},
    enterprise_failures::of_submission,
    enterprise_values::{section_id, usual_source},
    error::{shown, CliError},
    exit::Exit,
    external_id::holds_personal_number,
    hashing::documents,
    language::{Language, Texts},
    output::Output,
    session::Session,
    values::RecordAddress,
};
use jiandu_client::{
    enterprises::{self, application::random_salt, Act, Query, Submission},
    records::{self, RecordView},
    submit::{ModuleError, SubmitError, Wait},
};
use jiandu_primitives::{
    enterprise::{Section, SectionContent, SourceDomain, MAX_PART},
    header::{Header, Label},
    record::{Document, Documents, ObjectId, RecordKind, RecordState, Subject, VersionRef, MAX_DOCUMENTS},
    uscc::Uscc,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How errors of the chain are known that mean that a section has moved on since it was submitted.
const STALE: [&str; 3] = ["archives-section-stands", "records-stale-head", "records-duplicate-external-id"];

/// Runs `jiandu archive`.
pub async fn run(command: ArchiveCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        ArchiveCommand::Put(arguments) => put(arguments, common, output).await,
        ArchiveCommand::Confirm { submission, files } => confirm(&submission, &files, common, output).await,
        ArchiveCommand::Show { enterprise } => show(&enterprise, common, output).await,
        ArchiveCommand::History { enterprise, section, part } => {
            history(&enterprise, section, part, common, output).await
        }
        ArchiveCommand::Misfile { record, to } => misfile(record, to, common, output).await,
    }
}

async fn put(arguments: PutArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let PutArguments { enterprise, files, section, part, source, header: arguments, out } = arguments;
    let source = source.unwrap_or(usual_source(section));
    let header = header(arguments)?;
    not_personal(section, source)?;
    let id = section_id(section, part.as_ref())?;
    if holds_personal_number(&id) {
        return Err(CliError::PersonalId { id: id.into() });
    }
    if out.symlink_metadata().is_ok() {
        return Err(CliError::FileExists { file: shown(&out).into() });
    }
    let documents = documents(&files, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, &enterprise).await?;
    let object = ObjectId::new(&Subject::Uscc(view.enterprise), &id);
    let record = session.ask(records::show(&session.connection, object)).await?;
    let name = section_name(section, part.as_ref(), output.language);
    let base = base(record.as_ref(), &header, &documents, &name)?;
    let documents = Documents::try_from(documents)
        .map_err(|documents| CliError::TooManyFiles { found: documents.len().into(), most: MAX_DOCUMENTS.into() })?;
    let content = SectionContent { section, part, source, base, header, documents };
    let path = Draft::beside(&out);
    let genesis = session.connection.genesis();
    let draft = match Draft::load(&path)? {
        Some(draft) if draft.fits(genesis, view.enterprise, &content) => {
            output.note(&output.language.text("archive-note-draft"))?;
            draft
        }
        Some(_) => return Err(archive_draft::other(&path)),
        None => {
            let draft = Draft::new(genesis, view.enterprise, random_salt()?, content);
            draft.save(&path)?;
            draft
        }
    };
    let submitted = session
        .submit(&key, Wait::Final, async |submitter| {
            enterprises::submit_section(submitter, view.enterprise, draft.content(), draft.salt()).await
        })
        .await;
    let proposed = submitted.map_err(|error| after(error, &path))?;
    let submission = draft.submission(proposed.proposal);
    finish(&submission, &out, &path, output)?;
    let files = files.iter().map(|file| shown(file)).collect();
    output.report(&SubmittedReport::new(&submission, view.name, files, shown(&out), &proposed))?;
    Ok(Exit::Ok)
}

/// The chain refuses it only when it is published; then its digests have been seen by all.
fn not_personal(section: Section, source: SourceDomain) -> Result<(), CliError> {
    match section == Section::Personnel || source == SourceDomain::Personal {
        true => Err(CliError::PersonalSection),
        false => Ok(()),
    }
}

/// The head that a snapshot of a section follows; none where it is the first. Refuses what the chain would refuse only when
/// it is published, and what would change nothing.
fn base(
    record: Option<&RecordView>,
    header: &Header,
    documents: &[Document],
    section: &str,
) -> Result<Option<VersionRef>, CliError> {
    let Some(record) = record else { return Ok(None) };
    if record.kind != RecordKind::ArchiveSection || record.state != RecordState::Live {
        return Err(CliError::SectionClosed { section: section.into(), record: record.object.into() });
    }
    if record.frozen {
        let frozen = ModuleError { pallet: "Records".to_owned(), error: "RecordFrozen".to_owned() };
        return Err(SubmitError::Failed(frozen).into());
    }
    let same = record.header.content() == header.content()
        && record.documents.len() == documents.len()
        && record.documents.iter().zip(documents).all(|(held, new)| {
            (held.digests.as_slice(), held.length, held.media)
                == (new.content.digests(), new.content.length(), new.media)
        });
    match same {
        true => Err(CliError::SectionUnchanged { section: section.into(), record: record.object.into() }),
        false => Ok(Some(record.head)),
    }
}

/// A failure to submit. The draft stays where the proposal may have been made: the same command takes it up again.
fn after(error: CliError, draft: &Path) -> CliError {
    if NOT_FINAL.contains(&error.code()) {
        return CliError::SubmissionNotFinal { file: shown(draft).into() };
    }
    if matches!(error.exit(), Exit::Network | Exit::NotFinal) {
        return error;
    }
    match fs::remove_file(draft) {
        // What was refused matters more than a file that is left over, and the next attempt names that.
        Ok(()) | Err(_) => error,
    }
}

/// Writes the submission, and takes the draft away. Where it can't be written, everything in it goes to standard error, so
/// that nothing is lost.
fn finish(submission: &Submission, out: &Path, draft: &Path, output: Output) -> Result<(), CliError> {
    if let Err(error) = submission.save(out) {
        let reason = of_submission(error, &[]).message(output.language);
        if let Ok(text) = serde_json::to_string_pretty(submission) {
            output.aside(&format!("{text}\n"))?;
        }
        return Err(CliError::SubmissionUnsaved {
            proposal: submission.proposal.into(),
            file: shown(out).into(),
            reason: reason.into(),
        });
    }
    match fs::remove_file(draft) {
        // It holds nothing that the submission does not, and another command for the same file says what to do with it.
        Ok(()) | Err(_) => Ok(()),
    }
}

async fn confirm(file: &Path, files: &[PathBuf], common: &Common, output: Output) -> Result<Exit, CliError> {
    let submission = Submission::load(file).map_err(|error| of_submission(error, &[]))?;
    let documents = documents(files, output)?;
    submission.check(&documents).map_err(|error| of_submission(error, files))?;
    let session = Session::open(common, output).await?;
    session.connection.expect_genesis(submission.genesis)?;
    let key = session.key(common)?;
    let name = session.ask(enterprises::show(&session.connection, submission.enterprise)).await?.map(|view| view.name);
    let names: Vec<String> = files.iter().map(|file| shown(file)).collect();
    if !output.quiet && output.format == Format::Text {
        output.aside(&format!("{}\n", about(&submission, name.clone(), names.clone(), output.language)))?;
    }
    let published = session
        .submit(&key, Wait::Final, async |submitter| enterprises::publish_section(submitter, &submission).await)
        .await;
    let published = published.map_err(|error| match error.code() {
        code if STALE.contains(&code) => CliError::SubmissionStale { proposal: submission.proposal.into() },
        _ => error,
    })?;
    output.report(&PublishedReport::new(&submission, name, names, &published))?;
    Ok(Exit::Ok)
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

async fn history(
    enterprise: &Query,
    section: Section,
    part: Option<Label<MAX_PART>>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let id = section_id(section, part.as_ref())?;
    let session = Session::open(common, output).await?;
    let view = the_one(&session, enterprise).await?;
    let object = ObjectId::new(&Subject::Uscc(view.enterprise), &id);
    let snapshots = session.ask(records::history(&session.connection, object)).await?;
    if snapshots.is_empty() {
        let section = section_name(section, part.as_ref(), output.language);
        return Err(unknown_section(&view.name, view.enterprise, &section, output.language));
    }
    output.report(&HistoryReport::new(object, snapshots))?;
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
    use crate::args::HeaderArguments;
    use jiandu_client::records::DocumentView;
    use jiandu_primitives::header::Level;

    fn document(content: &str) -> Document {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        fs::write(file.path(), content).expect("written");
        records::document(file.path(), |_, _| ()).expect("readable")
    }

    fn record(documents: &[Document]) -> RecordView {
        let at = |version| VersionRef { version, revision: 0 };
        let held = documents.iter().zip(0u16..).map(|(document, slot)| DocumentView {
            slot,
            digests: document.content.digests().to_vec(),
            length: document.content.length(),
            media: document.media,
        });
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
    fn personal_sections_and_levels_that_are_not_public_should_be_refused_before_anything_is_sent() {
        for section in Section::ALL {
            let refused = not_personal(*section, usual_source(*section)).is_err();
            assert_eq!(refused, *section == Section::Personnel, "{section}");
            assert_eq!(not_personal(*section, SourceDomain::Personal), Err(CliError::PersonalSection));
        }
        assert_eq!(not_personal(Section::Personnel, SourceDomain::Public), Err(CliError::PersonalSection));
        let of = |level| header(HeaderArguments { level, business_time: Some(7), schema: None });
        assert_eq!(of(Level::L2).expect_err("refused").code(), "level-not-public");
        let made = of(Level::L1).expect("public");
        assert!(made.business == Some(7) && made.submitted.is_some());
    }

    #[test]
    fn a_snapshot_should_follow_the_head_unless_nothing_changes_or_nothing_may_follow() {
        let (one, other) = (document("one"), document("other"));
        let held = record(std::slice::from_ref(&one));
        let based = |record: &RecordView, document: &Document| {
            base(Some(record), &Header::default(), std::slice::from_ref(document), "财务")
        };
        let code = |result: Result<Option<VersionRef>, CliError>| result.expect_err("refused").code().to_owned();
        assert_eq!(base(None, &Header::default(), &[], "财务"), Ok(None));
        assert_eq!(based(&held, &other), Ok(Some(VersionRef { version: 1, revision: 0 })));
        assert_eq!(code(based(&held, &one)), "section-unchanged");
        let dated = Header { business: Some(7), ..Header::default() };
        assert!(base(Some(&held), &dated, std::slice::from_ref(&one), "财务").is_ok());
        // The time of submission says nothing about the content.
        let later = Header { submitted: Some(7), ..Header::default() };
        assert_eq!(code(base(Some(&held), &later, std::slice::from_ref(&one), "财务")), "section-unchanged");
        let general = RecordView { kind: RecordKind::General, ..held.clone() };
        assert_eq!(code(based(&general, &other)), "section-closed");
        let frozen = RecordView { frozen: true, ..held };
        assert_eq!(code(based(&frozen, &other)), "records-record-frozen");
    }

    #[test]
    fn a_draft_should_stay_where_the_proposal_may_have_been_made_and_go_where_it_was_refused() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a.draft");
        let left = |error: SubmitError| {
            fs::write(&path, "{}").expect("written");
            let error = after(error.into(), &path);
            (error.code().to_owned(), path.exists())
        };
        assert_eq!(left(SubmitError::NotFinal { block: None }), ("submission-not-final".to_owned(), true));
        let lost = jiandu_client::connection::ConnectionError::Lost { reason: "a".into() };
        assert!(left(lost.into()).1);
        let refused = ModuleError { pallet: "Archives".into(), error: "NotActive".into() };
        assert_eq!(left(SubmitError::Failed(refused)), ("archives-not-active".to_owned(), false));
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
