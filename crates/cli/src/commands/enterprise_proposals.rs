//! `jiandu enterprise proposals` and `confirm`: what waits for its second person, and that person's decision.

use super::{
    enterprise_text::{act_in_full, act_in_short, Known, Named},
    review::review_withdrawal,
};
use crate::{
    args::{Common, Format},
    error::{CliError, ErrorDocument},
    exit::Exit,
    language::{values, Language, Texts},
    moment::{self, MomentDocument},
    output::{Output, Report},
    session::Session,
    text::{pairs, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::{self, Act, ProposalView},
    members::{self, Membership},
    submit::{Receipt, SubmitError, Wait},
    BlockHash, SigningKey,
};
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    header::Body,
    member::Author,
};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// Runs `jiandu enterprise proposals`: all of them in short, or the named ones in full.
pub async fn list(numbers: &[u64], common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let open = session.ask(enterprises::proposals(&session.connection)).await?;
    let proposals = match numbers.is_empty() {
        true => open,
        false => numbers.iter().map(|number| named_one(&open, *number)).collect::<Result<Vec<_>, CliError>>()?,
    };
    let mut known = Known::default();
    for proposal in &proposals {
        known.learn(&session, &proposal.act).await?;
    }
    output.report(&ProposalsReport { proposals, known, full: !numbers.is_empty() })?;
    Ok(Exit::Ok)
}

fn named_one(open: &[ProposalView], number: u64) -> Result<ProposalView, CliError> {
    let found = open.iter().find(|proposal| proposal.proposal == number).cloned();
    found.ok_or_else(|| CliError::UnknownProposal { proposal: number.into() })
}

/// Runs `jiandu enterprise confirm`. Each proposal is shown and confirmed as it was shown; after a refusal the next one has its
/// turn, unless nothing more can be expected of the node or the key.
pub async fn confirm(numbers: &[u64], all: bool, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let open = session.ask(enterprises::proposals(&session.connection)).await?;
    let numbers = match all {
        true => others(&open, &membership(&session, &key).await?),
        false => once_each(numbers),
    };
    let mut known = Known::default();
    let mut rows = Vec::with_capacity(numbers.len());
    let mut over = false;
    for number in numbers {
        let chosen = named_one(&open, number).and_then(without_content);
        let row = match chosen {
            _ if over => Row { number, act: None, ended: Ended::Untried },
            Err(error) => Row { number, act: None, ended: Ended::Refused(error) },
            Ok(proposal) => {
                let ended = one(&session, &key, &proposal, &mut known).await;
                Row { number, act: Some(proposal.act), ended }
            }
        };
        over = over || row.ends_all();
        rows.push(row);
    }
    let report = ConfirmedReport { rows, known, language: output.language };
    output.report(&report)?;
    Ok(report.exit())
}

/// Each number once, in their order.
fn once_each(numbers: &[u64]) -> Vec<u64> {
    let mut seen = BTreeSet::new();
    numbers.iter().copied().filter(|number| seen.insert(*number)).collect()
}

/// Whom the key acts for.
async fn membership(session: &Session, key: &SigningKey) -> Result<Membership, CliError> {
    let membership = session.ask(members::membership(&session.connection, key.account())).await?;
    membership.map_err(|refusal| SubmitError::Refused(refusal).into())
}

/// The proposals that this person may confirm in this way: of its organisation, made by another, and not of a section.
fn others(open: &[ProposalView], membership: &Membership) -> Vec<u64> {
    let may = |proposal: &&ProposalView| {
        let Author { organisation, handle, .. } = proposal.maker;
        organisation == membership.organisation
            && handle != membership.handle
            && !matches!(proposal.act, Act::PublishSection { .. })
    };
    open.iter().filter(may).map(|proposal| proposal.proposal).collect()
}

/// A section is confirmed with its content.
fn without_content(proposal: ProposalView) -> Result<ProposalView, CliError> {
    match proposal.act {
        Act::PublishSection { .. } => Err(CliError::SectionProposal { proposal: proposal.proposal.into() }),
        _ => Ok(proposal),
    }
}

