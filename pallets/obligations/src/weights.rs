//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// A table of so many rules.
    fn set_rules(n: u32) -> Weight;
    /// A year of the calendar.
    fn set_year() -> Weight;
    /// So many occasions of an enterprise.
    fn declare(n: u32) -> Weight;
    /// An occasion that is none.
    fn cancel() -> Weight;
    /// The extension of an obligation, reckoned from as many rules as there may be.
    fn extend() -> Weight;
    /// The waiver of one, likewise.
    fn waive() -> Weight;
}

/// What a call of a test weighs: as much as it carries.
fn of(size: u32) -> Weight {
    Weight::from_parts(size.into(), size.into())
}

/// For tests.
impl WeightInfo for () {
    fn set_rules(n: u32) -> Weight {
        of(n)
    }
    fn set_year() -> Weight {
        of(1)
    }
    fn declare(n: u32) -> Weight {
        of(n)
    }
    fn cancel() -> Weight {
        of(1)
    }
    fn extend() -> Weight {
        of(1)
    }
    fn waive() -> Weight {
        of(1)
    }
}
