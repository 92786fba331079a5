//! Everything that should lie in a vault, by the chain: what a comparison of both needs.

use crate::{
    body::{self, Facts},
    chain::api,
    connection::{Connection, ConnectionError},
    records::{self, DocumentView, SnapshotView},
    state::State,
};
use codec::Decode;
use jiandu_primitives::{
    header::{Body, Locator},
    record::{ObjectId, SnapshotRef, VersionRef},
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
}

impl Anchored {
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
    let state = State::finalized(connection).await?;
    let mut bodies: BTreeMap<SnapshotRef, Option<Body>> = BTreeMap::new();
    state
        .each(api::storage().records().snapshots(), |mut key, row| {
            let (object, at) = (part(&mut key)?, part(&mut key)?);
            bodies.insert(SnapshotRef { object, at }, SnapshotView::new(at, row).header.body);
            Ok(())
        })
        .await?;
    let stored = |snapshot: &SnapshotRef| bodies.get(snapshot).and_then(|body| body.as_ref()?.locator);
    let mut anchored = Anchored { snapshots: bodies.len() as u64, ..Anchored::default() };
    anchored.unstored = bodies.keys().filter(|snapshot| stored(snapshot).is_none()).count() as u64;
    for snapshot in bodies.keys() {
        if let Some(locator) = stored(snapshot) {
            anchored.expected.entry(locator).or_insert(Named { snapshot: *snapshot, what: What::Body });
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
                Some(_) => {
                    anchored.expected.entry(locator).or_insert(Named { snapshot, what });
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
