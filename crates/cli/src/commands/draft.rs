//! What a maker is about to commit to, in a file beside the submission until that is written.
//!
//! The commitment on the chain hides its content behind a salt. A salt that was lost with a broken connection would leave a
//! proposal that nobody can confirm, so it is on the disk before anything is sent; and since the same content with the same
//! salt is the same proposal, the same command takes up where it was cut short.

use super::{
    enterprise::NOT_FINAL,
    filing::Filing,
    review::{all_lie_in, has_body, is_stored, snapshots},
};
use crate::{
    enterprise_failures::of_submission,
    error::{shown, CliError},
    exit::Exit,
    failures::{of_reading, of_writing},
    language::Texts,
    output::Output,
    session::Session,
};
use jiandu_client::{
    disclosures::Handover,
    enterprises::{application::random_salt, Submission},
    handover::{is_document, HandoverError, Target},
    records::SnapshotView,
    vault::{
        new_file::{self, Readers},
        Opening,
    },
};
use jiandu_primitives::{
    chain::GenesisHash,
    change::RecordChange,
    disclosure::Disclosure,
    enterprise::SectionContent,
    record::{Document, ObjectId},
    uscc::Uscc,
};
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What is put after the name of the submission.
const ENDING: &str = ".draft";

/// What a maker commits to.
pub trait Content: Clone + PartialEq + Serialize + DeserializeOwned {
    /// What becomes of its record; none for a withdrawal.
    fn change(&self) -> Option<&RecordChange>;

    /// The same without the times of submission.
    fn timeless(&self) -> Self;

    /// Its documents.
    fn documents(&self) -> impl Iterator<Item = &Document>;

    /// The same, to be changed.
    fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document>;
}

impl Content for SectionContent {
    fn change(&self) -> Option<&RecordChange> {
        Some(&self.change)
    }

    fn timeless(&self) -> Self {
        Self { change: self.change.timeless(), ..self.clone() }
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        self.change.documents()
    }

    fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.change.documents_mut()
    }
}

impl Content for Disclosure {
    fn change(&self) -> Option<&RecordChange> {
        self.act.change()
    }

    fn timeless(&self) -> Self {
        Self { act: self.act.timeless(), ..self.clone() }
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        self.act.documents()
    }

    fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.act.documents_mut()
    }
}

/// A submission that has no number yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft<C> {
    /// The chain that it is for.
    genesis: GenesisHash,
    /// The enterprise.
    enterprise: Uscc,
    /// What keeps the commitment from being guessed. Any identifier of 32 bytes prints and reads hexadecimal.
    salt: ObjectId,
    /// What is committed to.
    content: C,
    /// What opens the sealed documents of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    openings: Vec<Opening>,
}

impl<C: Content> Draft<C> {
    /// A draft with a new salt.
    pub fn new(genesis: GenesisHash, enterprise: Uscc, salt: [u8; 32], content: C, openings: Vec<Opening>) -> Self {
        Self { genesis, enterprise, salt: ObjectId(salt), content, openings }
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
    pub fn fits(&self, genesis: GenesisHash, enterprise: Uscc, content: &C) -> bool {
        let mut own = self.content.timeless();
        for (document, file) in own.documents_mut().zip(content.documents()) {
            if is_document(document, file, &self.openings) {
                *document = file.clone();
            }
        }
        self.genesis == genesis && self.enterprise == enterprise && own == content.timeless()
    }

    /// Its content.
    pub fn content(&self) -> &C {
        &self.content
    }

    /// Whom it is about.
    pub fn enterprise(&self) -> Uscc {
        self.enterprise
    }

    /// Its salt.
    pub fn salt(&self) -> &[u8; 32] {
        &self.salt.0
    }
}

impl Draft<SectionContent> {
    /// What was committed to by a submission.
    pub fn of_submission(submission: Submission) -> Self {
        let Submission { genesis, proposal: _, enterprise, salt, content, openings } = submission;
        Self::new(genesis, enterprise, salt, content, openings)
    }

    /// The submission of the proposal with this number.
    pub fn submission(self, proposal: u64) -> Submission {
        let Self { genesis, enterprise, salt, content, openings } = self;
        Submission { genesis, proposal, enterprise, salt: salt.0, content, openings }
    }
}

impl Draft<Disclosure> {
    /// What was committed to by a submission.
    pub fn of_handover(handover: Handover) -> Self {
        let Handover { genesis, submission: _, exchange: _, salt, disclosure, openings } = handover;
        Self::new(genesis, disclosure.enterprise, salt, disclosure, openings)
    }

    /// What the checker gets of the submission with this number.
    pub fn handover(self, submission: u64, exchange: Uscc) -> Handover {
        let Self { genesis, salt, content, openings, .. } = self;
        Handover { genesis, submission, exchange, salt: salt.0, disclosure: content, openings }
    }
}

/// Where the draft of a submission is.
pub fn beside(submission: &Path) -> PathBuf {
    let mut path = submission.as_os_str().to_owned();
    path.push(ENDING);
    path.into()
}

/// When a draft was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// By this command.
    Now,
    /// By an earlier one, which may have sent it.
    Earlier,
}

