//! Putting documents into a vault and getting them back.

use crate::{
    error::VaultError,
    hash::{hash_file, hash_file_into, hash_stream_into, HashError, Hashed},
    locator::{Locator, OBJECTS},
    manifest::{self, Manifest},
    place::Place,
};
use bytes::{Bytes, BytesMut};
use futures::{stream::BoxStream, StreamExt, TryStreamExt};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    uscc::Uscc,
};
use object_store::{
    path::Path as StorePath, GetResult, GetResultPayload, ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions,
    WriteMultipart,
};
use std::{
    fs, io,
    io::{Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::{sync::mpsc, task::spawn_blocking};

/// Bytes sent at a time; S3 asks for 5 MiB at least, and takes 10,000 parts at most.
const PART: u64 = 8 << 20;
/// Most parts of one object.
const MOST_PARTS: u64 = 9_000;
/// Parts that may be under way at a time, and that may wait: memory stays bounded.
const UNDER_WAY: usize = 4;
/// Pieces that may wait between a store and whoever hashes them.
const WAITING: usize = 4;

/// A vault that is open.
#[derive(Clone, Debug)]
pub struct Vault {
    store: Arc<dyn ObjectStore>,
    place: Place,
    manifest: Manifest,
}

/// A document that is in the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Where.
    pub locator: Locator,
    /// Its length in bytes.
    pub length: u64,
    /// Its digests, in ascending order of the algorithm.
    pub digests: Vec<ContentHash>,
    /// Whether it was there already, undamaged, and nothing was sent.
    pub known: bool,
}

/// What lies in a vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its name in the store.
    pub name: String,
    /// The locator that the name is; none where something else was put into the vault's folder.
    pub locator: Option<Locator>,
    /// Its length in bytes.
    pub length: u64,
    /// When it was written, in Unix seconds.
    pub written: u64,
}

impl From<ObjectMeta> for Object {
    fn from(found: ObjectMeta) -> Self {
        Self {
            name: found.location.to_string(),
            locator: Locator::from_path(&found.location),
            length: found.size,
            written: u64::try_from(found.last_modified.timestamp()).unwrap_or_default(),
        }
    }
}

/// What reading an object came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is what was stored.
    Sound {
        /// Its length in bytes.
        length: u64,
    },
    /// It is something else.
    Damaged,
    /// It is not there.
    Missing,
}

