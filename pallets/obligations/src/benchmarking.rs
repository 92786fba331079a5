//! What each call costs at most: every table is full, every rule would do, and no day of the calendar counts.

use crate::{pallet::*, types::*, Pallet};
use alloc::{format, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
    traits::{ConstU32, EnsureOrigin, Get},
    BoundedVec,
};
use jiandu_primitives::{
    calendar::{Day, DaySort, Year},
    disclosure::{DisclosureKind, Occasion},
    obligation::{Offset, ReliefReason, Rule, RuleTable, Tiers, Trigger, MAX_RULES},
    uscc::Uscc,
};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper {
    /// Registers an enterprise that is active from the beginning of time on. Its archive is kept by the organisation of those
    /// whom the origins of makers and checkers let in.
    fn enterprise() -> Uscc;

    /// Makes it this Unix second.
    fn set_time(time: u64);
}

const KIND: DisclosureKind = DisclosureKind::InterimAnnouncement;

fn maker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::MakerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn checker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CheckerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn council<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CouncilOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

/// Today, or the first day on which there may be an occasion.
fn day<T: Config>() -> Result<Day, BenchmarkError> {
    let first = Day::new(2000, 1, 1).ok_or(BenchmarkError::Stop("no day"))?;
    Ok(Day::of(T::Now::get().time).max(first))
}

fn event<T: Config>() -> Result<Occasion, BenchmarkError> {
    Ok(Occasion::Event { day: day::<T>()?, number: 0 })
}

/// So many entries of schedules, with names of the greatest length.
fn entries<T: Config>(count: u32) -> Result<Vec<(DisclosureKind, Occasion)>, BenchmarkError> {
    let day = day::<T>()?;
    let security = |number: u32| format!("AAAAAAAA{number:04}").parse().expect("a label");
    Ok((0..count).map(|number| (KIND, Occasion::Schedule { security: security(number), day })).collect())
}

fn table(rules: u32) -> RuleTable {
    let trigger = Trigger::Event(Offset { days: 366, sort: DaySort::Trading });
    let rule = Rule { kind: KIND, tiers: Tiers::all(), trigger, soon: 366, review: 366 };
    RuleTable { from: Day::of(0), rules: vec![rule; rules as usize].try_into().expect("within the bound") }
}

/// So many full tables, and years without any day that counts.
fn rules<T: Config>(tables: u32) -> Result<(), BenchmarkError> {
    for number in 0..tables {
        Tables::<T>::insert(number, RuleTableRow { table: table(MAX_RULES), at: T::Now::get() });
    }
    NextTable::<T>::put(tables);
    let first = day::<T>()?.year();
    for year in first..=first.saturating_add(4) {
        Years::<T>::insert(year, Year::of(year, |_, _| false));
    }
    Ok(())
}

/// An enterprise with an obligation that was extended so often.
fn extended<T: Config>(extensions: u32) -> Result<(Uscc, Occasion), BenchmarkError> {
    rules::<T>(MAX_TABLES)?;
    let (enterprise, occasion) = (T::BenchmarkHelper::enterprise(), event::<T>()?);
    Pallet::<T>::declare(maker::<T>()?, enterprise, KIND, occasion.clone())?;
    // Much is reckoned until it is due, and nothing is decided about it too early.
    T::BenchmarkHelper::set_time(day_after::<T>(enterprise, &occasion)?.start());
    for _ in 0..extensions {
        grant::<T>(enterprise, &occasion, day_after::<T>(enterprise, &occasion)?)?;
    }
    Ok((enterprise, occasion))
}

/// The day after the one on which it is due.
fn day_after<T: Config>(enterprise: Uscc, occasion: &Occasion) -> Result<Day, BenchmarkError> {
    let obligation = Pallet::<T>::reckoned(&enterprise, KIND, occasion).ok_or(BenchmarkError::Stop("no obligation"))?;
    Ok(obligation.due.plus(1))
}

fn grant<T: Config>(enterprise: Uscc, occasion: &Occasion, until: Day) -> Result<(), BenchmarkError> {
    let (occasion, reason, text) = (occasion.clone(), ReliefReason::Other, Some([7; 32]));
    Pallet::<T>::extend(checker::<T>()?, enterprise, KIND, occasion, until, reason, text)?;
    Ok(())
}

fn relief<T: Config>(enterprise: Uscc, occasion: Occasion) -> ReliefRow {
    Reliefs::<T>::get(enterprise, (KIND, occasion)).expect("a row")
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn set_rules(n: Linear<1, 64>) -> Result<(), BenchmarkError> {
        rules::<T>(MAX_TABLES - 1)?;
        let (origin, from) = (council::<T>()?, Day::of(T::Now::get().time).plus(1));
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, RuleTable { from, ..table(n) });
        assert_eq!(NextTable::<T>::get(), MAX_TABLES);
        Ok(())
    }

    #[benchmark]
    fn set_year() -> Result<(), BenchmarkError> {
        let origin = council::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 2200, Year::weekdays(2200));
        assert!(Years::<T>::contains_key(2200));
        Ok(())
    }

    #[benchmark]
    fn declare(n: Linear<1, 128>) -> Result<(), BenchmarkError> {
        let enterprise = T::BenchmarkHelper::enterprise();
        let occasions: BoundedVec<_, ConstU32<MAX_DECLARED>> = entries::<T>(n)?.try_into().expect("within the bound");
        let origin = maker::<T>()?;
        #[extrinsic_call]
        declare_many(origin as T::RuntimeOrigin, enterprise, occasions);
        assert_eq!(OccasionCount::<T>::get(enterprise), n);
        Ok(())
    }

    #[benchmark]
    fn cancel() -> Result<(), BenchmarkError> {
        let enterprise = T::BenchmarkHelper::enterprise();
        let (kind, occasion) = entries::<T>(1)?.remove(0);
        Pallet::<T>::declare(maker::<T>()?, enterprise, kind, occasion.clone())?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, enterprise, kind, occasion.clone());
        assert!(Occasions::<T>::get(enterprise, (kind, occasion)).is_some_and(|row| row.cancelled.is_some()));
        Ok(())
    }

    #[benchmark]
    fn extend() -> Result<(), BenchmarkError> {
        let (enterprise, occasion) = extended::<T>(MAX_EXTENSIONS - 1)?;
        let until = day_after::<T>(enterprise, &occasion)?;
        let (origin, reason, text) = (checker::<T>()?, ReliefReason::Other, Some([7; 32]));
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, enterprise, KIND, occasion.clone(), until, reason, text);
        assert_eq!(relief::<T>(enterprise, occasion).extensions.len(), MAX_EXTENSIONS as usize);
        Ok(())
    }

    #[benchmark]
    fn waive() -> Result<(), BenchmarkError> {
        let (enterprise, occasion) = extended::<T>(MAX_EXTENSIONS)?;
        let (origin, reason, text) = (checker::<T>()?, ReliefReason::Other, Some([7; 32]));
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, enterprise, KIND, occasion.clone(), reason, text);
        assert!(relief::<T>(enterprise, occasion).waiver.is_some());
        Ok(())
    }
}
