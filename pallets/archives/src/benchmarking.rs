//! What each call costs at most. Acts about one enterprise cost no more than registering one.

use crate::{pallet::*, types::*, Pallet};
use alloc::{boxed::Box, format, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use jiandu_primitives::{
    code::CodeBase,
    digest::{ContentHash, DigestAlg},
    enterprise::{DeclineReason, Section, SectionContent, SourceDomain},
    header::Header,
    member::Custody,
    name::{Name, MAX_NAME},
    record::{Content, Document, MediaType},
    uscc::{check_character, Uscc},
};

fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MB{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
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
    fn publish_section(d: Linear<1, 256>) -> Result<(), BenchmarkError> {
        done::<T>(register::<T>(0..1))?;
        let document = |number: u32| {
            let digest = |alg| {
                let mut value = [0; 32];
                value[..4].copy_from_slice(&number.to_be_bytes());
                ContentHash { alg, value }
            };
            let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(digest).to_vec();
            let content = Content::Plain { digests: digests.try_into().expect("two"), length: 1 };
            Document { content, media: MediaType::Pdf }
        };
        let content = |section| SectionContent {
            section,
            part: None,
            source: SourceDomain::Enterprise,
            base: None,
            header: Header::default(),
            documents: (0..d).map(document).collect::<Vec<_>>().try_into().expect("within the bound"),
        };
        let enterprise = uscc(0);
        for section in [Section::Basic, Section::Finance] {
            let commitment = content(section).commitment(&enterprise, &[7; 32]);
            Pallet::<T>::propose(maker::<T>()?, Act::PublishSection { enterprise, commitment })?;
        }
        // Another section holds the same documents, so each digest gets a further row.
        Pallet::<T>::publish_section(checker::<T>()?, 1, [7; 32], Box::new(content(Section::Basic)))?;
        let origin = checker::<T>()?;
        #[extrinsic_call]
        _(origin as T::RuntimeOrigin, 2, [7; 32], Box::new(content(Section::Finance)));
        assert_eq!(Sections::<T>::iter_prefix(enterprise).count(), 2);
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
        done::<T>(register::<T>(0..1))?;
        done::<T>(bind::<T>(keys[0].clone(), None))?;
        done::<T>(bind::<T>(keys[1].clone(), Some(keys[0].clone())))?;
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
}
