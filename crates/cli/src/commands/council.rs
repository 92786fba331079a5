//! `jiandu council`: motions of a council of more than one, and votes on them.

use super::act::{motion_rows, ActReport};
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
    submit::Wait,
};
use serde::Serialize;

/// Runs `jiandu council`.
pub async fn run(command: CouncilCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    match command {
        CouncilCommand::List => {
            let motions = session.ask(members::council_motions(&session.connection)).await?;
            output.report(&MotionsReport { motions })?;
        }
        CouncilCommand::Vote { index, vote } => {
            let key = session.key(common)?;
            let voted = session.submit(&key, Wait::Final, async |submitter| {
                members::council_vote(submitter, index, vote == Vote::Aye).await
            });
            output.report(&ActReport::of_vote(voted.await?))?;
        }
    }
    Ok(Exit::Ok)
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
            let accounts = |accounts: &[jiandu_client::AccountId]| {
                accounts.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            };
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
