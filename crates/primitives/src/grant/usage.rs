//! How uses are counted, and receipts (使用收据) of them. Dated and append-only: what was counted at any past time is read from the
//! entry that held then.

use super::{
    decision::{Denial, Denied, Use},
    Commitment,
};
use crate::{chain::Moment, member::Author};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Most reservations of a grant that are open at a time.
pub const MAX_RESERVED: u32 = 16;
/// How long a reservation holds, in seconds: an hour.
pub const RESERVATION: u64 = 60 * 60;

/// A use that is reserved and not settled yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reserved {
    /// Whose receipt has it: the grant or, in its parent's count, the sub-grant.
    pub grant: u64,
    /// The receipt's number.
    pub receipt: u32,
    /// Unix second from which it counts no more.
    pub lapses: u64,
}

/// How many uses of a grant are taken, from one change to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Usage {
    /// Uses that happened.
    pub settled: u32,
    /// Reservations, oldest first; some may have lapsed.
    pub reserved: BoundedVec<Reserved, ConstU32<MAX_RESERVED>>,
}

impl Usage {
    /// How many uses are taken at a Unix second: reservations that have lapsed are not.
    pub fn count(&self, time: u64) -> u32 {
        let open = self.reserved.iter().filter(|reserved| time < reserved.lapses).count();
        self.settled.saturating_add(u32::try_from(open).unwrap_or(u32::MAX))
    }

    /// Takes one more use. False where as many are open as there may be: of those of one sub-grant half as many, so that its
    /// parent's own user is not kept out. `own` is the grant whose count this is.
    #[must_use]
    pub fn reserve(&mut self, own: u64, reserved: Reserved, time: u64) -> bool {
        self.reserved.retain(|reserved| time < reserved.lapses);
        let of_same = self.reserved.iter().filter(|open| open.grant == reserved.grant).count();
        let half = usize::try_from(MAX_RESERVED / 2).unwrap_or(usize::MAX);
        (reserved.grant == own || of_same < half) && self.reserved.try_push(reserved).is_ok()
    }

    /// Whether a reservation is open at a Unix second.
    pub fn is_open(&self, time: u64) -> bool {
        self.reserved.iter().any(|reserved| time < reserved.lapses)
    }

    /// Ends a reservation: with a use that happened, or without one. False where it is not open, or has lapsed.
    #[must_use]
    pub fn settle(&mut self, grant: u64, receipt: u32, happened: bool, time: u64) -> bool {
        let is = |reserved: &Reserved| (reserved.grant, reserved.receipt) == (grant, receipt);
        let open = self.reserved.iter().any(|reserved| is(reserved) && time < reserved.lapses);
        if open {
            self.reserved.retain(|reserved| !is(reserved) && time < reserved.lapses);
            self.settled = self.settled.saturating_add(u32::from(happened));
        }
        open
    }

    /// Counts a use that nobody had reserved.
    pub fn add(&mut self) {
        self.settled = self.settled.saturating_add(1);
    }
}

/// What came of a reservation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Outcome {
    /// Data was served. Counts.
    #[codec(index = 0)]
    Served,
    /// The provider refused. Does not count.
    #[codec(index = 1)]
    Denied(Denial),
    /// Nothing was served for another reason. Does not count.
    #[codec(index = 2)]
    Failed,
}

/// How a reservation was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Settlement {
    /// What came of it.
    pub outcome: Outcome,
    /// The salted digest of what was served.
    pub result: Option<Commitment>,
    /// Whether the grant could still be used then, or the first reason why not: it may have been revoked since the reservation.
    pub decision: Result<(), Denied>,
    /// How many uses were taken afterwards.
    pub count: u32,
    /// Who settled it.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// What a receipt is about.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Event {
    /// A use that was allowed and reserved.
    #[codec(index = 0)]
    Reserved {
        /// Unix second from which the reservation holds no more.
        lapses: u64,
        /// What came of it.
        settled: Option<Settlement>,
    },
    /// 异常使用: a use that happened without a reservation.
    #[codec(index = 1)]
    Reported {
        /// Unix second at which it happened, as whoever reports it says.
        happened: u64,
        /// The reservation that it was served against, where that had lapsed before it was settled.
        reservation: Option<u32>,
        /// The salted digest of what was served.
        result: Option<Commitment>,
        /// What the decision was when it was reported.
        decision: Result<(), Denied>,
        /// How many uses were taken afterwards.
        count: u32,
    },
    /// An attempt that whoever serves the data refused.
    #[codec(index = 2)]
    Refused {
        /// Why.
        reason: Denial,
    },
}

/// 使用收据: one entry of a grant's log. Its number is its place.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Receipt {
    /// What was used, or to be used.
    pub asked: Use,
    /// What happened.
    pub event: Event,
    /// Who wrote it.
    pub by: Author,
    /// When.
    pub at: Moment,
}

/// The last of some dated entries, numbered from 0 in the order of their time, that is not later than a Unix second: what held
/// then. Reads the newest first, and then no more of them than the logarithm of their number.
pub fn as_of<T>(count: u32, entry: impl Fn(u32) -> Option<(u64, T)>, time: u64) -> Option<T> {
    let (mut low, mut high, mut middle, mut found) = (0, count, count.saturating_sub(1), None);
    while low < high {
        match entry(middle) {
            Some((at, value)) if at <= time => {
                found = Some(value);
                low = middle.saturating_add(1);
            }
            _ => high = middle,
        }
        middle = low.midpoint(high);
    }
    found
}
