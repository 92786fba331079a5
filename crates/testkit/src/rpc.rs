//! JSON-RPC over plain HTTP, one connection a call: enough for tests, and independent of the client under test.

use serde_json::{json, Value};
use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// A node's RPC address.
#[derive(Clone, Copy, Debug)]
pub struct Rpc(pub SocketAddr);

impl Rpc {
    /// Calls a method. An error where the node can't be reached or answers with one.
    pub fn call(&self, method: &str, params: Value) -> io::Result<Value> {
        let body = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).to_string();
        let limit = Duration::from_secs(10);
        let mut stream = TcpStream::connect_timeout(&self.0, limit)?;
        stream.set_read_timeout(Some(limit))?;
        stream.set_write_timeout(Some(limit))?;
        write!(
            stream,
            "POST / HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.0,
            body.len(),
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        let start = body.find('{').unwrap_or_default();
        let end = body.rfind('}').map_or(body.len(), |end| end + 1);
        let answer: Value = serde_json::from_str(&body[start..end])?;
        match answer.get("result") {
            Some(result) => Ok(result.clone()),
            None => Err(io::Error::other(answer.to_string())),
        }
    }

    fn number_of(&self, hash: Option<Value>) -> io::Result<u32> {
        let header = self.call("chain_getHeader", hash.map_or(json!([]), |hash| json!([hash])))?;
        let number = header["number"].as_str().ok_or_else(|| io::Error::other("a header without a number"))?;
        u32::from_str_radix(number.trim_start_matches("0x"), 16).map_err(io::Error::other)
    }

    /// The number of the newest block.
    pub fn best(&self) -> io::Result<u32> {
        self.number_of(None)
    }

    /// The number of the newest final block.
    pub fn finalized(&self) -> io::Result<u32> {
        self.number_of(Some(self.call("chain_getFinalizedHead", json!([]))?))
    }

    /// How many transactions the newest block has, the one that states the time included.
    pub fn transactions(&self) -> io::Result<usize> {
        let block = self.call("chain_getBlock", json!([]))?;
        Ok(block["block"]["extrinsics"].as_array().map_or(0, Vec::len))
    }

    /// The hash of a block, where the node has it.
    pub fn hash(&self, number: u32) -> io::Result<Option<String>> {
        Ok(self.call("chain_getBlockHash", json!([number]))?.as_str().map(Into::into))
    }

    /// Whether the node keeps a justification of a block.
    pub fn is_justified(&self, number: u32) -> io::Result<bool> {
        let block = self.call("chain_getBlock", json!([self.hash(number)?]))?;
        Ok(!block["justifications"].is_null())
    }

    /// How many peers the node has.
    pub fn peers(&self) -> io::Result<u64> {
        Ok(self.call("system_health", json!([]))?["peers"].as_u64().unwrap_or_default())
    }
}
