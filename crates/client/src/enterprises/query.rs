//! Finding an enterprise by anything that it is or was called.

use super::types::{enterprise_in, EnterpriseView};
use crate::{
    chain::{api, runtime_types::bounded_collections::bounded_vec::BoundedVec},
    connection::{Connection, ConnectionError},
    state::State,
};
use jiandu_primitives::{
    code::{CodeError, EnterpriseCode},
    did::{Did, DidError, DidSubject},
    name::{is_registered_name, MAX_NAME},
    uscc::{Uscc, UsccError},
};
use serde::Serialize;
use std::str::FromStr;
use subxt::utils::Static;
use thiserror::Error;

/// What an enterprise is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "by", content = "value")]
pub enum Query {
    /// Its code for life.
    Uscc(Uscc),
    /// A code that it has or had; without a tier letter any of its tiers.
    Code(EnterpriseCode),
    /// A DID that it has or had.
    Did(Did),
    /// A registered name that it has or had.
    Name(String),
}

/// Why a text is nothing that an enterprise could be looked up by.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QueryError {
    /// It looks like a USCC and is none.
    #[error(transparent)]
    Uscc(#[from] UsccError),
    /// It looks like a code and is none.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// It looks like a DID and is none.
    #[error(transparent)]
    Did(#[from] DidError),
    /// It is no name either.
    #[error("a registered name has 1 to {MAX_NAME} bytes and no invisible characters")]
    Name,
}

impl FromStr for Query {
    type Err = QueryError;

    fn from_str(text: &str) -> Result<Self, QueryError> {
        let text = text.trim();
        if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("did:")) {
            return Ok(Self::Did(text.parse()?));
        }
        // No registered name is made of such characters alone.
        let is_code = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_code && text.len() >= 17 {
            return Ok(Self::Uscc(text.parse()?));
        }
        if is_code && text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Ok(Self::Code(text.parse()?));
        }
        Ok(Self::Name(registered_name(text).ok_or(QueryError::Name)?))
    }
}

/// A name as the business register writes it: with full-width parentheses. None where it is no name.
pub fn registered_name(text: &str) -> Option<String> {
    let name = text.trim().replace('(', "（").replace(')', "）");
    let short = u32::try_from(name.len()).is_ok_and(|length| length <= MAX_NAME);
    (short && is_registered_name(name.as_bytes())).then_some(name)
}

/// What a look-up came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolved {
    /// What was asked.
    pub query: Query,
    /// Whether it is something that an enterprise really has or had: a code with another tier letter is not.
    pub held: bool,
    /// The enterprises, at most 16.
    pub enterprises: Vec<EnterpriseView>,
}

/// Finds the enterprises that are or were called so.
pub async fn resolve(connection: &Connection, query: &Query) -> Result<Resolved, ConnectionError> {
    let state = State::finalized(connection).await?;
    let (held, found) = match query {
        Query::Uscc(uscc) => (true, vec![*uscc]),
        Query::Code(code) => by_code(&state, *code).await?,
        Query::Did(did) => match did.subject() {
            DidSubject::Enterprise(code) => by_code(&state, code).await?,
            DidSubject::Organisation(uscc) => (true, vec![uscc]),
        },
        Query::Name(name) => {
            let name = BoundedVec(name.as_bytes().to_vec());
            let found = state.view(api::view_functions().archives().resolve_name(name)).await?;
            (true, found.into_iter().map(|uscc| uscc.0).collect())
        }
    };
    let mut enterprises = Vec::new();
    for uscc in found {
        enterprises.extend(enterprise_in(&state, uscc).await?);
    }
    Ok(Resolved { query: query.clone(), held, enterprises })
}

async fn by_code(state: &State, code: EnterpriseCode) -> Result<(bool, Vec<Uscc>), ConnectionError> {
    let answer = state.view(api::view_functions().archives().resolve_code(Static(code))).await?;
    Ok(match answer {
        Some(answer) => (answer.held, vec![answer.enterprise.0]),
        None => (false, Vec::new()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_should_be_taken_for_what_it_looks_like() {
        let query = |text: &str| text.parse::<Query>();
        assert!(matches!(query(" 91350100M000100Y43 "), Ok(Query::Uscc(_))));
        assert!(matches!(query("hn000001f"), Ok(Query::Code(_))));
        assert!(matches!(query("HN000001"), Ok(Query::Code(_))));
        assert!(matches!(query("DID:rem:hunan:HN000001G"), Ok(Query::Did(_))));
        assert_eq!(query("湖南某某(集团)公司"), Ok(Query::Name("湖南某某（集团）公司".into())));
        assert!(matches!(query("3G 科技"), Ok(Query::Name(_))));
        assert!(matches!(query("91350100M000100Y44"), Err(QueryError::Uscc(UsccError::CheckCharacter))));
        assert!(matches!(query("HN00001F"), Err(QueryError::Code(_))));
        assert!(matches!(query("did:web:example"), Err(QueryError::Did(_))));
        assert_eq!(query(""), Err(QueryError::Name));
        assert_eq!(query(&"名".repeat(65)), Err(QueryError::Name));
    }
}
