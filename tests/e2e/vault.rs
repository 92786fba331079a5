//! Documents in a vault, in a folder and on a real S3 server: the same for both.
use crate::world::{World, SUBJECT};
use jiandu_testkit::{Cli, S3Server};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use tempfile::TempDir;

const OPERATOR: &str = "91430100MADEW01019";

/// A command line beside a vault that is not made yet.
struct Vault {
    cli: Cli,
    folder: TempDir,
    /// Where its objects lie on the disk.
    objects: PathBuf,
    server: Option<S3Server>,
}

impl Vault {
    fn in_a_folder() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let cli = Cli::new(folder.path(), &["--lang", "en", "--vault", "vault"]);
        Self { cli, objects: folder.path().join("vault/objects"), server: None, folder }
    }

    fn on_a_server() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let server = S3Server::start(&folder.path().join("s3"));
        server.write_settings(&folder.path().join("s3.json"), S3Server::SECRET);
        let place = format!("s3://{}/hunan", S3Server::BUCKET);
        let cli = Cli::new(folder.path(), &["--lang", "en", "--vault", &place, "--vault-settings", "s3.json"]);
        Self { cli, objects: server.object("hunan/objects"), server: Some(server), folder }
    }

    fn both() -> [Self; 2] {
        [Self::in_a_folder(), Self::on_a_server()]
    }

    fn file<'a>(&self, name: &'a str, content: impl AsRef<[u8]>) -> &'a str {
        fs::write(self.folder.path().join(name), content).expect("a file");
        name
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).expect("a file")
    }

    /// Stores one file, and gives its locator and whether it was there.
    fn put(&self, file: &str) -> (String, bool) {
        let json = self.cli.run(&["vault", "put", file, "--output", "json"]).exits(0).json();
        let stored = &json["files"][0];
        let locator = stored["locator"].as_str().expect("a locator").to_owned();
        (locator, stored["outcome"] == "known")
    }

    /// Whether something is there that is not complete: a folder of the first object, or the server's parts.
    fn is_uploading(&self) -> bool {
        let names = |folder: &Path| fs::read_dir(folder).into_iter().flatten().filter_map(|found| found.ok());
        match &self.server {
            None => names(&self.objects).next().is_some(),
            Some(_) => names(&self.folder.path().join("s3"))
                .any(|found| found.file_name().to_string_lossy().starts_with(".upload_id-")),
        }
    }

    fn object(&self, locator: &str) -> PathBuf {
        self.objects.join(&locator[..2]).join(&locator[2..])
    }
}

/// Bytes of several parts.
fn big() -> Vec<u8> {
    (0u32..5_000_000).flat_map(|number| number.wrapping_mul(0x9e37_79b1).to_be_bytes()).collect()
}

#[test]
fn a_document_should_be_stored_once_come_back_whole_and_be_mended() {
    for vault in Vault::both() {
        let cli = &vault.cli;
        let (small, large) = (vault.file("年报.pdf", b"%PDF-1.7 one"), vault.file("large.bin", big()));
        cli.run(&["vault", "put", small]).exits(9).says("vault init");
        cli.run(&["vault", "init", "--operator", OPERATOR]).exits(0).says(OPERATOR);
        cli.run(&["vault", "init", "--operator", OPERATOR]).exits(2);
        cli.run(&["vault", "stat"]).exits(0).says(OPERATOR);
        cli.run(&["vault", "put", small, large]).exits(0).says("read back");
        let ((one, known), (other, _)) = (vault.put(small), vault.put(large));
        assert!(known, "it was there already");
        for (locator, file) in [(&one, small), (&other, large)] {
            let back = format!("{file}.back");
            cli.run(&["vault", "get", locator, "--out", &back]).exits(0);
            assert!(vault.read(&back) == vault.read(file), "{file}");
            cli.run(&["vault", "get", locator, "--out", &back]).exits(2);
        }
        let digest = format!("blake3:{one}");
        let hashed = Cli::new(vault.folder.path(), &[]).run(&["hash", "--alg", "blake3", small]);
        assert!(hashed.exits(0).stdout.contains(&digest), "a locator is the digest of what is stored");
        cli.run(&["vault", "stat", &digest, &other]).exits(0);
        cli.run(&["vault", "fsck"]).exits(0).says("2 undamaged");

        // Somebody changes one byte of one, and takes the other away.
        let mut content = fs::read(vault.object(&other)).expect("the object");
        *content.last_mut().expect("a byte") ^= 1;
        fs::write(vault.object(&other), content).expect("written");
        fs::remove_file(vault.object(&one)).expect("removed");
        cli.run(&["vault", "stat", &other]).exits(3);
        cli.run(&["vault", "stat", &one]).exits(11);
        cli.run(&["vault", "fsck"]).exits(3).says(&other);
        cli.run(&["vault", "get", &other, "--out", "no"]).exits(3);
        cli.run(&["vault", "get", &one, "--out", "no"]).exits(11);
        assert!(!vault.folder.path().join("no").exists());
        assert_eq!((vault.put(small), vault.put(large)), ((one, false), (other, false)));
        // One that can't be read keeps no other from its turn.
        let third = vault.file("third.pdf", b"%PDF-1.7 three");
        cli.run(&["vault", "put", small, "none.pdf", third]).exits(2).says("none.pdf");
        cli.run(&["vault", "fsck"]).exits(0).says("3 undamaged");
    }
}

