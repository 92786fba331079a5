//! `jiandu grant standing|signers`: what a provider agrees to beforehand, and how many people of an enterprise sign.

use super::{enterprise_text::block_rows, grant::own_organisation, grant_terms::sm3};
use crate::{
    args::{Common, StandingCommand},
    error::CliError,
    exit::Exit,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    grants::{self, StandingView},
    submit::{Receipt, Submitter, Wait},
    BlockHash,
};
use jiandu_primitives::{
    grant::{Action, Actions, StandingTerms},
    uscc::Uscc,
};
use serde::Serialize;

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// Runs `jiandu grant standing`.
pub async fn run(command: StandingCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let terms = match command {
        StandingCommand::Show { provider } => {
            let provider = match provider {
                Some(provider) => provider,
                None => own_organisation(&session, &session.key(common)?).await?.organisation(),
            };
            let standing = session.ask(grants::standing_terms(&session.connection, provider)).await?;
            output.report(&StandingReport { provider, standing })?;
            return Ok(Exit::Ok);
        }
        StandingCommand::Publish { actions, level, days, uses, sub_grants, document } => {
            let actions: Actions = actions.into_iter().collect();
            Some(StandingTerms {
                actions: if actions.is_valid() { actions } else { Actions::of(&[Action::View]) },
                level,
                longest: u64::from(days).saturating_mul(DAY),
                uses,
                onward: sub_grants,
                document: sm3(&document, output)?.value,
            })
        }
        StandingCommand::End => None,
    };
    let key = session.key(common)?;
    let publishing = async |submitter: &mut Submitter<'_>| grants::publish_standing_terms(submitter, terms).await;
    let receipt = session.submit(&key, Wait::Final, publishing).await?;
    let act = if terms.is_some() { "grant-standing-publish" } else { "grant-standing-end" };
    output.report(&DoneReport::new(act, &receipt))?;
    Ok(Exit::Ok)
}

/// Lets two people of the enterprise sign, or one again.
pub async fn signers(two: bool, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let requiring = async |submitter: &mut Submitter<'_>| grants::require_two(submitter, two).await;
    let (awaits, receipt) = session.submit(&key, Wait::Final, requiring).await?;
    let act = match (awaits, two) {
        (true, _) => "grant-signers-await",
        (false, true) => "grant-signers-two",
        (false, false) => "grant-signers-one",
    };
    output.report(&DoneReport::new(act, &receipt))?;
    Ok(Exit::Ok)
}

/// Something that was done.
#[derive(Clone, Debug, Serialize)]
struct DoneReport {
    act: &'static str,
    block: u32,
    block_hash: BlockHash,
    finalised: bool,
}

impl DoneReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 5] = [
        "grant-signers-await",
        "grant-signers-one",
        "grant-signers-two",
        "grant-standing-end",
        "grant-standing-publish",
    ];

    fn new(act: &'static str, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, block, block_hash, finalised }
    }
}

impl Report for DoneReport {
    fn text(&self, language: Language) -> String {
        let said = Style::Good.paint(&language.text(&format!("done-{}", self.act)));
        let rows = block_rows(self.block, self.block_hash, self.finalised, language).to_vec();
        format!("{said}\n{}", pairs(2, &labelled(rows, language)))
    }
}

/// What a provider agrees to beforehand.
#[derive(Clone, Debug, Serialize)]
struct StandingReport {
    provider: Uscc,
    standing: Option<StandingView>,
}

impl Report for StandingReport {
    fn text(&self, language: Language) -> String {
        let Some((terms, signed)) = self.standing.and_then(|view| Some((view.terms?, view.signed))) else {
            let none = language.say("grant-standing-none", &values! { provider = self.provider.to_string() });
            return format!("{none}\n");
        };
        let StandingTerms { actions, level, longest, uses, onward, document } = terms;
        let uses = uses.map_or_else(|| language.text("grant-uses-any"), |uses| uses.to_string());
        let onward = if onward { "grant-standing-sub-grants" } else { "grant-not-onward" };
        let rows = vec![
            ("label-grant-provider", self.provider.to_string()),
            ("label-grant-actions", language.list(actions.iter().map(|action| language.word(&action)))),
            ("label-grant-level", language.word(&level)),
            ("label-grant-window", language.say("grant-days", &values! { days = longest / DAY })),
            ("label-grant-uses", uses),
            ("label-grant-forbidden", language.text(onward)),
            ("label-grant-document", format!("sm3:{}", jiandu_primitives::record::ObjectId(document))),
            ("label-grant-since", moment::both(signed.at.time, language)),
        ];
        pairs(2, &labelled(rows, language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in DoneReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }
}
