//! Everything that this library says to people, in Chinese and English: what an error is and what to do next, and the words
//! of the domain.
//!
//! The texts are Fluent files in `locales/`. Tests keep both languages complete: each error of each pallet, each refusal of
//! the pool, each code of the verifier.

mod explain;
mod words;

pub use explain::{explain, invalid_key, module_error_key, refusal_key, verify_key, Explain, Explanation};
pub use words::{version, Word};

use fluent_templates::{fluent_bundle::FluentValue, langid, LanguageIdentifier};
use std::{collections::HashMap, str::FromStr};
use thiserror::Error;

/// The texts themselves. A module of its own, because the macro unwraps what it has checked when it was built.
#[allow(clippy::unwrap_used)]
mod loaded {
    fluent_templates::static_loader! {
        pub(super) static TEXTS = {
            locales: "./locales",
            fallback_language: "zh-CN",
            // Terminals show the marks that would isolate the direction of an argument.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

static CHINESE: LanguageIdentifier = langid!("zh-CN");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 简体中文, the product's first language.
    #[default]
    Chinese,
    /// English.
    English,
}

/// A text names no language that there are texts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the language is none of zh-CN, en")]
pub struct UnknownLanguage;

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Its tag, as `--lang` takes it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The language for a system's locale: Chinese for Chinese ones, English for all others.
    pub fn of_locale(locale: &str) -> Self {
        locale.parse().unwrap_or(Self::English)
    }

    /// Several items as one list: `a、b` or `a, b`.
    pub fn list(self, items: impl IntoIterator<Item = String>) -> String {
        let separator = match self {
            Self::Chinese => "、",
            Self::English => ", ",
        };
        items.into_iter().collect::<Vec<_>>().join(separator)
    }

    /// The word for something of the domain: a role, a kind, a reason.
    pub fn word(self, word: &impl Word) -> String {
        let (name, args) = (word.word_key(), word.word_args(self));
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        text(self, &name, &args)
    }

    /// How Fluent names it.
    pub fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Chinese => &CHINESE,
            Self::English => &ENGLISH,
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag or a locale: `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`, `en-GB`.
    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let language = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "zh" => Ok(Self::Chinese),
            "en" => Ok(Self::English),
            _ => Err(UnknownLanguage),
        }
    }
}

/// The text of a key with its arguments. An unknown key comes back as it is.
pub fn text(language: Language, key: &str, args: &[(&str, &str)]) -> String {
    try_text(language, key, args).unwrap_or_else(|| key.to_owned())
}

/// The text of a key with its arguments, if there is one. `key.attribute` is the key of an attribute.
pub fn try_text(language: Language, key: &str, args: &[(&str, &str)]) -> Option<String> {
    // Arguments are strings, even numbers: a handle of digits must keep its zeros.
    let args: HashMap<&str, FluentValue> =
        args.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
    loaded::TEXTS.lookup_single_language(language.id(), key, Some(&args)).ok()
}

