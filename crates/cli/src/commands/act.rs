//! What acts on members end with: done by an administrator, done by the council, or waiting for the council's votes.

use super::{
    member::{role_names, window},
    obligation_text::{exceptions_text, table_text},
};
use crate::{
    args::Common,
    error::CliError,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, printable, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    members::{Motion, MotionCall, NewKey, Outcome, VoteOutcome},
    submit::{Receipt, SubmitError, Submitter, Wait},
    AccountId, BlockHash,
};
use jiandu_primitives::{
    member::{Handle, Roles},
    record::ObjectId,
    uscc::Uscc,
};
use serde::Serialize;

/// Connects, signs and sends an act, and follows it until it is final.
pub async fn submitted<T>(
    common: &Common,
    output: Output,
    act: impl AsyncFnOnce(&mut Submitter<'_>) -> Result<T, SubmitError>,
) -> Result<T, CliError> {
    submitted_in(&Session::open(common, output).await?, common, act).await
}

/// The same over a connection that there is.
pub async fn submitted_in<T>(
    session: &Session,
    common: &Common,
    act: impl AsyncFnOnce(&mut Submitter<'_>) -> Result<T, SubmitError>,
) -> Result<T, CliError> {
    let key = session.key(common)?;
    session.submit(&key, Wait::Final, act).await
}

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It is done.
    Done,
    /// The council waits for more votes.
    Open,
    /// The council rejected it.
    Rejected,
}

/// An act and its end.
#[derive(Clone, Debug, Serialize)]
pub struct ActReport {
    /// What was asked for: the words of the command.
    act: &'static str,
    /// How it ended.
    outcome: Ending,
    /// The organisation, where the act names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<Uscc>,
    /// The key, where the act admits one.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<NewKey>,
    /// The account, where the act names one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<AccountId>,
    /// The person, where the act ends their keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    handle: Option<Handle>,
    /// Unix second from which those end; none is at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<u64>,
    /// What the key may do for a while, where the act says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    deputation: Option<Deputation>,
    /// Who has a seat in the council, where the act says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    council: Vec<AccountId>,
    /// The motion, where votes are missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    motion: Option<Box<Motion>>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

/// 代岗, as it was asked for.
#[derive(Clone, Copy, Debug, Serialize)]
struct Deputation {
    /// The roles.
    roles: Roles,
    /// Unix second of the beginning; none is at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<u64>,
    /// Unix second of the end, itself excluded.
    until: u64,
}

impl ActReport {
    /// An act that is done.
    pub fn of_receipt(act: &'static str, receipt: Receipt) -> Self {
        Self::new(act, Ending::Done, None, &receipt)
    }

    /// An act that may be the council's.
    pub fn of_outcome(act: &'static str, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done(receipt) | Outcome::Executed(receipt) => Self::new(act, Ending::Done, None, &receipt),
            Outcome::Proposed { motion, receipt } => Self::new(act, Ending::Open, Some(motion), &receipt),
        }
    }

    /// A vote, or the end of one.
    pub fn of_vote(act: &'static str, outcome: VoteOutcome) -> Self {
        match outcome {
            VoteOutcome::Executed(receipt) => Self::new(act, Ending::Done, None, &receipt),
            VoteOutcome::Rejected(receipt) => Self::new(act, Ending::Rejected, None, &receipt),
            VoteOutcome::Open { motion, receipt } => Self::new(act, Ending::Open, Some(motion), &receipt),
        }
    }

    fn new(act: &'static str, outcome: Ending, motion: Option<Box<Motion>>, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self {
            act,
            outcome,
            organisation: None,
            key: None,
            account: None,
            handle: None,
            from: None,
            deputation: None,
            council: Vec::new(),
            motion,
            block,
            block_hash,
            finalised,
        }
    }

    /// Whether votes are missing.
    pub fn is_open(&self) -> bool {
        self.outcome == Ending::Open
    }

    /// Names the organisation.
    pub fn organisation(self, organisation: Uscc) -> Self {
        Self { organisation: Some(organisation), ..self }
    }

    /// Names the key that is admitted.
    pub fn key(self, key: NewKey) -> Self {
        Self { key: Some(key), ..self }
    }

    /// Names an account.
    pub fn account(self, account: AccountId) -> Self {
        Self { account: Some(account), ..self }
    }

    /// Names the person whose keys end, and from when on.
    pub fn handle(self, handle: Handle, from: Option<u64>) -> Self {
        Self { handle: Some(handle), from, ..self }
    }

    /// Says what a deputy may do, and when.
    pub fn deputation(self, roles: Roles, from: Option<u64>, until: u64) -> Self {
        Self { deputation: Some(Deputation { roles, from, until }), ..self }
    }

    /// Names those who have a seat in the council.
    pub fn council(self, council: Vec<AccountId>) -> Self {
        Self { council, ..self }
    }
}

