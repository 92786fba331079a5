//! From words to arguments, with clap's refusals in our own words.

use crate::{
    args::{Arguments, Format},
    error::{CliError, Word},
    help,
    language::{option_value, Language},
};
use clap::{
    error::{ContextKind, ContextValue, ErrorKind},
    FromArgMatches,
};
use std::{error::Error, ffi::OsString};

/// What a command line asks for.
pub enum Parsed {
    /// To run a command.
    Run(Box<Arguments>),
    /// To print help or the version.
    Print(String),
    /// To be told that a command is missing, and which there are.
    Incomplete(String),
}

/// Understands a command line.
pub fn parse(words: &[OsString], language: Language) -> Result<Parsed, CliError> {
    let matches = help::command(language).try_get_matches_from(words);
    match matches.and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches)) {
        Ok(arguments) => Ok(Parsed::Run(Box::new(arguments))),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Parsed::Print(error.render().ansi().to_string())),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Ok(Parsed::Incomplete(error.render().ansi().to_string()))
            }
            kind => Err(refusal(kind, &error, words, language)),
        },
    }
}

/// The form of the output, needed to show that a command line was not understood.
pub fn format(words: &[OsString]) -> Format {
    match option_value(words, "--output") {
        Some("json") => Format::Json,
        _ => Format::Text,
    }
}

fn refusal(kind: ErrorKind, error: &clap::Error, words: &[OsString], language: Language) -> CliError {
    let word = |kind| error.get(kind).map(ToString::to_string).map_or_else(|| Word::from(""), Word::from);
    let list = |kind| Word::from(language.list(strings(error.get(kind))));
    match kind {
        ErrorKind::ValueValidation => match error.source().and_then(|source| source.downcast_ref::<CliError>()) {
            Some(ours) => ours.clone(),
            None => CliError::UnknownValue {
                argument: word(ContextKind::InvalidArg),
                value: word(ContextKind::InvalidValue),
                known: error.source().map_or_else(|| Word::from(""), |source| Word::from(source.to_string())),
            },
        },
        ErrorKind::InvalidValue if word(ContextKind::InvalidValue) == Word::from("") => {
            CliError::MissingValue { argument: word(ContextKind::InvalidArg) }
        }
        ErrorKind::InvalidValue => CliError::UnknownValue {
            argument: word(ContextKind::InvalidArg),
            value: word(ContextKind::InvalidValue),
            known: list(ContextKind::ValidValue),
        },
        ErrorKind::UnknownArgument => match error.get(ContextKind::SuggestedArg) {
            Some(similar) => CliError::SimilarArgument {
                argument: word(ContextKind::InvalidArg),
                similar: similar.to_string().into(),
            },
            None => CliError::UnknownArgument { argument: word(ContextKind::InvalidArg) },
        },
        ErrorKind::InvalidSubcommand => {
            let known = match error.get(ContextKind::SuggestedSubcommand) {
                Some(similar) => language.list(strings(Some(similar))),
                None => language.list(subcommands(words, language)),
            };
            CliError::UnknownCommand { name: word(ContextKind::InvalidSubcommand), known: known.into() }
        }
        ErrorKind::MissingSubcommand => CliError::MissingCommand,
        ErrorKind::MissingRequiredArgument => CliError::MissingArgument { arguments: list(ContextKind::InvalidArg) },
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            CliError::MissingValue { argument: word(ContextKind::InvalidArg) }
        }
        ErrorKind::ArgumentConflict => match error.get(ContextKind::PriorArg) {
            Some(other) if Some(other) != error.get(ContextKind::InvalidArg) => CliError::ConflictingArguments {
                argument: word(ContextKind::InvalidArg),
                other: language.list(strings(Some(other))).into(),
            },
            _ => CliError::RepeatedArgument { argument: word(ContextKind::InvalidArg) },
        },
        ErrorKind::InvalidUtf8 => CliError::ArgumentNotUtf8,
        other => CliError::BadCommandLine { reason: other.to_string().into() },
    }
}

