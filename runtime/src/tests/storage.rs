//! What records, enterprises, disclosures, obligations, grants, members and the chain's own facts cost in the state, keys and values
//! together: the figures of docs/pallets.
use super::{begin_block, end_block, new_chain};
use crate::{configs::CouncilInstance, presets, AccountId, RuntimeOrigin};
use frame_support::traits::{PalletInfo, PalletInfoAccess};
use jiandu_primitives::{
    calendar::Day,
    change::RecordChange,
    digest::{ContentHash, DigestAlg},
    disclosure::{Disclosure, DisclosureAct, DisclosureKind, Enterprises, Occasion},
    grant::{decision::Use, usage::Outcome, Action, Actions, Commitment, GrantedItem, Onward, Terms},
    header::{Body, Header, Level, Locator, OverwriteReason},
    member::{Custody, Handle, OrganisationKind, Role, Roles},
    record::{
        Content, Document, Documents, MediaType, ObjectId, Relation, Rewritten, SnapshotRef, Subject, VersionRef,
    },
    seal::{message, Seal},
    uscc::Uscc,
};
use pallet_jiandu_archives::{Act, Registration};
use pallet_jiandu_members::NewKey;
use sp_keyring::Sr25519Keyring as Key;

const ENTERPRISE: Uscc = Uscc::from_bytes(*b"91430100MADEW01019");

/// Bytes of a key and its value.
fn bytes_of_row(key: &[u8]) -> usize {
    key.len() + sp_io::storage::get(key).map_or(0, |value| value.len())
}

/// Bytes of all keys and values of a pallet.
fn bytes_of<P: PalletInfoAccess + 'static>() -> usize {
    let name = <crate::Runtime as frame_system::Config>::PalletInfo::name::<P>().expect("a pallet of the runtime");
    let prefix = sp_io::hashing::twox_128(name.as_bytes());
    let mut bytes = 0;
    let mut key = prefix.to_vec();
    while let Some(next) = sp_io::storage::next_key(&key).filter(|next| next.starts_with(&prefix)) {
        bytes += bytes_of_row(&next);
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

/// The council, all of whose seats are for it.
fn council() -> RuntimeOrigin {
    pallet_collective::RawOrigin::<AccountId, CouncilInstance>::Members(1, 1).into()
}

fn new_key(key: Key, person: u8, role: Role) -> NewKey<AccountId> {
    let roles = Roles::of(&[role]);
    let (account, handle) = (key.to_account_id(), Handle([person; 8]));
    NewKey { account, handle, roles, custody: Custody::Own, from: 0, until: None }
}

fn documents(number: u8) -> Documents {
    let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| ContentHash { alg, value: [number; 32] });
    let content = Content::Plain { digests: digests.to_vec().try_into().expect("two"), length: 1_000_000 };
    vec![Document { content, media: MediaType::Pdf }].try_into().expect("one")
}

fn sealed(number: u8) -> Documents {
    let algs = [DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment];
    let digests = algs.map(|alg| ContentHash { alg, value: [number; 32] }).to_vec().try_into().expect("three");
    vec![Document { content: Content::Sealed { digests, length: 1_000_000 }, media: MediaType::Pdf }]
        .try_into()
        .expect("one")
}

/// As the client makes it: with the body, where that lies, and when it was handed in.
fn header() -> Header {
    let body = Body { sm3: [1; 32], length: 700, locator: Some(Locator([1; 32])) };
    Header { business: Some(1), submitted: Some(1), body: Some(body), ..Header::default() }
}

#[test]
fn a_record_with_one_document_should_cost_no_more_than_promised() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let subject = Subject::Uscc(ENTERPRISE);
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
        let sealed = growth::<crate::Records>(|| {
            let header = Header { level: Level::L3, ..header() };
            crate::Records::create(signed(Key::Alice), subject, id("loan-contract-2025"), header, sealed(9)).expect("creates");
        });
        println!(
            "bytes: record with one sealed document {sealed}, record with one document {first}, another with the same document {same_document}, version {version}, \
             overwrite of two versions {rewritten}, seal {seal}, reference {reference}"
        );
        assert!(first <= 1_200 && version <= 1_200, "{first} for a record, {version} for a version");
        assert!(sealed <= 1_400, "{sealed} for a sealed record");
        end_block();
    });
}

/// The registration of an enterprise.
fn registration() -> Act<AccountId> {
    let registration = Registration {
        enterprise: ENTERPRISE,
        name: "湖南示例科技股份有限公司".as_bytes().to_vec().try_into().expect("short"),
        code: "HN000001F".parse().expect("a code"),
        since: 0,
    };
    Act::Register(vec![registration].try_into().expect("one"))
}

/// A second person agrees to it.
fn confirm(act: &Act<AccountId>) {
    let digest = sp_io::hashing::blake2_256(&codec::Encode::encode(act));
    crate::Archives::confirm(signed(Key::Bob), 0, digest, 1).expect("confirms");
}

