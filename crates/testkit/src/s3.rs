//! A real S3 server on the loopback interface, which keeps its objects as files.

use crate::{free_port, wait::until};
use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

const ACCESS_KEY: &str = "jiandu-test";
const SECRET_KEY: &str = "only-for-this-test";

/// A server with one bucket.
pub struct S3Server {
    child: Option<Child>,
    port: u16,
    folder: PathBuf,
}

impl S3Server {
    /// The name of its bucket.
    pub const BUCKET: &'static str = "documents";
    /// What no output, log or argument may show.
    pub const SECRET: &'static str = SECRET_KEY;

    /// Starts a server that keeps everything in this folder, and waits until it answers.
    pub fn start(folder: &Path) -> Self {
        fs::create_dir_all(folder.join(Self::BUCKET)).expect("a folder for the bucket");
        let mut server = Self { child: None, port: free_port(), folder: folder.to_owned() };
        server.resume();
        server
    }

    /// Starts it again where it was stopped.
    pub fn resume(&mut self) {
        let log = fs::File::create(self.folder.with_extension("log")).expect("a log");
        let errors = log.try_clone().expect("a log");
        let child = Command::new(tool("s3s-fs"))
            .args(["--host", "127.0.0.1", "--port", &self.port.to_string()])
            .args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY])
            .arg(&self.folder)
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .expect("the S3 server can be run");
        self.child = Some(child);
        until("the S3 server's answer", Duration::from_secs(30), || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok()
        });
    }

    /// Stops it: nothing answers on its port any more.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("the S3 server can be ended");
            child.wait().expect("the S3 server ends");
        }
    }

    /// Where an object of the bucket lies on the disk.
    pub fn object(&self, name: &str) -> PathBuf {
        self.folder.join(Self::BUCKET).join(name)
    }

    /// Where it answers.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Writes the settings with which a vault reaches it, readable by their owner alone.
    pub fn write_settings(&self, file: &Path, secret: &str) {
        self.write_settings_through(self.port, file, secret);
    }

    /// The same by way of another port.
    pub fn write_settings_through(&self, port: u16, file: &Path, secret: &str) {
        use std::os::unix::fs::PermissionsExt;
        let settings = format!(
            r#"{{"endpoint":"http://127.0.0.1:{port}","region":"cn","access_key_id":"{ACCESS_KEY}","secret_access_key":"{secret}"}}"#
        );
        fs::write(file, settings).expect("a file");
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).expect("a mode");
    }
}

impl S3Server {
    /// How `rclone` reaches it, as its configuration file says it: under the name `s3`.
    pub fn rclone_settings(&self) -> String {
        let endpoint = format!("http://127.0.0.1:{}", self.port);
        let keys = format!("access_key_id = {ACCESS_KEY}\nsecret_access_key = {SECRET_KEY}");
        format!("[s3]\ntype = s3\nprovider = Other\nregion = cn\nendpoint = {endpoint}\n{keys}\n")
    }
}

impl Drop for S3Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A program that `scripts/setup.sh --tools` installs.
fn tool(name: &str) -> PathBuf {
    let program = crate::tools().join("bin").join(name);
    assert!(program.is_file(), "{} is missing: run scripts/setup.sh --tools first", program.display());
    program
}
