//! Space that nobody sees.

use std::sync::Arc;

use crate::cell::Value;

/// Whether a character is seen by nobody: space of any width, or none.
pub fn is_space(character: char) -> bool {
    // Zero-width space, joiners, marks of direction, word joiner, byte order mark; soft hyphen.
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A text without space at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// The value of a cell that holds a text: trimmed, every kind of line end a line feed.
pub fn value(text: &str) -> Value {
    match trimmed(text) {
        "" => Value::Empty,
        text if text.contains('\r') => Value::Text(Arc::from(text.replace("\r\n", "\n").replace('\r', "\n"))),
        text => Value::Text(Arc::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_of_every_kind_should_go_at_the_ends_and_stay_inside() {
        assert_eq!(trimmed("\u{feff}\u{3000}\u{a0} 示例 公司\u{200b}\t\r\n"), "示例 公司");
        assert_eq!(value("\u{3000}\u{a0}"), Value::Empty);
        assert_eq!(value(" a\r\nb\rc "), Value::Text("a\nb\nc".into()));
    }
}