impl Report for ActReport {
    fn text(&self, language: Language) -> String {
        let sentence = match self.outcome {
            Ending::Done => Style::Good.paint(&language.text(&format!("done-{}", self.act))),
            Ending::Open => Style::Caution.paint(&language.text("act-open")),
            Ending::Rejected => Style::Bad.paint(&language.text("act-rejected")),
        };
        let mut rows = Vec::new();
        if let Some(organisation) = self.organisation {
            rows.push(("label-member", organisation.to_string()));
        }
        if let Some(account) = self.account {
            rows.push(("label-account", account.to_string()));
        }
        if let Some(key) = &self.key {
            rows.push(("label-account", key.account.to_string()));
            rows.push(("label-handle", key.handle.to_string()));
            rows.push(("label-roles", role_names(key.roles, language)));
            rows.push(("label-custody", language.word(&key.custody)));
            rows.push(("label-validity", validity(key, language)));
        }
        if let Some(handle) = self.handle {
            rows.push(("label-handle", handle.to_string()));
            let from = self.from.map_or_else(|| language.text("at-once"), |from| moment::short(from, language));
            rows.push(("label-ends-from", from));
        }
        if let Some(Deputation { roles, from, until }) = self.deputation {
            let window = match from {
                Some(from) => window(from, Some(until), language),
                None => language.say("window-until", &values! { until = moment::short(until, language) }),
            };
            let values = values! { roles = role_names(roles, language), window = window };
            rows.push(("label-deputation", language.say("deputation", &values)));
        }
        if !self.council.is_empty() {
            rows.push(("label-seats", accounts(&self.council)));
        }
        if let Some(motion) = &self.motion {
            rows.extend(motion_rows(motion, language));
        }
        rows.push(("label-block", format!("{} ({})", moment::grouped(self.block), self.block_hash)));
        let finality = if self.finalised { "finality-final" } else { "finality-pending" };
        rows.push(("label-finality", language.text(finality)));
        let mut text = format!("{sentence}\n{}", pairs(2, &labelled(rows, language)));
        if let Some(motion) = &self.motion {
            text.push_str(&format!("{}\n", language.say("how-to-vote", &values! { index = motion.index })));
        }
        text
    }
}

