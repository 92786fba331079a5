//! The shape of the command line. Its words are in `locales`: see [`crate::help`].
//!
//! The comments on arguments below are for readers of the code; people read the texts `arg-…`, commands' `help-…`.

mod disclosure;
mod document;
mod enterprise;
mod grant;
mod import;
mod obligation;
mod vault;

pub use disclosure::{
    DecideArguments, DisclosureCommand, MandateArguments, MandateCommand, PublishAllArguments, ToArguments,
    WhichArguments,
};
pub use document::{DocumentCommand, RecoveryCommand};
pub use enterprise::{BindKeyArguments, EnterpriseCommand};
pub use grant::{EndArguments, ExportForm, GrantCommand, StandingCommand, TermsArguments, UseArguments, WhenArguments};
pub use import::ImportArguments;
pub use obligation::{CalendarCommand, ListArguments, ObligationCommand, OwedArguments, ReliefArguments, RulesCommand};
pub use vault::{
    FilingArguments, OriginalsArguments, PlaceArguments, RecipientArguments, ReviewArguments, StoreArguments,
    VaultCommand,
};

use crate::{enterprise_values, language::Language, values};
use clap::{
    builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser},
    ArgAction, Args, Parser, Subcommand, ValueEnum,
};
use clap_complete::Shell;
use jiandu_client::{enterprises::Query, AccountId};
use jiandu_primitives::{
    chain::GenesisHash,
    digest::{ContentHash, DigestAlg},
    enterprise::{Section, SourceDomain, MAX_PART},
    header::{Label, Level, OverwriteReason, Schema},
    member::{Custody, EndReason, Handle, OrganisationKind, Role},
    record::{ExternalId, Relation, Subject, VersionRef, WithdrawalReason},
    seal::MAX_SIGNER,
    uscc::Uscc,
};
use std::{path::PathBuf, time::Duration};
use values::{RecordAddress, Replacement};

/// `jiandu`.
#[derive(Debug, Parser)]
#[command(name = "jiandu", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Prints help.
    #[arg(short, long, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    /// Prints the version.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub version: Option<bool>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// The node to ask.
    #[arg(long, global = true, value_name = "URL", env = "JIANDU_NODE", default_value = "ws://127.0.0.1:9944")]
    #[arg(value_parser = values::url)]
    pub node: String,
    /// The key file that signs.
    #[arg(long, global = true, value_name = "FILE", env = "JIANDU_KEY")]
    pub key: Option<PathBuf>,
    /// A well-known key, where the chain is for development.
    #[arg(long, global = true, value_name = "NAME")]
    pub dev_key: Option<String>,
    /// Where the key file's password stands.
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// The only chain that will do.
    #[arg(long, global = true, value_name = "HASH", value_parser = values::genesis)]
    pub genesis: Option<GenesisHash>,
    /// The chain and validators to check against.
    #[arg(long, global = true, value_name = "FILE")]
    pub trust: Option<PathBuf>,
    /// The language of texts.
    #[arg(long, global = true, value_name = "LANG", value_parser = language_parser())]
    pub lang: Option<Language>,
    /// The form of the output.
    #[arg(long, global = true, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub output: Format,
    /// How long to wait for the node, and for finality.
    #[arg(long, global = true, value_name = "SECONDS", default_value = "60", value_parser = values::seconds)]
    pub timeout: Duration,
    /// Whether notes and progress are left out.
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Sentences and tables.
    Text,
    /// One JSON document.
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Keys and their files.
    #[command(subcommand)]
    Key(KeyCommand),
    /// Organisations of the consortium and their keys.
    #[command(subcommand)]
    Member(MemberCommand),
    /// Motions of the council.
    #[command(subcommand)]
    Council(CouncilCommand),
    /// Records and their snapshots.
    #[command(subcommand)]
    Record(RecordCommand),
    /// Enterprises, whatever they were called.
    #[command(subcommand)]
    Enterprise(EnterpriseCommand),
    /// The sections of their archives.
    #[command(subcommand)]
    Archive(ArchiveCommand),
    /// What enterprises disclose.
    #[command(subcommand)]
    Disclosure(DisclosureCommand),
    /// Who files for whom.
    #[command(subcommand)]
    Mandate(MandateCommand),
    /// What enterprises let others do with their data.
    #[command(subcommand)]
    Grant(Box<GrantCommand>),
    /// Documents for the users of grants.
    #[command(subcommand)]
    Document(DocumentCommand),
    /// To whom document keys are wrapped beside their owners.
    #[command(subcommand)]
    Recovery(RecoveryCommand),
    /// What enterprises have to disclose, and until when.
    #[command(subcommand)]
    Obligation(ObligationCommand),
    /// Tables of what clerks enter.
    Import(Box<ImportArguments>),
    /// Digests of files.
    Hash(HashArguments),
    /// What files or digests are.
    Verify(VerifyArguments),
    /// Evidence to take away.
    #[command(subcommand)]
    Evidence(EvidenceCommand),
    /// What evidence is checked against.
    #[command(subcommand)]
    Trust(TrustCommand),
    /// The documents themselves.
    #[command(subcommand)]
    Vault(VaultCommand),
    /// Whether this machine is ready.
    Doctor,
    /// Completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Manual pages.
    Man {
        /// Where to.
        dir: PathBuf,
    },
}

