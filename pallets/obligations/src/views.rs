//! Reckoning obligations from what is stored.

use crate::{pallet::*, types::*};
use alloc::{collections::BTreeMap, vec::Vec};
use core::{cell::RefCell, marker::PhantomData};
use frame_support::traits::Get;
use jiandu_primitives::{
    calendar::{Calendar, Day, Year},
    code::Tier,
    disclosure::{DisclosureKind, Kinds, Occasion},
    enterprise::EnterpriseStatus,
    obligation::{
        changes_between, Attributes, DatedEnterprises, Obligation, Relief, RuleTable, Rulebook, Timeliness, Trigger,
        MAX_RULE_DAYS,
    },
    uscc::Uscc,
};

/// A period that ended so many years before is not due any more: at most two years until the due day, one until the next day of
/// a sort, and one of extensions.
const YEARS_BEFORE: u16 = 4;
/// Nothing is due so many days ahead: what was declared thirty years ahead, the days of its rule, and extensions.
const HORIZON: i32 = MAX_AHEAD + 1_200;

/// The calendar in the state, of which a year is read once.
struct Stored<T> {
    years: RefCell<BTreeMap<u16, Option<Year>>>,
    pallet: PhantomData<T>,
}

impl<T: Config> Calendar for Stored<T> {
    fn year(&self, year: u16) -> Option<Year> {
        let read = || Years::<T>::get(year);
        match self.years.try_borrow_mut() {
            Ok(mut years) => *years.entry(year).or_insert_with(read),
            Err(_) => read(),
        }
    }
}

/// What an enterprise was and is.
struct Dated {
    tiers: Vec<(u64, Option<Tier>)>,
    statuses: Vec<(u64, EnterpriseStatus)>,
}

impl Dated {
    fn of<T: Config>(enterprise: &Uscc) -> Self {
        Self { tiers: T::Enterprises::tiers(enterprise), statuses: T::Enterprises::statuses(enterprise) }
    }

    fn attributes(&self) -> Attributes<'_> {
        Attributes { tiers: &self.tiers, statuses: &self.statuses }
    }
}

/// What is read once for many obligations.
struct Reckoner<T> {
    tables: Vec<RuleTable>,
    /// The kinds that fall due after periods.
    periodic: Kinds,
    calendar: Stored<T>,
    now: u64,
}

impl<T: Config> Reckoner<T> {
    fn new() -> Self {
        let rows = (0..NextTable::<T>::get()).filter_map(Tables::<T>::get);
        let tables: Vec<_> = rows.map(|row| row.table).collect();
        let rules = tables.iter().flat_map(|table| table.rules.iter());
        let periodic = rules.filter(|rule| matches!(rule.trigger, Trigger::Calendar { .. })).map(|rule| rule.kind);
        let periodic = periodic.collect();
        let calendar = Stored { years: RefCell::default(), pallet: PhantomData };
        Self { tables, periodic, calendar, now: T::Now::get().time }
    }

    fn reckon(
        &self,
        enterprise: &Uscc,
        dated: &Dated,
        kind: DisclosureKind,
        occasion: &Occasion,
    ) -> Option<Obligation> {
        let key = (kind, occasion.clone());
        let row = Occasions::<T>::get(enterprise, &key);
        let filing = Filings::<T>::get(enterprise, &key).and_then(|filings| filings.first().copied());
        // Nobody owes anything for an event that nobody told of.
        if !matches!(occasion, Occasion::Period(_)) && row.is_none() && filing.is_none() {
            return None;
        }
        let decided = Reliefs::<T>::get(enterprise, &key).unwrap_or_default();
        let relief = Relief {
            extended: decided.extensions.iter().map(|extension| extension.until).max(),
            waived: decided.waiver.is_some(),
            cancelled: row.is_some_and(|row| row.cancelled.is_some()),
        };
        let book = Rulebook { tables: &self.tables, calendar: &self.calendar };
        book.reckon(&dated.attributes(), kind, occasion, filing, relief, self.now)
    }

