//! 对账: reservations, settlements and reports on the chain against the serving log of whoever served the data. Every exception has
//! a name.

use super::types::{GrantView, ReceiptView};
use jiandu_primitives::grant::{
    decision::Use,
    usage::{Event, Outcome},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A row of a serving log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LogRow {
    /// Which row of the table.
    pub row: u32,
    /// Unix second at which data was served, or refused.
    pub at: u64,
    /// The receipt of the reservation that it was served against, where the log names one.
    pub receipt: Option<u32>,
    /// What was used.
    pub asked: Use,
    /// Whether data was served.
    pub served: bool,
}

/// What does not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionKind {
    /// Data was served without a reservation, and nobody reported it.
    Unreserved,
    /// 异常使用: data was served without a reservation, and reported.
    Reported,
    /// The log names a receipt that is no reservation.
    UnknownReservation,
    /// Data was served twice against one reservation.
    ServedTwice,
    /// Data was served before its reservation was made, or after it had lapsed.
    OutsideReservation,
    /// Data was served after the grant had ended.
    AfterEnd,
    /// Another item, purpose, action or level was served than reserved.
    OtherUse,
    /// Data was served, and the reservation was never settled.
    NotSettled,
    /// Data was served, and the reservation was settled as not served.
    SettledOtherwise,
    /// Data was served, and settled only when the grant could not be used any more.
    SettledLate,
    /// A reservation was settled as served, and the log knows nothing of it.
    NotInLog,
    /// The user has not said that what it got is deleted, and the time for that is over.
    DeletionOverdue,
}

impl ExceptionKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Unreserved,
        Self::Reported,
        Self::UnknownReservation,
        Self::ServedTwice,
        Self::OutsideReservation,
        Self::AfterEnd,
        Self::OtherUse,
        Self::NotSettled,
        Self::SettledOtherwise,
        Self::SettledLate,
        Self::NotInLog,
        Self::DeletionOverdue,
    ];

    /// Its name in commands and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreserved => "unreserved",
            Self::Reported => "reported",
            Self::UnknownReservation => "unknown-reservation",
            Self::ServedTwice => "served-twice",
            Self::OutsideReservation => "outside-reservation",
            Self::AfterEnd => "after-end",
            Self::OtherUse => "other-use",
            Self::NotSettled => "not-settled",
            Self::SettledOtherwise => "settled-otherwise",
            Self::SettledLate => "settled-late",
            Self::NotInLog => "not-in-log",
            Self::DeletionOverdue => "deletion-overdue",
        }
    }
}

/// Something that does not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Exception {
    /// What.
    pub kind: ExceptionKind,
    /// The row of the log.
    pub row: Option<u32>,
    /// The receipt on the chain.
    pub receipt: Option<u32>,
}

/// What a comparison came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    /// How many rows of the log agree with the chain: served against a settled reservation, or refused.
    pub agreed: u32,
    /// Everything else, each row of the log and each receipt once.
    pub exceptions: Vec<Exception>,
}

