//! What the format of evidence depends on.
use crate::{presets, Runtime};
use jiandu_primitives::{
    chain::{GenesisHash, GenesisRow},
    digest::{ContentHash, DigestAlg},
    layout,
    record::ObjectId,
};

#[test]
fn the_rows_of_evidence_should_lie_where_the_layout_says() {
    use pallet_jiandu_records::{Digests, MoreAnchors, Objects};
    let digest = ContentHash { alg: DigestAlg::Sm3, value: [1; 32] };
    let object = ObjectId([2; 32]);
    assert_eq!(layout::digest(&digest), Digests::<Runtime>::hashed_key_for(digest));
    assert_eq!(layout::object(&object), Objects::<Runtime>::hashed_key_for(object));
    assert_eq!(layout::more_anchors(&digest, &object), MoreAnchors::<Runtime>::hashed_key_for(digest, object));
    assert_eq!(layout::timestamp_now(), pallet_timestamp::Now::<Runtime>::hashed_key());
    assert_eq!(layout::genesis(), pallet_jiandu_chain::Genesis::<Runtime>::hashed_key());
}

#[test]
fn block_one_should_write_the_genesis_hash() {
    super::new_chain(presets::DEV).execute_with(|| {
        super::begin_block(1);
        let expected = GenesisRow::V1(GenesisHash([69; 32]));
        assert_eq!(pallet_jiandu_chain::Genesis::<Runtime>::get(), Some(expected));
        super::end_block();
    });
}
