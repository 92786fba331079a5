//! 统一社会信用代码, the unified social credit code (USCC) of GB 32100-2015.
//!
//! 18 characters over 31 symbols: the digits and the capital letters without I, O, S, V and Z. The last one is a check
//! character: `(31 − Σ valueᵢ · 3^i mod 31) mod 31` over the first 17.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

/// The 31 symbols in the order of their values.
const SYMBOLS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Length of a code in characters.
pub const LENGTH: usize = 18;

/// A unified social credit code, 18 ASCII bytes.
///
/// [`FromStr`] yields valid codes only. A decoded one may be anything, so whoever accepts one from outside calls
/// [`Uscc::check`] first.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Uscc([u8; LENGTH]);

/// Why a text is not a unified social credit code. Positions count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsccError {
    /// It does not have 18 characters.
    Length {
        /// How many it has.
        found: usize,
    },
    /// A character is outside the 31 symbols.
    Symbol {
        /// Where it stands.
        position: usize,
    },
    /// The characters do not agree with the check character: at least one of the 18 is wrong.
    CheckCharacter,
}

impl fmt::Display for UsccError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => write!(f, "a unified social credit code has 18 characters, found {found}"),
            Self::Symbol { position } => {
                write!(f, "character {position} is not one of 0-9 A-H J-N P-R T-U W-Y")
            }
            Self::CheckCharacter => {
                write!(f, "the check character does not match: at least one of the 18 characters is wrong")
            }
        }
    }
}

impl core::error::Error for UsccError {}

fn value(symbol: u8) -> Option<u32> {
    SYMBOLS.iter().position(|known| *known == symbol).and_then(|position| u32::try_from(position).ok())
}

/// The check character of the first 17 characters, or the position of the first unknown one.
pub fn check_character(first: &[u8; LENGTH - 1]) -> Result<u8, UsccError> {
    let mut weight = 1u32;
    let mut sum = 0u32;
    for (symbol, position) in first.iter().zip(1usize..) {
        let value = value(*symbol).ok_or(UsccError::Symbol { position })?;
        // All terms are below 31², so nothing here can overflow.
        sum = sum.saturating_add(value.saturating_mul(weight)) % 31;
        weight = weight.saturating_mul(3) % 31;
    }
    let check = usize::try_from(31u32.saturating_sub(sum) % 31).unwrap_or_default();
    SYMBOLS.get(check).copied().ok_or(UsccError::CheckCharacter)
}

impl Uscc {
    /// Whether the characters and the check character are right.
    pub fn check(&self) -> Result<(), UsccError> {
        let (first, last) = self.0.split_last_chunk::<1>().ok_or(UsccError::CheckCharacter)?;
        let first = first.try_into().map_err(|_| UsccError::CheckCharacter)?;
        let expected = check_character(first)?;
        if value(last[0]).is_none() {
            return Err(UsccError::Symbol { position: LENGTH });
        }
        if last[0] == expected {
            Ok(())
        } else {
            Err(UsccError::CheckCharacter)
        }
    }

    /// The 18 ASCII characters.
    pub fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// Wraps 18 bytes without looking at them; for codes that have been checked, or are about to be.
    pub const fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(bytes)
    }
}

impl FromStr for Uscc {
    type Err = UsccError;

    /// Reads a code in either case, with white space around it.
    fn from_str(text: &str) -> Result<Self, UsccError> {
        let text = text.trim();
        let found = text.chars().count();
        if found != LENGTH {
            return Err(UsccError::Length { found });
        }
        if let Some(position) = text.chars().position(|character| !character.is_ascii()) {
            return Err(UsccError::Symbol { position: position.saturating_add(1) });
        }
        let mut bytes = [0; LENGTH];
        for (target, source) in bytes.iter_mut().zip(text.bytes()) {
            *target = source.to_ascii_uppercase();
        }
        let code = Self(bytes);
        code.check()?;
        Ok(code)
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0 {
            // A decoded code may hold any bytes: print what is not ASCII visibly.
            write!(f, "{}", byte.escape_ascii())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

crate::text::serde_as_text!(Uscc);

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use proptest::prelude::*;

    // Codes that well-known companies and agencies print on their own web pages.
    const REAL: [&str; 5] = [
        "91350100M000100Y43", // the example of GB 32100-2015
        "914403001922038216", // Huawei
        "9144030071526726XG", // Tencent
        "91330100799655058B", // Alibaba
        "91110000802100433B", // Baidu
    ];

    #[test]
    fn known_codes_should_be_valid() {
        for code in REAL {
            assert_eq!(code.parse::<Uscc>().map(|code| code.to_string()), Ok(code.to_string()));
        }
    }

    #[test]
    fn parsing_should_name_what_is_wrong() {
        assert_eq!("91350100M000100Y4".parse::<Uscc>(), Err(UsccError::Length { found: 17 }));
        assert_eq!("91350100M000100Y431".parse::<Uscc>(), Err(UsccError::Length { found: 19 }));
        assert_eq!("".parse::<Uscc>(), Err(UsccError::Length { found: 0 }));
        assert_eq!("9135O100M000100Y43".parse::<Uscc>(), Err(UsccError::Symbol { position: 5 }));
        assert_eq!("91350100M000100Y4I".parse::<Uscc>(), Err(UsccError::Symbol { position: 18 }));
        assert_eq!("91350100M000100Y4三".parse::<Uscc>(), Err(UsccError::Symbol { position: 18 }));
        assert_eq!("91350100M000100Y44".parse::<Uscc>(), Err(UsccError::CheckCharacter));
    }

    #[test]
    fn parsing_should_forgive_case_and_surrounding_space() {
        assert_eq!(" 91350100m000100y43\n".parse::<Uscc>(), "91350100M000100Y43".parse());
    }

    fn first_seventeen() -> impl Strategy<Value = [u8; 17]> {
        proptest::array::uniform17(proptest::sample::select(SYMBOLS.to_vec()))
    }

    proptest! {
        #[test]
        fn any_single_wrong_character_should_be_refused(first in first_seventeen(), at in 0usize..18, other in 1usize..31) {
            let mut code = [0; LENGTH];
            code[..17].copy_from_slice(&first);
            code[17] = check_character(&first).expect("symbols are valid");
            prop_assert_eq!(Uscc(code).check(), Ok(()));
            let old = SYMBOLS.iter().position(|symbol| *symbol == code[at]).expect("a symbol");
            code[at] = SYMBOLS[(old + other) % 31];
            prop_assert_eq!(Uscc(code).check(), Err(UsccError::CheckCharacter));
        }

        #[test]
        fn no_text_should_panic(text in any::<String>()) {
            if let Ok(code) = text.parse::<Uscc>() {
                prop_assert_eq!(code.to_string().parse::<Uscc>(), Ok(code));
            }
        }
    }
}
