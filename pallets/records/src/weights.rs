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

/// What a call of a test weighs: as much as it carries.
fn of(size: u32) -> Weight {
    Weight::from_parts(size.into(), size.into())
}

/// For tests.
impl WeightInfo for () {
    fn create(d: u32) -> Weight {
        of(d)
    }
    fn update(d: u32) -> Weight {
        of(d)
    }
    fn withdraw() -> Weight {
        of(1)
    }
    fn overwrite(v: u32, d: u32) -> Weight {
        of(v.saturating_add(d))
    }
    fn seal_sm2() -> Weight {
        of(1)
    }
    fn seal_member() -> Weight {
        of(1)
    }
    fn refer() -> Weight {
        of(1)
    }
}
