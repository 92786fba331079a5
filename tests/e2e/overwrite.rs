//! Rewriting what was registered wrongly, seals and references.
use crate::world::{World, SUBJECT};

#[test]
fn version_one_of_three_should_be_rewritten_with_all_that_follow_it() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let record = format!("{SUBJECT}/prospectus");
    let old = ["v0.pdf", "v1.pdf", "v2.pdf", "v3.pdf"].map(|name| world.document(name));
    let new = ["n1.pdf", "n2.pdf", "n3.pdf"].map(|name| world.document(name));
    let create = ["record", "create", old[0], "--subject", SUBJECT, "--id", "prospectus", "--no-wait"];
    maker.run(&create).exits(0);
    for (index, file) in old.iter().enumerate().skip(1) {
        let base = format!("{}.0", index - 1);
        let mut update = vec!["record", "update", &record, file, "--base", &base];
        if index < 3 {
            update.push("--no-wait");
        }
        maker.run(&update).exits(0);
    }
    let set: Vec<String> = new.iter().zip(1..).map(|(file, version)| format!("{version}={file}")).collect();
    let overwrite = |more: &[&str]| {
        let mut arguments = vec!["record", "overwrite", &record, "--reason", "wrong-code"];
        arguments.extend(more);
        maker.run(&arguments)
    };

    // Refused while a later version is missing, saying which.
    overwrite(&["--set", &set[0]]).exits(2).says("v2").says("v3");
    overwrite(&["--set", &set[0], "--keep", "2"]).exits(2).says("v3");
    overwrite(&["--set", &set[0], "--keep", "2,3,4"]).exits(2);
    overwrite(&["--set", "4=n1.pdf"]).exits(2);
    world.cli.run(&["verify", old[3]]).exits(0);

    let all = ["--set", &set[0], "--set", &set[1], "--set", &set[2]];
    overwrite(&all).exits(0);
    // Six digests of the past, each with its successor, and the one of now.
    for (file, successor) in
        [(old[0], "v1"), (old[1], "v1"), (old[2], "v2"), (old[3], "v3"), (new[0], "v2"), (new[1], "v3")]
    {
        let verified = world.cli.run(&["verify", file]).exits(12);
        assert!(verified.stdout.contains(successor), "{file}:\n{}", verified.stdout);
    }
    let json = world.cli.with(&["--output", "json"]);
    let standing = |file: &str| -> (String, u64, u64) {
        let found = json.run(&["verify", file]).exits(12).json();
        let entry = &found["entries"][0];
        let number = |name: &str| entry["successor"][name].as_u64().unwrap_or_else(|| panic!("no {name} in {found}"));
        (entry["standing"].as_str().expect("a standing").to_string(), number("version"), number("revision"))
    };
    assert_eq!(standing(old[0]), ("superseded".into(), 1, 1));
    assert_eq!(standing(old[1]), ("overwritten".into(), 1, 1));
    assert_eq!(standing(old[2]), ("overwritten".into(), 2, 1));
    assert_eq!(standing(old[3]), ("overwritten".into(), 3, 1));
    assert_eq!(standing(new[0]), ("superseded".into(), 2, 1));
    assert_eq!(standing(new[1]), ("superseded".into(), 3, 1));
    world.cli.run(&["verify", new[2]]).exits(0);
    // The same command again writes nothing; Chinese says what happened.
    overwrite(&all).exits(0).says("nothing was written twice");
    let chinese = world.in_chinese();
    chinese.run(&["record", "history", &record]).exits(0).says("重写");
    chinese.run(&["verify", old[1]]).exits(12).says("重写");

    // Evidence of a rewritten document says so offline.
    world.cli.run(&["trust", "export", "dev.trust"]).exits(0);
    world.cli.run(&["evidence", "export", old[1], "--out", "old.evidence"]).exits(0);
    world.cli.run(&["evidence", "verify", "old.evidence", "--file", old[1], "--trust", "dev.trust"]).exits(12);
}

