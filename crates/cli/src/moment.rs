//! Moments as people read them: the time of Beijing first, and UTC.

use crate::language::{values, Language, Texts};
use jiandu_primitives::chain::Moment;
use jiff::{
    tz::{Offset, TimeZone},
    Timestamp,
};
use serde::Serialize;

/// China has one time zone, without summer time.
pub const BEIJING: Offset = Offset::constant(8);

/// A moment as JSON shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MomentDocument {
    /// The block's number.
    pub block: u32,
    /// The block's time in Unix seconds.
    pub time: u64,
    /// The same, in Beijing's offset, as in RFC 3339.
    pub beijing: String,
    /// The same in UTC, as in RFC 3339.
    pub utc: String,
}

impl From<Moment> for MomentDocument {
    fn from(moment: Moment) -> Self {
        let TimeDocument { time, beijing, utc } = moment.time.into();
        Self { block: moment.block, time, beijing, utc }
    }
}

/// A Unix second as JSON shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimeDocument {
    /// The second.
    pub time: u64,
    /// The same, in Beijing's offset, as in RFC 3339.
    pub beijing: String,
    /// The same in UTC, as in RFC 3339.
    pub utc: String,
}

impl From<u64> for TimeDocument {
    fn from(time: u64) -> Self {
        let beijing = format(time, BEIJING, "%Y-%m-%dT%H:%M:%S+08:00");
        Self { time, beijing, utc: format(time, Offset::UTC, "%Y-%m-%dT%H:%M:%SZ") }
    }
}

/// `2026-04-14 10:32:06` in Beijing.
pub fn beijing(time: u64) -> String {
    format(time, BEIJING, "%Y-%m-%d %H:%M:%S")
}

/// `2026-04-14 02:32:06` in UTC.
pub fn utc(time: u64) -> String {
    format(time, Offset::UTC, "%Y-%m-%d %H:%M:%S")
}

/// A Unix second in both times, in the words of a language. The first block of all has no time.
pub fn both(time: u64, language: Language) -> String {
    if time == 0 {
        return language.text("moment-genesis");
    }
    language.say("moment-both", &values! { beijing = beijing(time), utc = utc(time) })
}

/// Both times and the block.
pub fn full(moment: Moment, language: Language) -> String {
    if moment.block == 0 {
        return language.text("moment-genesis");
    }
    let values = values! { time = both(moment.time, language), block = grouped(moment.block) };
    language.say("moment-full", &values)
}

/// A Unix second in Beijing, in the words of a language.
pub fn short(time: u64, language: Language) -> String {
    if time == 0 {
        return language.text("moment-genesis");
    }
    language.say("moment-short", &values! { beijing = beijing(time) })
}

/// A number with its thousands apart, as blocks and bytes are shown to people.
pub fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut grouped = String::with_capacity(digits.len().saturating_mul(2));
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn format(time: u64, offset: Offset, form: &str) -> String {
    // What is beyond the year 9999 only a broken block says; it is shown as it stands.
    let timestamp = i64::try_from(time).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    timestamp.map_or_else(
        || format!("@{time}"),
        |timestamp| timestamp.to_zoned(TimeZone::fixed(offset)).strftime(form).to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: u64 = 1_776_133_926;

    #[test]
    fn both_times_should_be_shown() {
        assert_eq!(both(TIME, Language::Chinese), "2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC");
        assert_eq!(both(TIME, Language::English), "2026-04-14 10:32:06 Beijing time, 2026-04-14 02:32:06 UTC");
    }

    #[test]
    fn the_first_block_should_have_a_name_instead_of_a_time() {
        assert_eq!(full(Moment::default(), Language::Chinese), "创世区块");
        assert_eq!(short(0, Language::English), "genesis");
    }

    #[test]
    fn the_document_should_be_rfc_3339() {
        let document = MomentDocument::from(Moment { block: 7, time: TIME });
        assert_eq!(document.beijing, "2026-04-14T10:32:06+08:00");
        assert_eq!(document.utc, "2026-04-14T02:32:06Z");
    }

    #[test]
    fn a_time_beyond_all_calendars_should_not_panic() {
        assert_eq!(beijing(u64::MAX), format!("@{}", u64::MAX));
    }

    #[test]
    fn thousands_should_stand_apart() {
        let cases = [(0u64, "0"), (999, "999"), (1_000, "1,000"), (1_203_377, "1,203,377"), (123_456, "123,456")];
        for (number, expected) in cases {
            assert_eq!(grouped(number), expected);
        }
    }
}
