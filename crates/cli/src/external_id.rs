//! The name of a record where the user gives none: from the file's name where that is safe, else from its digest.
//!
//! The name goes on the chain for ever. So no name is taken over that has characters outside `[A-Za-z0-9._-]`, or that holds
//! as many digits in a row as an identity card, a mobile number or a bank card does.

use crate::{error::CliError, values};
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
    let longest = name.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    if longest >= PERSONAL {
        return None;
    }
    name.parse().ok()
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
        for name in
            ["2025年度报告.pdf", "annual report.pdf", "13800138000.pdf", "43010219900307001X.pdf", &"a".repeat(129)]
        {
            assert_eq!(derived_of(name), (digest.to_owned(), IdFrom::Digest), "{name}");
        }
    }
}
