//! Exit codes: what a script learns without reading a word.

use crate::language::{Language, Texts};
use std::process::ExitCode;

/// How `jiandu` ends. The numbers are the same in every release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Exit {
    /// Done; of a verification: it holds, and what is asked about is current and final.
    Ok = 0,
    /// A failure with no code of its own.
    Failure = 1,
    /// The command line, or a file that it names, cannot be meant.
    Usage = 2,
    /// Not verified: a mismatch, a forgery, or evidence that does not hold.
    NotVerified = 3,
    /// Not found: absence is proved, and its scope stated.
    NotFound = 4,
    /// Not final yet, too old, or timed out.
    NotFinal = 5,
    /// Permission denied, by the chain or by the system.
    Denied = 6,
    /// The node cannot be reached, or the connection broke.
    Network = 7,
    /// A key, its password or a signature.
    Key = 8,
    /// The configuration does not allow it.
    Configuration = 9,
    /// The chain is another one: its genesis differs.
    WrongChain = 10,
    /// Unknown here; absence is not proved.
    Unknown = 11,
    /// Known, but not current: superseded, overwritten, withdrawn or misfiled.
    NotCurrent = 12,
    /// Interrupted by the user; as shells tell it, 128 and the number of SIGINT.
    Interrupted = 130,
}

impl Exit {
    /// Every code, in ascending order.
    pub const ALL: [Self; 14] = [
        Self::Ok,
        Self::Failure,
        Self::Usage,
        Self::NotVerified,
        Self::NotFound,
        Self::NotFinal,
        Self::Denied,
        Self::Network,
        Self::Key,
        Self::Configuration,
        Self::WrongChain,
        Self::Unknown,
        Self::NotCurrent,
        Self::Interrupted,
    ];

    /// From the worst to the best, for a command that has several answers. A contradiction outweighs not having been able
    /// to check, which outweighs a proved "no", which outweighs "yes, but not current".
    pub const WORST_FIRST: [Self; 14] = [
        Self::Interrupted,
        Self::NotVerified,
        Self::WrongChain,
        Self::Key,
        Self::Configuration,
        Self::Denied,
        Self::Network,
        Self::Failure,
        Self::Usage,
        Self::NotFinal,
        Self::Unknown,
        Self::NotFound,
        Self::NotCurrent,
        Self::Ok,
    ];

    /// The number that the process ends with.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The worst of several, [`Exit::Ok`] of none.
    pub fn worst(codes: impl IntoIterator<Item = Self>) -> Self {
        let rank = |code: &Self| Self::WORST_FIRST.iter().position(|known| known == code);
        codes.into_iter().min_by_key(rank).unwrap_or(Self::Ok)
    }

    /// What it means, in a few words.
    pub fn meaning(self, language: Language) -> String {
        language.text(&format!("exit-{}", self.number()))
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.number())
    }
}

/// The table of exit codes, as `--help` ends with it.
pub fn table(language: Language) -> String {
    let mut table = language.text("exit-heading");
    for exit in Exit::ALL {
        table.push_str(&format!("\n  {:>3}  {}", exit.number(), exit.meaning(language)));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_should_be_those_of_the_conventions() {
        let expected = [
            (Exit::Ok, 0),
            (Exit::Failure, 1),
            (Exit::Usage, 2),
            (Exit::NotVerified, 3),
            (Exit::NotFound, 4),
            (Exit::NotFinal, 5),
            (Exit::Denied, 6),
            (Exit::Network, 7),
            (Exit::Key, 8),
            (Exit::Configuration, 9),
            (Exit::WrongChain, 10),
            (Exit::Unknown, 11),
            (Exit::NotCurrent, 12),
            (Exit::Interrupted, 130),
        ];
        assert_eq!(expected.map(|(exit, _)| exit), Exit::ALL);
        assert_eq!(expected.map(|(_, number)| number), Exit::ALL.map(Exit::number));
    }

    #[test]
    fn the_worst_should_follow_the_documented_order_which_names_every_code_once() {
        for exit in Exit::ALL {
            assert_eq!(Exit::WORST_FIRST.iter().filter(|known| **known == exit).count(), 1, "{exit:?}");
        }
        for (place, worse) in Exit::WORST_FIRST.iter().enumerate() {
            for better in Exit::WORST_FIRST.iter().skip(place) {
                assert_eq!(Exit::worst([*better, *worse]), *worse);
            }
        }
        assert_eq!(Exit::worst([]), Exit::Ok);
    }
}
