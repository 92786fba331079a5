//! Decentralised identifiers of the regional equity markets (JR/T 0325-2024): `did:rem:<chain>:<subject code>`, such as
//! `did:rem:hunan:HN000001F`.
//!
//! The tier is in the enterprise's code and so in the DID: a change of tier changes both. Keep the old one as an alias.

use crate::{
    code::{CodeError, EnterpriseCode, InvestorCode, ProductCode},
    region::Region,
    uscc::{self, Uscc, UsccError},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// The scheme of every DID.
pub const SCHEME: &str = "did";
/// The method of the regional equity markets.
pub const METHOD: &str = "rem";

/// Whom a DID names.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub enum DidSubject {
    /// An enterprise that a market serves (服务企业), by its code.
    #[codec(index = 0)]
    Enterprise(EnterpriseCode),
    /// An exchange, an agency or a regulator, by its unified social credit code.
    #[codec(index = 1)]
    Organisation(Uscc),
}

impl fmt::Display for DidSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Enterprise(code) => code.fmt(f),
            Self::Organisation(code) => code.fmt(f),
        }
    }
}

/// A DID of the method `rem`: the business chain that resolves it, and whom it names.
///
/// [`FromStr`] yields valid DIDs only. A decoded one may be anything, so whoever accepts one from outside calls
/// [`Did::check`] first.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Did {
    chain: Region,
    subject: DidSubject,
}

/// Why a text or a decoded value is not a DID of the method `rem`. Positions count from 1, from the `d` of `did`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DidError {
    /// It does not begin with `did:`.
    Scheme,
    /// The method after `did:` is not `rem`.
    Method,
    /// A character is no ASCII letter, digit, point or colon.
    Character {
        /// Where it stands.
        position: usize,
    },
    /// No market has a chain of that name.
    Chain {
        /// Where the name begins.
        position: usize,
    },
    /// There is no subject code after the chain.
    NoSubject {
        /// Where it should begin.
        position: usize,
    },
    /// The subject is an investor (投资者). The standard gives investors DIDs, but here none is kept: that of a natural
    /// person is personal data.
    Investor {
        /// Where the code begins.
        position: usize,
    },
    /// The subject code is not an enterprise's. Positions are those in the DID.
    Enterprise(CodeError),
    /// The subject code is not a unified social credit code. Positions are those in the DID.
    Organisation(UsccError),
    /// The enterprise's code was allotted by another market than the one whose chain is named.
    OtherRegion {
        /// The market of the chain.
        chain: Region,
        /// The market of the code.
        code: Region,
    },
}

impl fmt::Display for DidError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme => write!(f, "a DID begins with {SCHEME}:"),
            Self::Method => write!(f, "the method after {SCHEME}: should be {METHOD}"),
            Self::Character { position } => {
                write!(f, "character {position} is not one of A-Z a-z 0-9 . :")
            }
            Self::Chain { position } => {
                write!(f, "the name of a market's chain, such as hunan, should stand at character {position}")
            }
            Self::NoSubject { position } => {
                write!(f, "an enterprise's code or a unified social credit code should stand at character {position}")
            }
            Self::Investor { position } => {
                write!(f, "the code at character {position} is an investor's; DIDs of investors are not kept here")
            }
            Self::Enterprise(error) => write!(f, "the enterprise's code in the DID is wrong: {error}"),
            Self::Organisation(error) => write!(f, "the organisation's code in the DID is wrong: {error}"),
            Self::OtherRegion { chain, code } => write!(
                f,
                "the DID names the chain {chain} ({}), but its code belongs to {code} ({})",
                chain.chinese(),
                code.chinese()
            ),
        }
    }
}

impl core::error::Error for DidError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Enterprise(error) => Some(error),
            Self::Organisation(error) => Some(error),
            _ => None,
        }
    }
}

impl Did {
    /// The DID of a subject on a market's chain; an enterprise's code must be that market's own.
    pub fn new(chain: Region, subject: DidSubject) -> Result<Self, DidError> {
        let did = Self { chain, subject };
        did.check()?;
        Ok(did)
    }

    /// Whether the subject's code is valid and, of an enterprise, the chain's own.
    pub fn check(&self) -> Result<(), DidError> {
        match &self.subject {
            DidSubject::Enterprise(code) => {
                code.check().map_err(DidError::Enterprise)?;
                if code.region() != self.chain {
                    return Err(DidError::OtherRegion { chain: self.chain, code: code.region() });
                }
                Ok(())
            }
            DidSubject::Organisation(code) => {
                code.check().map_err(|error| organisation_error(error, self.chain.name()))
            }
        }
    }

