//! What each act does. All of it is refused, or all of it is done.

use crate::{pallet::*, types::*};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get};
use jiandu_primitives::{
    code::EnterpriseCode,
    disclosure::FilingLog,
    enterprise::EnterpriseStatus,
    header::Header,
    member::Actor,
    name::{is_registered_name, Name},
    record::{ObjectId, RecordKind, RecordWriter, Subject, VersionRef, WithdrawalReason},
    uscc::Uscc,
};
use sp_runtime::DispatchError;

/// How far a date may lie ahead of the chain's, in seconds: a clerk's clock is not the validators'.
const CLOCK_SLACK: u64 = 600;
/// How the codes of individual businesses (个体工商户) begin: registered by the market regulator (9), of the second kind.
const INDIVIDUAL_BUSINESS: &[u8] = b"92";

impl<T: Config> Pallet<T> {
    pub(crate) fn apply(act: &Act<T::AccountId>, maker: &Actor<T::AccountId>, hands: Hands) -> DispatchResult {
        match act {
            Act::Register(registrations) => {
                ensure!(!registrations.is_empty(), Error::<T>::NothingNamed);
                registrations.iter().try_for_each(|registration| Self::register(registration, hands))
            }
            Act::Rename { enterprise, name, since } => Self::rename(enterprise, name, *since, hands),
            Act::ChangeCode { enterprise, code, since } => Self::change_code(enterprise, *code, *since, hands),
            Act::ChangeStatus { enterprise, status, since } => Self::change_status(enterprise, *status, *since, hands),
            Act::Succeed { enterprise, successors, succession, since } => {
                ensure!(!successors.is_empty(), Error::<T>::NothingNamed);
                successors.iter().try_for_each(|successor| {
                    let successor = Successor { enterprise: *successor, succession: *succession };
                    Self::succeed(enterprise, successor, *since, hands)
                })
            }
            Act::BindKey { enterprise, key, custody, replaces, application } => {
                Self::bind_key(enterprise, key, *custody, replaces.clone(), *application, hands)
            }
            Act::Misfile { record, to } => Self::misfile(maker, *record, *to, hands),
            Act::WithdrawSection { record, base, header, reason } => {
                Self::withdraw_section(maker, *record, *base, header.clone(), *reason, hands)
            }
            Act::RegisterMandate(terms) => Self::register_mandate(terms, hands),
            Act::EndMandate { mandate } => Self::end_mandate_by_letter(*mandate, hands),
            Act::PublishSection { .. } => Err(Error::<T>::OtherCall.into()),
        }
    }

    fn check_date(since: u64, last: Option<u64>) -> Result<(), Error<T>> {
        ensure!(since <= T::Now::get().time.saturating_add(CLOCK_SLACK), Error::<T>::DatedAhead);
        ensure!(last.is_none_or(|last| last <= since), Error::<T>::DatedBeforeLast);
        Ok(())
    }

    fn check_code(code: &EnterpriseCode) -> Result<(), Error<T>> {
        ensure!(code.check().is_ok() && code.region() == T::Region::get(), Error::<T>::InvalidCode);
        Ok(())
    }

    fn register(registration: &Registration, hands: Hands) -> DispatchResult {
        let Registration { enterprise, name, code, since } = registration;
        ensure!(enterprise.check().is_ok(), Error::<T>::InvalidUscc);
        ensure!(!enterprise.as_bytes().starts_with(INDIVIDUAL_BUSINESS), Error::<T>::IndividualBusiness);
        ensure!(is_registered_name(name), Error::<T>::InvalidName);
        Self::check_code(code)?;
        Self::check_date(*since, None)?;
        ensure!(!Enterprises::<T>::contains_key(enterprise), Error::<T>::EnterpriseExists);
        ensure!(!CodeOwners::<T>::contains_key(code.base()), Error::<T>::CodeTaken);
        let status = EnterpriseStatus::Active;
        let row = Enterprise {
            registrar: hands.maker.organisation,
            status,
            code: *code,
            names: 1,
            codes: 1,
            statuses: 1,
            successors: 0,
            keys: 0,
        };
        Enterprises::<T>::insert(enterprise, row);
        Names::<T>::insert(enterprise, 0, Dated { value: name.clone(), since: *since, hands });
        Codes::<T>::insert(enterprise, 0, Dated { value: *code, since: *since, hands });
        Statuses::<T>::insert(enterprise, 0, Dated { value: status, since: *since, hands });
        NameHolders::<T>::insert(name, enterprise, ());
        CodeOwners::<T>::insert(code.base(), enterprise);
        let (enterprise, registrar) = (*enterprise, hands.maker.organisation);
        let (name, code, since) = (name.clone(), *code, *since);
        Self::deposit_event(Event::EnterpriseRegistered { enterprise, registrar, name, code, since });
        Ok(())
    }

    fn rename(enterprise: &Uscc, name: &Name, since: u64, hands: Hands) -> DispatchResult {
        let mut row = Self::own_active(&hands, enterprise)?;
        ensure!(is_registered_name(name), Error::<T>::InvalidName);
        let last = Names::<T>::get(enterprise, row.names.saturating_sub(1)).ok_or(Error::<T>::UnknownEnterprise)?;
        ensure!(last.value != *name, Error::<T>::NothingChanges);
        Self::check_date(since, Some(last.since))?;
        Names::<T>::insert(enterprise, row.names, Dated { value: name.clone(), since, hands });
        NameHolders::<T>::insert(name, enterprise, ());
        row.names = row.names.checked_add(1).ok_or(Error::<T>::TooMany)?;
        Enterprises::<T>::insert(enterprise, row);
        Self::deposit_event(Event::EnterpriseRenamed { enterprise: *enterprise, name: name.clone(), since });
        Ok(())
    }

