//! Obligations (披露义务): what enterprises have to disclose, until when, and what became of it.
//!
//! An obligation is never stored: the chain reckons it whenever it is asked for, and so may a program, by
//! [`jiandu_primitives::obligation`] and [`rule_tables`], [`calendar_year`], [`occasions`], [`reliefs`].

mod query;
mod types;

pub use query::{
    calendar_year, due_between, obligation, obligations_at, obligations_of, occasions, reliefs, rule_tables,
    timeliness, timeliness_of_exchange,
};
pub use types::{
    exceptions, year_of, DayView, Declared, DuePage, DueView, EnterpriseObligations, ExtensionView, ObligationId,
    OccasionView, Rates, ReliefView, TableView, WaiverView,
};

use crate::{
    chain::{api, runtime_types::bounded_collections::bounded_vec::BoundedVec},
    connection::ConnectionError,
    disclosures::Reason,
    members::{propose_to_council, Outcome, Threshold},
    submit::{Included, Receipt, SubmitError, Submitter},
};
use jiandu_primitives::{
    calendar::{Day, Year},
    disclosure::{DisclosureKind, Occasion},
    obligation::{ReliefReason, RuleTable},
    uscc::Uscc,
};
use subxt::utils::Static;

/// Most occasions that one call declares, as the runtime has it.
pub const MAX_DECLARED: usize = 128;
/// Most tables of rules, ever, as the runtime has it.
pub const MAX_TABLES: usize = 64;
/// A table begins to hold at most so many days ahead, as the runtime has it.
pub const MAX_TABLE_AHEAD: i32 = 366;
/// What is due later than so many days ahead is neither extended nor waived, as the runtime has it.
pub const MAX_RELIEF_AHEAD: i32 = 731;
/// An extension ends at most so many days after the original due day, as the runtime has it.
pub const MAX_EXTENDED: i32 = 366;
/// The years of the calendar, as the runtime has them.
pub const YEARS: std::ops::RangeInclusive<u16> = 1990..=2200;

/// Declares several occasions of an enterprise, at most [`MAX_DECLARED`]: all of them or none.
pub async fn declare_many(
    submitter: &mut Submitter<'_>,
    enterprise: Uscc,
    occasions: &[(DisclosureKind, Occasion)],
) -> Result<Declared, SubmitError> {
    if occasions.len() > MAX_DECLARED {
        return Err(SubmitError::TooMany { found: occasions.len(), limit: MAX_DECLARED as u32 });
    }
    let occasions = occasions.iter().map(|(kind, occasion)| (Static(*kind), Static(occasion.clone())));
    let call = api::tx().obligations().declare_many(Static(enterprise), BoundedVec(occasions.collect()));
    declared(submitter.run(&call).await?)
}

/// Declares occasions of several enterprises, one transaction behind the other, each with at most [`MAX_DECLARED`]. What became of
/// each is in the state: [`occasions`].
pub async fn declare_all(
    submitter: &mut Submitter<'_>,
    all: &[(Uscc, Vec<(DisclosureKind, Occasion)>)],
) -> Result<Receipt, SubmitError> {
    let calls = all.iter().map(|(enterprise, occasions)| {
        let occasions = occasions.iter().map(|(kind, occasion)| (Static(*kind), Static(occasion.clone())));
        api::tx().obligations().declare_many(Static(*enterprise), BoundedVec(occasions.collect()))
    });
    submitter.submit_all(&calls.collect::<Vec<_>>()).await
}

fn declared(included: Included) -> Result<Declared, SubmitError> {
    let (mut new, mut unchanged) = (Vec::new(), Vec::new());
    let malformed = |_| ConnectionError::malformed("an event");
    for event in included.events.iter() {
        let event = event?;
        if let Some(declared) = event.decode_fields_as::<api::obligations::events::OccasionDeclared>() {
            let declared = declared.map_err(malformed)?;
            new.push((declared.kind.0, declared.occasion.0));
        } else if let Some(before) = event.decode_fields_as::<api::obligations::events::OccasionUnchanged>() {
            let before = before.map_err(malformed)?;
            unchanged.push((before.kind.0, before.occasion.0));
        }
    }
    match new.is_empty() && unchanged.is_empty() {
        true => Err(SubmitError::NoEvent),
        false => Ok(Declared { new, unchanged, receipt: included.receipt }),
    }
}

/// Cancels an occasion that another person declared, and for which nothing was published.
pub async fn cancel(submitter: &mut Submitter<'_>, which: &ObligationId) -> Result<Receipt, SubmitError> {
    let ObligationId { enterprise, kind, occasion } = which.clone();
    let call = api::tx().obligations().cancel(Static(enterprise), Static(kind), Static(occasion));
    submitter.submit(&call).await
}

/// 延期: extends an obligation until the end of a day.
pub async fn extend(
    submitter: &mut Submitter<'_>,
    which: &ObligationId,
    until: Day,
    why: Reason<ReliefReason>,
) -> Result<Receipt, SubmitError> {
    let ObligationId { enterprise, kind, occasion } = which.clone();
    let (which, reason) = ((Static(enterprise), Static(kind), Static(occasion)), Static(why.code));
    let call = api::tx().obligations().extend(which.0, which.1, which.2, Static(until), reason, why.text);
    submitter.submit(&call).await
}

/// 豁免: waives an obligation.
pub async fn waive(
    submitter: &mut Submitter<'_>,
    which: &ObligationId,
    why: Reason<ReliefReason>,
) -> Result<Receipt, SubmitError> {
    let ObligationId { enterprise, kind, occasion } = which.clone();
    let (which, reason) = ((Static(enterprise), Static(kind), Static(occasion)), Static(why.code));
    submitter.submit(&api::tx().obligations().waive(which.0, which.1, which.2, reason, why.text)).await
}

/// Sets a further table of rules. For the council.
pub async fn set_rules(submitter: &mut Submitter<'_>, table: RuleTable) -> Result<Outcome, SubmitError> {
    propose_to_council(submitter, Threshold::Majority, &api::tx().obligations().set_rules(Static(table))).await
}

/// Sets which days of a year are working days and trading days. For the council.
pub async fn set_year(submitter: &mut Submitter<'_>, year: u16, days: Year) -> Result<Outcome, SubmitError> {
    propose_to_council(submitter, Threshold::Majority, &api::tx().obligations().set_year(year, Static(days))).await
}