impl Vault {
    /// Makes a vault. Its folder may exist; a vault there may not.
    pub async fn create(place: Place, operator: Uscc) -> Result<Self, VaultError> {
        let store = place.open(true)?;
        let manifest = Manifest::new(operator).map_err(|error| VaultError::Store(error.to_string()))?;
        let json = manifest.to_json().map_err(|error| VaultError::Store(error.to_string()))?;
        let new = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        match store.put_opts(&StorePath::from(manifest::NAME), json.into(), new).await {
            Ok(_) => Ok(Self { store, place, manifest }),
            Err(object_store::Error::AlreadyExists { .. }) => Err(VaultError::Exists { place: place.to_string() }),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens the vault that is there.
    pub async fn open(place: Place) -> Result<Self, VaultError> {
        let none = || VaultError::NoVault { place: place.to_string() };
        let store = match place.open(false) {
            Err(VaultError::Folder { source, .. }) if source.kind() == io::ErrorKind::NotFound => return Err(none()),
            opened => opened?,
        };
        let json = match store.get(&StorePath::from(manifest::NAME)).await {
            Ok(found) => found.bytes().await?,
            Err(object_store::Error::NotFound { .. }) => return Err(none()),
            Err(error) => return Err(error.into()),
        };
        let manifest = Manifest::from_json(&json).ok_or_else(none)?;
        Ok(Self { store, place, manifest })
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Stores a file and reads it back: when this returns, the document is in the store, whole, as the file was. `algs` are the
    /// digests wanted of it; BLAKE3 is always among them. A document that is there already, undamaged, is not sent again, and a
    /// damaged one is mended. Interrupted at any time, nothing wrong is ever visible, and the same call begins anew.
    ///
    /// The file is read twice, first for the locator, on all cores; `progress` hears of the second time.
    pub async fn put(
        &self,
        file: &Path,
        algs: &[DigestAlg],
        progress: impl FnMut(u64, Option<u64>) + Send + 'static,
    ) -> Result<Stored, VaultError> {
        let algs: Vec<DigestAlg> = algs.iter().copied().chain([DigestAlg::Blake3]).collect();
        let path = file.to_owned();
        let named = blocking(move || hash_file(&path, &[DigestAlg::Blake3], |_, _| ())).await??;
        let locator = Locator::of(&named.digests).ok_or_else(|| VaultError::Store("no digest".into()))?;
        let path = file.to_owned();
        let known = matches!(self.check(locator).await?, Found::Sound { .. });
        let hashed = match known {
            true => blocking(move || hash_file(&path, &algs, progress)).await??,
            false => self.send(path, algs, locator, named.length, progress).await?,
        };
        if Locator::of(&hashed.digests) != Some(locator) {
            return Err(changed(file));
        }
        if !known {
            match self.check(locator).await? {
                Found::Sound { .. } => (),
                Found::Damaged | Found::Missing => return Err(VaultError::Damaged(locator)),
            }
        }
        Ok(Stored { locator, length: hashed.length, digests: hashed.digests, known })
    }

    /// Sends a file and hashes it meanwhile. Nothing is visible unless its digest is the expected one at the end.
    async fn send(
        &self,
        file: PathBuf,
        algs: Vec<DigestAlg>,
        locator: Locator,
        length: u64,
        progress: impl FnMut(u64, Option<u64>) + Send + 'static,
    ) -> Result<Hashed, VaultError> {
        let part = usize::try_from(PART.max(length.div_ceil(MOST_PARTS))).unwrap_or(usize::MAX);
        let (parts, mut arriving) = mpsc::channel::<Bytes>(1);
        let path = file.clone();
        let reading = spawn_blocking(move || -> Result<Hashed, HashError> {
            let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
            let mut waiting = BytesMut::new();
            let hashed = hash_file_into(
                &path,
                &algs,
                |block| {
                    waiting.extend_from_slice(block);
                    if waiting.len() < part {
                        return Ok(());
                    }
                    parts.blocking_send(waiting.split_to(part).freeze()).map_err(|_| gone())
                },
                progress,
            )?;
            parts.blocking_send(waiting.freeze()).map_err(|_| HashError::new(&path, gone()))?;
            Ok(hashed)
        });
        let target = locator.path();
        let first = arriving.recv().await.unwrap_or_default();
        if length < PART {
            // All of it is here, and all of it was hashed; what grew meanwhile is refused.
            drop(arriving);
            let hashed = reading.await.map_err(stopped)??;
            if Locator::of(&hashed.digests) != Some(locator) {
                return Err(changed(&file));
            }
            self.store.put(&target, first.into()).await?;
            return Ok(hashed);
        }
        let mut upload = WriteMultipart::new_with_chunk_size(self.store.put_multipart(&target).await?, part);
        let mut sent = Ok(());
        let mut next = Some(first);
        while let Some(bytes) = next {
            sent = upload.wait_for_capacity(UNDER_WAY).await;
            if sent.is_err() {
                break;
            }
            upload.put(bytes);
            next = arriving.recv().await;
        }
        // Whoever reads stops where nobody takes it any more.
        drop(arriving);
        let hashed = reading.await.map_err(stopped)?;
        let right = hashed.as_ref().is_ok_and(|hashed| Locator::of(&hashed.digests) == Some(locator));
        if sent.is_err() || !right {
            let aborted = upload.abort().await;
            sent?;
            hashed?;
            aborted?;
            return Err(changed(&file));
        }
        upload.finish().await?;
        Ok(hashed?)
    }

    /// Gets a document, whole and undamaged, into a new file.
    pub async fn get(&self, locator: Locator, file: &Path) -> Result<u64, VaultError> {
        let unwritable = |source| VaultError::Unwritable { file: file.to_owned(), source };
        let found = self.found(locator).await?.ok_or(VaultError::NotFound(locator))?;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let target = new_file(folder).map_err(|error| unwritable(error.kind().into()))?;
        let mut writing = target.reopen().map_err(unwritable)?;
        // Where it is the target that fails, and not the store.
        let (failed, mut failures) = mpsc::channel(1);
        let read = read(found, move |bytes| {
            writing.write_all(bytes).map_err(|error| {
                let kind = error.kind();
                match failed.try_send(error) {
                    // Only the first failure counts.
                    Ok(()) | Err(_) => kind.into(),
                }
            })
        })
        .await;
        if let Ok(error) = failures.try_recv() {
            return Err(unwritable(error));
        }
        let hashed = read?;
        if Locator::of(&hashed.digests) != Some(locator) {
            return Err(VaultError::Damaged(locator));
        }
        target.as_file().sync_all().map_err(unwritable)?;
        target.persist_noclobber(file).map_err(|error| unwritable(error.error))?;
        Ok(hashed.length)
    }

    /// Reads an object from end to end, and says whether it is what was stored.
    pub async fn check(&self, locator: Locator) -> Result<Found, VaultError> {
        let Some(found) = self.found(locator).await? else { return Ok(Found::Missing) };
        let hashed = read(found, |_| Ok(())).await?;
        Ok(match Locator::of(&hashed.digests) == Some(locator) {
            true => Found::Sound { length: hashed.length },
            false => Found::Damaged,
        })
    }

    /// What the store says of an object, without reading it; none where it has none.
    pub async fn stat(&self, locator: Locator) -> Result<Option<Object>, VaultError> {
        match self.store.head(&locator.path()).await {
            Ok(found) => Ok(Some(found.into())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Everything that lies in the vault.
    pub fn list(&self) -> BoxStream<'_, Result<Object, VaultError>> {
        let listed = self.store.list(Some(&StorePath::from(OBJECTS)));
        listed.map(|found| found.map(Object::from).map_err(VaultError::from)).boxed()
    }

    /// Files that interrupted uploads left in a folder, not written to for this long. No bucket has any; what was sent to one
    /// before an interruption is cleared away by the store, by its rule for incomplete uploads.
    pub async fn leftovers(&self, untouched: Duration) -> Result<Vec<PathBuf>, VaultError> {
        let Place::Folder(folder) = &self.place else { return Ok(Vec::new()) };
        let objects = folder.join(OBJECTS);
        blocking(move || staged(&objects, untouched).map_err(|source| VaultError::Folder { folder: objects, source }))
            .await?
    }

    /// Takes an object away; that it is gone already is no error.
    pub async fn remove(&self, locator: Locator) -> Result<(), VaultError> {
        match self.store.delete(&locator.path()).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn found(&self, locator: Locator) -> Result<Option<GetResult>, VaultError> {
        match self.store.get(&locator.path()).await {
            Ok(found) => Ok(Some(found)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Reads an object from end to end; its bytes go to `sink` as well.
async fn read(
    found: GetResult,
    sink: impl FnMut(&[u8]) -> io::Result<()> + Send + 'static,
) -> Result<Hashed, VaultError> {
    let algs = [DigestAlg::Blake3];
    let unread = |error: io::Error| VaultError::Store(error.to_string());
    match found.payload {
        GetResultPayload::File(file, _) => blocking(move || hash_stream_into(file, &algs, sink)).await?.map_err(unread),
        GetResultPayload::Stream(mut pieces) => {
            let (sender, receiver) = mpsc::channel(WAITING);
            let reading = spawn_blocking(move || hash_stream_into(Pieces::new(receiver), &algs, sink));
            let mut lost = None;
            loop {
                let piece = pieces.try_next().await.unwrap_or_else(|error| {
                    lost = Some(error);
                    None
                });
                // Whoever hashes stops where the sink refuses.
                match piece {
                    Some(piece) if sender.send(piece.clone()).await.is_ok() => (),
                    Some(_) | None => break,
                }
            }
            drop(sender);
            let hashed = reading.await.map_err(stopped)?;
            match lost {
                Some(error) => Err(error.into()),
                None => hashed.map_err(unread),
            }
        }
    }
}

/// Pieces that arrive from a store, as a stream of bytes.
struct Pieces {
    arriving: mpsc::Receiver<Bytes>,
    piece: Bytes,
}

impl Pieces {
    fn new(arriving: mpsc::Receiver<Bytes>) -> Self {
        Self { arriving, piece: Bytes::new() }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            match self.arriving.blocking_recv() {
                Some(piece) => self.piece = piece,
                None => return Ok(0),
            }
        }
        let taken = self.piece.split_to(self.piece.len().min(buffer.len()));
        buffer.get_mut(..taken.len()).unwrap_or_default().copy_from_slice(&taken);
        Ok(taken.len())
    }
}

/// The files in two levels of folders whose names end as the store's unfinished ones do: `#` and a number.
fn staged(objects: &Path, untouched: Duration) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let folders = match fs::read_dir(objects) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
        folders => folders?,
    };
    for folder in folders {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let name = file.file_name();
            let number = name.to_str().and_then(|name| name.rsplit_once('#')).map(|(_, number)| number);
            let unfinished = number.is_some_and(|number| number.parse::<u64>().is_ok());
            let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
            if unfinished && age >= untouched {
                found.push(file.path());
            }
        }
    }
    Ok(found)
}

/// A temporary file in the folder of the file that it becomes, with the permissions of any new file.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jiandu-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, VaultError> {
    spawn_blocking(work).await.map_err(stopped)
}

fn stopped(error: tokio::task::JoinError) -> VaultError {
    VaultError::Store(error.to_string())
}

fn changed(file: &Path) -> VaultError {
    HashError::ChangedWhileReading { path: file.to_owned() }.into()
}

#[cfg(test)]
mod tests;
