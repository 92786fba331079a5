//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// A proposal with as many items as there may be.
    fn propose_grant() -> Weight;
    /// The last signature of a grant that replaces another.
    fn sign_grant() -> Weight;
    /// Any other change of state.
    fn change_state() -> Weight;
    /// A reservation under a sub-grant, with as many open as there may be.
    fn reserve_use() -> Weight;
    /// Its settlement.
    fn settle_use() -> Weight;
    /// A report under a sub-grant of what happened long ago.
    fn report_use() -> Weight;
    /// A refused attempt.
    fn record_denial() -> Weight;
    /// A deletion.
    fn acknowledge_deletion() -> Weight;
    /// Standing terms.
    fn publish_standing_terms() -> Weight;
    /// A rule about signatures, of an enterprise with as many keys as there may be.
    fn require_two() -> Weight;
}

/// For tests.
impl WeightInfo for () {
    fn propose_grant() -> Weight {
        Weight::zero()
    }
    fn sign_grant() -> Weight {
        Weight::zero()
    }
    fn change_state() -> Weight {
        Weight::zero()
    }
    fn reserve_use() -> Weight {
        Weight::zero()
    }
    fn settle_use() -> Weight {
        Weight::zero()
    }
    fn report_use() -> Weight {
        Weight::zero()
    }
    fn record_denial() -> Weight {
        Weight::zero()
    }
    fn acknowledge_deletion() -> Weight {
        Weight::zero()
    }
    fn publish_standing_terms() -> Weight {
        Weight::zero()
    }
    fn require_two() -> Weight {
        Weight::zero()
    }
}
