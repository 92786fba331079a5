//! `jiandu enterprise register`: one enterprise, or those of a list, which goes on after an interruption.

use super::{
    enterprise::propose,
    enterprise_list::{self, Fault, Row},
    enterprise_text::{proposed, Known, Named},
};
use crate::{
    args::{Common, RegisterArguments},
    enterprise_values::today,
    error::{shown, CliError, ErrorDocument},
    exit::Exit,
    language::{values, Language, Texts},
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use indicatif::ProgressBar;
use jiandu_client::{
    enterprises::{self, Act, ProposalView, Proposed, Query, Registration},
    members,
    submit::Wait,
    SigningKey,
};
use jiandu_primitives::uscc::Uscc;
use serde::{Serialize, Serializer};
use std::{collections::BTreeSet, path::Path};

/// Runs `jiandu enterprise register`.
pub async fn run(arguments: RegisterArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let RegisterArguments { uscc, name, code, since, file, dry_run } = arguments;
    match (file, uscc, name, code) {
        (Some(file), ..) => list(&file, since, dry_run, common, output).await,
        (None, Some(enterprise), Some(name), Some(code)) => {
            let session = Session::open(common, output).await?;
            let key = session.key(common)?;
            let since = since.unwrap_or_else(today);
            let registrations = vec![Registration { enterprise, name, code, since }];
            output.report(&propose(&session, &key, Act::Register { registrations }, Known::default()).await?)?;
            Ok(Exit::Ok)
        }
        // The command line is not understood without them.
        (None, ..) => Err(CliError::MissingArgument { arguments: "USCC --name --code".into() }),
    }
}

async fn list(
    file: &Path,
    since: Option<u64>,
    dry_run: bool,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let list = enterprise_list::read(file, since)?;
    if dry_run || !list.faults.is_empty() {
        let report = CheckReport::new(shown(file), list.count, list.faults, output.language);
        output.report(&report)?;
        return Ok(report.exit());
    }
    // Progress of single questions would tear the bar apart.
    let session = Session::open(common, Output { quiet: true, ..output }).await?;
    let key = session.key(common)?;
    let bar = output.bar(u64::try_from(list.rows.len()).unwrap_or(u64::MAX), "progress-checking-list");
    let compared = compare(&session, &list.rows, &bar).await;
    bar.finish_and_clear();
    let (registered, faults) = compared?;
    if !faults.is_empty() {
        let report = CheckReport::new(shown(file), list.count, faults, output.language);
        output.report(&report)?;
        return Ok(report.exit());
    }
    let batches = enterprise_list::without(enterprise_list::cut(&list.rows), &registered);
    let waiting = waiting(&session, &key, &batches).await?;
    let skipped = list.rows.iter().filter(|row| registered.contains(&row.registration.enterprise));
    let mut report = ListReport {
        file: shown(file),
        rows: list.count,
        registered: skipped.map(Skipped::new).collect(),
        proposals: Vec::new(),
        remaining: batches.iter().map(Vec::len).sum(),
    };
    let ended = send(&session, &key, batches, &waiting, &mut report, output).await;
    // What was proposed is told even where the rest could not be.
    output.report(&report)?;
    ended.map(|()| Exit::Ok)
}

/// Which enterprises of a list are registered, and which rows have the number of an enterprise that is another.
async fn compare(session: &Session, rows: &[Row], bar: &ProgressBar) -> Result<(BTreeSet<Uscc>, Vec<Fault>), CliError> {
    let (mut registered, mut faults) = (BTreeSet::new(), Vec::new());
    for row in rows {
        let Registration { enterprise, code, .. } = row.registration;
        let known = session.ask(enterprises::registered(&session.connection, &[enterprise])).await?;
        if known.is_empty() {
            // The number without the letter: it is taken in all tiers.
            let number = Query::Code(code.with_tier(None));
            let holders = session.ask(enterprises::resolve(&session.connection, &number)).await?.enterprises;
            faults.extend(holders.first().map(|holder| {
                let (name, uscc) = (holder.name.as_str().into(), holder.enterprise.into());
                Fault { row: row.row, problem: CliError::CodeTaken { code: code.into(), name, uscc } }
            }));
        } else {
            registered.extend(known);
        }
        bar.inc(1);
    }
    Ok((registered, faults))
}

/// Of each proposal the number under which it waits already. Refuses a list of which some enterprises wait in another
/// proposal: whoever confirmed that one would register what this list no longer says.
async fn waiting(session: &Session, key: &SigningKey, batches: &[Vec<Row>]) -> Result<Vec<Option<u64>>, CliError> {
    let open = session.ask(enterprises::proposals(&session.connection)).await?;
    let membership = session.ask(members::membership(&session.connection, key.account())).await?;
    // Of another organisation's proposals nothing can be confirmed here; a key without one is refused when it sends.
    let own = |proposal: &ProposalView| {
        membership.as_ref().is_ok_and(|membership| membership.organisation == proposal.maker.organisation)
    };
    let open: Vec<ProposalView> = open.into_iter().filter(own).collect();
    let waiting: Vec<Option<u64>> = batches.iter().map(|batch| enterprise_list::waiting(batch, &open)).collect();
    let undecided = batches.iter().zip(&waiting).filter(|(_, waits)| waits.is_none());
    let others: BTreeSet<u64> = undecided.flat_map(|(batch, _)| enterprise_list::overlapping(batch, &open)).collect();
    match others.first() {
        Some(first) => {
            let proposals = session.output.language.list(others.iter().map(ToString::to_string));
            Err(CliError::RegistrationWaits { proposals: proposals.into(), first: first.into() })
        }
        None => Ok(waiting),
    }
}

/// Proposes what does not wait yet.
async fn send(
    session: &Session,
    key: &SigningKey,
    batches: Vec<Vec<Row>>,
    waiting: &[Option<u64>],
    report: &mut ListReport,
    output: Output,
) -> Result<(), CliError> {
    let bar = output.bar(u64::try_from(report.remaining).unwrap_or(u64::MAX), "progress-proposing");
    for (batch, waits) in batches.into_iter().zip(waiting) {
        let rows = batch.len();
        let (first, last) = (batch.first().map_or(0, |row| row.row), batch.last().map_or(0, |row| row.row));
        let (proposal, unchanged) = match waits {
            Some(proposal) => (*proposal, true),
            None => {
                let registrations = batch.into_iter().map(|row| row.registration).collect();
                let act = Act::Register { registrations };
                let submitted = session
                    .submit(key, Wait::Final, async |submitter| enterprises::propose(submitter, &act).await)
                    .await;
                match submitted {
                    Ok(Proposed { proposal, unchanged, .. }) => (proposal, unchanged),
                    Err(error) => {
                        bar.finish_and_clear();
                        return Err(error);
                    }
                }
            }
        };
        report.proposals.push(BatchReport { proposal, unchanged, rows, first, last });
        report.remaining = report.remaining.saturating_sub(rows);
        bar.inc(u64::try_from(rows).unwrap_or(u64::MAX));
    }
    bar.finish_and_clear();
    Ok(())
}

/// A list that was checked and goes no further, because that was all that was asked for, or because of faults.
#[derive(Clone, Debug)]
struct CheckReport {
    file: String,
    rows: usize,
    faults: Vec<Fault>,
    language: Language,
}

impl CheckReport {
    fn new(file: String, rows: usize, faults: Vec<Fault>, language: Language) -> Self {
        Self { file, rows, faults, language }
    }

    fn exit(&self) -> Exit {
        match self.faults.is_empty() {
            true => Exit::Ok,
            false => Exit::Usage,
        }
    }
}

impl Serialize for CheckReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Item<'a> {
            row: u64,
            error: ErrorDocument<'a>,
        }
        #[derive(Serialize)]
        struct Document<'a> {
            file: &'a str,
            rows: usize,
            sent: bool,
            faults: Vec<Item<'a>>,
        }
        let faults = self.faults.iter();
        let faults = faults.map(|fault| Item { row: fault.row, error: fault.problem.document(self.language) });
        Document { file: &self.file, rows: self.rows, sent: false, faults: faults.collect() }.serialize(serializer)
    }
}

