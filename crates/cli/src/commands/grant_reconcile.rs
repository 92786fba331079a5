//! `jiandu grant reconcile`: what the chain has of a grant against the serving log of whoever served the data.

use super::{
    grant_book::{self, Known},
    grant_uses::asked_of_any,
};
use crate::{
    args::{Common, UseArguments},
    cells::{Columns, Line},
    enterprise_values,
    error::{shown, CliError},
    exit::Exit,
    failures::of_table,
    faults::{Fault, FaultsReport},
    grant_values::{self, Which},
    language::{values, Language, Texts},
    output::{Output, Report},
    session::Session,
    tables::{Column, SERVING_LOG},
    text::{table, Style},
};
use jiandu_client::grants::{
    self,
    reconcile::{reconcile, Exception, LogRow, Reconciliation},
};
use jiandu_primitives::{
    enterprise::Section,
    grant::{
        agreement::{Agreement, Item},
        Action, Purpose,
    },
    header::Level,
};
use jiandu_sheet::Table;
use serde::Serialize;
use std::path::Path;

/// Compares a serving log with the chain. Exit code 3 where something does not agree.
pub async fn run(which: &Which, log: &Path, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let known = grant_book::find(&session, which).await?;
    let agreement = known.agreed()?.clone();
    let Known { view, .. } = known;
    let (rows, faults) = read(log, &agreement, view.terms.level)?;
    if !faults.is_empty() {
        let report = FaultsReport { file: shown(log), faults, language: output.language };
        output.report(&report)?;
        return Ok(Exit::Usage);
    }
    let receipts = session.ask(grants::receipts(&session.connection, view.grant)).await?;
    let now = session.ask(session.connection.finalized()).await?.moment.time;
    let found = reconcile(&view, &receipts, &rows, now);
    let exit = if found.exceptions.is_empty() { Exit::Ok } else { Exit::NotVerified };
    output.report(&ReconcileReport { grant: view.grant, file: shown(log), rows: rows.len(), found })?;
    Ok(exit)
}

/// Reads a serving log, with every fault of every row.
fn read(file: &Path, agreement: &Agreement, level: Level) -> Result<(Vec<LogRow>, Vec<Fault>), CliError> {
    let table = Table::read(file).map_err(|error| of_table(file, &error))?;
    let name = shown(file);
    let headed = table.heading(Columns::is_heading);
    let (heading, rows) = headed.ok_or_else(|| CliError::LogNoHeadings { file: name.as_str().into() })?;
    let columns = Columns::of(&name, &heading.shown())?;
    columns.expect(&name, SERVING_LOG)?;
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        let mut line = Line::new(row, &columns);
        let read = of_line(&mut line, agreement, level, row.number());
        match line.end(read) {
            Ok(row) => found.push(row),
            Err(wrong) => faults.extend(wrong),
        }
    }
    Ok((found, faults))
}

/// What a row says; none where it has a fault.
fn of_line(line: &mut Line<'_>, agreement: &Agreement, level: Level, row: u32) -> Option<LogRow> {
    let at = line.needed_text(Column::ServedAt, served_at);
    let item = line.needed_text(Column::Item, item);
    let receipt =
        line.code(Column::Receipt, |text| text.parse().map_err(|_| CliError::BadNumber { value: text.into() }));
    let action = line.word(Column::Action, Action::ALL).unwrap_or(Action::View);
    let purpose = line.word(Column::Purpose, Purpose::ALL);
    let of_data = line.word(Column::Level, Level::ALL);
    let served = line.answer(Column::Served).unwrap_or(true);
    let arguments = UseArguments { item: item?, purpose, action, level: of_data };
    Some(LogRow { row, at: at?, receipt, asked: asked_of_any(agreement, level, &arguments), served })
}

/// A section by its name or its word in either language, or a record by its number.
fn item(text: &str) -> Result<Item, CliError> {
    let spoken = |section: &&Section| {
        Language::ALL.into_iter().any(|language| language.word(*section).eq_ignore_ascii_case(text))
    };
    match Section::ALL.iter().find(spoken) {
        Some(section) => Ok(Item::Section(*section)),
        None => grant_values::item(text),
    }
}

/// A time as logs have it: RFC 3339, or `2026-04-14 10:32:06` in Beijing.
fn served_at(text: &str) -> Result<u64, CliError> {
    let text = text.trim();
    let spaced = text.replacen(' ', "T", 1);
    let zoned = spaced.ends_with('Z') || spaced.get(10..).is_some_and(|time| time.contains(['+', '-']));
    let written = if zoned || !spaced.contains('T') { spaced } else { format!("{spaced}+08:00") };
    enterprise_values::day(&written).map_err(|_| CliError::BadTime { value: text.into() })
}

/// What a comparison came to.
#[derive(Clone, Debug, Serialize)]
struct ReconcileReport {
    grant: u64,
    file: String,
    rows: usize,
    #[serde(flatten)]
    found: Reconciliation,
}

impl Report for ReconcileReport {
    fn text(&self, language: Language) -> String {
        let Reconciliation { agreed, exceptions } = &self.found;
        let values = values! {
            file = self.file.clone(), rows = self.rows, agreed = *agreed, exceptions = exceptions.len(),
        };
        if exceptions.is_empty() {
            return format!("{}\n", Style::Good.paint(&language.say("reconcile-agrees", &values)));
        }
        let headings = ["label-log-row", "label-use-receipt", "label-exception"].map(|heading| language.text(heading));
        let dash = |number: Option<u32>| number.map_or_else(|| "—".to_owned(), |number| number.to_string());
        let rows: Vec<_> = exceptions
            .iter()
            .map(|Exception { kind, row, receipt }| [dash(*row), dash(*receipt), language.word(kind)])
            .collect();
        let said = Style::Bad.paint(&language.say("reconcile-exceptions", &values));
        format!("{said}\n{}", table(headings, &rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_should_be_read_as_clerks_and_machines_write_times() {
        let expected = served_at("2026-04-14T10:32:06+08:00").expect("a time");
        for text in ["2026-04-14T02:32:06Z", "2026-04-14 10:32:06", " 2026-04-14 10:32:06 "] {
            assert_eq!(served_at(text), Ok(expected), "{text}");
        }
        assert!(served_at("gestern").is_err());
    }

    #[test]
    fn an_item_should_be_read_by_its_word_in_either_language() {
        for text in ["cash-flow", "流水"] {
            assert_eq!(item(text), Ok(Item::Section(Section::CashFlow)), "{text}");
        }
        assert!(item("流").is_err());
    }
}
