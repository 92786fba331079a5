//! `jiandu obligation`: what enterprises have to disclose, until when, and what became of it.

use super::{
    disclosure_text::occasion_text,
    enterprise::the_one,
    enterprise_text::{block_rows, named},
    letter::why,
    obligation_calendar, obligation_due, obligation_list, obligation_rate, obligation_rules,
    obligation_text::{days_text, numbered_text, owed_table, rules_of, rules_text, NumberedRule, Owed},
    record_text::by_at,
};
use crate::{
    args::{Common, ObligationCommand, OwedArguments, ReliefArguments},
    error::CliError,
    exit::Exit,
    failures::refused_by,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    disclosures::Reason,
    enterprises::{EnterpriseView, Query},
    obligations::{self, ObligationId, OccasionView, ReliefView, TableView},
    submit::{Receipt, SubmitError, Submitter, Wait},
    BlockHash,
};
use jiandu_primitives::{
    calendar::Day,
    chain::Moment,
    disclosure::{DisclosureKind, Occasion},
    obligation::ReliefReason,
    uscc::Uscc,
};
use serde::Serialize;

/// Runs `jiandu obligation`.
pub async fn run(command: ObligationCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        ObligationCommand::List(arguments) => obligation_list::run(arguments, common, output).await,
        ObligationCommand::Due { since, until, after } => {
            obligation_due::run(since, until, after, common, output).await
        }
        ObligationCommand::Rate { enterprise, exchange, from, to } => {
            obligation_rate::run((enterprise, exchange), from, to, common, output).await
        }
        ObligationCommand::Show(which) => show(&which, common, output).await,
        ObligationCommand::Declare { enterprise, kind, occasions } => {
            declare(&enterprise, kind, &occasions, common, output).await
        }
        ObligationCommand::Cancel(which) => {
            let act = async |submitter: &mut Submitter<'_>, which| obligations::cancel(submitter, &which).await;
            decide("obligation-cancel", &which, Decided::default(), act, common, output).await
        }
        ObligationCommand::Extend { owed, until, relief } => {
            let (why, decided) = grounds(relief, output)?;
            let act =
                async |submitter: &mut Submitter<'_>, which| obligations::extend(submitter, &which, until, why).await;
            let decided = Decided { until: Some(until), ..decided };
            decide("obligation-extend", &owed, decided, act, common, output).await
        }
        ObligationCommand::Waive { owed, relief } => {
            let (why, decided) = grounds(relief, output)?;
            let act = async |submitter: &mut Submitter<'_>, which| obligations::waive(submitter, &which, why).await;
            decide("obligation-waive", &owed, decided, act, common, output).await
        }
        ObligationCommand::Occasions { enterprise } => occasions(&enterprise, common, output).await,
        ObligationCommand::Rules(command) => obligation_rules::run(command, common, output).await,
        ObligationCommand::Calendar(command) => obligation_calendar::run(command, common, output).await,
    }
}

/// The obligation of an enterprise that a command names.
fn id(view: &EnterpriseView, kind: DisclosureKind, occasion: &Occasion) -> ObligationId {
    ObligationId { enterprise: view.enterprise, kind, occasion: occasion.clone() }
}

/// The newest final block.
async fn now(session: &Session) -> Result<Moment, CliError> {
    Ok(session.ask(session.connection.finalized()).await?.moment)
}

/// An obligation as it stands at the newest final block; none where no rule makes it one.
async fn owed(
    session: &Session,
    view: &EnterpriseView,
    which: &ObligationId,
    now: Moment,
) -> Result<Option<Owed>, CliError> {
    let today = Day::of(now.time);
    let obligation = session.ask(obligations::obligation(&session.connection, which)).await?;
    let whose = (view.enterprise, view.name.clone(), view.code);
    Ok(obligation.map(|obligation| Owed::new(whose, obligation, today)))
}

