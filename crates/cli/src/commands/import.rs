//! `jiandu import`: tables as clerks keep them, checked row by row, handed in many at a time, and told about row by row.
//!
//! Rows that are sound are handed in, the others are explained. The same command for the same table goes on where it was cut
//! short, and says what became of each row since.

mod disclosures;
mod documents;
mod enterprises;
mod pieces;
mod registry;
mod report;
mod schedules;
mod sections;
mod template;

use crate::{
    args::{Common, ImportArguments},
    cells::{Columns, Line},
    commands::enterprise_text::Named,
    error::{shown, CliError},
    exit::Exit,
    failures::{of_table, of_writing},
    faults::Fault,
    language::{values, Texts},
    output::Output,
    session::Session,
    tables::{Column, TableKind},
};
use jiandu_client::{handover::Target, members, submit::SubmitError, SigningKey};
use jiandu_primitives::{member::Role, record::Document, uscc::Uscc};
use jiandu_sheet::{Origin, Row, Table};
use registry::{Registry, Who};
use report::{Ending, ImportReport, RowReport};
use std::{
    collections::BTreeMap,
    fs::{self, TryLockError},
    path::{Path, PathBuf},
};

/// The workbook beside the submissions.
const RESULT: &str = "result.xlsx";
/// What an import has while it works in a folder.
const LOCK: &str = ".lock";

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

impl Job<'_> {
    /// The file for the second person about a record.
    fn handover(&self, enterprise: Uscc, target: &Target) -> PathBuf {
        self.out.join(format!("{enterprise}.{}.json", target.external_id))
    }
}

/// A row of some table, read.
trait Parsed: Sized {
    /// Whether the enterprises that such rows name are registered.
    const REGISTERED: bool = true;

