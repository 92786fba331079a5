//! Random sequences of calls against a model that keeps everything in plain lists and derives standing by looking at them.
use super::{create, object, update, version, withdraw};
use crate::{mock::*, Error};
use jiandu_primitives::{digest::DigestAlg, verdict::Standing};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

const IDS: [&str; 3] = ["a", "b", "c"];
const NUMBERS: std::ops::Range<u8> = 0..5;

#[derive(Clone, Debug)]
enum Step {
    Create { key: u64, id: usize, numbers: BTreeSet<u8> },
    Update { key: u64, id: usize, base: u32, numbers: BTreeSet<u8> },
    Withdraw { key: u64, id: usize, base: u32 },
}

/// A record as a list of versions, each a set of documents; a withdrawal is `None`.
#[derive(Clone, Debug)]
struct Record {
    first_key: u64,
    versions: Vec<Option<BTreeSet<u8>>>,
}

#[derive(Default)]
struct Model {
    records: BTreeMap<usize, Record>,
    /// The records that ever held a document, in the order in which they first did.
    holders: BTreeMap<u8, Vec<usize>>,
}

impl Model {
    fn hold(&mut self, id: usize, numbers: &BTreeSet<u8>) {
        for number in numbers {
            let holders = self.holders.entry(*number).or_default();
            if !holders.contains(&id) {
                holders.push(id);
            }
        }
    }

    fn append(&mut self, key: u64, id: usize, base: u32, new: Option<BTreeSet<u8>>) -> Result<(), Error<Test>> {
        let record = self.records.get_mut(&id).ok_or(Error::<Test>::UnknownRecord)?;
        if (record.first_key < 10) != (key < 10) {
            return Err(Error::NotTheRegistrant);
        }
        let next = base as usize + 1;
        if next != record.versions.len() {
            let repeated = record.versions.get(next) == Some(&new);
            return if repeated { Ok(()) } else { Err(Error::StaleHead) };
        }
        if record.versions.last() == Some(&None) {
            return Err(Error::RecordClosed);
        }
        record.versions.push(new.clone());
        if let Some(numbers) = new {
            self.hold(id, &numbers);
        }
        Ok(())
    }

    fn apply(&mut self, step: &Step) -> Result<(), Error<Test>> {
        match step {
            Step::Create { numbers, .. } | Step::Update { numbers, .. } if numbers.is_empty() => {
                Err(Error::NoDocuments)
            }
            Step::Create { key, id, numbers } => match self.records.get(id) {
                Some(record) => {
                    let repeated =
                        record.versions[0].as_ref() == Some(numbers) && (record.first_key < 10) == (*key < 10);
                    if repeated {
                        Ok(())
                    } else {
                        Err(Error::DuplicateExternalId)
                    }
                }
                None => {
                    self.records.insert(*id, Record { first_key: *key, versions: vec![Some(numbers.clone())] });
                    self.hold(*id, numbers);
                    Ok(())
                }
            },
            Step::Update { key, id, base, numbers } => self.append(*key, *id, *base, Some(numbers.clone())),
            Step::Withdraw { key, id, base } => self.append(*key, *id, *base, None),
        }
    }

    fn standing(&self, id: usize, number: u8) -> Standing {
        let versions = &self.records[&id].versions;
        let holds = |at: usize| versions[at].as_ref().is_some_and(|numbers| numbers.contains(&number));
        let last = (0..versions.len()).rev().find(|at| holds(*at)).expect("held once");
        match versions.get(last + 1) {
            None => Standing::Current,
            Some(None) => Standing::Withdrawn,
            Some(Some(_)) => Standing::Superseded { by: version(last as u32 + 1) },
        }
    }
}

fn apply(step: &Step) -> DispatchResult {
    let list = |numbers: &BTreeSet<u8>| numbers.iter().copied().collect::<Vec<_>>();
    match step {
        Step::Create { key, id, numbers } => create(*key, IDS[*id], &list(numbers)),
        Step::Update { key, id, base, numbers } => update(*key, IDS[*id], *base, &list(numbers)),
        Step::Withdraw { key, id, base } => withdraw(*key, IDS[*id], *base),
    }
}

fn step() -> impl Strategy<Value = Step> {
    let key = prop_oneof![3 => Just(MAKER), 2 => Just(COLLEAGUE), 1 => Just(STRANGER)];
    let id = 0..IDS.len();
    let numbers = proptest::collection::btree_set(NUMBERS, 0..4);
    (0..8u8, key, id, 0..4u32, numbers).prop_map(|(what, key, id, base, numbers)| match what {
        0..=2 => Step::Create { key, id, numbers },
        3..=6 => Step::Update { key, id, base, numbers },
        _ => Step::Withdraw { key, id, base },
    })
}

proptest! {
    #[test]
    fn the_chain_should_agree_with_the_model(steps in proptest::collection::vec(step(), 1..40)) {
        test(|| {
            let mut model = Model::default();
            for step in &steps {
                let expected = model.apply(step).map_err(Into::into);
                assert_eq!(apply(step), expected, "{step:?}");
                for number in NUMBERS {
                    for alg in [DigestAlg::Blake3, DigestAlg::Sm3] {
                        let verdict = Records::verdict(digest(alg, number));
                        let mut found: Vec<_> =
                            verdict.entries.iter().map(|entry| (entry.anchor.object, entry.standing)).collect();
                        let holders = model.holders.get(&number).cloned().unwrap_or_default();
                        let mut expected: Vec<_> =
                            holders.iter().map(|id| (object(IDS[*id]), model.standing(*id, number))).collect();
                        assert_eq!(found.first(), expected.first(), "the first record keeps its place");
                        found.sort_by_key(|(object, _)| *object);
                        expected.sort_by_key(|(object, _)| *object);
                        assert_eq!(found, expected);
                    }
                }
            }
        });
    }
}
