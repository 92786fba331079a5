//! A development node that the tests of one chain share, and files to anchor.

use jiandu_testkit::{clock, Cli, Node, NodeOptions};
use serde_json::{json, Value};
use std::{
    fs,
    path::PathBuf,
    sync::{
        atomic::{AtomicU32, Ordering},
        PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;

/// A subject that is not a member.
pub const SUBJECT: &str = "91430100MADEW01019";
/// The vault that commands keep documents in where they are told no other one, within the folder of a test.
pub const OWN_VAULT: &str = ".local/share/jiandu/vault";
/// The exchange of the preset: Alice makes and decides, Bob reviews.
pub const EXCHANGE: &str = "91430100MADEW0001K";
/// Its intermediary, which is Charlie.
pub const AGENT: &str = "91430100MADEW0003R";
/// The sample bank of the preset.
pub const BANK: &str = "91430100MADEW0004W";

/// A folder and a command line of one test, on a node of its own.
pub struct World {
    node: Node,
    pub cli: Cli,
    folder: TempDir,
    // Dropped last: whoever wants the machine for itself starts when this one's node is gone.
    _turn: RwLockReadGuard<'static, ()>,
}

static MACHINE: RwLock<()> = RwLock::new(());

/// A code with the check character of GB 32100-2015, computed here on its own.
pub fn uscc(number: u32) -> String {
    const SYMBOLS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let first = format!("91430100MA{number:07}");
    let sum: u32 = first
        .chars()
        .map(|symbol| SYMBOLS.find(symbol).expect("a symbol") as u32)
        .zip((0..17).map(|power| (0..power).fold(1, |weight, _| weight * 3 % 31)))
        .map(|(value, weight)| value * weight)
        .sum();
    let check = SYMBOLS.chars().nth(((31 - sum % 31) % 31) as usize).expect("a symbol");
    format!("{first}{check}")
}

/// The time here in Unix seconds.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}

/// The number of a proposal that a command printed as JSON.
pub fn proposal(json: &Value) -> String {
    fn number(value: &Value) -> Option<u64> {
        match value {
            Value::Object(object) => {
                object.get("proposal").and_then(Value::as_u64).or_else(|| object.values().find_map(number))
            }
            Value::Array(items) => items.iter().find_map(number),
            _ => None,
        }
    }
    number(json).unwrap_or_else(|| panic!("no proposal in {json}")).to_string()
}

/// A command about the financial section of 2025.
pub fn of_section<'a>(command: &'a str, enterprise: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    [&["archive", command, enterprise, "--section", "finance", "--part", "2025"], rest].concat()
}

/// The whole machine for one test: networks, crashes and time-outs mean something only where nothing else runs.
pub fn turn() -> RwLockWriteGuard<'static, ()> {
    // A test that failed leaves no state behind that the next one could trip over.
    MACHINE.write().unwrap_or_else(PoisonError::into_inner)
}

