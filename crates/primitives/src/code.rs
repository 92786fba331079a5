//! The market's own codes (JR/T 0326-2024): 企业编码 of enterprises, 产品编码 of products and 投资者编码 of investors.
//!
//! Enterprise and product codes are allotted by the exchange, investor codes by the supervision chain (监管链). All of them
//! read in either case and with white space around, and print in capitals. Positions in errors count from 1, after that
//! white space is gone.
//!
//! A tier is part of the enterprise's code, so a change of tier changes the code, and with it the codes of products and
//! the DID. What identifies the enterprise for good is the [`CodeBase`].

use crate::{region::Region, text::named_enum};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// Digits of an enterprise's number.
pub const ENTERPRISE_DIGITS: usize = 6;
/// The largest number of an enterprise.
pub const MAX_ENTERPRISE: u32 = 999_999;
/// Digits of an investor's number.
pub const INVESTOR_DIGITS: usize = 9;
/// The largest number of an investor.
pub const MAX_INVESTOR: u32 = 999_999_999;
/// Most letters of a security kind. The project's bound: the standard's own examples have one and six.
pub const MAX_KIND: u32 = 8;
/// Most digits of an issue, as in the standard.
pub const MAX_ISSUE: u32 = 4;

named_enum!(
    /// The tier or class of an enterprise (企业分层/分类). Not every market has tiers.
    Tier {
        /// 孵化层, letter F.
        Incubation = 0, "incubation";
        /// 规范层, letter G.
        Standard = 1, "standard";
        /// 培育层, letter P.
        Cultivation = 2, "cultivation";
        /// 纯托管, letter T: the shares are in custody only.
        Custody = 3, "custody";
    }
);

impl Tier {
    /// The letter that ends an enterprise's code.
    pub const fn letter(self) -> char {
        match self {
            Self::Incubation => 'F',
            Self::Standard => 'G',
            Self::Cultivation => 'P',
            Self::Custody => 'T',
        }
    }

    /// The tier with a letter, in either case.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|tier| tier.letter().eq_ignore_ascii_case(&letter))
    }
}

named_enum!(
    /// The class of an investor (投资者类别).
    InvestorClass {
        /// 自然人投资者, letter Q.
        NaturalPerson = 0, "natural-person";
        /// 机构类投资者, letter R.
        Institution = 1, "institution";
        /// 产品类投资者, letter S: a plan or fund that invests.
        Product = 2, "product";
    }
);

impl InvestorClass {
    /// The letter that an investor's code begins with.
    pub const fn letter(self) -> char {
        match self {
            Self::NaturalPerson => 'Q',
            Self::Institution => 'R',
            Self::Product => 'S',
        }
    }

    /// The class with a letter, in either case.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.letter().eq_ignore_ascii_case(&letter))
    }
}

/// Why a text or a decoded value is not a code. Positions count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// A character is outside ASCII; a full-width letter or digit is the usual reason.
    NotAscii {
        /// Where it stands.
        position: usize,
    },
    /// An enterprise's code does not begin with the letters of a market.
    Region {
        /// Where the letters should begin.
        position: usize,
    },
    /// Something else stands where a digit belongs.
    NotDigit {
        /// Where it stands.
        position: usize,
    },
    /// There are too few or too many digits.
    Digits {
        /// How many there are.
        found: usize,
        /// How many belong there.
        expected: usize,
    },
    /// The letter after an enterprise's digits is none of F, G, P, T.
    Tier {
        /// Where it stands.
        position: usize,
    },
    /// A product's code does not go on with a point after the enterprise's.
    NoPoint {
        /// Where it should stand.
        position: usize,
    },
    /// A capital letter of the security kind (证券品种) belongs here.
    Kind {
        /// Where it should stand.
        position: usize,
    },
    /// The security kind has more than 8 letters.
    KindLength {
        /// How many it has.
        found: usize,
    },
    /// The issue (发行期次) has more than 4 digits.
    IssueLength {
        /// How many it has.
        found: usize,
    },
    /// An investor's code does not begin with Q, R or S.
    Class {
        /// Where the letter should stand.
        position: usize,
    },
    /// The code is complete before this character.
    Trailing {
        /// Where it stands.
        position: usize,
    },
    /// A number is too large for its digits; only where a code is built or decoded, never where it is read.
    Number {
        /// The number.
        found: u32,
        /// The largest that fits.
        most: u32,
    },
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAscii { position } => {
                write!(f, "character {position} is not a plain (half-width) letter or digit")
            }
            Self::Region { position } => {
                write!(f, "the letters of a market, such as HN, should stand at character {position}")
            }
            Self::NotDigit { position } => write!(f, "character {position} should be a digit"),
            Self::Digits { found, expected } => write!(f, "there should be {expected} digits, found {found}"),
            Self::Tier { position } => write!(f, "character {position} is not a tier: one of F, G, P, T"),
            Self::NoPoint { position } => {
                write!(f, "a product's code goes on with a point at character {position}, as in HN000001G.DCFGFR2401")
            }
            Self::Kind { position } => {
                write!(f, "a capital letter of the security kind should stand at character {position}")
            }
            Self::KindLength { found } => write!(f, "a security kind has 1 to {MAX_KIND} letters, found {found}"),
            Self::IssueLength { found } => write!(f, "an issue has at most {MAX_ISSUE} digits, found {found}"),
            Self::Class { position } => {
                write!(f, "the class of an investor, one of Q, R, S, should stand at character {position}")
            }
            Self::Trailing { position } => write!(f, "the code is complete before character {position}"),
            Self::Number { found, most } => write!(f, "the number {found} is above {most}"),
        }
    }
}

