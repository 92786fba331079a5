//! `jiandu grant`: what an enterprise lets others do with its data.

use super::{
    enterprise::the_one,
    grant_book::{self, Known},
    grant_list, grant_reconcile, grant_standing,
    grant_terms::{agreement, Parties},
    grant_text::{ChangedReport, ExportReport, Names, ShownReport},
    grant_uses,
};
use crate::{
    args::{Common, EndArguments, ExportForm, GrantCommand, TermsArguments},
    error::{shown, CliError},
    exit::Exit,
    failures::of_writing,
    grant_values::Which,
    output::Output,
    session::Session,
};
use jiandu_client::{
    enterprises,
    grants::{self, export, Changed},
    members,
    submit::{SubmitError, Submitter, Wait},
    vault::new_file::{self, Readers},
    SigningKey,
};
use jiandu_primitives::{
    grant::{agreement::Agreement, Terms},
    refusal::Refusal,
    uscc::Uscc,
};
use std::{fs, path::Path};

/// Runs `jiandu grant`.
pub async fn run(command: GrantCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        GrantCommand::Request { enterprise, terms } => {
            let session = Session::open(common, output).await?;
            let key = session.key(common)?;
            let enterprise = the_one(&session, &enterprise).await?.enterprise;
            let user = own_organisation(&session, &key).await?.organisation();
            let parties = Parties { enterprise, user, parent: None };
            propose("grant-request", &session, &key, parties, None, &terms).await
        }
        GrantCommand::Offer { user, parent, terms } => {
            let session = Session::open(common, output).await?;
            let key = session.key(common)?;
            let above = match parent {
                Some(parent) => Some(grant_book::find(&session, &Which::Number(parent)).await?),
                None => None,
            };
            let (enterprise, above) = match &above {
                Some(above) => (above.view.terms.enterprise, Some(above.agreed()?)),
                None => (own_organisation(&session, &key).await?.enterprise()?, None),
            };
            let parties = Parties { enterprise, user, parent };
            propose("grant-offer", &session, &key, parties, above, &terms).await
        }
        GrantCommand::Accept { which } => accept(&which, common, output).await,
        GrantCommand::Decline(EndArguments { which, reason }) => {
            let done = async |submitter: &mut Submitter<'_>, grant| grants::decline(submitter, grant, reason).await;
            act("grant-decline", &which, done, common, output).await
        }
        GrantCommand::Suspend(EndArguments { which, reason }) => {
            let done = async |submitter: &mut Submitter<'_>, grant| grants::suspend(submitter, grant, reason).await;
            act("grant-suspend", &which, done, common, output).await
        }
        GrantCommand::Resume { which } => {
            let done = async |submitter: &mut Submitter<'_>, grant| grants::resume(submitter, grant).await;
            act("grant-resume", &which, done, common, output).await
        }
        GrantCommand::Revoke(EndArguments { which, reason }) => {
            let done = async |submitter: &mut Submitter<'_>, grant| grants::end(submitter, grant, reason).await;
            act("grant-revoke", &which, done, common, output).await
        }
        GrantCommand::End(EndArguments { which, reason }) => {
            let done = async |submitter: &mut Submitter<'_>, grant| grants::end(submitter, grant, reason).await;
            act("grant-end", &which, done, common, output).await
        }
        GrantCommand::Show { which } => show(&which, common, output).await,
        GrantCommand::List { party, waiting, uses, usable, when } => {
            let session = Session::open(common, output).await?;
            let usable = usable || when.at.is_some() || when.time.is_some();
            let party = match party {
                // Who may use data is asked of whoever owns it.
                Some(query) if usable => the_one(&session, &query).await?.enterprise,
                Some(query) => grant_list::party(&session, &query).await?,
                None if usable => own_organisation(&session, &session.key(common)?).await?.enterprise()?,
                None => own_organisation(&session, &session.key(common)?).await?.organisation(),
            };
            match usable {
                true => grant_list::usable(&session, party, &when).await,
                false if uses => grant_list::uses(&session, party).await,
                false => grant_list::list(&session, party, waiting).await,
            }
        }
        GrantCommand::Check { which, asked, user, record, when } => {
            let session = Session::open(common, output).await?;
            grant_list::check(&session, &which, &asked, user, record, &when).await
        }
        GrantCommand::Reserve { which, asked, out } => grant_uses::reserve(&which, &asked, &out, common, output).await,
        GrantCommand::Settle { reservation, result, denied, failed: _, out } => {
            grant_uses::settle(&reservation, result.as_deref(), denied, out.as_deref(), common, output).await
        }
        GrantCommand::Report { which, asked, happened, result, lapsed, out } => {
            let served = grant_uses::Served { result: result.as_deref(), reservation: lapsed, out: out.as_deref() };
            grant_uses::report(&which, &asked, happened, served, common, output).await
        }
        GrantCommand::Refuse { which, asked, reason, out } => {
            grant_uses::refuse(&which, &asked, reason, out.as_deref(), common, output).await
        }
        GrantCommand::Deleted { which, document } => {
            grant_uses::deleted(&which, document.as_deref(), common, output).await
        }
        GrantCommand::Reconcile { which, log } => grant_reconcile::run(&which, &log, common, output).await,
        GrantCommand::Export { which, form, out } => export_to(&which, form, &out, common, output).await,
        GrantCommand::Standing(command) => grant_standing::run(command, common, output).await,
        GrantCommand::Signers { count } => grant_standing::signers(count == 2, common, output).await,
    }
}

