//! `jiandu document`: documents encrypted for the user of a grant, and opened with it.
//!
//! The key of each document is wrapped to the encryption key that the user's organisation registered on the chain (HPKE), bound
//! to chain and grant. A grant that does not allow the use gets no wrap. What was wrapped before can't be recalled by anybody.

use super::{
    grant::own_organisation,
    grant_book::{self, Known},
    grant_text::Names,
    grant_uses::asked,
    storing::{put_all_sealed, recovery_recipient, vault_of},
};
use crate::{
    args::{Common, DocumentCommand, StoreArguments, UseArguments},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_reading, of_writing},
    grant_values::Which,
    language::{values, Language, Texts},
    output::{Output, Report},
    session::Session,
    text::{table, Style},
};
use jiandu_client::{
    grants::{self, GrantView, When},
    members,
    vault::{
        new_file::{self, Readers},
        Locator, Opening, PublicKey, SecretKey, Vault, WrapContext, Wrapped,
    },
};
use jiandu_primitives::grant::{
    agreement::Item,
    decision::{Denial, Denied},
    usage::Event,
    Action, Commitment,
};
use serde::Serialize;
use std::{
    fs, io,
    io::Read,
    path::{Path, PathBuf},
};

/// Longest wrap that is read, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Runs `jiandu document`.
pub async fn run(command: DocumentCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        DocumentCommand::Seal { which, files, locators, item, out, store } => {
            let wanted = Wanted { files: &files, locators: &locators, item };
            seal(&which, wanted, &out, &store, common, output).await
        }
        DocumentCommand::Open { wrap, out } => open(&wrap, &out, common, output).await,
    }
}

/// What is to be encrypted.
struct Wanted<'a> {
    files: &'a [PathBuf],
    locators: &'a [Locator],
    item: Item,
}

/// A document that was encrypted for a user.
#[derive(Clone, Debug, Serialize)]
struct SealedFile {
    /// The document, where it was a file.
    file: Option<String>,
    /// Where its ciphertext lies in the vault.
    locator: Locator,
    /// What is handed over.
    wrap: String,
}

/// What was encrypted for a user.
#[derive(Clone, Debug, Serialize)]
struct SealedReport {
    grant: u64,
    user: jiandu_primitives::uscc::Uscc,
    item: Item,
    documents: Vec<SealedFile>,
    names: Names,
}

impl Report for SealedReport {
    fn text(&self, language: Language) -> String {
        let values = values! {
            count = self.documents.len(), user = self.names.party(self.user, language), grant = self.grant,
        };
        let said = Style::Good.paint(&language.say("document-sealed-for", &values));
        let headings = ["label-document", "label-locator", "label-wrap"].map(|heading| language.text(heading));
        let rows: Vec<_> = self
            .documents
            .iter()
            .map(|one| [one.file.clone().unwrap_or_default(), one.locator.to_string(), one.wrap.clone()])
            .collect();
        let caution = Style::Caution.paint(&language.text("document-no-recall"));
        format!("{said}\n{}{caution}\n", table(headings, &rows))
    }
}

async fn seal(
    which: &Which,
    Wanted { files, locators, item }: Wanted<'_>,
    out: &Path,
    store: &StoreArguments,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    if store.no_store {
        return Err(CliError::SealedNotStored);
    }
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let known = grant_book::find(&session, which).await?;
    let arguments = UseArguments { item, purpose: None, action: Action::View, level: None };
    let asked = asked(known.agreed()?, known.view.terms.level, &arguments)?;
    let Known { view, .. } = known;
    let user = view.terms.user;
    ensure_serves(&session, &key, &view).await?;
    for file in files {
        // Nobody could tell an empty one from another.
        if fs::metadata(file).map_err(|error| of_reading(file, &error))?.len() == 0 {
            return Err(CliError::EmptyFile { file: shown(file).into() });
        }
    }
    // What is asked is whether the grant allows it at all: how it is used, each reservation is asked.
    let action = view.terms.actions.iter().next().unwrap_or(Action::View);
    let asked = jiandu_primitives::grant::decision::Use { action, ..asked };
    let answer = grants::decision(&session.connection, view.grant, user, None, asked, None, When::Now);
    let answer = session.ask(answer).await?.ok_or(CliError::UnknownGrant { grant: view.grant.into() })?;
    let decision = match answer.decision {
        // The last use is taken by the reservation that this is for.
        Err(Denied { reason: Denial::Exhausted, .. })
            if has_reserved(&session, &view, &asked.item, answer.time).await? =>
        {
            session.ask(grants::delivery(&session.connection, &view, Some(&asked))).await?
        }
        decision => decision,
    };
    allowed(&view, decision, output)?;
    let public = session.ask(members::encryption_key(&session.connection, user)).await?;
    let public = public.ok_or(CliError::NoEncryptionKey { organisation: user.into() })?;
    let public = PublicKey::try_from(public).map_err(|_| CliError::NoEncryptionKey { organisation: user.into() })?;
    let vault = vault_of(&session, &key, store).await?;
    let mut openings: Vec<(Option<&PathBuf>, Opening)> = Vec::new();
    let own = key.reading_key()?;
    for locator in locators {
        let opening = vault.opening(*locator, &own).await?;
        let opening = opening.ok_or(CliError::NoOpening { locator: (*locator).into() })?;
        openings.push((None, opening));
    }
    let recipients: Vec<_> = [own.to_public()].into_iter().chain(recovery_recipient(&session).await?).collect();
    let sealed = put_all_sealed(&vault, files, &recipients, output).await?;
    openings.extend(files.iter().map(Some).zip(sealed.into_iter().map(|sealed| sealed.opening)));
    fs::create_dir_all(out).map_err(|error| of_writing(out, &error))?;
    let context = WrapContext { genesis: session.connection.genesis(), grant: view.grant };
    let mut documents = Vec::with_capacity(openings.len());
    for (file, opening) in openings {
        let wrap = hand_over(&vault, &opening, &context, &public, out).await?;
        documents.push(SealedFile { file: file.map(|file| shown(file)), locator: opening.locator, wrap: shown(&wrap) });
    }
    let names = Names::of(&session, &view.terms).await?;
    output.report(&SealedReport { grant: view.grant, user, item, documents, names })?;
    Ok(Exit::Ok)
}

