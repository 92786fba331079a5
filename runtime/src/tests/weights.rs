//! What calls weigh: measured on the runtime, every one of them.
use super::{calls, new_chain};
use crate::{configs::CouncilInstance, presets, Runtime};
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    weights::Weight,
};
use std::any::type_name;

/// No call reads, checks and writes anything in less, in picoseconds: a microsecond.
const LEAST: u64 = 1_000_000;

#[test]
fn no_call_should_weigh_nothing_or_more_than_a_block_takes() {
    let most = crate::configs::BlockWeights::get().get(DispatchClass::Normal).max_extrinsic;
    let examples = calls::examples();
    new_chain(presets::DEV).execute_with(|| {
        for name in calls::ALLOWED {
            let info = examples[name].get_dispatch_info();
            let weight = info.call_weight;
            assert!(weight.ref_time() >= LEAST, "{name:?} weighs {weight:?}");
            let limited = info.class == DispatchClass::Normal;
            assert!(
                !limited || most.is_some_and(|most| weight.all_lte(most)),
                "{name:?} fits into no block: {weight:?}"
            );
        }
    });
}

#[test]
fn every_weight_should_be_one_that_was_measured_on_this_runtime() {
    let own = [
        type_name::<<Runtime as frame_system::Config>::SystemWeightInfo>(),
        type_name::<<Runtime as frame_system::Config>::ExtensionsWeightInfo>(),
        type_name::<<Runtime as pallet_collective::Config<CouncilInstance>>::WeightInfo>(),
        type_name::<<Runtime as pallet_timestamp::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_archives::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_disclosures::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_governance::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_grants::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_members::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_obligations::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_records::Config>::WeightInfo>(),
        type_name::<<Runtime as pallet_jiandu_recovery::Config>::WeightInfo>(),
    ];
    for name in own {
        assert!(name.starts_with("jiandu_runtime::weights::"), "{name} was not measured here");
    }
    // The SDK measures these calls with its staking pallets, which are not here: its own figures stand.
    let session = type_name::<<Runtime as pallet_session::Config>::WeightInfo>();
    assert!(session.starts_with("pallet_session::weights::SubstrateWeight"), "{session}");
}

#[test]
fn what_a_call_weighs_should_grow_with_what_it_carries() {
    use pallet_jiandu_archives::WeightInfo as _;
    use pallet_jiandu_records::WeightInfo as _;
    type Records = crate::weights::pallet_jiandu_records::WeightInfo<Runtime>;
    type Archives = crate::weights::pallet_jiandu_archives::WeightInfo<Runtime>;
    let grows = |name: &str, small: Weight, large: Weight| {
        assert!(small.ref_time() < large.ref_time(), "{name}: {small:?} for little, {large:?} for much");
    };
    grows("create", Records::create(1), Records::create(256));
    grows("update", Records::update(1), Records::update(256));
    grows("overwrite, documents", Records::overwrite(1, 1), Records::overwrite(1, 256));
    grows("overwrite, versions", Records::overwrite(1, 32), Records::overwrite(32, 32));
    grows("propose", Archives::propose(1), Archives::propose(128));
    grows("confirm", Archives::confirm(1), Archives::confirm(128));
    grows("publish_section", Archives::publish_section(1), Archives::publish_section(256));
    grows("overwrite_section", Archives::overwrite_section(1, 32), Archives::overwrite_section(32, 32));
    // The curve in the runtime costs more than the node's own.
    grows("seal", Records::seal_member(), Records::seal_sm2());
}

#[test]
fn a_refused_rewriting_should_be_charged_for_what_it_brought_and_no_more() {
    use jiandu_primitives::{
        change::RecordChange,
        enterprise::{Section, SectionContent, SourceDomain},
        header::{Header, OverwriteReason},
        record::{Documents, ObjectId, Rewriting, Rewritten, VersionRef},
    };
    use sp_keyring::Sr25519Keyring::{Alice, Bob};
    use sp_runtime::traits::Dispatchable;
    let replaced = Rewritten::Replaced { header: Header::default(), documents: Documents::default() };
    let versions: Rewriting = vec![replaced, Rewritten::Reaffirmed].try_into().expect("two");
    let (base, reason) = (VersionRef { version: 1, revision: 0 }, OverwriteReason::WrongDocument);
    let change = RecordChange::Overwrite { base, from: 0, versions: versions.clone(), reason };
    let (section, source) = (Section::Finance, SourceDomain::Enterprise);
    let content = Box::new(SectionContent { section, part: None, series: 0, source, change });
    let object = ObjectId([9; 32]);
    let calls: [(_, crate::RuntimeCall); 2] = [
        (Alice, pallet_jiandu_records::Call::overwrite { object, base, from: 0, versions, reason }.into()),
        (Bob, pallet_jiandu_archives::Call::publish_section { proposal: 9, salt: [1; 32], content }.into()),
    ];
    new_chain(presets::DEV).execute_with(|| {
        super::begin_block(1);
        for (key, call) in calls {
            let declared = call.get_dispatch_info().call_weight;
            let refused = call.dispatch(crate::RuntimeOrigin::signed(key.to_account_id())).expect_err("refused");
            let charged = refused.post_info.actual_weight.expect("given back");
            assert!(charged.ref_time() * 4 < declared.ref_time(), "{charged:?} of {declared:?}");
        }
    });
}
