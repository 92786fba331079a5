//! What is wrong with a file that a command was given: every fault at once with its place.

use crate::{
    error::{CliError, ErrorDocument},
    language::{values, Language, Texts},
    output::Report,
    text::{printable, table, Style},
};
use serde::{Serialize, Serializer};

/// What is wrong at a place of a file, or should be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place: a JSON pointer, or a cell. None for a row, or the file, as a whole.
    pub at: Option<String>,
    /// What is wrong, and what to do about it.
    pub problem: CliError,
}

/// A fault as JSON shows it.
#[derive(Serialize)]
pub struct FaultDocument<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    error: ErrorDocument<'a>,
}

impl Fault {
    /// A fault of the whole.
    pub fn of_whole(problem: CliError) -> Self {
        Self { at: None, problem }
    }

    /// What is wrong and what to do, for people.
    pub fn told(&self, language: Language) -> String {
        let values = values! { message = self.problem.message(language), help = self.problem.help(language) };
        language.say("list-fault", &values)
    }

    /// Faults as JSON shows them.
    pub fn documents(faults: &[Self], language: Language) -> Vec<FaultDocument<'_>> {
        let all = faults.iter();
        all.map(|Self { at, problem }| FaultDocument { at: at.as_deref(), error: problem.document(language) }).collect()
    }
}

/// A file that goes no further: nothing of it was sent.
#[derive(Clone, Debug)]
pub struct FaultsReport {
    /// The file.
    pub file: String,
    /// In the order of the file.
    pub faults: Vec<Fault>,
    /// The language of the faults in JSON.
    pub language: Language,
}

impl Serialize for FaultsReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Document<'a> {
            file: &'a str,
            sent: bool,
            faults: Vec<FaultDocument<'a>>,
        }
        let faults = Fault::documents(&self.faults, self.language);
        Document { file: &self.file, sent: false, faults }.serialize(serializer)
    }
}

impl Report for FaultsReport {
    fn text(&self, language: Language) -> String {
        let rows: Vec<[String; 2]> = self
            .faults
            .iter()
            .map(|fault| [printable(fault.at.as_deref().unwrap_or_default()), fault.told(language)])
            .collect();
        let headings = ["label-place", "label-problem"].map(|key| language.text(key));
        let values = values! { file = self.file.clone(), faults = self.faults.len() };
        format!("{}\n{}\n", table(headings, &rows), Style::Bad.paint(&language.say("file-faults", &values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    #[test]
    fn faults_should_be_listed_by_place_in_words() {
        let faults = vec![
            Fault { at: Some("/from".into()), problem: CliError::RulesDay { value: "x".into() } },
            Fault { at: Some("B7".into()), problem: CliError::MissingCell { column: "day".into() } },
        ];
        let report = FaultsReport { file: "rules.json".into(), faults, language: Language::Chinese };
        for language in Language::ALL {
            let text = plain(&report.text(language));
            for part in ["/from", "B7", "rules.json", "2"] {
                assert!(text.contains(part), "{part} in {text}");
            }
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(
            (&json["faults"][0]["at"], &json["faults"][0]["error"]["code"]),
            (&"/from".into(), &"rules-day".into())
        );
        assert_eq!(json["sent"], false);
    }
}