/// Compares what the chain has of a grant with a serving log, as of a Unix second.
pub fn reconcile(grant: &GrantView, receipts: &[ReceiptView], log: &[LogRow], now: u64) -> Reconciliation {
    let by_number: BTreeMap<u32, &ReceiptView> = receipts.iter().map(|receipt| (receipt.number, receipt)).collect();
    let mut rows: Vec<&LogRow> = log.iter().collect();
    // What names its reservation has it before what does not.
    rows.sort_by_key(|row| (row.receipt.is_none(), row.at, row.row));
    // Receipts that rows of the log account for.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    let mut found = Reconciliation::default();
    for row in rows {
        let receipt =
            row.receipt.or_else(|| report_of(receipts, row, &taken)).or_else(|| reservation_of(receipts, row, &taken));
        let kind = match receipt {
            _ if !row.served => None,
            Some(number) => judged(grant, by_number.get(&number).copied(), row, taken.contains_key(&number)),
            None => Some(ExceptionKind::Unreserved),
        };
        let receipt = receipt.filter(|_| row.served);
        if let Some(number) = receipt.filter(|_| kind != Some(ExceptionKind::UnknownReservation)) {
            taken.entry(number).or_insert(row.row);
        }
        match kind {
            Some(kind) => found.exceptions.push(Exception { kind, row: Some(row.row), receipt }),
            None => found.agreed = found.agreed.saturating_add(1),
        }
    }
    for receipt in receipts.iter().filter(|receipt| !taken.contains_key(&receipt.number)) {
        let kind = match &receipt.receipt.event {
            Event::Reserved { settled: Some(settled), .. } if settled.outcome == Outcome::Served => {
                ExceptionKind::NotInLog
            }
            Event::Reported { .. } => ExceptionKind::Reported,
            Event::Reserved { .. } | Event::Refused { .. } => continue,
        };
        found.exceptions.push(Exception { kind, row: None, receipt: Some(receipt.number) });
    }
    if !grant.is_deleted() && grant.delete_by(now).is_some_and(|by| by < now) {
        found.exceptions.push(Exception { kind: ExceptionKind::DeletionOverdue, row: None, receipt: None });
    }
    found
}

/// What is wrong with a row that names its reservation.
fn judged(grant: &GrantView, receipt: Option<&ReceiptView>, row: &LogRow, taken: bool) -> Option<ExceptionKind> {
    let Some(receipt) = receipt.map(|receipt| &receipt.receipt) else { return Some(ExceptionKind::UnknownReservation) };
    let (lapses, settled) = match &receipt.event {
        Event::Reserved { lapses, settled } => (lapses, settled),
        Event::Reported { .. } => {
            return Some(if taken { ExceptionKind::ServedTwice } else { ExceptionKind::Reported })
        }
        Event::Refused { .. } => return Some(ExceptionKind::UnknownReservation),
    };
    // A block's time is when it was begun: what was served in the same second was served after it.
    let rules = [
        (taken, ExceptionKind::ServedTwice),
        (row.at < receipt.at.time || row.at >= *lapses, ExceptionKind::OutsideReservation),
        (grant.ended(row.at.max(receipt.at.time)).is_some_and(|ended| ended <= row.at), ExceptionKind::AfterEnd),
        (row.asked != receipt.asked, ExceptionKind::OtherUse),
        (settled.is_none(), ExceptionKind::NotSettled),
        (settled.is_some_and(|settled| settled.outcome != Outcome::Served), ExceptionKind::SettledOtherwise),
        (settled.is_some_and(|settled| settled.decision.is_err()), ExceptionKind::SettledLate),
    ];
    rules.into_iter().find_map(|(broken, kind)| broken.then_some(kind))
}

/// The report of a row that names no reservation: of the same use at the same time, which no other row has.
fn report_of(receipts: &[ReceiptView], row: &LogRow, taken: &BTreeMap<u32, u32>) -> Option<u32> {
    let is = |receipt: &&ReceiptView| {
        let reported = matches!(receipt.receipt.event, Event::Reported { happened, .. } if happened == row.at);
        reported && receipt.receipt.asked == row.asked && !taken.contains_key(&receipt.number)
    };
    receipts.iter().find(is).map(|receipt| receipt.number)
}

/// The reservation of a row that names none: one of the same use that was settled as served, while it held, and that no other row has.
fn reservation_of(receipts: &[ReceiptView], row: &LogRow, taken: &BTreeMap<u32, u32>) -> Option<u32> {
    let is = |view: &&ReceiptView| {
        let Event::Reserved { lapses, settled: Some(settled) } = &view.receipt.event else { return false };
        let holds = view.receipt.at.time <= row.at && row.at < *lapses;
        let served = settled.outcome == Outcome::Served;
        holds && served && view.receipt.asked == row.asked && !taken.contains_key(&view.number)
    };
    receipts.iter().find(is).map(|view| view.number)
}

