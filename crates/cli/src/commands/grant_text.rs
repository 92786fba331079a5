//! What is said of grants: on one screen who, what, for what, how long, how often, what is not allowed, and what happens at the
//! end.

use super::enterprise_text::{block_rows, named};
use crate::{
    args::ExportForm,
    error::CliError,
    language::{values, Language, Texts},
    moment,
    output::Report,
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises,
    grants::{self, Changed, GrantView, ReceiptView, SignatureView},
    members,
    submit::Receipt,
    BlockHash,
};
use jiandu_primitives::{
    grant::{
        agreement::{Agreement, Benefit, BenefitForm, Item},
        decision::Use,
        usage::{Event, Outcome},
        Action, Actions, GrantState, Onward, Terms,
    },
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The registered names of parties.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<Uscc, String>);

impl Names {
    /// Those of a grant's parties.
    pub async fn of(session: &Session, terms: &Terms) -> Result<Self, CliError> {
        Self::of_all(session, [terms]).await
    }

    /// Those of the parties of several grants.
    pub async fn of_all<'a>(session: &Session, terms: impl IntoIterator<Item = &'a Terms>) -> Result<Self, CliError> {
        let mut members = BTreeSet::new();
        let mut subjects = BTreeSet::new();
        for terms in terms {
            subjects.insert(terms.enterprise);
            members.extend([Some(terms.user), terms.provider].into_iter().flatten());
            if let Onward::Named(parties) = &terms.onward {
                members.extend(parties.iter().copied());
            }
        }
        Self::of_parties(session, subjects, members).await
    }

    /// Those of enterprises and of members.
    pub async fn of_parties(
        session: &Session,
        subjects: BTreeSet<Uscc>,
        members: BTreeSet<Uscc>,
    ) -> Result<Self, CliError> {
        let mut names = session.ask(enterprises::names(&session.connection, subjects)).await?;
        for member in members {
            if let Some(name) = session.ask(members::name(&session.connection, member)).await? {
                names.insert(member, name);
            }
        }
        Ok(Self(names))
    }

    /// A party as people read it.
    pub fn party(&self, party: Uscc, language: Language) -> String {
        match self.0.get(&party) {
            Some(name) => named(name, party, language),
            None => party.to_string(),
        }
    }
}

/// Where a grant stands, in words; what time and uses made of it counts more than what was signed.
pub fn state(view: &GrantView, now: u64, language: Language) -> (String, Style) {
    let Terms { from, until, uses, .. } = view.terms;
    let active = view.state == GrantState::Active;
    let expired = !view.state.is_final() && until.is_some_and(|until| until <= now);
    let key = match view.state {
        _ if expired => "expired",
        _ if !view.state.is_final() && view.parent_ended.is_some_and(|ended| ended <= now) => "parent-ended",
        _ if active && now < from => "not-begun",
        _ if active && uses.is_some_and(|most| view.settled >= most) => "exhausted",
        other => state_name(other),
    };
    let style = match key {
        "active" => Style::Good,
        "open" | "awaits-provider" | "suspended" | "not-begun" => Style::Caution,
        _ => Style::Faint,
    };
    (language.text(&format!("grant-state-{key}")), style)
}

/// An item in words: a section by its name, a record by its number.
pub fn item(item: &Item, language: Language) -> String {
    match item {
        Item::Section(section) => language.word(section),
        Item::Record(record) => language.say("grant-record", &values! { record = record.to_string() }),
    }
}

fn actions(actions: Actions, language: Language) -> String {
    language.list(actions.iter().map(|action| language.word(&action)))
}

fn benefit(benefit: &Benefit, language: Language) -> String {
    let form = language.word(&benefit.form);
    match benefit.amount {
        Some(amount) => {
            let key = match benefit.form {
                BenefitForm::FeePerUse => "grant-benefit-fee",
                _ => "grant-benefit-share",
            };
            // Hundredths: of a percent, or of a yuan.
            let amount = format!("{}.{:02}", amount / 100, amount % 100);
            language.say(key, &values! { form = form, amount = amount })
        }
        None => form,
    }
}

