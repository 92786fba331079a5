//! Random sequences of acts against a model that keeps every fact it is told with its time, and answers by looking through all
//! of them.
use crate::{mock::*, Error, NewKey};
use frame_support::dispatch::RawOrigin;
use jiandu_primitives::member::{Custody, EndReason, Role, Roles};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

const ACCOUNTS: std::ops::RangeInclusive<u64> = 20..=24;
const ROLES: [Role; 3] = [Role::Registrar, Role::Discloser, Role::Reviewer];

#[derive(Clone, Debug)]
enum Step {
    Admit { account: u64, person: u8, role: Role, from: u64, length: Option<u64> },
    Revoke(u64),
    Suspend(u64),
    Reinstate(u64),
    Rotate { account: u64, successor: u64 },
    EndHandle { person: u8, from: u64 },
    Appoint { account: u64, role: Role, from: u64, length: u64 },
    EndDeputation(u64),
    SuspendOrganisation,
    ReinstateOrganisation,
    Wait(u64),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Status {
    Active,
    Suspended,
    Ended,
}

/// A key with everything that ever happened to it, by time.
#[derive(Clone, Debug)]
struct Told {
    person: u8,
    role: Role,
    from: u64,
    until: Option<u64>,
    statuses: Vec<(u64, Status)>,
    /// Role, beginning and end.
    deputations: Vec<(Role, u64, u64)>,
}

#[derive(Debug, Default)]
struct Model {
    now: u64,
    keys: BTreeMap<u64, Told>,
    /// When the keys of a person end; none where that is not decided.
    people: BTreeMap<u8, Option<u64>>,
    suspended: bool,
}

/// What the chain should say: success, a certain error, or any refusal of a signer who may not act.
type Expected = Result<(), Option<Error<Test>>>;

fn fails(error: Error<Test>) -> Expected {
    Err(Some(error))
}

impl Model {
    /// The roles of a key now; none where it may not act.
    fn roles(&self, account: u64) -> Option<Roles> {
        let key = self.keys.get(&account)?;
        let status = key.statuses.iter().rfind(|(at, _)| *at <= self.now).expect("admitted").1;
        let ended = self.people[&key.person].is_some_and(|end| end <= self.now);
        let inside = key.from <= self.now && key.until.is_none_or(|until| self.now < until);
        if self.suspended || status != Status::Active || ended || !inside {
            return None;
        }
        let deputations = key.deputations.iter().filter(|(_, from, end)| (*from..*end).contains(&self.now));
        Some(deputations.fold(Roles::of(&[key.role]), |roles, (role, ..)| roles.union(Roles::of(&[*role]))))
    }

    fn change(&mut self, account: u64, to: Status) -> Expected {
        let now = self.now;
        let key = self.keys.get_mut(&account).ok_or(Some(Error::UnknownKey))?;
        let status = key.statuses.last().expect("admitted").1;
        match (status, to) {
            (Status::Ended, _) => return fails(Error::KeyHasEnded),
            (Status::Active, Status::Active) => return fails(Error::KeyNotSuspended),
            (Status::Suspended, Status::Suspended) => return fails(Error::KeyNotActive),
            _ => (),
        }
        key.statuses.push((now, to));
        Ok(())
    }

    fn insert(&mut self, account: u64, key: Told) -> Expected {
        if self.keys.contains_key(&account) {
            return fails(Error::KeyExists);
        }
        if self.people.get(&key.person).copied().flatten().is_some_and(|end| end <= self.now) {
            return fails(Error::HandleHasEnded);
        }
        self.people.entry(key.person).or_default();
        self.keys.insert(account, key);
        Ok(())
    }

