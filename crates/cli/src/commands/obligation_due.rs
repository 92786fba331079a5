//! `jiandu obligation due`: what time alone made of obligations, for programs that ask again and again.
//!
//! Whoever asks with the `until` of the answer before as the new `since` misses nothing and sees nothing twice: the end is
//! excluded. What was filed, extended or waived meanwhile is no event of time: the list tells that.

use super::{disclosure_text::occasion_text, enterprise_text::named};
use crate::{
    args::Common,
    error::CliError,
    exit::Exit,
    language::{Language, Texts},
    moment::{self, MomentDocument, TimeDocument},
    output::{Output, Report},
    session::Session,
    text::table,
};
use jiandu_client::{
    enterprises,
    obligations::{self, DueView},
};
use jiandu_primitives::uscc::Uscc;
use serde::Serialize;

/// How many pages of the chain one answer joins: 32,000 enterprises.
const PAGES: u32 = 1_000;

/// Runs `jiandu obligation due`.
pub async fn run(
    since: u64,
    until: Option<u64>,
    after: Option<Uscc>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment;
    let until = until.unwrap_or(as_of.time);
    if until < since {
        let shown = |time| moment::beijing(time).into();
        return Err(CliError::EmptyWindow { from: shown(since), to: shown(until) });
    }
    let page = session.ask(obligations::due_between(&session.connection, since, until, after, PAGES)).await?;
    let enterprises = page.changes.iter().map(|change| change.which.enterprise).collect();
    let names = session.ask(enterprises::names(&session.connection, enterprises)).await?;
    let named = |change: DueView| Change { name: names.get(&change.which.enterprise).cloned(), change };
    let changes = page.changes.into_iter().map(named).collect();
    let (as_of, next) = (as_of.into(), page.next);
    output.report(&DueReport { as_of, since: since.into(), until: until.into(), changes, next })?;
    Ok(Exit::Ok)
}

/// One thing that time alone made of an obligation.
#[derive(Clone, Debug, Serialize)]
struct Change {
    /// The enterprise's name.
    name: Option<String>,
    #[serde(flatten)]
    change: DueView,
}

/// What time alone made of obligations.
#[derive(Clone, Debug, Serialize)]
struct DueReport {
    /// The block that this is of, or one soon before it.
    as_of: MomentDocument,
    since: TimeDocument,
    /// Excluded.
    until: TimeDocument,
    /// In the order of time.
    changes: Vec<Change>,
    /// The enterprise after which there may be more.
    next: Option<Uscc>,
}

impl Report for DueReport {
    fn text(&self, language: Language) -> String {
        if self.changes.is_empty() {
            return format!("{}\n", language.text("obligation-nothing-changed"));
        }
        let headings = ["label-time", "label-enterprise", "label-kind", "label-occasion", "label-due", "label-became"];
        let rows: Vec<_> = self
            .changes
            .iter()
            .map(|Change { name, change }| {
                let enterprise = change.which.enterprise;
                [
                    moment::beijing(change.at),
                    name.as_ref().map_or_else(|| enterprise.to_string(), |name| named(name, enterprise, language)),
                    language.word(&change.which.kind),
                    occasion_text(&change.which.occasion, language),
                    change.due.to_string(),
                    language.word(&change.change),
                ]
            })
            .collect();
        table(headings.map(|heading| language.text(heading)), &rows)
    }
}
