//! Lists of enterprises to be registered: read from CSV, checked row by row, and cut into proposals.
//!
//! All rows are checked, and all faults told at once, so that a clerk mends a list in one go. Rows are cut into proposals by
//! their place in the file alone: the same file gives the same proposals again, and the chain recognises those that wait.

use crate::{
    enterprise_values,
    error::{shown, CliError},
    failures::of_reading,
    values,
};
use csv_core::{ReadRecordResult, Reader};
use jiandu_client::enterprises::{Act, ProposalView, Registration, MAX_REGISTRATIONS};
use jiandu_primitives::{
    code::{CodeBase, EnterpriseCode},
    region::Region,
    uscc::Uscc,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// How the codes of individual businesses (个体工商户) begin: their names are persons', and the chain refuses them.
const INDIVIDUAL_BUSINESS: &[u8] = b"92";

/// A column of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Uscc,
    Name,
    Code,
    Since,
}

impl Column {
    const ALL: [Self; 4] = [Self::Uscc, Self::Name, Self::Code, Self::Since];

    /// What it is called in Chinese and in English.
    const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Uscc => ["统一社会信用代码", "uscc"],
            Self::Name => ["企业名称", "name"],
            Self::Code => ["企业编码", "code"],
            Self::Since => ["登记日期", "since"],
        }
    }

    /// Both names.
    fn shown(self) -> String {
        let [chinese, english] = self.names();
        format!("{chinese} ({english})")
    }

    fn of_heading(heading: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.names().iter().any(|name| name.eq_ignore_ascii_case(heading)))
    }
}

/// A row that can be proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, the headings being in line 1.
    pub row: u64,
    /// Whether somebody said since when it holds; else it is since today, and since another day tomorrow.
    pub dated: bool,
    /// What it says.
    pub registration: Registration,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its line in the file.
    pub row: u64,
    /// What is wrong, and what to do about it.
    pub problem: CliError,
}

/// A list that was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// How many rows it has, with faults or without.
    pub count: usize,
    /// Those without.
    pub rows: Vec<Row>,
    /// All faults, by row.
    pub faults: Vec<Fault>,
}

/// Reads and checks a list. `since` is the day from which rows hold that name none.
pub fn read(file: &Path, since: Option<u64>) -> Result<List, CliError> {
    let bytes = fs::read(file).map_err(|error| of_reading(file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| CliError::ListNotUtf8 { file: shown(file).into() })?;
    check(&shown(file), &text, since)
}

/// A line of the file with its cells.
type Line = (u64, Vec<String>);

/// The lines that have anything in them.
fn lines(text: &str) -> Vec<Line> {
    let mut rest = text.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = Reader::new();
    // Room for all of it, so that no record is cut.
    let (mut cells, mut ends) = (vec![0; rest.len()], vec![0; rest.len().saturating_add(1)]);
    let (mut written, mut ended, mut line, mut begun) = (0usize, 0usize, 1u64, 1u64);
    let mut lines = Vec::new();
    loop {
        if written == 0 && ended == 0 {
            // Empty lines before a record, which the reader passes over.
            let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            let (skipped, record) = rest.split_at(empty);
            line = line.saturating_add(feeds(skipped));
            (begun, rest) = (line, record);
        }
        let (cells_left, ends_left) =
            (cells.get_mut(written..).unwrap_or_default(), ends.get_mut(ended..).unwrap_or_default());
        let (result, read, more, more_ends) = reader.read_record(rest, cells_left, ends_left);
        let (used, after) = rest.split_at(read);
        (written, ended, rest) = (written.saturating_add(more), ended.saturating_add(more_ends), after);
        match result {
            // The end is told to the reader by an empty input: only then does it give a last record without a line feed.
            ReadRecordResult::InputEmpty => line = line.saturating_add(feeds(used)),
            ReadRecordResult::Record => {
                let mut start = 0;
                let found = ends.get(..ended).unwrap_or_default().iter().map(|end| {
                    let cell = cells.get(start..*end).unwrap_or_default();
                    start = *end;
                    String::from_utf8_lossy(cell).trim().to_owned()
                });
                let found: Vec<String> = found.collect();
                if found.iter().any(|cell| !cell.is_empty()) {
                    lines.push((begun, found));
                }
                line = line.saturating_add(feeds(used));
                (written, ended) = (0, 0);
            }
            ReadRecordResult::End | ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => return lines,
        }
    }
}

fn feeds(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u64::MAX)
}

