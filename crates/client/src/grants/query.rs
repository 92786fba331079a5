//! Asking about grants. What stands now is as of the newest final block.

use super::types::{GrantView, PolicyView, ReceiptView, StandingView, StateView, UsableView};
use crate::{
    chain::{api, Hash},
    connection::{answer, Connection, ConnectionError},
    enterprises::personal_sections,
    state::State,
    AccountId,
};
use codec::{Compact, Decode};
use jiandu_primitives::{
    grant::{
        agreement::{Agreement, Item},
        decision::{decide, is_usable, Denied, Facts, Standing, Use},
        Action, Terms,
    },
    record::ObjectId,
    uscc::Uscc,
};
use serde::Serialize;
use subxt::utils::Static;

/// Grants looked at in one answer.
const PAGE: u32 = 256;

/// A time that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// That of the newest final block.
    Now,
    /// A Unix second.
    At(u64),
    /// That of a block.
    Block(u32),
}

/// The answer to "is it, or was it, allowed?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The decision, with the first reason against it.
    pub decision: Result<(), Denied>,
    /// The Unix second that it is about.
    pub time: u64,
    /// What held then.
    pub facts: Facts,
}

/// The time of a block, as its author set it: read from its body, which every node keeps, and from no state.
pub async fn time_of_block(connection: &Connection, block: u32) -> Result<u64, ConnectionError> {
    let hash = connection.block_hash(block).await?;
    let found = answer(connection.methods().chain_get_block(Some(Hash::from(hash.0)))).await?;
    let malformed = || ConnectionError::malformed("a block without a time");
    let found = found.ok_or_else(malformed)?;
    let inherent = found.block.extrinsics.first().ok_or_else(malformed)?;
    set_time(&inherent.0).map(|milliseconds| milliseconds / 1_000).ok_or_else(malformed)
}

/// The milliseconds that the inherent `Timestamp::set` carries: a bare transaction of pallet 1, call 0.
fn set_time(inherent: &[u8]) -> Option<u64> {
    let mut rest = inherent;
    // As it stands in the block, its length comes first; some nodes leave that out.
    if let Ok(Compact(length)) = Compact::<u32>::decode(&mut rest) {
        if rest.len() != usize::try_from(length).ok()? {
            rest = inherent;
        }
    }
    let (version, rest) = rest.split_first()?;
    let mut rest = rest.strip_prefix(&[1, 0])?;
    let Compact(milliseconds) = Compact::<u64>::decode(&mut rest).ok()?;
    // Neither signed nor general, and nothing behind.
    (version & 0b1100_0000 == 0 && rest.is_empty()).then_some(milliseconds)
}

async fn time(connection: &Connection, when: When) -> Result<Option<u64>, ConnectionError> {
    Ok(match when {
        When::Now => None,
        When::At(time) => Some(time),
        When::Block(block) => Some(time_of_block(connection, block).await?),
    })
}

/// A grant; none where none has this number.
pub async fn grant(connection: &Connection, number: u64) -> Result<Option<GrantView>, ConnectionError> {
    grant_in(&State::finalized(connection).await?, number).await
}

async fn now_in(state: &State) -> Result<u64, ConnectionError> {
    let now = state.get(api::storage().timestamp().now(), ()).await?;
    Ok(now.unwrap_or_default() / 1_000)
}

async fn grant_in(state: &State, number: u64) -> Result<Option<GrantView>, ConnectionError> {
    let row = state.get(api::storage().grants().grants(), (number,)).await?;
    let head = state.get(api::storage().grants().heads(), (number,)).await?;
    let Some((row, head)) = row.zip(head) else { return Ok(None) };
    let states: Vec<(u32, _)> = state.rows(api::storage().grants().states(), (number,)).await?;
    let mut states: Vec<_> = states.into_iter().map(|(number, row)| (number, StateView::from(row))).collect();
    states.sort_by_key(|(number, _)| *number);
    let states = states.into_iter().map(|(_, state)| state).collect();
    let parent_ended = match row.terms.0.parent {
        Some(parent) => ended_in(state, parent).await?,
        None => None,
    };
    Ok(Some(GrantView::new(number, row, head, states, parent_ended, now_in(state).await?)))
}

