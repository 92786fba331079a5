//! How words of the command line and cells of a list become values of enterprises and archives.

use crate::{
    enterprise_failures::{of_code, of_name, of_query},
    error::CliError,
    values,
};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiandu_client::{
    enterprises::{self, Query},
    obligations::YEARS,
};
use jiandu_primitives::{
    calendar::Day,
    code::{EnterpriseCode, Tier},
    disclosure::{Occasion, MAX_NUMBER, MAX_SECURITY},
    enterprise::{section_id as id_of, Section, SourceDomain, MAX_PART},
    header::{Label, LabelError},
    record::ExternalId,
};
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;
/// How far Beijing is ahead of UTC, in seconds.
const AHEAD: u64 = 8 * 60 * 60;
/// How far a date may lie ahead of the clock here, as the chain allows for its own, in seconds.
const CLOCK_SLACK: u64 = 600;

/// An enterprise by anything that it is or was called.
pub fn query(text: &str) -> Result<Query, CliError> {
    text.parse().map_err(|error| of_query(text, &error))
}

/// 企业编码.
pub fn code(text: &str) -> Result<EnterpriseCode, CliError> {
    text.parse().map_err(|error| of_code(text, error))
}

/// The registered name of an enterprise, as the business register writes it.
pub fn name(text: &str) -> Result<String, CliError> {
    enterprises::registered_name(text).ok_or_else(|| of_name(text))
}

/// The letter that a tier is written with.
const fn letter(tier: Tier) -> &'static str {
    match tier {
        Tier::Incubation => "F",
        Tier::Standard => "G",
        Tier::Cultivation => "P",
        Tier::Custody => "T",
    }
}

/// A tier by its letter, in either case.
pub fn tier() -> impl TypedValueParser<Value = Tier> {
    PossibleValuesParser::new(Tier::ALL.iter().map(|tier| letter(*tier))).try_map(|text| {
        let known = Tier::ALL.iter().copied().find(|tier| letter(*tier).eq_ignore_ascii_case(&text));
        known.ok_or(jiandu_primitives::UnknownName { known: &[] })
    })
}

/// The number of a proposal.
pub fn proposal(text: &str) -> Result<u64, CliError> {
    text.parse().map_err(|_| CliError::BadNumber { value: text.into() })
}

/// The number of a disclosure among those of its kind: what an external id may hold.
pub fn disclosure_number(text: &str) -> Result<Label<MAX_NUMBER>, CliError> {
    let allowed = text.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
    let number = text.parse().ok().filter(|_| allowed);
    number.ok_or_else(|| CliError::BadDisclosureNumber { value: text.into(), most: MAX_NUMBER.into() })
}

/// A security, by what follows the point in its product code.
pub fn security(text: &str) -> Result<Label<MAX_SECURITY>, CliError> {
    let security = text.split_once('.').map_or(text, |(_, security)| security);
    security.parse().map_err(|_| CliError::BadSecurity { value: text.into() })
}

/// An occasion: `2025` for what is due after that year, `2026-04-14` or `2026-04-14#2` for an event of that day, `DCFGFR2401@2026-06-30`
/// for an entry of a security's schedule.
pub fn occasion(text: &str) -> Result<Occasion, CliError> {
    let bad = || CliError::BadOccasion { value: text.into() };
    if let Some((security, day)) = text.split_once('@') {
        let (security, day) = (security.parse().map_err(|_| bad())?, day.parse().map_err(|_| bad())?);
        return Ok(Occasion::Schedule { security, day });
    }
    if text.len() == 4 {
        return text.parse().map(Occasion::Period).map_err(|_| bad());
    }
    let (day, number) = text.split_once('#').unwrap_or((text, "1"));
    let number: u8 = number.parse().map_err(|_| bad())?;
    let number = number.checked_sub(1).ok_or_else(bad)?;
    Ok(Occasion::Event { day: day.parse().map_err(|_| bad())?, number })
}

