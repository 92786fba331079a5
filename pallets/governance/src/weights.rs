//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// One write.
    fn authorize_upgrade() -> Weight;
    /// Three writes.
    fn note_stalled() -> Weight;
    /// Four rows for each of at most 32 accounts, the seats, and the votes on at most 32 motions.
    fn seat_council() -> Weight;
}

/// What a call of a test weighs.
const ONE: Weight = Weight::from_parts(1, 1);

/// For tests.
impl WeightInfo for () {
    fn authorize_upgrade() -> Weight {
        ONE
    }
    fn note_stalled() -> Weight {
        ONE
    }
    fn seat_council() -> Weight {
        ONE
    }
}
