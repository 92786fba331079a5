//! `jiandu grant reserve|settle|report|refuse|deleted`: every use with its receipt.

use super::{
    enterprise_text::block_rows,
    grant::own_organisation,
    grant_book::{self, is_refusal, of_file, Known},
    grant_terms::sm3,
    grant_text::item,
    letter::Letter,
};
use crate::{
    args::{Common, UseArguments},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_writing, refused_by},
    grant_values::Which,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::application::random_salt,
    grants::{self, result_commitment, UseFile, Written},
    handover::HandoverError,
    submit::{Receipt, Submitter, Wait},
    vault::new_file::{self, Readers},
    BlockHash,
};
use jiandu_primitives::{
    chain::GenesisHash,
    grant::{
        agreement::{Agreement, Item, Salt},
        decision::{Denial, Use},
        usage::{Event, Outcome},
        Commitment,
    },
    header::Level,
};
use serde::Serialize;
use std::{io, path::Path};

/// A use as the chain knows it, by the commitments that the agreement has: of an item that it grants.
pub fn asked(agreement: &Agreement, level: Level, arguments: &UseArguments) -> Result<Use, CliError> {
    match agreement.item(&arguments.item) {
        Some(item) => Ok(use_of(agreement, item, level, arguments)),
        None => Err(CliError::ItemNotGranted {
            item: arguments.item.to_string().into(),
            granted: granted(agreement).into(),
        }),
    }
}

/// The same of any item: what was never granted may have been asked for, or used, all the same.
pub fn asked_of_any(agreement: &Agreement, level: Level, arguments: &UseArguments) -> Use {
    use_of(agreement, grants::item_commitment(agreement, &arguments.item), level, arguments)
}

fn use_of(agreement: &Agreement, item: Commitment, level: Level, arguments: &UseArguments) -> Use {
    let purpose = arguments.purpose.or(agreement.purpose.map(|purpose| purpose.value));
    Use {
        item,
        purpose: purpose.and_then(|purpose| agreement.purpose(purpose)),
        action: arguments.action,
        level: arguments.level.unwrap_or(level),
    }
}

fn granted(agreement: &Agreement) -> String {
    let items: Vec<String> = agreement.items.iter().map(|agreed| agreed.item.value.to_string()).collect();
    items.join("、")
}

/// What was written about a use.
#[derive(Clone, Debug, Serialize)]
struct UseReport {
    /// What was done: the words of the command.
    act: &'static str,
    /// The grant.
    grant: u64,
    /// The receipt's number.
    receipt: u32,
    /// Which item.
    item: Option<Item>,
    /// Whether it was there before.
    unchanged: bool,
    /// How many uses are taken now.
    count: Option<u32>,
    /// Unix second from which the reservation holds no more.
    lapses: Option<u64>,
    /// The file for the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl UseReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 4] = ["grant-refuse", "grant-report", "grant-reserve", "grant-settle"];

    fn new(act: &'static str, item: Option<Item>, written: &Written, file: Option<&Path>) -> Self {
        let Written { grant, number, unchanged, count, lapses, receipt } = written;
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self {
            act,
            grant: *grant,
            receipt: *number,
            item,
            unchanged: *unchanged,
            count: *count,
            lapses: *lapses,
            file: file.map(shown),
            block,
            block_hash,
            finalised,
        }
    }
}

impl Report for UseReport {
    fn text(&self, language: Language) -> String {
        let done = match self.unchanged {
            true => language.text("use-unchanged"),
            false => language.text(&format!("done-{}", self.act)),
        };
        let mut rows = vec![("label-grant", self.grant.to_string()), ("label-use-receipt", self.receipt.to_string())];
        rows.extend(self.item.map(|used| ("label-use-item", item(&used, language))));
        rows.extend(self.count.map(|count| ("label-use-count", count.to_string())));
        rows.extend(self.lapses.map(|lapses| ("label-use-lapses", moment::both(lapses, language))));
        rows.extend(self.file.iter().map(|file| ("label-use-file", file.clone())));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let next = match self.act {
            "grant-reserve" => {
                let file = self.file.clone().unwrap_or_default();
                Some(language.say("use-next-settle", &values! { file = file }))
            }
            "grant-settle" if self.file.is_some() => Some(language.text("use-next-hand-over")),
            "grant-report" => Some(language.text("use-reported-marked")),
            _ => None,
        };
        let next = next.map(|text| format!("{}\n", Style::Faint.paint(&text))).unwrap_or_default();
        format!("{}\n{}{next}", Style::Good.paint(&done), pairs(2, &labelled(rows, language)))
    }
}

