//! `jiandu obligation calendar`: which days of a year are working days and trading days, and asking the council to set them.
//!
//! A year is entered by its days that are other than Monday to Friday would have them: holidays, and Saturdays and Sundays
//! that are worked instead (调休). They are read from a table with three columns, as CSV or XLSX.

use super::{
    act::{submitted_in, ActReport},
    obligation_text::{exceptions_text, SampleReport},
};
use crate::{
    args::{CalendarCommand, Common, Format},
    cells::{Columns, Line},
    error::{shown, CliError},
    exit::Exit,
    failures::{of_table, of_writing, refused_by},
    faults::{Fault, FaultsReport},
    language::{values, Language, Texts},
    output::{Output, Report},
    session::Session,
    tables::{Column, CALENDAR},
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    obligations::{self, exceptions, year_of, DayView},
    vault::new_file::{self, Readers},
};
use jiandu_primitives::calendar::{Day, Year};
use jiandu_sheet::{Field, Sheet, Table};
use serde::Serialize;
use std::{collections::BTreeMap, path::Path};

/// The holidays that have fixed dates, as month and day: New Year, Labour Day, National Day.
const FIXED: [(i8, i8); 6] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];

/// Runs `jiandu obligation calendar`.
pub async fn run(command: CalendarCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        CalendarCommand::Show { year } => show(year, common, output).await,
        CalendarCommand::Set { year, file } => set(year, &file, common, output).await,
        CalendarCommand::Template { year, file } => template(year, &file, output),
    }
}

async fn show(year: u16, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let entered = session.ask(obligations::calendar_year(&session.connection, year)).await?;
    let days = Days::new(year, &entered.unwrap_or_else(|| Year::weekdays(year)));
    output.report(&YearReport { entered: entered.is_some(), days })?;
    Ok(Exit::Ok)
}

async fn set(year: u16, file: &Path, common: &Common, output: Output) -> Result<Exit, CliError> {
    let (given, mut faults) = read(year, file)?;
    let days = year_of(year, &given);
    let session = Session::open(common, output).await?;
    // What is sent now is judged by the newest block; the genesis block, final for a while, has no time.
    let today = Day::of(session.ask(session.connection.best()).await?.moment.time);
    let before = session.ask(obligations::calendar_year(&session.connection, year)).await?;
    // What the chain would say only once the council has voted.
    if before.is_some_and(|before| !before.agrees_until(&days, year, today)) {
        faults.push(Fault::of_whole(refused_by("Obligations", "YearIsOver")));
    }
    if !faults.is_empty() {
        output.report(&FaultsReport { file: shown(file), faults, language: output.language })?;
        return Ok(Exit::Usage);
    }
    let told = Days::new(year, &days);
    if !output.quiet && output.format == Format::Text {
        output.aside(&format!("{}\n", told.text(output.language)))?;
    }
    let outcome = submitted_in(&session, common, async |submitter| obligations::set_year(submitter, year, days).await);
    let act = ActReport::of_outcome("obligation-calendar-set", outcome.await?);
    output.report(&SetReport { file: shown(file), days: told, act })?;
    Ok(Exit::Ok)
}

/// Reads the days of a year that are other than usual, with every fault of every row.
fn read(year: u16, file: &Path) -> Result<(Vec<DayView>, Vec<Fault>), CliError> {
    let table = Table::read(file).map_err(|error| of_table(file, &error))?;
    let name = shown(file);
    let headed = table.heading(Columns::is_heading);
    let (heading, rows) = headed.ok_or_else(|| CliError::ListNoHeadings { file: name.as_str().into() })?;
    let columns = Columns::of(&name, &heading.shown())?;
    columns.expect(&name, CALENDAR)?;
    if rows.is_empty() {
        return Err(CliError::ListEmpty { file: name.into() });
    }
    let mut days: BTreeMap<Day, (u32, DayView)> = BTreeMap::new();
    let mut faults = Vec::new();
    for row in rows {
        let mut line = Line::new(row, &columns);
        let view = of_line(&mut line, year);
        if let Some((first, day)) = view.and_then(|view| Some((days.get(&view.day)?.0, view.day))) {
            line.fault(Column::Day, CliError::DayRepeated { day: day.into(), row: first.into() });
        }
        match line.end(view) {
            Ok(view) => drop(days.insert(view.day, (row.number(), view))),
            Err(found) => faults.extend(found),
        }
    }
    Ok((days.into_values().map(|(_, view)| view).collect(), faults))
}