/// A name from code, such as `InvalidUscc`, as part of a key: `invalid-uscc`.
pub(crate) fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len().saturating_add(4));
    for (index, character) in name.chars().enumerate() {
        if character.is_ascii_uppercase() && index > 0 {
            kebab.push('-');
        }
        kebab.push(character.to_ascii_lowercase());
    }
    kebab
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        doctor,
        submit::{InvalidReason, ModuleError},
    };
    use jiandu_primitives::refusal::Refusal;
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::Path,
    };

    /// The keys of a language, attributes included, each with the names of its arguments.
    pub(super) fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in fs::read_dir(folder).expect("listed") {
            let text = fs::read_to_string(file.expect("listed").path()).expect("readable");
            let mut message = String::new();
            let mut current = String::new();
            for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
                let trimmed = line.trim_start();
                if let (false, Some((key, _))) = (line.starts_with(' '), line.split_once(" =")) {
                    message = key.to_owned();
                    current = message.clone();
                    assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{key} is defined twice");
                } else if let (true, Some((attribute, _))) = (trimmed.starts_with('.'), trimmed.split_once(" =")) {
                    current = format!("{message}{attribute}");
                    assert!(keys.insert(current.clone(), BTreeSet::new()).is_none(), "{current} is defined twice");
                }
                for part in line.split("{ $").skip(1) {
                    let name = part.split(' ').next().expect("a name").to_owned();
                    keys.get_mut(&current).expect("a key before any argument").insert(name);
                }
            }
        }
        keys
    }

    fn assert_explained(key: &str) {
        for language in Language::ALL {
            let keys = keys(language);
            assert!(keys.contains_key(key), "{} lacks {key}", language.tag());
            assert!(keys.contains_key(&format!("{key}.next")), "{} lacks {key}.next", language.tag());
        }
    }

    #[test]
    fn both_languages_should_have_the_same_keys_and_arguments() {
        let (zh, en) = (keys(Language::Chinese), keys(Language::English));
        assert!(zh.len() > 100, "the texts are read");
        let names = |keys: &BTreeMap<String, BTreeSet<String>>| keys.keys().cloned().collect::<BTreeSet<_>>();
        let difference: Vec<_> = names(&zh).symmetric_difference(&names(&en)).cloned().collect();
        assert!(difference.is_empty(), "in one language only: {difference:?}");
        for (key, args) in &zh {
            assert_eq!(Some(args), en.get(key), "the arguments of {key}");
        }
    }

    #[test]
    fn every_text_should_be_found_under_its_key() {
        for language in Language::ALL {
            for (key, args) in keys(language) {
                let values: Vec<(&str, &str)> = args.iter().map(|name| (name.as_str(), "値")).collect();
                let found = try_text(language, &key, &values)
                    .unwrap_or_else(|| panic!("{} does not give {key}", language.tag()));
                assert!(!found.contains("{$") && !found.contains("{ $") && !found.trim().is_empty(), "{key}: {found}");
                assert_eq!(found.contains('値'), !args.is_empty(), "{key}: {found}");
            }
        }
    }

    #[test]
    fn every_error_of_every_pallet_should_have_a_text() {
        let metadata = include_bytes!("../metadata/jiandu.scale");
        let metadata = subxt::Metadata::decode_from(metadata).expect("the committed metadata");
        let mut count = 0;
        for pallet in metadata.pallets() {
            for error in pallet.error_variants().unwrap_or_default() {
                let error = ModuleError { pallet: pallet.name().to_owned(), error: error.name.clone() };
                assert_explained(&module_error_key(&error));
                assert_ne!(module_error_key(&error), "error-unknown", "{error:?}");
                count += 1;
            }
        }
        assert!(count > 40, "the pallets have errors: {count}");
    }

    #[test]
    fn every_refusal_code_and_reason_should_have_a_text() {
        Refusal::ALL.iter().for_each(|refusal| assert_explained(&refusal_key(*refusal)));
        InvalidReason::ALL.iter().for_each(|reason| assert_explained(&invalid_key(*reason)));
        jiandu_verifier::ALL_CODES.iter().for_each(|code| assert_explained(&verify_key(code)));
    }

    #[test]
    fn every_check_should_have_its_texts() {
        for name in doctor::NAMES {
            for language in Language::ALL {
                let keys = keys(language);
                assert!(keys.contains_key(&format!("check-{name}")), "check-{name}");
                assert!(keys.contains_key(&format!("check-{name}-ok")), "check-{name}-ok");
            }
        }
        // The outcomes that a check has without an error behind it.
        for key in [
            "chain-warn",
            "runtime-warn",
            "peers-warn",
            "peers-fail",
            "clock-warn",
            "clock-fail",
            "finality-warn",
            "finality-fail",
            "key-file-warn",
            "key-warn",
        ] {
            assert_explained(&format!("check-{key}"));
        }
    }

    #[test]
    fn an_error_that_a_newer_chain_has_should_still_be_explained() {
        let error = ModuleError { pallet: "Grants".to_owned(), error: "Expired".to_owned() };
        let said = explain(Language::Chinese, &error);
        assert!(said.what.contains("Grants") && said.what.contains("Expired") && !said.next.is_empty(), "{said:?}");
    }

    #[test]
    fn chinese_locales_should_give_chinese_and_all_others_english() {
        for locale in ["zh-CN", "zh_CN.UTF-8", "zh", "zh-Hans-CN", "ZH-TW"] {
            assert_eq!(Language::of_locale(locale), Language::Chinese, "{locale}");
        }
        for locale in ["en-US", "C", "C.UTF-8", "POSIX", "de_DE.UTF-8", ""] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
        assert_eq!("en-GB".parse(), Ok(Language::English));
        assert_eq!("C".parse::<Language>(), Err(UnknownLanguage));
    }

    #[test]
    fn names_should_become_keys() {
        assert_eq!(kebab("InvalidUscc"), "invalid-uscc");
        assert_eq!(kebab("BadOrigin"), "bad-origin");
    }
}
