//! What a maker is about to commit to, in a file beside the submission until that is written.
//!
//! The commitment on the chain hides its content behind a salt. A salt that was lost with a broken connection would leave a
//! proposal that nobody can confirm, so it is on the disk before anything is sent; and since the same content with the same
//! salt is the same proposal, the same command takes up where it was cut short.

use crate::{
    error::{shown, CliError},
    failures::{of_reading, of_writing},
};
use jiandu_client::{
    enterprises::{is_document, Submission},
    vault::{
        new_file::{self, Readers},
        Opening,
    },
};
use jiandu_primitives::{chain::GenesisHash, enterprise::SectionContent, record::ObjectId, uscc::Uscc};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What is put after the name of the submission.
const ENDING: &str = ".draft";

/// A submission whose proposal has no number yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The chain that it is for.
    genesis: GenesisHash,
    /// The enterprise.
    enterprise: Uscc,
    /// What keeps the commitment from being guessed. Any identifier of 32 bytes prints and reads hexadecimal.
    salt: ObjectId,
    /// What is committed to.
    content: SectionContent,
    /// What opens the sealed documents of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    openings: Vec<Opening>,
}

impl Draft {
    /// A draft with a new salt.
    pub fn new(
        genesis: GenesisHash,
        enterprise: Uscc,
        salt: [u8; 32],
        content: SectionContent,
        openings: Vec<Opening>,
    ) -> Self {
        Self { genesis, enterprise, salt: ObjectId(salt), content, openings }
    }

    /// Where the draft of a submission is.
    pub fn beside(submission: &Path) -> PathBuf {
        let mut path = submission.as_os_str().to_owned();
        path.push(ENDING);
        path.into()
    }

    /// The draft that is there; none where there is none.
    pub fn load(path: &Path) -> Result<Option<Self>, CliError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(other(path)),
            Err(error) => return Err(of_reading(path, &error)),
        };
        serde_json::from_str(&text).map(Some).map_err(|_| other(path))
    }

    /// Writes it to a new file that only its owner can read.
    pub fn save(&self, path: &Path) -> Result<(), CliError> {
        let text = serde_json::to_vec_pretty(self).map_err(io::Error::from);
        let written = text.and_then(|text| new_file::write(path, &text, Readers::Owner));
        written.map_err(|error| of_writing(path, &error))
    }

    /// Whether it is of the same content, handed in at whatever time, whose documents are named as the files are.
    pub fn fits(&self, genesis: GenesisHash, enterprise: Uscc, content: &SectionContent) -> bool {
        let timeless =
            |content: &SectionContent| SectionContent { change: content.change.timeless(), ..content.clone() };
        let mut own = timeless(&self.content);
        for (document, file) in own.change.documents_mut().zip(content.change.documents()) {
            if is_document(document, file, &self.openings) {
                *document = file.clone();
            }
        }
        self.genesis == genesis && self.enterprise == enterprise && own == timeless(content)
    }

    /// Its content.
    pub fn content(&self) -> &SectionContent {
        &self.content
    }

    /// What opens the sealed documents of it.
    pub fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Its salt.
    pub fn salt(&self) -> &[u8; 32] {
        &self.salt.0
    }

    /// The submission of the proposal with this number.
    pub fn submission(self, proposal: u64) -> Submission {
        let Self { genesis, enterprise, salt, content, openings } = self;
        Submission { genesis, proposal, enterprise, salt: salt.0, content, openings }
    }
}

/// A draft of something else is in the way.
pub fn other(path: &Path) -> CliError {
    CliError::OtherDraft { file: shown(path).into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_primitives::{
        enterprise::{Section, SectionChange, SourceDomain},
        header::Header,
        record::{Documents, VersionRef},
    };

    fn uscc() -> Uscc {
        "91350100M000100Y43".parse().expect("a valid code")
    }

    fn content(submitted: u64) -> SectionContent {
        SectionContent {
            section: Section::Finance,
            part: Some("2025".parse().expect("a label")),
            series: 0,
            source: SourceDomain::Enterprise,
            change: change(Some(VersionRef::default()), submitted),
        }
    }

    fn change(base: Option<VersionRef>, submitted: u64) -> SectionChange {
        let header = Header { submitted: Some(submitted), ..Header::default() };
        SectionChange::Snapshot { base, header, documents: Documents::default() }
    }

    fn draft() -> Draft {
        Draft::new(GenesisHash([1; 32]), uscc(), [5; 32], content(7), Vec::new())
    }

    #[test]
    fn a_draft_should_be_found_again_and_never_be_written_over() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = Draft::beside(&folder.path().join("财务.json"));
        assert!(path.ends_with("财务.json.draft"));
        assert_eq!(Draft::load(&path), Ok(None));
        draft().save(&path).expect("written");
        assert_eq!(Draft::load(&path), Ok(Some(draft())));
        assert_eq!(draft().save(&path).expect_err("there").code(), "file-exists");
        fs::write(&path, "{}").expect("written");
        assert_eq!(Draft::load(&path).expect_err("no draft").code(), "other-draft");
        let missing = draft().save(&folder.path().join("none").join("a.draft"));
        assert_eq!(missing.expect_err("no folder").code(), "no-such-folder");
    }

    #[test]
    fn a_draft_should_fit_the_same_content_at_another_time_only() {
        let (genesis, draft) = (GenesisHash([1; 32]), draft());
        assert!(draft.fits(genesis, uscc(), &content(7)) && draft.fits(genesis, uscc(), &content(8)));
        assert!(!draft.fits(GenesisHash([2; 32]), uscc(), &content(7)));
        assert!(!draft.fits(genesis, uscc(), &SectionContent { change: change(None, 7), ..content(7) }));
        assert!(!draft.fits(genesis, uscc(), &SectionContent { section: Section::Credit, ..content(7) }));
        // What was sent is what is handed on, its time included.
        let submission = draft.clone().submission(12);
        assert_eq!((submission.proposal, submission.salt), (12, [5; 32]));
        assert_eq!(&submission.content, draft.content());
        assert_eq!(submission.content.change, change(Some(VersionRef::default()), 7));
    }
}
