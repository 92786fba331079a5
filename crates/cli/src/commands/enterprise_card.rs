//! What `jiandu enterprise show` and `resolve` print: an enterprise with everything that it was ever called.

use super::enterprise_text::{code, named, Known, Named};
use crate::{
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::Report,
    text::{pairs, printable, table, Style},
    verdict_text::labelled,
};
use jiandu_client::enterprises::{BoundKeyView, DatedView, EnterpriseView, Hands, KeyEnd, Query, SuccessorView};
use jiandu_primitives::{
    chain::Moment,
    code::EnterpriseCode,
    did::DidSubject,
    enterprise::{EnterpriseStatus, Succession},
    uscc::Uscc,
};
use serde::Serialize;

/// An enterprise as the node tells of it.
#[derive(Clone, Debug, Serialize)]
pub struct EnterpriseReport {
    #[serde(flatten)]
    enterprise: EnterpriseView,
    /// The name of the organisation that keeps its archive.
    registrar_name: Option<String>,
    /// The names of the enterprises that it follows, or that follow it.
    related: Vec<Named>,
    /// The block that all of this is of, or one soon after it.
    as_of: MomentDocument,
    #[serde(skip)]
    known: Known,
}

impl EnterpriseReport {
    /// An enterprise with the names of those that it names by their codes alone.
    pub fn new(enterprise: EnterpriseView, registrar_name: Option<String>, known: Known, as_of: Moment) -> Self {
        Self { enterprise, registrar_name, related: known.named(), as_of: as_of.into(), known }
    }

    fn succeeded(&self, successor: &DatedView<SuccessorView>, language: Language) -> String {
        let SuccessorView { enterprise, succession } = successor.value;
        let key = match succession {
            Succession::Absorption => "enterprise-succeeded-absorption",
            Succession::Merger => "enterprise-succeeded-merger",
            Succession::Division => "enterprise-succeeded-division",
        };
        let values = values! {
            since = moment::short(successor.since, language),
            successor = self.known.enterprise(enterprise, language),
        };
        language.say(key, &values)
    }
}