    fn apply(&mut self, step: &Step) -> Expected {
        let now = self.now;
        match *step {
            Step::Admit { account, person, role, from, length } => {
                if self.suspended {
                    return fails(Error::OrganisationNotActive);
                }
                let from = from.max(now);
                let until = length.map(|length| now + length);
                if until.is_some_and(|until| until <= from) {
                    return fails(Error::InvalidWindow);
                }
                let statuses = vec![(now, Status::Active)];
                self.insert(account, Told { person, role, from, until, statuses, deputations: Vec::new() })
            }
            Step::Revoke(account) => self.change(account, Status::Ended),
            Step::Suspend(account) => self.change(account, Status::Suspended),
            Step::Reinstate(account) => self.change(account, Status::Active),
            Step::Rotate { account, successor } => {
                self.roles(account).ok_or(None)?;
                let old = self.keys[&account].clone();
                let deputations = old.deputations.iter().copied().filter(|(.., end)| now < *end).collect();
                let statuses = vec![(now, Status::Active)];
                self.insert(successor, Told { from: now, statuses, deputations, ..old })?;
                self.change(account, Status::Ended)
            }
            Step::EndHandle { person, from } => {
                let end = self.people.get_mut(&person).ok_or(Some(Error::UnknownHandle))?;
                if end.is_some_and(|end| end <= now) {
                    return fails(Error::HandleHasEnded);
                }
                *end = Some(from.max(now));
                Ok(())
            }
            Step::Appoint { account, role, from, length } => {
                let suspended = self.suspended;
                let key = self.keys.get_mut(&account).ok_or(Some(Error::UnknownKey))?;
                if suspended {
                    return Err(None);
                }
                if key.statuses.last().expect("admitted").1 == Status::Ended {
                    return fails(Error::KeyHasEnded);
                }
                let (from, until) = (from.max(now), now + length);
                if until <= from {
                    return fails(Error::InvalidWindow);
                }
                if key.deputations.iter().any(|(.., end)| now < *end) {
                    return fails(Error::DeputationRunning);
                }
                key.deputations.push((role, from, until));
                Ok(())
            }
            Step::EndDeputation(account) => {
                let key = self.keys.get_mut(&account).ok_or(Some(Error::UnknownKey))?;
                let running = key.deputations.iter_mut().find(|(.., end)| now < *end);
                running.ok_or(Some(Error::NoDeputation))?.2 = now;
                Ok(())
            }
            Step::SuspendOrganisation if self.suspended => fails(Error::OrganisationNotActive),
            Step::ReinstateOrganisation if !self.suspended => fails(Error::OrganisationNotSuspended),
            Step::SuspendOrganisation | Step::ReinstateOrganisation => {
                self.suspended = !self.suspended;
                Ok(())
            }
            Step::Wait(seconds) => {
                self.now += seconds;
                Ok(())
            }
        }
    }
}

fn apply(step: &Step) -> DispatchResult {
    let council = || RawOrigin::Signed(100).into();
    let exchange = code(EXCHANGE);
    let reason = EndReason::Request;
    match *step {
        Step::Admit { account, person, role, from, length } => {
            let until = length.map(|length| Time::get() + length);
            let key = NewKey { from, until, ..new_key(account, person, &[role]) };
            Members::admit_key(council(), exchange, key)
        }
        Step::Revoke(account) => Members::revoke_key(council(), account, reason),
        Step::Suspend(account) => Members::suspend_key(council(), account),
        Step::Reinstate(account) => Members::reinstate_key(council(), account),
        Step::Rotate { account, successor } => {
            Members::rotate_key(RawOrigin::Signed(account).into(), successor, Custody::Own)
        }
        Step::EndHandle { person, from } => Members::end_handle(council(), exchange, handle(person), from, reason),
        Step::Appoint { account, role, from, length } => {
            let admin = RawOrigin::Signed(ADMIN).into();
            Members::appoint_deputy(admin, account, Roles::of(&[role]), from, Time::get() + length)
        }
        Step::EndDeputation(account) => Members::end_deputation(council(), account),
        Step::SuspendOrganisation => Members::suspend_organisation(council(), exchange, reason),
        Step::ReinstateOrganisation => Members::reinstate_organisation(council(), exchange),
        Step::Wait(seconds) => {
            Time::set(Time::get() + seconds);
            Ok(())
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let account = || ACCOUNTS;
    let role = || proptest::sample::select(ROLES.to_vec());
    // Times lie before, at and after the present of most steps.
    let time = || 900u64..1_300;
    prop_oneof![
        4 => (account(), 10u8..13, role(), time(), proptest::option::of(0u64..200))
            .prop_map(|(account, person, role, from, length)| Step::Admit { account, person, role, from, length }),
        1 => account().prop_map(Step::Revoke),
        2 => account().prop_map(Step::Suspend),
        2 => account().prop_map(Step::Reinstate),
        2 => (account(), account()).prop_map(|(account, successor)| Step::Rotate { account, successor }),
        1 => (10u8..13, time()).prop_map(|(person, from)| Step::EndHandle { person, from }),
        3 => (account(), role(), time(), 0u64..200)
            .prop_map(|(account, role, from, length)| Step::Appoint { account, role, from, length }),
        2 => account().prop_map(Step::EndDeputation),
        1 => Just(Step::SuspendOrganisation),
        2 => Just(Step::ReinstateOrganisation),
        4 => (1u64..40).prop_map(Step::Wait),
    ]
}

fn root() -> Vec<u8> {
    sp_io::storage::root(Default::default())
}

proptest! {
    #[test]
    fn the_chain_should_agree_with_the_model(steps in proptest::collection::vec(step(), 1..60)) {
        test(|| {
            let mut model = Model { now: 1_000, ..Default::default() };
            for step in &steps {
                let before = root();
                let (expected, found) = (model.apply(step), apply(step));
                match expected {
                    Ok(()) => assert_eq!(found, Ok(()), "{step:?}"),
                    Err(Some(error)) => assert_eq!(found, Err(error.into()), "{step:?}"),
                    Err(None) => assert!(found.is_err(), "{step:?}"),
                }
                if found.is_err() {
                    assert_eq!(root(), before, "{step:?} failed and left something behind");
                }
                for account in ACCOUNTS {
                    let roles = Members::membership(account).ok().map(|member| member.roles);
                    assert_eq!(roles, model.roles(account), "{account} after {step:?}");
                }
            }
        });
    }
}
