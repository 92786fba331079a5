//! Asking what is owed. Everything is as of the newest final block.

use super::types::{DuePage, DueView, EnterpriseObligations, ObligationId, OccasionView, Rates, ReliefView, TableView};
use crate::{
    chain::api,
    connection::{Connection, ConnectionError},
    enterprises::kept_by,
    state::State,
};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_primitives::{
    calendar::{Day, Year},
    disclosure::{DisclosureKind, Occasion},
    obligation::Obligation,
    uscc::Uscc,
};
use subxt::utils::Static;

/// How many enterprises a node is asked about at a time.
const AT_A_TIME: usize = 8;

/// Every table of rules, oldest first. Which of them counts is decided by the day that triggers.
pub async fn rule_tables(connection: &Connection) -> Result<Vec<TableView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows: Vec<(u32, _)> = state.rows(api::storage().obligations().tables(), ()).await?;
    let mut tables: Vec<_> = rows.into_iter().map(|(number, row)| TableView::new(number, row)).collect();
    tables.sort_by_key(|table| table.number);
    Ok(tables)
}

/// A year of the calendar; none where the council has not entered it: it has Monday to Friday.
pub async fn calendar_year(connection: &Connection, year: u16) -> Result<Option<Year>, ConnectionError> {
    let state = State::finalized(connection).await?;
    Ok(state.get(api::storage().obligations().years(), (year,)).await?.map(|days| days.0))
}

/// An obligation; none where no rule makes it one, or nobody declared or disclosed its occasion.
pub async fn obligation(connection: &Connection, which: &ObligationId) -> Result<Option<Obligation>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let ObligationId { enterprise, kind, occasion } = which.clone();
    let view = api::view_functions().obligations();
    let answer = state.view(view.obligation(Static(enterprise), Static(kind), Static(occasion))).await?;
    Ok(answer.map(|obligation| obligation.0))
}

/// An enterprise's obligations whose due day, with an extension, lies within two days, both included, by those days.
pub async fn obligations_of(
    connection: &Connection,
    enterprise: Uscc,
    from: Day,
    to: Day,
) -> Result<Vec<Obligation>, ConnectionError> {
    within(&State::finalized(connection).await?, enterprise, from, to).await
}

async fn within(state: &State, enterprise: Uscc, from: Day, to: Day) -> Result<Vec<Obligation>, ConnectionError> {
    let view = api::view_functions().obligations();
    let answer = state.view(view.obligations_of(Static(enterprise), Static(from), Static(to))).await?;
    Ok(answer.into_iter().map(|obligation| obligation.0).collect())
}

/// The same of every enterprise whose archive an exchange keeps, as far as an obligation is wanted. Enterprises without one
/// are left out.
pub async fn obligations_at(
    connection: &Connection,
    exchange: Uscc,
    from: Day,
    to: Day,
    wanted: impl Fn(&Obligation) -> bool,
) -> Result<Vec<EnterpriseObligations>, ConnectionError> {
    let state = &State::finalized(connection).await?;
    let kept = kept_by(state, exchange).await?;
    let asked = kept.into_iter().map(async |enterprise| {
        Ok::<_, ConnectionError>((within(state, enterprise.enterprise, from, to).await?, enterprise))
    });
    let answered: Vec<_> = stream::iter(asked).buffered(AT_A_TIME).try_collect().await?;
    let mut found = Vec::new();
    for (mut obligations, kept) in answered {
        obligations.retain(&wanted);
        if !obligations.is_empty() {
            let name = kept.name(state).await?;
            found.push(EnterpriseObligations { enterprise: kept.enterprise, name, code: kept.code, obligations });
        }
    }
    Ok(found)
}

/// What time alone made of obligations, from one Unix second until another, which is excluded: of the enterprises after one,
/// on so many pages of the chain's together.
pub async fn due_between(
    connection: &Connection,
    from: u64,
    to: u64,
    after: Option<Uscc>,
    pages: u32,
) -> Result<DuePage, ConnectionError> {
    let state = State::finalized(connection).await?;
    let mut joined = DuePage { changes: Vec::new(), next: after };
    for _ in 0..pages {
        let view = api::view_functions().obligations();
        let page = state.view(view.due_between(from, to, joined.next.map(Static))).await?;
        joined.changes.extend(page.changes.into_iter().map(DueView::from));
        joined.next = page.next.map(|next| next.0);
        if joined.next.is_none() {
            break;
        }
    }
    joined.changes.sort_by_key(|change| change.at);
    Ok(joined)
}

/// How many of an enterprise's obligations that are due within two days, both included, were met in time.
pub async fn timeliness(
    connection: &Connection,
    enterprise: Uscc,
    from: Day,
    to: Day,
) -> Result<Rates, ConnectionError> {
    let state = State::finalized(connection).await?;
    let view = api::view_functions().obligations();
    let (filed, published) = state.view(view.timeliness(Static(enterprise), Static(from), Static(to))).await?;
    Ok(Rates { filed: filed.0, published: published.0 })
}

/// The same of all enterprises whose archives an exchange keeps.
pub async fn timeliness_of_exchange(
    connection: &Connection,
    exchange: Uscc,
    from: Day,
    to: Day,
) -> Result<Rates, ConnectionError> {
    let state = State::finalized(connection).await?;
    let (mut rates, mut after) = (Rates::default(), None);
    loop {
        let view = api::view_functions().obligations();
        let view = view.timeliness_of_exchange(Static(exchange), Static(from), Static(to), after);
        let (filed, published, next) = state.view(view).await?;
        rates = rates.with(Rates { filed: filed.0, published: published.0 });
        // Pages go on in the order of the state, which ends.
        match next {
            Some(next) => after = Some(next),
            None => return Ok(rates),
        }
    }
}

/// The events and entries of schedules that were declared or disclosed for an enterprise, by their days.
pub async fn occasions(connection: &Connection, enterprise: Uscc) -> Result<Vec<OccasionView>, ConnectionError> {
    let state = State::finalized(connection).await?;
    let rows = state.rows(api::storage().obligations().occasions(), (Static(enterprise),)).await?;
    let mut found: Vec<_> = rows.into_iter().map(|(key, row)| OccasionView::new(key, row)).collect();
    found.sort_by(|one, other| key_of(one).cmp(&key_of(other)));
    Ok(found)
}

fn key_of(view: &OccasionView) -> (Option<Day>, DisclosureKind, &Occasion) {
    let day = match &view.occasion {
        Occasion::Period(_) => None,
        Occasion::Event { day, .. } | Occasion::Schedule { day, .. } => Some(*day),
    };
    (day, view.kind, &view.occasion)
}

/// The extensions and the waiver of an obligation.
pub async fn reliefs(connection: &Connection, which: &ObligationId) -> Result<ReliefView, ConnectionError> {
    let state = State::finalized(connection).await?;
    let ObligationId { enterprise, kind, occasion } = which.clone();
    let key = (Static(enterprise), (Static(kind), Static(occasion)));
    let row = state.get(api::storage().obligations().reliefs(), key).await?;
    Ok(row.map(ReliefView::from).unwrap_or_default())
}
