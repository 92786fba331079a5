//! One file per behaviour.
mod embargo;
mod freezing;
mod model;
mod origins;
mod parties;
mod publishing;
mod reviewing;
mod secrecy;

use crate::{mock::*, types::*, NextSubmission, Submissions};
use frame_support::assert_ok;
use jiandu_primitives::{
    change::RecordChange,
    digest::{ContentHash, DigestAlg},
    disclosure::{CorrectionReason, Disclosure, DisclosureAct, DisclosureClass, DisclosureKind, ReviewReason},
    header::{Header, OverwriteReason},
    record::{ObjectId, Rewritten, Subject, VersionRef, WithdrawalReason},
    uscc::Uscc,
    verdict::Standing,
};
use sp_runtime::{DispatchError, DispatchResult};

const SALT: [u8; 32] = [7; 32];
const INCORRECT: Reason<ReviewReason> = Reason { code: ReviewReason::Incorrect, text: None };

fn signed(key: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(key)
}

fn exchange() -> Uscc {
    actor(MAKER).expect("a member").organisation
}

fn version(version: u32) -> VersionRef {
    VersionRef { version, revision: 0 }
}

fn with_act(number: &str, act: DisclosureAct) -> Disclosure {
    Disclosure {
        enterprise: uscc(1),
        kind: DisclosureKind::AnnualReport,
        number: number.parse().expect("a label"),
        mandate: None,
        occasion: None,
        backfilled: false,
        act,
    }
}

/// The annual report of enterprise 1 with these documents: begun, or a correction on a version.
fn report(number: &str, base: Option<u32>, numbers: &[u8]) -> Disclosure {
    let change =
        RecordChange::Snapshot { base: base.map(version), header: Header::default(), documents: documents(numbers) };
    with_act(number, DisclosureAct::Change { change, correction: base.map(|_| CorrectionReason::Figures) })
}

/// Its overwrite from a version on: documents for each.
fn rewriting(number: &str, base: VersionRef, from: u32, versions: &[&[u8]]) -> Disclosure {
    let versions = versions
        .iter()
        .map(|numbers| Rewritten::Replaced { header: Header::default(), documents: documents(numbers) })
        .collect::<Vec<_>>();
    let versions = versions.try_into().expect("few");
    let change = RecordChange::Overwrite { base, from, versions, reason: OverwriteReason::WrongDocument };
    with_act(number, DisclosureAct::Change { change, correction: None })
}

fn withdrawal(number: &str, base: u32) -> Disclosure {
    let act =
        DisclosureAct::Withdraw { base: version(base), header: Header::default(), reason: WithdrawalReason::Mistake };
    with_act(number, act)
}

/// Submits a disclosure and gives its number.
fn submitted_by(key: u64, disclosure: &Disclosure, salt: [u8; 32]) -> u64 {
    let number = NextSubmission::<Test>::get();
    assert_ok!(Disclosures::submit(signed(key), exchange(), disclosure.kind.class(), disclosure.commitment(&salt)));
    number
}

fn submitted(disclosure: &Disclosure) -> u64 {
    submitted_by(MAKER, disclosure, SALT)
}

fn publish(key: u64, number: u64, disclosure: &Disclosure) -> DispatchResult {
    let published = Disclosures::publish(signed(key), number, SALT, Box::new(disclosure.clone()));
    published.map(|_| ()).map_err(|error| error.error)
}

fn published(disclosure: &Disclosure) -> u64 {
    let number = submitted(disclosure);
    assert_ok!(publish(CHECKER, number, disclosure));
    number
}

fn accept(number: u64, disclosure: &Disclosure, not_before: Option<u64>) -> DispatchResult {
    Disclosures::accept(signed(CHECKER), number, disclosure.commitment(&SALT), not_before)
}

fn send_back(number: u64, disclosure: &Disclosure) -> DispatchResult {
    Disclosures::return_submission(signed(CHECKER), number, disclosure.commitment(&SALT), INCORRECT)
}

fn resubmit(key: u64, number: u64, disclosure: &Disclosure) -> DispatchResult {
    Disclosures::resubmit(signed(key), number, disclosure.kind.class(), disclosure.commitment(&SALT))
}

fn state(number: u64) -> SubmissionState {
    Submissions::<Test>::get(number).expect("a submission").state
}

fn object(number: &str) -> ObjectId {
    let id = report(number, None, &[1]).external_id().expect("a name");
    ObjectId::new(&Subject::Uscc(uscc(1)), &id)
}

/// The standing of a document in the first record that holds it; none where no record does.
fn standing(number: u8) -> Option<Standing> {
    let digest = ContentHash { alg: DigestAlg::Sm3, value: [number; 32] };
    Records::verdict(digest).entries.first().map(|entry| entry.standing)
}
