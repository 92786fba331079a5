//! The call filter, call by call.
use super::new_chain;
use crate::{filter::AllowedCalls, presets, Runtime, RuntimeCall};
use codec::Decode;
use frame_support::traits::{Contains, GetCallMetadata};
use std::collections::{BTreeMap, BTreeSet};

/// Every call that the filter lets through; all others of the runtime are refused.
pub(super) const ALLOWED: &[(&str, &str)] = &[
    ("Archives", "confirm"),
    ("Archives", "decline"),
    ("Archives", "end_key"),
    ("Archives", "end_mandate"),
    ("Archives", "object_to_key"),
    ("Archives", "propose"),
    ("Archives", "publish_section"),
    ("Archives", "set_cooling_off"),
    ("Archives", "sign_mandate"),
    ("Council", "close"),
    ("Council", "disapprove_proposal"),
    ("Council", "propose"),
    ("Council", "vote"),
    ("Disclosures", "accept"),
    ("Disclosures", "freeze"),
    ("Disclosures", "publish"),
    ("Disclosures", "publish_many"),
    ("Disclosures", "reject"),
    ("Disclosures", "resubmit"),
    ("Disclosures", "retract"),
    ("Disclosures", "return_submission"),
    ("Disclosures", "submit"),
    ("Disclosures", "take_over"),
    ("Disclosures", "unfreeze"),
    ("Governance", "authorize_upgrade"),
    ("Governance", "note_stalled"),
    ("Governance", "seat_council"),
    ("Grants", "acknowledge_deletion"),
    ("Grants", "decline_grant"),
    ("Grants", "end_grant"),
    ("Grants", "propose_grant"),
    ("Grants", "publish_standing_terms"),
    ("Grants", "record_denial"),
    ("Grants", "report_use"),
    ("Grants", "require_two"),
    ("Grants", "reserve_use"),
    ("Grants", "resume_grant"),
    ("Grants", "settle_use"),
    ("Grants", "sign_grant"),
    ("Grants", "suspend_grant"),
    ("Members", "admit_key"),
    ("Members", "admit_organisation"),
    ("Members", "appoint_deputy"),
    ("Members", "end_deputation"),
    ("Members", "end_handle"),
    ("Members", "register_encryption_key"),
    ("Members", "reinstate_key"),
    ("Members", "reinstate_organisation"),
    ("Members", "remove_organisation"),
    ("Members", "revoke_key"),
    ("Members", "rotate_key"),
    ("Members", "suspend_key"),
    ("Members", "suspend_organisation"),
    ("Obligations", "cancel"),
    ("Obligations", "declare"),
    ("Obligations", "declare_many"),
    ("Obligations", "extend"),
    ("Obligations", "set_rules"),
    ("Obligations", "set_year"),
    ("Obligations", "waive"),
    ("Records", "create"),
    ("Records", "overwrite"),
    ("Records", "refer"),
    ("Records", "seal"),
    ("Records", "update"),
    ("Records", "withdraw"),
    ("Recovery", "record_recovery"),
    ("Recovery", "set_recipient"),
    ("Session", "set_keys"),
    ("System", "apply_authorized_upgrade"),
    ("Timestamp", "set"),
];

/// Every call that the filter refuses on every chain.
const REFUSED: &[(&str, &str)] = &[
    ("Council", "execute"),
    ("Council", "kill"),
    ("Council", "release_proposal_cost"),
    ("Council", "set_members"),
    ("Grandpa", "note_stalled"),
    ("Grandpa", "report_equivocation"),
    ("Grandpa", "report_equivocation_unsigned"),
    ("Session", "purge_keys"),
    ("System", "authorize_upgrade"),
    ("System", "authorize_upgrade_without_checks"),
    ("System", "kill_prefix"),
    ("System", "kill_storage"),
    ("System", "remark_with_event"),
    ("System", "set_code"),
    ("System", "set_code_without_checks"),
    ("System", "set_heap_pages"),
    ("System", "set_storage"),
];

/// Calls that nobody can make: an argument's type has no value.
const UNINHABITED: &[(&str, &str)] = &[("Grandpa", "report_equivocation"), ("Grandpa", "report_equivocation_unsigned")];

/// An example of every call, made by decoding zeros as its arguments: enough for a filter that looks at names alone.
pub(super) fn examples() -> BTreeMap<(&'static str, &'static str), RuntimeCall> {
    let mut examples = BTreeMap::new();
    for pallet in 0..=u8::MAX {
        for call in 0..=u8::MAX {
            let bytes = [&[pallet, call][..], &[0; 600]].concat();
            if let Ok(found) = RuntimeCall::decode(&mut &bytes[..]) {
                let name = found.get_call_metadata();
                examples.insert((name.pallet_name, name.function_name), found);
            }
        }
    }
    examples
}

#[test]
fn the_filter_should_decide_on_every_call_of_the_runtime() {
    let known: BTreeSet<_> = RuntimeCall::get_module_names()
        .iter()
        .flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(move |call| (*pallet, *call)))
        .collect();
    let decided: BTreeSet<_> = ALLOWED.iter().chain(REFUSED).chain(&[("System", "remark")]).copied().collect();
    assert_eq!(known, decided, "a call was added or removed: decide whether members may make it");

    let examples = examples();
    new_chain(presets::DEV).execute_with(|| {
        for name in ALLOWED {
            assert!(AllowedCalls::contains(&examples[name]), "{name:?} is allowed");
        }
        for name in REFUSED.iter().filter(|name| !UNINHABITED.contains(name)) {
            assert!(!AllowedCalls::contains(&examples[name]), "{name:?} is refused");
        }
    });
}

#[test]
fn a_remark_should_pass_on_development_chains_alone() {
    let remark = || RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
    new_chain(presets::DEV).execute_with(|| {
        assert!(AllowedCalls::contains(&remark()));
        pallet_jiandu_chain::Development::<Runtime>::put(false);
        assert!(!AllowedCalls::contains(&remark()));
    });
}

#[test]
fn there_should_be_no_sudo_and_no_token() {
    let pallets = RuntimeCall::get_module_names();
    for absent in ["Sudo", "Balances", "Assets", "Utility", "Proxy", "Multisig"] {
        assert!(!pallets.contains(&absent), "{absent} is in the runtime");
    }
}
