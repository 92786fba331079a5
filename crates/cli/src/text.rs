//! Text for people: colours, and columns that line up though Chinese characters are two columns wide.
//!
//! Colours are always written; `anstream` takes them out where nobody sees them.

use clap::builder::styling::{AnsiColor, Color, Style as Ansi};
use unicode_width::UnicodeWidthStr;

/// How a piece of text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// It holds.
    Good,
    /// It holds, but look.
    Caution,
    /// It does not hold.
    Bad,
    /// A title.
    Strong,
    /// A remark.
    Faint,
}

impl Style {
    /// The text in this style.
    pub fn paint(self, text: &str) -> String {
        let colour = |colour| Ansi::new().fg_color(Some(Color::Ansi(colour)));
        let style = match self {
            Self::Good => colour(AnsiColor::Green),
            Self::Caution => colour(AnsiColor::Yellow),
            Self::Bad => colour(AnsiColor::Red),
            Self::Strong => Ansi::new().bold(),
            Self::Faint => Ansi::new().dimmed(),
        };
        format!("{style}{text}{style:#}")
    }
}

/// Labels and what they say, one per line, the second column aligned. Further lines of a value are indented below it.
pub fn pairs(indent: usize, pairs: &[(String, String)]) -> String {
    let widest = pairs.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    let mut text = String::new();
    for (label, value) in pairs {
        let hanging = " ".repeat(indent.saturating_add(widest).saturating_add(2));
        let mut lines = value.lines();
        let first = format!("{}{}  {}", " ".repeat(indent), padded(label, widest), lines.next().unwrap_or_default());
        text.push_str(&format!("{}\n", first.trim_end()));
        lines.for_each(|line| text.push_str(&format!("{hanging}{line}\n")));
    }
    text
}

/// Rows below headings, all columns aligned but the last.
pub fn table<const COLUMNS: usize>(headings: [String; COLUMNS], rows: &[[String; COLUMNS]]) -> String {
    columns(&headings, rows)
}

/// The same of as many columns as there are headings.
pub fn columns(headings: &[String], rows: &[impl AsRef<[String]>]) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|heading| width(heading)).collect();
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row.as_ref()) {
            *widest = width(cell).max(*widest);
        }
    }
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().zip(&widths).map(|(cell, widest)| padded(cell, *widest)).collect();
        cells.join("  ").trim_end().to_owned()
    };
    let mut text = format!("{}\n", Style::Strong.paint(&line(headings)));
    rows.iter().for_each(|row| text.push_str(&format!("{}\n", line(row.as_ref()))));
    text
}

/// Text from elsewhere, such as a file's name or what a node says, without anything that could steer a terminal.
pub fn printable(text: &str) -> String {
    let harmless = |c: char| {
        !c.is_control()
            && !matches!(c, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
    };
    text.chars().map(|c| if harmless(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// The text filled up to a number of columns.
pub fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// How many columns a text without colours takes.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text without its colours, as a file or a test sees it.
#[cfg(test)]
pub fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_elsewhere_should_steer_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\n\u{202e}fdp.年报"), "a\u{fffd}[31mb\u{fffd}\u{fffd}fdp.年报");
    }

    #[test]
    fn columns_should_line_up_with_wide_characters() {
        let row = |left: &str, right: &str| [left.to_owned(), right.to_owned()];
        let text = plain(&table(row("名称", "id"), &[row("湖南股权交易所", "1"), row("Bank", "2")]));
        insta::assert_snapshot!(text, @r"
        名称            id
        湖南股权交易所  1
        Bank            2
        ");
        let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        let text = pairs(2, &[pair("版本", "首版（v0）"), pair("登记机构", "甲\n乙")]);
        insta::assert_snapshot!(text, @r"
          版本      首版（v0）
          登记机构  甲
                    乙
        ");
    }
}
