//! `jiandu hash`: the digests of files, without a node.

use crate::{
    args::HashArguments,
    error::{shown, CliError},
    exit::Exit,
    hashing,
    language::Language,
    output::{Output, Report},
};
use jiandu_primitives::digest::{ContentHash, DigestAlg};
use serde::Serialize;

/// The digests of files.
#[derive(Debug, Serialize)]
struct HashReport {
    /// One per file, in the order in which they were named.
    files: Vec<HashedFile>,
}

/// The digests of a file.
#[derive(Debug, Serialize)]
struct HashedFile {
    /// Its path.
    file: String,
    /// Its length in bytes.
    length: u64,
    /// One per algorithm.
    digests: Vec<ContentHash>,
}

impl Report for HashReport {
    /// A line per digest, in the form of `sha256sum`.
    fn text(&self, _: Language) -> String {
        let lines =
            self.files.iter().flat_map(|file| file.digests.iter().map(|digest| format!("{digest}  {}\n", file.file)));
        lines.collect()
    }
}

/// Runs `jiandu hash`.
pub fn run(arguments: &HashArguments, output: Output) -> Result<Exit, CliError> {
    let algorithms = match arguments.algorithms.as_slice() {
        [] => &DigestAlg::ALL,
        some => some,
    };
    let mut files = Vec::new();
    for file in &arguments.files {
        let hashed = hashing::hash(file, algorithms, output)?;
        files.push(HashedFile { file: shown(file), length: hashed.length, digests: hashed.digests });
    }
    output.report(&HashReport { files })?;
    Ok(Exit::Ok)
}
