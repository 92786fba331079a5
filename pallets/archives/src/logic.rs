//! Proposals: made by one person, decided by another.

use crate::{pallet::*, types::*, WeightInfo};
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
    ensure,
    pallet_prelude::DispatchResult,
    storage::{with_transaction, TransactionOutcome},
    traits::Get,
    weights::Weight,
};
use jiandu_primitives::{
    change::Size,
    code::{EnterpriseCode, Tier},
    enterprise::{DeclineReason, EnterpriseStatus, SectionContent},
    member::{Actor, Author},
    obligation::DatedEnterprises,
    record::{Changed, Head, ObjectId, Place, RecordKind, RecordState, RecordWriter, Subject},
    uscc::Uscc,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
    pub(crate) fn do_propose(maker: Actor<T::AccountId>, act: Act<T::AccountId>) -> DispatchResult {
        let digest = sp_crypto_hashing::blake2_256(&act.encode());
        let organisation = maker.organisation;
        if let Some(proposal) = OpenActs::<T>::get(organisation, digest) {
            Self::deposit_event(Event::ProposalUnchanged { proposal });
            return Ok(());
        }
        let waiting = OpenCount::<T>::get(organisation);
        ensure!(waiting < MAX_OPEN, Error::<T>::TooMany);
        let by = maker.author();
        Self::rehearse(&maker, &act)?;
        let proposal = NextProposal::<T>::get();
        NextProposal::<T>::put(proposal.checked_add(1).ok_or(Error::<T>::TooMany)?);
        OpenActs::<T>::insert(organisation, digest, proposal);
        OpenCount::<T>::insert(organisation, waiting.saturating_add(1));
        let row = Proposal { act, maker: by, key: maker.key, at: T::Now::get() };
        Proposals::<T>::insert(proposal, ProposalRow::Open(row));
        Self::deposit_event(Event::Proposed { proposal, act: digest, by });
        Ok(())
    }

    /// Does an act and takes it back: whether it could be done now.
    fn rehearse(maker: &Actor<T::AccountId>, act: &Act<T::AccountId>) -> DispatchResult {
        let hands = Hands { maker: maker.author(), checker: maker.author(), at: T::Now::get() };
        Self::undone(|| match act {
            Act::PublishSection { enterprise, .. } => {
                Self::own_active(&hands, enterprise).map(|_| ()).map_err(Into::into)
            }
            act => Self::apply(act, maker, hands),
        })
    }

    /// Does something and takes it back.
    pub(crate) fn undone(act: impl FnOnce() -> DispatchResult) -> DispatchResult {
        with_transaction(|| TransactionOutcome::Rollback(act()))
    }

    /// A proposal that waits, for a decision by this actor.
    fn open(actor: &Actor<T::AccountId>, number: u64) -> Result<Proposal<T::AccountId>, Error<T>> {
        let proposal = match Proposals::<T>::get(number).ok_or(Error::<T>::UnknownProposal)? {
            ProposalRow::Open(proposal) => proposal,
            ProposalRow::Decided(_) => return Err(Error::<T>::ProposalDecided),
        };
        ensure!(proposal.maker.organisation == actor.organisation, Error::<T>::NotTheRegistrar);
        Ok(proposal)
    }

    fn decide(number: u64, proposal: &Proposal<T::AccountId>, checker: Author, outcome: Outcome) {
        let act = sp_crypto_hashing::blake2_256(&proposal.act.encode());
        let organisation = proposal.maker.organisation;
        OpenActs::<T>::remove(organisation, act);
        OpenCount::<T>::mutate(organisation, |waiting| *waiting = waiting.saturating_sub(1));
        let decision =
            Decision { act, maker: proposal.maker, proposed: proposal.at, checker, decided: T::Now::get(), outcome };
        Proposals::<T>::insert(number, ProposalRow::Decided(decision));
    }

    /// Whoever proposed, as the object store wants to know it: what is written is the maker's.
    fn maker_of(proposal: &Proposal<T::AccountId>) -> Actor<T::AccountId> {
        proposal.maker.acting(proposal.key.clone())
    }

    fn hands_of(proposal: &Proposal<T::AccountId>, checker: &Actor<T::AccountId>) -> Result<Hands, Error<T>> {
        // A person, not a key: whoever has two keys is still one.
        ensure!(proposal.maker.handle != checker.handle, Error::<T>::SamePerson);
        Ok(Hands { maker: proposal.maker, checker: checker.author(), at: T::Now::get() })
    }

    pub(crate) fn do_confirm(checker: Actor<T::AccountId>, number: u64, act: [u8; 32], size: u32) -> DispatchResult {
        let proposal = Self::open(&checker, number)?;
        let hands = Self::hands_of(&proposal, &checker)?;
        ensure!(sp_crypto_hashing::blake2_256(&proposal.act.encode()) == act, Error::<T>::OtherAct);
        ensure!(!matches!(proposal.act, Act::PublishSection { .. }), Error::<T>::OtherCall);
        ensure!(proposal.act.size() <= size, Error::<T>::TooMany);
        Self::apply(&proposal.act, &Self::maker_of(&proposal), hands)?;
        Self::decide(number, &proposal, hands.checker, Outcome::Confirmed);
        Self::deposit_event(Event::Confirmed { proposal: number, by: hands.checker });
        Ok(())
    }

    pub(crate) fn do_decline(actor: Actor<T::AccountId>, number: u64, reason: DeclineReason) -> DispatchResult {
        let proposal = Self::open(&actor, number)?;
        let by = actor.author();
        Self::decide(number, &proposal, by, Outcome::Declined(reason));
        Self::deposit_event(Event::Declined { proposal: number, reason, by });
        Ok(())
    }

    pub(crate) fn do_publish_section(
        checker: Actor<T::AccountId>,
        number: u64,
        salt: [u8; 32],
        content: SectionContent,
    ) -> Result<Weight, DispatchError> {
        let proposal = Self::open(&checker, number)?;
        let hands = Self::hands_of(&proposal, &checker)?;
        let Act::PublishSection { enterprise, commitment } = proposal.act else {
            return Err(Error::<T>::OtherCall.into());
        };
        ensure!(content.commitment(&enterprise, &salt) == commitment, Error::<T>::OtherContent);
        Self::own_active(&hands, &enterprise)?;
        // What is about persons stays off the chain, sealed or not.
        ensure!(!content.is_personal(), Error::<T>::PersonalSection);
        let external_id = content.external_id().ok_or(Error::<T>::InvalidPart)?;
        let subject = Subject::Uscc(enterprise);
        let object = ObjectId::new(&subject, &external_id);
        if let Some(previous) = content.previous_id() {
            let head = T::Records::head_of(ObjectId::new(&subject, &previous));
            // The first release let anybody take the name, for a record of another kind.
            let closed = |head: Head| head.kind != RecordKind::ArchiveSection || head.state != RecordState::Live;
            ensure!(head.is_some_and(closed), Error::<T>::SectionStands);
        }
        // A repetition of what was published before is none here: it would bring a misfiled section back into the archive.
        let head = T::Records::head_of(object);
        ensure!(head.as_ref().map(Head::current) == content.change.base(), Error::<T>::SectionStands);
        let SectionContent { section, source, change, .. } = content;
        let row = Sections::<T>::get(enterprise, object);
        ensure!(row.is_none_or(|row| row.source == source), Error::<T>::OtherSource);
        let size = change.size();
        let place = Place { kind: RecordKind::ArchiveSection, subject, external_id, backfilled: false };
        let written = T::Records::change_record(&Self::maker_of(&proposal), place, change);
        let Changed { newest: snapshot, weighed } = written.map_err(Into::<DispatchError>::into)?;
        let weight = Self::publishing(Size { documents: weighed, ..size });
        if head.is_none() {
            Sections::<T>::insert(enterprise, object, SectionRow { section, source, hands });
        }
        Self::decide(number, &proposal, hands.checker, Outcome::Confirmed);
        Self::deposit_event(Event::Confirmed { proposal: number, by: hands.checker });
        Self::deposit_event(Event::SectionPublished { enterprise, section, source, snapshot });
        Ok(weight)
    }

    /// What publishing so much weighs. Of a version that is reaffirmed the old snapshot is read too, twice.
    pub(crate) fn publishing(Size { versions, documents }: Size) -> Weight {
        let Some(versions) = versions else { return T::WeightInfo::publish_section(documents) };
        let snapshots = T::DbWeight::get().reads(u64::from(versions).saturating_mul(2));
        T::WeightInfo::overwrite_section(versions, documents).saturating_add(snapshots)
    }

    /// An enterprise whose archive the makers' organisation keeps.
    pub(crate) fn own(hands: &Hands, enterprise: &Uscc) -> Result<Enterprise, Error<T>> {
        let row = Enterprises::<T>::get(enterprise).ok_or(Error::<T>::UnknownEnterprise)?;
        ensure!(row.registrar == hands.maker.organisation, Error::<T>::NotTheRegistrar);
        Ok(row)
    }

    /// The same, and its archive goes on.
    pub(crate) fn own_active(hands: &Hands, enterprise: &Uscc) -> Result<Enterprise, Error<T>> {
        let row = Self::own(hands, enterprise)?;
        ensure!(row.status == EnterpriseStatus::Active, Error::<T>::NotActive);
        Ok(row)
    }

    /// What a code leads to.
    pub(crate) fn code_answer(code: &EnterpriseCode) -> Option<CodeAnswer> {
        let enterprise = CodeOwners::<T>::get(code.base())?;
        let row = Enterprises::<T>::get(enterprise)?;
        let mut codes = (0..row.codes).filter_map(|number| Codes::<T>::get(enterprise, number));
        let held = match code.tier() {
            Some(_) => codes.any(|dated| dated.value == *code),
            None => true,
        };
        Some(CodeAnswer { enterprise, current: row.code, held })
    }
}