async fn show(which: &OwedArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let view = the_one(&session, &which.enterprise).await?;
    let which = id(&view, which.kind, &which.occasion);
    let as_of = now(&session).await?;
    let owed = owed(&session, &view, &which, as_of).await?.ok_or_else(|| refused_by("Obligations", "NoObligation"))?;
    let tables = session.ask(obligations::rule_tables(&session.connection)).await?;
    let reliefs = session.ask(obligations::reliefs(&session.connection, &which)).await?;
    let rules = rules_of([&owed], &tables);
    output.report(&ShownReport { as_of: as_of.into(), owed, reliefs, rules })?;
    Ok(Exit::Ok)
}

async fn declare(
    enterprise: &Query,
    kind: DisclosureKind,
    occasions: &[Occasion],
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, enterprise).await?;
    let keys: Vec<_> = occasions.iter().map(|occasion| (kind, occasion.clone())).collect();
    let sent = async |submitter: &mut Submitter<'_>| obligations::declare_many(submitter, view.enterprise, &keys).await;
    let declared = session.submit(&key, Wait::Final, sent).await?;
    let tables = session.ask(obligations::rule_tables(&session.connection)).await?;
    let (mut items, now) = (Vec::with_capacity(keys.len()), now(&session).await?);
    for key in keys {
        let obligation = owed(&session, &view, &id(&view, key.0, &key.1), now).await?;
        let unchanged = declared.unchanged.contains(&key) && !declared.new.contains(&key);
        items.push(Declaration { kind: key.0, occasion: key.1, unchanged, obligation });
    }
    output.report(&DeclaredReport::new(&view, items, &tables, &declared.receipt))?;
    Ok(Exit::Ok)
}

/// What is decided about an obligation.
#[derive(Clone, Debug, Default, Serialize)]
struct Decided {
    /// The last day on which it is met in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<ReliefReason>,
    /// What the digest of a text about it was salted with.
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
}

/// Why something is decided, and what is told of that.
fn grounds(relief: ReliefArguments, output: Output) -> Result<(Reason<ReliefReason>, Decided), CliError> {
    let ReliefArguments { reason, document } = relief;
    let (why, salt) = why(reason, document, output)?;
    Ok((why, Decided { until: None, reason: Some(reason), salt }))
}

