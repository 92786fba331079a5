//! What became of each row of a table: on the terminal, as JSON, and in a workbook beside the table.

use crate::{
    commands::{enterprise_text::Named, quoted},
    error::{shown, CliError},
    faults::{Fault, FaultDocument},
    language::{values, Language, Texts},
    moment,
    output::Report,
    tables::TableKind,
    text::{table, Style},
};
use jiandu_primitives::{chain::Moment, record::ObjectId};
use serde::{Serialize, Serializer};
use std::{collections::BTreeMap, path::Path};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Nothing is wrong with it, and nothing was sent.
    Checked,
    /// It was handed in, and waits for the second person where one is needed.
    Done,
    /// It was handed in before, and waits.
    Before,
    /// It was handed in before, and is in force.
    InForce,
    /// The second person sent it back.
    Returned,
    /// It was rejected, declined or taken back.
    Closed,
    /// Something is wrong with it.
    Faulty,
    /// Its turn did not come.
    Unsent,
}

impl Ending {
    /// Every ending.
    pub const ALL: [Self; 8] = [
        Self::Checked,
        Self::Done,
        Self::Before,
        Self::InForce,
        Self::Returned,
        Self::Closed,
        Self::Faulty,
        Self::Unsent,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Checked => "row-checked",
            Self::Done => "row-done",
            Self::Before => "row-before",
            Self::InForce => "row-in-force",
            Self::Returned => "row-returned",
            Self::Closed => "row-closed",
            Self::Faulty => "row-faulty",
            Self::Unsent => "row-unsent",
        }
    }

    /// Whether it needs nobody's attention.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Checked | Self::Done | Self::Before | Self::InForce)
    }
}

/// A row and what became of it.
#[derive(Clone, Debug)]
pub struct RowReport {
    /// Its number as a spreadsheet shows it.
    pub row: u32,
    /// What became of it.
    pub ending: Ending,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// What should be looked at.
    pub warnings: Vec<Fault>,
    /// Whom it is about, as the registry calls it now.
    pub enterprise: Option<Named>,
    /// The record that it is or becomes.
    pub record: Option<ObjectId>,
    /// The number of the submission or proposal.
    pub number: Option<u64>,
    /// When the chain learnt of it.
    pub at: Option<Moment>,
    /// What is on the chain of it: a commitment that file and salt reproduce.
    pub commitment: Option<ObjectId>,
    /// The file that the second person needs.
    pub handover: Option<String>,
    /// The cell with its files.
    pub files_at: Option<String>,
    /// The row as it stands in the table.
    pub cells: Vec<String>,
}

impl RowReport {
    /// A row of which nothing is known yet.
    pub fn new(row: u32, cells: Vec<String>) -> Self {
        Self {
            row,
            ending: Ending::Unsent,
            faults: Vec::new(),
            warnings: Vec::new(),
            enterprise: None,
            record: None,
            number: None,
            at: None,
            commitment: None,
            handover: None,
            files_at: None,
            cells,
        }
    }

    /// Notes what is wrong with it.
    pub fn fail(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
        self.ending = Ending::Faulty;
    }
}

/// What rows are about: a second one about the same is refused.
#[derive(Debug)]
pub struct Seen<Key>(BTreeMap<Key, u32>);

impl<Key> Default for Seen<Key> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<Key: Ord> Seen<Key> {
    /// Whether a row is the first about something; one that is not is told so.
    pub fn admits(&mut self, key: Key, row: &mut RowReport) -> bool {
        let first = *self.0.entry(key).or_insert(row.row);
        if first != row.row {
            row.fail([Fault::of_whole(CliError::RowRepeated { row: first.into() })]);
        }
        first == row.row
    }
}

/// As many faults of a row are told in the workbook.
const TOLD: usize = 20;

/// Texts in one cell, of which the last ones are left out where there are too many.
fn shortened(texts: &[String]) -> String {
    let mut told: Vec<&str> = texts.iter().take(TOLD).map(String::as_str).collect();
    let more = if texts.len() > TOLD { format!("… (+{})", texts.len().saturating_sub(TOLD)) } else { String::new() };
    told.extend(Some(more.as_str()).filter(|more| !more.is_empty()));
    told.join("\n")
}

/// What became of a table.
#[derive(Clone, Debug)]
pub struct ImportReport {
    /// The table's file.
    pub file: String,
    /// What it has.
    pub table: TableKind,
    /// Whether it was only checked.
    pub dry_run: bool,
    /// Its rows.
    pub rows: Vec<RowReport>,
    /// The workbook with all of this; none where it was only checked.
    pub result: Option<String>,
    /// The language of the faults in JSON.
    pub language: Language,
}

impl ImportReport {
    fn count(&self, ending: Ending) -> usize {
        self.rows.iter().filter(|row| row.ending == ending).count()
    }

    /// Whether no row needs anybody's attention.
    pub fn is_good(&self) -> bool {
        self.rows.iter().all(|row| row.ending.is_good())
    }