/// `jiandu key`.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Makes a new key.
    Generate {
        /// The file to write; else that of `--key`.
        file: Option<PathBuf>,
        /// Whether to show the recovery words.
        #[arg(long)]
        words: bool,
    },
    /// Makes a key file of recovery words or a seed.
    Import {
        /// The file to write; else that of `--key`.
        file: Option<PathBuf>,
        /// Where the words stand.
        #[arg(long, value_name = "FILE")]
        phrase_file: Option<PathBuf>,
    },
    /// Shows the account of a key.
    Show {
        /// The file to read; else that of `--key`.
        file: Option<PathBuf>,
    },
}

/// `jiandu member`.
#[derive(Debug, Subcommand)]
pub enum MemberCommand {
    /// All organisations.
    List,
    /// One organisation and its keys.
    Show {
        /// Which.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
    },
    /// Admits an organisation with its first administrator.
    Add {
        /// Which.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// What it is.
        #[arg(long, value_parser = named(OrganisationKind::ALL, OrganisationKind::name))]
        kind: OrganisationKind,
        /// Its registered name.
        #[arg(long, value_parser = values::name)]
        name: String,
        /// The account of its first administrator.
        #[arg(long, value_name = "ACCOUNT", value_parser = values::account)]
        administrator: AccountId,
        /// What that key is.
        #[command(flatten)]
        key: NewKeyArguments,
    },
    /// Suspends an organisation.
    Suspend {
        /// Which.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// Why.
        #[arg(long, value_parser = named(EndReason::ALL, EndReason::name))]
        reason: EndReason,
    },
    /// Ends a suspension.
    Reinstate {
        /// Which.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
    },
    /// Removes an organisation for good.
    Remove {
        /// Which.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// Why.
        #[arg(long, value_parser = named(EndReason::ALL, EndReason::name))]
        reason: EndReason,
    },
    /// Admits a key.
    AddKey {
        /// Of which organisation.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// What the key is.
        #[command(flatten)]
        key: NewKeyArguments,
        /// Whether the council acts.
        #[arg(long)]
        council: bool,
    },
    /// Replaces the key that signs.
    RotateKey {
        /// The account of the new key.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// Who holds its secret.
        #[arg(long, default_value = "self", value_parser = named(Custody::ALL, Custody::name))]
        custody: Custody,
    },
    /// Suspends a key.
    SuspendKey {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// Whether the council acts.
        #[arg(long)]
        council: bool,
    },
    /// Ends a key's suspension.
    ReinstateKey {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// Whether the council acts.
        #[arg(long)]
        council: bool,
    },
    /// Ends a key.
    RevokeKey {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// Why.
        #[arg(long, value_parser = named(EndReason::ALL, EndReason::name))]
        reason: EndReason,
        /// Whether the council acts.
        #[arg(long)]
        council: bool,
    },
    /// Ends all keys of a person.
    EndHandle {
        /// Of which organisation.
        #[arg(value_parser = values::uscc)]
        uscc: Uscc,
        /// The person.
        #[arg(value_parser = values::handle)]
        handle: Handle,
        /// Why.
        #[arg(long, value_parser = named(EndReason::ALL, EndReason::name))]
        reason: EndReason,
        /// When they end; now where it is left out.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        from: Option<u64>,
        /// Whether the council acts.
        #[arg(long)]
        council: bool,
    },
    /// Names the key that documents for one's organisation are encrypted to.
    SetEncryptionKey {
        /// The key, as `jiandu vault recipient` prints it; that of the key that signs where it is left out.
        #[arg(value_name = "AGE", value_parser = values::recipient)]
        recipient: Option<jiandu_client::vault::Recipient>,
    },
    /// 代岗: gives a key more roles for a while.
    AppointDeputy {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
        /// What it may do beside its own roles.
        #[arg(long = "role", value_name = "ROLE", value_delimiter = ',', required = true)]
        #[arg(value_parser = named(DEPUTY_ROLES, Role::name))]
        roles: Vec<Role>,
        /// The beginning; now where it is left out.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        from: Option<u64>,
        /// The end.
        #[arg(long, value_name = "TIME", value_parser = values::time)]
        until: u64,
    },
    /// Ends that before its time.
    EndDeputy {
        /// The key's account.
        #[arg(value_parser = values::account)]
        account: AccountId,
    },
}

