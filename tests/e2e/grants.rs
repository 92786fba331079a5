//! Grants: a bank, an enterprise and a data bureau as three parties with keys of their own, and everything that they do with one.
use crate::world::{proposal, World, BANK};
use jiandu_testkit::Cli;
use serde_json::Value;
use std::{fs, path::Path};

/// The sample data bureau of the preset.
const BUREAU: &str = "12430000MADEW00050";

/// Three parties, each with a key file and agreements of its own.
struct Parties {
    world: World,
    /// The enterprise's code.
    own: String,
    enterprise: Cli,
    bank: Cli,
    bureau: Cli,
}

/// A key of somebody at a member, admitted by its administrator.
fn admitted(world: &World, name: &str, of: (&str, &str), role: &str) -> Cli {
    let (account, cli) = world.key(name);
    let (administrator, organisation) = of;
    let handle = format!("{:0>16}", hex::encode(name.as_bytes()).chars().take(16).collect::<String>());
    let add = ["member", "add-key", organisation, &account, "--role", role, "--handle", &handle];
    world.as_key(administrator).run(&add).exits(0);
    cli.with_variable("JIANDU_GRANTS", &format!("grants-of-{name}"))
}

/// A key of an enterprise, bound by two clerks.
fn bound(world: &World, enterprise: &str, name: &str) -> Cli {
    let (account, cli) = world.key(name);
    let application = world.document("application.pdf");
    let bind = ["enterprise", "bind-key", enterprise, &account, "--application", application];
    let bound = world.json(&world.as_key("Alice"), &bind, 0);
    world.as_key("Bob").run(&["enterprise", "confirm", &proposal(&bound)]).exits(0);
    cli.with_variable("JIANDU_GRANTS", &format!("grants-of-{name}"))
}

impl Parties {
    fn new() -> Self {
        let world = World::new();
        let own = world.enterprise(1);
        let enterprise = bound(&world, &own, "enterprise.key");
        let bank = admitted(&world, "bank.key", ("Dave", BANK), "user");
        let bureau = admitted(&world, "bureau.key", ("Eve", BUREAU), "provider");
        Self { world, own, enterprise, bank, bureau }
    }

    fn json(&self, cli: &Cli, words: &[&str]) -> Value {
        self.world.json(cli, words, 0)
    }

    /// What the bank asks for: bank flow, taxes and social security, 30 days, 3 uses.
    fn request<'a>(&'a self, out: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
        let words = [
            "grant",
            "request",
            &self.own,
            "--item",
            "cash-flow",
            "--item",
            "government",
            "--purpose",
            "credit-assessment",
            "--days",
            "30",
            "--uses",
            "3",
            "--provider",
            BUREAU,
            "--territory",
            "province",
            "--delete-within",
            "30",
            "--benefit",
            "rate-reduction:50",
            "--out",
            out,
        ];
        [&words[..], rest].concat()
    }

    /// A grant that holds, asked for by the bank.
    fn granted(&self, out: &str, rest: &[&str]) -> String {
        let grant = self.json(&self.bank, &self.request(out, rest))["grant"].to_string();
        self.enterprise.run(&["grant", "accept", out]).exits(0);
        self.bureau.run(&["grant", "accept", out]).exits(0).says("holds");
        grant
    }
}