/// What a maker commits to. What it is without its bodies tells whether a draft is of the same; only where there is none, its files are
/// stored, and a draft with a new salt is written.
pub async fn drafted<C: Content>(
    session: &Session,
    filing: &Filing<'_>,
    (enterprise, target, history): (Uscc, &Target, &[SnapshotView]),
    (matter, file): (&C, impl AsyncFnOnce() -> Result<C, CliError>),
    path: &Path,
) -> Result<(Draft<C>, Origin), CliError> {
    let output = session.output;
    let genesis = session.connection.genesis();
    let stored = |draft: &Draft<C>| draft.content.change().is_some_and(is_stored);
    let same = |draft: &Draft<C>| -> Result<bool, CliError> {
        if !draft.fits(genesis, enterprise, matter) {
            return Ok(false);
        }
        let Some(change) = draft.content.change() else { return Ok(true) };
        if stored(draft) != filing.vault().is_some() {
            return Ok(false);
        }
        let snapshots = snapshots(target, change, history);
        let bodies = snapshots.iter().map(|planned| has_body(planned, filing.content(), output.language));
        Ok(bodies.collect::<Result<Vec<_>, _>>()?.into_iter().all(|same| same))
    };
    match Draft::load(path)? {
        Some(draft) if same(&draft)? => {
            output.note(&output.language.text("archive-note-draft"))?;
            if let Some((vault, change)) = filing.opened().zip(draft.content.change().filter(|_| stored(&draft))) {
                let there = all_lie_in(vault, change, &draft.openings, output).await;
                there.map_err(|error| match error {
                    CliError::OriginalMissing { place, .. } => {
                        CliError::DraftOriginals { file: shown(path).into(), place }
                    }
                    error => error,
                })?;
            }
            Ok((draft, Origin::Earlier))
        }
        Some(_) => Err(other(path)),
        None => {
            let content = file().await?;
            let openings = filing.openings(content.documents()).await?;
            let draft = Draft::new(genesis, enterprise, random_salt()?, content, openings);
            draft.save(path)?;
            Ok((draft, Origin::Now))
        }
    }
}

/// A submission is a file of its own, and never written over.
pub fn not_in_use(out: &Path) -> Result<(), CliError> {
    if out == Path::new("-") {
        return Err(CliError::OutputNotAFile);
    }
    match out.symlink_metadata() {
        Ok(_) => Err(CliError::FileExists { file: shown(out).into() }),
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => Err(of_writing(out, &error)),
        Err(_) => Ok(()),
    }
}

/// A failure to submit. The draft stays where the proposal may have been made, by this command or an earlier one: the same command
/// takes it up again.
pub fn after(error: CliError, draft: &Path, origin: Origin) -> CliError {
    if NOT_FINAL.contains(&error.code()) {
        return CliError::SubmissionNotFinal { file: shown(draft).into() };
    }
    if origin == Origin::Earlier || matches!(error.exit(), Exit::Network | Exit::NotFinal) {
        return error;
    }
    match fs::remove_file(draft) {
        // What was refused matters more than a file that is left over, and the next attempt names that.
        Ok(()) | Err(_) => error,
    }
}

/// Takes the draft away once the submission is written. Where that can't be the draft stays, and the same command takes it up.
pub fn finish(
    saved: Result<(), HandoverError>,
    (number, out): (u64, &Path),
    draft: &Path,
    output: Output,
) -> Result<(), CliError> {
    if let Err(error) = saved {
        let reason = of_submission(error, &[]).message(output.language);
        return Err(CliError::SubmissionUnsaved {
            proposal: number.into(),
            file: shown(out).into(),
            reason: reason.into(),
        });
    }
    match fs::remove_file(draft) {
        // It holds nothing that the submission does not, and another command for the same file says what to do with it.
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A draft of something else is in the way.
pub fn other(path: &Path) -> CliError {
    CliError::OtherDraft { file: shown(path).into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiandu_client::submit::{ModuleError, SubmitError};
    use jiandu_primitives::{
        enterprise::{Section, SourceDomain},
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

    fn change(base: Option<VersionRef>, submitted: u64) -> RecordChange {
        let header = Header { submitted: Some(submitted), ..Header::default() };
        RecordChange::Snapshot { base, header, documents: Documents::default() }
    }

    fn draft() -> Draft<SectionContent> {
        Draft::new(GenesisHash([1; 32]), uscc(), [5; 32], content(7), Vec::new())
    }

    #[test]
    fn a_draft_should_be_found_again_and_never_be_written_over() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = beside(&folder.path().join("财务.json"));
        assert!(path.ends_with("财务.json.draft"));
        assert_eq!(Draft::<SectionContent>::load(&path), Ok(None));
        draft().save(&path).expect("written");
        assert_eq!(Draft::load(&path), Ok(Some(draft())));
        assert_eq!(draft().save(&path).expect_err("there").code(), "file-exists");
        fs::write(&path, "{}").expect("written");
        assert_eq!(Draft::<SectionContent>::load(&path).expect_err("no draft").code(), "other-draft");
        let missing = draft().save(&folder.path().join("none").join("a.draft"));
        assert_eq!(missing.expect_err("no folder").code(), "no-such-folder");
    }

    #[test]
    fn a_draft_should_stay_where_the_proposal_may_have_been_made_and_go_where_it_was_refused() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("a.draft");
        let left_of = |error: SubmitError, origin| {
            fs::write(&path, "{}").expect("written");
            let error = after(error.into(), &path, origin);
            (error.code().to_owned(), path.exists())
        };
        let left = |error| left_of(error, Origin::Now);
        assert_eq!(left(SubmitError::NotFinal { block: None }), ("submission-not-final".to_owned(), true));
        let lost = jiandu_client::connection::ConnectionError::Lost { reason: "a".into() };
        assert!(left(lost.into()).1);
        let refused = ModuleError { pallet: "Archives".into(), error: "NotActive".into() };
        assert_eq!(left(SubmitError::Failed(refused.clone())), ("archives-not-active".to_owned(), false));
        // An earlier command may have sent it, whatever this one is told.
        assert!(left_of(SubmitError::Failed(refused), Origin::Earlier).1);
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
