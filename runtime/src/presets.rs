//! Genesis presets for development: `dev` (one validator, a council of one) and `local` (four validators on one machine, a
//! council of three). Both have well-known keys and one sample organisation for each kind; the names and codes are invented.

use crate::{AccountId, ChainConfig, CouncilConfig, MembersConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys};
use alloc::{string::ToString, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use jiandu_primitives::{
    member::{Custody, Handle, OrganisationKind, Role, Roles},
    uscc::Uscc,
};
use pallet_jiandu_members::genesis::{GenesisKey, GenesisOrganisation};
use serde_json::Value;
use sp_core::crypto::ByteArray;
use sp_genesis_builder::PresetId;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// One validator, a council of one.
pub const DEV: &str = "dev";
/// Four validators on one machine.
pub const LOCAL: &str = "local";

/// Blocks per session on development chains.
const DEVELOPMENT_SESSION: u32 = 10;

/// The names of the presets.
pub fn names() -> Vec<PresetId> {
    vec![PresetId::from(DEV), PresetId::from(LOCAL)]
}

/// The patch that a preset makes to the default genesis, as JSON.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
    let patch = match id.as_str() {
        DEV => development(&[Sr25519Keyring::Alice], &[Sr25519Keyring::Alice]),
        LOCAL => development(
            &[Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie, Sr25519Keyring::Dave],
            &[Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie],
        ),
        _ => return None,
    };
    serde_json::to_string(&patch).ok().map(Into::into)
}

fn development(validators: &[Sr25519Keyring], council: &[Sr25519Keyring]) -> Value {
    build_struct_json_patch!(RuntimeGenesisConfig {
        chain: ChainConfig { development: true, session_length: DEVELOPMENT_SESSION },
        members: MembersConfig { organisations: sample_organisations() },
        session: SessionConfig { keys: validators.iter().filter_map(session_keys).collect::<Vec<_>>() },
        council: CouncilConfig { members: council.iter().map(|key| key.to_account_id()).collect::<Vec<_>>() },
    })
}

/// A validator of a development chain: the account and both session keys come from the same well-known name.
fn session_keys(validator: &Sr25519Keyring) -> Option<(AccountId, AccountId, SessionKeys)> {
    let account = validator.to_account_id();
    let grandpa = Ed25519Keyring::iter().find(|key| key.to_string() == validator.to_string())?;
    let keys = SessionKeys {
        aura: sp_consensus_aura::sr25519::AuthorityId::from_slice(validator.public().as_ref()).ok()?,
        grandpa: sp_consensus_grandpa::AuthorityId::from_slice(grandpa.public().as_ref()).ok()?,
    };
    Some((account.clone(), account, keys))
}

/// One organisation for each kind; the exchange has a maker and a checker.
fn sample_organisations() -> Vec<GenesisOrganisation<AccountId>> {
    use OrganisationKind as Kind;
    use Sr25519Keyring as Key;
    let maker = &[Role::Administrator, Role::Registrar, Role::Discloser, Role::Operator] as &[Role];
    let checker = &[Role::Reviewer, Role::Operator] as &[Role];
    let of = |uscc: &[u8; 18], kind: Kind, name: &str, keys: &[(Key, u8, &[Role])]| GenesisOrganisation {
        uscc: Uscc::from_bytes(*uscc),
        kind,
        name: name.to_string(),
        keys: keys
            .iter()
            .map(|(key, handle, roles)| GenesisKey {
                account: key.to_account_id(),
                handle: Handle([*handle; 8]),
                roles: Roles::of(roles),
                custody: Custody::Own,
            })
            .collect(),
    };
    vec![
        of(
            b"91430100MADEW0001K",
            Kind::Exchange,
            "示例股权交易所有限责任公司",
            &[(Key::Alice, 1, maker), (Key::Bob, 2, checker)],
        ),
        of(
            b"12430000MADEW0002N",
            Kind::Regulator,
            "示例地方金融管理局",
            &[(Key::Ferdie, 3, &[Role::Administrator, Role::Regulator])],
        ),
        of(
            b"91430100MADEW0003R",
            Kind::Intermediary,
            "示例证券推荐有限公司",
            &[(Key::Charlie, 4, &[Role::Administrator, Role::Referer, Role::Operator])],
        ),
        of(
            b"91430100MADEW0004W",
            Kind::DataUser,
            "示例银行股份有限公司",
            &[(Key::Dave, 5, &[Role::Administrator, Role::User, Role::Operator])],
        ),
        of(
            b"12430000MADEW00050",
            Kind::DataProvider,
            "示例大数据中心",
            &[(Key::Eve, 6, &[Role::Administrator, Role::Provider])],
        ),
        of(
            b"91430100MADEW00063",
            Kind::Auditor,
            "示例会计师事务所",
            &[(Key::One, 7, &[Role::Administrator, Role::Auditor])],
        ),
        of(
            b"91430100MADEW00076",
            Kind::Verifier,
            "示例数据核验有限公司",
            &[(Key::Two, 8, &[Role::Administrator, Role::Verifier])],
        ),
    ]
}
