//! Days as spreadsheets count them.

use crate::cell::{DateSystem, Value};
use jiff::{
    civil::{date, Date},
    Span,
};

/// What the two ways of counting differ by, in days.
const BETWEEN: i64 = 1_462;
/// The day that never was: spreadsheets count a 29th of February 1900.
const LEAP_1900: i64 = 60;
/// The number of 9999-12-31, counted from 1900.
const LAST: i64 = 2_958_465;
const SECONDS: f64 = 86_400.0;

/// The day of a whole number.
pub fn day(number: i64, dates: DateSystem) -> Option<Date> {
    let number = match dates {
        DateSystem::From1900 => number,
        DateSystem::From1904 => number.checked_add(BETWEEN)?,
    };
    let origin = match number {
        1..LEAP_1900 => date(1899, 12, 31),
        LEAP_1900 => return None,
        _ if (LEAP_1900..=LAST).contains(&number) => date(1899, 12, 30),
        _ => return None,
    };
    origin.checked_add(Span::new().try_days(number).ok()?).ok()
}

/// A whole number, if it is one that all numbers of spreadsheets can hold exactly.
pub fn whole(number: f64) -> Option<i64> {
    let fits = crate::code::is_exact(number) && number.fract() == 0.0;
    fits.then(|| format!("{number:.0}").parse().ok()).flatten()
}

/// What a cell holds that is shown as a day or a time: the number itself where it means no day.
pub fn value(number: f64, dates: DateSystem) -> Value {
    let found = || {
        let seconds = whole(((number - number.floor()) * SECONDS).round())?;
        let day = day(whole(number.floor())?, dates)?;
        // A second that was rounded up may belong to the next day.
        let time = day.to_datetime(jiff::civil::Time::midnight());
        let time = time.checked_add(Span::new().try_seconds(seconds).ok()?).ok()?;
        Some(match time.time() == jiff::civil::Time::midnight() {
            true => Value::Day(time.date()),
            false => Value::DateTime(time),
        })
    };
    found().unwrap_or(Value::Number(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateSystem::{From1900, From1904};

    #[test]
    fn both_ways_of_counting_should_find_the_same_day() {
        assert_eq!(day(46_126, From1900), Some(date(2026, 4, 14)));
        assert_eq!(day(44_664, From1904), Some(date(2026, 4, 14)));
        assert_eq!((day(1, From1900), day(59, From1900)), (Some(date(1900, 1, 1)), Some(date(1900, 2, 28))));
        assert_eq!((day(60, From1900), day(61, From1900)), (None, Some(date(1900, 3, 1))));
        assert_eq!((day(0, From1900), day(0, From1904)), (None, Some(date(1904, 1, 1))));
        assert_eq!((day(LAST, From1900), day(LAST + 1, From1900)), (Some(date(9999, 12, 31)), None));
        assert_eq!((day(i64::MAX, From1904), day(i64::MIN, From1904)), (None, None));
    }

    #[test]
    fn a_time_of_day_should_be_told_apart_and_rounding_forgiven() {
        assert_eq!(value(46_126.0, From1900), Value::Day(date(2026, 4, 14)));
        assert_eq!(value(46_126.5, From1900), Value::DateTime(date(2026, 4, 14).at(12, 0, 0, 0)));
        assert_eq!(value(46_125.999_999_9, From1900), Value::Day(date(2026, 4, 14)));
        // A mere time of day, and what is no day at all.
        for number in [0.5, -3.0, 1e300, f64::NAN, f64::INFINITY] {
            assert!(matches!(value(number, From1900), Value::Number(_)), "{number}");
        }
    }
}