/// The commands below the last one that the words name, which clap does not tell.
fn subcommands(words: &[OsString], language: Language) -> Vec<String> {
    let root = help::command(language);
    let mut command = &root;
    let mut words = words.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if let Some(option) = word.strip_prefix("--") {
            let known = command.get_arguments().chain(root.get_arguments());
            let mut known = known.filter(|argument| argument.get_long() == Some(option));
            if known.next().is_some_and(|argument| argument.get_action().takes_values()) {
                words.next();
            }
        } else if !word.starts_with('-') {
            match command.find_subcommand(word.as_ref()) {
                Some(below) => command = below,
                None => break,
            }
        }
    }
    command.get_subcommands().map(|below| below.get_name().to_owned()).collect()
}

fn strings(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::Strings(values)) => values.clone(),
        Some(ContextValue::StyledStrs(values)) => values.iter().map(ToString::to_string).collect(),
        Some(ContextValue::None) | None => Vec::new(),
        Some(value) => vec![value.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;

    fn parsed(line: &str) -> Result<Parsed, CliError> {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        parse(&words, Language::English)
    }

    #[test]
    fn each_wrong_command_line_should_have_its_own_error() {
        let cases = [
            ("jiandu recrod create", "unknown-command"),
            ("jiandu hash", "missing-argument"),
            ("jiandu hash a --alg md5", "unknown-value"),
            ("jiandu hash a --alg", "missing-value"),
            ("jiandu hash a --alog sm3", "similar-argument"),
            ("jiandu hash a --zzz", "unknown-argument"),
            ("jiandu verify a --digest sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", "conflicting-arguments"),
            ("jiandu hash a --output text --output json", "repeated-argument"),
            ("jiandu record create a --subject 91350100M000100Y44", "uscc-check"),
            ("jiandu member add-key 91350100M000100Y43 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --role owner", "unknown-value"),
            ("jiandu hash a --timeout soon", "bad-seconds"),
            ("jiandu council vote x aye", "bad-number"),
            ("jiandu hash a --lang fr", "unknown-value"),
        ];
        for (line, code) in cases {
            let error = parsed(line).err().unwrap_or_else(|| panic!("{line} is accepted"));
            assert_eq!(error.code(), code, "{line}");
            assert_eq!(error.exit(), Exit::Usage, "{line}");
        }
    }

    #[test]
    fn an_unknown_role_should_list_the_known_ones() {
        let line =
            "jiandu member add-key 91350100M000100Y43 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY --role owner";
        let error = parsed(line).err().expect("refused");
        assert!(error.message(Language::English).contains("owner"));
        assert!(error.help(Language::English).contains("registrar"));
    }

    #[test]
    fn an_unknown_command_should_list_the_known_ones_of_its_place() {
        let cases = [
            ("jiandu frobnicate", "evidence"),
            ("jiandu member frob", "rotate-key"),
            ("jiandu --key record --quiet council frob", "vote"),
        ];
        for (line, known) in cases {
            let error = parsed(line).err().expect("refused");
            assert_eq!(error.code(), "unknown-command", "{line}");
            assert!(error.help(Language::English).contains(known), "{line}: {}", error.help(Language::English));
        }
    }

    #[test]
    fn help_and_version_should_be_printed_and_a_missing_command_shown() {
        assert!(matches!(parsed("jiandu --help"), Ok(Parsed::Print(text)) if text.contains("record")));
        assert!(matches!(parsed("jiandu record create -h"), Ok(Parsed::Print(text)) if text.contains("--subject")));
        assert!(
            matches!(parsed("jiandu --version"), Ok(Parsed::Print(text)) if text.contains(env!("CARGO_PKG_VERSION")))
        );
        assert!(matches!(parsed("jiandu"), Ok(Parsed::Incomplete(text)) if text.contains("verify")));
        assert!(matches!(parsed("jiandu key"), Ok(Parsed::Incomplete(text)) if text.contains("generate")));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_name_that_is_not_utf8_should_be_accepted() {
        use std::os::unix::ffi::OsStringExt;
        let name = OsString::from_vec(vec![0xB9, 0xAB, b'.', b'p', b'd', b'f']);
        let words = ["jiandu".into(), "hash".into(), name];
        assert!(matches!(parse(&words, Language::English), Ok(Parsed::Run(_))));
    }

    #[test]
    fn the_format_should_be_known_before_the_command_line_is_understood() {
        let words = ["jiandu", "--output=json", "nonsense"].map(OsString::from);
        assert_eq!(format(&words), Format::Json);
        assert_eq!(format(&["jiandu".into()]), Format::Text);
    }
}
