//! `jiandu mandate`: an enterprise lets an intermediary file disclosures for it.

use super::{
    enterprise::{propose, the_one},
    enterprise_text::block_rows,
    enterprise_text::{kinds_text, named, Known},
    letter::Letter,
};
use crate::{
    args::{Common, MandateArguments, MandateCommand},
    enterprise_values::{beginning_of_day, now},
    error::CliError,
    exit::Exit,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::{self, Act, EnterpriseView, MandateTerms, MandateView},
    submit::{Receipt, Wait},
    BlockHash,
};
use jiandu_primitives::{disclosure::Kinds, uscc::Uscc};
use serde::Serialize;

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// Runs `jiandu mandate`.
pub async fn run(command: MandateCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        MandateCommand::Register(arguments) => register(arguments, common, output).await,
        MandateCommand::Sign(arguments) => sign(arguments, common, output).await,
        MandateCommand::End { mandate, by_letter } => end(mandate, by_letter, common, output).await,
        MandateCommand::List { enterprise } => {
            let session = Session::open(common, output).await?;
            let view = the_one(&session, &enterprise).await?;
            let mandates = session.ask(enterprises::mandates(&session.connection, view.enterprise)).await?;
            output.report(&ListReport { enterprise: view.enterprise, name: view.name, mandates })?;
            Ok(Exit::Ok)
        }
    }
}

/// What a mandate says, and the salt of its letter's digest.
async fn terms(
    session: &Session,
    arguments: MandateArguments,
    output: Output,
) -> Result<(MandateTerms, EnterpriseView, String), CliError> {
    let MandateArguments { enterprise, agent, kinds, from, until, letter } = arguments;
    let letter = Letter::hash(&letter, output)?;
    let view = the_one(session, &enterprise).await?;
    let (letter, shown) = letter.salted(output)?;
    let kinds = if kinds.is_empty() { Kinds::all() } else { kinds.into_iter().collect() };
    let terms = MandateTerms {
        enterprise: view.enterprise,
        agent,
        kinds,
        from: from.unwrap_or_else(|| beginning_of_day(now())),
        // Whoever says a last day means all of it.
        until: until.saturating_add(DAY),
        letter,
    };
    Ok((terms, view, shown))
}

async fn register(arguments: MandateArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let (terms, view, salt) = terms(&session, arguments, output).await?;
    let mut known = Known::default();
    known.add(&view);
    let report = propose(&session, &key, Act::RegisterMandate { terms }, known).await?;
    output.report(&report.salt(salt))?;
    Ok(Exit::Ok)
}

async fn sign(arguments: MandateArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let (terms, view, salt) = terms(&session, arguments, output).await?;
    let signed = terms.clone();
    let (mandate, _, receipt) =
        session.submit(&key, Wait::Final, async |submitter| enterprises::sign_mandate(submitter, signed).await).await?;
    let report = GivenReport::new("mandate-sign", mandate, &receipt);
    output.report(&GivenReport { terms: Some(terms), name: Some(view.name), salt: Some(salt), ..report })?;
    Ok(Exit::Ok)
}

async fn end(mandate: u64, by_letter: bool, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    if by_letter {
        let report = propose(&session, &key, Act::EndMandate { mandate }, Known::default()).await?;
        output.report(&report)?;
        return Ok(Exit::Ok);
    }
    let receipt =
        session.submit(&key, Wait::Final, async |submitter| enterprises::end_mandate(submitter, mandate).await).await?;
    output.report(&GivenReport::new("mandate-end", mandate, &receipt))?;
    Ok(Exit::Ok)
}

/// A mandate that was signed or ended.
#[derive(Clone, Debug, Serialize)]
struct GivenReport {
    /// What was done: the words of the command.
    act: &'static str,
    /// Its number.
    mandate: u64,
    /// What it says.
    #[serde(flatten)]
    terms: Option<MandateTerms>,
    /// The enterprise's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// What the digest of the letter was salted with.
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl GivenReport {
    /// Every act that is reported like this.
    #[cfg(test)]
    const ACTS: [&'static str; 2] = ["mandate-end", "mandate-sign"];

    fn new(act: &'static str, mandate: u64, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, mandate, terms: None, name: None, salt: None, block, block_hash, finalised }
    }
}

impl Report for GivenReport {
    fn text(&self, language: Language) -> String {
        let done = Style::Good.paint(&language.text(&format!("done-{}", self.act)));
        let mut rows = vec![("label-mandate", self.mandate.to_string())];
        if let Some(terms) = &self.terms {
            let name = self.name.clone().unwrap_or_default();
            rows.push(("label-enterprise", named(&name, terms.enterprise, language)));
            rows.push(("label-agent", terms.agent.to_string()));
            rows.push(("label-kinds", kinds_text(terms.kinds, language)));
            rows.push(("label-validity", window(terms, language)));
        }
        rows.extend(self.salt.iter().map(|salt| ("label-salt", salt.clone())));
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let kept = match self.salt {
            Some(_) => format!("{}\n", Style::Faint.paint(&language.text("keep-salt"))),
            None => String::new(),
        };
        format!("{done}\n{}{kept}", pairs(2, &labelled(rows, language)))
    }
}

fn window(terms: &MandateTerms, language: Language) -> String {
    let values = values! { from = moment::short(terms.from, language), until = moment::short(terms.until, language) };
    language.say("mandate-window", &values)
}

/// The mandates of an enterprise.
#[derive(Clone, Debug, Serialize)]
struct ListReport {
    enterprise: Uscc,
    name: String,
    mandates: Vec<MandateView>,
}

impl Report for ListReport {
    fn text(&self, language: Language) -> String {
        let title = named(&self.name, self.enterprise, language);
        if self.mandates.is_empty() {
            return format!("{title}\n{}\n", language.text("mandate-none"));
        }
        let headings = ["label-mandate", "label-agent", "label-kinds", "label-validity", "label-standing"]
            .map(|heading| language.text(heading));
        let now = now();
        let rows: Vec<_> = self
            .mandates
            .iter()
            .map(|view| {
                let standing = match view {
                    MandateView { ended: Some(_), .. } => "mandate-ended",
                    _ if now >= view.terms.until => "mandate-over",
                    _ if now < view.terms.from => "mandate-ahead",
                    _ => "mandate-in-force",
                };
                [
                    view.mandate.to_string(),
                    view.terms.agent.to_string(),
                    kinds_text(view.terms.kinds, language),
                    window(&view.terms, language),
                    language.text(standing),
                ]
            })
            .collect();
        format!("{title}\n{}", table(headings, &rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_done_should_have_a_sentence() {
        for language in Language::ALL {
            for act in GivenReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }
}
