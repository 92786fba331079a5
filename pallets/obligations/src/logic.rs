//! What the calls do, and what the workflow of disclosures tells.

use crate::{pallet::*, types::*};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use jiandu_primitives::{
    calendar::{Day, Year},
    disclosure::{DisclosureKind, Filing, FilingLog, Occasion},
    member::{Actor, Author},
    obligation::{DatedEnterprises, Obligation, ObligationState, Rule, RuleTable},
    record::ObjectId,
    uscc::Uscc,
};

/// The years of the calendar that can be set.
const YEARS: core::ops::RangeInclusive<u16> = 1990..=2200;

impl<T: Config> Pallet<T> {
    /// A length as weights have it.
    pub(crate) fn size(length: usize) -> u32 {
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    pub(crate) fn today() -> Day {
        Day::of(T::Now::get().time)
    }

    pub(crate) fn do_set_rules(table: RuleTable) -> DispatchResult {
        ensure!(table.rules.iter().all(Rule::check), Error::<T>::InvalidRule);
        ensure!(table.from <= Self::today().plus(MAX_TABLE_AHEAD), Error::<T>::DayTooFar);
        let number = NextTable::<T>::get();
        // What was triggered under a table keeps its rules; the first one has none before it.
        ensure!(number == 0 || table.from > Self::today(), Error::<T>::TableInPast);
        ensure!(number < MAX_TABLES, Error::<T>::TooMany);
        Tables::<T>::insert(number, RuleTableRow { table: table.clone(), at: T::Now::get() });
        NextTable::<T>::put(number.saturating_add(1));
        Self::deposit_event(Event::RulesSet { number, table });
        Ok(())
    }

    pub(crate) fn do_set_year(year: u16, days: Year) -> DispatchResult {
        ensure!(YEARS.contains(&year), Error::<T>::InvalidYear);
        let kept = Years::<T>::get(year).is_none_or(|before| before.agrees_until(&days, year, Self::today()));
        ensure!(kept, Error::<T>::YearIsOver);
        Years::<T>::insert(year, days);
        Self::deposit_event(Event::YearSet { year, days });
        Ok(())
    }

    /// The organisation is the one that keeps the enterprise's archive.
    fn ensure_registrar(enterprise: &Uscc, by: &Author) -> Result<(), Error<T>> {
        let registrar = T::Enterprises::registrar(enterprise).ok_or(Error::<T>::UnknownEnterprise)?;
        ensure!(registrar == by.organisation, Error::<T>::NotTheRegistrar);
        Ok(())
    }

    /// An occasion is one that can be declared.
    fn ensure_occasion(occasion: &Occasion) -> Result<(), Error<T>> {
        let day = match occasion {
            Occasion::Period(_) => return Err(Error::<T>::NothingToDeclare),
            Occasion::Event { day, .. } => *day,
            Occasion::Schedule { security, day } => {
                ensure!(security.is_name(), Error::<T>::InvalidSecurity);
                *day
            }
        };
        let near = day.year() >= FIRST_YEAR && day <= Self::today().plus(MAX_AHEAD);
        ensure!(near, Error::<T>::DayTooFar);
        Ok(())
    }

    /// Keeps an occasion that has no row yet. Gives whether there was room.
    fn keep(enterprise: Uscc, key: &(DisclosureKind, Occasion), row: OccasionRow) -> bool {
        let count = OccasionCount::<T>::get(enterprise);
        if count >= MAX_OCCASIONS {
            return false;
        }
        OccasionCount::<T>::insert(enterprise, count.saturating_add(1));
        Occasions::<T>::insert(enterprise, key, row);
        true
    }

    pub(crate) fn do_declare(
        maker: &Actor<T::AccountId>,
        enterprise: Uscc,
        occasions: &[(DisclosureKind, Occasion)],
    ) -> DispatchResult {
        let by = maker.author();
        Self::ensure_registrar(&enterprise, &by)?;
        occasions.iter().try_for_each(|(_, occasion)| Self::ensure_occasion(occasion))?;
        let row = OccasionRow { declared: Some((by, T::Now::get())), cancelled: None };
        for key in occasions {
            let (kind, occasion) = key.clone();
            match Occasions::<T>::get(enterprise, key) {
                Some(OccasionRow { declared: Some(_), cancelled: None }) => {
                    Self::deposit_event(Event::OccasionUnchanged { enterprise, kind, occasion });
                    continue;
                }
                Some(_) => Occasions::<T>::insert(enterprise, key, row),
                None => ensure!(Self::keep(enterprise, key, row), Error::<T>::TooMany),
            }
            Self::deposit_event(Event::OccasionDeclared { enterprise, kind, occasion, by });
        }
        Ok(())
    }

    pub(crate) fn do_cancel(
        checker: &Actor<T::AccountId>,
        enterprise: Uscc,
        key: (DisclosureKind, Occasion),
    ) -> DispatchResult {
        let by = checker.author();
        Self::ensure_registrar(&enterprise, &by)?;
        let row = Occasions::<T>::get(enterprise, &key).filter(|row| row.cancelled.is_none());
        let row = row.ok_or(Error::<T>::UnknownOccasion)?;
        // What is met, in time or late, counts: nobody takes it out of the rates.
        ensure!(!Filings::<T>::contains_key(enterprise, &key), Error::<T>::AlreadyMet);
        // A person, not a key: whoever has two keys is still one.
        let same = row.declared.is_some_and(|(maker, _)| maker.handle == by.handle);
        ensure!(!same, Error::<T>::SamePerson);
        Occasions::<T>::insert(enterprise, &key, OccasionRow { cancelled: Some((by, T::Now::get())), ..row });
        let (kind, occasion) = key;
        Self::deposit_event(Event::OccasionCancelled { enterprise, kind, occasion, by });
        Ok(())
    }

    /// An obligation that nothing was published for and nobody waived, and what was decided about it.
    fn unmet(enterprise: &Uscc, key: &(DisclosureKind, Occasion)) -> Result<(Obligation, ReliefRow), Error<T>> {
        let applies = |obligation: &Obligation| obligation.state != ObligationState::NotApplicable;
        let obligation = Self::reckoned(enterprise, key.0, &key.1).filter(applies);
        let obligation = obligation.ok_or(Error::<T>::NoObligation)?;
        ensure!(obligation.filed.is_none(), Error::<T>::AlreadyMet);
        // A slip in the year decides nothing about a far future.
        ensure!(obligation.original_due <= Self::today().plus(MAX_RELIEF_AHEAD), Error::<T>::DayTooFar);
        let row = Reliefs::<T>::get(enterprise, key).unwrap_or_default();
        ensure!(row.waiver.is_none(), Error::<T>::AlreadyWaived);
        Ok((obligation, row))
    }

    pub(crate) fn do_extend(enterprise: Uscc, key: (DisclosureKind, Occasion), extension: Extension) -> DispatchResult {
        let Extension { until, reason, text, by, .. } = extension;
        Self::ensure_registrar(&enterprise, &by)?;
        let (obligation, mut row) = Self::unmet(&enterprise, &key)?;
        ensure!(until > obligation.due, Error::<T>::NotLater);
        ensure!(until <= obligation.original_due.plus(MAX_EXTENDED), Error::<T>::TooFar);
        row.extensions.try_push(extension).map_err(|_| Error::<T>::TooMany)?;
        Reliefs::<T>::insert(enterprise, &key, row);
        let (kind, occasion) = key;
        Self::deposit_event(Event::ObligationExtended { enterprise, kind, occasion, until, reason, text, by });
        Ok(())
    }

    pub(crate) fn do_waive(enterprise: Uscc, key: (DisclosureKind, Occasion), waiver: Waiver) -> DispatchResult {
        let Waiver { reason, text, by, .. } = waiver;
        Self::ensure_registrar(&enterprise, &by)?;
        let (_, row) = Self::unmet(&enterprise, &key)?;
        Reliefs::<T>::insert(enterprise, &key, ReliefRow { waiver: Some(waiver), ..row });
        let (kind, occasion) = key;
        Self::deposit_event(Event::ObligationWaived { enterprise, kind, occasion, reason, text, by });
        Ok(())
    }
}

impl<T: Config> FilingLog for Pallet<T> {
    /// What was filed first for an occasion counts, in whichever order it was published, and a record counts for one occasion
    /// alone; of the others so many wait as there is room for. A disclosure declares its own event, where nobody did and there is
    /// room.
    fn note_filed(enterprise: &Uscc, kind: DisclosureKind, occasion: &Occasion, filing: Filing) -> bool {
        let (enterprise, key, record) = (*enterprise, (kind, occasion.clone()), filing.snapshot.object);
        if FiledBy::<T>::contains_key(record) {
            return false;
        }
        let mut filings = Filings::<T>::get(enterprise, &key).unwrap_or_default();
        let place = filings.partition_point(|before| before.filed <= filing.filed);
        if filings.is_full() {
            // What was filed last waits no more.
            match filings.pop().filter(|last| last.filed > filing.filed) {
                Some(last) => FiledBy::<T>::remove(last.snapshot.object),
                None => return false,
            }
        }
        if filings.try_insert(place, filing).is_err() {
            return false;
        }
        Filings::<T>::insert(enterprise, &key, filings);
        FiledBy::<T>::insert(record, &key);
        if place > 0 {
            return false;
        }
        let periodic = matches!(occasion, Occasion::Period(_));
        if !periodic && !Occasions::<T>::contains_key(enterprise, &key) {
            // Without room it counts all the same: what was published is met.
            Self::keep(enterprise, &key, OccasionRow { declared: None, cancelled: None });
        }
        let (kind, occasion) = key;
        Self::deposit_event(Event::ObligationMet { enterprise, kind, occasion, filing });
        true
    }

    fn note_withdrawn(enterprise: &Uscc, record: ObjectId) {
        let enterprise = *enterprise;
        let Some(key) = FiledBy::<T>::get(record) else { return };
        let Some(mut filings) = Filings::<T>::get(enterprise, &key) else { return };
        let Some(place) = filings.iter().position(|filing| filing.snapshot.object == record) else { return };
        filings.remove(place);
        FiledBy::<T>::remove(record);
        let next = filings.first().copied();
        match next {
            Some(_) => Filings::<T>::insert(enterprise, &key, filings),
            None => Filings::<T>::remove(enterprise, &key),
        }
        let (kind, occasion) = key;
        match next {
            None => Self::deposit_event(Event::ObligationReopened { enterprise, kind, occasion }),
            Some(filing) if place == 0 => {
                Self::deposit_event(Event::ObligationMet { enterprise, kind, occasion, filing });
            }
            Some(_) => (),
        }
    }
}
