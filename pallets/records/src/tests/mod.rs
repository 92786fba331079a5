//! One file per behaviour.
mod create;
mod model;
mod origins;
mod update;
mod verdict;
mod withdraw;

use crate::mock::*;
use jiandu_primitives::record::{ObjectId, VersionRef, WithdrawalReason};
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
    Records::create(signed(key), subject(), external_id(id), documents(numbers))
}

fn update(key: u64, id: &str, base: u32, numbers: &[u8]) -> DispatchResult {
    Records::update(signed(key), object(id), version(base), documents(numbers))
}

fn withdraw(key: u64, id: &str, base: u32) -> DispatchResult {
    Records::withdraw(signed(key), object(id), version(base), WithdrawalReason::Mistake)
}
