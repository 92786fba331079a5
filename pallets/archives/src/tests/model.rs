//! Random sequences of acts against a model that keeps every attribute in a plain list.
use super::*;
use crate::Error;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NAMES: [&str; 3] = ["甲公司", "乙公司", "丙公司"];
const TIERS: [&str; 4] = ["F", "G", "P", "T"];

#[derive(Clone, Debug)]
enum Step {
    Register { who: u32, name: usize, number: u32, since: u64 },
    Rename { who: u32, name: usize, since: u64 },
    ChangeCode { who: u32, number: u32, tier: usize, since: u64 },
    ChangeStatus { who: u32, status: EnterpriseStatus, since: u64 },
}

#[derive(Clone, Debug)]
struct Firm {
    names: Vec<(usize, u64)>,
    codes: Vec<(String, u64)>,
    statuses: Vec<(EnterpriseStatus, u64)>,
}

#[derive(Default)]
struct Model(BTreeMap<u32, Firm>);

fn text(number: u32, tier: usize) -> String {
    format!("HN{number:06}{}", TIERS[tier])
}

impl Model {
    fn owner(&self, code: &str) -> Option<u32> {
        let base = &code[..8];
        self.0.iter().find(|(_, firm)| firm.codes.iter().any(|(held, _)| held.starts_with(base))).map(|(who, _)| *who)
    }

    fn active(&mut self, who: u32) -> Result<&mut Firm, Error<Test>> {
        let firm = self.0.get_mut(&who).ok_or(Error::<Test>::UnknownEnterprise)?;
        match firm.statuses.last() {
            Some((EnterpriseStatus::Active, _)) => Ok(firm),
            _ => Err(Error::NotActive),
        }
    }

    fn apply(&mut self, step: &Step) -> Result<(), Error<Test>> {
        match *step {
            Step::Register { who, name, number, since } => {
                let code = text(number, 0);
                if self.0.contains_key(&who) {
                    return Err(Error::EnterpriseExists);
                }
                if self.owner(&code).is_some() {
                    return Err(Error::CodeTaken);
                }
                let statuses = vec![(EnterpriseStatus::Active, since)];
                self.0.insert(who, Firm { names: vec![(name, since)], codes: vec![(code, since)], statuses });
            }
            Step::Rename { who, name, since } => {
                let firm = self.active(who)?;
                let (last, at) = *firm.names.last().expect("a name");
                if last == name {
                    return Err(Error::NothingChanges);
                }
                if since < at {
                    return Err(Error::DatedBeforeLast);
                }
                firm.names.push((name, since));
            }
            Step::ChangeCode { who, number, tier, since } => {
                let code = text(number, tier);
                let owner = self.owner(&code);
                let firm = self.active(who)?;
                let (last, at) = firm.codes.last().cloned().expect("a code");
                if last == code {
                    return Err(Error::NothingChanges);
                }
                if owner.is_some_and(|owner| owner != who) {
                    return Err(Error::CodeTaken);
                }
                if since < at {
                    return Err(Error::DatedBeforeLast);
                }
                firm.codes.push((code, since));
            }
            Step::ChangeStatus { who, status, since } => {
                let firm = self.0.get_mut(&who).ok_or(Error::<Test>::UnknownEnterprise)?;
                let (last, at) = *firm.statuses.last().expect("a status");
                if last == status {
                    return Err(Error::NothingChanges);
                }
                let possible = match (last, status) {
                    (EnterpriseStatus::Closed, _) => false,
                    (EnterpriseStatus::Active, _) => true,
                    (_, status) => matches!(status, EnterpriseStatus::Active | EnterpriseStatus::Closed),
                };
                if !possible {
                    return Err(Error::StatusNotPossible);
                }
                if since < at {
                    return Err(Error::DatedBeforeLast);
                }
                firm.statuses.push((status, since));
            }
        }
        Ok(())
    }
}

fn act(step: &Step) -> Act<u64> {
    match step {
        Step::Register { who, name, number, since } => {
            let mut registration = registration(*who, NAMES[*name], &text(*number, 0));
            registration.since = *since;
            register(&[registration])
        }
        Step::Rename { who, name, since } => rename(*who, NAMES[*name], *since),
        Step::ChangeCode { who, number, tier, since } => change_code(*who, &text(*number, *tier), *since),
        Step::ChangeStatus { who, status, since } => change_status(*who, *status, *since),
    }
}

fn step() -> impl Strategy<Value = Step> {
    let status = proptest::sample::select(EnterpriseStatus::ALL.to_vec());
    let numbers = (1..4u32, 0..NAMES.len(), 1..4u32, 0..TIERS.len(), status, 0..8u64);
    (0..8u8, numbers).prop_map(|(what, (who, name, number, tier, status, since))| match what {
        0..=2 => Step::Register { who, name, number, since },
        3..=4 => Step::Rename { who, name, since },
        5..=6 => Step::ChangeCode { who, number, tier, since },
        _ => Step::ChangeStatus { who, status, since },
    })
}

proptest! {
    #[test]
    fn the_chain_should_agree_with_the_model(steps in proptest::collection::vec(step(), 1..40)) {
        test(|| {
            let mut model = Model::default();
            for step in &steps {
                let expected = model.apply(step).map_err(Into::into);
                assert_eq!(done(act(step)), expected, "{step:?}");
                for (who, firm) in &model.0 {
                    for (index, name_) in NAMES.iter().enumerate() {
                        let held = firm.names.iter().any(|(held, _)| *held == index);
                        assert_eq!(Archives::resolve_name(name(name_)).contains(&uscc(*who)), held);
                    }
                }
                for number in 1..4 {
                    for tier in 0..TIERS.len() {
                        let wanted = text(number, tier);
                        let answer = Archives::resolve_code(code(&wanted));
                        assert_eq!(answer.map(|answer| answer.enterprise), model.owner(&wanted).map(uscc));
                        let held = model.owner(&wanted).is_some_and(|who| {
                            model.0[&who].codes.iter().any(|(held, _)| *held == wanted)
                        });
                        assert_eq!(answer.is_some_and(|answer| answer.held), held, "{wanted}");
                    }
                }
            }
        });
    }
}
