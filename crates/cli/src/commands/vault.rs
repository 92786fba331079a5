//! `jiandu vault`: the documents themselves, in a folder or in a bucket.

use super::{
    quoted, storing,
    storing::{located, read_opening, VaultDocument},
    vault_repair,
};
use crate::{
    args::{Common, PlaceArguments, VaultCommand},
    error::{shown, CliError, ErrorDocument},
    exit::Exit,
    failures::of_writing,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use futures::TryStreamExt;
use jiandu_client::{
    anchored::{Anchored, Named, What},
    vault::{
        new_file::{self, Readers},
        Found, Locator, Object, Stored, Vault,
    },
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    record::{ObjectId, SnapshotRef, VersionRef},
    uscc::Uscc,
};
use serde::{Serialize, Serializer};
use std::{collections::BTreeSet, path::PathBuf, time::Duration};

/// After so many objects in a row that can't be read, the store is at fault.
const FAILED_IN_A_ROW: u32 = 3;
/// What was not written to for this long is nobody's upload any more.
const UNTOUCHED: Duration = Duration::from_secs(3_600);

/// Runs `jiandu vault`.
pub async fn run(command: VaultCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        VaultCommand::Init { place, operator } => {
            let vault = Vault::create(located(&place)?, operator).await?;
            output.report(&VaultReport::new("vault-made", &vault))?;
            Ok(Exit::Ok)
        }
        VaultCommand::Put { place, files } => put(&open(&place).await?, &files, output).await,
        VaultCommand::Get { place, locator, opening, out } => {
            let opening = opening.map(|file| read_opening(&file)).transpose()?;
            let vault = open(&place).await?;
            let (locator, length) = match (&opening, locator) {
                (Some(opening), _) => (opening.locator, vault.get_sealed(opening, &out).await?),
                (None, Some(locator)) => (locator, vault.get(locator, &out).await?),
                (None, None) => return Err(CliError::MissingArgument { arguments: "<LOCATOR>".into() }),
            };
            output.report(&GotReport { locator, file: shown(&out), length, opened: opening.is_some() })?;
            Ok(Exit::Ok)
        }
        VaultCommand::Opening { place, locator, out } => {
            let session = Session::open(common, output).await?;
            let reading = session.key(common)?.reading_key()?;
            let opening = open(&place).await?.opening(locator, &reading).await?;
            let opening = opening.filter(|opening| opening.locator == locator);
            let opening = opening.ok_or(CliError::NoOpening { locator: locator.into() })?;
            new_file::write(&out, &opening.to_json(), Readers::Owner).map_err(|error| of_writing(&out, &error))?;
            output.report(&OpeningReport { locator, commitment: opening.commitment, file: shown(&out) })?;
            Ok(Exit::Ok)
        }
        VaultCommand::Recipient => {
            let session = Session::open(common, output).await?;
            let recipient = session.key(common)?.reading_key()?.to_public().to_string();
            output.report(&RecipientReport { recipient })?;
            Ok(Exit::Ok)
        }
        VaultCommand::Stat { place, locators } => stat(&open(&place).await?, &locators, output).await,
        VaultCommand::Fsck { place, chain } => {
            let vault = open(&place).await?;
            let anchored = match chain {
                true => {
                    let session = Session::open(common, output).await?;
                    Some(vault_repair::asked(&session).await?)
                }
                false => None,
            };
            fsck(&vault, anchored.as_ref(), output).await
        }
        VaultCommand::Repair { place, older_than, dry_run } => {
            vault_repair::run(&open(&place).await?, older_than, dry_run, common, output).await
        }
    }
}

async fn open(place: &PlaceArguments) -> Result<Vault, CliError> {
    Ok(Vault::open(located(place)?).await?)
}

/// Stores files. What was stored stays where another one fails, and the same command goes on where it stopped.
async fn put(vault: &Vault, files: &[PathBuf], output: Output) -> Result<Exit, CliError> {
    let ended = |stored| match stored {
        Some(Ok(stored)) => Ended::Stored(stored),
        Some(Err(error)) => Ended::Failed(error),
        None => Ended::Untried,
    };
    let all = storing::put_all(vault, files, &DigestAlg::OF_FILES, output).await;
    let rows = all.into_iter().zip(files).map(|(stored, file)| Row { file: shown(file), ended: ended(stored) });
    let files = match <[Row; 1]>::try_from(rows.collect::<Vec<Row>>()) {
        // One file that fails is an error like any other.
        Ok([Row { ended: Ended::Failed(error), .. }]) => return Err(error),
        Ok([row]) => vec![row],
        Err(rows) => rows,
    };
    let report = PutReport { vault: vault.into(), files, language: output.language };
    output.report(&report)?;
    Ok(Exit::worst(report.files.iter().map(Row::exit)))
}

