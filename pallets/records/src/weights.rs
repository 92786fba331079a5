//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call, by its documents with two digests each.
pub trait WeightInfo {
    /// A record with its first snapshot.
    fn create(d: u32) -> Weight;
    /// The next snapshot.
    fn update(d: u32) -> Weight;
    /// The last snapshot.
    fn withdraw() -> Weight;
    /// Revisions of `v` versions with `d` documents together.
    fn overwrite(v: u32, d: u32) -> Weight;
    /// A seal with SM2, which the runtime checks itself.
    fn seal_sm2() -> Weight;
    /// A seal of a member's key, which the node checks.
    fn seal_member() -> Weight;
    /// A reference.
    fn refer() -> Weight;
}

/// What the calls of a test weigh.
const ONE: Weight = Weight::from_parts(1, 1);

/// For tests.
impl WeightInfo for () {
    fn create(_: u32) -> Weight {
        ONE
    }
    fn update(_: u32) -> Weight {
        ONE
    }
    fn withdraw() -> Weight {
        ONE
    }
    fn overwrite(_: u32, _: u32) -> Weight {
        ONE
    }
    fn seal_sm2() -> Weight {
        ONE
    }
    fn seal_member() -> Weight {
        ONE
    }
    fn refer() -> Weight {
        ONE
    }
}
