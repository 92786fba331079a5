use super::*;
use crate::hash::hash_file;
use futures::TryStreamExt;
use jiandu_primitives::digest::DigestAlg::{Blake3, Sm3};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const OPERATOR: &str = "91430100MADEW01019";

fn operator() -> Uscc {
    OPERATOR.parse().expect("a code")
}

/// A vault in a folder of its own, and the files beside it.
struct World {
    folder: TempDir,
    vault: Vault,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("temporary folder");
        let place = Place::Folder(folder.path().join("vault"));
        let vault = Vault::create(place, operator()).await.expect("a vault");
        Self { folder, vault }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).expect("written");
        path
    }

    async fn put(&self, file: &Path) -> Result<Stored, VaultError> {
        self.vault.put(file, &[Blake3, Sm3], |_, _| ()).await
    }

    /// Where an object lies on the disk.
    fn stored(&self, locator: Locator) -> PathBuf {
        self.folder.path().join("vault").join(path_in(OBJECTS, locator).to_string())
    }

    async fn objects(&self) -> Vec<Object> {
        let mut objects: Vec<Object> = self.vault.list().try_collect().await.expect("a list");
        objects.sort_by(|one, other| one.name.cmp(&other.name));
        objects
    }
}

/// Bytes that no two parts of have in common.
fn big(length: usize) -> Vec<u8> {
    (0u32..).flat_map(|number| number.wrapping_mul(0x9e37_79b1).to_be_bytes()).take(length).collect()
}

#[tokio::test]
async fn what_is_put_should_come_back_byte_by_byte_around_the_borders_of_parts() {
    let world = World::new().await;
    let part = usize::try_from(PART).expect("small");
    for (number, length) in [0, 1, 100_000, part - 1, part, part + 1, 2 * part, 2 * part + 7].into_iter().enumerate() {
        let content = big(length);
        let file = world.file(&format!("{number}"), &content);
        let stored = world.put(&file).await.expect("stored");
        assert_eq!((stored.length, stored.known), (content.len() as u64, false));
        let alone = hash_file(&file, &[Blake3, Sm3], |_, _| ()).expect("hashed");
        assert_eq!(stored.digests, alone.digests);
        let back = world.folder.path().join(format!("{number}.back"));
        assert_eq!(world.vault.get(stored.locator, &back).await.expect("there"), stored.length);
        assert!(fs::read(&back).expect("readable") == content, "{length} bytes");
        let seen = world.vault.stat(stored.locator).await.expect("an answer").expect("there");
        assert_eq!((seen.locator, seen.length), (Some(stored.locator), stored.length));
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_secs();
        assert!((now - 600..=now + 1).contains(&seen.written));
    }
    assert_eq!(world.objects().await.len(), 8);
}

#[tokio::test]
async fn a_document_that_is_there_should_not_be_sent_again_and_a_damaged_one_be_mended() {
    let world = World::new().await;
    let file = world.file("a.pdf", b"%PDF-1.7 one");
    let first = world.put(&file).await.expect("stored");
    let again = world.put(&file).await.expect("stored");
    assert_eq!(again, Stored { known: true, ..first.clone() });
    let place = world.stored(first.locator);
    // Cut by a byte, one bit changed, made longer, emptied: each is noticed and none is handed out.
    for wrong in [&b"%PDF-1.7 on"[..], b"%PDF-1.7 onf", b"%PDF-1.7 one\n", b""] {
        fs::write(&place, wrong).expect("written");
        assert_eq!(world.vault.check(first.locator).await.expect("an answer"), Found::Damaged);
        let back = world.folder.path().join("back");
        let refused = world.vault.get(first.locator, &back).await.expect_err("damaged");
        assert!(matches!(refused, VaultError::Damaged(locator) if locator == first.locator));
        assert!(!back.exists(), "nothing wrong is handed out");
        assert!(!world.put(&file).await.expect("stored").known, "it was sent again");
        let found = world.vault.check(first.locator).await.expect("an answer");
        assert_eq!(found, Found::Sound { length: first.length });
    }
}

#[tokio::test]
async fn what_is_not_there_should_be_told_apart_from_what_is_damaged() {
    let world = World::new().await;
    let locator = Locator([7; 32]);
    assert_eq!(world.vault.check(locator).await.expect("an answer"), Found::Missing);
    assert_eq!(world.vault.stat(locator).await.expect("an answer"), None);
    let refused = world.vault.get(locator, &world.folder.path().join("a")).await.expect_err("missing");
    assert!(matches!(refused, VaultError::NotFound(found) if found == locator));
    world.vault.remove(locator).await.expect("gone already");
    let stored = world.put(&world.file("a", b"one")).await.expect("stored");
    world.vault.remove(stored.locator).await.expect("removed");
    assert_eq!(world.vault.check(stored.locator).await.expect("an answer"), Found::Missing);
}