/// The roles of a deputy: all but the administrator's, who could admit keys that stay.
const DEPUTY_ROLES: &[Role] = match Role::ALL {
    [Role::Administrator, others @ ..] => others,
    all => all,
};

/// What a key to be admitted is.
#[derive(Debug, Args)]
pub struct NewKeyArguments {
    /// What it may do.
    #[arg(long = "role", value_name = "ROLE", value_delimiter = ',', value_parser = named(Role::ALL, Role::name))]
    pub roles: Vec<Role>,
    /// The person; random where it is left out.
    #[arg(long, value_name = "HANDLE", value_parser = values::handle)]
    pub handle: Option<Handle>,
    /// Who holds its secret.
    #[arg(long, default_value = "self", value_parser = named(Custody::ALL, Custody::name))]
    pub custody: Custody,
    /// The beginning of its validity; now where it is left out.
    #[arg(long, value_name = "TIME", value_parser = values::time)]
    pub from: Option<u64>,
    /// The end of its validity.
    #[arg(long, value_name = "TIME", value_parser = values::time)]
    pub until: Option<u64>,
}

/// `jiandu council`.
#[derive(Debug, Subcommand)]
pub enum CouncilCommand {
    /// Open motions.
    List,
    /// Votes on one.
    Vote {
        /// Its number.
        #[arg(value_parser = values::number)]
        index: u32,
        /// For or against.
        #[arg(value_enum)]
        vote: Vote,
    },
    /// Ends the vote on one that is decided or whose time is over.
    Close {
        /// Its number.
        #[arg(value_parser = values::number)]
        index: u32,
    },
    /// Proposes who makes up the council.
    Seats {
        /// Everyone who will have a seat.
        #[arg(value_name = "ACCOUNT", required = true, value_parser = values::account)]
        accounts: Vec<AccountId>,
    },
    /// Proposes the authorisation of a runtime, or hands in one that is authorised.
    Upgrade {
        /// Its code.
        file: PathBuf,
        /// Whether it is handed in.
        #[arg(long)]
        apply: bool,
    },
    /// Proposes the cooling-off period of an enterprise's new keys.
    CoolingOff {
        /// How long.
        #[arg(value_name = "PERIOD", value_parser = values::cooling_off)]
        period: u64,
    },
}

