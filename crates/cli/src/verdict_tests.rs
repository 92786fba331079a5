//! Every form of a verdict as people and programs read it, made by hand, in both languages.

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
        conflict: conflict(verdicts.iter().map(|(_, verdict)| verdict)),
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

/// One finding for each answer.
fn one_of_each() -> [(Answer, Finding); 7] {
    [
        (Answer::Current, current()),
        (Answer::Superseded, of(&[entry(Standing::Superseded { by: at(1, 0) }, at(3, 1), RecordState::Live)])),
        (Answer::Overwritten, of(&[entry(Standing::Overwritten { by: at(0, 1) }, at(0, 1), RecordState::Live)])),
        (Answer::Withdrawn, of(&[entry(Standing::Withdrawn, at(1, 0), WITHDRAWN)])),
        (Answer::Misfiled, of(&[entry(Standing::Misfiled, at(0, 0), MISFILED)])),
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
        Exit::NotFound,
        Exit::NotVerified,
    ];
    for ((answer, finding), exit) in one_of_each().into_iter().zip(codes) {
        assert_eq!((finding.answer(), finding.exit()), (answer, exit));
        let headline = match answer {
            Answer::Current => Ok(Headline::Current),
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
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，已被「第 1 次更正(v1)」取代；截至区块 1,203,377，现行文件见「v3 第 1 次重写」。
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，已因登记差错重写为「v0 第 1 次重写」；截至区块 1,203,377，现行文件见「v0 第 1 次重写」。
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，所在登记项已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）。
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，所在登记项已于 2026-04-15 03:12:06（北京时间）标为误登，正确的登记项为 0808080808080808080808080808080808080808080808080808080808080808。
    已证明：截至区块 1,203,377，已发布的、单份登记的、以明文摘要登记的文件中没有文件“年度报告.pdf”。
    摘要冲突：截至区块 1,203,377，文件“年度报告.pdf”的几个摘要指向不同的登记，不能得出查验结果。
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，已被「第 1 次更正(v1)」取代；该登记项后来已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）。
    已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，已因登记差错重写为「v0 第 1 次重写」；该登记项后来已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）。
    本机已验证（共识节点名单由所连节点自报）：摘要 blake3:abababababababab…、sm3:abababababababab… 所指的文件自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。
    Proved: “年度报告.pdf” is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time, and current as of block 1,203,377.
    Proved: “年度报告.pdf” was anchored as “first version (v0)” and has been superseded by “correction 1 (v1)”; as of block 1,203,377 the current one is “v3, rewrite 1”.
    Proved: “年度报告.pdf” was anchored as “first version (v0)”, a registration error, and was rewritten as “v0, rewrite 1”; as of block 1,203,377 the current one is “v0, rewrite 1”.
    Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was marked as misfiled at 2026-04-15 03:12:06 Beijing time; the right record is 0808080808080808080808080808080808080808080808080808080808080808.
    Proved: as of block 1,203,377, “年度报告.pdf” is not among published single documents with plain digests.
    Conflict: as of block 1,203,377, the digests of “年度报告.pdf” point to different documents, so there is no answer.
    Proved: “年度报告.pdf” was anchored as “first version (v0)” and has been superseded by “correction 1 (v1)”; since then the record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proved: “年度报告.pdf” was anchored as “first version (v0)”, a registration error, and was rewritten as “v0, rewrite 1”; since then the record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).
    Proof checked here, against the validators that this node names: the file with the digest blake3:abababababababab…, sm3:abababababababab… is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time, and current as of block 1,203,377.
    ");
}

#[test]
fn a_current_file_should_be_told_in_full() {
    insta::assert_snapshot!(text(&current(), Language::Chinese), @r"
    ✓ 已证明：文件“年度报告.pdf”自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版(v0)
      状态        现行
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      已证明          自 2026-04-14 10:32:06（北京时间）登记之时起，文件未改动
      未证明          内容真实；有权出具；登记之前未改动
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
      查验方式        证明已在本机验证，不依赖服务器
      共识节点        4 家共识节点中 3 家签名；名单取自信任文件 hunan.trust
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
    insta::assert_snapshot!(text(&current(), Language::English), @r"
    ✓ Proved: “年度报告.pdf” is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time, and current as of block 1,203,377.

      Subject      91350100M000100Y43
      Anchored by  湖南示例股权交易所 (91350100M000100Y43; the name is the node's word, not proved)
      Operator     1a1a1a1a1a1a1a1a (key: held by the person)
      Anchored     2026-04-14 10:32:06 Beijing time, 2026-04-14 02:32:06 UTC, block 1,160,000
      Version      first version (v0)
      Standing     current
      Record       0707070707070707070707070707070707070707070707070707070707070707 (general record)

      Digests     blake3:abababababababababababababababababababababababababababababababab
                  sm3:abababababababababababababababababababababababababababababababab
      Proved      the file is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time
      Not proved  that its content is true; that its issuer was authorised; that it was unchanged before
      As of       2026-04-15 10:32:06 Beijing time, 2026-04-15 02:32:06 UTC, block 1,203,377
      Chain       Hunan (genesis 0909090909090909090909090909090909090909090909090909090909090909)
      Checked     Proof checked here, without trusting a server
      Validators  3 of 4 validators signed; the list is from the trust file hunan.trust
      Signed by   0101010101010101010101010101010101010101010101010101010101010101
                  0202020202020202020202020202020202020202020202020202020202020202
                  0303030303030303030303030303030303030303030303030303030303030303
      Times       vouched for by the validators only
    ");
}

#[test]
fn a_file_that_is_not_current_should_name_what_took_its_place() {
    let (_, superseded) = &one_of_each()[1];
    insta::assert_snapshot!(text(superseded, Language::Chinese), @r"
    ! 已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，已被「第 1 次更正(v1)」取代；截至区块 1,203,377，现行文件见「v3 第 1 次重写」。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版(v0)
      状态        已被更正（后继为第 1 次更正(v1)）
      现行快照    v3 第 1 次重写
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      已证明          自 2026-04-14 10:32:06（北京时间）登记之时起，文件未改动
      未证明          内容真实；有权出具；登记之前未改动
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
      查验方式        证明已在本机验证，不依赖服务器
      共识节点        4 家共识节点中 3 家签名；名单取自信任文件 hunan.trust
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
    let (_, overwritten) = &one_of_each()[2];
    insta::assert_snapshot!(text(overwritten, Language::English), @r"
    ! Proved: “年度报告.pdf” was anchored as “first version (v0)”, a registration error, and was rewritten as “v0, rewrite 1”; as of block 1,203,377 the current one is “v0, rewrite 1”.

      Subject      91350100M000100Y43
      Anchored by  湖南示例股权交易所 (91350100M000100Y43; the name is the node's word, not proved)
      Operator     1a1a1a1a1a1a1a1a (key: held by the person)
      Anchored     2026-04-14 10:32:06 Beijing time, 2026-04-14 02:32:06 UTC, block 1,160,000
      Version      first version (v0)
      Standing     rewritten (as v0, rewrite 1)
      Current      v0, rewrite 1
      Record       0707070707070707070707070707070707070707070707070707070707070707 (general record)

      Digests     blake3:abababababababababababababababababababababababababababababababab
                  sm3:abababababababababababababababababababababababababababababababab
      Proved      the file is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time
      Not proved  that its content is true; that its issuer was authorised; that it was unchanged before
      As of       2026-04-15 10:32:06 Beijing time, 2026-04-15 02:32:06 UTC, block 1,203,377
      Chain       Hunan (genesis 0909090909090909090909090909090909090909090909090909090909090909)
      Checked     Proof checked here, without trusting a server
      Validators  3 of 4 validators signed; the list is from the trust file hunan.trust
      Signed by   0101010101010101010101010101010101010101010101010101010101010101
                  0202020202020202020202020202020202020202020202020202020202020202
                  0303030303030303030303030303030303030303030303030303030303030303
      Times       vouched for by the validators only
    ");
}

#[test]
fn a_closed_record_should_say_so() {
    let (_, withdrawn) = &one_of_each()[3];
    insta::assert_snapshot!(text(withdrawn, Language::Chinese), @r"
    ! 已证明：文件“年度报告.pdf”曾作为「首版(v0)」登记，所在登记项已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版(v0)
      状态        已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      已证明          自 2026-04-14 10:32:06（北京时间）登记之时起，文件未改动
      未证明          内容真实；有权出具；登记之前未改动
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
      查验方式        证明已在本机验证，不依赖服务器
      共识节点        4 家共识节点中 3 家签名；名单取自信任文件 hunan.trust
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
    let (_, misfiled) = &one_of_each()[4];
    insta::assert_snapshot!(text(misfiled, Language::English), @r"
    ! Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was marked as misfiled at 2026-04-15 03:12:06 Beijing time; the right record is 0808080808080808080808080808080808080808080808080808080808080808.

      Subject      91350100M000100Y43
      Anchored by  湖南示例股权交易所 (91350100M000100Y43; the name is the node's word, not proved)
      Operator     1a1a1a1a1a1a1a1a (key: held by the person)
      Anchored     2026-04-14 10:32:06 Beijing time, 2026-04-14 02:32:06 UTC, block 1,160,000
      Version      first version (v0)
      Standing     was marked as misfiled at 2026-04-15 03:12:06 Beijing time; the right record is 0808080808080808080808080808080808080808080808080808080808080808
      Record       0707070707070707070707070707070707070707070707070707070707070707 (general record)

      Digests     blake3:abababababababababababababababababababababababababababababababab
                  sm3:abababababababababababababababababababababababababababababababab
      Proved      the file is unchanged since it was anchored at 2026-04-14 10:32:06 Beijing time
      Not proved  that its content is true; that its issuer was authorised; that it was unchanged before
      As of       2026-04-15 10:32:06 Beijing time, 2026-04-15 02:32:06 UTC, block 1,203,377
      Chain       Hunan (genesis 0909090909090909090909090909090909090909090909090909090909090909)
      Checked     Proof checked here, without trusting a server
      Validators  3 of 4 validators signed; the list is from the trust file hunan.trust
      Signed by   0101010101010101010101010101010101010101010101010101010101010101
                  0202020202020202020202020202020202020202020202020202020202020202
                  0303030303030303030303030303030303030303030303030303030303030303
      Times       vouched for by the validators only
    ");
}

#[test]
fn absence_should_state_its_scope() {
    let (_, absent) = &one_of_each()[5];
    insta::assert_snapshot!(text(absent, Language::Chinese), @r"
    ○ 已证明：截至区块 1,203,377，已发布的、单份登记的、以明文摘要登记的文件中没有文件“年度报告.pdf”。

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      已证明          截至区块 1,203,377，已发布的、单份登记的、以明文摘要登记的文件中没有它
      未证明          不在加盐登记或批量登记的文件之中；此后没有登记
      提示            改动任何一个字节，摘要就完全不同：请确认它不是另存、转换格式、加盖电子章或重新压缩的副本
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
      查验方式        证明已在本机验证，不依赖服务器
      共识节点        4 家共识节点中 3 家签名；名单取自信任文件 hunan.trust
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
    insta::assert_snapshot!(text(absent, Language::English), @r"
    ○ Proved: as of block 1,203,377, “年度报告.pdf” is not among published single documents with plain digests.

      Digests     blake3:abababababababababababababababababababababababababababababababab
                  sm3:abababababababababababababababababababababababababababababababab
      Proved      as of block 1,203,377, it is not among published single documents with plain digests
      Not proved  that it is not among salted or batched documents; that it was not anchored later
      Hint        one different byte gives a different digest: make sure that it is no copy saved again, converted, sealed or repacked
      As of       2026-04-15 10:32:06 Beijing time, 2026-04-15 02:32:06 UTC, block 1,203,377
      Chain       Hunan (genesis 0909090909090909090909090909090909090909090909090909090909090909)
      Checked     Proof checked here, without trusting a server
      Validators  3 of 4 validators signed; the list is from the trust file hunan.trust
      Signed by   0101010101010101010101010101010101010101010101010101010101010101
                  0202020202020202020202020202020202020202020202020202020202020202
                  0303030303030303030303030303030303030303030303030303030303030303
      Times       vouched for by the validators only
    ");
}

#[test]
fn absence_of_a_sha256_digest_should_say_that_it_is_optional() {
    let mut absent = of(&[]);
    let (_, verdict) = absent.proven.verdicts.remove(0);
    absent.asked = Asked::Digests;
    absent.proven.verdicts = vec![(ContentHash { alg: DigestAlg::Sha256, value: [0xab; 32] }, verdict)];
    assert!(text(&absent, Language::Chinese).contains("SHA-256"));
}

#[test]
fn a_conflict_should_show_each_digest() {
    insta::assert_snapshot!(text(&conflicting(), Language::Chinese), @r"
    ✗ 摘要冲突：截至区块 1,203,377，文件“年度报告.pdf”的几个摘要指向不同的登记，不能得出查验结果。

      blake3:abababababababababababababababababababababababababababababababab
        0707070707070707070707070707070707070707070707070707070707070707  现行

      sm3:abababababababababababababababababababababababababababababababab
        没有登记

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      未证明          文件与其中任何一项登记的关系：有的摘要是伪造的
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
      查验方式        证明已在本机验证，不依赖服务器
      共识节点        4 家共识节点中 3 家签名；名单取自信任文件 hunan.trust
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
    insta::assert_snapshot!(text(&conflicting(), Language::English), @r"
    ✗ Conflict: as of block 1,203,377, the digests of “年度报告.pdf” point to different documents, so there is no answer.

      blake3:abababababababababababababababababababababababababababababababab
        0707070707070707070707070707070707070707070707070707070707070707  current

      sm3:abababababababababababababababababababababababababababababababab
        not anchored

      Digests     blake3:abababababababababababababababababababababababababababababababab
                  sm3:abababababababababababababababababababababababababababababababab
      Not proved  how the file relates to any of these records: some digest is forged
      As of       2026-04-15 10:32:06 Beijing time, 2026-04-15 02:32:06 UTC, block 1,203,377
      Chain       Hunan (genesis 0909090909090909090909090909090909090909090909090909090909090909)
      Checked     Proof checked here, without trusting a server
      Validators  3 of 4 validators signed; the list is from the trust file hunan.trust
      Signed by   0101010101010101010101010101010101010101010101010101010101010101
                  0202020202020202020202020202020202020202020202020202020202020202
                  0303030303030303030303030303030303030303030303030303030303030303
      Times       vouched for by the validators only
    ");
}

#[test]
fn restrictions_several_records_and_a_development_chain_should_be_said() {
    let mut frozen = entry(Standing::Current, at(1, 0), RecordState::Live);
    frozen.frozen = true;
    frozen.anchor.backfilled = true;
    frozen.anchor.last = at(1, 0);
    let mut finding = of(&[entry(Standing::Withdrawn, at(1, 0), WITHDRAWN), frozen]);
    for (_, verdict) in &mut finding.proven.verdicts {
        verdict.unlisted = 2;
    }
    finding.against = Against::Node("ws://127.0.0.1:9944/".to_owned());
    finding.chain.development = true;
    insta::assert_snapshot!(text(&finding, Language::Chinese), @r"
    ✓ 本机已验证（共识节点名单由所连节点自报）：文件“年度报告.pdf”自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。

      登记项 1（共 2 条）
      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版(v0)
      状态        已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记有误）
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）

      登记项 2（共 2 条）
      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版(v0)，沿用至「第 1 次更正(v1)」
      状态        现行
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）
      限制        冻结：不得有新版，也不得撤回
                  补录：历史文件事后登记

      另有 2 条未列出

      摘要            blake3:abababababababababababababababababababababababababababababababab
                      sm3:abababababababababababababababababababababababababababababababab
      已证明          自 2026-04-14 10:32:06（北京时间）登记之时起，文件未改动
      未证明          内容真实；有权出具；登记之前未改动
      截至            2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377
      链              Hunan（创世哈希 0909090909090909090909090909090909090909090909090909090909090909）
                      这是开发链：它的证明对他人没有意义
      查验方式        证明已在本机验证，但共识节点名单凭所连节点所述
      共识节点        4 家共识节点中 3 家签名；名单由节点 ws://127.0.0.1:9944/ 自报，未与信任文件核对
      签名的共识节点  0101010101010101010101010101010101010101010101010101010101010101
                      0202020202020202020202020202020202020202020202020202020202020202
                      0303030303030303030303030303030303030303030303030303030303030303
      时间依据        仅由共识节点给出
    ");
}

#[test]
fn json_should_be_stable() {
    let json = |finding: &Finding| {
        let report = FindingReport::new(finding, Language::English);
        serde_json::to_string_pretty(&report).expect("serializable")
    };
    let (_, withdrawn) = &one_of_each()[3];
    insta::assert_snapshot!(json(withdrawn), @r#"
    {
      "file": "年度报告.pdf",
      "length": 1234,
      "answer": "withdrawn",
      "exit": 12,
      "headline": "Proved: “年度报告.pdf” was anchored as “first version (v0)”; its record was withdrawn at 2026-04-15 03:12:06 Beijing time (reason: registered by mistake).",
      "digests": [
        "blake3:abababababababababababababababababababababababababababababababab",
        "sm3:abababababababababababababababababababababababababababababababab"
      ],
      "entries": [
        {
          "record": "0707070707070707070707070707070707070707070707070707070707070707",
          "subject": {
            "uscc": "91350100M000100Y43"
          },
          "kind": "general",
          "standing": "withdrawn",
          "successor": null,
          "first": {
            "version": 0,
            "revision": 0
          },
          "last": {
            "version": 0,
            "revision": 0
          },
          "head": {
            "version": 1,
            "revision": 0
          },
          "slot": 0,
          "record_state": {
            "state": "withdrawn",
            "reason": "mistake",
            "at": {
              "block": 1190000,
              "time": 1776193926
            }
          },
          "frozen": false,
          "backfilled": false,
          "anchored_at": {
            "block": 1160000,
            "time": 1776133926,
            "beijing": "2026-04-14T10:32:06+08:00",
            "utc": "2026-04-14T02:32:06Z"
          },
          "by": {
            "organisation": "91350100M000100Y43",
            "name_by_node": "湖南示例股权交易所",
            "handle": "1a1a1a1a1a1a1a1a",
            "custody": "self"
          }
        }
      ],
      "unlisted": 0,
      "conflict": null,
      "as_of": {
        "block": 1203377,
        "time": 1776220326,
        "beijing": "2026-04-15T10:32:06+08:00",
        "utc": "2026-04-15T02:32:06Z",
        "hash": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
        "finalised": true
      },
      "proved": {
        "unchanged_since": {
          "block": 1160000,
          "time": 1776133926,
          "beijing": "2026-04-14T10:32:06+08:00",
          "utc": "2026-04-14T02:32:06Z"
        },
        "absent_among": null,
        "content_true": false
      },
      "checked": {
        "how": "proof_checked_here",
        "chain": {
          "name": "Hunan",
          "genesis": "0909090909090909090909090909090909090909090909090909090909090909",
          "development": false
        },
        "validators_from": "trust_file",
        "trust_file": "hunan.trust",
        "node": null,
        "validators": 4,
        "signers": [
          "0101010101010101010101010101010101010101010101010101010101010101",
          "0202020202020202020202020202020202020202020202020202020202020202",
          "0303030303030303030303030303030303030303030303030303030303030303"
        ]
      }
    }
    "#);
    let (_, absent) = &one_of_each()[5];
    insta::assert_snapshot!(json(absent), @r#"
    {
      "file": "年度报告.pdf",
      "length": 1234,
      "answer": "absent",
      "exit": 4,
      "headline": "Proved: as of block 1,203,377, “年度报告.pdf” is not among published single documents with plain digests.",
      "digests": [
        "blake3:abababababababababababababababababababababababababababababababab",
        "sm3:abababababababababababababababababababababababababababababababab"
      ],
      "entries": [],
      "unlisted": 0,
      "conflict": null,
      "as_of": {
        "block": 1203377,
        "time": 1776220326,
        "beijing": "2026-04-15T10:32:06+08:00",
        "utc": "2026-04-15T02:32:06Z",
        "hash": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
        "finalised": true
      },
      "proved": {
        "unchanged_since": null,
        "absent_among": "published_single_documents_with_plain_digests",
        "content_true": false
      },
      "checked": {
        "how": "proof_checked_here",
        "chain": {
          "name": "Hunan",
          "genesis": "0909090909090909090909090909090909090909090909090909090909090909",
          "development": false
        },
        "validators_from": "trust_file",
        "trust_file": "hunan.trust",
        "node": null,
        "validators": 4,
        "signers": [
          "0101010101010101010101010101010101010101010101010101010101010101",
          "0202020202020202020202020202020202020202020202020202020202020202",
          "0303030303030303030303030303030303030303030303030303030303030303"
        ]
      }
    }
    "#);
}

#[test]
fn several_should_get_a_line_each_and_the_worst_exit_code() {
    let row = |name: &str, found| Row { name: name.to_owned(), found };
    let rows = one_of_each().map(|(answer, finding)| row(&format!("{}.pdf", answer.name()), Ok(finding)));
    let unreadable = row("无权读取.pdf", Err(CliError::Unreadable { file: "无权读取.pdf".into() }));
    let report = SeveralReport::new(rows.into_iter().chain([unreadable]).collect(), Language::Chinese);
    assert_eq!(report.exit, Exit::NotVerified);
    insta::assert_snapshot!(plain(&report.text(Language::Chinese)), @r"
    结果            文件             登记时间             版本
    ✓ 现行          current.pdf      2026-04-14 10:32:06  首版(v0)
    ! 已被更正      superseded.pdf   2026-04-14 10:32:06  首版(v0)
    ! 已重写        overwritten.pdf  2026-04-14 10:32:06  首版(v0)
    ! 已撤回        withdrawn.pdf    2026-04-14 10:32:06  首版(v0)
    ! 误登          misfiled.pdf     2026-04-14 10:32:06  首版(v0)
    ○ 已证明不存在  absent.pdf
    ✗ 摘要冲突      conflict.pdf
    ? 未能查验      无权读取.pdf                          没有权限读取文件“无权读取.pdf”。

    共 8 项：现行 1、已被更正 1、已重写 1、已撤回 1、误登 1、已证明不存在 1、摘要冲突 1、未能查验 1
    截至 2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377。证明已在本机验证，不依赖服务器；名单取自信任文件 hunan.trust。
    未证明：不在加盐登记或批量登记的文件之中；此后没有登记。
    ");
    let json = serde_json::to_value(&report).expect("serializable");
    assert_eq!((json["exit"].as_u64(), json["counts"]["current"].as_u64()), (Some(3), Some(1)));
    assert_eq!(json["results"].as_array().map(Vec::len), Some(8));
    assert_eq!(json["results"][7]["error"]["code"], "unreadable");
}
