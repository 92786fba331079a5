//! A check-up: is everything there that one needs to work with a chain?

use crate::{
    chain::api,
    connection::{answer, Connection, ConnectionError},
    key_file, members,
    texts::{explain, Explain, Explanation, Language},
};
use jiandu_primitives::{chain::GenesisHash, member::Role};
use serde::Serialize;
use std::{
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

/// How far the clock here may be behind the chain's, in seconds.
const CLOCK_BEHIND: u64 = 3;
/// How old the newest block may be, in seconds: some blocks of two.
const BLOCK_AGE: u64 = 15;
/// How many blocks finality may lag before it is worth a word, and before it is trouble.
const LAG: (u32, u32) = (10, 60);

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckOutcome {
    /// Good.
    Ok,
    /// Worth a look.
    Warn,
    /// In the way of working.
    Fail,
}

impl CheckOutcome {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// One thing that was looked at. [`Check::say`] has it in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was looked at; one of [`NAMES`].
    pub name: &'static str,
    /// How it is.
    pub outcome: CheckOutcome,
    /// What was found.
    pub facts: Vec<(&'static str, String)>,
    /// The text key of the error behind it, where there is one.
    pub error: Option<String>,
}

/// Everything that is looked at, in order.
pub const NAMES: [&str; 8] = ["node", "chain", "runtime", "peers", "clock", "finality", "key-file", "key"];

/// A key to be looked at.
#[derive(Clone, Copy, Debug)]
pub enum KeyToCheck<'a> {
    /// One in a file.
    File(&'a Path),
    /// A development key by its name.
    Development(&'a str),
}

impl Check {
    fn new(name: &'static str, outcome: CheckOutcome, facts: Vec<(&'static str, String)>) -> Self {
        Self { name, outcome, facts, error: None }
    }

    fn failed(name: &'static str, error: &impl Explain) -> Self {
        Self { name, outcome: CheckOutcome::Fail, facts: error.args(), error: Some(error.key()) }
    }

    /// The key of the text that says it.
    pub fn text_key(&self) -> String {
        self.error.clone().unwrap_or_else(|| format!("check-{}-{}", self.name, self.outcome.name()))
    }

    /// What it says to a person, and what to do where it is not good.
    pub fn say(&self, language: Language) -> Explanation {
        explain(language, &Said { check: self, language })
    }
}

/// A check in one language: facts that are names become words.
struct Said<'a> {
    check: &'a Check,
    language: Language,
}

impl Explain for Said<'_> {
    fn key(&self) -> String {
        self.check.text_key()
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let said = |name: &str, value: &str| match name {
            "roles" => {
                let said =
                    |name: &str| name.parse().map_or_else(|_| name.to_owned(), |role: Role| self.language.word(&role));
                self.language.list(value.split(' ').map(said))
            }
            _ => value.to_owned(),
        };
        self.check.facts.iter().map(|(name, value)| (*name, said(name, value))).collect()
    }
}

/// Looks at a node, its chain, and a key. Stops where nothing further can be seen.
pub async fn doctor(url: &str, key: Option<KeyToCheck<'_>>, expected: Option<GenesisHash>) -> Vec<Check> {
    let mut checks = Vec::new();
    let connection = Connection::open(url).await;
    match &connection {
        Ok(connection) => {
            checks.push(node(connection).await);
            checks.push(chain(connection, expected));
            checks.push(runtime(connection).await);
            checks.push(peers(connection).await);
            checks.push(clock(connection).await);
            checks.push(finality(connection).await);
        }
        Err(error) => checks.push(Check::failed("node", error)),
    }
    if let Some(key) = key {
        checks.extend(match key {
            KeyToCheck::File(path) => key_file(path),
            KeyToCheck::Development(_) => None,
        });
        checks.push(self::key(key, connection.as_ref().ok()).await);
    }
    checks
}

/// A check, or the connection's error as its outcome.
fn or_failed(name: &'static str, check: Result<Check, ConnectionError>) -> Check {
    check.unwrap_or_else(|error| Check::failed(name, &error))
}

async fn node(connection: &Connection) -> Check {
    let looked = async {
        let methods = connection.methods();
        let name = answer(methods.system_name()).await?;
        let version = answer(methods.system_version()).await?;
        let facts = vec![("url", connection.url().to_owned()), ("name", name), ("version", version)];
        Ok(Check::new("node", CheckOutcome::Ok, facts))
    };
    or_failed("node", looked.await)
}

fn chain(connection: &Connection, expected: Option<GenesisHash>) -> Check {
    if let Some(Err(error)) = expected.map(|expected| connection.expect_genesis(expected)) {
        return Check::failed("chain", &error);
    }
    // A development chain is fine to try things on, and must not be mistaken for the real one.
    let outcome = if connection.is_development() { CheckOutcome::Warn } else { CheckOutcome::Ok };
    let facts = vec![("chain", connection.chain_name().to_owned()), ("genesis", connection.genesis().to_string())];
    Check::new("chain", outcome, facts)
}

async fn runtime(connection: &Connection) -> Check {
    let looked = async {
        let runtime = connection.runtime(connection.finalized_hash().await?).await?;
        // Where a pallet has changed, what is in use of it may still be the same; each call checks for itself.
        let same = api::is_codegen_valid_for(runtime.metadata_ref());
        let outcome = if same { CheckOutcome::Ok } else { CheckOutcome::Warn };
        Ok(Check::new("runtime", outcome, vec![("version", runtime.spec_version().to_string())]))
    };
    or_failed("runtime", looked.await)
}

