//! Every form of a verdict, made by hand: its answer, its exit code and its sentence here; in full in `text`, for programs in
//! `json`.

mod json;
mod text;

use crate::{
    commands::{FindingReport, Row, SeveralReport},
    error::CliError,
    exit::Exit,
    finding::{Against, Answer, Asked, ChainOfFinding, Finding},
    language::Language,
    output::Report,
    text::plain,
    verdict_text,
};
use jiandu_client::evidence::{AuthorityId, Proven};
use jiandu_primitives::{
    chain::{GenesisHash, Moment},
    digest::{ContentHash, DigestAlg},
    member::{Author, Custody, Handle},
    record::{Anchor, ObjectId, RecordKind, RecordState, Subject, VersionRef, WithdrawalReason},
    uscc::Uscc,
    verdict::{conflict, Entry, Headline, Standing, Verdict},
};
use std::collections::BTreeMap;

const EXCHANGE: &str = "91350100M000100Y43";
const AS_OF: Moment = Moment { block: 1_203_377, time: 1_776_220_326 };
const ANCHORED: Moment = Moment { block: 1_160_000, time: 1_776_133_926 };
const CLOSED: Moment = Moment { block: 1_190_000, time: 1_776_193_926 };
const WITHDRAWN: RecordState = RecordState::Withdrawn { reason: WithdrawalReason::Mistake, at: CLOSED };
const MISFILED: RecordState = RecordState::Misfiled { to: ObjectId([8; 32]), at: CLOSED };

const fn at(version: u32, revision: u32) -> VersionRef {
    VersionRef { version, revision }
}

fn uscc() -> Uscc {
    EXCHANGE.parse().expect("valid")
}

fn entry(standing: Standing, head: VersionRef, record: RecordState) -> Entry {
    let by = Author { organisation: uscc(), handle: Handle([0x1a; 8]), custody: Custody::Own };
    Entry {
        anchor: Anchor {
            object: ObjectId([7; 32]),
            first: at(0, 0),
            last: at(0, 0),
            slot: 0,
            at: ANCHORED,
            by,
            backfilled: false,
        },
        subject: Subject::Uscc(uscc()),
        kind: RecordKind::General,
        head,
        record,
        frozen: false,
        standing,
    }
}

fn finding(verdicts: [Vec<Entry>; 2]) -> Finding {
    let verdict = |entries: &Vec<Entry>| Verdict { entries: entries.clone(), unlisted: 0, as_of: AS_OF };
    let algorithms = [DigestAlg::Blake3, DigestAlg::Sm3];
    let verdicts: Vec<(ContentHash, Verdict)> = algorithms
        .into_iter()
        .zip(&verdicts)
        .map(|(alg, entries)| (ContentHash { alg, value: [0xab; 32] }, verdict(entries)))
        .collect();
    let proven = Proven {
        block: AS_OF.block,
        hash: [0xcd; 32],
        time: AS_OF.time,
        conflict: conflict(&verdicts),
        verdicts,
        signers: vec![AuthorityId([1; 32]), AuthorityId([2; 32]), AuthorityId([3; 32])],
        validators: 4,
    };
    Finding {
        asked: Asked::File { name: "年度报告.pdf".to_owned(), length: 1_234 },
        proven,
        against: Against::TrustFile("hunan.trust".to_owned()),
        chain: ChainOfFinding { name: "Hunan".to_owned(), genesis: GenesisHash([9; 32]), development: false },
        names: BTreeMap::from([(uscc(), "湖南示例股权交易所".to_owned())]),
    }
}

fn of(entries: &[Entry]) -> Finding {
    finding([entries.to_vec(), entries.to_vec()])
}

fn current() -> Finding {
    of(&[entry(Standing::Current, at(0, 0), RecordState::Live)])
}

fn conflicting() -> Finding {
    let one = entry(Standing::Current, at(0, 0), RecordState::Live);
    finding([vec![one], Vec::new()])
}

#[test]
fn what_is_not_current_should_stay_open_when_more_records_exist_than_are_listed() {
    let mut old = of(&[entry(Standing::Withdrawn, at(1, 0), RecordState::Live)]);
    assert_eq!(old.exit(), Exit::NotCurrent);
    old.proven.verdicts.iter_mut().for_each(|(_, verdict)| verdict.unlisted = 1);
    assert_eq!(old.exit(), Exit::Unknown);
    assert_eq!(old.answer(), Answer::Undecided);
    let said = text(&old, Language::English);
    assert!(said.contains("more records than can be listed") && !said.contains("its record"), "{said}");
    let mut new = current();
    new.proven.verdicts.iter_mut().for_each(|(_, verdict)| verdict.unlisted = 1);
    assert_eq!(new.exit(), Exit::Ok);
}

/// One finding for each answer.
fn one_of_each() -> [(Answer, Finding); 8] {
    let mut undecided = of(&[entry(Standing::Withdrawn, at(1, 0), WITHDRAWN)]);
    undecided.proven.verdicts.iter_mut().for_each(|(_, verdict)| verdict.unlisted = 1);
    [
        (Answer::Current, current()),
        (Answer::Superseded, of(&[entry(Standing::Superseded { by: at(1, 0) }, at(3, 1), RecordState::Live)])),
        (Answer::Overwritten, of(&[entry(Standing::Overwritten { by: at(0, 1) }, at(0, 1), RecordState::Live)])),
        (Answer::Withdrawn, of(&[entry(Standing::Withdrawn, at(1, 0), WITHDRAWN)])),
        (Answer::Misfiled, of(&[entry(Standing::Misfiled, at(0, 0), MISFILED)])),
        (Answer::Undecided, undecided),
        (Answer::Absent, of(&[])),
        (Answer::Conflict, conflicting()),
    ]
}

