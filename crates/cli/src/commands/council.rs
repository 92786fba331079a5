//! `jiandu council`: motions of a council of more than one, votes on them, and what only the council decides: who has a seat,
//! which runtime may follow, how long a new key of an enterprise cools off.

use super::act::{accounts, motion_rows, submitted, ActReport};
use crate::{
    args::{Common, CouncilCommand, Vote},
    error::{shown, CliError},
    exit::Exit,
    failures::of_reading,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises,
    members::{self, Motion, MotionCall},
    AccountId, BlockHash,
};
use serde::Serialize;
use std::{collections::BTreeSet, fs, path::Path};

/// How the code of a runtime begins: plain, or compressed as the SDK's builder does.
const RUNTIME: [&[u8]; 2] = [b"\0asm", &[82, 188, 83, 118, 70, 219, 142, 5]];
/// Seconds of a day.
const DAY: u64 = 86_400;

/// Runs `jiandu council`.
pub async fn run(command: CouncilCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        CouncilCommand::List => {
            let session = Session::open(common, output).await?;
            let motions = session.ask(members::council_motions(&session.connection)).await?;
            output.report(&MotionsReport { motions })?;
        }
        CouncilCommand::Vote { index, vote } => {
            let outcome = submitted(common, output, async |submitter| {
                members::council_vote(submitter, index, vote == Vote::Aye).await
            });
            output.report(&ActReport::of_vote("council-vote", outcome.await?))?;
        }
        CouncilCommand::Close { index } => {
            let outcome = submitted(common, output, async |submitter| members::council_close(submitter, index).await);
            output.report(&ActReport::of_vote("council-close", outcome.await?))?;
        }
        CouncilCommand::Seats { accounts } => {
            once_each(&accounts)?;
            let outcome =
                submitted(common, output, async |submitter| members::seat_council(submitter, &accounts).await);
            let report = ActReport::of_outcome("council-seats", outcome.await?);
            output.report(&report.council(accounts))?;
        }
        CouncilCommand::Upgrade { file, apply } => {
            let code = runtime_in(&file)?;
            let (bytes, code_hash) = (code.len(), MotionCall::code_hash(&code));
            let act = if apply {
                let receipt =
                    submitted(common, output, async |submitter| members::apply_upgrade(submitter, code).await);
                ActReport::of_receipt("council-upgrade-apply", receipt.await?)
            } else {
                let outcome =
                    submitted(common, output, async |submitter| members::authorize_upgrade(submitter, &code).await);
                ActReport::of_outcome("council-upgrade", outcome.await?)
            };
            output.report(&UpgradeReport { file: shown(&file), bytes, code_hash, act })?;
        }
        CouncilCommand::CoolingOff { period } => {
            let outcome =
                submitted(common, output, async |submitter| enterprises::set_cooling_off(submitter, period).await);
            let act = ActReport::of_outcome("council-cooling-off", outcome.await?);
            output.report(&CoolingOffReport { cooling_off: period, act })?;
        }
    }
    Ok(Exit::Ok)
}

/// Refuses an account that is named twice, as the chain would, but only after the vote.
fn once_each(accounts: &[AccountId]) -> Result<(), CliError> {
    let mut seen = BTreeSet::new();
    match accounts.iter().find(|account| !seen.insert(**account)) {
        Some(account) => Err(CliError::RepeatedArgument { argument: account.into() }),
        None => Ok(()),
    }
}

/// The code of a runtime. What is none is refused, as the chain would, but only after the vote.
fn runtime_in(path: &Path) -> Result<Vec<u8>, CliError> {
    let code = fs::read(path).map_err(|error| of_reading(path, &error))?;
    match RUNTIME.iter().any(|beginning| code.starts_with(beginning)) {
        true => Ok(code),
        false => Err(CliError::NotARuntime { file: shown(path).into() }),
    }
}

/// A period in days where it is a number of them, else in seconds.
pub fn period(seconds: u64, language: Language) -> String {
    match seconds % DAY {
        0 => language.say("period-days", &values! { days = seconds / DAY }),
        _ => language.say("period-seconds", &values! { seconds = seconds }),
    }
}

/// What became of a runtime.
#[derive(Debug, Serialize)]
struct UpgradeReport {
    /// Its file.
    file: String,
    /// The file's length.
    bytes: usize,
    /// Blake2-256 of its bytes, by which the council names it.
    code_hash: BlockHash,
    /// The act and its end.
    #[serde(flatten)]
    act: ActReport,
}

impl Report for UpgradeReport {
    fn text(&self, language: Language) -> String {
        let bytes = moment::grouped(u64::try_from(self.bytes).unwrap_or(u64::MAX));
        let rows = vec![
            ("label-runtime", language.say("runtime-file", &values! { file = self.file.clone(), bytes = bytes })),
            ("label-code-hash", self.code_hash.to_string()),
        ];
        format!("{}\n{}", pairs(0, &labelled(rows, language)), self.act.text(language))
    }
}

/// What became of a cooling-off period.
#[derive(Debug, Serialize)]
struct CoolingOffReport {
    /// The period in seconds.
    cooling_off: u64,
    /// The act and its end.
    #[serde(flatten)]
    act: ActReport,
}

impl Report for CoolingOffReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![("label-cooling-off", period(self.cooling_off, language))];
        format!("{}\n{}", pairs(0, &labelled(rows, language)), self.act.text(language))
    }
}

/// The open motions.
#[derive(Debug, Serialize)]
struct MotionsReport {
    /// Oldest first.
    motions: Vec<Motion>,
}

impl Report for MotionsReport {
    fn text(&self, language: Language) -> String {
        if self.motions.is_empty() {
            return format!("{}\n", language.text("no-motions"));
        }
        let motions = self.motions.iter().map(|motion| {
            let mut rows = motion_rows(motion, language);
            for (label, voters) in [("label-ayes", &motion.ayes), ("label-nays", &motion.nays)] {
                if !voters.is_empty() {
                    rows.push((label, accounts(voters)));
                }
            }
            pairs(0, &labelled(rows, language))
        });
        let text = motions.collect::<Vec<_>>().join("\n");
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_should_have_one_seat() {
        let (one, other) = (AccountId([1; 32]), AccountId([2; 32]));
        assert_eq!(once_each(&[one, other]), Ok(()));
        let refused = once_each(&[one, other, one]).expect_err("refused");
        assert_eq!((refused.code(), refused.exit()), ("repeated-argument", Exit::Usage));
        assert!(refused.message(Language::English).contains(&one.to_string()));
    }

    #[test]
    fn only_a_runtime_should_be_put_to_the_vote() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("runtime.wasm");
        let code = |path: &Path| runtime_in(path).map_err(|error| error.code().to_owned());
        assert_eq!(code(&path), Err("no-such-file".to_owned()));
        let put = |content: &[u8]| {
            fs::write(&path, content).expect("written");
            code(&path).map(|code| code == content)
        };
        assert_eq!(put(b"\0asm\x01\0\0\0"), Ok(true));
        assert_eq!(put(&[82, 188, 83, 118, 70, 219, 142, 5, 40]), Ok(true));
        for other in ["", "%PDF-1.7", "asm"] {
            assert_eq!(put(other.as_bytes()), Err("not-a-runtime".to_owned()), "{other}");
        }
    }

    #[test]
    fn a_period_should_be_said_in_days_where_it_is_some() {
        assert_eq!(period(604_800, Language::Chinese), "7 天");
        assert_eq!(period(86_400, Language::English), "one day");
        assert_eq!(period(3_600, Language::English), "3600 seconds");
    }
}
