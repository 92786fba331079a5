//! `jiandu disclosure publish-all`: a folder of submissions, compared one by one and published many under one signature.
//!
//! The reviewer's own copies of the documents are found by their digests, whatever they are called. What fails keeps nothing else
//! from being published.

use super::{
    disclosure::{known, look_at, name_of, standing},
    disclosure_text::kind_and_number,
    enterprise_text::named,
};
use crate::{
    args::{Common, PublishAllArguments, ReviewArguments},
    enterprise_failures::of_submission,
    error::{shown, CliError, ErrorDocument},
    exit::Exit,
    failures::of_reading,
    hashing::documents_of_all,
    language::{values, Language, Texts},
    output::{Output, Report},
    session::Session,
    text::{table, Style},
    verdict_text::version,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    disclosures::{self, Handover, Stage, MAX_BULK_DOCUMENTS, MAX_ITEMS},
    handover::is_document,
    submit::Wait,
    SigningKey,
};
use jiandu_primitives::{
    disclosure::DisclosureKind,
    record::{Document, SnapshotRef},
    uscc::Uscc,
};
use serde::{Serialize, Serializer};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Submissions that are looked at at a time.
const LOOKED_AT: usize = 8;
/// How deep below a folder documents may lie.
const DEEPEST: usize = 8;

/// What became of a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Ending {
    /// It could be published.
    Ready,
    /// It was published now.
    Published,
    /// It was published before.
    Before,
    /// It was returned, rejected or taken back.
    Closed,
    /// Something is wrong with it.
    Refused,
    /// Its turn did not come.
    Unsent,
}

impl Ending {
    const ALL: [Self; 6] = [Self::Ready, Self::Published, Self::Before, Self::Closed, Self::Refused, Self::Unsent];

    const fn key(self) -> &'static str {
        match self {
            Self::Ready => "item-ready",
            Self::Published => "item-published",
            Self::Before => "item-before",
            Self::Closed => "item-closed",
            Self::Refused => "item-refused",
            Self::Unsent => "row-unsent",
        }
    }
}

/// A submission and what became of it.
struct Item {
    /// Its file.
    file: String,
    /// What it says; none where it can't be read.
    handover: Option<Handover>,
    /// The enterprise's name.
    name: Option<String>,
    ending: Ending,
    problem: Option<CliError>,
    snapshot: Option<SnapshotRef>,
    /// The block of its publication.
    block: Option<u32>,
}

impl Item {
    fn new(file: &Path) -> Self {
        let (handover, problem) = match Handover::load(file) {
            Ok(handover) => (Some(handover), None),
            Err(error) => (None, Some(of_submission(error, &[]))),
        };
        let ending = if problem.is_some() { Ending::Refused } else { Ending::Unsent };
        Self { file: shown(file), handover, name: None, ending, problem, snapshot: None, block: None }
    }

    fn refuse(&mut self, problem: CliError) {
        (self.ending, self.problem) = (Ending::Refused, Some(problem));
    }
}

/// Runs `jiandu disclosure publish-all`.
pub async fn run(arguments: PublishAllArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let PublishAllArguments { folder, files, originals, skip_originals, dry_run } = arguments;
    let mut items: Vec<Item> = submissions(&folder)?.iter().map(|file| Item::new(file)).collect();
    if items.is_empty() {
        return Err(CliError::NoSubmissions { folder: shown(&folder).into() });
    }
    let mut seen = BTreeSet::new();
    for item in &mut items {
        let number = item.handover.as_ref().map(|handover| handover.submission);
        if let Some(number) = number.filter(|number| !seen.insert(*number)) {
            let file = item.file.as_str().into();
            item.refuse(CliError::SubmissionTwice { number: number.into(), file });
        }
    }
    let beside = || match folder.canonicalize().ok().and_then(|folder| Some(folder.parent()?.to_owned())) {
        Some(parent) => parent,
        None => PathBuf::from("."),
    };
    let wanted = lengths(&items);
    let documents = Documents::read(&files.unwrap_or_else(beside), wanted.as_ref(), output)?;
    let session = Session::open(common, Output { quiet: true, ..output }).await?;
    let key = session.key(common)?;
    let review = ReviewArguments { originals, skip_originals, body: None };
    look_at_all(&session, &key, &documents, &review, &mut items, output).await;
    let published = match dry_run {
        true => Ok(()),
        false => publish(&session, &key, &mut items, output).await,
    };
    let report = ManyReport { folder: shown(&folder), items, language: output.language };
    // What became of the submissions is told even where the rest could not be published.
    output.report(&report)?;
    published?;
    let sound = |item: &Item| matches!(item.ending, Ending::Ready | Ending::Published | Ending::Before);
    Ok(if report.items.iter().all(sound) { Exit::Ok } else { Exit::Failure })
}

