//! The steps between a file and a record, at each of which a process may be killed. A test names one in the environment variable
//! [`VARIABLE`], and the process that gets there kills itself: no step is reached by luck. Nothing else reads the variable.

/// Names the step at which this process shall end.
pub const VARIABLE: &str = "JIANDU_KILL_AT";

/// A step that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The file was read for its digests; nothing was sent.
    FileHashed,
    /// A part of a long object was sent.
    PartSent,
    /// The store has the object; it was not read back.
    ObjectSent,
    /// The object was read back.
    ObjectReadBack,
    /// The store has the opening of a sealed document.
    OpeningSent,
    /// The store has the body, and so everything that the transaction names.
    BodySent,
    /// The transaction is signed; no node has it.
    Signed,
    /// A node has the transaction.
    Sent,
    /// The transaction is in a block that is not final.
    InBlock,
}

impl Step {
    /// Every step, in their order.
    pub const ALL: [Self; 9] = [
        Self::FileHashed,
        Self::PartSent,
        Self::ObjectSent,
        Self::ObjectReadBack,
        Self::OpeningSent,
        Self::BodySent,
        Self::Signed,
        Self::Sent,
        Self::InBlock,
    ];

    /// The name that [`VARIABLE`] has.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FileHashed => "file-hashed",
            Self::PartSent => "part-sent",
            Self::ObjectSent => "object-sent",
            Self::ObjectReadBack => "object-read-back",
            Self::OpeningSent => "opening-sent",
            Self::BodySent => "body-sent",
            Self::Signed => "signed",
            Self::Sent => "sent",
            Self::InBlock => "in-block",
        }
    }

    /// Ends the process, as `kill -9` does, where the environment asks for it.
    pub fn done(self) {
        if std::env::var_os(VARIABLE).is_some_and(|named| named == self.name()) {
            kill();
        }
    }
}

#[cfg(unix)]
fn kill() {
    use rustix::process::{getpid, kill_process, Signal};
    match kill_process(getpid(), Signal::Kill) {
        // Neither is reached: the signal ends the process first.
        Ok(()) | Err(_) => std::process::abort(),
    }
}

#[cfg(not(unix))]
fn kill() {
    std::process::abort();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_should_have_names_of_their_own_and_end_nothing_unasked() {
        let mut names: Vec<_> = Step::ALL.iter().map(|step| step.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Step::ALL.len());
        Step::ALL.iter().for_each(|step| step.done());
    }
}
