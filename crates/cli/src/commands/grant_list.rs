//! `jiandu grant list|check`: whose data is used by whom, now and at any time before.

use super::{
    enterprise::the_one,
    grant_book::{self, Known},
    grant_text::{item, state, use_headings, use_row, Names},
    grant_uses::asked_of_any,
};
use crate::{
    args::{UseArguments, WhenArguments},
    error::CliError,
    exit::Exit,
    grant_values::Which,
    language::{values, Language, Texts},
    moment::{self, TimeDocument},
    output::Report,
    session::Session,
    text::{columns, pairs, table, Style},
    values::RecordAddress,
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::{self, Query},
    grants::{self, Asked, GrantView, ReceiptView, UsableView, When},
    members,
};
use jiandu_primitives::{
    code::EnterpriseCode,
    grant::{
        agreement::{Agreement, Item},
        decision::Denied,
    },
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A party: an enterprise by anything that it was called, or an organisation by its code.
pub async fn party(session: &Session, query: &Query) -> Result<Uscc, CliError> {
    if let Query::Uscc(code) = query {
        if session.ask(members::name(&session.connection, *code)).await?.is_some() {
            return Ok(*code);
        }
    }
    Ok(the_one(session, query).await?.enterprise)
}

/// The time that a question is about, which lies not ahead.
async fn when(session: &Session, arguments: &WhenArguments) -> Result<When, CliError> {
    let newest = session.ask(session.connection.finalized()).await?.moment;
    match (arguments.at, arguments.time) {
        // The first block has no time.
        (Some(block), _) if block == 0 || block > newest.block => {
            Err(CliError::BlockAhead { block: block.into(), newest: newest.block.into() })
        }
        (Some(block), _) => Ok(When::Block(block)),
        (None, Some(time)) if time > newest.time => {
            Err(CliError::TimeAhead { value: moment::both(time, session.output.language).into() })
        }
        (None, Some(time)) => Ok(When::At(time)),
        (None, None) => Ok(When::Now),
    }
}

/// The grants of a party.
#[derive(Clone, Debug, Serialize)]
struct ListReport {
    party: Uscc,
    as_of: u64,
    grants: Vec<GrantView>,
    names: Names,
    #[serde(skip)]
    items: BTreeMap<u64, String>,
}

/// Lists the grants of a party.
pub async fn list(session: &Session, party: Uscc, waiting: bool) -> Result<Exit, CliError> {
    let mut grants = session.ask(grants::grants_of(&session.connection, party)).await?;
    grants.retain(|grant| !waiting || grant.state.is_waiting());
    let names = Names::of_all(session, grants.iter().map(|grant| &grant.terms)).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment.time;
    let language = session.output.language;
    let mut items = BTreeMap::new();
    for grant in &grants {
        let shown = match grant_book::recall(session, &grant.terms)? {
            Some(agreement) => language.list(agreement.items.iter().map(|agreed| item(&agreed.item.value, language))),
            None => language.say("grant-items-unknown", &values! { count = grant.terms.items.len() }),
        };
        items.insert(grant.grant, shown);
    }
    session.output.report(&ListReport { party, as_of, grants, names, items })?;
    Ok(Exit::Ok)
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        if self.grants.is_empty() {
            return format!("{}\n", language.text("grant-none"));
        }
        let headings = [
            "label-grant",
            "label-grant-state",
            "label-grant-enterprise",
            "label-grant-user",
            "label-grant-until",
            "label-grant-used",
            "label-grant-items",
        ]
        .map(|heading| language.text(heading));
        let rows: Vec<_> = self
            .grants
            .iter()
            .map(|view| {
                let until = view.terms.until.map(|until| moment::short(until, language));
                let used = match view.terms.uses {
                    Some(most) => format!("{}/{most}", view.used),
                    None => view.used.to_string(),
                };
                [
                    view.grant.to_string(),
                    state(view, self.as_of, language).0,
                    self.names.party(view.terms.enterprise, language),
                    self.names.party(view.terms.user, language),
                    until.unwrap_or_else(|| language.text("grant-no-end")),
                    used,
                    self.items.get(&view.grant).cloned().unwrap_or_default(),
                ]
            })
            .collect();
        columns(&headings, &rows)
    }
}

/// Every use of every grant of a party.
#[derive(Clone, Debug, Serialize)]
struct UsesReport {
    party: Uscc,
    grants: Vec<GrantUses>,
    names: Names,
}

/// The uses of a grant.
#[derive(Clone, Debug, Serialize)]
struct GrantUses {
    grant: u64,
    enterprise: Uscc,
    user: Uscc,
    uses: Vec<ReceiptView>,
    #[serde(skip)]
    agreement: Option<Agreement>,
}

/// Lists every use of every grant of a party, with one command.
pub async fn uses(session: &Session, party: Uscc) -> Result<Exit, CliError> {
    let views = session.ask(grants::grants_of(&session.connection, party)).await?;
    let names = Names::of_all(session, views.iter().map(|view| &view.terms)).await?;
    let mut found = Vec::new();
    for view in views.iter().filter(|view| view.receipts > 0) {
        found.push(GrantUses {
            grant: view.grant,
            enterprise: view.terms.enterprise,
            user: view.terms.user,
            uses: session.ask(grants::receipts(&session.connection, view.grant)).await?,
            agreement: grant_book::recall(session, &view.terms)?,
        });
    }
    session.output.report(&UsesReport { party, grants: found, names })?;
    Ok(Exit::Ok)
}

