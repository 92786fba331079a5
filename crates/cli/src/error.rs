//! Everything that can go wrong, each with a code, an exit code, and texts in both languages saying what, why and what next.
//!
//! Errors of our own have the texts `error-<code>` and `error-<code>.help`. Errors of the client keep the client's code and
//! texts: see [`crate::failures`].

use crate::{
    exit::Exit,
    language::{Language, Texts, Values},
    text::printable,
};
use fluent_templates::fluent_bundle::FluentValue;
use jiandu_client::texts::{try_text, Explain};
use miette::Diagnostic;
use serde::Serialize;
use std::{borrow::Cow, fmt, path::Path};

/// A value within a text: from elsewhere, so nothing in it may steer a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(String);

impl Word {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: ToString> From<T> for Word {
    fn from(value: T) -> Self {
        Self(printable(&value.to_string()))
    }
}

/// A path as it is shown: what is not UTF-8 appears as replacement characters, so that it never fails.
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// An error of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theirs {
    key: String,
    values: Vec<(&'static str, String)>,
    exit: Exit,
}

impl Theirs {
    fn text(&self, key: &str, language: Language) -> String {
        let values: Vec<(&str, &str)> = self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        try_text(language, key, &values).unwrap_or_default()
    }
}

/// Defines [`CliError`] and the catalogue of its variants.
macro_rules! errors {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident),+ })? = $code:literal, $exit:ident;)+) => {
        /// Why a command failed.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum CliError {
            $($(#[$doc])* $variant $({ $(
                /// A value of the text.
                $field: Word
            ),+ })?,)+
            /// An error of the client.
            Client(Box<Theirs>),
        }

        impl CliError {
            /// The stable name of this error, the same in every release and language.
            pub fn code(&self) -> &str {
                match self {
                    $(Self::$variant { .. } => $code,)+
                    // Errors of pallets are keyed as such; the pallet's name is enough.
                    Self::Client(error) => error.key.trim_start_matches("error-"),
                }
            }

            /// The exit code.
            pub fn exit(&self) -> Exit {
                match self {
                    $(Self::$variant { .. } => Exit::$exit,)+
                    Self::Client(error) => error.exit,
                }
            }

            fn words(&self) -> Vec<(&'static str, &Word)> {
                match self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), $field)),+)?],)+
                    Self::Client(_) => Vec::new(),
                }
            }
        }

        /// The code, the exit code and the names of the values of every error of our own.
        #[cfg(test)]
        const CATALOGUE: &[(&str, Exit, &[&str])] = &[$(($code, Exit::$exit, &[$($(stringify!($field)),+)?]),)+];
    };
}

