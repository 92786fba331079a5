//! The files of a table.

use super::report::RowReport;
use crate::{
    error::{shown, CliError},
    faults::Fault,
    hashing::documents_of_all,
    output::Output,
};
use jiandu_primitives::record::{Document, MAX_DOCUMENTS};
use std::{collections::BTreeMap, path::PathBuf};

/// Reads the files of rows. What is wrong with a file is a fault of every row that has it.
pub fn read(rows: &mut [RowReport], files: &[(usize, Vec<PathBuf>)], output: Output) -> BTreeMap<PathBuf, Document> {
    let hashed = documents_of_all(files.iter().flat_map(|(_, files)| files).cloned().collect(), output);
    for (at, files) in files {
        let Some(row) = rows.get_mut(*at) else { continue };
        let failed = files.iter().filter_map(|file| hashed.get(file)?.as_ref().err().cloned());
        let cell = row.files_at.clone();
        let failed: Vec<Fault> = failed.map(|problem| Fault { at: cell.clone(), problem }).collect();
        if files.len() > MAX_DOCUMENTS as usize {
            let problem = CliError::TooManyFiles { found: files.len().into(), most: MAX_DOCUMENTS.into() };
            row.fail([Fault { at: cell, problem }]);
        }
        if !failed.is_empty() {
            row.fail(failed);
        }
    }
    hashed.into_iter().filter_map(|(file, document)| Some((file, document.ok()?))).collect()
}

/// Warns of files that are the same as one of an earlier row, and refuses the same one twice within a row.
pub fn compare(rows: &mut [RowReport], files: &[(usize, Vec<PathBuf>)], documents: &BTreeMap<PathBuf, Document>) {
    let mut earlier: BTreeMap<[u8; 32], u32> = BTreeMap::new();
    for (at, files) in files {
        let Some(row) = rows.get_mut(*at) else { continue };
        let mut own: BTreeMap<[u8; 32], &PathBuf> = BTreeMap::new();
        for file in files {
            let digests = documents.get(file).and_then(|document| document.content.digests().first());
            let Some(digest) = digests.map(|digest| digest.value) else { continue };
            let name = shown(file);
            if let Some(other) = own.insert(digest, file) {
                let problem = CliError::SameContent { file: name.into(), other: shown(other).into() };
                row.fail([Fault { at: row.files_at.clone(), problem }]);
            } else if let Some(first) = earlier.get(&digest) {
                let problem = CliError::FileOfOtherRow { file: name.into(), row: first.into() };
                row.warnings.push(Fault { at: row.files_at.clone(), problem });
            }
        }
        for digest in own.into_keys() {
            earlier.entry(digest).or_insert(row.row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{args::Format, language::Language};
    use std::fs;

    const OUTPUT: Output = Output { language: Language::English, format: Format::Text, quiet: true };

    #[test]
    fn every_row_should_be_told_what_is_wrong_with_its_files() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = |name: &str| folder.path().join(name);
        for (name, content) in [("a", "one"), ("b", "two"), ("copy", "one"), ("empty", "")] {
            fs::write(path(name), content).expect("written");
        }
        let mut rows: Vec<RowReport> = (2..=6).map(|row| RowReport::new(row, Vec::new())).collect();
        let files = [
            (0, vec![path("a"), path("b")]),
            (1, vec![path("copy")]),
            (2, vec![path("a"), path("copy")]),
            (3, vec![path("none"), path("empty")]),
            (4, vec![path("b"); 257]),
        ];
        let documents = read(&mut rows, &files, OUTPUT);
        assert_eq!(documents.len(), 3);
        compare(&mut rows, &files, &documents);
        let codes =
            |faults: &[Fault]| -> Vec<String> { faults.iter().map(|fault| fault.problem.code().to_owned()).collect() };
        assert_eq!(codes(&rows[0].faults), Vec::<String>::new());
        assert_eq!((codes(&rows[1].faults), codes(&rows[1].warnings)), (vec![], vec!["file-of-other-row".to_owned()]));
        assert_eq!((codes(&rows[2].faults), codes(&rows[2].warnings).len()), (vec!["same-content".to_owned()], 1));
        assert_eq!(codes(&rows[3].faults), ["no-such-file", "empty-file"]);
        assert!(codes(&rows[4].faults).contains(&"too-many-files".to_owned()));
    }
}