#[test]
fn snapshots_should_be_sealed_by_members_and_by_sm2_and_refer_to_others() {
    let world = World::new();
    let maker = world.as_key("Alice");
    let (first, second) = (world.document("a.pdf"), world.document("b.pdf"));
    let record = |id: &str| format!("{SUBJECT}/{id}");
    maker.run(&["record", "create", first, "--subject", SUBJECT, "--id", "a", "--no-wait"]).exits(0);
    maker
        .run(&["record", "create", second, "--subject", SUBJECT, "--id", "b", "--business-time", "2026-04-14"])
        .exits(0);

    // A member's own key, then a key of the exchange's checker.
    maker.run(&["record", "seal", &record("a"), "--no-wait"]).exits(0);
    world.as_key("Bob").run(&["record", "seal", &record("a")]).exits(0);
    maker.run(&["record", "seal", &record("a")]).exits(0).says("nothing was written twice");
    // SM2, made by OpenSSL as any device would.
    let openssl = |arguments: &[&str]| {
        let status = std::process::Command::new("openssl")
            .args(arguments)
            .current_dir(world.path("."))
            .stderr(std::process::Stdio::null())
            .status()
            .expect("openssl can be run");
        assert!(status.success(), "openssl {arguments:?}");
    };
    maker.run(&["record", "seal", &record("a"), "--message-out", "message"]).exits(0);
    openssl(&["genpkey", "-algorithm", "SM2", "-out", "sm2.pem"]);
    openssl(&["pkey", "-in", "sm2.pem", "-pubout", "-out", "sm2.pub"]);
    openssl(&["pkey", "-in", "sm2.pem", "-pubout", "-outform", "DER", "-out", "sm2.pub.der"]);
    let sign = |message: &str, out: &str| {
        openssl(&[
            "pkeyutl",
            "-sign",
            "-rawin",
            "-digest",
            "sm3",
            "-pkeyopt",
            "distid:1234567812345678",
            "-inkey",
            "sm2.pem",
            "-in",
            message,
            "-out",
            out,
        ]);
    };
    sign("message", "seal.der");
    sign("a.pdf", "wrong.der");
    let seal = |signature: &str, of: &str| {
        let of = record(of);
        let arguments = ["record", "seal", &of, "--sm2-public-file", "sm2.pub", "--sm2-signature-file", signature];
        maker.run(&arguments)
    };
    seal("wrong.der", "a").exits(8);
    // A seal of one record is none of another.
    seal("seal.der", "b").exits(8);
    seal("seal.der", "a").exits(0);

    // And by another implementation, which also agrees with OpenSSL's.
    let script = r#"
import sys
from gmssl import sm2, func
message, public_out, signature_out, other_public, other_signature = sys.argv[1:]
data = open(message, "rb").read()
private = func.random_hex(64)
public = sm2.CryptSM2(private_key=private, public_key="")._kg(int(private, 16), sm2.default_ecc_table["g"])
signer = sm2.CryptSM2(private_key=private, public_key=public)
open(public_out, "w").write(public)
open(signature_out, "w").write(signer.sign_with_sm3(data))
assert sm2.CryptSM2(private_key="", public_key=other_public).verify_with_sm3(other_signature, data), "OpenSSL's seal"
"#;
    world.file("seal.py", script);
    let der = std::fs::read(world.path("sm2.pub.der")).expect("a key");
    let point = hex::encode(&der[der.len() - 64..]);
    let gmssl = std::process::Command::new("python3")
        .args(["seal.py", "message", "gmssl.public", "gmssl.signature", &point, &raw_signature(&world, "seal.der")])
        .current_dir(world.path("."))
        .env("PYTHONPATH", jiandu_testkit::tools().join("python"))
        .output()
        .expect("python3 can be run");
    assert!(gmssl.status.success(), "{}", String::from_utf8_lossy(&gmssl.stderr));
    let read = |name: &str| std::fs::read_to_string(world.path(name)).expect("a text");
    let (public, signature) = (read("gmssl.public"), read("gmssl.signature"));
    let of_gmssl = ["record", "seal", &record("a"), "--sm2-public", &public, "--sm2-signature", &signature];
    maker.run(&of_gmssl).exits(0);
    // The standard's object with both seals of SM2; the one that was anchored stays as it was.
    world.cli.run(&["record", "body", &record("a"), "--with-seals", "--out", "sealed.json"]).exits(0);
    world.cli.run(&["record", "check-body", "sealed.json"]).exits(0);
    let sealed: serde_json::Value = serde_json::from_str(&read("sealed.json")).expect("json");
    let public_keys: Vec<_> =
        sealed["header"]["seal"].as_array().expect("seals").iter().map(|seal| &seal["public_key"]).collect();
    assert_eq!(public_keys, [&format!("04{point}"), &format!("04{public}")]);

    let refer = ["record", "refer", &record("a"), "--to", &record("b"), "--relation", "basis"];
    maker.run(&refer).exits(0);
    let shown = world.cli.with(&["--output", "json"]).run(&["record", "show", &record("a")]).exits(0).json();
    assert_eq!(shown["seals"].as_array().map(Vec::len), Some(4), "{shown}");
    assert_eq!(shown["references"].as_array().map(Vec::len), Some(1), "{shown}");
    world.cli.run(&["record", "show", &record("b")]).exits(0).says("2026-04-14");
}

/// r and s of a signature in DER, as hexadecimal digits.
fn raw_signature(world: &World, file: &str) -> String {
    let der = std::fs::read(world.path(file)).expect("a signature");
    // SEQUENCE, INTEGER r, INTEGER s; a number with its highest bit set has a zero before it.
    let r = &der[4..4 + usize::from(der[3])];
    let s = &der[6 + r.len()..];
    let digits = |number: &[u8]| format!("{:0>64}", hex::encode(number).trim_start_matches('0'));
    digits(r) + &digits(s)
}
