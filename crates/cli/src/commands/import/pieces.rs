//! Rows that file documents: committed to by one person, published by another.
//!
//! Each row has a draft on the disk before anything of it is sent, and a file for the second person once the chain has it. So the
//! same table given again goes on where it was cut short: what was handed in is recognised, what was stored is not stored again,
//! and what was sent is not sent twice.

use super::{
    report::{Ending, RowReport},
    Job,
};
use crate::{
    args::{FilingArguments, ImportArguments},
    commands::{
        draft::{self, Content, Draft, Origin},
        filing::{Filed, Filing, OfRecord, Wanted},
    },
    enterprise_failures::of_submission,
    error::{shown, CliError},
    exit::Exit,
    faults::Fault,
    output::Output,
};
use futures::{stream, StreamExt};
use jiandu_client::{
    enterprises::EnterpriseView,
    handover::{HandoverError, Target},
    submit::{Receipt, SubmitError, Submitter, Wait},
};
use jiandu_primitives::{
    chain::Moment,
    change::RecordChange,
    header::Header,
    record::{Document, ObjectId, Operation, VersionRef},
    uscc::Uscc,
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Rows whose files are stored at a time.
const STORED_AT_A_TIME: usize = 16;
/// Transactions that are sent one behind the other before the next ones: some blocks full.
const SENT_AT_A_TIME: usize = 256;

/// What becomes of rows in a workflow of two persons.
pub trait Submitted: Content {
    /// What is on the chain of it until it is published.
    fn committed(draft: &Draft<Self>) -> [u8; 32];

    /// The file for the second person: its number and what was committed to.
    fn load(path: &Path) -> Result<(u64, Draft<Self>), HandoverError>;

    /// Writes it.
    fn save(draft: Draft<Self>, number: u64, exchange: Uscc, path: &Path) -> Result<(), HandoverError>;

    /// The same with another change of its record.
    fn with_change(&self, change: RecordChange) -> Self;

    /// Sends commitments, one behind the other.
    async fn send(
        submitter: &mut Submitter<'_>,
        exchange: Uscc,
        drafts: &[&Draft<Self>],
    ) -> Result<Receipt, SubmitError>;

    /// What submitting it would come to; an error is one of asking.
    async fn rehearse(job: &Job<'_>, piece: &Piece<Self>) -> Result<Result<(), SubmitError>, CliError>;

    /// Where what was committed to stands in the newest final block; none where the chain does not have it. A number is given where
    /// it is known.
    async fn standings(
        job: &Job<'_>,
        exchange: Uscc,
        drafts: &[(Option<u64>, &Draft<Self>)],
    ) -> Result<Vec<Option<Standing>>, CliError>;
}

/// Where something that was handed in stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its number.
    pub number: u64,
    /// What became of it.
    pub ending: Ending,
    /// When the chain learnt of it.
    pub at: Option<Moment>,
    /// Why the second person did not take it.
    pub problem: Option<CliError>,
}

/// A row that files documents.
pub struct Piece<C> {
    /// Its place among the rows.
    pub at: usize,
    /// Whom it is about.
    pub enterprise: EnterpriseView,
    /// The record that it writes.
    pub target: Target,
    /// What it says, with its files as they lie there.
    pub matter: C,
    /// What its snapshot says of itself.
    pub header: Header,
    /// Its files.
    pub files: Vec<PathBuf>,
    /// The same, read.
    pub plain: Vec<Document>,
    /// The file for the second person.
    pub path: PathBuf,
}

impl<C: Submitted> Piece<C> {
    fn base(&self) -> Option<VersionRef> {
        self.matter.change().and_then(RecordChange::base)
    }

    /// Stores its files, or takes up the draft that is there.
    async fn draft(&self, job: &Job<'_>, filing: &Filing<'_>) -> Result<(Draft<C>, Origin), CliError> {
        let record = OfRecord {
            object: self.target.object(),
            external_id: &self.target.external_id,
            subject: self.target.subject,
            kind: self.target.kind,
        };
        let base = self.base();
        let at = self.matter.change().map_or(VersionRef::default(), RecordChange::head);
        let operation = if base.is_some() { Operation::Update } else { Operation::Create };
        let wanted =
            Wanted { at, operation, reason: None, header: &self.header, files: &self.files, plain: &self.plain };
        let file = async || {
            let filed: Filed = filing.file(record, wanted).await?;
            Ok(self.matter.with_change(filed.snapshot(base)?))
        };
        let (enterprise, path) = (self.enterprise.enterprise, draft::beside(&self.path));
        draft::drafted(job.session, filing, (enterprise, &self.target, &[]), (&self.matter, file), &path).await
    }
}

/// A row with what it commits to.
struct Drafted<'a, C> {
    piece: &'a Piece<C>,
    draft: Draft<C>,
    /// Its number, where the file for the second person is there.
    number: Option<u64>,
    /// Whether an earlier command wrote it, and may have sent it.
    origin: Origin,
}