#[test]
fn an_enterprise_should_cost_no_more_than_its_page_says() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let act = registration();
        let proposed = growth::<crate::Archives>(|| {
            crate::Archives::propose(signed(Key::Alice), act.clone()).expect("proposes");
        });
        let before = bytes_of::<crate::Archives>();
        confirm(&act);
        let registered = bytes_of::<crate::Archives>() as i64 - before as i64;
        println!("bytes: proposal {proposed}, enterprise {registered} more once it is registered");
        assert!(registered <= 1_500, "{registered} bytes for an enterprise");
        end_block();
    });
}

/// A disclosure whose record is new, with one document.
fn disclosure(number: &str, occasion: Occasion) -> Disclosure {
    let change = RecordChange::Snapshot { base: None, header: header(), documents: documents(1) };
    Disclosure {
        enterprise: ENTERPRISE,
        kind: DisclosureKind::InterimAnnouncement,
        number: number.parse().expect("a label"),
        mandate: None,
        occasion: Some(occasion),
        backfilled: false,
        act: DisclosureAct::Change { change, correction: None },
    }
}

#[test]
fn a_disclosure_and_its_obligation_should_cost_no_more_than_their_pages_say() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let act = registration();
        crate::Archives::propose(signed(Key::Alice), act.clone()).expect("proposes");
        confirm(&act);
        let (exchange, _) = <crate::Archives as Enterprises<AccountId>>::registrar(&ENTERPRISE).expect("registered");
        let day = Day::new(2000, 1, 1).expect("a day");
        let schedule = Occasion::Schedule { security: "DCFGFR2401".parse().expect("a label"), day };
        let occasions = vec![(DisclosureKind::InterestPayment, schedule)].try_into().expect("one");
        let declared = growth::<crate::Obligations>(|| {
            crate::Obligations::declare_many(signed(Key::Alice), ENTERPRISE, occasions).expect("declares");
        });
        let disclosure = disclosure("2026-1", Occasion::Event { day, number: 0 });
        let submitted = growth::<crate::Disclosures>(|| {
            let commitment = disclosure.commitment(&[1; 32]);
            let class = disclosure.kind.class();
            crate::Disclosures::submit(signed(Key::Alice), exchange, class, commitment).expect("submits");
        });
        let (before, obligations) = (bytes_of::<crate::Disclosures>(), bytes_of::<crate::Obligations>());
        crate::Disclosures::publish(signed(Key::Bob), 0, [1; 32], Box::new(disclosure)).expect("publishes");
        let published = bytes_of::<crate::Disclosures>() as i64 - before as i64;
        let met = bytes_of::<crate::Obligations>() - obligations;
        println!(
            "bytes: submission {submitted}, {published} more once it is published; declared occasion {declared}, \
             met obligation of an event {met}"
        );
        assert!(submitted <= 500 && published <= 150, "{submitted} for a submission, {published} for its publication");
        assert!(declared <= 220 && met <= 330, "{declared} for an occasion, {met} for a met obligation");
        end_block();
    });
}

#[test]
fn a_member_should_cost_no_more_than_its_page_says() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let organisation = ENTERPRISE;
        let first = growth::<crate::Members>(|| {
            let name = "湖南示例科技股份有限公司".as_bytes().to_vec().try_into().expect("short");
            let administrator = new_key(Key::AliceStash, 20, Role::Administrator);
            let kind = OrganisationKind::Auditor;
            crate::Members::admit_organisation(council(), organisation, kind, name, administrator).expect("admits");
        });
        let further = growth::<crate::Members>(|| {
            let key = new_key(Key::BobStash, 21, Role::Auditor);
            crate::Members::admit_key(signed(Key::AliceStash), organisation, key).expect("admits");
        });
        let rotated = growth::<crate::Members>(|| {
            let successor = Key::CharlieStash.to_account_id();
            crate::Members::rotate_key(signed(Key::BobStash), successor, Custody::Own).expect("rotates");
        });
        let deputation = growth::<crate::Members>(|| {
            let (deputy, roles) = (Key::CharlieStash.to_account_id(), Roles::of(&[Role::Verifier]));
            crate::Members::appoint_deputy(signed(Key::AliceStash), deputy, roles, 0, 1_000).expect("appoints");
        });
        let account = frame_system::Account::<crate::Runtime>::hashed_key_for(Key::AliceStash.to_account_id());
        let account = bytes_of_row(&account);
        println!(
            "bytes: organisation with its first key {first}, further key {further}, rotation {rotated}, \
             deputation {deputation}, account of a key {account}"
        );
        assert!(first <= 600 && further <= 400, "{first} for an organisation, {further} for a key");
        assert!(rotated <= 400 && deputation <= 150, "{rotated} for a rotation, {deputation} for a deputation");
        end_block();
    });
}