impl core::error::Error for CodeError {}

impl CodeError {
    /// The same error where so many characters stand before the code.
    pub(crate) fn after(self, before: usize) -> Self {
        let shifted = |position: usize| position.saturating_add(before);
        match self {
            Self::NotAscii { position } => Self::NotAscii { position: shifted(position) },
            Self::Region { position } => Self::Region { position: shifted(position) },
            Self::NotDigit { position } => Self::NotDigit { position: shifted(position) },
            Self::Tier { position } => Self::Tier { position: shifted(position) },
            Self::NoPoint { position } => Self::NoPoint { position: shifted(position) },
            Self::Kind { position } => Self::Kind { position: shifted(position) },
            Self::Class { position } => Self::Class { position: shifted(position) },
            Self::Trailing { position } => Self::Trailing { position: shifted(position) },
            Self::Digits { .. } | Self::KindLength { .. } | Self::IssueLength { .. } | Self::Number { .. } => self,
        }
    }
}

/// The text without the white space around it, if all of it is ASCII.
fn ascii(text: &str) -> Result<&str, CodeError> {
    let text = text.trim();
    match text.chars().position(|character| !character.is_ascii()) {
        Some(position) => Err(CodeError::NotAscii { position: position.saturating_add(1) }),
        None => Ok(text),
    }
}

/// The characters at the start that belong together, and the rest.
fn split_run(text: &str, belongs: fn(&char) -> bool) -> (&str, &str) {
    let end = text.find(|character: char| !belongs(&character)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// A number of exactly `expected` digits, which stand after so many characters, and the rest. What may follow tells a
/// missing digit from a wrong character in the place of one.
fn number(text: &str, before: usize, expected: usize, may_follow: fn(&str) -> bool) -> Result<(u32, &str), CodeError> {
    let (digits, rest) = split_run(text, char::is_ascii_digit);
    let found = digits.len();
    if found < expected && !may_follow(rest) {
        return Err(CodeError::NotDigit { position: before.saturating_add(found).saturating_add(1) });
    }
    if found != expected {
        return Err(CodeError::Digits { found, expected });
    }
    let number = digits.parse().map_err(|_| CodeError::Digits { found, expected })?;
    Ok((number, rest))
}

/// What stays of an enterprise's code on a change of tier: market and number, such as `HN000001`.
///
/// A decoded one may hold too large a number, so whoever accepts one from outside calls [`CodeBase::check`] first.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CodeBase {
    region: Region,
    number: u32,
}

impl CodeBase {
    /// The base of a market's enterprise; the number is at most 999 999.
    pub const fn new(region: Region, number: u32) -> Result<Self, CodeError> {
        let base = Self { region, number };
        match base.check() {
            Ok(()) => Ok(base),
            Err(error) => Err(error),
        }
    }

    /// Whether the number fits into its digits.
    pub const fn check(&self) -> Result<(), CodeError> {
        if self.number > MAX_ENTERPRISE {
            return Err(CodeError::Number { found: self.number, most: MAX_ENTERPRISE });
        }
        Ok(())
    }

    /// The market that allotted it.
    pub const fn region(&self) -> Region {
        self.region
    }

    /// The number (企业数字编码), without meaning of its own.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The enterprise's code in a tier, or without one.
    pub const fn with_tier(self, tier: Option<Tier>) -> EnterpriseCode {
        EnterpriseCode { base: self, tier }
    }
}

impl FromStr for CodeBase {
    type Err = CodeError;

    /// Reads the region letters and six digits in either case, with white space around; a tier letter is one too many.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let text = ascii(text)?;
        let code: EnterpriseCode = text.parse()?;
        match code.tier {
            Some(_) => Err(CodeError::Trailing { position: text.len() }),
            None => Ok(code.base),
        }
    }
}

impl fmt::Display for CodeBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:0width$}", self.region.letters(), self.number, width = ENTERPRISE_DIGITS)
    }
}

impl fmt::Debug for CodeBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(CodeBase);

