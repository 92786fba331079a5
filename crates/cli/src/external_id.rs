//! The name of a record where the user gives none: from the file's name where that is safe, else from its digest.
//!
//! The name goes on the chain for ever. So no name of a file is taken over that has characters outside `[A-Za-z0-9._-]`, or
//! that holds as many digits as an identity card, a mobile number or a bank card does, with or without separators. A name
//! that the user gives is refused only where it plainly holds a number of a person. Names of people can't be told from other
//! words: what is taken over from a file is said before it is sent.

use crate::{error::CliError, values};
use jiandu_client::personal;
use jiandu_primitives::{
    digest::DigestAlg,
    record::{Document, ExternalId},
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// So many digits in a row may be a number of a person: a mobile number has 11.
const PERSONAL: usize = 11;

/// Where the name of a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IdFrom {
    /// The user gave it.
    Given,
    /// It is the name of the first file.
    FileName,
    /// It is made from the digest of the first file.
    Digest,
}

/// The name of a record of these files.
pub fn derived(files: &[PathBuf], documents: &[Document]) -> Result<(ExternalId, IdFrom), CliError> {
    if let Some(id) = files.first().and_then(|file| of_name(file)) {
        return Ok((id, IdFrom::FileName));
    }
    let digests = documents.iter().flat_map(|document| document.content.digests());
    let digest = digests.into_iter().find(|digest| digest.alg == DigestAlg::Sm3);
    let text = digest.map_or_else(String::new, |digest| digest.to_string().replace(':', "-"));
    Ok((values::external_id(&text)?, IdFrom::Digest))
}

fn of_name(file: &Path) -> Option<ExternalId> {
    let name = file.file_name()?.to_str()?;
    let joined: String = name.chars().filter(|character| !"-._".contains(*character)).collect();
    let longest = joined.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    if longest >= PERSONAL {
        return None;
    }
    name.parse().ok()
}

/// Whether a name holds a valid resident identity number or a mobile number.
pub fn holds_personal_number(id: &ExternalId) -> bool {
    personal::holds_number(&id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_client::records::document;

    fn derived_of(name: &str) -> (String, IdFrom) {
        let folder = tempfile::tempdir().expect("temporary folder");
        let file = folder.path().join(name);
        std::fs::write(&file, "abc").expect("written");
        let document = document(&file, |_, _| ()).expect("readable");
        let (id, from) = derived(&[file], &[document]).expect("derived");
        (id.to_string(), from)
    }

    #[test]
    fn an_allowed_name_should_be_taken_over() {
        for name in ["annual-2025.pdf", "HN000001G_2025.ofd", "20260414.pdf"] {
            assert_eq!(derived_of(name), (name.to_owned(), IdFrom::FileName));
        }
    }

    #[test]
    fn any_other_name_should_give_way_to_the_digest() {
        let digest = "sm3-66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        for name in [
            "2025年度报告.pdf",
            "annual report.pdf",
            "13800138000.pdf",
            "138-0013-8000.pdf",
            "430102-19900307-001X.pdf",
            &"a".repeat(129),
        ] {
            assert_eq!(derived_of(name), (digest.to_owned(), IdFrom::Digest), "{name}");
        }
    }

    #[test]
    fn a_number_of_a_person_should_be_told_from_other_numbers() {
        let holds = |id: &str| holds_personal_number(&id.parse().expect("an id"));
        // A valid check character, but a place that does not exist.
        for id in ["990000190001010008", "id-990000-190001010008.pdf", "13800138000", "tel-138-0013-8000.v2"] {
            assert!(holds(id), "{id}");
        }
        for id in [
            "annual-2025",
            "91430100MADEW00089",
            "20260101-20261231",
            "HN000001G.DCFGFR2401",
            "12345678901",
            "138001380001",
        ] {
            assert!(!holds(id), "{id}");
        }
    }
}
