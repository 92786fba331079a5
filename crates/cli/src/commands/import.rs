//! `jiandu import`: tables as clerks keep them, checked row by row, handed in many at a time, and told about row by row.
//!
//! Rows that are sound are handed in, the others are explained. The same command for the same table goes on where it was cut
//! short, and says what became of each row since.

mod cells;
mod disclosures;
mod documents;
mod enterprises;
mod pieces;
mod registry;
mod report;
mod schedules;
mod sections;
mod template;

pub use template::of_workbook;

use crate::{
    args::{Common, ImportArguments},
    commands::enterprise_text::Named,
    error::{shown, CliError},
    exit::Exit,
    failures::{of_table, of_writing},
    output::Output,
    session::Session,
    tables::TableKind,
};
use cells::{Columns, Line};
use jiandu_client::SigningKey;
use jiandu_primitives::{record::Document, uscc::Uscc};
use jiandu_sheet::{Row, Table};
use registry::Registry;
use report::{Ending, Fault, ImportReport, RowReport};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The workbook beside the submissions.
const RESULT: &str = "result.xlsx";

/// What an import works with.
pub struct Job<'a> {
    /// The node; its notes and spinners would tear the bars of the import apart.
    session: &'a Session,
    /// Who signs.
    key: &'a SigningKey,
    /// What was asked for.
    arguments: &'a ImportArguments,
    /// Where submissions and result go.
    out: PathBuf,
    /// Where progress is shown.
    output: Output,
}

/// A row of some table, read.
trait Parsed: Sized {
    /// Reads it. Its files are named from a folder.
    fn read(line: Line<'_>, folder: &Path) -> Result<Self, Vec<Fault>>;

    /// Whom it is about.
    fn uscc(&self) -> Uscc;

    /// Its files.
    fn files(&self) -> &[PathBuf];
}

/// Runs `jiandu import`.
pub async fn run(arguments: ImportArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    if let Some(table) = arguments.template {
        return template::write(table, &arguments.file, output);
    }
    let name = shown(&arguments.file);
    let table = Table::read(&arguments.file).map_err(|error| of_table(&arguments.file, &error))?;
    let headed = table.heading(Columns::is_heading);
    let (heading, lines) = headed.ok_or_else(|| CliError::ListNoHeadings { file: name.as_str().into() })?;
    let headings = heading.shown();
    let columns = Columns::of(&name, &headings)?;
    if lines.is_empty() {
        return Err(CliError::ListEmpty { file: name.into() });
    }
    let session = Session::open(common, Output { quiet: true, ..output }).await?;
    let key = session.key(common)?;
    let out = arguments.out.clone().unwrap_or_else(|| arguments.file.with_extension("import"));
    let job = Job { session: &session, key: &key, arguments: &arguments, out, output };
    if !arguments.dry_run {
        fs::create_dir_all(&job.out).map_err(|error| of_writing(&job.out, &error))?;
    }
    let rows = lines.iter().map(|row| RowReport::new(row.number(), row.shown())).collect();
    let mut report = ImportReport {
        file: name,
        table: columns.table,
        dry_run: arguments.dry_run,
        rows,
        result: None,
        language: output.language,
    };
    let ended = import(&job, lines, &columns, &mut report.rows).await;
    for row in &mut report.rows {
        if arguments.dry_run && ended.is_ok() && row.ending == Ending::Unsent {
            row.ending = Ending::Checked;
        }
    }
    if !arguments.dry_run {
        let file = job.out.join(RESULT);
        template::write_result(&headings, &report, &file)?;
        report.result = Some(shown(&file));
    }
    // What became of the rows is told even where the rest could not be.
    output.report(&report)?;
    ended?;
    Ok(match (report.is_good(), arguments.dry_run) {
        (true, _) => Exit::Ok,
        (false, true) => Exit::Usage,
        (false, false) => Exit::Failure,
    })
}

async fn import(job: &Job<'_>, lines: &[Row], columns: &Columns, rows: &mut [RowReport]) -> Result<(), CliError> {
    match columns.table {
        TableKind::Enterprises => {
            let (entries, registry, _) = read::<enterprises::Entry>(job, lines, columns, rows).await?;
            enterprises::import(job, entries, &registry, rows).await
        }
        TableKind::Sections => {
            let (entries, registry, documents) = read(job, lines, columns, rows).await?;
            sections::import(job, entries, &registry, &documents, rows).await
        }
        TableKind::Disclosures => {
            let (entries, registry, documents) = read(job, lines, columns, rows).await?;
            disclosures::import(job, entries, &registry, &documents, rows).await
        }
        TableKind::Schedules => {
            let (entries, registry, _) = read::<schedules::Entry>(job, lines, columns, rows).await?;
            schedules::import(job, entries, &registry, rows).await
        }
    }
}

/// What could be read of a table, the enterprises that it names, and its files.
type Sources<E> = (Vec<(usize, E)>, Registry, BTreeMap<PathBuf, Document>);

/// Reads rows, asks for their enterprises, and reads their files.
async fn read<E: Parsed>(
    job: &Job<'_>,
    lines: &[Row],
    columns: &Columns,
    rows: &mut [RowReport],
) -> Result<Sources<E>, CliError> {
    let folder = match &job.arguments.files {
        Some(folder) => folder.as_path(),
        None => job.arguments.file.parent().unwrap_or(Path::new("")),
    };
    let mut entries: Vec<(usize, E)> = Vec::new();
    for (at, (row, report)) in lines.iter().zip(rows.iter_mut()).enumerate() {
        match E::read(Line::new(row, columns), folder) {
            Ok(entry) => entries.push((at, entry)),
            Err(faults) => report.fail(faults),
        }
    }
    let files: Vec<(usize, Vec<PathBuf>)> = entries.iter().map(|(at, entry)| (*at, entry.files().to_vec())).collect();
    let documents = documents::read(rows, &files, job.output);
    documents::compare(rows, &files, &documents);
    let registry = Registry::ask(job, entries.iter().map(|(_, entry)| entry.uscc()).collect()).await?;
    for (at, entry) in &entries {
        if let (Some(row), Some(view)) = (rows.get_mut(*at), registry.get(entry.uscc())) {
            row.enterprise = Some(Named { enterprise: view.enterprise, name: view.name.clone() });
        }
    }
    for fault in rows.iter_mut().flat_map(|row| &mut row.faults) {
        registry::explain(job.session, fault).await?;
    }
    Ok((entries, registry, documents))
}
