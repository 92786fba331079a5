//! From files to what a snapshot is made of: documents are stored, sealed where they are not public, and named in a body.
//!
//! Whatever a transaction names is in the vault, and was read back, before it goes out. A command that was killed in between is
//! given again: what the chain has of it by then is recognised ([`Filing::repeats`]) and used as it is, since a new body would
//! have another time, and a new sealing another commitment.

use super::storing::{put_all, put_all_sealed, recovery_recipient, vault_of, VaultDocument};
use crate::{
    args::{FilingArguments, RecipientArguments, StoreArguments},
    error::{shown, CliError},
    failures::{of_reading, refused_by},
    language::{Language, Texts},
    session::{Session, BLOCK_TIME},
};
use jiandu_client::{
    body::{self, Facts, Fault},
    records::{self, same_documents, DocumentView, RecordView, SnapshotView, Written},
    submit::SubmitError,
    texts::explain,
    vault::{fault::Step, Found, Locator, Opening, Vault},
    SigningKey,
};
use jiandu_primitives::{
    change::RecordChange,
    header::Header,
    record::{
        Content, Document, Documents, ExternalId, ObjectId, Operation, RecordKind, SnapshotRef, Subject, VersionRef,
        MAX_DOCUMENTS,
    },
};
use serde_json::{Map, Value};
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    time::Instant,
};

/// Longest content in bytes that a submitter adds to a body: the documents need room beside it.
const MOST_ADDED: u64 = body::LONGEST / 2;

/// What every snapshot of one record says of it.
#[derive(Clone, Copy, Debug)]
pub struct OfRecord<'a> {
    /// The record.
    pub object: ObjectId,
    /// Its name.
    pub external_id: &'a ExternalId,
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
}

impl<'a> OfRecord<'a> {
    /// Of a record that is there.
    pub fn of(record: &'a RecordView) -> Self {
        let RecordView { object, external_id, subject, kind, .. } = record;
        Self { object: *object, external_id, subject: *subject, kind: *kind }
    }
}

/// What a call would make, or has made, of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// What the snapshot says of itself, its body included.
    pub header: Header,
    /// Its documents.
    pub documents: Vec<Document>,
}

impl Filed {
    /// The snapshot of a workflow's record that follows a head, or begins it.
    pub fn snapshot(self, base: Option<VersionRef>) -> Result<RecordChange, CliError> {
        let Self { header, documents } = self;
        let documents = Documents::try_from(documents).map_err(|documents| CliError::TooManyFiles {
            found: documents.len().into(),
            most: MAX_DOCUMENTS.into(),
        })?;
        Ok(RecordChange::Snapshot { base, header, documents })
    }
}

/// What a snapshot should become.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Which one.
    pub at: VersionRef,
    /// What it does.
    pub operation: Operation,
    /// Why, for an overwrite.
    pub reason: Option<&'a str>,
    /// What it says of itself, without a body.
    pub header: &'a Header,
    /// The files.
    pub files: &'a [PathBuf],
    /// What they are as they lie there: by their plain digests.
    pub plain: &'a [Document],
}

/// What the files of one command go through.
pub struct Filing<'a> {
    session: &'a Session,
    key: &'a SigningKey,
    /// None where nothing is to be stored.
    vault: Option<Vault>,
    recipients: Vec<jiandu_client::vault::Recipient>,
    /// What the submitter adds to the body.
    content: Option<Map<String, Value>>,
}