async fn one(session: &Session, key: &SigningKey, proposal: &ProposalView, known: &mut Known) -> Ended {
    if let Err(error) = shown(session, proposal, known).await {
        return Ended::Refused(error);
    }
    // Every other act shows all that it does.
    if let Act::WithdrawSection { record, base, header, .. } = &proposal.act {
        if let Err(error) = review_withdrawal(session, *record, *base, header).await {
            return Ended::Refused(error);
        }
    }
    let confirmed =
        session.submit(key, Wait::Final, async |submitter| enterprises::confirm(submitter, proposal).await).await;
    match confirmed {
        Ok(receipt) => Ended::Confirmed(receipt),
        Err(error) => Ended::Refused(error),
    }
}

/// Shows what is about to be confirmed.
async fn shown(session: &Session, proposal: &ProposalView, known: &mut Known) -> Result<(), CliError> {
    let output = session.output;
    known.learn(session, &proposal.act).await?;
    if output.quiet || output.format == Format::Json {
        return Ok(());
    }
    output.aside(&format!("{}\n", card(proposal, known, output.language)))
}

/// The handle of whoever proposed, with the organisation.
fn maker(proposal: &ProposalView) -> String {
    format!("{} {}", proposal.maker.organisation, proposal.maker.handle)
}

/// A proposal in full.
fn card(proposal: &ProposalView, known: &Known, language: Language) -> String {
    let mut rows = vec![
        ("label-proposal", proposal.proposal.to_string()),
        ("label-call", act_in_full(&proposal.act, known, language)),
        ("label-proposed", moment::full(proposal.at, language)),
        ("label-proposer", maker(proposal)),
    ];
    if let Act::WithdrawSection { header, .. } = &proposal.act {
        rows.push(("label-level", language.word(&header.level)));
        rows.extend(header.submitted.map(|time| ("label-submission-time", moment::short(time, language))));
        let sm3 = |body: &Body| ContentHash { alg: DigestAlg::Sm3, value: body.sm3 }.to_string();
        rows.extend(header.body.as_ref().map(|body| ("label-body-digest", sm3(body))));
    }
    pairs(0, &labelled(rows, language))
}

/// Proposals that wait.
#[derive(Clone, Debug)]
struct ProposalsReport {
    /// Oldest first.
    proposals: Vec<ProposalView>,
    known: Known,
    /// Whether each is told in full.
    full: bool,
}

impl Serialize for ProposalsReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Item<'a> {
            #[serde(flatten)]
            proposal: &'a ProposalView,
            proposed: MomentDocument,
        }
        #[derive(Serialize)]
        struct Document<'a> {
            proposals: Vec<Item<'a>>,
            names: Vec<Named>,
        }
        let proposals = self.proposals.iter().map(|proposal| Item { proposal, proposed: proposal.at.into() });
        Document { proposals: proposals.collect(), names: self.known.named() }.serialize(serializer)
    }
}

