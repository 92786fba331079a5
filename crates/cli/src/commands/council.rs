//! `jiandu council`: motions of a council of more than one, votes on them, and who has a seat.

use super::act::{accounts, motion_rows, submitted, ActReport};
use crate::{
    args::{Common, CouncilCommand, Vote},
    error::CliError,
    exit::Exit,
    language::{Language, Texts},
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    members::{self, Motion},
    AccountId,
};
use serde::Serialize;
use std::collections::BTreeSet;

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
}
