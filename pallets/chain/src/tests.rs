//! The facts of the genesis stay what they were.
use crate::{self as pallet_jiandu_chain, Development, Genesis, SessionLength};
use frame_support::{derive_impl, traits::Hooks};
use jiandu_primitives::chain::{GenesisHash, GenesisRow};
use sp_core::H256;
use sp_runtime::BuildStorage;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Chain: pallet_jiandu_chain,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {}

fn new_chain(session_length: u32) -> sp_io::TestExternalities {
    RuntimeGenesisConfig {
        chain: crate::GenesisConfig { development: true, session_length, marker: Default::default() },
        ..Default::default()
    }
    .build_storage()
    .expect("valid genesis")
    .into()
}

fn start_block(number: u64, parent: H256) {
    System::initialize(&number, &parent, &Default::default());
    Chain::on_initialize(number);
}

#[test]
fn the_genesis_hash_should_be_written_once_in_block_one() {
    new_chain(10).execute_with(|| {
        assert_eq!(Genesis::<Test>::get(), None);
        start_block(1, H256::repeat_byte(7));
        let expected = Some(GenesisRow::V1(GenesisHash([7; 32])));
        assert_eq!(Genesis::<Test>::get(), expected);
        start_block(2, H256::repeat_byte(8));
        assert_eq!(Genesis::<Test>::get(), expected);
    });
}

#[test]
fn the_facts_should_come_from_the_genesis() {
    new_chain(10).execute_with(|| {
        assert!(Development::<Test>::get());
        assert_eq!(SessionLength::<Test>::get(), 10);
    });
}

#[test]
#[should_panic(expected = "at least 2 blocks")]
fn a_genesis_should_be_refused_when_a_session_is_too_short() {
    new_chain(1);
}
