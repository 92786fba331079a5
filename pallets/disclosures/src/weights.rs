//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// A submission.
    fn submit() -> Weight;
    /// A submission that is changed or made again.
    fn resubmit() -> Weight;
    /// A submission that its maker takes back.
    fn retract() -> Weight;
    /// A submission that another person takes over.
    fn take_over() -> Weight;
    /// A decision without publication.
    fn decide() -> Weight;
    /// A publication, by its documents with two digests each; of none, a withdrawal.
    fn publish(d: u32) -> Weight;
    /// Revisions of `v` versions with `d` documents together.
    fn overwrite(v: u32, d: u32) -> Weight;
    /// A freeze or its end.
    fn freeze() -> Weight;
}

/// What a call of a test weighs: as much as it carries.
fn of(size: u32) -> Weight {
    Weight::from_parts(size.into(), size.into())
}

/// For tests.
impl WeightInfo for () {
    fn submit() -> Weight {
        of(1)
    }
    fn resubmit() -> Weight {
        of(1)
    }
    fn retract() -> Weight {
        of(1)
    }
    fn take_over() -> Weight {
        of(1)
    }
    fn decide() -> Weight {
        of(1)
    }
    fn publish(d: u32) -> Weight {
        of(d)
    }
    fn overwrite(v: u32, d: u32) -> Weight {
        of(v.saturating_add(d))
    }
    fn freeze() -> Weight {
        of(1)
    }
}