#[tokio::test]
async fn a_file_should_be_handed_out_to_a_new_name_only() {
    let world = World::new().await;
    let file = world.file("a", b"one");
    let stored = world.put(&file).await.expect("stored");
    let other = world.file("b", b"other");
    for target in [other.as_path(), &world.folder.path().join("none/b"), world.folder.path()] {
        let refused = world.vault.get(stored.locator, target).await.expect_err("refused");
        assert!(matches!(refused, VaultError::Unwritable { .. }), "{refused}");
    }
    assert_eq!(fs::read(&other).expect("readable"), b"other");
    let names = fs::read_dir(world.folder.path()).expect("a folder").count();
    assert_eq!(names, 3, "no temporary file is left");
}

#[tokio::test]
async fn a_file_that_cannot_be_read_or_changes_should_leave_nothing() {
    let world = World::new().await;
    for path in [world.folder.path().join("none"), world.folder.path().to_owned()] {
        assert!(matches!(world.put(&path).await, Err(VaultError::File(_))));
    }
    // It changes between the first reading and the second.
    let file = world.file("a", &big(20_000_000));
    let changing = file.clone();
    let mut changed = false;
    let put = world.vault.put(&file, &[Sm3], move |_, _| {
        if !changed {
            changed = true;
            fs::write(&changing, big(20_000_001)).expect("written");
        }
    });
    assert!(matches!(put.await, Err(VaultError::File(HashError::ChangedWhileReading { .. }))));
    assert_eq!(world.objects().await, []);
    assert_eq!(world.vault.leftovers(Duration::ZERO).await.expect("a list"), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_vault_should_be_made_once_and_nothing_else_be_taken_for_one() {
    let world = World::new().await;
    let place = || Place::Folder(world.folder.path().join("vault"));
    let again = Vault::create(place(), operator()).await.expect_err("there");
    assert!(matches!(again, VaultError::Exists { .. }));
    let opened = Vault::open(place()).await.expect("a vault");
    assert_eq!(opened.manifest(), world.vault.manifest());
    assert_eq!(opened.manifest().operator.to_string(), OPERATOR);
    for other in [world.folder.path().join("none"), world.folder.path().to_owned()] {
        let refused = Vault::open(Place::Folder(other)).await.expect_err("none");
        assert!(matches!(refused, VaultError::NoVault { .. }), "{refused}");
    }
    fs::write(world.folder.path().join("vault/vault.json"), "{}").expect("written");
    assert!(matches!(Vault::open(place()).await, Err(VaultError::BadManifest { .. })));
    let file = world.file("file", b"");
    assert!(matches!(Vault::open(Place::Folder(file)).await, Err(VaultError::Folder { .. })));
}

#[tokio::test]
async fn what_an_interrupted_upload_left_and_what_is_no_object_should_be_found() {
    let world = World::new().await;
    let stored = world.put(&world.file("a", b"one")).await.expect("stored");
    let left = world.stored(stored.locator).with_extension("").display().to_string() + "#1";
    fs::write(&left, b"half").expect("written");
    fs::write(world.folder.path().join("vault/objects/note.txt"), b"mine").expect("written");
    let objects = world.objects().await;
    let locators: Vec<_> = objects.iter().map(|object| object.locator).collect();
    assert_eq!(locators, [Some(stored.locator), None]);
    let found = world.vault.leftovers(Duration::ZERO).await.expect("a list");
    assert_eq!(found, [PathBuf::from(&left)]);
    let recent = world.vault.leftovers(Duration::from_secs(3600)).await.expect("a list");
    assert_eq!(recent, Vec::<PathBuf>::new(), "somebody may be writing it just now");
}

#[cfg(unix)]
#[tokio::test]
async fn two_that_put_the_same_at_once_should_both_succeed() {
    let world = World::new().await;
    let file = world.file("a", &big(9_000_000));
    let (one, other) = tokio::join!(world.put(&file), world.put(&file));
    assert_eq!(one.expect("stored").locator, other.expect("stored").locator);
    assert_eq!(world.objects().await.len(), 1);
}
