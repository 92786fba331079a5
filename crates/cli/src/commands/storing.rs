//! Documents go into a vault before their digests go to the chain.

use crate::{
    args::{PlaceArguments, StoreArguments},
    error::{shown, CliError},
    hashing::LONG,
    language::{values, Language, Texts},
    output::Output,
    session::Session,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    members,
    submit::SubmitError,
    vault::{Locator, Manifest, Place, Stored, Vault, VaultError},
    SigningKey,
};
use jiandu_primitives::{digest::DigestAlg, record::Document, uscc::Uscc};
use serde::Serialize;
use std::{cell::Cell, fs, path::PathBuf};

/// Files that are stored at a time: a distant store is waited for once for all of them.
const AT_A_TIME: usize = 4;

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
    let over = Cell::new(false);
    let all = stream::iter(files).map(|file| async {
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

/// Stores the documents of a call that is about to be made, and reads them back. Says where they are; nowhere, where that was
/// asked for.
pub async fn stored(
    session: &Session,
    key: &SigningKey,
    arguments: &StoreArguments,
    files: &[PathBuf],
    documents: &[&Document],
) -> Result<Option<VaultDocument>, CliError> {
    if arguments.no_store {
        return Ok(None);
    }
    let vault = vault_of(session, key, arguments).await?;
    let all = put_all(&vault, files, &[], session.output).await;
    for ((stored, file), document) in all.into_iter().zip(files).zip(documents) {
        let Some(stored) = stored else { continue };
        if Some(stored?.locator) != Locator::of(document.content.digests()) {
            return Err(CliError::FileChanged { file: shown(file).into() });
        }
    }
    Ok(Some((&vault).into()))
}

/// The vault that was named, or the user's own, which is made where it is not there yet.
async fn vault_of(session: &Session, key: &SigningKey, arguments: &StoreArguments) -> Result<Vault, CliError> {
    let StoreArguments { vault, vault_settings, .. } = arguments;
    if let Some(vault) = vault {
        return Ok(Vault::open(Place::parse(vault, vault_settings.as_deref())?).await?);
    }
    let place = || own_folder().map(Place::Folder).ok_or(CliError::VaultNotNamed);
    match Vault::open(place()?).await {
        Err(VaultError::NoVault { .. }) => {
            let membership = session.ask(members::membership(&session.connection, key.account())).await?;
            let operator = membership.map_err(|refusal| CliError::from(SubmitError::Refused(refusal)))?.organisation;
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

/// `jiandu/vault` in the folder for the data of this user's programs.
fn own_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let data = named("XDG_DATA_HOME").or_else(|| Some(named("HOME")?.join(".local/share")));
    data.map(|data| data.join("jiandu/vault"))
}
