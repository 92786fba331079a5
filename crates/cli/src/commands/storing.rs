//! Documents go into a vault before their digests go to the chain.

use super::grant::own_organisation;
use crate::{
    args::{OriginalsArguments, PlaceArguments, StoreArguments},
    error::{shown, CliError},
    failures::of_reading,
    hashing::LONG,
    language::{values, Language, Texts},
    output::Output,
    session::Session,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    recovery,
    vault::{Manifest, Opening, OpeningError, Place, PublicKey, Recipient, SealedDocument, Stored, Vault, VaultError},
    SigningKey,
};
use jiandu_primitives::{digest::DigestAlg, uscc::Uscc};
use serde::Serialize;
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
};
use tokio::sync::Semaphore;

/// Files that are stored at a time: a distant store is waited for once for all of them.
const AT_A_TIME: usize = 16;
/// The length in bytes above which a file takes the room of several, because several parts of it are in memory.
const LARGE: u64 = 1 << 20;
/// The room that it takes.
const ROOM_OF_LARGE: u32 = 4;

/// Which vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VaultDocument {
    /// Where it is.
    pub place: String,
    /// What tells it from all others.
    pub id: String,
    /// Who operates it.
    pub operator: Uscc,
}

impl From<&Vault> for VaultDocument {
    fn from(vault: &Vault) -> Self {
        let Manifest { id, operator, .. } = vault.manifest();
        Self { place: vault.place().to_string(), id: id.clone(), operator: *operator }
    }
}

impl VaultDocument {
    /// As rows of a table.
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        vec![
            ("label-vault", self.place.clone()),
            ("label-vault-id", self.id.clone()),
            ("label-vault-operator", self.operator.to_string()),
        ]
    }
}

/// Where the originals of what was anchored are, in one line.
pub fn originals(vault: Option<&VaultDocument>, language: Language) -> String {
    match vault {
        Some(VaultDocument { place, operator, .. }) => {
            language.say("originals-in-vault", &values! { place = place.clone(), operator = operator.to_string() })
        }
        None => language.text("originals-not-stored"),
    }
}

/// The place that was named.
pub fn located(place: &PlaceArguments) -> Result<Place, CliError> {
    Ok(Place::parse(&place.vault, place.vault_settings.as_deref())?)
}

/// Reads an opening that was handed over.
pub fn read_opening(file: &Path) -> Result<Opening, CliError> {
    Opening::load(file).map_err(|error| match error {
        OpeningError::Io(error) => of_reading(file, &error),
        OpeningError::Malformed | OpeningError::ForOthers => CliError::NotAnOpening { file: shown(file).into() },
    })
}

/// Stores files in their order, some at a time. One that fails keeps no other from its turn, unless all would fail alike: those
/// that were not tried have none.
pub async fn put_all(
    vault: &Vault,
    files: &[PathBuf],
    algs: &[DigestAlg],
    output: Output,
) -> Vec<Option<Result<Stored, CliError>>> {
    let length = |file: &PathBuf| fs::metadata(file).map_or(0, |found| found.len());
    // Bytes of one long file, or the number of files.
    let (bytes, count) = match files {
        [file] if length(file) > LONG => (Some(output.bar(length(file), "progress-storing")), None),
        [] | [_] => (None, None),
        files => (None, Some(output.bar(files.len() as u64, "progress-storing"))),
    };
    let (over, room) = (Cell::new(false), Semaphore::new(AT_A_TIME));
    let all = stream::iter(files).map(|file| async {
        // It is never closed: whoever waits gets in.
        let _room = room.acquire_many(if length(file) > LARGE { ROOM_OF_LARGE } else { 1 }).await;
        if over.get() {
            return None;
        }
        let moving = bytes.clone();
        let progress = move |done, _| {
            if let Some(bar) = &moving {
                bar.set_position(done);
            }
        };
        let stored = vault.put(file, algs, progress).await;
        if let Some(bar) = &count {
            bar.inc(1);
        }
        over.set(over.get() || stored.as_ref().is_err_and(is_of_the_store));
        Some(stored.map_err(CliError::from))
    });
    let all = all.buffered(AT_A_TIME).collect().await;
    bytes.into_iter().chain(count).for_each(|bar| bar.finish_and_clear());
    all
}

/// Whether the same would happen to every other file.
fn is_of_the_store(error: &VaultError) -> bool {
    matches!(error, VaultError::Full | VaultError::Denied(_) | VaultError::Store(_))
}

/// Seals files and stores their ciphertexts and openings, one after the other: each may fill the disk for temporary files.
pub async fn put_all_sealed(
    vault: &Vault,
    files: &[PathBuf],
    recipients: &[Recipient],
    output: Output,
) -> Result<Vec<SealedDocument>, CliError> {
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        let length = fs::metadata(file).map_or(0, |found| found.len());
        let bar = (length > LONG).then(|| output.bar(length, "progress-sealing"));
        let moving = bar.clone();
        let progress = move |done, _| {
            if let Some(bar) = &moving {
                bar.set_position(done);
            }
        };
        let sealed = vault.put_sealed(file, recipients, progress).await;
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        all.push(sealed?);
    }
    Ok(all)
}

/// The place that was named, or the user's own.
fn place_of(OriginalsArguments { vault, vault_settings }: &OriginalsArguments) -> Result<Place, CliError> {
    match vault {
        Some(place) => Ok(Place::parse(place, vault_settings.as_deref())?),
        None => own_folder().map(Place::Folder).ok_or(CliError::VaultNotNamed),
    }
}

/// The vault that was named, or the user's own where there is one.
pub async fn originals_in(arguments: &OriginalsArguments) -> Result<Vault, CliError> {
    Ok(Vault::open(place_of(arguments)?).await?)
}

/// The vault that was named, or the user's own, which is made where it is not there yet.
pub async fn vault_of(session: &Session, key: &SigningKey, arguments: &StoreArguments) -> Result<Vault, CliError> {
    let place = || place_of(&arguments.place);
    match Vault::open(place()?).await {
        Err(VaultError::NoVault { .. }) if arguments.place.vault.is_none() => {
            let operator = own_organisation(session, key).await?.organisation();
            let vault = match Vault::create(place()?, operator).await {
                // Another command was first.
                Err(VaultError::Exists { .. }) => return Ok(Vault::open(place()?).await?),
                made => made?,
            };
            let values = values! { place = vault.place().to_string(), operator = operator.to_string() };
            session.output.note(&session.output.language.say("note-vault-made", &values))?;
            Ok(vault)
        }
        opened => Ok(opened?),
    }
}

/// To whom document keys are wrapped beside their owners; none where the council named nobody.
pub async fn recovery_recipient(session: &Session) -> Result<Option<Recipient>, CliError> {
    let named = session.ask(recovery::recipient(&session.connection)).await?;
    let public = named.and_then(|named| PublicKey::try_from(named.public).ok());
    Ok(public.and_then(|public| public.recipient().ok()))
}

/// `jiandu/vault` in the folder for the data of this user's programs.
fn own_folder() -> Option<PathBuf> {
    data_folder().map(|data| data.join("jiandu/vault"))
}

/// The folder for the data of this user's programs.
pub fn data_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    named("XDG_DATA_HOME").or_else(|| Some(named("HOME")?.join(".local/share")))
}
