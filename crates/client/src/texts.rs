//! Everything that this library says to people, in Chinese and English: what an error is and what to do next, and the words
//! of the domain.
//!
//! The texts are Fluent files in `locales/`. Tests keep both languages complete: each error of each pallet, each refusal of
//! the pool, each code of the verifier.

mod explain;
mod words;

pub use explain::{explain, invalid_key, module_error_key, refusal_key, verify_key, Explain, Explanation};
pub use words::{version, word, Word};

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

static ZH: LanguageIdentifier = langid!("zh-CN");
static EN: LanguageIdentifier = langid!("en");

/// A language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese as written on the mainland.
    #[default]
    Zh,
    /// English.
    En,
}

/// A text names no language that there are texts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the language is none of zh-CN, en")]
pub struct UnknownLang;

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Its tag.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language for a system's locale: Chinese for Chinese ones, English for all others.
    pub fn of_locale(locale: &str) -> Self {
        locale.parse().unwrap_or(Self::En)
    }

    /// What separates the items of a list.
    pub(crate) const fn comma(self) -> &'static str {
        match self {
            Self::Zh => "、",
            Self::En => ", ",
        }
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads a tag or a locale: `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`, `en-GB`.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let language = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "zh" => Ok(Self::Zh),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang),
        }
    }
}

/// The text of a key with its arguments. An unknown key comes back as it is.
pub fn text(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    try_text(lang, key, args).unwrap_or_else(|| key.to_owned())
}

/// The text of a key with its arguments, if there is one. `key.attribute` is the key of an attribute.
pub fn try_text(lang: Lang, key: &str, args: &[(&str, &str)]) -> Option<String> {
    // Arguments are strings, even numbers: a handle of digits must keep its zeros.
    let args: HashMap<&str, FluentValue> =
        args.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
    loaded::TEXTS.lookup_single_language(lang.id(), key, Some(&args)).ok()
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
    pub(super) fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.name());
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
        for lang in Lang::ALL {
            let keys = keys(lang);
            assert!(keys.contains_key(key), "{} lacks {key}", lang.name());
            assert!(keys.contains_key(&format!("{key}.next")), "{} lacks {key}.next", lang.name());
        }
    }

    #[test]
    fn both_languages_should_have_the_same_keys_and_arguments() {
        let (zh, en) = (keys(Lang::Zh), keys(Lang::En));
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
        for lang in Lang::ALL {
            for (key, args) in keys(lang) {
                let values: Vec<(&str, &str)> = args.iter().map(|name| (name.as_str(), "値")).collect();
                let found =
                    try_text(lang, &key, &values).unwrap_or_else(|| panic!("{} does not give {key}", lang.name()));
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
            for lang in Lang::ALL {
                let keys = keys(lang);
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
            "key-warn",
        ] {
            assert_explained(&format!("check-{key}"));
        }
    }

    #[test]
    fn an_error_that_a_newer_chain_has_should_still_be_explained() {
        let error = ModuleError { pallet: "Grants".to_owned(), error: "Expired".to_owned() };
        let said = explain(Lang::Zh, &error);
        assert!(said.what.contains("Grants") && said.what.contains("Expired") && !said.next.is_empty(), "{said:?}");
    }

    #[test]
    fn languages_should_be_told_from_locales() {
        assert_eq!("zh_CN.UTF-8".parse(), Ok(Lang::Zh));
        assert_eq!("zh".parse(), Ok(Lang::Zh));
        assert_eq!("en-GB".parse(), Ok(Lang::En));
        assert_eq!("C".parse::<Lang>(), Err(UnknownLang));
        assert_eq!(Lang::of_locale("C.UTF-8"), Lang::En);
        assert_eq!(Lang::of_locale("zh-Hans-CN"), Lang::Zh);
    }

    #[test]
    fn names_should_become_keys() {
        assert_eq!(kebab("InvalidUscc"), "invalid-uscc");
        assert_eq!(kebab("BadOrigin"), "bad-origin");
    }
}