    /// The market whose business chain resolves it.
    pub const fn chain(&self) -> Region {
        self.chain
    }

    /// Whom it names.
    pub const fn subject(&self) -> DidSubject {
        self.subject
    }
}

impl From<EnterpriseCode> for Did {
    /// The DID of an enterprise on its own market's chain; as valid as the code is.
    fn from(code: EnterpriseCode) -> Self {
        Self { chain: code.region(), subject: DidSubject::Enterprise(code) }
    }
}

/// Characters before the subject code of a DID.
fn before_subject(chain: &str) -> usize {
    // Three colons stand between the four parts.
    SCHEME.len().saturating_add(METHOD.len()).saturating_add(chain.len()).saturating_add(3)
}

fn organisation_error(error: UsccError, chain: &str) -> DidError {
    DidError::Organisation(match error {
        UsccError::Symbol { position } => {
            UsccError::Symbol { position: position.saturating_add(before_subject(chain)) }
        }
        UsccError::Length { .. } | UsccError::CheckCharacter => error,
    })
}

/// Reads a subject code, which stands after the chain's name.
fn read_subject(text: &str, chain: &str) -> Result<DidSubject, DidError> {
    let before = before_subject(chain);
    let position = before.saturating_add(1);
    let code = text.split('.').next().unwrap_or(text);
    let first = code.chars().next().ok_or(DidError::NoSubject { position })?;
    // No enterprise's code is that long, and none begins with a digit.
    if code.len() == uscc::LENGTH || first.is_ascii_digit() {
        return text.parse().map(DidSubject::Organisation).map_err(|error| organisation_error(error, chain));
    }
    if code.parse::<InvestorCode>().is_ok() {
        return Err(DidError::Investor { position });
    }
    let code = if code.len() < text.len() {
        text.parse::<ProductCode>().map(|product| product.enterprise())
    } else {
        code.parse()
    };
    code.map(DidSubject::Enterprise).map_err(|error| DidError::Enterprise(error.after(before)))
}

impl FromStr for Did {
    type Err = DidError;

    /// Reads a DID in either case, with white space around it. These are dropped, for they occur in the wild: a path, a
    /// query, a fragment or parameters, that is, all from the first `/`, `?`, `#` or `;` on; and the security kind and issue
    /// after an enterprise's code (`did:rem:hunan:HN000001F.S2101`), which the standard's own examples of an enterprise's
    /// DID carry.
    fn from_str(text: &str) -> Result<Self, DidError> {
        let text = text.trim();
        let text = text.split(['/', '?', '#', ';']).next().unwrap_or(text);
        let mut parts = text.splitn(4, ':');
        let mut part = || parts.next().unwrap_or_default();
        let (scheme, method, chain, subject) = (part(), part(), part(), part());
        if !scheme.eq_ignore_ascii_case(SCHEME) {
            return Err(DidError::Scheme);
        }
        if !method.eq_ignore_ascii_case(METHOD) {
            return Err(DidError::Method);
        }
        let allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | ':');
        if let Some(index) = text.chars().position(|character| !allowed(character)) {
            return Err(DidError::Character { position: index.saturating_add(1) });
        }
        let position = before_subject("");
        let region = Region::from_chain(chain).ok_or(DidError::Chain { position })?;
        Self::new(region, read_subject(subject, chain)?)
    }
}

impl fmt::Display for Did {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}:{METHOD}:{}:{}", self.chain, self.subject)
    }
}

impl fmt::Debug for Did {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(Did);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::{Tier, MAX_ENTERPRISE};
    use alloc::{
        format,
        string::{String, ToString},
        vec::Vec,
    };
    use proptest::{
        prelude::*,
        sample::{select, Index},
    };

    fn did(text: &str) -> Result<Did, DidError> {
        text.parse()
    }

