//! Everything that should lie in a vault, by the chain: what a comparison of both needs.

use crate::{
    body::{self, Facts},
    chain::{api, Hash},
    connection::{Connection, ConnectionError},
    records::{self, DocumentView, SnapshotView},
    state::State,
};
use codec::Decode;
use jiandu_primitives::{
    chain::Moment,
    header::{Body, Locator},
    record::{ObjectId, SnapshotRef, VersionRef},
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What something in a vault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A document.
    Document {
        /// Its place in the snapshot.
        slot: u16,
        /// Whether it is a ciphertext, beside which its opening should lie.
        sealed: bool,
    },
    /// The body of a snapshot.
    Body,
}

/// A snapshot that says that something lies in the vault; the first one where several do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Which snapshot.
    #[serde(flatten)]
    pub snapshot: SnapshotRef,
    /// As what.
    pub what: What,
    /// The organisation that wrote the snapshot.
    pub by: Uscc,
}

/// What should lie in a vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchored {
    /// Everything, each with one snapshot that says so.
    pub expected: BTreeMap<Locator, Named>,
    /// What some snapshot knows without saying that it was stored (原件未入库): no orphan where it lies in the vault after all.
    pub known: BTreeSet<Locator>,
    /// How many snapshots there are.
    pub snapshots: u64,
    /// How many of them were not stored.
    pub unstored: u64,
    /// The block that all this is of.
    pub as_of: Moment,
}

impl Anchored {
    /// What one organisation says that it stored: other vaults have what others did.
    pub fn of(&self, organisation: Uscc) -> impl Iterator<Item = (&Locator, &Named)> {
        self.expected.iter().filter(move |(_, named)| named.by == organisation)
    }

    /// Whether any snapshot knows any of these: none does where they belong to another chain.
    pub fn knows_any<'a>(&self, mut locators: impl Iterator<Item = &'a Locator>) -> bool {
        locators.any(|locator| !self.is_orphan(*locator))
    }

    /// Whether no snapshot knows of it.
    pub fn is_orphan(&self, locator: Locator) -> bool {
        !self.expected.contains_key(&locator) && !self.known.contains(&locator)
    }
}

/// Behind the hash of a key part (Blake2_128Concat) stands the part itself.
const HASH: usize = 16;

fn malformed() -> ConnectionError {
    ConnectionError::malformed("Records.Documents")
}

/// Reads the next part of a key that is hashed with Blake2_128Concat.
fn part<T: Decode>(key: &mut &[u8]) -> Result<T, ConnectionError> {
    *key = key.get(HASH..).ok_or_else(malformed)?;
    T::decode(key).map_err(|_| malformed())
}

/// Reads all snapshots and documents at the newest final block.
pub async fn all(connection: &Connection) -> Result<Anchored, ConnectionError> {
    let block = connection.finalized().await?;
    let state = State::at(connection, Hash::from(block.hash.0)).await?;
    let mut bodies: BTreeMap<SnapshotRef, (Option<Body>, Uscc)> = BTreeMap::new();
    state
        .each(api::storage().records().snapshots(), |mut key, row| {
            let (object, at) = (part(&mut key)?, part(&mut key)?);
            let view = SnapshotView::new(at, row);
            bodies.insert(SnapshotRef { object, at }, (view.header.body, view.by.organisation));
            Ok(())
        })
        .await?;
    let stored = |snapshot: &SnapshotRef| {
        let (body, by) = bodies.get(snapshot)?;
        Some((body.as_ref()?.locator?, *by))
    };
    let mut anchored = Anchored { snapshots: bodies.len() as u64, as_of: block.moment, ..Anchored::default() };
    anchored.unstored = bodies.keys().filter(|snapshot| stored(snapshot).is_none()).count() as u64;
    for snapshot in bodies.keys() {
        if let Some((locator, by)) = stored(snapshot) {
            anchored.expected.entry(locator).or_insert(Named { snapshot: *snapshot, what: What::Body, by });
        }
    }
    state
        .each(api::storage().records().documents(), |mut key, row| {
            let (object, at): (ObjectId, VersionRef) = (part(&mut key)?, part(&mut key)?);
            // The slot's own hash (Twox64Concat) is half as long.
            let slot = u16::decode(&mut key.get(HASH / 2..).ok_or_else(malformed)?).map_err(|_| malformed())?;
            let snapshot = SnapshotRef { object, at };
            let document = DocumentView::new(slot, &row.0);
            let locator = document.locator().ok_or_else(malformed)?;
            let what = What::Document { slot, sealed: document.sealed };
            match stored(&snapshot) {
                Some((_, by)) => {
                    anchored.expected.entry(locator).or_insert(Named { snapshot, what, by });
                }
                None => {
                    anchored.known.insert(locator);
                }
            }
            Ok(())
        })
        .await?;
    Ok(anchored)
}

/// Makes the body of a snapshot again, from what the chain says of it. None where it comes out otherwise: its submitter added content
/// of their own, which is nowhere else.
pub async fn body_again(connection: &Connection, snapshot: SnapshotRef) -> Result<Option<Vec<u8>>, ConnectionError> {
    let Some(record) = records::show(connection, snapshot.object).await? else { return Ok(None) };
    let Some((view, documents)) = records::snapshot(connection, snapshot).await? else { return Ok(None) };
    let facts = Facts::of((record.object, &record.external_id, record.subject, record.kind), &view, &documents);
    let Ok(bytes) = body::build(&facts, None) else { return Ok(None) };
    Ok(view.header.body.is_some_and(|kept| body::is(&bytes, &kept)).then_some(bytes))
}
