//! Motions of the council, in terms that a person can vote on.

use super::types::NewKey;
use crate::{
    chain::{
        runtime_types::{
            jiandu_runtime::RuntimeCall, pallet_jiandu_archives::pallet::Call as ArchivesCall,
            pallet_jiandu_governance::pallet::Call as GovernanceCall,
            pallet_jiandu_members::pallet::Call as MembersCall,
            pallet_jiandu_obligations::pallet::Call as ObligationsCall,
            pallet_jiandu_recovery::pallet::Call as RecoveryCall,
        },
        Runtime,
    },
    obligations::{exceptions, DayView},
    recovery::Recipient,
    AccountId, BlockHash,
};
use jiandu_primitives::{
    grant::RecoveryReason,
    header::Locator,
    member::{EndReason, Handle, OrganisationKind},
    obligation::RuleTable,
    uscc::Uscc,
};
use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use subxt::ext::scale_decode::DecodeAsType;

/// An open motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// Its number.
    pub index: u32,
    /// The hash of what it would do.
    pub hash: BlockHash,
    /// What it would do.
    pub call: MotionCall,
    /// Who is for it.
    pub ayes: Vec<AccountId>,
    /// Who is against it.
    pub nays: Vec<AccountId>,
    /// How many must be for it.
    pub threshold: u32,
    /// How many seats the council has.
    pub seats: u32,
    /// The block after which nobody can vote any more.
    pub end: u32,
}

impl Motion {
    /// Whether it is decided: enough are for it, or too many are against it.
    pub fn is_decided(&self) -> bool {
        let count = |accounts: &[AccountId]| u32::try_from(accounts.len()).unwrap_or(u32::MAX);
        count(&self.ayes) >= self.threshold || self.seats.saturating_sub(count(&self.nays)) < self.threshold
    }
}

/// What a motion would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "call")]
pub enum MotionCall {
    /// Admit an organisation with its first administrator.
    AdmitOrganisation {
        /// The organisation.
        organisation: Uscc,
        /// What it is.
        kind: OrganisationKind,
        /// Its registered name.
        name: String,
        /// Its administrator's key.
        administrator: NewKey,
    },
    /// Suspend an organisation.
    SuspendOrganisation {
        /// The organisation.
        organisation: Uscc,
        /// Why.
        reason: EndReason,
    },
    /// End the suspension of an organisation.
    ReinstateOrganisation {
        /// The organisation.
        organisation: Uscc,
    },
    /// Remove an organisation for good.
    RemoveOrganisation {
        /// The organisation.
        organisation: Uscc,
        /// Why.
        reason: EndReason,
    },
    /// Admit a key.
    AdmitKey {
        /// Its organisation.
        organisation: Uscc,
        /// The key.
        key: NewKey,
    },
    /// End a key for good.
    RevokeKey {
        /// The key.
        key: AccountId,
        /// Why.
        reason: EndReason,
    },
    /// Suspend a key.
    SuspendKey {
        /// The key.
        key: AccountId,
    },
    /// End the suspension of a key.
    ReinstateKey {
        /// The key.
        key: AccountId,
    },
    /// End all keys of a person.
    EndHandle {
        /// The organisation.
        organisation: Uscc,
        /// The person.
        handle: Handle,
        /// Unix second from which they end.
        from: u64,
        /// Why.
        reason: EndReason,
    },
    /// End a deputation.
    EndDeputation {
        /// The deputy's key.
        key: AccountId,
    },
    /// Authorise a runtime by its hash.
    AuthorizeUpgrade {
        /// The Blake2-256 hash of the code.
        code_hash: BlockHash,
    },
    /// Set the cooling-off period of keys bound to enterprises from then on.
    SetCoolingOff {
        /// The period in seconds.
        seconds: u64,
    },
    /// Let document keys be wrapped to a recovery recipient from then on.
    SetRecoveryRecipient {
        /// The recipient.
        recipient: Recipient,
    },
    /// Record that the key of a document is recovered.
    RecordRecovery {
        /// Whose document it is.
        owner: Uscc,
        /// The number of this recovery among the owner's.
        number: u32,
        /// Where the document lies.
        locator: Locator,
        /// Why.
        reason: RecoveryReason,
    },
    /// Set a further table of rules of obligations.
    SetRules {
        /// The table.
        table: RuleTable,
    },
    /// Set a year of the calendar.
    SetYear {
        /// The year.
        year: u16,
        /// Its days that are other than Monday to Friday would have them.
        exceptions: Vec<DayView>,
    },
    /// Declare that finality has stalled.
    NoteStalled {
        /// Blocks after the session's beginning.
        delay: u32,
        /// The block that the new authorities build on.
        best_finalized: u32,
    },
    /// Give the council's seats to these members.
    SeatCouncil {
        /// All members from then on.
        members: Vec<AccountId>,
    },
    /// Something that this program has no words for.
    Other {
        /// The pallet.
        pallet: String,
        /// Its call.
        function: String,
        /// The encoded call in hexadecimal.
        encoded: String,
    },
}