/// Where each column stands.
fn columns(file: &str, headings: &[String]) -> Result<BTreeMap<Column, usize>, CliError> {
    let mut columns = BTreeMap::new();
    for (place, heading) in headings.iter().enumerate() {
        let Some(column) = Column::of_heading(heading) else { continue };
        if columns.insert(column, place).is_some() {
            return Err(CliError::ListColumnTwice { file: file.into(), column: column.shown().into() });
        }
    }
    let needed = [Column::Uscc, Column::Name, Column::Code].into_iter();
    let missing: Vec<String> =
        needed.filter(|column| !columns.contains_key(column)).map(|column| format!("“{}”", column.shown())).collect();
    match missing.is_empty() {
        true => Ok(columns),
        false => Err(CliError::ListColumns { file: file.into(), missing: missing.join(" ").into() }),
    }
}

/// What could be read of a row.
struct Draft {
    row: u64,
    uscc: Option<Uscc>,
    name: Option<String>,
    code: Option<EnterpriseCode>,
    since: Option<u64>,
    dated: bool,
    /// The name as it is written, to go with the code.
    written: String,
}

/// Checks a list that is text already.
pub fn check(file: &str, text: &str, since: Option<u64>) -> Result<List, CliError> {
    let mut lines = lines(text).into_iter();
    let empty = || CliError::ListEmpty { file: file.into() };
    let (_, headings) = lines.next().ok_or_else(empty)?;
    let columns = columns(file, &headings)?;
    let mut faults = Vec::new();
    let drafts: Vec<Draft> = lines.map(|line| draft(line, &columns, headings.len(), since, &mut faults)).collect();
    if drafts.is_empty() {
        return Err(empty());
    }
    faults.extend(repeated(&drafts));
    faults.extend(of_other_markets(&drafts));
    faults.sort_by_key(|fault| fault.row);
    let wrong: BTreeSet<u64> = faults.iter().map(|fault| fault.row).collect();
    let count = drafts.len();
    let rows = drafts.into_iter().filter(|draft| !wrong.contains(&draft.row)).filter_map(Draft::row);
    Ok(List { count, rows: rows.collect(), faults })
}

impl Draft {
    fn row(self) -> Option<Row> {
        let registration =
            Registration { enterprise: self.uscc?, name: self.name?, code: self.code?, since: self.since? };
        Some(Row { row: self.row, dated: self.dated, registration })
    }
}

fn draft(
    (row, cells): Line,
    columns: &BTreeMap<Column, usize>,
    expected: usize,
    since: Option<u64>,
    faults: &mut Vec<Fault>,
) -> Draft {
    let cell = |column: Column| {
        columns.get(&column).and_then(|place| cells.get(*place)).map(String::as_str).unwrap_or_default()
    };
    let needed = |column: Column| match cell(column) {
        "" => Err(CliError::MissingCell { column: column.shown().into() }),
        text => Ok(text),
    };
    let mut problems = Vec::new();
    // Spreadsheets leave out the empty cells at the end of a row, so only one too many is a fault.
    if cells.len() > expected {
        problems.push(CliError::RowColumns { found: cells.len().into(), expected: expected.into() });
    }
    let uscc = needed(Column::Uscc).and_then(values::uscc).and_then(not_individual);
    let name = needed(Column::Name).and_then(enterprise_values::name);
    let code = needed(Column::Code).and_then(enterprise_values::code);
    let (dated, day) = match (cell(Column::Since), since) {
        ("", Some(since)) => (true, Ok(since)),
        ("", None) => (false, Ok(enterprise_values::today())),
        (text, _) => (true, enterprise_values::day(text).and_then(|day| not_ahead(text, day))),
    };
    let draft = Draft {
        row,
        uscc: kept(uscc, &mut problems),
        name: kept(name, &mut problems),
        code: kept(code, &mut problems),
        since: kept(day, &mut problems),
        dated,
        written: cell(Column::Name).to_owned(),
    };
    faults.extend(problems.into_iter().map(|problem| Fault { row, problem }));
    draft
}

fn kept<T>(value: Result<T, CliError>, problems: &mut Vec<CliError>) -> Option<T> {
    value.map_err(|problem| problems.push(problem)).ok()
}

