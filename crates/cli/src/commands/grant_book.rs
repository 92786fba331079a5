//! The agreements that this user knows: a folder with one file for each, by the digest of its terms, so that a number is enough.

use crate::{
    enterprise_failures::of_submission,
    error::{shown, CliError},
    failures::of_writing,
    grant_values::Which,
    language::{values, Texts},
    session::Session,
};
use jiandu_client::{
    grants::{self, AgreementFile, GrantView},
    handover::HandoverError,
    vault::new_file,
};
use jiandu_primitives::{
    grant::{agreement::Agreement, Terms},
    record::ObjectId,
};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A grant, with its agreement where this user knows it.
pub struct Known {
    /// As the chain has it.
    pub view: GrantView,
    /// What its commitments stand for.
    pub agreement: Option<Agreement>,
}

impl Known {
    /// Its agreement, which whoever signs or uses it has to have.
    pub fn agreed(&self) -> Result<&Agreement, CliError> {
        self.agreement.as_ref().ok_or(CliError::NoAgreement { grant: self.view.grant.into() })
    }
}

/// A grant by its number or by its agreement.
pub async fn find(session: &Session, which: &Which) -> Result<Known, CliError> {
    match which {
        Which::Number(number) => {
            let view = session.ask(grants::grant(&session.connection, *number)).await?;
            let view = view.ok_or(CliError::UnknownGrant { grant: (*number).into() })?;
            let agreement = recall(session, &view.terms)?;
            Ok(Known { view, agreement })
        }
        Which::File(path) => {
            let (agreement, terms) = load(session, path)?;
            let number = session.ask(grants::by_terms(&session.connection, terms.digest())).await?;
            let number = number.ok_or_else(|| CliError::NotProposed { file: shown(path).into() })?;
            let view = session.ask(grants::grant(&session.connection, number)).await?;
            let view = view.ok_or(CliError::UnknownGrant { grant: number.into() })?;
            // A convenience: what was asked for goes on without it.
            if let Err(error) = keep(session, &agreement, &terms) {
                let language = session.output.language;
                session.output.note(&language.say("grant-not-kept", &values! { reason = error.message(language) }))?;
            }
            Ok(Known { view, agreement: Some(agreement) })
        }
    }
}

/// Whether the chain refused a call about grants: it was executed, and changed nothing.
pub fn is_refusal(error: &CliError) -> bool {
    error.code().starts_with("grants-")
}

/// A file of a grant that can't be read or written, or is none.
pub fn of_file(error: HandoverError) -> CliError {
    match error {
        HandoverError::Malformed { path } => CliError::NoGrantFile { file: shown(&path).into() },
        other => of_submission(other, &[]),
    }
}

/// Reads an agreement that somebody handed over, and refuses one that is for another chain.
pub fn load(session: &Session, path: &Path) -> Result<(Agreement, Terms), CliError> {
    let malformed = || of_file(HandoverError::Malformed { path: path.to_owned() });
    let file = AgreementFile::load(path).map_err(of_file)?;
    session.connection.expect_genesis(file.genesis)?;
    let terms = file.terms().ok_or_else(malformed)?;
    Ok((file.agreement, terms))
}

/// Keeps an agreement, so that its grant's number is enough from now on.
pub fn keep(session: &Session, agreement: &Agreement, terms: &Terms) -> Result<(), CliError> {
    let Some(path) = place(terms) else { return Ok(()) };
    let folder = new_file::folder_of(&path);
    make_private(folder).map_err(|error| of_writing(folder, &error))?;
    let file = AgreementFile { genesis: session.connection.genesis(), agreement: agreement.clone() };
    match file.save(&path) {
        // It is known by its content, if that is what it was.
        Err(HandoverError::Unwritable { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => {
            if !AgreementFile::load(&path).is_ok_and(|found| found == file) {
                fs::remove_file(&path).map_err(|error| of_writing(&path, &error))?;
                file.save(&path).map_err(of_file)?;
            }
            Ok(())
        }
        saved => saved.map_err(of_file),
    }
}

/// Forgets an agreement that never became a proposal.
pub fn forget(terms: &Terms) {
    if let Some(path) = place(terms) {
        // Best effort: it does no harm.
        drop(fs::remove_file(path));
    }
}

/// The agreement behind some terms, where this user knows it.
pub fn recall(session: &Session, terms: &Terms) -> Result<Option<Agreement>, CliError> {
    let Some(path) = place(terms).filter(|path| path.exists()) else { return Ok(None) };
    match load(session, &path) {
        Ok((agreement, found)) => Ok((found == *terms).then_some(agreement)),
        // One damaged file must not hide every other grant.
        Err(CliError::NoGrantFile { .. }) => {
            let values = values! { file = shown(&path) };
            session.output.note(&session.output.language.say("grant-agreement-damaged", &values))?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Where an agreement is kept: `JIANDU_GRANTS`, else `jiandu/grants` in the folder for the data of this user's programs.
fn place(terms: &Terms) -> Option<PathBuf> {
    let folder = match std::env::var_os("JIANDU_GRANTS") {
        Some(folder) if !folder.is_empty() => PathBuf::from(folder),
        _ => super::storing::data_folder()?.join("jiandu/grants"),
    };
    // Any identifier of 32 bytes prints as hexadecimal.
    Some(folder.join(format!("{}.json", ObjectId(terms.digest()))))
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// The file that was named for the other side: written once, and what it is where it was written before. Gives whether it is new.
pub fn write_out(session: &Session, agreement: &Agreement, out: &Path) -> Result<bool, CliError> {
    let file = AgreementFile { genesis: session.connection.genesis(), agreement: agreement.clone() };
    match file.save(out) {
        Err(HandoverError::Unwritable { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => {
            let same = AgreementFile::load(out).is_ok_and(|found| found == file);
            same.then_some(false).ok_or_else(|| of_writing(out, &source))
        }
        saved => saved.map(|()| true).map_err(of_file),
    }
}

/// What it was agreed on where the same command was cut short: the agreement in the file, if it says what is asked for now.
pub fn taken_up(session: &Session, out: &Path, wanted: &Agreement) -> Option<Agreement> {
    let (found, _) = load(session, out).ok()?;
    (unsalted(&found) == unsalted(wanted)).then_some(found)
}

/// What an agreement says, without its salts.
fn unsalted(agreement: &Agreement) -> Agreement {
    use jiandu_primitives::grant::agreement::{Salt, Salted};
    fn bare<T>(salted: Salted<T>) -> Salted<T> {
        Salted { salt: Salt([0; 32]), ..salted }
    }
    let mut agreement = agreement.clone();
    agreement.salt = Salt([0; 32]);
    for agreed in &mut agreement.items {
        agreed.item = bare(agreed.item);
        if let Some(consent) = &mut agreed.consent {
            consent.document = bare(consent.document);
        }
    }
    agreement.purpose = agreement.purpose.map(bare);
    agreement.territory = agreement.territory.map(bare);
    agreement.benefit = agreement.benefit.map(bare);
    agreement
}
