//! What a workflow makes of a record: committed to by one person, published by another.

use crate::{
    header::{Header, OverwriteReason},
    record::{
        weighed, weighed_replaced, weighed_rewriting, Document, Documents, Rewriting, Rewritten, VersionRef,
        MAX_OVERWRITTEN, MAX_WEIGHED,
    },
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What becomes of a record of a workflow: a snapshot, or an overwrite.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum RecordChange {
    /// The record begins, or goes on with its next version.
    #[codec(index = 0)]
    Snapshot {
        /// The head that the snapshot follows; none for the first one.
        base: Option<VersionRef>,
        /// Level, schema, times and body.
        header: Header,
        /// Its documents, all of them.
        documents: Documents,
    },
    /// 登记差错重写: a version and all that follow it are rewritten.
    #[codec(index = 1)]
    Overwrite {
        /// The head that the rewriting is based on.
        base: VersionRef,
        /// The first version that was wrong.
        from: u32,
        /// Every version from that one up to the newest.
        versions: Rewriting,
        /// Why.
        reason: OverwriteReason,
    },
}

/// How much a change is, for its weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// How many versions an overwrite covers; none for a snapshot.
    pub versions: Option<u32>,
    /// How heavy its documents are, as [`weighed`] has it.
    pub documents: u32,
}

impl Size {
    /// No overwrite is more.
    pub const MOST: Self = Self { versions: Some(MAX_OVERWRITTEN), documents: MAX_WEIGHED };
}

impl RecordChange {
    /// How much it is at most, as far as it tells itself: what is reaffirmed may have any number of documents.
    pub fn size(&self) -> Size {
        match self {
            Self::Snapshot { documents, .. } => Size { versions: None, documents: weighed(documents) },
            Self::Overwrite { versions, .. } => Size { documents: weighed_rewriting(versions), ..self.size_refused() },
        }
    }

    /// How much it is where it is refused: nothing is read of reaffirmed versions before.
    pub fn size_refused(&self) -> Size {
        match self {
            Self::Snapshot { .. } => self.size(),
            Self::Overwrite { versions, .. } => {
                let count = u32::try_from(versions.len()).unwrap_or(MAX_OVERWRITTEN);
                Size { versions: Some(count), documents: weighed_replaced(versions) }
            }
        }
    }

    /// The head that it is based on; none where the record begins.
    pub const fn base(&self) -> Option<VersionRef> {
        match self {
            Self::Snapshot { base, .. } => *base,
            Self::Overwrite { base, .. } => Some(*base),
        }
    }

    /// The head that it makes of its base.
    pub const fn head(&self) -> VersionRef {
        match self {
            Self::Snapshot { base: None, .. } => VersionRef { version: 0, revision: 0 },
            Self::Snapshot { base: Some(base), .. } => {
                VersionRef { version: base.version.saturating_add(1), revision: 0 }
            }
            Self::Overwrite { base, .. } => {
                VersionRef { version: base.version, revision: base.revision.saturating_add(1) }
            }
        }
    }

    /// Its new documents, in the order of their versions and slots.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        let (one, many) = match self {
            Self::Snapshot { documents, .. } => (documents.as_slice(), [].as_slice()),
            Self::Overwrite { versions, .. } => ([].as_slice(), versions.as_slice()),
        };
        one.iter().chain(many.iter().flat_map(Rewritten::documents))
    }

    /// The same, to be changed.
    pub fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        let (one, many) = match self {
            Self::Snapshot { documents, .. } => (Some(documents), None),
            Self::Overwrite { versions, .. } => (None, Some(versions)),
        };
        let many = many.into_iter().flat_map(|versions| versions.iter_mut());
        let rewritten = many.filter_map(|version| match version {
            Rewritten::Reaffirmed => None,
            Rewritten::Replaced { documents, .. } => Some(documents),
        });
        one.into_iter().chain(rewritten).flat_map(|documents| documents.iter_mut())
    }

    /// Its new headers.
    pub fn headers(&self) -> impl Iterator<Item = &Header> {
        let (one, many) = match self {
            Self::Snapshot { header, .. } => (Some(header), [].as_slice()),
            Self::Overwrite { versions, .. } => (None, versions.as_slice()),
        };
        one.into_iter().chain(many.iter().filter_map(|version| match version {
            Rewritten::Reaffirmed => None,
            Rewritten::Replaced { header, .. } => Some(header),
        }))
    }

    /// The same without the times of submission, and the bodies that have them: they say nothing about the content.
    #[must_use]
    pub fn timeless(&self) -> Self {
        let mut change = self.clone();
        match &mut change {
            Self::Snapshot { header, .. } => *header = header.matter(),
            Self::Overwrite { versions, .. } => {
                versions.iter_mut().for_each(|version| {
                    if let Rewritten::Replaced { header, .. } = version {
                        *header = header.matter();
                    }
                });
            }
        }
        change
    }
}
