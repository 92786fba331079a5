//! What a maker hands to the checker, and what opens an embargoed disclosure.

use crate::handover::{self, HandoverError, Target};
use jiandu_primitives::{
    chain::GenesisHash,
    disclosure::Disclosure,
    record::{Document, RecordKind, Subject},
    uscc::Uscc,
};
use jiandu_vault::Opening;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// 提交文件: everything that the commitment on the chain hides. It holds digests, no content; where documents are sealed,
/// whoever has it can open them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// The chain that it is for.
    pub genesis: GenesisHash,
    /// The submission's number.
    pub submission: u64,
    /// The exchange that reviews it.
    pub exchange: Uscc,
    /// What keeps the commitment from being guessed.
    #[serde(with = "jiandu_vault::hex_text")]
    pub salt: [u8; 32],
    /// What was committed to.
    pub disclosure: Disclosure,
    /// What opens the sealed documents of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openings: Vec<Opening>,
}

impl Handover {
    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, HandoverError> {
        handover::load(path)
    }

    /// Writes it to a new file.
    pub fn save(&self, path: &Path) -> Result<(), HandoverError> {
        handover::save(path, self)
    }

    /// What it commits to.
    pub fn commitment(&self) -> [u8; 32] {
        self.disclosure.commitment(&self.salt)
    }

    /// Whether the checker's documents are those of the submission, in their order.
    pub fn check(&self, documents: &[Document]) -> Result<(), HandoverError> {
        handover::check(self.disclosure.act.documents(), documents, &self.openings)
    }
}

/// The record that a disclosure belongs to. None where its number has characters that no external id has.
pub fn disclosure_target(disclosure: &Disclosure) -> Option<Target> {
    let external_id = disclosure.external_id()?;
    Some(Target { subject: Subject::Uscc(disclosure.enterprise), kind: RecordKind::Disclosure, external_id })
}
