//! Verdicts in full, as people read them.

use super::*;

#[test]
fn a_current_file_should_be_told_in_full() {
    insta::assert_snapshot!(text(&current(), Language::Chinese), @r"
    ✓ 已证明：文件“年度报告.pdf”自 2026-04-14 10:32:06（北京时间）登记之时起未改动，截至区块 1,203,377 为现行。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版（v0）
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
    ! 已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，已被“第 1 次更正（v1）”取代；截至区块 1,203,377，现行文件见“v3 第 1 次重写”。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版（v0）
      状态        已被更正，后续版本为“第 1 次更正（v1）”
      最新快照    v3 第 1 次重写
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
    ! 已证明：文件“年度报告.pdf”曾作为“首版（v0）”登记，所在登记项已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）。

      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版（v0）
      状态        已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）
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
    let (_, absent) = &one_of_each()[6];
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
      版本        首版（v0）
      状态        已于 2026-04-15 03:12:06（北京时间）撤回（原因：登记错误）
      登记编号    0707070707070707070707070707070707070707070707070707070707070707（一般存证）

      登记项 2（共 2 条）
      主体        91350100M000100Y43
      登记机构    湖南示例股权交易所（91350100M000100Y43；名称为节点所述，未经证明）
      经办人代号  1a1a1a1a1a1a1a1a（密钥自持）
      登记时间    2026-04-14 10:32:06（北京时间），2026-04-14 02:32:06 UTC，区块 1,160,000
      版本        首版（v0），沿用至“第 1 次更正（v1）”
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
