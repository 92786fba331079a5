//! What was found about a file or a digest: the proof's verdict, in the form that commands print.
//!
//! No verdict is computed here. [`Answer`] only picks the entry that the headline speaks of, in this order: current,
//! superseded, overwritten, withdrawn, misfiled; among equals the record that held the document first.

use crate::{exit::Exit, language::Language, moment::MomentDocument, verdict_text};
use jiandu_client::{evidence::Proven, BlockHash};
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    digest::ContentHash,
    member::Custody,
    record::{ObjectId, RecordKind, RecordState, Subject, VersionRef},
    uscc::Uscc,
    verdict::{Entry, Headline, Standing, Verdict},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A file, by its digests.
    File {
        /// Its path as shown.
        name: String,
        /// Its length in bytes.
        length: u64,
    },
    /// Digests alone.
    Digests,
}

/// Where the validators come from that the proof was checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// A file that the user trusts.
    TrustFile(String),
    /// The node's own word.
    Node(String),
}

/// The chain that a proof is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainOfFinding {
    /// Its name, as the trust file or the node has it.
    pub name: String,
    /// What tells it from all others; proved.
    pub genesis: GenesisHash,
    /// Whether it is for development, so that its proofs mean nothing to others.
    pub development: bool,
}

/// A proof that was checked here, and what it was asked for.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What was asked about.
    pub asked: Asked,
    /// What is proved.
    pub proven: Proven,
    /// Against whose validators.
    pub against: Against,
    /// Of which chain.
    pub chain: ChainOfFinding,
    /// Names of organisations as the node gives them: not proved.
    pub names: BTreeMap<Uscc, String>,
}

/// The answer in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// 现行.
    Current,
    /// 已被更正.
    Superseded,
    /// 已重写.
    Overwritten,
    /// 已撤回.
    Withdrawn,
    /// 误登.
    Misfiled,
    /// Not current in any record listed, and there are more than can be listed.
    Undecided,
    /// No record holds it, and this is proved.
    Absent,
    /// The digests of one file point to different documents.
    Conflict,
}

impl Answer {
    /// Every answer, in the order of precedence.
    pub const ALL: [Self; 8] = [
        Self::Current,
        Self::Superseded,
        Self::Overwritten,
        Self::Withdrawn,
        Self::Misfiled,
        Self::Undecided,
        Self::Absent,
        Self::Conflict,
    ];

    /// The name in JSON and in the keys of texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Superseded => "superseded",
            Self::Overwritten => "overwritten",
            Self::Withdrawn => "withdrawn",
            Self::Misfiled => "misfiled",
            Self::Undecided => "undecided",
            Self::Absent => "absent",
            Self::Conflict => "conflict",
        }
    }

    /// The exit code that says it.
    pub const fn exit(self) -> Exit {
        match self {
            Self::Current => Exit::Ok,
            Self::Superseded | Self::Overwritten | Self::Withdrawn | Self::Misfiled => Exit::NotCurrent,
            Self::Undecided => Exit::Unknown,
            Self::Absent => Exit::NotFound,
            Self::Conflict => Exit::NotVerified,
        }
    }

    fn of(standing: Standing) -> Self {
        match standing {
            Standing::Current => Self::Current,
            Standing::Superseded { .. } => Self::Superseded,
            Standing::Overwritten { .. } => Self::Overwritten,
            Standing::Withdrawn => Self::Withdrawn,
            Standing::Misfiled => Self::Misfiled,
        }
    }
}

impl Finding {
    /// The verdict that stands for all digests: what they agree on, unless they conflict.
    pub fn verdict(&self) -> Option<Verdict> {
        self.proven.agreed().ok()
    }

    /// Whether a record holds what is asked about.
    pub fn is_of(&self, object: ObjectId) -> bool {
        self.verdict().is_some_and(|verdict| verdict.entries.iter().any(|entry| entry.anchor.object == object))
    }