/// A part of it: a node that mostly waits for its blocks leaves room for others.
pub fn part() -> RwLockReadGuard<'static, ()> {
    MACHINE.read().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    /// Starts a development node.
    pub fn new() -> Self {
        let turn = part();
        let folder = TempDir::new().expect("a temporary folder");
        let node = Node::dev(&folder.path().join("node"));
        let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
        Self { node, cli, folder, _turn: turn }
    }

    /// The same chain, whose node and commands take the time to be later than it is. Its newest block is of that time.
    pub fn ahead(self, by: Duration) -> Self {
        let Self { node, folder, _turn, .. } = self;
        let variables = clock::ahead(by);
        let best = node.rpc().best().expect("the node answers");
        let node = Node::start(NodeOptions { variables: variables.clone(), ..node.kill() });
        node.wait_finalized(best + 1);
        let cli = Cli::new(folder.path(), &["--node", &node.url(), "--lang", "en"]);
        let cli = variables.iter().fold(cli, |cli, (name, value)| cli.with_variable(name, value));
        Self { node, cli, folder, _turn }
    }

    /// The node.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// The command line as a well-known key.
    pub fn as_key(&self, name: &str) -> Cli {
        self.cli.with(&["--dev-key", name])
    }

    /// What a command says as JSON.
    pub fn json(&self, cli: &Cli, words: &[&str], code: i32) -> Value {
        cli.with(&["--output", "json"]).run(words).exits(code).json()
    }

    /// Registers an enterprise by two clerks, and gives its code.
    pub fn enterprise(&self, number: u32) -> String {
        let (own, name) = (uscc(number), format!("示例{number}有限公司"));
        let code = format!("HN{number:06}F");
        let words = ["enterprise", "register", &own, "--name", &name, "--code", &code, "--since", "2026-01-05"];
        let number = proposal(&self.json(&self.as_key("Alice"), &words, 0));
        self.as_key("Bob").run(&["enterprise", "confirm", &number]).exits(0);
        own
    }

    /// Everything that the chain holds: its blocks, the events of each, and the newest state, as texts and as bytes.
    pub fn chain(&self) -> Vec<u8> {
        let rpc = self.node.rpc();
        let call = |method: &str, params: Value| rpc.call(method, params).expect("an answer");
        let mut kept = Vec::new();
        let mut add = |value: &Value| {
            let text = value.to_string();
            kept.extend_from_slice(text.as_bytes());
            let hexadecimal = text.split('"').filter_map(|part| part.strip_prefix("0x"));
            hexadecimal.filter_map(|part| hex::decode(part).ok()).for_each(|bytes| kept.extend_from_slice(&bytes));
        };
        for number in 0..=rpc.best().expect("a head") {
            let hash = rpc.hash(number).expect("an answer").expect("a block");
            add(&call("chain_getBlock", json!([hash])));
            // Events are state, of one block at a time.
            let events = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";
            add(&call("state_getStorage", json!([events, hash])));
        }
        let mut last = Value::Null;
        loop {
            let keys = call("state_getKeysPaged", json!(["0x", 256, last]));
            let Some(newest) = keys.as_array().and_then(|keys| keys.last()).cloned() else { break };
            for change in call("state_queryStorageAt", json!([keys])).as_array().expect("changes") {
                // The runtime's code is nobody's data.
                let code = |row: &&Value| row[0] != "0x3a636f6465";
                change["changes"].as_array().expect("rows").iter().filter(code).for_each(&mut add);
            }
            last = newest;
        }
        kept
    }

    /// A new key file. Gives its account, and the command line that signs with it.
    pub fn key(&self, name: &str) -> (String, Cli) {
        self.file("password", "correct horse battery staple");
        let cli = self.cli.with(&["--password-file", "password"]);
        let made = self.json(&cli, &["key", "generate", name], 0);
        (made["account"].as_str().expect("an account").to_owned(), cli.with(&["--key", name]))
    }

    /// The command line in Chinese.
    pub fn in_chinese(&self) -> Cli {
        Cli::new(self.path("."), &["--node", &self.node.url(), "--lang", "zh-CN"])
    }

    /// A file of this test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file and gives its name.
    pub fn file<'a>(&self, name: &'a str, content: impl AsRef<[u8]>) -> &'a str {
        fs::write(self.path(name), content).expect("a file can be written");
        name
    }

    /// A file whose content no other file of the run has.
    pub fn document<'a>(&self, name: &'a str) -> &'a str {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        self.file(name, format!("%PDF-1.7 document {number} of process {}", std::process::id()))
    }

    /// A copy with one bit changed in the middle.
    pub fn tampered<'a>(&self, of: &str, name: &'a str) -> &'a str {
        let mut content = fs::read(self.path(of)).expect("the original");
        let middle = content.len() / 2;
        content[middle] ^= 1;
        self.file(name, content)
    }
}