    fn change_code(enterprise: &Uscc, code: EnterpriseCode, since: u64, hands: Hands) -> DispatchResult {
        let mut row = Self::own_active(&hands, enterprise)?;
        Self::check_code(&code)?;
        ensure!(row.code != code, Error::<T>::NothingChanges);
        let owner = CodeOwners::<T>::get(code.base());
        ensure!(owner.is_none_or(|owner| owner == *enterprise), Error::<T>::CodeTaken);
        let last = Codes::<T>::get(enterprise, row.codes.saturating_sub(1)).ok_or(Error::<T>::UnknownEnterprise)?;
        Self::check_date(since, Some(last.since))?;
        Codes::<T>::insert(enterprise, row.codes, Dated { value: code, since, hands });
        CodeOwners::<T>::insert(code.base(), enterprise);
        let before = row.code;
        row.code = code;
        row.codes = row.codes.checked_add(1).ok_or(Error::<T>::TooMany)?;
        Enterprises::<T>::insert(enterprise, row);
        Self::deposit_event(Event::CodeChanged { enterprise: *enterprise, before, code, since });
        Ok(())
    }

    fn change_status(enterprise: &Uscc, status: EnterpriseStatus, since: u64, hands: Hands) -> DispatchResult {
        let mut row = Self::own(&hands, enterprise)?;
        ensure!(row.status != status, Error::<T>::NothingChanges);
        ensure!(row.status.may_become(status), Error::<T>::StatusNotPossible);
        let last = Statuses::<T>::get(enterprise, row.statuses.saturating_sub(1));
        Self::check_date(since, Some(last.ok_or(Error::<T>::UnknownEnterprise)?.since))?;
        Statuses::<T>::insert(enterprise, row.statuses, Dated { value: status, since, hands });
        row.status = status;
        row.statuses = row.statuses.checked_add(1).ok_or(Error::<T>::TooMany)?;
        Enterprises::<T>::insert(enterprise, row);
        Self::deposit_event(Event::StatusChanged { enterprise: *enterprise, status, since });
        Ok(())
    }

    fn succeed(enterprise: &Uscc, successor: Successor, since: u64, hands: Hands) -> DispatchResult {
        let mut row = Self::own(&hands, enterprise)?;
        // What was struck off may still be said to be merged; what is closed is closed.
        ensure!(row.status != EnterpriseStatus::Closed, Error::<T>::NotActive);
        let next = successor.enterprise;
        ensure!(next != *enterprise, Error::<T>::RepeatedEnterprise);
        Self::own(&hands, &next)?;
        Self::check_date(since, None)?;
        let known =
            Predecessors::<T>::contains_key(next, enterprise) || Predecessors::<T>::contains_key(enterprise, next);
        ensure!(!known, Error::<T>::AlreadySucceeded);
        Successors::<T>::insert(enterprise, row.successors, Dated { value: successor, since, hands });
        Predecessors::<T>::insert(next, enterprise, ());
        row.successors = row.successors.checked_add(1).ok_or(Error::<T>::TooMany)?;
        Enterprises::<T>::insert(enterprise, row);
        Self::deposit_event(Event::EnterpriseSucceeded { enterprise: *enterprise, successor, since });
        Ok(())
    }

    fn misfile(maker: &Actor<T::AccountId>, record: ObjectId, to: ObjectId, hands: Hands) -> DispatchResult {
        let head = T::Records::head_of(record).ok_or(Error::<T>::UnknownRecord)?;
        let Subject::Uscc(wrong) = head.subject;
        // The object store asks who created a record without a workflow; whose the others are is known here.
        if head.kind != RecordKind::General {
            Self::own(&hands, &wrong)?;
        }
        T::Records::misfile_record(maker, record, to).map_err(Into::<DispatchError>::into)?;
        // Records without a workflow are in no archive.
        Sections::<T>::remove(wrong, record);
        T::Obligations::note_withdrawn(&wrong, record);
        Self::deposit_event(Event::RecordMovedOut { record, to });
        Ok(())
    }

    fn withdraw_section(
        maker: &Actor<T::AccountId>,
        record: ObjectId,
        base: VersionRef,
        header: Header,
        reason: WithdrawalReason,
        hands: Hands,
    ) -> DispatchResult {
        let head = T::Records::head_of(record).ok_or(Error::<T>::UnknownRecord)?;
        let Subject::Uscc(enterprise) = head.subject;
        let row = Sections::<T>::get(enterprise, record).ok_or(Error::<T>::UnknownRecord)?;
        Self::own_active(&hands, &enterprise)?;
        // A repetition is none here: the second person has seen this head, and no other.
        ensure!(head.current() == base, Error::<T>::SectionStands);
        let withdrawn = T::Records::withdraw_record(maker, RecordKind::ArchiveSection, record, base, header, reason);
        let snapshot = withdrawn.map_err(Into::<DispatchError>::into)?;
        Self::deposit_event(Event::SectionWithdrawn { enterprise, section: row.section, snapshot, reason });
        Ok(())
    }
}
