//! Tables of sections of archives.

use super::{
    pieces::{hand_in, Piece, Standing, Submitted},
    registry::{Registry, Who},
    report::{Ending, RowReport, Seen},
    Job, Parsed,
};
use crate::{
    args::HeaderArguments,
    cells::Line,
    commands::{
        archive::{goes_on, not_personal, place, source_of},
        archive_text::section_name,
        draft::Draft,
        filing::Filed,
        record::header,
    },
    enterprise_values::{part, section_id, usual_source},
    error::CliError,
    external_id::holds_personal_number,
    failures::refused_by,
    faults::Fault,
    tables::Column,
};
use jiandu_client::{
    enterprises::{self, section_target, ProposalView, Rehearsal, Submission},
    handover::HandoverError,
    records::same_documents,
    submit::{Receipt, SubmitError, Submitter},
};
use jiandu_primitives::{
    change::RecordChange,
    enterprise::{EnterpriseStatus, Section, SectionContent, SourceDomain, MAX_PART},
    header::{Label, Level},
    record::Document,
    uscc::Uscc,
};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// What a row says.
pub struct Entry {
    who: Who,
    section: Section,
    part: Option<Label<MAX_PART>>,
    source: Option<SourceDomain>,
    level: Option<Level>,
    business_time: Option<u64>,
    files: Vec<PathBuf>,
}

impl Parsed for Entry {
    fn read(mut line: Line<'_>, folder: &Path) -> Result<Self, Vec<Fault>> {
        let who = Who::read(&mut line);
        let section = line.needed_word(Column::Section, Section::ALL);
        let part = line.code(Column::Part, part);
        let source = line.word(Column::Source, SourceDomain::ALL);
        let level = line.word(Column::Level, Level::ALL);
        let business_time = line.day(Column::BusinessDay).map(|day| day.start());
        let files = line.files(folder);
        if let Some(section) = section {
            if let Err(problem) = not_personal(section, source.unwrap_or(usual_source(section))) {
                line.fault(Column::Section, problem);
            }
            match section_id(section, part.as_ref()) {
                Ok(id) if holds_personal_number(&id) => {
                    line.fault(Column::Part, CliError::PersonalId { id: id.into() })
                }
                Ok(_) => {}
                Err(problem) => line.fault(Column::Part, problem),
            }
        }
        let read = || Some(Self { who: who?, section: section?, part, source, level, business_time, files });
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
        &self.files
    }
}

/// Checks rows against the registry and the archives, and hands in those that are sound.
pub async fn import(
    job: &Job<'_>,
    entries: Vec<(usize, Entry)>,
    registry: &Registry,
    documents: &BTreeMap<PathBuf, Document>,
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    let mut seen = Seen::default();
    let mut pieces = Vec::new();
    for (at, entry) in entries {
        // What is wrong with its files was said.
        if rows.get(at).is_none_or(|row| !row.faults.is_empty()) {
            continue;
        }
        let made = piece(job, at, entry, registry, documents).await?;
        let Some(row) = rows.get_mut(at) else { continue };
        match made {
            Ok(piece) => pieces.extend(seen.admits(piece.target.object(), row).then_some(piece)),
            // The archive has it.
            Err(faults) if faults.iter().all(|fault| fault.problem.code() == "section-unchanged") => {
                row.ending = Ending::InForce;
            }
            Err(faults) => row.fail(faults),
        }
    }
    hand_in(job, pieces, rows).await
}