impl Report for ProposalsReport {
    fn text(&self, language: Language) -> String {
        if self.proposals.is_empty() {
            return format!("{}\n", language.text("enterprise-no-proposals"));
        }
        let text = match self.full {
            true => {
                let cards = self.proposals.iter().map(|proposal| card(proposal, &self.known, language));
                cards.collect::<Vec<_>>().join("\n")
            }
            false => {
                let headings = ["label-proposal", "label-proposed", "label-proposer", "label-call"];
                let rows: Vec<[String; 4]> =
                    self.proposals.iter().map(|proposal| self.line(proposal, language)).collect();
                table(headings.map(|key| language.text(key)), &rows)
            }
        };
        let hint = match self.full {
            true => language.text("enterprise-how-to-decide"),
            false => language.text("enterprise-how-to-look"),
        };
        format!("{text}\n{hint}\n{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

impl ProposalsReport {
    fn line(&self, proposal: &ProposalView, language: Language) -> [String; 4] {
        [
            proposal.proposal.to_string(),
            moment::short(proposal.at.time, language),
            maker(proposal),
            act_in_short(&proposal.act, &self.known, language),
        ]
    }
}

/// What came of a proposal that was to be confirmed.
#[derive(Clone, Debug)]
enum Ended {
    /// It is done.
    Confirmed(Receipt),
    /// It is not.
    Refused(CliError),
    /// It was left, because one before it ended in a way that makes another attempt useless.
    Untried,
}

/// One of the proposals that were to be confirmed.
#[derive(Clone, Debug)]
struct Row {
    number: u64,
    act: Option<Act>,
    ended: Ended,
}

impl Row {
    fn exit(&self) -> Exit {
        match &self.ended {
            Ended::Confirmed(_) | Ended::Untried => Exit::Ok,
            Ended::Refused(error) => error.exit(),
        }
    }

    /// Whether the same would happen to all the others: it is not the proposal that is at fault.
    fn ends_all(&self) -> bool {
        matches!(
            self.exit(),
            Exit::Network | Exit::NotFinal | Exit::Key | Exit::Configuration | Exit::WrongChain | Exit::Interrupted
        )
    }

    const fn outcome(&self) -> &'static str {
        match self.ended {
            Ended::Confirmed(_) => "confirmed",
            Ended::Refused(_) => "refused",
            Ended::Untried => "untried",
        }
    }
}

/// What came of each.
#[derive(Clone, Debug)]
struct ConfirmedReport {
    rows: Vec<Row>,
    known: Known,
    language: Language,
}

impl ConfirmedReport {
    /// The worst of all.
    fn exit(&self) -> Exit {
        Exit::worst(self.rows.iter().map(Row::exit))
    }
}

impl Serialize for ConfirmedReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Item<'a> {
            proposal: u64,
            outcome: &'static str,
            #[serde(flatten)]
            act: Option<&'a Act>,
            #[serde(flatten)]
            transaction: Option<Transaction>,
            #[serde(skip_serializing_if = "Option::is_none")]
            error: Option<ErrorDocument<'a>>,
        }
        #[derive(Serialize)]
        struct Transaction {
            block: u32,
            block_hash: BlockHash,
            finalised: bool,
        }
        #[derive(Serialize)]
        struct Document<'a> {
            exit: u8,
            results: Vec<Item<'a>>,
            names: Vec<Named>,
        }
        let results = self.rows.iter().map(|row| Item {
            proposal: row.number,
            outcome: row.outcome(),
            act: row.act.as_ref(),
            transaction: match &row.ended {
                Ended::Confirmed(Receipt { block, block_hash, finalised, .. }) => {
                    Some(Transaction { block: *block, block_hash: *block_hash, finalised: *finalised })
                }
                Ended::Refused(_) | Ended::Untried => None,
            },
            error: match &row.ended {
                Ended::Refused(error) => Some(error.document(self.language)),
                Ended::Confirmed(_) | Ended::Untried => None,
            },
        });
        let document = Document { exit: self.exit().number(), results: results.collect(), names: self.known.named() };
        document.serialize(serializer)
    }
}

impl Report for ConfirmedReport {
    fn text(&self, language: Language) -> String {
        if self.rows.is_empty() {
            return format!("{}\n", language.text("enterprise-nothing-to-confirm"));
        }
        let headings = ["label-proposal", "label-outcome", "label-block", "label-call"];
        let rows: Vec<[String; 4]> = self.rows.iter().map(|row| self.line(row, language)).collect();
        let mut text = table(headings.map(|key| language.text(key)), &rows);
        for row in &self.rows {
            if let Ended::Refused(error) = &row.ended {
                let values = values! {
                    proposal = row.number.to_string(),
                    message = error.message(language),
                    help = error.help(language),
                };
                text.push_str(&format!("\n{}\n", Style::Bad.paint(&language.say("enterprise-refused", &values))));
            }
        }
        text
    }
}