    #[test]
    fn a_did_should_be_read_of_an_enterprise_and_of_an_organisation() {
        let code: EnterpriseCode = "HN000001G".parse().expect("valid");
        let enterprise = did("did:rem:hunan:HN000001G").expect("valid");
        assert_eq!((enterprise.chain(), enterprise.subject()), (Region::Hunan, DidSubject::Enterprise(code)));
        assert_eq!(enterprise, Did::from(code));
        assert_eq!(enterprise.to_string(), "did:rem:hunan:HN000001G");
        let organisation = did("did:rem:hunan:91430100MADEW00089").expect("valid");
        let uscc = "91430100MADEW00089".parse().expect("valid");
        assert_eq!(organisation.subject(), DidSubject::Organisation(uscc));
        // An organisation may be registered elsewhere.
        assert!(Did::new(Region::Fujian, DidSubject::Organisation(uscc)).is_ok());
    }

    #[test]
    fn parsing_should_forgive_case_space_and_suffixes() {
        let expected = did("did:rem:hunan:HN000001G");
        for text in [
            " DID:REM:HuNan:hn000001g\n",
            "did:rem:hunan:HN000001G#keys-1",
            "did:rem:hunan:HN000001G?service=files#frag",
            "did:rem:hunan:HN000001G/path/钥",
            "did:rem:hunan:HN000001G;version=1",
            "did:rem:hunan:HN000001G#",
            "did:rem:hunan:HN000001G.S2101",
            "did:rem:hunan:HN000001G.DCFGFR2401#keys-1",
        ] {
            assert_eq!(did(text), expected, "{text}");
        }
        let organisation = did("did:rem:hunan:91430100MADEW00089");
        assert_eq!(did("did:rem:hunan:91430100madew00089#key-1"), organisation);
    }

    #[test]
    fn parsing_should_name_what_is_wrong() {
        let enterprise = |error| DidError::Enterprise(error);
        for (text, error) in [
            ("", DidError::Scheme),
            ("HN000001G", DidError::Scheme),
            ("#did:rem:hunan:HN000001G", DidError::Scheme),
            ("did", DidError::Method),
            ("did:web:my-site.example", DidError::Method),
            ("did:rem", DidError::Chain { position: 9 }),
            ("did:rem:henann:HA000001", DidError::Chain { position: 9 }),
            ("did:rem:湖南:HN000001", DidError::Character { position: 9 }),
            ("did:rem:hunan", DidError::NoSubject { position: 15 }),
            ("did:rem:hunan:", DidError::NoSubject { position: 15 }),
            ("did:rem:hunan:#keys-1", DidError::NoSubject { position: 15 }),
            ("did:rem:hunan:.S2101", DidError::NoSubject { position: 15 }),
            ("did:rem:hunan: HN000001G", DidError::Character { position: 15 }),
            ("did:rem:hunan:HN000001G #keys-1", DidError::Character { position: 24 }),
            ("did:rem:hunan:HN00000１G", DidError::Character { position: 22 }),
            ("did:rem:hunan:Q000000001", DidError::Investor { position: 15 }),
            ("did:rem:hunan:VC000001", enterprise(CodeError::Region { position: 15 })),
            ("did:rem:hunan:HN00O001G", enterprise(CodeError::NotDigit { position: 19 })),
            ("did:rem:hunan:HN00001G", enterprise(CodeError::Digits { found: 5, expected: 6 })),
            ("did:rem:hunan:HN000001X", enterprise(CodeError::Tier { position: 23 })),
            ("did:rem:hunan:HN000001G:1", enterprise(CodeError::Trailing { position: 24 })),
            ("did:rem:hunan:HN000001G.", enterprise(CodeError::Kind { position: 25 })),
            ("did:rem:hunan:HN000001G.2101", enterprise(CodeError::Kind { position: 25 })),
            ("did:rem:hunan:HN000001G.S2101.1", enterprise(CodeError::Trailing { position: 30 })),
            ("did:rem:hunan:9143", DidError::Organisation(UsccError::Length { found: 4 })),
            ("did:rem:hunan:91430100MADEW00089.S2101", DidError::Organisation(UsccError::Length { found: 24 })),
            ("did:rem:hunan:9143O100MADEW00089", DidError::Organisation(UsccError::Symbol { position: 19 })),
            ("did:rem:hunan:91430100MADEW00088", DidError::Organisation(UsccError::CheckCharacter)),
            ("did:rem:henan:HN000001G", DidError::OtherRegion { chain: Region::Henan, code: Region::Hunan }),
        ] {
            assert_eq!(did(text), Err(error), "{text}");
        }
    }

    #[test]
    fn an_error_about_regions_should_name_both() {
        let error = did("did:rem:henan:HN000001G").expect_err("another market's code").to_string();
        for name in ["henan", "河南", "hunan", "湖南"] {
            assert!(error.contains(name), "{error}");
        }
    }

