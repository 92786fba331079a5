//! The command line with its words: every heading, command and argument in the user's language.
//!
//! The text of a command is `help-<words of the command>`, what stands below its arguments is `.more` of it. The text of an
//! argument is `arg-<words of the command>-<argument>` where there is one, else `arg-<argument>`. Defaults, variables and
//! possible values are added here, so that no text repeats what the code says.

use crate::{
    args::Arguments,
    exit,
    language::{values, Language, Texts},
};
use clap::{builder::styling::Style, Arg, Command, CommandFactory};

/// The command line in a language.
pub fn command(language: Language) -> Command {
    let mut command = translated(Arguments::command(), "", language).after_help(exit::table(language));
    command.build();
    with_usage(command, language)
}

/// A command, everything below it, and their arguments.
fn translated(command: Command, above: &str, language: Language) -> Command {
    let words = words(above, &command);
    let key = if words.is_empty() { "help".to_owned() } else { format!("help-{words}") };
    let mut command = command
        .about(language.text(&key))
        .subcommand_help_heading(fixed("heading-commands", language))
        .subcommand_value_name(fixed("usage-command", language))
        .help_template(template(language))
        .styles(styles())
        .mut_args(|argument| translated_argument(argument, &words, language))
        .mut_subcommands(|below| translated(below, &words, language));
    if let Some(more) = language.find(&format!("{key}.more")) {
        command = command.after_help(more);
    }
    command
}

/// `record-create` for `jiandu record create`, nothing for `jiandu` itself.
fn words(above: &str, command: &Command) -> String {
    match (above, command.get_name()) {
        (_, "jiandu") => String::new(),
        ("", name) => name.to_owned(),
        (above, name) => format!("{above}-{name}"),
    }
}

fn translated_argument(argument: Arg, words: &str, language: Language) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let text =
        language.find(&format!("arg-{words}-{id}")).or_else(|| language.find(&format!("arg-{id}"))).unwrap_or_default();
    let heading = match (argument.is_positional(), argument.is_global_set() || words.is_empty()) {
        (true, _) => "heading-arguments",
        (false, true) => "heading-global",
        (false, false) => "heading-options",
    };
    let help = text + &notes(&argument, language);
    argument
        .help_heading(fixed(heading, language))
        .help(help)
        .hide_default_value(true)
        .hide_possible_values(true)
        .hide_env(true)
}

/// What the parser knows of an argument: default, variable, possible values.
fn notes(argument: &Arg, language: Language) -> String {
    if !argument.get_action().takes_values() {
        return String::new();
    }
    let text = |value: &std::ffi::OsStr| value.to_string_lossy().into_owned();
    let mut notes = Vec::new();
    let known = argument.get_possible_values();
    if !known.is_empty() {
        let known = language.list(known.iter().map(|value| value.get_name().to_owned()));
        notes.push(language.say("note-values", &values! { values = known }));
    }
    if let Some(variable) = argument.get_env() {
        notes.push(language.say("note-variable", &values! { name = text(variable) }));
    }
    if !argument.get_default_values().is_empty() {
        let default = language.list(argument.get_default_values().iter().map(|value| text(value)));
        notes.push(language.say("note-default", &values! { value = default }));
    }
    if notes.is_empty() {
        return String::new();
    }
    language.say("notes", &values! { notes = notes.join(&language.text("notes-separator")) })
}

/// A text where clap takes literals only. It stays for the life of the process, which builds its command line once.
fn fixed(key: &str, language: Language) -> &'static str {
    language.text(key).leak()
}

fn styles() -> clap::builder::Styles {
    clap::builder::Styles::styled().header(Style::new().bold()).usage(Style::new().bold())
}

fn template(language: Language) -> String {
    let bold = Style::new().bold();
    format!(
        "{{about-with-newline}}\n{bold}{}{bold:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        language.text("heading-usage")
    )
}

/// Replaces the one word of the usage line that clap does not let anybody choose. The command must be built.
fn with_usage(mut command: Command, language: Language) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start().replace("[OPTIONS]", &language.text("usage-options"));
    command.override_usage(usage).mut_subcommands(|below| with_usage(below, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tests::keys;
    use std::collections::BTreeSet;

    /// Every command with its words, and the ids of its own arguments.
    fn walk(command: &Command, above: &str, visit: &mut impl FnMut(&str, &Command)) {
        let words = words(above, command);
        visit(&words, command);
        for below in command.get_subcommands() {
            walk(below, &words, visit);
        }
    }

    #[test]
    fn the_command_line_should_be_consistent() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_should_have_its_text_in_both_languages() {
        for language in Language::ALL {
            let mut used = BTreeSet::new();
            walk(&Arguments::command(), "", &mut |words, command| {
                let key = if words.is_empty() { "help".to_owned() } else { format!("help-{words}") };
                assert!(language.find(&key).is_some(), "{key} is missing in {}", language.tag());
                used.insert(key);
                for argument in command.get_arguments() {
                    let id = argument.get_id().as_str().replace('_', "-");
                    let keys = [format!("arg-{words}-{id}"), format!("arg-{id}")];
                    let key = keys.iter().find(|key| language.find(key).is_some());
                    used.insert(key.unwrap_or_else(|| panic!("{keys:?} are missing in {}", language.tag())).clone());
                }
            });
            let texts = keys(language).into_keys().filter(|key| !key.contains('.'));
            for key in texts.filter(|key| key.starts_with("arg-") || key == "help" || key.starts_with("help-")) {
                assert!(used.contains(&key), "{key} belongs to nothing");
            }
        }
    }

    #[test]
    fn chinese_help_should_have_no_english_words_of_claps() {
        let mut commands = Vec::new();
        walk(&command(Language::Chinese), "", &mut |_, command| commands.push(command.clone()));
        for mut command in commands {
            let help = command.render_help().to_string();
            for word in
                ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "COMMAND", "default:", "env:", "possible"]
            {
                assert!(!help.contains(word), "{word} in:\n{help}");
            }
        }
    }

    #[test]
    fn help_should_end_with_the_table_of_exit_codes() {
        for language in Language::ALL {
            let help = command(language).render_help().to_string();
            assert!(help.trim_end().ends_with(&exit::table(language)), "{help}");
        }
    }
}