/// A vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Vote {
    /// For.
    Aye,
    /// Against.
    Nay,
}

/// `jiandu record`.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// Anchors files as a new record.
    Create {
        /// The documents.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Whom they are about.
        #[arg(long, value_name = "USCC", value_parser = values::subject)]
        subject: Subject,
        /// The record's name.
        #[arg(long, value_name = "ID", value_parser = values::external_id)]
        id: Option<ExternalId>,
        /// What the snapshot says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Adds a version.
    Update {
        /// Of which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// The documents.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The head that it is based on.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        base: Option<VersionRef>,
        /// What the snapshot says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Rewrites a version in which its operator made a mistake, and all later ones.
    Overwrite {
        /// Of which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// What becomes of each version.
        #[command(flatten)]
        rewriting: RewritingArguments,
        /// The head that it is based on.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        base: Option<VersionRef>,
        /// What each snapshot that is set says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Adds a seal to a snapshot.
    Seal {
        /// Of which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// Which snapshot; the newest with documents where it is left out.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        at: Option<VersionRef>,
        /// Where to write what another device is to sign.
        #[arg(long, value_name = "FILE")]
        #[arg(conflicts_with_all = ["sm2_public", "sm2_public_file", "sm2_signature", "sm2_signature_file", "no_wait"])]
        message_out: Option<PathBuf>,
        /// A seal that such a device made.
        #[command(flatten)]
        sm2: Sm2Arguments,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Makes a snapshot refer to another record's.
    Refer {
        /// Of which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// To which record.
        #[arg(long, value_name = "RECORD", value_parser = values::record)]
        to: RecordAddress,
        /// Which snapshot; the newest with documents where it is left out.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        at: Option<VersionRef>,
        /// Which snapshot of the other; likewise.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        to_at: Option<VersionRef>,
        /// How.
        #[arg(long, value_parser = named(Relation::ALL, Relation::name))]
        relation: Relation,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Withdraws a record.
    Withdraw {
        /// Which.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// Why.
        #[arg(long, value_parser = named(WithdrawalReason::ALL, WithdrawalReason::name))]
        reason: WithdrawalReason,
        /// The head that it is based on.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        base: Option<VersionRef>,
        /// Where its body is kept.
        #[command(flatten)]
        store: StoreArguments,
        /// Whether a block is enough.
        #[arg(long)]
        no_wait: bool,
    },
    /// Writes the body of a snapshot, byte for byte.
    Body {
        /// Of which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// Which snapshot; the newest where it is left out.
        #[arg(long, value_name = "V.R", value_parser = values::version)]
        at: Option<VersionRef>,
        /// Whether the snapshot's seals are put into it.
        #[arg(long)]
        with_seals: bool,
        /// Where it lies.
        #[command(flatten)]
        place: OriginalsArguments,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Says everything that is wrong with a body.
    CheckBody {
        /// The body.
        file: PathBuf,
    },
    /// Shows a record as it is.
    Show {
        /// Which.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
    },
    /// Shows everything that happened to a record.
    History {
        /// Which.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
    },
}

/// What a snapshot says of itself beside its documents.
#[derive(Clone, Debug, Args)]
pub struct HeaderArguments {
    /// How harmful the disclosure of its content would be; that of the record, of a new one L1, where it is left out.
    #[arg(long, value_parser = named(Level::ALL, Level::name))]
    pub level: Option<Level>,
    /// When the matter itself happened.
    #[arg(long, value_name = "TIME", value_parser = values::time)]
    pub business_time: Option<u64>,
    /// The data model that it keeps to.
    #[arg(long, value_name = "PROTOCOL,VERSION,TYPE", value_parser = values::schema)]
    pub schema: Option<Schema>,
}

/// An SM2 seal that was made elsewhere.
#[derive(Clone, Debug, Args)]
pub struct Sm2Arguments {
    /// Its public key.
    #[arg(long = "sm2-public", value_name = "HEX", value_parser = values::sm2_public)]
    #[arg(conflicts_with = "sm2_public_file")]
    pub sm2_public: Option<[u8; 64]>,
    /// A file with the public key instead.
    #[arg(long = "sm2-public-file", value_name = "FILE")]
    pub sm2_public_file: Option<PathBuf>,
    /// Its signature.
    #[arg(long = "sm2-signature", value_name = "HEX", value_parser = values::number_pair)]
    #[arg(conflicts_with = "sm2_signature_file")]
    pub sm2_signature: Option<[u8; 64]>,
    /// A file with the signature instead.
    #[arg(long = "sm2-signature-file", value_name = "FILE")]
    pub sm2_signature_file: Option<PathBuf>,
    /// The signer's identifier, where it is not the usual one.
    #[arg(long = "sm2-signer", value_name = "ID", value_parser = values::signer)]
    pub sm2_signer: Option<Label<MAX_SIGNER>>,
}

/// `jiandu hash`.
#[derive(Debug, Args)]
pub struct HashArguments {
    /// The files.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The algorithms.
    #[arg(long = "alg", value_name = "ALG", value_delimiter = ',', value_parser = named(&DigestAlg::OF_FILES, DigestAlg::name))]
    pub algorithms: Vec<DigestAlg>,
}

/// `jiandu verify`.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Digests instead.
    #[arg(long = "digest", value_name = "ALG:HEX", value_parser = values::digest, conflicts_with = "files")]
    pub digests: Vec<ContentHash>,
    /// What opens the file's commitment, where the document is sealed.
    #[arg(long, value_name = "OPENING", conflicts_with = "digests")]
    pub opening: Option<PathBuf>,
    /// A record of which the file may be another form.
    #[arg(long, value_name = "RECORD", value_parser = values::record, conflicts_with = "digests")]
    pub record: Option<RecordAddress>,
    /// Where the record's documents lie.
    #[command(flatten)]
    pub originals: OriginalsArguments,
    /// How old the block may be that the answer is of.
    #[arg(long, value_name = "SECONDS", default_value = "300", value_parser = values::seconds)]
    pub max_age: Duration,
}

/// `jiandu evidence`.
#[derive(Debug, Subcommand)]
pub enum EvidenceCommand {
    /// Writes evidence about a document.
    Export {
        /// The document.
        file: Option<PathBuf>,
        /// What opens its commitment, where it is sealed.
        #[arg(long, value_name = "OPENING", requires = "file")]
        opening: Option<PathBuf>,
        /// Its digests instead.
        #[arg(long = "digest", value_name = "ALG:HEX", value_parser = values::digest, conflicts_with = "file")]
        digests: Vec<ContentHash>,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Checks evidence offline.
    Verify {
        /// The evidence.
        evidence: PathBuf,
        /// The document that it should be about.
        #[arg(long, value_name = "DOCUMENT")]
        file: Option<PathBuf>,
        /// What opens the document's commitment, where it is sealed.
        #[arg(long, value_name = "OPENING", requires = "file")]
        opening: Option<PathBuf>,
    },
}

/// `jiandu trust`.
#[derive(Debug, Subcommand)]
pub enum TrustCommand {
    /// Writes what a node says of its chain and validators.
    Export {
        /// Where to.
        file: PathBuf,
    },
}

/// Reads one of a list of values by its name, which completions and errors then know.
fn named<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| name(*value))).try_map(move |text| {
        all.iter().copied().find(|value| name(*value) == text).ok_or(jiandu_primitives::UnknownName { known: &[] })
    })
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    named(&Language::ALL, Language::tag)
}

/// `jiandu archive`.
#[derive(Debug, Subcommand)]
pub enum ArchiveCommand {
    /// Commits to a snapshot of a section.
    Put(PutArguments),
    /// Commits to the rewriting of a version of a section, and of all later ones.
    Overwrite {
        /// Which section of which enterprise.
        #[command(flatten)]
        section: SectionArguments,
        /// What becomes of each version.
        #[command(flatten)]
        rewriting: RewritingArguments,
        /// What each snapshot that is set says of itself.
        #[command(flatten)]
        header: HeaderArguments,
        /// What becomes of the files.
        #[command(flatten)]
        filing: FilingArguments,
        /// Where to write what the checker needs.
        #[arg(long, value_name = "SUBMISSION")]
        out: PathBuf,
    },
    /// Proposes to withdraw a section.
    Withdraw {
        /// Which section of which enterprise.
        #[command(flatten)]
        section: SectionArguments,
        /// Why.
        #[arg(long, value_parser = named(WithdrawalReason::ALL, WithdrawalReason::name))]
        reason: WithdrawalReason,
        /// Where its body is kept.
        #[command(flatten)]
        store: StoreArguments,
    },
    /// Publishes what another person committed to.
    Confirm {
        /// What that person handed over.
        submission: PathBuf,
        /// The documents.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// What they are compared with.
        #[command(flatten)]
        review: ReviewArguments,
    },
    /// The sections of an enterprise's archive.
    Show {
        /// Which enterprise.
        #[arg(value_parser = enterprise_values::query)]
        enterprise: Query,
    },
    /// Everything that happened to a section.
    History(SectionArguments),
    /// 误登: proposes to mark a record as filed under the wrong enterprise.
    Misfile {
        /// Which record.
        #[arg(value_parser = values::record)]
        record: RecordAddress,
        /// The record that it should have been.
        #[arg(long, value_name = "RECORD", value_parser = values::record)]
        to: RecordAddress,
    },
}

/// A section of an archive.
#[derive(Debug, Args)]
pub struct SectionArguments {
    /// Of which enterprise.
    #[arg(value_parser = enterprise_values::query)]
    pub enterprise: Query,
    /// Which section.
    #[arg(long, value_parser = named(Section::ALL, Section::name))]
    pub section: Section,
    /// Which part of it.
    #[arg(long, value_name = "PART", value_parser = enterprise_values::part)]
    pub part: Option<Label<MAX_PART>>,
}

/// What becomes of each version that is rewritten.
#[derive(Debug, Args)]
pub struct RewritingArguments {
    /// The documents of the versions that were wrong.
    #[arg(long = "set", value_name = "V=FILE", required = true)]
    #[arg(value_parser = OsStringValueParser::new().try_map(values::replacement))]
    pub replacements: Vec<Replacement>,
    /// The later versions that were right.
    #[arg(long = "keep", value_name = "V", value_delimiter = ',', value_parser = values::version_number)]
    pub kept: Vec<u32>,
    /// Why.
    #[arg(long, value_parser = named(OverwriteReason::ALL, OverwriteReason::name))]
    pub reason: OverwriteReason,
}

/// What `jiandu archive put` takes.
#[derive(Debug, Args)]
pub struct PutArguments {
    /// Which section of which enterprise.
    #[command(flatten)]
    pub section: SectionArguments,
    /// The documents.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Where its content comes from; as is usual for the section where it is left out.
    #[arg(long, value_parser = named(SourceDomain::ALL, SourceDomain::name))]
    pub source: Option<SourceDomain>,
    /// What the snapshot says of itself.
    #[command(flatten)]
    pub header: HeaderArguments,
    /// What becomes of the files.
    #[command(flatten)]
    pub filing: FilingArguments,
    /// Where to write what the checker needs.
    #[arg(long, value_name = "SUBMISSION")]
    pub out: PathBuf,
}
