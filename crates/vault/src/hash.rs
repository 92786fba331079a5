//! Digests of files and streams, all algorithms in one pass.
//!
//! The calling thread reads; every algorithm has a thread of its own, and BLAKE3 uses the other cores as well. Blocks are
//! shared, and few are under way at a time, so that a file of any size takes a few megabytes of memory.
//!
//! A file is mapped where that pays: for BLAKE3 alone, which outruns reading. Beside SM3 it does not, and a mapped file that
//! somebody cuts short ends the process, so what is anchored, which needs both, is always read.

use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    record::MediaType,
};
use sha2::Sha256;
use sm3::{Digest, Sm3};
use std::{
    collections::BTreeSet,
    fs, io,
    io::Read,
    path::{Path, PathBuf},
    sync::{mpsc, Arc},
    thread,
};
use thiserror::Error;

/// Bytes read at a time.
const BLOCK: usize = 1024 * 1024;
/// Blocks that may wait for each algorithm.
const WAITING: usize = 4;

/// The length and the digests of some bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hashed {
    /// How many bytes there are.
    pub length: u64,
    /// One digest per algorithm, in ascending order of the algorithm.
    pub digests: Vec<ContentHash>,
}

/// Why bytes cannot be hashed.
#[derive(Debug, Error)]
pub enum HashError {
    /// There is no such file.
    #[error("no file at {path}")]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{path} is a folder")]
    Directory {
        /// Which one.
        path: PathBuf,
    },
    /// It is a device, a socket or a pipe: reading it may never end.
    #[error("{path} is not a file")]
    NotAFile {
        /// Which one.
        path: PathBuf,
    },
    /// The system does not let this user read it.
    #[error("no permission to read {path}")]
    PermissionDenied {
        /// Which file.
        path: PathBuf,
    },
    /// It changed between the first byte and the last, so the digests would be of no file that ever was.
    #[error("{path} changed while it was read")]
    ChangedWhileReading {
        /// Which file.
        path: PathBuf,
    },
    /// Reading failed.
    #[error("{path}: {source}")]
    Io {
        /// Which file; `-` is a stream.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl HashError {
    /// What reading a file came to.
    pub fn new(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::PermissionDenied => Self::PermissionDenied { path },
            io::ErrorKind::IsADirectory => Self::Directory { path },
            _ => Self::Io { path, source },
        }
    }

    /// Whether there is no such file.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::NotFound { .. })
    }

    /// Whether the system refused to let this user read.
    pub fn is_permission_denied(&self) -> bool {
        matches!(self, Self::PermissionDenied { .. })
    }
}

/// The digests of a file. `progress` hears of the bytes done and of the total where it is known.
pub fn hash_file(path: &Path, algs: &[DigestAlg], progress: impl FnMut(u64, Option<u64>)) -> Result<Hashed, HashError> {
    unchanged(path, |file, total| match algs {
        [DigestAlg::Blake3] => hash_mapped(path, total, progress),
        _ => hash(file, algs, Some(total), progress),
    })
}

/// The digests of a file, all blocks of which go to `sink` as well, in order: it is read once. What the sink refuses ends it.
pub fn hash_file_into(
    path: &Path,
    algs: &[DigestAlg],
    sink: impl FnMut(&[u8]) -> io::Result<()>,
    progress: impl FnMut(u64, Option<u64>),
) -> Result<Hashed, HashError> {
    unchanged(path, |file, total| hash(Tee { reader: file, sink }, algs, Some(total), progress))
}

/// Reads a file, and says so where it changed meanwhile.
fn unchanged(path: &Path, read: impl FnOnce(&fs::File, u64) -> io::Result<Hashed>) -> Result<Hashed, HashError> {
    let error = |source| HashError::new(path, source);
    // Before it is opened: opening a pipe waits for somebody to write.
    only_files(path, &fs::metadata(path).map_err(error)?)?;
    let file = fs::File::open(path).map_err(error)?;
    let before = file.metadata().map_err(error)?;
    only_files(path, &before)?;
    let total = before.len();
    let hashed = read(&file, total).map_err(error)?;
    let after = file.metadata().map_err(error)?;
    let same_time = matches!((before.modified(), after.modified()), (Ok(before), Ok(after)) if before == after);
    let still_named = fs::metadata(path).is_ok_and(|named| is_same_file(&named, &after));
    if hashed.length != total || after.len() != total || !same_time || !still_named {
        return Err(HashError::ChangedWhileReading { path: path.to_owned() });
    }
    Ok(hashed)
}