    /// Reads it. Its files are named from a folder.
    fn read(line: Line<'_>, folder: &Path) -> Result<Self, Vec<Fault>>;

    /// Whom it is about.
    fn uscc(&self) -> Uscc;

    /// The same with what it says of a registered enterprise.
    fn who(&self) -> Option<&Who>;

    /// Its files.
    fn files(&self) -> &[PathBuf];
}

/// Runs `jiandu import`.
pub async fn run(arguments: ImportArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    if let Some(table) = arguments.template {
        return template::write(table, &arguments.file, output);
    }
    let name = shown(&arguments.file);
    let table = opened(&arguments.file, output)?;
    let headed = table.heading(Columns::is_heading);
    let (heading, lines) = headed.ok_or_else(|| CliError::ListNoHeadings { file: name.as_str().into() })?;
    let headings = heading.shown();
    let columns = Columns::of(&name, &headings)?;
    let kind = TableKind::of_columns(&columns.known());
    columns.expect(&name, kind.columns())?;
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
    let _alone = if arguments.dry_run { None } else { Some(alone(&job.out)?) };
    let rows = lines.iter().map(|row| RowReport::new(row.number(), row.shown())).collect();
    let mut report = ImportReport {
        file: name,
        table: kind,
        dry_run: arguments.dry_run,
        rows,
        result: None,
        language: output.language,
    };
    let ended = import(&job, kind, (lines, &columns), &mut report.rows).await;
    for row in &mut report.rows {
        if arguments.dry_run && ended.is_ok() && row.ending == Ending::Unsent {
            row.ending = Ending::Checked;
        }
    }
    let mut written = Ok(());
    if !arguments.dry_run {
        let file = job.out.join(RESULT);
        written = template::write_result(&headings, &report, &file);
        report.result = written.is_ok().then(|| shown(&file));
    }
    // What became of the rows is told even where the rest could not be, and where its workbook can't be written.
    output.report(&report)?;
    ended?;
    written?;
    Ok(match (report.is_good(), arguments.dry_run) {
        (true, _) => Exit::Ok,
        (false, true) => Exit::Usage,
        (false, false) => Exit::Failure,
    })
}

/// The table of a file: of a workbook the first sheet that has headings.
fn opened(file: &Path, output: Output) -> Result<Table, CliError> {
    let failed = |error| of_table(file, &error);
    let first = Table::read(file).map_err(failed)?;
    let Origin::Sheet { name, others } = first.origin().clone() else { return Ok(first) };
    let is_headed = |table: &Table| table.heading(Columns::is_heading).is_some();
    let mut found = (name, first);
    if !is_headed(&found.1) {
        for other in &others {
            match Table::read_sheet(file, other) {
                Ok(table) if is_headed(&table) => {
                    found = (other.clone(), table);
                    break;
                }
                // What stands on a sheet without headings is no table.
                Ok(_) | Err(_) => {}
            }
        }
    }
    if !others.is_empty() {
        output.note(&output.language.say("import-note-sheet", &values! { sheet = found.0 }))?;
    }
    Ok(found.1)
}

/// Keeps another import from working in the same folder; none where the file system knows no locks.
fn alone(folder: &Path) -> Result<fs::File, CliError> {
    let path = folder.join(LOCK);
    let file = fs::File::create(&path).map_err(|error| of_writing(&path, &error))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(CliError::ImportUnderway { folder: shown(folder).into() }),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// Whether the key may propose and declare at all, said before rows are looked at one by one. What it submits is rehearsed.
async fn may_enter(job: &Job<'_>) -> Result<(), CliError> {
    let membership = job.session.ask(members::membership(&job.session.connection, job.key.account())).await?;
    let membership = membership.map_err(SubmitError::Refused)?;
    match membership.roles.has(Role::Registrar) {
        true => Ok(()),
        false => Err(SubmitError::Dispatch("BadOrigin".to_owned()).into()),
    }
}

async fn import(
    job: &Job<'_>,
    kind: TableKind,
    lines: (&[Row], &Columns),
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    if matches!(kind, TableKind::Enterprises | TableKind::Sections) {
        may_enter(job).await?;
    }
    match kind {
        TableKind::Enterprises => {
            let (entries, registry, _) = read::<enterprises::Entry>(job, lines, rows).await?;
            enterprises::import(job, entries, &registry, rows).await
        }
        TableKind::Sections => {
            let (entries, registry, documents) = read(job, lines, rows).await?;
            sections::import(job, entries, &registry, &documents, rows).await
        }
        TableKind::Disclosures => {
            let (entries, registry, documents) = read(job, lines, rows).await?;
            disclosures::import(job, entries, &registry, &documents, rows).await
        }
        TableKind::Schedules => {
            let (entries, registry, _) = read::<schedules::Entry>(job, lines, rows).await?;
            schedules::import(job, entries, &registry, rows).await
        }
    }
}

/// What could be read of a table, the enterprises that it names, and its files.
type Sources<E> = (Vec<(usize, E)>, Registry, BTreeMap<PathBuf, Document>);

/// Reads rows, asks for their enterprises, and reads their files.
async fn read<E: Parsed>(
    job: &Job<'_>,
    (lines, columns): (&[Row], &Columns),
    rows: &mut [RowReport],
) -> Result<Sources<E>, CliError> {
    let folder = match &job.arguments.files {
        Some(folder) => folder.as_path(),
        None => job.arguments.file.parent().unwrap_or(Path::new("")),
    };
    let mut entries: Vec<(usize, E)> = Vec::new();
    let (mut files, mut faulty) = (Vec::new(), Vec::new());
    for (at, (row, report)) in lines.iter().zip(rows.iter_mut()).enumerate() {
        let line = Line::new(row, columns);
        report.files_at = line.address(Column::Files);
        match E::read(line, folder) {
            Ok(entry) => {
                files.push((at, entry.files().to_vec()));
                entries.push((at, entry));
            }
            // Whoever mends a row wants to know all that is wrong with it, so what can be read of it is checked, too.
            Err(faults) => {
                report.fail(faults);
                files.push((at, Line::new(row, columns).files(folder)));
                let who = Who::read(&mut Line::new(row, columns)).filter(|_| E::REGISTERED);
                faulty.extend(who.map(|who| (at, who)));
            }
        }
    }
    let documents = documents::read(rows, &files, job.output);
    documents::compare(rows, &files, &documents);
    let named = entries.iter().map(|(_, entry)| entry.uscc()).chain(faulty.iter().map(|(_, who)| who.uscc));
    let registry = Registry::ask(job, named.collect()).await?;
    let unsound = entries.iter().filter_map(|(at, entry)| Some((*at, entry.who()?)));
    for (at, who) in unsound.chain(faulty.iter().map(|(at, who)| (*at, who))) {
        if let Some(row) = rows.get_mut(at).filter(|row| !row.faults.is_empty()) {
            row.fail(registry.agree(who, job.output.language).err().unwrap_or_default());
        }
    }
    for (at, entry) in &entries {
        if let (Some(row), Some(view)) = (rows.get_mut(*at), registry.get(entry.uscc())) {
            row.enterprise = Some(Named { enterprise: view.enterprise, name: view.name.clone() });
        }
    }
    registry::explain(job, rows.iter_mut().flat_map(|row| &mut row.faults)).await?;
    Ok((entries, registry, documents))
}