fn text(finding: &Finding, language: Language) -> String {
    plain(&FindingReport::new(finding, language).text(language))
}

#[test]
fn each_answer_should_have_its_exit_code_and_agree_with_the_proof() {
    let codes = [
        Exit::Ok,
        Exit::NotCurrent,
        Exit::NotCurrent,
        Exit::NotCurrent,
        Exit::NotCurrent,
        Exit::Unknown,
        Exit::NotFound,
        Exit::NotVerified,
    ];
    for ((answer, finding), exit) in one_of_each().into_iter().zip(codes) {
        assert_eq!((finding.answer(), finding.exit()), (answer, exit));
        let headline = match answer {
            Answer::Current => Ok(Headline::Current),
            Answer::Undecided => Ok(Headline::Undecided),
            Answer::Absent => Ok(Headline::Unknown),
            Answer::Conflict => Err(jiandu_client::evidence::Conflict),
            _ => Ok(Headline::NotCurrent),
        };
        assert_eq!(finding.proven.headline(), headline, "{answer:?}");
    }
}

#[test]
fn the_headline_should_follow_the_order_of_precedence_whatever_the_order_of_entries() {
    let standings = [
        entry(Standing::Current, at(0, 0), RecordState::Live),
        entry(Standing::Superseded { by: at(1, 0) }, at(1, 0), RecordState::Live),
        entry(Standing::Overwritten { by: at(0, 1) }, at(0, 1), RecordState::Live),
        entry(Standing::Withdrawn, at(1, 0), WITHDRAWN),
        entry(Standing::Misfiled, at(0, 0), MISFILED),
    ];
    for (left, before) in standings.iter().enumerate() {
        for (right, after) in standings.iter().enumerate() {
            let finding = of(&[before.clone(), after.clone()]);
            assert_eq!(finding.answer(), Answer::ALL[left.min(right)]);
        }
    }
}

#[test]
fn every_answer_should_have_one_sentence() {
    let mut sentences = String::new();
    for language in Language::ALL {
        for (_, finding) in one_of_each() {
            sentences.push_str(&format!("{}\n", verdict_text::headline(&finding, language)));
        }
        let closed = [Standing::Superseded { by: at(1, 0) }, Standing::Overwritten { by: at(0, 1) }];
        for standing in closed {
            let finding = of(&[entry(standing, at(2, 0), WITHDRAWN)]);
            sentences.push_str(&format!("{}\n", verdict_text::headline(&finding, language)));
        }
        let by_digest = Finding { asked: Asked::Digests, against: Against::Node("ws://node".to_owned()), ..current() };
        sentences.push_str(&format!("{}\n", verdict_text::headline(&by_digest, language)));
    }
    insta::assert_snapshot!(sentences, @r"
    已证明：文件“年度报告.pdf”自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，已被“第 1 次更正（v1）”取代；截至区块 1,203,377，现行文件见“v3 第 1 次重写”。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，已因登记差错重写为“v0 第 1 次重写”；截至区块 1,203,377，现行文件见“v0 第 1 次重写”。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，所在登记项已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，所在登记项已于 2026-04-15 03:12:06（北京时间）标为误登，正确的登记项为 0808080808080808080808080808080808080808080808080808080808080808。
    已证明：文件“年度报告.pdf”所在的登记项多于可列出的数目，所列各项中均非现行；截至区块 1,203,377，它仍可能在其他登记项中为现行。
    已证明：截至区块 1,203,377，已发布的、单份登记的、以明文摘要登记的文件中没有文件“年度报告.pdf”。
    摘要冲突：截至区块 1,203,377，文件“年度报告.pdf”的几个摘要指向不同的登记，不能得出查验结果。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，已被“第 1 次更正（v1）”取代；该登记项后来已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）。
    已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，已因登记差错重写为“v0 第 1 次重写”；该登记项后来已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）。
    本机已验证（共识节点名单由所连节点自报）：摘要 blake3:abababababababab…、sm3:abababababababab… 所指的文件自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。
    Proved: “年度报告.pdf” is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time, and current as of block 1,203,377.
    Proved: “年度报告.pdf” was anchored as “first version (v0)” and has been superseded by “correction 1 (v1)”; as of block 1,203,377 the current one is “v3, rewrite 1”.
    Proved: “年度报告.pdf” was anchored as “first version (v0)”, a registration error, and was rewritten as “v0, rewrite 1”; as of block 1,203,377 the current one is “v0, rewrite 1”.
    Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was marked as misfiled at 2026-04-15 03:12:06 Beijing time; the right record is 0808080808080808080808080808080808080808080808080808080808080808.
    Proved: “年度报告.pdf” is anchored in more records than can be listed, and is not current in any that is; as of block 1,203,377 it may be in another.
    Proved: as of block 1,203,377, “年度报告.pdf” is not among published single documents with plain digests.
    Conflict: as of block 1,203,377, the digests of “年度报告.pdf” point to different documents, so there is no answer.
    Proved: “年度报告.pdf” was anchored as “first version (v0)” and has been superseded by “correction 1 (v1)”; since then the record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proved: “年度报告.pdf” was anchored as “first version (v0)”, a registration error, and was rewritten as “v0, rewrite 1”; since then the record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proof checked here, against the validators that this node names: the file with the digest blake3:abababababababab…, sm3:abababababababab… is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time, and current as of block 1,203,377.
    ");
}
