//! The metadata that the client is built from.

/// Compares the runtime's metadata with the committed file, or writes it when `JIANDU_WRITE_METADATA` is set
/// (`scripts/metadata.sh`).
#[test]
fn the_committed_metadata_should_be_the_runtimes() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/client/metadata/jiandu.scale");
    let metadata = crate::metadata_bytes(16).expect("version 16 is known");
    if std::env::var_os("JIANDU_WRITE_METADATA").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/client/metadata")).expect("creates");
        std::fs::write(path, &metadata).expect("writes");
    }
    let committed = std::fs::read(path).expect("crates/client/metadata/jiandu.scale: run scripts/metadata.sh");
    assert!(committed == metadata, "the runtime's interface changed: run scripts/metadata.sh and commit the file");
}