/// Whether something of a row was handed in or drafted before: the chain may have it, and would refuse it a second time.
pub fn is_known(path: &Path) -> bool {
    path.exists() || draft::beside(path).exists()
}

/// Hands in rows, and says of each what became of it. An error is one that all other rows would meet, too: then those keep what is
/// known of them. A check only says what became of those that were handed in.
pub async fn hand_in<C: Submitted>(
    job: &Job<'_>,
    pieces: Vec<Piece<C>>,
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    let mut exchanges: BTreeMap<Uscc, Vec<Drafted<'_, C>>> = BTreeMap::new();
    let mut new = Vec::new();
    for piece in &pieces {
        match earlier(job, piece) {
            Ok(None) => new.push(piece),
            Ok(Some(drafted)) => exchanges.entry(piece.enterprise.registrar).or_default().push(drafted),
            Err(problem) => fail(rows, piece.at, problem),
        }
    }
    let stored = match job.arguments.dry_run {
        true => Ok(()),
        false => store(job, new, rows, &mut exchanges).await,
    };
    // What could be stored is handed in, whatever kept the others from it.
    for (exchange, drafted) in exchanges {
        send(job, exchange, drafted, rows).await?;
    }
    stored
}

fn fail(rows: &mut [RowReport], at: usize, problem: CliError) {
    if let Some(row) = rows.get_mut(at) {
        row.fail([Fault::of_whole(problem)]);
    }
}

/// What was handed in before for a row; none where nothing was. Refuses something else than the row says now.
fn earlier<'a, C: Submitted>(job: &Job<'_>, piece: &'a Piece<C>) -> Result<Option<Drafted<'a, C>>, CliError> {
    let (number, draft) = match C::load(&piece.path) {
        Err(HandoverError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => return Ok(None),
        loaded => loaded.map_err(|error| of_submission(error, &[]))?,
    };
    let genesis = job.session.connection.genesis();
    match draft.fits(genesis, piece.enterprise.enterprise, &piece.matter) {
        true => {
            if !job.arguments.dry_run {
                // A command that was cut short just then leaves the draft, which holds nothing more.
                match fs::remove_file(draft::beside(&piece.path)) {
                    Ok(()) | Err(_) => {}
                }
            }
            Ok(Some(Drafted { piece, draft, number: Some(number), origin: Origin::Earlier }))
        }
        false => Err(CliError::RowHandedIn { file: shown(&piece.path).into(), number: number.into() }),
    }
}

/// Stores the files of rows, several rows at a time, and writes their drafts.
async fn store<'a, C: Submitted>(
    job: &Job<'_>,
    pieces: Vec<&'a Piece<C>>,
    rows: &mut [RowReport],
    exchanges: &mut BTreeMap<Uscc, Vec<Drafted<'a, C>>>,
) -> Result<(), CliError> {
    let open = async |public: bool| {
        let ImportArguments { store, recipients, .. } = job.arguments;
        let arguments = FilingArguments { store: store.clone(), recipients: recipients.clone(), body: None };
        Filing::open(job.session, job.key, &arguments, public).await
    };
    let is_public = |piece: &&Piece<C>| piece.header.level.is_public();
    let (public, sealed): (Vec<_>, Vec<_>) = pieces.into_iter().partition(is_public);
    let bar = job
        .output
        .bar(u64::try_from(public.len().saturating_add(sealed.len())).unwrap_or(u64::MAX), "progress-storing-rows");
    let mut ended = Ok(());
    for (pieces, public) in [(public, true), (sealed, false)] {
        if pieces.is_empty() || ended.is_err() {
            continue;
        }
        let filing = open(public).await?;
        let filing = &filing;
        let drafting = pieces.into_iter().map(async |piece| (piece, piece.draft(job, filing).await));
        let mut drafting = stream::iter(drafting).buffered(STORED_AT_A_TIME);
        while let Some((piece, drafted)) = drafting.next().await {
            bar.inc(1);
            match drafted {
                Ok((draft, origin)) => {
                    let drafted = Drafted { piece, draft, number: None, origin };
                    exchanges.entry(piece.enterprise.registrar).or_default().push(drafted);
                }
                Err(error) if is_of_all(&error) => {
                    ended = Err(error);
                    break;
                }
                Err(error) => fail(rows, piece.at, error),
            }
        }
    }
    bar.finish_and_clear();
    ended
}

/// Whether the same would happen to every other row.
fn is_of_all(error: &CliError) -> bool {
    const OF_THE_STORE: [&str; 6] =
        ["vault-full", "vault-denied", "vault-store", "temporary-files", "no-vault", "disk-full"];
    OF_THE_STORE.contains(&error.code())
}

/// How many rows that the chain did not take are sent once more, each by itself, so that it says why.
const ALONE: usize = 16;

