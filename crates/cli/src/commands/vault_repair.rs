//! `jiandu vault repair`: brings a vault into step with the chain, which is what counts.
//!
//! What the chain does not know goes, once it is old enough that nobody is about to anchor it, and never by the word of a node that lags
//! or of another chain. Bodies that are missing or damaged are made again from the chain, as far as the vault's operator wrote them. Documents can't be made again: `fsck --chain` lists those, and storing the file again mends them.

use super::{storing::VaultDocument, vault::ChainDocument};
use crate::{
    args::Common,
    error::{shown, CliError},
    exit::Exit,
    language::{Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use futures::TryStreamExt;
use jiandu_client::{
    anchored::{self, Anchored, What},
    vault::{Found, Object, Vault},
};
use serde::Serialize;
use std::{
    collections::BTreeSet,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// A day.
const DAY: u64 = 86_400;
/// How old the newest final block may be: a node that stands still does not know what was anchored since.
const RECENT: Duration = Duration::from_secs(300);

/// What the chain says that should lie in a vault.
pub async fn asked(session: &Session) -> Result<Anchored, CliError> {
    let spinner = session.output.spinner("progress-reading-chain");
    // As long as it takes: a large chain has many rows, each answer of which is waited for with patience.
    let all = anchored::all(&session.connection).await;
    spinner.finish_and_clear();
    Ok(all?)
}

/// Runs `jiandu vault repair`.
pub async fn run(
    vault: &Vault,
    older_than: u32,
    dry_run: bool,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let age = Duration::from_secs(u64::from(older_than).saturating_mul(DAY));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let old = |object: &Object| now.saturating_sub(Duration::from_secs(object.written)) >= age;
    // The vault first: what is stored and anchored in between is in the chain's list, and no orphan.
    let objects: Vec<Object> = vault.list().try_collect().await?;
    let openings: Vec<Object> = vault.openings().try_collect().await?;
    let leftovers = vault.leftovers(age).await?;
    let anchored = asked(&session).await?;
    let behind = now.saturating_sub(Duration::from_secs(anchored.as_of.time));
    if behind > RECENT {
        return Err(CliError::ProofTooOld {
            block: moment::grouped(anchored.as_of.block).into(),
            age: behind.as_secs().into(),
        });
    }
    let found: BTreeSet<_> = objects.iter().filter_map(|object| object.locator).collect();
    if !found.is_empty() && !anchored.knows_any(found.iter()) {
        return Err(CliError::VaultOfOtherChain);
    }
    let mut done = Vec::new();
    let spinner = output.spinner("progress-repairing");
    for object in &objects {
        let Some(locator) = object.locator.filter(|locator| anchored.is_orphan(*locator)) else { continue };
        let act = match (old(object), dry_run) {
            (false, _) => Act::Waits,
            (true, true) => Act::WouldRemove,
            // Somebody may have come to need it since.
            (true, false) if !vault.stat(locator).await?.as_ref().is_some_and(old) => Act::Waits,
            (true, false) => {
                vault.remove(locator).await?;
                Act::Removed
            }
        };
        done.push(Done { name: locator.to_string(), act });
    }
    for opening in &openings {
        let Some(locator) = opening.locator.filter(|locator| !found.contains(locator)) else { continue };
        // Of a ciphertext that the chain knows it may still be needed, and without one it tells nobody anything.
        let act = match (anchored.is_orphan(locator) && old(opening), dry_run) {
            (false, _) => Act::Waits,
            (true, true) => Act::WouldRemove,
            (true, false) => {
                vault.remove(locator).await?;
                Act::Removed
            }
        };
        done.push(Done { name: opening.name.clone(), act });
    }
    for leftover in &leftovers {
        if !dry_run {
            vault.remove_leftover(leftover)?;
        }
        done.push(Done { name: shown(leftover), act: if dry_run { Act::WouldRemove } else { Act::Removed } });
    }
    let opened: BTreeSet<_> = openings.iter().filter_map(|opening| opening.locator).collect();
    for (locator, named) in anchored.of(vault.manifest().operator) {
        spinner.inc(1);
        let sealed = matches!(named.what, What::Document { sealed: true, .. });
        let act = match vault.check(*locator).await? {
            Found::Sound { .. } if sealed && !opened.contains(locator) => Act::NoOpening,
            Found::Sound { .. } => continue,
            Found::Damaged | Found::Missing => {
                let again = match named.what {
                    What::Body => session.ask(anchored::body_again(&session.connection, named.snapshot)).await?,
                    What::Document { .. } => None,
                };
                match (again, dry_run) {
                    (None, _) => Act::Lost,
                    (Some(_), true) => Act::WouldMend,
                    (Some(bytes), false) => {
                        vault.put_bytes(bytes.into()).await?;
                        Act::Mended
                    }
                }
            }
        };
        done.push(Done { name: locator.to_string(), act });
    }
    spinner.finish_and_clear();
    let report =
        RepairReport { vault: vault.into(), chain: ChainDocument::new(&anchored, vault.manifest().operator), done };
    let exit = report.exit();
    output.report(&report)?;
    Ok(exit)
}

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Act {
    /// The chain does not know it, and it is gone.
    Removed,
    /// The chain does not know it.
    WouldRemove,
    /// The chain does not know it yet: it is too young to be taken away.
    Waits,
    /// It was made again.
    Mended,
    /// It can be made again.
    WouldMend,
    /// The chain names it, and nobody here has it undamaged.
    Lost,
    /// It is a ciphertext without its opening.
    NoOpening,
}

impl Act {
    fn text(self, language: Language) -> String {
        let (style, key) = match self {
            Self::Removed => (Style::Good, "repair-removed"),
            Self::WouldRemove => (Style::Caution, "repair-would-remove"),
            Self::Waits => (Style::Caution, "repair-waits"),
            Self::Mended => (Style::Good, "repair-mended"),
            Self::WouldMend => (Style::Caution, "repair-would-mend"),
            Self::Lost => (Style::Bad, "repair-lost"),
            Self::NoOpening => (Style::Bad, "condition-no-opening"),
        };
        style.paint(&language.text(key))
    }
}

#[derive(Clone, Debug, Serialize)]
struct Done {
    name: String,
    act: Act,
}

#[derive(Clone, Debug, Serialize)]
struct RepairReport {
    vault: VaultDocument,
    chain: ChainDocument,
    done: Vec<Done>,
}

impl RepairReport {
    fn exit(&self) -> Exit {
        match self.done.iter().any(|done| matches!(done.act, Act::Lost | Act::NoOpening)) {
            true => Exit::Unknown,
            false => Exit::Ok,
        }
    }
}

impl Report for RepairReport {
    fn text(&self, language: Language) -> String {
        let mut text = pairs(0, &labelled(self.vault.rows(), language));
        text.push_str(&self.chain.text(language));
        if self.done.is_empty() {
            text.push_str(&format!("\n{}\n", Style::Good.paint(&language.text("repair-nothing"))));
            return text;
        }
        let rows: Vec<[String; 2]> =
            self.done.iter().map(|done| [done.act.text(language), crate::text::printable(&done.name)]).collect();
        let headings = ["label-outcome", "label-locator"];
        text.push_str(&format!("\n{}", table(headings.map(|key| language.text(key)), &rows)));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    #[test]
    fn every_act_should_have_a_text_and_only_what_is_lost_an_exit_code() {
        let acts = [Act::NoOpening, Act::Removed, Act::WouldRemove, Act::Waits, Act::Mended, Act::WouldMend, Act::Lost];
        for (act, language) in acts.into_iter().flat_map(|act| Language::ALL.map(|language| (act, language))) {
            let operator = "91430100MADEW01019".parse().expect("a code");
            let report = RepairReport {
                vault: VaultDocument { place: "a".into(), id: "00".into(), operator },
                chain: ChainDocument { block: 9, snapshots: 3, unstored: 1, expected: 4 },
                done: vec![Done { name: "b".into(), act }],
            };
            let text = plain(&report.text(language));
            assert!(!text.contains("repair-") && !text.contains("vault-chain"), "{text}");
            assert_eq!(report.exit() == Exit::Ok, !matches!(act, Act::Lost | Act::NoOpening));
        }
    }
}
