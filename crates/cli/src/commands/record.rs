//! `jiandu record`: anchoring files, correcting and withdrawing, looking at what is anchored.
//!
//! Rewriting is in [`super::overwrite`]; what is said about a snapshot afterwards, in [`super::seal`].

use super::{
    body,
    filing::{Filed, Filing, OfRecord, Wanted},
    overwrite,
    record_text::{HistoryReport, RecordReport, Since, WrittenReport},
    record_workflow::WorkflowReport,
    seal,
};
use crate::{
    args::{Common, FilingArguments, HeaderArguments, RecordCommand, StoreArguments},
    error::{shown, CliError},
    exit::Exit,
    external_id::{self, IdFrom},
    failures::refused_by,
    hashing::documents,
    language::{values, Texts},
    output::Output,
    session::Session,
    values::RecordAddress,
};
use jiandu_client::{
    records::{self, RecordView, Written},
    submit::{Submitter, Wait},
};
use jiandu_primitives::{
    chain::Moment,
    header::{Header, Level},
    record::{
        ChangeReason, ExternalId, ObjectId, Operation, RecordKind, RecordState, Subject, VersionRef, WithdrawalReason,
    },
};
use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

/// How an error of the chain is known, before it gets a text of its own.
pub(super) const STALE_HEAD: &str = "records-stale-head";
const DUPLICATE_ID: &str = "records-duplicate-external-id";
const NOT_FINAL: [&str; 2] = ["submit-not-final", "submit-not-in-block"];

/// Runs `jiandu record`.
pub async fn run(command: RecordCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        RecordCommand::Create { files, subject, id, header: arguments, filing, no_wait } => {
            let request = Request { files, header: arguments, filing, wait: wait(no_wait) };
            create(request, subject, id, common, output).await
        }
        RecordCommand::Update { record, files, base, header: arguments, filing, no_wait } => {
            let request = Request { files, header: arguments, filing, wait: wait(no_wait) };
            update(request, record, base, common, output).await
        }
        RecordCommand::Overwrite { record, rewriting, base, header: arguments, filing, no_wait } => {
            let (RecordAddress(object), wait) = (record, wait(no_wait));
            let request = overwrite::Request { object, rewriting, base, header: arguments, filing, wait };
            overwrite::run(request, common, output).await
        }
        RecordCommand::Seal { record, at, message_out: Some(file), sm2, .. } => {
            seal::message_out(record, at, &file, sm2.sm2_signer, common, output).await
        }
        RecordCommand::Seal { record, at, message_out: None, sm2, no_wait } => {
            seal::seal(record, at, sm2, wait(no_wait), common, output).await
        }
        RecordCommand::Refer { record, to, at, to_at, relation, no_wait } => {
            seal::refer((record, at), (to, to_at), relation, wait(no_wait), common, output).await
        }
        RecordCommand::Withdraw { record, reason, base, store, no_wait } => {
            withdraw(record, reason, base, (store, wait(no_wait)), common, output).await
        }
        RecordCommand::Body { record, at, with_seals, place, out } => {
            body::write(record, (at, with_seals), &place, &out, common, output).await
        }
        RecordCommand::CheckBody { file } => body::check(&file, output),
        RecordCommand::Show { record: RecordAddress(object) } => {
            let session = Session::open(common, output).await?;
            let record = known(&session, object).await?;
            let workflow = WorkflowReport::of(&record, &session).await?;
            output.report(&RecordReport::new(record, workflow))?;
            Ok(Exit::Ok)
        }
        RecordCommand::History { record: RecordAddress(object) } => {
            let session = Session::open(common, output).await?;
            let snapshots = session.ask(records::history(&session.connection, object)).await?;
            if snapshots.is_empty() {
                return Err(CliError::UnknownRecord { record: object.into() });
            }
            output.report(&HistoryReport::new(object, snapshots))?;
            Ok(Exit::Ok)
        }
    }
}

const fn wait(no_wait: bool) -> Wait {
    match no_wait {
        true => Wait::InBlock,
        false => Wait::Final,
    }
}

/// What a snapshot says of itself, handed in now.
pub(super) fn header(arguments: HeaderArguments, otherwise: Level) -> Header {
    let HeaderArguments { level, business_time, schema } = arguments;
    let level = level.unwrap_or(otherwise);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    Header { level, business: business_time, submitted: now.map(|now| now.as_secs()), schema, body: None }
}

/// Files that become a snapshot.
struct Request {
    files: Vec<PathBuf>,
    header: HeaderArguments,
    filing: FilingArguments,
    wait: Wait,
}

