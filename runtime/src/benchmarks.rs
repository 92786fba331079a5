//! The benchmarks of this runtime's pallets, and what they need of it. Only where weights are measured.

use crate::{AccountId, Members, Runtime};
use frame_benchmarking::{account, define_benchmarks};
use jiandu_primitives::{
    chain::{GenesisHash, GenesisRow},
    member::{Role, Roles},
};

define_benchmarks!(
    [pallet_jiandu_archives, crate::Archives]
    [pallet_jiandu_governance, crate::Governance]
    [pallet_jiandu_members, crate::Members]
    [pallet_jiandu_records, crate::Records]
);

/// Members and seats for the benchmarks.
pub struct Helper;

impl pallet_jiandu_members::benchmarking::BenchmarkHelper<AccountId> for Helper {
    fn seat(accounts: &[AccountId]) {
        <crate::configs::CouncilSeats as pallet_jiandu_governance::Seats<AccountId>>::give(accounts);
    }
}

impl pallet_jiandu_governance::benchmarking::BenchmarkHelper<AccountId> for Helper {
    fn lasting(number: u32) -> AccountId {
        let key: AccountId = account("lasting", number, 0);
        pallet_jiandu_members::Pallet::<Runtime>::seed(key.clone(), Roles::of(&[Role::Discloser]));
        key
    }
}

impl pallet_jiandu_records::benchmarking::BenchmarkHelper for Helper {
    fn begin() {
        // On a real chain block 1 writes it.
        pallet_jiandu_chain::Genesis::<Runtime>::put(GenesisRow::V1(GenesisHash([9; 32])));
    }

    fn hold(public: [u8; 32]) {
        Members::seed(AccountId::from(public), Roles::of(&[Role::Discloser]));
    }
}
