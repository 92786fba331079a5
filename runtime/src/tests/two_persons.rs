//! Nothing that was published is altered by one person: every call of the runtime is looked at.
use super::{begin_block, calls, end_block, new_chain};
use crate::{presets, Disclosures, Runtime, RuntimeCall, RuntimeOrigin};
use codec::Encode;
use frame_support::{assert_ok, dispatch::GetDispatchInfo, traits::GetCallMetadata};
use jiandu_primitives::{
    change::RecordChange,
    digest::{ContentHash, DigestAlg},
    disclosure::{CorrectionReason, Disclosure, DisclosureAct, DisclosureKind, FreezeReason, ReviewReason},
    header::{Header, OverwriteReason},
    record::{
        Content, Document, Documents, ExternalId, MediaType, ObjectId, Relation, Rewritten, SnapshotRef, Subject,
        VersionRef, WithdrawalReason,
    },
    seal::Seal,
    uscc::Uscc,
};
use pallet_jiandu_archives::{Act, Call as Archives, Registration};
use pallet_jiandu_disclosures::{Call as Disclosing, Item, Reason};
use pallet_jiandu_records::Call as Records;
use sp_keyring::Sr25519Keyring::{self as Key, Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two};
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeSet;

/// Everybody that the preset knows. Alice is 登记岗 and 信披岗, Bob 复核岗.
const PEOPLE: [Key; 8] = [Alice, Bob, Charlie, Dave, Eve, Ferdie, One, Two];
const SALT: [u8; 32] = [7; 32];
const BASE: VersionRef = VersionRef { version: 0, revision: 0 };

fn enterprise() -> Uscc {
    Uscc::from_bytes(*b"91430100MADEW01019")
}

fn exchange() -> Uscc {
    Uscc::from_bytes(*b"91430100MADEW0001K")
}

fn documents(number: u8) -> Documents {
    let digests = [DigestAlg::Blake3, DigestAlg::Sm3].map(|alg| ContentHash { alg, value: [number; 32] });
    let content = Content::Plain { digests: digests.to_vec().try_into().expect("two"), length: 100 };
    vec![Document { content, media: MediaType::Pdf }].try_into().expect("one")
}

fn with_act(act: DisclosureAct) -> Disclosure {
    Disclosure {
        enterprise: enterprise(),
        kind: DisclosureKind::AnnualReport,
        number: "2025".parse().expect("a label"),
        mandate: None,
        occasion: None,
        backfilled: false,
        act,
    }
}

fn report(base: Option<VersionRef>, number: u8) -> Disclosure {
    let change = RecordChange::Snapshot { base, header: Header::default(), documents: documents(number) };
    with_act(DisclosureAct::Change { change, correction: base.map(|_| CorrectionReason::Figures) })
}

fn rewriting() -> Disclosure {
    let versions = vec![replaced()].try_into().expect("one");
    let change = RecordChange::Overwrite { base: BASE, from: 0, versions, reason: OverwriteReason::Returned };
    with_act(DisclosureAct::Change { change, correction: None })
}

fn withdrawal() -> Disclosure {
    let reason = WithdrawalReason::Mistake;
    with_act(DisclosureAct::Withdraw { base: BASE, header: Header::default(), reason })
}

fn replaced() -> Rewritten {
    Rewritten::Replaced { header: Header::default(), documents: documents(9) }
}

fn object() -> ObjectId {
    let id = report(None, 1).external_id().expect("a name");
    ObjectId::new(&Subject::Uscc(enterprise()), &id)
}

fn plain_id() -> ExternalId {
    "plain".parse().expect("an id")
}

fn signed(key: Key) -> RuntimeOrigin {
    RuntimeOrigin::signed(key.to_account_id())
}

fn submit(disclosure: &Disclosure) {
    let commitment = disclosure.commitment(&SALT);
    assert_ok!(Disclosures::submit(signed(Alice), exchange(), disclosure.kind.class(), commitment));
}

/// Another enterprise, and its report.
fn right() -> Uscc {
    Uscc::from_bytes(*b"91430100MADEW0009C")
}

fn of_right() -> Disclosure {
    Disclosure { enterprise: right(), ..report(None, 4) }
}

/// That the report should have been the other enterprise's.
fn misfile() -> Act<crate::AccountId> {
    let id = of_right().external_id().expect("a name");
    Act::Misfile { record: object(), to: ObjectId::new(&Subject::Uscc(right()), &id) }
}

