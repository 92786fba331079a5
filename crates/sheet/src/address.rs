//! Where a cell stands.

use std::fmt;

/// Where a cell stands, as the spreadsheet shows it: `C17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The row, the first being 1.
    pub row: u32,
    /// The column, the first (`A`) being 1.
    pub column: u32,
}

impl Address {
    /// A place.
    pub const fn new(row: u32, column: u32) -> Self {
        Self { row, column }
    }

    /// The letters of its column: `A` to `Z`, then `AA`.
    pub fn letters(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while let Some(above) = rest.checked_sub(1) {
            letters.push(char::from_u32(u32::from(b'A').saturating_add(above % 26)).unwrap_or('?'));
            rest = above / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters(), self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_should_be_shown_as_the_spreadsheet_shows_it() {
        let shown = |row, column| Address::new(row, column).to_string();
        assert_eq!(shown(17, 3), "C17");
        assert_eq!(
            (shown(1, 26), shown(2, 27), shown(3, 52), shown(4, 53)),
            ("Z1".into(), "AA2".into(), "AZ3".into(), "BA4".into())
        );
        assert_eq!((shown(1, 256), shown(1_048_576, 16_384)), ("IV1".into(), "XFD1048576".into()));
    }
}