/// 企业编码, the code of an enterprise: two or three letters of the market, six digits and, where the market has tiers, the
/// letter of the tier, such as `HN000001F`.
///
/// [`FromStr`] yields valid codes only. A decoded one may hold too large a number, so whoever accepts one from outside
/// calls [`EnterpriseCode::check`] first.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EnterpriseCode {
    base: CodeBase,
    tier: Option<Tier>,
}

impl EnterpriseCode {
    /// The code of a market's enterprise; the number is at most 999 999.
    pub const fn new(region: Region, number: u32, tier: Option<Tier>) -> Result<Self, CodeError> {
        match CodeBase::new(region, number) {
            Ok(base) => Ok(base.with_tier(tier)),
            Err(error) => Err(error),
        }
    }

    /// Whether the number fits into its digits.
    pub const fn check(&self) -> Result<(), CodeError> {
        self.base.check()
    }

    /// What stays the same on a change of tier.
    pub const fn base(&self) -> CodeBase {
        self.base
    }

    /// The market that allotted it.
    pub const fn region(&self) -> Region {
        self.base.region
    }

    /// The number (企业数字编码), without meaning of its own.
    pub const fn number(&self) -> u32 {
        self.base.number
    }

    /// The tier, where the market has them.
    pub const fn tier(&self) -> Option<Tier> {
        self.tier
    }

    /// The code after a change of tier: only the letter differs.
    pub const fn with_tier(self, tier: Option<Tier>) -> Self {
        self.base.with_tier(tier)
    }
}

impl FromStr for EnterpriseCode {
    type Err = CodeError;

    /// Reads a code in either case, with white space around it.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let text = ascii(text)?;
        let (letters, rest) = split_run(text, char::is_ascii_alphabetic);
        let region = Region::from_letters(letters).ok_or(CodeError::Region { position: 1 })?;
        let complete = |rest: &str| rest.is_empty() || rest.len() == 1 && rest.chars().all(is_tier);
        let (number, rest) = number(rest, letters.len(), ENTERPRISE_DIGITS, complete)?;
        let end = letters.len().saturating_add(ENTERPRISE_DIGITS);
        let mut rest = rest.chars();
        let tier = match rest.next() {
            Some(letter) => Some(Tier::from_letter(letter).ok_or(CodeError::Tier { position: end.saturating_add(1) })?),
            None => None,
        };
        if rest.next().is_some() {
            return Err(CodeError::Trailing { position: end.saturating_add(2) });
        }
        Self::new(region, number, tier)
    }
}

fn is_tier(letter: char) -> bool {
    Tier::from_letter(letter).is_some()
}

impl fmt::Display for EnterpriseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.base.fmt(f)?;
        match self.tier {
            Some(tier) => write!(f, "{}", tier.letter()),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for EnterpriseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(EnterpriseCode);

/// 产品编码, the code of a security: the enterprise's code, a point, the security kind (证券品种, capital letters) and the
/// issue (发行期次, up to four digits, of which the first two are the year), such as `HN000001F.DCFGFR2101`.
///
/// Securities issued before the standard keep the code that they had until they are redeemed; those codes have forms of
/// their own and are not read here.
///
/// [`FromStr`] yields valid codes only; for a decoded one call [`ProductCode::check`] first. The codec form has 7 bytes for
/// the enterprise's code at most and two byte strings.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProductCode {
    enterprise: EnterpriseCode,
    kind: BoundedVec<u8, ConstU32<MAX_KIND>>,
    // As text: `1`, `01` and `0001` are three codes.
    issue: BoundedVec<u8, ConstU32<MAX_ISSUE>>,
}

impl ProductCode {
    /// The code of an enterprise's security. The kind has 1 to 8 capital letters, the issue 0 to 4 digits; positions in
    /// errors are those in the whole code.
    pub fn new(enterprise: EnterpriseCode, kind: &str, issue: &str) -> Result<Self, CodeError> {
        let kind = BoundedVec::try_from(kind.as_bytes().to_vec())
            .map_err(|kind| CodeError::KindLength { found: kind.len() })?;
        let issue = BoundedVec::try_from(issue.as_bytes().to_vec())
            .map_err(|issue| CodeError::IssueLength { found: issue.len() })?;
        let code = Self { enterprise, kind, issue };
        code.check()?;
        Ok(code)
    }

    /// Whether the enterprise's code is valid, the kind consists of letters and the issue of digits.
    pub fn check(&self) -> Result<(), CodeError> {
        self.enterprise.check()?;
        let before_kind = text_length(&self.enterprise).saturating_add(1);
        let wrong = self.kind.iter().position(|byte| !byte.is_ascii_uppercase());
        // An empty kind lacks its first letter.
        if let Some(index) = wrong.or(self.kind.is_empty().then_some(0)) {
            return Err(CodeError::Kind { position: before_kind.saturating_add(index).saturating_add(1) });
        }
        let before_issue = before_kind.saturating_add(self.kind.len());
        match self.issue.iter().position(|byte| !byte.is_ascii_digit()) {
            Some(index) => Err(CodeError::NotDigit { position: before_issue.saturating_add(index).saturating_add(1) }),
            None => Ok(()),
        }
    }

