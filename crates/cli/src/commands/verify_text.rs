//! What `jiandu verify` prints: one finding in full, or a line for each of several.

use super::comparing::{self, Compared};
use crate::{
    error::{CliError, ErrorDocument},
    exit::Exit,
    finding::{Answer, Finding, FindingDocument},
    language::{values, Language, Texts},
    moment,
    output::Report,
    text::{table, Style},
    verdict_text,
};
use jiandu_primitives::record::ObjectId;
use serde::{Serialize, Serializer};
use std::{collections::BTreeMap, path::Path};

/// One finding, told in full.
#[derive(Debug)]
pub struct FindingReport<'a> {
    finding: &'a Finding,
    document: FindingDocument,
    /// How the file differs from the documents of a record that it was held against.
    compared: Option<(&'a Path, ObjectId, Vec<Compared>)>,
}

impl<'a> FindingReport<'a> {
    /// A finding in a language.
    pub fn new(finding: &'a Finding, language: Language) -> Self {
        Self { finding, document: finding.document(language), compared: None }
    }

    /// The same with what the file has to do with a record's documents.
    pub fn compared(self, file: &'a Path, compared: Option<(ObjectId, Vec<Compared>)>) -> Self {
        Self { compared: compared.map(|(object, all)| (file, object, all)), ..self }
    }
}

impl Serialize for FindingReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Document<'a> {
            #[serde(flatten)]
            finding: &'a FindingDocument,
            #[serde(skip_serializing_if = "Option::is_none")]
            compared: Option<&'a [Compared]>,
        }
        let compared = self.compared.as_ref().map(|(_, _, all)| all.as_slice());
        Document { finding: &self.document, compared }.serialize(serializer)
    }
}

impl Report for FindingReport<'_> {
    fn text(&self, language: Language) -> String {
        let compared = self.compared.as_ref().map(|(file, object, all)| comparing::text(file, *object, all, language));
        verdict_text::full(self.finding, language) + &compared.unwrap_or_default()
    }
}

/// What came of one of several.
pub struct Row {
    /// What was asked about.
    pub name: String,
    /// What was found, or why not.
    pub found: Result<Finding, CliError>,
}

impl Row {
    fn exit(&self) -> Exit {
        self.found.as_ref().map_or_else(CliError::exit, Finding::exit)
    }
}

/// Several findings: a line each, and a summary.
pub struct SeveralReport {
    rows: Vec<Row>,
    /// The worst exit code of all.
    pub exit: Exit,
    language: Language,
}

impl SeveralReport {
    /// What came of each.
    pub fn new(rows: Vec<Row>, language: Language) -> Self {
        let exit = Exit::worst(rows.iter().map(Row::exit));
        Self { rows, exit, language }
    }

    fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for row in &self.rows {
            let answer = row.found.as_ref().map_or("unchecked", |finding| finding.answer().name());
            let count: &mut usize = counts.entry(answer).or_default();
            *count = count.saturating_add(1);
        }
        counts
    }
}

impl Serialize for SeveralReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Item<'a> {
            Found(Box<FindingDocument>),
            Failed { file: &'a str, exit: u8, error: ErrorDocument<'a> },
        }
        #[derive(Serialize)]
        struct Document<'a> {
            exit: u8,
            counts: BTreeMap<&'static str, usize>,
            results: Vec<Item<'a>>,
        }
        let results = self.rows.iter().map(|row| match &row.found {
            Ok(finding) => Item::Found(Box::new(finding.document(self.language))),
            Err(error) => {
                Item::Failed { file: &row.name, exit: error.exit().number(), error: error.document(self.language) }
            }
        });
        Document { exit: self.exit.number(), counts: self.counts(), results: results.collect() }.serialize(serializer)
    }
}

impl Report for SeveralReport {
    fn text(&self, language: Language) -> String {
        let headings = ["label-answer", "label-file", "label-anchored", "label-version"];
        let rows: Vec<[String; 4]> = self.rows.iter().map(|row| line(row, language)).collect();
        let mut text = table(headings.map(|key| language.text(key)), &rows);
        let counts = self.counts();
        let names = Answer::ALL.map(Answer::name).into_iter().chain(["unchecked"]);
        let counted = names.filter_map(|name| {
            let count = counts.get(name)?;
            let answer = language.text(&format!("answer-{name}"));
            Some(language.say("count", &values! { answer = answer, count = *count }))
        });
        let summary = values! { total = self.rows.len(), counts = language.list(counted) };
        text.push_str(&format!("\n{}\n", Style::Strong.paint(&language.say("summary", &summary))));
        if let Some(Ok(finding)) = self.rows.iter().map(|row| &row.found).find(|found| found.is_ok()) {
            text.push_str(&format!("{}\n", Style::Faint.paint(&verdict_text::basis(finding, language))));
        }
        if self.rows.iter().any(|row| matches!(&row.found, Ok(finding) if finding.answer() == Answer::Absent)) {
            let note = values! { what = language.text("not-proved-absent") };
            text.push_str(&format!("{}\n", Style::Faint.paint(&language.say("not-proved-note", &note))));
        }
        text
    }
}

fn line(row: &Row, language: Language) -> [String; 4] {
    let answer = |name: &str| language.text(&format!("answer-{name}"));
    match &row.found {
        Ok(finding) => {
            let (mark, _) = verdict_text::mark(finding.answer());
            let leading = finding.leading();
            [
                format!("{mark} {}", answer(finding.answer().name())),
                row.name.clone(),
                leading.as_ref().map_or_else(String::new, |entry| moment::beijing(entry.anchor.at.time)),
                leading.as_ref().map_or_else(String::new, |entry| verdict_text::version(entry.anchor.last, language)),
            ]
        }
        Err(error) => [format!("? {}", answer("unchecked")), row.name.clone(), String::new(), error.message(language)],
    }
}
