//! What each call costs at most. Documents have two digests each; a third one is charged as half a document more.

use crate::{pallet::*, Pallet};
use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use jiandu_primitives::{
    benchmarking::{documents, header, parts},
    chain::GenesisHash,
    header::OverwriteReason,
    record::{
        Documents as DocumentList, ExternalId, ObjectId, Relation, Rewritten, SnapshotRef, Subject, VersionRef,
        WithdrawalReason, MAX_REFERENCES,
    },
    seal::{message, Seal, DEFAULT_SIGNER, MAX_SEALS},
    uscc::Uscc,
};

/// What the benchmarks need of the runtime.
pub trait BenchmarkHelper {
    /// Makes the chain one whose genesis hash is known.
    fn begin();

    /// Makes a public key one whose holder is known.
    fn hold(public: [u8; 32]);
}

const SUBJECT: Subject = Subject::Uscc(Uscc::from_bytes(*b"91430100MADEW01019"));
const OTHER: Subject = Subject::Uscc(Uscc::from_bytes(*b"91430100MADEW0009C"));

fn id(text: &str) -> ExternalId {
    text.parse().expect("an id")
}

fn origin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
    T::WriteOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))
}

/// A record of documents that another record holds already: each of its digests has a row and gets a further one.
fn create_in<T: Config>(subject: Subject, name: &str, documents: DocumentList) -> Result<ObjectId, BenchmarkError> {
    Pallet::<T>::create(origin::<T>()?, subject, id(name), header(), documents)?;
    Ok(ObjectId::new(&subject, &id(name)))
}

fn at(version: u32) -> VersionRef {
    VersionRef { version, revision: 0 }
}

