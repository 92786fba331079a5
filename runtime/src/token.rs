//! There is no token. Where a pallet of the SDK asks for one, it gets [`NoToken`]: every balance is zero and stays so.

use crate::{AccountId, RuntimeHoldReason};
use frame_support::traits::{
    fungible::{hold, Dust, Inspect, Mutate, Unbalanced},
    tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
};
use sp_runtime::{traits::Zero, DispatchError, DispatchResult, TokenError};

/// A token of which nobody ever has any.
pub struct NoToken;

impl Inspect<AccountId> for NoToken {
    type Balance = u64;

    fn total_issuance() -> u64 {
        0
    }

    fn minimum_balance() -> u64 {
        0
    }

    fn total_balance(_: &AccountId) -> u64 {
        0
    }

    fn balance(_: &AccountId) -> u64 {
        0
    }

    fn reducible_balance(_: &AccountId, _: Preservation, _: Fortitude) -> u64 {
        0
    }

    fn can_deposit(_: &AccountId, _: u64, _: Provenance) -> DepositConsequence {
        DepositConsequence::Success
    }

    fn can_withdraw(_: &AccountId, amount: u64) -> WithdrawConsequence<u64> {
        if amount.is_zero() {
            WithdrawConsequence::Success
        } else {
            WithdrawConsequence::BalanceLow
        }
    }
}

impl Unbalanced<AccountId> for NoToken {
    fn handle_dust(_: Dust<AccountId, Self>) {}

    fn write_balance(_: &AccountId, amount: u64) -> Result<Option<u64>, DispatchError> {
        refuse_unless_zero(amount).map(|()| None)
    }

    fn set_total_issuance(_: u64) {}
}

impl Mutate<AccountId> for NoToken {}

impl hold::Inspect<AccountId> for NoToken {
    type Reason = RuntimeHoldReason;

    fn total_balance_on_hold(_: &AccountId) -> u64 {
        0
    }

    fn balance_on_hold(_: &RuntimeHoldReason, _: &AccountId) -> u64 {
        0
    }
}

impl hold::Unbalanced<AccountId> for NoToken {
    fn set_balance_on_hold(_: &RuntimeHoldReason, _: &AccountId, amount: u64) -> DispatchResult {
        refuse_unless_zero(amount)
    }
}

impl hold::Mutate<AccountId> for NoToken {}

fn refuse_unless_zero(amount: u64) -> DispatchResult {
    if amount.is_zero() {
        Ok(())
    } else {
        Err(TokenError::Unsupported.into())
    }
}