/// Writes the file of a use, in the place of what the same command wrote before.
fn save(file: &UseFile, path: &Path) -> Result<(), CliError> {
    let written = serde_json::to_vec_pretty(file).map_err(io::Error::from);
    written
        .and_then(|bytes| new_file::replace(path, &[bytes.as_slice(), b"\n"].concat(), Readers::Owner))
        .map_err(|error| of_writing(path, &error))
}

/// The file of a use that is about to be sent, with the ticket that makes it one however often it is: what the same command had
/// written when it was cut short, or a new one.
struct Draft<'a> {
    file: UseFile,
    out: Option<&'a Path>,
    /// Whether nothing was there before.
    is_new: bool,
}

impl<'a> Draft<'a> {
    fn new(out: Option<&'a Path>, genesis: GenesisHash, grant: u64, asked: Use) -> Result<Self, CliError> {
        let new = || -> Result<UseFile, CliError> {
            let ticket = Salt(random_salt()?);
            Ok(UseFile { genesis, grant, asked, ticket, receipt: None, salt: None, result: None })
        };
        let Some(path) = out else { return Ok(Self { file: new()?, out, is_new: true }) };
        let (file, is_new) = match UseFile::load(path) {
            Ok(found)
                if (found.genesis, found.grant, found.asked) == (genesis, grant, asked) && found.receipt.is_none() =>
            {
                (found, false)
            }
            Ok(_) => return Err(of_writing(path, &io::ErrorKind::AlreadyExists.into())),
            Err(HandoverError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => (new()?, true),
            Err(error) => return Err(of_file(error)),
        };
        Ok(Self { file, out, is_new })
    }

    /// Writes it, where that is wanted.
    fn save(&self) -> Result<(), CliError> {
        self.out.map_or(Ok(()), |out| save(&self.file, out))
    }

    /// Writes it with the number of its receipt; takes it away again where the chain refused the use for good.
    fn end(mut self, written: Result<Written, CliError>) -> Result<Written, CliError> {
        match (written, self.out) {
            (Ok(written), _) => {
                self.file.receipt = Some(written.number);
                self.save()?;
                Ok(written)
            }
            (Err(error), Some(out)) if self.is_new && is_refusal(&error) => {
                // Best effort: the refusal is what matters.
                drop(std::fs::remove_file(out));
                Err(error)
            }
            (Err(error), _) => Err(error),
        }
    }
}

/// Reserves one use. Its ticket is in the file before anything is sent.
pub async fn reserve(
    which: &Which,
    arguments: &UseArguments,
    out: &Path,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let known = grant_book::find(&session, which).await?;
    let asked = asked(known.agreed()?, known.view.terms.level, arguments)?;
    let (genesis, grant) = (session.connection.genesis(), known.view.grant);
    let draft = Draft::new(Some(out), genesis, grant, asked)?;
    draft.save()?;
    let ticket = draft.file.ticket.0;
    let reserving = async |submitter: &mut Submitter<'_>| grants::reserve(submitter, grant, asked, ticket).await;
    let written = draft.end(session.submit(&key, Wait::Final, reserving).await)?;
    output.report(&UseReport::new("grant-reserve", Some(arguments.item), &written, Some(out)))?;
    Ok(Exit::Ok)
}

/// Puts the digest of a result into the file of a use, with the salt that it had when the same was cut short: without that nobody could
/// show what was served. None where another result is in it already.
fn enter_result(file: &mut UseFile, result: &Path, output: Output) -> Result<Option<Commitment>, CliError> {
    let sm3 = Salt(sm3(result, output)?.value);
    let salt = match (file.salt, file.result) {
        (Some(salt), Some(before)) if before == sm3 => salt,
        (Some(_), _) => return Ok(None),
        (None, _) => Salt(random_salt()?),
    };
    (file.salt, file.result) = (Some(salt), Some(sm3));
    Ok(Some(result_commitment(&salt, &sm3.0)))
}

/// The receipt of a reservation, as it was written to a file before, or as it is to be written to a new one.
fn receipt_in(target: &Path, reservation: UseFile) -> Result<UseFile, CliError> {
    match UseFile::load(target) {
        Ok(found) if (found.grant, found.ticket) == (reservation.grant, reservation.ticket) => Ok(found),
        Ok(_) => Err(of_writing(target, &io::ErrorKind::AlreadyExists.into())),
        Err(HandoverError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
            Ok(UseFile { salt: None, result: None, ..reservation })
        }
        Err(error) => Err(of_file(error)),
    }
}

/// Settles a reservation that is final. Cut short, the same command goes on.
pub async fn settle(
    reservation: &Path,
    result: Option<&Path>,
    denied: Option<Denial>,
    out: Option<&Path>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let file = UseFile::load(reservation).map_err(of_file)?;
    let outcome = match (result, denied) {
        (Some(_), _) => Outcome::Served,
        (None, Some(reason)) => Outcome::Denied(reason),
        (None, None) => Outcome::Failed,
    };
    let session = Session::open(common, output).await?;
    session.connection.expect_genesis(file.genesis)?;
    let key = session.key(common)?;
    let number = file.receipt.ok_or_else(|| CliError::NotReservedYet { file: shown(reservation).into() })?;
    let Known { view, agreement } = grant_book::find(&session, &Which::Number(file.grant)).await?;
    // Nothing is written for whoever may not say so.
    let own = own_organisation(&session, &key).await?.organisation();
    if outcome != Outcome::Failed && own != view.terms.provider.unwrap_or(view.terms.enterprise) {
        return Err(refused_by("Grants", "NotAParty"));
    }
    // Only what is final was reserved, and only as the chain has it: the file is its user's word.
    let receipts = session.ask(grants::receipts(&session.connection, view.grant)).await?;
    let found = receipts.iter().find(|receipt| receipt.number == number).map(|view| &view.receipt);
    let found = found.filter(|receipt| receipt.asked == file.asked);
    let found = found.ok_or_else(|| CliError::NotReservedYet { file: shown(reservation).into() })?;
    let target = out.unwrap_or(reservation);
    let commitment = match result {
        None => None,
        Some(result) => {
            let mut receipt = receipt_in(target, file)?;
            let Some(commitment) = enter_result(&mut receipt, result, output)? else {
                return Err(match found.event {
                    Event::Reserved { settled: Some(_), .. } => refused_by("Grants", "NotReserved"),
                    _ => of_writing(target, &io::ErrorKind::AlreadyExists.into()),
                });
            };
            save(&receipt, target)?;
            Some(commitment)
        }
    };
    let grant = view.grant;
    let settling =
        async |submitter: &mut Submitter<'_>| grants::settle(submitter, grant, number, outcome, commitment).await;
    let written = session.submit(&key, Wait::Final, settling).await?;
    let item = agreement.and_then(|agreement| grants::item_of(&agreement, &found.asked.item));
    output.report(&UseReport::new("grant-settle", item, &written, commitment.map(|_| target)))?;
    Ok(Exit::Ok)
}

/// What a report says was served, and where its receipt is written.
#[derive(Clone, Copy)]
pub struct Served<'a> {
    /// The result.
    pub result: Option<&'a Path>,
    /// The reservation that lapsed.
    pub reservation: Option<u32>,
    /// The receipt.
    pub out: Option<&'a Path>,
}