    /// The headings that follow those of the table in the workbook.
    pub fn headings(language: Language) -> Vec<String> {
        let keys = [
            "label-row",
            "label-result",
            "label-problem",
            "label-next",
            "label-number",
            "label-record",
            "label-block",
            "label-time",
            "label-evidence",
            "label-handover",
        ];
        keys.map(|key| language.text(key)).to_vec()
    }

    /// A row's cells under those headings.
    pub fn cells(row: &RowReport, language: Language) -> Vec<String> {
        let (mut problems, mut remedies) = (Vec::new(), Vec::new());
        for Fault { at: cell, problem } in row.faults.iter().chain(&row.warnings) {
            let place = cell.as_ref().map(|cell| format!("{cell}: ")).unwrap_or_default();
            problems.push(format!("{place}{}", problem.message(language)));
            remedies.push(problem.help(language));
        }
        let text = |value: Option<String>| value.unwrap_or_default();
        vec![
            row.row.to_string(),
            language.text(row.ending.key()),
            shortened(&problems),
            shortened(&remedies),
            text(row.number.map(|number| number.to_string())),
            text(row.record.map(|record| record.to_string())),
            text(row.at.map(|at| at.block.to_string())),
            text(row.at.map(|at| moment::beijing(at.time))),
            text(row.commitment.map(|commitment| commitment.to_string())),
            text(row.handover.clone()),
        ]
    }
}

/// A row as JSON shows it.
#[derive(Serialize)]
struct RowDocument<'a> {
    row: u32,
    ending: Ending,
    #[serde(flatten)]
    enterprise: Option<&'a Named>,
    record: Option<ObjectId>,
    number: Option<u64>,
    block: Option<u32>,
    time: Option<u64>,
    commitment: Option<ObjectId>,
    handover: Option<&'a str>,
    faults: Vec<FaultDocument<'a>>,
    warnings: Vec<FaultDocument<'a>>,
}

/// A table as JSON shows it.
#[derive(Serialize)]
struct TableDocument<'a> {
    file: &'a str,
    table: &'static str,
    dry_run: bool,
    result: Option<&'a str>,
    rows: Vec<RowDocument<'a>>,
}

impl Serialize for ImportReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.rows.iter().map(|row| RowDocument {
            row: row.row,
            ending: row.ending,
            enterprise: row.enterprise.as_ref(),
            record: row.record,
            number: row.number,
            block: row.at.map(|at| at.block),
            time: row.at.map(|at| at.time),
            commitment: row.commitment,
            handover: row.handover.as_deref(),
            faults: Fault::documents(&row.faults, self.language),
            warnings: Fault::documents(&row.warnings, self.language),
        });
        let Self { file, table, dry_run, result, .. } = self;
        let (table, result) = (table.name(), result.as_deref());
        TableDocument { file, table, dry_run: *dry_run, result, rows: rows.collect() }.serialize(serializer)
    }
}

impl Report for ImportReport {
    fn text(&self, language: Language) -> String {
        let mut text = String::new();
        let told = |fault: &Fault| match &fault.at {
            Some(cell) => format!("{cell}: {}", fault.told(language)),
            None => fault.told(language),
        };
        let attention = self.rows.iter().filter(|row| !row.ending.is_good() || !row.warnings.is_empty());
        let rows: Vec<[String; 3]> = attention
            .map(|row| {
                let told = row.faults.iter().chain(&row.warnings).map(told);
                let result = language.text(row.ending.key());
                [row.row.to_string(), result, told.collect::<Vec<_>>().join("\n")]
            })
            .collect();
        if !rows.is_empty() {
            let headings = ["label-row", "label-result", "label-problem"].map(|key| language.text(key));
            text.push_str(&table(headings, &rows));
            text.push('\n');
        }
        let counted =
            Ending::ALL.into_iter().map(|ending| (ending, self.count(ending))).filter(|(_, count)| *count > 0);
        let counted = counted.map(|(ending, count)| {
            language.say("import-count", &values! { ending = language.text(ending.key()), count = count })
        });
        let values = values! {
            file = self.file.clone(),
            table = language.text(&format!("table-{}", self.table.name())),
            rows = self.rows.len(),
            counts = language.list(counted),
        };
        let style = if self.is_good() { Style::Good } else { Style::Bad };
        text.push_str(&format!("{}\n", style.paint(&language.say("import-summary", &values))));
        if self.dry_run {
            text.push_str(&format!("{}\n", language.text("import-nothing-sent")));
        }
        if let Some(result) = &self.result {
            text.push_str(&format!("{}\n", language.say("import-result", &values! { file = result.clone() })));
        }
        if self.rows.iter().any(|row| matches!(row.ending, Ending::Done | Ending::Before)) {
            let folder =
                self.result.as_deref().and_then(|file| Path::new(file).parent()).map(shown).unwrap_or_default();
            let values = values! { folder = quoted(&folder) };
            let next = language.say(&format!("import-next-{}", self.table.name()), &values);
            text.push_str(&format!("{next}\n"));
        }
        text
    }
}
