//! What the parties of a grant hand to each other.

use crate::handover::{self, HandoverError};
use jiandu_primitives::{
    chain::GenesisHash,
    enterprise::Section,
    grant::{
        agreement::{Agreement, Item, Salt},
        decision::Use,
        Commitment, Terms,
    },
};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// 授权文件: the agreement that the terms on the chain are commitments of. Whoever has it knows what is granted and for what; it
/// holds no data and no key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementFile {
    /// The chain that it is for.
    pub genesis: GenesisHash,
    /// The agreement.
    pub agreement: Agreement,
}

impl AgreementFile {
    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, HandoverError> {
        let file: Self = handover::load(path)?;
        match file.agreement.terms() {
            Some(_) => Ok(file),
            None => Err(HandoverError::Malformed { path: path.to_owned() }),
        }
    }

    /// Writes it to a new file.
    pub fn save(&self, path: &Path) -> Result<(), HandoverError> {
        handover::save(path, self)
    }

    /// What stands of it on the chain. None where it has more items than a grant may have, which one that was read has not.
    pub fn terms(&self) -> Option<Terms> {
        self.agreement.terms()
    }
}

/// 使用收据: what whoever serves data hands to the user and the enterprise, so that they can check the digest on the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UseFile {
    /// The chain that it is for.
    pub genesis: GenesisHash,
    /// The grant.
    pub grant: u64,
    /// What was used.
    pub asked: Use,
    /// What identifies the reservation, and keeps another from being made by a repetition.
    pub ticket: Salt,
    /// The receipt on the chain, once it is known.
    pub receipt: Option<u32>,
    /// The salt of the result's digest, once something was served.
    pub salt: Option<Salt>,
    /// SM3 of the result.
    pub result: Option<Salt>,
}

impl UseFile {
    /// Reads one from a file.
    pub fn load(path: &Path) -> Result<Self, HandoverError> {
        handover::load(path)
    }
}

/// The commitment to a result: of its salt and its SM3.
pub fn result_commitment(salt: &Salt, sm3: &[u8; 32]) -> Commitment {
    Commitment::new("result", &salt.0, sm3)
}

/// The commitment to an item. One that was not granted has none in the agreement: there the agreement's own salt makes it, which its
/// parties have.
pub fn item_commitment(agreement: &Agreement, item: &Item) -> Commitment {
    agreement.item(item).unwrap_or_else(|| Commitment::new("item", &agreement.salt.0, item))
}

/// The item that a commitment stands for: one that was granted, or any section.
pub fn item_of(agreement: &Agreement, commitment: &Commitment) -> Option<Item> {
    let sections = Section::ALL.iter().map(|section| Item::Section(*section));
    agreement
        .item_of(commitment)
        .or_else(|| sections.into_iter().find(|section| item_commitment(agreement, section) == *commitment))
}
