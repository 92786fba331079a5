//! Random sequences of calls against a model that keeps everything in plain lists and derives standing by looking at them.
//! Small by default; `scripts/test.sh --full` runs 10,000 sequences of 50 calls.
use super::{create, object, overwrite, signed, version, withdraw};
use crate::{mock::*, Error};
use jiandu_primitives::{
    digest::DigestAlg,
    record::{VersionRef, MAX_REWRITES},
    verdict::Standing,
};
use proptest::{prelude::*, test_runner::TestRunner};
use sp_runtime::DispatchResult;
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

const IDS: [&str; 3] = ["a", "b", "c"];
const NUMBERS: std::ops::Range<u8> = 0..6;

type Set = BTreeSet<u8>;

/// What a step asks for. What it is based on is looked up when it is made, and is wrong where `stale` says so.
#[derive(Clone, Debug)]
enum Step {
    Create {
        key: u64,
        id: usize,
        numbers: Set,
    },
    Update {
        key: u64,
        id: usize,
        stale: bool,
        numbers: Set,
    },
    Withdraw {
        key: u64,
        id: usize,
        stale: bool,
    },
    Overwrite {
        key: u64,
        id: usize,
        stale: bool,
        depth: u32,
        missing: bool,
        versions: Vec<Option<Set>>,
    },
    /// The last call that succeeded, again.
    Repeat,
}

/// The same, based on a head.
#[derive(Clone, Debug, PartialEq)]
enum Call {
    Create { key: u64, id: usize, numbers: Set },
    Update { key: u64, id: usize, base: VersionRef, numbers: Set },
    Withdraw { key: u64, id: usize, base: VersionRef },
    Overwrite { key: u64, id: usize, base: VersionRef, from: u32, versions: Vec<Option<Set>> },
}

/// A record as its versions, each as its revisions, each a set of documents; a withdrawal has none.
#[derive(Clone, Debug)]
struct Record {
    first_key: u64,
    versions: Vec<Vec<Option<Set>>>,
    /// Every snapshot in the order in which it was written.
    written: Vec<(VersionRef, Set)>,
    /// Every call that made one, with the head that it was based on.
    calls: Vec<Call>,
}

impl Record {
    fn head(&self) -> VersionRef {
        self.newest(self.versions.len() as u32 - 1)
    }

    fn newest(&self, version: u32) -> VersionRef {
        VersionRef { version, revision: self.versions[version as usize].len() as u32 - 1 }
    }

    fn is_withdrawn(&self) -> bool {
        self.versions.last().is_some_and(|revisions| revisions.last() == Some(&None))
    }

    fn standing(&self, number: u8) -> Standing {
        let (last, _) = self.written.iter().rev().find(|(_, set)| set.contains(&number)).expect("held once");
        let newest = self.newest(last.version);
        let last_live = self.versions.len() as u32 - 1 - u32::from(self.is_withdrawn());
        if newest.revision > last.revision {
            Standing::Overwritten { by: VersionRef { revision: last.revision + 1, ..*last } }
        } else if last.version < last_live {
            Standing::Superseded { by: self.newest(last.version + 1) }
        } else if self.is_withdrawn() {
            Standing::Withdrawn
        } else {
            Standing::Current
        }
    }
}

#[derive(Default)]
struct Model {
    records: BTreeMap<usize, Record>,
    /// The records that ever held a document, in the order in which they first did.
    holders: BTreeMap<u8, Vec<usize>>,
    last: Option<Call>,
}

impl Model {
    fn base(&self, id: usize, stale: bool) -> VersionRef {
        let head = self.records.get(&id).map_or(version(0), Record::head);
        match stale {
            false => head,
            true if head.version.is_multiple_of(2) => VersionRef { version: head.version + 1, ..head },
            true => VersionRef { revision: head.revision + 1, ..head },
        }
    }

    fn call(&self, step: &Step) -> Option<Call> {
        Some(match step.clone() {
            Step::Create { key, id, numbers } => Call::Create { key, id, numbers },
            Step::Update { key, id, stale, numbers } => Call::Update { key, id, base: self.base(id, stale), numbers },
            Step::Withdraw { key, id, stale } => Call::Withdraw { key, id, base: self.base(id, stale) },
            Step::Overwrite { key, id, stale, depth, missing, mut versions } => {
                let base = self.base(id, stale);
                let from = base.version.saturating_sub(depth);
                versions.truncate((base.version - from + 1) as usize - usize::from(missing && base.version > from));
                Call::Overwrite { key, id, base, from, versions }
            }
            Step::Repeat => return self.last.clone(),
        })
    }