async fn stat(vault: &Vault, locators: &[Locator], output: Output) -> Result<Exit, CliError> {
    if locators.is_empty() {
        output.report(&VaultReport::new("vault-is", vault))?;
        return Ok(Exit::Ok);
    }
    let mut checked = Vec::with_capacity(locators.len());
    for locator in locators {
        let found = vault.stat(*locator).await?;
        let condition = match found {
            Some(_) => vault.check(*locator).await?.into(),
            None => Condition::Missing,
        };
        checked.push(Checked {
            name: locator.to_string(),
            length: found.as_ref().map(|found| found.length),
            written: found.map(|found| found.written),
            condition,
            record: None,
            version: None,
        });
    }
    let report = CheckedReport { vault: vault.into(), chain: None, objects: checked, leftovers: Vec::new(), sound: 0 };
    let exit = report.exit();
    output.report(&report)?;
    Ok(exit)
}

/// Reads everything. Only what is not as it should be is told one by one.
async fn fsck(vault: &Vault, anchored: Option<&Anchored>, output: Output) -> Result<Exit, CliError> {
    let spinner = output.spinner("progress-checking");
    let (mut objects, mut sound, mut failed) = (Vec::new(), 0u64, 0u32);
    let operator = vault.manifest().operator;
    let mut found = BTreeSet::new();
    let mut listed = vault.list();
    while let Some(object) = listed.try_next().await? {
        let condition = match object.locator {
            Some(locator) => match vault.check(locator).await {
                Ok(found) => found.into(),
                // One that can't be read keeps no other from its turn; where several in a row can't, it is the store.
                Err(error) if failed >= FAILED_IN_A_ROW => return Err(error.into()),
                Err(_) => Condition::Unreadable,
            },
            None => Condition::Foreign,
        };
        failed = match condition {
            Condition::Unreadable => failed.saturating_add(1),
            _ => 0,
        };
        found.extend(object.locator);
        let orphan = object.locator.zip(anchored).is_some_and(|(locator, anchored)| anchored.is_orphan(locator));
        match condition {
            Condition::Sound if orphan => objects.push(Checked::new(object, Condition::Orphan)),
            Condition::Sound => sound = sound.saturating_add(1),
            condition => objects.push(Checked::new(object, condition)),
        }
        spinner.inc(1);
    }
    drop(listed);
    let mut with_openings = BTreeSet::new();
    let mut listed = vault.openings();
    while let Some(opening) = listed.try_next().await? {
        with_openings.extend(opening.locator);
        let lost = |locator| !found.contains(&locator);
        if opening.locator.is_none_or(lost) {
            objects.push(Checked::new(opening, Condition::OrphanOpening));
        }
    }
    drop(listed);
    for (locator, named) in anchored.into_iter().flat_map(|anchored| anchored.of(operator)) {
        let sealed = matches!(named.what, What::Document { sealed: true, .. });
        let condition = match (found.contains(locator), sealed && !with_openings.contains(locator)) {
            (false, _) => Condition::Missing,
            (true, true) => Condition::NoOpening,
            (true, false) => continue,
        };
        objects.push(Checked::named(*locator, named, condition));
    }
    spinner.finish_and_clear();
    let leftovers = vault.leftovers(UNTOUCHED).await?.iter().map(|file| shown(file)).collect();
    let chain = anchored.map(|anchored| ChainDocument::new(anchored, operator));
    let report = CheckedReport { vault: vault.into(), chain, objects, leftovers, sound };
    let exit = report.exit();
    output.report(&report)?;
    Ok(exit)
}

/// A vault.
#[derive(Clone, Debug, Serialize)]
struct VaultReport {
    #[serde(skip)]
    title: &'static str,
    #[serde(flatten)]
    vault: VaultDocument,
}

impl VaultReport {
    fn new(title: &'static str, vault: &Vault) -> Self {
        Self { title, vault: vault.into() }
    }
}

