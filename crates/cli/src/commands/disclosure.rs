//! `jiandu disclosure`: submitted by one person as a commitment, reviewed and published by another.

use super::{
    disclosure_many,
    disclosure_text::{occasion_text, About, DoneReport, ListReport, PublishedReport, ShownReport, SubmittedReport},
    draft,
    enterprise::the_one,
    filing::{Filed, Filing, OfRecord, Wanted},
    letter::why,
    obligation_list::is_unmet,
    overwrite::{Made, Plan},
    record::{header, of_withdrawal},
    review::{review, review_withdrawal, Reviewed},
    storing::VaultDocument,
};
use crate::{
    args::{
        Common, DecideArguments, DisclosureCommand, FilingArguments, Format, HeaderArguments, ReviewArguments,
        RewritingArguments, StoreArguments, ToArguments, WhichArguments,
    },
    enterprise_failures::of_submission,
    error::{shown, CliError},
    exit::Exit,
    failures::refused_by,
    hashing::{documents, documents_of_versions},
    language::{values, Texts},
    output::Output,
    session::{Session, BLOCK_TIME},
    values::RecordAddress,
};
use jiandu_client::{
    disclosures::{self, disclosure_target, Handover, Stage, SubmissionView},
    enterprises::{self, EnterpriseView},
    handover::Target,
    members,
    obligations::{self, ObligationId},
    records::{self, RecordView, SnapshotView},
    submit::{Receipt, SubmitError, Submitter, Wait},
    SigningKey,
};
use jiandu_primitives::{
    calendar::Day,
    chain::Moment,
    change::RecordChange,
    disclosure::{CorrectionReason, Disclosure, DisclosureAct, Occasion, ReviewReason},
    header::Level,
    obligation::Obligation,
    record::{Documents, Operation, RecordState, Rewritten, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

/// Obligations so many days before and after today are looked at, where a disclosure names no occasion.
const LOOKED_AT: i32 = 366;

/// Runs `jiandu disclosure`.
pub async fn run(command: DisclosureCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        DisclosureCommand::Submit { which, files, occasion, backfilled, header, filing, to } => {
            let version = Version { files, header, filing, said: Said::First { occasion, backfilled } };
            put(which, version, to, common, output).await
        }
        DisclosureCommand::Correct { which, files, reason, occasion, header, filing, to } => {
            let version = Version { files, header, filing, said: Said::Next { reason, occasion } };
            put(which, version, to, common, output).await
        }
        DisclosureCommand::Overwrite { which, rewriting, header, filing, to } => {
            overwrite(which, rewriting, (header, filing), to, common, output).await
        }
        DisclosureCommand::Withdraw { which, reason, store, to } => {
            withdraw(which, reason, &store, to, common, output).await
        }
        DisclosureCommand::Review(arguments) => decide(arguments, common, output).await,
        DisclosureCommand::Publish { submission, files, review } => {
            publish(&submission, &files, &review, common, output).await
        }
        DisclosureCommand::PublishAll(arguments) => disclosure_many::run(arguments, common, output).await,
        DisclosureCommand::Retract { submission } => {
            let done = async |submitter: &mut Submitter<'_>| disclosures::retract(submitter, submission).await;
            act("disclosure-retract", About::submission(submission), done, common, output).await
        }
        DisclosureCommand::TakeOver { submission } => {
            let done = async |submitter: &mut Submitter<'_>| disclosures::take_over(submitter, submission).await;
            act("disclosure-take-over", About::submission(submission), done, common, output).await
        }
        DisclosureCommand::List { exchange } => list(exchange, common, output).await,
        DisclosureCommand::Show { submission } => show(submission, common, output).await,
        DisclosureCommand::Freeze { record: RecordAddress(object), reason, document } => {
            let (why, salt) = why(reason, document, output)?;
            let done = async |submitter: &mut Submitter<'_>| disclosures::freeze(submitter, object, why).await;
            act("disclosure-freeze", About { record: Some(object), salt, ..About::default() }, done, common, output)
                .await
        }
        DisclosureCommand::Unfreeze { record: RecordAddress(object) } => {
            let done = async |submitter: &mut Submitter<'_>| disclosures::unfreeze(submitter, object).await;
            let about = About { record: Some(object), ..About::default() };
            act("disclosure-unfreeze", about, done, common, output).await
        }
    }
}

/// Which version of a disclosure, and what it is said to be.
enum Said {
    /// The first.
    First { occasion: Option<Occasion>, backfilled: bool },
    /// The next, which corrects the one before it.
    Next { reason: CorrectionReason, occasion: Option<Occasion> },
}

/// Files that become a version of a disclosure.
struct Version {
    files: Vec<PathBuf>,
    header: HeaderArguments,
    filing: FilingArguments,
    said: Said,
}

/// A disclosure of an enterprise, and its record as it is now.
struct Place {
    enterprise: EnterpriseView,
    /// The disclosure without what becomes of its record.
    blank: Disclosure,
    target: Target,
    record: Option<RecordView>,
}

impl Place {
    async fn find(session: &Session, which: WhichArguments, to: &ToArguments) -> Result<Self, CliError> {
        let WhichArguments { enterprise, kind, number } = which;
        let enterprise = the_one(session, &enterprise).await?;
        let change = RecordChange::Snapshot { base: None, header: Default::default(), documents: Documents::default() };
        let blank = Disclosure {
            enterprise: enterprise.enterprise,
            kind,
            number,
            mandate: to.mandate,
            occasion: None,
            backfilled: false,
            act: DisclosureAct::Change { change, correction: None },
        };
        let target = disclosure_target(&blank).ok_or_else(|| refused_by("Disclosures", "InvalidNumber"))?;
        let record = session.ask(records::show(&session.connection, target.object())).await?;
        Ok(Self { enterprise, blank, target, record })
    }

    /// Its record, which may go on or end.
    fn in_force(&self) -> Result<&RecordView, CliError> {
        let record = self.record.as_ref().ok_or(CliError::UnknownRecord { record: self.target.object().into() })?;
        match record {
            RecordView { state: RecordState::Live, frozen: false, .. } => Ok(record),
            RecordView { frozen: true, .. } => Err(refused_by("Records", "RecordFrozen")),
            _ => Err(refused_by("Records", "RecordClosed")),
        }
    }

    fn of_record(&self) -> OfRecord<'_> {
        let Target { subject, kind, external_id } = &self.target;
        OfRecord { object: self.target.object(), external_id, subject: *subject, kind: *kind }
    }
}