/// The name of a part of a section: what an external id may hold.
pub fn part(text: &str) -> Result<Label<MAX_PART>, CliError> {
    let part = text.parse::<Label<MAX_PART>>().map_err(|error| match error {
        LabelError::Length { found, most } => CliError::PartLength { found: found.into(), most: most.into() },
        LabelError::Character { position } => CliError::PartCharacter { part: text.into(), position: position.into() },
    })?;
    // A label may hold more characters than an external id.
    match text.chars().position(|c| !(c.is_ascii_alphanumeric() || "._-".contains(c))) {
        Some(index) => Err(CliError::PartCharacter { part: text.into(), position: index.saturating_add(1).into() }),
        None => Ok(part),
    }
}

/// The name of a section's record within the enterprise.
pub fn section_id(section: Section, part: Option<&Label<MAX_PART>>) -> Result<ExternalId, CliError> {
    let part_text = part.map(ToString::to_string).unwrap_or_default();
    id_of(section, part, 0).ok_or(CliError::PartCharacter { part: part_text.into(), position: 1.into() })
}

/// Where the content of a section comes from, as a rule.
pub const fn usual_source(section: Section) -> SourceDomain {
    match section {
        Section::Personnel => SourceDomain::Personal,
        Section::Equity | Section::Financing => SourceDomain::Market,
        Section::Government => SourceDomain::Public,
        Section::CashFlow => SourceDomain::Financial,
        Section::Basic
        | Section::Qualification
        | Section::Finance
        | Section::Credit
        | Section::IntellectualProperty => SourceDomain::Enterprise,
    }
}

/// A day, from its beginning in Beijing, as people and spreadsheets write it: `2026-04-14`, `2026/4/14`, `2026年4月14日`; or a
/// time as everywhere else.
pub fn day(text: &str) -> Result<u64, CliError> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    match parts.as_slice() {
        [year, month, day] if digits && year.len() == 4 => {
            let day = values::time(&format!("{year}-{month:0>2}-{day:0>2}"));
            day.map_err(|_| CliError::BadTime { value: text.into() })
        }
        _ => values::time(text),
    }
}

/// The day in Beijing that such a text means.
pub fn date(text: &str) -> Result<Day, CliError> {
    day(text).map(Day::of)
}

/// Yes or no, as clerks write it into a cell.
pub fn answer(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "是" | "yes" | "y" | "true" | "1" => Some(true),
        "否" | "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// A year of the calendar.
pub fn year(text: &str) -> Result<u16, CliError> {
    let year = text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year));
    year.ok_or_else(|| CliError::BadYear { value: text.into(), first: YEARS.start().into(), last: YEARS.end().into() })
}

/// Now, by the clock here.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// The beginning of the day in Beijing that a moment belongs to.
pub const fn beginning_of_day(time: u64) -> u64 {
    time.saturating_sub(time.saturating_add(AHEAD) % DAY)
}

/// The beginning of today.
pub fn today() -> u64 {
    beginning_of_day(now())
}

