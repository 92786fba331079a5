//! Codes: made of letters and digits, and easily destroyed by spreadsheets.

use crate::trim;

/// From here on a spreadsheet no longer keeps every digit of a number.
const INEXACT: f64 = 1e15;
/// A text in scientific notation as long as this is a code, unless it has a point or a sign.
const SHORTEST_CODE: usize = 15;

/// Whether a number has every digit that was typed.
pub fn is_exact(number: f64) -> bool {
    number.is_finite() && number.abs() < INEXACT
}

/// A full-width character as its ASCII twin; dashes of all kinds as `-`.
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(character).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(character)
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A code as it is meant: in ASCII as far as it goes, without space, without the apostrophe that marks a text.
pub fn folded(text: &str) -> String {
    let text = text.strip_prefix('\'').unwrap_or(text);
    text.chars().filter(|character| !trim::is_space(*character)).map(narrow).collect()
}

/// Whether this is what a spreadsheet shows of a long number: `9.135E+17`. `911E56780000000012` is a code.
pub fn is_scientific(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let unsigned = mantissa.strip_prefix(['+', '-']).unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole)
        && (fraction.is_empty() || digits(fraction))
        && digits(power)
        && (text.contains(['.', '+', '-']) || text.len() < SHORTEST_CODE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_should_become_ascii_and_space_should_go() {
        assert_eq!(folded("９１１４３０１０ ＭＡ\u{3000}４Ｘ"), "91143010MA4X");
        assert_eq!(folded("湘政办〔２０２６〕　１－２号（甲）"), "湘政办〔2026〕1-2号(甲)");
        assert_eq!(folded("'0123\u{200b}4—5"), "01234-5");
    }

    #[test]
    fn scientific_notation_should_be_told_from_codes() {
        for text in ["9.135E+17", "9.1350E17", "9E+17", "9.e5", "1E5", "-9.1e-5", "12E34"] {
            assert!(is_scientific(text), "{text}");
        }
        for text in ["911E56780000000012", "911430100000000E12", "HN000001E5", "E5", "5E", "1.2", "9.1.3E5", "91E5X"] {
            assert!(!is_scientific(text), "{text}");
        }
    }
}
