//! How a grant comes to hold, and how it ends.

use crate::{pallet::*, types::*};
use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_support::{
    ensure,
    pallet_prelude::{DispatchResult, EnsureOrigin},
    traits::Get,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use jiandu_primitives::{
    disclosure::Enterprises,
    grant::{
        usage::Usage, Commitment, EnterpriseHistory, GrantReason, GrantState, MemberHistory, StandingTerms, Terms,
        TermsFault,
    },
    member::{Actor, Author, Role},
    uscc::Uscc,
};
use sp_runtime::DispatchError;

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// Whoever signs a call.
pub(crate) struct Signer<AccountId> {
    /// Who. Of an enterprise, as its key.
    pub(crate) actor: Actor<AccountId>,
    /// Whether it is a key of an enterprise, and not a member's.
    pub(crate) enterprise: bool,
}

/// For whom a signer acts in a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The enterprise, whose data it is.
    Enterprise,
    /// The user of the parent, who grants a sub-grant.
    Grantor,
    /// The user.
    User,
    /// The provider.
    Provider,
}

impl<AccountId> Signer<AccountId> {
    /// Whether it acts for the enterprise.
    fn is_enterprise(&self, terms: &Terms) -> bool {
        self.enterprise && self.actor.organisation == terms.enterprise
    }

    /// Whether it acts for an organisation in a role.
    pub(crate) fn is(&self, organisation: &Uscc, role: Role) -> bool {
        !self.enterprise && self.actor.organisation == *organisation && self.actor.roles.has(role)
    }

    /// The sides that it acts for: several, where an organisation has several parts.
    fn sides<'a>(&'a self, grant: &'a Grant) -> impl Iterator<Item = Side> + 'a {
        let Grant { terms, grantor, .. } = grant;
        let passed_on = *grantor != terms.enterprise;
        let sides = [
            (self.is_enterprise(terms), Side::Enterprise),
            (passed_on && self.is(grantor, Role::User), Side::Grantor),
            (self.is(&terms.user, Role::User), Side::User),
            (terms.provider.as_ref().is_some_and(|provider| self.serves(provider)), Side::Provider),
        ];
        sides.into_iter().filter_map(|(is, side)| is.then_some(side))
    }

    /// Whether it acts for an organisation that serves data: a provider or, for a sub-grant, a user that has it.
    fn serves(&self, provider: &Uscc) -> bool {
        self.is(provider, Role::Provider) || self.is(provider, Role::User)
    }

    /// Whether it acts for whoever serves the data.
    pub(crate) fn is_server(&self, terms: &Terms) -> bool {
        match &terms.provider {
            Some(provider) => self.serves(provider),
            None => self.is_enterprise(terms),
        }
    }
}