/// The files that may be submissions, by name.
fn submissions(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let entries = fs::read_dir(folder).map_err(|error| of_reading(folder, &error))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|ending| ending == "json")).collect();
    files.sort();
    Ok(files)
}

/// How long the documents are that submissions name; none where one is sealed, and shows its length to nobody.
fn lengths(items: &[Item]) -> Option<BTreeSet<u64>> {
    let handovers = items.iter().filter_map(|item| item.handover.as_ref());
    let mut documents = handovers.flat_map(|handover| handover.disclosure.act.documents());
    let length = |document: &Document| (!document.content.is_sealed()).then(|| document.content.length());
    documents.try_fold(BTreeSet::new(), |mut lengths, document| {
        lengths.insert(length(document)?);
        Some(lengths)
    })
}

/// The reviewer's documents, by their first digests.
struct Documents {
    found: BTreeMap<[u8; 32], Vec<(PathBuf, Document)>>,
}

impl Documents {
    /// Reads every file of a length that is wanted, or of any, in and below a folder, but for hidden ones.
    fn read(folder: &Path, wanted: Option<&BTreeSet<u64>>, output: Output) -> Result<Self, CliError> {
        let mut files = Vec::new();
        below(folder, DEEPEST, &mut files).map_err(|error| of_reading(folder, &error))?;
        let length = |file: &Path| fs::metadata(file).map_or(0, |found| found.len());
        files.retain(|file| wanted.is_none_or(|wanted| wanted.contains(&length(file))));
        let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (file, document) in documents_of_all(files, output) {
            // What can't be read is missed where a submission has it.
            let Ok(document) = document else { continue };
            let digest = document.content.digests().first().map(|digest| digest.value);
            if let Some(digest) = digest {
                found.entry(digest).or_default().push((file, document));
            }
        }
        Ok(Self { found })
    }

    /// The files that are a submission's documents, in its order; the place of the first that is missing else.
    fn of(&self, handover: &Handover) -> Result<Vec<PathBuf>, usize> {
        let find = |wanted: &Document| {
            let is = |(_, document): &&(PathBuf, Document)| is_document(wanted, document, &handover.openings);
            let digest = wanted.content.digests().first().map(|digest| digest.value);
            let same = digest.and_then(|digest| self.found.get(&digest)).and_then(|all| all.iter().find(is));
            // What is sealed has other digests than the file.
            let opened = || self.found.values().flatten().find(is).filter(|_| wanted.content.is_sealed());
            same.or_else(opened).map(|(file, _)| file.clone())
        };
        let wanted = handover.disclosure.act.documents().zip(1..);
        wanted.map(|(document, number)| find(document).ok_or(number)).collect()
    }
}

