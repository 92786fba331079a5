//! `jiandu doctor`: whether node, chain and key are fit to work with.

use crate::{
    args::Common,
    error::CliError,
    exit::Exit,
    language::{Language, Texts},
    output::{Output, Report},
    session::timed_out,
    text::{padded, printable, width, Style},
};
use jiandu_client::{
    doctor::{doctor, Check, CheckOutcome, KeyToCheck},
    evidence::TrustFile,
    texts::{self, Explanation},
};
use serde::Serialize;
use std::collections::BTreeMap;
use tokio::time::timeout;

/// Runs `jiandu doctor`.
pub async fn run(common: &Common, output: Output) -> Result<Exit, CliError> {
    let trust = common.trust.as_deref().map(TrustFile::load).transpose()?;
    let expected = common.genesis.or(trust.map(|trust| trust.trust.genesis));
    let spinner = output.spinner("progress-asking");
    let development = common.dev_key.as_deref().map(KeyToCheck::Development);
    let key = development.or(common.key.as_deref().map(KeyToCheck::File));
    let checks = timeout(common.timeout, doctor(&common.node, key, expected)).await;
    spinner.finish_and_clear();
    let checks = checks.map_err(|_| timed_out(common.timeout))?;
    let report = DoctorReport::new(&checks, output.language);
    output.report(&report)?;
    Ok(Exit::worst(checks.iter().map(exit)))
}

/// The exit code that a check alone would end with. A warning is no failure.
fn exit(check: &Check) -> Exit {
    match (check.outcome, check.name, check.error.as_deref()) {
        (CheckOutcome::Ok | CheckOutcome::Warn, _, _) => Exit::Ok,
        (CheckOutcome::Fail, _, Some("connection-wrong-chain" | "connection-not-jiandu")) => Exit::WrongChain,
        (CheckOutcome::Fail, _, Some("connection-timeout")) => Exit::NotFinal,
        (CheckOutcome::Fail, _, Some("connection-bad-url")) => Exit::Usage,
        (CheckOutcome::Fail, _, Some("connection-incompatible")) => Exit::Configuration,
        (CheckOutcome::Fail, _, Some("connection-unreachable" | "connection-lost")) => Exit::Network,
        (CheckOutcome::Fail, "key", Some("key-dev-key-elsewhere")) => Exit::Configuration,
        (CheckOutcome::Fail, "key", Some("key-unknown-dev-key")) => Exit::Usage,
        (CheckOutcome::Fail, "key", Some(error)) if error.starts_with("refusal-") => Exit::Denied,
        (CheckOutcome::Fail, "key", _) => Exit::Key,
        (CheckOutcome::Fail, "peers" | "finality", _) => Exit::NotFinal,
        (CheckOutcome::Fail, "clock", _) => Exit::Configuration,
        (CheckOutcome::Fail, _, _) => Exit::Failure,
    }
}

/// All checks.
#[derive(Debug, Serialize)]
struct DoctorReport {
    /// In the order in which they were made.
    checks: Vec<CheckReport>,
}

/// One check.
#[derive(Debug, Serialize)]
struct CheckReport {
    /// Its stable name.
    name: &'static str,
    /// How it is.
    outcome: CheckOutcome,
    /// What was found, by names.
    facts: BTreeMap<&'static str, String>,
    /// What was looked at, in the user's language.
    title: String,
    /// How it is, in the user's language.
    message: String,
    /// What to do, where something is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

impl DoctorReport {
    fn new(checks: &[Check], language: Language) -> Self {
        Self { checks: checks.iter().map(|check| CheckReport::new(check, language)).collect() }
    }
}

impl CheckReport {
    fn new(check: &Check, language: Language) -> Self {
        let facts: BTreeMap<&'static str, String> =
            check.facts.iter().map(|(name, value)| (*name, printable(value))).collect();
        let Explanation { what, next } = check.say(language);
        Self {
            name: check.name,
            outcome: check.outcome,
            title: texts::text(language, &format!("check-{}", check.name), &[]),
            message: printable(&what),
            help: Some(printable(&next)).filter(|next| !next.is_empty()),
            facts,
        }
    }
}

impl Report for DoctorReport {
    fn text(&self, language: Language) -> String {
        let widest = self.checks.iter().map(|check| width(&check.title)).max().unwrap_or_default();
        let mut text = String::new();
        for check in &self.checks {
            let (mark, style) = match check.outcome {
                CheckOutcome::Ok => ("✓", Style::Good),
                CheckOutcome::Warn => ("!", Style::Caution),
                CheckOutcome::Fail => ("✗", Style::Bad),
            };
            let title = Style::Strong.paint(&padded(&check.title, widest));
            text.push_str(&format!("{} {title}  {}\n", style.paint(mark), check.message));
            if let Some(help) = check.help.as_ref().filter(|_| check.outcome != CheckOutcome::Ok) {
                let indent = " ".repeat(widest.saturating_add(4));
                text.push_str(&format!("{indent}{}{help}\n", language.text("what-next")));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &'static str, outcome: CheckOutcome, error: Option<&str>) -> Check {
        Check { name, outcome, facts: Vec::new(), error: error.map(str::to_owned) }
    }

    #[test]
    fn a_failed_check_should_end_with_the_code_of_its_trouble() {
        let cases = [
            (check("node", CheckOutcome::Ok, None), 0),
            (check("chain", CheckOutcome::Warn, None), 0),
            (check("node", CheckOutcome::Fail, Some("connection-unreachable")), 7),
            (check("node", CheckOutcome::Fail, Some("connection-not-jiandu")), 10),
            (check("chain", CheckOutcome::Fail, Some("connection-wrong-chain")), 10),
            (check("peers", CheckOutcome::Fail, None), 5),
            (check("clock", CheckOutcome::Fail, None), 9),
            (check("finality", CheckOutcome::Fail, None), 5),
            (check("key-file", CheckOutcome::Warn, None), 0),
            (check("key", CheckOutcome::Fail, Some("key-not-found")), 8),
            (check("key", CheckOutcome::Fail, Some("key-dev-key-elsewhere")), 9),
            (check("key", CheckOutcome::Fail, Some("key-unknown-dev-key")), 2),
            (check("key", CheckOutcome::Fail, Some("refusal-unknown-key")), 6),
        ];
        for (check, number) in cases {
            assert_eq!(exit(&check).number(), number, "{check:?}");
        }
    }
}