    /// The enterprise that issued it.
    pub const fn enterprise(&self) -> EnterpriseCode {
        self.enterprise
    }

    /// The security kind, capital letters once checked.
    pub fn kind(&self) -> &[u8] {
        &self.kind
    }

    /// The issue, digits once checked; empty where there is none.
    pub fn issue(&self) -> &[u8] {
        &self.issue
    }
}

/// Characters of an enterprise's code that has been checked.
fn text_length(code: &EnterpriseCode) -> usize {
    let tier = usize::from(code.tier.is_some());
    code.region().letters().len().saturating_add(ENTERPRISE_DIGITS).saturating_add(tier)
}

impl FromStr for ProductCode {
    type Err = CodeError;

    /// Reads a code in either case, with white space around it.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let text = ascii(text)?;
        let (enterprise, rest) = text.split_once('.').unwrap_or((text, ""));
        // White space before the point is inside the code, where none belongs.
        let inner = enterprise.trim_end().len();
        if inner < enterprise.len() {
            return Err(CodeError::Trailing { position: inner.saturating_add(1) });
        }
        let before = enterprise.len().saturating_add(1);
        let enterprise: EnterpriseCode = enterprise.parse()?;
        if before > text.len() {
            return Err(CodeError::NoPoint { position: before });
        }
        let (kind, rest) = split_run(rest, char::is_ascii_alphabetic);
        if kind.is_empty() {
            return Err(CodeError::Kind { position: before.saturating_add(1) });
        }
        let (issue, rest) = split_run(rest, char::is_ascii_digit);
        let code = Self::new(enterprise, &kind.to_ascii_uppercase(), issue)?;
        if rest.is_empty() {
            return Ok(code);
        }
        let position = before.saturating_add(kind.len()).saturating_add(issue.len()).saturating_add(1);
        let complete = u32::try_from(issue.len()) == Ok(MAX_ISSUE);
        Err(if complete { CodeError::Trailing { position } } else { CodeError::NotDigit { position } })
    }
}

impl fmt::Display for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A decoded code may hold any bytes: print what is not ASCII visibly.
        write!(f, "{}.{}{}", self.enterprise, self.kind.escape_ascii(), self.issue.escape_ascii())
    }
}

impl fmt::Debug for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(ProductCode);

/// 投资者编码, the code of an investor, unique nationwide: Q for a natural person, R for an institution or S for a product,
/// and nine digits, such as `Q000000001`.
///
/// The code of a natural person leads to a person, so it is personal data: it never reaches the chain.
///
/// [`FromStr`] yields valid codes only. A decoded one may hold too large a number, so whoever accepts one from outside
/// calls [`InvestorCode::check`] first.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct InvestorCode {
    class: InvestorClass,
    number: u32,
}

impl InvestorCode {
    /// The code of an investor; the number is at most 999 999 999.
    pub const fn new(class: InvestorClass, number: u32) -> Result<Self, CodeError> {
        let code = Self { class, number };
        match code.check() {
            Ok(()) => Ok(code),
            Err(error) => Err(error),
        }
    }

    /// Whether the number fits into its digits.
    pub const fn check(&self) -> Result<(), CodeError> {
        if self.number > MAX_INVESTOR {
            return Err(CodeError::Number { found: self.number, most: MAX_INVESTOR });
        }
        Ok(())
    }

    /// Natural person, institution or product.
    pub const fn class(&self) -> InvestorClass {
        self.class
    }

    /// The number (投资者数字编码), without meaning of its own.
    pub const fn number(&self) -> u32 {
        self.number
    }
}

impl FromStr for InvestorCode {
    type Err = CodeError;

    /// Reads a code in either case, with white space around it.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let text = ascii(text)?;
        let mut characters = text.chars();
        let class = characters.next().and_then(InvestorClass::from_letter).ok_or(CodeError::Class { position: 1 })?;
        let (number, rest) = number(characters.as_str(), 1, INVESTOR_DIGITS, str::is_empty)?;
        if !rest.is_empty() {
            return Err(CodeError::Trailing { position: INVESTOR_DIGITS.saturating_add(2) });
        }
        Self::new(class, number)
    }
}

impl fmt::Display for InvestorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:0width$}", self.class.letter(), self.number, width = INVESTOR_DIGITS)
    }
}

impl fmt::Debug for InvestorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(InvestorCode);

#[cfg(test)]
mod tests;
