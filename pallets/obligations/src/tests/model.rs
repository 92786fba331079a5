//! Random sequences of calls, filings and time against a model that keeps plain maps. Days are numbers from 2026-01-01 on,
//! times are seconds from its beginning on.
use super::*;
use crate::Error;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The occasions: the report on 2025, and events on these days.
const EVENTS: [i64; 3] = [10, 60, 100];
/// 2026-04-30.
const REPORT_DUE: i64 = 119;
const BOTH: [u32; 2] = [1, 3];

#[derive(Clone, Copy, Debug)]
enum Step {
    Declare { who: u32, what: usize },
    Cancel { who: u32, what: usize, same: bool },
    Extend { who: u32, what: usize, later: i64 },
    Waive { who: u32, what: usize },
    File { who: u32, what: usize, record: u8, ago: u64 },
    Withdraw { who: u32, record: u8 },
    Leave { who: u32 },
    Return { who: u32 },
    Pass { seconds: u64 },
}

type Key = (u32, usize);

#[derive(Default)]
struct Model {
    now: u64,
    /// Whether the maker declared it, and whether it was cancelled.
    occasions: BTreeMap<Key, (bool, bool)>,
    /// The records, and when they were filed and published, by the filing; the first counts. Never an empty list.
    filings: BTreeMap<Key, Vec<(u8, u64, u64)>>,
    extensions: BTreeMap<Key, Vec<i64>>,
    waived: Vec<Key>,
    /// When the enterprises left and came back.
    moves: BTreeMap<u32, Vec<(u64, bool)>>,
}

fn after(day: i64) -> u64 {
    (day + 1) as u64 * DAY
}

fn original(what: usize) -> i64 {
    what.checked_sub(1).map_or(REPORT_DUE, |index| EVENTS[index] + 2)
}

impl Model {
    fn due(&self, key: Key) -> i64 {
        let latest = self.extensions.get(&key).and_then(|list| list.last().copied());
        latest.unwrap_or(0).max(original(key.1))
    }

    fn active(&self, who: u32, at: u64) -> bool {
        let mut moves = self.moves.get(&who).into_iter().flatten();
        moves.rfind(|(since, _)| *since <= at).is_none_or(|(_, here)| *here)
    }

    fn states(&self, key: Key) -> Option<[ObligationState; 2]> {
        use ObligationState::*;
        let (occasion, filing) = (self.occasions.get(&key), self.filings.get(&key).and_then(|list| list.first()));
        if key.1 > 0 && occasion.is_none() && filing.is_none() {
            return None;
        }
        if occasion.is_some_and(|(_, cancelled)| *cancelled) {
            return Some([NotApplicable; 2]);
        }
        let end = after(self.due(key));
        if let Some((_, filed, published)) = filing {
            let publish_by = end.max(after((filed / DAY) as i64));
            let judge = |at: u64, end: u64| if at < end { MetOnTime } else { MetLate };
            return Some([judge(*filed, end), judge(*published, publish_by)]);
        }
        let soon = if key.1 == 0 { 30 } else { 1 };
        let state = if self.waived.contains(&key) {
            Waived
        } else if !self.active(key.0, self.now.min(end - 1)) {
            NotApplicable
        } else if self.now >= end {
            Overdue
        } else if self.due(key) > original(key.1) {
            Extended
        } else if self.now + soon * DAY >= end - DAY {
            DueSoon
        } else {
            Pending
        };
        Some([state; 2])
    }

    fn unmet(&self, key: Key) -> Result<(), Error<Test>> {
        match self.states(key) {
            None | Some([ObligationState::NotApplicable, _]) => Err(Error::NoObligation),
            _ if self.filings.contains_key(&key) => Err(Error::AlreadyMet),
            _ if self.waived.contains(&key) => Err(Error::AlreadyWaived),
            _ => Ok(()),
        }
    }

    fn cancel(&mut self, key: Key, same: bool) -> Result<(), Error<Test>> {
        match self.occasions.get_mut(&key) {
            None | Some((_, true)) => Err(Error::UnknownOccasion),
            Some(_) if self.filings.contains_key(&key) => Err(Error::AlreadyMet),
            Some((true, _)) if same => Err(Error::SamePerson),
            Some((_, cancelled)) => {
                *cancelled = true;
                Ok(())
            }
        }
    }

    fn extend(&mut self, key: Key, until: i64) -> Result<(), Error<Test>> {
        self.unmet(key)?;
        if until <= self.due(key) {
            return Err(Error::NotLater);
        }
        if until > original(key.1) + 366 {
            return Err(Error::TooFar);
        }
        let list = self.extensions.entry(key).or_default();
        if list.len() == 8 {
            return Err(Error::TooMany);
        }
        list.push(until);
        Ok(())
    }

    fn file(&mut self, key: Key, record: u8, filed: u64) -> bool {
        let used = self.filings.values().flatten().any(|(other, _, _)| *other == record);
        if used {
            return false;
        }
        let list = self.filings.entry(key).or_default();
        list.push((record, filed, self.now));
        // What was filed first comes first, and of one second what was published first.
        list.sort_by_key(|(_, filed, _)| *filed);
        list.truncate(MAX_FILINGS as usize);
        let counts = list.first().is_some_and(|(first, _, _)| *first == record);
        if key.1 > 0 {
            self.occasions.entry(key).or_insert((false, false));
        }
        counts
    }
}

