//! Tables of disclosures: the first version of each.

use super::{
    pieces::{hand_in, is_known, Piece, Standing, Submitted},
    registry::{Registry, Who, AT_A_TIME},
    report::{Ending, RowReport, Seen},
    Job, Parsed,
};
use crate::{
    args::HeaderArguments,
    cells::Line,
    commands::{draft::Draft, filing::Filed, record::header},
    enterprise_values,
    error::CliError,
    failures::refused_by,
    faults::Fault,
    language::{Language, Texts},
    tables::Column,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    disclosures::{self, disclosure_target, Handover, Stage, SubmissionView},
    handover::HandoverError,
    members,
    submit::{Receipt, SubmitError, Submitter},
};
use jiandu_primitives::{
    change::RecordChange,
    disclosure::{Disclosure, DisclosureAct, DisclosureKind, Occasion, MAX_NUMBER},
    header::{Header, Label, Level},
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
    kind: DisclosureKind,
    number: Label<MAX_NUMBER>,
    occasion: Option<Occasion>,
    backfilled: bool,
    mandate: Option<u64>,
    business_time: Option<u64>,
    files: Vec<PathBuf>,
}

impl Parsed for Entry {
    fn read(mut line: Line<'_>, folder: &Path) -> Result<Self, Vec<Fault>> {
        let who = Who::read(&mut line);
        let kind = line.needed_word(Column::Kind, DisclosureKind::ALL);
        let number = line.needed_code(Column::Number, enterprise_values::disclosure_number);
        let files = line.files(folder);
        let (backfilled, occasion) = (line.answer(Column::Backfilled).unwrap_or_default(), occasion(&mut line));
        if backfilled && occasion.is_some() {
            line.fault(Column::Backfilled, CliError::BackfilledOccasion);
        }
        let mandate = line.code(Column::Mandate, enterprise_values::proposal);
        let business_time = line.day(Column::BusinessDay).map(|day| day.start());
        let read = || {
            let (who, kind, number) = (who?, kind?, number?);
            Some(Self { who, kind, number, occasion, backfilled, mandate, business_time, files })
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
        &self.files
    }
}

/// The occasion whose obligation a row meets.
fn occasion(line: &mut Line<'_>) -> Option<Occasion> {
    let period = line.code(Column::Period, |text| {
        let year = text.trim_end_matches(['年', '度']);
        let bad = || CliError::BadOccasion { value: text.into() };
        year.parse().ok().filter(|_| year.len() == 4).ok_or_else(bad)
    });
    let security = line.code(Column::Security, enterprise_values::security);
    let day = line.day(Column::Day);
    match (period, security, day) {
        (None, None, None) => None,
        (Some(year), None, None) => Some(Occasion::Period(year)),
        (None, None, Some(day)) => Some(Occasion::Event { day, number: 0 }),
        (None, Some(security), Some(day)) => Some(Occasion::Schedule { security, day }),
        _ => {
            line.fault(Column::Period, CliError::MixedOccasion);
            None
        }
    }
}

impl Entry {
    fn disclosure(&self, plain: Vec<Document>) -> Result<(Disclosure, Header), CliError> {
        let arguments = HeaderArguments { level: None, business_time: self.business_time, schema: None };
        let header = header(arguments, Level::L1);
        let change = Filed { header: header.clone(), documents: plain }.snapshot(None)?;
        let disclosure = Disclosure {
            enterprise: self.who.uscc,
            kind: self.kind,
            number: self.number.clone(),
            mandate: self.mandate,
            occasion: self.occasion.clone(),
            backfilled: self.backfilled,
            act: DisclosureAct::Change { change, correction: None },
        };
        Ok((disclosure, header))
    }
}

/// Checks rows against the registry and the chain, and hands in those that are sound.
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
        let Some(row) = rows.get_mut(at).filter(|row| row.faults.is_empty()) else { continue };
        match piece(job, at, entry, registry, documents) {
            Ok(piece) => pieces.extend(seen.admits(piece.target.object(), row).then_some(piece)),
            Err(faults) => row.fail(faults),
        }
    }
    // What was handed in before may be published by now, and would be refused as being there.
    let (known, new): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|piece| is_known(&piece.path));
    let rehearsed = stream::iter(new).map(async |piece| (Disclosure::rehearse(job, &piece).await, piece));
    let mut rehearsed = rehearsed.buffered(AT_A_TIME);
    let mut sound = known;
    while let Some((rehearsal, piece)) = rehearsed.next().await {
        match (rehearsal?, rows.get_mut(piece.at)) {
            (Ok(()), _) => sound.push(piece),
            (Err(error), Some(row)) => row.fail([Fault::of_whole(error.into())]),
            (Err(_), None) => {}
        }
    }
    drop(rehearsed);
    hand_in(job, sound, rows).await
}

