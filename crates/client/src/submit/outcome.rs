//! How a submission ends.

use crate::{
    chain::runtime_types::sp_runtime::DispatchError,
    connection::{Connection, ConnectionError},
    BlockHash,
};
use jiandu_primitives::refusal::Refusal;
use serde::Serialize;
use subxt::Metadata;
use thiserror::Error;

/// How far to follow a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wait {
    /// Until it is in a block, which may yet be replaced by another.
    InBlock,
    /// Until it is final.
    #[default]
    Final,
}

/// What happened to a transaction on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is on its way to the node, and may reach it whatever happens now.
    Sending,
    /// The node took it.
    Sent,
    /// It is in a block.
    InBlock {
        /// The block's number.
        block: u32,
    },
    /// That block was replaced by another; it waits for the next.
    Retracted,
    /// It is final.
    Final {
        /// The block's number.
        block: u32,
    },
}

/// A transaction that succeeded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The number of its block.
    pub block: u32,
    /// The hash of its block.
    pub block_hash: BlockHash,
    /// Whether the block is final.
    pub finalised: bool,
    /// What it did, in order.
    pub events: Vec<EventName>,
}

impl Receipt {
    /// The transaction of a block that is final, by what the state says of it.
    pub async fn of_final(connection: &Connection, block: u32) -> Result<Self, ConnectionError> {
        let block_hash = connection.block_hash(block).await?;
        Ok(Self { block, block_hash, finalised: true, events: Vec::new() })
    }
}

/// An event by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventName {
    /// The pallet.
    pub pallet: String,
    /// The event.
    pub event: String,
}

/// An error of a pallet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ModuleError {
    /// The pallet's name in the runtime.
    pub pallet: String,
    /// The error's name in the pallet.
    pub error: String,
}

/// Why the runtime says that a transaction is invalid, other than by a [`Refusal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidReason {
    /// The call is not allowed.
    Call,
    /// The account is not prepared: an inactive key, as seen by the nonce check.
    Payment,
    /// Its number is too high: an earlier one of the key is missing.
    Future,
    /// Its number was used, or its time is over.
    Stale,
    /// The signature does not match: made for another chain or another version of the runtime.
    BadProof,
    /// It was made too long ago.
    AncientBirthBlock,
    /// It does not fit into a block.
    ExhaustsResources,
    /// Anything else.
    Other,
}

impl InvalidReason {
    /// Every reason there is.
    pub const ALL: [Self; 8] = [
        Self::Call,
        Self::Payment,
        Self::Future,
        Self::Stale,
        Self::BadProof,
        Self::AncientBirthBlock,
        Self::ExhaustsResources,
        Self::Other,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Payment => "payment",
            Self::Future => "future",
            Self::Stale => "stale",
            Self::BadProof => "bad-proof",
            Self::AncientBirthBlock => "ancient-birth-block",
            Self::ExhaustsResources => "exhausts-resources",
            Self::Other => "other",
        }
    }

    /// The reason behind an index of `sp_runtime`'s `InvalidTransaction`.
    pub(crate) fn from_index(index: u8) -> Self {
        match index {
            0 => Self::Call,
            1 => Self::Payment,
            2 => Self::Future,
            3 => Self::Stale,
            4 => Self::BadProof,
            5 => Self::AncientBirthBlock,
            6 => Self::ExhaustsResources,
            _ => Self::Other,
        }
    }
}

/// Why a transaction did not succeed, or is not known to have succeeded.
#[derive(Debug, Error)]
pub enum SubmitError {
    /// The chain does not let the key act.
    #[error("the chain refuses the key: {0}")]
    Refused(Refusal),
    /// The call was executed and failed; nothing was changed.
    #[error("the call failed: {}.{}", .0.pallet, .0.error)]
    Failed(ModuleError),
    /// The call was executed and failed for a reason that no pallet names.
    #[error("the call failed: {0}")]
    Dispatch(String),
    /// The chain does not take the transaction.
    #[error("the transaction is invalid: {}", .0.name())]
    Invalid(InvalidReason),
    /// It was sent, and is not known to be final. The same again is safe.
    #[error("the transaction was sent, and is not final yet")]
    NotFinal {
        /// The block that holds it, where it was seen in one.
        block: Option<u32>,
    },
    /// The node is full, or another transaction of the same key took the place of this one.
    #[error("the node is busy, or another transaction of this key came between")]
    Busy,
    /// There is no such open motion.
    #[error("no motion {index} is open")]
    UnknownMotion {
        /// The motion's number.
        index: u32,
    },
    /// There are more items in a list than the call takes.
    #[error("{found} are too many, at most {limit}")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: u32,
    },
    /// The call cannot be encoded.
    #[error("the call cannot be encoded: {0}")]
    Encoding(String),
    /// The block holds no event that says what the call did.
    #[error("the chain does not say what the call did")]
    NoEvent,
    /// The node did not answer, or not usably.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
}

