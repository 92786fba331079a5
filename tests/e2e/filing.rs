//! From a file to a record: bodies, documents that are not public, interruptions at every step, and a vault in step with the chain.
use crate::world::{World, EXCHANGE, SUBJECT};
use jiandu_testkit::{Cli, Evil, EvilStore, S3Server};
use serde_json::Value;
use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, SystemTime},
};

/// A person who must occur nowhere: a name, and an identity number with a valid check digit.
const NAME: &str = "张三丰";
const NUMBER: &str = "430102199003070039";

fn record(id: &str) -> String {
    format!("{SUBJECT}/{id}")
}

fn json(cli: &Cli, words: &[&str], code: i32) -> Value {
    cli.with(&["--output", "json"]).run(words).exits(code).json()
}

#[test]
fn every_snapshot_should_have_a_body_that_comes_back_byte_for_byte() {
    let world = World::new();
    let alice = world.as_key("Alice");
    let (first, second, third) = (world.document("a.pdf"), world.document("b.pdf"), world.document("c.pdf"));
    let id = record("annual-2025");
    world.file("wrong.json", format!(r#"{{"title": "", "period": "monthly", "contact": "{NUMBER}"}}"#));
    world.file("report.json", r#"{"title": "2025年年度报告", "period": "annual", "fiscal_year": 2025}"#);
    let schema = ["--schema", "jrt0314,1.0,report"];
    let create = |body: &str| {
        let words = ["record", "create", first, "--subject", SUBJECT, "--id", "annual-2025", "--body", body];
        [words.as_slice(), &schema].concat().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    // Every fault at once, in Chinese, and nothing is sent.
    let chinese = world.in_chinese().with(&["--dev-key", "Alice"]);
    let faulty = chinese.run(&create("wrong.json")).exits(2);
    for part in ["fiscal_year", "contact", "/body/content/title", "/body/content/period", "至少", "取值不对"] {
        assert!(faulty.stderr.contains(part), "{part} in {}", faulty.stderr);
    }
    world.cli.run(&["record", "show", &id]).exits(11);

    alice.run(&create("report.json")).exits(0);
    alice.run(&["record", "update", &id, second]).exits(0);
    alice
        .run(&["record", "overwrite", &id, "--set", &format!("0={third}"), "--keep", "1", "--reason", "wrong-code"])
        .exits(0);
    let withdraw = ["record", "withdraw", &id, "--reason", "legal"];
    alice.run(&withdraw).exits(0);
    assert_eq!(json(&alice, &withdraw, 0)["unchanged"], true);

    let history = json(&world.cli, &["record", "history", &id], 0);
    let snapshots = history["snapshots"].as_array().expect("snapshots");
    assert_eq!(snapshots.len(), 5, "{history}");
    let mut operations = Vec::new();
    for (number, snapshot) in snapshots.iter().enumerate() {
        let at = format!("{}.{}", snapshot["version"]["version"], snapshot["version"]["revision"]);
        let file = format!("{number}.json");
        let written = json(&world.cli, &["record", "body", &id, "--at", &at, "--out", &file], 0);
        let sm3 =
            Command::new("openssl").args(["dgst", "-sm3", "-r"]).arg(world.path(&file)).output().expect("openssl");
        let sm3 = String::from_utf8_lossy(&sm3.stdout).split(' ').next().unwrap_or_default().to_owned();
        let digest = Value::from(format!("sm3:{sm3}"));
        assert_eq!((&written["digest"], &snapshot["header"]["body"]["digest"]), (&digest, &digest), "{at}");
        world.cli.run(&["record", "check-body", &file]).exits(0);
        let body: Value = serde_json::from_slice(&fs::read(world.path(&file)).expect("a file")).expect("json");
        assert_eq!(body["header"]["version"], snapshot["version"]["version"]);
        operations.push(body["header"]["operation"].as_str().expect("a text").to_owned());
    }
    assert_eq!(operations, ["create", "update", "overwrite", "update", "delete"]);
    // A body changed on the disk is not handed out; one that is lost is made again, unless its submitter added to it.
    let own = ["--vault", ".local/share/jiandu/vault"];
    let object = |number: usize| {
        let locator = snapshots[number]["header"]["body"]["locator"].as_str().expect("a locator").to_owned();
        (world.path(".local/share/jiandu/vault/objects").join(&locator[..2]).join(&locator[2..]), locator)
    };
    let (update, _) = object(1);
    fs::write(&update, b"{}").expect("written");
    world.cli.run(&["record", "body", &id, "--at", "1.0", "--out", "no.json"]).exits(3);
    fs::remove_file(object(4).0).expect("removed");
    world.cli.run(&[["vault", "repair"].as_slice(), &own].concat()).exits(0).says("made again");
    world.cli.run(&[["vault", "fsck", "--chain"].as_slice(), &own].concat()).exits(0);
    world.cli.run(&["record", "body", &id, "--at", "1.0", "--out", "again.json"]).exits(0);
    assert!(fs::read(world.path("again.json")).ok() == fs::read(world.path("1.json")).ok(), "byte for byte");
    let (with_content, locator) = object(0);
    fs::remove_file(with_content).expect("removed");
    world.cli.run(&[["vault", "repair"].as_slice(), &own].concat()).exits(11).says(&locator);
}

/// Everything that is kept: all blocks and the whole state, names in the store, and the node's log.
fn everything(world: &World, vault: &Path) -> Vec<u8> {
    let mut kept = world.chain();
    let listing = Command::new("find").arg(vault).output().expect("find can be run");
    kept.extend_from_slice(&listing.stdout);
    kept.extend(fs::read(world.path("node/node.log")).expect("the log"));
    kept
}

/// The arguments of all processes but those of this test run, which names what it looks for.
fn arguments_of_all() -> Vec<u8> {
    let processes = fs::read_dir("/proc").expect("processes").filter_map(Result::ok);
    let own = std::process::id().to_string();
    let others = processes.filter(|process| process.file_name() != own.as_str());
    others.filter_map(|process| fs::read(process.path().join("cmdline")).ok()).flatten().collect()
}

#[test]
fn what_is_not_public_should_be_recognised_by_nobody_but_holders_of_its_opening() {
    let world = World::new();
    let alice = world.as_key("Alice");
    let vault = world.path(".local/share/jiandu/vault");
    let content = format!("%PDF-1.7 借款合同 {NAME} {NUMBER} 招商银行");
    let name = format!("{NAME}-{NUMBER}.pdf");
    let secret = world.file(&name, &content);
    // Nothing of it is in the arguments of any process meanwhile, nor left in temporary files.
    world.file("loan.pdf", &content);
    fs::create_dir(world.path("temporary")).expect("a folder");
    let temporary = world.path("temporary");
    let cli = alice.with_variable("TMPDIR", temporary.to_str().expect("a path"));
    let mut running =
        cli.start(&["record", "create", "loan.pdf", "--subject", SUBJECT, "--id", "loan-0", "--level", "L3"]);
    let mut arguments = Vec::new();
    while running.is_running() {
        arguments.extend(arguments_of_all());
        std::thread::sleep(Duration::from_millis(5));
    }
    running.finish().exits(0);
    assert!(arguments.windows(8).any(|window| window == b"loan.pdf"), "the command itself is seen");
    assert_eq!(fs::read_dir(&temporary).expect("a folder").count(), 0, "temporary files are gone");
    let create = |id: &str, more: &[&str]| {
        let words = ["record", "create", secret, "--subject", SUBJECT, "--id", id, "--level", "L3"];
        alice.run(&[&words, more].concat())
    };
    let digests = json(&world.cli, &["hash", secret], 0);
    // Not without a name, not without a vault, not with content in the body, not for nobody.
    alice.run(&["record", "create", secret, "--subject", SUBJECT, "--level", "L3"]).exits(2).says("--id");
    create("loan-1", &["--no-store"]).exits(2).says("--no-store");
    world.file("more.json", "{}");
    create("loan-1", &["--body", "more.json"]).exits(2);
    create("loan-1", &["--recipient", "age1nobody"]).exits(2).says("age");
    let bob = json(&world.as_key("Bob"), &["vault", "recipient"], 0);
    create("loan-1", &["--recipient", bob["recipient"].as_str().expect("a recipient")]).exits(0).says("opening");
    create("loan-2", &[]).exits(0);

    // What is not public stays so where nobody says otherwise, and what was made is not made twice.
    let addition = world.document("addition.pdf");
    alice.run(&["record", "update", &record("loan-2"), addition]).exits(0).says("opening");
    let updated = json(&world.cli, &["record", "show", &record("loan-2")], 0);
    assert_eq!((&updated["header"]["level"], &updated["documents"][0]["sealed"]), (&"L3".into(), &true.into()));
    assert_eq!(json(&alice, &["record", "update", &record("loan-2"), addition], 0)["unchanged"], true);
    world.cli.run(&["verify", addition]).exits(4);
    create("loan-3", &[]).exits(0);

    // The same file twice has nothing in common.
    let documents = |id: &str| json(&world.cli, &["record", "show", &record(id)], 0)["documents"][0].clone();
    let (one, two) = (documents("loan-1"), documents("loan-3"));
    let length = |document: &Value| document["length"].as_u64().expect("a length");
    assert_eq!(one["sealed"], true);
    assert!(length(&one).abs_diff(length(&two)) < 400 && length(&one) > 4_096, "{one} {two}");
    for (left, right) in
        one["digests"].as_array().expect("digests").iter().zip(two["digests"].as_array().expect("digests"))
    {
        assert_ne!(left, right);
    }
    // Nothing that is kept has a trace of it.
    let kept = [everything(&world, &vault), arguments].concat();
    let found = |what: &[u8]| kept.windows(what.len()).any(|window| window == what);
    assert!(
        found(one["digests"][0].as_str().expect("a digest").trim_start_matches("blake3:").as_bytes()),
        "the listing is searched"
    );
    let mut forms: Vec<Vec<u8>> = vec![NAME.into(), NUMBER.into(), content.clone().into(), hex::encode(NAME).into()];
    for digest in digests["files"][0]["digests"].as_array().expect("digests") {
        let (_, value) = digest.as_str().and_then(|digest| digest.split_once(':')).expect("alg:hex");
        forms.extend([value.as_bytes().to_vec(), hex::decode(value).expect("hexadecimal")]);
    }
    for form in forms {
        assert!(!found(&form), "{} is kept in clear", String::from_utf8_lossy(&form));
    }
    // A digest of the file is one of an unknown file.
    world.cli.run(&["verify", secret]).exits(4);

    // The opening is handed over, and holds for this file alone.
    let locator = |document: &Value| {
        let digests = document["digests"].as_array().expect("digests");
        digests[0].as_str().expect("a digest").trim_start_matches("blake3:").to_owned()
    };
    let own = ["--vault", ".local/share/jiandu/vault"];
    let opening = |key: &str, document: &Value, out: &str| {
        let locator = locator(document);
        world.as_key(key).run(&[["vault", "opening", &locator, "--out", out].as_slice(), &own].concat())
    };
    opening("Bob", &two, "no.opening").exits(8);
    opening("Bob", &one, "one.opening").exits(0);
    opening("Alice", &two, "two.opening").exits(0);
    world.cli.run(&["verify", secret, "--opening", "one.opening"]).exits(0);
    world.cli.run(&["verify", secret, "--opening", "two.opening"]).exits(0);
    let tampered = world.tampered(secret, "tampered.pdf");
    world.cli.run(&["verify", tampered, "--opening", "one.opening"]).exits(3);
    world.cli.run(&["verify", secret, "--opening", "more.json"]).exits(2);
    let get = |opening: &str, out: &str| {
        world.cli.run(&[["vault", "get", "--opening", opening, "--out", out].as_slice(), &own].concat())
    };
    get("one.opening", "back.pdf").exits(0);
    assert!(fs::read(world.path("back.pdf")).ok() == Some(content.into_bytes()), "decrypted as it was");
    // Evidence is about the commitment: it says nothing of the file to whoever has no opening.
    let commitment = one["digests"][2].as_str().expect("a commitment").to_owned();
    world.cli.run(&["evidence", "export", "--digest", &commitment, "--out", "loan.evidence"]).exits(0);
    world.cli.run(&["trust", "export", "dev.trust"]).exits(0);
    let offline = |more: &[&str], code: i32| {
        let words = ["evidence", "verify", "loan.evidence", "--trust", "dev.trust"];
        world.cli.run(&[&words, more].concat()).exits(code)
    };
    offline(&[], 0);
    offline(&["--file", secret, "--opening", "one.opening"], 0);
    offline(&["--file", tampered, "--opening", "one.opening"], 3);
    offline(&["--file", secret, "--opening", "two.opening"], 3);
    offline(&["--file", secret], 2).says("--opening");
    world.cli.run(&["evidence", "export", secret, "--opening", "two.opening", "--out", "two.evidence"]).exits(0);
    // The ciphertext is found by its own digests, too.
    let ciphertext = vault.join("objects").join(&locator(&one)[..2]).join(&locator(&one)[2..]);
    fs::copy(&ciphertext, world.path("one.age")).expect("copied");
    world.cli.run(&["verify", "one.age"]).exits(0);
    // A vault of which the chain knows nothing is another chain's: nothing is cleared away there.
    world.cli.run(&["vault", "init", "--operator", EXCHANGE, "--vault", "other"]).exits(0);
    world.cli.run(&["vault", "put", addition, "--vault", "other"]).exits(0);
    world.cli.run(&["vault", "repair", "--older-than", "0", "--vault", "other"]).exits(10);
    world.cli.run(&["vault", "fsck", "--vault", "other"]).exits(0).says("1 undamaged");
    // An opening that is lost is told.
    fs::remove_file(vault.join("openings").join(&locator(&two)[..2]).join(&locator(&two)[2..])).expect("removed");
    let fsck = world.cli.run(&[["vault", "fsck", "--chain"].as_slice(), &own].concat()).exits(11);
    assert!(fsck.stdout.contains("opening missing") && fsck.stdout.contains(&locator(&two)), "{}", fsck.stdout);
}

#[test]
fn a_file_that_is_not_the_one_should_be_told_what_it_is_instead() {
    let world = World::new();
    let alice = world.as_key("Alice");
    let first = world.document("prospectus.pdf");
    let second = world.document("prospectus-2.pdf");
    alice.run(&["record", "create", first, "--subject", SUBJECT, "--id", "prospectus"]).exits(0);
    alice.run(&["record", "update", &record("prospectus"), second]).exits(0);
    let whole = fs::read(world.path(first)).expect("the original");
    world.file("cut.pdf", &whole[..whole.len() - 1]);
    world.file("note.txt", "nothing of the kind");
    let compared = |file: &str, code: i32| {
        let found = json(&world.cli, &["verify", file, "--record", &record("prospectus")], code);
        found["compared"].as_array().cloned()
    };
    let cut = compared("cut.pdf", 4).expect("a comparison");
    assert_eq!((&cut[0]["difference"], &cut[0]["missing"]), (&"cut".into(), &1.into()), "{cut:?}");
    assert_eq!((&cut[0]["version"]["version"], &cut[0]["same_media"]), (&0.into(), &true.into()));
    let other = compared("note.txt", 4).expect("a comparison");
    assert_eq!(other.len(), 2);
    assert!(other.iter().all(|row| row["difference"] == "other" && row["same_media"] == false), "{other:?}");
    assert_eq!(compared(first, 12), None, "what is anchored needs no comparison");
    world.in_chinese().run(&["verify", "cut.pdf", "--record", &record("prospectus")]).exits(4).says("缺少末尾 1 字节");
}

#[test]
fn a_store_that_misbehaves_should_give_clear_errors_and_lose_nothing() {
    let world = World::new();
    let server = S3Server::start(&world.path("s3"));
    let evil = EvilStore::in_front_of(server.port());
    server.write_settings_through(evil.port(), &world.path("s3.json"), S3Server::SECRET);
    let place = format!("s3://{}/evil", S3Server::BUCKET);
    let cli = world.cli.with(&["--vault", &place, "--vault-settings", "s3.json"]);
    let put = |file: &str, code: i32| cli.run(&["vault", "put", file]).exits(code);
    cli.run(&["vault", "init", "--operator", SUBJECT]).exits(0);
    let (one, two, three) = (world.document("one.pdf"), world.document("two.pdf"), world.document("three.pdf"));
    put(one, 0);
    // Slow: it takes its time, and succeeds.
    evil.be(Evil::Slow(Duration::from_millis(400)));
    let start = SystemTime::now();
    put(two, 0);
    assert!(start.elapsed().expect("a clock") > Duration::from_millis(800), "the store was slow");
    // It denies to have what it just took, and then has it.
    evil.be(Evil::Absent(2));
    put(three, 0);
    // It answers with other bytes: nothing is said to be stored, and nothing goes to the chain.
    evil.be(Evil::Wrong);
    let four = world.document("four.pdf");
    put(four, 3);
    let alice = world.as_key("Alice").with(&["--vault", &place, "--vault-settings", "s3.json"]);
    alice.run(&["record", "create", four, "--subject", SUBJECT, "--id", "four"]).exits(3);
    let locator = json(&world.cli, &["hash", "--alg", "blake3", one], 0)["files"][0]["digests"][0].clone();
    cli.run(&["vault", "get", locator.as_str().expect("a digest"), "--out", "wrong.pdf"]).exits(3);
    assert!(!world.path("wrong.pdf").exists());
    // It breaks off in the middle: the client asks again.
    evil.be(Evil::Broken(1));
    cli.run(&["vault", "get", locator.as_str().expect("a digest"), "--out", "one.back"]).exits(0);
    // It is full: said so, and all that was there is there.
    evil.be(Evil::Full);
    let five = world.document("five.pdf");
    put(five, 1).says("full");
    alice.run(&["record", "create", five, "--subject", SUBJECT, "--id", "five"]).exits(1);
    evil.be(Evil::Not);
    for id in ["four", "five"] {
        world.cli.run(&["record", "show", &record(id)]).exits(11);
    }
    cli.run(&["vault", "fsck"]).exits(0);
    put(five, 0);
    alice.run(&["record", "create", five, "--subject", SUBJECT, "--id", "five"]).exits(0);

    // A folder that is full.
    let folder = world.cli.with(&["--vault", "little"]);
    folder.run(&["vault", "init", "--operator", SUBJECT]).exits(0);
    fs::create_dir(world.path("little/objects")).expect("a folder");
    world.file("big.bin", vec![7u8; 3 << 20]);
    folder.with_little_room("little/objects", 1 << 20).run(&["vault", "put", "big.bin"]).exits(1).says("full");
    folder.run(&["vault", "put", "big.bin"]).exits(0);
}