#[test]
fn an_upload_that_was_killed_should_leave_nothing_wrong_and_be_done_again() {
    for vault in Vault::both() {
        vault.cli.run(&["vault", "init", "--operator", OPERATOR]).exits(0);
        let large = vault.file("large.bin", big().repeat(5));
        let upload = vault.cli.start(&["vault", "put", large]);
        // Looked for as often as can be: it is soon over.
        let start = Instant::now();
        while !vault.is_uploading() {
            assert!(start.elapsed() < Duration::from_secs(30), "the upload begins");
        }
        upload.kill();
        vault.cli.run(&["vault", "fsck"]).exits(0).says("0 undamaged");
        let (locator, _) = vault.put(large);
        vault.cli.run(&["vault", "stat", &locator]).exits(0);
        vault.cli.run(&["vault", "fsck"]).exits(0).says("1 undamaged");
    }
}

#[test]
fn a_store_that_is_away_or_refuses_should_be_named_and_lose_nothing() {
    let mut vault = Vault::on_a_server();
    let file = vault.file("a.pdf", b"%PDF-1.7 one");
    vault.cli.run(&["vault", "init", "--operator", OPERATOR]).exits(0);
    let (locator, _) = vault.put(file);
    // The wrong secret; settings that others can read; none at all.
    let path = vault.folder.path().join("s3.json");
    vault.server.as_ref().expect("a server").write_settings(&path, "guessed-wrongly");
    let refused = vault.cli.run(&["vault", "put", file]).exits(6);
    assert!(!refused.stderr.contains("guessed-wrongly"), "{}", refused.stderr);
    vault.server.as_ref().expect("a server").write_settings(&path, S3Server::SECRET);
    let mode = |mode: u32| {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode(0o644);
    vault.cli.run(&["vault", "put", file]).exits(9).says("chmod 600");
    mode(0o600);
    let place = format!("s3://{}", S3Server::BUCKET);
    let bare = Cli::new(vault.folder.path(), &["--lang", "en", "--vault", &place]);
    bare.run(&["vault", "stat"]).exits(2).says("--vault-settings");

    // It goes away and comes back.
    vault.server.as_mut().expect("a server").stop();
    let away = vault.cli.run(&["vault", "stat", &locator]).exits(7);
    assert!(!away.stderr.contains(S3Server::SECRET), "{}", away.stderr);
    vault.server.as_mut().expect("a server").resume();
    vault.cli.run(&["vault", "stat", &locator]).exits(0);

    // A folder that can't be written to.
    let vault = Vault::in_a_folder();
    vault.cli.run(&["vault", "init", "--operator", OPERATOR]).exits(0);
    vault.file("vault/objects", "in the way");
    vault.file("a.pdf", b"%PDF-1.7 one");
    vault.cli.run(&["vault", "put", "a.pdf"]).exits(7);
    vault.cli.run(&["vault", "stat", "nonsense"]).exits(2);
    vault.cli.run(&["vault", "put", "none.pdf"]).exits(2);
}

#[test]
fn what_is_anchored_should_be_stored_first_unless_that_is_refused() {
    let world = World::new();
    let alice = world.as_key("Alice");
    let (file, second) = (world.document("annual.pdf"), world.document("annual-2.pdf"));
    let create = |file: &str, id: &str, more: &[&str]| {
        let words = ["record", "create", file, "--subject", SUBJECT, "--id", id];
        alice.run(&[&words, more].concat())
    };
    // A store that does not work sends nothing.
    world.file("in-the-way", "no vault");
    create(file, "annual", &["--vault", "in-the-way"]).exits(9);
    create(file, "annual", &["--vault", "none"]).exits(9).says("vault init");
    world.cli.run(&["verify", file]).exits(4);

    // The user's own vault is made where there is none, and has what was anchored.
    create(file, "annual", &[]).exits(0).says(".local/share/jiandu/vault");
    let own = world.cli.with(&["--vault", ".local/share/jiandu/vault"]);
    own.run(&["vault", "fsck"]).exits(0).says("2 undamaged");
    let record = format!("{SUBJECT}/annual");
    let updated = alice.with(&["--output", "json"]).run(&["record", "update", &record, second]).exits(0).json();
    assert!(updated["originals"]["operator"].is_string(), "{updated}");
    own.run(&["vault", "fsck"]).exits(0).says("4 undamaged");
    let located = own.with(&["--output", "json"]).run(&["vault", "put", second]).exits(0).json();
    assert_eq!(located["files"][0]["outcome"], "known");

    // Asked for: no copy, and the answer says so.
    let third = world.document("annual-3.pdf");
    let kept =
        alice.with(&["--output", "json"]).run(&["record", "update", &record, third, "--no-store"]).exits(0).json();
    assert!(kept["originals"].is_null() && kept.get("originals").is_some(), "{kept}");
    // What the chain says of the first time stands.
    let again = alice.with(&["--output", "json"]).run(&["record", "update", &record, third]).exits(0);
    assert!(again.json()["unchanged"] == true && again.json()["originals"].is_null(), "{}", again.stdout);
    world
        .in_chinese()
        .run(&["record", "update", &record, file, "--no-store", "--dev-key", "Alice"])
        .exits(0)
        .says("原件未入库");
    own.run(&["vault", "fsck"]).exits(0).says("4 undamaged");
    // The chain says the same: two of four snapshots were not stored, and nothing is missing or too many.
    let compared = own.with(&["--output", "json"]).run(&["vault", "fsck", "--chain"]).exits(0).json();
    let chain = &compared["chain"];
    assert_eq!((&chain["snapshots"], &chain["unstored"], &chain["expected"]), (&4.into(), &2.into(), &4.into()));
    assert_eq!(compared["objects"].as_array().map(Vec::len), Some(0), "{compared}");
}