/// Reports a use that happened without a reservation.
pub async fn report(
    which: &Which,
    arguments: &UseArguments,
    happened: u64,
    Served { result, reservation, out }: Served<'_>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let Known { view, agreement } = grant_book::find(&session, which).await?;
    let agreement = agreement.ok_or(CliError::NoAgreement { grant: view.grant.into() })?;
    let asked = asked_of_any(&agreement, view.terms.level, arguments);
    let (genesis, grant) = (session.connection.genesis(), view.grant);
    let mut draft = Draft::new(out, genesis, grant, asked)?;
    let result = match result {
        None => None,
        Some(result) => match enter_result(&mut draft.file, result, output)? {
            Some(commitment) => Some(commitment),
            None => return Err(of_writing(out.unwrap_or(result), &io::ErrorKind::AlreadyExists.into())),
        },
    };
    draft.save()?;
    let report = grants::Report { happened, reservation, result, ticket: draft.file.ticket.0 };
    let reporting = async |submitter: &mut Submitter<'_>| grants::report(submitter, grant, asked, report).await;
    let written = draft.end(session.submit(&key, Wait::Final, reporting).await)?;
    output.report(&UseReport::new("grant-report", Some(arguments.item), &written, out))?;
    Ok(Exit::Ok)
}

/// Records an attempt that was refused.
pub async fn refuse(
    which: &Which,
    arguments: &UseArguments,
    reason: Denial,
    out: Option<&Path>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let known = grant_book::find(&session, which).await?;
    let asked = asked_of_any(known.agreed()?, known.view.terms.level, arguments);
    let (genesis, grant) = (session.connection.genesis(), known.view.grant);
    let draft = Draft::new(out, genesis, grant, asked)?;
    draft.save()?;
    let ticket = draft.file.ticket.0;
    let recording =
        async |submitter: &mut Submitter<'_>| grants::record_denial(submitter, grant, asked, reason, ticket).await;
    let written = draft.end(session.submit(&key, Wait::Final, recording).await)?;
    output.report(&UseReport::new("grant-refuse", Some(arguments.item), &written, out))?;
    Ok(Exit::Ok)
}

