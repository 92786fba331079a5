//! `jiandu recovery`: to whom document keys are wrapped beside their owners, and every time that one is recovered.

use super::{
    act::{submitted, ActReport},
    enterprise::the_one,
    storing::originals_in,
};
use crate::{
    args::{Common, OriginalsArguments, RecoveryCommand},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_reading, of_writing},
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    recovery::{self, Recipient, RecoveryView},
    submit::{Submitter, Wait},
    vault::{
        new_file::{self, Readers},
        shares::{combine, split},
        Identity, Locator, PublicKey, Share, SharesError,
    },
};
use jiandu_primitives::uscc::Uscc;
use serde::Serialize;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Longest share that is read, in bytes.
const LONGEST: u64 = 4 * 1024;

/// Runs `jiandu recovery`.
pub async fn run(command: RecoveryCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        RecoveryCommand::Split { threshold, shares, out } => split_into(threshold, shares, &out, output),
        RecoveryCommand::Set { share, shares } => {
            let share = load(&share)?;
            let recipient = Recipient { public: share.recipient.into(), threshold: share.threshold, shares };
            let setting = async |submitter: &mut Submitter<'_>| recovery::set_recipient(submitter, recipient).await;
            let outcome = submitted(common, output, setting).await?;
            output.report(&ActReport::of_outcome("recovery-set", outcome))?;
            Ok(Exit::Ok)
        }
        RecoveryCommand::Show => {
            let session = Session::open(common, output).await?;
            let recipient = session.ask(recovery::recipient(&session.connection)).await?;
            output.report(&RecipientReport { recipient })?;
            Ok(Exit::Ok)
        }
        RecoveryCommand::Record { enterprise, locator, reason } => {
            let session = Session::open(common, output).await?;
            let key = session.key(common)?;
            let owner = the_one(&session, &enterprise).await?.enterprise;
            let known = session.ask(recovery::recoveries(&session.connection, owner)).await?;
            let number = u32::try_from(known.len()).unwrap_or(u32::MAX);
            let recording = async |submitter: &mut Submitter<'_>| {
                recovery::record_recovery(submitter, owner, number, locator, reason).await
            };
            let outcome = session.submit(&key, Wait::Final, recording).await?;
            output.report(&ActReport::of_outcome("recovery-record", outcome).organisation(owner))?;
            Ok(Exit::Ok)
        }
        RecoveryCommand::List { enterprise } => {
            let session = Session::open(common, output).await?;
            let owner = the_one(&session, &enterprise).await?.enterprise;
            let recoveries = session.ask(recovery::recoveries(&session.connection, owner)).await?;
            output.report(&ListReport { enterprise: owner, recoveries })?;
            Ok(Exit::Ok)
        }
        RecoveryCommand::Open { enterprise, locator, given, out, originals } => {
            let session = Session::open(common, output).await?;
            let owner = the_one(&session, &enterprise).await?.enterprise;
            let recoveries = session.ask(recovery::recoveries(&session.connection, owner)).await?;
            // Custodians give their shares for what the owner can see.
            if !recoveries.iter().any(|recovery| recovery.locator == locator) {
                return Err(CliError::NotRecorded { locator: locator.into() });
            }
            open(locator, &given, &out, &originals, output).await
        }
    }
}

/// A recipient whose secret was split.
#[derive(Clone, Debug, Serialize)]
struct SplitReport {
    recipient: PublicKey,
    threshold: u8,
    shares: Vec<String>,
}

impl Report for SplitReport {
    fn text(&self, language: Language) -> String {
        let values = values! { threshold = self.threshold, count = self.shares.len() };
        let said = Style::Good.paint(&language.say("recovery-split", &values));
        let rows = vec![
            ("label-recovery-recipient", of_age(&self.recipient)),
            ("label-recovery-shares", self.shares.join("\n")),
        ];
        let next = Style::Caution.paint(&language.text("recovery-split-next"));
        format!("{said}\n{}{next}\n", pairs(2, &labelled(rows, language)))
    }
}

/// A key as `member set-encryption-key` and age know it.
fn of_age(public: &PublicKey) -> String {
    public.recipient().map_or_else(|_| public.to_string(), |recipient| recipient.to_string())
}