async fn put(
    which: WhichArguments,
    version: Version,
    to: ToArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let Version { files, header: arguments, filing, said } = version;
    draft::not_in_use(&to.out)?;
    let plain = documents(&files, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let place = Place::find(&session, which, &to).await?;
    let (base, level) = match (&said, &place.record) {
        (Said::First { .. }, Some(_)) => return Err(refused_by("Records", "DuplicateExternalId")),
        (Said::First { .. }, None) => (None, Level::L1),
        (Said::Next { .. }, _) => {
            let record = place.in_force()?;
            (Some(record.head), record.header.level)
        }
    };
    let body = filing.body.clone();
    let header = header(arguments, level);
    let filing = Filing::open(&session, &key, &filing, header.level.is_public()).await?;
    let disclosure = |filed: Filed| {
        let change = filed.snapshot(base)?;
        Ok(match &said {
            Said::First { occasion, backfilled } => Disclosure {
                occasion: occasion.clone(),
                backfilled: *backfilled,
                act: DisclosureAct::Change { change, correction: None },
                ..place.blank.clone()
            },
            Said::Next { reason, occasion } => Disclosure {
                occasion: occasion.clone(),
                act: DisclosureAct::Change { change, correction: Some(*reason) },
                ..place.blank.clone()
            },
        })
    };
    let matter: Disclosure = disclosure(Filed { header: header.clone(), documents: plain.clone() })?;
    if header.level.is_public() {
        rehearse(&session, &key, &place, &matter).await?;
    }
    if let Some(caution) = caution(&session, &place, &said).await? {
        session.output.note(&caution)?;
    }
    let file = async || {
        let at = base
            .map_or(VersionRef::default(), |base| VersionRef { version: base.version.saturating_add(1), revision: 0 });
        let operation = if base.is_some() { Operation::Update } else { Operation::Create };
        let wanted = Wanted { at, operation, reason: None, header: &header, files: &files, plain: &plain };
        disclosure(filing.file(place.of_record(), wanted).await?)
    };
    let from = Source { filing: &filing, files: &files, history: &[], body };
    submit(&session, &key, &place, (&matter, file), from, &to).await
}

/// What looks like a slip in the occasion that a disclosure names: nobody can name another one for it afterwards.
async fn caution(session: &Session, place: &Place, said: &Said) -> Result<Option<String>, CliError> {
    let (language, enterprise, kind) = (session.output.language, place.enterprise.enterprise, place.blank.kind);
    let occasion = match said {
        Said::First { backfilled: true, .. } | Said::Next { occasion: None, .. } => return Ok(None),
        Said::First { occasion, .. } | Said::Next { occasion, .. } => occasion,
    };
    let today = Day::of(session.ask(session.connection.finalized()).await?.moment.time);
    let Some(occasion) = occasion else {
        let (from, to) = (today.plus(-LOOKED_AT), today.plus(LOOKED_AT));
        let found = session.ask(obligations::obligations_of(&session.connection, enterprise, from, to)).await?;
        let open = found.iter().filter(|obligation| obligation.kind == kind && is_unmet(obligation));
        let open: Vec<String> = open.map(|obligation| occasion_text(&obligation.occasion, language)).collect();
        let said = || language.say("caution-no-occasion", &values! { occasions = language.list(open.clone()) });
        return Ok((!open.is_empty()).then(said));
    };
    let (object, which) = (place.target.object(), ObligationId { enterprise, kind, occasion: occasion.clone() });
    let before = session.ask(disclosures::publications(&session.connection, object)).await?;
    let named: Vec<_> = before.iter().filter_map(|(_, before)| before.occasion.as_ref()).collect();
    let obligation = session.ask(obligations::obligation(&session.connection, &which)).await?;
    let due = obligation.as_ref().map(|obligation| obligation.due.to_string()).unwrap_or_default();
    let said = |key| language.say(key, &values! { occasion = occasion_text(occasion, language), due = due });
    Ok(slip(occasion, &named, obligation.as_ref(), today).map(said))
}

/// The same where an occasion is named: behind others that versions before named, and with the obligation that it has.
fn slip(occasion: &Occasion, named: &[&Occasion], obligation: Option<&Obligation>, today: Day) -> Option<&'static str> {
    // A record counts for one occasion alone.
    if let Some(first) = named.first() {
        return (*first != occasion).then_some("caution-ignored");
    }
    match (obligation, occasion) {
        (Some(obligation), _) if obligation.filed.is_some() => Some("caution-met"),
        (Some(obligation), _) if obligation.due > today.plus(LOOKED_AT) => Some("caution-far"),
        (Some(_), _) => None,
        // An event that nobody declared is declared by what is disclosed for it.
        (None, Occasion::Event { .. }) => None,
        (None, Occasion::Schedule { .. }) => Some("caution-undeclared"),
        (None, Occasion::Period(_)) => Some("caution-no-obligation"),
    }
}

