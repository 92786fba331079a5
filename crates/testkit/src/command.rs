//! The command line as a real process.

use crate::{node::signal, program};
use serde_json::Value;
use std::{
    ffi::OsStr,
    io::Write,
    os::unix::process::ExitStatusExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

/// Runs `jiandu` with the same surroundings each time.
#[derive(Clone, Debug)]
pub struct Cli {
    folder: PathBuf,
    common: Vec<String>,
    /// What starts the program, where it is not started by itself.
    wrapper: Vec<String>,
    /// Variables of its environment.
    variables: Vec<(String, String)>,
}

/// A command that runs while the test goes on.
pub struct Running(Child);

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
        let common = common.iter().map(|argument| argument.to_string()).collect();
        Self { folder: folder.into(), common, wrapper: Vec::new(), variables: Vec::new() }
    }

    /// The same with more arguments.
    pub fn with(&self, more: &[&str]) -> Self {
        let mut common = self.common.clone();
        common.extend(more.iter().map(|argument| argument.to_string()));
        Self { common, ..self.clone() }
    }

    /// The same with a variable of the environment.
    pub fn with_variable(&self, name: &str, value: &str) -> Self {
        let mut same = self.clone();
        same.variables.push((name.to_owned(), value.to_owned()));
        same
    }

    /// The same, with a folder that is a file system of its own with room for so many bytes, gone when the command ends.
    pub fn with_little_room(&self, folder: &str, bytes: u64) -> Self {
        let script = format!("mount -t tmpfs -o size={bytes} tmpfs \"$0\" && exec \"$@\"");
        let wrapper = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", &script, folder];
        Self { wrapper: wrapper.map(Into::into).to_vec(), ..self.clone() }
    }

    /// The same, bound by the modes of files as ordinary users are: root may read everything, and loses that right here.
    pub fn bound_by_modes(&self) -> Self {
        let capabilities = "-dac_override,-dac_read_search";
        let wrapper = ["setpriv", "--bounding-set", capabilities, "--inh-caps", capabilities];
        Self { wrapper: wrapper.map(Into::into).to_vec(), ..self.clone() }
    }

    /// Runs a command.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Outcome {
        self.run_with_input(arguments, b"")
    }

    /// Runs a command with standard input.
    pub fn run_with_input<A: AsRef<OsStr>>(&self, arguments: &[A], input: &[u8]) -> Outcome {
        let mut child = self.spawn(arguments);
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A command that needs no input may have ended before it is written.
        if let Err(error) = stdin.write_all(input) {
            assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "standard input can be written");
        }
        drop(stdin);
        Outcome::of(child)
    }

    /// Starts a command that the test interrupts.
    pub fn start<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Running {
        Running(self.spawn(arguments))
    }

    fn spawn<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Child {
        let program = program("jiandu");
        let mut command = match self.wrapper.split_first() {
            Some((wrapper, options)) => {
                let mut command = Command::new(wrapper);
                command.args(options).arg(program);
                command
            }
            None => Command::new(program),
        };
        command
            .args(arguments)
            .args(&self.common)
            .current_dir(&self.folder)
            .env_clear()
            .env("HOME", &self.folder)
            .env("LANG", "en_US.UTF-8")
            .env("PATH", "/usr/bin:/bin")
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command can be run")
    }
}

impl Running {
    /// Ends it as a power cut does, wherever it is.
    pub fn kill(mut self) {
        self.0.kill().expect("it can be ended");
        self.0.wait().expect("it ends");
    }

    /// Whether it runs still.
    pub fn is_running(&mut self) -> bool {
        self.0.try_wait().expect("a child can be waited for").is_none()
    }

    /// Waits for its end.
    pub fn finish(self) -> Outcome {
        Outcome::of(self.0)
    }

    /// Interrupts it as Ctrl-C does, and waits for its end.
    pub fn interrupt(self) -> Outcome {
        signal(self.0.id(), "INT");
        Outcome::of(self.0)
    }
}

/// Runs `jiandu-node` to its end: for commands that end by themselves.
pub fn run_node<A: AsRef<OsStr>>(arguments: &[A]) -> Outcome {
    let child = Command::new(program("jiandu-node"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the node's program can be run");
    Outcome::of(child)
}

impl Outcome {
    /// Waits for the end of a process. One that a signal ended has 128 and its number as code, as a shell says.
    fn of(child: Child) -> Self {
        let output = child.wait_with_output().expect("the command ends");
        let status = output.status;
        Self {
            code: status.code().or(status.signal().map(|signal| 128 + signal)).expect("an end has a reason"),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

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