/// Decides something about an obligation, and says how it stands then.
async fn decide(
    name: &'static str,
    which: &OwedArguments,
    decided: Decided,
    act: impl AsyncFnOnce(&mut Submitter<'_>, ObligationId) -> Result<Receipt, SubmitError>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, &which.enterprise).await?;
    let which = id(&view, which.kind, &which.occasion);
    let sent = async |submitter: &mut Submitter<'_>| act(submitter, which.clone()).await;
    let receipt = session.submit(&key, Wait::Final, sent).await?;
    let obligation = owed(&session, &view, &which, now(&session).await?).await?;
    output.report(&DecidedReport::new(name, which, view.name, decided, obligation, &receipt))?;
    Ok(Exit::Ok)
}

async fn occasions(enterprise: &Query, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let view = the_one(&session, enterprise).await?;
    let occasions = session.ask(obligations::occasions(&session.connection, view.enterprise)).await?;
    output.report(&OccasionsReport { enterprise: view.enterprise, name: view.name, occasions })?;
    Ok(Exit::Ok)
}

/// One obligation with what was decided about it.
#[derive(Clone, Debug, Serialize)]
struct ShownReport {
    /// The block that this is of, or one soon before it.
    as_of: MomentDocument,
    #[serde(flatten)]
    owed: Owed,
    /// Extensions and waiver.
    #[serde(flatten)]
    reliefs: ReliefView,
    /// The rule that it falls under.
    rules: Vec<NumberedRule>,
}

impl Report for ShownReport {
    fn text(&self, language: Language) -> String {
        let Owed { enterprise, name, obligation, .. } = &self.owed;
        let time = |time: Option<u64>| time.map_or_else(|| "—".to_owned(), |time| moment::both(time, language));
        let mut rows = vec![
            ("label-enterprise", named(name, *enterprise, language)),
            ("label-kind", language.word(&obligation.kind)),
            ("label-occasion", occasion_text(&obligation.occasion, language)),
            ("label-due", obligation.due.to_string()),
            ("label-days", days_text(&self.owed, language)),
            ("label-standing", language.word(&obligation.state)),
            ("label-clock-filed", time(obligation.filed)),
            ("label-clock-published", time(obligation.published)),
        ];
        rows.extend(obligation.snapshot.map(|met| ("label-record", format!("{} ({})", met.object, met.at))));
        if obligation.published.is_some() {
            rows.push(("label-publication", language.word(&obligation.publication)));
        }
        if obligation.due != obligation.original_due {
            rows.push(("label-original-due", obligation.original_due.to_string()));
        }
        rows.extend(self.reliefs.extensions.iter().map(|extension| {
            let values = values! {
                until = extension.until.to_string(),
                reason = language.word(&extension.reason.code),
                by = by_at(&extension.granted.by, extension.granted.at, language),
            };
            ("label-extension", language.say("extension", &values))
        }));
        rows.extend(self.reliefs.waiver.iter().map(|waiver| {
            let values = values! { reason = language.word(&waiver.reason.code), by = by_at(&waiver.granted.by, waiver.granted.at, language) };
            ("label-waiver", language.say("waiver", &values))
        }));
        rows.extend(self.rules.iter().map(|rule| ("label-rule", numbered_text(rule, language))));
        format!("{}{}\n", pairs(0, &labelled(rows, language)), Style::Faint.paint(&language.text("node-says")))
    }
}

/// One occasion of a declaration.
#[derive(Clone, Debug, Serialize)]
struct Declaration {
    kind: DisclosureKind,
    occasion: Occasion,
    /// Whether it was declared before.
    unchanged: bool,
    /// What is owed for it; nothing where no rule makes it due.
    obligation: Option<Owed>,
}

/// What was declared.
#[derive(Clone, Debug, Serialize)]
struct DeclaredReport {
    act: &'static str,
    enterprise: Uscc,
    name: String,
    /// In the order of the command.
    declared: Vec<Declaration>,
    /// The rules that they fall under.
    rules: Vec<NumberedRule>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl DeclaredReport {
    fn new(view: &EnterpriseView, declared: Vec<Declaration>, tables: &[TableView], receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        let rules = rules_of(declared.iter().filter_map(|item| item.obligation.as_ref()), tables);
        let (act, enterprise, name) = ("obligation-declare", view.enterprise, view.name.clone());
        Self { act, enterprise, name, declared, rules, block, block_hash, finalised }
    }
}

impl Report for DeclaredReport {
    fn text(&self, language: Language) -> String {
        let of = |wanted: fn(&Declaration) -> bool| -> Vec<String> {
            let found = self.declared.iter().filter(|item| wanted(item));
            found.map(|item| occasion_text(&item.occasion, language)).collect()
        };
        let said = |style: Style, key: &str, found: Vec<String>| match found.is_empty() {
            true => String::new(),
            false => style.paint(&language.say(key, &values! { occasions = language.list(found) })) + "\n",
        };
        let mut text = said(Style::Good, "obligation-declared", of(|item| !item.unchanged));
        text.push_str(&said(Style::Caution, "obligation-declared-before", of(|item| item.unchanged)));
        text.push_str(&said(Style::Caution, "obligation-none-due", of(|item| item.obligation.is_none())));
        let mut rows = vec![("label-enterprise", named(&self.name, self.enterprise, language))];
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        text.push_str(&pairs(2, &labelled(rows, language)));
        let owed: Vec<Owed> = self.declared.iter().filter_map(|item| item.obligation.clone()).collect();
        if !owed.is_empty() {
            text.push_str(&owed_table(&owed, false, language));
        }
        text + &rules_text(&self.rules, language)
    }
}

/// Something that a reviewer decided about an obligation.
#[derive(Clone, Debug, Serialize)]
struct DecidedReport {
    /// What was done: the words of the command.
    act: &'static str,
    #[serde(flatten)]
    which: ObligationId,
    /// The enterprise's name.
    name: String,
    #[serde(flatten)]
    decided: Decided,
    /// How it stands now.
    obligation: Option<Owed>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl DecidedReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 3] = ["obligation-cancel", "obligation-extend", "obligation-waive"];

    fn new(
        act: &'static str,
        which: ObligationId,
        name: String,
        decided: Decided,
        obligation: Option<Owed>,
        receipt: &Receipt,
    ) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, which, name, decided, obligation, block, block_hash, finalised }
    }
}