fn below(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let kind = entry.file_type()?;
        if kind.is_dir() && !hidden && deep > 0 {
            match below(&entry.path(), deep.saturating_sub(1), files) {
                // A document in it is missed where a submission has it.
                Ok(()) | Err(_) => {}
            }
        } else if kind.is_file() && !hidden {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// Looks at everything that the publications would anchor, and has the chain rehearse them.
async fn look_at_all(
    session: &Session,
    key: &SigningKey,
    documents: &Documents,
    review: &ReviewArguments,
    items: &mut [Item],
    output: Output,
) {
    let bar = output.bar(u64::try_from(items.len()).unwrap_or(u64::MAX), "progress-reviewing");
    let looking = items.iter_mut().map(async |item| {
        if let Err(problem) = look(session, key, documents, review, item).await {
            item.refuse(problem);
        }
        bar.inc(1);
    });
    stream::iter(looking).buffer_unordered(LOOKED_AT).collect::<Vec<()>>().await;
    bar.finish_and_clear();
}

async fn look(
    session: &Session,
    key: &SigningKey,
    documents: &Documents,
    review: &ReviewArguments,
    item: &mut Item,
) -> Result<(), CliError> {
    let Some(handover) = item.handover.as_ref().filter(|_| item.problem.is_none()) else { return Ok(()) };
    session.connection.expect_genesis(handover.genesis)?;
    item.name = name_of(session, handover.disclosure.enterprise).await?;
    let view = known(session, handover.submission).await?;
    if let Stage::Returned | Stage::Rejected | Stage::Retracted = view.stage {
        item.ending = Ending::Closed;
        return Ok(());
    }
    let view = standing(session, key, handover).await?;
    if let Some(published) = session.ask(disclosures::published(&session.connection, &view)).await? {
        item.ending = Ending::Before;
        (item.snapshot, item.block) = (Some(published.snapshot), Some(published.receipt.block));
        return Ok(());
    }
    match documents.of(handover) {
        Ok(files) => {
            look_at(session, handover, &files, review).await?;
        }
        // What was accepted has been looked at.
        Err(_) if view.stage == Stage::Accepted => {}
        Err(number) => return Err(CliError::DocumentMissing { number: number.into() }),
    }
    // What is refused in a block has shown its digests to everybody.
    session.ask(disclosures::rehearse_publication(&session.connection, key.account(), handover)).await??;
    item.ending = Ending::Ready;
    Ok(())
}

/// Publishes what is ready, as many at a time as one transaction takes.
async fn publish(session: &Session, key: &SigningKey, items: &mut [Item], output: Output) -> Result<(), CliError> {
    let ready: Vec<&mut Item> = items.iter_mut().filter(|item| item.ending == Ending::Ready).collect();
    let bar = output.bar(u64::try_from(ready.len()).unwrap_or(u64::MAX), "progress-publishing");
    let mut ended = Ok(());
    for mut batch in batches(ready) {
        if ended.is_err() {
            batch.iter_mut().for_each(|item| item.ending = Ending::Unsent);
            continue;
        }
        let handovers: Vec<Handover> = batch.iter().filter_map(|item| item.handover.clone()).collect();
        let sent = session
            .submit(key, Wait::Final, async |submitter| disclosures::publish_many(submitter, &handovers).await)
            .await;
        bar.inc(u64::try_from(batch.len()).unwrap_or(u64::MAX));
        match sent {
            Ok((results, receipt)) => {
                let mut results: BTreeMap<u64, _> = results.into_iter().collect();
                for item in batch {
                    let result = item.handover.as_ref().and_then(|handover| results.remove(&handover.submission));
                    match result {
                        Some(Ok(snapshot)) => {
                            item.ending = Ending::Published;
                            (item.snapshot, item.block) = (Some(snapshot), Some(receipt.block));
                        }
                        Some(Err(error)) => item.refuse(error.into()),
                        None => item.ending = Ending::Unsent,
                    }
                }
            }
            Err(error) => {
                batch.iter_mut().for_each(|item| item.ending = Ending::Unsent);
                ended = Err(error);
            }
        }
    }
    bar.finish_and_clear();
    ended
}

/// Cuts items into what one transaction takes.
fn batches(items: Vec<&mut Item>) -> Vec<Vec<&mut Item>> {
    let mut batches: Vec<Vec<&mut Item>> = Vec::new();
    let mut room = 0usize;
    for item in items {
        let count = item.handover.as_ref().map_or(0, |handover| handover.disclosure.act.documents().count());
        match batches.last_mut() {
            Some(batch) if batch.len() < MAX_ITEMS && count <= room => {
                batch.push(item);
                room = room.saturating_sub(count);
            }
            _ => {
                batches.push(vec![item]);
                room = MAX_BULK_DOCUMENTS.saturating_sub(count);
            }
        }
    }
    batches
}

/// What became of a folder of submissions.
struct ManyReport {
    folder: String,
    items: Vec<Item>,
    language: Language,
}

/// A submission as JSON shows it.
#[derive(Serialize)]
struct ItemDocument<'a> {
    file: &'a str,
    ending: Ending,
    submission: Option<u64>,
    enterprise: Option<Uscc>,
    name: Option<&'a str>,
    kind: Option<DisclosureKind>,
    disclosure_number: Option<String>,
    snapshot: Option<SnapshotRef>,
    block: Option<u32>,
    error: Option<ErrorDocument<'a>>,
}

/// A folder as JSON shows it.
#[derive(Serialize)]
struct FolderDocument<'a> {
    folder: &'a str,
    items: Vec<ItemDocument<'a>>,
}

impl Serialize for ManyReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.items.iter().map(|item| {
            let disclosure = item.handover.as_ref().map(|handover| &handover.disclosure);
            ItemDocument {
                file: &item.file,
                ending: item.ending,
                submission: item.handover.as_ref().map(|handover| handover.submission),
                enterprise: disclosure.map(|disclosure| disclosure.enterprise),
                name: item.name.as_deref(),
                kind: disclosure.map(|disclosure| disclosure.kind),
                disclosure_number: disclosure.map(|disclosure| disclosure.number.to_string()),
                snapshot: item.snapshot,
                block: item.block,
                error: item.problem.as_ref().map(|problem| problem.document(self.language)),
            }
        });
        FolderDocument { folder: &self.folder, items: items.collect() }.serialize(serializer)
    }
}