/// What a row says; none where it has a fault.
fn of_line(line: &mut Line<'_>, year: u16) -> Option<DayView> {
    let day = line.needed_day(Column::Day);
    if let Some(other) = day.filter(|day| day.year() != year) {
        line.fault(Column::Day, CliError::OtherYear { value: other.into(), year: year.into() });
    }
    let (working, trading) = (line.needed_answer(Column::Working), line.needed_answer(Column::Trading));
    Some(DayView { day: day?, working: working?, trading: trading? })
}

fn template(year: u16, file: &Path, output: Output) -> Result<Exit, CliError> {
    let text = sample(year, output.language).to_csv();
    new_file::write(file, text.as_bytes(), Readers::Usual).map_err(|error| of_writing(file, &error))?;
    let note = output.language.text("calendar-sample");
    output.report(&SampleReport::new("calendar-template-written", file, note))?;
    Ok(Exit::Ok)
}

/// The holidays of a year that have fixed dates, as a table.
fn sample(year: u16, language: Language) -> Sheet {
    let no = || Field::Text(language.text("answer-no"));
    let days = FIXED.iter().filter_map(|(month, day)| Day::new(i16::try_from(year).ok()?, *month, *day));
    Sheet {
        name: year.to_string(),
        columns: CALENDAR.iter().map(|(column, _)| column.name(language).into()).collect(),
        rows: days.map(|day| vec![Field::Text(day.to_string()), no(), no()]).collect(),
    }
}

/// A year in numbers, and its days that are other than usual.
#[derive(Clone, Debug, Serialize)]
struct Days {
    year: u16,
    /// How many working days it has.
    working_days: usize,
    /// How many trading days.
    trading_days: usize,
    /// The days that are other than Monday to Friday would have them.
    exceptions: Vec<DayView>,
}

impl Days {
    fn new(year: u16, days: &Year) -> Self {
        let mut counts = [0usize; 2];
        let every = Year::of(year, |day, sort| days.has(day, sort));
        for (count, days) in counts.iter_mut().zip([every.working, every.trading]) {
            *count = days.iter().map(|byte| byte.count_ones() as usize).sum();
        }
        let [working_days, trading_days] = counts;
        Self { year, working_days, trading_days, exceptions: exceptions(year, days) }
    }

    fn text(&self, language: Language) -> String {
        let values = values! { working = self.working_days, trading = self.trading_days };
        let mut rows =
            vec![("label-year", self.year.to_string()), ("label-days-of-year", language.say("calendar-days", &values))];
        if !self.exceptions.is_empty() {
            rows.push(("label-exceptions", exceptions_text(&self.exceptions, language)));
        }
        pairs(0, &labelled(rows, language))
    }
}

/// A year of the calendar.
#[derive(Clone, Debug, Serialize)]
struct YearReport {
    /// Whether the council has entered it.
    entered: bool,
    #[serde(flatten)]
    days: Days,
}

impl Report for YearReport {
    fn text(&self, language: Language) -> String {
        let said = match self.entered {
            true => language.text("calendar-entered"),
            false => Style::Caution.paint(&language.text("calendar-not-entered")),
        };
        format!("{said}\n{}{}\n", self.days.text(language), Style::Faint.paint(&language.text("node-says")))
    }
}

/// A year that the council was asked to set.
#[derive(Clone, Debug, Serialize)]
struct SetReport {
    /// Its file.
    file: String,
    #[serde(flatten)]
    days: Days,
    /// The act and its end.
    #[serde(flatten)]
    act: ActReport,
}