/// A published disclosure, and everything that one person can prepare against it.
fn prepared() {
    let registration = |enterprise, name: &str, code: &str| {
        let name = name.as_bytes().to_vec().try_into().expect("short");
        Registration { enterprise, name, code: code.parse().expect("a code"), since: 0 }
    };
    let both = vec![
        registration(enterprise(), "示例有限公司", "HN000001F"),
        registration(right(), "另一有限公司", "HN000002F"),
    ];
    let act = Act::Register(both.try_into().expect("two"));
    let digest = sp_io::hashing::blake2_256(&act.encode());
    assert_ok!(crate::Archives::propose(signed(Alice), act));
    assert_ok!(crate::Archives::confirm(signed(Bob), 0, digest, 2));
    for disclosure in [report(None, 1), of_right()] {
        let number = pallet_jiandu_disclosures::NextSubmission::<Runtime>::get();
        submit(&disclosure);
        assert_ok!(Disclosures::publish(signed(Bob), number, SALT, Box::new(disclosure)));
    }
    assert_ok!(crate::Archives::propose(signed(Alice), misfile()));
    // Alice's own, which wait: a correction, an overwrite, a withdrawal.
    for disclosure in [report(Some(BASE), 2), rewriting(), withdrawal()] {
        submit(&disclosure);
    }
    let subject = Subject::Uscc(enterprise());
    assert_ok!(crate::Records::create(signed(Alice), subject, plain_id(), Header::default(), documents(5)));
}

/// The most that a call could do to the published disclosure, for each call that touches records at all.
fn attempts(call: &str) -> Option<Vec<RuntimeCall>> {
    let (object, header) = (object(), Header::default());
    let reason = Reason { code: ReviewReason::Incorrect, text: None };
    let subject = Subject::Uscc(enterprise());
    let of = |disclosure: Disclosure, submission| Disclosing::publish {
        submission,
        salt: SALT,
        disclosure: Box::new(disclosure),
    };
    let withdraw =
        Act::WithdrawSection { record: object, base: BASE, header: header.clone(), reason: WithdrawalReason::Mistake };
    let seal = Seal::Sr25519 { public: [1; 32], signature: [1; 64] };
    Some(match call {
        "Records create" => {
            let external_id = report(None, 1).external_id().expect("a name");
            vec![Records::create { subject, external_id, header, documents: documents(9) }.into()]
        }
        "Records update" => vec![Records::update { object, base: BASE, header, documents: documents(9) }.into()],
        "Records withdraw" => {
            vec![Records::withdraw { object, base: BASE, header, reason: WithdrawalReason::Mistake }.into()]
        }
        "Records overwrite" => {
            let (versions, reason) = (vec![replaced()].try_into().expect("one"), OverwriteReason::Returned);
            vec![Records::overwrite { object, base: BASE, from: 0, versions, reason }.into()]
        }
        "Records seal" => vec![Records::seal { object, at: BASE, seal }.into()],
        "Records refer" => {
            let target = SnapshotRef { object: ObjectId::new(&subject, &plain_id()), at: BASE };
            vec![Records::refer { object, at: BASE, target, relation: Relation::Related }.into()]
        }
        "Archives propose" => {
            vec![Archives::propose { act: misfile() }.into(), Archives::propose { act: withdraw }.into()]
        }
        "Archives confirm" => {
            let act = sp_io::hashing::blake2_256(&misfile().encode());
            vec![Archives::confirm { proposal: 1, act, size: 1 }.into()]
        }
        "Disclosures publish" => vec![
            of(report(Some(BASE), 2), 2).into(),
            of(rewriting(), 3).into(),
            of(withdrawal(), 4).into(),
            of(report(Some(BASE), 3), 2).into(),
            of(report(None, 1), 0).into(),
        ],
        "Disclosures publish_many" => {
            let items = [(2, report(Some(BASE), 2)), (3, rewriting()), (4, withdrawal())];
            let items = items.map(|(submission, disclosure)| Item { submission, salt: SALT, disclosure });
            vec![Disclosing::publish_many { items: items.to_vec().try_into().expect("few") }.into()]
        }
        "Disclosures accept" => (2..=4)
            .zip([report(Some(BASE), 2), rewriting(), withdrawal()])
            .map(|(submission, disclosure)| {
                let commitment = disclosure.commitment(&SALT);
                Disclosing::accept { submission, commitment, not_before: None }.into()
            })
            .collect(),
        "Disclosures return_submission" => {
            vec![Disclosing::return_submission { submission: 0, commitment: [1; 32], reason }.into()]
        }
        "Disclosures freeze" => {
            let reason = Reason { code: FreezeReason::Risk, text: None };
            vec![Disclosing::freeze { object, reason }.into()]
        }
        "Disclosures unfreeze" => vec![Disclosing::unfreeze { object }.into()],
        _ => return None,
    })
}

