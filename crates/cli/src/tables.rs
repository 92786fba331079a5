//! The tables that `jiandu import` reads: which there are, and their columns.
//!
//! A column is known by its heading, in Chinese or in English, wherever it stands; any others are left alone. The table is known
//! by its columns.

use crate::language::{Language, Texts};
use jiandu_client::texts::Word;
use jiandu_primitives::{
    disclosure::DisclosureKind,
    enterprise::{Section, SourceDomain},
    grant::{Action, Purpose},
    header::Level,
};

/// A table that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// Enterprises to be registered.
    Enterprises,
    /// Sections of their archives.
    Sections,
    /// Disclosures.
    Disclosures,
    /// Entries of the schedules of their securities.
    Schedules,
}

impl TableKind {
    /// Every table.
    pub const ALL: &'static [Self] = &[Self::Enterprises, Self::Sections, Self::Disclosures, Self::Schedules];

    /// What commands and JSON call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enterprises => "enterprises",
            Self::Sections => "sections",
            Self::Disclosures => "disclosures",
            Self::Schedules => "schedules",
        }
    }

    /// Its columns in the order of its template, and whether every row has to have them.
    pub const fn columns(self) -> &'static [(Column, bool)] {
        use Column::*;
        match self {
            Self::Enterprises => &[(Uscc, true), (Name, true), (Code, true), (Since, false)],
            Self::Sections => &[
                (Uscc, true),
                (Name, true),
                (Code, false),
                (Section, true),
                (Part, false),
                (Files, true),
                (Source, false),
                (Level, false),
                (BusinessDay, false),
            ],
            Self::Disclosures => &[
                (Uscc, true),
                (Name, true),
                (Code, false),
                (Kind, true),
                (Number, true),
                (Files, true),
                (Period, false),
                (Security, false),
                (Day, false),
                (Backfilled, false),
                (Mandate, false),
                (BusinessDay, false),
            ],
            Self::Schedules => {
                &[(Uscc, true), (Name, true), (Code, false), (Kind, true), (Security, true), (Day, true)]
            }
        }
    }

    /// The table that has these columns.
    pub fn of_columns(columns: &[Column]) -> Self {
        let has = |column| columns.contains(&column);
        match () {
            () if has(Column::Section) => Self::Sections,
            () if has(Column::Files) || has(Column::Number) => Self::Disclosures,
            () if has(Column::Security) || has(Column::Kind) => Self::Schedules,
            () => Self::Enterprises,
        }
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// 统一社会信用代码.
    Uscc,
    /// The registered name.
    Name,
    /// 企业编码.
    Code,
    /// Since when name and code hold.
    Since,
    /// What is disclosed.
    Kind,
    /// The number of a disclosure among those of its kind.
    Number,
    /// The files, several of them apart by line feeds or semicolons.
    Files,
    /// The year in which the period ended that a disclosure is about.
    Period,
    /// A security.
    Security,
    /// The day of an event, or of an entry of a security's schedule.
    Day,
    /// 补录.
    Backfilled,
    /// The mandate under which an intermediary files.
    Mandate,
    /// When the matter itself happened.
    BusinessDay,
    /// A section of an archive.
    Section,
    /// A part of it.
    Part,
    /// Where its content comes from.
    Source,
    /// How harmful its disclosure would be.
    Level,
    /// Whether a day is a working day.
    Working,
    /// Whether it is a trading day.
    Trading,
    /// When data was served.
    ServedAt,
    /// The receipt of the reservation against which it was.
    Receipt,
    /// Which item of a grant.
    Item,
    /// What was done with it.
    Action,
    /// For what purpose.
    Purpose,
    /// Whether it was served, or refused.
    Served,
}

/// The columns of a serving log.
pub const SERVING_LOG: &[(Column, bool)] = &[
    (Column::ServedAt, true),
    (Column::Item, true),
    (Column::Receipt, false),
    (Column::Action, false),
    (Column::Purpose, false),
    (Column::Level, false),
    (Column::Served, false),
];

/// The columns of a year of the calendar: its days that are other than usual.
pub const CALENDAR: &[(Column, bool)] = &[(Column::Day, true), (Column::Working, true), (Column::Trading, true)];

impl Column {
    const ALL: [Self; 25] = [
        Self::Uscc,
        Self::Name,
        Self::Code,
        Self::Since,
        Self::Kind,
        Self::Number,
        Self::Files,
        Self::Period,
        Self::Security,
        Self::Day,
        Self::Backfilled,
        Self::Mandate,
        Self::BusinessDay,
        Self::Section,
        Self::Part,
        Self::Source,
        Self::Level,
        Self::Working,
        Self::Trading,
        Self::ServedAt,
        Self::Receipt,
        Self::Item,
        Self::Action,
        Self::Purpose,
        Self::Served,
    ];