fn first() -> Day {
    day("2026-01-01")
}

fn key(what: usize) -> (DisclosureKind, Occasion) {
    match what.checked_sub(1) {
        None => (ANNUAL, REPORT),
        Some(index) => (INTERIM, Occasion::Event { day: first().plus(EVENTS[index] as i32), number: 0 }),
    }
}

/// Does a step on the chain and in the model: both come to the same.
fn run(model: &mut Model, step: Step) {
    let refused = |error: Error<Test>| -> sp_runtime::DispatchError { error.into() };
    match step {
        Step::Declare { who, what } if what > 0 => {
            let (kind, occasion) = key(what);
            assert_ok!(declare(who, kind, &occasion));
            let row = model.occasions.entry((who, what)).or_default();
            *row = (true, false);
        }
        Step::Declare { who, .. } => {
            assert_noop!(declare(who, ANNUAL, &REPORT), Error::<Test>::NothingToDeclare);
        }
        Step::Cancel { who, what, same } => {
            let (kind, occasion) = key(what);
            let caller = if same { SAME_PERSON } else { CHECKER };
            let done = Obligations::cancel(signed(caller), uscc(who), kind, occasion);
            assert_eq!(done, model.cancel((who, what), same).map_err(refused), "{step:?}");
        }
        Step::Extend { who, what, later } => {
            let (kind, occasion) = key(what);
            let until = original(what) + later;
            let done = extend(who, kind, &occasion, first().plus(until as i32));
            assert_eq!(done, model.extend((who, what), until).map_err(refused), "{step:?}");
        }
        Step::Waive { who, what } => {
            let (kind, occasion) = key(what);
            let expected = model.unmet((who, what));
            assert_eq!(waive(who, kind, &occasion), expected.map_err(refused), "{step:?}");
            if model.unmet((who, what)).is_ok() {
                model.waived.push((who, what));
            }
        }
        Step::File { who, what, record, ago } => {
            let (kind, occasion) = key(what);
            let ago = ago.min(model.now);
            let filing = Filing { snapshot: snapshot(record), filed: Time::get() - ago, published: Time::get() };
            let counts = Obligations::note_filed(&uscc(who), kind, &occasion, filing);
            assert_eq!(counts, model.file((who, what), record, model.now - ago), "{step:?}");
        }
        Step::Withdraw { who, record } => {
            Obligations::note_withdrawn(&uscc(who), snapshot(record).object);
            model.filings.retain(|key, list| {
                list.retain(|(held, _, _)| key.0 != who || *held != record);
                !list.is_empty()
            });
        }
        Step::Leave { who } => {
            change_status(who, Time::get(), EnterpriseStatus::TransferredOut);
            model.moves.entry(who).or_default().push((model.now, false));
        }
        Step::Return { who } => {
            change_status(who, Time::get(), EnterpriseStatus::Active);
            model.moves.entry(who).or_default().push((model.now, true));
        }
        Step::Pass { seconds } => {
            model.now += seconds;
            Time::set(Time::get() + seconds);
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let who = proptest::sample::select(BOTH.to_vec());
    let later = prop_oneof![-3i64..40, 360i64..370];
    let seconds = prop_oneof![Just(1), Just(DAY - 1), Just(DAY), 0..20 * DAY];
    let numbers = (who, 0..=EVENTS.len(), any::<bool>(), later, 0u8..5, 0..5 * DAY, seconds);
    (0..18u8, numbers).prop_map(|(step, (who, what, same, later, record, ago, seconds))| match step {
        0..=3 => Step::Declare { who, what },
        4 => Step::Cancel { who, what, same },
        5..=7 => Step::Extend { who, what, later },
        8 => Step::Waive { who, what },
        9..=10 => Step::File { who, what, record, ago },
        11 => Step::Withdraw { who, record },
        12 => Step::Leave { who },
        13 => Step::Return { who },
        _ => Step::Pass { seconds },
    })
}

proptest! {
    #[test]
    fn the_chain_should_agree_with_the_model(steps in proptest::collection::vec(step(), 1..60)) {
        test(|| {
            Time::set(first().start());
            enter(3, exchange(), None, day("2020-01-01").start());
            let due = |trigger, kind, soon| Rule { review: 0, ..rule(kind, trigger, soon) };
            let (period_end, april) = (date("12-31"), date("04-30"));
            let calendar = Trigger::Calendar { period_end, due: april, years_after: 1, roll: None };
            let event = Trigger::Event(Offset { days: 2, sort: DaySort::Calendar });
            let rules = vec![due(calendar, ANNUAL, 30), due(event, INTERIM, 1)];
            assert_ok!(set_rules(table("2020-01-01", rules)));
            let mut model = Model::default();
            for step in &steps {
                run(&mut model, *step);
                for who in BOTH {
                    for what in 0..=EVENTS.len() {
                        let (kind, occasion) = key(what);
                        let found = obligation(who, kind, &occasion);
                        let states = found.map(|found| [found.state, found.publication]);
                        assert_eq!(states, model.states((who, what)), "{who} {what} after {step:?}");
                    }
                }
            }
        });
    }
}