/// What a user may not do: what makes a grant a grant.
fn forbidden(agreement: &Agreement, names: &Names, language: Language) -> String {
    let mut lines = Vec::new();
    if let Some(purpose) = &agreement.purpose {
        lines.push(language.say("grant-not-other-purpose", &values! { purpose = language.word(&purpose.value) }));
    }
    let missing: Vec<String> = Action::ALL
        .iter()
        .filter(|action| !agreement.actions.has(**action))
        .map(|action| language.word(action))
        .collect();
    if !missing.is_empty() {
        lines.push(language.say("grant-not-actions", &values! { actions = language.list(missing) }));
    }
    if let Some(territory) = &agreement.territory {
        lines.push(language.say("grant-not-outside", &values! { territory = language.word(&territory.value) }));
    }
    lines.push(match &agreement.onward {
        Onward::Forbidden => language.text("grant-not-onward"),
        Onward::Named(parties) => {
            let parties = language.list(parties.iter().map(|party| names.party(*party, language)));
            language.say("grant-onward-named", &values! { parties = parties })
        }
        Onward::Anybody => language.text("grant-onward-anybody"),
    });
    if agreement.unrestricted {
        lines.push(language.text("grant-unrestricted"));
    }
    lines.join("\n")
}

/// The rows of what a grant says. `used` are its uses so far, where it is on the chain.
pub fn terms_rows(
    terms: &Terms,
    agreement: Option<&Agreement>,
    names: &Names,
    used: Option<(u32, u32)>,
    language: Language,
) -> Vec<(&'static str, String)> {
    let unknown = || Style::Caution.paint(&language.text("grant-unknown"));
    let mut rows = vec![
        ("label-grant-enterprise", names.party(terms.enterprise, language)),
        ("label-grant-user", names.party(terms.user, language)),
        (
            "label-grant-provider",
            terms
                .provider
                .map_or_else(|| language.text("grant-provider-none"), |provider| names.party(provider, language)),
        ),
    ];
    rows.extend(terms.parent.map(|parent| ("label-grant-parent", parent.to_string())));
    rows.extend(terms.replaces.map(|old| ("label-grant-replaces", old.to_string())));
    let items = match agreement {
        Some(agreement) => {
            let items = agreement.items.iter().map(|agreed| match agreed.consent {
                Some(consent) => {
                    let values = values! {
                        item = item(&agreed.item.value, language), until = moment::short(consent.until, language),
                    };
                    language.say("grant-item-consent", &values)
                }
                None => item(&agreed.item.value, language),
            });
            language.list(items)
        }
        None => language.say("grant-items-unknown", &values! { count = terms.items.len() }),
    };
    rows.push(("label-grant-items", items));
    rows.push(("label-grant-level", language.word(&terms.level)));
    let purpose = match (agreement, terms.purpose) {
        (_, None) => language.text("grant-any-purpose"),
        (Some(agreement), Some(_)) => agreement.purpose.map_or_else(unknown, |purpose| language.word(&purpose.value)),
        (None, Some(_)) => unknown(),
    };
    rows.push(("label-grant-purpose", purpose));
    rows.push(("label-grant-actions", actions(terms.actions, language)));
    let window = match terms.until {
        Some(until) => {
            let values = values! { from = moment::short(terms.from, language), until = moment::short(until, language) };
            language.say("grant-window", &values)
        }
        None => language.say("grant-window-open", &values! { from = moment::short(terms.from, language) }),
    };
    rows.push(("label-grant-window", window));
    let uses = match (terms.uses, used) {
        (Some(most), Some((used, settled))) => {
            language.say("grant-uses-of", &values! { most = most, used = used, open = used.saturating_sub(settled) })
        }
        (Some(most), None) => language.say("grant-uses-most", &values! { most = most }),
        (None, Some((used, settled))) => {
            language.say("grant-uses-any-of", &values! { used = used, open = used.saturating_sub(settled) })
        }
        (None, None) => language.text("grant-uses-any"),
    };
    rows.push(("label-grant-uses", uses));
    if let Some(agreement) = agreement {
        rows.push(("label-grant-forbidden", forbidden(agreement, names, language)));
    }
    let deletion = match terms.delete_within {
        Some(days) => language.say("grant-delete-within", &values! { days = days }),
        None => language.text("grant-delete-never"),
    };
    rows.push(("label-grant-end", deletion));
    if let Some(agreement) = agreement {
        rows.push(("label-grant-basis", language.word(&agreement.basis)));
        rows.push(("label-grant-right", language.word(&agreement.right)));
        let given = agreement.benefit.map(|given| benefit(&given.value, language));
        rows.push(("label-grant-benefit", given.unwrap_or_else(|| language.text("grant-benefit-none"))));
        rows.extend(agreement.document.map(|document| ("label-grant-document", document.to_string())));
    }
    rows
}