fn split_into(threshold: u8, count: u8, out: &Path, output: Output) -> Result<Exit, CliError> {
    // It lives in this function alone: nothing has it as a whole afterwards.
    let identity = Identity::generate();
    let made = split(&identity, threshold, count).map_err(of_shares)?;
    fs::create_dir_all(out).map_err(|error| of_writing(out, &error))?;
    let mut files = Vec::with_capacity(made.len());
    for share in &made {
        let path = out.join(format!("recovery-share-{}.json", share.number));
        new_file::write(&path, &share.to_json(), Readers::Owner).map_err(|error| of_writing(&path, &error))?;
        files.push(shown(&path));
    }
    let recipient = made.first().map(|share| share.recipient).ok_or(CliError::BadShares)?;
    output.report(&SplitReport { recipient, threshold, shares: files })?;
    Ok(Exit::Ok)
}

fn of_shares(error: SharesError) -> CliError {
    match error {
        SharesError::TooFew { found, needed } => CliError::TooFewShares { found: found.into(), needed: needed.into() },
        SharesError::Repeated(number) => CliError::ShareTwice { number: number.into() },
        SharesError::Counts { threshold, shares } => {
            CliError::ShareCounts { threshold: threshold.into(), shares: shares.into() }
        }
        SharesError::Key(_) | SharesError::Malformed | SharesError::Mixed | SharesError::OtherKey(_) => {
            CliError::BadShares
        }
    }
}

fn load(path: &Path) -> Result<Share, CliError> {
    let mut json = Zeroizing::new(Vec::new());
    fs::File::open(path)
        .and_then(|file| file.take(LONGEST).read_to_end(&mut json))
        .map_err(|error| of_reading(path, &error))?;
    Share::from_json(&json).map_err(of_shares)
}

/// A document that was opened with shares.
#[derive(Clone, Debug, Serialize)]
struct OpenedReport {
    locator: Locator,
    file: String,
    length: u64,
}

impl Report for OpenedReport {
    fn text(&self, language: Language) -> String {
        let values = values! { file = self.file.clone(), length = moment::grouped(self.length) };
        format!("{}\n", Style::Good.paint(&language.say("recovery-opened", &values)))
    }
}

async fn open(
    locator: Locator,
    given: &[PathBuf],
    out: &Path,
    originals: &OriginalsArguments,
    output: Output,
) -> Result<Exit, CliError> {
    let shares = given.iter().map(|path| load(path)).collect::<Result<Vec<_>, _>>()?;
    let identity = combine(&shares).map_err(of_shares)?;
    let vault = originals_in(originals).await?;
    let opening = vault.opening(locator, &identity).await?.ok_or(CliError::NoOpening { locator: locator.into() })?;
    let length = vault.get_sealed(&opening, out).await?;
    output.report(&OpenedReport { locator, file: shown(out), length })?;
    Ok(Exit::Ok)
}

/// The recovery recipient.
#[derive(Clone, Debug, Serialize)]
struct RecipientReport {
    recipient: Option<Recipient>,
}

impl Report for RecipientReport {
    fn text(&self, language: Language) -> String {
        let Some(Recipient { public, threshold, shares }) = self.recipient else {
            return format!("{}\n", language.text("recovery-none"));
        };
        let public = PublicKey::try_from(public).map_or_else(|_| "?".to_owned(), |public| of_age(&public));
        let values = values! { threshold = threshold, shares = shares };
        let rows = vec![
            ("label-recovery-recipient", public),
            ("label-recovery-threshold", language.say("recovery-threshold", &values)),
        ];
        pairs(2, &labelled(rows, language))
    }
}

/// Every recovery of a key of an enterprise.
#[derive(Clone, Debug, Serialize)]
struct ListReport {
    enterprise: Uscc,
    recoveries: Vec<RecoveryView>,
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        if self.recoveries.is_empty() {
            return format!("{}\n", language.text("recovery-never"));
        }
        let headings = ["label-recovery-number", "label-locator", "label-recovery-reason", "label-recovery-at"]
            .map(|heading| language.text(heading));
        let rows: Vec<_> = self
            .recoveries
            .iter()
            .map(|one| {
                [
                    one.number.to_string(),
                    one.locator.to_string(),
                    language.word(&one.reason),
                    moment::short(one.at.time, language),
                ]
            })
            .collect();
        table(headings, &rows)
    }
}
