//! Obligations: rules and calendar by the council, what follows from them, and what becomes of it.
//!
//! A chain's time is the present, so everything here is reckoned from today; what the last second decides: [`crate::deadlines`].
use crate::world::{now, World, EXCHANGE};
use jiandu_client::primitives::calendar::{Day, DaySort, Year};
use jiandu_testkit::Cli;
use serde_json::{json, Value};

/// The handle of its maker, who is Alice.
const MAKER: &str = "0101010101010101";
/// The kind of what is due for events here.
const EVENT: &str = "interim-announcement";

/// Today as the chain has it.
fn today() -> Day {
    Day::of(now())
}

/// A day of any year, as rules write it.
fn of_any_year(day: Day) -> String {
    day.to_string()[5..].to_owned()
}

/// A rule for a period that ends on a day and is due on the same day.
fn on(kind: &str, day: Day, roll: Option<&str>) -> Value {
    let date = of_any_year(day);
    let trigger = json!({"calendar": {"period_end": date, "due": date, "years_after": 0, "roll": roll}});
    rule(kind, trigger)
}

/// A rule for an event, due so many days after it.
fn after_event(days: i16) -> Value {
    rule(EVENT, json!({"event": {"days": days, "sort": "calendar"}}))
}

fn rule(kind: &str, trigger: Value) -> Value {
    json!({"kind": kind, "tiers": ["incubation", "standard"], "trigger": trigger, "soon": 30, "review": 2})
}

/// Sets a table of rules, as a council of one.
fn set_rules(world: &World, from: Day, rules: &[Value]) {
    let table = json!({"note": "of a test", "from": from, "rules": rules});
    let file = world.file("rules.json", table.to_string());
    let set = world.json(&world.as_key("Alice"), &["obligation", "rules", "set", file], 0);
    assert_eq!((&set["outcome"], &set["table"]["from"]), (&"done".into(), &json!(from)));
}

/// One obligation of an enterprise.
fn shown(world: &World, enterprise: &str, kind: &str, occasion: &str) -> Value {
    world.json(&world.cli, &["obligation", "show", enterprise, "--kind", kind, "--occasion", occasion], 0)
}

/// Begins a command about one obligation.
fn about<'a>(command: &'a str, enterprise: &'a str, kind: &'a str, occasion: &'a str) -> Vec<&'a str> {
    vec!["obligation", command, enterprise, "--kind", kind, "--occasion", occasion]
}

/// A key of the exchange's maker, who is the same person with another role.
fn other_key_of_the_maker(world: &World) -> Cli {
    let (account, cli) = world.key("checker.key");
    let add = ["member", "add-key", EXCHANGE, &account, "--role", "reviewer", "--handle", MAKER];
    world.as_key("Alice").run(&add).exits(0);
    cli
}