errors! {
    // The command line.
    /// No command is given.
    MissingCommand = "missing-command", Usage;
    /// There is no such command.
    UnknownCommand { name, known } = "unknown-command", Usage;
    /// There is no such option or argument.
    UnknownArgument { argument } = "unknown-argument", Usage;
    /// There is no such option, but a similar one.
    SimilarArgument { argument, similar } = "similar-argument", Usage;
    /// Arguments are missing.
    MissingArgument { arguments } = "missing-argument", Usage;
    /// An option has no value.
    MissingValue { argument } = "missing-value", Usage;
    /// A value is none of those known.
    UnknownValue { argument, value, known } = "unknown-value", Usage;
    /// Two arguments exclude each other.
    ConflictingArguments { argument, other } = "conflicting-arguments", Usage;
    /// An option is given twice.
    RepeatedArgument { argument } = "repeated-argument", Usage;
    /// A word that must be text is not UTF-8.
    ArgumentNotUtf8 = "argument-not-utf8", Usage;
    /// Anything else about the command line.
    BadCommandLine { reason } = "bad-command-line", Usage;
    /// A USCC has another length.
    UsccLength { uscc, found } = "uscc-length", Usage;
    /// A USCC has a character that no USCC has.
    UsccSymbol { uscc, position } = "uscc-symbol", Usage;
    /// The check character of a USCC does not match.
    UsccCheck { uscc } = "uscc-check", Usage;
    /// An external id is empty or too long.
    IdLength { found, most } = "id-length", Usage;
    /// An external id has a character that is not allowed.
    IdCharacter { id, position } = "id-character", Usage;
    /// An external id holds a number of a person.
    PersonalId { id } = "personal-id", Usage;
    /// A digest has no algorithm.
    DigestNoAlgorithm { digest } = "digest-no-algorithm", Usage;
    /// The algorithm of a digest is unknown.
    DigestUnknownAlgorithm { digest } = "digest-unknown-algorithm", Usage;
    /// A digest has another length.
    DigestLength { found } = "digest-length", Usage;
    /// A digest has a character that is not hexadecimal.
    DigestNotHex { position } = "digest-not-hex", Usage;
    /// A digest in Base64 has a character that is wrong there.
    DigestNotBase64 { position } = "digest-not-base64", Usage;
    /// What the Base64 of a digest wraps has a character that is not hexadecimal.
    DigestNotHexInside { position } = "digest-not-hex-inside", Usage;
    /// A genesis hash is not one.
    BadGenesis { value } = "bad-genesis", Usage;
    /// A record is named in no known form.
    BadRecord { value } = "bad-record", Usage;
    /// A version is not written as `version.revision`.
    BadVersion { value } = "bad-version", Usage;
    /// An account is not one.
    BadAccount { value } = "bad-account", Usage;
    /// A handle is not one.
    BadHandle { value } = "bad-handle", Usage;
    /// A date or time is not one.
    BadTime { value } = "bad-time", Usage;
    /// A number of seconds is not one.
    BadSeconds { value } = "bad-seconds", Usage;
    /// A number is not one.
    BadNumber { value } = "bad-number", Usage;
    /// An occasion is written otherwise.
    BadOccasion { value } = "bad-occasion", Usage;
    /// A year is none of the calendar.
    BadYear { value, first, last } = "bad-year", Usage;
    /// A window ends before it begins.
    EmptyWindow { from, to } = "empty-window", Usage;
    /// The number of a disclosure has characters that no record's name has, or is empty or too long.
    BadDisclosureNumber { value, most } = "bad-disclosure-number", Usage;
    /// The name of an organisation does not fit.
    BadName { found, most } = "bad-name", Usage;
    /// A replacement is not written as `VERSION=FILE`.
    BadReplacement { value } = "bad-replacement", Usage;
    /// A schema is not written as `PROTOCOL,VERSION,TYPE`.
    BadSchema { value } = "bad-schema", Usage;
    /// A name of a schema or a signer is empty or too long.
    LabelLength { label, found, most } = "name-length", Usage;
    /// Such a name has a character that is not allowed.
    LabelCharacter { label, position } = "name-character", Usage;
    /// A public key or a signature in hexadecimal has another length.
    NumberPairLength { found } = "number-pair-length", Usage;
    /// Such a one has a character that is not hexadecimal.
    NumberPairDigit { position } = "number-pair-digit", Usage;
    /// A cooling-off period is not one.
    BadCoolingOff { value } = "bad-cooling-off", Usage;
    /// The identifier of an SM2 signer may be a number of a person.
    PersonalSigner { signer } = "personal-signer", Usage;
    /// There is neither a file nor a digest to ask about.
    NothingToAsk = "nothing-to-ask", Usage;

    // Files.
    /// A file does not exist.
    NoSuchFile { file } = "no-such-file", Usage;
    /// The folder that a file is to be written into does not exist.
    NoSuchFolder { folder, file } = "no-such-folder", Usage;
    /// The system has no such names of files.
    FileName { file } = "file-name", Usage;
    /// Symbolic links lead back to themselves.
    LinkCircle { file } = "link-circle", Usage;
    /// It is a folder.
    IsDirectory { file } = "is-directory", Usage;
    /// It is a device, a socket or a pipe.
    NotAFile { file } = "not-a-file", Usage;
    /// A record is of files, and standard input is none.
    StandardInputNotAnchored = "standard-input-not-anchored", Usage;
    /// It is empty, and anchoring nothing says nothing.
    EmptyFile { file } = "empty-file", Usage;
    /// It is empty, and identifies nothing.
    EmptyFileIdentifiesNothing { file } = "empty-file-identifies-nothing", Usage;
    /// Two files of one record have the same content.
    SameContent { file, other } = "same-content", Usage;
    /// A record takes fewer files.
    TooManyFiles { found, most } = "too-many-files", Usage;
    /// It is no runtime.
    NotARuntime { file } = "not-a-runtime", Usage;
    /// A file exists, and nothing is overwritten.
    FileExists { file } = "file-exists", Usage;
    /// The system does not let this user read it.
    Unreadable { file } = "unreadable", Denied;
    /// The system does not let this user write it.
    Unwritable { file } = "unwritable", Denied;
    /// It changed while it was hashed.
    FileChanged { file } = "file-changed", Failure;
    /// The system fails to read or write.
    Io { file, reason } = "io", Failure;

    // Vaults.
    /// A bucket has no name, or one that no bucket has.
    NoBucket { place } = "no-bucket", Usage;
    /// A bucket needs settings.
    NoVaultSettings { place } = "no-vault-settings", Usage;
    /// The settings of a store are not what they should be.
    VaultSettings { file, reason } = "vault-settings", Configuration;
    /// Others can read the settings of a store.
    VaultSettingsExposed { file } = "vault-settings-exposed", Configuration;
    /// There is no vault.
    NoVault { place } = "no-vault", Configuration;
    /// What describes the vault is not known.
    BadVaultManifest { place } = "bad-vault-manifest", Configuration;
    /// Nothing says where the vault is.
    VaultNotNamed = "vault-not-named", Usage;
    /// There is a vault already.
    VaultExists { place } = "vault-exists", Usage;
    /// The folder of a vault can't be used.
    VaultFolder { folder, reason } = "vault-folder", Configuration;
    /// The vault has no such document.
    NotInVault { locator } = "not-in-vault", Unknown;
    /// A document in the vault is not what was stored.
    DamagedInVault { locator } = "damaged-in-vault", NotVerified;
    /// The store has no room left.
    VaultFull = "vault-full", Failure;
    /// The store does not let this user in.
    VaultDenied { reason } = "vault-denied", Denied;
    /// The store does not answer as it should.
    VaultStore { reason } = "vault-store", Network;
    /// A text is no locator.
    BadLocator { value } = "bad-locator", Usage;
    /// A text is no public key of age.
    BadRecipient { value } = "bad-recipient", Usage;
    /// Temporary files can't be written.
    TemporaryFiles { reason } = "temporary-files", Failure;

    // Bodies, and documents that are not public.
    /// A body breaks rules.
    BodyFaults { count, faults } = "body-faults", Usage;
    /// A file is too long for a body.
    BodyTooLong { file, most } = "body-too-long", Usage;
    /// A body is read from a file alone.
    BodyNotAFile { file } = "body-not-a-file", Usage;
    /// Content of one's own is for public bodies alone.
    BodyNotPublic = "body-not-public", Usage;
    /// A snapshot has no body in a vault.
    NoBody { record, version } = "no-body", Unknown;
    /// Sealed documents have to be stored.
    SealedNotStored = "sealed-not-stored", Usage;
    /// A record of sealed documents needs a name that is given.
    SealedWithoutId = "sealed-without-id", Usage;
    /// One file alone is opened or compared.
    OneFileOnly = "one-file-only", Usage;
    /// A file is no opening.
    NotAnOpening { file } = "not-an-opening", Usage;
    /// An opening is of another document.
    OpeningOfAnother { file, opening } = "opening-of-another", NotVerified;
    /// The same, with what tells the file from that document.
    OtherThanSealed { file, opening, differs } = "other-than-sealed", NotVerified;
    /// An opening does not open what lies in the vault.
    OpeningOfOther { locator } = "opening-of-other", NotVerified;
    /// An opening in the vault is for others.
    OpeningForOthers = "opening-for-others", Key;
    /// An opening in the vault is damaged.
    OpeningDamaged = "opening-damaged", NotVerified;
    /// The evidence is about a commitment, and no opening was given.
    OpeningNeeded { file } = "opening-needed", Usage;
    /// More recipients than an opening has room for.
    TooManyRecipients = "too-many-recipients", Usage;
    /// The chain knows nothing that lies in the vault.
    VaultOfOtherChain = "vault-of-other-chain", WrongChain;
    /// The ciphertext of a record that is there is gone.
    SealedLost { locator } = "sealed-lost", Unknown;
    /// The vault has no opening.
    NoOpening { locator } = "no-opening", Unknown;

    /// The user interrupted a command before it sent anything.
    Interrupted = "interrupted", Interrupted;
    /// The user interrupted a command after it sent a transaction.
    InterruptedAfterSending = "interrupted-after-sending", Interrupted;
    /// Standard output is closed or full.
    OutputLost { reason } = "output-lost", Failure;

    // Keys and passwords.
    /// No key is named where one must sign.
    NoKey = "no-key", Configuration;
    /// A password file is not text.
    PasswordNotText { file } = "password-not-text", Key;
    /// A password is longer than any is.
    LongPassword { most } = "long-password", Key;
    /// A new password is too short.
    ShortPassword { least } = "short-password", Key;
    /// A new password was not repeated as it was.
    PasswordsDiffer = "passwords-differ", Key;

    /// A file holds no SM2 public key.
    NotSm2Public { file } = "not-sm2-public", Key;
    /// A file holds no SM2 signature.
    NotSm2Signature { file } = "not-sm2-signature", Key;
    /// A seal is no signature of its key over the snapshot.
    SealNotValid { record, version } = "seal-not-valid", Key;

    // What an overwrite lacks.
    /// Later versions are neither set nor kept.
    MissingVersions { missing, keep, example } = "missing-versions", Usage;
    /// Versions beyond the head are set or kept.
    VersionsBeyondHead { versions, head } = "versions-beyond-head", Usage;
    /// A version before the first that is set is kept.
    KeptBeforeFirst { kept, first } = "kept-before-first", Usage;
    /// Versions are both set and kept.
    SetAndKept { versions } = "set-and-kept", Usage;
    /// More versions than one overwrite covers.
    TooManyVersions { found, most } = "too-many-versions", Usage;
    /// More documents than one overwrite takes, those of kept versions counted.
    TooManyRewritten { found, most } = "too-many-rewritten", Usage;

    // What the chain refuses.
    /// The head moved on.
    StaleHead { base, head, record } = "stale-head", Failure;
    /// A change was sent, and its fate is unknown.
    ChangeNotFinal { base, record } = "change-not-final", NotFinal;
    /// The external id is taken.
    DuplicateId { id, record } = "duplicate-id", Failure;

    // What the node does not know.
    /// The node knows no such record.
    UnknownRecord { record } = "unknown-record", Unknown;
    /// The node knows the record, but no such snapshot of it.
    UnknownSnapshot { record, version } = "unknown-snapshot", Unknown;
    /// The node knows no such organisation.
    UnknownMember { member } = "unknown-member", Unknown;

    // Evidence.
    /// What the node proves is of a block too long ago.
    ProofTooOld { block, age } = "proof-too-old", NotFinal;
    /// There is nothing to check against.
    NoTrust = "no-trust", Usage;
    /// Evidence is about one document, so one digest per algorithm.
    SeveralDocuments = "several-documents", Usage;
    /// The trust file is of another chain than the one asked for.
    TrustOfOtherChain { file, expected, found } = "trust-of-other-chain", WrongChain;
    /// The document is not the one that the evidence is about.
    WrongDocument { file, expected, found } = "wrong-document", NotVerified;

    // Enterprises and archives.
    /// A code of an enterprise does not begin with the letters of a market.
    CodeRegion { code } = "code-region", Usage;
    /// It has too few or too many digits.
    CodeDigits { code, found, expected } = "code-digits", Usage;
    /// Something else stands where a plain letter or digit belongs.
    CodeCharacter { code, position } = "code-character", Usage;
    /// The letter of its tier is none.
    CodeTier { code, position } = "code-tier", Usage;
    /// It is complete before its end.
    CodeTrailing { code, position } = "code-trailing", Usage;
    /// It is wrong in another way.
    NotACode { code } = "not-a-code", Usage;
    /// A DID is of another method.
    DidMethod { did } = "did-method", Usage;
    /// It has a character that no DID has.
    DidCharacter { did, position } = "did-character", Usage;
    /// It names no market's chain.
    DidChain { did, position } = "did-chain", Usage;
    /// It names nobody.
    DidNoSubject { did } = "did-no-subject", Usage;
    /// It names an investor.
    DidInvestor = "did-investor", Usage;
    /// Its code was allotted by another market than it names.
    DidOtherRegion { did, chain, region } = "did-other-region", Usage;
    /// The name of an enterprise is empty or too long.
    EnterpriseNameLength { found, most } = "enterprise-name-length", Usage;
    /// It is no name as the business register prints it.
    EnterpriseName { name } = "enterprise-name", Usage;
    /// The name of a part of a section is empty or too long.
    PartLength { found, most } = "part-length", Usage;
    /// It has a character that is not allowed.
    PartCharacter { part, position } = "part-character", Usage;
    /// No row of it has headings that are known.
    ListNoHeadings { file } = "list-no-headings", Usage;
    /// It is no table that can be read.
    TableFormat { file } = "table-format", Usage;
    /// It has a password.
    TableEncrypted { file } = "table-encrypted", Usage;
    /// It is damaged.
    TableDamaged { file, reason } = "table-damaged", Usage;
    /// It is a text in no encoding that is known.
    TableEncoding { file, line } = "table-encoding", Usage;
    /// A quotation mark in it is never closed.
    TableQuote { file, cell } = "table-quote", Usage;
    /// It has more rows, columns or characters than a table may have.
    TableBounds { file, cell } = "table-bounds", Usage;
    /// It is too large a file.
    TableTooLarge { file } = "table-too-large", Usage;
    /// It lacks columns.
    ListColumns { file, missing } = "list-columns", Usage;
    /// It has a column twice.
    ListColumnTwice { file, column } = "list-column-twice", Usage;
    /// It has no row.
    ListEmpty { file } = "list-empty", Usage;
    /// A row has more cells than there are headings.
    RowColumns { found, expected } = "row-columns", Usage;
    /// A cell that is needed is empty.
    MissingCell { column } = "missing-cell", Usage;
    /// Two rows are about the same enterprise.
    RepeatedUscc { uscc, row } = "repeated-uscc", Usage;
    /// Two rows have the same number.
    RepeatedCode { code, name, row } = "repeated-code", Usage;
    /// A code is of another market than those of most rows.
    OtherMarket { code, name, usual } = "other-market", Usage;
    /// The USCC is an individual business's.
    IndividualBusiness { uscc } = "individual-business", Usage;
    /// A date lies ahead.
    DatedAhead { value } = "dated-ahead", Usage;
    /// What a row says of an enterprise is not what the registry has.
    EnterpriseDiffers { uscc, value, registered } = "enterprise-differs", Usage;
    /// The check character of a USCC does not match, and a registered one is very similar.
    UsccNear { uscc, near } = "uscc-near", Usage;
    /// A cell has none of the words that may stand there.
    UnknownWord { column, value, known } = "unknown-word", Usage;
    /// A historical filing names an occasion.
    BackfilledOccasion = "backfilled-occasion", Usage;
    /// A row names several occasions, or half of one.
    MixedOccasion = "mixed-occasion", Usage;
    /// It is no security.
    BadSecurity { value } = "bad-security", Usage;
    /// A folder has no submission.
    NoSubmissions { folder } = "no-submissions", Unknown;
    /// The reviewer has not got a document of a submission.
    DocumentMissing { number } = "document-missing", NotVerified;
    /// An earlier row is about the same.
    RowRepeated { row } = "row-repeated", Usage;
    /// Something else was handed in for the row before.
    RowHandedIn { file, number } = "row-handed-in", Failure;
    /// What was handed in for a row was returned.
    RowReturned { number, reason } = "row-returned", Failure;
    /// What was handed in for a row was rejected, declined or taken back.
    RowClosed { number, reason } = "row-closed", Failure;
    /// The chain does not have what a file says was handed in.
    RowNotThere { file } = "row-not-there", Failure;
    /// Another import works in the same folder.
    ImportUnderway { folder } = "import-underway", Failure;
    /// A table has columns of another one.
    ListMixed { file, foreign } = "list-mixed", Usage;
    /// Two files are of the same submission.
    SubmissionTwice { number, file } = "submission-twice", Usage;
    /// An earlier row has the same file.
    FileOfOtherRow { file, row } = "file-of-other-row", Usage;
    /// The occasion was declared and cancelled.
    OccasionCancelled = "occasion-cancelled", Failure;
    /// The formula of a cell failed.
    CellFailed { raw } = "cell-failed", Usage;
    /// The formula of a cell has no result in the file.
    CellNotCalculated = "cell-not-calculated", Usage;
    /// A cell has a control character.
    CellControl { raw, character } = "cell-control", Usage;
    /// A spreadsheet made a number of a code.
    CellDestroyed { raw } = "cell-destroyed", Usage;
    /// A cell has no day.
    CellNotDay { raw } = "cell-not-day", Usage;
    /// A day whose year does not stand first.
    CellAmbiguousDay { raw } = "cell-ambiguous-day", Usage;
    /// A day whose year has two digits.
    CellShortYear { raw } = "cell-short-year", Usage;
    /// A day that is in no calendar.
    CellNoSuchDay { raw } = "cell-no-such-day", Usage;
    /// A day with a time of day.
    CellTimeOfDay { raw } = "cell-time-of-day", Usage;
    /// The number of a code belongs to another enterprise.
    CodeTaken { code, name, uscc } = "code-taken", Usage;
    /// Enterprises of a list wait in another proposal.
    RegistrationWaits { proposals, first } = "registration-waits", Failure;
    /// The node knows no such enterprise.
    UnknownEnterprise { enterprise } = "unknown-enterprise", Unknown;
    /// An enterprise has the number of a code, and never had its letter.
    CodeNeverHeld { code, enterprise, current } = "code-never-held", Unknown;
    /// Several enterprises are or were called so.
    SeveralEnterprises { value, found } = "several-enterprises", Usage;
    /// No open proposal has this number.
    UnknownProposal { proposal } = "unknown-proposal", Unknown;
    /// A proposal is confirmed with the content of a section.
    SectionProposal { proposal } = "section-proposal", Usage;
    /// A key was proposed, and the fate of the proposal is unknown.
    ApplicationNotFinal { salt } = "application-not-final", NotFinal;
    /// A section is about persons.
    PersonalSection = "personal-section", Usage;
    /// Nothing may follow in a section, or its name is taken by another record.
    SectionClosed { section, record } = "section-closed", Failure;
    /// A section would not change.
    SectionUnchanged { section, record } = "section-unchanged", Failure;
    /// The node knows no such section.
    UnknownSection { enterprise, section } = "unknown-section", Unknown;
    /// A body is not what its snapshot gives.
    OtherBody { version } = "other-body", NotVerified;
    /// The same of a withdrawal.
    OtherBodyOfWithdrawal { version } = "other-body-of-withdrawal", NotVerified;
    /// What a draft names is not in the vault that was named.
    DraftOriginals { file, place } = "draft-originals", Unknown;
    /// What was stored is not in the vault that was named.
    OriginalMissing { locator, place } = "original-missing", Unknown;
    /// A draft of another submission is in the way.
    OtherDraft { file } = "other-draft", Usage;
    /// What is handed over is a file.
    OutputNotAFile = "output-not-a-file", Usage;
    /// A section was submitted, and the fate of the proposal is unknown.
    SubmissionNotFinal { file } = "submission-not-final", NotFinal;
    /// A section was submitted, and the file for the checker could not be written.
    SubmissionUnsaved { proposal, file, reason } = "submission-unsaved", Failure;
    /// A file is no submission.
    NoSubmission { file } = "no-submission", Usage;
    /// A document is not the one that was submitted.
    OtherDocument { number, file } = "other-document", NotVerified;
    /// There are more or fewer documents than were submitted.
    OtherDocumentCount { found, expected } = "other-document-count", NotVerified;
    /// Somebody declined it.
    SubmissionDeclined { proposal, reason, by } = "submission-declined", Failure;
    /// The section has moved on since it was submitted.
    SubmissionStale { proposal } = "submission-stale", Failure;
    /// A submission is not what its maker committed to.
    SubmissionAltered { proposal } = "submission-altered", NotVerified;

    // Obligations.
    /// A file of rules is no JSON.
    RulesNotJson { file, reason } = "rules-not-json", Usage;
    /// Something else stands where an object belongs.
    RulesNotObject { value, known } = "rules-not-an-object", Usage;
    /// Something else stands where a list belongs.
    RulesNotList { value } = "rules-not-a-list", Usage;
    /// A field is missing.
    RulesFieldMissing { field } = "rules-field-missing", Usage;
    /// A field is unknown.
    RulesFieldUnknown { field, known } = "rules-field-unknown", Usage;
    /// A rule has no trigger, or more than one.
    RulesTrigger = "rules-trigger", Usage;
    /// A value is no day.
    RulesDay { value } = "rules-day", Usage;
    /// A value is no date of any year.
    RulesDate { value } = "rules-date", Usage;
    /// Something is due before its period has ended.
    RulesDueBeforeEnd { due, end } = "rules-due-before-end", Usage;
    /// A rule never counts, because one before it always does.
    RuleNeverReached { by } = "rule-never-reached", Usage;
    /// A value is no number within its bounds.
    RulesNumber { value, least, most } = "rules-number", Usage;
    /// A value is none of a few words.
    RulesWord { value, known } = "rules-word", Usage;
    /// A value is no kind of a security.
    RulesSecurity { value, most } = "rules-security", Usage;
    /// A table has more rules than one may have.
    TooManyRules { found, most } = "too-many-rules", Usage;
    /// The node has no such table.
    UnknownTable { number } = "unknown-table", Unknown;
    /// A day is of another year.
    OtherYear { value, year } = "other-year", Usage;
    /// A day stands in two rows.
    DayRepeated { day, row } = "day-repeated", Usage;
    // Grants.
    /// A word is neither a section nor a record.
    BadItem { value, known } = "bad-item", Usage;
    /// A word is no form of sharing benefits.
    BadBenefit { value, known } = "bad-benefit", Usage;
    /// A word names no item with the file of a consent.
    BadConsent { value } = "bad-consent", Usage;
    /// An item about persons has no consent.
    ConsentMissing { item } = "consent-missing", Usage;
    /// A file is neither an agreement nor a reservation.
    NoGrantFile { file } = "no-grant-file", Usage;
    /// A credential is about other parties.
    CredentialOfOthers { file, party } = "credential-of-others", Usage;
    /// Data may be passed on to anybody, and to somebody in particular.
    OnwardMixed = "onward-mixed", Usage;
    /// A consent is over before it is used.
    ConsentOver { item } = "consent-over", Usage;
    /// A serving log has no headings.
    LogNoHeadings { file } = "log-no-headings", Usage;
    /// A question is about a block that is not there yet, or about the first one, which has no time.
    BlockAhead { block, newest } = "block-ahead", Usage;
    /// A question is about a time that lies ahead.
    TimeAhead { value } = "time-ahead", Usage;
    /// A grant names more items than one may have.
    TooManyItems { found } = "too-many-items", Usage;
    /// Onward sharing names more parties than it may.
    TooManyOnward { found } = "too-many-onward", Usage;
    /// No grant has this number.
    UnknownGrant { grant } = "unknown-grant", Unknown;
    /// What is in a file was never proposed.
    NotProposed { file } = "not-proposed", Unknown;
    /// This user does not know what a grant says.
    NoAgreement { grant } = "no-agreement", Configuration;
    /// A grant has no such item.
    ItemNotGranted { item, granted } = "item-not-granted", Usage;
    /// A key is a member's, where only an enterprise's will do.
    NotAnEnterprisesKey = "not-an-enterprises-key", Denied;
    /// A file is no reservation that is final on the chain.
    NotReservedYet { file } = "not-reserved-yet", NotFinal;
    /// A grant does not allow what is asked for.
    GrantDenies { grant, reason } = "grant-denies", Denied;
    /// An organisation has registered no encryption key.
    NoEncryptionKey { organisation } = "no-encryption-key", Configuration;
    /// A file is no wrap, or one of another chain or document.
    BadWrap { file } = "bad-wrap", NotVerified;
    /// A wrap is for another key.
    WrapForOthers { file } = "wrap-for-others", Key;
    /// A file is no credential.
    BadCredential { file, reason } = "bad-credential", Usage;

    // Recovery of keys.
    /// Nothing was recorded about the recovery of a document.
    NotRecorded { locator } = "not-recorded", Denied;
    /// There are fewer shares than are needed.
    TooFewShares { found, needed } = "too-few-shares", Usage;
    /// A share is given twice.
    ShareTwice { number } = "share-twice", Usage;
    /// So many shares there can't be.
    ShareCounts { threshold, shares } = "share-counts", Usage;
    /// Files are no shares, or not of one key.
    BadShares = "bad-shares", Key;
}

