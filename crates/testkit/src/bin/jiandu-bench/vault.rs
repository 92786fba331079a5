//! What storing documents costs: beside `cp` in a folder, beside `rclone` on an S3 server, each once in the same run.

use crate::{folder, row};
use jiandu_testkit::{program, S3Server};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// How many small documents, and their length in bytes.
const SMALL: (u32, usize) = (10_000, 100_000);
/// The length of the big one.
const BIG: usize = 5 << 30;
const OPERATOR: &str = "91430100MADEW01019";
/// How often memory is looked at.
const LOOKING: Duration = Duration::from_millis(20);

/// Prints a row per way of storing and figure.
pub fn run() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let server = S3Server::start(&path("s3"));
    let settings = path("s3.json");
    server.write_settings(&settings, S3Server::SECRET);
    fs::write(path("rclone.conf"), server.rclone_settings()).expect("a file");
    for (label, count, length) in [("10,000 of 100 kB", SMALL.0, SMALL.1), ("one of 5 GiB", 1, BIG)] {
        let source = path("source");
        fs::create_dir(&source).expect("a folder");
        let files: Vec<PathBuf> = (0..count).map(|number| source.join(format!("{number}.bin"))).collect();
        for (file, number) in files.iter().zip(0u64..) {
            write(file, number, length);
        }
        run_once(&["sync"]);
        let megabytes = f64::from(count) * length as f64 / 1e6;
        let measure = |what: &str, mut command: Command| {
            let (seconds, memory) = watched(command.stdout(Stdio::null()).spawn().expect("it can be run"));
            row(&format!("{label}: {what}"), "s", vec![seconds]);
            row(&format!("{label}: {what}"), "MB/s", vec![megabytes / seconds]);
            row(&format!("{label}: {what}, most memory"), "MiB", vec![memory]);
        };
        let copied = path("copied");
        measure("cp and sync", shell(r#"cp -r "$0" "$1" && sync -f "$1""#, &[&source, &copied]));
        fs::remove_dir_all(&copied).expect("removed");
        measure("vault put, folder", put(&path("vault"), None, &files));
        fs::remove_dir_all(path("vault")).expect("removed");
        let mut rclone = Command::new("rclone");
        // A bundle of certificates for all of this machine's programs is nothing that it takes.
        rclone.env_remove("AWS_CA_BUNDLE");
        rclone.arg("--config").arg(path("rclone.conf")).args(["copy", "--no-check-dest"]);
        rclone.arg(&source).arg(format!("s3:{}/rclone", S3Server::BUCKET));
        measure("rclone copy, S3", rclone);
        fs::remove_dir_all(server.object("rclone")).expect("removed");
        let place = PathBuf::from(format!("s3://{}/vault", S3Server::BUCKET));
        measure("vault put, S3", put(&place, Some(&settings), &files));
        fs::remove_dir_all(server.object("vault")).expect("removed");
        fs::remove_dir_all(&source).expect("removed");
    }
}

/// Bytes that don't repeat, as fast as a disk takes them: xorshift64.
fn write(file: &Path, seed: u64, length: usize) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut out = std::io::BufWriter::with_capacity(1 << 20, fs::File::create(file).expect("a file"));
    for _ in 0..length / 8 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.write_all(&state.to_le_bytes()).expect("written");
    }
    out.flush().expect("written");
}

/// The command that stores these files, in a vault made for it.
fn put(place: &Path, settings: Option<&Path>, files: &[PathBuf]) -> Command {
    let command = |words: &[&str]| {
        let mut command = Command::new(program("jiandu"));
        command.args(words).arg("--vault").arg(place);
        if let Some(settings) = settings {
            command.arg("--vault-settings").arg(settings);
        }
        command
    };
    let made = command(&["vault", "init", "--operator", OPERATOR]).stdout(Stdio::null()).status();
    assert!(made.expect("it can be run").success(), "the vault is made");
    let mut command = command(&["vault", "put", "--quiet"]);
    command.args(files);
    command
}

fn shell(script: &str, arguments: &[&Path]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]).args(arguments);
    command
}

fn run_once(words: &[&str]) {
    let status = Command::new(words[0]).args(&words[1..]).status().expect("it can be run");
    assert!(status.success(), "{words:?}");
}

/// Waits for the end of a process: how long it took, and how much memory it had at the most, in mebibytes.
fn watched(mut child: Child) -> (f64, f64) {
    let start = Instant::now();
    let mut most = 0.0f64;
    loop {
        most = most.max(high_water(child.id()));
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            assert!(status.success(), "it succeeded");
            return (start.elapsed().as_secs_f64(), most);
        }
        sleep(LOOKING);
    }
}

fn high_water(pid: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kibibytes.unwrap_or_default() / 1_024.0
}