/// Says that what was got is deleted.
pub async fn deleted(
    which: &Which,
    document: Option<&Path>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let statement = match document {
        Some(file) => Some(Commitment(Letter::hash(file, output)?.salted(output)?.0)),
        None => None,
    };
    let done =
        async |submitter: &mut Submitter<'_>, grant| grants::acknowledge_deletion(submitter, grant, statement).await;
    super::grant::act("grant-deleted", which, done, common, output).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::grant::Action;

    fn use_of(item: u8) -> Use {
        Use { item: Commitment([item; 32]), purpose: None, action: Action::View, level: Level::L2 }
    }

    #[test]
    fn a_result_should_keep_its_salt_and_no_other_take_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let [result, other, target] = ["a.csv", "b.csv", "use.json"].map(|name| folder.path().join(name));
        std::fs::write(&result, "figures").expect("written");
        std::fs::write(&other, "other figures").expect("written");
        let output = Output { language: Language::English, format: crate::args::Format::Text, quiet: true };
        let draft = Draft::new(None, GenesisHash([1; 32]), 7, use_of(1)).expect("a draft").file;
        let mut file = receipt_in(&target, draft.clone()).expect("a new one");
        let first = enter_result(&mut file, &result, output).expect("read");
        save(&file, &target).expect("saved");
        let mut again = receipt_in(&target, draft.clone()).expect("the same");
        assert_eq!(enter_result(&mut again, &result, output).expect("read"), first);
        assert_eq!((first.is_some(), enter_result(&mut again, &other, output).expect("read")), (true, None));
        assert_eq!(again, file);
        let another = Draft::new(None, GenesisHash([1; 32]), 7, use_of(1)).expect("a draft").file;
        assert_eq!(
            receipt_in(&target, another).err().map(|error| error.code().to_owned()).as_deref(),
            Some("file-exists")
        );
    }

    #[test]
    fn a_use_that_was_cut_short_should_go_on_with_its_ticket_and_one_that_is_written_should_stay() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("use.json");
        let of = |grant, asked| Draft::new(Some(&path), GenesisHash([1; 32]), grant, asked);
        let draft = of(7, use_of(1)).expect("a draft");
        draft.save().expect("saved");
        let again = of(7, use_of(1)).expect("the same draft");
        assert_eq!(again.file, draft.file);
        for (grant, asked) in [(8, use_of(1)), (7, use_of(2))] {
            assert_eq!(of(grant, asked).err().map(|error| error.code().to_owned()).as_deref(), Some("file-exists"));
        }
        let refusal = || refused_by("Grants", "DeniedRevoked");
        // What was there before stays, whatever becomes of the use.
        assert_eq!(again.end(Err(refusal())).err(), Some(refusal()));
        assert!(path.exists());
        let mut written = draft.file.clone();
        written.receipt = Some(3);
        save(&written, &path).expect("written");
        assert_eq!(of(7, use_of(1)).err().map(|error| error.code().to_owned()).as_deref(), Some("file-exists"));
        std::fs::write(&path, "{").expect("written");
        assert_eq!(of(7, use_of(1)).err().map(|error| error.code().to_owned()).as_deref(), Some("no-grant-file"));
        std::fs::remove_file(&path).expect("removed");
        let fresh = of(7, use_of(1)).expect("a draft");
        fresh.save().expect("saved");
        assert_eq!(fresh.end(Err(refusal())).err(), Some(refusal()));
        assert!(!path.exists(), "a refused use leaves no file");
        let without = |grant| Draft::new(None, GenesisHash([1; 32]), grant, use_of(1)).expect("a draft").file.ticket;
        assert_ne!(without(7), without(7));
    }

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in UseReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }
}
