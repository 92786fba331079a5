//! What is wrong with a file that a command was given: every fault at once with its place, and nothing is sent.

use crate::{
    error::{CliError, ErrorDocument},
    language::{values, Language, Texts},
    output::Report,
    text::{printable, table, Style},
};
use serde::{Serialize, Serializer};

/// What is wrong at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place: a JSON pointer, or a cell. Empty for the file as a whole.
    pub at: String,
    /// What is wrong, and what to do about it.
    pub problem: CliError,
}

/// A file that goes no further.
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
        struct Item<'a> {
            at: &'a str,
            error: ErrorDocument<'a>,
        }
        #[derive(Serialize)]
        struct Document<'a> {
            file: &'a str,
            sent: bool,
            faults: Vec<Item<'a>>,
        }
        let faults = self.faults.iter();
        let faults = faults.map(|fault| Item { at: &fault.at, error: fault.problem.document(self.language) });
        Document { file: &self.file, sent: false, faults: faults.collect() }.serialize(serializer)
    }
}

impl Report for FaultsReport {
    fn text(&self, language: Language) -> String {
        let rows: Vec<[String; 2]> = self
            .faults
            .iter()
            .map(|Fault { at, problem }| {
                let values = values! { message = problem.message(language), help = problem.help(language) };
                [printable(at), language.say("list-fault", &values)]
            })
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
            Fault { at: "/from".into(), problem: CliError::RulesDay { value: "x".into() } },
            Fault { at: "B7".into(), problem: CliError::MissingCell { column: "day".into() } },
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
