//! `jiandu obligation rules`: the tables of rules that there are, and asking the council to set a further one.

use super::{
    act::{submitted_in, ActReport},
    filing::json,
    obligation_text::{rule_text, table_text, SampleReport},
    rule_file,
};
use crate::{
    args::{Common, Format, RulesCommand},
    enterprise_values::now,
    error::{shown, CliError},
    exit::Exit,
    failures::of_writing,
    faults::FaultsReport,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    obligations::{self, TableView},
    vault::new_file::{self, Readers},
};
use jiandu_primitives::{
    calendar::Day,
    obligation::{in_force, RuleTable},
};
use serde::Serialize;
use std::path::Path;

/// Longest file of rules, in bytes: some 64 rules with notes.
const LONGEST: u64 = 1 << 20;

/// Runs `jiandu obligation rules`.
pub async fn run(command: RulesCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        RulesCommand::Show { table } => show(table, common, output).await,
        RulesCommand::Set { file } => set(&file, common, output).await,
        RulesCommand::Template { file } => template(&file, output),
    }
}

async fn show(number: Option<u32>, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment;
    let tables = session.ask(obligations::rule_tables(&session.connection)).await?;
    let today = Day::of(as_of.time);
    let on = |day: Day| in_force(tables.iter().map(|table| &table.table), day);
    // A table that another one with the same day replaced will never be in force.
    let to_come = |table: &TableView| today < table.table.from && on(table.table.from) == Some(table.number);
    let in_force = on(today);
    let to_come: Vec<bool> = tables.iter().map(to_come).collect();
    let tables: Vec<Shown> = tables
        .into_iter()
        .zip(to_come)
        .filter(|(table, _)| number.is_none_or(|number| number == table.number))
        .map(|(table, to_come)| Shown { in_force: in_force == Some(table.number), to_come, table })
        .collect();
    if let (Some(number), []) = (number, tables.as_slice()) {
        return Err(CliError::UnknownTable { number: number.into() });
    }
    output.report(&TablesReport { as_of: as_of.into(), tables })?;
    Ok(Exit::Ok)
}

async fn set(file: &Path, common: &Common, output: Output) -> Result<Exit, CliError> {
    let (table, mut faults) = rule_file::read(&shown(file), &json(file, LONGEST)?)?;
    let session = Session::open(common, output).await?;
    // What is sent now is judged by the newest block; the genesis block, final for a while, has no time.
    let today = Day::of(session.ask(session.connection.best()).await?.moment.time);
    let tables = session.ask(obligations::rule_tables(&session.connection)).await?;
    faults.extend(table.iter().flat_map(rule_file::faults_of_order));
    faults.extend(table.iter().flat_map(|table| rule_file::faults_of_day(table.from, today, &tables)));
    let Some(table) = table.filter(|_| faults.is_empty()) else {
        output.report(&FaultsReport { file: shown(file), faults, language: output.language })?;
        return Ok(Exit::Usage);
    };
    if !output.quiet && output.format == Format::Text {
        output.aside(&format!("{}\n", rules_rows(&table, output.language)))?;
    }
    let proposed = table.clone();
    let outcome = submitted_in(&session, common, async |submitter| obligations::set_rules(submitter, proposed).await);
    let act = ActReport::of_outcome("obligation-rules-set", outcome.await?);
    // The first table may hold from any day.
    let carry_by = Some(table.from.plus(-1)).filter(|_| act.is_open() && !tables.is_empty());
    output.report(&SetReport { file: shown(file), table, carry_by, act })?;
    Ok(Exit::Ok)
}

fn template(file: &Path, output: Output) -> Result<Exit, CliError> {
    let note = output.language.text("rules-sample");
    let text = rule_file::sample(Day::of(now()).plus(30), &note)
        .map_err(|error| CliError::Io { file: shown(file).into(), reason: error.into() })?;
    new_file::write(file, &text, Readers::Usual).map_err(|error| of_writing(file, &error))?;
    output.report(&SampleReport::new("rules-template-written", file, note))?;
    Ok(Exit::Ok)
}

/// A table, for those who propose it and vote on it.
fn rules_rows(table: &RuleTable, language: Language) -> String {
    let rows = vec![("label-holds-from", table.from.to_string()), ("label-rules", table_text(table, language))];
    pairs(0, &labelled(rows, language))
}

/// A table of rules.
#[derive(Clone, Debug, Serialize)]
struct Shown {
    #[serde(flatten)]
    table: TableView,
    /// Whether it counts for what is triggered today.
    in_force: bool,
    /// Whether it will be in force.
    to_come: bool,
}

/// Tables of rules.
#[derive(Clone, Debug, Serialize)]
struct TablesReport {
    as_of: MomentDocument,
    /// Oldest first.
    tables: Vec<Shown>,
}

impl Report for TablesReport {
    fn text(&self, language: Language) -> String {
        if self.tables.is_empty() {
            return format!("{}\n", language.text("rules-none"));
        }
        let tables = self.tables.iter().map(|Shown { table, in_force, to_come }| {
            let TableView { number, table, at } = table;
            let standing = match (in_force, to_come) {
                (true, _) => "rules-in-force",
                (false, true) => "rules-to-come",
                (false, false) => "rules-not-in-force",
            };
            let mut rows = vec![
                ("label-table", number.to_string()),
                ("label-holds-from", table.from.to_string()),
                ("label-standing", language.text(standing)),
                ("label-set-at", moment::full(*at, language)),
            ];
            rows.extend(
                (0u32..)
                    .zip(&table.rules)
                    .map(|(index, rule)| ("label-rule", format!("{number}/{index}  {}", rule_text(rule, language)))),
            );
            pairs(0, &labelled(rows, language))
        });
        let text = tables.collect::<Vec<_>>().join("\n");
        text + &format!("{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

/// A table that the council was asked to set.
#[derive(Clone, Debug, Serialize)]
struct SetReport {
    /// Its file.
    file: String,
    /// What it says.
    table: RuleTable,
    /// The last day on which the council can carry it.
    #[serde(skip_serializing_if = "Option::is_none")]
    carry_by: Option<Day>,
    /// The act and its end.
    #[serde(flatten)]
    act: ActReport,
}

impl Report for SetReport {
    fn text(&self, language: Language) -> String {
        let mut text = self.act.text(language);
        if let Some(day) = self.carry_by {
            let values = values! { from = day.to_string() };
            text.push_str(&format!("{}\n", Style::Caution.paint(&language.say("rules-carry-in-time", &values))));
        }
        text
    }
}