/// A snapshot that is not its record's first, whose registrant is looked up there.
fn later<T: Config>() -> Result<SnapshotRef, BenchmarkError> {
    let object = create_in::<T>(SUBJECT, "a", documents(0, 1))?;
    Pallet::<T>::update(origin::<T>()?, object, at(0), header(), documents(1, 1))?;
    Ok(SnapshotRef { object, at: at(1) })
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn create(d: Linear<1, 256>) -> Result<(), BenchmarkError> {
        create_in::<T>(OTHER, "first", documents(0, d))?;
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, SUBJECT, id("a"), header(), documents(0, d));
        assert!(Objects::<T>::contains_key(ObjectId::new(&SUBJECT, &id("a"))));
        Ok(())
    }

    #[benchmark]
    fn update(d: Linear<1, 256>) -> Result<(), BenchmarkError> {
        create_in::<T>(OTHER, "first", documents(0, d))?;
        let object = create_in::<T>(SUBJECT, "a", documents(1_000, 1))?;
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, at(0), header(), documents(0, d));
        assert!(Snapshots::<T>::contains_key(object, at(1)));
        Ok(())
    }

    #[benchmark]
    fn withdraw() -> Result<(), BenchmarkError> {
        let object = create_in::<T>(SUBJECT, "a", documents(0, 1))?;
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, at(0), header(), WithdrawalReason::Mistake);
        assert!(Snapshots::<T>::contains_key(object, at(1)));
        Ok(())
    }

    /// Every version gets new documents, each of which another record holds: more is written of them than of reaffirmed ones.
    #[benchmark]
    fn overwrite(v: Linear<1, 32>, d: Linear<32, 256>) -> Result<(), BenchmarkError> {
        let parts = || parts(v, d);
        create_in::<T>(OTHER, "first", documents(1_000, d))?;
        let mut object = None;
        for (version, (from, count)) in (0..).zip(parts()) {
            match object {
                None => object = Some(create_in::<T>(SUBJECT, "a", documents(from, count))?),
                Some(object) => {
                    Pallet::<T>::update(origin::<T>()?, object, at(version - 1), header(), documents(from, count))?
                }
            }
        }
        let object = object.ok_or(BenchmarkError::Stop("no version"))?;
        let versions = parts()
            .map(|(from, count)| Rewritten::Replaced { header: header(), documents: documents(1_000 + from, count) });
        let versions = versions.collect::<Vec<_>>().try_into().expect("within the bound");
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, at(v - 1), 0, versions, OverwriteReason::Returned);
        assert!(Snapshots::<T>::contains_key(object, VersionRef { version: v - 1, revision: 1 }));
        Ok(())
    }

    #[benchmark]
    fn seal_sm2() -> Result<(), BenchmarkError> {
        let snapshot = later::<T>()?;
        let SnapshotRef { object, at } = snapshot;
        fill_seals::<T>(snapshot, MAX_SEALS - 1)?;
        let seal = sm2_seal::<T>(200, snapshot)?;
        let caller = T::SealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        seal(caller as T::RuntimeOrigin, object, at, seal.clone());
        assert!(Seals::<T>::contains_key((object, at, seal.id())));
        Ok(())
    }

    #[benchmark]
    fn seal_member() -> Result<(), BenchmarkError> {
        let snapshot = later::<T>()?;
        let SnapshotRef { object, at } = snapshot;
        fill_seals::<T>(snapshot, MAX_SEALS - 1)?;
        let public = sp_io::crypto::sr25519_generate(sp_core::testing::SR25519, None);
        T::BenchmarkHelper::hold(public.0);
        let message = message_of::<T>(snapshot)?;
        let signature = sp_io::crypto::sr25519_sign(sp_core::testing::SR25519, &public, &message);
        let signature = signature.ok_or(BenchmarkError::Stop("no signature"))?.0;
        let seal = Seal::Sr25519 { public: public.0, signature };
        let caller = T::SealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        seal(caller as T::RuntimeOrigin, object, at, seal.clone());
        assert!(Seals::<T>::contains_key((object, at, seal.id())));
        Ok(())
    }

    #[benchmark]
    fn refer() -> Result<(), BenchmarkError> {
        let SnapshotRef { object, at: later } = later::<T>()?;
        let mut last = None;
        for number in 0..MAX_REFERENCES {
            let target = create_in::<T>(OTHER, &format!("t{number}"), documents(0, 1))?;
            let target = SnapshotRef { object: target, at: at(0) };
            if number + 1 < MAX_REFERENCES {
                Pallet::<T>::refer(origin::<T>()?, object, later, target, Relation::Related)?;
            }
            last = Some(target);
        }
        let target = last.ok_or(BenchmarkError::Stop("no target"))?;
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, later, target, Relation::Basis);
        assert!(References::<T>::contains_key((object, later, target)));
        Ok(())
    }

    fn message_of<T: Config>(snapshot: SnapshotRef) -> Result<Vec<u8>, BenchmarkError> {
        let row = Pallet::<T>::snapshot(snapshot.object, snapshot.at).ok_or(BenchmarkError::Stop("no snapshot"))?;
        let genesis: GenesisHash = T::Genesis::get().ok_or(BenchmarkError::Stop("no genesis"))?;
        Ok(message(&genesis, &snapshot, &row.payload))
    }

    fn sm2_seal<T: Config>(seed: u8, snapshot: SnapshotRef) -> Result<Seal, BenchmarkError> {
        use sm2::{
            dsa::{signature::Signer, Signature, SigningKey},
            elliptic_curve::sec1::ToSec1Point,
            SecretKey,
        };
        let stop = |_| BenchmarkError::Stop("no SM2 key");
        let secret = SecretKey::from_slice(&[seed; 32]).map_err(stop)?;
        let key = SigningKey::new(DEFAULT_SIGNER, &secret).map_err(|_| BenchmarkError::Stop("no SM2 signer"))?;
        let point = key.verifying_key().as_affine().to_sec1_point(false);
        let public = point.as_bytes()[1..].try_into().map_err(|_| BenchmarkError::Stop("no SM2 point"))?;
        let signature: Signature = key.sign(&message_of::<T>(snapshot)?);
        let signature = signature.to_bytes().as_slice().try_into().map_err(|_| BenchmarkError::Stop("no signature"))?;
        Ok(Seal::Sm2 { public, signer: DEFAULT_SIGNER.parse().expect("a label"), signature })
    }

    fn fill_seals<T: Config>(snapshot: SnapshotRef, count: u32) -> Result<(), BenchmarkError> {
        T::BenchmarkHelper::begin();
        for seed in 0..count {
            let seal = sm2_seal::<T>(seed as u8 + 1, snapshot)?;
            let origin = T::SealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
            Pallet::<T>::seal(origin, snapshot.object, snapshot.at, seal)?;
        }
        Ok(())
    }
}
