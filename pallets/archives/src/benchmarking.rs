//! What each call costs at most. Of acts about one enterprise, binding a key in place of another reads and writes most: twelve
//! rows and eight, where a misfiled record that met an obligation takes eleven and seven.

use crate::{pallet::*, types::*, Pallet};
use alloc::{boxed::Box, format, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use jiandu_primitives::{
    benchmarking::{documents, header, label, parts, uscc},
    change::RecordChange,
    code::CodeBase,
    disclosure::Kinds,
    enterprise::{DeclineReason, Section, SectionContent, SourceDomain, MAX_PART},
    header::OverwriteReason,
    member::{Author, Custody, Handle},
    name::{Name, MAX_NAME},
    record::{ObjectId, Rewritten, Subject, VersionRef, WithdrawalReason},
    uscc::Uscc,
};

/// What two persons of an organisation agreed on.
fn hands<T: Config>(organisation: Uscc) -> Hands {
    let author = Author { organisation, handle: Handle([1; 8]), custody: Custody::Own };
    Hands { maker: author, checker: author, at: T::Now::get() }
}

/// What the benchmarks of other pallets need.
impl<T: Config> Pallet<T> {
    /// An active enterprise whose archive an organisation keeps.
    pub fn seed(enterprise: Uscc, registrar: Uscc) {
        let code = CodeBase::new(T::Region::get(), 0).expect("a number").with_tier(None);
        let status = jiandu_primitives::enterprise::EnterpriseStatus::Active;
        let row = Enterprise { registrar, status, code, names: 1, codes: 1, statuses: 1, successors: 0, keys: 0 };
        Enterprises::<T>::insert(enterprise, row);
        let hands = hands::<T>(registrar);
        Codes::<T>::insert(enterprise, 0, Dated { value: code, since: 0, hands });
        Statuses::<T>::insert(enterprise, 0, Dated { value: status, since: 0, hands });
    }

    /// As many keys of an enterprise as there may be, of which the first two act. Gives those.
    pub fn seed_keys(enterprise: Uscc) -> [T::AccountId; 2] {
        let hands = hands::<T>(enterprise);
        for number in 0..MAX_KEYS {
            let key: T::AccountId = account("enterprise", number, 0);
            let from = if number < 2 { 0 } else { u64::MAX };
            let custody = Custody::Own;
            let row =
                EnterpriseKey { custody, from, until: None, replaces: None, application: [1; 32], hands, end: None };
            Keys::<T>::insert(enterprise, &key, row);
            KeyOwners::<T>::insert(key, enterprise);
        }
        Enterprises::<T>::mutate(enterprise, |row| row.as_mut().expect("registered").keys = MAX_KEYS);
        [0, 1].map(|number| account("enterprise", number, 0))
    }

    /// An enterprise's mandate for everything, with number 0.
    pub fn seed_mandate(enterprise: Uscc, agent: Uscc) {
        let terms = MandateTerms { enterprise, agent, until: u64::MAX, ..mandate() };
        Mandates::<T>::insert(0, Mandate { terms, grounds: Grounds::Letter(hands::<T>(agent)), ended: None });
    }
}

fn registration<T: Config>(number: u32) -> Registration {
    let mut name = format!("{number}").into_bytes();
    name.resize(MAX_NAME as usize, b'a');
    let code = CodeBase::new(T::Region::get(), number).expect("a number").with_tier(None);
    Registration { enterprise: uscc(number), name: Name::truncate_from(name), code, since: 0 }
}

fn register<T: Config>(numbers: core::ops::Range<u32>) -> Act<T::AccountId> {
    let list: Vec<_> = numbers.map(registration::<T>).collect();
    Act::Register(list.try_into().expect("within the bound"))
}

fn maker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::MakerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn checker<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::CheckerOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

fn digest<T: Config>(act: &Act<T::AccountId>) -> [u8; 32] {
    sp_crypto_hashing::blake2_256(&act.encode())
}

fn done<T: Config>(act: Act<T::AccountId>) -> Result<(), BenchmarkError> {
    let number = NextProposal::<T>::get();
    Pallet::<T>::propose(maker::<T>()?, act.clone())?;
    Pallet::<T>::confirm(checker::<T>()?, number, digest::<T>(&act), act.size())?;
    Ok(())
}

fn bind<T: Config>(key: T::AccountId, replaces: Option<T::AccountId>) -> Act<T::AccountId> {
    Act::BindKey { enterprise: uscc(0), key, custody: Custody::Own, replaces, application: [1; 32] }
}

fn replacing_key<T: Config>() -> Result<Act<T::AccountId>, BenchmarkError> {
    let keys: Vec<T::AccountId> = vec![account("key", 0, 0), account("key", 1, 0)];
    done::<T>(register::<T>(0..1))?;
    done::<T>(bind::<T>(keys[0].clone(), None))?;
    Ok(bind::<T>(keys[1].clone(), Some(keys[0].clone())))
}

fn mandate() -> MandateTerms {
    let until = MAX_MANDATE;
    MandateTerms { enterprise: uscc(0), agent: uscc(1), kinds: Kinds::all(), from: 0, until, letter: [1; 32] }
}

fn at(version: u32) -> VersionRef {
    VersionRef { version, revision: 0 }
}

fn of_section(section: Section, series: u8, change: RecordChange) -> SectionContent {
    let part = Some(label::<MAX_PART>());
    SectionContent { section, part, series, source: SourceDomain::Enterprise, change }
}

fn snapshot(section: Section, series: u8, base: Option<VersionRef>, from: u32, count: u32) -> SectionContent {
    of_section(section, series, RecordChange::Snapshot { base, header: header(), documents: documents(from, count) })
}

/// An enterprise whose financial section was withdrawn and may begin anew: the record before it is looked at, too.
fn second_series<T: Config>() -> Result<(), BenchmarkError> {
    done::<T>(register::<T>(0..1))?;
    let first = snapshot(Section::Finance, 0, None, 9_000, 1);
    let id = first.external_id().ok_or(BenchmarkError::Stop("no name"))?;
    Publication::prepare::<T>(first)?.publish::<T>()?;
    let record = ObjectId::new(&Subject::Uscc(uscc(0)), &id);
    done::<T>(Act::WithdrawSection { record, base: at(0), header: header(), reason: WithdrawalReason::Mistake })
}

/// A section that was committed to.
struct Publication {
    number: u64,
    salt: [u8; 32],
    content: Box<SectionContent>,
}

impl Publication {
    fn prepare<T: Config>(content: SectionContent) -> Result<Self, BenchmarkError> {
        let (enterprise, salt, number) = (uscc(0), [7; 32], NextProposal::<T>::get());
        let commitment = content.commitment(&enterprise, &salt);
        Pallet::<T>::propose(maker::<T>()?, Act::PublishSection { enterprise, commitment })?;
        Ok(Self { number, salt, content: Box::new(content) })
    }

    fn publish<T: Config>(self) -> Result<(), BenchmarkError> {
        Pallet::<T>::publish_section(checker::<T>()?, self.number, self.salt, self.content)?;
        Ok(())
    }
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn propose(n: Linear<1, 128>) -> Result<(), BenchmarkError> {
        let act = register::<T>(0..n);
        let origin = maker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, act.clone());
        assert_eq!(NextProposal::<T>::get(), 1);
        Ok(())
    }

    #[benchmark]
    fn confirm(n: Linear<1, 128>) -> Result<(), BenchmarkError> {
        let act = register::<T>(0..n);
        Pallet::<T>::propose(maker::<T>()?, act.clone())?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 0, digest::<T>(&act), n);
        assert!(Enterprises::<T>::contains_key(uscc(n - 1)));
        Ok(())
    }

    #[benchmark]
    fn propose_key() -> Result<(), BenchmarkError> {
        let act = replacing_key::<T>()?;
        let (origin, number) = (maker::<T>()?, NextProposal::<T>::get());
        #[extrinsic_call]
        propose(origin as T::RuntimeOrigin, act);
        assert_eq!(NextProposal::<T>::get(), number + 1);
        Ok(())
    }

    #[benchmark]
    fn confirm_key() -> Result<(), BenchmarkError> {
        let act = replacing_key::<T>()?;
        let number = NextProposal::<T>::get();
        Pallet::<T>::propose(maker::<T>()?, act.clone())?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        confirm(origin as T::RuntimeOrigin, number, digest::<T>(&act), 1);
        assert_eq!(Enterprises::<T>::get(uscc(0)).map(|row| row.keys), Some(2));
        Ok(())
    }

    #[benchmark]
    fn publish_section(d: Linear<1, 256>) -> Result<(), BenchmarkError> {
        second_series::<T>()?;
        // Another section holds the same documents, so each digest gets a further row.
        Publication::prepare::<T>(snapshot(Section::Basic, 0, None, 0, d))?.publish::<T>()?;
        let next = snapshot(Section::Finance, 1, None, 0, d);
        let Publication { number, salt, content } = Publication::prepare::<T>(next)?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, number, salt, content);
        assert_eq!(Sections::<T>::iter_prefix(uscc(0)).count(), 3);
        Ok(())
    }

    /// Every version gets new documents, each of which another section holds: more is written of them than of reaffirmed ones.
    #[benchmark]
    fn overwrite_section(v: Linear<1, 32>, d: Linear<32, 256>) -> Result<(), BenchmarkError> {
        second_series::<T>()?;
        Publication::prepare::<T>(snapshot(Section::Basic, 0, None, 1_000, d))?.publish::<T>()?;
        for (version, (from, count)) in (0u32..).zip(parts(v, d)) {
            let base = version.checked_sub(1).map(at);
            Publication::prepare::<T>(snapshot(Section::Finance, 1, base, from, count))?.publish::<T>()?;
        }
        let versions = parts(v, d)
            .map(|(from, count)| Rewritten::Replaced { header: header(), documents: documents(1_000 + from, count) });
        let versions = versions.collect::<Vec<_>>().try_into().expect("within the bound");
        let change = RecordChange::Overwrite { base: at(v - 1), from: 0, versions, reason: OverwriteReason::Returned };
        let content = of_section(Section::Finance, 1, change);
        let Publication { number, salt, content } = Publication::prepare::<T>(content)?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        publish_section(origin as T::RuntimeOrigin, number, salt, content);
        assert!(matches!(Proposals::<T>::get(number), Some(ProposalRow::Decided(_))));
        Ok(())
    }

    #[benchmark]
    fn decline() -> Result<(), BenchmarkError> {
        Pallet::<T>::propose(maker::<T>()?, register::<T>(0..MAX_REGISTRATIONS))?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 0, DeclineReason::Incorrect);
        assert_eq!(OpenActs::<T>::iter().count(), 0);
        Ok(())
    }

    #[benchmark]
    fn object_to_key() -> Result<(), BenchmarkError> {
        let keys: Vec<T::AccountId> = vec![account("key", 0, 0), account("key", 1, 0)];
        done::<T>(replacing_key::<T>()?)?;
        #[extrinsic_call]
        _(RawOrigin::Signed(keys[0].clone()), keys[1].clone());
        assert!(Keys::<T>::get(uscc(0), &keys[1]).is_some_and(|row| row.end.is_some()));
        Ok(())
    }

    #[benchmark]
    fn end_key() -> Result<(), BenchmarkError> {
        let key: T::AccountId = account("key", 0, 0);
        done::<T>(register::<T>(0..1))?;
        done::<T>(bind::<T>(key.clone(), None))?;
        #[extrinsic_call]
        _(RawOrigin::Signed(key.clone()));
        assert!(Keys::<T>::get(uscc(0), &key).is_some_and(|row| row.end.is_some()));
        Ok(())
    }

    #[benchmark]
    fn set_cooling_off() -> Result<(), BenchmarkError> {
        let origin = T::CouncilOrigin::try_successful_origin().map_err(|_| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, MAX_COOLING_OFF);
        assert_eq!(CoolingOff::<T>::get(), Some(MAX_COOLING_OFF));
        Ok(())
    }

    #[benchmark]
    fn sign_mandate() -> Result<(), BenchmarkError> {
        let key: T::AccountId = account("key", 0, 0);
        done::<T>(register::<T>(0..1))?;
        done::<T>(bind::<T>(key.clone(), None))?;
        #[extrinsic_call]
        _(RawOrigin::Signed(key), mandate());
        assert!(Mandates::<T>::contains_key(0));
        Ok(())
    }

    #[benchmark]
    fn end_mandate() -> Result<(), BenchmarkError> {
        let key: T::AccountId = account("key", 0, 0);
        done::<T>(register::<T>(0..1))?;
        done::<T>(bind::<T>(key.clone(), None))?;
        Pallet::<T>::sign_mandate(RawOrigin::Signed(key.clone()).into(), mandate())?;
        #[extrinsic_call]
        _(RawOrigin::Signed(key), 0);
        assert!(Mandates::<T>::get(0).is_some_and(|mandate| mandate.ended.is_some()));
        Ok(())
    }
}
