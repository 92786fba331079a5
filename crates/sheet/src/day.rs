//! Days as people write them.

use crate::{
    address::Address,
    cell::{CellError, DateSystem},
    code, serial, trim,
};
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// Numbers that are days where a day is wanted: 1954-10-03 to 2119-01-10, counted from 1900.
const SERIALS: RangeInclusive<i64> = 20_000..=80_000;
/// No record is older. What is before is a slip of the pen.
const FIRST_YEAR: i16 = 1900;

/// Why a text names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is none.
    NotDay,
    /// The year is not in front.
    Ambiguous,
    /// The year has two digits.
    ShortYear,
    /// The calendar does not have it.
    NoSuchDay,
    /// There is a time of day.
    TimeOfDay,
}

impl Doubt {
    /// The error about a cell.
    pub fn about(self, address: Address, raw: String) -> CellError {
        match self {
            Self::NotDay => CellError::NotDay { address, raw },
            Self::Ambiguous => CellError::AmbiguousDay { address, raw },
            Self::ShortYear => CellError::ShortYear { address, raw },
            Self::NoSuchDay => CellError::NoSuchDay { address, raw },
            Self::TimeOfDay => CellError::TimeOfDay { address, raw },
        }
    }
}

/// Reads a day.
pub fn read(text: &str, dates: DateSystem) -> Result<Date, Doubt> {
    let text: String = text.chars().map(code::narrow).collect();
    let text = trim::trimmed(&text);
    if is_digits(text) {
        return of_digits(text, dates);
    }
    if let Some((whole, fraction)) = text.split_once('.') {
        // A number of days with a fraction of a day.
        if whole.len() == 5 && is_digits(fraction) && of_digits(whole, dates).is_ok() {
            return Err(Doubt::TimeOfDay);
        }
    }
    match text.contains('年') {
        true => of_chinese(text),
        false => {
            let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
            of_parts(day).and_then(|day| at_midnight(time).map(|()| day))
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `20260414`, or the number of a day.
fn of_digits(text: &str, dates: DateSystem) -> Result<Date, Doubt> {
    let cut = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    match text.len() {
        8 => calendar(cut(0, 4), cut(4, 6), cut(6, 8)),
        6 => Err(Doubt::ShortYear),
        _ => {
            let number = text.parse().ok().filter(|number| SERIALS.contains(number));
            number.and_then(|number| serial::day(number, dates)).ok_or(Doubt::NotDay)
        }
    }
}

/// `2026年4月14日`.
fn of_chinese(text: &str) -> Result<Date, Doubt> {
    let text: String = text.chars().filter(|character| !trim::is_space(*character)).collect();
    let parts = || {
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let (day, time) = rest.split_once(['日', '号'])?;
        Some((year, month, day, time))
    };
    let (year, month, day, time) = parts().ok_or(Doubt::NotDay)?;
    let day = calendar(year, month, day)?;
    at_midnight(time).map(|()| day)
}

/// `2026-4-14`, with `/` or `.` as well.
fn of_parts(text: &str) -> Result<Date, Doubt> {
    let separator = text.chars().find(|character| ['-', '/', '.'].contains(character)).ok_or(Doubt::NotDay)?;
    let mut parts = text.split(separator);
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), Some(third), None) => {
            if ![first, second, third].into_iter().all(is_digits) {
                return Err(Doubt::NotDay);
            }
            match (first.len(), third.len()) {
                (1 | 2, 4) => Err(Doubt::Ambiguous),
                _ => calendar(first, second, third),
            }
        }
        _ => Err(Doubt::NotDay),
    }
}

fn calendar(year: &str, month: &str, day: &str) -> Result<Date, Doubt> {
    if ![year, month, day].into_iter().all(is_digits) || month.len() > 2 || day.len() > 2 {
        return Err(Doubt::NotDay);
    }
    match year.len() {
        4 => {}
        1 | 2 => return Err(Doubt::ShortYear),
        _ => return Err(Doubt::NotDay),
    }
    let year = year.parse().ok().filter(|year| *year >= FIRST_YEAR).ok_or(Doubt::NotDay)?;
    let (month, day) = (month.parse().map_err(|_| Doubt::NotDay)?, day.parse().map_err(|_| Doubt::NotDay)?);
    Date::new(year, month, day).map_err(|_| Doubt::NoSuchDay)
}

