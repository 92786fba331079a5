//! `jiandu completions` and `jiandu man`: the command line for shells and for `man`.

use crate::{
    error::{shown, CliError},
    exit::Exit,
    failures::of_writing,
    help,
    language::{values, Language, Texts},
    output::{Output, Report},
};
use clap_complete::Shell;
use serde::Serialize;
use std::{fs, path::Path};

/// Runs `jiandu completions`.
pub fn completions(shell: Shell, output: Output) -> Result<Exit, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(output.language), "jiandu", &mut script);
    output.bytes(&script)?;
    Ok(Exit::Ok)
}

/// The manual pages that were written.
#[derive(Debug, Serialize)]
struct ManReport {
    /// Where they are.
    folder: String,
    /// How many there are.
    pages: usize,
}

impl Report for ManReport {
    fn text(&self, language: Language) -> String {
        let values = values! { folder = self.folder.clone(), pages = self.pages };
        format!("{}\n", language.say("man-written", &values))
    }
}

/// Runs `jiandu man`.
pub fn man(folder: &Path, output: Output) -> Result<Exit, CliError> {
    let command = help::command(output.language);
    let pages = count(&command);
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command, folder))
        .map_err(|error| of_writing(folder, &error))?;
    output.report(&ManReport { folder: shown(folder), pages })?;
    Ok(Exit::Ok)
}

fn count(command: &clap::Command) -> usize {
    command.get_subcommands().map(count).fold(1, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Format;

    const OUTPUT: Output = Output { language: Language::Chinese, format: Format::Text, quiet: true };

    #[test]
    fn every_command_should_have_a_manual_page() {
        let folder = tempfile::tempdir().expect("temporary folder");
        man(folder.path(), OUTPUT).expect("written");
        let written = fs::read_dir(folder.path()).expect("listed").count();
        assert_eq!(written, count(&help::command(Language::Chinese)));
        let page = fs::read_to_string(folder.path().join("jiandu-record-create.1")).expect("there");
        assert!(page.contains("subject"), "{page}");
    }

    #[test]
    fn every_shell_should_get_completions_that_know_the_commands() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Elvish] {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut help::command(Language::Chinese), "jiandu", &mut script);
            let script = String::from_utf8(script).expect("text");
            assert!(script.contains("reinstate") && script.contains("dev-key"), "{shell}");
        }
    }
}
