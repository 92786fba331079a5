//! New files: complete or not at all, and over another one only where that is said.

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Its owner alone.
    Owner,
    /// Whoever may read any new file of this user.
    Usual,
}

/// The folder that a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file that is being written, and has no name that anybody knows.
#[derive(Debug)]
pub struct NewFile {
    file: NamedTempFile,
    target: PathBuf,
}

impl NewFile {
    /// Begins a file. Its folder has to be there.
    pub fn begin(target: &Path, readers: Readers) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".jiandu-");
        #[cfg(unix)]
        if readers == Readers::Usual {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        // Errors about it shall not name it.
        let file = builder.tempfile_in(folder_of(target)).map_err(|error| error.kind())?;
        Ok(Self { file, target: target.to_owned() })
    }

    /// Where its content goes.
    pub fn writer(&self) -> io::Result<fs::File> {
        self.file.reopen()
    }

    /// Gives it its name, unless another file has it by now.
    pub fn finish(self) -> io::Result<()> {
        self.named(|file, target| file.persist_noclobber(target))
    }

    /// Gives it its name, and takes that from another file that has it.
    pub fn replace(self) -> io::Result<()> {
        self.named(|file, target| file.persist(target))
    }

    fn named(
        self,
        give: impl FnOnce(NamedTempFile, &Path) -> Result<fs::File, tempfile::PersistError>,
    ) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        give(self.file, &self.target).map_err(|error| error.error)?;
        // So that the name survives a power cut, too. Some file systems cannot; the file itself is safe by then.
        match fs::File::open(folder_of(&self.target)).and_then(|folder| folder.sync_all()) {
            Err(error) if error.kind() != io::ErrorKind::InvalidInput => Err(error),
            _ => Ok(()),
        }
    }
}

/// Writes bytes into a file in the place of the one that is there.
pub fn replace(target: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let file = NewFile::begin(target, readers)?;
    file.writer()?.write_all(bytes)?;
    file.replace()
}

/// Writes bytes into a new file.
pub fn write(target: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let file = NewFile::begin(target, readers)?;
    file.writer()?.write_all(bytes)?;
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_should_be_complete_and_never_be_written_over() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a");
        let begun = NewFile::begin(&path, Readers::Owner).expect("begun");
        begun.writer().expect("a writer").write_all(b"half").expect("written");
        drop(begun);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
        write(&path, b"whole", Readers::Owner).expect("written");
        assert_eq!(write(&path, b"other", Readers::Usual).expect_err("there").kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).expect("readable"), b"whole");
        replace(&path, b"other", Readers::Usual).expect("replaced");
        assert_eq!(fs::read(&path).expect("readable"), b"other");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
        assert!(write(&folder.path().join("none").join("a"), b"a", Readers::Owner).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_private_should_be_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a");
        write(&path, b"secret", Readers::Owner).expect("written");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    }
}