/// Refuses with the reason of a decision.
fn allowed(view: &GrantView, decision: Result<(), Denied>, output: Output) -> Result<(), CliError> {
    decision.map_err(|denied| {
        let reason = output.language.word(&denied.reason);
        CliError::GrantDenies { grant: view.grant.into(), reason: reason.into() }
    })
}

/// Whether a use of an item is reserved, and waits to be served.
async fn has_reserved(session: &Session, view: &GrantView, item: &Commitment, now: u64) -> Result<bool, CliError> {
    let receipts = session.ask(grants::receipts(&session.connection, view.grant)).await?;
    Ok(receipts.iter().any(|view| {
        let waits = matches!(view.receipt.event, Event::Reserved { lapses, settled: None } if now < lapses);
        waits && view.receipt.asked.item == *item
    }))
}

/// Refuses whoever does not serve the data of a grant.
async fn ensure_serves(session: &Session, key: &jiandu_client::SigningKey, view: &GrantView) -> Result<(), CliError> {
    let own = own_organisation(session, key).await?.organisation();
    match own == view.terms.provider.unwrap_or(view.terms.enterprise) || own == view.terms.enterprise {
        true => Ok(()),
        false => Err(crate::failures::refused_by("Grants", "NotAParty")),
    }
}

/// Writes ciphertext and wrap into the folder for the user. Gives the wrap's path.
async fn hand_over(
    vault: &Vault,
    opening: &Opening,
    context: &WrapContext,
    public: &PublicKey,
    out: &Path,
) -> Result<PathBuf, CliError> {
    let ciphertext = out.join(format!("{}.age", opening.locator));
    match vault.get(opening.locator, &ciphertext).await {
        // Handed over before: it is known by its name, and read when it is opened.
        Err(jiandu_client::vault::VaultError::Unwritable { source, .. })
            if source.kind() == io::ErrorKind::AlreadyExists => {}
        got => drop(got?),
    }
    let wrapped = opening.wrap(context, public).map_err(|_| CliError::BadWrap { file: shown(out).into() })?;
    let path = out.join(format!("{}.{}.wrap", opening.locator, context.grant));
    new_file::replace(&path, &wrapped.to_json(), Readers::Owner).map_err(|error| of_writing(&path, &error))?;
    Ok(path)
}

/// A document that was opened.
#[derive(Clone, Debug, Serialize)]
struct OpenedReport {
    grant: u64,
    locator: Locator,
    file: String,
    length: u64,
}

impl Report for OpenedReport {
    fn text(&self, language: Language) -> String {
        let values = values! {
            grant = self.grant, file = self.file.clone(), length = crate::moment::grouped(self.length),
        };
        format!("{}\n", Style::Good.paint(&language.say("document-opened", &values)))
    }
}

async fn open(wrap: &Path, out: &Path, common: &Common, output: Output) -> Result<Exit, CliError> {
    let mut json = Vec::new();
    fs::File::open(wrap)
        .and_then(|file| file.take(LONGEST).read_to_end(&mut json))
        .map_err(|error| of_reading(wrap, &error))?;
    let bad = || CliError::BadWrap { file: shown(wrap).into() };
    let wrapped = Wrapped::from_json(&json).map_err(|_| bad())?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = session.ask(grants::grant(&session.connection, wrapped.grant)).await?;
    let view = view.ok_or(CliError::UnknownGrant { grant: wrapped.grant.into() })?;
    // No cipher keeps anybody from opening what he could open once; this program does not help him.
    allowed(&view, session.ask(grants::delivery(&session.connection, &view, None)).await?, output)?;
    let context = WrapContext { genesis: session.connection.genesis(), grant: wrapped.grant };
    let secret = SecretKey::of(&key.reading_key()?).map_err(|_| bad())?;
    let opening = wrapped.open(&context, &secret).map_err(|error| match error {
        jiandu_client::vault::WrapError::ForOthers(_) => CliError::WrapForOthers { file: shown(wrap).into() },
        _ => bad(),
    })?;
    let ciphertext = wrap.with_file_name(format!("{}.age", opening.locator));
    let length = opening.open_file(&ciphertext, out)?;
    output.report(&OpenedReport { grant: wrapped.grant, locator: opening.locator, file: shown(out), length })?;
    Ok(Exit::Ok)
}