impl<'a> Filing<'a> {
    /// Opens the vault that is named, and reads what the submitter adds. Refuses what can't be: sealed documents without a vault,
    /// or content of one's own in a body that is not public.
    pub async fn open(
        session: &'a Session,
        key: &'a SigningKey,
        arguments: &FilingArguments,
        public: bool,
    ) -> Result<Filing<'a>, CliError> {
        let FilingArguments { store, recipients: RecipientArguments { recipients }, body } = arguments;
        if !public && store.no_store {
            return Err(CliError::SealedNotStored);
        }
        if public && !recipients.is_empty() {
            session.output.note(&session.output.language.text("note-nothing-sealed"))?;
        }
        let language = session.output.language;
        let content = match body {
            Some(_) if !public => return Err(CliError::BodyNotPublic),
            Some(file) => Some(content(file, language)?),
            None => None,
        };
        let own = key.reading_key()?.to_public();
        let recovery = if public { None } else { recovery_recipient(session).await? };
        let recipients = [own].into_iter().chain(recovery).chain(recipients.iter().cloned()).collect();
        Ok(Self { content, recipients, ..Self::of_withdrawal(session, key, store).await? })
    }

    /// The same for a call without documents.
    pub async fn of_withdrawal(
        session: &'a Session,
        key: &'a SigningKey,
        store: &StoreArguments,
    ) -> Result<Filing<'a>, CliError> {
        let vault = match store.no_store {
            true => None,
            false => Some(vault_of(session, key, store).await?),
        };
        Ok(Self { session, key, vault, recipients: Vec::new(), content: None })
    }

    /// What the submitter adds to the body.
    pub fn content(&self) -> Option<&Map<String, Value>> {
        self.content.as_ref()
    }

    /// The vault that the originals go to.
    pub fn opened(&self) -> Option<&Vault> {
        self.vault.as_ref()
    }

    /// The same, as it is reported.
    pub fn vault(&self) -> Option<VaultDocument> {
        self.vault.as_ref().map(VaultDocument::from)
    }

    /// Stores files and their body. Gives what the transaction is made of.
    pub async fn file(&self, record: OfRecord<'_>, wanted: Wanted<'_>) -> Result<Filed, CliError> {
        let documents = self.stored(wanted.files, wanted.plain, wanted.header.level.is_public()).await?;
        let header = self.with_body(record, &wanted, &views(&documents)).await?;
        Ok(Filed { header, documents })
    }

    /// Makes a call of files, or makes it again with what the chain has of it. `passed` is the chain's error where another call
    /// came first: that may have been this very one, sent by a command that was interrupted and not final until now.
    pub async fn submit(
        &self,
        record: OfRecord<'_>,
        wanted: Wanted<'_>,
        (base, passed): (Option<VersionRef>, &str),
        send: impl AsyncFn(Filed) -> Result<Written, CliError>,
    ) -> Result<(Written, Option<VaultDocument>), CliError> {
        let filed = match self.made_before(record, wanted).await? {
            Some(made) => Some(made),
            None if self.newest(record.object).await? == base => Some(self.file(record, wanted).await?),
            // What can't succeed is not stored first.
            None => None,
        };
        let passed = refused_by("Records", passed);
        let error = match filed {
            None => passed,
            Some(filed) => {
                let vault = self.vault_of(&filed);
                match send(filed).await {
                    Err(error) if error.code() == passed.code() => error,
                    sent => return Ok((sent?, vault)),
                }
            }
        };
        let deadline = Instant::now() + self.session.patience();
        loop {
            // What came first is final, or not yet.
            let settled = self.newest(record.object).await? == self.last(record.object).await?;
            if let Some(made) = self.made_before(record, wanted).await? {
                let vault = self.vault_of(&made);
                return Ok((send(made).await?, vault));
            }
            if settled {
                return Err(error);
            }
            // It may have been this very call: nobody knows yet.
            if Instant::now() > deadline {
                return Err(SubmitError::NotFinal { block: None }.into());
            }
            tokio::time::sleep(BLOCK_TIME).await;
        }
    }

    /// The head of a record in the newest block; none where there is no such record.
    async fn newest(&self, object: ObjectId) -> Result<Option<VersionRef>, CliError> {
        let record = self.session.ask(records::show_newest(&self.session.connection, object)).await?;
        Ok(record.map(|record| record.head))
    }

    /// The head of a record in the newest final block.
    async fn last(&self, object: ObjectId) -> Result<Option<VersionRef>, CliError> {
        let record = self.session.ask(records::show(&self.session.connection, object)).await?;
        Ok(record.map(|record| record.head))
    }

    /// Where the originals are, by what the chain says of them.
    pub fn vault_of(&self, filed: &Filed) -> Option<VaultDocument> {
        let stored = filed.header.body.as_ref().is_some_and(|body| body.locator.is_some());
        self.vault().filter(|_| stored)
    }

    /// Whether a snapshot of the chain is what this call would make: the same documents, and a body that differs at most in its
    /// time. Then gives it as it is.
    pub async fn repeats(
        &self,
        record: OfRecord<'_>,
        wanted: Wanted<'_>,
        (snapshot, held): &(SnapshotView, Vec<DocumentView>),
    ) -> Result<Option<Filed>, CliError> {
        let header = Header { submitted: snapshot.header.submitted, body: None, ..wanted.header.clone() };
        let said = Header { body: None, ..snapshot.header.clone() };
        if (said, snapshot.operation) != (header.clone(), wanted.operation) || !self.same(wanted.plain, held).await? {
            return Ok(None);
        }
        if let Some(kept) = &snapshot.header.body {
            let facts = facts(record, &Wanted { at: snapshot.at, header: &header, ..wanted }, held);
            if !self.built(&facts).is_ok_and(|bytes| body::is(&bytes, kept)) {
                return Ok(None);
            }
        }
        let filed = Filed {
            header: snapshot.header.clone(),
            documents: held.iter().filter_map(DocumentView::document).collect(),
        };
        self.keep(record, wanted, (&snapshot.at, held), &filed).await?;
        Ok(Some(filed))
    }

    /// Sees to it that what was stored before is there still: it may have been lost, or have gone to another vault.
    async fn keep(
        &self,
        record: OfRecord<'_>,
        wanted: Wanted<'_>,
        (at, held): (&VersionRef, &[DocumentView]),
        filed: &Filed,
    ) -> Result<(), CliError> {
        let Some((vault, kept)) = self.vault.as_ref().zip(filed.header.body.as_ref()) else { return Ok(()) };
        if kept.locator.is_none() {
            return self.session.output.note(&self.session.output.language.text("note-not-stored-then"));
        }
        if held.iter().any(|document| document.sealed) {
            for locator in held.iter().filter_map(DocumentView::locator) {
                if !matches!(vault.check(locator).await?, Found::Sound { .. }) {
                    return Err(CliError::SealedLost { locator: locator.into() });
                }
            }
            if self.recipients.len() > 1 {
                self.session.output.note(&self.session.output.language.text("note-recipients-then"))?;
            }
        } else {
            self.stored(wanted.files, wanted.plain, true).await?;
        }
        let header = Header { body: None, ..filed.header.clone() };
        let bytes = self.built(&facts(record, &Wanted { at: *at, header: &header, ..wanted }, held))?;
        vault.put_bytes(bytes.into()).await?;
        Ok(())
    }

    /// The same for a snapshot of the newest final block; none where there is none yet.
    pub async fn made_before(&self, record: OfRecord<'_>, wanted: Wanted<'_>) -> Result<Option<Filed>, CliError> {
        let snapshot = SnapshotRef { object: record.object, at: wanted.at };
        match self.session.ask(records::snapshot(&self.session.connection, snapshot)).await? {
            Some(held) => self.repeats(record, wanted, &held).await,
            None => Ok(None),
        }
    }

    /// Whether files are the documents of a snapshot, as far as this key can tell: openings for others show nothing.
    pub async fn may_be_same(&self, plain: &[Document], held: &[DocumentView]) -> Result<bool, CliError> {
        match self.same(plain, held).await {
            Err(CliError::OpeningForOthers) => Ok(false),
            same => same,
        }
    }

    /// Whether files are the documents of a snapshot: plain ones by their digests, sealed ones by the openings that lie in the
    /// vault.
    async fn same(&self, plain: &[Document], held: &[DocumentView]) -> Result<bool, CliError> {
        if !held.iter().any(|document| document.sealed) {
            return Ok(same_documents(held, plain));
        }
        if held.len() != plain.len() {
            return Ok(false);
        }
        for (held, plain) in held.iter().filter_map(DocumentView::document).zip(plain) {
            // One that is gone proves nothing; one that can't be read now, or by this key, leaves it open: nothing is made twice.
            let shows = self.opening(&held).await?.is_some_and(|opening| opening.shows(&held, plain));
            if !shows {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// What opens the sealed ones among documents that were stored just now.
    pub async fn openings(&self, documents: impl Iterator<Item = &Document>) -> Result<Vec<Opening>, CliError> {
        let mut openings = Vec::new();
        for document in documents.filter(|document| document.content.is_sealed()) {
            let locator =
                Locator::of(document.content.digests()).map_or_else(String::new, |locator| locator.to_string());
            let opening = self.opening(document).await?;
            openings.push(opening.ok_or(CliError::NoOpening { locator: locator.into() })?);
        }
        Ok(openings)
    }

    /// The opening of a sealed document; none where no vault has one.
    async fn opening(&self, document: &Document) -> Result<Option<Opening>, CliError> {
        let Some((vault, locator)) = self.vault.as_ref().zip(Locator::of(document.content.digests())) else {
            return Ok(None);
        };
        Ok(vault.opening(locator, &self.key.reading_key()?).await?)
    }

    /// Stores documents, and gives what of them goes to the chain.
    async fn stored(&self, files: &[PathBuf], plain: &[Document], public: bool) -> Result<Vec<Document>, CliError> {
        let changed = |file: &Path| CliError::FileChanged { file: shown(file).into() };
        let (output, Some(vault)) = (self.session.output, &self.vault) else { return Ok(plain.to_vec()) };
        if public {
            let all = put_all(vault, files, &[], output).await;
            for ((stored, file), document) in all.into_iter().zip(files).zip(plain) {
                let Some(stored) = stored else { continue };
                if Some(stored?.locator) != Locator::of(document.content.digests()) {
                    return Err(changed(file));
                }
            }
            return Ok(plain.to_vec());
        }
        let all = put_all_sealed(vault, files, &self.recipients, output).await?;
        let mut documents = Vec::with_capacity(all.len());
        for ((sealed, file), document) in all.into_iter().zip(files).zip(plain) {
            let digests = sealed.ciphertext.digests.into_iter().chain([sealed.opening.commitment]).collect::<Vec<_>>();
            let digests = digests.try_into().map_err(|_| changed(file))?;
            let content = Content::Sealed { digests, length: sealed.ciphertext.length };
            let stored = Document { content, media: document.media };
            if !sealed.opening.shows(&stored, document) {
                return Err(changed(file));
            }
            documents.push(stored);
        }
        Ok(documents)
    }

    async fn with_body(
        &self,
        record: OfRecord<'_>,
        wanted: &Wanted<'_>,
        documents: &[DocumentView],
    ) -> Result<Header, CliError> {
        let bytes = self.built(&facts(record, wanted, documents))?;
        let locator = match &self.vault {
            Some(vault) => Some(vault.put_bytes(bytes.clone().into()).await?),
            None => None,
        };
        Step::BodySent.done();
        Ok(Header { body: Some(body::anchored(&bytes, locator)), ..wanted.header.clone() })
    }

    fn built(&self, facts: &Facts<'_>) -> Result<Vec<u8>, CliError> {
        // A withdrawal's body is empty.
        let content = self.content.as_ref().filter(|_| facts.operation != Operation::Withdraw);
        body::build(facts, content).map_err(|faults| of_faults(&faults, self.session.output.language))
    }
}

fn views(documents: &[Document]) -> Vec<DocumentView> {
    documents.iter().zip(0u16..).map(|(document, slot)| DocumentView::new(slot, document)).collect()
}

fn facts<'a>(record: OfRecord<'a>, wanted: &Wanted<'a>, documents: &'a [DocumentView]) -> Facts<'a> {
    let OfRecord { object, external_id, subject, kind } = record;
    let Wanted { at, operation, reason, header, .. } = *wanted;
    Facts { object, external_id, subject, kind, at, operation, header, reason, documents }
}