/// Something that was done to a grant.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedReport {
    /// What was done: the words of the command.
    act: &'static str,
    /// The grant's number.
    grant: u64,
    /// Where it stands now, where that changed.
    state: Option<GrantState>,
    /// Whether it was done before.
    unchanged: bool,
    /// Whether a second person of the enterprise has to do the same.
    awaits_second: bool,
    /// What it says, where this user knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<Agreement>,
    /// The names of its parties.
    names: Names,
    /// The file for the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl ChangedReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 9] = [
        "grant-accept",
        "grant-decline",
        "grant-deleted",
        "grant-end",
        "grant-offer",
        "grant-request",
        "grant-resume",
        "grant-revoke",
        "grant-suspend",
    ];

    /// An act and what it came to.
    pub fn new(act: &'static str, changed: &Changed) -> Self {
        let Changed { grant, state, unchanged, awaits_second, receipt } = changed;
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        // One call ends a grant for every party: what it came to says for which.
        let act = match (act, state) {
            ("grant-end", Some(GrantState::Revoked)) => "grant-revoke",
            ("grant-revoke", Some(GrantState::Ended)) => "grant-end",
            (act, _) => act,
        };
        Self {
            act,
            grant: *grant,
            state: *state,
            unchanged: *unchanged,
            awaits_second: *awaits_second,
            agreement: None,
            names: Names::default(),
            file: None,
            block,
            block_hash,
            finalised,
        }
    }

    /// The same with what the grant says.
    pub fn agreement(self, agreement: Agreement, names: Names) -> Self {
        Self { agreement: Some(agreement), names, ..self }
    }

    /// The same with the file for the other side.
    pub fn out(self, file: String) -> Self {
        Self { file: Some(file), ..self }
    }
}

impl Report for ChangedReport {
    fn text(&self, language: Language) -> String {
        let grant = values! { grant = self.grant };
        let said = match (self.unchanged, self.awaits_second) {
            (true, _) => Style::Good.paint(&language.say("grant-unchanged", &grant)),
            (_, true) => Style::Caution.paint(&language.say("grant-awaits-second", &grant)),
            _ => Style::Good.paint(&language.say(&format!("done-{}", self.act), &grant)),
        };
        let mut rows = Vec::new();
        if let Some((agreement, terms)) = self.agreement.as_ref().and_then(|one| Some((one, one.terms()?))) {
            rows = terms_rows(&terms, Some(agreement), &self.names, None, language);
        }
        rows.extend(self.file.iter().map(|file| ("label-grant-file", file.clone())));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let next = match (self.act, self.state) {
            (_, Some(GrantState::Active)) => Some("grant-holds"),
            (_, Some(GrantState::AwaitsProvider)) => Some("grant-now-provider"),
            ("grant-request" | "grant-offer", _) => Some("grant-next-accept"),
            ("grant-accept", None) if !self.unchanged => Some("grant-signed-waits"),
            ("grant-revoke" | "grant-end", _) => Some("grant-no-recall"),
            _ => None,
        };
        let next = next.map(|key| {
            let values = values! { grant = self.grant, file = self.file.clone().unwrap_or_default() };
            format!("{}\n", Style::Faint.paint(&language.say(key, &values)))
        });
        format!("{said}\n{}{}", pairs(2, &labelled(rows, language)), next.unwrap_or_default())
    }
}