async fn create(
    request: Request,
    subject: Subject,
    id: Option<ExternalId>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let Request { files, header: arguments, filing, wait } = request;
    let header = header(arguments, Level::L1);
    let plain = documents(&files, output)?;
    let (id, id_from) = match id {
        Some(id) if external_id::holds_personal_number(&id) => return Err(CliError::PersonalId { id: id.into() }),
        Some(id) => (id, IdFrom::Given),
        // A name or a digest of what is not public would show what it is.
        None if !header.level.is_public() => return Err(CliError::SealedWithoutId),
        None => external_id::derived(&files, &plain)?,
    };
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    note_id(&id, id_from, output)?;
    let object = ObjectId::new(&subject, &id);
    let filing = Filing::open(&session, &key, &filing, header.level.is_public()).await?;
    let record = OfRecord { object, external_id: &id, subject, kind: RecordKind::General };
    let operation = Operation::Create;
    let wanted =
        Wanted { at: VersionRef::default(), operation, reason: None, header: &header, files: &files, plain: &plain };
    let written = filing
        .submit(record, wanted, (None, "DuplicateExternalId"), async |Filed { header, documents }| {
            let create = async |submitter: &mut Submitter<'_>| {
                records::create(submitter, subject, id.clone(), header, documents).await
            };
            session.submit(&key, wait, create).await
        })
        .await;
    let (written, vault) = written.map_err(|error| match error.code() {
        DUPLICATE_ID => CliError::DuplicateId { id: (&id).into(), record: object.into() },
        _ => error,
    })?;
    let mut report = report(&session, operation, written, &files).await?;
    report.originals = Some(vault);
    report.sealed = !header.level.is_public();
    report.external_id = Some(id);
    report.id_from = Some(id_from);
    output.report(&report)?;
    Ok(Exit::Ok)
}

fn note_id(id: &ExternalId, from: IdFrom, output: Output) -> Result<(), CliError> {
    let key = match from {
        IdFrom::Given => return Ok(()),
        IdFrom::FileName => "note-id-from-name",
        IdFrom::Digest => "note-id-from-digest",
    };
    output.note(&output.language.say(key, &values! { id = id.to_string() }))
}

async fn update(
    request: Request,
    address: RecordAddress,
    base: Option<VersionRef>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let Request { files, header: arguments, filing, wait } = request;
    let plain = documents(&files, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = to_change(&session, address.0, base).await?;
    let header = header(arguments, view.header.level);
    let filing = Filing::open(&session, &key, &filing, header.level.is_public()).await?;
    let operation = Operation::Update;
    let wanted =
        Wanted { at: VersionRef::default(), operation, reason: None, header: &header, files: &files, plain: &plain };
    let next = next(&session, &filing, &view, base, wanted).await?;
    let Next { base, at } = next;
    let written = filing
        .submit(
            OfRecord::of(&view),
            Wanted { at, ..wanted },
            (Some(base), "StaleHead"),
            async |Filed { header, documents }| {
                let update = async |submitter: &mut Submitter<'_>| {
                    records::update(submitter, view.object, base, header, documents).await
                };
                session.submit(&key, wait, update).await
            },
        )
        .await;
    let (written, vault) = explained(&session, view.object, base, written).await?;
    let mut report = report(&session, operation, written, &files).await?;
    report.base = Some(base);
    report.originals = Some(vault);
    report.sealed = !header.level.is_public();
    output.report(&report)?;
    Ok(Exit::Ok)
}

async fn withdraw(
    address: RecordAddress,
    reason: WithdrawalReason,
    base: Option<VersionRef>,
    (store, wait): (StoreArguments, Wait),
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = to_change(&session, address.0, base).await?;
    if base.is_none() && matches!(view.state, RecordState::Withdrawn { reason: first, .. } if first != reason) {
        return Err(refused_by("Records", "RecordClosed"));
    }
    let filing = Filing::of_withdrawal(&session, &key, &store).await?;
    let header = of_withdrawal(&view);
    let operation = Operation::Withdraw;
    let wanted = Wanted { at: VersionRef::default(), operation, reason: None, header: &header, files: &[], plain: &[] };
    let Next { base, at } = next(&session, &filing, &view, base, wanted).await?;
    let written = filing
        .submit(
            OfRecord::of(&view),
            Wanted { at, ..wanted },
            (Some(base), "StaleHead"),
            async |Filed { header, .. }| {
                let withdraw = async |submitter: &mut Submitter<'_>| {
                    records::withdraw(submitter, view.object, base, header, reason).await
                };
                session.submit(&key, wait, withdraw).await
            },
        )
        .await;
    let (written, _) = explained(&session, view.object, base, written).await?;
    let mut report = report(&session, operation, written, &[]).await?;
    report.base = Some(base);
    report.reason = Some(ChangeReason::Withdrawal(reason));
    output.report(&report)?;
    Ok(Exit::Ok)
}