async fn overwrite(
    which: WhichArguments,
    rewriting: RewritingArguments,
    (arguments, filing): (HeaderArguments, FilingArguments),
    to: ToArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let RewritingArguments { replacements, kept, reason } = rewriting;
    let plan = Plan::new(replacements, &kept, output.language)?;
    draft::not_in_use(&to.out)?;
    let new = plan.documents(output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let place = Place::find(&session, which, &to).await?;
    let record = place.in_force()?;
    let history = plan.check(&session, record.object, record.head.version).await?;
    let rewriting = |versions: Vec<Rewritten>| {
        let change = plan.change(record.head, versions, reason)?;
        Ok(Disclosure { act: DisclosureAct::Change { change, correction: None }, ..place.blank.clone() })
    };
    let header = header(arguments, plan.level(&history));
    let body = filing.body.clone();
    let filing = Filing::open(&session, &key, &filing, header.level.is_public()).await?;
    let made = Made { filing: &filing, record, header: &header, reason, new: &new };
    let matter: Disclosure = rewriting(plan.unfiled(&made)?)?;
    if header.level.is_public() {
        rehearse(&session, &key, &place, &matter).await?;
    }
    let file = async || rewriting(plan.filed(&made, &history).await?);
    let from = Source { filing: &filing, files: &plan.files(), history: &history, body };
    submit(&session, &key, &place, (&matter, file), from, &to).await
}

async fn withdraw(
    which: WhichArguments,
    reason: WithdrawalReason,
    store: &StoreArguments,
    to: ToArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    draft::not_in_use(&to.out)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let place = Place::find(&session, which, &to).await?;
    let record = place.in_force()?;
    let header = of_withdrawal(record);
    let filing = Filing::of_withdrawal(&session, &key, store).await?;
    let act = |header| DisclosureAct::Withdraw { base: record.head, header, reason };
    let matter = Disclosure { act: act(header.clone()), ..place.blank.clone() };
    rehearse(&session, &key, &place, &matter).await?;
    let file = async || {
        let at = VersionRef { version: record.head.version.saturating_add(1), revision: 0 };
        let operation = Operation::Withdraw;
        let wanted = Wanted { at, operation, reason: None, header: &header, files: &[], plain: &[] };
        let header = filing.file(place.of_record(), wanted).await?.header;
        Ok(Disclosure { act: act(header), ..place.blank.clone() })
    };
    let from = Source { filing: &filing, files: &[], history: &[], body: None };
    submit(&session, &key, &place, (&matter, file), from, &to).await
}

/// What the chain would say only once it is published, it says now: in a view that writes nothing.
async fn rehearse(session: &Session, key: &SigningKey, place: &Place, matter: &Disclosure) -> Result<(), CliError> {
    let exchange = place.enterprise.registrar;
    let rehearsal = disclosures::rehearse_submission(&session.connection, key.account(), exchange, matter);
    Ok(session.ask(rehearsal).await??)
}

/// What a submission is made from.
struct Source<'a> {
    filing: &'a Filing<'a>,
    files: &'a [PathBuf],
    /// The record's, where it is rewritten.
    history: &'a [SnapshotView],
    /// What is added to the body.
    body: Option<PathBuf>,
}

