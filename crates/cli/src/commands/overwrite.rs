//! `jiandu record overwrite`: 登记差错重写, from the first version in which its operator made a mistake up to the newest.
//!
//! Whoever rewrites a version rewrites all that follow it, so every later one is either set anew or kept as it is. What is
//! missing is said before anything is sent.

use super::{
    filing::{Filed, Filing, OfRecord, Wanted},
    record,
    storing::VaultDocument,
};
use crate::{
    args::{Common, FilingArguments, HeaderArguments, RewritingArguments},
    error::CliError,
    exit::Exit,
    failures::refused_by,
    hashing::documents,
    language::{values, Language, Texts},
    output::Output,
    session::{Session, BLOCK_TIME},
    values::Replacement,
};
use jiandu_client::{
    records::{self, RecordView, SnapshotView},
    submit::{SubmitError, Submitter, Wait},
};
use jiandu_primitives::{
    change::RecordChange,
    header::{Header, Level, OverwriteReason},
    record::{
        ChangeReason, Document, Documents, ObjectId, Operation, RecordState, Rewriting, Rewritten, VersionRef,
        MAX_DOCUMENTS, MAX_OVERWRITTEN,
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    time::Instant,
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
    pub header: HeaderArguments,
    /// What becomes of the new documents.
    pub filing: FilingArguments,
    /// How far to follow it.
    pub wait: Wait,
}

/// The versions to rewrite, ascending, each with its new files. A version that is kept has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan(BTreeMap<u32, Vec<PathBuf>>);

/// What the versions that are set are made of.
pub(super) struct Made<'a> {
    /// What their files go through.
    pub filing: &'a Filing<'a>,
    /// The record.
    pub record: &'a RecordView,
    /// What each of them says of itself.
    pub header: &'a Header,
    /// Why.
    pub reason: OverwriteReason,
    /// Their documents as the files are.
    pub new: &'a NewDocuments,
}

/// The new documents of the versions that are set.
pub(super) type NewDocuments = BTreeMap<u32, Vec<Document>>;

/// Runs `jiandu record overwrite`.
pub async fn run(request: Request, common: &Common, output: Output) -> Result<Exit, CliError> {
    let Request { object, rewriting, base, header: arguments, filing, wait } = request;
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
    let header = record::header(arguments, plan.level(&history));
    let filing = Filing::open(&session, &key, &filing, header.level.is_public()).await?;
    let files = plan.files();
    let from = plan.first();
    let send = async |based_on, versions| {
        let overwrite = async |submitter: &mut Submitter<'_>| {
            records::overwrite(submitter, object, based_on, from, versions, reason).await
        };
        session.submit(&key, wait, overwrite).await
    };
    let made = Made { filing: &filing, record: &record, header: &header, reason, new: &new };
    let (based_on, versions) = match plan.repeated(&made, &history, base).await? {
        Some(repeated) => repeated,
        None => {
            let based_on = base.unwrap_or(record.head);
            (based_on, plan.filed(&made, &history).await?)
        }
    };
    if base.is_none() {
        record::note_base(&session, based_on)?;
    }
    let mut vault = stored_in(&filing, &versions);
    let mut submitted = send(based_on, versions).await;
    if submitted.as_ref().is_err_and(|error| error.code() == record::STALE_HEAD) {
        // What came first may have been this very call, sent by a command that was interrupted: once it is final, it is recognised.
        let deadline = Instant::now() + session.patience();
        loop {
            let record = record::known(&session, object).await?;
            if record.head != based_on {
                let history = session.ask(records::history(&session.connection, object)).await?;
                let made = Made { filing: &filing, record: &record, header: &header, reason, new: &new };
                if let Some((base, versions)) = plan.repeated(&made, &history, Some(based_on)).await? {
                    vault = stored_in(&filing, &versions);
                    submitted = send(base, versions).await;
                }
                break;
            }
            if Instant::now() > deadline {
                submitted = Err(SubmitError::NotFinal { block: None }.into());
                break;
            }
            tokio::time::sleep(BLOCK_TIME).await;
        }
    }
    let written = record::explained(&session, object, based_on, submitted).await?;
    let mut report = record::report(&session, Operation::Overwrite, written, &files).await?;
    report.sealed = !header.level.is_public();
    report.base = Some(based_on);
    report.from = Some(from);
    report.upto = Some(upto);
    report.reason = Some(ChangeReason::Overwrite(reason));
    report.originals = Some(vault);
    output.report(&report)?;
    Ok(Exit::Ok)
}