impl Report for CheckReport {
    fn text(&self, language: Language) -> String {
        let values = values! { file = self.file.clone(), rows = self.rows, faults = self.faults.len() };
        if self.faults.is_empty() {
            return format!("{}\n", Style::Good.paint(&language.say("list-checked", &values)));
        }
        let rows: Vec<[String; 2]> = self
            .faults
            .iter()
            .map(|fault| {
                let (message, help) = (fault.problem.message(language), fault.problem.help(language));
                [fault.row.to_string(), language.say("list-fault", &values! { message = message, help = help })]
            })
            .collect();
        let headings = ["label-row", "label-problem"].map(|key| language.text(key));
        let summary = Style::Bad.paint(&language.say("list-faults", &values));
        format!("{}\n{summary}\n", table(headings, &rows))
    }
}

/// A list that was proposed.
#[derive(Clone, Debug, Serialize)]
struct ListReport {
    /// The file.
    file: String,
    /// How many rows it has.
    rows: usize,
    /// Rows that were left out, because their enterprises are registered.
    registered: Vec<Skipped>,
    /// What waits for the checker.
    proposals: Vec<BatchReport>,
    /// How many rows were not proposed, because something failed.
    remaining: usize,
}

/// A row whose enterprise is registered.
#[derive(Clone, Debug, Serialize)]
struct Skipped {
    row: u64,
    #[serde(flatten)]
    enterprise: Named,
}