/// A grant in full.
#[derive(Clone, Debug, Serialize)]
pub struct ShownReport {
    /// As the chain has it.
    #[serde(flatten)]
    pub view: GrantView,
    /// What its commitments stand for, where this user knows it.
    pub agreement: Option<Agreement>,
    /// Everything that was done, or tried, with it.
    #[serde(rename = "uses")]
    pub receipts: Vec<ReceiptView>,
    /// The names of its parties.
    pub names: Names,
    /// The Unix second that this is about.
    #[serde(rename = "as_of")]
    pub now: u64,
}

fn signature(signature: &SignatureView, names: &Names, language: Language) -> String {
    let values = values! {
        party = names.party(signature.by.organisation, language),
        handle = signature.by.handle.to_string(),
        at = moment::short(signature.at.time, language),
    };
    language.say("grant-signature", &values)
}

impl Report for ShownReport {
    fn text(&self, language: Language) -> String {
        let Self { view, agreement, names, .. } = self;
        let (standing, style) = state(view, self.now, language);
        let title = language.say("grant-title", &values! { grant = view.grant, state = standing });
        let used = Some((view.used, view.settled));
        let mut rows = terms_rows(&view.terms, agreement.as_ref(), names, used, language);
        let signatures: Vec<_> = view.signatures.iter().map(|signed| signature(signed, names, language)).collect();
        rows.push(("label-grant-signatures", signatures.join("\n")));
        // The first state is the proposal, and those before it holds are signatures.
        let later = view
            .states
            .iter()
            .filter(|change| change.reason.is_some() || matches!(change.state, GrantState::Replaced(_)));
        let history: Vec<String> = later
            .map(|change| {
                let values = values! {
                    state = language.text(&format!("grant-state-{}", state_name(change.state))),
                    reason = change.reason.map(|reason| language.word(&reason)).unwrap_or_default(),
                    at = moment::short(change.signed.at.time, language),
                    party = names.party(change.signed.by.organisation, language),
                };
                let key = if change.reason.is_some() { "grant-change" } else { "grant-change-plain" };
                language.say(key, &values)
            })
            .collect();
        if !history.is_empty() {
            rows.push(("label-grant-history", history.join("\n")));
        }
        match (&view.deletion, view.delete_by(self.now)) {
            (Some(deletion), _) => {
                let at = moment::short(deletion.signed.at.time, language);
                rows.push(("label-grant-deletion", language.say("grant-deleted-at", &values! { at = at })));
            }
            (None, Some(by)) => {
                let key = if by < self.now { "grant-deletion-overdue" } else { "grant-deletion-due" };
                rows.push(("label-grant-deletion", language.say(key, &values! { by = moment::short(by, language) })));
            }
            (None, None) => (),
        }
        let mut text = format!("{}\n{}", style.paint(&title), pairs(2, &labelled(rows, language)));
        text.push_str(&format!("\n{}", uses_table(&self.receipts, agreement.as_ref(), language)));
        if agreement.is_none() {
            text.push_str(&format!("{}\n", Style::Faint.paint(&language.text("grant-without-agreement"))));
        }
        text
    }
}

/// The name of a state, without what replaced it.
pub fn state_name(state: GrantState) -> &'static str {
    match state {
        GrantState::Open => "open",
        GrantState::AwaitsProvider => "awaits-provider",
        GrantState::Active => "active",
        GrantState::Suspended => "suspended",
        GrantState::Declined => "declined",
        GrantState::Retracted => "retracted",
        GrantState::Revoked => "revoked",
        GrantState::Ended => "ended",
        GrantState::Replaced(_) => "replaced",
    }
}

/// Every use, one in a row.
pub fn uses_table(receipts: &[ReceiptView], agreement: Option<&Agreement>, language: Language) -> String {
    if receipts.is_empty() {
        return format!("{}\n", language.text("grant-no-uses"));
    }
    let headings = use_headings(language);
    let rows: Vec<_> = receipts.iter().map(|receipt| use_row(receipt, agreement, language)).collect();
    table(headings, &rows)
}