/// Accepts the midnight that spreadsheets append to a day.
fn at_midnight(time: &str) -> Result<(), Doubt> {
    let time = trim::trimmed(time);
    let is_time = time.contains(':') && time.starts_with(|character: char| character.is_ascii_digit());
    let is_zero = time.chars().all(|character| matches!(character, '0' | ':' | '.'));
    match (time.is_empty(), is_time) {
        (true, _) => Ok(()),
        (false, true) if is_zero => Ok(()),
        (false, true) => Err(Doubt::TimeOfDay),
        (false, false) => Err(Doubt::NotDay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<Date, Doubt> {
        super::read(text, DateSystem::From1900)
    }

    #[test]
    fn days_should_be_read_however_they_are_written() {
        let texts = [
            "2026-04-14",
            "2026-4-14",
            "2026/4/14",
            "2026/04/14",
            "2026.4.14",
            "2026年4月14日",
            "2026 年 04 月 14 日",
            "2026年4月14号",
            "20260414",
            "46126",
            "２０２６－０４－１４",
            "２０２６年４月１４日",
            "２０２６０４１４",
            "2026/4/14 0:00",
            "2026-04-14 00:00:00",
            "2026-04-14T00:00:00.000",
            "2026年4月14日 0:00:00",
        ];
        for text in texts {
            assert_eq!(read(text), Ok(date(2026, 4, 14)), "{text}");
        }
        assert_eq!(super::read("44664", DateSystem::From1904), Ok(date(2026, 4, 14)));
    }

    #[test]
    fn days_in_doubt_should_be_refused_with_the_reason() {
        let texts = [
            ("4/14/2026", Doubt::Ambiguous),
            ("14.4.2026", Doubt::Ambiguous),
            ("04-05-2026", Doubt::Ambiguous),
            ("2026-02-30", Doubt::NoSuchDay),
            ("2025年2月29日", Doubt::NoSuchDay),
            ("20261301", Doubt::NoSuchDay),
            ("2026/4/14 13:30", Doubt::TimeOfDay),
            ("2026-04-14T08:00:00", Doubt::TimeOfDay),
            ("46126.5", Doubt::TimeOfDay),
            ("26-04-14", Doubt::ShortYear),
            ("26/4/14", Doubt::ShortYear),
            ("26年4月14日", Doubt::ShortYear),
            ("260414", Doubt::ShortYear),
            ("", Doubt::NotDay),
            ("2026-04", Doubt::NotDay),
            ("2026年4月", Doubt::NotDay),
            ("2026-04/14", Doubt::NotDay),
            ("2026-04-14-1", Doubt::NotDay),
            ("2026-004-14", Doubt::NotDay),
            ("0026-04-14", Doubt::NotDay),
            ("12026-04-14", Doubt::NotDay),
            ("2026-04-14 长期", Doubt::NotDay),
            ("长期", Doubt::NotDay),
            ("19999", Doubt::NotDay),
            ("80001", Doubt::NotDay),
            ("99999999999999999999999", Doubt::NotDay),
            ("2026.5", Doubt::NotDay),
        ];
        for (text, doubt) in texts {
            assert_eq!(read(text), Err(doubt), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_should_be_read_or_refused(text in "\\PC{0,24}") {
            if let Ok(day) = read(&text) {
                prop_assert!(day.year() >= FIRST_YEAR);
            }
        }

        #[test]
        fn every_day_should_be_read_back(number in 20_000_i64..80_000) {
            let day = serial::day(number, DateSystem::From1900).expect("a day");
            prop_assert_eq!(read(&day.to_string()), Ok(day));
            prop_assert_eq!(read(&number.to_string()), Ok(day));
            let chinese = format!("{}年{}月{}日", day.year(), day.month(), day.day());
            prop_assert_eq!(read(&chinese), Ok(day));
        }
    }
}