impl MotionCall {
    /// The hash by which [`MotionCall::AuthorizeUpgrade`] names the code of a runtime.
    pub fn code_hash(code: &[u8]) -> BlockHash {
        BlockHash(blake2_256(code))
    }

    /// Reads an encoded call.
    pub(crate) fn decode(encoded: &[u8], runtime: &Runtime) -> Self {
        let metadata = runtime.metadata_ref();
        let decoded =
            RuntimeCall::decode_as_type(&mut &*encoded, metadata.outer_enums().call_enum_ty(), metadata.types());
        decoded.ok().and_then(Self::known).unwrap_or_else(|| {
            let [pallet, function] = encoded.first_chunk().copied().unwrap_or_default();
            let pallet = metadata.pallet_by_call_index(pallet);
            let variant = pallet.as_ref().and_then(|pallet| pallet.call_variant_by_index(function));
            Self::Other {
                pallet: pallet.as_ref().map_or_else(|| "?".to_owned(), |pallet| pallet.name().to_owned()),
                function: variant.map_or_else(|| "?".to_owned(), |variant| variant.name.clone()),
                encoded: hex::encode(encoded),
            }
        })
    }

    fn known(call: RuntimeCall) -> Option<Self> {
        Some(match call {
            RuntimeCall::Members(call) => match call {
                MembersCall::admit_organisation { organisation, kind, name, administrator } => {
                    Self::AdmitOrganisation {
                        organisation: organisation.0,
                        kind: kind.0,
                        name: String::from_utf8_lossy(&name.0).into_owned(),
                        administrator: administrator.into(),
                    }
                }
                MembersCall::suspend_organisation { organisation, reason } => {
                    Self::SuspendOrganisation { organisation: organisation.0, reason: reason.0 }
                }
                MembersCall::reinstate_organisation { organisation } => {
                    Self::ReinstateOrganisation { organisation: organisation.0 }
                }
                MembersCall::remove_organisation { organisation, reason } => {
                    Self::RemoveOrganisation { organisation: organisation.0, reason: reason.0 }
                }
                MembersCall::admit_key { organisation, key } => {
                    Self::AdmitKey { organisation: organisation.0, key: key.into() }
                }
                MembersCall::revoke_key { key, reason } => Self::RevokeKey { key, reason: reason.0 },
                MembersCall::suspend_key { key } => Self::SuspendKey { key },
                MembersCall::reinstate_key { key } => Self::ReinstateKey { key },
                MembersCall::end_handle { organisation, handle, from, reason } => {
                    Self::EndHandle { organisation: organisation.0, handle: handle.0, from, reason: reason.0 }
                }
                MembersCall::end_deputation { key } => Self::EndDeputation { key },
                // A motion of these is never carried: only a key itself rotates, only an administrator appoints.
                MembersCall::rotate_key { .. }
                | MembersCall::appoint_deputy { .. }
                | MembersCall::register_encryption_key { .. } => return None,
            },
            RuntimeCall::Governance(GovernanceCall::authorize_upgrade { code_hash }) => {
                Self::AuthorizeUpgrade { code_hash: BlockHash(code_hash.0) }
            }
            RuntimeCall::Governance(GovernanceCall::note_stalled { delay, best_finalized }) => {
                Self::NoteStalled { delay, best_finalized }
            }
            RuntimeCall::Governance(GovernanceCall::seat_council { members }) => {
                Self::SeatCouncil { members: members.0 }
            }
            RuntimeCall::Archives(ArchivesCall::set_cooling_off { seconds }) => Self::SetCoolingOff { seconds },
            RuntimeCall::Recovery(RecoveryCall::set_recipient { recipient }) => {
                Self::SetRecoveryRecipient { recipient: recipient.into() }
            }
            RuntimeCall::Recovery(RecoveryCall::record_recovery { owner, number, locator, reason }) => {
                Self::RecordRecovery { owner: owner.0, number, locator: locator.0, reason: reason.0 }
            }
            RuntimeCall::Obligations(ObligationsCall::set_rules { table }) => Self::SetRules { table: table.0 },
            RuntimeCall::Obligations(ObligationsCall::set_year { year, days }) => {
                Self::SetYear { year, exceptions: exceptions(year, &days.0) }
            }
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chain::{api, ChainConfig},
        obligations::year_of,
    };
    use jiandu_primitives::{
        calendar::DaySort,
        disclosure::DisclosureKind,
        obligation::{Offset, Rule, Tiers, Trigger},
    };
    use subxt::{client::OfflineClient, transactions::Payload, utils::Static, Metadata};

    /// The committed runtime.
    fn runtime() -> Runtime {
        let metadata = Metadata::decode_from(include_bytes!("../../metadata/jiandu.scale")).expect("metadata");
        let config = ChainConfig {
            genesis: Default::default(),
            spec_version: 0,
            transaction_version: 0,
            metadata: metadata.arc(),
        };
        OfflineClient::new_with_config(config).at_block(0u32).expect("a client")
    }

    fn decoded(call: &impl Payload) -> MotionCall {
        let runtime = runtime();
        let encoded = runtime.tx().call_data(call).expect("encoded");
        MotionCall::decode(&encoded, &runtime)
    }

    #[test]
    fn the_hash_of_a_runtime_should_be_blake2_of_32_bytes() {
        let expected = "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319";
        assert_eq!(MotionCall::code_hash(b"abc").to_string(), expected);
    }

    #[test]
    fn a_table_of_rules_and_a_year_should_be_read_with_every_value() {
        let rule = Rule {
            kind: DisclosureKind::InterimAnnouncement,
            tiers: Tiers::all(),
            trigger: Trigger::Event(Offset { days: 2, sort: DaySort::Trading }),
            soon: 1,
            review: 2,
        };
        let table =
            RuleTable { from: "2027-01-01".parse().expect("a day"), rules: vec![rule].try_into().expect("one") };
        let call = api::tx().obligations().set_rules(Static(table.clone()));
        assert_eq!(decoded(&call), MotionCall::SetRules { table });

        let exceptions = vec![DayView { day: "2027-10-01".parse().expect("a day"), working: false, trading: true }];
        let call = api::tx().obligations().set_year(2027, Static(year_of(2027, &exceptions)));
        assert_eq!(decoded(&call), MotionCall::SetYear { year: 2027, exceptions });
    }

    #[test]
    fn what_no_council_decides_should_be_shown_as_it_is_encoded() {
        let call = api::tx().obligations().declare_many(
            Static("91350100M000100Y43".parse().expect("a code")),
            crate::chain::runtime_types::bounded_collections::bounded_vec::BoundedVec(Vec::new()),
        );
        let MotionCall::Other { pallet, function, encoded } = decoded(&call) else {
            panic!("it is none of those known")
        };
        assert_eq!((pallet.as_str(), function.as_str()), ("Obligations", "declare_many"));
        assert!(encoded.ends_with("00"), "{encoded}");
    }
}