    /// The entry that the headline speaks of.
    pub fn leading(&self) -> Option<Entry> {
        self.verdict().and_then(|verdict| verdict.entries.into_iter().min_by_key(|entry| Answer::of(entry.standing)))
    }

    /// The answer in one word.
    pub fn answer(&self) -> Answer {
        match self.leading() {
            _ if self.proven.conflict => Answer::Conflict,
            // What is not current in the records listed may be in one of those that are not.
            _ if self.proven.headline() == Ok(Headline::Undecided) => Answer::Undecided,
            Some(entry) => Answer::of(entry.standing),
            None => Answer::Absent,
        }
    }

    /// The exit code that says it.
    pub fn exit(&self) -> Exit {
        self.answer().exit()
    }

    /// The moment that all of this is said of.
    pub fn as_of(&self) -> Moment {
        Moment { block: self.proven.block, time: self.proven.time }
    }

    /// The finding as JSON shows it.
    pub fn document(&self, language: Language) -> FindingDocument {
        let answer = self.answer();
        let agreed = self.verdict();
        let (file, length) = match &self.asked {
            Asked::File { name, length } => (Some(name.clone()), Some(*length)),
            Asked::Digests => (None, None),
        };
        let (validators_from, trust_file, node) = match &self.against {
            Against::TrustFile(file) => ("trust_file", Some(file.clone()), None),
            Against::Node(url) => ("node", None, Some(url.clone())),
        };
        FindingDocument {
            file,
            length,
            answer,
            exit: self.exit().number(),
            headline: verdict_text::headline(self, language),
            digests: self.proven.verdicts.iter().map(|(digest, _)| *digest).collect(),
            entries: agreed.as_ref().map_or_else(Vec::new, |verdict| self.entry_documents(verdict)),
            unlisted: agreed.as_ref().map_or(0, |verdict| verdict.unlisted),
            conflict: self.proven.conflict.then(|| {
                self.proven.verdicts.iter().map(|(digest, verdict)| self.digest_document(*digest, verdict)).collect()
            }),
            as_of: AsOfDocument { moment: self.as_of().into(), hash: BlockHash(self.proven.hash), finalised: true },
            proved: ProvedDocument {
                unchanged_since: match answer {
                    Answer::Undecided | Answer::Absent | Answer::Conflict => None,
                    _ => self.leading().map(|entry| entry.anchor.at.into()),
                },
                absent_among: (answer == Answer::Absent).then_some("published_single_documents_with_plain_digests"),
                content_true: false,
            },
            checked: CheckedDocument {
                how: "proof_checked_here",
                chain: self.chain.clone(),
                validators_from,
                trust_file,
                node,
                validators: self.proven.validators,
                signers: self.proven.signers.iter().map(ToString::to_string).collect(),
            },
        }
    }

    fn digest_document(&self, digest: ContentHash, verdict: &Verdict) -> DigestDocument {
        DigestDocument { digest, entries: self.entry_documents(verdict), unlisted: verdict.unlisted }
    }

    fn entry_documents(&self, verdict: &Verdict) -> Vec<EntryDocument> {
        verdict.entries.iter().map(|entry| self.entry_document(entry)).collect()
    }

    fn entry_document(&self, entry: &Entry) -> EntryDocument {
        let successor = match entry.standing {
            Standing::Superseded { by } | Standing::Overwritten { by } => Some(by),
            Standing::Current | Standing::Withdrawn | Standing::Misfiled => None,
        };
        let by = &entry.anchor.by;
        EntryDocument {
            record: entry.anchor.object,
            subject: entry.subject,
            kind: entry.kind,
            standing: Answer::of(entry.standing),
            successor,
            first: entry.anchor.first,
            last: entry.anchor.last,
            head: entry.head,
            slot: entry.anchor.slot,
            record_state: entry.record,
            frozen: entry.frozen,
            backfilled: entry.anchor.backfilled,
            anchored_at: entry.anchor.at.into(),
            by: AuthorDocument {
                organisation: by.organisation,
                name_by_node: self.names.get(&by.organisation).cloned(),
                handle: by.handle.to_string(),
                custody: by.custody,
            },
        }
    }
}

