//! What a file has to do with the documents of a record, when its digest is not theirs.

use super::{quoted, storing::originals_in};
use crate::{
    args::OriginalsArguments,
    error::{shown, CliError},
    language::{values, Language, Texts},
    moment,
    session::Session,
    text::{table, Style},
    verdict_text,
};
use jiandu_client::{
    comparison::{compare, Difference},
    records::{self, DocumentView},
    vault::{temporary_folder, Opening, Vault, VaultError},
};
use jiandu_primitives::record::{MediaType, ObjectId, Operation, SnapshotRef, VersionRef};
use serde::Serialize;
use std::path::Path;
use tokio::task::spawn_blocking;

/// Most documents that a file is compared with, the newest first.
const MOST: usize = 32;

/// Longest original in bytes that is fetched for a comparison.
const LONGEST: u64 = 256 << 20;

/// How a file differs from one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The newest snapshot that has the document.
    pub version: VersionRef,
    #[serde(skip)]
    operation: Operation,
    /// Its place there.
    pub slot: u16,
    /// Its length in bytes.
    pub length: u64,
    /// Its type.
    pub media: MediaType,
    /// Whether the file is as long; none where the length is that of a ciphertext.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_length: Option<bool>,
    /// Whether the file is of the same type.
    pub same_media: bool,
    /// How their bytes differ.
    #[serde(flatten)]
    pub bytes: Bytes,
}

/// How the bytes of a file differ from an original's, or why nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Bytes {
    /// They were compared.
    Compared(Difference),
    /// They were not.
    NotCompared {
        /// Why.
        not_compared: NotCompared,
    },
}

/// Why nothing is compared with an original.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotCompared {
    /// No vault is named, and the user has none.
    NoVault,
    /// The vault does not have it.
    Missing,
    /// What the vault has is not what was stored.
    Damaged,
    /// It is sealed: its opening is asked about by itself.
    Sealed,
    /// It is too long to be fetched for it.
    TooLong,
    /// The vault does not give it now, or the file can't be read.
    Unreadable,
}

impl NotCompared {
    const fn key(self) -> &'static str {
        match self {
            Self::NoVault => "not-compared-no-vault",
            Self::Missing => "not-compared-missing",
            Self::Damaged => "not-compared-damaged",
            Self::Sealed => "not-compared-sealed",
            Self::TooLong => "not-compared-too-long",
            Self::Unreadable => "not-compared-unreadable",
        }
    }
}

impl Bytes {
    /// The smaller, the nearer.
    const fn distance(self) -> u8 {
        match self {
            Self::Compared(difference) => difference.distance(),
            Self::NotCompared { .. } => u8::MAX,
        }
    }

    fn text(self, language: Language) -> String {
        match self {
            Self::Compared(difference) => said(difference, language),
            Self::NotCompared { not_compared } => language.text(not_compared.key()),
        }
    }
}

/// Compares a file with the documents of a record, nearest first.
pub async fn compared(
    session: &Session,
    object: ObjectId,
    originals: &OriginalsArguments,
    (file, length): (&Path, u64),
) -> Result<Vec<Compared>, CliError> {
    let media = records::media_of(file)?;
    let mut history = session.ask(records::history(&session.connection, object)).await?;
    if history.is_empty() {
        return Err(CliError::UnknownRecord { record: object.into() });
    }
    history.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.sequence));
    let vault = vault(originals).await?;
    let mut seen: Vec<DocumentView> = Vec::new();
    let mut all = Vec::new();
    'snapshots: for snapshot in history {
        let at = SnapshotRef { object, at: snapshot.at };
        let Some((_, documents)) = session.ask(records::snapshot(&session.connection, at)).await? else { continue };
        for document in documents {
            if all.len() >= MOST {
                break 'snapshots;
            }
            if seen.iter().any(|other| other.digests == document.digests) {
                continue;
            }
            all.push(Compared {
                version: snapshot.at,
                operation: snapshot.operation,
                slot: document.slot,
                length: document.length,
                media: document.media,
                same_length: (!document.sealed).then_some(document.length == length),
                same_media: document.media == media,
                bytes: bytes(vault.as_ref(), &document, file).await,
            });
            seen.push(document);
        }
    }
    let distance =
        |compared: &Compared| (compared.bytes.distance(), !compared.same_media, compared.same_length != Some(true));
    all.sort_by_key(distance);
    Ok(all)
}

/// The vault that may have the originals. Without one lengths and types are compared alone.
async fn vault(originals: &OriginalsArguments) -> Result<Option<Vault>, CliError> {
    match originals_in(originals).await {
        Err(_) if originals.vault.is_none() => Ok(None),
        opened => opened.map(Some),
    }
}

async fn bytes(vault: Option<&Vault>, document: &DocumentView, file: &Path) -> Bytes {
    let compared = match (vault, document.locator()) {
        _ if document.sealed => Err(NotCompared::Sealed),
        (None, _) => Err(NotCompared::NoVault),
        (_, None) => Err(NotCompared::Missing),
        _ if document.length > LONGEST => Err(NotCompared::TooLong),
        (Some(vault), Some(locator)) => {
            with_original(file, async |original: &Path| vault.get(locator, original).await.map(|_| ())).await
        }
    };
    compared.map_or_else(|not_compared| Bytes::NotCompared { not_compared }, Bytes::Compared)
}