#[cfg(test)]
mod tests {
    use super::{super::types::SignatureView, *};
    use jiandu_primitives::{
        chain::Moment,
        grant::{
            usage::{Receipt, Settlement},
            Action, Actions, Commitment, GrantState, Onward, Terms,
        },
        header::Level,
        member::{Author, Custody, Handle},
    };

    const BEGIN: u64 = 1_000;

    fn author() -> Author {
        let organisation = "91350100M000100Y43".parse().expect("a code");
        Author { organisation, handle: Handle([1; 8]), custody: Custody::Own }
    }

    fn at(time: u64) -> Moment {
        Moment { block: 1, time }
    }

    fn grant() -> GrantView {
        let code = |text: &str| text.parse().expect("a code");
        let terms = Terms {
            enterprise: code("91350100M000100Y43"),
            user: code("91430100MADEW00089"),
            provider: None,
            parent: None,
            replaces: None,
            items: Default::default(),
            level: Level::L3,
            purpose: None,
            actions: Actions::all(),
            from: BEGIN,
            until: Some(BEGIN + 1_000_000),
            uses: Some(3),
            territory: None,
            onward: Onward::Forbidden,
            delete_within: Some(1),
            benefit: None,
            unrestricted: false,
            agreement: Commitment([0; 32]),
        };
        let signed = SignatureView { by: author(), at: at(BEGIN) };
        GrantView {
            grant: 7,
            grantor: terms.enterprise,
            terms,
            proposed: signed,
            state: GrantState::Active,
            states: vec![],
            signatures: vec![],
            used: 0,
            settled: 0,
            receipts: 0,
            deletion: None,
            parent_ended: None,
        }
    }

    fn asked(item: u8) -> Use {
        Use { item: Commitment([item; 32]), purpose: None, action: Action::View, level: Level::L2 }
    }

    fn receipt(number: u32, time: u64, event: Event) -> ReceiptView {
        ReceiptView { number, receipt: Receipt { asked: asked(1), event, by: author(), at: at(time) } }
    }

    fn reserved(number: u32, time: u64, outcome: Option<Outcome>) -> ReceiptView {
        let settled = outcome.map(|outcome| {
            let result = (outcome == Outcome::Served).then_some(Commitment([9; 32]));
            Settlement { outcome, result, decision: Ok(()), count: 1, by: author(), at: at(time + 10) }
        });
        receipt(number, time, Event::Reserved { lapses: time + 3_600, settled })
    }

    fn reported(number: u32, happened: u64) -> ReceiptView {
        receipt(
            number,
            happened + 5,
            Event::Reported { happened, reservation: None, result: None, decision: Ok(()), count: 1 },
        )
    }

    fn row(row: u32, at: u64, receipt: Option<u32>) -> LogRow {
        LogRow { row, at, receipt, asked: asked(1), served: true }
    }

    fn kinds(receipts: &[ReceiptView], log: &[LogRow]) -> Vec<ExceptionKind> {
        let found = reconcile(&grant(), receipts, log, BEGIN + 10_000);
        found.exceptions.iter().map(|exception| exception.kind).collect()
    }

    const SERVED: Option<Outcome> = Some(Outcome::Served);

    #[test]
    fn serving_five_times_on_three_uses_should_be_two_exceptions_reported_or_not() {
        let mut receipts: Vec<_> =
            (0..3).map(|number| reserved(number, BEGIN + u64::from(number) * 10, SERVED)).collect();
        let mut log: Vec<_> =
            (0..3).map(|number| row(number + 2, BEGIN + 5 + u64::from(number) * 10, Some(number))).collect();
        log.extend([row(5, BEGIN + 100, None), row(6, BEGIN + 200, None)]);
        let found = reconcile(&grant(), &receipts, &log, BEGIN + 300);
        let exception = |kind, row, receipt| Exception { kind, row: Some(row), receipt };
        assert_eq!(found.agreed, 3);
        let unreserved = ExceptionKind::Unreserved;
        assert_eq!(found.exceptions, [exception(unreserved, 5, None), exception(unreserved, 6, None)]);
        receipts.extend([reported(3, BEGIN + 100), reported(4, BEGIN + 200)]);
        let found = reconcile(&grant(), &receipts, &log, BEGIN + 300);
        let reported = ExceptionKind::Reported;
        assert_eq!(found.exceptions, [exception(reported, 5, Some(3)), exception(reported, 6, Some(4))]);
        // A log that names no reservations is matched by use and time.
        let bare: Vec<_> = log.iter().map(|row| LogRow { receipt: None, ..*row }).collect();
        assert_eq!(kinds(&receipts, &bare), [reported; 2]);
        assert_eq!(kinds(&receipts[..3], &bare), [unreserved; 2]);
        // Against reservations that others used.
        let mut again = log.clone();
        again[3].receipt = Some(0);
        again[4].receipt = Some(1);
        assert_eq!(kinds(&receipts[..3], &again), [ExceptionKind::ServedTwice; 2]);
    }