impl Report for SetReport {
    fn text(&self, language: Language) -> String {
        self.act.text(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{commands::obligation_text::exception_text, text::plain};
    use std::fs;

    /// The days, and of each fault the cell and the code.
    type Checked = (Vec<DayView>, Vec<(String, String)>);

    fn checked(text: &str) -> Result<Checked, String> {
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = folder.path().join("2027.csv");
        fs::write(&file, text).expect("written");
        let (days, faults) = read(2027, &file).map_err(|error| error.code().to_owned())?;
        Ok((
            days,
            faults.into_iter().map(|fault| (fault.at.unwrap_or_default(), fault.problem.code().to_owned())).collect(),
        ))
    }

    fn view(day: &str, working: bool, trading: bool) -> DayView {
        DayView { day: day.parse().expect("a day"), working, trading }
    }

    #[test]
    fn a_year_should_be_read_with_headings_in_either_language_and_in_any_order() {
        let expected = vec![view("2027-02-08", false, false), view("2027-02-20", true, false)];
        let english = "day,working,trading\n2027-02-20,yes,no\n2027-02-08,no,no\n";
        let chinese =
            "\u{feff}2027 年放假安排\n交易日,日期,备注,工作日\n否,2027年2月20日,调休,是\n否,2027/2/8,春节,否\n";
        for text in [english, chinese] {
            assert_eq!(checked(text), Ok((expected.clone(), Vec::new())), "{text}");
        }
    }

    #[test]
    fn every_fault_of_every_row_should_be_told_at_once() {
        let text = "day,working,trading\n2026-12-31,no,no\n2027-10-01,,maybe\n08.02.27,no,no\n2027-10-02,no,no\n2027-10-02,yes,no\n";
        let (_, faults) = checked(text).expect("a table");
        let expected = [
            ("A2", "other-year"),
            ("B3", "missing-cell"),
            ("C3", "unknown-word"),
            ("A4", "cell-short-year"),
            ("A6", "day-repeated"),
        ];
        assert_eq!(faults, expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
    }

    #[test]
    fn what_is_no_calendar_should_be_refused_as_a_whole() {
        let refused = |text: &str| checked(text).expect_err("refused");
        assert_eq!(refused("2027-10-01,no,no\n"), "list-no-headings");
        assert_eq!(refused("day,working\n2027-10-01,no\n"), "list-columns");
        assert_eq!(refused("day,working,trading,日期\n"), "list-column-twice");
        assert_eq!(refused("day,working,trading\n"), "list-empty");
        assert_eq!(refused(""), "list-empty");
    }

    #[test]
    fn the_sample_should_be_read_back() {
        let folder = tempfile::tempdir().expect("temporary folder");
        for language in Language::ALL {
            let file = folder.path().join(language.tag());
            let output = Output { language, format: Format::Json, quiet: true };
            template(2027, &file, output).expect("written");
            let (days, faults) = read(2027, &file).expect("a table");
            assert_eq!((days.len(), faults.len()), (6, 0));
            assert_eq!(days.first(), Some(&view("2027-01-01", false, false)));
            assert_eq!(template(2027, &file, output).expect_err("there").code(), "file-exists");
        }
    }

    #[test]
    fn a_year_should_be_summed_up_with_every_day_that_is_other_than_usual() {
        let exceptions = [view("2027-10-01", false, false), view("2027-10-09", true, false)];
        let days = Days::new(2027, &year_of(2027, &exceptions));
        assert_eq!((days.working_days, days.trading_days), (261, 260));
        for language in Language::ALL {
            let text = plain(&days.text(language));
            let said = exceptions.iter().map(|view| exception_text(view, language));
            for part in ["2027", "261", "260"].into_iter().map(str::to_owned).chain(said) {
                assert!(text.contains(&part), "{part} in {text}");
            }
        }
        let leap = Days::new(2028, &Year::weekdays(2028));
        assert_eq!((leap.working_days, leap.trading_days, leap.exceptions.len()), (260, 260, 0));
    }
}
