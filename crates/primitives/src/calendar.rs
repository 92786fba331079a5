//! Days of the market: civil days in Shanghai, and which of them are working days (工作日) and trading days (交易日).
//!
//! Shanghai keeps UTC+8 all year since 1991, so a day is 86,400 seconds from 16:00 UTC on.

use crate::text::{named_enum, serde_as_text};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use jiff::civil::{Date, Weekday};
use scale_info::TypeInfo;

/// Seconds that Shanghai is ahead of UTC.
const OFFSET: u64 = 8 * 60 * 60;
/// Seconds of a day.
const SECONDS: u64 = 24 * 60 * 60;
/// The day with number 0.
const EPOCH: Date = jiff::civil::date(1970, 1, 1);
/// The last day with a date: 9999-12-31.
const LAST: Day = Day(2_932_896);
/// Bytes of one bit for each day of a year.
pub const YEAR_BYTES: usize = 46;

/// A civil day in Shanghai, counted from 1970-01-01. Written as `2026-04-30`.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Day(u32);

impl Day {
    /// The day of a Unix second.
    pub fn of(time: u64) -> Self {
        let days = time.saturating_add(OFFSET).checked_div(SECONDS).unwrap_or(0);
        u32::try_from(days).map_or(LAST, |days| Self(days).min(LAST))
    }

    /// The day of a date; none before 1970.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::from_date(Date::new(year, month, day).ok()?)
    }

    fn from_date(date: Date) -> Option<Self> {
        let days = date.duration_since(EPOCH).as_hours().checked_div(24)?;
        u32::try_from(days).ok().map(Self)
    }

    /// Its date. What was decoded may lie after the last one: that is the last one then.
    pub fn date(self) -> Date {
        let days = i64::from(self.0.min(LAST.0));
        EPOCH.checked_add(jiff::Span::new().days(days)).unwrap_or(Date::MAX)
    }

    /// The first Unix second that is not of this day any more: 24:00 in Shanghai.
    pub fn end(self) -> u64 {
        u64::from(self.0).saturating_add(1).saturating_mul(SECONDS).saturating_sub(OFFSET)
    }

    /// Its first Unix second.
    pub fn start(self) -> u64 {
        u64::from(self.0).saturating_mul(SECONDS).saturating_sub(OFFSET)
    }

    /// So many calendar days later, or earlier.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add_signed(days)).min(LAST)
    }

    /// Its year.
    pub fn year(self) -> u16 {
        self.date().year().unsigned_abs()
    }

    /// Its place in its year, from 0.
    fn of_year(self) -> usize {
        usize::from(self.date().day_of_year().unsigned_abs()).saturating_sub(1)
    }

    fn is_weekend(self) -> bool {
        matches!(self.date().weekday(), Weekday::Saturday | Weekday::Sunday)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

/// Why a text is no day: it is no date of the form `2026-04-30`, or lies before 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDay;

impl fmt::Display for NoDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a date such as 2026-04-30")
    }
}

impl core::error::Error for NoDay {}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        // The library reads more forms than one, times of day among them.
        let date: Date = if text.len() == 10 { text.parse().map_err(|_| NoDay)? } else { return Err(NoDay) };
        Self::from_date(date).ok_or(NoDay)
    }
}

serde_as_text!(Day);

named_enum!(
    /// What counts as a day.
    DaySort {
        /// 自然日: every day.
        Calendar = 0, "calendar";
        /// 工作日: with 调休.
        Working = 1, "working";
        /// 交易日.
        Trading = 2, "trading";
    }
);

/// Which days of a year are working days and which are trading days: bit `n % 8` of byte `n / 8` for the day with number `n`,
/// 1 January being 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Year {
    /// Working days.
    pub working: [u8; YEAR_BYTES],
    /// Trading days.
    pub trading: [u8; YEAR_BYTES],
}

fn bit(days: &[u8; YEAR_BYTES], number: usize) -> bool {
    let mask = 1u8.checked_shl(u32::try_from(number % 8).unwrap_or(0)).unwrap_or(0);
    days.get(number / 8).is_some_and(|byte| byte & mask != 0)
}

/// The days of a year, of which there are none before 1970.
fn days_of(year: u16) -> impl Iterator<Item = Day> {
    let first = i16::try_from(year).ok().and_then(|year| Day::new(year, 1, 1));
    let days = first.into_iter().flat_map(|first| (0..366).map(move |number| first.plus(number)));
    days.filter(move |day| day.year() == year)
}

impl Year {
    /// Monday to Friday, where nobody said anything else.
    pub fn weekdays(year: u16) -> Self {
        Self::of(year, |day, _| !day.is_weekend())
    }

    /// A year of which the days for which this holds are of a sort, working or trading.
    pub fn of(year: u16, mut holds: impl FnMut(Day, DaySort) -> bool) -> Self {
        let mut made = Self { working: [0; YEAR_BYTES], trading: [0; YEAR_BYTES] };
        for day in days_of(year) {
            let (byte, mask) = (day.of_year() / 8, 1u8.wrapping_shl(u32::try_from(day.of_year() % 8).unwrap_or(0)));
            for (sort, days) in [(DaySort::Working, &mut made.working), (DaySort::Trading, &mut made.trading)] {
                if holds(day, sort) {
                    days.get_mut(byte).into_iter().for_each(|byte| *byte |= mask);
                }
            }
        }
        made
    }

    /// Whether another version of this year has the same days before a day.
    pub fn agrees_until(&self, other: &Self, year: u16, until: Day) -> bool {
        days_of(year).take_while(|day| *day < until).all(|day| {
            [DaySort::Working, DaySort::Trading].into_iter().all(|sort| self.has(day, sort) == other.has(day, sort))
        })
    }

