//! `jiandu vault`: the documents themselves, in a folder or in a bucket.

use super::quoted;
use crate::{
    args::{PlaceArguments, VaultCommand},
    error::{shown, CliError},
    exit::Exit,
    hashing::LONG,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use futures::TryStreamExt;
use jiandu_client::vault::{Found, Locator, Manifest, Object, Place, Stored, Vault};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    uscc::Uscc,
};
use serde::Serialize;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// What was not written to for this long is nobody's upload any more.
const UNTOUCHED: Duration = Duration::from_secs(3_600);

/// Runs `jiandu vault`.
pub async fn run(command: VaultCommand, output: Output) -> Result<Exit, CliError> {
    match command {
        VaultCommand::Init { place, operator } => {
            let vault = Vault::create(located(&place)?, operator).await?;
            output.report(&VaultReport::new("vault-made", &vault))?;
            Ok(Exit::Ok)
        }
        VaultCommand::Put { place, files } => put(&open(&place).await?, &files, output).await,
        VaultCommand::Get { place, locator, out } => {
            let length = open(&place).await?.get(locator, &out).await?;
            output.report(&GotReport { locator, file: shown(&out), length })?;
            Ok(Exit::Ok)
        }
        VaultCommand::Stat { place, locators } => stat(&open(&place).await?, &locators, output).await,
        VaultCommand::Fsck(place) => fsck(&open(&place).await?, output).await,
    }
}

fn located(place: &PlaceArguments) -> Result<Place, CliError> {
    Ok(Place::parse(&place.vault, place.vault_settings.as_deref())?)
}

async fn open(place: &PlaceArguments) -> Result<Vault, CliError> {
    Ok(Vault::open(located(place)?).await?)
}

/// Stores files one by one. What was stored before one that fails stays, and the same command goes on where it stopped.
async fn put(vault: &Vault, files: &[PathBuf], output: Output) -> Result<Exit, CliError> {
    let mut stored = Vec::with_capacity(files.len());
    for file in files {
        let found = match one(vault, file, output).await {
            Ok(found) => found,
            Err(error) => {
                if !stored.is_empty() {
                    output.report(&PutReport { vault: vault.into(), files: stored })?;
                }
                return Err(error);
            }
        };
        stored.push(StoredFile::new(file, found));
    }
    output.report(&PutReport { vault: vault.into(), files: stored })?;
    Ok(Exit::Ok)
}

async fn one(vault: &Vault, file: &Path, output: Output) -> Result<Stored, CliError> {
    let length = fs::metadata(file).map_or(0, |found| found.len());
    let bar = (length > LONG).then(|| output.bar(length, "progress-storing"));
    let moving = bar.clone();
    let stored = vault.put(file, &DigestAlg::ALL, move |done, _| {
        if let Some(bar) = &moving {
            bar.set_position(done);
        }
    });
    let stored = stored.await;
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    Ok(stored?)
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
        });
    }
    let report = CheckedReport { vault: vault.into(), objects: checked, leftovers: Vec::new(), sound: 0 };
    let exit = report.exit();
    output.report(&report)?;
    Ok(exit)
}

/// Reads everything. Only what is not as it should be is told one by one.
async fn fsck(vault: &Vault, output: Output) -> Result<Exit, CliError> {
    let spinner = output.spinner("progress-checking");
    let (mut objects, mut sound) = (Vec::new(), 0u64);
    let mut listed = vault.list();
    while let Some(object) = listed.try_next().await? {
        let condition = match object.locator {
            Some(locator) => vault.check(locator).await?.into(),
            None => Condition::Foreign,
        };
        match condition {
            Condition::Sound => sound = sound.saturating_add(1),
            condition => objects.push(Checked::new(object, condition)),
        }
        spinner.inc(1);
    }
    drop(listed);
    spinner.finish_and_clear();
    let leftovers = vault.leftovers(UNTOUCHED).await?.iter().map(|file| shown(file)).collect();
    let report = CheckedReport { vault: vault.into(), objects, leftovers, sound };
    let exit = report.exit();
    output.report(&report)?;
    Ok(exit)
}

