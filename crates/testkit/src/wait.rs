//! Waiting on conditions, never on time alone.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

/// Asks again and again until there is an answer.
///
/// # Panics
/// Where there is none within the limit; `what` is in the message.
pub fn until_some<T>(what: &str, limit: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < limit, "waited {limit:?} in vain for: {what}");
        sleep(Duration::from_millis(100));
    }
}

/// Asks again and again until it is so.
///
/// # Panics
/// Where it isn't within the limit; `what` is in the message.
pub fn until(what: &str, limit: Duration, mut ask: impl FnMut() -> bool) {
    until_some(what, limit, || ask().then_some(()));
}
