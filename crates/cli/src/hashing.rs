//! Hashing with progress, and documents to anchor.

use crate::{
    error::{shown, CliError},
    output::Output,
};
use jiandu_client::{
    hash::{hash_file, hash_stream, Hashed},
    records,
};
use jiandu_primitives::{
    digest::DigestAlg,
    record::{Document, MAX_DOCUMENTS},
};
use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::{
        atomic::{AtomicUsize, Ordering},
        Mutex, PoisonError,
    },
    thread,
};

/// Files longer than this show a bar while they are hashed.
pub const LONG: u64 = 16 << 20;
/// How a command line names standard input.
pub const STANDARD_INPUT: &str = "-";

/// Whether standard input is meant; a file of that name is `./-`.
pub fn is_standard_input(file: &Path) -> bool {
    file == Path::new(STANDARD_INPUT)
}

/// Work on a file that tells how far it is, with a bar where the file is long.
fn measured<T>(output: Output, work: impl FnOnce(&mut dyn FnMut(u64, Option<u64>)) -> T) -> T {
    let mut bar = None;
    let done = work(&mut |done, total| {
        let Some(total) = total.filter(|total| *total > LONG) else { return };
        bar.get_or_insert_with(|| output.bar(total, "progress-hashing")).set_position(done);
    });
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    done
}

/// The digests of a file, or of standard input.
pub fn hash(file: &Path, algorithms: &[DigestAlg], output: Output) -> Result<Hashed, CliError> {
    if is_standard_input(file) {
        return Ok(measured(output, |progress| hash_stream(std::io::stdin().lock(), algorithms, progress))?);
    }
    Ok(measured(output, |progress| hash_file(file, algorithms, progress))?)
}

/// The digests that a file is looked up by: those that every document has. An empty file identifies nothing, because all
/// empty files have the same digests.
pub fn looked_up(file: &Path, output: Output) -> Result<Hashed, CliError> {
    let hashed = hash(file, &records::ALGORITHMS, output)?;
    if hashed.length == 0 {
        return Err(CliError::EmptyFileIdentifiesNothing { file: shown(file).into() });
    }
    Ok(hashed)
}

/// The documents of one snapshot. All are read before anything is sent; no two may be the same.
pub fn documents(files: &[PathBuf], output: Output) -> Result<Vec<Document>, CliError> {
    let documents = documents_of_versions(files, output)?;
    for (index, (document, file)) in documents.iter().zip(files).enumerate() {
        let same = documents.iter().zip(files).take(index).find(|(other, _)| other.content == document.content);
        if let Some((_, other)) = same {
            return Err(CliError::SameContent { file: shown(file).into(), other: shown(other).into() });
        }
    }
    Ok(documents)
}

/// The documents of several snapshots, of which two may have the same one.
pub fn documents_of_versions(files: &[PathBuf], output: Output) -> Result<Vec<Document>, CliError> {
    if u32::try_from(files.len()).map_or(true, |count| count > MAX_DOCUMENTS) {
        return Err(CliError::TooManyFiles { found: files.len().into(), most: MAX_DOCUMENTS.into() });
    }
    if files.iter().any(|file| is_standard_input(file)) {
        return Err(CliError::StandardInputNotAnchored);
    }
    files.iter().map(|file| Ok(measured(output, |progress| records::document(file, progress))?)).collect()
}

/// The documents that many files are: each file is read once, on all processors.
pub fn documents_of_all(mut files: Vec<PathBuf>, output: Output) -> BTreeMap<PathBuf, Result<Document, CliError>> {
    files.sort();
    files.dedup();
    let bar = output.bar(u64::try_from(files.len()).unwrap_or(u64::MAX), "progress-hashing-files");
    let (next, read) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let document = records::document(file, |_, _| ()).map_err(CliError::from);
                    read.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone(), document);
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    read.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{args::Format, language::Language};
    use std::fs;

    const OUTPUT: Output = Output { language: Language::English, format: Format::Text, quiet: true };

    #[test]
    fn unusable_files_should_be_named_before_anything_is_sent() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a"), "same").expect("written");
        fs::write(path("b"), "same").expect("written");
        fs::write(path("empty"), "").expect("written");
        let code = |files: &[&str]| {
            let files: Vec<PathBuf> = files.iter().map(|name| path(name)).collect();
            documents(&files, OUTPUT).expect_err("refused").code().to_owned()
        };
        assert_eq!(code(&["a", "b"]), "same-content");
        assert_eq!(code(&["a", "empty"]), "empty-file");
        assert_eq!(code(&["a", "none"]), "no-such-file");
        assert_eq!(code(&["."]), "is-directory");
        assert_eq!(code(&["a"; 257]), "too-many-files");
        let piped = documents(&[PathBuf::from(STANDARD_INPUT)], OUTPUT).expect_err("refused");
        assert_eq!(piped, CliError::StandardInputNotAnchored);
    }

    #[test]
    fn an_empty_file_should_identify_nothing() {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        assert_eq!(looked_up(file.path(), OUTPUT).expect_err("empty").code(), "empty-file-identifies-nothing");
        assert!(hash(file.path(), &DigestAlg::ALL, OUTPUT).is_ok());
    }
}
