//! What always holds of what is stored of obligations.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use jiandu_primitives::{
    disclosure::{Filing, Occasion},
    obligation::Rule,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let tables = NextTable::<T>::get();
        ensure!(tables <= MAX_TABLES, "more tables than there may be");
        for number in 0..tables {
            let table = Tables::<T>::get(number).ok_or("a gap among tables")?.table;
            ensure!(table.rules.iter().all(Rule::check), "a rule that is none");
        }
        ensure!(Tables::<T>::iter_keys().count() == tables as usize, "a table from the future");
        let mut counts = BTreeMap::<_, u32>::new();
        for (enterprise, (_, occasion), row) in Occasions::<T>::iter() {
            ensure!(!matches!(occasion, Occasion::Period(_)), "a period that was declared");
            if let (Some((maker, _)), Some((checker, _))) = (row.declared, row.cancelled) {
                ensure!(maker.handle != checker.handle, "one person alone");
            }
            let count = counts.entry(enterprise).or_default();
            *count = count.saturating_add(1);
        }
        ensure!(counts.values().all(|count| *count <= MAX_OCCASIONS), "more occasions than there may be");
        ensure!(OccasionCount::<T>::iter().collect::<BTreeMap<_, _>>() == counts, "miscounted occasions");
        let mut filed = 0;
        for (_, key, filings) in Filings::<T>::iter() {
            ensure!(!filings.is_empty(), "a list of no filing");
            let found = |filing: &Filing| FiledBy::<T>::get(filing.snapshot.object).as_ref() == Some(&key);
            ensure!(filings.iter().all(found), "a filing that nobody finds");
            ensure!(filings.is_sorted_by_key(|filing| filing.filed), "filings out of order");
            filed += filings.len();
        }
        ensure!(filed == FiledBy::<T>::iter_keys().count(), "an index of no filing");
        for (_, _, row) in Reliefs::<T>::iter() {
            ensure!(!row.extensions.is_empty() || row.waiver.is_some(), "a relief that is none");
            let ascending = row.extensions.windows(2).all(|pair| match pair {
                [one, next] => one.until < next.until,
                _ => true,
            });
            ensure!(ascending, "an extension that shortens");
        }
        Ok(())
    }
}