    /// Whether a day of this year is of a sort.
    pub fn has(&self, day: Day, sort: DaySort) -> bool {
        match sort {
            DaySort::Calendar => true,
            DaySort::Working => bit(&self.working, day.of_year()),
            DaySort::Trading => bit(&self.trading, day.of_year()),
        }
    }
}

/// The years of a market's calendar. A year that nobody entered has Monday to Friday.
pub trait Calendar {
    /// A year, where it was entered.
    fn year(&self, year: u16) -> Option<Year>;

    /// Whether a day is of a sort.
    fn is(&self, day: Day, sort: DaySort) -> bool {
        match sort {
            DaySort::Calendar => true,
            _ => self.year(day.year()).map_or(!day.is_weekend(), |year| year.has(day, sort)),
        }
    }

    /// The day itself where it is of a sort, or the next one that is, within a year.
    fn on_or_after(&self, day: Day, sort: DaySort) -> Day {
        (0..366).map(|days| day.plus(days)).find(|day| self.is(*day, sort)).unwrap_or(day)
    }

    /// The day that is so many days of a sort after a day, or before it where the number is negative. With 0 the day itself.
    /// Looks at 800 days at most, whatever the calendar says.
    fn offset(&self, day: Day, days: i16, sort: DaySort) -> Day {
        if sort == DaySort::Calendar {
            return day.plus(days.into());
        }
        let (step, mut left, mut at) = (i32::from(days.signum()), days.unsigned_abs(), day);
        for _ in 0..800 {
            if left == 0 {
                break;
            }
            at = at.plus(step);
            left = left.saturating_sub(u16::from(self.is(at, sort)));
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{collections::BTreeMap, string::ToString};
    use proptest::prelude::*;

    struct Years(BTreeMap<u16, Year>);

    impl Calendar for Years {
        fn year(&self, year: u16) -> Option<Year> {
            self.0.get(&year).copied()
        }
    }

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    /// 2026 with a holiday from 1 to 5 May and Saturday 9 May worked instead; trading never happens on weekends.
    fn years() -> Years {
        let holiday = |at: Day| (day("2026-05-01")..=day("2026-05-05")).contains(&at);
        let year = Year::of(2026, |at, sort| match sort {
            DaySort::Working => at == day("2026-05-09") || !at.is_weekend() && !holiday(at),
            _ => !at.is_weekend() && !holiday(at),
        });
        Years(BTreeMap::from([(2026, year)]))
    }

    #[test]
    fn a_day_should_end_at_midnight_in_shanghai() {
        let day = day("2026-04-30");
        // 2026-04-30T15:59:59Z is the last second, as `date -u -d` has it.
        assert_eq!(day.end(), 1_777_564_800);
        assert_eq!(Day::of(day.end() - 1), day);
        assert_eq!(Day::of(day.end()), day.plus(1));
        assert_eq!(Day::of(day.start()), day);
        assert_eq!(Day::of(day.start() - 1), day.plus(-1));
    }

    #[test]
    fn holidays_and_worked_saturdays_should_count_as_the_calendar_says() {
        let years = years();
        assert_eq!(years.on_or_after(day("2026-05-01"), DaySort::Working), day("2026-05-06"));
        assert_eq!(years.offset(day("2026-04-30"), 2, DaySort::Trading), day("2026-05-07"));
        assert_eq!(years.offset(day("2026-05-07"), 2, DaySort::Working), day("2026-05-09"));
        assert_eq!(years.offset(day("2026-05-07"), 2, DaySort::Trading), day("2026-05-11"));
        assert_eq!(years.offset(day("2026-05-07"), -2, DaySort::Trading), day("2026-04-30"));
        assert_eq!(years.offset(day("2026-05-01"), 3, DaySort::Calendar), day("2026-05-04"));
        // Nobody entered 2027: Monday to Friday.
        assert_eq!(years.on_or_after(day("2027-05-01"), DaySort::Working), day("2027-05-03"));
    }

    #[test]
    fn a_year_without_any_day_of_a_sort_should_end_all_the_same() {
        let none = Year::of(2026, |_, _| false);
        let years = Years([2026, 2027, 2028, 2029].into_iter().map(|year| (year, none)).collect());
        assert_eq!(years.on_or_after(day("2026-01-01"), DaySort::Working), day("2026-01-01"));
        assert!(years.offset(day("2026-01-01"), 1, DaySort::Working) > day("2028-01-01"));
    }

    #[test]
    fn only_dates_should_be_read() {
        for text in ["", "2026-13-01", "2026-02-29", "20260430", "2026-4-30", "1969-12-31", "2026-04-30T00:00:00"] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(LAST.to_string(), "9999-12-31");
        assert_eq!(Day(u32::MAX).to_string(), "9999-12-31");
    }

    proptest! {
        #[test]
        fn every_day_should_read_back_and_hold_its_seconds(number in 0u32..=2_932_896, second in 0u64..SECONDS) {
            let day = Day(number);
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            prop_assert_eq!(day.plus(1).plus(-1), if number == 2_932_896 { Day(number - 1) } else { day });
            if let Some(time) = day.start().checked_add(second).filter(|_| number > 0) {
                prop_assert_eq!(Day::of(time), day);
            }
        }

        #[test]
        fn weekdays_should_be_what_a_year_without_entry_has(number in 0u32..100_000) {
            let (day, none) = (Day(number), Years(BTreeMap::new()));
            let year = Year::weekdays(day.year());
            prop_assert_eq!(year.has(day, DaySort::Working), none.is(day, DaySort::Working));
            prop_assert_eq!(year.has(day, DaySort::Trading), !day.is_weekend());
        }
    }
}