fn not_individual(uscc: Uscc) -> Result<Uscc, CliError> {
    match uscc.as_bytes().starts_with(INDIVIDUAL_BUSINESS) {
        true => Err(CliError::IndividualBusiness { uscc: uscc.into() }),
        false => Ok(uscc),
    }
}

fn not_ahead(text: &str, day: u64) -> Result<u64, CliError> {
    match enterprise_values::lies_ahead(day) {
        true => Err(CliError::DatedAhead { value: text.into() }),
        false => Ok(day),
    }
}

/// Rows with the code for life or the number of an earlier row.
fn repeated(drafts: &[Draft]) -> Vec<Fault> {
    let mut enterprises: BTreeMap<Uscc, u64> = BTreeMap::new();
    let mut numbers: BTreeMap<CodeBase, u64> = BTreeMap::new();
    let mut faults = Vec::new();
    for draft in drafts {
        if let Some(uscc) = draft.uscc {
            let first = *enterprises.entry(uscc).or_insert(draft.row);
            if first != draft.row {
                let problem = CliError::RepeatedUscc { uscc: uscc.into(), row: first.into() };
                faults.push(Fault { row: draft.row, problem });
            }
        }
        if let Some(code) = draft.code {
            let first = *numbers.entry(code.base()).or_insert(draft.row);
            if first != draft.row {
                let (code, name) = (code.into(), draft.written.as_str().into());
                let problem = CliError::RepeatedCode { code, name, row: first.into() };
                faults.push(Fault { row: draft.row, problem });
            }
        }
    }
    faults
}

/// Rows with a code of another market than most have: one chain allots the codes of one market.
fn of_other_markets(drafts: &[Draft]) -> Vec<Fault> {
    let coded = || drafts.iter().filter_map(|draft| draft.code.map(|code| (draft, code)));
    let mut counts: BTreeMap<Region, usize> = BTreeMap::new();
    for (_, code) in coded() {
        let count = counts.entry(code.region()).or_default();
        *count = count.saturating_add(1);
    }
    let Some((usual, _)) = counts.into_iter().max_by_key(|(_, count)| *count) else { return Vec::new() };
    let others = coded().filter(|(_, code)| code.region() != usual);
    others
        .map(|(draft, code)| {
            let (code, name) = (code.into(), draft.written.as_str().into());
            Fault { row: draft.row, problem: CliError::OtherMarket { code, name, usual: usual.letters().into() } }
        })
        .collect()
}

/// Cuts rows into what goes into one proposal each.
pub fn cut(rows: &[Row]) -> Vec<Vec<Row>> {
    let most = usize::try_from(MAX_REGISTRATIONS).unwrap_or(usize::MAX);
    rows.chunks(most).map(<[Row]>::to_vec).collect()
}

/// What is left of proposals without the enterprises that are registered.
pub fn without(batches: Vec<Vec<Row>>, registered: &BTreeSet<Uscc>) -> Vec<Vec<Row>> {
    let left = |batch: Vec<Row>| -> Vec<Row> {
        batch.into_iter().filter(|row| !registered.contains(&row.registration.enterprise)).collect()
    };
    batches.into_iter().map(left).filter(|batch| !batch.is_empty()).collect()
}

/// The open proposal that is just this one, made today or before.
pub fn waiting(batch: &[Row], open: &[ProposalView]) -> Option<u64> {
    let same = |row: &Row, made: &Registration| {
        let wanted = &row.registration;
        (wanted.enterprise, &wanted.name, wanted.code) == (made.enterprise, &made.name, made.code)
            && (!row.dated || wanted.since == made.since)
    };
    open.iter().find_map(|proposal| {
        let Act::Register { registrations } = &proposal.act else { return None };
        let fits = registrations.len() == batch.len()
            && batch.iter().zip(registrations).all(|(row, registration)| same(row, registration));
        fits.then_some(proposal.proposal)
    })
}

