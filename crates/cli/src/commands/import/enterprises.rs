//! Tables of enterprises to be registered, cut into proposals.

use super::{
    registry::{Registry, Who, AT_A_TIME},
    report::{Ending, RowReport},
    Job, Parsed,
};
use crate::{
    cells::Line, commands::enterprise_text::Named, enterprise_values, error::CliError, faults::Fault, tables::Column,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    enterprises::{self, Act, ProposalView, Proposed, Query, Registration, MAX_REGISTRATIONS},
    members,
    submit::Wait,
};
use jiandu_primitives::{
    code::{CodeBase, EnterpriseCode},
    region::Region,
    uscc::Uscc,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// How the codes of individual businesses (个体工商户) begin: their names are persons', and the chain refuses them.
const INDIVIDUAL_BUSINESS: &[u8] = b"92";

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    registration: Registration,
    /// Whether the row says since when it holds; else it is since today, and since another day tomorrow.
    dated: bool,
    /// Where its code stands.
    code_at: Option<String>,
    /// Where its code for life stands.
    uscc_at: Option<String>,
}

impl Parsed for Entry {
    const REGISTERED: bool = false;

    fn read(mut line: Line<'_>, _: &Path) -> Result<Self, Vec<Fault>> {
        let (uscc, name) = (line.uscc(), line.name());
        let code = line.needed_code(Column::Code, |text| enterprise_values::code(&text.to_ascii_uppercase()));
        let day = line.day(Column::Since).map(|day| day.start());
        if let Some(uscc) = uscc.filter(|uscc| uscc.as_bytes().starts_with(INDIVIDUAL_BUSINESS)) {
            line.fault(Column::Uscc, CliError::IndividualBusiness { uscc: uscc.into() });
        }
        if let Some(day) = day.filter(|day| enterprise_values::lies_ahead(*day)) {
            line.fault(Column::Since, CliError::DatedAhead { value: crate::moment::beijing(day).into() });
        }
        let [code_at, uscc_at] = [Column::Code, Column::Uscc].map(|column| line.address(column));
        let since = day.unwrap_or_else(enterprise_values::today);
        let read = || {
            let registration = Registration { enterprise: uscc?, name: name?, code: code?, since };
            Some(Self { registration, dated: day.is_some(), code_at, uscc_at })
        };
        let read = read();
        line.end(read)
    }

    fn who(&self) -> Option<&Who> {
        None
    }

    fn uscc(&self) -> Uscc {
        self.registration.enterprise
    }

    fn files(&self) -> &[PathBuf] {
        &[]
    }
}

impl Entry {
    fn code(&self) -> EnterpriseCode {
        self.registration.code
    }

    /// Whether a proposal would register just this.
    fn is(&self, made: &Registration) -> bool {
        let wanted = &self.registration;
        (wanted.enterprise, &wanted.name, wanted.code) == (made.enterprise, &made.name, made.code)
            && (!self.dated || wanted.since == made.since)
    }
}

/// The rows that are left, by their places.
type Entries = Vec<(usize, Entry)>;