impl Report for DecidedReport {
    fn text(&self, language: Language) -> String {
        let Decided { until, reason, salt } = &self.decided;
        let done = Style::Good.paint(&language.text(&format!("done-{}", self.act)));
        let mut rows = vec![
            ("label-enterprise", named(&self.name, self.which.enterprise, language)),
            ("label-kind", language.word(&self.which.kind)),
            ("label-occasion", occasion_text(&self.which.occasion, language)),
        ];
        rows.extend(until.map(|until| ("label-extended-until", until.to_string())));
        rows.extend(reason.as_ref().map(|reason| ("label-reason", language.word(reason))));
        rows.extend(self.obligation.as_ref().map(|owed| ("label-standing", language.word(&owed.obligation.state))));
        rows.extend(salt.iter().map(|salt| ("label-salt", salt.clone())));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let kept = match salt {
            Some(_) => format!("{}\n", Style::Caution.paint(&language.text("keep-salt"))),
            None => String::new(),
        };
        format!("{done}\n{}{kept}", pairs(2, &labelled(rows, language)))
    }
}

/// The occasions of an enterprise.
#[derive(Clone, Debug, Serialize)]
struct OccasionsReport {
    enterprise: Uscc,
    name: String,
    /// By their days.
    occasions: Vec<OccasionView>,
}

impl Report for OccasionsReport {
    fn text(&self, language: Language) -> String {
        let title = named(&self.name, self.enterprise, language);
        if self.occasions.is_empty() {
            return format!("{title}\n{}\n", language.text("occasions-none"));
        }
        let headings = ["label-kind", "label-occasion", "label-declared", "label-cancelled"];
        let rows: Vec<_> = self
            .occasions
            .iter()
            .map(|view| {
                let declared = view.declared.as_ref().map(|decision| by_at(&decision.by, decision.at, language));
                [
                    language.word(&view.kind),
                    occasion_text(&view.occasion, language),
                    declared.unwrap_or_else(|| language.text("occasion-disclosed")),
                    view.cancelled
                        .as_ref()
                        .map_or_else(|| "—".to_owned(), |decision| by_at(&decision.by, decision.at, language)),
                ]
            })
            .collect();
        format!("{title}\n{}", table(headings.map(|heading| language.text(heading)), &rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in DecidedReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }

    #[test]
    fn an_occasion_should_say_who_declared_it_or_that_a_disclosure_named_it() {
        let occasion = Occasion::Event { day: "2026-04-14".parse().expect("a day"), number: 0 };
        let kind = DisclosureKind::InterimAnnouncement;
        let occasions = vec![OccasionView { kind, occasion, declared: None, cancelled: None }];
        let enterprise = "91350100M000100Y43".parse().expect("a code");
        for language in Language::ALL {
            let none = OccasionsReport { enterprise, name: "示例公司".into(), occasions: Vec::new() };
            assert!(plain(&none.text(language)).contains(&language.text("occasions-none")));
            let text = plain(&OccasionsReport { occasions: occasions.clone(), ..none }.text(language));
            for part in ["示例公司", "2026-04-14", &language.text("occasion-disclosed")] {
                assert!(text.contains(part), "{part} in {text}");
            }
        }
    }
}