/// Whether a date lies ahead, so that the chain would refuse it.
pub fn lies_ahead(since: u64) -> bool {
    since > now().saturating_add(CLOCK_SLACK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::BEIJING;

    fn refused<T: std::fmt::Debug>(result: Result<T, CliError>) -> String {
        result.expect_err("refused").code().to_owned()
    }

    #[test]
    fn an_enterprise_should_be_named_in_any_form_and_a_wrong_one_explained() {
        assert!(matches!(query("91350100M000100Y43"), Ok(Query::Uscc(_))));
        assert!(matches!(query("hn000001f"), Ok(Query::Code(_))));
        assert!(matches!(query("did:rem:hunan:HN000001G"), Ok(Query::Did(_))));
        assert!(matches!(query("湖南某某公司"), Ok(Query::Name(_))));
        assert_eq!(refused(query("91350100M000100Y44")), "uscc-check");
        assert_eq!(refused(query("HN00001F")), "code-digits");
        assert_eq!(refused(query("did:web:example")), "did-method");
        assert_eq!(refused(query("")), "enterprise-name-length");
    }

    #[test]
    fn a_wrong_code_should_name_what_is_wrong_with_it() {
        assert!(code(" hn000001f ").is_ok());
        assert_eq!(refused(code("ZZ000001F")), "code-region");
        assert_eq!(refused(code("HN00001F")), "code-digits");
        assert_eq!(refused(code("HN00O001F")), "code-character");
        assert_eq!(refused(code("HN00000１F")), "code-character");
        assert_eq!(refused(code("HN000001X")), "code-tier");
        assert_eq!(refused(code("HN000001F.DCFGFR2401")), "code-trailing");
    }

    #[test]
    fn a_name_should_be_what_the_register_prints() {
        assert_eq!(name(" 湖南某某(集团)公司 ").as_deref(), Ok("湖南某某（集团）公司"));
        assert_eq!(refused(name(" ")), "enterprise-name-length");
        assert_eq!(refused(name(&"名".repeat(65))), "enterprise-name-length");
        // Parentheses become full-width ones, which are longer.
        assert_eq!(refused(name(&format!("{}(a)", "名".repeat(63)))), "enterprise-name-length");
        assert_eq!(refused(name("示例13800138000公司")), "enterprise-name");
        assert_eq!(refused(name("零\u{200b}宽公司")), "enterprise-name");
    }

    #[test]
    fn every_tier_should_have_the_letter_of_the_standard() {
        for tier in Tier::ALL {
            assert_eq!(letter(*tier), tier.letter().to_string());
        }
    }

    #[test]
    fn a_part_should_become_part_of_an_external_id() {
        let made = part("2025").expect("a part");
        assert_eq!(
            section_id(Section::Finance, Some(&made)).expect("an id").to_string(),
            "jiandu-archive.finance.2025"
        );
        assert_eq!(section_id(Section::CashFlow, None).expect("an id").to_string(), "jiandu-archive.cash-flow");
        assert_eq!(refused(part("2025/1")), "part-character");
        assert_eq!(refused(part("年报")), "part-character");
        assert_eq!(refused(part(&"1".repeat(33))), "part-length");
    }

    #[test]
    fn a_day_should_be_read_as_spreadsheets_write_it() {
        for written in ["2026-04-14", "2026/4/14", "2026/04/14", "2026.4.14", "2026年4月14日", " 2026-4-14 "] {
            assert_eq!(day(written), Ok(1_776_096_000), "{written}");
        }
        assert_eq!(day("2026-04-14T10:32:06+08:00"), Ok(1_776_133_926));
        assert_eq!(date("2026/4/14"), Ok("2026-04-14".parse().expect("a day")));
        for bad in ["", "14/4/2026", "2026/2/30", "2026/4", "46126", "四月"] {
            assert_eq!(refused(day(bad)), "bad-time", "{bad}");
        }
    }

    #[test]
    fn an_answer_should_be_read_in_either_language() {
        assert_eq!(["是", "Yes", "Y", "TRUE", "1"].map(answer), [Some(true); 5]);
        assert_eq!(["否", "no", "N", "false", "0"].map(answer), [Some(false); 5]);
        assert_eq!(["", "maybe", "休", "2"].map(answer), [None; 4]);
    }

    #[test]
    fn a_year_should_be_one_of_the_calendar() {
        assert_eq!((year("1990"), year("2200")), (Ok(1990), Ok(2200)));
        for bad in ["", "1989", "2201", "27", "+2027", "02027", "二〇二七"] {
            assert_eq!(refused(year(bad)), "bad-year", "{bad}");
        }
    }

    #[test]
    fn a_day_should_begin_in_beijing() {
        assert_eq!(beginning_of_day(1_776_133_926), 1_776_096_000);
        assert_eq!(beginning_of_day(1_776_096_000), 1_776_096_000);
        assert_eq!(beginning_of_day(1_776_095_999), 1_776_096_000 - DAY);
        assert_eq!(AHEAD, u64::try_from(BEIJING.seconds()).expect("ahead of UTC"));
        assert!(lies_ahead(now() + DAY) && !lies_ahead(today()));
    }

    #[test]
    fn sections_about_persons_should_come_from_personal_data() {
        for section in Section::ALL {
            let personal = usual_source(*section) == SourceDomain::Personal;
            assert_eq!(personal, *section == Section::Personnel, "{section}");
        }
    }
}