impl Report for ManyReport {
    fn text(&self, language: Language) -> String {
        let rows: Vec<[String; 4]> = self
            .items
            .iter()
            .map(|item| {
                let what = item.handover.as_ref().map(|handover| {
                    let disclosure = &handover.disclosure;
                    let name = item.name.clone().unwrap_or_default();
                    let who = named(&name, disclosure.enterprise, language);
                    format!("{who} {}", kind_and_number(disclosure.kind, &disclosure.number.to_string(), language))
                });
                let number = item.handover.as_ref().map(|handover| handover.submission.to_string());
                let came = match (&item.problem, item.snapshot) {
                    (Some(problem), _) => {
                        let values = values! { message = problem.message(language), help = problem.help(language) };
                        language.say("list-fault", &values)
                    }
                    (None, Some(snapshot)) => format!("{} {}", snapshot.object, version(snapshot.at, language)),
                    (None, None) => String::new(),
                };
                [
                    number.unwrap_or_default(),
                    what.unwrap_or_else(|| item.file.clone()),
                    language.text(item.ending.key()),
                    came,
                ]
            })
            .collect();
        let headings = ["label-submission-number", "label-disclosure", "label-result", "label-record"];
        let headings = headings.map(|key| language.text(key));
        let count = |ending| self.items.iter().filter(|item| item.ending == ending).count();
        let counted = Ending::ALL.into_iter().map(|ending| (ending, count(ending))).filter(|(_, count)| *count > 0);
        let counted = counted.map(|(ending, count)| {
            language.say("item-count", &values! { ending = language.text(ending.key()), count = count })
        });
        let values =
            values! { folder = self.folder.clone(), items = self.items.len(), counts = language.list(counted) };
        let sound = count(Ending::Refused).saturating_add(count(Ending::Unsent)) == 0;
        let style = if sound { Style::Good } else { Style::Bad };
        format!("{}\n{}\n", table(headings, &rows), style.paint(&language.say("items-summary", &values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::{
        chain::GenesisHash,
        change::RecordChange,
        digest::DigestAlg,
        disclosure::{Disclosure, DisclosureAct},
        header::Header,
    };

    fn item(documents: Vec<Document>) -> Item {
        let documents = documents.try_into().expect("few");
        let change = RecordChange::Snapshot { base: None, header: Header::default(), documents };
        let disclosure = Disclosure {
            enterprise: "91350100M000100Y43".parse().expect("a code"),
            kind: DisclosureKind::AnnualReport,
            number: "2025".parse().expect("a number"),
            mandate: None,
            occasion: None,
            backfilled: false,
            act: DisclosureAct::Change { change, correction: None },
        };
        let handover = Handover {
            genesis: GenesisHash([1; 32]),
            submission: 0,
            exchange: "91350100M000100Y43".parse().expect("a code"),
            salt: [0; 32],
            disclosure,
            openings: Vec::new(),
        };
        let file = String::new();
        let (name, problem, snapshot, block) = (None, None, None, None);
        Item { file, handover: Some(handover), name, ending: Ending::Ready, problem, snapshot, block }
    }

    fn document(number: u8) -> Document {
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = folder.path().join("a");
        fs::write(&file, [number]).expect("written");
        jiandu_client::records::document(&file, |_, _| ()).expect("a document")
    }

    #[test]
    fn items_should_be_cut_by_their_number_and_by_their_documents() {
        let one = document(1);
        let mut many: Vec<Item> = (0..250).map(|_| item(vec![one.clone()])).collect();
        let lengths = |items: &mut Vec<Item>| -> Vec<usize> {
            batches(items.iter_mut().collect()).iter().map(Vec::len).collect()
        };
        assert_eq!(lengths(&mut many), [100, 100, 50]);
        let mut large: Vec<Item> = (0..5).map(|_| item(vec![one.clone(); 200])).collect();
        assert_eq!(lengths(&mut large), [2, 2, 1]);
    }

    #[test]
    fn documents_should_be_found_by_what_they_are_whatever_they_are_called() {
        let folder = tempfile::tempdir().expect("temporary folder");
        fs::create_dir(folder.path().join("below")).expect("a folder");
        fs::write(folder.path().join("below").join("报告.pdf"), [1]).expect("written");
        fs::write(folder.path().join(".hidden"), [2]).expect("written");
        let output = Output { language: Language::English, format: crate::args::Format::Text, quiet: true };
        let documents = Documents::read(folder.path(), None, output).expect("readable");
        let of = |all: Vec<Document>| documents.of(&item(all).handover.expect("a handover"));
        assert!(document(1).content.digests().iter().any(|digest| digest.alg == DigestAlg::Sm3));
        let found = documents.found.values().flatten().next().expect("one");
        assert_eq!(of(vec![found.1.clone()]), Ok(vec![folder.path().join("below").join("报告.pdf")]));
        assert_eq!(of(vec![found.1.clone(), document(2)]), Err(2));
    }
}
