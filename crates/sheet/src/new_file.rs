//! Files that are written whole or not at all.

use crate::book::Existing;
use std::{fs, io, io::Write, path::Path};

/// Writes a file: under another name first, so that nobody ever sees half of it.
pub fn write(target: &Path, bytes: &[u8], existing: Existing) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".jiandu-");
    // As any other new file of this user.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(|error| error.kind())?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    let persisted = match existing {
        Existing::Refuse => file.persist_noclobber(target),
        Existing::Replace => file.persist(target),
    };
    persisted.map(drop).map_err(|error| error.error)
}
