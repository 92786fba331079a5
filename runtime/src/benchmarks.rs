//! The benchmarks of this runtime's pallets, and what they need of it. Only where weights are measured.

use crate::{configs::CouncilInstance, AccountId, Archives, Council, Members, Runtime, RuntimeCall};
use alloc::{boxed::Box, vec::Vec};
use codec::Encode;
use frame_benchmarking::{account, define_benchmarks};
use frame_support::traits::{ChangeMembers, Get};
pub use frame_system_benchmarking::{extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench};
use jiandu_primitives::{
    chain::{GenesisHash, GenesisRow},
    member::{Role, Roles},
    uscc::Uscc,
};
use sp_runtime::traits::{BlakeTwo256, Hash};

define_benchmarks!(
    [frame_system, SystemBench::<Runtime>]
    [frame_system_extensions, SystemExtensionsBench::<Runtime>]
    [pallet_collective, crate::Council]
    [pallet_timestamp, crate::Timestamp]
    [pallet_jiandu_archives, crate::Archives]
    [pallet_jiandu_disclosures, crate::Disclosures]
    [pallet_jiandu_governance, crate::Governance]
    [pallet_jiandu_grants, crate::Grants]
    [pallet_jiandu_members, crate::Members]
    [pallet_jiandu_obligations, crate::Obligations]
    [pallet_jiandu_records, crate::Records]
    [pallet_jiandu_recovery, crate::Recovery]
);

impl frame_system_benchmarking::Config for Runtime {}

/// Members and seats for the benchmarks.
pub struct Helper;

impl pallet_jiandu_members::benchmarking::BenchmarkHelper<AccountId> for Helper {
    fn seat(accounts: &[AccountId]) {
        <crate::configs::CouncilSeats as pallet_jiandu_governance::Seats<AccountId>>::give(accounts);
    }
}

impl pallet_jiandu_governance::benchmarking::BenchmarkHelper<AccountId> for Helper {
    fn lasting(number: u32) -> AccountId {
        Members::seed_seat(number)
    }

    fn full_council() {
        let seats = (0..pallet_jiandu_governance::MAX_SEATS).map(|number| account("former", number, 0));
        let mut seats: Vec<AccountId> = seats.collect();
        seats.sort();
        Council::set_members_sorted(&seats, &pallet_collective::Members::<Runtime, CouncilInstance>::get());
        let count = u32::try_from(seats.len()).expect("few seats");
        for number in 0..<Runtime as pallet_collective::Config<CouncilInstance>>::MaxProposals::get() {
            let remark = number.to_le_bytes().to_vec();
            let call: RuntimeCall = frame_system::Call::<Runtime>::remark { remark }.into();
            let hash = BlakeTwo256::hash_of(&call);
            let length = u32::try_from(call.encoded_size()).expect("a short call");
            let index = pallet_collective::ProposalCount::<Runtime, CouncilInstance>::get();
            Council::do_propose_proposed(seats[0].clone(), count, Box::new(call), length).expect("a motion");
            for seat in &seats {
                Council::do_vote(seat.clone(), hash, index, true).expect("a vote");
            }
        }
    }
}

impl pallet_jiandu_disclosures::benchmarking::BenchmarkHelper for Helper {
    fn register() -> Uscc {
        let (enterprise, exchange) =
            (jiandu_primitives::benchmarking::uscc(0), pallet_jiandu_members::benchmarking::EXCHANGE);
        Archives::seed(enterprise, exchange);
        Archives::seed_mandate(enterprise, exchange);
        exchange
    }
}

impl pallet_jiandu_grants::benchmarking::BenchmarkHelper<AccountId> for Helper {
    fn member(number: u32, role: Role) -> (Uscc, AccountId) {
        Members::seed_member(number, role)
    }

    fn enterprise() -> [AccountId; 2] {
        let enterprise = jiandu_primitives::benchmarking::uscc(0);
        if !pallet_jiandu_archives::Enterprises::<Runtime>::contains_key(enterprise) {
            Archives::seed(enterprise, pallet_jiandu_members::benchmarking::EXCHANGE);
        }
        Archives::seed_keys(enterprise)
    }
}

impl pallet_jiandu_obligations::benchmarking::BenchmarkHelper for Helper {
    fn enterprise() -> Uscc {
        let enterprise = jiandu_primitives::benchmarking::uscc(0);
        Archives::seed(enterprise, pallet_jiandu_members::benchmarking::EXCHANGE);
        enterprise
    }

    fn set_time(time: u64) {
        pallet_timestamp::Now::<Runtime>::put(time.saturating_mul(1_000));
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
