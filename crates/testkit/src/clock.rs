//! A clock that is ahead: for what a deadline decides, which no test waits for.

use std::{path::Path, time::Duration};

/// Where Debian has libfaketime.
const FOLDERS: [&str; 3] = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"];

/// The variables by which a process takes the time to be later than it is. Its intervals stay as they are.
///
/// # Panics
/// Where libfaketime is missing: `scripts/setup.sh --tools` installs it.
pub fn ahead(by: Duration) -> Vec<(String, String)> {
    let library = FOLDERS.iter().map(|folder| Path::new(folder).join("faketime/libfaketime.so.1"));
    let library = library.into_iter().find(|library| library.exists());
    let library = library.expect("libfaketime is installed: scripts/setup.sh --tools");
    let variables = [
        ("LD_PRELOAD", library.display().to_string()),
        ("FAKETIME", format!("+{}s", by.as_secs())),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
    ];
    variables.map(|(name, value)| (name.to_owned(), value)).to_vec()
}