/// Sends what the chain does not have yet, and writes the files for the second person.
async fn send<C: Submitted>(
    job: &Job<'_>,
    exchange: Uscc,
    drafted: Vec<Drafted<'_, C>>,
    rows: &mut [RowReport],
) -> Result<(), CliError> {
    let mut left = Vec::new();
    for (one, standing) in stand(job, exchange, drafted).await? {
        match standing {
            Some(standing) => note(job, exchange, one, standing, Ending::Before, rows),
            // Its number is of another chain's past, or of somebody else's commitment.
            None if one.number.is_some() => {
                fail(rows, one.piece.at, CliError::RowNotThere { file: shown(&one.piece.path).into() });
            }
            None => match refused(job, &one).await? {
                Some(problem) => fail(rows, one.piece.at, problem),
                None => left.push(one),
            },
        }
    }
    if left.is_empty() {
        return Ok(());
    }
    let sent = send_all(job, exchange, &left.iter().map(|one| &one.draft).collect::<Vec<_>>()).await;
    job.session.settle(job.key).await?;
    let mut lost = Vec::new();
    for (one, standing) in stand(job, exchange, left).await? {
        match standing {
            Some(standing) => note(job, exchange, one, standing, Ending::Done, rows),
            None => lost.push(one),
        }
    }
    // A row that is refused in a block keeps no other from its turn.
    if let Err(error) = sent {
        if error.exit() != Exit::Failure {
            return Err(error);
        }
    }
    for one in lost.into_iter().take(ALONE) {
        let draft = &one.draft;
        let alone = async |submitter: &mut Submitter<'_>| C::send(submitter, exchange, &[draft]).await;
        match job.session.submit(job.key, Wait::Final, alone).await {
            Err(problem) => fail(rows, one.piece.at, problem),
            Ok(_) => {
                for (one, standing) in stand(job, exchange, vec![one]).await? {
                    if let Some(standing) = standing {
                        note(job, exchange, one, standing, Ending::Done, rows);
                    }
                }
            }
        }
    }
    Ok(())
}

/// Rows with what the chain has of them.
async fn stand<'a, C: Submitted>(
    job: &Job<'_>,
    exchange: Uscc,
    drafted: Vec<Drafted<'a, C>>,
) -> Result<Vec<(Drafted<'a, C>, Option<Standing>)>, CliError> {
    let asked: Vec<_> = drafted.iter().map(|one| (one.number, &one.draft)).collect();
    let standings = C::standings(job, exchange, &asked).await?;
    Ok(drafted.into_iter().zip(standings).collect())
}

/// Why a row that an earlier command drafted would be refused by now.
async fn refused<C: Submitted>(job: &Job<'_>, one: &Drafted<'_, C>) -> Result<Option<CliError>, CliError> {
    match one.origin {
        Origin::Now => Ok(None),
        Origin::Earlier => Ok(C::rehearse(job, one.piece).await?.err().map(CliError::from)),
    }
}

/// Notes what became of a row, and writes the file for the second person where it is not there.
fn note<C: Submitted>(
    job: &Job<'_>,
    exchange: Uscc,
    one: Drafted<'_, C>,
    standing: Standing,
    waits: Ending,
    rows: &mut [RowReport],
) {
    let Some(row) = rows.get_mut(one.piece.at) else { return };
    row.record = Some(one.piece.target.object());
    row.commitment = Some(ObjectId(C::committed(&one.draft)));
    (row.number, row.at) = (Some(standing.number), standing.at);
    row.ending = if standing.ending == Ending::Before { waits } else { standing.ending };
    row.faults.extend(standing.problem.map(Fault::of_whole));
    row.handover = Some(shown(&one.piece.path));
    if one.number.is_none() {
        let (path, number) = (&one.piece.path, standing.number);
        let saved = C::save(one.draft, number, exchange, path);
        let quiet = Output { quiet: true, ..job.output };
        if let Err(problem) = draft::finish(saved, (number, path), &draft::beside(path), quiet) {
            row.fail([Fault::of_whole(problem)]);
        }
    }
}

/// Sends commitments, many before each wait.
async fn send_all<C: Submitted>(job: &Job<'_>, exchange: Uscc, drafts: &[&Draft<C>]) -> Result<(), CliError> {
    let bar = job.output.bar(u64::try_from(drafts.len()).unwrap_or(u64::MAX), "progress-handing-in");
    let mut ended = Ok(());
    for chunk in drafts.chunks(SENT_AT_A_TIME) {
        let sent = job
            .session
            .submit(job.key, Wait::InBlock, async |submitter| C::send(submitter, exchange, chunk).await)
            .await;
        match sent {
            // One that is refused in its block is no reason to stop.
            Err(error) if error.exit() != Exit::Failure => {
                ended = Err(error);
                break;
            }
            Err(error) => ended = Err(error),
            Ok(_) => {}
        }
        bar.inc(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
    }
    bar.finish_and_clear();
    ended
}
