//! What is proposed of enterprises.

use super::mandate::MandateTerms;
use crate::{
    chain::{
        api,
        runtime_types::{bounded_collections::bounded_vec::BoundedVec, pallet_jiandu_archives::types as stored},
        Runtime,
    },
    connection::ConnectionError,
    submit::SubmitError,
    AccountId,
};
use jiandu_primitives::{
    code::EnterpriseCode,
    enterprise::{EnterpriseStatus, Succession},
    header::Header,
    member::Custody,
    record::{ObjectId, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use subxt::utils::Static;

/// Most enterprises of one registration, as the runtime has it.
pub const MAX_REGISTRATIONS: u32 = 128;
/// Most enterprises that follow one, as the runtime has it.
const MAX_SUCCESSORS: u32 = 16;

/// An enterprise to be registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Its code for life.
    pub enterprise: Uscc,
    /// Its registered name.
    pub name: String,
    /// The code that the exchange allotted to it.
    pub code: EnterpriseCode,
    /// Unix second from which both hold.
    pub since: u64,
}

/// What takes two persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "act")]
pub enum Act {
    /// Register enterprises, at most [`MAX_REGISTRATIONS`].
    Register {
        /// Which.
        registrations: Vec<Registration>,
    },
    /// Give one its new registered name.
    Rename {
        /// The enterprise.
        enterprise: Uscc,
        /// Its name now.
        name: String,
        /// Unix second from which it holds.
        since: u64,
    },
    /// Give it another code.
    ChangeCode {
        /// The enterprise.
        enterprise: Uscc,
        /// Its code now.
        code: EnterpriseCode,
        /// Unix second from which it holds.
        since: u64,
    },
    /// Let its archive end, or go on again.
    ChangeStatus {
        /// The enterprise.
        enterprise: Uscc,
        /// Its status now.
        status: EnterpriseStatus,
        /// Unix second from which it holds.
        since: u64,
    },
    /// Say which enterprises follow it.
    Succeed {
        /// The enterprise.
        enterprise: Uscc,
        /// Those that follow it, at most 16.
        successors: Vec<Uscc>,
        /// How.
        succession: Succession,
        /// Unix second from which they do.
        since: u64,
    },
    /// Bind a key to it.
    BindKey {
        /// The enterprise.
        enterprise: Uscc,
        /// The key's account.
        key: AccountId,
        /// Who holds its secret.
        custody: Custody,
        /// The lost key in whose place it comes.
        replaces: Option<AccountId>,
        /// A salted digest of the stamped application.
        #[serde(with = "jiandu_vault::hex_text")]
        application: [u8; 32],
    },
    /// Mark a record as filed under the wrong enterprise.
    Misfile {
        /// The record.
        record: ObjectId,
        /// The record that it should have been.
        to: ObjectId,
    },
    /// Publish what a section becomes.
    PublishSection {
        /// The enterprise.
        enterprise: Uscc,
        /// What the maker committed to.
        #[serde(with = "jiandu_vault::hex_text")]
        commitment: [u8; 32],
    },
    /// Withdraw a section.
    WithdrawSection {
        /// Its record.
        record: ObjectId,
        /// The head that the maker saw.
        base: VersionRef,
        /// The withdrawal's own times and body.
        header: Header,
        /// Why.
        reason: WithdrawalReason,
    },
    /// Enter a mandate on a stamped letter.
    RegisterMandate {
        /// What it says.
        #[serde(flatten)]
        terms: MandateTerms,
    },
    /// End a mandate.
    EndMandate {
        /// Its number.
        mandate: u64,
    },
}

fn bounded<T>(items: Vec<T>, limit: u32) -> Result<BoundedVec<T>, SubmitError> {
    let found = items.len();
    match u32::try_from(found) {
        Ok(count) if count <= limit => Ok(BoundedVec(items)),
        _ => Err(SubmitError::TooMany { found, limit }),
    }
}

fn name_bytes(name: &str) -> Result<BoundedVec<u8>, SubmitError> {
    bounded(name.as_bytes().to_vec(), jiandu_primitives::name::MAX_NAME)
}

impl Act {
    /// How many enterprises it is about.
    pub fn size(&self) -> u32 {
        let length = match self {
            Self::Register { registrations } => registrations.len(),
            Self::Succeed { successors, .. } => successors.len(),
            _ => 1,
        };
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    /// The stable name of the act.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Register { .. } => "register",
            Self::Rename { .. } => "rename",
            Self::ChangeCode { .. } => "change-code",
            Self::ChangeStatus { .. } => "change-status",
            Self::Succeed { .. } => "succeed",
            Self::BindKey { .. } => "bind-key",
            Self::Misfile { .. } => "misfile",
            Self::PublishSection { .. } => "publish-section",
            Self::WithdrawSection { .. } => "withdraw-section",
            Self::RegisterMandate { .. } => "register-mandate",
            Self::EndMandate { .. } => "end-mandate",
        }
    }

    /// blake2_256 of the act as the chain encodes it, which a decision keeps of it.
    pub(super) fn digest(&self, runtime: &Runtime) -> Result<[u8; 32], ConnectionError> {
        let incompatible = || ConnectionError::Incompatible { item: "Archives.propose".to_owned() };
        let stored = self.stored().map_err(|_| incompatible())?;
        let call = runtime.tx().call_data(&api::tx().archives().propose(stored)).map_err(|_| incompatible())?;
        // The pallet, the call, and the act, which is all that it takes.
        call.get(2..).map(blake2_256).ok_or_else(incompatible)
    }

    /// As the chain takes it.
    pub(super) fn stored(&self) -> Result<stored::Act<AccountId>, SubmitError> {
        Ok(match self.clone() {
            Self::Register { registrations } => {
                let stored = registrations.into_iter().map(|registration| {
                    Ok(stored::Registration {
                        enterprise: Static(registration.enterprise),
                        name: name_bytes(&registration.name)?,
                        code: Static(registration.code),
                        since: registration.since,
                    })
                });
                let stored = stored.collect::<Result<Vec<_>, SubmitError>>()?;
                stored::Act::Register(bounded(stored, MAX_REGISTRATIONS)?)
            }
            Self::Rename { enterprise, name, since } => {
                stored::Act::Rename { enterprise: Static(enterprise), name: name_bytes(&name)?, since }
            }
            Self::ChangeCode { enterprise, code, since } => {
                stored::Act::ChangeCode { enterprise: Static(enterprise), code: Static(code), since }
            }
            Self::ChangeStatus { enterprise, status, since } => {
                stored::Act::ChangeStatus { enterprise: Static(enterprise), status: Static(status), since }
            }
            Self::Succeed { enterprise, successors, succession, since } => stored::Act::Succeed {
                enterprise: Static(enterprise),
                successors: bounded(successors.into_iter().map(Static).collect(), MAX_SUCCESSORS)?,
                succession: Static(succession),
                since,
            },
            Self::BindKey { enterprise, key, custody, replaces, application } => {
                let (enterprise, custody) = (Static(enterprise), Static(custody));
                stored::Act::BindKey { enterprise, key, custody, replaces, application }
            }
            Self::Misfile { record, to } => stored::Act::Misfile { record: Static(record), to: Static(to) },
            Self::PublishSection { enterprise, commitment } => {
                stored::Act::PublishSection { enterprise: Static(enterprise), commitment }
            }
            Self::WithdrawSection { record, base, header, reason } => {
                let (record, base, header, reason) = (Static(record), Static(base), Static(header), Static(reason));
                stored::Act::WithdrawSection { record, base, header, reason }
            }
            Self::RegisterMandate { terms } => stored::Act::RegisterMandate(terms.into()),
            Self::EndMandate { mandate } => stored::Act::EndMandate { mandate },
        })
    }
}

