//! The allow-list of calls: what is not named here is refused, whoever signs. Calls that answer to the council alone are
//! on it too, because a motion dispatches through the same filter.

use crate::RuntimeCall;
use frame_support::traits::Contains;

/// The calls that this chain knows.
pub struct AllowedCalls;

impl Contains<RuntimeCall> for AllowedCalls {
    fn contains(call: &RuntimeCall) -> bool {
        match call {
            // The inherent of every block.
            RuntimeCall::Timestamp(pallet_timestamp::Call::set { .. }) => true,
            // Code that the council authorised by its hash; anyone may hand it in.
            RuntimeCall::System(frame_system::Call::apply_authorized_upgrade { .. }) => true,
            // The yardstick of measurements, on development chains alone.
            RuntimeCall::System(frame_system::Call::remark { .. }) => {
                pallet_jiandu_chain::Development::<crate::Runtime>::get()
            }
            // A validator changes its own session keys.
            RuntimeCall::Session(pallet_session::Call::set_keys { .. }) => true,
            RuntimeCall::Council(
                pallet_collective::Call::propose { .. }
                | pallet_collective::Call::vote { .. }
                | pallet_collective::Call::close { .. }
                | pallet_collective::Call::disapprove_proposal { .. },
            ) => true,
            RuntimeCall::Governance(
                pallet_jiandu_governance::Call::authorize_upgrade { .. }
                | pallet_jiandu_governance::Call::note_stalled { .. }
                | pallet_jiandu_governance::Call::seat_council { .. },
            ) => true,
            RuntimeCall::Members(
                pallet_jiandu_members::Call::admit_organisation { .. }
                | pallet_jiandu_members::Call::suspend_organisation { .. }
                | pallet_jiandu_members::Call::reinstate_organisation { .. }
                | pallet_jiandu_members::Call::remove_organisation { .. }
                | pallet_jiandu_members::Call::admit_key { .. }
                | pallet_jiandu_members::Call::rotate_key { .. }
                | pallet_jiandu_members::Call::revoke_key { .. }
                | pallet_jiandu_members::Call::suspend_key { .. }
                | pallet_jiandu_members::Call::reinstate_key { .. }
                | pallet_jiandu_members::Call::end_handle { .. }
                | pallet_jiandu_members::Call::appoint_deputy { .. }
                | pallet_jiandu_members::Call::end_deputation { .. }
                | pallet_jiandu_members::Call::register_encryption_key { .. },
            ) => true,
            RuntimeCall::Records(
                pallet_jiandu_records::Call::create { .. }
                | pallet_jiandu_records::Call::update { .. }
                | pallet_jiandu_records::Call::withdraw { .. }
                | pallet_jiandu_records::Call::overwrite { .. }
                | pallet_jiandu_records::Call::seal { .. }
                | pallet_jiandu_records::Call::refer { .. },
            ) => true,
            RuntimeCall::Archives(
                pallet_jiandu_archives::Call::propose { .. }
                | pallet_jiandu_archives::Call::confirm { .. }
                | pallet_jiandu_archives::Call::publish_section { .. }
                | pallet_jiandu_archives::Call::decline { .. }
                | pallet_jiandu_archives::Call::object_to_key { .. }
                | pallet_jiandu_archives::Call::end_key { .. }
                | pallet_jiandu_archives::Call::set_cooling_off { .. }
                | pallet_jiandu_archives::Call::sign_mandate { .. }
                | pallet_jiandu_archives::Call::end_mandate { .. },
            ) => true,
            RuntimeCall::Disclosures(
                pallet_jiandu_disclosures::Call::submit { .. }
                | pallet_jiandu_disclosures::Call::resubmit { .. }
                | pallet_jiandu_disclosures::Call::retract { .. }
                | pallet_jiandu_disclosures::Call::take_over { .. }
                | pallet_jiandu_disclosures::Call::return_submission { .. }
                | pallet_jiandu_disclosures::Call::reject { .. }
                | pallet_jiandu_disclosures::Call::accept { .. }
                | pallet_jiandu_disclosures::Call::publish { .. }
                | pallet_jiandu_disclosures::Call::publish_many { .. }
                | pallet_jiandu_disclosures::Call::freeze { .. }
                | pallet_jiandu_disclosures::Call::unfreeze { .. },
            ) => true,
            RuntimeCall::Obligations(
                pallet_jiandu_obligations::Call::set_rules { .. }
                | pallet_jiandu_obligations::Call::set_year { .. }
                | pallet_jiandu_obligations::Call::declare { .. }
                | pallet_jiandu_obligations::Call::declare_many { .. }
                | pallet_jiandu_obligations::Call::cancel { .. }
                | pallet_jiandu_obligations::Call::extend { .. }
                | pallet_jiandu_obligations::Call::waive { .. },
            ) => true,
            RuntimeCall::Grants(
                pallet_jiandu_grants::Call::propose_grant { .. }
                | pallet_jiandu_grants::Call::sign_grant { .. }
                | pallet_jiandu_grants::Call::decline_grant { .. }
                | pallet_jiandu_grants::Call::suspend_grant { .. }
                | pallet_jiandu_grants::Call::resume_grant { .. }
                | pallet_jiandu_grants::Call::end_grant { .. }
                | pallet_jiandu_grants::Call::reserve_use { .. }
                | pallet_jiandu_grants::Call::settle_use { .. }
                | pallet_jiandu_grants::Call::report_use { .. }
                | pallet_jiandu_grants::Call::record_denial { .. }
                | pallet_jiandu_grants::Call::acknowledge_deletion { .. }
                | pallet_jiandu_grants::Call::publish_standing_terms { .. }
                | pallet_jiandu_grants::Call::require_two { .. },
            ) => true,
            RuntimeCall::Recovery(
                pallet_jiandu_recovery::Call::set_recipient { .. }
                | pallet_jiandu_recovery::Call::record_recovery { .. },
            ) => true,
            _ => false,
        }
    }
}
