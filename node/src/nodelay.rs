//! TCP_NODELAY for the connections of the RPC server, which the SDK's server of this version forgets.
//!
//! An answer above 8 KiB leaves the server in two pieces, and without this option the second one waits until the reader
//! acknowledges the first: 40 ms on Linux, up to 200 ms elsewhere, for every proof of a chain with many records. The SDK sets the
//! option itself from the release on that has paritytech/polkadot-sdk#12797: then this file goes.
//!
//! On Linux a connection takes the option over from the socket that accepted it, so it is enough to set it there, once. The
//! server keeps that socket to itself; `pidfd_getfd(2)` lends it.

use rustix::{
    io::{Errno, Result},
    net::sockopt::{get_socket_acceptconn, set_tcp_nodelay},
    process::{getpid, pidfd_getfd, pidfd_open, PidfdFlags, PidfdGetfdFlags},
};
use std::fs;

/// Sets TCP_NODELAY on every listening TCP socket of this process, and so for all connections that they accept from now on.
/// Says how many they were. Some containers forbid it: then answers are slow, and right.
pub fn on_listeners() -> Result<usize> {
    let own = pidfd_open(getpid(), PidfdFlags::empty())?;
    let open = fs::read_dir("/proc/self/fd").map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
    let mut found = 0usize;
    for number in open.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()) {
        let borrowed = match pidfd_getfd(&own, number, PidfdGetfdFlags::empty()) {
            Ok(borrowed) => borrowed,
            // Closed since it was listed.
            Err(Errno::BADF) => continue,
            Err(error) => return Err(error),
        };
        if get_socket_acceptconn(&borrowed).unwrap_or(false) && set_tcp_nodelay(&borrowed, true).is_ok() {
            found = found.saturating_add(1);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, TcpStream};

    #[test]
    fn connections_that_are_accepted_afterwards_should_not_delay_what_they_send() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let accepted = || {
            let client = TcpStream::connect(address).expect("connected");
            let (server, _) = listener.accept().expect("accepted");
            drop(client);
            server.nodelay().expect("an option")
        };
        assert!(!accepted(), "the system's default is to delay");
        match on_listeners() {
            // What the node warns of, and goes on.
            Err(Errno::PERM | Errno::NOSYS) => return,
            found => assert!(found.expect("listeners") >= 1),
        }
        assert!(accepted());
    }
}
