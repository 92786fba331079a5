//! Archives (企业数字档案): enterprises as subjects, and the sections of their archives.
//!
//! An enterprise is known for life by its unified social credit code (USCC) and needs no key. Everything else about it is a
//! dated attribute: names, codes (the tier letter F, G, P or T is part of the code, and of the DID made of it), statuses,
//! successors, keys. Every code and name that it ever had leads to it. The business register publishes the names.
//!
//! Whatever is said of an enterprise takes two persons of the organisation that keeps its archive: 登记岗 proposes an
//! [`Act`], 复核岗 confirms it, and a person is an operator handle, not a key. A proposal is rehearsed when it is made, so
//! that what cannot be done is refused at once, and done when it is confirmed.
//!
//! | Call | Caller | Event |
//! |---|---|---|
//! | `propose` | registrar (登记岗) | `Proposed` |
//! | `confirm` | reviewer (复核岗), another person of the same organisation | `Confirmed`, and that of the act |
//! | `publish_section` | the same, with the content that the maker committed to | `Confirmed`, `SectionPublished` |
//! | `decline` | registrar or reviewer of the same organisation | `Declined` |
//! | `object_to_key` | a key of the enterprise that acts now | `KeyObjected` |
//! | `end_key` | a key of an enterprise, for itself | `KeyEnded` |
//! | `set_cooling_off` | council | `CoolingOffSet` |
//! | `sign_mandate` | a key of the enterprise that acts now | `MandateGiven` |
//! | `end_mandate` | a key of the enterprise, or the agent's `AgentOrigin` | `MandateEnded` |
//!
//! Acts and their events: register `EnterpriseRegistered`, rename `EnterpriseRenamed`, change of code `CodeChanged`, change of
//! status `StatusChanged`, succession `EnterpriseSucceeded`, key `KeyBound`, misfiled record `RecordMovedOut`, withdrawn section
//! `SectionWithdrawn`, mandate `MandateGiven`, its end `MandateEnded`. A section is begun, continued and rewritten by
//! `publish_section` alone.
//!
//! Keys. The first key of an enterprise acts once it is bound. Any other, and above all one in place of a lost key, acts only
//! after a cooling-off period, within which every key of the enterprise that acts, the one called lost included, may object,
//! whatever the enterprise's status: nobody takes an enterprise's voice by letting its archive rest for a while.
//!
//! Never possible: one person alone; a name, a code or a status that disappears; a code given to a second enterprise; an
//! individual business (个体工商户), whose name is a person's; personal data in plain digests; a section's content in the state
//! before a second person published it; anything new in the archive of an enterprise that is not active; a closed archive
//! opened again.
//!
//! Storage is documented with its sizes in `docs/pallets/archives.md`.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod acts;
mod history;
mod keys;
mod logic;
mod mandates;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "std"))]
mod try_state;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
    //! The pallet.
    use super::{types::*, WeightInfo};
    use alloc::{boxed::Box, vec::Vec};
    use frame_support::{dispatch::DispatchErrorWithPostInfo, pallet_prelude::*, traits::Contains};
    use frame_system::pallet_prelude::*;
    use jiandu_primitives::{
        chain::Moment,
        code::{CodeBase, EnterpriseCode},
        disclosure::FilingLog,
        enterprise::{DeclineReason, EnterpriseStatus, Section, SectionContent, SourceDomain},
        member::{Actor, Author, Custody},
        name::Name,
        record::{ObjectId, RecordWriter, SnapshotRef, WithdrawalReason},
        region::Region,
        uscc::Uscc,
    };

    const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

    /// The cooling-off period of a new key, in seconds, until the council sets another: seven days.
    pub const COOLING_OFF: u64 = 7 * 24 * 60 * 60;
    /// The longest that the council may set: ninety days.
    pub const MAX_COOLING_OFF: u64 = 90 * 24 * 60 * 60;
    /// The shortest: one day, or nobody could object.
    pub const MIN_COOLING_OFF: u64 = 24 * 60 * 60;
    /// Most enterprises that an answer about a name lists.
    pub const MAX_ANSWERS: usize = 16;

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What the pallet needs.
    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// 登记岗.
        type MakerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// 复核岗.
        type CheckerOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Who ends mandates for an agent.
        type AgentOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Actor<Self::AccountId>>;
        /// Who sets the cooling-off period.
        type CouncilOrigin: EnsureOrigin<Self::RuntimeOrigin>;
        /// Keys that members have or had: no enterprise can be bound to one.
        type MemberKeys: Contains<Self::AccountId>;
        /// The object store.
        type Records: RecordWriter<Self::AccountId, Error: Into<DispatchError>>;
        /// Who is told that a disclosure is another enterprise's.
        type Obligations: FilingLog;
        /// The market whose codes this chain allots.
        type Region: Get<Region>;
        /// The chain's present moment.
        type Now: Get<Moment>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    /// Enterprises by their code for life.
    #[pallet::storage]
    pub type Enterprises<T> = StorageMap<_, Blake2_128Concat, Uscc, Enterprise>;

    /// Every name that an enterprise has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Names<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, Dated<Name>>;

    /// Every code that an enterprise has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Codes<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, Dated<EnterpriseCode>>;

    /// Every status that an enterprise has had, numbered from 0: append-only.
    #[pallet::storage]
    pub type Statuses<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, Dated<EnterpriseStatus>>;

    /// The enterprises that follow one, numbered from 0: append-only.
    #[pallet::storage]
    pub type Successors<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u32, Dated<Successor>>;

    /// Which enterprises each one follows.
    #[pallet::storage]
    pub type Predecessors<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, Uscc, ()>;

    /// Whose a code is, by what stays the same when the tier letter changes. A number is never given to a second enterprise.
    #[pallet::storage]
    pub type CodeOwners<T> = StorageMap<_, Blake2_128Concat, CodeBase, Uscc>;

    /// Who has or had a name: several, where one took it after another.
    #[pallet::storage]
    pub type NameHolders<T> = StorageDoubleMap<_, Blake2_128Concat, Name, Blake2_128Concat, Uscc, ()>;

    /// The keys that an enterprise is or was bound to.
    #[pallet::storage]
    pub type Keys<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, T::AccountId, EnterpriseKey<T::AccountId>>;

    /// The enterprise that a key is or was bound to: only one, ever.
    #[pallet::storage]
    pub type KeyOwners<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Uscc>;

    /// The records that make up an enterprise's archive. A misfiled one leaves it.
    #[pallet::storage]
    pub type Sections<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Blake2_128Concat, ObjectId, SectionRow>;

    /// Proposals by their number, from 0.
    #[pallet::storage]
    pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, u64, ProposalRow<T::AccountId>>;

    /// The number of the next proposal.
    #[pallet::storage]
    pub type NextProposal<T> = StorageValue<_, u64, ValueQuery>;

    /// The proposals of an organisation that wait, by the digest of their act: nothing is proposed twice at the same time.
    #[pallet::storage]
    pub type OpenActs<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Identity, [u8; 32], u64>;

    /// How many of an organisation's proposals wait.
    #[pallet::storage]
    pub type OpenCount<T> = StorageMap<_, Blake2_128Concat, Uscc, u32, ValueQuery>;

    /// The cooling-off period that the council set, in seconds.
    #[pallet::storage]
    pub type CoolingOff<T> = StorageValue<_, u64>;

    /// 委托: mandates by their number, from 0. Never removed, so that "did it hold when this was filed?" stays answerable.
    #[pallet::storage]
    pub type Mandates<T: Config> = StorageMap<_, Twox64Concat, u64, Mandate<T::AccountId>>;

    /// The number of the next mandate.
    #[pallet::storage]
    pub type NextMandate<T> = StorageValue<_, u64, ValueQuery>;

    /// The mandates that an enterprise gave.
    #[pallet::storage]
    pub type MandatesOf<T> = StorageDoubleMap<_, Blake2_128Concat, Uscc, Twox64Concat, u64, ()>;

    /// The newest mandate with these terms, by their blake2_256: none is entered twice, unless it was ended.
    #[pallet::storage]
    pub type MandateByTerms<T> = StorageMap<_, Identity, [u8; 32], u64>;

    /// What happened to enterprises.
    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// Something waits for its second person.
        Proposed {
            /// The proposal's number.
            proposal: u64,
            /// blake2_256 of the act, which whoever confirms it names.
            act: [u8; 32],
            /// Who proposed it.
            by: Author,
        },
        /// A proposal was made before and waits still: nothing was written.
        ProposalUnchanged {
            /// The proposal's number.
            proposal: u64,
        },
        /// A proposal was confirmed, and done.
        Confirmed {
            /// The proposal's number.
            proposal: u64,
            /// Who confirmed it.
            by: Author,
        },
        /// A proposal was declined; nothing was done.
        Declined {
            /// The proposal's number.
            proposal: u64,
            /// Why.
            reason: DeclineReason,
            /// Who declined it.
            by: Author,
        },
        /// An enterprise was registered.
        EnterpriseRegistered {
            /// The enterprise.
            enterprise: Uscc,
            /// The organisation that keeps its archive.
            registrar: Uscc,
            /// Its registered name.
            name: Name,
            /// Its code.
            code: EnterpriseCode,
            /// Unix second from which both hold.
            since: u64,
        },
        /// An enterprise has another registered name.
        EnterpriseRenamed {
            /// The enterprise.
            enterprise: Uscc,
            /// Its name now.
            name: Name,
            /// Unix second from which it holds.
            since: u64,
        },
        /// An enterprise has another code; a change of tier is one. The old one leads to it still.
        CodeChanged {
            /// The enterprise.
            enterprise: Uscc,
            /// Its code before.
            before: EnterpriseCode,
            /// Its code now.
            code: EnterpriseCode,
            /// Unix second from which it holds.
            since: u64,
        },
        /// The archive of an enterprise ended, or goes on again.
        StatusChanged {
            /// The enterprise.
            enterprise: Uscc,
            /// Its status now.
            status: EnterpriseStatus,
            /// Unix second from which it holds.
            since: u64,
        },
        /// An enterprise is followed by another: a merger or a division.
        EnterpriseSucceeded {
            /// The enterprise.
            enterprise: Uscc,
            /// Who follows it, and how.
            successor: Successor,
            /// Unix second from which it does.
            since: u64,
        },
        /// A key was bound to an enterprise.
        KeyBound {
            /// The enterprise.
            enterprise: Uscc,
            /// The key's account.
            key: T::AccountId,
            /// Who holds its secret.
            custody: Custody,
            /// The key in whose place it comes.
            replaces: Option<T::AccountId>,
            /// The salted digest of the stamped application.
            application: [u8; 32],
            /// Unix second from which it acts; until then other keys of the enterprise may object.
            from: u64,
        },
        /// A key will never act, because another key of its enterprise objected. A key that it was to replace acts on.
        KeyObjected {
            /// The enterprise.
            enterprise: Uscc,
            /// The key's account.
            key: T::AccountId,
            /// The key that objected.
            by: T::AccountId,
        },
        /// A key of an enterprise was ended by its holder.
        KeyEnded {
            /// The enterprise.
            enterprise: Uscc,
            /// The key's account.
            key: T::AccountId,
        },
        /// A record left the archive of the wrong enterprise.
        RecordMovedOut {
            /// The record.
            record: ObjectId,
            /// The record that it should have been.
            to: ObjectId,
        },
        /// A section of an archive began, went on or was rewritten.
        SectionPublished {
            /// The enterprise.
            enterprise: Uscc,
            /// Which section.
            section: Section,
            /// Where its content comes from.
            source: SourceDomain,
            /// Its newest snapshot.
            snapshot: SnapshotRef,
        },
        /// A section of an archive was withdrawn.
        SectionWithdrawn {
            /// The enterprise.
            enterprise: Uscc,
            /// Which section.
            section: Section,
            /// Its last snapshot.
            snapshot: SnapshotRef,
            /// Why.
            reason: WithdrawalReason,
        },
        /// An enterprise lets an intermediary file for it.
        MandateGiven {
            /// The mandate's number.
            mandate: u64,
            /// What it says.
            terms: MandateTerms,
        },
        /// The same mandate was signed before: nothing was written.
        MandateUnchanged {
            /// The mandate's number.
            mandate: u64,
        },
        /// A mandate ended before its time.
        MandateEnded {
            /// The mandate's number.
            mandate: u64,
        },
        /// The council set the cooling-off period of new keys.
        CoolingOffSet {
            /// In seconds.
            seconds: u64,
        },
    }

    /// Why a call is refused. The texts say what to do next.
    #[pallet::error]
    pub enum Error<T> {
        /// A unified social credit code is not valid: compare all 18 characters with the business licence.
        InvalidUscc,
        /// Individual businesses (个体工商户) are not registered: their names are persons'.
        IndividualBusiness,
        /// A name is empty, not UTF-8, has invisible characters or a number that may be a person's: give it as registered.
        InvalidName,
        /// A code is not valid, or of another market: look at what the exchange allotted.
        InvalidCode,
        /// A date lies ahead: enter what has happened.
        DatedAhead,
        /// A date lies before that of the last change of its kind: look at the enterprise's history.
        DatedBeforeLast,
        /// There is no enterprise, or no successor: name at least one.
        NothingNamed,
        /// An enterprise is named twice, or follows itself: name each once.
        RepeatedEnterprise,
        /// An enterprise is registered already: look at it.
        EnterpriseExists,
        /// No enterprise is registered under this code: register it first.
        UnknownEnterprise,
        /// The number of the code belongs to another enterprise, for ever: look at what the exchange allotted.
        CodeTaken,
        /// Nothing would change: look at the enterprise.
        NothingChanges,
        /// The enterprise is not active: its archive is read-only.
        NotActive,
        /// The enterprise's status can't become this one.
        StatusNotPossible,
        /// Another organisation keeps the enterprise's archive, or made the proposal: only that one may do this.
        NotTheRegistrar,
        /// One enterprise is said to follow the other already.
        AlreadySucceeded,
        /// The key belongs to a member or is or was bound to an enterprise: use one that never was.
        KeyTaken,
        /// The key to be replaced is not one of the enterprise's that acts: look at its keys.
        UnknownKey,
        /// The key is being replaced already: wait for the end of that, or object to it.
        ReplacementRunning,
        /// The key acts already, or never will: only a key in its cooling-off period can be objected to.
        NothingToObject,
        /// No record has this id: check it.
        UnknownRecord,
        /// No proposal has this number: look at the list.
        UnknownProposal,
        /// The proposal has ended: look at what came of it.
        ProposalDecided,
        /// What was to be confirmed is not what the proposal says: look at the proposal again.
        OtherAct,
        /// Whoever proposed something can't confirm it: another person must.
        SamePerson,
        /// A section is published with its content, and everything else without: use the other call.
        OtherCall,
        /// The content is not what the maker committed to: compare salt, section, base, header and documents.
        OtherContent,
        /// The name of the section's part has characters outside A-Z a-z 0-9 . _ -: choose another.
        InvalidPart,
        /// A section about persons can't be anchored by plain digests.
        PersonalSection,
        /// As many as there may be: proposals of the organisation that wait, keys or changes of an enterprise.
        TooMany,
        /// The cooling-off period is at least one day and at most ninety.
        CoolingOffNotPossible,
        /// The section's newest snapshot is not the one that the proposal is based on: submit the next one anew.
        SectionStands,
        /// The section's content comes from another source domain, for ever: name that one, or publish another part.
        OtherSource,
        /// The mandate names no kind, no other organisation as its agent, or no time that lies ahead, ten years at most.
        InvalidMandate,
        /// No mandate has this number: look at the enterprise's mandates.
        UnknownMandate,
        /// The mandate is over or was ended already.
        MandateOver,
        /// The key is another enterprise's: an enterprise signs and ends its own mandates.
        NotTheEnterprise,
        /// The mandate has another agent: only that one may end it from its side.
        NotTheAgent,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Proposes an act. It is rehearsed: what can't be done is refused here, and nothing else of it is kept.
        ///
        /// Origin: `MakerOrigin`. Events: [`Event::Proposed`], or [`Event::ProposalUnchanged`] where the same waits already.
        /// Errors: those of the act, [`Error::TooMany`].
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::propose(act.size()).max(T::WeightInfo::propose_key()))]
        pub fn propose(origin: OriginFor<T>, act: Act<T::AccountId>) -> DispatchResult {
            let maker = T::MakerOrigin::ensure_origin(origin)?;
            Self::do_propose(maker, act)
        }

        /// Confirms a proposal, and does what it says. `act` is the digest of what the caller has reviewed, `size` at least
        /// the number of enterprises it is about, for the weight.
        ///
        /// Origin: `CheckerOrigin`, another person of the organisation that proposed. Events: [`Event::Confirmed`] and those
        /// of the act. Errors: [`Error::UnknownProposal`], [`Error::ProposalDecided`], [`Error::OtherAct`],
        /// [`Error::NotTheRegistrar`], [`Error::SamePerson`], [`Error::OtherCall`], [`Error::TooMany`] where `size` is too
        /// small, those of the act.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::confirm(*size).max(T::WeightInfo::confirm_key()))]
        pub fn confirm(origin: OriginFor<T>, proposal: u64, act: [u8; 32], size: u32) -> DispatchResult {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            Self::do_confirm(checker, proposal, act, size)
        }

        /// Publishes what a section becomes: confirms a proposal by showing the content that its maker committed to. From here
        /// on its digests are known. Gives back the weight of documents that a rewriting did not have.
        ///
        /// Origin: `CheckerOrigin`, another person of the organisation that proposed. Events: [`Event::Confirmed`],
        /// [`Event::SectionPublished`], those of the object store. Errors: as of [`Pallet::confirm`], and
        /// [`Error::OtherContent`], [`Error::InvalidPart`], [`Error::PersonalSection`], [`Error::NotActive`],
        /// [`Error::SectionStands`], [`Error::OtherSource`], those of the object store.
        #[pallet::call_index(2)]
        #[pallet::weight(Pallet::<T>::publishing(content.change.size()))]
        pub fn publish_section(
            origin: OriginFor<T>,
            proposal: u64,
            salt: [u8; 32],
            content: Box<SectionContent>,
        ) -> DispatchResultWithPostInfo {
            let checker = T::CheckerOrigin::ensure_origin(origin)?;
            let refused = Self::publishing(content.change.size_refused());
            match Self::do_publish_section(checker, proposal, salt, *content) {
                Ok(weight) => Ok(Some(weight).into()),
                Err(error) => Err(DispatchErrorWithPostInfo { post_info: Some(refused).into(), error }),
            }
        }

        /// Declines a proposal; nothing is done. Its maker takes it back in the same way.
        ///
        /// Origin: `CheckerOrigin` or `MakerOrigin`, of the organisation that proposed. Event: [`Event::Declined`]. Errors:
        /// [`Error::UnknownProposal`], [`Error::ProposalDecided`], [`Error::NotTheRegistrar`].
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::decline())]
        pub fn decline(origin: OriginFor<T>, proposal: u64, reason: DeclineReason) -> DispatchResult {
            let actor = match T::CheckerOrigin::try_origin(origin) {
                Ok(actor) => actor,
                Err(origin) => T::MakerOrigin::ensure_origin(origin)?,
            };
            Self::do_decline(actor, proposal, reason)
        }

        /// Objects to a key that is in its cooling-off period: it never acts, and a key that it was to replace acts on.
        ///
        /// Origin: a key of the same enterprise that acts now. Event: [`Event::KeyObjected`]. Errors:
        /// [`Error::NothingToObject`].
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::object_to_key())]
        pub fn object_to_key(origin: OriginFor<T>, key: T::AccountId) -> DispatchResult {
            let (enterprise, by) = Self::ensure_enterprise(origin)?;
            Self::do_object_to_key(enterprise, by, key)
        }

        /// Ends the key that signs. What it signed stays valid.
        ///
        /// Origin: a key of an enterprise that acts now. Event: [`Event::KeyEnded`].
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::end_key())]
        pub fn end_key(origin: OriginFor<T>) -> DispatchResult {
            let (enterprise, key) = Self::ensure_enterprise(origin)?;
            Self::do_end_key(enterprise, key)
        }

        /// Sets the cooling-off period of keys bound from now on, in seconds: one day to ninety.
        ///
        /// Origin: `CouncilOrigin`. Event: [`Event::CoolingOffSet`]. Error: [`Error::CoolingOffNotPossible`].
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::set_cooling_off())]
        pub fn set_cooling_off(origin: OriginFor<T>, seconds: u64) -> DispatchResult {
            T::CouncilOrigin::ensure_origin(origin)?;
            let possible = (MIN_COOLING_OFF..=MAX_COOLING_OFF).contains(&seconds);
            ensure!(possible, Error::<T>::CoolingOffNotPossible);
            CoolingOff::<T>::put(seconds);
            Self::deposit_event(Event::CoolingOffSet { seconds });
            Ok(())
        }

        /// Lets an intermediary file disclosures of some kinds for the enterprise, within a window.
        ///
        /// Origin: a key of the enterprise that acts now. Events: [`Event::MandateGiven`], or [`Event::MandateUnchanged`]
        /// where the same terms were entered before. Errors: [`Error::NotTheEnterprise`], [`Error::NotActive`],
        /// [`Error::InvalidMandate`].
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::sign_mandate())]
        pub fn sign_mandate(origin: OriginFor<T>, terms: MandateTerms) -> DispatchResult {
            let (enterprise, key) = Self::ensure_enterprise(origin)?;
            Self::do_sign_mandate(enterprise, key, terms)
        }

        /// Ends a mandate from now on: what was filed under it stays valid.
        ///
        /// Origin: `AgentOrigin` of the agent's organisation, or a key of the enterprise that acts now. Event:
        /// [`Event::MandateEnded`]. Errors: [`Error::UnknownMandate`], [`Error::NotTheAgent`], [`Error::NotTheEnterprise`],
        /// [`Error::MandateOver`].
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::end_mandate())]
        pub fn end_mandate(origin: OriginFor<T>, mandate: u64) -> DispatchResult {
            Self::do_end_mandate(origin, mandate)
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// What a code leads to, whether its enterprise has it now or had it once.
        pub fn resolve_code(code: EnterpriseCode) -> Option<CodeAnswer> {
            Self::code_answer(&code)
        }

        /// The enterprises that have or had a registered name, 16 at most.
        pub fn resolve_name(name: Name) -> Vec<Uscc> {
            NameHolders::<T>::iter_key_prefix(name).take(MAX_ANSWERS).collect()
        }

        /// Whether a key could publish a section with this content now: done, and taken back. A checker asks before the
        /// content goes into a block, where everybody sees it for ever.
        pub fn rehearse_publication(
            key: T::AccountId,
            proposal: u64,
            salt: [u8; 32],
            content: Box<SectionContent>,
        ) -> Result<(), DispatchError> {
            let checker = T::CheckerOrigin::ensure_origin(frame_system::RawOrigin::Signed(key).into())?;
            Self::undone(|| Self::do_publish_section(checker, proposal, salt, *content).map(|_| ()))
        }

        /// The enterprise that a key acts for at this moment, whatever its status.
        pub fn enterprise_of(key: T::AccountId) -> Option<Uscc> {
            Self::acting_for(&key).ok()
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "std")]
        fn integrity_test() {
            use jiandu_primitives::{change::Size, record::MAX_WEIGHED};
            let limit = T::BlockWeights::get().get(frame_support::dispatch::DispatchClass::Normal).max_extrinsic;
            for heaviest in [
                T::WeightInfo::propose(MAX_REGISTRATIONS),
                T::WeightInfo::confirm(MAX_REGISTRATIONS),
                T::WeightInfo::propose_key(),
                T::WeightInfo::confirm_key(),
                T::WeightInfo::publish_section(MAX_WEIGHED),
                Self::publishing(Size::MOST),
            ] {
                assert!(limit.is_none_or(|limit| heaviest.all_lte(limit)), "the largest call fits into a block");
            }
            assert!((MIN_COOLING_OFF..=MAX_COOLING_OFF).contains(&COOLING_OFF), "the default can be set");
        }
    }
}