impl From<stored::Act<AccountId>> for Act {
    fn from(act: stored::Act<AccountId>) -> Self {
        let text = |name: BoundedVec<u8>| String::from_utf8_lossy(&name.0).into_owned();
        match act {
            stored::Act::Register(registrations) => Self::Register {
                registrations: registrations
                    .0
                    .into_iter()
                    .map(|registration| Registration {
                        enterprise: registration.enterprise.0,
                        name: text(registration.name),
                        code: registration.code.0,
                        since: registration.since,
                    })
                    .collect(),
            },
            stored::Act::Rename { enterprise, name, since } => {
                Self::Rename { enterprise: enterprise.0, name: text(name), since }
            }
            stored::Act::ChangeCode { enterprise, code, since } => {
                Self::ChangeCode { enterprise: enterprise.0, code: code.0, since }
            }
            stored::Act::ChangeStatus { enterprise, status, since } => {
                Self::ChangeStatus { enterprise: enterprise.0, status: status.0, since }
            }
            stored::Act::Succeed { enterprise, successors, succession, since } => Self::Succeed {
                enterprise: enterprise.0,
                successors: successors.0.into_iter().map(|successor| successor.0).collect(),
                succession: succession.0,
                since,
            },
            stored::Act::BindKey { enterprise, key, custody, replaces, application } => {
                Self::BindKey { enterprise: enterprise.0, key, custody: custody.0, replaces, application }
            }
            stored::Act::Misfile { record, to } => Self::Misfile { record: record.0, to: to.0 },
            stored::Act::PublishSection { enterprise, commitment } => {
                Self::PublishSection { enterprise: enterprise.0, commitment }
            }
            stored::Act::WithdrawSection { record, base, header, reason } => {
                Self::WithdrawSection { record: record.0, base: base.0, header: header.0, reason: reason.0 }
            }
            stored::Act::RegisterMandate(terms) => Self::RegisterMandate { terms: terms.into() },
            stored::Act::EndMandate { mandate } => Self::EndMandate { mandate },
        }
    }
}