impl Report for EnterpriseReport {
    fn text(&self, language: Language) -> String {
        let enterprise = &self.enterprise;
        let registrar = match &self.registrar_name {
            Some(name) => named(name, enterprise.registrar, language),
            None => enterprise.registrar.to_string(),
        };
        let mut rows = vec![
            ("label-name", printable(&enterprise.name)),
            ("label-uscc", enterprise.enterprise.to_string()),
            ("label-code", code(enterprise.code, language)),
            ("label-did", enterprise.did.to_string()),
            ("label-standing", language.word(&enterprise.status)),
            ("label-registrar", registrar),
        ];
        let lines = |lines: Vec<String>| lines.join("\n");
        if !enterprise.successors.is_empty() {
            let successors = enterprise.successors.iter().map(|successor| self.succeeded(successor, language));
            rows.push(("label-successors", lines(successors.collect())));
        }
        if !enterprise.predecessors.is_empty() {
            let names = enterprise.predecessors.iter().map(|uscc| self.known.enterprise(*uscc, language));
            rows.push(("label-predecessors", lines(names.collect())));
        }
        let mut text = pairs(0, &labelled(rows, language));
        text.push_str(&dated("label-names", &enterprise.names, |name| printable(name), language));
        text.push_str(&dated("label-codes", &enterprise.codes, |held| code(*held, language), language));
        text.push_str(&dated("label-statuses", &enterprise.statuses, |status| language.word(status), language));
        if !enterprise.keys.is_empty() {
            text.push_str(&format!("\n{}\n", Style::Strong.paint(&language.text("label-keys"))));
            for key in &enterprise.keys {
                text.push_str(&format!("  {}\n", key.account));
                text.push_str(&pairs(4, &key_pairs(key, self.as_of.time, language)));
            }
        }
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

/// A dated attribute, oldest first: since when, what, and who entered it when.
fn dated<T>(label: &str, rows: &[DatedView<T>], say: impl Fn(&T) -> String, language: Language) -> String {
    let headings = [
        language.text("label-held-since"),
        language.text(label),
        language.text("label-hands"),
        language.text("label-entered"),
    ];
    let rows: Vec<[String; 4]> = rows
        .iter()
        .map(|row| {
            let since = moment::short(row.since, language);
            [since, say(&row.value), hands(&row.hands), moment::short(row.hands.at.time, language)]
        })
        .collect();
    format!("\n{}", table(headings, &rows))
}

/// The two persons behind a fact, by their handles.
pub fn hands(hands: &Hands) -> String {
    format!("{} / {}", hands.maker.handle, hands.checker.handle)
}

/// Where a key of an enterprise stands at a moment.
fn key_standing(key: &BoundKeyView, now: u64, language: Language) -> String {
    let from = moment::short(key.from, language);
    match (key.end, key.until) {
        (Some(KeyEnd::Objected), _) => language.text("enterprise-key-objected"),
        (Some(KeyEnd::Ended), _) => language.say("enterprise-key-ended", &values! { from = from }),
        (None, _) if now < key.from => language.say("enterprise-key-cooling-off", &values! { from = from }),
        (None, Some(until)) => {
            let values = values! { from = from, until = moment::short(until, language) };
            match until <= now {
                true => language.say("enterprise-key-replaced", &values),
                false => language.say("enterprise-key-being-replaced", &values),
            }
        }
        (None, None) => language.say("enterprise-key-acts", &values! { from = from }),
    }
}

fn key_pairs(key: &BoundKeyView, now: u64, language: Language) -> Vec<(String, String)> {
    let mut rows =
        vec![("label-standing", key_standing(key, now, language)), ("label-custody", language.word(&key.custody))];
    if let Some(lost) = key.replaces {
        rows.push(("label-replaces", lost.to_string()));
    }
    rows.push(("label-hands", hands(&key.hands)));
    rows.push(("label-entered", moment::short(key.hands.at.time, language)));
    labelled(rows, language)
}

/// Since when an enterprise has what it was looked up by, and whether it has it still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Held {
    /// Unix second from which it has or had it.
    since: u64,
    /// Unix second from which it has another.
    until: Option<u64>,
    /// Whether it has it still.
    current: bool,
}

/// The last time that one of the values fits. None where none ever did.
fn held<T>(rows: &[DatedView<T>], fits: impl Fn(&T) -> bool) -> Option<Held> {
    let last = rows.iter().rposition(|row| fits(&row.value))?;
    // Several codes in a row may have the same number.
    let first = rows.iter().take(last).rposition(|row| !fits(&row.value)).map_or(0, |other| other.saturating_add(1));
    let since = rows.get(first)?.since;
    let until = rows.get(last.saturating_add(1)).map(|next| next.since);
    Some(Held { since, until, current: until.is_none() })
}

fn held_code(enterprise: &EnterpriseView, code: EnterpriseCode) -> Option<Held> {
    match code.tier() {
        Some(_) => held(&enterprise.codes, |held| *held == code),
        None => held(&enterprise.codes, |held| held.base() == code.base()),
    }
}

/// By what an enterprise was found.
fn held_by(query: &Query, enterprise: &EnterpriseView) -> Option<Held> {
    // A code for life is held from the first day on.
    let for_life = || held(&enterprise.names, |_| true);
    match query {
        Query::Uscc(_) => for_life(),
        Query::Code(code) => held_code(enterprise, *code),
        Query::Did(did) => match did.subject() {
            DidSubject::Enterprise(code) => held_code(enterprise, code),
            DidSubject::Organisation(_) => for_life(),
        },
        Query::Name(name) => held(&enterprise.names, |held| held == name),
    }
}

/// What a look-up found.
#[derive(Clone, Debug, Serialize)]
pub struct ResolvedReport {
    /// What was asked.
    query: Query,
    /// The enterprises, in the order of their codes for life.
    matches: Vec<Match>,
}

/// An enterprise that was found.
#[derive(Clone, Debug, Serialize)]
struct Match {
    /// The enterprise.
    enterprise: Uscc,
    /// Its registered name now.
    name: String,
    /// Its code now.
    code: EnterpriseCode,
    /// Whether its archive goes on.
    status: EnterpriseStatus,
    /// Since when it is or was called so.
    #[serde(flatten)]
    held: Option<Held>,
}

impl ResolvedReport {
    /// What was found by a query.
    pub fn new(query: Query, enterprises: &[EnterpriseView]) -> Self {
        let mut matches: Vec<Match> = enterprises
            .iter()
            .map(|enterprise| Match {
                enterprise: enterprise.enterprise,
                name: enterprise.name.clone(),
                code: enterprise.code,
                status: enterprise.status,
                held: held_by(&query, enterprise),
            })
            .collect();
        matches.sort_by_key(|found| found.enterprise);
        Self { query, matches }
    }

