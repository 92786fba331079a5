//! What always holds of the stored enterprises.

use crate::{pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use codec::Encode;
use frame_support::ensure;
use jiandu_primitives::{
    name::is_registered_name,
    record::{RecordKind, RecordState, RecordWriter, Subject},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
    /// Checks every row of the pallet against the others.
    pub fn do_try_state() -> Result<(), TryRuntimeError> {
        let (mut names, mut bases, mut successions, mut keys) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), 0usize);
        let (mut name_rows, mut code_rows, mut status_rows) = (0usize, 0usize, 0usize);
        for (enterprise, row) in Enterprises::<T>::iter() {
            ensure!(enterprise.check().is_ok(), "an enterprise with an invalid code");
            let mut last = 0;
            for number in 0..row.names {
                let dated = Names::<T>::get(enterprise, number).ok_or("a gap among names")?;
                ensure!(is_registered_name(&dated.value), "a name that is none");
                ensure!(last <= dated.since, "names out of order");
                ensure!(dated.hands.maker.handle != dated.hands.checker.handle, "one person alone");
                last = dated.since;
                names.insert((dated.value, enterprise));
                name_rows = name_rows.saturating_add(1);
            }
            let mut newest = None;
            for number in 0..row.codes {
                let dated = Codes::<T>::get(enterprise, number).ok_or("a gap among codes")?;
                bases.insert((dated.value.base(), enterprise));
                newest = Some(dated.value);
                code_rows = code_rows.saturating_add(1);
            }
            ensure!(newest == Some(row.code), "an enterprise whose code is not its newest");
            let status = Statuses::<T>::get(enterprise, row.statuses.saturating_sub(1)).ok_or("no status")?;
            ensure!(status.value == row.status, "an enterprise whose status is not its newest");
            status_rows = status_rows.saturating_add(row.statuses as usize);
            for number in 0..row.successors {
                let dated = Successors::<T>::get(enterprise, number).ok_or("a gap among successors")?;
                successions.insert((dated.value.enterprise, enterprise));
            }
            ensure!(Keys::<T>::iter_key_prefix(enterprise).count() == row.keys as usize, "miscounted keys");
            keys = keys.saturating_add(row.keys as usize);
        }
        ensure!(Names::<T>::iter_keys().count() == name_rows, "a name of nobody");
        ensure!(Codes::<T>::iter_keys().count() == code_rows, "a code of nobody");
        ensure!(Statuses::<T>::iter_keys().count() == status_rows, "a status of nobody");
        ensure!(NameHolders::<T>::iter_keys().collect::<BTreeSet<_>>() == names, "the index of names is another");
        ensure!(CodeOwners::<T>::iter().collect::<BTreeSet<_>>() == bases, "the index of codes is another");
        ensure!(
            Predecessors::<T>::iter_keys().collect::<BTreeSet<_>>() == successions,
            "the index of predecessors is another"
        );
        for (enterprise, key, row) in Keys::<T>::iter() {
            ensure!(KeyOwners::<T>::get(&key) == Some(enterprise), "a key of another enterprise");
            ensure!(row.replaces.is_none_or(|lost| Keys::<T>::contains_key(enterprise, lost)), "a lost key of nobody");
        }
        ensure!(KeyOwners::<T>::iter_keys().count() == keys, "a key of nobody");
        for (enterprise, record) in Sections::<T>::iter_keys() {
            ensure!(Enterprises::<T>::contains_key(enterprise), "a section of nobody");
            let head = T::Records::head_of(record).ok_or("a section without a record")?;
            ensure!(head.kind == RecordKind::ArchiveSection, "a section that is none");
            ensure!(head.subject == Subject::Uscc(enterprise), "a section of another enterprise");
            ensure!(!matches!(head.state, RecordState::Misfiled { .. }), "a misfiled section in an archive");
        }
        let mut terms = BTreeSet::new();
        for (number, mandate) in Mandates::<T>::iter() {
            ensure!(number < NextMandate::<T>::get(), "a mandate from the future");
            let MandateTerms { enterprise, from, until, kinds, .. } = mandate.terms;
            ensure!(Enterprises::<T>::contains_key(enterprise), "a mandate of nobody");
            ensure!(from < until && kinds.is_valid(), "a mandate for nothing");
            ensure!(MandatesOf::<T>::contains_key(enterprise, number), "a mandate that its enterprise doesn't find");
            let id = sp_crypto_hashing::blake2_256(&mandate.terms.encode());
            let newest = MandateByTerms::<T>::get(id);
            ensure!(newest >= Some(number), "a mandate that its terms don't lead to");
            ensure!(newest == Some(number) || mandate.ended.is_some(), "a mandate entered twice");
            terms.insert(id);
        }
        let mandates = Mandates::<T>::iter_keys().count();
        ensure!(MandatesOf::<T>::iter_keys().count() == mandates, "an enterprise with a mandate that is none");
        ensure!(MandateByTerms::<T>::iter_keys().all(|id| terms.contains(&id)), "terms of no mandate");
        let mut open = BTreeMap::<_, u32>::new();
        for (number, row) in Proposals::<T>::iter() {
            ensure!(number < NextProposal::<T>::get(), "a proposal from the future");
            if let ProposalRow::Open(proposal) = row {
                let digest = sp_crypto_hashing::blake2_256(&proposal.act.encode());
                let organisation = proposal.maker.organisation;
                ensure!(OpenActs::<T>::get(organisation, digest) == Some(number), "a proposal that nobody finds");
                let count = open.entry(organisation).or_default();
                *count = count.saturating_add(1);
            }
        }
        let waiting = OpenActs::<T>::iter_keys().count();
        ensure!(waiting == open.values().map(|count| *count as usize).sum::<usize>(), "a decided proposal that waits");
        let counted = OpenCount::<T>::iter().filter(|(_, count)| *count > 0);
        ensure!(counted.collect::<BTreeMap<_, _>>() == open, "an organisation that miscounts what waits");
        Ok(())
    }
}