/// The headings of a table of uses.
pub fn use_headings(language: Language) -> [String; 6] {
    ["label-use", "label-use-time", "label-use-item", "label-use-action", "label-use-outcome", "label-use-result"]
        .map(|heading| language.text(heading))
}

/// A use in a row.
pub fn use_row(view: &ReceiptView, agreement: Option<&Agreement>, language: Language) -> [String; 6] {
    let ReceiptView { number, receipt } = view;
    let Use { item: used, action, .. } = receipt.asked;
    let of = agreement.and_then(|agreement| grants::item_of(agreement, &used));
    let shown = of.map_or_else(|| language.text("grant-unknown"), |used| item(&used, language));
    let (outcome, result, at) = match &receipt.event {
        Event::Reserved { settled: None, lapses } => {
            let at = moment::short(*lapses, language);
            (language.say("use-reserved", &values! { lapses = at }), None, receipt.at.time)
        }
        Event::Reserved { settled: Some(settled), .. } => {
            let outcome = match settled.outcome {
                Outcome::Served => match settled.decision {
                    Ok(()) => Style::Good.paint(&language.text("use-served")),
                    Err(denied) => {
                        let values = values! { reason = language.word(&denied.reason) };
                        Style::Caution.paint(&language.say("use-served-late", &values))
                    }
                },
                Outcome::Denied(reason) => language.say("use-denied", &values! { reason = language.word(&reason) }),
                Outcome::Failed => language.text("use-failed"),
            };
            (outcome, settled.result, settled.at.time)
        }
        Event::Reported { happened, result, decision, .. } => {
            let found = match decision {
                Ok(()) => language.text("use-reported-allowed"),
                Err(denied) => language.say("use-reported-denied", &values! { reason = language.word(&denied.reason) }),
            };
            (Style::Bad.paint(&found), *result, *happened)
        }
        Event::Refused { reason } => {
            let text = language.say("use-refused", &values! { reason = language.word(reason) });
            (Style::Caution.paint(&text), None, receipt.at.time)
        }
    };
    let result = result.map(|result| result.to_string()).unwrap_or_default();
    // Head and tail are enough to compare; JSON has all of it.
    let result = match (result.get(..8), result.get(56..)) {
        (Some(head), Some(tail)) => format!("{head}…{tail}"),
        _ => "—".to_owned(),
    };
    [number.to_string(), moment::short(at, language), shown, language.word(&action), outcome, result]
}

/// A grant in a form of others.
#[derive(Clone, Debug, Serialize)]
pub struct ExportReport {
    /// The grant.
    pub grant: u64,
    /// Which form.
    #[serde(serialize_with = "form_name")]
    pub form: ExportForm,
    /// The file.
    pub file: String,
    /// Its length.
    pub bytes: usize,
}

fn form_name<S: serde::Serializer>(form: &ExportForm, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match form {
        ExportForm::Credential => "credential",
        ExportForm::Odrl => "odrl",
    })
}

impl Report for ExportReport {
    fn text(&self, language: Language) -> String {
        let key = match self.form {
            ExportForm::Credential => "grant-exported-credential",
            ExportForm::Odrl => "grant-exported-odrl",
        };
        let said = language.say(key, &values! { grant = self.grant, file = self.file.clone() });
        format!("{}\n{}\n", Style::Good.paint(&said), Style::Faint.paint(&language.text("grant-export-secret")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in ChangedReport::ACTS {
                let said = language.say(&format!("done-{act}"), &values! { grant = 7 });
                assert!(said.contains('7'), "done-{act} in {}: {said}", language.tag());
            }
        }
    }

    #[test]
    fn every_state_should_have_a_word() {
        let states = [
            "open",
            "awaits-provider",
            "active",
            "suspended",
            "declined",
            "retracted",
            "revoked",
            "ended",
            "replaced",
            "expired",
            "not-begun",
            "exhausted",
        ];
        for language in Language::ALL {
            for state in states {
                assert!(language.find(&format!("grant-state-{state}")).is_some(), "{state} in {}", language.tag());
            }
        }
    }
}