    #[test]
    fn every_exception_should_have_its_name() {
        use ExceptionKind::*;
        let one = [reserved(0, BEGIN, SERVED)];
        assert_eq!(kinds(&one, &[row(2, BEGIN, Some(0))]), []);
        assert_eq!(kinds(&one, &[row(2, BEGIN + 3_599, Some(0))]), []);
        assert_eq!(kinds(&one, &[row(2, BEGIN + 3_600, Some(0))]), [OutsideReservation]);
        assert_eq!(kinds(&one, &[row(2, BEGIN - 1, Some(0))]), [OutsideReservation]);
        assert_eq!(kinds(&one, &[row(2, BEGIN, Some(9))]), [UnknownReservation, NotInLog]);
        assert_eq!(kinds(&one, &[LogRow { asked: asked(2), ..row(2, BEGIN, Some(0)) }]), [OtherUse]);
        assert_eq!(kinds(&one, &[]), [NotInLog]);
        assert_eq!(kinds(&[reserved(0, BEGIN, None)], &[row(2, BEGIN, Some(0))]), [NotSettled]);
        assert_eq!(kinds(&[reserved(0, BEGIN, Some(Outcome::Failed))], &[row(2, BEGIN, Some(0))]), [SettledOtherwise]);
        assert_eq!(kinds(&[reported(0, BEGIN)], &[]), [Reported]);
        assert_eq!(kinds(&[reported(0, BEGIN)], &[row(2, BEGIN + 1, None)]), [Unreserved, Reported]);
        assert_eq!(kinds(&[reported(0, BEGIN)], &[row(2, BEGIN, Some(0))]), [Reported]);
        // What was not served and what lapsed unused agree.
        assert_eq!(kinds(&[reserved(0, BEGIN, None), reserved(1, BEGIN, Some(Outcome::Failed))], &[]), []);
        assert_eq!(kinds(&[], &[LogRow { served: false, ..row(2, BEGIN, None) }]), []);
    }

    #[test]
    fn what_was_served_after_the_end_should_be_named_and_so_should_a_deletion_that_is_overdue() {
        let mut ended = grant();
        ended.state = GrantState::Revoked;
        let signed = SignatureView { by: author(), at: at(BEGIN + 100) };
        ended.states = vec![super::super::types::StateView { state: ended.state, reason: None, signed }];
        let receipts = [reserved(0, BEGIN, SERVED)];
        let kinds = |at, now| {
            let found = reconcile(&ended, &receipts, &[row(2, at, Some(0))], now);
            found.exceptions.iter().map(|exception| exception.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds(BEGIN + 99, BEGIN + 200), []);
        assert_eq!(kinds(BEGIN + 100, BEGIN + 200), [ExceptionKind::AfterEnd]);
        assert_eq!(kinds(BEGIN + 99, BEGIN + 100 + 86_400), []);
        assert_eq!(kinds(BEGIN + 99, BEGIN + 101 + 86_400), [ExceptionKind::DeletionOverdue]);
    }

    #[test]
    fn kinds_should_read_in_json_as_they_are_named() {
        for kind in ExceptionKind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("serialises"), kind.name());
        }
    }
}
