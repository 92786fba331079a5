//! The language of everything that people read: Chinese or English. JSON is the same in both, but for its messages.

pub use jiandu_client::texts::Language;

use fluent_templates::{fluent_bundle::FluentValue, Loader};
use std::{borrow::Cow, collections::HashMap, ffi::OsString};

/// The texts themselves. A module of its own, because the macro unwraps what it has checked when it was built.
#[allow(clippy::unwrap_used)]
mod loaded {
    fluent_templates::static_loader! {
        pub(super) static TEXTS = {
            locales: "./locales",
            fallback_language: "zh-CN",
            // Terminals show the marks that would isolate the direction of a value.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

/// The values that a text is filled with, by their names.
pub type Values = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// Collects [`Values`]: `values! { file = path, count = 3 }`.
macro_rules! values {
    ($($name:ident = $value:expr),* $(,)?) => {
        $crate::language::Values::from([$(
            (std::borrow::Cow::Borrowed(stringify!($name)), fluent_templates::fluent_bundle::FluentValue::from($value)),
        )*])
    };
}
pub(crate) use values;

/// The texts of `jiandu` in a language; those of errors, verdicts and the domain are the client's.
pub trait Texts {
    /// The text of a key that takes no values.
    fn text(self, key: &str) -> String;

    /// The text of a key, filled in.
    fn say(self, key: &str, values: &Values) -> String;

    /// The text of a key that need not exist. Unlike [`Self::text`] it never falls back to the other language.
    fn find(self, key: &str) -> Option<String>;
}

impl Texts for Language {
    fn text(self, key: &str) -> String {
        loaded::TEXTS.lookup(self.id(), key)
    }

    fn say(self, key: &str, values: &Values) -> String {
        loaded::TEXTS.lookup_with_args(self.id(), key, values)
    }

    fn find(self, key: &str) -> Option<String> {
        loaded::TEXTS.lookup_single_language::<&str>(self.id(), key, None).ok()
    }
}

/// The language of this run, needed before the command line is understood, because its errors and its help are texts too:
/// what `--lang` says, else the locale of the system (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`).
pub fn of_run(arguments: &[OsString]) -> Language {
    option_value(arguments, "--lang")
        .and_then(|tag| tag.parse().ok())
        .unwrap_or_else(|| Language::of_locale(&sys_locale::get_locale().unwrap_or_default()))
}

/// What an option says on a command line that has not been parsed, up to `--`.
pub fn option_value<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut words = arguments.iter().map(|word| word.to_str().unwrap_or_default()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => return words.next(),
            Some(rest) if rest.starts_with('=') => return rest.strip_prefix('='),
            _ => (),
        }
    }
    None
}

#[cfg(test)]
pub mod tests {
    //! That both files of texts say the same things.
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    const FILES: [(Language, &str); 2] = [
        (Language::Chinese, include_str!("../locales/zh-CN/cli.ftl")),
        (Language::English, include_str!("../locales/en/cli.ftl")),
    ];

    /// The keys of a file, attributes as `key.attribute`, each with the names of the values in its text.
    pub fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let (_, file) = FILES.iter().find(|(of, _)| *of == language).expect("a file for each language");
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let (mut message, mut current) = (String::new(), String::new());
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =") {
                let attribute = name.trim().strip_prefix('.');
                if !name.starts_with(' ') {
                    message = name.to_string();
                    current.clone_from(&message);
                    assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{current} is there twice");
                } else if let Some(attribute) = attribute {
                    current = format!("{message}.{attribute}");
                    keys.insert(current.clone(), BTreeSet::new());
                }
            }
            let names = keys.entry(current.clone()).or_default();
            for part in line.split('$').skip(1) {
                let end =
                    part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(part.len());
                names.insert(part[..end].to_string());
            }
        }
        keys.remove("");
        keys
    }

    #[test]
    fn both_languages_should_have_the_same_keys_with_the_same_values() {
        let (chinese, english) = (keys(Language::Chinese), keys(Language::English));
        let names = |keys: &BTreeMap<String, BTreeSet<String>>| keys.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&chinese), names(&english));
        for (key, values) in &chinese {
            assert_eq!(Some(values), english.get(key), "values of {key}");
        }
    }

    #[test]
    fn every_key_should_be_readable_in_its_own_language() {
        for language in Language::ALL {
            for key in keys(language).keys() {
                // A text with values needs them; one without must resolve as it is.
                if keys(language)[key].is_empty() {
                    assert!(language.find(key).is_some_and(|text| !text.is_empty()), "{key} in {}", language.tag());
                }
            }
        }
    }

    #[test]
    fn every_text_that_the_code_names_should_exist() {
        let keys = keys(Language::Chinese);
        let mut sources = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut named = 0;
        while let Some(source) = sources.pop() {
            if source.is_dir() {
                sources.extend(std::fs::read_dir(source).expect("listed").map(|entry| entry.expect("listed").path()));
                continue;
            }
            if source.ends_with("language.rs") {
                continue;
            }
            let code = std::fs::read_to_string(&source).expect("readable");
            for call in [".text(\"", ".say(\"", "fixed(\"", ".spinner(\"", "(\"label-", "[\"label-", " \"label-"] {
                let start = call.find("label-").unwrap_or(call.len());
                for (position, _) in code.match_indices(call) {
                    let key = code[position + start..].split('"').next().expect("a literal");
                    assert!(keys.contains_key(key), "{key} in {}", source.display());
                    named += 1;
                }
            }
        }
        assert!(named > 150, "the sources are read: {named}");
    }

    #[test]
    fn the_option_should_win_over_the_locale() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(of_run(&words("jiandu verify --lang zh-CN a.pdf")), Language::Chinese);
        assert_eq!(of_run(&words("jiandu --lang=en hash a.pdf")), Language::English);
        assert_eq!(option_value(&words("jiandu hash -- --lang en"), "--lang"), None);
        assert_eq!(option_value(&words("jiandu --language en"), "--lang"), None);
    }
}
