//! What acts on members end with: done by an administrator, done by the council, or waiting for the council's votes.

use super::member::{role_names, window};
use crate::{
    language::{values, Language, Texts},
    moment,
    output::Report,
    text::{pairs, printable, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    members::{Motion, MotionCall, NewKey, Outcome, VoteOutcome},
    submit::Receipt,
    AccountId, BlockHash,
};
use jiandu_primitives::uscc::Uscc;
use serde::Serialize;

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

    /// A vote.
    pub fn of_vote(outcome: VoteOutcome) -> Self {
        match outcome {
            VoteOutcome::Executed(receipt) => Self::new("council-vote", Ending::Done, None, &receipt),
            VoteOutcome::Rejected(receipt) => Self::new("council-vote", Ending::Rejected, None, &receipt),
            VoteOutcome::Open { motion, receipt } => Self::new("council-vote", Ending::Open, Some(motion), &receipt),
        }
    }

    fn new(act: &'static str, outcome: Ending, motion: Option<Box<Motion>>, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, outcome, organisation: None, key: None, account: None, motion, block, block_hash, finalised }
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
        MotionCall::EndHandle { organisation, handle, from, reason } => {
            let values = values! {
                organisation = organisation.to_string(),
                handle = handle.to_string(),
                from = moment::short(*from, language),
                reason = language.word(reason),
            };
            language.say("motion-end-handle", &values)
        }
        MotionCall::AuthorizeUpgrade { code_hash } => {
            language.say("motion-authorize-upgrade", &values! { hash = code_hash.to_string() })
        }
        MotionCall::NoteStalled { delay, best_finalized } => {
            let values = values! { delay = *delay, block = moment::grouped(*best_finalized) };
            language.say("motion-note-stalled", &values)
        }
        MotionCall::SetMembers { members } => {
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
        window = match key.from {
            // Before the chain's first block: from its admission on.
            0 => language.text("window-at-once"),
            from => window(from, key.until, language),
        },
    };
    language.say("new-key", &values)
}