/// When somebody ended a grant.
async fn ended_in(state: &State, number: u64) -> Result<Option<u64>, ConnectionError> {
    let Some(head) = state.get(api::storage().grants().heads(), (number,)).await? else { return Ok(None) };
    if !head.state.0.is_final() {
        return Ok(None);
    }
    let last = head.states.saturating_sub(1);
    let change = state.get(api::storage().grants().states(), (number, last)).await?;
    Ok(change.map(|change| change.signed.at.0.time))
}

/// The number of the grant with these terms, by their digest.
pub async fn by_terms(connection: &Connection, digest: [u8; 32]) -> Result<Option<u64>, ConnectionError> {
    State::finalized(connection).await?.get(api::storage().grants().by_terms(), (digest,)).await
}

/// The grants in which an organisation or an enterprise has a part, in the order of their proposal.
pub async fn grants_of(connection: &Connection, party: Uscc) -> Result<Vec<GrantView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut numbers: Vec<(u32, u64)> = state.rows(api::storage().grants().grants_of(), (Static(party),)).await?;
    numbers.sort_unstable();
    let mut grants = Vec::with_capacity(numbers.len());
    for (_, number) in numbers {
        let found = grant_in(&state, number).await?;
        grants.push(found.ok_or_else(|| ConnectionError::malformed("Grants.GrantsOf"))?);
    }
    Ok(grants)
}

/// Everything that was done, or tried, with a grant.
pub async fn receipts(connection: &Connection, grant: u64) -> Result<Vec<ReceiptView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(u32, _)> = state.rows(api::storage().grants().receipts(), (grant,)).await?;
    let mut receipts: Vec<_> =
        rows.into_iter().map(|(number, receipt)| ReceiptView { number, receipt: receipt.0 }).collect();
    receipts.sort_by_key(|receipt| receipt.number);
    Ok(receipts)
}

/// Whether a use by an organisation is allowed, or was; none where there is no such grant. Where a record is named, its level of
/// that time counts; where a key is, it must have been one that could ask for data.
pub async fn decision(
    connection: &Connection,
    grant: u64,
    user: Uscc,
    key: Option<AccountId>,
    asked: Use,
    record: Option<ObjectId>,
    when: When,
) -> Result<Option<Asked>, ConnectionError> {
    let time = time(connection, when).await?;
    let view = api::view_functions().grants();
    let view = view.decision(grant, Static(user), key, Static(asked), record.map(Static), time);
    let answer = State::finalized(connection).await?.view(view).await?;
    Ok(answer.map(|answer| Asked {
        decision: answer.decision.map_err(|denied| denied.0),
        time: answer.time,
        facts: answer.facts.0,
    }))
}

/// The decision about a use, its count left aside: what was reserved, or is had already, may be delivered and opened as long as the
/// rest holds. Without a use, about the grant alone.
pub async fn delivery(
    connection: &Connection,
    grant: &GrantView,
    asked: Option<&Use>,
) -> Result<Result<(), Denied>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let parent = match grant.terms.parent {
        Some(number) => grant_in(&state, number).await?,
        None => None,
    };
    let own = uncounted_in(&state, grant).await?;
    let above = match &parent {
        Some(parent) => Some(uncounted_in(&state, parent).await?),
        None => None,
    };
    let own = Standing { terms: &grant.terms, facts: own };
    let above = parent.iter().zip(above).map(|(parent, facts)| Standing { terms: &parent.terms, facts }).next();
    let now = now_in(&state).await?;
    Ok(match asked {
        Some(asked) => decide(&own, above.as_ref(), &grant.terms.user, asked, now),
        None => is_usable(&own, above.as_ref(), now),
    })
}