/// Which vault.
#[derive(Clone, Debug, Serialize)]
struct VaultDocument {
    /// Where it is.
    place: String,
    /// What tells it from all others.
    id: String,
    /// Who operates it.
    operator: Uscc,
}

impl From<&Vault> for VaultDocument {
    fn from(vault: &Vault) -> Self {
        let Manifest { id, operator, .. } = vault.manifest();
        Self { place: vault.place().to_string(), id: id.clone(), operator: *operator }
    }
}

impl VaultDocument {
    fn rows(&self) -> Vec<(&'static str, String)> {
        vec![
            ("label-vault", self.place.clone()),
            ("label-vault-id", self.id.clone()),
            ("label-vault-operator", self.operator.to_string()),
        ]
    }
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

/// Files that were stored.
#[derive(Clone, Debug, Serialize)]
struct PutReport {
    vault: VaultDocument,
    /// In the order in which they were named.
    files: Vec<StoredFile>,
}

/// A file that was stored.
#[derive(Clone, Debug, Serialize)]
struct StoredFile {
    file: String,
    locator: Locator,
    length: u64,
    /// Whether the vault had it already.
    known: bool,
    digests: Vec<ContentHash>,
}

impl StoredFile {
    fn new(file: &Path, stored: Stored) -> Self {
        let Stored { locator, length, digests, known } = stored;
        Self { file: shown(file), locator, length, known, digests }
    }
}

impl Report for PutReport {
    fn text(&self, language: Language) -> String {
        let rows: Vec<[String; 4]> = self
            .files
            .iter()
            .map(|file| {
                let outcome = if file.known { "vault-known" } else { "vault-stored" };
                [file.file.clone(), moment::grouped(file.length), language.text(outcome), file.locator.to_string()]
            })
            .collect();
        let headings = ["label-file", "label-length", "label-outcome", "label-locator"];
        table(headings.map(|key| language.text(key)), &rows)
    }
}

/// A document that was handed out.
#[derive(Clone, Debug, Serialize)]
struct GotReport {
    locator: Locator,
    file: String,
    length: u64,
}

impl Report for GotReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![("label-file", self.file.clone()), ("label-length", moment::grouped(self.length))];
        format!(
            "{}\n{}{}\n",
            Style::Good.paint(&language.text("vault-got")),
            pairs(2, &labelled(rows, language)),
            language.say("how-to-verify", &values! { files = quoted(&self.file) }),
        )
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
    /// Nobody stored it with this program.
    Foreign,
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
            Self::Sound | Self::Foreign => Exit::Ok,
            Self::Damaged => Exit::NotVerified,
            Self::Missing => Exit::Unknown,
        }
    }

    fn text(self, language: Language) -> String {
        let (style, key) = match self {
            Self::Sound => (Style::Good, "condition-sound"),
            Self::Damaged => (Style::Bad, "condition-damaged"),
            Self::Missing => (Style::Caution, "condition-missing"),
            Self::Foreign => (Style::Caution, "condition-foreign"),
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
}

impl Checked {
    fn new(Object { name, locator, length, written }: Object, condition: Condition) -> Self {
        let name = locator.map_or(name, |locator| locator.to_string());
        Self { name, length: Some(length), written: Some(written), condition }
    }
}

/// What was read, and what should not be there.
#[derive(Clone, Debug, Serialize)]
struct CheckedReport {
    vault: VaultDocument,
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
        if !self.objects.is_empty() {
            let line = |object: &Checked| {
                [
                    object.condition.text(language),
                    object.length.map(moment::grouped).unwrap_or_default(),
                    object.written.map(|written| moment::short(written, language)).unwrap_or_default(),
                    object.name.clone(),
                ]
            };
            let rows: Vec<[String; 4]> = self.objects.iter().map(line).collect();
            let headings = ["label-condition", "label-length", "label-stored-at", "label-locator"];
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