/// What a row commits to, or what is wrong with it. An error is one of asking.
async fn piece(
    job: &Job<'_>,
    at: usize,
    entry: Entry,
    registry: &Registry,
    documents: &BTreeMap<PathBuf, Document>,
) -> Result<Result<Piece<SectionContent>, Vec<Fault>>, CliError> {
    let enterprise = match registry.agree(&entry.who, job.output.language) {
        Ok(enterprise) => enterprise.clone(),
        Err(faults) => return Ok(Err(faults)),
    };
    if enterprise.status != EnterpriseStatus::Active {
        return Ok(Err(vec![Fault::of_whole(refused_by("Archives", "NotActive"))]));
    }
    let Entry { section, part, .. } = &entry;
    let records = enterprises::section_records(&job.session.connection, enterprise.enterprise, *section, part.as_ref());
    let newest = job.session.ask(records).await?.pop();
    let plain: Vec<Document> = entry.files.iter().filter_map(|file| documents.get(file).cloned()).collect();
    let level = entry.level.or(newest.as_ref().map(|newest| newest.record.header.level)).unwrap_or(Level::L1);
    let header = header(HeaderArguments { level: None, business_time: entry.business_time, schema: None }, level);
    let made = || {
        let source = newest.as_ref().filter(|newest| goes_on(&newest.record)).and_then(|newest| newest.source);
        let source = source_of(*section, entry.source, source)?;
        let content = |series, base| {
            let change = Filed { header: header.clone(), documents: plain.clone() }.snapshot(base)?;
            Ok::<_, CliError>(SectionContent { section: *section, part: part.clone(), series, source, change })
        };
        let path = |content: &SectionContent| {
            let target = section_target(enterprise.enterprise, content);
            let target = target.ok_or_else(|| refused_by("Archives", "InvalidPart"))?;
            let path = job.handover(enterprise.enterprise, &target);
            Ok::<_, CliError>((target, path))
        };
        // What was handed in follows what there was then.
        let series = newest.as_ref().map_or(0, |newest| newest.series);
        let (target, file) = path(&content(series, None)?)?;
        if let Ok(before) = Submission::load(&file) {
            let matter = content(before.content.series, before.content.change.base())?;
            return Ok((target, file, matter));
        }
        let same = newest.as_ref().is_some_and(|newest| same_documents(&newest.record.documents, &plain));
        let name = || section_name(*section, part.as_ref(), job.output.language);
        let (series, base) = place(newest.as_ref(), &header, same, name)?;
        let matter = content(series, base)?;
        let (target, file) = path(&matter)?;
        Ok::<_, CliError>((target, file, matter))
    };
    Ok(match made() {
        Ok((target, path, matter)) => {
            Ok(Piece { at, enterprise, target, matter, header, files: entry.files, plain, path })
        }
        Err(problem) => Err(vec![Fault::of_whole(problem)]),
    })
}

impl Submitted for SectionContent {
    fn committed(draft: &Draft<Self>) -> [u8; 32] {
        draft.content().commitment(&draft.enterprise(), draft.salt())
    }

    fn load(path: &Path) -> Result<(u64, Draft<Self>), HandoverError> {
        let submission = Submission::load(path)?;
        Ok((submission.proposal, Draft::of_submission(submission)))
    }

    fn save(draft: Draft<Self>, number: u64, _: Uscc, path: &Path) -> Result<(), HandoverError> {
        draft.submission(number).save(path)
    }

    fn with_change(&self, change: RecordChange) -> Self {
        Self { change, ..self.clone() }
    }

    async fn send(submitter: &mut Submitter<'_>, _: Uscc, drafts: &[&Draft<Self>]) -> Result<Receipt, SubmitError> {
        let sections: Vec<_> = drafts.iter().map(|draft| (draft.enterprise(), Self::committed(draft))).collect();
        enterprises::submit_sections(submitter, &sections).await
    }

    /// The chain rehearses a proposal when it gets it.
    async fn rehearse(_: &Job<'_>, _: &Piece<Self>) -> Result<Result<(), SubmitError>, CliError> {
        Ok(Ok(()))
    }

    async fn standings(
        job: &Job<'_>,
        _: Uscc,
        drafts: &[(Option<u64>, &Draft<Self>)],
    ) -> Result<Vec<Option<Standing>>, CliError> {
        let connection = &job.session.connection;
        let open = job.session.ask(enterprises::proposals(connection)).await?;
        let mut standings = Vec::with_capacity(drafts.len());
        for (number, draft) in drafts {
            let act =
                enterprises::Act::PublishSection { enterprise: draft.enterprise(), commitment: Self::committed(draft) };
            let waits = open.iter().find(|proposal| proposal.act == act);
            let standing = match (waits, number) {
                (Some(ProposalView { proposal, at, .. }), _) => {
                    let (number, at) = (*proposal, Some(*at));
                    Some(Standing { number, ending: Ending::Before, at, problem: None })
                }
                (None, None) => None,
                (None, Some(number)) => {
                    let submission = (*draft).clone().submission(*number);
                    let rehearsal = enterprises::rehearse_publication(connection, job.key.account(), &submission);
                    let (ending, problem) = match job.session.ask(rehearsal).await? {
                        Rehearsal::Published(..) => (Ending::InForce, None),
                        Rehearsal::Declined(reason, _) => {
                            let reason = job.output.language.word(&reason).into();
                            (Ending::Closed, Some(CliError::RowClosed { number: number.into(), reason }))
                        }
                        Rehearsal::Altered => (Ending::Closed, Some(refused_by("Archives", "OtherContent"))),
                        Rehearsal::Possible | Rehearsal::Underway(_) | Rehearsal::Refused(_) => (Ending::Before, None),
                    };
                    Some(Standing { number: *number, ending, at: None, problem })
                }
            };
            standings.push(standing);
        }
        Ok(standings)
    }
}