/// The open proposals that would register some enterprise of this one, too.
pub fn overlapping(batch: &[Row], open: &[ProposalView]) -> Vec<u64> {
    let enterprises: BTreeSet<Uscc> = batch.iter().map(|row| row.registration.enterprise).collect();
    let overlaps = open.iter().filter(|proposal| match &proposal.act {
        Act::Register { registrations } => registrations.iter().any(|made| enterprises.contains(&made.enterprise)),
        _ => false,
    });
    overlaps.map(|proposal| proposal.proposal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use jiandu_primitives::{
        chain::Moment,
        member::{Author, Custody, Handle},
        uscc::check_character,
    };

    /// The beginning of 2026-04-14 in Beijing.
    const DAY: u64 = 1_776_096_000;

    /// An invented code for life.
    fn uscc(number: u32) -> Uscc {
        let first: [u8; 17] = format!("91430100MADE{number:05}").into_bytes().try_into().expect("17 characters");
        let mut code = [0; 18];
        code[..17].copy_from_slice(&first);
        code[17] = check_character(&first).expect("symbols");
        Uscc::from_bytes(code)
    }

    fn line(number: u32) -> String {
        format!("{},示例{number}公司,HN{number:06}F,2026-04-14\n", uscc(number))
    }

    fn list(count: u32) -> String {
        let lines: String = (1..=count).map(line).collect();
        format!("uscc,name,code,since\n{lines}")
    }

    #[test]
    fn a_record_should_be_at_the_line_where_it_begins() {
        let numbers = |text: &str| lines(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(numbers("a,b\n\n\"c\nd\",e\nf,g\n"), [1, 3, 5]);
        // The last one without a line feed.
        assert_eq!(numbers("a,b\nc,\"d\ne\nf\""), [1, 2]);
        assert_eq!(numbers("\r\na\r\nb"), [2, 3]);
    }

    fn checked(text: &str) -> List {
        check("list.csv", text, None).expect("a list")
    }

    fn codes(text: &str) -> Vec<(u64, String)> {
        checked(text).faults.iter().map(|fault| (fault.row, fault.problem.code().to_owned())).collect()
    }

    fn refused(text: &str) -> String {
        check("list.csv", text, None).expect_err("no list").code().to_owned()
    }

    fn open(proposal: u64, rows: &[Row], since: u64) -> ProposalView {
        let registrations =
            rows.iter().map(|row| Registration { since, ..row.registration.clone() }).collect::<Vec<_>>();
        let maker = Author { organisation: uscc(1), handle: Handle([1; 8]), custody: Custody::Own };
        let act = Act::Register { registrations };
        ProposalView { proposal, act, digest: [0; 32], maker, at: Moment::default() }
    }

    #[test]
    fn a_list_with_chinese_headings_a_byte_order_mark_and_any_order_should_be_read() {
        let text = format!(
            "\u{feff}序号,企业编码,企业名称,统一社会信用代码,登记日期\r\n1, hn000001g ,示例(湖南)公司,{},2026/4/14\r\n",
            uscc(1)
        );
        let list = checked(&text);
        assert_eq!((list.count, list.faults.len()), (1, 0));
        let row = list.rows.first().expect("a row");
        assert_eq!((row.row, row.dated), (2, true));
        assert_eq!(row.registration.enterprise, uscc(1));
        assert_eq!(row.registration.name, "示例（湖南）公司");
        assert_eq!(row.registration.code.to_string(), "HN000001G");
        assert_eq!(row.registration.since, DAY);
    }

    #[test]
    fn rows_without_a_day_should_hold_since_the_one_given_or_today() {
        let text = format!("uscc,name,code\n{},示例公司,HN000001F\n", uscc(1));
        let row = |since| check("list.csv", &text, since).expect("a list").rows.remove(0);
        assert_eq!((row(Some(DAY)).registration.since, row(Some(DAY)).dated), (DAY, true));
        let today = row(None);
        assert!(
            !today.dated && today.registration.since > DAY - 365 * 24 * 60 * 60 && today.registration.since % 3600 == 0
        );
    }

    #[test]
    fn all_faults_of_all_rows_should_be_told_at_once_with_their_rows() {
        let text = format!(
            "uscc,name,code,since\n\
             {good},示例一公司,HN000001F,2026-04-14\n\
             91350100M000100Y44,示例二公司,HN000002F,2026-04-14\n\
             {two},,ZZ000003F,14.4.2026\n\
             \n\
             {good},示例四公司,HN000004F,2026-04-14\n\
             {five},示例13800138000公司,HN000001G,2026-04-14\n\
             {six},示例六公司,GD000006F,2099-01-01\n\
             {seven},示例,七公司,HN000007F,2026-04-14\n",
            good = uscc(1),
            two = uscc(2),
            five = uscc(5),
            six = uscc(6),
            seven = uscc(7),
        );
        let expected: [(u64, &str); 12] = [
            (3, "uscc-check"),
            (4, "missing-cell"),
            (4, "code-region"),
            (4, "bad-time"),
            (6, "repeated-uscc"),
            (7, "enterprise-name"),
            (7, "repeated-code"),
            (8, "dated-ahead"),
            (8, "other-market"),
            (9, "row-columns"),
            (9, "code-character"),
            (9, "bad-time"),
        ];
        assert_eq!(codes(&text), expected.map(|(row, code)| (row, code.to_owned())));
        assert_eq!(checked(&text).rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_repetition_should_name_the_other_row_and_the_enterprise() {
        let text = format!("{}{},示例二公司,HN000001P,2026-04-14\n", list(1), uscc(2));
        let list = checked(&text);
        let fault = list.faults.first().expect("a fault");
        assert_eq!((fault.row, fault.problem.code()), (3, "repeated-code"));
        for language in Language::ALL {
            let message = fault.problem.message(language);
            for part in ["HN000001P", "示例二公司", "2"] {
                assert!(message.contains(part), "{part} in {message}");
            }
        }
    }

    #[test]
    fn individual_businesses_should_be_refused() {
        let first: [u8; 17] = *b"92430100MADE00001";
        let check = char::from(check_character(&first).expect("symbols"));
        let text = format!("uscc,name,code\n92430100MADE00001{check},示例小吃店,HN000001F\n");
        assert_eq!(codes(&text), [(2, "individual-business".to_owned())]);
    }

    #[test]
    fn what_is_no_list_should_be_refused_as_a_whole() {
        assert_eq!(refused(""), "list-empty");
        assert_eq!(refused("uscc,name,code\n\n,,\n"), "list-empty");
        assert_eq!(refused("统一社会信用代码;企业名称;企业编码\n"), "list-columns");
        assert_eq!(refused("uscc,name\n"), "list-columns");
        assert_eq!(refused("uscc,name,code,统一社会信用代码\n"), "list-column-twice");
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("list.csv");
        // 企业 in GB18030.
        fs::write(&path, b"\xC6\xF3\xD2\xB5,name,code\n").expect("written");
        let error = read(&path, None).expect_err("not UTF-8");
        assert_eq!((error.code(), error.exit().number()), ("list-not-utf8", 2));
        assert!(error.help(Language::Chinese).contains("UTF-8"));
        assert_eq!(read(&folder.path().join("none.csv"), None).expect_err("missing").code(), "no-such-file");
    }

    #[test]
    fn a_list_should_be_cut_into_the_same_proposals_every_time() {
        let rows = checked(&list(300)).rows;
        let lengths = |batches: &[Vec<Row>]| batches.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(&cut(&rows)), [128, 128, 44]);
        // The first proposal was confirmed, and one enterprise of the second registered by itself.
        let registered: BTreeSet<Uscc> = (1..=129).map(uscc).collect();
        let left = without(cut(&rows), &registered);
        assert_eq!(lengths(&left), [127, 44]);
        assert_eq!(left.last(), cut(&rows).last());
        assert_eq!(without(cut(&rows), &(1..=300).map(uscc).collect()), Vec::<Vec<Row>>::new());
        assert_eq!(cut(&[]), Vec::<Vec<Row>>::new());
    }

    #[test]
    fn a_proposal_that_waits_should_be_recognised_unless_it_says_something_else() {
        let rows = checked(&list(3)).rows;
        let undated: Vec<Row> = rows.iter().map(|row| Row { dated: false, ..row.clone() }).collect();
        let same = [open(7, &rows, DAY)];
        assert_eq!(waiting(&rows, &same), Some(7));
        // Made yesterday, when today was another day.
        let yesterday = [open(7, &rows, DAY - 86_400)];
        assert_eq!(waiting(&rows, &yesterday), None);
        assert_eq!(waiting(&undated, &yesterday), Some(7));
        let mended: Vec<Row> = rows
            .iter()
            .map(|row| Row {
                registration: Registration { name: "改名公司".into(), ..row.registration.clone() },
                ..row.clone()
            })
            .collect();
        assert_eq!((waiting(&mended, &same), overlapping(&mended, &same)), (None, vec![7]));
        assert_eq!(overlapping(&rows, &[]), Vec::<u64>::new());
        let other = [open(8, &checked(&format!("uscc,name,code\n{}", line(9))).rows, DAY)];
        assert_eq!(overlapping(&rows, &other), Vec::<u64>::new());
    }
}