/// Commits to a disclosure, and writes what the checker needs.
async fn submit(
    session: &Session,
    key: &SigningKey,
    place: &Place,
    (matter, file): (&Disclosure, impl AsyncFnOnce() -> Result<Disclosure, CliError>),
    from: Source<'_>,
    to: &ToArguments,
) -> Result<Exit, CliError> {
    let Source { filing, files, history, body } = from;
    let (out, path) = (to.out.as_path(), draft::beside(&to.out));
    let (enterprise, exchange) = (place.enterprise.enterprise, place.enterprise.registrar);
    let (draft, origin) =
        draft::drafted(session, filing, (enterprise, &place.target, history), (matter, file), &path).await?;
    let class = draft.content().kind.class();
    let commitment = draft.content().commitment(draft.salt());
    let submitted = session
        .submit(key, Wait::Final, async |submitter| match to.resubmit {
            Some(number) => disclosures::resubmit(submitter, number, class, commitment).await,
            None => disclosures::submit(submitter, exchange, class, commitment).await,
        })
        .await;
    let submitted = submitted.map_err(|error| draft::after(error, &path, origin))?;
    let handover = draft.handover(submitted.submission, exchange);
    draft::finish(handover.save(out), (submitted.submission, out), &path, session.output)?;
    let files = files.iter().map(|file| shown(file)).collect();
    let name = Some(place.enterprise.name.clone());
    let report = SubmittedReport::new(&handover, name, files, &submitted, filing.vault(), shown(out));
    session.output.report(&report.body(body.map(|body| shown(&body))))?;
    Ok(Exit::Ok)
}

/// A handover that is for this chain, with its documents where they were given.
async fn handed_over(
    file: &Path,
    files: &[PathBuf],
    common: &Common,
    output: Output,
) -> Result<(Session, SigningKey, Handover), CliError> {
    let handover = Handover::load(file).map_err(|error| of_submission(error, &[]))?;
    if !files.is_empty() {
        let documents = documents_of_versions(files, output)?;
        handover.check(&documents).map_err(|error| of_submission(error, files))?;
    }
    let session = Session::open(common, output).await?;
    session.connection.expect_genesis(handover.genesis)?;
    let key = session.key(common)?;
    Ok((session, key, handover))
}

/// A submission, once nothing about it waits for its finality: an interrupted command may have sent just this.
async fn settled(session: &Session, number: u64) -> Result<SubmissionView, CliError> {
    let deadline = Instant::now() + session.patience();
    loop {
        let last = session.ask(disclosures::submission(&session.connection, number)).await?;
        let newest = session.ask(disclosures::submission_newest(&session.connection, number)).await?;
        if last == newest {
            return last.ok_or_else(|| refused_by("Disclosures", "UnknownSubmission"));
        }
        if Instant::now() > deadline {
            return Err(SubmitError::NotFinal { block: None }.into());
        }
        tokio::time::sleep(BLOCK_TIME).await;
    }
}

/// Where a submission stands, if it is still what was handed over.
pub(super) async fn standing(
    session: &Session,
    key: &SigningKey,
    handover: &Handover,
) -> Result<SubmissionView, CliError> {
    // What an interrupted command of this key sent may be in no block yet.
    session.in_blocks(key).await?;
    let view = settled(session, handover.submission).await?;
    if view.commitment == handover.commitment() {
        return Ok(view);
    }
    // Whether its maker has changed it or somebody else this file, the chain knows.
    let rehearsal = disclosures::rehearse_publication(&session.connection, key.account(), handover);
    session.ask(rehearsal).await??;
    Err(refused_by("Disclosures", "OtherContent"))
}