impl<T: Config> From<TermsFault> for Error<T> {
    fn from(fault: TermsFault) -> Self {
        match fault {
            TermsFault::Items => Self::InvalidItems,
            TermsFault::Actions => Self::InvalidActions,
            TermsFault::Window => Self::InvalidWindow,
            TermsFault::Uses => Self::InvalidUses,
            TermsFault::Parties => Self::InvalidParties,
            TermsFault::Onward => Self::InvalidOnward,
            TermsFault::DeleteWithin => Self::InvalidDeletion,
            TermsFault::Unrestricted => Self::ClausesMissing,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Whoever signs: a member that uses or provides data, or a key of an enterprise.
    pub(crate) fn ensure_signer(origin: OriginFor<T>) -> Result<Signer<T::AccountId>, DispatchError> {
        match T::MemberOrigin::try_origin(origin) {
            Ok(actor) => Ok(Signer { actor, enterprise: false }),
            Err(origin) => {
                let key = ensure_signed(origin)?;
                let actor = T::Enterprises::acting(&key).ok_or(DispatchError::BadOrigin)?;
                Ok(Signer { actor, enterprise: true })
            }
        }
    }

    /// Counts an act that leaves rows behind, and refuses it where the organisation has done enough of them today.
    pub(crate) fn count_today(organisation: &Uscc) -> Result<(), Error<T>> {
        let today = T::Now::get().time / DAY;
        let DayCount { day, count } = Today::<T>::get(organisation);
        let count = if day == today { count } else { 0 };
        ensure!(count < MAX_A_DAY, Error::<T>::TooManyToday);
        Today::<T>::insert(organisation, DayCount { day: today, count: count.saturating_add(1) });
        Ok(())
    }

    /// Refuses that an enterprise gives something away while one of its keys is being replaced: the lost key might.
    fn ensure_settled(signer: &Signer<T::AccountId>) -> Result<(), Error<T>> {
        let changing =
            signer.enterprise && T::Enterprises::key_was_changing(&signer.actor.organisation, T::Now::get().time);
        ensure!(!changing, Error::<T>::KeyChanging);
        Ok(())
    }

    pub(crate) fn signature(by: &Actor<T::AccountId>) -> Signature {
        Signature { by: by.author(), at: T::Now::get() }
    }

    /// A grant and where it stands.
    pub(crate) fn found(number: u64) -> Result<(Grant, Head), Error<T>> {
        let grant = Grants::<T>::get(number).ok_or(Error::<T>::UnknownGrant)?;
        let head = Heads::<T>::get(number).ok_or(Error::<T>::UnknownGrant)?;
        Ok((grant, head))
    }

    /// The same for somebody who has a part in it.
    fn found_by(signer: &Signer<T::AccountId>, number: u64) -> Result<(Grant, Head, Vec<Side>), Error<T>> {
        let (grant, head) = Self::found(number)?;
        let sides: Vec<_> = signer.sides(&grant).collect();
        ensure!(!sides.is_empty(), Error::<T>::NotAParty);
        Ok((grant, head, sides))
    }

    pub(crate) fn do_propose(signer: Signer<T::AccountId>, terms: Terms) -> DispatchResult {
        let digest = terms.digest();
        let grantor = match terms.parent {
            None => terms.enterprise,
            Some(parent) => Grants::<T>::get(parent).ok_or(Error::<T>::UnknownParent)?.terms.user,
        };
        let proposed = Self::signature(&signer.actor);
        let grant = Grant { terms, proposed, grantor };
        let own = |side| match side {
            Side::Enterprise => grant.grantor == grant.terms.enterprise,
            Side::Grantor | Side::User => true,
            Side::Provider => false,
        };
        ensure!(signer.sides(&grant).any(own), Error::<T>::NotAParty);
        // Whoever proposes what the other side has proposed signs that.
        if let Some(known) = ByTerms::<T>::get(digest) {
            return Self::do_sign(signer, known, digest);
        }
        Self::check_terms(&grant.terms)?;
        Self::ensure_settled(&signer)?;
        let organisation = signer.actor.organisation;
        Self::count_today(&organisation)?;
        let waiting = OpenCount::<T>::get(organisation);
        ensure!(waiting < MAX_OPEN, Error::<T>::TooMany);
        OpenCount::<T>::insert(organisation, waiting.saturating_add(1));
        let number = NextGrant::<T>::get();
        NextGrant::<T>::put(number.checked_add(1).ok_or(Error::<T>::TooMany)?);
        ByTerms::<T>::insert(digest, number);
        Self::list(number, &grant);
        let (terms, grantor) = (Box::new(grant.terms.clone()), grant.grantor);
        Self::deposit_event(Event::GrantProposed { grant: number, terms, grantor, by: proposed.by });
        let mut head = Head {
            state: GrantState::Open,
            usage: Usage::default(),
            signatures: Default::default(),
            states: 0,
            usages: 0,
            receipts: 0,
            deletion: None,
        };
        Self::enter(number, &mut head, GrantState::Open, None, proposed);
        Grants::<T>::insert(number, &grant);
        Self::add_signature(number, &grant, head, proposed)
    }

    /// Whether terms can be those of a grant on this chain now.
    fn check_terms(terms: &Terms) -> DispatchResult {
        terms.check().map_err(Error::<T>::from)?;
        let now = T::Now::get().time;
        ensure!(terms.until.is_none_or(|until| now < until), Error::<T>::InvalidWindow);
        ensure!(T::Enterprises::was_active(&terms.enterprise, now), Error::<T>::EnterpriseNotActive);
        ensure!(T::Members::took_part(&terms.user, now), Error::<T>::UnknownUser);
        let provided = terms.provider.as_ref().is_none_or(|provider| T::Members::took_part(provider, now));
        ensure!(provided, Error::<T>::UnknownProvider);
        if let Some(parent) = terms.parent {
            let (parent, head) = Self::found(parent).map_err(|_| Error::<T>::UnknownParent)?;
            ensure!(head.state.is_running(), Error::<T>::UnknownParent);
            ensure!(parent.terms.bounds(terms), Error::<T>::BeyondParent);
        }
        if let Some(replaced) = terms.replaces {
            let (old, head) = Self::found(replaced).map_err(|_| Error::<T>::NotReplaceable)?;
            let same = (old.terms.enterprise, old.terms.user, old.terms.parent);
            let same = same == (terms.enterprise, terms.user, terms.parent);
            ensure!(same && head.state.is_running(), Error::<T>::NotReplaceable);
        }
        Ok(())
    }

    /// Enters a grant in the lists of its parties, once in each.
    fn list(number: u64, grant: &Grant) {
        let Terms { enterprise, user, provider, .. } = grant.terms;
        let mut parties = vec![enterprise, user];
        for party in [provider, Some(grant.grantor)].into_iter().flatten() {
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        for party in parties {
            let count = GrantCount::<T>::get(party);
            GrantsOf::<T>::insert(party, count, number);
            GrantCount::<T>::insert(party, count.saturating_add(1));
        }
    }

    /// Gives a grant a state, without saying so.
    fn enter(number: u64, head: &mut Head, state: GrantState, reason: Option<GrantReason>, signed: Signature) {
        States::<T>::insert(number, head.states, StateChange { state, reason, signed });
        head.states = head.states.saturating_add(1);
        head.state = state;
    }

    /// Gives a grant a state.
    fn change(number: u64, head: &mut Head, state: GrantState, reason: Option<GrantReason>, signed: Signature) {
        Self::enter(number, head, state, reason, signed);
        Self::deposit_event(Event::GrantChanged { grant: number, state, reason, by: signed.by });
    }

    /// One grant less of an organisation waits.
    fn settle_proposal(grant: &Grant) {
        let proposer = grant.proposed.by.organisation;
        OpenCount::<T>::mutate(proposer, |waiting| *waiting = waiting.saturating_sub(1));
    }

    /// Whether an enterprise wants two of its people to sign.
    pub(crate) fn wants_two(enterprise: &Uscc) -> bool {
        let newest = PolicyCount::<T>::get(enterprise).checked_sub(1);
        newest.and_then(|number| Policies::<T>::get(enterprise, number)).is_some_and(|policy| policy.two)
    }

    /// Whether a provider's published terms cover a grant.
    fn is_covered(provider: &Uscc, terms: &Terms) -> bool {
        let newest = StandingCount::<T>::get(provider).checked_sub(1);
        let newest = newest.and_then(|number| Standings::<T>::get(provider, number));
        newest.and_then(|change| change.terms).is_some_and(|standing| standing.cover(terms))
    }

    /// How many people of an enterprise have signed a grant who act still: a key that took the place of a signer's makes no
    /// second one.
    fn people(enterprise: &Uscc, head: &Head) -> usize {
        let acting = T::Enterprises::acting_people(enterprise);
        let own = |by: &Author| by.organisation == *enterprise && acting.contains(&by.handle);
        head.signatures.iter().filter(|signature| own(&signature.by)).count()
    }

    /// What signatures make of a grant. A party that has two parts signs once for both.
    fn state_by_signatures(grant: &Grant, head: &Head) -> GrantState {
        let Grant { terms, grantor, .. } = grant;
        let signed =
            |party: &Uscc| head.signatures.iter().filter(|signature| signature.by.organisation == *party).count();
        let granted = match *grantor == terms.enterprise && Self::wants_two(grantor) {
            true => Self::people(grantor, head) > 1,
            false => signed(grantor) > 0,
        };
        if !granted || signed(&terms.user) == 0 {
            return GrantState::Open;
        }
        let provided = |provider: &Uscc| signed(provider) > 0 || Self::is_covered(provider, terms);
        match terms.provider.as_ref().is_none_or(provided) {
            true => GrantState::Active,
            false => GrantState::AwaitsProvider,
        }
    }

    /// Takes a signature, and what follows from it.
    fn add_signature(number: u64, grant: &Grant, mut head: Head, signed: Signature) -> DispatchResult {
        head.signatures.try_push(signed).map_err(|_| Error::<T>::TooMany)?;
        Self::deposit_event(Event::GrantSigned { grant: number, by: signed.by });
        Self::follow_signatures(number, grant, head, signed)
    }

    /// What follows from the signatures of a grant.
    fn follow_signatures(number: u64, grant: &Grant, mut head: Head, signed: Signature) -> DispatchResult {
        let state = Self::state_by_signatures(grant, &head);
        if state != head.state {
            Self::change(number, &mut head, state, None, signed);
        }
        if state == GrantState::Active {
            Self::settle_proposal(grant);
            Self::replace(number, grant, signed)?;
        }
        Heads::<T>::insert(number, head);
        Ok(())
    }

    /// Ends the grant that one replaces. It must hold still, or two would take the place of one; and nothing may lie between.
    fn replace(number: u64, grant: &Grant, signed: Signature) -> Result<(), Error<T>> {
        let Some(old) = grant.terms.replaces else { return Ok(()) };
        let mut head = Heads::<T>::get(old).ok_or(Error::<T>::NotReplaceable)?;
        let seamless = head.state.is_running() && grant.terms.from <= signed.at.time;
        ensure!(seamless, Error::<T>::NotReplaceable);
        Self::change(old, &mut head, GrantState::Replaced(number), None, signed);
        Heads::<T>::insert(old, head);
        Ok(())
    }

    pub(crate) fn do_sign(signer: Signer<T::AccountId>, number: u64, terms: [u8; 32]) -> DispatchResult {
        let (grant, head, sides) = Self::found_by(&signer, number)?;
        ensure!(grant.terms.digest() == terms, Error::<T>::OtherTerms);
        let own = |signature: &&Signature| signature.by.organisation == signer.actor.organisation;
        // The enterprise of a sub-grant has signed its parent: it may end this one, and needs not sign it.
        let needed = |side: &Side| *side != Side::Enterprise || grant.grantor == grant.terms.enterprise;
        ensure!(sides.iter().any(needed), Error::<T>::NotAParty);
        let before: Vec<_> = head.signatures.iter().filter(own).collect();
        let another = before.iter().all(|signature| signature.by.handle != signer.actor.handle);
        let second = signer.enterprise
            && another
            && Self::wants_two(&grant.terms.enterprise)
            && Self::people(&grant.terms.enterprise, &head) < 2;
        let adds = before.is_empty() || second;
        // What is needed may be less by now: another rule of the enterprise, terms that the provider has published since.
        let waits = head.state.is_waiting() && Self::state_by_signatures(&grant, &head) == head.state;
        if !adds && (waits || !head.state.is_waiting()) {
            Self::deposit_event(Event::GrantUnchanged { grant: number });
            return Ok(());
        }
        ensure!(head.state.is_waiting(), Error::<T>::GrantDecided);
        let signed = Self::signature(&signer.actor);
        ensure!(grant.terms.until.is_none_or(|until| signed.at.time < until), Error::<T>::GrantOver);
        ensure!(T::Enterprises::was_active(&grant.terms.enterprise, signed.at.time), Error::<T>::EnterpriseNotActive);
        if let Some((_, _, parent)) = Self::parent_of(&grant.terms)? {
            ensure!(parent.state.is_running(), Error::<T>::UnknownParent);
        }
        Self::ensure_settled(&signer)?;
        match adds {
            true => Self::add_signature(number, &grant, head, signed),
            false => Self::follow_signatures(number, &grant, head, signed),
        }
    }

    /// Whether an act was done before by the same organisation: then it says so.
    fn is_done(signer: &Signer<T::AccountId>, number: u64, head: &Head, state: GrantState) -> bool {
        let last = head.states.checked_sub(1).and_then(|last| States::<T>::get(number, last));
        let own = last.is_some_and(|last| last.signed.by.organisation == signer.actor.organisation);
        let done = own && head.state == state;
        if done {
            Self::deposit_event(Event::GrantUnchanged { grant: number });
        }
        done
    }

    pub(crate) fn do_decline(signer: Signer<T::AccountId>, number: u64, reason: GrantReason) -> DispatchResult {
        let (grant, mut head, _) = Self::found_by(&signer, number)?;
        let state = match signer.actor.organisation == grant.proposed.by.organisation {
            true => GrantState::Retracted,
            false => GrantState::Declined,
        };
        if Self::is_done(&signer, number, &head, state) {
            return Ok(());
        }
        ensure!(head.state.is_waiting(), Error::<T>::GrantDecided);
        Self::change(number, &mut head, state, Some(reason), Self::signature(&signer.actor));
        Self::settle_proposal(&grant);
        Heads::<T>::insert(number, head);
        Ok(())
    }

    /// A grant for its enterprise.
    fn found_by_enterprise(signer: &Signer<T::AccountId>, number: u64) -> Result<Head, Error<T>> {
        let (grant, head) = Self::found(number)?;
        ensure!(signer.is_enterprise(&grant.terms), Error::<T>::NotTheEnterprise);
        Ok(head)
    }

    pub(crate) fn do_suspend(signer: Signer<T::AccountId>, number: u64, reason: GrantReason) -> DispatchResult {
        let mut head = Self::found_by_enterprise(&signer, number)?;
        if Self::is_done(&signer, number, &head, GrantState::Suspended) {
            return Ok(());
        }
        ensure!(head.state == GrantState::Active, Error::<T>::GrantNotActive);
        Self::count_today(&signer.actor.organisation)?;
        let signed = Self::signature(&signer.actor);
        Self::change(number, &mut head, GrantState::Suspended, Some(reason), signed);
        Heads::<T>::insert(number, head);
        Ok(())
    }

    pub(crate) fn do_resume(signer: Signer<T::AccountId>, number: u64) -> DispatchResult {
        let mut head = Self::found_by_enterprise(&signer, number)?;
        ensure!(head.state == GrantState::Suspended, Error::<T>::GrantNotSuspended);
        Self::ensure_settled(&signer)?;
        Self::count_today(&signer.actor.organisation)?;
        // What is awaited is to resume from this suspension, and no later one.
        if Self::is_enough(&signer, &(number, head.states), Some(number)) {
            Self::change(number, &mut head, GrantState::Active, None, Self::signature(&signer.actor));
            Heads::<T>::insert(number, head);
        }
        Ok(())
    }

    /// Whether an act of an enterprise has the signatures that it wants; where not, this one is kept for the second person.
    fn is_enough(signer: &Signer<T::AccountId>, act: &impl Encode, grant: Option<u64>) -> bool {
        let enterprise = signer.actor.organisation;
        if !Self::wants_two(&enterprise) {
            return true;
        }
        let digest = sp_crypto_hashing::blake2_256(&act.encode());
        let by = signer.actor.author();
        // Who signed first has to act still.
        let first = Awaited::<T>::get(enterprise, digest).filter(|first: &Author| first.handle != by.handle);
        let enough = first.is_some_and(|first| T::Enterprises::acting_people(&enterprise).contains(&first.handle));
        if enough {
            Awaited::<T>::remove(enterprise, digest);
        } else {
            Awaited::<T>::insert(enterprise, digest, by);
            Self::deposit_event(Event::SecondPersonAwaited { enterprise, grant, by });
        }
        enough
    }

    pub(crate) fn do_end(signer: Signer<T::AccountId>, number: u64, reason: GrantReason) -> DispatchResult {
        let (_, mut head, sides) = Self::found_by(&signer, number)?;
        let grants = |side: &Side| matches!(side, Side::Enterprise | Side::Grantor);
        let state = if sides.iter().any(grants) { GrantState::Revoked } else { GrantState::Ended };
        if Self::is_done(&signer, number, &head, state) {
            return Ok(());
        }
        ensure!(head.state.is_running(), Error::<T>::GrantNotRunning);
        Self::change(number, &mut head, state, Some(reason), Self::signature(&signer.actor));
        Heads::<T>::insert(number, head);
        Ok(())
    }

    pub(crate) fn do_acknowledge(
        signer: Signer<T::AccountId>,
        number: u64,
        statement: Option<Commitment>,
    ) -> DispatchResult {
        let (grant, mut head) = Self::found(number)?;
        ensure!(signer.is(&grant.terms.user, Role::User), Error::<T>::NotAParty);
        let receipts = head.receipts;
        if head.deletion.is_some_and(|deletion| deletion.receipts == receipts) {
            Self::deposit_event(Event::GrantUnchanged { grant: number });
            return Ok(());
        }
        let signed = Self::signature(&signer.actor);
        let Terms { until, uses, .. } = grant.terms;
        let used_up = uses.is_some_and(|most| head.usage.settled >= most);
        let above = Self::parent_of(&grant.terms)?;
        let ended = head.state.is_final() || above.is_some_and(|(_, _, parent)| parent.state.is_final());
        let over = ended || used_up || until.is_some_and(|until| until <= signed.at.time);
        // What is reserved may still be served.
        let open = head.usage.is_open(signed.at.time);
        ensure!(over && !open && !head.state.is_waiting(), Error::<T>::GrantRunning);
        head.deletion = Some(Deletion { signed, statement, receipts });
        Heads::<T>::insert(number, head);
        Self::deposit_event(Event::DeletionAcknowledged { grant: number, statement, by: signed.by });
        Ok(())
    }

    pub(crate) fn do_publish_standing_terms(
        signer: Signer<T::AccountId>,
        terms: Option<StandingTerms>,
    ) -> DispatchResult {
        let provider = signer.actor.organisation;
        ensure!(signer.is(&provider, Role::Provider), DispatchError::BadOrigin);
        ensure!(terms.as_ref().is_none_or(StandingTerms::is_valid), Error::<T>::InvalidStandingTerms);
        let signed = Self::signature(&signer.actor);
        let count = StandingCount::<T>::get(provider);
        let newest = count.checked_sub(1).and_then(|newest| Standings::<T>::get(provider, newest));
        if newest.and_then(|newest| newest.terms) == terms {
            Self::deposit_event(Event::StandingTermsUnchanged { provider });
            return Ok(());
        }
        Self::count_today(&provider)?;
        Standings::<T>::insert(provider, count, StandingChange { terms, signed });
        StandingCount::<T>::insert(provider, count.saturating_add(1));
        Self::deposit_event(Event::StandingTermsPublished { provider, terms, by: signed.by });
        Ok(())
    }

    pub(crate) fn do_require_two(signer: Signer<T::AccountId>, two: bool) -> DispatchResult {
        ensure!(signer.enterprise, Error::<T>::NotTheEnterprise);
        let enterprise = signer.actor.organisation;
        ensure!(Self::wants_two(&enterprise) != two, Error::<T>::PolicyUnchanged);
        ensure!(!two || T::Enterprises::acting_people(&enterprise).len() > 1, Error::<T>::TooFewKeys);
        Self::ensure_settled(&signer)?;
        Self::count_today(&enterprise)?;
        let count = PolicyCount::<T>::get(enterprise);
        if Self::is_enough(&signer, &count, None) {
            let signed = Self::signature(&signer.actor);
            Policies::<T>::insert(enterprise, count, PolicyChange { two, signed });
            PolicyCount::<T>::insert(enterprise, count.saturating_add(1));
            Self::deposit_event(Event::PolicyChanged { enterprise, two, by: signed.by });
        }
        Ok(())
    }
}
