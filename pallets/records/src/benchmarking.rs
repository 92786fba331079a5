//! What each call costs at most. Documents have two digests each; a third one is charged as half a document more.

use crate::{pallet::*, Pallet};
use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use jiandu_primitives::{
    chain::GenesisHash,
    digest::{ContentHash, DigestAlg},
    header::{Body, Header, Label, Level, OverwriteReason, Schema},
    record::{
        Content, Document, Documents as DocumentList, ExternalId, MediaType, ObjectId, Relation, Rewritten,
        SnapshotRef, Subject, VersionRef, WithdrawalReason, MAX_REFERENCES,
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

/// A header with everything that there can be in one.
fn header() -> Header {
    fn label<const N: u32>() -> Label<N> {
        core::iter::repeat_n('a', N as usize).collect::<alloc::string::String>().parse().expect("a label")
    }
    Header {
        level: Level::L1,
        business: Some(1),
        submitted: Some(0),
        schema: Some(Schema { protocol: label(), version: label(), object_type: label() }),
        body: Some(Body { sm3: [7; 32], length: 1, locator: Some(label()) }),
    }
}

fn documents(from: u32, count: u32) -> DocumentList {
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
    (from..from.saturating_add(count)).map(document).collect::<Vec<_>>().try_into().expect("within the bound")
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
        _(caller as T::RuntimeOrigin, object, at(0), WithdrawalReason::Mistake);
        assert!(Snapshots::<T>::contains_key(object, at(1)));
        Ok(())
    }

    /// All versions but the first are reaffirmed, so that their documents are read as well.
    #[benchmark]
    fn overwrite(v: Linear<1, 32>, d: Linear<32, 256>) -> Result<(), BenchmarkError> {
        let each = d / v;
        let last = d.saturating_sub(each.saturating_mul(v.saturating_sub(1)));
        let of = |version: u32| if version + 1 == v { last } else { each };
        create_in::<T>(OTHER, "first", documents(0, d))?;
        let object = create_in::<T>(SUBJECT, "a", documents(0, of(0)))?;
        for version in 1..v {
            let documents = documents(version.saturating_mul(each), of(version));
            Pallet::<T>::update(origin::<T>()?, object, at(version - 1), header(), documents)?;
        }
        create_in::<T>(OTHER, "second", documents(1_000, of(0)))?;
        let mut versions = alloc::vec![Rewritten::Replaced { header: header(), documents: documents(1_000, of(0)) }];
        versions.resize(v as usize, Rewritten::Reaffirmed);
        let caller = origin::<T>()?;
        let versions = versions.try_into().expect("within the bound");
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, at(v - 1), 0, versions, OverwriteReason::Returned);
        assert!(Snapshots::<T>::contains_key(object, VersionRef { version: v - 1, revision: 1 }));
        Ok(())
    }

    #[benchmark]
    fn seal_sm2() -> Result<(), BenchmarkError> {
        let object = create_in::<T>(SUBJECT, "a", documents(0, 1))?;
        let snapshot = SnapshotRef { object, at: at(0) };
        fill_seals::<T>(snapshot, MAX_SEALS - 1)?;
        let seal = sm2_seal::<T>(200, snapshot)?;
        let caller = T::SealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        seal(caller as T::RuntimeOrigin, object, at(0), seal.clone());
        assert!(Seals::<T>::contains_key((object, at(0), seal.id())));
        Ok(())
    }

    #[benchmark]
    fn seal_member() -> Result<(), BenchmarkError> {
        let object = create_in::<T>(SUBJECT, "a", documents(0, 1))?;
        let snapshot = SnapshotRef { object, at: at(0) };
        fill_seals::<T>(snapshot, MAX_SEALS - 1)?;
        let public = sp_io::crypto::sr25519_generate(sp_core::testing::SR25519, None);
        T::BenchmarkHelper::hold(public.0);
        let message = message_of::<T>(snapshot)?;
        let signature = sp_io::crypto::sr25519_sign(sp_core::testing::SR25519, &public, &message);
        let signature = signature.ok_or(BenchmarkError::Stop("no signature"))?.0;
        let seal = Seal::Sr25519 { public: public.0, signature };
        let caller = T::SealOrigin::try_successful_origin().map_err(|()| BenchmarkError::Stop("nobody may"))?;
        #[extrinsic_call]
        seal(caller as T::RuntimeOrigin, object, at(0), seal.clone());
        assert!(Seals::<T>::contains_key((object, at(0), seal.id())));
        Ok(())
    }

    #[benchmark]
    fn refer() -> Result<(), BenchmarkError> {
        let object = create_in::<T>(SUBJECT, "a", documents(0, 1))?;
        for number in 0..MAX_REFERENCES {
            let object_ = create_in::<T>(OTHER, &format!("t{number}"), documents(0, 1))?;
            if number + 1 < MAX_REFERENCES {
                let target = SnapshotRef { object: object_, at: at(0) };
                Pallet::<T>::refer(origin::<T>()?, object, at(0), target, Relation::Related)?;
            }
        }
        let last = ObjectId::new(&OTHER, &id(&format!("t{}", MAX_REFERENCES - 1)));
        let target = SnapshotRef { object: last, at: at(0) };
        let caller = origin::<T>()?;
        #[extrinsic_call]
        _(caller as T::RuntimeOrigin, object, at(0), target, Relation::Basis);
        assert!(References::<T>::contains_key((object, at(0), target)));
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
