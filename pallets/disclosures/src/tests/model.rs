//! Random sequences of calls against a model that keeps submissions and versions in plain lists.
use super::*;
use crate::Error;
use proptest::prelude::*;

/// One submission at a time is about the record `a` or `b`; documents are numbered by step.
#[derive(Clone, Debug)]
enum Step {
    Submit { by: u64, record: bool, base: u32 },
    Resubmit { by: u64, number: u64, base: u32 },
    Retract { by: u64, number: u64 },
    TakeOver { by: u64, number: u64 },
    Return { by: u64, number: u64 },
    Accept { by: u64, number: u64, wait: Option<u64> },
    Publish { by: u64, number: u64 },
    Wait(u64),
}

const MAKERS: [u64; 3] = [MAKER, COLLEAGUE, DEPUTY];
const REVIEWERS: [u64; 3] = [CHECKER, DEPUTY, SAME_PERSON];

fn person(key: u64) -> u64 {
    if key == SAME_PERSON {
        MAKER
    } else {
        key
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Where {
    Waits,
    Back,
    Accepted(u64),
    Done,
}

#[derive(Clone, Debug)]
struct Sent {
    disclosure: Disclosure,
    record: bool,
    base: u32,
    held_by: Vec<u64>,
    holder: u64,
    first: u64,
    at: Where,
}

#[derive(Default)]
struct Model {
    sent: Vec<Sent>,
    /// How many versions each record has.
    versions: [u32; 2],
}

fn disclosure(record: bool, base: u32, document: u8) -> Disclosure {
    report(if record { "b" } else { "a" }, base.checked_sub(1), &[document])
}

impl Model {
    fn open(&mut self, number: u64) -> Result<&mut Sent, Error<Test>> {
        let sent = self.sent.get_mut(number as usize).ok_or(Error::<Test>::UnknownSubmission)?;
        if sent.at == Where::Done {
            return Err(Error::SubmissionDecided);
        }
        Ok(sent)
    }

    fn with_makers(&mut self, number: u64) -> Result<&mut Sent, Error<Test>> {
        let sent = self.open(number)?;
        if matches!(sent.at, Where::Accepted(_)) {
            return Err(Error::SubmissionAccepted);
        }
        Ok(sent)
    }

    fn held(&mut self, by: u64, number: u64) -> Result<&mut Sent, Error<Test>> {
        let sent = self.with_makers(number)?;
        if sent.holder != by {
            return Err(Error::NotTheMaker);
        }
        Ok(sent)
    }

    fn reviewed(&mut self, by: u64, number: u64) -> Result<&mut Sent, Error<Test>> {
        let sent = self.open(number)?;
        if sent.held_by.contains(&person(by)) {
            return Err(Error::SamePerson);
        }
        if sent.at == Where::Back {
            return Err(Error::SubmissionReturned);
        }
        Ok(sent)
    }

    fn apply(&mut self, step: &Step, document: u8, now: u64) -> Result<(), Error<Test>> {
        match *step {
            Step::Submit { by, record, base } => {
                let disclosure = disclosure(record, base, document);
                let (held_by, at) = (vec![by], Where::Waits);
                self.sent.push(Sent { disclosure, record, base, held_by, holder: by, first: now, at });
            }
            Step::Resubmit { by, number, base } => {
                let sent = self.held(by, number)?;
                if sent.at == Where::Waits {
                    sent.first = now;
                }
                sent.disclosure = disclosure(sent.record, base, document);
                (sent.base, sent.at) = (base, Where::Waits);
            }
            Step::Retract { by, number } => self.held(by, number)?.at = Where::Done,
            Step::TakeOver { by, number } => {
                let sent = self.with_makers(number)?;
                if sent.holder == by {
                    return Err(Error::InHand);
                }
                if !sent.held_by.contains(&by) {
                    sent.held_by.push(by);
                }
                sent.holder = by;
            }
            Step::Return { by, number } => self.reviewed(by, number)?.at = Where::Back,
            Step::Accept { by, number, wait } => {
                let sent = self.reviewed(by, number)?;
                if matches!(sent.at, Where::Accepted(_)) {
                    return Err(Error::SubmissionAccepted);
                }
                sent.at = Where::Accepted(wait.map_or(0, |wait| now + wait));
            }
            Step::Publish { by, number } => {
                let sent = self.open(number)?;
                match sent.at {
                    Where::Accepted(from) if now < from => return Err(Error::Embargoed),
                    Where::Accepted(_) => {}
                    _ if !REVIEWERS.contains(&by) => return Err(Error::NotAccepted),
                    _ => {
                        self.reviewed(by, number)?;
                    }
                }
                let sent = self.sent[number as usize].clone();
                let versions = &mut self.versions[usize::from(sent.record)];
                if *versions != sent.base {
                    return Err(Error::BaseMoved);
                }
                *versions += 1;
                self.sent[number as usize].at = Where::Done;
            }
            Step::Wait(_) => {}
        }
        Ok(())
    }
}

fn call(step: &Step, document: u8, model: &Model) -> DispatchResult {
    let of = |number: u64| model.sent.get(number as usize).map(|sent| sent.disclosure.clone());
    let some = |number| of(number).unwrap_or_else(|| disclosure(false, 0, 200));
    let commitment = |number| some(number).commitment(&SALT);
    match *step {
        Step::Submit { by, record, base } => {
            let disclosure = disclosure(record, base, document);
            let commitment = disclosure.commitment(&SALT);
            Disclosures::submit(signed(by), exchange(), DisclosureClass::Report, commitment)
        }
        Step::Resubmit { by, number, base } => {
            let record = model.sent.get(number as usize).is_some_and(|sent| sent.record);
            resubmit(by, number, &disclosure(record, base, document))
        }
        Step::Retract { by, number } => Disclosures::retract(signed(by), number),
        Step::TakeOver { by, number } => Disclosures::take_over(signed(by), number),
        Step::Return { by, number } => {
            Disclosures::return_submission(signed(by), number, commitment(number), INCORRECT)
        }
        Step::Accept { by, number, wait } => {
            let not_before = wait.map(|wait| Time::get() + wait);
            Disclosures::accept(signed(by), number, commitment(number), not_before)
        }
        Step::Publish { by, number } => publish(by, number, &some(number)),
        Step::Wait(seconds) => {
            Time::set(Time::get() + seconds);
            Ok(())
        }
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let maker = || proptest::sample::select(MAKERS.to_vec());
    let reviewer = || proptest::sample::select(REVIEWERS.to_vec());
    let number = || 0u64..5;
    let base = || 0u32..3;
    let step = prop_oneof![
        3 => (maker(), any::<bool>(), base()).prop_map(|(by, record, base)| Step::Submit { by, record, base }),
        1 => (maker(), number(), base()).prop_map(|(by, number, base)| Step::Resubmit { by, number, base }),
        1 => (maker(), number()).prop_map(|(by, number)| Step::Retract { by, number }),
        1 => (maker(), number()).prop_map(|(by, number)| Step::TakeOver { by, number }),
        2 => (reviewer(), number()).prop_map(|(by, number)| Step::Return { by, number }),
        2 => (reviewer(), number(), proptest::option::of(1u64..300))
            .prop_map(|(by, number, wait)| Step::Accept { by, number, wait }),
        5 => (prop_oneof![reviewer(), maker(), Just(BANKER)], number())
            .prop_map(|(by, number)| Step::Publish { by, number }),
        1 => (1u64..200).prop_map(Step::Wait),
    ];
    proptest::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_sequence_of_calls_should_come_to_what_the_model_says(steps in steps()) {
        test(|| {
            let mut model = Model::default();
            for (step, document) in steps.iter().zip(1u8..) {
                let done = call(step, document, &model);
                let now = Time::get();
                let expected = model.apply(step, document, now).map_err(DispatchError::from);
                assert_eq!(done, expected, "{step:?}");
            }
            for (number, sent) in (0u64..).zip(&model.sent) {
                let row = Submissions::<Test>::get(number).expect("a submission");
                assert_eq!((row.state.is_final(), row.first_filed.time), (sent.at == Where::Done, sent.first));
            }
            for (record, versions) in ["a", "b"].iter().zip(model.versions) {
                let head = pallet_jiandu_records::Objects::<Test>::get(object(record));
                assert_eq!(head.map_or(0, |row| row.head().version + 1), versions);
            }
        });
    }
}
