//! Commands that are killed, as a power cut does, at every step between a file and the chain: the same command again finishes or
//! recognises what was done, and nothing is left to mend.
use crate::world::{World, EXCHANGE, SUBJECT};
use jiandu_client::vault::fault::{Step, VARIABLE};
use jiandu_testkit::{Cli, S3Server};
use serde_json::Value;

/// The steps of a call without documents.
const WITHOUT_DOCUMENTS: [Step; 4] = [Step::BodySent, Step::Signed, Step::Sent, Step::InBlock];

fn record(id: &str) -> String {
    format!("{SUBJECT}/{id}")
}

/// A file of several parts that no other test has.
fn large<'a>(world: &World, name: &'a str) -> &'a str {
    let seed = name.bytes().fold(0u32, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    let words = (0u32..2_400_000).flat_map(|number| (number ^ seed).wrapping_mul(0x9e37_79b1).to_be_bytes());
    world.file(name, words.collect::<Vec<u8>>())
}

/// Kills a command at a step, and gives what the same command says then.
fn again(cli: &Cli, step: Step, words: &[&str]) -> Value {
    let killed = cli.with_variable(VARIABLE, step.name()).run(words);
    assert_eq!(killed.code, 128 + 9, "{words:?} at {}: {} {}", step.name(), killed.stdout, killed.stderr);
    cli.with(&["--output", "json"]).run(words).exits(0).json()
}

/// Whether the chain had it before the command was given again.
fn was_sent(step: Step) -> bool {
    matches!(step, Step::Sent | Step::InBlock)
}

/// Clears the vault of what killed commands left; then it has nothing that the chain does not know. Gives how much that was.
fn repaired(world: &World, vault: &[&str]) -> usize {
    let repair = |more: &[&str]| {
        let words = [&["vault", "repair", "--older-than", "0"], more, vault].concat();
        world.cli.with(&["--output", "json"]).run(&words).json()
    };
    let acts = |json: &Value, act: &str| {
        json["done"].as_array().expect("a list").iter().filter(|done| done["act"] == act).count()
    };
    let planned = acts(&repair(&["--dry-run"]), "would-remove");
    let done = repair(&[]);
    assert_eq!(acts(&done, "removed"), planned, "{vault:?}: {done}");
    let again = repair(&[]);
    assert_eq!((acts(&again, "removed"), acts(&again, "waits")), (0, 0), "{vault:?}: {again}");
    planned
}

/// What a reading of the vault finds that is not as the chain says, and how many leftovers of uploads.
fn faults(world: &World, vault: &[&str]) -> (Vec<Value>, usize) {
    let fsck =
        world.cli.with(&["--output", "json"]).run(&[["vault", "fsck", "--chain"].as_slice(), vault].concat()).json();
    let list = |name: &str| fsck[name].as_array().cloned().unwrap_or_else(|| panic!("{name} in {fsck}"));
    (list("objects"), list("leftovers").len())
}

#[test]
fn a_creation_that_was_killed_should_be_given_again_and_leave_nothing_to_mend() {
    let world = World::new();
    let alice = world.as_key("Alice");
    let server = S3Server::start(&world.path("s3"));
    server.write_settings(&world.path("s3.json"), S3Server::SECRET);
    let bucket = format!("s3://{}/steps", S3Server::BUCKET);
    let folder = ["--vault", "steps"];
    let bucket = ["--vault", bucket.as_str(), "--vault-settings", "s3.json"];
    // What is public has no opening; and for the store's part the steps of the chain are the same.
    let stored = &Step::ALL[..6];
    let public: Vec<_> = stored.iter().copied().filter(|step| *step != Step::OpeningSent).collect();
    let runs: [(&str, &[&str], &str, &[Step]); 3] =
        [("folder", &folder, "L3", &Step::ALL), ("bucket", &bucket, "L1", &public), ("sealed", &bucket, "L3", stored)];
    for vault in [folder.as_slice(), &bucket] {
        world.cli.with(vault).run(&["vault", "init", "--operator", EXCHANGE]).exits(0);
    }
    for (name, vault, level, steps) in runs {
        for step in steps {
            let id = format!("{name}-{}", step.name());
            let file = format!("{id}.bin");
            let create =
                ["record", "create", large(&world, &file), "--subject", SUBJECT, "--id", &id, "--level", level];
            let again = again(&alice, *step, &[&create, ["--no-wait"].as_slice(), vault].concat());
            assert_eq!(again["unchanged"], was_sent(*step), "{id}: {again}");
        }
    }
    // A last one that waits for its finality makes all of them final.
    let last = ["record", "create", world.document("last.pdf"), "--subject", SUBJECT, "--id", "last"];
    alice.run(&[last.as_slice(), &folder].concat()).exits(0);
    for (name, _, _, steps) in runs {
        for step in steps {
            let history =
                world.json(&world.cli, &["record", "history", &record(&format!("{name}-{}", step.name()))], 0);
            assert_eq!(history["snapshots"].as_array().map(Vec::len), Some(1), "{name} {}", step.name());
        }
    }
    // One chain has the records of both: each vault lacks what lies in the other, and has no orphan after a repair.
    for vault in [folder.as_slice(), &bucket] {
        assert!(repaired(&world, vault) > 0, "{vault:?}: killed commands left something");
        let (objects, leftovers) = faults(&world, vault);
        assert!(objects.iter().all(|object| object["condition"] == "missing"), "{vault:?}: {objects:?}");
        assert_eq!(leftovers, 0, "{vault:?}");
    }
}