async fn peers(connection: &Connection) -> Check {
    let looked = async {
        let health = answer(connection.methods().system_health()).await?;
        let facts = vec![("peers", health.peers.to_string())];
        let outcome = match health {
            _ if health.is_syncing => CheckOutcome::Fail,
            _ if health.should_have_peers && health.peers == 0 => CheckOutcome::Warn,
            _ => CheckOutcome::Ok,
        };
        Ok(Check::new("peers", outcome, facts))
    };
    or_failed("peers", looked.await)
}

async fn clock(connection: &Connection) -> Check {
    let looked = async {
        let block = connection.best().await?.moment;
        let here = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let (behind, age) = (block.time.saturating_sub(here), here.saturating_sub(block.time));
        let outcome = match (behind, age) {
            (behind, _) if behind > CLOCK_BEHIND => CheckOutcome::Fail,
            (_, age) if age > BLOCK_AGE => CheckOutcome::Warn,
            _ => CheckOutcome::Ok,
        };
        let said =
            if outcome == CheckOutcome::Fail { ("behind", behind.to_string()) } else { ("age", age.to_string()) };
        let facts = vec![("block", block.block.to_string()), said];
        Ok(Check::new("clock", outcome, facts))
    };
    or_failed("clock", looked.await)
}

async fn finality(connection: &Connection) -> Check {
    let looked = async {
        let (best, finalized) = futures::try_join!(connection.best(), connection.finalized())?;
        let lag = best.moment.block.saturating_sub(finalized.moment.block);
        let outcome = match lag {
            lag if lag > LAG.1 => CheckOutcome::Fail,
            lag if lag > LAG.0 => CheckOutcome::Warn,
            _ => CheckOutcome::Ok,
        };
        let facts = vec![("finalised", finalized.moment.block.to_string()), ("lag", lag.to_string())];
        Ok(Check::new("finality", outcome, facts))
    };
    or_failed("finality", looked.await)
}

/// Whether a key file is as private as it was made; nothing where there is none, which [`key`] says.
fn key_file(path: &Path) -> Option<Check> {
    let outcome = match key_file::is_exposed(path).ok()? {
        true => CheckOutcome::Warn,
        false => CheckOutcome::Ok,
    };
    Some(Check::new("key-file", outcome, vec![("path", path.display().to_string())]))
}

async fn key(key: KeyToCheck<'_>, connection: Option<&Connection>) -> Check {
    let account = match (key, connection) {
        (KeyToCheck::File(path), _) => key_file::public(path),
        (KeyToCheck::Development(name), Some(connection)) => connection.dev_key(name).map(|key| key.account()),
        (KeyToCheck::Development(name), None) => key_file::dev_key(name).map(|key| key.account()),
    };
    let account = match account {
        Ok(account) => account,
        Err(error) => return Check::failed("key", &error),
    };
    let facts = vec![("account", account.to_string())];
    let Some(connection) = connection else { return Check::new("key", CheckOutcome::Warn, facts) };
    match members::membership(connection, account).await {
        Ok(Ok(membership)) => {
            let roles: Vec<&str> = membership.roles.iter().map(|role| role.name()).collect();
            let organisation = membership.organisation.to_string();
            let more = [("organisation", organisation), ("roles", roles.join(" "))];
            Check::new("key", CheckOutcome::Ok, facts.into_iter().chain(more).collect())
        }
        Ok(Err(refusal)) => Check { facts, ..Check::failed("key", &refusal) },
        Err(error) => Check::failed("key", &error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_should_be_said_in_the_readers_language() {
        let facts = vec![
            ("account", "5Grw".to_owned()),
            ("organisation", "91430100MADEW0001K".to_owned()),
            ("roles", "registrar discloser".to_owned()),
        ];
        let check = Check::new("key", CheckOutcome::Ok, facts);
        assert!(check.say(Language::Chinese).what.contains("登记岗、信披岗"), "{:?}", check.say(Language::Chinese));
        assert!(check.say(Language::English).what.contains("registrar, discloser"));
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_key_file_that_others_can_read_should_be_warned_of() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a.key");
        let key = key_file::dev_key("Alice").expect("known");
        key_file::save(&path, &key, &crate::Secret::new("pw".to_owned())).expect("saved");
        for (mode, outcome) in [(0o600, CheckOutcome::Ok), (0o644, CheckOutcome::Warn)] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("its owner may");
            let checks = doctor("http://nowhere", Some(KeyToCheck::File(&path)), None).await;
            let found = checks.iter().find(|check| check.name == "key-file").expect("looked at");
            assert_eq!(found.outcome, outcome, "{mode:o}");
        }
    }

    #[tokio::test]
    async fn without_a_node_the_key_should_still_be_looked_at() {
        let checks = doctor("http://nowhere", Some(KeyToCheck::File(Path::new("/nonexistent/key.json"))), None).await;
        let names: Vec<_> = checks.iter().map(|check| (check.name, check.outcome)).collect();
        assert_eq!(names, [("node", CheckOutcome::Fail), ("key", CheckOutcome::Fail)]);
        for check in checks {
            let said = check.say(Language::Chinese);
            assert!(said.what != check.text_key() && !said.next.is_empty(), "{said:?}");
        }
    }
}