/// Where the originals of the versions that are set are, by what the chain says of them.
fn stored_in(filing: &Filing<'_>, versions: &[Rewritten]) -> Option<VaultDocument> {
    let set = versions.iter().find_map(|version| match version {
        Rewritten::Reaffirmed => None,
        Rewritten::Replaced { header, .. } => Some(Filed { header: header.clone(), documents: Vec::new() }),
    });
    filing.vault_of(&set?)
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

    /// The change of a workflow's record that these versions make.
    pub(super) fn change(
        &self,
        base: VersionRef,
        versions: Vec<Rewritten>,
        reason: OverwriteReason,
    ) -> Result<RecordChange, CliError> {
        let versions = Rewriting::try_from(versions).map_err(|versions| CliError::TooManyVersions {
            found: versions.len().into(),
            most: MAX_OVERWRITTEN.into(),
        })?;
        Ok(RecordChange::Overwrite { base, from: self.first(), versions, reason })
    }

    /// The highest level of the versions that are set, as they are: nothing becomes public by being rewritten.
    pub(super) fn level(&self, history: &[SnapshotView]) -> Level {
        let set = self.0.iter().filter(|(_, files)| !files.is_empty());
        let levels = set.filter_map(|(version, _)| newest_of(history, *version)).map(|newest| newest.header.level);
        levels.max().unwrap_or(Level::L1)
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
        let of_kept = |version: u32| newest_of(history, version).map_or(0, |snapshot| usize::from(snapshot.documents));
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

    /// Whether the newest snapshots may have been made by a call just like this, as far as the record's history tells.
    fn may_be_made(&self, record: &RecordView, history: &[SnapshotView], reason: OverwriteReason) -> bool {
        let made = |snapshot: &SnapshotView| {
            snapshot.operation == Operation::Overwrite
                && snapshot.reason == Some(ChangeReason::Overwrite(reason))
                && history.last().is_some_and(|newest| newest.moment == snapshot.moment)
        };
        let newest_first = || history.iter().rev();
        let same_versions = history.len() >= self.0.len()
            && newest_first()
                .zip(self.0.keys().rev())
                .all(|(snapshot, version)| snapshot.at.version == *version && made(snapshot));
        // The call before may have begun with an earlier version.
        let same_first = newest_first()
            .nth(self.0.len())
            .is_none_or(|earlier| !(made(earlier) && earlier.at.version.checked_add(1) == Some(self.first())));
        same_versions && same_first && history.last().is_some_and(|newest| newest.at == record.head)
    }

    /// The call as it was made before, and the head that it was based on; none where it was not.
    async fn repeated(
        &self,
        made: &Made<'_>,
        history: &[SnapshotView],
        base: Option<VersionRef>,
    ) -> Result<Option<(VersionRef, Vec<Rewritten>)>, CliError> {
        let head = made.record.head;
        let before = head.revision.checked_sub(1).map(|revision| VersionRef { revision, ..head });
        let Some(before) = before.filter(|before| base.is_none_or(|base| base == *before)) else { return Ok(None) };
        if !self.may_be_made(made.record, history, made.reason) {
            return Ok(None);
        }
        Ok(self.made_before(made, history).await?.map(|versions| (before, versions)))
    }

    /// The versions as such a call made them; none where one of them differs. What was kept is not compared: the chain does that.
    pub(super) async fn made_before(
        &self,
        made: &Made<'_>,
        history: &[SnapshotView],
    ) -> Result<Option<Vec<Rewritten>>, CliError> {
        let mut rewritten = Vec::with_capacity(self.0.len());
        for (version, files) in &self.0 {
            let Some(plain) = made.new.get(version) else {
                rewritten.push(Rewritten::Reaffirmed);
                continue;
            };
            let newest = newest_of(history, *version).map(|snapshot| snapshot.at);
            let Some(at) = newest else { return Ok(None) };
            match made.filing.made_before(OfRecord::of(made.record), made.wanted(at, files, plain)).await? {
                Some(filed) => rewritten.push(replaced(filed)?),
                None => return Ok(None),
            }
        }
        Ok(Some(rewritten))
    }

    /// The versions as they would be, without anything stored, and so without bodies.
    pub(super) fn unfiled(&self, made: &Made<'_>) -> Result<Vec<Rewritten>, CliError> {
        let version = |version: &u32| match made.new.get(version) {
            Some(plain) => replaced(Filed { header: made.header.clone(), documents: plain.clone() }),
            None => Ok(Rewritten::Reaffirmed),
        };
        self.0.keys().map(version).collect()
    }

    /// The versions with their files stored.
    pub(super) async fn filed(&self, made: &Made<'_>, history: &[SnapshotView]) -> Result<Vec<Rewritten>, CliError> {
        let mut rewritten = Vec::with_capacity(self.0.len());
        for (version, files) in &self.0 {
            let Some(plain) = made.new.get(version) else {
                rewritten.push(Rewritten::Reaffirmed);
                continue;
            };
            let before = newest_of(history, *version).map_or(0, |snapshot| snapshot.at.revision);
            let at = VersionRef { version: *version, revision: before.saturating_add(1) };
            let filed = made.filing.file(OfRecord::of(made.record), made.wanted(at, files, plain)).await?;
            rewritten.push(replaced(filed)?);
        }
        Ok(rewritten)
    }
}

impl Made<'_> {
    fn wanted<'b>(&'b self, at: VersionRef, files: &'b [PathBuf], plain: &'b [Document]) -> Wanted<'b> {
        let reason = Some(self.reason.name());
        Wanted { at, operation: Operation::Overwrite, reason, header: self.header, files, plain }
    }
}

