//! What a maker hands to the checker: everything that a commitment on the chain hides, in a file.

use crate::{
    body::Facts,
    json_file::{self, Unread},
    records::DocumentView,
};
use jiandu_primitives::{
    change::RecordChange,
    header::{Header, OverwriteReason},
    record::{Document, ExternalId, ObjectId, Operation, RecordKind, Rewritten, Subject, VersionRef},
};
use jiandu_vault::Opening;
use serde::{de::DeserializeOwned, Serialize};
use std::{
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Longest file that one is read from, in bytes: 256 documents with three digests and an opening each, and some.
const LONGEST: u64 = 1 << 20;

/// The record of a workflow that a submission writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
    /// Its name.
    pub external_id: ExternalId,
}

impl Target {
    /// The record's identity.
    pub fn object(&self) -> ObjectId {
        ObjectId::new(&self.subject, &self.external_id)
    }
}

/// Whether a file is the document that was submitted: by its digests, or, where that is sealed, by one of the openings.
pub fn is_document(submitted: &Document, file: &Document, openings: &[Opening]) -> bool {
    submitted == file || openings.iter().any(|opening| opening.shows(submitted, file))
}

/// A snapshot with documents that a change makes.
#[derive(Clone, Debug)]
pub struct Planned<'a> {
    /// Which one.
    pub at: VersionRef,
    /// What it says of itself.
    pub header: &'a Header,
    target: Target,
    operation: Operation,
    reason: Option<OverwriteReason>,
    documents: Vec<DocumentView>,
}

impl Planned<'_> {
    /// What its body is made of, beside what its maker added.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            object: self.target.object(),
            external_id: &self.target.external_id,
            subject: self.target.subject,
            kind: self.target.kind,
            at: self.at,
            operation: self.operation,
            header: self.header,
            reason: self.reason.map(|reason| reason.name()),
            documents: &self.documents,
        }
    }
}

/// The snapshots with documents that a change makes. `newest` is the newest snapshot of a version that is rewritten, which the
/// chain knows.
pub fn planned<'a>(
    target: &Target,
    change: &'a RecordChange,
    newest: impl Fn(u32) -> Option<VersionRef>,
) -> Vec<Planned<'a>> {
    let snapshot = |at, operation, reason, header, documents: &[Document]| Planned {
        at,
        header,
        target: target.clone(),
        operation,
        reason,
        documents: documents.iter().zip(0u16..).map(|(document, slot)| DocumentView::new(slot, document)).collect(),
    };
    match change {
        RecordChange::Snapshot { base, header, documents } => {
            let operation = if base.is_some() { Operation::Update } else { Operation::Create };
            vec![snapshot(change.head(), operation, None, header, documents)]
        }
        RecordChange::Overwrite { from, versions, reason, .. } => {
            let replaced = (*from..).zip(versions.iter()).filter_map(|(version, rewritten)| match rewritten {
                Rewritten::Reaffirmed => None,
                Rewritten::Replaced { header, documents } => {
                    let before = newest(version).map_or(0, |newest| newest.revision);
                    let at = VersionRef { version, revision: before.saturating_add(1) };
                    Some(snapshot(at, Operation::Overwrite, Some(*reason), header, documents))
                }
            });
            replaced.collect()
        }
    }
}

/// Why a submission can't be read, written or used.
#[derive(Debug, Error)]
pub enum HandoverError {
    /// It is not the file that a maker wrote.
    #[error("{path} is no submission")]
    Malformed {
        /// Which file.
        path: PathBuf,
    },
    /// The system does not read it.
    #[error("{path}: {source}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system does not write it.
    #[error("{path}: {source}")]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The files that the checker has are not those that the maker committed to.
    #[error("document {number} is not the one that was submitted")]
    OtherDocument {
        /// Which of them, counted from 1.
        number: usize,
    },
    /// There are more or fewer of them.
    #[error("{found} files, but {expected} were submitted")]
    OtherCount {
        /// How many the checker has.
        found: usize,
        /// How many were submitted.
        expected: usize,
    },
}

/// Reads one from a file.
pub(crate) fn load<T: DeserializeOwned>(path: &Path) -> Result<T, HandoverError> {
    let owned = || path.to_owned();
    json_file::read(path, LONGEST).map_err(|unread| match unread {
        Unread::Malformed(_) => HandoverError::Malformed { path: owned() },
        Unread::System(source) => HandoverError::Unreadable { path: owned(), source },
    })
}

/// Writes one to a new file.
pub(crate) fn save<T: Serialize>(path: &Path, handover: &T) -> Result<(), HandoverError> {
    json_file::write_new(path, handover).map_err(|source| HandoverError::Unwritable { path: path.to_owned(), source })
}

/// Whether the checker's documents are those that were submitted, in their order.
pub(crate) fn check<'a>(
    submitted: impl Iterator<Item = &'a Document>,
    documents: &[Document],
    openings: &[Opening],
) -> Result<(), HandoverError> {
    let submitted: Vec<_> = submitted.collect();
    let (found, expected) = (documents.len(), submitted.len());
    if found != expected {
        return Err(HandoverError::OtherCount { found, expected });
    }
    match documents.iter().zip(submitted).position(|(own, submitted)| !is_document(submitted, own, openings)) {
        Some(index) => Err(HandoverError::OtherDocument { number: index.saturating_add(1) }),
        None => Ok(()),
    }
}