/// Checks rows against one another and the registry, and proposes those that are new.
pub async fn import(
    job: &Job<'_>,
    entries: Entries,
    registry: &Registry,
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    for (at, entry) in &entries {
        if let Some(row) = rows.get_mut(*at) {
            let Registration { enterprise, name, .. } = &entry.registration;
            row.enterprise.get_or_insert_with(|| Named { enterprise: *enterprise, name: name.clone() });
        }
    }
    let faults = [repeated(&entries, rows), of_other_markets(&entries)].concat();
    let entries = without(entries, faults, rows);
    let entries = registered(entries, registry, job, rows);
    let faults = taken(job, &entries).await?;
    let entries = without(entries, faults, rows);
    let entries = waiting(job, entries, rows).await?;
    if job.arguments.dry_run {
        return Ok(());
    }
    let most = usize::try_from(MAX_REGISTRATIONS).unwrap_or(usize::MAX);
    let bar = job.output.bar(u64::try_from(entries.len()).unwrap_or(u64::MAX), "progress-proposing");
    let mut ended = Ok(());
    for chunk in entries.chunks(most) {
        let registrations = chunk.iter().map(|(_, entry)| entry.registration.clone()).collect();
        let act = Act::Register { registrations };
        let proposed =
            job.session.submit(job.key, Wait::Final, async |submitter| enterprises::propose(submitter, &act).await);
        match proposed.await {
            Ok(Proposed { proposal, .. }) => note(rows, chunk, Ending::Done, proposal),
            Err(error) => {
                ended = Err(error);
                break;
            }
        }
        bar.inc(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
    }
    bar.finish_and_clear();
    ended?;
    // The moment of a proposal is in the state only.
    let open = job.session.ask(enterprises::proposals(&job.session.connection)).await?;
    for row in rows.iter_mut().filter(|row| row.ending == Ending::Done) {
        row.at = open.iter().find(|proposal| Some(proposal.proposal) == row.number).map(|proposal| proposal.at);
    }
    Ok(())
}

fn note(rows: &mut [RowReport], entries: &[(usize, Entry)], ending: Ending, proposal: u64) {
    for (at, _) in entries {
        if let Some(row) = rows.get_mut(*at) {
            (row.ending, row.number) = (ending, Some(proposal));
        }
    }
}

/// Notes faults, and leaves their rows out.
fn without(entries: Entries, faults: Vec<(usize, Fault)>, rows: &mut [RowReport]) -> Entries {
    let wrong: BTreeSet<usize> = faults.iter().map(|(at, _)| *at).collect();
    for (at, fault) in faults {
        if let Some(row) = rows.get_mut(at) {
            row.fail([fault]);
        }
    }
    entries.into_iter().filter(|(at, _)| !wrong.contains(at)).collect()
}

/// Rows with the code for life or the number of an earlier row.
fn repeated(entries: &Entries, rows: &[RowReport]) -> Vec<(usize, Fault)> {
    let mut enterprises: BTreeMap<Uscc, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<CodeBase, usize> = BTreeMap::new();
    let row = |at: usize| rows.get(at).map_or(0, |row| row.row);
    let mut faults = Vec::new();
    for (at, entry) in entries {
        let Registration { enterprise: uscc, name, code, .. } = &entry.registration;
        let first = *enterprises.entry(*uscc).or_insert(*at);
        if first != *at {
            let problem = CliError::RepeatedUscc { uscc: uscc.into(), row: row(first).into() };
            faults.push((*at, Fault { at: entry.uscc_at.clone(), problem }));
        }
        let first = *numbers.entry(code.base()).or_insert(*at);
        if first != *at {
            let problem = CliError::RepeatedCode { code: code.into(), name: name.into(), row: row(first).into() };
            faults.push((*at, Fault { at: entry.code_at.clone(), problem }));
        }
    }
    faults
}

/// Rows with a code of another market than most have: one chain allots the codes of one market.
fn of_other_markets(entries: &Entries) -> Vec<(usize, Fault)> {
    let mut counts: BTreeMap<Region, usize> = BTreeMap::new();
    for (_, entry) in entries {
        let count = counts.entry(entry.code().region()).or_default();
        *count = count.saturating_add(1);
    }
    let Some((usual, _)) = counts.into_iter().max_by_key(|(_, count)| *count) else { return Vec::new() };
    let others = entries.iter().filter(|(_, entry)| entry.code().region() != usual);
    let fault = |(at, entry): &(usize, Entry)| {
        let (code, name) = (entry.code().into(), entry.registration.name.as_str().into());
        let problem = CliError::OtherMarket { code, name, usual: usual.letters().into() };
        (*at, Fault { at: entry.code_at.clone(), problem })
    };
    others.map(fault).collect()
}

/// Says of rows whose enterprises are registered that they are; one that is registered otherwise is a fault.
fn registered(entries: Entries, registry: &Registry, job: &Job<'_>, rows: &mut [RowReport]) -> Entries {
    let mut left = Vec::new();
    for (at, entry) in entries {
        let (Some(view), Some(row)) = (registry.get(entry.registration.enterprise), rows.get_mut(at)) else {
            left.push((at, entry));
            continue;
        };
        let Registration { enterprise, name, code, .. } = &entry.registration;
        match (name, code) == (&view.name, &view.code) {
            true => row.ending = Ending::InForce,
            false => {
                let value = format!("{name} ({code})");
                row.fail([Fault::of_whole(super::registry::differs(view, value, job.output.language))]);
            }
        }
        row.enterprise = Some(Named { enterprise: *enterprise, name: view.name.clone() });
    }
    left
}

/// Rows with the number of an enterprise that is another.
async fn taken(job: &Job<'_>, entries: &Entries) -> Result<Vec<(usize, Fault)>, CliError> {
    let asked = entries.iter().map(async |(at, entry)| {
        // The number without the letter: it is taken in all tiers.
        let number = Query::Code(entry.code().with_tier(None));
        let holders = job.session.ask(enterprises::resolve(&job.session.connection, &number)).await?.enterprises;
        let fault = holders.first().map(|holder| {
            let (name, uscc) = (holder.name.as_str().into(), holder.enterprise.into());
            let problem = CliError::CodeTaken { code: entry.code().into(), name, uscc };
            (*at, Fault { at: entry.code_at.clone(), problem })
        });
        Ok::<_, CliError>(fault)
    });
    let answers: Vec<Result<_, CliError>> = stream::iter(asked).buffered(AT_A_TIME).collect().await;
    let answers = answers.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(answers.into_iter().flatten().collect())
}

/// Says of rows that wait in a proposal of the own organisation that they do. One that waits with something else is a fault: whoever
/// confirmed that proposal would register what the table no longer says.
async fn waiting(job: &Job<'_>, entries: Entries, rows: &mut [RowReport]) -> Result<Entries, CliError> {
    let connection = &job.session.connection;
    // What an interrupted command sent may be in no final block yet.
    job.session.in_blocks(job.key).await?;
    let open = job.session.ask(enterprises::proposals_newest(connection)).await?;
    let membership = job.session.ask(members::membership(connection, job.key.account())).await?;
    // Of another organisation's proposals nothing can be confirmed here; a key without one is refused when it sends.
    let own = |proposal: &ProposalView| {
        membership.as_ref().is_ok_and(|membership| membership.organisation == proposal.maker.organisation)
    };
    let mut made: BTreeMap<Uscc, (&ProposalView, &Registration)> = BTreeMap::new();
    for proposal in open.iter().filter(|proposal| own(proposal)) {
        if let Act::Register { registrations } = &proposal.act {
            made.extend(registrations.iter().map(|registration| (registration.enterprise, (proposal, registration))));
        }
    }
    let mut left = Vec::new();
    for (at, entry) in entries {
        match (made.get(&entry.registration.enterprise), rows.get_mut(at)) {
            (Some((proposal, registration)), Some(row)) => {
                row.number = Some(proposal.proposal);
                match entry.is(registration) {
                    true => (row.ending, row.at) = (Ending::Before, Some(proposal.at)),
                    false => {
                        let number = proposal.proposal;
                        let problem = CliError::RegistrationWaits { proposals: number.into(), first: number.into() };
                        row.fail([Fault::of_whole(problem)]);
                    }
                }
            }
            _ => left.push((at, entry)),
        }
    }
    Ok(left)
}
