//! The chains this node knows by name, and every other one from a file.
//!
//! The genesis comes from the runtime's own presets, so the node repeats nothing of what the runtime decides. No chain
//! has telemetry or bootnodes built in: a node tells nobody about itself unless its operator says whom.

use sc_chain_spec::{ChainType, GenericChainSpec, NoExtension, Properties};
use std::path::Path;

/// A chain specification without extensions.
pub type ChainSpec = GenericChainSpec<NoExtension>;

/// Name and genesis preset of the chain for one developer: one validator, well-known keys.
const DEV: &str = "dev";

/// Name and genesis preset of the four-validator chain on one machine, with well-known keys.
const LOCAL: &str = "local";

/// Prefix of the legacy network protocol names; the current ones carry the genesis hash.
const PROTOCOL_ID: &str = "jiandu";

/// The generic address format: accounts look the same here as in wallets that have never heard of Jiandu.
const SS58_FORMAT: u16 = 42;

/// What to say when no chain was named. There is no default on purpose: a node that joins another network than its
/// operator meant does harm, a node that does not start does none.
const NO_CHAIN: &str = "no chain was given: use --dev for a chain of one developer, --chain local for four validators \
                        on one machine, or --chain <path to a chain specification> for a real network";

/// Finds the chain called `id`: a built-in name, or the path of a JSON specification.
pub fn load(id: &str) -> Result<ChainSpec, String> {
    match id {
        "" => Err(NO_CHAIN.into()),
        DEV => built_in(DEV, "Jiandu Development", "jiandu-dev", ChainType::Development),
        LOCAL => built_in(LOCAL, "Jiandu Local", "jiandu-local", ChainType::Local),
        path if Path::new(path).exists() => ChainSpec::from_json_file(path.into()),
        unknown => {
            Err(format!("chain `{unknown}` is unknown: it is neither `{DEV}` nor `{LOCAL}`, and there is no such file"))
        }
    }
}

/// The chain whose genesis is the runtime's preset of that name.
fn built_in(preset: &str, name: &str, id: &str, chain_type: ChainType) -> Result<ChainSpec, String> {
    let code = jiandu_runtime::WASM_BINARY
        .ok_or("this node was built without the runtime's WASM: build it again without SKIP_WASM_BUILD")?;
    let mut properties = Properties::new();
    properties.insert("ss58Format".into(), SS58_FORMAT.into());

    Ok(ChainSpec::builder(code, NoExtension::None)
        .with_name(name)
        .with_id(id)
        .with_chain_type(chain_type)
        .with_protocol_id(PROTOCOL_ID)
        .with_properties(properties)
        .with_genesis_config_preset_name(preset)
        .build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn load_should_name_the_choices_when_no_chain_is_given() {
        let refusal = load("").err().unwrap_or_default();
        for choice in ["--dev", "--chain local", "path"] {
            assert!(refusal.contains(choice), "`{choice}` is missing from: {refusal}");
        }
    }

    #[test]
    fn load_should_fail_when_the_chain_is_neither_known_nor_a_file() {
        assert!(load("no-such-chain").is_err_and(|refusal| refusal.contains("no-such-chain")));
    }

    #[test]
    fn built_in_chains_should_be_private_when_loaded() {
        for id in [DEV, LOCAL] {
            let spec = load(id).expect("the runtime was built with its WASM");
            assert!(spec.telemetry_endpoints().is_none());
            assert!(spec.boot_nodes().is_empty());
            assert_eq!(spec.protocol_id(), Some(PROTOCOL_ID));
            assert_eq!(spec.id(), format!("jiandu-{id}"));
        }
    }
}
