//! The command line as a real process.

use crate::program;
use serde_json::Value;
use std::{
    ffi::OsStr,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// Runs `jiandu` with the same surroundings each time.
#[derive(Clone, Debug)]
pub struct Cli {
    folder: PathBuf,
    common: Vec<String>,
}

/// What a command did.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub stdout: String,
    /// What it reported.
    pub stderr: String,
}

impl Cli {
    /// Runs in a folder, with arguments that every command gets.
    pub fn new(folder: impl Into<PathBuf>, common: &[&str]) -> Self {
        Self { folder: folder.into(), common: common.iter().map(|argument| argument.to_string()).collect() }
    }

    /// The same with more arguments.
    pub fn with(&self, more: &[&str]) -> Self {
        let mut common = self.common.clone();
        common.extend(more.iter().map(|argument| argument.to_string()));
        Self { folder: self.folder.clone(), common }
    }

    /// Runs a command.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Outcome {
        self.run_with_input(arguments, b"")
    }

    /// Runs a command with standard input.
    pub fn run_with_input<A: AsRef<OsStr>>(&self, arguments: &[A], input: &[u8]) -> Outcome {
        let mut child = Command::new(program("jiandu"))
            .args(arguments)
            .args(&self.common)
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", &self.folder)
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command can be run");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A command that needs no input may have ended before it is written.
        if let Err(error) = stdin.write_all(input) {
            assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "standard input can be written");
        }
        drop(stdin);
        let output = child.wait_with_output().expect("the command ends");
        Outcome {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Outcome {
    /// Asserts the exit code; a failure shows everything that was printed.
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n-- stdout --\n{}\n-- stderr --\n{}", self.stdout, self.stderr);
        self
    }

    /// Asserts that a text stands in what was printed or reported.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        let said = self.stdout.contains(text) || self.stderr.contains(text);
        assert!(said, "{text:?} is not in:\n-- stdout --\n{}\n-- stderr --\n{}", self.stdout, self.stderr);
        self
    }

    /// What was printed, as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error} in:\n{}\n{}", self.stdout, self.stderr))
    }
}