impl SubmitError {
    /// Whether the key may not do this: an extension or a pallet says so.
    pub fn is_permission(&self) -> bool {
        match self {
            Self::Refused(_) => true,
            // Whatever the decision about a use is, it is about permission.
            Self::Failed(ModuleError { pallet, error }) if pallet == "Grants" && error.starts_with("Denied") => true,
            Self::Failed(ModuleError { pallet, error }) => matches!(
                (pallet.as_str(), error.as_str()),
                ("Members", "NotAdministrator")
                    | ("Records", "NotTheRegistrant")
                    | ("Archives", "NotTheRegistrar")
                    | ("Archives", "SamePerson" | "NotTheEnterprise" | "NotTheAgent")
                    | ("Obligations", "NotTheRegistrar" | "SamePerson")
                    | (
                        "Disclosures",
                        "NotTheExchange"
                            | "NotTheMaker"
                            | "NotTheOwnExchange"
                            | "NotTheRegistrar"
                            | "NotTheEnterprise"
                            | "NotAccepted"
                            | "SamePerson"
                            | "MandateMissing"
                            | "MandateOfAnother"
                            | "MandateOtherKind"
                            | "MandateNotInForce"
                    )
                    | ("Grants", "NotAParty" | "NotTheEnterprise" | "UserHasNotSigned" | "KeyChanging")
                    | ("Council", "NotMember")
                    | ("System", "CallFiltered")
            ),
            Self::Dispatch(error) => error == "BadOrigin",
            _ => false,
        }
    }

    /// Whether the chain has nothing of the number or the code that was named.
    pub fn is_unknown(&self) -> bool {
        match self {
            Self::UnknownMotion { .. } => true,
            Self::Failed(ModuleError { pallet, error }) => matches!(
                (pallet.as_str(), error.as_str()),
                ("Members", "UnknownOrganisation" | "UnknownKey" | "UnknownHandle")
                    | ("Records", "UnknownRecord" | "UnknownSnapshot" | "NoSuchVersion")
                    | ("Archives", "UnknownEnterprise" | "UnknownRecord" | "UnknownProposal" | "UnknownMandate")
                    | ("Disclosures", "UnknownSubmission" | "UnknownMandate")
                    | ("Obligations", "UnknownEnterprise" | "UnknownOccasion" | "NoObligation")
                    | ("Grants", "UnknownGrant" | "UnknownReceipt")
                    | ("Council", "ProposalMissing")
            ),
            _ => false,
        }
    }

    /// Whether it may still become final.
    pub fn is_not_final(&self) -> bool {
        matches!(self, Self::NotFinal { .. })
    }

    /// Whether the record or the digest has moved on from what the caller saw.
    pub fn is_stale_head(&self) -> bool {
        matches!(self, Self::Failed(ModuleError { pallet, error }) if pallet == "Records" && error == "StaleHead")
    }
}

/// The names behind an error of the runtime.
pub(crate) fn dispatch_error(error: &DispatchError, metadata: &Metadata) -> SubmitError {
    let DispatchError::Module(module) = error else {
        let shown = format!("{error:?}");
        let name = shown.split(['(', ' ', '{']).next().unwrap_or_default();
        return SubmitError::Dispatch(name.to_owned());
    };
    let pallet = metadata.pallet_by_error_index(module.index);
    let variant = pallet.as_ref().and_then(|pallet| pallet.error_variant_by_index(module.error[0]));
    match (&pallet, variant) {
        (Some(pallet), Some(variant)) => {
            SubmitError::Failed(ModuleError { pallet: pallet.name().to_owned(), error: variant.name.clone() })
        }
        _ => SubmitError::Dispatch(format!("Module {} error {}", module.index, module.error[0])),
    }
}
