//! Mandates (委托): an enterprise lets an intermediary file disclosures for it.

use super::types::Hands;
use crate::{
    chain::{api, runtime_types::pallet_jiandu_archives::types as stored},
    connection::{Connection, ConnectionError},
    state::State,
    submit::{Receipt, SubmitError, Submitter},
    AccountId,
};
use jiandu_primitives::{chain::Moment, disclosure::Kinds, member::Author, uscc::Uscc};
use serde::Serialize;
use subxt::utils::Static;

/// What an enterprise lets an intermediary do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MandateTerms {
    /// 委托人: the enterprise.
    pub enterprise: Uscc,
    /// 受托人: the intermediary.
    pub agent: Uscc,
    /// What it may file.
    pub kinds: Kinds,
    /// Unix second from which it may.
    pub from: u64,
    /// Unix second from which it may not any more.
    pub until: u64,
    /// The salted digest of the stamped letter.
    #[serde(with = "jiandu_vault::hex_text")]
    pub letter: [u8; 32],
}

impl From<MandateTerms> for stored::MandateTerms {
    fn from(terms: MandateTerms) -> Self {
        let MandateTerms { enterprise, agent, kinds, from, until, letter } = terms;
        Self { enterprise: Static(enterprise), agent: Static(agent), kinds: Static(kinds), from, until, letter }
    }
}

impl From<stored::MandateTerms> for MandateTerms {
    fn from(terms: stored::MandateTerms) -> Self {
        let stored::MandateTerms { enterprise, agent, kinds, from, until, letter } = terms;
        Self { enterprise: enterprise.0, agent: agent.0, kinds: kinds.0, from, until, letter }
    }
}

/// On what a mandate rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum Grounds {
    /// The stamped letter, as two persons of the exchange registered it.
    Letter(Hands),
    /// The enterprise's own signature.
    Key {
        /// The key that signed.
        key: AccountId,
        /// When.
        at: Moment,
    },
}

/// Who ended a mandate before its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "by")]
pub enum MandateEnd {
    /// The enterprise, by two persons of the exchange.
    Letter(Hands),
    /// The enterprise, by its key.
    Key {
        /// The key that signed.
        key: AccountId,
    },
    /// The intermediary.
    Agent(Author),
}

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MandateView {
    /// Its number.
    pub mandate: u64,
    /// What it says.
    #[serde(flatten)]
    pub terms: MandateTerms,
    /// On what it rests.
    pub grounds: Grounds,
    /// Its end before its time.
    pub ended: Option<(MandateEnd, Moment)>,
}

impl MandateView {
    fn new(mandate: u64, row: stored::Mandate<AccountId>) -> Self {
        let grounds = match row.grounds {
            stored::Grounds::Letter(hands) => Grounds::Letter(hands.into()),
            stored::Grounds::Key { key, at } => Grounds::Key { key, at: at.0 },
        };
        let ended = row.ended.map(|(end, at)| {
            let end = match end {
                stored::MandateEnd::Letter(hands) => MandateEnd::Letter(hands.into()),
                stored::MandateEnd::Key(key) => MandateEnd::Key { key },
                stored::MandateEnd::Agent(by) => MandateEnd::Agent(by.0),
            };
            (end, at.0)
        });
        Self { mandate, terms: row.terms.into(), grounds, ended }
    }
}

/// The mandates that an enterprise gave, oldest first.
pub async fn mandates(connection: &Connection, enterprise: Uscc) -> Result<Vec<MandateView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let numbers: Vec<(u64, _)> = state.rows(api::storage().archives().mandates_of(), (Static(enterprise),)).await?;
    let mut mandates = Vec::with_capacity(numbers.len());
    for (number, ()) in numbers {
        let row = state.get(api::storage().archives().mandates(), (number,)).await?;
        let row = row.ok_or_else(|| ConnectionError::malformed("Archives.MandatesOf"))?;
        mandates.push(MandateView::new(number, row));
    }
    mandates.sort_by_key(|mandate| mandate.mandate);
    Ok(mandates)
}

/// A mandate; none where none has this number.
pub async fn mandate(connection: &Connection, number: u64) -> Result<Option<MandateView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let row = state.get(api::storage().archives().mandates(), (number,)).await?;
    Ok(row.map(|row| MandateView::new(number, row)))
}

/// Signs a mandate as the enterprise. Gives its number, and whether it is new.
pub async fn sign_mandate(
    submitter: &mut Submitter<'_>,
    terms: MandateTerms,
) -> Result<(u64, bool, Receipt), SubmitError> {
    let included = submitter.run(&api::tx().archives().sign_mandate(terms.into())).await?;
    if let Some(given) = included.events.find::<api::archives::events::MandateGiven>()? {
        return Ok((given.mandate, true, included.receipt));
    }
    let unchanged = included.events.find::<api::archives::events::MandateUnchanged>()?;
    Ok((unchanged.ok_or(SubmitError::NoEvent)?.mandate, false, included.receipt))
}

/// Ends a mandate, from either side.
pub async fn end_mandate(submitter: &mut Submitter<'_>, mandate: u64) -> Result<Receipt, SubmitError> {
    submitter.submit(&api::tx().archives().end_mandate(mandate)).await
}