/// What is published: the head without its freeze, snapshots, documents and what its digest answers.
fn published() -> Vec<u8> {
    let mut head = pallet_jiandu_records::Objects::<Runtime>::get(object()).expect("a record").into_head();
    head.frozen = false;
    let snapshots: Vec<_> = pallet_jiandu_records::Snapshots::<Runtime>::iter_prefix(object()).collect();
    let documents: Vec<_> = pallet_jiandu_records::Documents::<Runtime>::iter_prefix((object(),)).collect();
    let digest = pallet_jiandu_records::Digests::<Runtime>::get(ContentHash { alg: DigestAlg::Sm3, value: [1; 32] });
    (head, snapshots, documents, digest).encode()
}

#[test]
fn no_call_should_alter_what_was_published_without_two_persons() {
    let examples = calls::examples();
    let mut tried = BTreeSet::new();
    for name in calls::ALLOWED {
        let text = format!("{} {}", name.0, name.1);
        let targeted = attempts(&text);
        let calls = targeted.clone().unwrap_or_else(|| vec![examples[name].clone()]);
        for call in &calls {
            assert_eq!((call.get_call_metadata().pallet_name, call.get_call_metadata().function_name), *name);
            assert!(call.get_dispatch_info().call_weight.ref_time() > 0);
        }
        tried.extend(targeted.map(|_| text.clone()));
        // The inherent is no person's.
        if *name == ("Timestamp", "set") {
            continue;
        }
        new_chain(presets::DEV).execute_with(|| {
            begin_block(1);
            prepared();
            let before = published();
            for person in PEOPLE {
                // A reviewer who had no part in what waits is the second person; nobody is both.
                let decisive = ["Archives confirm", "Disclosures publish", "Disclosures publish_many"];
                let second = person == Bob && decisive.contains(&text.as_str());
                for call in calls.iter().filter(|_| !second) {
                    let outcome = call.clone().dispatch(signed(person));
                    assert_eq!(published(), before, "{text} by {person:?} altered it: {outcome:?}");
                }
            }
            end_block();
        });
    }
    // Whatever of the pallets that write records is not tried with all its might here, decides nothing about them.
    let idle = [
        "Archives decline",
        "Archives end_key",
        "Archives end_mandate",
        "Archives object_to_key",
        "Archives publish_section",
        "Archives set_cooling_off",
        "Archives sign_mandate",
        "Disclosures reject",
        "Disclosures resubmit",
        "Disclosures retract",
        "Disclosures submit",
        "Disclosures take_over",
    ];
    let writers = ["Records", "Archives", "Disclosures"];
    let of_writers = calls::ALLOWED.iter().filter(|name| writers.contains(&name.0));
    let expected: BTreeSet<String> = of_writers.map(|name| format!("{} {}", name.0, name.1)).collect();
    tried.extend(idle.map(String::from));
    assert_eq!(tried, expected, "a call was added: decide what it could do to a published disclosure");
}

#[test]
fn two_persons_should_alter_it_so_that_the_test_above_would_see_it() {
    for (submission, disclosure) in (2..=4).zip([report(Some(BASE), 2), rewriting(), withdrawal()]) {
        new_chain(presets::DEV).execute_with(|| {
            begin_block(1);
            prepared();
            let before = published();
            assert_ok!(Disclosures::publish(signed(Bob), submission, SALT, Box::new(disclosure)));
            assert_ne!(published(), before);
            end_block();
        });
    }
    new_chain(presets::DEV).execute_with(|| {
        begin_block(1);
        prepared();
        let before = published();
        let digest = sp_io::hashing::blake2_256(&misfile().encode());
        assert_ok!(crate::Archives::confirm(signed(Bob), 1, digest, 1));
        assert_ne!(published(), before);
        end_block();
    });
}
