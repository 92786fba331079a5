//! Publication: what was committed to becomes a snapshot.

use crate::{logic::Publisher, pallet::*, types::*, WeightInfo};
use frame_support::{
    dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo},
    ensure,
    storage::with_storage_layer,
    traits::Get,
    weights::Weight,
};
use jiandu_primitives::{
    calendar::Day,
    change::{RecordChange, Size},
    disclosure::{Capacity, Disclosure, DisclosureAct, Enterprises, Filing, FilingLog, MandateFault, Occasion},
    enterprise::EnterpriseStatus,
    record::{Changed, Head, Place, RecordKind, RecordWriter, Subject, VersionRef},
};
use sp_runtime::DispatchError;

/// The years that a period may have ended in.
const YEARS: core::ops::RangeInclusive<u16> = 1990..=2200;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_publish(
        publisher: &Publisher<T::AccountId>,
        number: u64,
        salt: [u8; 32],
        disclosure: Disclosure,
    ) -> Result<Weight, DispatchError> {
        let commitment = disclosure.commitment(&salt);
        let now = T::Now::get();
        let mut row = Self::undecided(number)?;
        let (decision, not_before) = match row.state {
            SubmissionState::Accepted { decision, not_before } => {
                ensure!(not_before.is_none_or(|time| time <= now.time), Error::<T>::Embargoed);
                Self::ensure_reviewed(number, &row, &commitment)?;
                (decision, not_before)
            }
            _ => {
                ensure!(publisher.reviews, Error::<T>::NotAccepted);
                Self::under_review(&publisher.actor, number, &commitment)?;
                (Decision { by: publisher.actor.author(), at: now }, None)
            }
        };
        ensure!(disclosure.kind.class() == row.class, Error::<T>::OtherClass);
        Self::check_parties(&row, &disclosure)?;
        Self::check_content(&row, &disclosure)?;

        let external_id = disclosure.external_id().ok_or(Error::<T>::InvalidNumber)?;
        let Disclosure { enterprise, kind, mandate, occasion, backfilled, act, .. } = disclosure;
        let subject = Subject::Uscc(enterprise);
        let place = Place { kind: RecordKind::Disclosure, subject, external_id, backfilled };
        let object = place.object();
        // A repetition is none here: the reviewer has seen this head, and no other.
        let head = T::Records::head_of(object);
        ensure!(head.as_ref().map(Head::current) == act.base(), Error::<T>::BaseMoved);
        let first = || Publications::<T>::get(object, VersionRef::default());
        let backfill = occasion.is_some() && head.is_some() && first().is_some_and(|first| first.backfilled);
        ensure!(!backfill, Error::<T>::BackfillNotPossible);
        let (size, maker) = (act.size(), row.maker.acting(row.key.clone()));
        let (snapshot, correction, documents) = match act {
            DisclosureAct::Change { change, correction } => {
                let changed = T::Records::change_record(&maker, place, change);
                let Changed { newest, weighed } = changed.map_err(Into::<DispatchError>::into)?;
                (newest, correction, weighed)
            }
            DisclosureAct::Withdraw { base, header, reason } => {
                let withdrawn = T::Records::withdraw_record(&maker, place.kind, object, base, header, reason);
                let snapshot = withdrawn.map_err(Into::<DispatchError>::into)?;
                T::Obligations::note_withdrawn(&enterprise, snapshot.object);
                (snapshot, None, 0)
            }
        };
        if let Some(occasion) = occasion.as_ref() {
            let filing = Filing { snapshot, filed: row.first_filed.time, published: now.time };
            T::Obligations::note_filed(&enterprise, kind, occasion, filing);
        }
        let (maker, checker, filed) = (row.maker, decision.by, row.first_filed.time);
        row.state = SubmissionState::Published { decision, not_before, at: now, snapshot };
        Self::close(number, row);
        let publication =
            Publication { submission: number, kind, mandate, occasion: occasion.clone(), backfilled, correction };
        Publications::<T>::insert(object, snapshot.at, publication);
        Self::deposit_event(Event::Published {
            submission: number,
            enterprise,
            kind,
            snapshot,
            maker,
            checker,
            mandate,
            occasion,
            backfilled,
            filed,
        });
        Ok(Self::publishing(Size { documents, ..size }))
    }

    /// 披露义务人, 提交人 and 依据 belong together.
    fn check_parties(row: &Submission<T::AccountId>, disclosure: &Disclosure) -> Result<(), Error<T>> {
        let (registrar, status) =
            T::Enterprises::registrar(&disclosure.enterprise).ok_or(Error::<T>::NotTheRegistrar)?;
        ensure!(registrar == row.exchange, Error::<T>::NotTheRegistrar);
        ensure!(status == EnterpriseStatus::Active, Error::<T>::NotActive);
        match row.capacity {
            Capacity::Exchange | Capacity::Enterprise => {
                ensure!(disclosure.mandate.is_none(), Error::<T>::MandateNotNeeded);
                let own = row.capacity == Capacity::Exchange || disclosure.enterprise == row.maker.organisation;
                ensure!(own, Error::<T>::NotTheEnterprise);
                Ok(())
            }
            Capacity::Agent => {
                let mandate = disclosure.mandate.ok_or(Error::<T>::MandateMissing)?;
                let (enterprise, agent) = (&disclosure.enterprise, &row.maker.organisation);
                T::Enterprises::mandate_covers(mandate, enterprise, agent, disclosure.kind, row.filed.time).map_err(
                    |fault| match fault {
                        MandateFault::Unknown => Error::<T>::UnknownMandate,
                        MandateFault::OfAnother => Error::<T>::MandateOfAnother,
                        MandateFault::OtherKind => Error::<T>::MandateOtherKind,
                        MandateFault::NotInForce => Error::<T>::MandateNotInForce,
                    },
                )
            }
        }
    }

    fn check_content(row: &Submission<T::AccountId>, disclosure: &Disclosure) -> Result<(), Error<T>> {
        ensure!(disclosure.number.is_name(), Error::<T>::InvalidNumber);
        let backfill = row.capacity == Capacity::Exchange && disclosure.occasion.is_none();
        ensure!(!disclosure.backfilled || backfill, Error::<T>::BackfillNotPossible);
        // Half a century back and half a century ahead: schedules of securities are shorter.
        let today = Day::of(T::Now::get().time);
        let possible = |day: &Day| (today.plus(-18_300)..=today.plus(18_300)).contains(day);
        let valid = match &disclosure.occasion {
            None => true,
            Some(Occasion::Period(year)) => YEARS.contains(year),
            Some(Occasion::Event { day, .. }) => possible(day),
            Some(Occasion::Schedule { security, day }) => security.is_name() && possible(day),
        };
        // What is withdrawn meets nothing, or it would be met by what is gone; and a rewriting files nothing new.
        let files = matches!(disclosure.act.change(), Some(RecordChange::Snapshot { .. }));
        ensure!(valid && (files || disclosure.occasion.is_none()), Error::<T>::InvalidOccasion);
        let (corrects, reason) = match &disclosure.act {
            DisclosureAct::Change { change: RecordChange::Snapshot { base, .. }, correction } => {
                (base.is_some(), correction.is_some())
            }
            DisclosureAct::Change { correction, .. } => (false, correction.is_some()),
            DisclosureAct::Withdraw { .. } => (false, false),
        };
        ensure!(corrects == reason, Error::<T>::CorrectionReason);
        Ok(())
    }

    pub(crate) fn do_publish_many(publisher: &Publisher<T::AccountId>, items: Items) -> DispatchResultWithPostInfo {
        let documents = items.iter().map(|item| documents(&item.disclosure)).fold(0, u32::saturating_add);
        if documents > MAX_BULK_DOCUMENTS {
            let post_info = Some(T::WeightInfo::publish(0)).into();
            return Err(DispatchErrorWithPostInfo { post_info, error: Error::<T>::TooManyDocuments.into() });
        }
        let mut weight = Weight::zero();
        for Item { submission, salt, disclosure } in items {
            let refused = Self::publishing(disclosure.act.size_refused());
            let done = with_storage_layer(|| Self::do_publish(publisher, submission, salt, disclosure));
            weight.saturating_accrue(match done {
                Ok(weight) => weight,
                Err(error) => {
                    Self::deposit_event(Event::NotPublished { submission, error });
                    refused
                }
            });
        }
        Ok(Some(weight).into())
    }

    /// What publishing so much weighs. Where a correction names an occasion the first publication is read, too; of a version that
    /// is reaffirmed the old snapshot, twice.
    pub(crate) fn publishing(Size { versions, documents }: Size) -> Weight {
        let Some(versions) = versions else {
            return T::WeightInfo::publish(documents).saturating_add(T::DbWeight::get().reads(1));
        };
        let snapshots = T::DbWeight::get().reads(u64::from(versions).saturating_mul(2));
        T::WeightInfo::overwrite(versions, documents).saturating_add(snapshots)
    }

    /// What all of it weighs.
    pub(crate) fn publishing_many(items: &Items) -> Weight {
        let weights = items.iter().map(|item| Self::publishing(item.disclosure.act.size()));
        weights.fold(T::WeightInfo::publish(0), Weight::saturating_add)
    }
}

/// How many documents a disclosure brings.
fn documents(disclosure: &Disclosure) -> u32 {
    u32::try_from(disclosure.act.documents().count()).unwrap_or(u32::MAX)
}