impl Report for VaultReport {
    fn text(&self, language: Language) -> String {
        let title = Style::Good.paint(&language.text(self.title));
        format!("{title}\n{}", pairs(2, &labelled(self.vault.rows(), language)))
    }
}

/// Files that were to be stored.
#[derive(Clone, Debug)]
struct PutReport {
    vault: VaultDocument,
    /// In the order in which they were named.
    files: Vec<Row>,
    language: Language,
}

/// A file that was to be stored.
#[derive(Clone, Debug)]
struct Row {
    file: String,
    ended: Ended,
}

/// What came of it.
#[derive(Clone, Debug)]
enum Ended {
    /// It is in the vault.
    Stored(Stored),
    /// It is not.
    Failed(CliError),
    /// It was left, because one before it failed in a way that makes another attempt useless.
    Untried,
}

impl Row {
    fn exit(&self) -> Exit {
        match &self.ended {
            Ended::Stored(_) | Ended::Untried => Exit::Ok,
            Ended::Failed(error) => error.exit(),
        }
    }

    fn outcome(&self) -> &'static str {
        match &self.ended {
            Ended::Stored(Stored { known: true, .. }) => "known",
            Ended::Stored(_) => "stored",
            Ended::Failed(_) => "failed",
            Ended::Untried => "untried",
        }
    }
}

impl Serialize for PutReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Item<'a> {
            file: &'a str,
            outcome: &'static str,
            #[serde(flatten)]
            stored: Option<Content<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            error: Option<ErrorDocument<'a>>,
        }
        #[derive(Serialize)]
        struct Content<'a> {
            locator: Locator,
            length: u64,
            digests: &'a [ContentHash],
        }
        #[derive(Serialize)]
        struct Document<'a> {
            vault: &'a VaultDocument,
            files: Vec<Item<'a>>,
        }
        let files = self.files.iter().map(|row| {
            let (stored, error) = match &row.ended {
                Ended::Stored(Stored { locator, length, digests, .. }) => {
                    (Some(Content { locator: *locator, length: *length, digests }), None)
                }
                Ended::Failed(error) => (None, Some(error.document(self.language))),
                Ended::Untried => (None, None),
            };
            Item { file: &row.file, outcome: row.outcome(), stored, error }
        });
        Document { vault: &self.vault, files: files.collect() }.serialize(serializer)
    }
}

impl Report for PutReport {
    fn text(&self, language: Language) -> String {
        let line = |row: &Row| {
            let (length, locator) = match &row.ended {
                Ended::Stored(stored) => (moment::grouped(stored.length), stored.locator.to_string()),
                Ended::Failed(_) | Ended::Untried => Default::default(),
            };
            [row.file.clone(), length, language.text(&format!("vault-{}", row.outcome())), locator]
        };
        let rows: Vec<[String; 4]> = self.files.iter().map(line).collect();
        let headings = ["label-file", "label-length", "label-outcome", "label-locator"];
        let mut text = table(headings.map(|key| language.text(key)), &rows);
        for row in &self.files {
            if let Ended::Failed(error) = &row.ended {
                let message = format!("{} {}", error.message(language), error.help(language));
                text.push_str(&format!("\n{}\n", Style::Bad.paint(&message)));
            }
        }
        text
    }
}

/// A document that was handed out.
#[derive(Clone, Debug, Serialize)]
struct GotReport {
    locator: Locator,
    file: String,
    length: u64,
    /// Whether it was decrypted.
    opened: bool,
}

impl Report for GotReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![("label-file", self.file.clone()), ("label-length", moment::grouped(self.length))];
        format!(
            "{}\n{}{}\n",
            Style::Good.paint(&language.text("vault-got")),
            pairs(2, &labelled(rows, language)),
            match self.opened {
                true => language.text("how-to-verify-opened"),
                false => language.say("how-to-verify", &values! { files = quoted(&self.file) }),
            },
        )
    }
}

/// An opening that was written out.
#[derive(Clone, Debug, Serialize)]
struct OpeningReport {
    locator: Locator,
    commitment: ContentHash,
    file: String,
}

impl Report for OpeningReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![
            ("label-file", self.file.clone()),
            ("label-commitment", self.commitment.to_string()),
            ("label-locator", self.locator.to_string()),
        ];
        format!(
            "{}\n{}{}\n",
            Style::Good.paint(&language.text("opening-written")),
            pairs(2, &labelled(rows, language)),
            language.say("how-to-open", &values! { opening = quoted(&self.file) }),
        )
    }
}

