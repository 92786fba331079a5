//! What records and enterprises cost in the state, keys and values together: the figures of docs/pallets.
use super::{begin_block, end_block, new_chain};
use crate::{presets, AccountId, RuntimeOrigin};
use frame_support::traits::{PalletInfo, PalletInfoAccess};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::{Header, OverwriteReason},
    record::{
        Content, Document, Documents, MediaType, ObjectId, Relation, Rewritten, SnapshotRef, Subject, VersionRef,
    },
    seal::{message, Seal},
    uscc::Uscc,
};
use pallet_jiandu_archives::{Act, Registration};
use sp_keyring::Sr25519Keyring as Key;

/// Bytes of all keys and values of a pallet.
fn bytes_of<P: PalletInfoAccess + 'static>() -> usize {
    let name = <crate::Runtime as frame_system::Config>::PalletInfo::name::<P>().expect("a pallet of the runtime");
    let prefix = sp_io::hashing::twox_128(name.as_bytes());
    let mut bytes = 0;
    let mut key = prefix.to_vec();
    while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&prefix)) {
        bytes += next.len() + sp_io::storage::get(&next).map_or(0, |value| value.len());
        key = next;
    }
    bytes
}

/// How much a pallet grows by.
fn growth<P: PalletInfoAccess + 'static>(act: impl FnOnce()) -> usize {
    let before = bytes_of::<P>();
    act();
    bytes_of::<P>() - before
}

fn signed(key: Key) -> RuntimeOrigin {
    RuntimeOrigin::signed(key.to_account_id())
}

fn documents(number: u8) -> Documents {
    let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| ContentHash { alg, value: [number; 32] });
    let content = Content::Plain { digests: digests.to_vec().try_into().expect("two"), length: 1_000_000 };
    vec![Document { content, media: MediaType::Pdf }].try_into().expect("one")
}

fn header() -> Header {
    Header { business: Some(1), submitted: Some(1), ..Header::default() }
}

#[test]
fn a_record_with_one_document_should_cost_no_more_than_promised() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let subject = Subject::Uscc(Uscc::from_bytes(*b"91430100MADEW01019"));
        let id = |text: &str| text.parse().expect("an id");
        let object = ObjectId::new(&subject, &id("annual-report-2025"));
        let at = |version, revision| VersionRef { version, revision };
        let create = |name: &str, number| {
            crate::Records::create(signed(Key::Alice), subject, id(name), header(), documents(number)).expect("creates")
        };
        let first = growth::<crate::Records>(|| create("annual-report-2025", 1));
        let same_document = growth::<crate::Records>(|| create("annual-report-copy", 1));
        let version = growth::<crate::Records>(|| {
            crate::Records::update(signed(Key::Alice), object, at(0, 0), header(), documents(2)).expect("updates");
        });
        let rewritten = growth::<crate::Records>(|| {
            let versions = vec![Rewritten::Replaced { header: header(), documents: documents(3) }, Rewritten::Reaffirmed];
            let versions = versions.try_into().expect("few");
            let reason = OverwriteReason::WrongDocument;
            crate::Records::overwrite(signed(Key::Alice), object, at(1, 0), 0, versions, reason).expect("overwrites");
        });
        let seal = growth::<crate::Records>(|| {
            let row = pallet_jiandu_records::Snapshots::<crate::Runtime>::get(object, at(1, 1)).expect("a snapshot");
            let genesis = pallet_jiandu_chain::Genesis::<crate::Runtime>::get().expect("block 1").hash();
            let snapshot = SnapshotRef { object, at: at(1, 1) };
            let message = message(&genesis, &snapshot, &row.into_snapshot().payload);
            let seal = Seal::Sr25519 { public: Key::Bob.public().0, signature: Key::Bob.sign(&message).0 };
            crate::Records::seal(signed(Key::Bob), object, at(1, 1), seal).expect("seals");
        });
        let reference = growth::<crate::Records>(|| {
            let target = SnapshotRef { object: ObjectId::new(&subject, &id("annual-report-copy")), at: at(0, 0) };
            crate::Records::refer(signed(Key::Alice), object, at(1, 1), target, Relation::Related).expect("refers");
        });
        println!(
            "bytes: record with one document {first}, another with the same document {same_document}, version {version}, \
             overwrite of two versions {rewritten}, seal {seal}, reference {reference}"
        );
        assert!(first <= 1_200 && version <= 1_200, "{first} for a record, {version} for a version");
        end_block();
    });
}

#[test]
fn an_enterprise_should_cost_no_more_than_its_page_says() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let registration = Registration {
            enterprise: Uscc::from_bytes(*b"91430100MADEW01019"),
            name: "湖南示例科技股份有限公司".as_bytes().to_vec().try_into().expect("short"),
            code: "HN000001F".parse().expect("a code"),
            since: 0,
        };
        let act: Act<AccountId> = Act::Register(vec![registration].try_into().expect("one"));
        let digest = sp_io::hashing::blake2_256(&codec::Encode::encode(&act));
        let proposed = growth::<crate::Archives>(|| {
            crate::Archives::propose(signed(Key::Alice), act).expect("proposes");
        });
        let before = bytes_of::<crate::Archives>();
        crate::Archives::confirm(signed(Key::Bob), 0, digest, 1).expect("confirms");
        let registered = bytes_of::<crate::Archives>() as i64 - before as i64;
        println!("bytes: proposal {proposed}, enterprise {registered} more once it is registered");
        assert!(registered <= 1_500, "{registered} bytes for an enterprise");
        end_block();
    });
}