#[test]
fn a_change_that_was_killed_should_be_given_again_and_leave_nothing_to_mend() {
    let world = World::new();
    let alice = world.as_key("Alice").with(&["--vault", "steps"]);
    let vault = ["--vault", "steps"];
    world.cli.with(&vault).run(&["vault", "init", "--operator", EXCHANGE]).exits(0);
    let create = |id: &str| {
        let file = format!("{id}.pdf");
        alice.run(&[
            "record",
            "create",
            world.document(&file),
            "--subject",
            SUBJECT,
            "--id",
            id,
            "--level",
            "L3",
            "--no-wait",
        ])
    };
    for id in ["changed"].into_iter().chain(WITHOUT_DOCUMENTS.map(Step::name)) {
        create(id).exits(0);
    }
    let changed = record("changed");
    // Kills a change at a step, and looks which snapshot the same change gives then, and whether it was there.
    let change = |step: Step, words: &[&str], at: &str| {
        let again = again(&alice, step, words);
        let version = format!("{}.{}", again["version"]["version"], again["version"]["revision"]);
        assert_eq!(
            (version.as_str(), &again["unchanged"]),
            (at, &was_sent(step).into()),
            "{words:?} at {}",
            step.name()
        );
    };
    for (step, version) in Step::ALL.into_iter().zip(1..) {
        let file = format!("{}-update.bin", step.name());
        change(step, &["record", "update", &changed, large(&world, &file)], &format!("{version}.0"));
    }
    for (step, revision) in Step::ALL.into_iter().zip(1..) {
        let file = format!("{}-overwrite.bin", step.name());
        let set = format!("9={}", large(&world, &file));
        let overwrite = ["record", "overwrite", &changed, "--set", &set, "--reason", "wrong-document"];
        change(step, &overwrite, &format!("9.{revision}"));
    }
    for step in WITHOUT_DOCUMENTS {
        change(step, &["record", "withdraw", &record(step.name()), "--reason", "mistake"], "1.0");
        let history = world.json(&world.cli, &["record", "history", &record(step.name())], 0);
        assert_eq!(history["snapshots"].as_array().map(Vec::len), Some(2), "{history}");
    }
    let history = world.json(&world.cli, &["record", "history", &changed], 0);
    assert_eq!(history["snapshots"].as_array().map(Vec::len), Some(1 + 9 + 9), "{history}");
    assert!(repaired(&world, &vault) > 0, "killed commands left something");
    assert_eq!(faults(&world, &vault), (Vec::new(), 0));
}