/// The name under which others let the holder of a key read openings.
#[derive(Clone, Debug, Serialize)]
struct RecipientReport {
    recipient: String,
}

impl Report for RecipientReport {
    fn text(&self, _: Language) -> String {
        format!("{}\n", self.recipient)
    }
}

/// What became of something that was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Condition {
    /// It is what was stored.
    Sound,
    /// It is something else.
    Damaged,
    /// It is not there.
    Missing,
    /// The store does not give it.
    Unreadable,
    /// Nobody stored it with this program.
    Foreign,
    /// The chain knows nothing of it.
    Orphan,
    /// It is the opening of a ciphertext that is not there.
    OrphanOpening,
    /// It is a ciphertext without its opening.
    NoOpening,
}

impl From<Found> for Condition {
    fn from(found: Found) -> Self {
        match found {
            Found::Sound { .. } => Self::Sound,
            Found::Damaged => Self::Damaged,
            Found::Missing => Self::Missing,
        }
    }
}

impl Condition {
    const fn exit(self) -> Exit {
        match self {
            // What nobody needs harms nobody.
            Self::Sound | Self::Foreign | Self::Orphan | Self::OrphanOpening => Exit::Ok,
            Self::Damaged => Exit::NotVerified,
            Self::Unreadable => Exit::Network,
            Self::Missing | Self::NoOpening => Exit::Unknown,
        }
    }

    fn text(self, language: Language) -> String {
        let (style, key) = match self {
            Self::Sound => (Style::Good, "condition-sound"),
            Self::Damaged => (Style::Bad, "condition-damaged"),
            Self::Missing => (Style::Caution, "condition-missing"),
            Self::Unreadable => (Style::Bad, "condition-unreadable"),
            Self::Foreign => (Style::Caution, "condition-foreign"),
            Self::Orphan => (Style::Caution, "condition-orphan"),
            Self::OrphanOpening => (Style::Caution, "condition-orphan-opening"),
            Self::NoOpening => (Style::Bad, "condition-no-opening"),
        };
        style.paint(&language.text(key))
    }
}

/// Something in a vault that was read.
#[derive(Clone, Debug, Serialize)]
struct Checked {
    /// Its locator, or its name where it is none.
    name: String,
    length: Option<u64>,
    /// When it was written, in Unix seconds.
    written: Option<u64>,
    condition: Condition,
    /// The record that names it, where the chain was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<ObjectId>,
    /// The snapshot that does.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<VersionRef>,
}

impl Checked {
    /// Something that a snapshot names.
    fn named(locator: Locator, named: &Named, condition: Condition) -> Self {
        let SnapshotRef { object, at } = named.snapshot;
        let (record, version) = (Some(object), Some(at));
        Self { name: locator.to_string(), length: None, written: None, condition, record, version }
    }

    fn new(Object { name, locator, length, written }: Object, condition: Condition) -> Self {
        let name = locator.map_or(name, |locator| locator.to_string());
        Self { name, length: Some(length), written: Some(written), condition, record: None, version: None }
    }
}

/// What the chain says that should be there.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ChainDocument {
    /// The final block that was asked.
    pub block: u32,
    /// How many snapshots it has.
    pub snapshots: u64,
    /// How many of them say that nothing was stored (原件未入库).
    pub unstored: u64,
    /// How many objects the vault's operator says that it stored.
    pub expected: u64,
}

impl ChainDocument {
    /// For the vault of this operator.
    pub fn new(anchored: &Anchored, operator: Uscc) -> Self {
        let Anchored { snapshots, unstored, as_of, .. } = anchored;
        let expected = anchored.of(operator).count() as u64;
        Self { block: as_of.block, snapshots: *snapshots, unstored: *unstored, expected }
    }

    /// For people.
    pub fn text(&self, language: Language) -> String {
        let Self { block, snapshots, unstored, expected } = *self;
        let values = values! {
            block = moment::grouped(block), snapshots = moment::grouped(snapshots), unstored = moment::grouped(unstored), expected = moment::grouped(expected),
        };
        format!("\n{}\n", language.say("vault-chain", &values))
    }
}

/// What was read, and what should not be there.
#[derive(Clone, Debug, Serialize)]
struct CheckedReport {
    vault: VaultDocument,
    /// The chain, where it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    chain: Option<ChainDocument>,
    /// How many are as they should be, beside those that are told.
    sound: u64,
    objects: Vec<Checked>,
    /// Files that interrupted uploads left.
    leftovers: Vec<String>,
}