    /// What it is called in Chinese and in English.
    pub const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Uscc => ["统一社会信用代码", "uscc"],
            Self::Name => ["企业名称", "name"],
            Self::Code => ["企业编码", "code"],
            Self::Since => ["登记日期", "since"],
            Self::Kind => ["披露类型", "kind"],
            Self::Number => ["编号", "number"],
            Self::Files => ["文件", "files"],
            Self::Period => ["报告期", "period"],
            Self::Security => ["产品", "security"],
            Self::Day => ["日期", "day"],
            Self::Backfilled => ["补录", "backfilled"],
            Self::Mandate => ["委托编号", "mandate"],
            Self::BusinessDay => ["业务日期", "business day"],
            Self::Section => ["档案板块", "section"],
            Self::Part => ["分项", "part"],
            Self::Source => ["数据来源", "source"],
            Self::Level => ["数据级别", "level"],
            Self::Working => ["工作日", "working"],
            Self::Trading => ["交易日", "trading"],
            Self::ServedAt => ["服务时间", "served at"],
            Self::Receipt => ["收据编号", "receipt"],
            Self::Item => ["数据项", "item"],
            Self::Action => ["使用方式", "action"],
            Self::Purpose => ["用途", "purpose"],
            Self::Served => ["是否提供", "served"],
        }
    }

    /// Both names.
    pub fn shown(self) -> String {
        let [chinese, english] = self.names();
        format!("{chinese} ({english})")
    }

    /// What it is called in a language.
    pub fn name(self, language: Language) -> &'static str {
        let [chinese, english] = self.names();
        match language {
            Language::Chinese => chinese,
            Language::English => english,
        }
    }

    /// The column with a heading. What stands in parentheses, and a star for what is required, are remarks.
    pub fn of_heading(heading: &str) -> Option<Self> {
        let heading = heading.trim().trim_matches(['*', '＊']);
        let plain = heading.split(['(', '（', '\n']).next().unwrap_or_default().trim();
        let named = |name: &str| name.eq_ignore_ascii_case(plain);
        Self::ALL.into_iter().find(|column| column.names().into_iter().any(named))
    }

    /// The text that explains it.
    pub fn explained(self, language: Language) -> String {
        let [_, english] = self.names();
        language.text(&format!("column-{}", english.replace(' ', "-")))
    }

    /// What may stand in it, where that is one of a few words.
    pub fn choices(self, language: Language) -> Vec<String> {
        fn words<T: Word>(all: &[T], language: Language) -> Vec<String> {
            all.iter().map(|one| language.word(one)).collect()
        }
        match self {
            Self::Kind => words(DisclosureKind::ALL, language),
            Self::Section => words(Section::ALL, language),
            Self::Source => words(SourceDomain::ALL, language),
            Self::Level => words(Level::ALL, language),
            Self::Action => words(Action::ALL, language),
            Self::Purpose => words(Purpose::ALL, language),
            Self::Backfilled | Self::Working | Self::Trading | Self::Served => {
                ["yes", "no"].map(|key| language.text(&format!("answer-{key}"))).to_vec()
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_column_should_be_known_by_either_name_and_with_remarks() {
        for column in Column::ALL {
            for name in column.names() {
                for heading in [name.to_owned(), format!(" *{name} "), format!("{name}（必填）"), format!("{name} (x)")]
                {
                    assert_eq!(Column::of_heading(&heading), Some(column), "{heading}");
                }
            }
            for language in Language::ALL {
                assert!(!column.explained(language).is_empty());
            }
        }
        assert_eq!(Column::of_heading("备注"), None);
        let names: BTreeSet<&str> = Column::ALL.into_iter().flat_map(Column::names).collect();
        assert_eq!(names.len(), Column::ALL.len() * 2);
    }

    #[test]
    fn a_table_should_be_known_by_its_columns() {
        for table in TableKind::ALL {
            let all: Vec<Column> = table.columns().iter().map(|(column, _)| *column).collect();
            let needed = table.columns().iter().filter(|(_, needed)| *needed).map(|(column, _)| *column);
            assert_eq!(TableKind::of_columns(&all), *table);
            assert_eq!(TableKind::of_columns(&needed.collect::<Vec<_>>()), *table);
        }
    }
}