impl CliError {
    /// An error of the client, with the exit code that it ends with.
    pub fn of_client(error: &impl Explain, exit: Exit) -> Self {
        let values = error.args().into_iter().map(|(name, value)| (name, printable(&value))).collect();
        Self::Client(Box::new(Theirs { key: error.key(), values, exit }))
    }

    /// What happened, in one or two sentences.
    pub fn message(&self, language: Language) -> String {
        match self {
            Self::Client(error) => error.text(&error.key, language),
            ours => language.say(&format!("error-{}", ours.code()), &ours.values()),
        }
    }

    /// What to do next.
    pub fn help(&self, language: Language) -> String {
        match self {
            Self::Client(error) => error.text(&format!("{}.next", error.key), language),
            ours => language.say(&format!("error-{}.help", ours.code()), &ours.values()),
        }
    }

    /// The error as JSON shows it.
    pub fn document(&self, language: Language) -> ErrorDocument<'_> {
        ErrorDocument {
            code: self.code(),
            exit: self.exit().number(),
            message: self.message(language),
            help: self.help(language),
        }
    }

    fn values(&self) -> Values {
        let words = self.words().into_iter();
        words.map(|(name, word)| (Cow::Borrowed(name), FluentValue::from(word.0.clone()))).collect()
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for CliError {}

/// An error as JSON shows it, in `{"error": …}`.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorDocument<'a> {
    /// The stable name of the error.
    pub code: &'a str,
    /// The exit code.
    pub exit: u8,
    /// What happened, in the user's language.
    pub message: String,
    /// What to do next, in the user's language.
    pub help: String,
}

