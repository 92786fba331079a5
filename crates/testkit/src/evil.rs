//! Something between a client and a real S3 server that misbehaves as stores and lines do. What it lets through is the server's own.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{
        atomic::{AtomicBool, Ordering},
        Arc, Mutex, PoisonError,
    },
    thread,
    time::Duration,
};

/// How it misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evil {
    /// Not at all.
    Not,
    /// It waits before it lets an answer through.
    Slow(Duration),
    /// It changes a byte of what is read.
    Wrong,
    /// It denies for so many times to have what is asked for.
    Absent(u32),
    /// It takes nothing more.
    Full,
    /// It breaks off in the middle of so many answers.
    Broken(u32),
}

/// A server in front of another one.
pub struct EvilStore {
    port: u16,
    evil: Arc<Mutex<Evil>>,
    ended: Arc<AtomicBool>,
}

impl EvilStore {
    /// Starts one in front of a port, behaving well at first.
    pub fn in_front_of(upstream: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (evil, ended) = (Arc::new(Mutex::new(Evil::Not)), Arc::new(AtomicBool::new(false)));
        let (shared, over) = (Arc::clone(&evil), Arc::clone(&ended));
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if over.load(Ordering::Relaxed) {
                    return;
                }
                let evil = Arc::clone(&shared);
                // A client that goes away is no failure of the test.
                thread::spawn(move || serve(client, upstream, &evil).unwrap_or_default());
            }
        });
        Self { port, evil, ended }
    }

    /// Where it answers.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Lets it misbehave from now on.
    pub fn be(&self, evil: Evil) {
        *self.evil.lock().unwrap_or_else(PoisonError::into_inner) = evil;
    }
}

impl Drop for EvilStore {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // So that it takes notice.
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
    }
}

/// One request and its answer, on a connection of its own.
fn serve(mut client: TcpStream, upstream: u16, evil: &Mutex<Evil>) -> std::io::Result<()> {
    let (head, mut body) = read_head(&mut client)?;
    let length = header(&head, "content-length").and_then(|value| value.parse().ok()).unwrap_or(0usize);
    if header(&head, "expect").is_some() {
        client.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    let mut rest = vec![0; length.saturating_sub(body.len())];
    client.read_exact(&mut rest)?;
    body.append(&mut rest);
    let is_read = head.starts_with("GET ") && head.contains("/objects/") || head.starts_with("HEAD ");
    let is_write = head.starts_with("PUT ") || head.starts_with("POST ");
    let now = {
        let mut evil = evil.lock().unwrap_or_else(PoisonError::into_inner);
        let now = *evil;
        match &mut *evil {
            Evil::Absent(times) | Evil::Broken(times) if is_read => *times = times.saturating_sub(1),
            _ => (),
        }
        now
    };
    let refusal = match now {
        Evil::Absent(times) if is_read && times > 0 => Some(("404 Not Found", "NoSuchKey")),
        Evil::Full if is_write => Some(("507 Insufficient Storage", "StorageFull")),
        _ => None,
    };
    if let Some((status, code)) = refusal {
        let xml = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
        let xml = if head.starts_with("HEAD ") { String::new() } else { xml };
        let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{xml}", xml.len());
        return client.write_all(answer.as_bytes());
    }
    let mut server = TcpStream::connect((Ipv4Addr::LOCALHOST, upstream))?;
    server.write_all(closing(&head).as_bytes())?;
    server.write_all(&body)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    match now {
        Evil::Slow(delay) => thread::sleep(delay),
        Evil::Wrong if head.starts_with("GET ") && is_read => {
            if let Some(last) = answer.last_mut() {
                *last ^= 1;
            }
        }
        Evil::Broken(times) if is_read && times > 0 => answer.truncate(answer.len() - answer.len() / 4),
        _ => (),
    }
    client.write_all(&answer)?;
    client.shutdown(Shutdown::Write)
}

/// A request's head, and what was read of its body.
fn read_head(client: &mut TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    let (mut read, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        if let Some(end) = read.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = read.split_off(end + 4);
            return Ok((String::from_utf8_lossy(&read).into_owned(), body));
        }
        let length = client.read(&mut piece)?;
        if length == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        read.extend_from_slice(&piece[..length]);
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// The head, with the wish that the connection ends after the answer.
fn closing(head: &str) -> String {
    let lines = head.trim_end().lines().filter(|line| {
        let line = line.to_ascii_lowercase();
        !line.starts_with("connection:") && !line.starts_with("expect:")
    });
    lines.chain(["Connection: close", "", ""]).collect::<Vec<_>>().join("\r\n")
}