impl Skipped {
    fn new(row: &Row) -> Self {
        let Registration { enterprise, name, .. } = &row.registration;
        Self { row: row.row, enterprise: Named { enterprise: *enterprise, name: name.clone() } }
    }
}

/// One of the proposals of a list.
#[derive(Clone, Debug, Serialize)]
struct BatchReport {
    /// Its number.
    proposal: u64,
    /// Whether it waited already.
    unchanged: bool,
    /// How many enterprises it would register.
    rows: usize,
    /// The line of the first of them.
    first: u64,
    /// The line of the last.
    last: u64,
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        let mut text = String::new();
        if !self.registered.is_empty() {
            let rows = language.list(ranges(self.registered.iter().map(|skipped| skipped.row)));
            let values = values! { count = self.registered.len(), rows = rows };
            text.push_str(&format!("{}\n", Style::Caution.paint(&language.say("list-registered", &values))));
        }
        for batch in &self.proposals {
            let values = values! { count = batch.rows, first = batch.first.to_string(), last = batch.last.to_string() };
            let rows = vec![("label-rows", language.say("list-rows", &values))];
            text.push_str(&proposed(batch.proposal, batch.unchanged, language));
            text.push_str(&format!("\n{}", pairs(2, &labelled(rows, language))));
        }
        if self.proposals.is_empty() && self.remaining == 0 {
            text.push_str(&format!("{}\n", Style::Good.paint(&language.text("list-nothing-left"))));
        }
        if self.remaining > 0 {
            let values = values! { count = self.remaining };
            text.push_str(&format!("{}\n", Style::Bad.paint(&language.say("list-remaining", &values))));
        }
        if !self.proposals.is_empty() {
            let numbers: Vec<String> = self.proposals.iter().map(|batch| batch.proposal.to_string()).collect();
            let values = values! { proposals = numbers.join(" ") };
            text.push_str(&format!("{}\n", language.say("enterprise-how-to-confirm", &values)));
        }
        text
    }
}

/// Ascending numbers, with runs of them as `2-141`.
fn ranges(numbers: impl IntoIterator<Item = u64>) -> Vec<String> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let shown = |(first, last): (u64, u64)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    runs.into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    fn report() -> ListReport {
        let enterprise =
            Named { enterprise: "91350100M000100Y43".parse().expect("a code"), name: "示例公司".into() };
        ListReport {
            file: "list.csv".into(),
            rows: 300,
            registered: vec![Skipped { row: 7, enterprise }],
            proposals: vec![
                BatchReport { proposal: 12, unchanged: true, rows: 127, first: 2, last: 129 },
                BatchReport { proposal: 13, unchanged: false, rows: 128, first: 130, last: 257 },
            ],
            remaining: 44,
        }
    }

    #[test]
    fn a_list_should_say_what_waits_what_was_left_out_and_how_to_confirm() {
        for language in Language::ALL {
            let text = plain(&report().text(language));
            for part in ["7", "127", "129", "128", "257", "44", "jiandu enterprise confirm 12 13"] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(!text.contains("{$") && !text.contains("list-"), "{text}");
        }
        let json = serde_json::to_value(report()).expect("serializable");
        assert_eq!(json["registered"][0]["name"], "示例公司");
        assert_eq!(json["proposals"][1]["proposal"], 13);
        assert_eq!(json["remaining"], 44);
    }

    #[test]
    fn rows_in_a_row_should_be_told_as_a_range() {
        assert_eq!(ranges([2, 3, 4, 6, 8, 9]), ["2-4", "6", "8-9"]);
        assert!(ranges([]).is_empty());
    }

    #[test]
    fn a_list_that_is_registered_already_should_say_so() {
        let done = ListReport { proposals: Vec::new(), remaining: 0, ..report() };
        for language in Language::ALL {
            let text = plain(&done.text(language));
            assert!(text.contains(&language.text("list-nothing-left")) && !text.contains("confirm"), "{text}");
        }
    }

    #[test]
    fn faults_should_be_listed_by_row_in_words_and_end_with_their_exit_code() {
        let faults = vec![
            Fault { row: 17, problem: CliError::UsccCheck { uscc: "91350100M000100Y44".into() } },
            Fault { row: 40, problem: CliError::MissingCell { column: "企业名称 (name)".into() } },
        ];
        let report = CheckReport::new("list.csv".into(), 212, faults, Language::Chinese);
        assert_eq!(report.exit(), Exit::Usage);
        let text = plain(&report.text(Language::Chinese));
        for part in ["17", "91350100M000100Y44", "营业执照", "40", "企业名称", "212", "没有发送"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["faults"][0]["row"], 17);
        assert_eq!(json["faults"][0]["error"]["code"], "uscc-check");
        assert_eq!(json["sent"], false);
        let good = CheckReport::new("list.csv".into(), 212, Vec::new(), Language::Chinese);
        assert_eq!(good.exit(), Exit::Ok);
        assert!(plain(&good.text(Language::English)).contains("212"));
    }
}
