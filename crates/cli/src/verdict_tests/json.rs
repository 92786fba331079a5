//! Verdicts as programs read them, and several at once.

use super::*;

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
    let (_, absent) = &one_of_each()[6];
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
    ✓ 现行          current.pdf      2026-04-14 10:32:06  首版（v0）
    ! 已被更正      superseded.pdf   2026-04-14 10:32:06  首版（v0）
    ! 已重写        overwritten.pdf  2026-04-14 10:32:06  首版（v0）
    ! 已撤回        withdrawn.pdf    2026-04-14 10:32:06  首版（v0）
    ! 误登          misfiled.pdf     2026-04-14 10:32:06  首版（v0）
    ? 未能判定      undecided.pdf    2026-04-14 10:32:06  首版（v0）
    ○ 已证明不存在  absent.pdf
    ✗ 摘要冲突      conflict.pdf
    ? 未能查验      无权读取.pdf                          没有权限读取文件“无权读取.pdf”。

    共 9 项：现行 1、已被更正 1、已重写 1、已撤回 1、误登 1、未能判定 1、已证明不存在 1、摘要冲突 1、未能查验 1
    截至 2026-04-15 10:32:06（北京时间），2026-04-15 02:32:06 UTC，区块 1,203,377。证明已在本机验证，不依赖服务器；名单取自信任文件 hunan.trust。
    未证明：不在加盐登记或批量登记的文件之中；此后没有登记。
    ");
    let json = serde_json::to_value(&report).expect("serializable");
    assert_eq!((json["exit"].as_u64(), json["counts"]["current"].as_u64()), (Some(3), Some(1)));
    assert_eq!(json["results"].as_array().map(Vec::len), Some(9));
    assert_eq!(json["results"][8]["error"]["code"], "unreadable");
}
