//! What each call costs at most.

use crate::{pallet::*, types::*, Pallet};
use alloc::{boxed::Box, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use jiandu_primitives::{
    benchmarking::{documents, header, parts, uscc},
    calendar::Day,
    change::RecordChange,
    disclosure::{
        Capacity, CorrectionReason, Disclosure, DisclosureAct, DisclosureClass, DisclosureKind, FreezeReason, Occasion,
        ReviewReason,
    },
    header::OverwriteReason,
    record::{ObjectId, Rewritten, Subject, VersionRef},
    uscc::Uscc,
};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper {
    /// Registers the enterprise with number 0, kept by the organisation of makers and checkers, and gives that. The same
    /// organisation has a mandate of the enterprise, with number 0.
    fn register() -> Uscc;
}

const SALT: [u8; 32] = [7; 32];

fn reason<Code>(code: Code) -> Reason<Code> {
    Reason { code, text: Some([1; 32]) }
}

fn maker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::MakerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn checker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CheckerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn at(version: u32) -> VersionRef {
    VersionRef { version, revision: 0 }
}

fn disclosure(number: &str, act: DisclosureAct) -> Disclosure {
    Disclosure {
        enterprise: uscc(0),
        kind: DisclosureKind::AnnualReport,
        number: number.parse().expect("a label"),
        mandate: None,
        occasion: Some(Occasion::Period(2025)),
        backfilled: false,
        act,
    }
}

fn snapshot(number: &str, base: Option<VersionRef>, from: u32, count: u32) -> Disclosure {
    let change = RecordChange::Snapshot { base, header: header(), documents: documents(from, count) };
    disclosure(number, DisclosureAct::Change { change, correction: base.map(|_| CorrectionReason::Figures) })
}

fn submitted<T: Config>(disclosure: &Disclosure) -> Result<u64, BenchmarkError> {
    let (number, exchange) = (NextSubmission::<T>::get(), T::BenchmarkHelper::register());
    Pallet::<T>::submit(maker::<T>()?, exchange, disclosure.kind.class(), disclosure.commitment(&SALT))?;
    Ok(number)
}

fn published<T: Config>(disclosure: Disclosure) -> Result<(), BenchmarkError> {
    let number = submitted::<T>(&disclosure)?;
    Pallet::<T>::publish(checker::<T>()?, number, SALT, Box::new(disclosure)).map_err(|error| error.error)?;
    Ok(())
}

fn object(number: &str) -> ObjectId {
    let id = snapshot(number, None, 0, 1).external_id().expect("a name");
    ObjectId::new(&Subject::Uscc(uscc(0)), &id)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn submit() -> Result<(), BenchmarkError> {
        let (exchange, origin) = (T::BenchmarkHelper::register(), maker::<T>()?);
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, exchange, DisclosureClass::Report, [1; 32]);
        assert_eq!(NextSubmission::<T>::get(), 1);
        Ok(())
    }

    #[benchmark]
    fn resubmit() -> Result<(), BenchmarkError> {
        let (number, origin) = (submitted::<T>(&snapshot("1", None, 0, 1))?, maker::<T>()?);
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number, DisclosureClass::Report, [1; 32]);
        assert_eq!(Submissions::<T>::get(number).map(|row| row.commitment), Some([1; 32]));
        Ok(())
    }

    #[benchmark]
    fn retract() -> Result<(), BenchmarkError> {
        let (number, origin) = (submitted::<T>(&snapshot("1", None, 0, 1))?, maker::<T>()?);
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number);
        assert_eq!(Open::<T>::iter().count(), 0);
        Ok(())
    }

    #[benchmark]
    fn take_over() -> Result<(), BenchmarkError> {
        let (number, origin) = (submitted::<T>(&snapshot("1", None, 0, 1))?, maker::<T>()?);
        // It was another person's before.
        Submissions::<T>::mutate(number, |row| {
            if let Some(row) = row {
                row.maker.handle = jiandu_primitives::member::Handle([9; 8]);
                row.makers = alloc::vec![row.maker.handle].try_into().expect("one");
            }
        });
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number);
        assert_eq!(Submissions::<T>::get(number).map(|row| row.makers.len()), Some(2));
        Ok(())
    }

    #[benchmark]
    fn decide() -> Result<(), BenchmarkError> {
        let disclosure = snapshot("1", None, 0, 1);
        let (number, origin) = (submitted::<T>(&disclosure)?, checker::<T>()?);
        let commitment = disclosure.commitment(&SALT);
        #[extrinsic_call]
        reject(origin as T::RuntimeOrigin, number, commitment, reason(ReviewReason::Incorrect));
        assert_eq!(Open::<T>::iter().count(), 0);
        Ok(())
    }

    /// Another disclosure holds the same documents, so each digest gets a further row. It is made under a mandate, and meets an
    /// event that nobody declared: that writes more than a withdrawal, which takes back what it met.
    #[benchmark]
    fn publish(d: Linear<1, 256>) -> Result<(), BenchmarkError> {
        published::<T>(snapshot("1", None, 0, d))?;
        let occasion = Some(Occasion::Event { day: Day::of(T::Now::get().time), number: 0 });
        let disclosure = Disclosure { mandate: Some(0), occasion, ..snapshot("2", None, 0, d) };
        let (number, origin) = (submitted::<T>(&disclosure)?, checker::<T>()?);
        Submissions::<T>::mutate(number, |row| row.as_mut().map(|row| row.capacity = Capacity::Agent));
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number, SALT, Box::new(disclosure));
        assert_eq!(Publications::<T>::iter().count(), 2);
        Ok(())
    }

    /// Every version gets new documents, each of which another disclosure holds.
    #[benchmark]
    fn overwrite(v: Linear<1, 32>, d: Linear<32, 256>) -> Result<(), BenchmarkError> {
        published::<T>(snapshot("1", None, 1_000, d))?;
        for (version, (from, count)) in (0u32..).zip(parts(v, d)) {
            published::<T>(snapshot("2", version.checked_sub(1).map(at), from, count))?;
        }
        let versions = parts(v, d)
            .map(|(from, count)| Rewritten::Replaced { header: header(), documents: documents(1_000 + from, count) });
        let versions = versions.collect::<Vec<_>>().try_into().expect("within the bound");
        let change = RecordChange::Overwrite { base: at(v - 1), from: 0, versions, reason: OverwriteReason::Returned };
        let act = DisclosureAct::Change { change, correction: None };
        let disclosure = Disclosure { mandate: Some(0), occasion: None, ..disclosure("2", act) };
        let (number, origin) = (submitted::<T>(&disclosure)?, checker::<T>()?);
        Submissions::<T>::mutate(number, |row| row.as_mut().map(|row| row.capacity = Capacity::Agent));
        #[extrinsic_call]
        publish(origin as T::RuntimeOrigin, number, SALT, Box::new(disclosure));
        assert!(Submissions::<T>::get(number).is_some_and(|row| row.state.is_final()));
        Ok(())
    }

    /// Its end reads and writes the same rows.
    #[benchmark]
    fn freeze() -> Result<(), BenchmarkError> {
        published::<T>(snapshot("1", None, 0, 1))?;
        let origin = T::RegulatorOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, object("1"), reason(FreezeReason::Dispute));
        assert_eq!(FreezeCount::<T>::get(object("1")), 1);
        Ok(())
    }
}
