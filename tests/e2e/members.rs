//! Members: keys of their own, suspension, rotation.
use crate::world::{World, BANK, SUBJECT};

#[test]
fn an_admitted_exchange_should_anchor_with_its_own_key_until_it_is_suspended() {
    let world = World::new();
    let (account, member) = world.key("admin.key");
    let (first, second) = (world.document("a.pdf"), world.document("b.pdf"));
    let create = |file: &'static str, id: &'static str| ["record", "create", file, "--subject", SUBJECT, "--id", id];
    member.run(&create(first, "a")).exits(6);

    let council = world.as_key("Alice");
    let uscc = "91430100MADEW0009C";
    let add = [
        "member",
        "add",
        uscc,
        "--kind",
        "exchange",
        "--name",
        "另一示例股权交易中心",
        "--administrator",
        &account,
        "--role",
        "administrator,discloser",
    ];
    world.as_key("Bob").run(&add).exits(6);
    council.run(&add).exits(0);
    world.cli.run(&["member", "list"]).exits(0).says("另一示例股权交易中心");
    member.run(&create(first, "a")).exits(0);

    council.run(&["member", "suspend", uscc, "--reason", "violation"]).exits(0);
    member.run(&create(second, "b")).exits(6).says("suspended");
    world.cli.run(&["verify", first]).exits(0);
    council.run(&["member", "reinstate", uscc]).exits(0);
    member.run(&create(second, "b")).exits(0);
}

#[test]
fn a_rotated_key_should_act_and_the_old_one_be_refused() {
    let world = World::new();
    let ((old, old_key), (new, new_key)) = (world.key("old.key"), world.key("new.key"));
    let alice = world.as_key("Alice");
    alice.run(&["member", "add-key", "91430100MADEW0001K", &old, "--role", "discloser"]).exits(0);
    let (first, second) = (world.document("a.pdf"), world.document("b.pdf"));
    old_key.run(&["record", "create", first, "--subject", SUBJECT, "--id", "a"]).exits(0);
    old_key.run(&["member", "rotate-key", &new]).exits(0);
    old_key.run(&["record", "create", second, "--subject", SUBJECT, "--id", "b"]).exits(6);
    new_key.run(&["record", "create", second, "--subject", SUBJECT, "--id", "b"]).exits(0);
    // What the old key wrote is still what it was.
    world.cli.run(&["verify", first]).exits(0);
}

#[test]
fn a_person_should_be_suspended_stand_in_and_leave() {
    let world = World::new();
    let exchange = "91430100MADEW0001K";
    let ((account, maker), handle) = (world.key("maker.key"), "00000000000000aa");
    let alice = world.as_key("Alice");
    let files = ["a.pdf", "b.pdf", "c.pdf", "d.pdf"].map(|name| world.document(name));
    let create = |index: usize| {
        let id = format!("r{index}");
        maker.run(&["record", "create", files[index], "--subject", SUBJECT, "--id", &id])
    };
    alice.run(&["member", "add-key", exchange, &account, "--role", "reviewer", "--handle", handle]).exits(0);
    // A checker may not write, unless it stands in for a maker.
    create(0).exits(6);
    let deputy = ["member", "appoint-deputy", &account, "--role", "discloser", "--until", "2099-01-01"];
    world.as_key("Bob").run(&deputy).exits(6);
    alice.run(&deputy).exits(0);
    create(0).exits(0);
    alice.run(&["member", "end-deputy", &account]).exits(0);
    create(1).exits(6);
    alice.run(&["member", "end-deputy", &account]).exits(1);

    alice.run(&["member", "suspend-key", &account]).exits(0);
    maker.run(&["member", "rotate-key", &account]).exits(6);
    alice.run(&["member", "reinstate-key", &account]).exits(0);
    alice.run(&["member", "end-handle", exchange, handle, "--reason", "departure"]).exits(0);
    create(2).exits(6).says("handle");
    world.cli.run(&["verify", files[0]]).exits(0);

    // Whoever decides alone can't be shown out, and a seat needs a key that lasts.
    let shown = world.cli.with(&["--output", "json"]).run(&["member", "show", exchange]).exits(0).json();
    let keys = shown["keys"].as_array().expect("keys");
    let own =
        keys.iter().find(|key| key["roles"].as_array().is_some_and(|roles| roles.contains(&"administrator".into())));
    let own = own.unwrap_or_else(|| panic!("{shown}"))["account"].as_str().expect("an account").to_string();
    alice.run(&["member", "revoke-key", &own, "--reason", "loss"]).exits(1).says("council");
    alice.run(&["council", "seats", &own, &account]).exits(1).says("seat");
    alice.run(&["council", "seats", &own, &own]).exits(2);
    alice.run(&["council", "close", "0"]).exits(11);
}

#[test]
fn wrong_roles_and_strangers_should_be_refused_with_a_reason() {
    let world = World::new();
    let file = world.document("a.pdf");
    let create = ["record", "create", file, "--subject", SUBJECT, "--id", "a"];
    // A checker may not write, a bank even less, and a stranger does not even reach a block.
    world.as_key("Bob").run(&create).exits(6);
    world.as_key("Dave").run(&create).exits(6);
    let (_, stranger) = world.key("stranger.key");
    stranger.run(&create).exits(6);
    // An administrator manages its own organisation's keys alone.
    let (own, foreign) = (world.key("own.key").0, world.key("foreign.key").0);
    let dave = world.as_key("Dave");
    dave.run(&["member", "add-key", BANK, &own, "--role", "user"]).exits(0);
    dave.run(&["member", "add-key", "91430100MADEW0001K", &foreign, "--role", "discloser"]).exits(6);
    world.cli.run(&["verify", file]).exits(4);
    world.as_key("Alice").run(&["doctor"]).exits(0);
}