/// A reader that hands on what it reads.
struct Tee<R, S> {
    reader: R,
    sink: S,
}

impl<R: Read, S: FnMut(&[u8]) -> io::Result<()>> Read for Tee<R, S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        (self.sink)(buffer.get(..length).unwrap_or_default())?;
        Ok(length)
    }
}

/// BLAKE3 of a mapped file, on all cores. It hears of its end alone: there is nothing between that it could tell.
fn hash_mapped(path: &Path, total: u64, mut progress: impl FnMut(u64, Option<u64>)) -> io::Result<Hashed> {
    progress(0, Some(total));
    let mut hasher = blake3::Hasher::new();
    hasher.update_mmap_rayon(path)?;
    let length = hasher.count();
    progress(length, Some(total));
    let digest = ContentHash { alg: DigestAlg::Blake3, value: *hasher.finalize().as_bytes() };
    Ok(Hashed { length, digests: vec![digest] })
}

/// Whether a name still leads to the file that was opened, or another one was moved to its place.
#[cfg(unix)]
fn is_same_file(named: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (named.dev(), named.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn is_same_file(named: &fs::Metadata, opened: &fs::Metadata) -> bool {
    named.len() == opened.len()
}

fn only_files(path: &Path, found: &fs::Metadata) -> Result<(), HashError> {
    match found.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(HashError::Directory { path: path.to_owned() }),
        _ => Err(HashError::NotAFile { path: path.to_owned() }),
    }
}

/// The digests of a stream, all bytes of which go to `sink` as well.
pub fn hash_stream_into(
    reader: impl Read,
    algs: &[DigestAlg],
    sink: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<Hashed> {
    hash(Tee { reader, sink }, algs, None, |_, _| ())
}

/// The digests of a stream, such as standard input.
pub fn hash_stream(
    reader: impl Read,
    algs: &[DigestAlg],
    progress: impl FnMut(u64, Option<u64>),
) -> Result<Hashed, HashError> {
    hash(reader, algs, None, progress).map_err(|source| HashError::new(Path::new("-"), source))
}

fn hash(
    mut reader: impl Read,
    algs: &[DigestAlg],
    total: Option<u64>,
    mut progress: impl FnMut(u64, Option<u64>),
) -> io::Result<Hashed> {
    let algs: BTreeSet<DigestAlg> = algs.iter().copied().filter(|alg| DigestAlg::OF_FILES.contains(alg)).collect();
    let mut length = 0u64;
    progress(length, total);
    thread::scope(|scope| {
        let (queues, hashers): (Vec<_>, Vec<_>) = algs
            .iter()
            .map(|alg| {
                let (sender, receiver) = mpsc::sync_channel(WAITING);
                (sender, scope.spawn(move || digest(*alg, receiver)))
            })
            .unzip();
        // Buffers that no algorithm holds any more are used again.
        let mut buffers: Vec<Arc<Vec<u8>>> = vec![Arc::default(); WAITING.saturating_add(2)];
        for turn in 0usize.. {
            let slots = buffers.len();
            let Some(slot) = buffers.get_mut(turn % slots) else { break };
            if Arc::get_mut(slot).is_none() {
                *slot = Arc::default();
            }
            let Some(buffer) = Arc::get_mut(slot) else { break };
            fill(&mut reader, buffer)?;
            if buffer.is_empty() {
                break;
            }
            length = length.saturating_add(buffer.len() as u64);
            for queue in &queues {
                // It fails only if the algorithm's thread is gone, which joining it below reports.
                if queue.send(Arc::clone(slot)).is_err() {
                    break;
                }
            }
            progress(length, total);
        }
        drop(queues);
        let digests = hashers
            .into_iter()
            .map(|hasher| hasher.join().map_err(|_| io::Error::other("a hashing thread stopped")))
            .collect::<io::Result<_>>()?;
        Ok(Hashed { length, digests })
    })
}

/// Fills a buffer up to a block, or to the end of the input.
fn fill(reader: &mut impl Read, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    reader.by_ref().take(BLOCK as u64).read_to_end(buffer)?;
    Ok(())
}

fn digest(alg: DigestAlg, blocks: mpsc::Receiver<Arc<Vec<u8>>>) -> ContentHash {
    fn all<D: Digest>(blocks: mpsc::Receiver<Arc<Vec<u8>>>) -> D {
        blocks.iter().fold(D::new(), |mut hasher, block| {
            hasher.update(&**block);
            hasher
        })
    }
    let value = match alg {
        DigestAlg::Blake3 => {
            let mut hasher = blake3::Hasher::new();
            for block in blocks {
                hasher.update_rayon(&block);
            }
            *hasher.finalize().as_bytes()
        }
        DigestAlg::Sm3 => all::<Sm3>(blocks).finalize().into(),
        DigestAlg::Sha256 => all::<Sha256>(blocks).finalize().into(),
        // Taken out before: it takes a salt.
        DigestAlg::Commitment => Default::default(),
    };
    ContentHash { alg, value }
}

/// The type of a document from its name and its first bytes. The bytes win: a file that is called `.pdf` and is none is
/// [`MediaType::Other`].
pub fn media_type(path: &Path, first: &[u8]) -> MediaType {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    let extension = extension.as_deref().unwrap_or_default();
    if first.starts_with(b"%PDF-") {
        return MediaType::Pdf;
    }
    if first.starts_with(b"\xFF\xD8\xFF") {
        return MediaType::Jpeg;
    }
    if first.starts_with(b"\x89PNG\r\n\x1A\n") {
        return MediaType::Png;
    }
    if first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06") {
        return match extension {
            "ofd" => MediaType::Ofd,
            "docx" => MediaType::Docx,
            "xlsx" => MediaType::Xlsx,
            _ => MediaType::Zip,
        };
    }
    let utf16 = first.starts_with(b"\xFF\xFE") || first.starts_with(b"\xFE\xFF");
    if first.contains(&0) && !utf16 {
        return MediaType::Other;
    }
    match extension {
        "txt" | "md" | "log" => MediaType::Text,
        "json" => MediaType::Json,
        "csv" => MediaType::Csv,
        "xml" => MediaType::Xml,
        _ => MediaType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hex_of(bytes: &[u8], alg: DigestAlg) -> String {
        let hashed = hash_stream(bytes, &[alg], |_, _| ()).expect("in memory");
        assert_eq!(hashed.length, bytes.len() as u64);
        hashed.digests.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn known_answers_should_come_out() {
        let cases = [
            (b"abc" as &[u8], "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
            (&b"abcd".repeat(16), "sm3:debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
            (b"", "sm3:1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b"),
            (b"", "blake3:af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
            (b"abc", "blake3:6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"),
            (b"abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (b"", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ];
        for (bytes, expected) in cases {
            let alg = expected.parse::<ContentHash>().expect("a digest").alg;
            assert_eq!(hex_of(bytes, alg), expected);
        }
    }

    #[test]
    fn digests_should_be_ascending_and_without_repetition() {
        let algs = [DigestAlg::Sha256, DigestAlg::Sm3, DigestAlg::Blake3, DigestAlg::Sm3];
        let hashed = hash_stream(&b"abc"[..], &algs, |_, _| ()).expect("in memory");
        assert_eq!(hashed.digests.iter().map(|digest| digest.alg).collect::<Vec<_>>(), DigestAlg::OF_FILES);
    }

    #[test]
    fn what_cannot_be_read_should_be_named() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let error = |path: &Path| hash_file(path, &DigestAlg::OF_FILES, |_, _| ()).expect_err("unreadable");
        assert!(matches!(error(folder.path()), HashError::Directory { .. }));
        assert!(error(&folder.path().join("none")).is_not_found());
    }

    #[cfg(unix)]
    #[test]
    fn devices_and_sockets_should_be_refused_at_once() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
        for path in [Path::new("/dev/zero"), &socket] {
            let refused = hash_file(path, &DigestAlg::OF_FILES, |_, _| ());
            assert!(matches!(refused, Err(HashError::NotAFile { .. })), "{}", path.display());
        }
    }

    #[test]
    fn a_file_that_grows_should_be_refused() {
        use std::io::Write;
        let mut file = tempfile::NamedTempFile::new().expect("temporary file");
        file.write_all(&vec![1; 3 * BLOCK]).expect("written");
        let path = file.path().to_owned();
        let mut grown = false;
        let result = hash_file(&path, &DigestAlg::OF_FILES, |done, _| {
            if done > 0 && !grown {
                grown = true;
                file.write_all(b"more").expect("written");
                file.flush().expect("written");
            }
        });
        assert!(matches!(result, Err(HashError::ChangedWhileReading { .. })));
    }

    #[test]
    fn a_mapped_file_that_grows_should_be_refused() {
        use std::io::Write;
        let mut file = tempfile::NamedTempFile::new().expect("temporary file");
        file.write_all(&vec![1; 3 * BLOCK]).expect("written");
        let path = file.path().to_owned();
        let result = hash_file(&path, &[DigestAlg::Blake3], |done, _| {
            if done == 0 {
                file.write_all(b"more").expect("written");
            }
        });
        assert!(matches!(result, Err(HashError::ChangedWhileReading { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_not_utf8_should_work() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xB9\xAB\xB8\xE6.pdf"));
        fs::write(&path, b"abc").expect("written");
        let hashed = hash_file(&path, &[DigestAlg::Sm3], |_, _| ()).expect("readable");
        assert_eq!(hashed.digests, hash_stream(&b"abc"[..], &[DigestAlg::Sm3], |_, _| ()).expect("in memory").digests);
        assert_eq!(media_type(&path, b"%PDF-1.7"), MediaType::Pdf);
    }

    #[test]
    fn a_sparse_file_should_report_its_progress() {
        let file = tempfile::tempfile().expect("temporary file");
        file.set_len(64 * BLOCK as u64 + 1).expect("sparse");
        let mut last = 0;
        let hashed = hash(file, &[DigestAlg::Blake3], Some(64 * BLOCK as u64 + 1), |done, total| {
            assert!(done >= last && total == Some(64 * BLOCK as u64 + 1));
            last = done;
        });
        assert_eq!(hashed.expect("readable").length, last);
    }

    #[test]
    fn the_media_type_should_follow_the_bytes_before_the_name() {
        let cases: [(&str, &[u8], MediaType); 12] = [
            ("a.pdf", b"%PDF-1.4\n", MediaType::Pdf),
            ("a.txt", b"%PDF-1.4\n", MediaType::Pdf),
            ("a.pdf", b"not one", MediaType::Other),
            ("a.OFD", b"PK\x03\x04rest", MediaType::Ofd),
            ("a.docx", b"PK\x03\x04rest", MediaType::Docx),
            ("a.xlsx", b"PK\x03\x04rest", MediaType::Xlsx),
            ("a", b"PK\x03\x04rest", MediaType::Zip),
            ("a.csv", "代码,名称".as_bytes(), MediaType::Csv),
            ("a.json", b"{}", MediaType::Json),
            ("a.txt", b"\x00\x01", MediaType::Other),
            ("a.txt", b"\xFF\xFEa\x00", MediaType::Text),
            ("a.png", b"\x89PNG\r\n\x1A\n", MediaType::Png),
        ];
        for (name, first, expected) in cases {
            assert_eq!(media_type(Path::new(name), first), expected, "{name}");
        }
    }

    /// A reader that hands out odd pieces.
    struct Pieces<'a> {
        rest: &'a [u8],
        step: usize,
    }

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.step.min(buffer.len());
            self.rest.read(&mut buffer[..count])
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_file_and_a_stream_should_hash_alike_around_block_borders(
            blocks in 0usize..4,
            offset in -2isize..=2,
            step in 1usize..70_000,
        ) {
            let length = (blocks * BLOCK).saturating_add_signed(offset);
            let bytes: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
            let mut file = tempfile::NamedTempFile::new().expect("temporary file");
            io::Write::write_all(&mut file, &bytes).expect("written");
            let from_file = hash_file(file.path(), &DigestAlg::OF_FILES, |_, _| ()).expect("readable");
            let pieces = Pieces { rest: &bytes, step };
            let from_stream = hash_stream(pieces, &DigestAlg::OF_FILES, |_, _| ()).expect("in memory");
            prop_assert_eq!(&from_file, &from_stream);
            let mapped = hash_file(file.path(), &[DigestAlg::Blake3], |_, _| ()).expect("readable");
            prop_assert_eq!((mapped.length, &mapped.digests[..]), (from_file.length, &from_file.digests[..1]));
            prop_assert_eq!(from_file.digests[0].value, *blake3::hash(&bytes).as_bytes());
            prop_assert_eq!(&from_file.digests[1].value[..], &Sm3::digest(&bytes)[..]);
        }
    }
}