fn piece(
    job: &Job<'_>,
    at: usize,
    entry: Entry,
    registry: &Registry,
    documents: &BTreeMap<PathBuf, Document>,
) -> Result<Piece<Disclosure>, Vec<Fault>> {
    let enterprise = registry.agree(&entry.who, job.output.language)?.clone();
    let plain: Vec<Document> = entry.files.iter().filter_map(|file| documents.get(file).cloned()).collect();
    let fault = |problem| vec![Fault::of_whole(problem)];
    let (matter, header) = entry.disclosure(plain.clone()).map_err(fault)?;
    let target = disclosure_target(&matter).ok_or_else(|| fault(refused_by("Disclosures", "InvalidNumber")))?;
    let path = job.handover(entry.who.uscc, &target);
    Ok(Piece { at, enterprise, target, matter, header, files: entry.files, plain, path })
}

impl Submitted for Disclosure {
    fn committed(draft: &Draft<Self>) -> [u8; 32] {
        draft.content().commitment(draft.salt())
    }

    fn load(path: &Path) -> Result<(u64, Draft<Self>), HandoverError> {
        let handover = Handover::load(path)?;
        Ok((handover.submission, Draft::of_handover(handover)))
    }

    fn save(draft: Draft<Self>, number: u64, exchange: Uscc, path: &Path) -> Result<(), HandoverError> {
        draft.handover(number, exchange).save(path)
    }

    fn with_change(&self, change: RecordChange) -> Self {
        Self { act: DisclosureAct::Change { change, correction: None }, ..self.clone() }
    }

    async fn send(
        submitter: &mut Submitter<'_>,
        exchange: Uscc,
        drafts: &[&Draft<Self>],
    ) -> Result<Receipt, SubmitError> {
        let commitments: Vec<_> =
            drafts.iter().map(|draft| (draft.content().kind.class(), Self::committed(draft))).collect();
        disclosures::submit_all(submitter, exchange, &commitments).await
    }

    async fn rehearse(job: &Job<'_>, piece: &Piece<Self>) -> Result<Result<(), SubmitError>, CliError> {
        let (connection, exchange) = (&job.session.connection, piece.enterprise.registrar);
        let rehearsal = disclosures::rehearse_submission(connection, job.key.account(), exchange, &piece.matter);
        job.session.ask(rehearsal).await
    }

    async fn standings(
        job: &Job<'_>,
        _: Uscc,
        drafts: &[(Option<u64>, &Draft<Self>)],
    ) -> Result<Vec<Option<Standing>>, CliError> {
        let connection = &job.session.connection;
        // A key of an enterprise is no member's: it submits for its own enterprise.
        let member = job.session.ask(members::membership(connection, job.key.account())).await?.ok();
        let mut groups: BTreeMap<Uscc, Vec<(usize, [u8; 32])>> = BTreeMap::new();
        let mut standings = vec![None; drafts.len()];
        for (place, (number, draft)) in drafts.iter().enumerate() {
            // Whoever handed it in: a number stands for what it was given for.
            if let Some(number) = number {
                let view = job.session.ask(disclosures::submission(connection, *number)).await?;
                if let (Some(standing), Some(view)) = (standings.get_mut(place), view) {
                    *standing = of_view(&view, Self::committed(draft), job.output.language);
                }
                continue;
            }
            let organisation = member.as_ref().map_or(draft.content().enterprise, |member| member.organisation);
            groups.entry(organisation).or_default().push((place, Self::committed(draft)));
        }
        for (organisation, commitments) in groups {
            let asked: Vec<[u8; 32]> = commitments.iter().map(|(_, commitment)| *commitment).collect();
            let found = job.session.ask(disclosures::submissions_of(connection, organisation, &asked)).await?;
            for ((place, commitment), view) in commitments.into_iter().zip(found) {
                if let (Some(standing), Some(view)) = (standings.get_mut(place), view) {
                    *standing = of_view(&view, commitment, job.output.language);
                }
            }
        }
        Ok(standings)
    }
}

/// Where a submission stands; none where it never was what was committed to.
fn of_view(view: &SubmissionView, commitment: [u8; 32], language: Language) -> Option<Standing> {
    let number = view.submission;
    let why = || view.reason.map_or_else(|| language.text("row-closed"), |reason| language.word(&reason.code));
    let (ending, problem) = match view.stage {
        _ if view.commitment != commitment && view.first_filed == view.filed => return None,
        // It has become something else under the same number.
        _ if view.commitment != commitment => (Ending::Closed, Some(refused_by("Disclosures", "SubmissionChanged"))),
        Stage::Submitted | Stage::Accepted => (Ending::Before, None),
        Stage::Published => (Ending::InForce, None),
        Stage::Returned => {
            let problem = CliError::RowReturned { number: number.into(), reason: why().into() };
            (Ending::Returned, Some(problem))
        }
        Stage::Rejected | Stage::Retracted => {
            (Ending::Closed, Some(CliError::RowClosed { number: number.into(), reason: why().into() }))
        }
    };
    Some(Standing { number, ending, at: Some(view.ended.unwrap_or(view.filed)), problem })
}