/// For whom a key signs.
pub enum Own {
    /// A member.
    Member(Uscc),
    /// An enterprise.
    Enterprise(Uscc),
}

impl Own {
    /// Whichever it is.
    pub const fn organisation(&self) -> Uscc {
        match self {
            Self::Member(organisation) | Self::Enterprise(organisation) => *organisation,
        }
    }

    /// The enterprise.
    fn enterprise(&self) -> Result<Uscc, CliError> {
        match self {
            Self::Enterprise(enterprise) => Ok(*enterprise),
            Self::Member(_) => Err(CliError::NotAnEnterprisesKey),
        }
    }
}

/// For whom a key signs now.
pub async fn own_organisation(session: &Session, key: &SigningKey) -> Result<Own, CliError> {
    match session.ask(members::membership(&session.connection, key.account())).await? {
        Ok(membership) => Ok(Own::Member(membership.organisation)),
        Err(Refusal::UnknownKey) => {
            let enterprise = enterprises::enterprise_of_key(&session.connection, key.account());
            let enterprise = session.ask(enterprise).await?;
            enterprise.map(Own::Enterprise).ok_or(SubmitError::Refused(Refusal::UnknownKey).into())
        }
        Err(refusal) => Err(SubmitError::Refused(refusal).into()),
    }
}

async fn propose(
    act: &'static str,
    session: &Session,
    key: &SigningKey,
    parties: Parties,
    above: Option<&Agreement>,
    arguments: &TermsArguments,
) -> Result<Exit, CliError> {
    let output = session.output;
    let wanted = agreement(parties, arguments, above, output)?;
    // Cut short before, the same command goes on with what it wrote then.
    let agreement = grant_book::taken_up(session, &arguments.out, &wanted).unwrap_or(wanted);
    ensure_consent(session, &agreement).await?;
    let terms = of(&agreement)?;
    let names = Names::of(session, &terms).await?;
    // Before anything is sent: without the salts nobody could tell what was granted.
    let is_new = grant_book::write_out(session, &agreement, &arguments.out)?;
    grant_book::keep(session, &agreement, &terms)?;
    let changed = session.submit(key, Wait::Final, async |submitter| grants::propose(submitter, &terms).await).await;
    if is_new && changed.as_ref().is_err_and(grant_book::is_refusal) {
        // Never proposed: in nobody's way when the command is mended. Best effort, the refusal is what matters.
        drop(fs::remove_file(&arguments.out));
        grant_book::forget(&terms);
    }
    let changed = changed?;
    let report = ChangedReport::new(act, &changed).agreement(agreement, names).out(shown(&arguments.out));
    output.report(&report)?;
    Ok(Exit::Ok)
}