/// What holds of a grant now, as if none of its uses were taken.
async fn uncounted_in(state: &State, grant: &GrantView) -> Result<Facts, ConnectionError> {
    let Terms { user, items, purpose, level, .. } = &grant.terms;
    let item = items.first().ok_or_else(|| ConnectionError::malformed("Grants.Grants"))?.item;
    // Which use is asked about does not matter to the facts.
    let any = Use { item, purpose: *purpose, action: Action::View, level: *level };
    let view = api::view_functions().grants().decision(grant.grant, Static(*user), None, Static(any), None, None);
    let answer = state.view(view).await?.ok_or_else(|| ConnectionError::malformed("Grants.decision"))?;
    Ok(Facts { used: 0, ..answer.facts.0 })
}

/// An item of an agreement that is about persons, by what it is or by what the archive has of it, and has no consent.
pub async fn without_consent(connection: &Connection, agreement: &Agreement) -> Result<Option<Item>, ConnectionError> {
    let personal = personal_sections(connection, agreement.enterprise).await?;
    let is_personal = |item: &Item| {
        item.is_personal()
            || personal.iter().any(|(record, section)| match item {
                Item::Section(granted) => granted == section,
                Item::Record(granted) => granted == record,
            })
    };
    let lacking = agreement.items.iter().find(|agreed| agreed.consent.is_none() && is_personal(&agreed.item.value));
    Ok(lacking.map(|agreed| agreed.item.value))
}

/// The grants of an enterprise that can be used, or could, and the Unix second that this is about.
pub async fn usable_grants(
    connection: &Connection,
    enterprise: Uscc,
    when: When,
) -> Result<(u64, Vec<UsableView>), ConnectionError> {
    let time = time(connection, when).await?;
    let state = State::finalized(connection).await?;
    let (mut found, mut from) = (Vec::new(), 0);
    loop {
        let view = api::view_functions().grants().usable_grants(Static(enterprise), time, from, PAGE);
        let page = state.view(view).await?;
        found.extend(page.grants.into_iter().map(|usable| UsableView {
            grant: usable.grant,
            user: usable.user.0,
            used: usable.used,
        }));
        match page.next {
            Some(next) => from = next,
            None => return Ok((page.time, found)),
        }
    }
}

/// What a provider agrees to beforehand, now; none where it never said so.
pub async fn standing_terms(connection: &Connection, provider: Uscc) -> Result<Option<StandingView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let count = state.get(api::storage().grants().standing_count(), (Static(provider),)).await?;
    let Some(newest) = count.and_then(|count| count.checked_sub(1)) else { return Ok(None) };
    let row = state.get(api::storage().grants().standings(), (Static(provider), newest)).await?;
    Ok(row.map(StandingView::from))
}

/// How many of its people an enterprise wants to sign, now; none where it never said so: one.
pub async fn policy(connection: &Connection, enterprise: Uscc) -> Result<Option<PolicyView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let count = state.get(api::storage().grants().policy_count(), (Static(enterprise),)).await?;
    let Some(newest) = count.and_then(|count| count.checked_sub(1)) else { return Ok(None) };
    let row = state.get(api::storage().grants().policies(), (Static(enterprise), newest)).await?;
    Ok(row.map(PolicyView::from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use codec::Encode;

    #[test]
    fn the_time_of_a_block_should_be_read_from_its_inherent_alone() {
        let milliseconds = 1_775_000_000_123u64;
        let call = |version: u8| [&[version, 1, 0][..], &Compact(milliseconds).encode()].concat();
        for version in [4, 5] {
            assert_eq!(set_time(&call(version)), Some(milliseconds));
            assert_eq!(set_time(&call(version).encode()), Some(milliseconds));
        }
        assert_eq!(set_time(&call(0x84)), None);
        for other in [vec![], vec![4], vec![4, 1, 0], vec![4, 2, 0, 0], [call(4), vec![0]].concat()] {
            assert_eq!(set_time(&other), None, "{other:?}");
        }
    }
}