    fn hold(&mut self, id: usize, numbers: &Set) {
        for number in numbers {
            let holders = self.holders.entry(*number).or_default();
            if !holders.contains(&id) {
                holders.push(id);
            }
        }
    }

    /// The record that a call changes, or why it may not; `None` where it was made before.
    fn writable(&self, key: u64, id: usize, base: VersionRef, call: &Call) -> Result<Option<Record>, Error<Test>> {
        let record = self.records.get(&id).ok_or(Error::<Test>::UnknownRecord)?;
        if (record.first_key < 10) != (key < 10) {
            return Err(Error::NotTheRegistrant);
        }
        if base != record.head() {
            // Who of an organisation calls makes no difference.
            let same = |made: &Call| match (made, call) {
                (Call::Update { base: a, numbers: m, .. }, Call::Update { base: b, numbers: n, .. }) => {
                    a == b && m == n
                }
                (Call::Withdraw { base: a, .. }, Call::Withdraw { base: b, .. }) => a == b,
                (
                    Call::Overwrite { base: a, from: f, versions: v, .. },
                    Call::Overwrite { base: b, from: g, versions: w, .. },
                ) => a == b && f == g && v == w,
                _ => false,
            };
            return if record.calls.iter().any(same) { Ok(None) } else { Err(Error::StaleHead) };
        }
        if record.is_withdrawn() {
            return Err(Error::RecordClosed);
        }
        Ok(Some(record.clone()))
    }

    fn apply(&mut self, call: &Call) -> Result<(), Error<Test>> {
        match call {
            Call::Create { numbers, .. } | Call::Update { numbers, .. } if numbers.is_empty() => {
                return Err(Error::NoDocuments);
            }
            Call::Create { key, id, numbers } => match self.records.get(id) {
                Some(record) => {
                    let first = record.versions[0][0].as_ref();
                    if first != Some(numbers) || (record.first_key < 10) != (*key < 10) {
                        return Err(Error::DuplicateExternalId);
                    }
                }
                None => {
                    let record = Record {
                        first_key: *key,
                        versions: vec![vec![Some(numbers.clone())]],
                        written: vec![(version(0), numbers.clone())],
                        calls: Vec::new(),
                    };
                    self.records.insert(*id, record);
                    self.hold(*id, numbers);
                }
            },
            Call::Update { key, id, base, numbers } => {
                let Some(mut record) = self.writable(*key, *id, *base, call)? else { return Ok(()) };
                record.versions.push(vec![Some(numbers.clone())]);
                record.written.push((record.head(), numbers.clone()));
                record.calls.push(call.clone());
                self.records.insert(*id, record);
                self.hold(*id, numbers);
            }
            Call::Withdraw { key, id, base } => {
                let Some(mut record) = self.writable(*key, *id, *base, call)? else { return Ok(()) };
                record.versions.push(vec![None]);
                record.calls.push(call.clone());
                self.records.insert(*id, record);
            }
            Call::Overwrite { key, id, base, from, versions } => {
                let Some(mut record) = self.writable(*key, *id, *base, call)? else { return Ok(()) };
                if *from + (versions.len() as u32) < base.version + 1 {
                    return Err(Error::LaterVersionsMissing);
                }
                match versions.first() {
                    Some(None) => return Err(Error::NothingOverwritten),
                    _ if versions.iter().flatten().any(Set::is_empty) => return Err(Error::NoDocuments),
                    _ => (),
                }
                let rewrites = record.calls.iter().filter(|call| matches!(call, Call::Overwrite { .. })).count();
                if rewrites == MAX_REWRITES as usize {
                    return Err(Error::TooMany);
                }
                for (set, number) in versions.iter().zip(*from..) {
                    let revisions = &mut record.versions[number as usize];
                    let set = set.clone().or_else(|| revisions.last().cloned().flatten()).expect("documents");
                    revisions.push(Some(set.clone()));
                    record.written.push((record.newest(number), set.clone()));
                    self.hold(*id, &set);
                }
                record.calls.push(call.clone());
                self.records.insert(*id, record);
            }
        }
        self.last = Some(call.clone());
        Ok(())
    }
}

fn list(numbers: &Set) -> Vec<u8> {
    numbers.iter().copied().collect()
}