impl ConfirmedReport {
    fn line(&self, row: &Row, language: Language) -> [String; 4] {
        let block = match &row.ended {
            Ended::Confirmed(receipt) => moment::grouped(receipt.block),
            Ended::Refused(_) | Ended::Untried => String::new(),
        };
        let act = row.act.as_ref().map_or_else(String::new, |act| act_in_short(act, &self.known, language));
        [row.number.to_string(), language.text(&format!("enterprise-outcome-{}", row.outcome())), block, act]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use jiandu_client::enterprises::Registration;
    use jiandu_primitives::{
        chain::Moment,
        member::{Custody, Handle, Roles},
        uscc::Uscc,
    };

    /// The beginning of 2026-04-14 in Beijing.
    const DAY: u64 = 1_776_096_000;

    fn exchange() -> Uscc {
        "91350100M000100Y43".parse().expect("a valid code")
    }

    fn other() -> Uscc {
        "91430100MADEW01019".parse().expect("a valid code")
    }

    fn register() -> Act {
        let code = "HN000001F".parse().expect("a code");
        let registration = Registration { enterprise: other(), name: "示例公司".into(), code, since: DAY };
        Act::Register { registrations: vec![registration] }
    }

    fn section() -> Act {
        Act::PublishSection { enterprise: other(), commitment: [1; 32] }
    }

    fn open(proposal: u64, organisation: Uscc, handle: u8, act: Act) -> ProposalView {
        let maker = Author { organisation, handle: Handle([handle; 8]), custody: Custody::Own };
        ProposalView { proposal, act, digest: [0; 32], maker, at: Moment { block: 9, time: DAY } }
    }

    fn report(rows: Vec<Row>) -> ConfirmedReport {
        ConfirmedReport { rows, known: Known::default(), language: Language::Chinese }
    }

    fn receipt() -> Receipt {
        Receipt { block: 7, block_hash: BlockHash([1; 32]), finalised: true, events: Vec::new() }
    }

    #[test]
    fn all_should_mean_what_this_person_may_confirm_without_content() {
        let membership =
            Membership { organisation: exchange(), handle: Handle([1; 8]), custody: Custody::Own, roles: Roles::NONE };
        let open = [
            open(1, exchange(), 1, register()),
            open(2, exchange(), 2, register()),
            open(3, other(), 2, register()),
            open(4, exchange(), 2, section()),
            open(5, exchange(), 3, register()),
        ];
        assert_eq!(others(&open, &membership), [2, 5]);
        assert_eq!(once_each(&[5, 2, 5]), [5, 2]);
        assert_eq!(named_one(&open, 9).expect_err("unknown").exit(), Exit::Unknown);
    }

    #[test]
    fn a_section_should_be_refused_with_the_command_that_publishes_it() {
        let refused = without_content(open(4, exchange(), 2, section())).expect_err("refused");
        assert_eq!((refused.code(), refused.exit()), ("section-proposal", Exit::Usage));
        for language in Language::ALL {
            assert!(refused.help(language).contains("jiandu archive confirm"));
        }
        assert!(without_content(open(4, exchange(), 2, register())).is_ok());
    }

    #[test]
    fn results_should_be_listed_and_the_worst_of_them_be_the_exit_code() {
        let rows = vec![
            Row { number: 1, act: Some(register()), ended: Ended::Confirmed(receipt()) },
            Row { number: 9, act: None, ended: Ended::Refused(CliError::UnknownProposal { proposal: 9u64.into() }) },
            Row { number: 10, act: None, ended: Ended::Untried },
        ];
        let report = report(rows);
        assert_eq!(report.exit(), Exit::Unknown);
        for language in Language::ALL {
            let text = plain(&report.text(language));
            let untried = language.text("enterprise-outcome-untried");
            for part in ["示例公司", "jiandu enterprise proposals", untried.as_str()] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(!text.contains("{$") && !text.contains("enterprise-"), "{text}");
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["exit"], 11);
        assert_eq!(json["results"][0]["outcome"], "confirmed");
        assert_eq!(json["results"][0]["act"], "register");
        assert_eq!(json["results"][0]["block"], 7);
        assert_eq!(json["results"][1]["error"]["code"], "unknown-proposal");
    }

    #[test]
    fn a_refusal_should_end_all_only_where_no_other_proposal_could_fare_better() {
        let ended = |error: CliError| Row { number: 1, act: None, ended: Ended::Refused(error) }.ends_all();
        assert!(ended(SubmitError::NotFinal { block: None }.into()) && ended(CliError::NoKey));
        assert!(!ended(CliError::UnknownProposal { proposal: 1u64.into() }));
        assert!(!ended(SubmitError::Dispatch("BadOrigin".into()).into()));
        assert!(!report(Vec::new()).text(Language::Chinese).is_empty());
    }

    #[test]
    fn open_proposals_should_say_number_content_maker_and_time() {
        let proposals = vec![open(2, exchange(), 2, register()), open(4, exchange(), 2, section())];
        for full in [false, true] {
            let report = ProposalsReport { proposals: proposals.clone(), known: Known::default(), full };
            for language in Language::ALL {
                let text = plain(&report.text(language));
                for part in ["2026-04-14", "示例公司", "0202020202020202", "91430100MADEW01019"] {
                    assert!(text.contains(part), "{part} in {text}");
                }
                assert!(!text.contains("{$") && !text.contains("Unknown localization"), "{text}");
            }
            let json = serde_json::to_value(&report).expect("serializable");
            assert_eq!(json["proposals"][1]["proposal"], 4);
            assert_eq!(json["proposals"][1]["act"]["act"], "publish-section");
            assert_eq!(json["proposals"][0]["proposed"]["block"], 9);
        }
    }
}