/// What a withdrawal says of itself: the level of what it withdraws, and the time.
pub(super) fn of_withdrawal(record: &RecordView) -> Header {
    header(HeaderArguments { level: None, business_time: None, schema: None }, record.header.level)
}

/// Where a change goes.
struct Next {
    /// The head that it is based on.
    base: VersionRef,
    /// The snapshot that it makes.
    at: VersionRef,
}

/// Where a change goes: after the head that was given, else after the head that is there, which is said. Where that head is just what
/// the change makes, it was made before, and goes after the one before it, so that the chain recognises it.
async fn next(
    session: &Session,
    filing: &Filing<'_>,
    view: &RecordView,
    base: Option<VersionRef>,
    wanted: Wanted<'_>,
) -> Result<Next, CliError> {
    let after =
        |base: VersionRef| Next { base, at: VersionRef { version: base.version.saturating_add(1), revision: 0 } };
    if let Some(base) = base {
        return Ok(after(base));
    }
    let head = Wanted { at: view.head, ..wanted };
    let next = match view.before.filter(|_| view.head.revision == 0) {
        Some(before) if filing.made_before(OfRecord::of(view), head).await?.is_some() => after(before),
        _ => after(view.head),
    };
    note_base(session, next.base)?;
    Ok(next)
}

/// A record as the node has it.
pub async fn known(session: &Session, object: ObjectId) -> Result<RecordView, CliError> {
    let record = session.ask(records::show(&session.connection, object)).await?;
    record.ok_or_else(|| CliError::UnknownRecord { record: object.into() })
}

/// A record that is about to be changed: as the newest block has it where the user says on what the change is based, who may have sent
/// that just before.
async fn to_change(session: &Session, object: ObjectId, base: Option<VersionRef>) -> Result<RecordView, CliError> {
    if base.is_none() {
        return known(session, object).await;
    }
    let record = session.ask(records::show_newest(&session.connection, object)).await?;
    record.ok_or_else(|| CliError::UnknownRecord { record: object.into() })
}

/// Says on what a change is based where the user did not.
pub fn note_base(session: &Session, base: VersionRef) -> Result<(), CliError> {
    let language = session.output.language;
    session.output.note(&language.say("note-base-read", &values! { base = base.to_string() }))
}

/// Says what the head is where the one that a change was based on is not, and how to repeat a change whose fate is unknown.
pub async fn explained<T>(
    session: &Session,
    object: ObjectId,
    base: VersionRef,
    submitted: Result<T, CliError>,
) -> Result<T, CliError> {
    match submitted {
        Err(error) if error.code() == STALE_HEAD => {
            let head = known(session, object).await?.head;
            Err(CliError::StaleHead { base: base.into(), head: head.into(), record: object.into() })
        }
        Err(error) if NOT_FINAL.contains(&error.code()) => {
            Err(CliError::ChangeNotFinal { base: base.into(), record: object.into() })
        }
        submitted => submitted,
    }
}

/// What was written, with the time of its block.
pub async fn report(
    session: &Session,
    operation: Operation,
    written: Written,
    files: &[PathBuf],
) -> Result<WrittenReport, CliError> {
    let at = moment(session, &written).await?;
    let since = match written.unchanged {
        true => session.ask(records::show(&session.connection, written.snapshot.object)).await?,
        false => None,
    };
    Ok(WrittenReport {
        operation,
        record: written.snapshot.object,
        version: written.snapshot.at,
        unchanged: written.unchanged,
        since: since
            .filter(|record| record.head != written.snapshot.at)
            .map(|record| Since { head: record.head, record_state: record.state }),
        external_id: None,
        id_from: None,
        base: None,
        from: None,
        upto: None,
        reason: None,
        originals: None,
        sealed: false,
        files: files.iter().map(|file| shown(file)).collect(),
        at,
        block: written.receipt.block,
        block_hash: written.receipt.block_hash,
        finalised: written.receipt.finalised,
    })
}

/// When the snapshot was written: of a repeated call, the moment of the first one. Final snapshots are read from the chain's
/// history; of a block that is not final yet the node knows the time while it is the newest.
async fn moment(session: &Session, written: &Written) -> Result<Option<Moment>, CliError> {
    let object = written.snapshot.object;
    if !written.receipt.finalised && !written.unchanged {
        let best = session.ask(session.connection.best()).await?;
        return Ok((best.hash == written.receipt.block_hash).then_some(best.moment));
    }
    let snapshots = session.ask(records::history(&session.connection, object)).await?;
    Ok(snapshots.into_iter().find(|snapshot| snapshot.at == written.snapshot.at).map(|snapshot| snapshot.moment))
}
