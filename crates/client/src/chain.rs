//! The chain's shape as subxt sees it: the code generated from the runtime's metadata, and the few types that a chain may
//! choose. The types of `jiandu-primitives` stand in for their generated twins, so that each has one definition.

use subxt::{
    client::OfflineClientAtBlock,
    config::{
        substrate::{BlakeTwo256, SubstrateHeader, H256},
        Config, DefaultTransactionExtensions, HashFor,
    },
    metadata::ArcMetadata,
    utils::{AccountId32, MultiSignature},
};

/// The runtime's calls, storage, events and view functions.
#[allow(missing_docs, clippy::all, clippy::unwrap_used)]
#[subxt::subxt(
    runtime_metadata_path = "metadata/jiandu.scale",
    substitute_type(
        path = "jiandu_primitives::calendar::Day",
        with = "::subxt::utils::Static<::jiandu_primitives::calendar::Day>"
    ),
    substitute_type(
        path = "jiandu_primitives::calendar::Year",
        with = "::subxt::utils::Static<::jiandu_primitives::calendar::Year>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::Filing",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::Filing>"
    ),
    substitute_type(
        path = "jiandu_primitives::obligation::DueChange",
        with = "::subxt::utils::Static<::jiandu_primitives::obligation::DueChange>"
    ),
    substitute_type(
        path = "jiandu_primitives::obligation::Obligation",
        with = "::subxt::utils::Static<::jiandu_primitives::obligation::Obligation>"
    ),
    substitute_type(
        path = "jiandu_primitives::obligation::ReliefReason",
        with = "::subxt::utils::Static<::jiandu_primitives::obligation::ReliefReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::obligation::RuleTable",
        with = "::subxt::utils::Static<::jiandu_primitives::obligation::RuleTable>"
    ),
    substitute_type(
        path = "jiandu_primitives::obligation::Timeliness",
        with = "::subxt::utils::Static<::jiandu_primitives::obligation::Timeliness>"
    ),
    substitute_type(
        path = "jiandu_primitives::chain::GenesisHash",
        with = "::subxt::utils::Static<::jiandu_primitives::chain::GenesisHash>"
    ),
    substitute_type(
        path = "jiandu_primitives::chain::GenesisRow",
        with = "::subxt::utils::Static<::jiandu_primitives::chain::GenesisRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::chain::Moment",
        with = "::subxt::utils::Static<::jiandu_primitives::chain::Moment>"
    ),
    substitute_type(
        path = "jiandu_primitives::code::CodeBase",
        with = "::subxt::utils::Static<::jiandu_primitives::code::CodeBase>"
    ),
    substitute_type(
        path = "jiandu_primitives::code::EnterpriseCode",
        with = "::subxt::utils::Static<::jiandu_primitives::code::EnterpriseCode>"
    ),
    substitute_type(
        path = "jiandu_primitives::digest::ContentHash",
        with = "::subxt::utils::Static<::jiandu_primitives::digest::ContentHash>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::Capacity",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::Capacity>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::CorrectionReason",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::CorrectionReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::Disclosure",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::Disclosure>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::DisclosureClass",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::DisclosureClass>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::DisclosureKind",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::DisclosureKind>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::FreezeReason",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::FreezeReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::Kinds",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::Kinds>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::Occasion",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::Occasion>"
    ),
    substitute_type(
        path = "jiandu_primitives::disclosure::ReviewReason",
        with = "::subxt::utils::Static<::jiandu_primitives::disclosure::ReviewReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::DeclineReason",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::DeclineReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::EnterpriseStatus",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::EnterpriseStatus>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::Section",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::Section>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::SectionContent",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::SectionContent>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::SourceDomain",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::SourceDomain>"
    ),
    substitute_type(
        path = "jiandu_primitives::enterprise::Succession",
        with = "::subxt::utils::Static<::jiandu_primitives::enterprise::Succession>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::Commitment",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::Commitment>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::GrantReason",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::GrantReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::GrantState",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::GrantState>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::RecoveryReason",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::RecoveryReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::StandingTerms",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::StandingTerms>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::Terms",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::Terms>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::decision::Denial",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::decision::Denial>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::decision::Denied",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::decision::Denied>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::decision::Facts",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::decision::Facts>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::decision::Use",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::decision::Use>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::usage::Outcome",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::usage::Outcome>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::usage::Receipt",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::usage::Receipt>"
    ),
    substitute_type(
        path = "jiandu_primitives::grant::usage::Usage",
        with = "::subxt::utils::Static<::jiandu_primitives::grant::usage::Usage>"
    ),
    substitute_type(
        path = "jiandu_primitives::header::Header",
        with = "::subxt::utils::Static<::jiandu_primitives::header::Header>"
    ),
    substitute_type(
        path = "jiandu_primitives::header::Locator",
        with = "::subxt::utils::Static<::jiandu_primitives::header::Locator>"
    ),
    substitute_type(
        path = "jiandu_primitives::header::OverwriteReason",
        with = "::subxt::utils::Static<::jiandu_primitives::header::OverwriteReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::Author",
        with = "::subxt::utils::Static<::jiandu_primitives::member::Author>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::Custody",
        with = "::subxt::utils::Static<::jiandu_primitives::member::Custody>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::EndReason",
        with = "::subxt::utils::Static<::jiandu_primitives::member::EndReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::Handle",
        with = "::subxt::utils::Static<::jiandu_primitives::member::Handle>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::OrganisationKind",
        with = "::subxt::utils::Static<::jiandu_primitives::member::OrganisationKind>"
    ),
    substitute_type(
        path = "jiandu_primitives::member::Roles",
        with = "::subxt::utils::Static<::jiandu_primitives::member::Roles>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::AnchorRow",
        with = "::subxt::utils::Static<::jiandu_primitives::record::AnchorRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::ChangeReason",
        with = "::subxt::utils::Static<::jiandu_primitives::record::ChangeReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::DigestRow",
        with = "::subxt::utils::Static<::jiandu_primitives::record::DigestRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::Document",
        with = "::subxt::utils::Static<::jiandu_primitives::record::Document>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::ExternalId",
        with = "::subxt::utils::Static<::jiandu_primitives::record::ExternalId>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::HeadRow",
        with = "::subxt::utils::Static<::jiandu_primitives::record::HeadRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::ObjectId",
        with = "::subxt::utils::Static<::jiandu_primitives::record::ObjectId>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::Operation",
        with = "::subxt::utils::Static<::jiandu_primitives::record::Operation>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::RecordKind",
        with = "::subxt::utils::Static<::jiandu_primitives::record::RecordKind>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::ReferenceRow",
        with = "::subxt::utils::Static<::jiandu_primitives::record::ReferenceRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::Relation",
        with = "::subxt::utils::Static<::jiandu_primitives::record::Relation>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::Rewritten",
        with = "::subxt::utils::Static<::jiandu_primitives::record::Rewritten>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::SnapshotRef",
        with = "::subxt::utils::Static<::jiandu_primitives::record::SnapshotRef>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::Subject",
        with = "::subxt::utils::Static<::jiandu_primitives::record::Subject>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::VersionRef",
        with = "::subxt::utils::Static<::jiandu_primitives::record::VersionRef>"
    ),
    substitute_type(
        path = "jiandu_primitives::record::WithdrawalReason",
        with = "::subxt::utils::Static<::jiandu_primitives::record::WithdrawalReason>"
    ),
    substitute_type(
        path = "jiandu_primitives::refusal::Refusal",
        with = "::subxt::utils::Static<::jiandu_primitives::refusal::Refusal>"
    ),
    substitute_type(
        path = "jiandu_primitives::seal::Seal",
        with = "::subxt::utils::Static<::jiandu_primitives::seal::Seal>"
    ),
    substitute_type(
        path = "jiandu_primitives::seal::SealKind",
        with = "::subxt::utils::Static<::jiandu_primitives::seal::SealKind>"
    ),
    substitute_type(
        path = "jiandu_primitives::seal::SealRow",
        with = "::subxt::utils::Static<::jiandu_primitives::seal::SealRow>"
    ),
    substitute_type(
        path = "jiandu_primitives::uscc::Uscc",
        with = "::subxt::utils::Static<::jiandu_primitives::uscc::Uscc>"
    ),
    substitute_type(
        path = "jiandu_primitives::verdict::Verdict",
        with = "::subxt::utils::Static<::jiandu_primitives::verdict::Verdict>"
    )
)]
pub(crate) mod api {}