#[test]
fn a_submission_to_an_archive_that_was_killed_should_be_given_again_as_one_proposal() {
    let world = World::new();
    let (alice, bob) =
        (world.as_key("Alice").with(&["--vault", "steps"]), world.as_key("Bob").with(&["--vault", "steps"]));
    world.cli.run(&["vault", "init", "--operator", EXCHANGE, "--vault", "steps"]).exits(0);
    let own = world.enterprise(1);
    let of_section = |command: &'static str| ["archive", command, own.as_str(), "--section", "finance", "--part"];
    let open = || {
        let open = world.json(&world.cli, &["enterprise", "proposals"], 0);
        open["proposals"].as_array().map(Vec::len).expect("a list")
    };
    for (step, count) in Step::ALL.into_iter().zip(1..) {
        let (part, file) = (step.name(), format!("{}.bin", step.name()));
        let out = format!("{part}.json");
        let put =
            [&of_section("put"), [part, large(&world, &file), "--level", "L3", "--out", &out].as_slice()].concat();
        let put = again(&alice, step, &put);
        assert_eq!((open(), &put["unchanged"]), (count, &was_sent(step).into()), "{part}: {put}");
        assert!(!world.path(&format!("{out}.draft")).exists(), "{part}");
    }
    // What was taken up again is what the checker publishes, and a publication that was killed is known to the next one.
    let published = [Step::ObjectSent, Step::FileHashed, Step::Signed, Step::Sent, Step::InBlock].map(Step::name);
    let [rewritten, withdrawn @ ..] = published;
    for (part, step) in published.iter().zip([Step::Signed, Step::Sent, Step::InBlock, Step::Signed, Step::Sent]) {
        let (submission, file) = (format!("{part}.json"), format!("{part}.bin"));
        let confirmed = again(&bob, step, &["archive", "confirm", &submission, &file]);
        assert_eq!(confirmed["unchanged"], was_sent(step), "{part}: {confirmed}");
    }
    let mut waiting = open();
    for step in Step::ALL {
        let (set, out) = (format!("0={}.bin", step.name()), format!("{}-overwrite.json", step.name()));
        let rest = [rewritten, "--set", &set, "--reason", "wrong-document", "--out", &out];
        let overwrite = again(&alice, step, &[&of_section("overwrite"), rest.as_slice()].concat());
        waiting += 1;
        assert_eq!((open(), &overwrite["unchanged"]), (waiting, &was_sent(step).into()), "{}", step.name());
    }
    for (part, step) in withdrawn.iter().zip(WITHOUT_DOCUMENTS) {
        let withdraw = [&of_section("withdraw"), [*part, "--reason", "mistake"].as_slice()].concat();
        let withdraw = again(&alice, step, &withdraw);
        waiting += 1;
        assert_eq!((open(), &withdraw["unchanged"]), (waiting, &was_sent(step).into()), "{part}: {withdraw}");
    }
    // What waits for its second person is nothing that the chain knows, and goes with what killed commands left; what was published stays.
    assert!(repaired(&world, &["--vault", "steps"]) > 0, "killed commands left something");
    assert_eq!(faults(&world, &["--vault", "steps"]), (Vec::new(), 0));
}

#[test]
fn a_disclosure_that_was_killed_should_be_given_again_as_one_submission() {
    let world = World::new();
    let (alice, bob) =
        (world.as_key("Alice").with(&["--vault", "steps"]), world.as_key("Bob").with(&["--vault", "steps"]));
    world.cli.run(&["vault", "init", "--operator", EXCHANGE, "--vault", "steps"]).exits(0);
    let own = world.enterprise(1);
    let of = |command: &'static str| ["disclosure", command, own.as_str(), "--kind", "board-resolution", "--number"];
    let waiting =
        || world.json(&world.as_key("Bob"), &["disclosure", "list"], 0)["submissions"].as_array().map(Vec::len);
    for (step, count) in Step::ALL.into_iter().zip(1..) {
        let (number, file) = (step.name(), format!("{}.bin", step.name()));
        let out = format!("{number}.json");
        let rest = [number, large(&world, &file), "--level", "L3", "--out", &out];
        let submitted = again(&alice, step, &[&of("submit"), rest.as_slice()].concat());
        assert_eq!(
            (waiting(), &submitted["unchanged"]),
            (Some(count), &was_sent(step).into()),
            "{number}: {submitted}"
        );
        assert!(!world.path(&format!("{out}.draft")).exists(), "{number}");
    }
    // Every decision is recognised where the chain had it, and made where it had not.
    let names = [Step::Signed, Step::Sent, Step::InBlock];
    for (number, step) in Step::ALL.map(Step::name).into_iter().zip(names.into_iter().cycle()) {
        let (submission, file) = (format!("{number}.json"), format!("{number}.bin"));
        let of = |command: &'static str| ["disclosure", command, submission.as_str(), file.as_str()];
        let decision: &[&str] = match Step::ALL.iter().position(|step| step.name() == number) {
            Some(0..3) => &["--accept"],
            Some(3..6) => &["--return", "incomplete"],
            _ => &[],
        };
        let decided = match decision {
            [] => again(&bob, step, &of("publish")),
            decision => again(&bob, step, &[&of("review"), decision].concat()),
        };
        assert_eq!(decided["unchanged"], was_sent(step), "{number}: {decided}");
    }
    assert_eq!(waiting(), Some(3 + 3));
    assert!(repaired(&world, &["--vault", "steps"]) > 0, "killed commands left something");
}