    #[test]
    fn a_decoded_did_should_be_checked_as_a_built_one() {
        let code: EnterpriseCode = "HN000001G".parse().expect("valid");
        let foreign = Did { chain: Region::Henan, subject: DidSubject::Enterprise(code) };
        let expected = Err(DidError::OtherRegion { chain: Region::Henan, code: Region::Hunan });
        assert_eq!(foreign.check(), expected);
        assert_eq!(Did::new(foreign.chain, foreign.subject).map(|_| ()), expected);
        let broken = DidSubject::Organisation(Uscc::from_bytes(*b"9143O100MADEW00089"));
        let symbol = Err(DidError::Organisation(UsccError::Symbol { position: 19 }));
        assert_eq!(Did { chain: Region::Hunan, subject: broken }.check(), symbol);
    }

    fn dids() -> impl Strategy<Value = Did> {
        let tier = proptest::option::of(select(Tier::ALL));
        let enterprise = (select(Region::ALL), 0..=MAX_ENTERPRISE, tier)
            .prop_map(|(region, number, tier)| EnterpriseCode::new(region, number, tier).expect("in range").into());
        let symbols = b"0123456789ABCDEFGHJKLMNPQRTUWXY".to_vec();
        let first = proptest::array::uniform17(select(symbols));
        let organisation = (select(Region::ALL), first).prop_map(|(chain, first)| {
            let mut code = [0; uscc::LENGTH];
            code[..17].copy_from_slice(&first);
            code[17] = uscc::check_character(&first).expect("symbols are valid");
            Did::new(chain, DidSubject::Organisation(Uscc::from_bytes(code))).expect("valid")
        });
        prop_oneof![enterprise, organisation]
    }

    proptest! {
        #[test]
        fn a_did_should_read_back_as_it_prints(did in dids(), suffix in "[#?/;].{0,20}") {
            prop_assert_eq!(did.to_string().parse(), Ok(did));
            prop_assert_eq!(did.to_string().to_uppercase().parse(), Ok(did));
            prop_assert_eq!(format!("{did}{suffix}").parse(), Ok(did));
            prop_assert_eq!(Did::decode(&mut &did.encode()[..]), Ok(did));
        }

        #[test]
        fn any_single_wrong_character_should_be_refused_or_yield_another_value(
            did in dids(), at in any::<Index>(),
            wrong in prop_oneof![any::<char>(), "[ -~]".prop_map(|text| text.chars().next().unwrap_or(' '))],
        ) {
            let mut text: Vec<char> = did.to_string().chars().collect();
            let place = at.get_mut(&mut text);
            prop_assume!(!place.eq_ignore_ascii_case(&wrong));
            *place = wrong;
            prop_assert_ne!(text.into_iter().collect::<String>().parse(), Ok(did));
        }

        #[test]
        fn no_text_should_panic(
            any_text in any::<String>(), close in "(did:)?(rem:)?(hunan:|shenzhen:)?(HN|SZX|Q)?[0-9]{0,18}[FG.#]{0,2}.{0,6}",
        ) {
            for text in [any_text, close] {
                if let Ok(did) = text.parse::<Did>() {
                    prop_assert_eq!(did.check(), Ok(()));
                    prop_assert_eq!(did.to_string().parse(), Ok(did));
                }
            }
        }

        #[test]
        fn a_decoded_did_should_pass_its_check_only_when_its_text_is_one(
            bytes in proptest::collection::vec(any::<u8>(), 0..24), chain in select(Region::ALL),
            code in prop_oneof![Just(Region::Hunan), select(Region::ALL)], number in any::<u32>(),
            organisation in "[0-9A-Z]{18}|[ -~]{18}",
        ) {
            let enterprise = (chain, 0u8, code, number % 2_000_000, Some(Tier::Custody)).encode();
            let own = (code, 0u8, code, number % 2_000_000, None::<Tier>).encode();
            let mut other = (chain, 1u8).encode();
            other.extend_from_slice(organisation.as_bytes());
            for bytes in [bytes, enterprise, own, other] {
                if let Ok(did) = Did::decode(&mut &bytes[..]) {
                    prop_assert_eq!(did.check().is_ok(), did.to_string().parse() == Ok(did), "{:?}", did);
                }
            }
        }
    }
}
