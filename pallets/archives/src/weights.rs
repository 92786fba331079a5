//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// A proposal about so many enterprises, rehearsed.
    fn propose(n: u32) -> Weight;
    /// The same, done.
    fn confirm(n: u32) -> Weight;
    /// The key of an enterprise, rehearsed: no other act about one enterprise weighs more.
    fn propose_key() -> Weight;
    /// The same, done.
    fn confirm_key() -> Weight;
    /// A snapshot of a section, by its documents with two digests each.
    fn publish_section(d: u32) -> Weight;
    /// Revisions of `v` versions of a section with `d` documents together.
    fn overwrite_section(v: u32, d: u32) -> Weight;
    /// A proposal that ends without being done.
    fn decline() -> Weight;
    /// An objection to a key.
    fn object_to_key() -> Weight;
    /// The end of a key.
    fn end_key() -> Weight;
    /// The cooling-off period.
    fn set_cooling_off() -> Weight;
    /// A mandate that an enterprise signs.
    fn sign_mandate() -> Weight;
    /// The end of a mandate.
    fn end_mandate() -> Weight;
}

/// What a call of a test weighs: as much as it carries.
fn of(size: u32) -> Weight {
    Weight::from_parts(size.into(), size.into())
}

/// For tests.
impl WeightInfo for () {
    fn propose(n: u32) -> Weight {
        of(n)
    }
    fn confirm(n: u32) -> Weight {
        of(n)
    }
    fn propose_key() -> Weight {
        of(1)
    }
    fn confirm_key() -> Weight {
        of(1)
    }
    fn publish_section(d: u32) -> Weight {
        of(d)
    }
    fn overwrite_section(v: u32, d: u32) -> Weight {
        of(v.saturating_add(d))
    }
    fn decline() -> Weight {
        of(1)
    }
    fn object_to_key() -> Weight {
        of(1)
    }
    fn end_key() -> Weight {
        of(1)
    }
    fn set_cooling_off() -> Weight {
        of(1)
    }
    fn sign_mandate() -> Weight {
        of(1)
    }
    fn end_mandate() -> Weight {
        of(1)
    }
}
