//! Tables of schedules: the days on which securities pay, are converted or redeemed.

use super::{
    registry::{Registry, Who},
    report::{Ending, RowReport, Seen},
    Job, Parsed,
};
use crate::{
    cells::Line,
    enterprise_values::{self, now},
    error::CliError,
    exit::Exit,
    failures::refused_by,
    faults::Fault,
    tables::Column,
};
use jiandu_client::{
    obligations::{self, OccasionView},
    submit::Wait,
};
use jiandu_primitives::{
    calendar::Day,
    disclosure::{DisclosureKind, Occasion},
    uscc::Uscc,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The years in which the chain takes an occasion: from this one on, and so many ahead.
const FIRST: u16 = 2_000;
const AHEAD: u16 = 30;

/// What a row says.
pub struct Entry {
    who: Who,
    kind: DisclosureKind,
    occasion: Occasion,
}

impl Parsed for Entry {
    fn read(mut line: Line<'_>, _: &Path) -> Result<Self, Vec<Fault>> {
        let who = Who::read(&mut line);
        let kind = line.needed_word(Column::Kind, DisclosureKind::ALL);
        let security = line.needed_code(Column::Security, enterprise_values::security);
        let day = line.needed_day(Column::Day);
        if day.is_some_and(|day| !(FIRST..=Day::of(now()).year().saturating_add(AHEAD)).contains(&day.year())) {
            line.fault(Column::Day, refused_by("Obligations", "DayTooFar"));
        }
        let read = || {
            let (who, kind, security, day) = (who?, kind?, security?, day?);
            Some(Self { who, kind, occasion: Occasion::Schedule { security, day } })
        };
        let read = read();
        line.end(read)
    }

    fn uscc(&self) -> Uscc {
        self.who.uscc
    }

    fn who(&self) -> Option<&Who> {
        Some(&self.who)
    }

    fn files(&self) -> &[PathBuf] {
        &[]
    }
}

/// Entries of one enterprise by the places of their rows.
type Entries = Vec<(usize, (DisclosureKind, Occasion))>;

/// Checks rows against the registry and the chain, and declares what was not declared before.
pub async fn import(
    job: &Job<'_>,
    entries: Vec<(usize, Entry)>,
    registry: &Registry,
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    let mut groups: BTreeMap<Uscc, Entries> = BTreeMap::new();
    let mut seen = Seen::default();
    for (at, Entry { who, kind, occasion }) in entries {
        let Some(row) = rows.get_mut(at) else { continue };
        if let Err(faults) = registry.agree(&who, job.output.language) {
            row.fail(faults);
            continue;
        }
        if seen.admits((who.uscc, kind, occasion.clone()), row) {
            groups.entry(who.uscc).or_default().push((at, (kind, occasion)));
        }
    }
    let mut new = Vec::new();
    for (enterprise, entries) in groups {
        let left = recognise(job, enterprise, entries, Ending::InForce, rows).await?;
        if !left.is_empty() {
            new.push((enterprise, left));
        }
    }
    if job.arguments.dry_run || new.is_empty() {
        return Ok(());
    }
    let calls: Vec<(Uscc, Vec<_>)> = new
        .iter()
        .flat_map(|(enterprise, entries)| {
            let chunks = entries.chunks(obligations::MAX_DECLARED);
            chunks.map(|chunk| (*enterprise, chunk.iter().map(|(_, entry)| entry.clone()).collect()))
        })
        .collect();
    let declared =
        job.session.submit(job.key, Wait::Final, async |submitter| obligations::declare_all(submitter, &calls).await);
    // An enterprise whose entries are refused keeps no other from its turn.
    if let Err(error) = declared.await {
        if error.exit() != Exit::Failure {
            return Err(error);
        }
    }
    for (enterprise, entries) in new {
        // All of one call or none: what is left is declared one by one, and says why it can't be.
        for (at, entry) in recognise(job, enterprise, entries, Ending::Done, rows).await? {
            let which = [entry.clone()];
            let alone = job.session.submit(job.key, Wait::Final, async |submitter| {
                obligations::declare_many(submitter, enterprise, &which).await
            });
            match (alone.await, rows.get_mut(at)) {
                (Err(problem), Some(row)) => row.fail([Fault::of_whole(problem)]),
                (Err(_), None) => {}
                (Ok(_), _) => {
                    recognise(job, enterprise, vec![(at, entry)], Ending::Done, rows).await?;
                }
            }
        }
    }
    Ok(())
}

/// Says of what the chain has that it does, and gives the others back.
async fn recognise(
    job: &Job<'_>,
    enterprise: Uscc,
    entries: Entries,
    ending: Ending,
    rows: &mut [RowReport],
) -> Result<Entries, CliError> {
    let occasions = job.session.ask(obligations::occasions(&job.session.connection, enterprise)).await?;
    let known: BTreeMap<(DisclosureKind, Occasion), OccasionView> =
        occasions.into_iter().map(|view| ((view.kind, view.occasion.clone()), view)).collect();
    let mut left = Vec::new();
    for (at, entry) in entries {
        let Some(row) = rows.get_mut(at) else { continue };
        match known.get(&entry) {
            None => left.push((at, entry)),
            Some(OccasionView { cancelled: Some(_), .. }) => row.fail([Fault::of_whole(CliError::OccasionCancelled)]),
            Some(view) => {
                row.ending = ending;
                row.at = view.declared.map(|declared| declared.at);
            }
        }
    }
    Ok(left)
}
