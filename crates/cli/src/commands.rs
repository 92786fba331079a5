//! The commands, one module each.

mod act;
mod archive;
mod archive_text;
mod body;
mod comparing;
mod council;
mod disclosure;
mod disclosure_many;
mod disclosure_text;
mod doctor;
mod document;
mod draft;
mod enterprise;
mod enterprise_card;
mod enterprise_proposals;
mod enterprise_text;
mod evidence;
mod filing;
mod grant;
mod grant_book;
mod grant_credential;
mod grant_list;
mod grant_reconcile;
mod grant_standing;
mod grant_terms;
mod grant_text;
mod grant_uses;
mod hash;
mod import;
mod key;
mod letter;
mod mandate;
mod member;
mod obligation;
mod obligation_calendar;
mod obligation_due;
mod obligation_list;
mod obligation_rate;
mod obligation_rules;
mod obligation_text;
mod overwrite;
mod record;
mod record_text;
mod record_workflow;
mod recovery;
mod review;
mod rule_file;
mod seal;
mod storing;
mod tools;
mod trust;
mod vault;
mod vault_repair;
mod verify;
mod verify_text;

#[cfg(test)]
pub use verify_text::{FindingReport, Row, SeveralReport};

use crate::{
    args::{Arguments, Command},
    error::CliError,
    exit::Exit,
    output::Output,
};

/// Runs what a command line asks for.
pub async fn run(arguments: Arguments, output: Output) -> Result<Exit, CliError> {
    let common = &arguments.common;
    match arguments.command {
        Command::Key(command) => key::run(command, common, output),
        Command::Member(command) => member::run(command, common, output).await,
        Command::Council(command) => council::run(command, common, output).await,
        Command::Record(command) => record::run(command, common, output).await,
        Command::Enterprise(command) => enterprise::run(command, common, output).await,
        Command::Archive(command) => archive::run(command, common, output).await,
        Command::Disclosure(command) => disclosure::run(command, common, output).await,
        Command::Mandate(command) => mandate::run(command, common, output).await,
        Command::Grant(command) => grant::run(*command, common, output).await,
        Command::Document(command) => document::run(command, common, output).await,
        Command::Recovery(command) => recovery::run(command, common, output).await,
        Command::Obligation(command) => obligation::run(command, common, output).await,
        Command::Import(arguments) => import::run(*arguments, common, output).await,
        Command::Hash(arguments) => hash::run(&arguments, output),
        Command::Verify(arguments) => verify::run(arguments, common, output).await,
        Command::Evidence(command) => evidence::run(command, common, output).await,
        Command::Trust(command) => trust::run(command, common, output).await,
        Command::Vault(command) => vault::run(command, common, output).await,
        Command::Doctor => doctor::run(common, output).await,
        Command::Completions { shell } => tools::completions(shell, output),
        Command::Man { dir } => tools::man(&dir, output),
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "._-/+=:@%,".contains(c);
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(plain) {
        return word.to_owned();
    }
    let dashed = if word.starts_with('-') { "./" } else { "" };
    format!("'{dashed}{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_should_reach_a_shell_as_it_is() {
        assert_eq!(quoted("年报-2025.pdf"), "年报-2025.pdf");
        assert_eq!(quoted("annual report.pdf"), "'annual report.pdf'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted("-rf"), "'./-rf'");
        assert_eq!(quoted("$(id)"), "'$(id)'");
    }
}