fn newest_of(history: &[SnapshotView], version: u32) -> Option<&SnapshotView> {
    history.iter().filter(|snapshot| snapshot.at.version == version).max_by_key(|snapshot| snapshot.at)
}

fn replaced(Filed { header, documents }: Filed) -> Result<Rewritten, CliError> {
    let documents = Documents::try_from(documents).map_err(|documents| CliError::TooManyRewritten {
        found: documents.len().into(),
        most: MAX_DOCUMENTS.into(),
    })?;
    Ok(Rewritten::Replaced { header, documents })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Format;
    use jiandu_client::{
        records::{same_documents, DocumentView},
        AccountId,
    };
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
        let held = DocumentView::new(0, &document(7));
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
        let may = |set: &[u32], kept: &[u32], history: &[SnapshotView], reason| {
            plan(set, kept).expect("accepted").may_be_made(&record, history, reason)
        };
        assert!(may(&[1, 3], &[2], &history, REASON));
        assert!(may(&[1], &[2, 3], &history, REASON));
        // Another reason, or fewer versions: another call.
        assert!(!may(&[1, 3], &[2], &history, OverwriteReason::WrongDocument));
        assert!(!may(&[3], &[], &history, REASON));
        // What the chain has of another time is no part of the newest call.
        let mut earlier = history.clone();
        earlier.iter_mut().filter(|snapshot| snapshot.at == version(1, 1)).for_each(|row| row.moment.block = 8);
        assert!(!may(&[1, 3], &[2], &earlier, REASON));
        assert!(!may(&[3], &[], &history[..4], REASON));
    }

    #[test]
    fn documents_should_be_compared_by_digests_length_and_type() {
        let new = document(7);
        let held = |length, media| DocumentView { length, media, ..DocumentView::new(0, &new) };
        assert!(same_documents(&[held(3, new.media)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[held(4, new.media)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[held(3, MediaType::Zip)], std::slice::from_ref(&new)));
        assert!(!same_documents(&[], std::slice::from_ref(&new)));
        let other = ContentHash { alg: DigestAlg::Sm3, value: [0; 32] };
        let forged = DocumentView { digests: vec![other], ..held(3, new.media) };
        assert!(!same_documents(&[forged], &[new]));
    }
}