pub(super) async fn known(session: &Session, number: u64) -> Result<SubmissionView, CliError> {
    let view = session.ask(disclosures::submission(&session.connection, number)).await?;
    view.ok_or_else(|| refused_by("Disclosures", "UnknownSubmission"))
}

/// Looks at everything that a publication would anchor.
pub(super) async fn look_at(
    session: &Session,
    handover: &Handover,
    files: &[PathBuf],
    arguments: &ReviewArguments,
) -> Result<Option<VaultDocument>, CliError> {
    // Without the documents nobody can say that they are what was submitted.
    if files.is_empty() {
        handover.check(&[]).map_err(|error| of_submission(error, files))?;
    }
    let target = disclosure_target(&handover.disclosure).ok_or_else(|| refused_by("Disclosures", "InvalidNumber"))?;
    match &handover.disclosure.act {
        DisclosureAct::Change { change, .. } => {
            let reviewed = Reviewed { target: &target, change, openings: &handover.openings };
            review(session, reviewed, arguments).await
        }
        DisclosureAct::Withdraw { base, header, .. } => {
            review_withdrawal(session, target.object(), *base, header).await?;
            Ok(None)
        }
    }
}

pub(super) async fn name_of(session: &Session, enterprise: Uscc) -> Result<Option<String>, CliError> {
    Ok(session.ask(enterprises::show(&session.connection, enterprise)).await?.map(|view| view.name))
}

/// Whether just this was decided before, and when.
fn decided(
    view: &SubmissionView,
    not_before: Option<u64>,
    send_back: Option<ReviewReason>,
    reject: Option<ReviewReason>,
) -> Option<(&'static str, Moment)> {
    let reason = view.reason.map(|reason| reason.code);
    let name = match view.stage {
        Stage::Accepted if send_back.or(reject).is_none() && view.not_before == not_before => "disclosure-accept",
        Stage::Returned if send_back.is_some() && send_back == reason => "disclosure-return",
        Stage::Rejected if reject.is_some() && reject == reason => "disclosure-reject",
        _ => return None,
    };
    Some((name, view.decision?.at))
}

async fn decide(arguments: DecideArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let DecideArguments { submission, files, review, accept: _, not_before, send_back, reject, document } = arguments;
    let (session, key, handover) = handed_over(&submission, &files, common, output).await?;
    let view = standing(&session, &key, &handover).await?;
    let (number, commitment) = (handover.submission, handover.commitment());
    let about = About { not_before, ..About::submission(number) };
    if let Some((name, at)) = decided(&view, not_before, send_back, reject) {
        let receipt = session.ask(Receipt::of_final(&session.connection, at.block)).await?;
        let document_sent = document.map(|_| false);
        output.report(&DoneReport::new(name, About { document_sent, ..about }, &receipt).before())?;
        return Ok(Exit::Ok);
    }
    let (name, salt, receipt) = match (send_back, reject) {
        (Some(code), _) => {
            let (why, salt) = why(code, document, output)?;
            let sent =
                async |submitter: &mut Submitter<'_>| disclosures::send_back(submitter, number, commitment, why).await;
            ("disclosure-return", salt, session.submit(&key, Wait::Final, sent).await?)
        }
        (None, Some(code)) => {
            let (why, salt) = why(code, document, output)?;
            let sent =
                async |submitter: &mut Submitter<'_>| disclosures::reject(submitter, number, commitment, why).await;
            ("disclosure-reject", salt, session.submit(&key, Wait::Final, sent).await?)
        }
        // Only what is to become public is compared with originals and bodies.
        (None, None) => {
            look_at(&session, &handover, &files, &review).await?;
            let sent = async |submitter: &mut Submitter<'_>| {
                disclosures::accept(submitter, number, commitment, not_before).await
            };
            ("disclosure-accept", None, session.submit(&key, Wait::Final, sent).await?)
        }
    };
    output.report(&DoneReport::new(name, About { salt, ..about }, &receipt))?;
    Ok(Exit::Ok)
}