#[test]
fn an_enterprise_should_let_a_bank_use_its_data_three_times_see_every_use_and_end_it() {
    let parties = Parties::new();
    let Parties { world, own, enterprise, bank, bureau } = &parties;
    // The bank asks; cut short, the same command goes on with the same file.
    let asked = parties.json(bank, &parties.request("request.json", &[]));
    let again = parties.json(bank, &parties.request("request.json", &[]));
    assert_eq!((&again["grant"], &again["unchanged"]), (&asked["grant"], &true.into()));
    let grant = &asked["grant"].to_string();
    bank.run(&["grant", "reserve", grant, "--item", "cash-flow", "--out", "early.json"]).exits(6).says("both sides");
    assert!(!world.path("early.json").exists(), "a refused use leaves no file");

    // Two commands answer a request: one screen, one signature.
    let screen = enterprise.run(&["grant", "show", "request.json"]).exits(0);
    for said in [
        "示例1有限公司",
        "示例银行",
        "示例大数据中心",
        "credit assessment",
        "cash flow",
        "3, of which 0",
        "pass it on",
        "within 30 days",
        "0.50 %",
        "waits for signatures",
    ] {
        assert!(screen.stdout.contains(said), "{said} is not on the screen:\n{}", screen.stdout);
    }
    enterprise.run(&["grant", "accept", "request.json"]).exits(0).says("provider has not");
    bureau.run(&["grant", "accept", "request.json"]).exits(0).says("holds");
    let block = world.node().rpc().finalized().expect("a head").to_string();

    // Three uses, each served against a reservation that is final.
    for (number, item) in [("1", "cash-flow"), ("2", "government"), ("3", "cash-flow")] {
        let (reservation, result) = (format!("use-{number}.json"), format!("result-{number}.csv"));
        bank.run(&["grant", "reserve", grant, "--item", item, "--out", &reservation]).exits(0);
        world.file(&result, format!("figures {number}"));
        bureau.run(&["grant", "settle", &reservation, "--result", &result]).exits(0);
    }
    // Again: known by its result.
    bureau.run(&["grant", "settle", "use-1.json", "--result", "result-1.csv"]).exits(0);
    let other = world.file("other.csv", "other figures");
    bureau.run(&["grant", "settle", "use-1.json", "--result", other]).exits(1);
    bank.run(&["grant", "reserve", grant, "--item", "cash-flow", "--out", "use-4.json"])
        .exits(6)
        .says("uses are taken");
    // One command shows the enterprise every use of its data.
    let seen = parties.json(enterprise, &["grant", "list", "--uses"]);
    let uses = seen["grants"][0]["uses"].as_array().expect("uses");
    assert_eq!(uses.len(), 3, "{seen}");
    let served = |index: usize| &uses[index]["event"]["reserved"]["settled"];
    assert_eq!((&served(0)["outcome"], &served(1)["count"]), (&"served".into(), &2.into()), "{seen}");
    let table = enterprise.run(&["grant", "list", "--uses"]).exits(0).stdout;
    assert!(table.contains("cash flow") && table.contains("served"), "{table}");

    // It ends the grant: the next attempt is refused for that, and shows up as one.
    enterprise.run(&["grant", "revoke", grant, "--reason", "not-needed"]).exits(0).says("can't be recalled");
    bank.run(&["grant", "reserve", grant, "--item", "cash-flow", "--out", "use-4.json"]).exits(6).says("revoked");
    bureau.run(&["grant", "refuse", grant, "--item", "cash-flow", "--reason", "revoked"]).exits(0);
    let shown = parties.json(enterprise, &["grant", "show", grant]);
    assert_eq!((&shown["state"], &shown["used"]), (&"revoked".into(), &3.into()));
    assert_eq!(shown["uses"][3]["event"]["refused"]["reason"], "revoked");

    // What was allowed at a block that is past.
    let check = |at: &[&str], code| {
        let words = [&["grant", "check", grant, "--item", "cash-flow"], at].concat();
        world.json(bank, &words, code)
    };
    assert_eq!(check(&["--at", &block], 0)["allowed"], true);
    let now = check(&[], 6);
    assert_eq!((&now["denied"]["reason"], &now["used"]), (&"revoked".into(), &3.into()));
    let usable = |at: &[&str]| {
        let words = [&["grant", "list", own, "--usable"], at].concat();
        world.json(&world.cli, &words, 0)["grants"].as_array().map(Vec::len)
    };
    assert_eq!((usable(&["--at", &block]), usable(&[])), (Some(1), Some(0)));

    // The bureau's log has five servings of a grant of three: exactly two have no reservation.
    let time = |number: u64| {
        let event = &shown["uses"][number as usize];
        event["at"]["time"].as_u64().expect("a time")
    };
    let served_at = in_beijing;
    let log = format!(
        "服务时间,数据项,收据编号\n{},流水,0\n{},government,1\n{},cash-flow,2\n{},cash-flow,\n{},流水,\n",
        served_at(time(0) + 1),
        served_at(time(1) + 1),
        served_at(time(2) + 1),
        served_at(time(2) + 5),
        served_at(time(2) + 6),
    );
    world.file("log.csv", log);
    let reconciled = world.json(bureau, &["grant", "reconcile", grant, "log.csv"], 3);
    let kinds: Vec<_> =
        reconciled["exceptions"].as_array().expect("exceptions").iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["unreserved", "unreserved"], "{reconciled}");
    assert_eq!(reconciled["agreed"], 3, "{reconciled}");

    // Both forms of others, and back.
    for (form, holds) in [("credential", "lisensee"), ("odrl", "http://www.w3.org/ns/odrl.jsonld")] {
        let out = format!("{form}.json");
        enterprise.run(&["grant", "export", grant, "--as", form, "--out", &out]).exits(0);
        let written = fs::read_to_string(world.path(&out)).expect("written");
        assert!(written.contains(holds) && written.contains("cash-flow"), "{written}");
    }
    let from =
        ["grant", "request", own, "--credential", "credential.json", "--delete-within", "5", "--out", "second.json"];
    let second = parties.json(bank, &from);
    assert_eq!(second["agreement"]["items"].as_array().map(Vec::len), Some(2), "{second}");
    assert_eq!(second["agreement"]["uses"], 3);
    bank.run(&["grant", "decline", "second.json", "--reason", "mistake"]).exits(0);
    bank.run(&["grant", "deleted", grant]).exits(0);

    // What only the parties know is nowhere on the chain, and neither is the plain digest of what was served.
    let chain = world.chain();
    let has = |needle: &[u8]| chain.windows(needle.len()).any(|window| window == needle);
    assert!(has(&hex::decode(own_bytes(own)).expect("hexadecimal")), "the search finds what is there");
    let salted = fs::read_to_string(world.path("use-1.json")).expect("a receipt");
    let sm3 = serde_json::from_str::<Value>(&salted).expect("JSON")["result"].as_str().expect("SM3").to_owned();
    for secret in
        [sm3.as_bytes(), &hex::decode(&sm3).expect("hexadecimal")[..], b"credit-assessment", b"rate-reduction"]
    {
        assert!(!has(secret), "{} is on the chain", String::from_utf8_lossy(secret));
    }
}

