//! Putting documents into a vault and getting them back.

use crate::{
    error::VaultError,
    fault::Step,
    hash::{hash_file, hash_file_into, hash_stream_into, HashError, Hashed},
    locator::{locator_in, path_in, OBJECTS, OPENINGS},
    manifest::{self, Manifest},
    new_file::{NewFile, Readers},
    opening::{self, Opening},
    place::Place,
    sealing,
};
use age::x25519::{Identity, Recipient};
use bytes::{Bytes, BytesMut};
use futures::{
    stream::{self, BoxStream},
    StreamExt,
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::Locator,
    uscc::Uscc,
};
use object_store::{
    path::Path as StorePath, MultipartUpload, ObjectMeta, ObjectStore, ObjectStoreExt, PutMode, PutOptions,
};
use std::{
    fs, io,
    io::{Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;
use tokio::{
    sync::mpsc,
    task::{spawn_blocking, JoinSet},
};

/// Bytes sent at a time; S3 asks for 5 MiB at least, and takes 10,000 parts at most.
const PART: u64 = 8 << 20;
/// Most parts of one object.
const MOST_PARTS: u64 = 9_000;
/// Parts of one object that may be under way at a time: memory stays bounded, and a slow line is not shared by too many.
const UNDER_WAY: usize = 2;
/// Pieces that are asked for ahead of whoever hashes them.
const AHEAD: usize = 2;
/// What was stored this long ago may be cleared away, where nobody names it.
const YOUNG: Duration = Duration::from_secs(86_400);
/// How often a store is asked for what it just took.
const SHOWING: u32 = 5;
/// How long in between.
const PAUSE: Duration = Duration::from_secs(1);

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

/// A document that is not public, and is in the vault.
#[derive(Clone, Debug)]
pub struct SealedDocument {
    /// Its ciphertext, with BLAKE3 and SM3 of that.
    pub ciphertext: Stored,
    /// What opens it.
    pub opening: Opening,
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
            locator: locator_in(OBJECTS, &found.location),
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
        let bad = || VaultError::BadManifest { place: place.to_string() };
        let manifest = Manifest::from_json(&json).ok_or_else(bad)?;
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
        // Not mapped: a file that is cut short meanwhile, or a disk that fails, is an error and not the end of the process.
        let named = blocking(move || hash_file_into(&path, &[DigestAlg::Blake3], |_| Ok(()), |_, _| ())).await??;
        let locator = Locator::of(&named.digests).ok_or_else(|| VaultError::Store("no digest".into()))?;
        Step::FileHashed.done();
        let path = file.to_owned();
        // What can't be read is sent again.
        let known = self.is_kept(locator).await;
        let hashed = match known {
            true => blocking(move || hash_file_into(&path, &algs, |_| Ok(()), progress)).await??,
            false => self.send(path, algs, locator, named.length, progress).await?,
        };
        if Locator::of(&hashed.digests) != Some(locator) {
            return Err(changed(file));
        }
        if !known {
            Step::ObjectSent.done();
            self.read_back(locator).await?;
        }
        Step::ObjectReadBack.done();
        Ok(Stored { locator, length: hashed.length, digests: hashed.digests, known })
    }

    /// Whether an object is there, undamaged, and looks as if it had just been stored: whoever clears away what nobody names goes by
    /// its age, and it is about to be named. In a folder it is made to look so; in a bucket it is sent again.
    async fn is_kept(&self, locator: Locator) -> bool {
        if !matches!(self.check(locator).await, Ok(Found::Sound { .. })) {
            return false;
        }
        let Ok(Some(object)) = self.stat(locator).await else { return false };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        if now.saturating_sub(Duration::from_secs(object.written)) < YOUNG {
            return true;
        }
        let Place::Folder(folder) = &self.place else { return false };
        let path = folder.join(path_in(OBJECTS, locator).as_ref());
        let touched = blocking(move || {
            let file = fs::File::options().write(true).open(path)?;
            file.set_modified(SystemTime::now())
        });
        matches!(touched.await, Ok(Ok(())))
    }

    /// Stores bytes that are in memory, as [`Vault::put`] stores a file.
    pub async fn put_bytes(&self, bytes: Bytes) -> Result<Locator, VaultError> {
        let locator = Locator(*blake3::hash(&bytes).as_bytes());
        if !self.is_kept(locator).await {
            self.store.put(&path_in(OBJECTS, locator), bytes.into()).await?;
            self.read_back(locator).await?;
        }
        Ok(locator)
    }

    /// Gets an object of at most so many bytes into memory, undamaged.
    pub async fn get_bytes(&self, locator: Locator, most: u64) -> Result<Bytes, VaultError> {
        let path = path_in(OBJECTS, locator);
        let bytes = self.small(&path, most).await?.ok_or(VaultError::NotFound(locator))?;
        match blake3::hash(&bytes).as_bytes() == &locator.0 {
            true => Ok(bytes),
            false => Err(VaultError::Damaged(locator)),
        }
    }

    /// Stores a document that is not public: encrypts it, stores the ciphertext as [`Vault::put`] does, and beside it its opening,
    /// for `recipients` alone. The ciphertext lies in a temporary file meanwhile.
    pub async fn put_sealed(
        &self,
        file: &Path,
        recipients: &[Recipient],
        progress: impl FnMut(u64, Option<u64>) + Send + 'static,
    ) -> Result<SealedDocument, VaultError> {
        let path = file.to_owned();
        let sealed = blocking(move || sealing::seal(&path, progress)).await??;
        let ciphertext = self.put(sealed.file.path(), &[DigestAlg::Sm3], |_, _| ()).await?;
        let opening = sealed.opening(ciphertext.locator);
        let locked: Bytes = opening.lock(recipients).map_err(|error| VaultError::Store(error.to_string()))?.into();
        if locked.len() as u64 > opening::LONGEST {
            return Err(VaultError::TooManyRecipients);
        }
        self.store.put(&path_in(OPENINGS, ciphertext.locator), locked.clone().into()).await?;
        let mut shown = None;
        for _ in 0..SHOWING {
            shown = self.locked_opening(ciphertext.locator).await?;
            if shown.is_some() {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        if shown != Some(locked) {
            return Err(VaultError::Store(format!("it does not give back the opening of {}", ciphertext.locator)));
        }
        Step::OpeningSent.done();
        Ok(SealedDocument { ciphertext, opening })
    }

    /// The opening of a ciphertext as it lies in the vault; none where there is none.
    async fn locked_opening(&self, locator: Locator) -> Result<Option<Bytes>, VaultError> {
        self.small(&path_in(OPENINGS, locator), opening::LONGEST).await
    }

    /// The opening of a ciphertext, for one of those for whom it was encrypted; none where the vault has none.
    pub async fn opening(&self, locator: Locator, identity: &Identity) -> Result<Option<Opening>, VaultError> {
        let Some(locked) = self.locked_opening(locator).await? else { return Ok(None) };
        Ok(Some(Opening::unlock(&locked, identity)?))
    }

    /// Gets a sealed document, decrypted and as its commitment says, into a new file.
    pub async fn get_sealed(&self, opening: &Opening, file: &Path) -> Result<u64, VaultError> {
        let (_folder, ciphertext) = self.fetched(opening.locator).await?;
        let (opening, file) = (opening.clone(), file.to_owned());
        blocking(move || sealing::open(&opening, &ciphertext, &file)).await?
    }

    /// Reads a sealed document from end to end, and decrypts it: whether it is what the commitment says. Gives what lies there, with
    /// BLAKE3 and SM3 of the ciphertext.
    pub async fn check_sealed(&self, opening: &Opening) -> Result<Stored, VaultError> {
        let (_folder, ciphertext) = self.fetched(opening.locator).await?;
        let opening = opening.clone();
        blocking(move || {
            let hashed = hash_file(&ciphertext, &[DigestAlg::Blake3, DigestAlg::Sm3], |_, _| ())?;
            sealing::decrypt(&opening, &ciphertext, |_| Ok(()))?;
            Ok(Stored { locator: opening.locator, length: hashed.length, digests: hashed.digests, known: true })
        })
        .await?
    }

    /// Gets an object, undamaged, into a temporary folder of its own.
    async fn fetched(&self, locator: Locator) -> Result<(TempDir, PathBuf), VaultError> {
        let folder = sealing::temporary_folder().map_err(VaultError::temporary)?;
        let file = folder.path().join("ciphertext");
        self.get(locator, &file).await.map_err(|error| match error {
            VaultError::Unwritable { source, .. } => VaultError::temporary(source),
            error => error,
        })?;
        Ok((folder, file))
    }

    /// All of a small object's bytes; none where there is none.
    async fn small(&self, path: &StorePath, most: u64) -> Result<Option<Bytes>, VaultError> {
        match self.store.get(path).await {
            Ok(found) if found.meta.size > most => {
                Err(VaultError::Store(format!("{path} is longer than {most} bytes")))
            }
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads what was just sent. A store may take a moment until it shows it.
    async fn read_back(&self, locator: Locator) -> Result<(), VaultError> {
        for _ in 0..SHOWING {
            match self.check(locator).await? {
                Found::Sound { .. } => return Ok(()),
                Found::Damaged => return Err(VaultError::Damaged(locator)),
                Found::Missing => tokio::time::sleep(PAUSE).await,
            }
        }
        Err(VaultError::Store(format!("it took {locator} and does not have it")))
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
        let target = path_in(OBJECTS, locator);
        let first = arriving.recv().await.unwrap_or_default();
        if length < PART {
            // All of it is here, and all of it was hashed; what grew meanwhile is refused.
            drop(arriving);
            let hashed = match reading.await.map_err(stopped)? {
                Err(HashError::Io { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => {
                    return Err(changed(&file))
                }
                hashed => hashed?,
            };
            if Locator::of(&hashed.digests) != Some(locator) {
                return Err(changed(&file));
            }
            self.store.put(&target, first.into()).await?;
            return Ok(hashed);
        }
        let mut upload = self.store.put_multipart(&target).await?;
        let sent = send_parts(upload.as_mut(), first, &mut arriving).await;
        // Whoever reads stops where nobody takes it any more.
        drop(arriving);
        let hashed = reading.await.map_err(stopped)?;
        let right = hashed.as_ref().is_ok_and(|hashed| Locator::of(&hashed.digests) == Some(locator));
        if sent.is_err() || !right {
            abort(upload.as_mut()).await;
            sent?;
            hashed?;
            return Err(changed(&file));
        }
        if let Err(error) = upload.complete().await {
            // The answer may be lost where the work was done.
            if !matches!(self.check(locator).await, Ok(Found::Sound { .. })) {
                abort(upload.as_mut()).await;
                return Err(error.into());
            }
        }
        Ok(hashed?)
    }

    /// Gets a document, whole and undamaged, into a new file.
    pub async fn get(&self, locator: Locator, file: &Path) -> Result<u64, VaultError> {
        let unwritable = |source| VaultError::Unwritable { file: file.to_owned(), source };
        let target = NewFile::begin(file, Readers::Usual).map_err(unwritable)?;
        let mut writing = target.writer().map_err(unwritable)?;
        // Where it is the target that fails, and not the store.
        let (failed, mut failures) = mpsc::channel(1);
        let read = self.read(locator, move |bytes| {
            writing.write_all(bytes).map_err(|error| {
                let kind = error.kind();
                match failed.try_send(error) {
                    // Only the first failure counts.
                    Ok(()) | Err(_) => kind.into(),
                }
            })
        });
        let read = read.await;
        if let Ok(error) = failures.try_recv() {
            return Err(unwritable(error));
        }
        let hashed = read?.ok_or(VaultError::NotFound(locator))?;
        if Locator::of(&hashed.digests) != Some(locator) {
            return Err(VaultError::Damaged(locator));
        }
        target.finish().map_err(unwritable)?;
        Ok(hashed.length)
    }

    /// Reads an object from end to end, and says whether it is what was stored.
    pub async fn check(&self, locator: Locator) -> Result<Found, VaultError> {
        let Some(hashed) = self.read(locator, |_| Ok(())).await? else { return Ok(Found::Missing) };
        Ok(match Locator::of(&hashed.digests) == Some(locator) {
            true => Found::Sound { length: hashed.length },
            false => Found::Damaged,
        })
    }

    /// What the store says of an object, without reading it; none where it has none.
    pub async fn stat(&self, locator: Locator) -> Result<Option<Object>, VaultError> {
        match self.store.head(&path_in(OBJECTS, locator)).await {
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

    /// All openings in the vault, by the locators of their ciphertexts.
    pub fn openings(&self) -> BoxStream<'_, Result<Object, VaultError>> {
        let listed = self.store.list(Some(&StorePath::from(OPENINGS)));
        let object = |found: ObjectMeta| Object { locator: locator_in(OPENINGS, &found.location), ..found.into() };
        listed.map(move |found| found.map(object).map_err(VaultError::from)).boxed()
    }

    /// Files that interrupted uploads left in a folder, not written to for this long. No bucket has any; what was sent to one
    /// before an interruption is cleared away by the store, by its rule for incomplete uploads.
    pub async fn leftovers(&self, untouched: Duration) -> Result<Vec<PathBuf>, VaultError> {
        let Place::Folder(folder) = &self.place else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for folder in [OBJECTS, OPENINGS].map(|name| folder.join(name)) {
            let staged =
                blocking(move || staged(&folder, untouched).map_err(|source| VaultError::Folder { folder, source }));
            all.extend(staged.await??);
        }
        Ok(all)
    }

    /// Takes an object away, and its opening where it has one; that they are gone already is no error.
    pub async fn remove(&self, locator: Locator) -> Result<(), VaultError> {
        for folder in [OBJECTS, OPENINGS] {
            match self.store.delete(&path_in(folder, locator)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => (),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Takes away what an interrupted upload left in a folder; that it is gone already is no error.
    pub fn remove_leftover(&self, file: &Path) -> Result<(), VaultError> {
        match fs::remove_file(file) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(VaultError::Folder { folder: file.to_owned(), source })
            }
            _ => Ok(()),
        }
    }

    /// Reads an object from end to end; its bytes go to `sink` as well. None where there is none.
    async fn read(
        &self,
        locator: Locator,
        sink: impl FnMut(&[u8]) -> io::Result<()> + Send + 'static,
    ) -> Result<Option<Hashed>, VaultError> {
        let algs = [DigestAlg::Blake3];
        let unread = |error: io::Error| VaultError::Store(error.to_string());
        if let Place::Folder(folder) = &self.place {
            let path = folder.join(path_in(OBJECTS, locator).as_ref());
            return blocking(move || match fs::File::open(path) {
                Ok(file) => hash_stream_into(file, &algs, sink).map(Some),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error),
            })
            .await?
            .map_err(unread);
        }
        let Some(length) = self.stat(locator).await?.map(|found| found.length) else { return Ok(None) };
        // In pieces, each of them one request: a line that breaks costs one of them.
        let path = path_in(OBJECTS, locator);
        let starts = (0..length.div_ceil(PART)).map(|part| part.saturating_mul(PART));
        let mut pieces = stream::iter(starts)
            .map(|start| self.store.get_range(&path, start..length.min(start.saturating_add(PART))))
            .buffered(AHEAD);
        let (sender, receiver) = mpsc::channel(1);
        let reading = spawn_blocking(move || hash_stream_into(Pieces::new(receiver), &algs, sink));
        let mut lost = Ok(());
        while let Some(piece) = pieces.next().await {
            match piece {
                // Whoever hashes stops where the sink refuses.
                Ok(piece) => {
                    if sender.send(piece).await.is_err() {
                        break;
                    }
                }
                Err(object_store::Error::NotFound { .. }) => return Ok(None),
                Err(error) => {
                    lost = Err(error);
                    break;
                }
            }
        }
        drop(sender);
        let hashed = reading.await.map_err(stopped)?;
        lost?;
        hashed.map(Some).map_err(unread)
    }
}

/// Sends parts as they arrive, some at a time.
async fn send_parts(
    upload: &mut dyn MultipartUpload,
    first: Bytes,
    arriving: &mut mpsc::Receiver<Bytes>,
) -> Result<(), VaultError> {
    let mut under_way = JoinSet::new();
    let mut next = Some(first);
    while let Some(part) = next {
        if under_way.len() >= UNDER_WAY {
            if let Some(done) = under_way.join_next().await {
                done.map_err(stopped)??;
                Step::PartSent.done();
            }
        }
        if !part.is_empty() {
            under_way.spawn(upload.put_part(part.into()));
        }
        next = arriving.recv().await;
    }
    while let Some(done) = under_way.join_next().await {
        done.map_err(stopped)??;
        Step::PartSent.done();
    }
    Ok(())
}

/// Gives an upload up. That failed already: why matters, and not what clearing away comes to.
async fn abort(upload: &mut dyn MultipartUpload) {
    match upload.abort().await {
        Ok(()) | Err(_) => (),
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
            if !unfinished {
                continue;
            }
            match file.metadata().and_then(|found| found.modified()) {
                Ok(modified) if modified.elapsed().unwrap_or_default() >= untouched => found.push(file.path()),
                Ok(_) => (),
                // It has just become an object.
                Err(error) if error.kind() == io::ErrorKind::NotFound => (),
                Err(error) => return Err(error),
            }
        }
    }
    Ok(found)
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