#[test]
fn obligations_should_follow_from_rules_and_calendar_that_the_council_sets() {
    let world = World::new();
    let (own, alice, bob) = (world.enterprise(1), world.as_key("Alice"), world.as_key("Bob"));
    let (today, yesterday, ahead) = (today(), today().plus(-1), today().plus(10));
    let weekdays = [ahead, ahead.plus(1), ahead.plus(2)];
    // A working day whose next day is one too, so that a holiday moves it by one.
    let usual = |day: Day| Year::weekdays(day.year()).has(day, DaySort::Working);
    let holiday = weekdays.into_iter().chain([ahead.plus(3)]).find(|day| usual(*day) && usual(day.plus(1)));
    let holiday = holiday.expect("two working days on end");

    // Nothing is due without rules, and a sample shows how they are written.
    assert_eq!(world.json(&world.cli, &["obligation", "list", &own], 0)["obligations"], json!([]));
    world.cli.run(&["obligation", "rules", "show"]).exits(0).says("no rules");
    world.cli.run(&["obligation", "rules", "template", "sample.json"]).exits(0).says("not verified");
    alice.run(&["obligation", "rules", "template", "sample.json"]).exits(2);
    // A faulty file is told of at once and goes no further.
    let faulty =
        json!({"from": today.plus(400), "rules": [rule(EVENT, json!({"event": {"days": 2, "sort": "week"}}))]});
    world.file("faulty.json", faulty.to_string());
    let told = world.json(&alice, &["obligation", "rules", "set", "faulty.json"], 2);
    assert_eq!(told["faults"][0]["at"], "/rules/0/trigger/event/sort");
    assert_eq!(told["faults"][0]["error"]["code"], "rules-word");
    world.file("ahead.json", json!({"from": today.plus(400), "rules": []}).to_string());
    let told = world.json(&alice, &["obligation", "rules", "set", "ahead.json"], 2);
    assert_eq!(told["faults"][0]["error"]["code"], "obligations-day-too-far");
    bob.run(&["obligation", "rules", "set", "sample.json"]).exits(6);

    set_rules(
        &world,
        yesterday.plus(-300),
        &[
            on("annual-report", yesterday, None),
            on("semiannual-report", ahead, None),
            on("trustee-report", holiday, Some("working")),
            after_event(2),
        ],
    );
    let year = |day: Day| day.year().to_string();
    let overdue = shown(&world, &own, "annual-report", &year(yesterday));
    assert_eq!((&overdue["state"], &overdue["days"]), (&"overdue".into(), &json!(-1)));
    assert_eq!((&overdue["due"], &overdue["filed"]), (&json!(yesterday), &Value::Null));
    let soon = shown(&world, &own, "semiannual-report", &year(ahead));
    assert_eq!((&soon["state"], &soon["days"], &soon["rule"]["index"]), (&"due-soon".into(), &json!(10), &json!(1)));

    // What a clerk has to see to: names stand beside codes, and every rule is in words.
    let list = world.json(&alice, &["obligation", "list"], 0);
    assert_eq!(list["summary"]["overdue"], json!({"enterprises": 1, "obligations": 1}));
    let first = &list["obligations"][0];
    assert_eq!((&first["name"], &first["code"]), (&"示例1有限公司".into(), &"HN000001F".into()));
    assert_eq!((&first["state"], list["rules"][0]["kind"].as_str()), (&"overdue".into(), Some("annual-report")));
    alice.run(&["obligation", "list"]).exits(0).says("示例1有限公司  HN000001F");
    world.cli.run(&["obligation", "list", "--exchange", EXCHANGE]).exits(0).says("one has something overdue");
    world.cli.run(&["obligation", "list", &own, "--state", "pending"]).exits(0).says("Nothing is due");
    world.cli.run(&["obligation", "list", &own, "--from", "2026-02-01", "--to", "2026-01-01"]).exits(2);

    // What time alone changed, asked for twice without a gap.
    let (since, midnight) = (format!("{}T12:00:00+08:00", yesterday), format!("{today}T00:00:00+08:00"));
    let since = ["obligation", "due", "--since", &since, "--until"];
    let before = world.json(&world.cli, &[&since[..], &[&midnight]].concat(), 0);
    assert_eq!((&before["changes"], &before["next"]), (&json!([]), &Value::Null));
    let until = before["until"]["utc"].as_str().expect("a time").to_owned();
    let changes = world.json(&world.cli, &["obligation", "due", "--since", &until], 0);
    let found: Vec<_> =
        changes["changes"].as_array().expect("changes").iter().map(|change| &change["change"]).collect();
    assert_eq!(found, ["overdue"], "{changes}");
    assert_eq!(
        (&changes["changes"][0]["at"], &changes["changes"][0]["name"]),
        (&json!(yesterday.end()), &"示例1有限公司".into())
    );

    // A holiday moves what would be due on it.
    let of_trustee = || shown(&world, &own, "trustee-report", &year(holiday));
    assert_eq!(of_trustee()["due"], json!(holiday));
    let days = world.file("days.csv", format!("day,working,trading\n{holiday},no,no\n"));
    let set = ["obligation", "calendar", "set", &year(holiday), days];
    bob.run(&set).exits(6);
    let other = (holiday.year() + 1).to_string();
    let told = world.json(&alice, &["obligation", "calendar", "set", &other, days], 2);
    assert_eq!(told["faults"][0]["error"]["code"], "other-year");
    world.cli.run(&["obligation", "calendar", "show", &year(holiday)]).exits(0).says("has not set");
    let done = world.json(&alice, &set, 0);
    assert_eq!((&done["outcome"], &done["exceptions"][0]["day"]), (&"done".into(), &json!(holiday)));
    world.cli.run(&["obligation", "calendar", "show", &year(holiday)]).exits(0).says(&holiday.to_string());
    assert_eq!(of_trustee()["due"], json!(holiday.plus(1)));
    assert_eq!(of_trustee()["original_due"], json!(holiday.plus(1)));

    // New rules change what is triggered from their day on, and nothing before.
    let tomorrow = today.plus(1);
    let occasions = format!("{today},{tomorrow}");
    alice.run(&about("declare", &own, EVENT, &occasions)).exits(0);
    set_rules(&world, tomorrow, &[after_event(9)]);
    let of_day = |day: Day| shown(&world, &own, EVENT, &day.to_string());
    let due = |day: Day| (of_day(day)["rule"]["table"].clone(), of_day(day)["due"].clone());
    assert_eq!(due(today), (json!(0), json!(today.plus(2))));
    assert_eq!(due(tomorrow), (json!(1), json!(tomorrow.plus(9))));
    assert_eq!(shown(&world, &own, "annual-report", &year(yesterday))["rule"]["table"], json!(0));
    // The new table has no rule for reports.
    let report = ["--kind", "semiannual-report", "--occasion", &year(ahead)];
    world.cli.run(&[&["obligation", "show", &own][..], &report].concat()).exits(11);
    // A rule that another one before it leaves nothing to.
    world.file("twice.json", json!({"from": tomorrow, "rules": [after_event(2), after_event(3)]}).to_string());
    world.json(&alice, &["obligation", "rules", "set", "twice.json"], 2);
    let tables = world.json(&world.cli, &["obligation", "rules", "show"], 0);
    let in_force: Vec<_> =
        tables["tables"].as_array().expect("tables").iter().map(|table| &table["in_force"]).collect();
    assert_eq!(in_force, [&json!(true), &json!(false)]);
    world.cli.run(&["obligation", "rules", "show", "--table", "7"]).exits(11);
    world.file("late.json", json!({"from": today, "rules": []}).to_string());
    let told = world.json(&alice, &["obligation", "rules", "set", "late.json"], 2);
    let codes: Vec<_> =
        told["faults"].as_array().expect("faults").iter().map(|fault| &fault["error"]["code"]).collect();
    assert_eq!(codes, ["obligations-table-in-past"]);
}

