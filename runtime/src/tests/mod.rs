//! The runtime as a whole.
mod calls;
mod evidence;
mod metadata;
mod sessions;
mod storage;
mod transactions;
mod two_persons;
mod weights;

use crate::{presets, Runtime, RuntimeGenesisConfig};
use codec::Encode;
use frame_support::traits::BuildGenesisConfig;
use serde_json::Value;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{traits::Header as _, Digest, DigestItem};

/// Lays the fields of a patch over a configuration.
fn merge(base: &mut Value, patch: Value) {
    match (base, patch) {
        (Value::Object(base), Value::Object(patch)) => {
            for (key, value) in patch {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, patch) => *base = patch,
    }
}

/// A new chain from a preset, before its first block.
fn new_chain(preset: &str) -> sp_io::TestExternalities {
    let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serialises");
    let patch = presets::get(&preset.into()).expect("a known preset");
    merge(&mut config, serde_json::from_slice(&patch).expect("JSON"));
    let config: RuntimeGenesisConfig = serde_json::from_value(config).expect("a valid preset");
    let mut chain = sp_io::TestExternalities::default();
    chain.execute_with(|| config.build());
    chain
}

/// Begins a block with its inherent, two seconds after the one before.
fn begin_block(number: u32) {
    let slot = sp_consensus_aura::Slot::from(u64::from(number));
    let digest = Digest { logs: vec![DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode())] };
    let header = crate::Header::new(number, Default::default(), Default::default(), [69; 32].into(), digest);
    crate::Executive::initialize_block(&header);
    let now = u64::from(number) * crate::configs::SLOT_MILLISECONDS;
    let inherent = crate::UncheckedExtrinsic::new_bare(pallet_timestamp::Call::set { now }.into());
    crate::Executive::apply_extrinsic(inherent).expect("the inherent is valid").expect("the inherent succeeds");
}

fn end_block() {
    crate::Executive::finalize_block();
    pallet_jiandu_members::Pallet::<Runtime>::do_try_state().expect("consistent members");
    pallet_jiandu_records::Pallet::<Runtime>::do_try_state().expect("consistent records");
    pallet_jiandu_archives::Pallet::<Runtime>::do_try_state().expect("consistent archives");
    pallet_jiandu_disclosures::Pallet::<Runtime>::do_try_state().expect("consistent disclosures");
    pallet_jiandu_obligations::Pallet::<Runtime>::do_try_state().expect("consistent obligations");
    pallet_jiandu_grants::Pallet::<Runtime>::do_try_state().expect("consistent grants");
    pallet_jiandu_recovery::Pallet::<Runtime>::do_try_state().expect("consistent recoveries");
}

/// A call signed by a well-known key, as its owner's wallet would.
fn signed(key: Sr25519Keyring, call: crate::RuntimeCall) -> crate::UncheckedExtrinsic {
    let account = key.to_account_id();
    let extension: crate::TxExtension = (
        frame_system::CheckNonZeroSender::new(),
        frame_system::CheckSpecVersion::new(),
        frame_system::CheckTxVersion::new(),
        frame_system::CheckGenesis::new(),
        frame_system::CheckMortality::from(sp_runtime::generic::Era::Immortal),
        Default::default(),
        frame_system::CheckNonce::from(frame_system::Pallet::<Runtime>::account_nonce(&account)),
        frame_system::CheckWeight::new(),
    );
    let payload = sp_runtime::generic::SignedPayload::new(call, extension).expect("implicit data is known");
    let signature = payload.using_encoded(|bytes| key.sign(bytes));
    let (call, extension, _) = payload.deconstruct();
    crate::UncheckedExtrinsic::new_signed(call, account, signature.into(), extension)
}
