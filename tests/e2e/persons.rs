//! Who may do what to a disclosure: each person with a key file of their own.
use crate::world::{now, proposal, World, AGENT, EXCHANGE};
use jiandu_client::primitives::calendar::Day;
use jiandu_testkit::Cli;
use std::time::Duration;

/// Another exchange.
const OTHER: &str = "91430100MADEW0009C";
/// The maker's handle.
const MAKER: &str = "00000000000000aa";

/// A key of somebody at the exchange.
fn admitted(world: &World, name: &str, role: &str, handle: &str) -> (String, Cli) {
    let (account, cli) = world.key(name);
    world.as_key("Alice").run(&["member", "add-key", EXCHANGE, &account, "--role", role, "--handle", handle]).exits(0);
    (account, cli)
}

#[test]
fn a_disclosure_should_be_made_by_one_person_reviewed_by_another_and_refused_to_all_others_in_their_own_words() {
    let world = World::new();
    let own = world.enterprise(1);
    let (maker_account, maker) = admitted(&world, "maker.key", "discloser", MAKER);
    let (_, checker) = admitted(&world, "checker.key", "reviewer", "00000000000000bb");
    let (_, second) = admitted(&world, "second.key", "reviewer", MAKER);
    let (stranger_account, stranger) = world.key("stranger.key");
    let add = ["member", "add", OTHER, "--kind", "exchange", "--name", "另一示例股权交易中心", "--administrator"];
    let add = [&add[..], &[&stranger_account, "--role", "administrator,reviewer"]].concat();
    world.as_key("Alice").run(&add).exits(0);
    let (enterprise_account, enterprise) = world.key("enterprise.key");
    let application = world.document("application.pdf");
    let bind = ["enterprise", "bind-key", &own, &enterprise_account, "--application", application];
    let bound = world.json(&world.as_key("Alice"), &bind, 0);
    world.as_key("Bob").run(&["enterprise", "confirm", &proposal(&bound)]).exits(0);

    let file = world.document("report.pdf");
    let submit = |number: &'static str, out: &'static str| {
        ["disclosure", "submit", &own, "--kind", "annual-report", "--number", number, file, "--out", out]
            .map(str::to_owned)
    };
    maker.run(&submit("2025", "one.json")).exits(0);
    // A checker writes nothing, changes nothing that was submitted, and nobody but another person of the exchange publishes.
    checker.run(&submit("2024", "of-checker.json")).exits(6);
    let instead = [&submit("2025", "edited.json")[..], &["--resubmit", "0"].map(str::to_owned)].concat();
    checker.run(&instead).exits(6);
    let publish = ["disclosure", "publish", "one.json", file];
    maker.run(&publish).exits(6);
    second.run(&publish).exits(6).says("same person");
    second.run(&["disclosure", "review", "one.json", file, "--return", "incomplete"]).exits(6).says("same person");
    stranger.run(&publish).exits(6).says("another exchange");
    enterprise.run(&publish).exits(6);
    checker.run(&publish).exits(0);

    // The enterprise submits for itself, for nobody else, and not under a mandate.
    enterprise.run(&submit("2026", "two.json")).exits(0);
    let shown = world.json(&world.cli, &["disclosure", "show", "1"], 0);
    assert_eq!(shown["capacity"], "enterprise");
    let other = world.enterprise(2);
    let foreign =
        ["disclosure", "submit", &other, "--kind", "annual-report", "--number", "2026", file, "--out", "three.json"];
    enterprise.run(&foreign).exits(6);
    checker.run(&["disclosure", "publish", "two.json", file]).exits(0);

    // A mandate of another enterprise, and one that is over.
    let agent = world.as_key("Charlie");
    let sign = |from: &str, until: &str| {
        let sign =
            ["mandate", "sign", &own, "--agent", AGENT, "--from", from, "--until", until, "--letter", application];
        world.json(&enterprise, &sign, 0)["mandate"].to_string()
    };
    let mandate = sign("2026-01-01", "2029-12-31");
    let filed = |enterprise: &str, mandate: &str| {
        let words = ["disclosure", "submit", enterprise, "--kind", "annual-report", "--number", "2027", file];
        agent.run(&[&words[..], &["--mandate", mandate, "--out", "four.json"]].concat())
    };
    filed(&other, &mandate).exits(6).says("another enterprise");
    enterprise.run(&["mandate", "end", &mandate]).exits(0);
    filed(&own, &mandate).exits(6).says("not in force");

    // A suspended maker does nothing more; what it submitted before stands.
    maker.run(&submit("2028", "five.json")).exits(0);
    world.as_key("Alice").run(&["member", "suspend-key", &maker_account]).exits(0);
    maker.run(&submit("2029", "six.json")).exits(6).says("suspended");
    maker.run(&["disclosure", "retract", "2"]).exits(6).says("suspended");
    checker.run(&["disclosure", "publish", "five.json", file]).exits(0);

    // A mandate that is over by the time alone.
    let today = Day::of(now());
    let mandate = sign("2026-01-01", &today.to_string());
    let world = world.ahead(Duration::from_secs(2 * 24 * 60 * 60));
    let words = ["disclosure", "submit", &own, "--kind", "annual-report", "--number", "2027", file];
    let late = [&words[..], &["--mandate", &mandate, "--out", "late.json"]].concat();
    world.as_key("Charlie").run(&late).exits(6).says("not in force");
}