/// Refuses what is about persons who have not consented to it.
async fn ensure_consent(session: &Session, agreement: &Agreement) -> Result<(), CliError> {
    match session.ask(grants::without_consent(&session.connection, agreement)).await? {
        Some(item) => Err(CliError::ConsentMissing { item: item.to_string().into() }),
        None => Ok(()),
    }
}

/// What stands of an agreement on the chain.
fn of(agreement: &Agreement) -> Result<Terms, CliError> {
    agreement.terms().ok_or(CliError::TooManyItems { found: agreement.items.len().into() })
}

async fn accept(which: &Which, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let known = grant_book::find(&session, which).await?;
    // Nobody signs what he can't read, nor what persons have not consented to, whoever wrote it.
    let agreement = known.agreed()?.clone();
    ensure_consent(&session, &agreement).await?;
    let Known { view, .. } = known;
    let names = Names::of(&session, &view.terms).await?;
    let signing = async |submitter: &mut Submitter<'_>| grants::sign(submitter, view.grant, &view.terms).await;
    let changed = session.submit(&key, Wait::Final, signing).await?;
    output.report(&ChangedReport::new("grant-accept", &changed).agreement(agreement, names))?;
    Ok(Exit::Ok)
}

/// Does something to a grant.
pub async fn act(
    name: &'static str,
    which: &Which,
    done: impl AsyncFnOnce(&mut Submitter<'_>, u64) -> Result<Changed, SubmitError>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let grant = match which {
        Which::Number(number) => *number,
        Which::File(_) => grant_book::find(&session, which).await?.view.grant,
    };
    let changed = session.submit(&key, Wait::Final, async |submitter| done(submitter, grant).await).await?;
    output.report(&ChangedReport::new(name, &changed))?;
    Ok(Exit::Ok)
}

async fn show(which: &Which, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let Known { view, agreement } = grant_book::find(&session, which).await?;
    let receipts = session.ask(grants::receipts(&session.connection, view.grant)).await?;
    let names = Names::of(&session, &view.terms).await?;
    let now = session.ask(session.connection.finalized()).await?.moment.time;
    output.report(&ShownReport { view, agreement, receipts, names, now })?;
    Ok(Exit::Ok)
}

async fn export_to(
    which: &Which,
    form: ExportForm,
    out: &Path,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let known = grant_book::find(&session, which).await?;
    let agreement = known.agreed()?;
    let enterprise = session.ask(enterprises::show(&session.connection, agreement.enterprise)).await?;
    let enterprise = enterprise.ok_or(CliError::UnknownEnterprise { enterprise: agreement.enterprise.into() })?;
    let names = export::Names {
        chain: enterprise.code.base().region(),
        issuer: enterprise.did.to_string(),
        enterprise: enterprise.name,
        code: enterprise.code,
        genesis: session.connection.genesis(),
        grant: known.view.grant,
    };
    let bytes = match form {
        ExportForm::Credential => serde_json::to_vec_pretty(&export::credential(agreement, &names)),
        ExportForm::Odrl => serde_json::to_vec_pretty(&export::odrl(agreement, &names)),
    };
    let bytes = bytes.map_err(|error| CliError::Io { file: shown(out).into(), reason: error.to_string().into() })?;
    new_file::write(out, &[bytes.as_slice(), b"\n"].concat(), Readers::Owner)
        .map_err(|error| of_writing(out, &error))?;
    output.report(&ExportReport { grant: known.view.grant, form, file: shown(out), bytes: bytes.len() })?;
    Ok(Exit::Ok)
}
