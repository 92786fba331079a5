//! Registered names: the one text that users put on the chain, because the business register publishes it.

use bounded_collections::{BoundedVec, ConstU32};

/// Longest registered name, in bytes of UTF-8 (64 Chinese characters).
pub const MAX_NAME: u32 = 192;
/// A run of so many digits may be a mobile number or an identity number, and is no name.
const PERSONAL_DIGITS: usize = 11;

/// A registered name in UTF-8. Whoever accepts one calls [`is_registered_name`].
pub type Name = BoundedVec<u8, ConstU32<MAX_NAME>>;

/// Whether bytes are a name as a register has it: UTF-8 with something to read, no space around it, no invisible character,
/// and no number that could be a person's.
pub fn is_registered_name(bytes: &[u8]) -> bool {
    let Ok(name) = core::str::from_utf8(bytes) else { return false };
    let tidy = !name.trim().is_empty() && name.trim() == name;
    tidy && !name.chars().any(is_invisible) && !may_name_a_person(name)
}

/// Whether a text has a run of digits as long as a mobile number or longer, in whatever script.
pub fn may_name_a_person(text: &str) -> bool {
    text.split(|character: char| !character.is_numeric()).any(|run| run.chars().count() >= PERSONAL_DIGITS)
}

/// Whether a character of a name can't be seen, or turns the order of those around it: controls, what Unicode calls
/// `Default_Ignorable_Code_Point` (UAX #44) as far as names could hold it, and the blank Braille pattern.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_should_be_what_a_register_would_print() {
        for good in ["示例股权交易所有限责任公司", "湖南某某（集团）股份有限公司", "3G 科技", "A"]
        {
            assert!(is_registered_name(good.as_bytes()), "{good}");
        }
        let number = "示例13800138000公司";
        let wide = "示例１３８００１３８０００公司";
        for bad in ["", " ", " 前后空格", "换\n行", "零\u{200b}宽", "空\u{2800}白", "反\u{202e}向", number, wide]
        {
            assert!(!is_registered_name(bad.as_bytes()), "{bad:?}");
        }
        assert!(!is_registered_name(&[0xff, 0xfe]));
    }

    proptest! {
        #[test]
        fn no_bytes_should_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(!is_registered_name(&bytes) || core::str::from_utf8(&bytes).is_ok());
        }
    }
}