/// An error in one language, as miette draws it.
#[derive(Debug)]
pub struct Shown<'a> {
    error: &'a CliError,
    language: Language,
}

impl<'a> Shown<'a> {
    /// An error to be read in a language.
    pub fn new(error: &'a CliError, language: Language) -> Self {
        Self { error, language }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error.message(self.language))
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.error.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tests::keys;
    use std::collections::BTreeSet;

    #[test]
    fn every_error_should_have_its_texts_in_both_languages_with_known_values() {
        for language in Language::ALL {
            let keys = keys(language);
            for (code, _, fields) in CATALOGUE {
                let fields: BTreeSet<String> = fields.iter().map(ToString::to_string).collect();
                for key in [format!("error-{code}"), format!("error-{code}.help")] {
                    let values = keys.get(&key).unwrap_or_else(|| panic!("{key} is missing in {}", language.tag()));
                    assert!(values.is_subset(&fields), "{key} in {} uses {values:?}", language.tag());
                }
            }
        }
    }

    #[test]
    fn no_text_should_belong_to_an_error_that_is_gone() {
        let known: BTreeSet<String> = CATALOGUE.iter().map(|(code, _, _)| format!("error-{code}")).collect();
        for key in keys(Language::English).into_keys().filter(|key| key.starts_with("error-") && !key.contains('.')) {
            assert!(known.contains(&key), "{key}");
        }
    }

    #[test]
    fn codes_should_be_unique_and_no_error_should_exit_as_success_or_as_an_answer() {
        let codes: BTreeSet<&str> = CATALOGUE.iter().map(|(code, _, _)| *code).collect();
        assert_eq!(codes.len(), CATALOGUE.len());
        for (code, exit, _) in CATALOGUE {
            assert!(!matches!(exit, Exit::Ok | Exit::NotFound | Exit::NotCurrent), "{code}");
        }
    }

    #[test]
    fn the_document_should_carry_code_exit_message_and_help() {
        let error = CliError::UsccCheck { uscc: "91350100M000100Y44".into() };
        let document = serde_json::to_value(error.document(Language::Chinese)).expect("serializable");
        assert_eq!(document["code"], "uscc-check");
        assert_eq!(document["exit"], 2);
        assert!(document["message"].as_str().is_some_and(|text| text.contains("91350100M000100Y44")));
        assert!(document["help"].as_str().is_some_and(|text| text.contains("营业执照")));
    }
}