/// Accounts, each in its own line.
pub fn accounts(accounts: &[AccountId]) -> String {
    accounts.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A motion, for those who vote on it.
pub fn motion_rows(motion: &Motion, language: Language) -> Vec<(&'static str, String)> {
    let votes = values! {
        ayes = motion.ayes.len(),
        nays = motion.nays.len(),
        threshold = motion.threshold,
        seats = motion.seats,
    };
    vec![
        ("label-motion", motion.index.to_string()),
        ("label-call", call(&motion.call, language)),
        ("label-votes", language.say("votes", &votes)),
        ("label-end", moment::grouped(motion.end)),
        ("label-hash", motion.hash.to_string()),
    ]
}

/// What a motion would do, in full: whoever votes must see every value.
pub fn call(call: &MotionCall, language: Language) -> String {
    match call {
        MotionCall::AdmitOrganisation { organisation, kind, name, administrator } => {
            let values = values! {
                organisation = organisation.to_string(),
                name = printable(name),
                kind = language.word(kind),
                key = key(administrator, language),
            };
            language.say("motion-admit-organisation", &values)
        }
        MotionCall::SuspendOrganisation { organisation, reason } => {
            let values = values! { organisation = organisation.to_string(), reason = language.word(reason) };
            language.say("motion-suspend-organisation", &values)
        }
        MotionCall::ReinstateOrganisation { organisation } => {
            language.say("motion-reinstate-organisation", &values! { organisation = organisation.to_string() })
        }
        MotionCall::RemoveOrganisation { organisation, reason } => {
            let values = values! { organisation = organisation.to_string(), reason = language.word(reason) };
            language.say("motion-remove-organisation", &values)
        }
        MotionCall::AdmitKey { organisation, key: new } => {
            let values = values! { organisation = organisation.to_string(), key = key(new, language) };
            language.say("motion-admit-key", &values)
        }
        MotionCall::RevokeKey { key, reason } => {
            let values = values! { account = key.to_string(), reason = language.word(reason) };
            language.say("motion-revoke-key", &values)
        }
        MotionCall::SuspendKey { key } => language.say("motion-suspend-key", &values! { account = key.to_string() }),
        MotionCall::ReinstateKey { key } => {
            language.say("motion-reinstate-key", &values! { account = key.to_string() })
        }
        MotionCall::EndHandle { organisation, handle, from: 0, reason } => {
            let values = values! {
                organisation = organisation.to_string(),
                handle = handle.to_string(),
                reason = language.word(reason),
            };
            language.say("motion-end-handle-at-once", &values)
        }
        MotionCall::EndHandle { organisation, handle, from, reason } => {
            let values = values! {
                organisation = organisation.to_string(),
                handle = handle.to_string(),
                from = moment::short(*from, language),
                reason = language.word(reason),
            };
            language.say("motion-end-handle", &values)
        }
        MotionCall::EndDeputation { key } => {
            language.say("motion-end-deputation", &values! { account = key.to_string() })
        }
        MotionCall::AuthorizeUpgrade { code_hash } => {
            language.say("motion-authorize-upgrade", &values! { hash = code_hash.to_string() })
        }
        MotionCall::SetCoolingOff { seconds } => {
            let values = values! { period = super::council::period(*seconds, language) };
            language.say("motion-set-cooling-off", &values)
        }
        MotionCall::SetRecoveryRecipient { recipient } => {
            let values = values! {
                recipient = ObjectId(recipient.public).to_string(),
                threshold = recipient.threshold,
                shares = recipient.shares,
            };
            language.say("motion-set-recovery-recipient", &values)
        }
        MotionCall::RecordRecovery { owner, number, locator, reason } => {
            let values = values! {
                owner = owner.to_string(),
                number = *number,
                locator = locator.to_string(),
                reason = language.word(reason),
            };
            language.say("motion-record-recovery", &values)
        }
        MotionCall::SetRules { table } => {
            let values = values! { from = table.from.to_string(), count = table.rules.len() };
            format!("{}\n{}", language.say("motion-set-rules", &values), table_text(table, language))
        }
        MotionCall::SetYear { year, exceptions } => {
            let values = values! { year = year.to_string(), count = exceptions.len() };
            format!("{}\n{}", language.say("motion-set-year", &values), exceptions_text(exceptions, language))
        }
        MotionCall::NoteStalled { delay, best_finalized } => {
            let values = values! { delay = *delay, block = moment::grouped(*best_finalized) };
            language.say("motion-note-stalled", &values)
        }
        MotionCall::SeatCouncil { members } => {
            let members = language.list(members.iter().map(ToString::to_string));
            language.say("motion-set-members", &values! { members = members })
        }
        MotionCall::Other { pallet, function, encoded } => {
            let values = values! {
                call = format!("{}.{}", printable(pallet), printable(function)),
                encoded = encoded.clone(),
            };
            language.say("motion-other", &values)
        }
    }
}

fn key(key: &NewKey, language: Language) -> String {
    let values = values! {
        account = key.account.to_string(),
        handle = key.handle.to_string(),
        roles = role_names(key.roles, language),
        custody = language.word(&key.custody),
        window = validity(key, language),
    };
    language.say("new-key", &values)
}

/// The window of a key to be admitted.
fn validity(key: &NewKey, language: Language) -> String {
    match (key.from, key.until) {
        // Before the chain's first block: from its admission on.
        (0, None) => language.text("window-at-once"),
        (0, Some(until)) => language.say("window-at-once-until", &values! { until = moment::short(until, language) }),
        (from, until) => window(from, until, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_client::obligations::DayView;
    use jiandu_primitives::{
        calendar::DaySort,
        disclosure::DisclosureKind,
        member::{Custody, EndReason, Role},
        obligation::{Offset, Rule, RuleTable, Tiers, Trigger},
    };

    /// The beginning of 2026-04-14 in Beijing.
    const DAY: u64 = 1_776_096_000;

    fn uscc() -> Uscc {
        "91350100M000100Y43".parse().expect("a valid code")
    }

    fn admission(from: u64, until: Option<u64>) -> MotionCall {
        let (account, handle) = (AccountId([7; 32]), Handle([1; 8]));
        let key = NewKey { account, handle, roles: Roles::of(&[Role::Discloser]), custody: Custody::Own, from, until };
        MotionCall::AdmitKey { organisation: uscc(), key }
    }

    #[test]
    fn a_voter_should_see_when_a_key_begins_and_ends() {
        let said = |from, until| call(&admission(from, until), Language::English);
        assert!(said(0, None).ends_with("valid from its admission"));
        assert!(said(0, Some(DAY)).ends_with("valid from its admission until 2026-04-14 00:00:00 Beijing time"));
        assert!(said(DAY, None).ends_with("valid from 2026-04-14 00:00:00 Beijing time, without end"));
        assert!(call(&admission(0, Some(DAY)), Language::Chinese).contains("2026-04-14 00:00:00"));
    }

    #[test]
    fn a_voter_should_see_when_the_keys_of_a_person_end() {
        for language in Language::ALL {
            let (organisation, handle, reason) = (uscc(), Handle([1; 8]), EndReason::Departure);
            let said = |from| call(&MotionCall::EndHandle { organisation, handle, from, reason }, language);
            assert!(said(DAY).contains("2026-04-14 00:00:00"), "{}", said(DAY));
            assert!(!said(0).contains(&moment::short(0, language)), "{}", said(0));
            for shown in [uscc().to_string(), handle.to_string(), language.word(&reason)] {
                assert!(said(0).contains(&shown), "{shown} in {}", said(0));
            }
        }
    }

    #[test]
    fn a_voter_should_see_every_rule_and_every_day_that_is_other_than_usual() {
        let rule = |days| Rule {
            kind: DisclosureKind::InterimAnnouncement,
            tiers: Tiers::all(),
            trigger: Trigger::Event(Offset { days, sort: DaySort::Trading }),
            soon: 11,
            review: 13,
        };
        let day = |text: &str| text.parse().expect("a day");
        let table = RuleTable { from: day("2027-01-01"), rules: vec![rule(2), rule(17)].try_into().expect("two") };
        let view = |text: &str, working| DayView { day: day(text), working, trading: false };
        let exceptions = vec![view("2027-10-01", false), view("2027-10-09", true)];
        for language in Language::ALL {
            let said = call(&MotionCall::SetRules { table: table.clone() }, language);
            assert_eq!(said.lines().count(), 3, "{said}");
            for part in ["2027-01-01", "(0)", "2", "(1)", "17", "11", "13", &language.word(&DaySort::Trading)] {
                assert!(said.contains(part), "{part} in {said}");
            }
            let said = call(&MotionCall::SetYear { year: 2027, exceptions: exceptions.clone() }, language);
            assert_eq!(said.lines().count(), 3, "{said}");
            assert!(said.contains("2027-10-01") && said.contains("2027-10-09"), "{said}");
        }
    }

    #[test]
    fn every_act_should_have_a_sentence_for_its_end() {
        let sources = [
            include_str!("member.rs"),
            include_str!("council.rs"),
            include_str!("obligation_rules.rs"),
            include_str!("obligation_calendar.rs"),
            include_str!("recovery.rs"),
        ];
        let acts: Vec<&str> = sources
            .iter()
            .flat_map(|source| source.split("ActReport::of_").skip(1))
            .filter_map(|report| report.split('"').nth(1))
            .collect();
        assert_eq!(acts.len(), 23, "{acts:?}");
        for language in Language::ALL {
            for act in &acts {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }
}