/// Reads what the submitter adds to a body.
pub fn content(file: &Path, language: Language) -> Result<Map<String, Value>, CliError> {
    body::content(&json(file, MOST_ADDED)?).map_err(|faults| of_faults(&faults, language))
}

/// Reads a JSON file of at most so many bytes.
pub fn json(file: &Path, most: u64) -> Result<Vec<u8>, CliError> {
    // Opening a pipe would wait for somebody to write.
    let is_file = fs::metadata(file).map_err(|error| of_reading(file, &error))?.is_file();
    if !is_file {
        return Err(CliError::BodyNotAFile { file: shown(file).into() });
    }
    let mut bytes = Vec::new();
    let read = fs::File::open(file).and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
    read.map_err(|error| of_reading(file, &error))?;
    match bytes.len() as u64 > most {
        true => Err(CliError::BodyTooLong { file: shown(file).into(), most: most.into() }),
        false => Ok(bytes),
    }
}

/// Everything that is wrong with a body, in one error.
pub fn of_faults(faults: &[Fault], language: Language) -> CliError {
    let told = faults.iter().map(|fault| {
        let told = explain(language, fault);
        format!("{} {}", told.what, told.next)
    });
    let faults: Vec<String> = told.zip(1..).map(|(told, number): (String, u32)| format!("({number}) {told}")).collect();
    CliError::BodyFaults { count: faults.len().into(), faults: faults.join(" ").into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_should_be_in_the_error() {
        let faults = body::check(br#"{"header": {"version": "1"}, "more": 1}"#);
        assert!(faults.len() > 3, "{faults:?}");
        for language in Language::ALL {
            let message = of_faults(&faults, language).message(language);
            assert!(message.contains(&format!("({})", faults.len())), "{message}");
            assert!(faults.iter().all(|fault| message.contains(&fault.at)), "{message}");
        }
    }

    #[test]
    fn a_file_that_is_too_long_should_be_refused_unread() {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        file.as_file().set_len(body::LONGEST + 1).expect("length");
        assert_eq!(json(file.path(), body::LONGEST).expect_err("too long").code(), "body-too-long");
        // What is added to a body leaves room for the documents.
        file.as_file().set_len(MOST_ADDED + 1).expect("length");
        assert_eq!(content(file.path(), Language::English).expect_err("too long").code(), "body-too-long");
    }
}