#[test]
fn seats_and_facts_should_cost_no_more_than_their_pages_say() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let seats = bytes_of::<crate::Council>();
        let seat = growth::<crate::Council>(|| {
            let members = [Key::Alice, Key::Bob].map(|key| key.to_account_id()).to_vec();
            crate::Governance::seat_council(council(), members.try_into().expect("two")).expect("seats");
        });
        let facts = bytes_of::<crate::Chain>();
        println!("bytes: council of one {seats}, further seat {seat}, facts of the chain {facts}");
        assert!(seat <= 40 && facts <= 200, "{seat} for a seat, {facts} for the facts");
        end_block();
    });
}

/// The enterprise with Ferdie's key and, as bank and bureau, one organisation each with a key of its own.
fn parties() -> [Uscc; 2] {
    let confirm = |act: &Act<AccountId>, number| {
        let digest = sp_io::hashing::blake2_256(&codec::Encode::encode(act));
        crate::Archives::confirm(signed(Key::Bob), number, digest, 1).expect("confirms");
    };
    let bind = Act::BindKey {
        enterprise: ENTERPRISE,
        key: Key::FerdieStash.to_account_id(),
        custody: Custody::Own,
        replaces: None,
        application: [1; 32],
    };
    for (number, act) in [registration(), bind].iter().enumerate() {
        crate::Archives::propose(signed(Key::Alice), act.clone()).expect("proposes");
        confirm(act, number as u64);
    }
    let members = [
        ("91430100MADEW00177", OrganisationKind::DataUser, Key::AliceStash, Key::BobStash, Role::User),
        ("91430100MADEW0018A", OrganisationKind::DataProvider, Key::CharlieStash, Key::DaveStash, Role::Provider),
    ];
    members.map(|(code, kind, administrator, key, role)| {
        let body = code.parse().unwrap_or_else(|error| panic!("{code}: {error}"));
        let name = "示例机构".as_bytes().to_vec().try_into().expect("short");
        let first = new_key(administrator, 30, Role::Administrator);
        crate::Members::admit_organisation(council(), body, kind, name, first).expect("admits");
        crate::Members::admit_key(signed(administrator), body, new_key(key, 31, role)).expect("admits");
        body
    })
}

/// Three items for one purpose, 30 days, 3 uses, nothing passed on, all deleted afterwards.
fn terms([user, provider]: [Uscc; 2]) -> Terms {
    let item = |number| GrantedItem { item: Commitment([number; 32]), consent: None };
    Terms {
        enterprise: ENTERPRISE,
        user,
        provider: Some(provider),
        parent: None,
        replaces: None,
        items: vec![item(1), item(2), item(3)].try_into().expect("few"),
        level: Level::L3,
        purpose: Some(Commitment([50; 32])),
        actions: Actions::of(&[Action::View, Action::Query]),
        from: 0,
        until: Some(30 * 24 * 60 * 60),
        uses: Some(3),
        territory: Some(Commitment([60; 32])),
        onward: Onward::Forbidden,
        delete_within: Some(30),
        benefit: None,
        unrestricted: false,
        agreement: Commitment([61; 32]),
    }
}

#[test]
fn a_grant_and_its_uses_should_cost_no_more_than_their_page_says() {
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        let parties = parties();
        let terms = terms(parties);
        let digest = terms.digest();
        let proposed = growth::<crate::Grants>(|| {
            crate::Grants::propose_grant(signed(Key::BobStash), Box::new(terms)).expect("proposes");
        });
        let signed_by = |key| crate::Grants::sign_grant(signed(key), 0, digest).expect("signs");
        let held = growth::<crate::Grants>(|| {
            signed_by(Key::FerdieStash);
            signed_by(Key::DaveStash);
        });
        let asked = Use {
            item: Commitment([2; 32]),
            purpose: Some(Commitment([50; 32])),
            action: Action::View,
            level: Level::L3,
        };
        let used = |ticket| {
            growth::<crate::Grants>(|| {
                crate::Grants::reserve_use(signed(Key::BobStash), 0, asked, [ticket; 32]).expect("reserves");
                let result = Some(Commitment([9; 32]));
                let receipt = u32::from(ticket);
                crate::Grants::settle_use(signed(Key::DaveStash), 0, receipt, Outcome::Served, result)
                    .expect("settles");
            })
        };
        // The first one of a day brings the count of the day with it.
        let (_, another) = (used(0), used(1));
        println!(
            "bytes: proposed grant {proposed}, {held} more until it holds, use that was reserved and settled {another}"
        );
        assert!(proposed <= 1_500 && held <= 600, "{proposed} for a proposal, {held} until it holds");
        assert!(another <= 900, "{another} for a use");
        end_block();
    });
}