fn own_bytes(code: &str) -> String {
    hex::encode(code.as_bytes())
}

/// A time as RFC 3339, in Beijing.
fn in_beijing(time: u64) -> String {
    let day = jiandu_client::primitives::calendar::Day::of(time);
    let second = (time + 8 * 3_600) % 86_400;
    format!("{day}T{:02}:{:02}:{:02}+08:00", second / 3_600, second / 60 % 60, second % 60)
}

/// Everything under a folder.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn documents_should_open_for_the_user_of_a_grant_alone_and_for_enough_custodians() {
    let parties = Parties::new();
    let Parties { world, own, enterprise, bank, .. } = &parties;
    let council = world.as_key("Alice");
    // Any two of three custodians restore keys; their shares are on the disk, the secret is nowhere.
    let split = ["recovery", "split", "--threshold", "2", "--shares", "3", "--out", "shares"];
    world.cli.run(&split).exits(0);
    council.run(&["recovery", "set", "shares/recovery-share-1.json", "--shares", "3"]).exits(0);
    world.cli.run(&["recovery", "show"]).exits(0).says("any 2 of 3");

    // Served by the enterprise itself.
    let direct = [
        "grant",
        "offer",
        BANK,
        "--item",
        "finance",
        "--purpose",
        "credit-assessment",
        "--days",
        "30",
        "--uses",
        "1",
        "--out",
        "offer.json",
    ];
    let grant = parties.json(enterprise, &direct)["grant"].to_string();
    bank.run(&["grant", "accept", "offer.json"]).exits(0).says("holds");
    let ledger = world.file("ledger.csv", "line\n".repeat(300_000));
    let seal =
        |out: &'static str| ["document", "seal", &grant, ledger, "--item", "finance", "--out", out].map(str::to_owned);
    enterprise.run(&seal("handover")).exits(9).says("no encryption key");
    // An organisation's key is its administrator's to register, and not one of a person who uses data.
    let recipient = bank.run(&["vault", "recipient"]).exits(0).stdout.trim().to_owned();
    bank.run(&["member", "set-encryption-key", &recipient]).exits(6);
    world.as_key("Dave").run(&["member", "set-encryption-key", &recipient]).exits(0);
    // The only use is taken by its reservation, which is what the document is sealed for; it opens after the settlement, too.
    bank.run(&["grant", "reserve", &grant, "--item", "finance", "--out", "use.json"]).exits(0);
    enterprise.run(&seal("handover")).exits(0).says("can't be recalled");
    enterprise.run(&["grant", "settle", "use.json", "--result", ledger]).exits(0);
    enterprise.run(&seal("more")).exits(6).says("uses taken");
    assert!(!world.path("more").exists());
    let names = names_in(&world.path("handover"));
    let wrap = names.iter().find(|name| name.ends_with(".wrap")).expect("a wrap");
    let wrap = format!("handover/{wrap}");
    bank.run(&["document", "open", &wrap, "--out", "opened.csv"]).exits(0);
    let read = |name: &str| fs::read(world.path(name)).expect("a file");
    assert_eq!(read("opened.csv"), read(ledger));
    // Nobody else's key opens it, and no bit of it may be another.
    world.as_key("Dave").run(&["document", "open", &wrap, "--out", "stolen.csv"]).exits(8);
    let ciphertext = names.iter().find(|name| name.ends_with(".age")).expect("a ciphertext");
    fs::copy(world.path(&wrap), world.path("a.wrap")).expect("copied");
    world.tampered("a.wrap", "b.wrap");
    bank.run(&["document", "open", "b.wrap", "--out", "broken.csv"]).exits(3);
    assert!(!world.path("stolen.csv").exists() && !world.path("broken.csv").exists());

    // After the revocation nothing is wrapped any more, and this program opens nothing.
    enterprise.run(&["grant", "revoke", &grant, "--reason", "breach"]).exits(0);
    let later = world.file("later.csv", "later");
    let words = ["document", "seal", &grant, later, "--item", "finance", "--out", "later"];
    enterprise.run(&words).exits(6).says("revoked");
    assert!(!world.path("later").exists());
    bank.run(&["document", "open", &wrap, "--out", "again.csv"]).exits(6).says("revoked");

    // Two custodians open it once that is recorded where the owner sees it, and one never does.
    let locator = ciphertext.trim_end_matches(".age");
    let [one, two] = [1, 2].map(|number| format!("shares/recovery-share-{number}.json"));
    let open = |shares: &[&str], out: &'static str| {
        let words = ["recovery", "open", own, locator, "--out", out];
        let shares: Vec<&str> = shares.iter().flat_map(|share| ["--share", share]).collect();
        world.cli.run(&[&words[..], &shares].concat())
    };
    open(&[&one, &two], "recovered.csv").exits(6).says("recorded");
    council.run(&["recovery", "record", own, locator, "--reason", "lost-key"]).exits(0);
    open(&[&one], "recovered.csv").exits(2).says("2 are needed");
    open(&[&one, &one], "recovered.csv").exits(2).says("twice");
    open(&[&one, &two], "recovered.csv").exits(0);
    assert_eq!(read("recovered.csv"), read(ledger));
    let seen = parties.json(enterprise, &["recovery", "list", own]);
    assert_eq!(seen["recoveries"][0]["reason"], "lost-key");
}