/// So that a build follows the metadata: the macro above reads the file without telling anybody.
const _: &[u8] = include_bytes!("../metadata/jiandu.scale");

/// What the pallets define, as generated.
pub(crate) use api::runtime_types;

/// The hash of a block or of a call.
pub(crate) type Hash = H256;

/// One version of the runtime, ready to encode calls and decode what it wrote.
pub(crate) type Runtime = OfflineClientAtBlock<ChainConfig>;

/// The chain: accounts are addresses, hashes are BLAKE2, transactions carry no tip. One value is one runtime version.
#[derive(Clone, Debug)]
pub struct ChainConfig {
    pub(crate) genesis: Hash,
    pub(crate) spec_version: u32,
    pub(crate) transaction_version: u32,
    pub(crate) metadata: ArcMetadata,
}

impl Config for ChainConfig {
    type AccountId = AccountId32;
    type Address = AccountId32;
    type AssetId = u32;
    type Hasher = BlakeTwo256;
    type Header = SubstrateHeader<Hash>;
    type Signature = MultiSignature;
    type TransactionExtensions = DefaultTransactionExtensions<Self>;

    fn genesis_hash(&self) -> Option<HashFor<Self>> {
        Some(self.genesis)
    }

    fn spec_and_transaction_version_for_block_number(&self, _: u64) -> Option<(u32, u32)> {
        Some((self.spec_version, self.transaction_version))
    }

    fn metadata_for_spec_version(&self, spec_version: u32) -> Option<ArcMetadata> {
        (spec_version == self.spec_version).then(|| ArcMetadata::clone(&self.metadata))
    }
}

impl subxt::transactions::Signer<ChainConfig> for crate::key_file::SigningKey {
    fn account_id(&self) -> AccountId32 {
        self.account()
    }

    fn sign(&self, signer_payload: &[u8]) -> MultiSignature {
        MultiSignature::Sr25519(Self::sign(self, signer_payload))
    }
}