async fn publish(
    file: &Path,
    files: &[PathBuf],
    arguments: &ReviewArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let (session, key, handover) = handed_over(file, files, common, output).await?;
    let view = standing(&session, &key, &handover).await?;
    let name = name_of(&session, handover.disclosure.enterprise).await?;
    let shown_files: Vec<String> = files.iter().map(|file| shown(file)).collect();
    // What was accepted has been looked at; whoever has the files may look again.
    let originals = match view.stage == Stage::Accepted && files.is_empty() {
        true => None,
        false if view.stage == Stage::Published => None,
        false => look_at(&session, &handover, files, arguments).await?,
    };
    if let Some(published) = session.ask(disclosures::published(&session.connection, &view)).await? {
        output.report(&PublishedReport::new(&handover, name, shown_files, &published, None).before())?;
        return Ok(Exit::Ok);
    }
    // What is refused in a block has shown its digests to everybody.
    let rehearsal = disclosures::rehearse_publication(&session.connection, key.account(), &handover);
    session.ask(rehearsal).await??;
    if !output.quiet && output.format == Format::Text {
        output.aside(&format!(
            "{}\n",
            super::disclosure_text::about(&handover, &view, name.clone(), &shown_files, output.language)
        ))?;
    }
    let published =
        session.submit(&key, Wait::Final, async |submitter| disclosures::publish(submitter, &handover).await).await?;
    output.report(&PublishedReport::new(&handover, name, shown_files, &published, originals))?;
    Ok(Exit::Ok)
}

/// Does something that one person does alone.
async fn act(
    name: &'static str,
    about: About,
    done: impl AsyncFnOnce(&mut Submitter<'_>) -> Result<Receipt, SubmitError>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let receipt = session.submit(&key, Wait::Final, done).await?;
    output.report(&DoneReport::new(name, about, &receipt))?;
    Ok(Exit::Ok)
}

/// An exchange that was named, or the organisation of the key that signs.
pub async fn named_or_own(session: &Session, exchange: Option<Uscc>, common: &Common) -> Result<Uscc, CliError> {
    if let Some(exchange) = exchange {
        return Ok(exchange);
    }
    let key = session.key(common)?;
    let membership = session.ask(members::membership(&session.connection, key.account())).await?;
    Ok(membership.map_err(SubmitError::Refused)?.organisation)
}

async fn list(exchange: Option<Uscc>, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let exchange = named_or_own(&session, exchange, common).await?;
    let waiting = session.ask(disclosures::waiting(&session.connection, exchange)).await?;
    output.report(&ListReport::new(exchange, waiting))?;
    Ok(Exit::Ok)
}

async fn show(number: u64, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let view = known(&session, number).await?;
    let publication = match view.snapshot {
        Some(snapshot) => {
            let rows = session.ask(disclosures::publications(&session.connection, snapshot.object)).await?;
            rows.into_iter().find(|(at, _)| *at == snapshot.at).map(|(_, row)| row)
        }
        None => None,
    };
    output.report(&ShownReport::new(view, publication))?;
    Ok(Exit::Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::obligation::{ObligationState, RuleRef};

    #[test]
    fn an_occasion_that_looks_like_a_slip_should_be_cautioned_of() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let today = day("2026-04-14");
        let obligation = |due, filed| Obligation {
            kind: jiandu_primitives::disclosure::DisclosureKind::AnnualReport,
            occasion: Occasion::Period(2025),
            rule: RuleRef { table: 0, index: 0 },
            due,
            original_due: due,
            soon_from: due,
            snapshot: None,
            filed,
            published: filed,
            state: ObligationState::Pending,
            publication: ObligationState::Pending,
        };
        let (near, far) = (today.plus(LOOKED_AT), today.plus(LOOKED_AT + 1));
        let period = Occasion::Period(2025);
        let event = Occasion::Event { day: today, number: 0 };
        let schedule = Occasion::Schedule { security: "DCFGFR2401".parse().expect("a label"), day: today };
        let found = |occasion, obligation: Option<Obligation>| slip(occasion, &[], obligation.as_ref(), today);
        assert_eq!(found(&period, Some(obligation(near, None))), None);
        assert_eq!(found(&period, Some(obligation(far, None))), Some("caution-far"));
        assert_eq!(found(&period, Some(obligation(near, Some(1)))), Some("caution-met"));
        assert_eq!(found(&period, None), Some("caution-no-obligation"));
        assert_eq!(found(&schedule, None), Some("caution-undeclared"));
        assert_eq!(found(&event, None), None);
        // What a version before named, and what it met itself.
        assert_eq!(slip(&period, &[&event], None, today), Some("caution-ignored"));
        assert_eq!(slip(&period, &[&period], Some(&obligation(near, Some(1))), today), None);
    }
}
