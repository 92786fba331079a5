//! `jiandu record`: anchoring files, correcting and withdrawing, looking at what is anchored.
//!
//! Rewriting is in [`super::overwrite`]; what is said about a snapshot afterwards, in [`super::seal`].

use super::{
    overwrite::{self, Request},
    record_text::{HistoryReport, RecordReport, Since, WrittenReport},
    seal,
    storing::stored,
};
use crate::{
    args::{Common, HeaderArguments, RecordCommand, StoreArguments},
    error::{shown, CliError},
    exit::Exit,
    external_id::{self, IdFrom},
    hashing::documents,
    language::{values, Texts},
    output::Output,
    session::Session,
    values::RecordAddress,
};
use jiandu_client::{
    records::{self, RecordView, Written},
    submit::Wait,
};
use jiandu_primitives::{
    chain::Moment,
    header::Header,
    record::{ChangeReason, ExternalId, ObjectId, Operation, Subject, VersionRef, WithdrawalReason},
};
use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

/// How an error of the chain is known, before it gets a text of its own.
const STALE_HEAD: &str = "records-stale-head";
const DUPLICATE_ID: &str = "records-duplicate-external-id";
const NOT_FINAL: [&str; 2] = ["submit-not-final", "submit-not-in-block"];

/// Runs `jiandu record`.
pub async fn run(command: RecordCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        RecordCommand::Create { files, subject, id, header: arguments, store, no_wait } => {
            let filing = Filing { files, header: header(arguments)?, store, wait: wait(no_wait) };
            create(filing, subject, id, common, output).await
        }
        RecordCommand::Update { record, files, base, header: arguments, store, no_wait } => {
            let filing = Filing { files, header: header(arguments)?, store, wait: wait(no_wait) };
            update(filing, record, base, common, output).await
        }
        RecordCommand::Overwrite { record, rewriting, base, header: arguments, store, no_wait } => {
            let (RecordAddress(object), header, wait) = (record, header(arguments)?, wait(no_wait));
            let request = Request { object, rewriting, base, header, store, wait };
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
        RecordCommand::Withdraw { record, reason, base, no_wait } => {
            withdraw(record, reason, base, wait(no_wait), common, output).await
        }
        RecordCommand::Show { record: RecordAddress(object) } => {
            let session = Session::open(common, output).await?;
            let record = known(&session, object).await?;
            output.report(&RecordReport::new(record))?;
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

/// What a snapshot says of itself, handed in now. Documents are anchored by plain digests, which are for public data alone:
/// others could recognise a document by them. So what is of another level is refused here, before anybody sees its digests.
pub(super) fn header(arguments: HeaderArguments) -> Result<Header, CliError> {
    let HeaderArguments { level, business_time, schema } = arguments;
    if !level.is_public() {
        return Err(CliError::LevelNotPublic { level: level.into() });
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    Ok(Header { level, business: business_time, submitted: now.map(|now| now.as_secs()), schema, body: None })
}

/// Files that become a snapshot.
struct Filing {
    files: Vec<PathBuf>,
    header: Header,
    store: StoreArguments,
    wait: Wait,
}

async fn create(
    filing: Filing,
    subject: Subject,
    id: Option<ExternalId>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let Filing { files, header, store, wait } = filing;
    let documents = documents(&files, output)?;
    let (id, id_from) = match id {
        Some(id) if external_id::holds_personal_number(&id) => return Err(CliError::PersonalId { id: id.into() }),
        Some(id) => (id, IdFrom::Given),
        None => external_id::derived(&files, &documents)?,
    };
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    note_id(&id, id_from, output)?;
    let object = ObjectId::new(&subject, &id);
    let vault = stored(&session, &key, &store, &files, &documents.iter().collect::<Vec<_>>()).await?;
    let submitted = session
        .submit(&key, wait, async |submitter| records::create(submitter, subject, id.clone(), header, documents).await)
        .await;
    let written = submitted.map_err(|error| match error.code() {
        DUPLICATE_ID => CliError::DuplicateId { id: (&id).into(), record: object.into() },
        _ => error,
    })?;
    let mut report = report(&session, Operation::Create, written, &files).await?;
    report.external_id = Some(id);
    report.id_from = Some(id_from);
    report.originals = Some(vault);
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
    filing: Filing,
    RecordAddress(object): RecordAddress,
    base: Option<VersionRef>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let Filing { files, header, store, wait } = filing;
    let documents = documents(&files, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let based_on = base_of(&session, object, base, |record| record.base_for_update(&header, &documents)).await?;
    let vault = stored(&session, &key, &store, &files, &documents.iter().collect::<Vec<_>>()).await?;
    let submitted = session
        .submit(&key, wait, async |submitter| records::update(submitter, object, based_on, header, documents).await)
        .await;
    let written = explained(&session, object, based_on, submitted).await?;
    let mut report = report(&session, Operation::Update, written, &files).await?;
    report.base = Some(based_on);
    report.originals = Some(vault);
    output.report(&report)?;
    Ok(Exit::Ok)
}

async fn withdraw(
    RecordAddress(object): RecordAddress,
    reason: WithdrawalReason,
    base: Option<VersionRef>,
    wait: Wait,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let based_on = base_of(&session, object, base, |record| record.base_for_withdrawal(reason)).await?;
    let submitted = session
        .submit(&key, wait, async |submitter| records::withdraw(submitter, object, based_on, reason).await)
        .await;
    let written = explained(&session, object, based_on, submitted).await?;
    let mut report = report(&session, Operation::Withdraw, written, &[]).await?;
    report.base = Some(based_on);
    report.reason = Some(ChangeReason::Withdrawal(reason));
    output.report(&report)?;
    Ok(Exit::Ok)
}

/// A record as the node has it.
pub async fn known(session: &Session, object: ObjectId) -> Result<RecordView, CliError> {
    let record = session.ask(records::show(&session.connection, object)).await?;
    record.ok_or_else(|| CliError::UnknownRecord { record: object.into() })
}

/// The head that a change is based on: the one given, else the one that the record as it is asks for, which is said.
async fn base_of(
    session: &Session,
    object: ObjectId,
    base: Option<VersionRef>,
    wanted: impl FnOnce(&RecordView) -> VersionRef,
) -> Result<VersionRef, CliError> {
    if let Some(base) = base {
        return Ok(base);
    }
    let base = wanted(&known(session, object).await?);
    note_base(session, base)?;
    Ok(base)
}

/// Says on what a change is based where the user did not.
pub fn note_base(session: &Session, base: VersionRef) -> Result<(), CliError> {
    let language = session.output.language;
    session.output.note(&language.say("note-base-read", &values! { base = base.to_string() }))
}

/// Says what the head is where the one that a change was based on is not, and how to repeat a change whose fate is unknown.
pub async fn explained(
    session: &Session,
    object: ObjectId,
    base: VersionRef,
    submitted: Result<Written, CliError>,
) -> Result<Written, CliError> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::header::Level;

    #[test]
    fn only_what_is_public_should_be_handed_in() {
        let arguments = |level| HeaderArguments { level, business_time: Some(7), schema: None };
        let public = header(arguments(Level::L1)).expect("public");
        assert_eq!((public.business, public.submitted.is_some()), (Some(7), true));
        for level in Level::ALL.iter().filter(|level| **level != Level::L1) {
            let refused = header(arguments(*level)).expect_err("refused");
            assert_eq!((refused.code(), refused.exit()), ("level-not-public", Exit::Usage));
        }
    }
}
