//! What always holds of submissions, publications and freezes.

use crate::{pallet::*, types::*};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use jiandu_primitives::record::{RecordKind, RecordState, RecordWriter, SnapshotRef};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let (mut open, mut published) = (BTreeMap::<_, u32>::new(), 0usize);
        for (number, row) in Submissions::<T>::iter() {
            ensure!(number < NextSubmission::<T>::get(), "a submission from the future");
            ensure!(row.first_filed <= row.filed, "a submission that was filed before it was first filed");
            ensure!(row.makers.contains(&row.maker.handle), "a maker who never had it in hand");
            let known = Commitments::<T>::get(row.maker.organisation, row.commitment);
            ensure!(known == Some(number), "a submission that is not found by its commitment");
            ensure!(Open::<T>::contains_key(row.exchange, number) != row.state.is_final(), "what waits is another");
            if !row.state.is_final() {
                let count = open.entry(row.maker.organisation).or_default();
                *count = count.saturating_add(1);
            }
            let decision = match row.state {
                SubmissionState::Submitted | SubmissionState::Retracted { .. } => None,
                SubmissionState::Returned { decision, .. }
                | SubmissionState::Accepted { decision, .. }
                | SubmissionState::Rejected { decision, .. } => Some(decision),
                SubmissionState::Published { decision, not_before, at, snapshot } => {
                    published = published.saturating_add(1);
                    ensure!(not_before.is_none_or(|time| time <= at.time), "an embargo that was broken");
                    let row = Publications::<T>::get(snapshot.object, snapshot.at).ok_or("nothing is known of it")?;
                    ensure!(row.submission == number, "a publication of another submission");
                    Some(decision)
                }
            };
            if let Some(decision) = decision {
                ensure!(decision.by.organisation == row.exchange, "another organisation's decision");
                let returned = matches!(row.state, SubmissionState::Returned { .. });
                // Whoever returned something may take it over later, and reviews it no more.
                ensure!(returned || !row.makers.contains(&decision.by.handle), "one person alone");
            }
        }
        ensure!(Submissions::<T>::iter_keys().count() as u64 == NextSubmission::<T>::get(), "a gap among submissions");
        let waiting = Open::<T>::iter_keys().count();
        ensure!(
            waiting == open.values().map(|count| *count as usize).sum::<usize>(),
            "a decided submission that waits"
        );
        let counted = OpenCount::<T>::iter().filter(|(_, count)| *count > 0);
        ensure!(counted.collect::<BTreeMap<_, _>>() == open, "an organisation that miscounts what waits");
        for (organisation, _, number) in Commitments::<T>::iter() {
            let row = Submissions::<T>::get(number).ok_or("a commitment of nothing")?;
            ensure!(row.maker.organisation == organisation, "a commitment of another organisation");
        }
        for (object, at, row) in Publications::<T>::iter() {
            let of = Submissions::<T>::get(row.submission).ok_or("a publication of nothing")?;
            let snapshot = SnapshotRef { object, at };
            let is = matches!(of.state, SubmissionState::Published { snapshot: known, .. } if known == snapshot);
            ensure!(is, "a publication whose submission knows nothing of it");
            let head = T::Records::head_of(object).ok_or("a publication without a record")?;
            ensure!(head.kind == RecordKind::Disclosure, "a publication that is no disclosure");
        }
        ensure!(Publications::<T>::iter_keys().count() == published, "a submission that was published twice");
        for (object, count) in FreezeCount::<T>::iter() {
            for number in 0..count {
                let freeze = Freezes::<T>::get(object, number).ok_or("a gap among freezes")?;
                let last = number.saturating_add(1) == count;
                ensure!(last || freeze.ended.is_some(), "two freezes at a time");
                let head = T::Records::head_of(object).ok_or("a freeze of nothing")?;
                ensure!(!last || head.frozen != freeze.ended.is_some(), "a freeze that the record doesn't know");
                ensure!(!head.frozen || head.state == RecordState::Live, "something followed a freeze");
            }
        }
        ensure!(
            Freezes::<T>::iter_keys().count()
                == FreezeCount::<T>::iter_values().map(|count| count as usize).sum::<usize>(),
            "a freeze that nobody counts"
        );
        Ok(())
    }
}
