//! What each call weighs: measured for the runtime that has the pallet, there.
use frame_support::weights::Weight;

/// The weight of each call.
pub trait WeightInfo {
    /// The transaction extension: key, organisation, handle, deputation.
    fn check_membership() -> Weight;
    /// An organisation and its first key.
    fn admit_organisation() -> Weight;
    /// A change of an organisation's status.
    fn change_organisation() -> Weight;
    /// A key.
    fn admit_key() -> Weight;
    /// A key and the end of another.
    fn rotate_key() -> Weight;
    /// A change of a key's status.
    fn change_key() -> Weight;
    /// The end of a handle.
    fn end_handle() -> Weight;
    /// A deputation.
    fn appoint_deputy() -> Weight;
    /// The end of one.
    fn end_deputation() -> Weight;
    /// An encryption key in the place of another.
    fn register_encryption_key() -> Weight;
}

/// What a call of a test weighs.
const ONE: Weight = Weight::from_parts(1, 1);

/// For tests.
impl WeightInfo for () {
    fn check_membership() -> Weight {
        ONE
    }
    fn admit_organisation() -> Weight {
        ONE
    }
    fn change_organisation() -> Weight {
        ONE
    }
    fn admit_key() -> Weight {
        ONE
    }
    fn rotate_key() -> Weight {
        ONE
    }
    fn change_key() -> Weight {
        ONE
    }
    fn end_handle() -> Weight {
        ONE
    }
    fn appoint_deputy() -> Weight {
        ONE
    }
    fn end_deputation() -> Weight {
        ONE
    }
    fn register_encryption_key() -> Weight {
        ONE
    }
}
