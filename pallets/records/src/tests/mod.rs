//! One file per behaviour.
mod create;
mod header;
mod misfile;
mod model;
mod origins;
mod overwrite;
mod releases;
mod statements;
mod update;
mod verdict;
mod withdraw;

use crate::mock::*;
use jiandu_primitives::{
    change::RecordChange,
    digest::DigestAlg,
    header::{Header, OverwriteReason},
    record::{Changed, ObjectId, Place, RecordKind, RecordWriter, Rewritten, VersionRef, WithdrawalReason},
    verdict::Standing,
};
use sp_runtime::DispatchResult;

fn signed(key: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(key)
}

fn object(id: &str) -> ObjectId {
    ObjectId::new(&subject(), &external_id(id))
}

fn version(version: u32) -> VersionRef {
    VersionRef { version, revision: 0 }
}

fn create(key: u64, id: &str, numbers: &[u8]) -> DispatchResult {
    Records::create(signed(key), subject(), external_id(id), Header::default(), documents(numbers))
}

fn update(key: u64, id: &str, base: u32, numbers: &[u8]) -> DispatchResult {
    Records::update(signed(key), object(id), version(base), Header::default(), documents(numbers))
}

fn withdraw(key: u64, id: &str, base: u32) -> DispatchResult {
    Records::withdraw(signed(key), object(id), version(base), Default::default(), WithdrawalReason::Mistake)
}

/// What an overwrite makes of a version: these documents, or what it was.
fn rewritten(numbers: Option<&[u8]>) -> Rewritten {
    match numbers {
        Some(numbers) => Rewritten::Replaced { header: Header::default(), documents: documents(numbers) },
        None => Rewritten::Reaffirmed,
    }
}

fn overwrite(key: u64, id: &str, base: VersionRef, from: u32, versions: &[Option<&[u8]>]) -> DispatchResult {
    let versions: Vec<_> = versions.iter().map(|numbers| rewritten(*numbers)).collect();
    let versions = versions.try_into().expect("few");
    let done = Records::overwrite(signed(key), object(id), base, from, versions, OverwriteReason::WrongDocument);
    done.map(|_| ()).map_err(|error| error.error)
}

/// The standing of a document in the first record that holds it.
fn standing(number: u8) -> Standing {
    Records::verdict(digest(DigestAlg::Blake3, number)).entries.first().expect("known").standing
}

/// The next snapshot of a record of a workflow kind, as its workflow writes it.
fn of_workflow(
    kind: RecordKind,
    id: &str,
    base: Option<VersionRef>,
    numbers: &[u8],
) -> Result<Changed, crate::Error<Test>> {
    let place = Place { kind, subject: subject(), external_id: external_id(id), backfilled: false };
    let change = RecordChange::Snapshot { base, header: Header::default(), documents: documents(numbers) };
    Records::change_record(&actor(MAKER), place, change)
}
