//! What appends and verdicts cost when the chain has few records, and when it has many.

use crate::{cpu_seconds, folder, row};
use jiandu_client::{
    connection::Connection,
    evidence::Options,
    records::{self, NewRecord},
    submit::{Submitter, Wait},
    verify,
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::Header,
    record::{Content, Document, MediaType, Subject},
    verdict::Headline,
};
use jiandu_testkit::Node;
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// With how many records the costs are measured.
const STAGES: [u32; 2] = [1_000, 100_000];
/// How many records are sent at a time: they fill about one block.
const CHUNK: u32 = 500;
/// How many records beyond each stage count for its appends.
const MEASURED: u32 = 2_000;
/// How many records each stage sends by themselves, each followed into its block.
const WATCHED: u32 = 20;
/// How many digests each stage asks for.
const QUESTIONS: u32 = 100;

/// Fills a chain and prints a row per stage and figure.
pub fn run() {
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    let folder = folder();
    let data = folder.path().join("node");
    let node = Node::dev(&data);
    runtime.block_on(async {
        let connection = Connection::open(&node.url()).await.expect("a node");
        let key = connection.dev_key("Alice").expect("a key of the development chain");
        let mut submitter = Submitter::new(&connection, &key).wait(Wait::InBlock);
        let (mut count, start) = (0, Instant::now());
        for stage in STAGES {
            fill(&mut submitter, &mut count, stage).await;
            eprintln!("{count} records after {} s", start.elapsed().as_secs());
            // What belongs to former records is behind the node, and what belongs to these ones comes before the second look.
            let before = settled(&node);
            let cpu = cpu_seconds(node.pid());
            fill(&mut submitter, &mut count, stage + MEASURED).await;
            let last = settled(&node);
            let cpu = (cpu_seconds(node.pid()) - cpu) * 1_000.0 / f64::from(MEASURED);
            row(
                &format!("append at {stage} records, all that the node does for it"),
                "ms of a core a record",
                vec![cpu],
            );
            row(
                &format!("append at {stage} records, its author's block"),
                "ms a record",
                appends(&node, before.saturating_add(1), last),
            );
            row(&format!("append as its writer sees it, in a block, at {stage} records"), "ms", {
                let mut milliseconds = Vec::new();
                for number in 0..WATCHED {
                    let start = Instant::now();
                    // Beyond all numbers that are sent in bulk.
                    let record = new_record(u32::MAX - stage - number);
                    records::create_all(&mut submitter, vec![record]).await.expect("a record");
                    milliseconds.push(start.elapsed().as_secs_f64() * 1_000.0);
                }
                milliseconds
            });
            row(&format!("verdict with proof at {stage} records"), "ms", verdicts(&connection, count).await);
            row(
                &format!("database at {stage} records"),
                "KiB a record",
                vec![kibibytes(&data.join("data")) / f64::from(count)],
            );
        }
        node.wait_finalized(node.rpc().best().expect("a head"));
        let made = records::count(&connection).await.expect("an answer");
        let watched = u64::from(WATCHED) * STAGES.len() as u64;
        assert_eq!(made, u64::from(count) + watched, "every record was created");
    });
}

fn number_hash(number: u32, alg: DigestAlg) -> ContentHash {
    // Spread like a digest, without being one: the multiplier is odd, so that no two numbers meet.
    let mut value = [0; 32];
    for (index, place) in (0u32..).zip(value.chunks_exact_mut(4)) {
        let word = number.wrapping_add(index).wrapping_mul(0x9e37_79b1).rotate_left(index);
        place.copy_from_slice(&word.to_be_bytes());
    }
    ContentHash { alg, value }
}

fn new_record(number: u32) -> NewRecord {
    let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| number_hash(number, alg));
    let digests = digests.to_vec().try_into().expect("two digests");
    let content = Content::Plain { digests, length: 1_000_000 };
    NewRecord {
        subject: Subject::Uscc("91430100MADEW01019".parse().expect("a code")),
        external_id: format!("scale-{number}").parse().expect("an id"),
        header: Header::default(),
        documents: vec![Document { content, media: MediaType::Pdf }],
    }
}

/// Sends records until there are so many.
async fn fill(submitter: &mut Submitter<'_>, count: &mut u32, upto: u32) {
    while *count < upto {
        let chunk = (*count..*count + CHUNK).map(new_record).collect();
        records::create_all(submitter, chunk).await.expect("records");
        *count += CHUNK;
    }
}

/// Waits until the newest block is final, and gives its number.
fn settled(node: &Node) -> u32 {
    let last = node.rpc().best().expect("a head");
    node.wait_finalized(last);
    last
}

/// What the author says that blocks took, storage root included, for each of their transactions.
fn appends(node: &Node, first: u32, last: u32) -> Vec<f64> {
    node.prepared()
        .into_iter()
        .filter(|prepared| (first..=last).contains(&prepared.block) && prepared.transactions >= MEASURED as usize / 10)
        .map(|prepared| prepared.milliseconds / prepared.transactions as f64)
        .collect()
}

/// Questions about digests all over the chain, each answered by a proof that is checked.
async fn verdicts(connection: &Connection, count: u32) -> Vec<f64> {
    let mut milliseconds = Vec::new();
    for question in 0..QUESTIONS {
        let digest = number_hash(question * (count / QUESTIONS), DigestAlg::Sm3);
        let options = Options { at_least: None, patience: Duration::from_secs(60) };
        let start = Instant::now();
        let checked = verify::verify_digests(connection, &[digest], None, options, |_| ()).await.expect("an answer");
        milliseconds.push(start.elapsed().as_secs_f64() * 1_000.0);
        let current = checked.proven.verdicts.iter().all(|(_, verdict)| verdict.headline() == Headline::Current);
        assert!(current, "a record that was created is current");
    }
    milliseconds
}

fn kibibytes(folder: &Path) -> f64 {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            match entry.metadata() {
                Ok(found) if found.is_dir() => kibibytes(&entry.path()),
                Ok(found) => found.len() as f64 / 1_024.0,
                Err(_) => 0.0,
            }
        })
        .sum()
}
