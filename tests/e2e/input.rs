//! Bad input: each has its own message and exit code, and leaves nothing half-done.
use crate::world::{World, SUBJECT};
use jiandu_testkit::Cli;
use std::{
    ffi::OsStr,
    fs,
    os::unix::{ffi::OsStrExt, fs::PermissionsExt},
    process::Command,
};

#[test]
fn bad_files_should_be_refused_with_their_own_message() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let create = |file: &str| maker.run(&["record", "create", file, "--subject", SUBJECT, "--id", "bad"]);
    world.file("empty.pdf", b"");
    create("empty.pdf").exits(2).says("empty");
    fs::create_dir(world.path("folder")).expect("a folder");
    create("folder").exits(2).says("folder");
    create("missing.pdf").exits(2).says("missing.pdf");
    world.cli.run(&["verify", "missing.pdf"]).exits(2);
    // Nothing was written by any of them.
    world.cli.run(&["record", "show", &format!("{SUBJECT}/bad")]).exits(11);

    // One bad file among good ones stops the whole record before anything is sent.
    let good = world.document("good.pdf");
    maker.run(&["record", "create", good, "empty.pdf", "--subject", SUBJECT, "--id", "bad"]).exits(2);
    world.cli.run(&["verify", good]).exits(4);

    // What is not a file, or may not be read.
    assert!(Command::new("mkfifo").arg(world.path("pipe")).status().expect("mkfifo can be run").success());
    create("pipe").exits(2).says("pipe");
    create("/dev/zero").exits(2).says("/dev/zero");
    create("-").exits(2).says("Standard input");
    world.document("secret.pdf");
    fs::set_permissions(world.path("secret.pdf"), fs::Permissions::from_mode(0o000)).expect("its owner may");
    let bound = maker.bound_by_modes();
    bound.run(&["record", "create", "secret.pdf", "--subject", SUBJECT, "--id", "bad"]).exits(6).says("secret.pdf");
    world.cli.run(&["record", "show", &format!("{SUBJECT}/bad")]).exits(11);

    // A name that is not UTF-8 is a name like any other, though no external id can be made of it.
    let odd = OsStr::from_bytes(b"odd-\xff.pdf");
    fs::write(world.path("x").with_file_name(odd), "odd").expect("a file");
    maker
        .run(&[OsStr::new("record"), OsStr::new("create"), odd, OsStr::new("--subject"), OsStr::new(SUBJECT)])
        .exits(0);
    world.cli.run(&[OsStr::new("verify"), odd]).exits(0);
    // What comes through a pipe is hashed and looked up like a file.
    let content = fs::read(world.path("x").with_file_name(odd)).expect("readable");
    world.cli.run_with_input(&["verify", "-"], &content).exits(0);
    world.cli.run_with_input(&["verify", "-"], b"").exits(2);
    let hashed = world.cli.with(&["--output", "json"]).run_with_input(&["hash", "-"], b"abc").exits(0);
    // The known answer of the standard, GB/T 32905.
    hashed.says("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

#[test]
fn bad_arguments_should_be_refused_before_anything_is_sent() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let file = world.document("a.pdf");
    let create = |subject: &str, id: &str| maker.run(&["record", "create", file, "--subject", subject, "--id", id]);
    create("91430100MADEW01018", "a").exits(2);
    create("91430100MADEW0101", "a").exits(2).says("17");
    create("9143O100MADEW01019", "a").exits(2).says("5");
    create(SUBJECT, "年报").exits(2);
    create(SUBJECT, "13800138000").exits(2).says("mobile");
    maker
        .run(&["member", "add-key", SUBJECT, "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy", "--role", "owner"])
        .exits(2);
    world.cli.run(&["verify", file]).exits(4);
}

#[test]
fn a_wrong_node_chain_or_password_should_have_its_own_exit_code() {
    let world = World::new();
    let file = world.document("a.pdf");
    let down = Cli::new(world.path("."), &["--node", "ws://127.0.0.1:1", "--timeout", "5", "--lang", "en"]);
    down.run(&["verify", file]).exits(7);
    let other = format!("0x{}", "22".repeat(32));
    world.cli.with(&["--genesis", &other]).run(&["verify", file]).exits(10);
    world.file("password", "the right one");
    world.file("wrong", "another one");
    world.cli.with(&["--password-file", "password"]).run(&["key", "generate", "a.key"]).exits(0);
    let create = ["record", "create", file, "--subject", SUBJECT, "--id", "a"];
    world.cli.with(&["--key", "a.key", "--password-file", "wrong"]).run(&create).exits(8);
    world.cli.with(&["--key", "none.key", "--password-file", "password"]).run(&create).exits(8);
    world.cli.run(&["trust", "export", "dev.trust"]).exits(0);
    for (file, option) in [("a.key", "--key"), ("dev.trust", "--trust")] {
        fs::set_permissions(world.path(file), fs::Permissions::from_mode(0o000)).expect("its owner may");
        let bound = world.cli.with(&[option, file, "--password-file", "password"]).bound_by_modes();
        bound.run(&create).exits(6).says(file).says("read");
    }
    world.cli.run(&create).exits(9);
    // A key file is never overwritten.
    world.cli.with(&["--password-file", "password"]).run(&["key", "generate", "a.key"]).exits(8);
}

#[test]
fn errors_should_be_json_where_that_is_asked_for_and_chinese_too() {
    let world = World::new();
    let json = world.cli.with(&["--output", "json"]).run(&["verify", "missing.pdf"]).exits(2);
    let error: serde_json::Value = serde_json::from_str(json.stderr.trim()).expect("JSON on standard error");
    assert_eq!(error["error"]["exit"], 2);
    let folder = world.path(".");
    Cli::new(&folder, &["--lang", "zh-CN"]).run(&["verify", "missing.pdf"]).exits(2).says("文件");
    Cli::new(&folder, &["--lang", "zh-CN"]).run(&["record", "create", "--help"]).exits(0).says("登记");
}

#[test]
fn a_big_sparse_file_should_be_hashed_as_a_stream() {
    let _turn = crate::world::turn();
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let gibibytes = if jiandu_testkit::full_scale() { 5 } else { 1 };
    let file = fs::File::create(folder.path().join("big.bin")).expect("a file");
    file.set_len(gibibytes << 30).expect("a sparse file");
    let cli = Cli::new(folder.path(), &["--lang", "en", "--output", "json"]);
    let hashed = cli.run(&["hash", "big.bin"]).exits(0).json();
    assert_eq!(hashed["files"][0]["length"], gibibytes << 30);
}