impl<T: Config> DatedEnterprises for Pallet<T> {
    fn registrar(enterprise: &Uscc) -> Option<Uscc> {
        Enterprises::<T>::get(enterprise).map(|row| row.registrar)
    }

    fn tiers(enterprise: &Uscc) -> Vec<(u64, Option<Tier>)> {
        let count = Enterprises::<T>::get(enterprise).map_or(0, |row| row.codes);
        let codes = (0..count).filter_map(|number| Codes::<T>::get(enterprise, number));
        codes.map(|dated| (dated.since, dated.value.tier())).collect()
    }

    fn statuses(enterprise: &Uscc) -> Vec<(u64, EnterpriseStatus)> {
        let count = Enterprises::<T>::get(enterprise).map_or(0, |row| row.statuses);
        let statuses = (0..count).filter_map(|number| Statuses::<T>::get(enterprise, number));
        statuses.map(|dated| (dated.since, dated.value)).collect()
    }

    fn page(after: Option<Uscc>, most: u32) -> Vec<Uscc> {
        let keys = match after {
            Some(after) => Enterprises::<T>::iter_keys_from(Enterprises::<T>::hashed_key_for(after)),
            None => Enterprises::<T>::iter_keys(),
        };
        keys.take(usize::try_from(most).unwrap_or(usize::MAX)).collect()
    }
}
