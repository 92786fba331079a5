//! What the last second decides, on a real node whose clock is ahead: deadlines, and the end of an embargo.
//!
//! A block comes every two seconds, so a deadline lies between two of them. Where a block was missed because the machine was
//! busy, the next midnight or the next embargo is tried.
use crate::world::{now, World, EXCHANGE};
use jiandu_client::{
    disclosures::{self, Handover, MAX_ITEMS},
    obligations::{self, ObligationId},
    primitives::{
        calendar::Day,
        change::RecordChange,
        disclosure::{Disclosure, DisclosureAct, DisclosureKind, Occasion},
        header::Header,
        obligation::{Obligation, ObligationState},
        uscc::Uscc,
    },
    records::document,
    submit::{SubmitError, Submitter, Wait},
    Connection, SigningKey,
};
use serde_json::json;
use std::time::Duration;

/// Seconds between blocks.
const BLOCK: u64 = 2;
/// Midnights and embargoes that are tried before the machine is called too busy.
const TRIES: i32 = 3;
/// Seconds before midnight at which a node is started.
const BEFORE: u64 = 20;

/// An announcement of an event.
fn announcement(world: &World, enterprise: Uscc, day: Day, number: u8) -> Disclosure {
    let name = format!("{day}-{number}");
    let file = world.path(&format!("{name}.pdf"));
    std::fs::write(&file, &name).expect("a file");
    let documents = vec![document(&file, |_, _| ()).expect("a document")].try_into().expect("one");
    let change = RecordChange::Snapshot { base: None, header: Header::default(), documents };
    Disclosure {
        enterprise,
        kind: DisclosureKind::InterimAnnouncement,
        number: name.parse().expect("a number"),
        mandate: None,
        occasion: Some(Occasion::Event { day, number }),
        backfilled: false,
        act: DisclosureAct::Change { change, correction: None },
    }
}

/// Two persons of the exchange.
struct Desk<'a> {
    connection: &'a Connection,
    exchange: Uscc,
    maker: SigningKey,
    checker: SigningKey,
}

impl<'a> Desk<'a> {
    fn new(connection: &'a Connection) -> Self {
        let key = |name| connection.dev_key(name).expect("a development chain");
        let exchange = EXCHANGE.parse().expect("a code");
        Self { connection, exchange, maker: key("Alice"), checker: key("Bob") }
    }

