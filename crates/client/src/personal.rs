//! Numbers of persons in texts, told from other numbers by their form.

/// What stands between the digits of such numbers.
const SIGNS: &str = "-._ ";
/// Weights of the first 17 digits of a resident identity number, and its check characters (GB 11643-1999: ISO 7064, MOD 11-2).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [u8; 11] = *b"10X98765432";

/// Whether a text holds a valid resident identity number or a mobile number, also with the signs in between that people write.
pub fn holds_number(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    let joined: String = text.chars().filter(|character| !SIGNS.contains(*character)).collect();
    joined.as_bytes().windows(18).any(is_identity_number)
        || text
            .split(|c: char| !(c.is_ascii_digit() || "- ".contains(c)))
            .map(|run| run.replace(['-', ' '], ""))
            .any(|run| is_mobile(run.as_bytes()))
}

fn is_identity_number(text: &[u8]) -> bool {
    let Some((check, digits)) = text.split_last() else { return false };
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let number = |from: usize, to: usize| {
        digits.get(from..to).unwrap_or_default().iter().fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let (year, month, day) = (number(6, 10), number(10, 12), number(12, 14));
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let expected = usize::try_from(sum % 11).ok().and_then(|place| CHECKS.get(place));
    (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) && expected == Some(check)
}

fn is_mobile(run: &[u8]) -> bool {
    matches!(run, [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_should_be_told_from_dates_and_codes() {
        // A valid check character, but a place that does not exist.
        for text in
            ["990000190001010008", "990000-19000101-0008", "990000 1900 0101 0008", "电话 138 0013 8000", "13800138000"]
        {
            assert!(holds_number(text), "{text}");
        }
        for text in
            ["2025-01-01 2025-12-31", "91430100MADEW00089", "2025.01.01-2025.12.31", "1,234,567.89", "138001380001"]
        {
            assert!(!holds_number(text), "{text}");
        }
    }
}
