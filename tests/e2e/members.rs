//! Members: keys of their own, suspension, rotation.
use crate::world::{World, BANK, SUBJECT};
use serde_json::Value;

const PASSWORD: &str = "correct horse battery staple";

/// Makes a key file and gives its account.
fn generate(world: &World, name: &str) -> String {
    world.file("password", PASSWORD);
    let json = world.cli.with(&["--output", "json", "--password-file", "password"]);
    let made: Value = json.run(&["key", "generate", name]).exits(0).json();
    made["account"].as_str().expect("an account").to_string()
}

#[test]
fn an_admitted_exchange_should_anchor_with_its_own_key_until_it_is_suspended() {
    let world = World::new();
    let account = generate(&world, "admin.key");
    let member = world.cli.with(&["--key", "admin.key", "--password-file", "password"]);
    let (first, second) = (world.document("a.pdf"), world.document("b.pdf"));
    let create = |file: &'static str, id: &'static str| ["record", "create", file, "--subject", SUBJECT, "--id", id];
    member.run(&create(first, "a")).exits(6);

    let council = world.as_key("Alice");
    let uscc = "91330100799655058B";
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
    let old = generate(&world, "old.key");
    let new = generate(&world, "new.key");
    let password = ["--password-file", "password"];
    let (old_key, new_key) =
        (world.cli.with(&["--key", "old.key"]).with(&password), world.cli.with(&["--key", "new.key"]).with(&password));
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
fn wrong_roles_and_strangers_should_be_refused_with_a_reason() {
    let world = World::new();
    let file = world.document("a.pdf");
    let create = ["record", "create", file, "--subject", SUBJECT, "--id", "a"];
    // A checker may not write, a bank even less, and a stranger does not even reach a block.
    world.as_key("Bob").run(&create).exits(6);
    world.as_key("Dave").run(&create).exits(6);
    generate(&world, "stranger.key");
    let stranger = world.cli.with(&["--key", "stranger.key", "--password-file", "password"]);
    stranger.run(&create).exits(6);
    // An administrator manages its own organisation's keys alone.
    let (own, foreign) = (generate(&world, "own.key"), generate(&world, "foreign.key"));
    let dave = world.as_key("Dave");
    dave.run(&["member", "add-key", BANK, &own, "--role", "user"]).exits(0);
    dave.run(&["member", "add-key", "91430100MADEW0001K", &foreign, "--role", "discloser"]).exits(6);
    world.cli.run(&["verify", file]).exits(4);
    world.as_key("Alice").run(&["doctor"]).exits(0);
}
