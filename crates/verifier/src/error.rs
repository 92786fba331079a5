//! Why evidence is refused. One small enum per step of the check; the texts here are English, and the client has the
//! Chinese ones by code.

use crate::trust::AuthorityId;
use core::fmt;
use jiandu_primitives::{chain::GenesisHash, record::ObjectId};

/// Defines the enums with a code and a text for each variant, and the list of all codes.
macro_rules! errors {
    ($(
        $(#[$doc:meta])*
        $name:ident in $step:ident {
            $(
                $(#[$about:meta])*
                $variant:ident $({ $($(#[$field_about:meta])* $field:ident: $type:ty),+ })?
                    = $code:literal, $text:literal;
            )+
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $name {
                $($(#[$about])* $variant $({ $($(#[$field_about])* $field: $type),+ })?,)+
            }

            impl $name {
                /// The stable name of this error, the same in every release.
                pub const fn code(&self) -> &'static str {
                    match self { $(Self::$variant { .. } => $code,)+ }
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    match self { $(Self::$variant $({ $($field),+ })? => write!(f, $text),)+ }
                }
            }

            impl core::error::Error for $name {}

            impl From<$name> for VerifyError {
                fn from(error: $name) -> Self {
                    Self::$step(error)
                }
            }
        )+

        /// The code of every refusal there is, each once: what a translation must cover.
        pub const ALL_CODES: &[&str] = &[Conflict::CODE, $($($code),+),+];
    };
}

errors! {
    /// What the caller trusts cannot be a set of validators.
    TrustError in Trust {
        /// The list is empty.
        NoAuthorities = "trust-no-authorities", "no validator is trusted";
        /// The list is longer than [`crate::MAX_AUTHORITIES`].
        TooManyAuthorities {
            /// Its length.
            found: usize
        } = "trust-too-many-authorities", "{found} validators are trusted, more than a chain of this kind has";
        /// A validator is listed twice, which would give it two votes.
        DuplicateAuthority {
            /// Which one.
            authority: AuthorityId
        } = "trust-duplicate-authority", "the validator {authority} is listed twice";
        /// A key is not a point of the curve.
        BadKey {
            /// Which one.
            authority: AuthorityId
        } = "trust-bad-key", "{authority} is not an Ed25519 public key";
    }

    /// The file, or the evidence in it, does not have the form of evidence.
    FileError in File {
        /// It is longer than [`crate::MAX_FILE`].
        TooLarge {
            /// Its length in bytes.
            found: usize
        } = "file-too-large", "{found} bytes are more than any evidence has";
        /// It does not begin with [`crate::MAGIC`].
        NotEvidence = "file-not-evidence", "this is not a file of Jiandu evidence";
        /// It is of a format that this program does not know.
        UnknownVersion {
            /// The format's number, counted from 0.
            found: u8
        } = "file-unknown-version", "the evidence is of format {found}, which this program does not know";
        /// The checksum at its end differs: it was damaged on its way.
        Damaged = "file-damaged", "the file is damaged: its checksum does not match its content";
        /// It ends too early.
        Truncated = "file-truncated", "the file ends too early";
        /// A length is cut off or not written in its shortest form.
        Length = "file-length", "a length in the file is cut off or not in its shortest form";
        /// There is no digest, or more than one per algorithm.
        DigestCount {
            /// How many there are.
            found: usize
        } = "file-digest-count", "evidence is about 1 to 3 digests of one document, found {found}";
        /// An algorithm is unknown.
        UnknownAlgorithm {
            /// Its codec index.
            found: u8
        } = "file-unknown-algorithm", "digest algorithm {found} is unknown";
        /// The digests are not in strictly ascending order of their algorithms.
        DigestOrder = "file-digest-order", "the digests are not in the order of their algorithms";
        /// More records are listed than [`crate::MAX_OBJECTS`].
        ObjectCount {
            /// How many there are.
            found: usize
        } = "file-object-count", "{found} further records are more than evidence lists";
        /// The records are not in strictly ascending order.
        ObjectOrder = "file-object-order", "the further records are not in ascending order, or one is listed twice";
        /// The proof has more nodes than [`crate::MAX_NODES`].
        NodeCount {
            /// How many there are.
            found: usize
        } = "file-node-count", "{found} proof nodes are more than evidence needs";
        /// Something follows the content.
        TrailingBytes {
            /// How many bytes.
            found: usize
        } = "file-trailing-bytes", "{found} bytes follow the evidence";
    }

    /// The header is not one.
    HeaderError in Header {
        /// It ends too early, or a number in it is not in its shortest form.
        Malformed = "header-malformed", "the block header does not decode";
        /// One of its log items is of an unknown type.
        UnknownLog {
            /// The type's number.
            found: u8
        } = "header-unknown-log", "the block header has a log item of the unknown type {found}";
        /// Something follows it.
        TrailingBytes {
            /// How many bytes.
            found: usize
        } = "header-trailing-bytes", "{found} bytes follow the block header";
    }

    /// The justification does not show that the trusted validators finalised the block.
    FinalityError in Finality {
        /// It does not decode.
        Malformed = "finality-malformed", "the finality justification does not decode";
        /// Something follows it.
        TrailingBytes {
            /// How many bytes.
            found: usize
        } = "finality-trailing-bytes", "{found} bytes follow the finality justification";
        /// It has more votes than [`crate::MAX_VOTES`].
        TooManyVotes {
            /// How many.
            found: usize
        } = "finality-too-many-votes", "{found} votes are more than a justification has";
        /// It finalises a block with another hash.
        OtherBlock = "finality-other-block", "the justification is for another block than the header";
        /// It gives the block another number than the header does.
        OtherNumber {
            /// The number it gives.
            found: u32
        } = "finality-other-number", "the justification calls the block number {found}, the header does not";
        /// A vote is by someone who is not a trusted validator.
        UnknownSigner {
            /// By whom.
            signer: AuthorityId
        } = "finality-unknown-signer", "a vote is by {signer}, who is not a trusted validator";
        /// A validator has two votes.
        DuplicateVote {
            /// Which validator.
            signer: AuthorityId
        } = "finality-duplicate-vote", "the validator {signer} votes twice";
        /// A vote is for a block that is not shown to be the finalised one or to descend from it.
        Unconnected {
            /// Whose vote.
            signer: AuthorityId
        } = "finality-unconnected", "the block that {signer} voted for is not shown to descend from the finalised one";
        /// A vote or a header gives a block another number than its place in the chain.
        VoteNumber {
            /// Whose vote.
            signer: AuthorityId
        } = "finality-vote-number", "the vote of {signer} gives its block a number that is not its place in the chain";
        /// A signature is not valid for this round and this set of validators.
        BadSignature {
            /// Whose.
            signer: AuthorityId
        } = "finality-bad-signature", "the signature of {signer} is not valid for this vote, round and validator set";
        /// A header is there twice.
        DuplicateHeader = "finality-duplicate-header", "the justification has the same header twice";
        /// A header connects no vote to the block.
        UnusedHeader = "finality-unused-header", "the justification has a header that no vote needs";
        /// Two thirds of the validators or fewer signed.
        TooFewVotes {
            /// How many signed.
            found: usize,
            /// How many must.
            needed: u64
        } = "finality-too-few-votes", "{found} of the trusted validators signed, {needed} must";
    }

    /// The read proof does not prove the rows against the block's state root.
    ProofError in Proof {
        /// A node that a row's path leads to is not there: the proof is incomplete, which is not a proof of absence.
        MissingNode = "proof-missing-node", "the state proof is incomplete, or made for another state";
        /// A node does not decode.
        BadNode = "proof-bad-node", "a node of the state proof does not decode";
        /// A node is there twice.
        DuplicateNode = "proof-duplicate-node", "the state proof has the same node twice";
        /// A node is on no path.
        UnusedNode = "proof-unused-node", "the state proof has a node that no row needs";
    }

    /// The rows are proved, and do not add up to a complete answer about the trusted chain.
    ClaimError in Claim {
        /// A row has a form that this program does not know.
        BadRow {
            /// Its pallet and item.
            row: &'static str
        } = "claim-bad-row", "the row {row} does not decode";
        /// The state has no genesis hash: no chain of this kind, or its first block.
        GenesisMissing = "claim-genesis-missing", "the state does not say which chain it belongs to";
        /// The evidence is of another chain.
        OtherGenesis {
            /// The genesis hash of that chain.
            found: GenesisHash
        } = "claim-other-genesis", "the evidence is of another chain, with the genesis hash {found}";
        /// The state has no time.
        TimeMissing = "claim-time-missing", "the state has no time";
        /// A record that holds a digest has no head.
        HeadMissing {
            /// Which record.
            object: ObjectId
        } = "claim-head-missing", "the record {object} holds the digest but is not in the state";
        /// A row speaks of another record than its key, or counts no record.
        RowMismatch {
            /// The record in the row.
            object: ObjectId
        } = "claim-row-mismatch", "a row about the record {object} contradicts its own place";
        /// The records listed are not all that a complete answer has.
        Incomplete {
            /// How many are shown to hold the digest.
            found: usize,
            /// How many a complete answer shows.
            needed: usize
        } = "claim-incomplete", "{found} records are shown to hold the digest, a complete answer shows {needed}";
        /// A listed record holds none of the digests, or is the first to hold each.
        UnneededObject {
            /// Which record.
            object: ObjectId
        } = "claim-unneeded-object", "the listed record {object} adds nothing to the answer";
    }
}

/// Why evidence does not hold: which step refused it, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyError {
    /// The caller's trust is not usable.
    Trust(TrustError),
    /// The file is malformed.
    File(FileError),
    /// The header is malformed.
    Header(HeaderError),
    /// The block is not shown to be final.
    Finality(FinalityError),
    /// The rows are not proved.
    Proof(ProofError),
    /// The rows do not make a complete answer about the trusted chain.
    Claim(ClaimError),
}

impl VerifyError {
    /// The stable name of this error, the same in every release; one of [`ALL_CODES`].
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Trust(error) => error.code(),
            Self::File(error) => error.code(),
            Self::Header(error) => error.code(),
            Self::Finality(error) => error.code(),
            Self::Proof(error) => error.code(),
            Self::Claim(error) => error.code(),
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trust(error) => error.fmt(f),
            Self::File(error) => error.fmt(f),
            Self::Header(error) => error.fmt(f),
            Self::Finality(error) => error.fmt(f),
            Self::Proof(error) => error.fmt(f),
            Self::Claim(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for VerifyError {}

/// The evidence holds, but the digests of one file point to different documents: a sign of a forged digest. There is no
/// answer in one word then, and the file is not verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict;

impl Conflict {
    /// The stable name of this finding.
    pub const CODE: &'static str = "digests-conflict";
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the digests of the file point to different documents")
    }
}

impl core::error::Error for Conflict {}