fn made(call: &Call) -> DispatchResult {
    match call {
        Call::Create { key, id, numbers } => create(*key, IDS[*id], &list(numbers)),
        Call::Update { key, id, base, numbers } => {
            Records::update(signed(*key), object(IDS[*id]), *base, Default::default(), documents(&list(numbers)))
        }
        Call::Withdraw { key, id, base } if base.revision == 0 => withdraw(*key, IDS[*id], base.version),
        Call::Withdraw { key, id, base } => {
            let reason = jiandu_primitives::record::WithdrawalReason::Mistake;
            Records::withdraw(signed(*key), object(IDS[*id]), *base, Default::default(), reason)
        }
        Call::Overwrite { key, id, base, from, versions } => {
            let versions: Vec<_> = versions.iter().map(|set| set.as_ref().map(list)).collect();
            let versions: Vec<_> = versions.iter().map(|numbers| numbers.as_deref()).collect();
            overwrite(*key, IDS[*id], *base, *from, &versions)
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let key = prop_oneof![12 => Just(MAKER), 8 => Just(COLLEAGUE), 1 => Just(STRANGER)];
    let set = || prop_oneof![1 => Just(Set::new()), 12 => proptest::collection::btree_set(NUMBERS, 1..4)];
    let version = prop_oneof![1 => Just(None), 4 => proptest::collection::btree_set(NUMBERS, 1..4).prop_map(Some)];
    let versions = proptest::collection::vec(version, 6);
    let flags = (0..10u8, 0..10u8, 0..4u32);
    (0..40u8, key, 0..IDS.len(), set(), versions, flags).prop_map(
        |(what, key, id, numbers, versions, (stale, missing, depth))| {
            let (stale, missing) = (stale == 0, missing == 0);
            match what {
                0..=3 => Step::Create { key, id, numbers },
                4..=18 => Step::Update { key, id, stale, numbers },
                19..=32 => Step::Overwrite { key, id, stale, depth, missing, versions },
                33..=38 => Step::Repeat,
                _ => Step::Withdraw { key, id, stale },
            }
        },
    )
}

#[test]
fn the_chain_should_agree_with_the_model() {
    let full = std::env::var_os("JIANDU_FULL").is_some();
    let (cases, length) = if full { (10_000, 50..51) } else { (96, 1..50) };
    // A failure prints the shortest sequence that shows it.
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let (calls, succeeded) = (Cell::new(0u64), Cell::new(0u64));
    let runs = runner.run(&proptest::collection::vec(step(), length), |steps| {
        test(|| {
            let mut model = Model::default();
            let first = (0..IDS.len()).map(|id| Step::Create { key: MAKER, id, numbers: Set::from([id as u8]) });
            // Mostly there is a record, and sometimes there is none.
            let first: Vec<_> = first.take(if steps.len() % 5 == 0 { 1 } else { IDS.len() }).collect();
            for step in first.iter().chain(&steps) {
                let Some(call) = model.call(step) else { continue };
                let expected = model.apply(&call).map_err(Into::into);
                let result = made(&call);
                calls.set(calls.get() + 1);
                succeeded.set(succeeded.get() + u64::from(result.is_ok()));
                assert_eq!(result, expected, "{call:?}");
                compare(&model);
            }
        });
        Ok(())
    });
    if let Err(error) = runs {
        panic!("{error}");
    }
    println!("{} of {} calls succeeded in {cases} sequences", succeeded.get(), calls.get());
    assert!(succeeded.get() * 10 >= calls.get() * 4, "too few calls succeed to tell: {succeeded:?} of {calls:?}");
}

/// Every verdict, with the first record in its place.
fn compare(model: &Model) {
    for number in NUMBERS {
        for alg in [DigestAlg::Blake3, DigestAlg::Sm3] {
            let verdict = Records::verdict(digest(alg, number));
            let mut found: Vec<_> = verdict.entries.iter().map(|entry| (entry.anchor.object, entry.standing)).collect();
            let holders = model.holders.get(&number).cloned().unwrap_or_default();
            let mut expected: Vec<_> =
                holders.iter().map(|id| (object(IDS[*id]), model.records[id].standing(number))).collect();
            assert_eq!(found.first(), expected.first(), "the first record keeps its place");
            found.sort_by_key(|(object, _)| *object);
            expected.sort_by_key(|(object, _)| *object);
            assert_eq!(found, expected);
        }
    }
}
