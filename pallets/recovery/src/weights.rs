//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// Another recipient.
    fn set_recipient() -> Weight;
    /// A recovery.
    fn record_recovery() -> Weight;
}

/// For tests.
impl WeightInfo for () {
    fn set_recipient() -> Weight {
        Weight::zero()
    }
    fn record_recovery() -> Weight {
        Weight::zero()
    }
}