    fn by<'k>(&self, key: &'k SigningKey, wait: Wait) -> Submitter<'k>
    where
        'a: 'k,
    {
        Submitter::new(self.connection, key).wait(wait)
    }

    /// The time of the newest block.
    async fn time(&self) -> u64 {
        self.connection.best().await.expect("the node answers").moment.time
    }

    /// Waits until the newest block has at least a time.
    async fn until(&self, time: u64) {
        while self.time().await < time {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    async fn submit(&self, disclosure: Disclosure) -> Handover {
        let salt = [7; 32];
        let (class, commitment) = (disclosure.kind.class(), disclosure.commitment(&salt));
        let mut maker = self.by(&self.maker, Wait::InBlock);
        let submitted = disclosures::submit(&mut maker, self.exchange, class, commitment).await.expect("submitted");
        let (genesis, exchange, openings) = (self.connection.genesis(), self.exchange, Vec::new());
        Handover { genesis, submission: submitted.submission, exchange, salt, disclosure, openings }
    }
}

/// Submits an announcement in every block around a midnight, publishes all of them, and gives what became of their obligations.
async fn around_midnight(world: &World, enterprise: Uscc, day: Day) -> Vec<Obligation> {
    let connection = Connection::open(&world.node().url()).await.expect("the node answers");
    let desk = Desk::new(&connection);
    desk.until(day.end() - 8).await;
    let mut handovers = Vec::new();
    while desk.time().await < day.end() + 4 {
        let number = u8::try_from(handovers.len()).expect("few");
        handovers.push(desk.submit(announcement(world, enterprise, day, number)).await);
    }
    assert!(handovers.len() <= MAX_ITEMS);
    let mut checker = desk.by(&desk.checker, Wait::Final);
    let (results, _) = disclosures::publish_many(&mut checker, &handovers).await.expect("published");
    assert!(results.iter().all(|(_, result)| result.is_ok()), "{results:?}");
    let mut found = Vec::new();
    for handover in handovers {
        let Disclosure { enterprise, kind, occasion, .. } = handover.disclosure;
        let which = ObligationId { enterprise, kind, occasion: occasion.expect("an event") };
        found.push(
            obligations::obligation(&connection, &which).await.expect("the node answers").expect("an obligation"),
        );
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn an_obligation_should_be_met_until_the_last_second_of_its_day_and_not_one_later() {
    let mut world = World::new();
    let enterprise: Uscc = world.enterprise(1).parse().expect("a code");
    let today = Day::of(now());
    let trigger = json!({"event": {"days": 0, "sort": "calendar"}});
    let rule =
        json!({"kind": "interim-announcement", "tiers": ["incubation"], "trigger": trigger, "soon": 1, "review": 2});
    world.file("rules.json", json!({"from": today, "rules": [rule]}).to_string());
    world.as_key("Alice").run(&["obligation", "rules", "set", "rules.json"]).exits(0);
    for days in 1..=TRIES {
        let day = today.plus(days);
        world = world.ahead(Duration::from_secs(day.end() - BEFORE - now()));
        let found = around_midnight(&world, enterprise, day).await;
        for obligation in &found {
            let filed = obligation.filed.expect("filed");
            let expected = if filed < day.end() { ObligationState::MetOnTime } else { ObligationState::MetLate };
            assert_eq!((obligation.due, obligation.state), (day, expected), "filed {filed}, day ends {}", day.end());
            // The exchange has two working days more.
            assert_eq!(obligation.publication, ObligationState::MetOnTime);
        }
        let filed: Vec<u64> = found.iter().filter_map(|obligation| obligation.filed).collect();
        let last = filed.iter().filter(|filed| **filed < day.end()).max().copied().unwrap_or_default();
        let next = filed.iter().filter(|filed| **filed >= day.end()).min().copied().unwrap_or(u64::MAX);
        if last >= day.end() - BLOCK && next < day.end() + BLOCK {
            // Whoever asks in the command line is told the same.
            let occasion = format!("{day}#{}", found.len());
            let show = [
                "obligation",
                "show",
                &enterprise.to_string(),
                "--kind",
                "interim-announcement",
                "--occasion",
                &occasion,
            ];
            world.cli.run(&show).exits(0).says("met late");
            return;
        }
    }
    panic!("the machine is too busy to make a block on either side of a midnight");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embargo_should_open_from_its_time_on_and_not_one_block_before() {
    let world = World::new();
    let enterprise: Uscc = world.enterprise(1).parse().expect("a code");
    let connection = Connection::open(&world.node().url()).await.expect("the node answers");
    let desk = Desk::new(&connection);
    // Any member that holds it opens it.
    let anybody = connection.dev_key("Dave").expect("a development chain");
    for number in 0..TRIES {
        let number = u8::try_from(number).expect("few");
        let handover = desk.submit(announcement(&world, enterprise, Day::of(now()), number)).await;
        let opens = desk.time().await + 8;
        let (submission, commitment) = (handover.submission, handover.commitment());
        let mut checker = desk.by(&desk.checker, Wait::InBlock);
        disclosures::accept(&mut checker, submission, commitment, Some(opens)).await.expect("accepted");
        // One attempt in every block.
        let mut refused = None;
        let published = loop {
            let mut opener = desk.by(&anybody, Wait::InBlock);
            match disclosures::publish(&mut opener, &handover).await {
                Ok(published) => break published.receipt.block,
                Err(SubmitError::Failed(error)) => {
                    assert_eq!((error.pallet.as_str(), error.error.as_str()), ("Disclosures", "Embargoed"));
                    refused = Some(connection.best().await.expect("the node answers").moment.block);
                }
                Err(error) => panic!("{error}"),
            }
        };
        world.node().wait_finalized(published);
        let view = disclosures::submission(&connection, submission).await.expect("the node answers").expect("there");
        let ended = view.ended.expect("published");
        assert!(ended.time >= opens && view.not_before == Some(opens), "{ended:?}, {opens}");
        // The block before it came two seconds earlier, and had an attempt that was refused.
        if ended.time < opens + BLOCK && refused == published.checked_sub(1) {
            return;
        }
    }
    panic!("the machine is too busy to make an attempt in every block");
}