    /// The obligations of an enterprise whose due day lies within two days.
    fn within(&self, enterprise: &Uscc, from: Day, to: Day) -> Vec<Obligation> {
        let dated = Dated::of::<T>(enterprise);
        let Some((registered, _)) = dated.tiers.first() else { return Vec::new() };
        let to = to.min(Day::of(self.now).plus(HORIZON));
        let first = from.year().saturating_sub(YEARS_BEFORE).max(Day::of(*registered).year());
        let years = first..=to.year().saturating_add(1);
        let periods = years.flat_map(|year| self.periodic.iter().map(move |kind| (kind, Occasion::Period(year))));
        let candidates = periods.chain(Occasions::<T>::iter_key_prefix(enterprise));
        let mut found: Vec<_> = candidates
            .filter_map(|(kind, occasion)| self.reckon(enterprise, &dated, kind, &occasion))
            .filter(|obligation| (from..=to).contains(&obligation.due))
            .collect();
        found.sort_by(|one, other| (one.due, one.kind, &one.occasion).cmp(&(other.due, other.kind, &other.occasion)));
        found
    }

    /// How many were filed in time, and how many were published in time.
    fn rates(&self, enterprises: &[Uscc], from: Day, to: Day) -> (Timeliness, Timeliness) {
        let (mut filed, mut published) = (Timeliness::default(), Timeliness::default());
        for obligation in enterprises.iter().flat_map(|enterprise| self.within(enterprise, from, to)) {
            filed.add(obligation.state);
            // What was never filed is not the exchange's doing.
            if obligation.filed.is_some() {
                published.add(obligation.publication);
            }
        }
        (filed, published)
    }
}

/// So many enterprises after one, and the last of them where there may be more.
fn page<T: Config>(after: Option<Uscc>) -> (Vec<Uscc>, Option<Uscc>) {
    let page = T::Enterprises::page(after, PAGE);
    let full = Pallet::<T>::size(page.len()) >= PAGE;
    let next = page.last().copied().filter(|_| full);
    (page, next)
}

impl<T: Config> Pallet<T> {
    pub(crate) fn reckoned(enterprise: &Uscc, kind: DisclosureKind, occasion: &Occasion) -> Option<Obligation> {
        Reckoner::<T>::new().reckon(enterprise, &Dated::of::<T>(enterprise), kind, occasion)
    }

    pub(crate) fn reckoned_within(enterprise: &Uscc, from: Day, to: Day) -> Vec<Obligation> {
        Reckoner::<T>::new().within(enterprise, from, to)
    }

    pub(crate) fn changes(from: u64, to: u64, after: Option<Uscc>) -> DuePage {
        let reckoner = Reckoner::<T>::new();
        // What became overdue was due the day before; what became due soon is due as late as a rule allows.
        let (first, last) = (Day::of(from).plus(-1), Day::of(to).plus(MAX_RULE_DAYS.into()));
        let (enterprises, next) = page::<T>(after);
        let mut changes = Vec::new();
        for enterprise in enterprises {
            for obligation in reckoner.within(&enterprise, first, last) {
                let Obligation { kind, due, .. } = obligation;
                changes.extend(changes_between(&obligation, from, to).map(|(change, at)| {
                    let occasion = obligation.occasion.clone();
                    Due { enterprise, kind, occasion, due, change, at }
                }));
            }
        }
        changes.sort_by_key(|due| due.at);
        DuePage { changes, next }
    }

    pub(crate) fn rates(enterprises: &[Uscc], from: Day, to: Day) -> (Timeliness, Timeliness) {
        Reckoner::<T>::new().rates(enterprises, from, to)
    }

    pub(crate) fn rates_of_exchange(
        exchange: Uscc,
        from: Day,
        to: Day,
        after: Option<Uscc>,
    ) -> (Timeliness, Timeliness, Option<Uscc>) {
        let (mut enterprises, next) = page::<T>(after);
        enterprises.retain(|enterprise| T::Enterprises::registrar(enterprise) == Some(exchange));
        let (filed, published) = Self::rates(&enterprises, from, to);
        (filed, published, next)
    }
}
