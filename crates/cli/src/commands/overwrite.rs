//! `jiandu record overwrite`: 登记差错重写, from the first version in which its operator made a mistake up to the newest.
//!
//! Whoever rewrites a version rewrites all that follow it, so every later one is either set anew or kept as it is. What is
//! missing is said before anything is sent.

use super::{record, storing::stored};
use crate::{
    args::{Common, RewritingArguments, StoreArguments},
    error::CliError,
    exit::Exit,
    failures::refused_by,
    hashing::documents,
    language::{values, Language, Texts},
    output::Output,
    session::Session,
    values::Replacement,
};
use jiandu_client::{
    records::{self, same_documents, RecordView, SnapshotView},
    submit::Wait,
};
use jiandu_primitives::{
    header::{Header, OverwriteReason},
    record::{
        ChangeReason, Document, Documents, ObjectId, Operation, RecordState, Rewritten, VersionRef, MAX_DOCUMENTS,
        MAX_OVERWRITTEN,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// What is asked for.
pub struct Request {
    /// The record.
    pub object: ObjectId,
    /// What becomes of each version.
    pub rewriting: RewritingArguments,
    /// The head that it is based on; read where it is left out.
    pub base: Option<VersionRef>,
    /// What each snapshot that is set says of itself.
    pub header: Header,
    /// Where the new documents are kept.
    pub store: StoreArguments,
    /// How far to follow it.
    pub wait: Wait,
}

/// The versions to rewrite, ascending, each with its new files. A version that is kept has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan(BTreeMap<u32, Vec<PathBuf>>);

/// The new documents of the versions that are set.
pub(super) type NewDocuments = BTreeMap<u32, Vec<Document>>;

/// Runs `jiandu record overwrite`.
pub async fn run(request: Request, common: &Common, output: Output) -> Result<Exit, CliError> {
    let Request { object, rewriting, base, header, store, wait } = request;
    let RewritingArguments { replacements, kept, reason } = rewriting;
    let language = output.language;
    let plan = Plan::new(replacements, &kept, language)?;
    let new = plan.documents(output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let record = record::known(&session, object).await?;
    if base.is_none() && record.state != RecordState::Live {
        // What the chain would say, before a person looks for versions that nobody can rewrite any more.
        return Err(refused_by("Records", "RecordClosed"));
    }
    let upto = base.unwrap_or(record.head).version;
    let history = plan.check(&session, object, upto).await?;
    let based_on = match base {
        Some(base) => base,
        None => {
            let base = plan.base(&record, &history, reason, &header, &new);
            record::note_base(&session, base)?;
            base
        }
    };
    let from = plan.first();
    let files = plan.files();
    let vault = stored(&session, &key, &store, &files, &new.values().flatten().collect::<Vec<_>>()).await?;
    let versions = plan.rewritten(&header, new)?;
    let submitted = session
        .submit(&key, wait, async |submitter| {
            records::overwrite(submitter, object, based_on, from, versions, reason).await
        })
        .await;
    let written = record::explained(&session, object, based_on, submitted).await?;
    let mut report = record::report(&session, Operation::Overwrite, written, &files).await?;
    report.base = Some(based_on);
    report.from = Some(from);
    report.upto = Some(upto);
    report.reason = Some(ChangeReason::Overwrite(reason));
    report.originals = Some(vault);
    output.report(&report)?;
    Ok(Exit::Ok)
}

/// `v2、v3`.
fn named(versions: impl IntoIterator<Item = u32>, language: Language) -> String {
    language.list(versions.into_iter().map(|version| format!("v{version}")))
}

/// Whether there are more than there may be.
fn over(found: usize, most: u32) -> bool {
    u32::try_from(found).map_or(true, |found| found > most)
}

impl Plan {
    /// What the command line asks for, as far as it can be judged by itself.
    pub(super) fn new(replacements: Vec<Replacement>, kept: &[u32], language: Language) -> Result<Self, CliError> {
        let mut versions: BTreeMap<u32, Vec<PathBuf>> = BTreeMap::new();
        for Replacement { version, file } in replacements {
            versions.entry(version).or_default().push(file);
        }
        let Some(first) = versions.keys().next().copied() else {
            return Err(CliError::MissingArgument { arguments: "--set <V=FILE>".into() });
        };
        let kept: BTreeSet<u32> = kept.iter().copied().collect();
        let both: Vec<u32> = kept.iter().copied().filter(|version| versions.contains_key(version)).collect();
        if !both.is_empty() {
            return Err(CliError::SetAndKept { versions: named(both, language).into() });
        }
        let early: Vec<u32> = kept.range(..first).copied().collect();
        if !early.is_empty() {
            let (kept, first) = (named(early, language).into(), named([first], language).into());
            return Err(CliError::KeptBeforeFirst { kept, first });
        }
        let files: usize = versions.values().map(Vec::len).sum();
        if over(files, MAX_DOCUMENTS) {
            return Err(CliError::TooManyRewritten { found: files.into(), most: MAX_DOCUMENTS.into() });
        }
        versions.extend(kept.into_iter().map(|version| (version, Vec::new())));
        if over(versions.len(), MAX_OVERWRITTEN) {
            return Err(CliError::TooManyVersions { found: versions.len().into(), most: MAX_OVERWRITTEN.into() });
        }
        Ok(Self(versions))
    }

    /// The new files, in the order of their versions.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        self.0.values().flatten().cloned().collect()
    }

    /// Whether it fits the record as it is, up to a version. Says what is about to be rewritten, and gives the record's history.
    pub(super) async fn check(
        &self,
        session: &Session,
        object: ObjectId,
        upto: u32,
    ) -> Result<Vec<SnapshotView>, CliError> {
        let language = session.output.language;
        self.check_covers(upto, language)?;
        let history = session.ask(records::history(&session.connection, object)).await?;
        self.check_documents(&history)?;
        session.output.note(&self.announced(language))?;
        Ok(history)
    }

    /// The first version to rewrite, which is never one that is kept.
    pub(super) fn first(&self) -> u32 {
        self.0.keys().next().copied().unwrap_or_default()
    }

    /// The documents of all versions that are set. All files are read before anything is sent.
    pub(super) fn documents(&self, output: Output) -> Result<NewDocuments, CliError> {
        let set = self.0.iter().filter(|(_, files)| !files.is_empty());
        set.map(|(version, files)| documents(files, output).map(|documents| (*version, documents))).collect()
    }

    /// Whether every version from the first one up to the newest is there, and none beyond.
    fn check_covers(&self, upto: u32, language: Language) -> Result<(), CliError> {
        let beyond: Vec<u32> = self.0.keys().copied().filter(|version| *version > upto).collect();
        if !beyond.is_empty() {
            let (versions, head) = (named(beyond, language).into(), named([upto], language).into());
            return Err(CliError::VersionsBeyondHead { versions, head });
        }
        let count = upto.saturating_sub(self.first()).saturating_add(1);
        if count > MAX_OVERWRITTEN {
            return Err(CliError::TooManyVersions { found: count.into(), most: MAX_OVERWRITTEN.into() });
        }
        let missing: Vec<u32> = (self.first()..=upto).filter(|version| !self.0.contains_key(version)).collect();
        match missing.first().copied() {
            None => Ok(()),
            Some(example) => Err(CliError::MissingVersions {
                example: example.into(),
                keep: missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(",").into(),
                missing: named(missing, language).into(),
            }),
        }
    }

    /// Whether all versions together have no more documents than one call takes. Those of a version that is kept count too.
    fn check_documents(&self, history: &[SnapshotView]) -> Result<(), CliError> {
        let of_kept = |version: u32| {
            let newest = history.iter().filter(|snapshot| snapshot.at.version == version);
            newest.max_by_key(|snapshot| snapshot.at).map_or(0, |snapshot| usize::from(snapshot.documents))
        };
        let counts = self.0.iter().map(|(version, files)| match files.len() {
            0 => of_kept(*version),
            set => set,
        });
        let found: usize = counts.sum();
        match over(found, MAX_DOCUMENTS) {
            true => Err(CliError::TooManyRewritten { found: found.into(), most: MAX_DOCUMENTS.into() }),
            false => Ok(()),
        }
    }

    /// Which versions are about to be rewritten, for people.
    fn announced(&self, language: Language) -> String {
        let versions = self.0.iter().map(|(version, files)| match files.len() {
            0 => language.say("rewriting-kept", &values! { version = *version }),
            count => language.say("rewriting-set", &values! { version = *version, count = count }),
        });
        language.say("note-rewriting", &values! { versions = language.list(versions) })
    }

    /// The head to base this on: where the newest snapshots were made by a call just like this, the head before it, so that
    /// the chain recognises the repetition; else the head as it is. Documents of versions before the newest are not compared:
    /// where those differ alone, the chain answers that the head has moved on.
    fn base(
        &self,
        record: &RecordView,
        history: &[SnapshotView],
        reason: OverwriteReason,
        header: &Header,
        new: &NewDocuments,
    ) -> VersionRef {
        let made = |snapshot: &SnapshotView| {
            snapshot.operation == Operation::Overwrite
                && snapshot.reason == Some(ChangeReason::Overwrite(reason))
                && history.last().is_some_and(|newest| newest.moment == snapshot.moment)
        };
        let just_so = |snapshot: &SnapshotView| match new.get(&snapshot.at.version) {
            Some(documents) => {
                usize::from(snapshot.documents) == documents.len() && snapshot.header.content() == header.content()
            }
            None => true,
        };
        let newest_first = || history.iter().rev();
        let same_versions = history.len() >= self.0.len()
            && newest_first()
                .zip(self.0.keys().rev())
                .all(|(snapshot, version)| snapshot.at.version == *version && made(snapshot) && just_so(snapshot));
        // The call before may have begun with an earlier version.
        let same_first = newest_first()
            .nth(self.0.len())
            .is_none_or(|earlier| !(made(earlier) && earlier.at.version.checked_add(1) == Some(self.first())));
        let same_documents = new.get(&record.version.version).is_none_or(|new| same_documents(&record.documents, new));
        let is_newest = history.last().is_some_and(|newest| newest.at == record.head);
        let repeated = same_versions && same_first && same_documents && is_newest;
        let before = record.head.revision.checked_sub(1).filter(|_| repeated);
        before.map_or(record.head, |revision| VersionRef { revision, ..record.head })
    }

    /// As the chain takes it.
    pub(super) fn rewritten(&self, header: &Header, mut new: NewDocuments) -> Result<Vec<Rewritten>, CliError> {
        let mut rewritten = Vec::with_capacity(self.0.len());
        for version in self.0.keys() {
            rewritten.push(match new.remove(version) {
                Some(documents) => {
                    let documents = Documents::try_from(documents).map_err(|documents| CliError::TooManyRewritten {
                        found: documents.len().into(),
                        most: MAX_DOCUMENTS.into(),
                    })?;
                    Rewritten::Replaced { header: header.clone(), documents }
                }
                None => Rewritten::Reaffirmed,
            });
        }
        Ok(rewritten)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Format;
    use jiandu_client::{records::DocumentView, AccountId};
    use jiandu_primitives::{
        chain::Moment,
        digest::{ContentHash, DigestAlg},
        member::{Author, Custody, Handle},
        record::{MediaType, RecordKind, Subject},
    };

    const ENGLISH: Language = Language::English;
    const OUTPUT: Output = Output { language: ENGLISH, format: Format::Text, quiet: true };

    fn plan(set: &[u32], kept: &[u32]) -> Result<Plan, CliError> {
        let replacements =
            set.iter().map(|version| Replacement { version: *version, file: format!("{version}").into() });
        Plan::new(replacements.collect(), kept, ENGLISH)
    }

    fn code<T: std::fmt::Debug>(result: Result<T, CliError>) -> String {
        result.expect_err("refused").code().to_owned()
    }

    #[test]
    fn several_files_of_a_version_should_be_its_documents_in_their_order() {
        let set = |version, file: &str| Replacement { version, file: file.into() };
        let read = Plan::new(vec![set(3, "b"), set(1, "c"), set(3, "a")], &[2, 2], ENGLISH).expect("accepted");
        let expected = [(1, vec!["c".into()]), (2, vec![]), (3, vec!["b".into(), "a".into()])];
        assert_eq!(read, Plan(BTreeMap::from(expected)));
        assert_eq!(read.first(), 1);
        assert_eq!(read.check_covers(3, ENGLISH), Ok(()));
    }

    #[test]
    fn contradictions_should_be_refused_before_anything_is_read() {
        assert_eq!(code(plan(&[], &[1])), "missing-argument");
        assert_eq!(code(plan(&[1, 2], &[2, 3])), "set-and-kept");
        assert_eq!(code(plan(&[2], &[0, 1, 3])), "kept-before-first");
        assert_eq!(code(plan(&[0], &(1..33).collect::<Vec<_>>())), "too-many-versions");
        assert!(plan(&[0], &(1..32).collect::<Vec<_>>()).is_ok());
        assert_eq!(code(plan(&[1; 257], &[])), "too-many-rewritten");
        assert!(plan(&[1; 256], &[]).is_ok());
    }

    #[test]
    fn exactly_the_missing_versions_should_be_listed() {
        let refused = |set: &[u32], kept: &[u32], upto| {
            plan(set, kept).expect("accepted").check_covers(upto, ENGLISH).expect_err("refused")
        };
        let missing = refused(&[1], &[], 3);
        assert_eq!((missing.code(), missing.exit()), ("missing-versions", Exit::Usage));
        for language in Language::ALL {
            let (message, help) = (missing.message(language), missing.help(language));
            assert!(message.contains("v2, v3") && !message.contains("v1"), "{message}");
            assert!(help.contains("--keep 2,3") && help.contains("--set 2="), "{help}");
        }
        let missing = refused(&[1, 3], &[5], 6);
        assert!(missing.message(ENGLISH).contains("v2, v4, v6"), "{}", missing.message(ENGLISH));
        assert_eq!(refused(&[1], &[4, 5], 3).code(), "versions-beyond-head");
        assert_eq!(refused(&[4], &[], 3).code(), "versions-beyond-head");
        assert_eq!(refused(&[0], &[], u32::MAX).code(), "too-many-versions");
        assert_eq!(plan(&[3], &[]).expect("accepted").check_covers(3, ENGLISH), Ok(()));
    }

    #[test]
    fn the_documents_of_kept_versions_should_count() {
        let row = |version, revision, documents| SnapshotView { documents, ..snapshot(version, revision, 1, None) };
        let history = [row(0, 0, 1), row(1, 0, 256), row(1, 1, 255)];
        assert_eq!(plan(&[0], &[1]).expect("accepted").check_documents(&history), Ok(()));
        assert_eq!(code(plan(&[0, 0], &[1]).expect("accepted").check_documents(&history)), "too-many-rewritten");
    }

    #[test]
    fn what_will_be_rewritten_should_be_said() {
        let said = plan(&[1, 1, 3], &[2]).expect("accepted").announced(Language::Chinese);
        assert!(said.contains("v1（2 份文件）、v2（内容不变）、v3（1 份文件）"), "{said}");
    }

    #[test]
    fn unusable_files_should_be_named_before_anything_is_sent() {
        assert_eq!(code(plan(&[1], &[]).expect("accepted").documents(OUTPUT)), "no-such-file");
    }

    #[test]
    fn every_version_should_be_handed_in_once_and_in_order() {
        let plan = plan(&[1, 3], &[2]).expect("accepted");
        let new = NewDocuments::from([(1, vec![document(1)]), (3, vec![document(3), document(4)])]);
        let rewritten = plan.rewritten(&Header::default(), new).expect("accepted");
        assert_eq!(rewritten.iter().map(|version| version.documents().len()).collect::<Vec<_>>(), [1, 0, 2]);
        assert!(rewritten[1] == Rewritten::Reaffirmed && matches!(rewritten[0], Rewritten::Replaced { .. }));
    }

    fn document(byte: u8) -> Document {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        std::fs::write(file.path(), [byte; 3]).expect("written");
        records::document(file.path(), |_, _| ()).expect("readable")
    }

    fn author() -> Author {
        let organisation = "91350100M000100Y43".parse().expect("a code");
        Author { organisation, handle: Handle([1; 8]), custody: Custody::Own }
    }

    /// A snapshot of a block; rewritten where there is a reason.
    fn snapshot(version: u32, revision: u32, block: u32, reason: Option<OverwriteReason>) -> SnapshotView {
        SnapshotView {
            at: VersionRef { version, revision },
            operation: if reason.is_some() { Operation::Overwrite } else { Operation::Update },
            documents: 1,
            reason: reason.map(ChangeReason::Overwrite),
            header: Header::default(),
            moment: Moment { block, time: u64::from(block) },
            by: author(),
            key: AccountId([1; 32]),
            sequence: u64::from(block),
        }
    }

    #[test]
    fn a_rewrite_without_a_base_should_be_recognised_as_a_repetition_when_the_newest_one_is_just_this() {
        const REASON: OverwriteReason = OverwriteReason::WrongCode;
        let version = |version, revision| VersionRef { version, revision };
        let new = document(7);
        let held = DocumentView {
            slot: 0,
            digests: new.content.digests().to_vec(),
            length: new.content.length(),
            media: new.media,
        };
        let record = RecordView {
            object: ObjectId([1; 32]),
            external_id: "annual".parse().expect("an id"),
            subject: Subject::Uscc(author().organisation),
            kind: RecordKind::General,
            head: version(3, 1),
            state: RecordState::Live,
            frozen: false,
            before: Some(version(2, 1)),
            version: version(3, 1),
            header: Header::default(),
            documents: vec![held],
            seals: Vec::new(),
            references: Vec::new(),
        };
        let mut history: Vec<SnapshotView> = (0..4).map(|version| snapshot(version, 0, version, None)).collect();
        history.extend((1..4).map(|version| snapshot(version, 1, 9, Some(REASON))));
        let base = |set: &[u32], kept: &[u32], new: &NewDocuments, history: &[SnapshotView], reason| {
            plan(set, kept).expect("accepted").base(&record, history, reason, &Header::default(), new)
        };
        let one = |documents: Vec<Document>| NewDocuments::from([(1, vec![document(1)]), (3, documents)]);
        let (same, head) = (one(vec![new.clone()]), version(3, 1));
        assert_eq!(base(&[1, 3], &[2], &same, &history, REASON), version(3, 0));
        // With the newest version kept, its documents say nothing.
        let first = NewDocuments::from([(1, vec![document(1)])]);
        assert_eq!(base(&[1], &[2, 3], &first, &history, REASON), version(3, 0));
        // Another reason, another document, another number of them, fewer versions: another call.
        assert_eq!(base(&[1, 3], &[2], &same, &history, OverwriteReason::WrongDocument), head);
        assert_eq!(base(&[1, 3], &[2], &one(vec![document(8)]), &history, REASON), head);
        assert_eq!(base(&[1, 3], &[2], &one(vec![new.clone(), document(8)]), &history, REASON), head);
        let last = NewDocuments::from([(3, vec![new.clone()])]);
        assert_eq!(base(&[3], &[], &last, &history, REASON), head);
        // What the chain has of another time is no part of the newest call.
        let mut earlier = history.clone();
        earlier.iter_mut().filter(|snapshot| snapshot.at == version(1, 1)).for_each(|row| row.moment.block = 8);
        assert_eq!(base(&[1, 3], &[2], &same, &earlier, REASON), head);
        assert_eq!(base(&[3], &[], &last, &history[..4], REASON), head);
        let dated = Header { business: Some(7), ..Header::default() };
        let plan = plan(&[1, 3], &[2]).expect("accepted");
        assert_eq!(plan.base(&record, &history, REASON, &dated, &same), head);
        // When it was handed in differs between two attempts.
        let later = Header { submitted: Some(7), ..Header::default() };
        assert_eq!(plan.base(&record, &history, REASON, &later, &same), version(3, 0));
    }

    #[test]
    fn documents_should_be_compared_by_digests_length_and_type() {
        let new = document(7);
        let held = |length, media| DocumentView { slot: 0, digests: new.content.digests().to_vec(), length, media };
        assert!(same_documents(&[held(3, new.media)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[held(4, new.media)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[held(3, MediaType::Zip)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[], std::slice::from_ref(&new)));
        let other = ContentHash { alg: DigestAlg::Sm3, value: [0; 32] };
        let forged = DocumentView { digests: vec![other], ..held(3, new.media) };
        assert!(!same_documents(&[forged], &[new]));
    }
}