#[test]
fn occasions_should_be_declared_by_one_person_and_cancelled_by_another() {
    let world = World::new();
    let (own, alice, bob) = (world.enterprise(2), world.as_key("Alice"), world.as_key("Bob"));
    let (today, next) = (today(), today().plus(1));
    let scheduled = rule("interest-payment", {
        json!({"schedule": {"security": "DCFGFR", "offset": {"days": -5, "sort": "calendar"}}})
    });
    set_rules(&world, today.plus(-10), &[after_event(2), scheduled]);
    let (event, schedule) = (today.to_string(), format!("DCFGFR2401@{},DCFGFR2401@{}", today.plus(20), today.plus(40)));
    let declare = about("declare", &own, EVENT, &event);
    world.as_key("Charlie").run(&declare).exits(6);
    world.as_key("Dave").run(&declare).exits(6);
    bob.run(&declare).exits(6);
    let declared = world.json(&alice, &declare, 0);
    let item = &declared["declared"][0];
    assert_eq!((&item["unchanged"], &item["obligation"]["due"]), (&json!(false), &json!(today.plus(2))));
    assert_eq!(item["obligation"]["name"], "示例2有限公司");
    let again = world.json(&alice, &declare, 0);
    assert_eq!(again["declared"][0]["unchanged"], json!(true));
    // A whole schedule under one signature; nothing is due for what no rule knows.
    let declared = world.json(&alice, &about("declare", &own, "interest-payment", &schedule), 0);
    let due: Vec<_> =
        declared["declared"].as_array().expect("a list").iter().map(|item| &item["obligation"]["due"]).collect();
    assert_eq!(due, [&json!(today.plus(15)), &json!(today.plus(35))]);
    alice.run(&about("declare", &own, "delisting", &event)).exits(0).says("No rule makes anything due");
    alice.run(&about("declare", &own, EVENT, "2025")).exits(1).says("periods follow from the rules");
    alice.run(&about("declare", &own, EVENT, "14.4.2026")).exits(2);

    // The same person may not cancel it, whichever key signs.
    let cancel = about("cancel", &own, EVENT, &event);
    alice.run(&cancel).exits(6);
    other_key_of_the_maker(&world).run(&cancel).exits(6).says("Whoever declared an occasion cannot cancel it");
    world.as_key("Ferdie").run(&cancel).exits(6);
    let cancelled = world.json(&bob, &cancel, 0);
    assert_eq!(cancelled["obligation"]["state"], "not-applicable");
    bob.run(&cancel).exits(11).says("Nobody declared such an occasion");
    bob.run(&about("cancel", &own, EVENT, &next.to_string())).exits(11);
    let occasions = world.json(&world.cli, &["obligation", "occasions", &own], 0);
    let rows = occasions["occasions"].as_array().expect("occasions");
    let row = rows.iter().find(|row| row["kind"] == EVENT).expect("the event");
    assert_eq!(
        (&row["declared"]["by"]["handle"], &row["cancelled"]["by"]["handle"]),
        (&MAKER.into(), &"0202020202020202".into())
    );
    world.cli.run(&["obligation", "occasions", &own]).exits(0).says("the schedule of DCFGFR2401");
    // What was cancelled may be declared again.
    let declared = world.json(&alice, &declare, 0);
    assert_eq!(
        (&declared["declared"][0]["unchanged"], &declared["declared"][0]["obligation"]["state"]),
        (&json!(false), &"due-soon".into())
    );
}

