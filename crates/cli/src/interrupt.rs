//! Ctrl-C: says what became of a transaction under way, then ends the process as the signal itself would have.
//!
//! A thread waits for the signal, so that it works during hashing and at prompts too. Ending by the signal rather than with
//! an exit code lets a shell restore its terminal and stop the script that ran the command.

use crate::{error::CliError, output::Output};
use signal_hook::{consts::SIGINT, iterator::Signals, low_level::emulate_default_handler};
use std::{
    sync::{Mutex, PoisonError},
    thread,
};

/// How far a submission has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is being prepared.
    Unsent,
    /// The node has it.
    Sent,
}

/// What is under way: one submission at a time, of the one command that this process runs.
static UNDER_WAY: Mutex<Option<Stage>> = Mutex::new(None);

/// Notes how far a submission has come; none when it is over.
pub fn under_way(stage: Option<Stage>) {
    *UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner) = stage;
}

/// Starts to wait for Ctrl-C.
pub fn watch(output: Output) -> Result<(), CliError> {
    let unwatched = |error: std::io::Error| CliError::Io { file: "SIGINT".into(), reason: error.into() };
    let mut signals = Signals::new([SIGINT]).map_err(unwatched)?;
    let wait = move || {
        for signal in signals.forever() {
            let stage = *UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner);
            let error = stage.map(|stage| match stage {
                Stage::Unsent => CliError::Interrupted,
                Stage::Sent => CliError::InterruptedAfterSending,
            });
            let exit = error.map(|error| output.failure(&error));
            if emulate_default_handler(signal).is_err() {
                std::process::exit(exit.unwrap_or(crate::exit::Exit::Interrupted).number().into());
            }
        }
    };
    thread::Builder::new().name("interrupt".to_owned()).spawn(wait).map(|_| ()).map_err(unwatched)
}
