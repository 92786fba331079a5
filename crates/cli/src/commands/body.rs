//! Bodies of snapshots: handing them out as they were anchored, and saying what is wrong with one from elsewhere.

use super::{filing, record::known, storing::originals_in};
use crate::{
    args::{Common, OriginalsArguments},
    error::{shown, CliError},
    exit::Exit,
    failures::of_writing,
    language::{Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, Style},
    values::RecordAddress,
    verdict_text::labelled,
};
use jiandu_client::{
    body::{self, Fault},
    records,
    texts::explain,
    vault::{
        new_file::{self, Readers},
        Locator,
    },
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    record::{ObjectId, SnapshotRef, VersionRef},
};
use serde::Serialize;
use std::path::Path;

/// Writes the body of a snapshot into a new file, as it was anchored, or with its seals.
pub async fn write(
    RecordAddress(object): RecordAddress,
    (at, with_seals): (Option<VersionRef>, bool),
    place: &OriginalsArguments,
    out: &Path,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let record = known(&session, object).await?;
    let at = at.unwrap_or(record.head);
    let snapshot = SnapshotRef { object, at };
    let found = session.ask(records::snapshot(&session.connection, snapshot)).await?;
    let (view, _) =
        found.ok_or_else(|| CliError::UnknownSnapshot { record: object.into(), version: at.to_string().into() })?;
    let none = || CliError::NoBody { record: object.into(), version: at.to_string().into() };
    let kept = view.header.body.ok_or_else(none)?;
    let locator = kept.locator.ok_or_else(none)?;
    let vault = originals_in(place).await?;
    let mut bytes = vault.get_bytes(locator, body::LONGEST).await?.to_vec();
    if !body::is(&bytes, &kept) {
        return Err(CliError::DamagedInVault { locator: locator.into() });
    }
    if with_seals {
        let seals = session.ask(records::seals(&session.connection, snapshot)).await?;
        bytes = body::with_seals(&bytes, &seals).ok_or(CliError::DamagedInVault { locator: locator.into() })?;
    }
    new_file::write(out, &bytes, Readers::Usual).map_err(|error| of_writing(out, &error))?;
    let digest = ContentHash { alg: DigestAlg::Sm3, value: kept.sm3 };
    let length = bytes.len() as u64;
    output.report(&BodyReport {
        record: object,
        version: at,
        file: shown(out),
        length,
        digest,
        locator,
        with_seals,
    })?;
    Ok(Exit::Ok)
}

/// Says everything that is wrong with a body.
pub fn check(file: &Path, output: Output) -> Result<Exit, CliError> {
    let faults = body::check(&filing::json(file, body::LONGEST)?);
    let exit = if faults.is_empty() { Exit::Ok } else { Exit::NotVerified };
    output.report(&CheckReport { file: shown(file), faults })?;
    Ok(exit)
}

#[derive(Debug, Serialize)]
struct BodyReport {
    record: ObjectId,
    version: VersionRef,
    file: String,
    length: u64,
    /// SM3, as it is on the chain: with seals the bytes have another one.
    digest: ContentHash,
    locator: Locator,
    with_seals: bool,
}

impl Report for BodyReport {
    fn text(&self, language: Language) -> String {
        let rows = vec![
            ("label-record", self.record.to_string()),
            ("label-version", self.version.to_string()),
            ("label-file", self.file.clone()),
            ("label-length", moment::grouped(self.length)),
            ("label-body-digest", self.digest.to_string()),
            ("label-locator", self.locator.to_string()),
        ];
        let title = if self.with_seals { "body-written-with-seals" } else { "body-written" };
        format!("{}\n{}", Style::Good.paint(&language.text(title)), pairs(2, &labelled(rows, language)))
    }
}

#[derive(Debug, Serialize)]
struct CheckReport {
    file: String,
    faults: Vec<Fault>,
}

impl Report for CheckReport {
    fn text(&self, language: Language) -> String {
        if self.faults.is_empty() {
            return format!("{}\n", Style::Good.paint(&language.text("body-sound")));
        }
        let mut text = format!("{}\n", Style::Bad.paint(&language.text("body-faulty")));
        for fault in &self.faults {
            let told = explain(language, fault);
            text.push_str(&format!(
                "  {} {}\n",
                crate::text::printable(&told.what),
                crate::text::printable(&told.next)
            ));
        }
        text
    }
}