#[test]
fn an_obligation_should_be_extended_waived_or_met_and_counted() {
    let world = World::new();
    let (own, alice, bob) = (world.enterprise(3), world.as_key("Alice"), world.as_key("Bob"));
    let (yesterday, ahead) = (today().plus(-1), today().plus(10));
    set_rules(
        &world,
        yesterday.plus(-300),
        &[
            on("annual-report", yesterday, None),
            on("semiannual-report", ahead, None),
            on("trustee-report", yesterday, None),
        ],
    );
    let (year, of_ahead) = (yesterday.year().to_string(), ahead.year().to_string());
    let window = ["--from", &yesterday.plus(-5).to_string(), "--to", &ahead.to_string()].map(ToOwned::to_owned);
    let window: Vec<&str> = window.iter().map(String::as_str).collect();
    let rate = |of: &[&str]| world.json(&alice, &[&["obligation", "rate"], of, &window].concat(), 0);
    let before = rate(&[&own]);
    assert_eq!((&before["filed"]["overdue"], &before["filed"]["of"]), (&json!(2), &json!(2)));
    assert_eq!((&before["filed"]["percent"], &before["published"]["percent"]), (&"0.0".into(), &Value::Null));

    // 延期, of what is overdue too.
    let extend = |kind, occasion, until: Day, reason| {
        let until = until.to_string();
        let words = about("extend", &own, kind, occasion).into_iter().map(ToOwned::to_owned);
        words.chain(["--until".into(), until, "--reason".into(), String::from(reason)]).collect::<Vec<String>>()
    };
    alice.run(&extend("annual-report", &year, ahead, "request")).exits(6);
    bob.run(&extend("annual-report", &year, yesterday, "request")).exits(1).says("due on this day or later anyway");
    bob.run(&extend("annual-report", &year, yesterday.plus(367), "request")).exits(1).says("366 days");
    bob.run(&extend("annual-report", &year, ahead, "other")).exits(2).says("--document");
    world.document("letter.pdf");
    let words =
        [extend("annual-report", &year, ahead, "other"), vec!["--document".into(), "letter.pdf".into()]].concat();
    let extended = bob.with(&["--output", "json"]).run(&words).exits(0).json();
    assert_eq!((&extended["obligation"]["state"], &extended["obligation"]["due"]), (&"extended".into(), &json!(ahead)));
    assert_eq!(extended["salt"].as_str().expect("a salt").len(), 64);
    let held = shown(&world, &own, "annual-report", &year);
    assert_eq!((&held["original_due"], &held["extensions"][0]["until"]), (&json!(yesterday), &json!(ahead)));
    assert!(held["extensions"][0]["reason"]["text"].as_str().is_some_and(|digest| digest.len() == 64), "{held}");

    // 豁免.
    let reason = ["--reason", "force-majeure"];
    let waive = |kind, occasion| [about("waive", &own, kind, occasion), reason.to_vec()].concat();
    alice.run(&waive("semiannual-report", &of_ahead)).exits(6);
    let waived = world.json(&bob, &waive("semiannual-report", &of_ahead), 0);
    assert_eq!(waived["obligation"]["state"], "waived");
    bob.run(&waive("semiannual-report", &of_ahead)).exits(1).says("It was waived");
    bob.run(&waive("redemption", &of_ahead)).exits(11).says("no such obligation");
    world.cli.run(&about("show", &own, "semiannual-report", &of_ahead)).exits(0).says("force majeure");

    // Met in time, because of the extension, and met late without one.
    for (kind, out) in [("annual-report", "annual.json"), ("trustee-report", "trustee.json")] {
        let file = world.document(if kind == "annual-report" { "annual.pdf" } else { "trustee.pdf" });
        let words =
            ["disclosure", "submit", &own, "--kind", kind, "--number", &year, "--occasion", &year, "--out", out, file];
        alice.run(&words).exits(0);
        bob.run(&["disclosure", "publish", out, file]).exits(0);
    }
    let (annual, trustee) = (shown(&world, &own, "annual-report", &year), shown(&world, &own, "trustee-report", &year));
    assert_eq!((&annual["state"], &annual["publication"]), (&"met-on-time".into(), &"met-on-time".into()));
    // The exchange has its days for publishing from the day of filing on.
    assert_eq!((&trustee["state"], &trustee["publication"]), (&"met-late".into(), &"met-on-time".into()));
    assert!(annual["filed"].as_u64() <= annual["published"].as_u64(), "{annual}");
    bob.run(&waive("annual-report", &year)).exits(1).says("Something was published for it");
    bob.run(&extend("annual-report", &year, ahead.plus(5), "request")).exits(1).says("Something was published for it");
    bob.run(&about("cancel", &own, "annual-report", &year)).exits(11);

    // On time by two clocks, of what is not waived.
    let after = rate(&[&own]);
    let counts = |clock: &Value| ["on_time", "late", "overdue", "open", "of"].map(|count| clock[count].as_u64());
    assert_eq!(counts(&after["filed"]), [1, 1, 0, 0, 2].map(Some), "{after}");
    assert_eq!(counts(&after["published"]), [2, 0, 0, 0, 2].map(Some), "{after}");
    assert_eq!((&after["filed"]["percent"], &after["published"]["percent"]), (&"50.0".into(), &"100.0".into()));
    let of_exchange = rate(&["--exchange", EXCHANGE]);
    assert_eq!((&of_exchange["filed"], &of_exchange["exchange"]), (&after["filed"], &EXCHANGE.into()));
    world.cli.run(&["obligation", "rate", &own]).exits(0).says("Left out: waived");
    let list = world.json(&world.cli, &["obligation", "list", &own, "--state", "met-late,waived"], 0);
    assert_eq!(list["obligations"].as_array().map(Vec::len), Some(2), "{list}");
    world.in_chinese().run(&["obligation", "list", &own]).exits(0).says("逾期完成");
}