    fn line(&self, found: &Match, language: Language) -> String {
        let (what, value, now) = match &self.query {
            Query::Uscc(uscc) => ("label-uscc", uscc.to_string(), found.enterprise.to_string()),
            Query::Code(asked) => ("label-code", asked.to_string(), code(found.code, language)),
            Query::Did(did) => ("label-did", did.to_string(), code(found.code, language)),
            Query::Name(name) => ("label-name", printable(name), printable(&found.name)),
        };
        let mut values = values! {
            enterprise = named(&found.name, found.enterprise, language),
            code = code(found.code, language),
            status = language.word(&found.status),
            what = language.text(what),
            value = value,
        };
        match found.held {
            Some(Held { since, until: Some(until), .. }) => {
                let (since, until) = (moment::short(since, language), moment::short(until, language));
                values.extend(values! { since = since, until = until, now = now });
                language.say("enterprise-found-former", &values)
            }
            Some(Held { since, until: None, .. }) => {
                values.extend(values! { since = moment::short(since, language) });
                language.say("enterprise-found-current", &values)
            }
            None => language.say("enterprise-found", &values),
        }
    }
}

impl Report for ResolvedReport {
    fn text(&self, language: Language) -> String {
        let lines: String = self.matches.iter().map(|found| format!("{}\n", self.line(found, language))).collect();
        lines + &format!("{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

#[cfg(test)]
pub mod tests {
    //! Samples of enterprises, and how they are shown.
    use super::*;
    use crate::text::plain;
    use jiandu_client::AccountId;
    use jiandu_primitives::member::{Author, Custody, Handle};

    /// The beginning of 2026-04-14 in Beijing.
    pub const DAY: u64 = 1_776_096_000;

    fn uscc() -> Uscc {
        "91350100M000100Y43".parse().expect("a valid code")
    }

    fn by(handle: u8) -> Author {
        Author { organisation: uscc(), handle: Handle([handle; 8]), custody: Custody::Own }
    }

    fn entered<T>(value: T, since: u64) -> DatedView<T> {
        let hands = Hands { maker: by(1), checker: by(2), at: Moment { block: 9, time: since + 3_600 } };
        DatedView { value, since, hands }
    }

    /// An enterprise that was renamed, and went from tier F to tier G.
    pub fn enterprise() -> EnterpriseView {
        let code = |text: &str| text.parse::<EnterpriseCode>().expect("a code");
        EnterpriseView {
            enterprise: uscc(),
            name: "新名公司".into(),
            code: code("HN000001G"),
            did: code("HN000001G").into(),
            status: EnterpriseStatus::Active,
            registrar: uscc(),
            names: vec![entered("旧名公司".into(), DAY), entered("新名公司".into(), DAY + 200)],
            codes: vec![entered(code("HN000001F"), DAY), entered(code("HN000001G"), DAY + 100)],
            statuses: vec![entered(EnterpriseStatus::Active, DAY)],
            successors: vec![],
            predecessors: vec![],
            keys: vec![],
        }
    }

    fn key(from: u64, until: Option<u64>, end: Option<KeyEnd>) -> BoundKeyView {
        let hands = Hands { maker: by(1), checker: by(2), at: Moment { block: 9, time: DAY } };
        let (account, custody) = (AccountId([7; 32]), Custody::Own);
        BoundKeyView { account, custody, from, until, replaces: None, end, hands }
    }

    fn asked(text: &str) -> Option<Held> {
        held_by(&text.parse().expect("a query"), &enterprise())
    }

    #[test]
    fn former_and_current_names_and_codes_should_be_told_apart() {
        let current = |since| Some(Held { since, until: None, current: true });
        let former = |until| Some(Held { since: DAY, until: Some(until), current: false });
        assert_eq!(asked("91350100M000100Y43"), current(DAY));
        assert_eq!(asked("新名公司"), current(DAY + 200));
        assert_eq!(asked("旧名公司"), former(DAY + 200));
        assert_eq!(asked("HN000001G"), current(DAY + 100));
        assert_eq!(asked("HN000001F"), former(DAY + 100));
        assert_eq!(asked("did:rem:hunan:HN000001F"), former(DAY + 100));
        // The number alone never changed.
        assert_eq!(asked("HN000001"), current(DAY));
        assert_eq!(asked("HN000001P"), None);
        assert_eq!(asked("HN000002"), None);
    }

    #[test]
    fn every_standing_of_a_key_should_have_its_own_words() {
        let now = DAY + 1_000;
        let keys = [
            key(DAY, None, None),
            key(DAY + 2_000, None, None),
            key(DAY, Some(DAY + 2_000), None),
            key(DAY, Some(DAY + 500), None),
            key(DAY + 2_000, None, Some(KeyEnd::Objected)),
            key(DAY, None, Some(KeyEnd::Ended)),
        ];
        for language in Language::ALL {
            let said: Vec<String> = keys.iter().map(|key| key_standing(key, now, language)).collect();
            for (place, one) in said.iter().enumerate() {
                assert!(!one.contains("enterprise-key") && !one.contains("{$"), "{one}");
                assert!(said.iter().skip(place + 1).all(|other| other != one), "{one}");
            }
        }
    }

    #[test]
    fn a_card_should_show_everything_that_a_clerk_may_ask() {
        let other: Uscc = "91430100MADEW01019".parse().expect("a code");
        let mut view = enterprise();
        view.successors = vec![entered(SuccessorView { enterprise: other, succession: Succession::Absorption }, DAY)];
        view.keys = vec![key(DAY, None, None)];
        let report = EnterpriseReport::new(
            view,
            Some("示例股权交易所".into()),
            Known::default(),
            Moment { block: 10, time: DAY + 9 },
        );
        for language in Language::ALL {
            let text = plain(&report.text(language));
            for part in ["旧名公司", "新名公司", "HN000001F", "HN000001G", "did:rem:hunan:HN000001G", "示例股权交易所"]
            {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(text.contains(&other.to_string()) && text.contains(&language.word(&EnterpriseStatus::Active)));
            assert!(!text.contains("{$") && !text.contains("Unknown localization"), "{text}");
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["name"], "新名公司");
        assert_eq!(json["codes"][0]["value"], "HN000001F");
        assert_eq!(json["registrar_name"], "示例股权交易所");
        assert_eq!(json["as_of"]["block"], 10);
    }

    #[test]
    fn a_look_up_should_say_by_what_since_when_and_what_holds_now() {
        let said = |text: &str, language| {
            let report = ResolvedReport::new(text.parse().expect("a query"), &[enterprise()]);
            plain(&report.text(language))
        };
        for language in Language::ALL {
            for (text, now) in [("旧名公司", "新名公司"), ("HN000001F", "HN000001G"), ("HN000001G", "新名公司")]
            {
                let line = said(text, language);
                assert!(line.contains(text) && line.contains(now) && line.contains("2026-04-14"), "{line}");
                assert!(!line.contains("{$"), "{line}");
            }
        }
        let report = ResolvedReport::new("旧名公司".parse().expect("a query"), &[enterprise()]);
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["query"]["by"], "name");
        assert_eq!(json["matches"][0]["current"], false);
        assert_eq!(json["matches"][0]["until"], DAY + 200);
    }
}