impl Report for UsesReport {
    fn text(&self, language: Language) -> String {
        if self.grants.is_empty() {
            return format!("{}\n", language.text("grant-no-uses"));
        }
        let [use_, time, item, action, outcome, result] = use_headings(language);
        let headings = [
            language.text("label-grant"),
            language.text("label-grant-user"),
            use_,
            time,
            item,
            action,
            outcome,
            result,
        ];
        let mut rows = Vec::new();
        for grant in &self.grants {
            for receipt in &grant.uses {
                let [number, time, item, action, outcome, result] =
                    use_row(receipt, grant.agreement.as_ref(), language);
                let user = self.names.party(grant.user, language);
                rows.push([grant.grant.to_string(), user, number, time, item, action, outcome, result]);
            }
        }
        table(headings, &rows)
    }
}

/// The grants that can be used, or could.
#[derive(Clone, Debug, Serialize)]
struct UsableReport {
    enterprise: Uscc,
    time: TimeDocument,
    grants: Vec<UsableView>,
    names: Names,
}

/// Lists who may use the data of an enterprise, or could.
pub async fn usable(session: &Session, enterprise: Uscc, arguments: &WhenArguments) -> Result<Exit, CliError> {
    let when = when(session, arguments).await?;
    let (time, grants) = session.ask(grants::usable_grants(&session.connection, enterprise, when)).await?;
    let users = grants.iter().map(|usable| usable.user).collect();
    let names = Names::of_parties(session, BTreeSet::from([enterprise]), users).await?;
    session.output.report(&UsableReport { enterprise, time: time.into(), grants, names })?;
    Ok(Exit::Ok)
}

impl Report for UsableReport {
    fn text(&self, language: Language) -> String {
        let at = moment::both(self.time.time, language);
        if self.grants.is_empty() {
            return format!("{}\n", language.say("grant-none-usable", &values! { at = at }));
        }
        let headings = ["label-grant", "label-grant-user", "label-grant-used"].map(|heading| language.text(heading));
        let rows: Vec<_> = self
            .grants
            .iter()
            .map(|usable| [usable.grant.to_string(), self.names.party(usable.user, language), usable.used.to_string()])
            .collect();
        format!("{}\n{}", language.say("grant-usable-at", &values! { at = at }), table(headings, &rows))
    }
}

/// Whether a use is allowed, or was.
#[derive(Clone, Debug, Serialize)]
struct CheckReport {
    grant: u64,
    user: Uscc,
    item: Item,
    allowed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    denied: Option<Denied>,
    time: TimeDocument,
    used: u32,
    /// The code that the enterprise had then.
    code: Option<EnterpriseCode>,
    names: Names,
}

/// Asks whether a use is allowed, or was. Exit code 6 where it is not.
pub async fn check(
    session: &Session,
    which: &Which,
    arguments: &UseArguments,
    user: Option<Uscc>,
    record: Option<RecordAddress>,
    at: &WhenArguments,
) -> Result<Exit, CliError> {
    let known = grant_book::find(session, which).await?;
    let asked = asked_of_any(known.agreed()?, known.view.terms.level, arguments);
    let Known { view, .. } = known;
    let user = user.unwrap_or(view.terms.user);
    // Where the item is a record, its own level counts.
    let record = record.map(|RecordAddress(record)| record).or(match arguments.item {
        Item::Record(record) => Some(record),
        Item::Section(_) => None,
    });
    let when = when(session, at).await?;
    let answer = grants::decision(&session.connection, view.grant, user, None, asked, record, when);
    let answer = session.ask(answer).await?.ok_or(CliError::UnknownGrant { grant: view.grant.into() })?;
    let Asked { decision, time, facts } = answer;
    let enterprise = session.ask(enterprises::show(&session.connection, view.terms.enterprise)).await?;
    // A tier is part of the code: what it was then is told, and decides nothing.
    let code =
        enterprise.and_then(|found| found.codes.iter().rfind(|dated| dated.since <= time).map(|dated| dated.value));
    let names = Names::of(session, &view.terms).await?;
    let report = CheckReport {
        grant: view.grant,
        user,
        item: arguments.item,
        allowed: decision.is_ok(),
        denied: decision.err(),
        time: time.into(),
        used: facts.used,
        code,
        names,
    };
    session.output.report(&report)?;
    Ok(if decision.is_ok() { Exit::Ok } else { Exit::Denied })
}

impl Report for CheckReport {
    fn text(&self, language: Language) -> String {
        let said = match self.denied {
            None => Style::Good.paint(&language.text("grant-allowed")),
            Some(denied) => {
                let key = if denied.of_parent { "grant-denied-by-parent" } else { "grant-denied" };
                Style::Bad.paint(&language.say(key, &values! { reason = language.word(&denied.reason) }))
            }
        };
        let mut rows = vec![
            ("label-grant", self.grant.to_string()),
            ("label-grant-user", self.names.party(self.user, language)),
            ("label-use-item", item(&self.item, language)),
            ("label-grant-at", moment::both(self.time.time, language)),
            ("label-grant-used", self.used.to_string()),
        ];
        rows.extend(self.code.map(|code| ("label-grant-code", super::enterprise_text::code(code, language))));
        let note = Style::Faint.paint(&language.text("node-says"));
        format!("{said}\n{}{note}\n", pairs(2, &labelled(rows, language)))
    }
}