#[test]
fn grants_should_be_refused_to_the_wrong_party_in_words_and_take_two_people_where_the_enterprise_wants_it() {
    let parties = Parties::new();
    let Parties { world, own, enterprise, bank, bureau } = &parties;
    // What can be no grant is refused before anything is written.
    let person = ["grant", "request", own, "--item", "personnel", "--uses", "1", "--out", "person.json"];
    bank.run(&person).exits(2).says("separate consent");
    bank.run(&["grant", "request", own, "--item", "gossip", "--uses", "1", "--out", "x.json"])
        .exits(2)
        .says("cash-flow");
    bank.run(&["grant", "offer", BANK, "--item", "finance", "--uses", "1", "--out", "x.json"])
        .exits(6)
        .says("enterprise");
    let consent = world.document("consent.pdf");
    let consent = format!("personnel={consent}");
    let consented = [&person[..], &["--consent", &consent, "--consent-until", "2099-12-31"]].concat();
    bank.run(&consented).exits(0);
    // Strangers sign, decline, end, use and report nothing.
    let grant = parties.granted("request.json", &[]);
    let other = world.enterprise(2);
    let stranger = bound(world, &other, "stranger.key");
    let agreement = "request.json";
    stranger.run(&["grant", "accept", agreement]).exits(6);
    stranger.run(&["grant", "revoke", &grant, "--reason", "breach"]).exits(6);
    bureau.run(&["grant", "reserve", &grant, "--item", "cash-flow", "--out", "of-bureau.json"]).exits(6);
    bank.run(&["grant", "suspend", &grant, "--reason", "dispute"]).exits(6);
    let happened = ["--happened", "2026-01-05T10:00:00+08:00"];
    bank.run(&[&["grant", "report", &grant, "--item", "cash-flow"][..], &happened].concat()).exits(6);
    bureau
        .run(&[&["grant", "report", &grant, "--item", "cash-flow"][..], &happened].concat())
        .exits(0)
        .says("for ever");
    // What was never granted can't be reserved, but was asked for or used all the same.
    bank.run(&["grant", "reserve", &grant, "--item", "equity", "--out", "x.json"]).exits(2).says("cash-flow");
    bank.run(&["grant", "check", &grant, "--item", "equity"]).exits(6).says("item not granted");
    bureau.run(&["grant", "refuse", &grant, "--item", "equity", "--reason", "item-not-granted"]).exits(0);
    assert!(enterprise.run(&["grant", "show", &grant]).exits(0).stdout.contains("share register"));
    bank.run(&["grant", "check", &grant, "--item", "cash-flow", "--time", "2099-01-01"]).exits(2).says("lies ahead");
    bank.run(&["grant", "check", &grant, "--item", "cash-flow", "--at", "0"]).exits(2).says("are final");
    // A request that the chain refuses leaves no file in the way of the mended one.
    let free = ["grant", "request", own, "--item", "finance", "--onward", "anybody", "--out", "free.json"];
    bank.run(&free).exits(1).says("restricted");
    assert!(!world.path("free.json").exists());
    // Without the agreement its number is no use, and a file of another chain or none is refused.
    let without = world.as_key("Dave").with_variable("JIANDU_GRANTS", "nothing");
    without.run(&["grant", "reserve", &grant, "--item", "cash-flow", "--out", "y.json"]).exits(9).says("agreement");
    let shown = without.run(&["grant", "show", &grant]).exits(0).stdout;
    assert!(shown.contains("unknown") && !shown.contains("credit assessment"), "{shown}");
    world.file("empty.json", "");
    enterprise.run(&["grant", "accept", "empty.json"]).exits(2).says("neither an agreement");
    let foreign = fs::read_to_string(world.path(agreement)).expect("an agreement").replacen(
        "\"genesis\": \"",
        "\"genesis\": \"0000",
        1,
    );
    world.file("foreign.json", foreign);
    assert_ne!(enterprise.run(&["grant", "accept", "foreign.json"]).code, 0);

    // Two of its people, where the enterprise wants it: a second key acts after its cooling-off period.
    enterprise.run(&["grant", "signers", "2"]).exits(1).says("Two keys");
    enterprise.run(&["grant", "suspend", &grant, "--reason", "dispute"]).exits(0);
    bank.run(&["grant", "reserve", &grant, "--item", "cash-flow", "--out", "z.json"]).exits(6).says("suspended");
    enterprise.run(&["grant", "resume", &grant]).exits(0);
    // The provider agrees beforehand from now on, and signs what is within no more.
    let terms = world.document("terms.pdf");
    let standing = ["grant", "standing", "publish", "--days", "30", "--uses", "3", "--document", terms];
    bureau.run(&standing).exits(0);
    world.cli.run(&["grant", "standing", "show", BUREAU]).exits(0).says("30 days");
    let covered = parties.json(bank, &parties.request("covered.json", &[]))["grant"].to_string();
    enterprise.run(&["grant", "accept", "covered.json"]).exits(0).says("holds");
    bureau.run(&["grant", "standing", "end"]).exits(0);
    // Another grant in its place.
    let replacing = parties.granted("replacing.json", &["--replaces", &covered]);
    let replaced = parties.json(bank, &["grant", "show", &covered]);
    assert_eq!(replaced["state"]["replaced"].to_string(), replacing);
    bank.run(&["grant", "end", &replacing, "--reason", "not-needed"]).exits(0);
    let listed = parties.json(bank, &["grant", "list"]);
    assert!(listed["grants"].as_array().is_some_and(|grants| grants.len() >= 4), "{listed}");
}