/// Compares a file with the original that `fetch` writes.
async fn with_original(
    file: &Path,
    fetch: impl AsyncFnOnce(&Path) -> Result<(), VaultError>,
) -> Result<Difference, NotCompared> {
    let folder = temporary_folder().map_err(|_| NotCompared::Unreadable)?;
    let original = folder.path().join("original");
    fetch(&original).await.map_err(|error| match error {
        VaultError::NotFound(_) => NotCompared::Missing,
        VaultError::Damaged(_) => NotCompared::Damaged,
        _ => NotCompared::Unreadable,
    })?;
    let file = file.to_owned();
    // Taking a PDF apart may take a while.
    let compared = spawn_blocking(move || {
        let compared = compare(&file, &original);
        drop(folder);
        compared
    });
    match compared.await {
        Ok(Ok(difference)) => Ok(difference),
        Ok(Err(_)) | Err(_) => Err(NotCompared::Unreadable),
    }
}

/// How a file differs from the document of an opening: by their bytes where the vault has the ciphertext, else by their lengths.
pub async fn with_sealed(
    opening: &Opening,
    originals: &OriginalsArguments,
    (file, length): (&Path, u64),
    language: Language,
) -> String {
    // The verdict stands without the vault, too.
    let compared = match vault(originals).await.ok().flatten() {
        Some(_) if opening.length > LONGEST => Err(NotCompared::TooLong),
        Some(vault) => {
            with_original(file, async |original: &Path| vault.get_sealed(opening, original).await.map(|_| ())).await
        }
        None => Err(NotCompared::NoVault),
    };
    match compared {
        Ok(difference) => said(difference, language),
        Err(_) if length == opening.length => language.text("difference-same-length"),
        Err(_) => {
            let values = values! { length = moment::grouped(length), original = moment::grouped(opening.length) };
            language.say("difference-other-length", &values)
        }
    }
}

/// What to tell a person.
pub fn text(file: &Path, object: ObjectId, all: &[Compared], language: Language) -> String {
    let row = |compared: &Compared| {
        let same = |same: bool| language.text(if same { "comparison-same" } else { "comparison-other" });
        [
            verdict_text::snapshot(compared.version, compared.operation, language),
            compared.slot.to_string(),
            format!("{} {}", moment::grouped(compared.length), compared.same_length.map(same).unwrap_or_default()),
            format!("{} {}", compared.media, same(compared.same_media)),
            compared.bytes.text(language),
        ]
    };
    let headings = ["label-version", "label-slot", "label-length", "label-media", "label-difference"];
    let rows: Vec<[String; 5]> = all.iter().map(row).collect();
    let values = values! { file = quoted(&shown(file)), record = object.to_string() };
    let title = Style::Caution.paint(&language.say("comparison-title", &values));
    format!("\n{title}\n{}", table(headings.map(|key| language.text(key)), &rows))
}

fn said(difference: Difference, language: Language) -> String {
    let say = |key, number: u64| language.say(key, &values! { number = moment::grouped(number) });
    match difference {
        Difference::Same => language.text("difference-none"),
        Difference::Cut { missing } => say("difference-cut", missing),
        Difference::Longer { more } => say("difference-longer", more),
        Difference::SavedAgain => language.text("difference-saved-again"),
        Difference::ExportedAgain => language.text("difference-exported-again"),
        Difference::Other { at } => say("difference-other", at.saturating_add(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_should_be_said_in_both_languages() {
        let all = [
            Difference::Same,
            Difference::Cut { missing: 1 },
            Difference::Longer { more: 2 },
            Difference::SavedAgain,
            Difference::ExportedAgain,
            Difference::Other { at: 1_233 },
        ];
        for language in Language::ALL {
            let rows: Vec<Compared> = all
                .iter()
                .map(|difference| Compared {
                    version: VersionRef { version: 1, revision: 0 },
                    operation: Operation::Update,
                    slot: 0,
                    length: 9,
                    media: MediaType::Pdf,
                    same_length: Some(false),
                    same_media: true,
                    bytes: Bytes::Compared(*difference),
                })
                .collect();
            let text = text(Path::new("年报.pdf"), ObjectId([1; 32]), &rows, language);
            let keys = ["difference", "comparison", "label", "not-compared"].map(|key| format!("{key}-"));
            assert!(!keys.iter().any(|key| text.contains(key)), "{text}");
            assert!(text.contains("1,234"), "{text}");
            use NotCompared::*;
            for reason in [NoVault, Missing, Damaged, Sealed, TooLong, Unreadable] {
                let told = Bytes::NotCompared { not_compared: reason }.text(language);
                assert!(!told.contains("not-compared"), "{told}");
            }
        }
    }
}