impl CheckedReport {
    fn exit(&self) -> Exit {
        Exit::worst(self.objects.iter().map(|object| object.condition.exit()))
    }
}

impl Report for CheckedReport {
    fn text(&self, language: Language) -> String {
        let mut text = pairs(0, &labelled(self.vault.rows(), language));
        text.push_str(&self.chain.map(|chain| chain.text(language)).unwrap_or_default());
        if !self.objects.is_empty() {
            let record = |object: &Checked| {
                let (record, version) = (object.record?, object.version?);
                Some(format!("{record} {version}"))
            };
            let line = |object: &Checked| {
                [
                    object.condition.text(language),
                    object.length.map(moment::grouped).unwrap_or_default(),
                    object.written.map(|written| moment::short(written, language)).unwrap_or_default(),
                    object.name.clone(),
                    record(object).unwrap_or_default(),
                ]
            };
            let rows: Vec<[String; 5]> = self.objects.iter().map(line).collect();
            let headings = ["label-condition", "label-length", "label-stored-at", "label-locator", "label-record"];
            text.push_str(&format!("\n{}", table(headings.map(|key| language.text(key)), &rows)));
        }
        if !self.leftovers.is_empty() {
            let files = self.leftovers.join("\n  ");
            text.push_str(&format!("\n{}\n  {files}\n", language.text("vault-leftovers")));
        }
        if self.sound > 0 || self.objects.is_empty() {
            text.push_str(&format!("\n{}\n", language.say("vault-sound", &values! { number = self.sound })));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    fn report() -> PutReport {
        let stored = |known| Stored { locator: Locator([7; 32]), length: 1_234_567, digests: Vec::new(), known };
        let failed = CliError::EmptyFile { file: "空.pdf".into() };
        let rows = [
            ("年报.pdf", Ended::Stored(stored(false))),
            ("再次.pdf", Ended::Stored(stored(true))),
            ("空.pdf", Ended::Failed(failed)),
            ("后.pdf", Ended::Untried),
        ];
        let files = rows.into_iter().map(|(file, ended)| Row { file: file.to_owned(), ended });
        let operator = "91430100MADEW01019".parse().expect("a code");
        let vault = VaultDocument { place: "s3://archive/hunan".into(), id: "00".into(), operator };
        PutReport { vault, files: files.collect(), language: Language::Chinese }
    }

    #[test]
    fn each_file_should_have_its_outcome() {
        for language in Language::ALL {
            let text = plain(&report().text(language));
            for part in ["年报.pdf", "1,234,567", "空.pdf", &"07".repeat(32)] {
                assert!(text.contains(part), "{part} in {text}");
            }
            let left = ["vault", "label"].iter().any(|key| text.contains(&format!("{key}-")));
            assert!(!left, "{text}");
        }
        let json = serde_json::to_value(report()).expect("serializable");
        let outcomes: Vec<_> = (0..4).map(|file| json["files"][file]["outcome"].as_str()).collect();
        assert_eq!(outcomes, [Some("stored"), Some("known"), Some("failed"), Some("untried")]);
        assert_eq!(json["files"][2]["error"]["code"], "empty-file");
        assert_eq!(json["vault"]["operator"], "91430100MADEW01019");
    }

    #[test]
    fn what_is_damaged_should_outweigh_what_is_missing() {
        let object = || Object { name: "a".into(), locator: None, length: 1, written: 1 };
        let checked = |condition| Checked::new(object(), condition);
        let report = |conditions: &[Condition]| CheckedReport {
            vault: report().vault,
            chain: None,
            sound: 0,
            objects: conditions.iter().map(|condition| checked(*condition)).collect(),
            leftovers: Vec::new(),
        };
        use Condition::{Damaged, Foreign, Missing, NoOpening, Orphan, OrphanOpening, Sound};
        assert_eq!(report(&[Sound, Foreign, Orphan, OrphanOpening]).exit(), Exit::Ok);
        assert_eq!(report(&[Sound, NoOpening]).exit(), Exit::Unknown);
        assert_eq!(report(&[Sound, Missing]).exit(), Exit::Unknown);
        assert_eq!(report(&[Missing, Damaged, Sound]).exit(), Exit::NotVerified);
    }
}