/// A finding as JSON shows it.
#[derive(Clone, Debug, Serialize)]
pub struct FindingDocument {
    /// The file asked about; none where digests alone were.
    pub file: Option<String>,
    /// Its length in bytes.
    pub length: Option<u64>,
    /// The answer in one word.
    pub answer: Answer,
    /// The exit code of this answer alone.
    pub exit: u8,
    /// The answer in one sentence, in the user's language.
    pub headline: String,
    /// The digests asked about, `alg:hex`.
    pub digests: Vec<ContentHash>,
    /// One entry per record that holds them, the first anchored first; 16 or more where there are so many. None in a conflict.
    pub entries: Vec<EntryDocument>,
    /// How many more records hold them.
    pub unlisted: u32,
    /// In a conflict what each digest points to.
    pub conflict: Option<Vec<DigestDocument>>,
    /// The block that all of this is said of.
    pub as_of: AsOfDocument,
    /// What is proved.
    pub proved: ProvedDocument,
    /// How it was checked.
    pub checked: CheckedDocument,
}

/// A digest and the records that hold it.
#[derive(Clone, Debug, Serialize)]
pub struct DigestDocument {
    /// The digest, `alg:hex`.
    pub digest: ContentHash,
    /// One entry per record, the first anchored first; 16 or more where there are so many.
    pub entries: Vec<EntryDocument>,
    /// How many more records hold it.
    pub unlisted: u32,
}

/// A record that holds a digest.
#[derive(Clone, Debug, Serialize)]
pub struct EntryDocument {
    /// The record's id.
    pub record: ObjectId,
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
    /// How the document stands in it: an [`Answer`] other than `absent` and `conflict`.
    pub standing: Answer,
    /// The snapshot that took its place.
    pub successor: Option<VersionRef>,
    /// The first snapshot with the document.
    pub first: VersionRef,
    /// The newest snapshot with the document.
    pub last: VersionRef,
    /// The record's newest snapshot.
    pub head: VersionRef,
    /// The document's place in the first snapshot, from 0.
    pub slot: u16,
    /// The state of the record as a whole.
    pub record_state: RecordState,
    /// Whether the record is frozen.
    pub frozen: bool,
    /// Whether it is a historical filing, entered later.
    pub backfilled: bool,
    /// When the document was first anchored.
    pub anchored_at: MomentDocument,
    /// Who anchored it.
    pub by: AuthorDocument,
}

/// Who anchored a document.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorDocument {
    /// The organisation's USCC.
    pub organisation: Uscc,
    /// Its name as the node gives it now: not proved.
    pub name_by_node: Option<String>,
    /// 经办人代号.
    pub handle: String,
    /// Who held the key's secret.
    pub custody: Custody,
}

/// The block that something is said of.
#[derive(Clone, Debug, Serialize)]
pub struct AsOfDocument {
    /// Number and time.
    #[serde(flatten)]
    pub moment: MomentDocument,
    /// Its hash.
    pub hash: BlockHash,
    /// Always true: nothing is proved of other blocks.
    pub finalised: bool,
}

/// What is proved.
#[derive(Clone, Debug, Serialize)]
pub struct ProvedDocument {
    /// The document is unchanged since then.
    pub unchanged_since: Option<MomentDocument>,
    /// Where it is proved not to be.
    pub absent_among: Option<&'static str>,
    /// Always false: no proof can say it.
    pub content_true: bool,
}

/// How something was checked.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedDocument {
    /// `proof_checked_here`.
    pub how: &'static str,
    /// Of which chain.
    pub chain: ChainOfFinding,
    /// `trust_file` or `node`.
    pub validators_from: &'static str,
    /// The trust file, where there is one.
    pub trust_file: Option<String>,
    /// The node whose word it is, where there is no trust file.
    pub node: Option<String>,
    /// How many validators are trusted.
    pub validators: usize,
    /// The keys of those who signed.
    pub signers: Vec<String>,
}
