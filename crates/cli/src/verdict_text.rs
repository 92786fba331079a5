//! The words of a finding: one sentence, then who, when, which version, what is proved and what is not, and how that is known.

use crate::{
    finding::{Against, Answer, Asked, Finding},
    hashing::STANDARD_INPUT,
    language::{values, Language, Texts},
    moment,
    text::{pairs, Style},
};
use jiandu_client::texts;
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    record::{Operation, RecordState, VersionRef},
    uscc::Uscc,
    verdict::{Entry, Standing},
};

/// A version as people call it: 首版（v0）, 第 1 次更正（v1）, v1 第 1 次重写.
pub fn version(at: VersionRef, language: Language) -> String {
    texts::version(language, at)
}

/// A snapshot as people call it: of a withdrawal there is no corrected version to speak of.
pub fn snapshot(at: VersionRef, operation: Operation, language: Language) -> String {
    match operation {
        Operation::Withdraw => language.say("version-withdrawal", &values! { version = at.version }),
        Operation::Create | Operation::Update | Operation::Overwrite => version(at, language),
    }
}

/// The answer in one sentence, with what it rests on.
pub fn headline(finding: &Finding, language: Language) -> String {
    if finding.proven.conflict {
        return claim(finding, language);
    }
    let basis = match finding.against {
        Against::TrustFile(_) => language.text("basis-trust-file"),
        Against::Node(_) => language.text("basis-node"),
    };
    language.say("headline", &values! { basis = basis, claim = claim(finding, language) })
}

/// The answer in one sentence.
pub fn claim(finding: &Finding, language: Language) -> String {
    let what = asked(finding, language);
    let block = moment::grouped(finding.as_of().block);
    let answer = finding.answer();
    let Some(entry) = finding.leading().filter(|_| answer != Answer::Undecided) else {
        return language.say(&format!("claim-{}", answer.name()), &values! { what = what, block = block });
    };
    let at = version(entry.anchor.last, language);
    match (entry.standing, entry.record) {
        (Standing::Current, _) => {
            let when = moment::short(entry.anchor.at.time, language);
            language.say("claim-current", &values! { what = what, when = when, block = block })
        }
        (Standing::Superseded { by }, RecordState::Live) => {
            let (by, head) = (version(by, language), version(entry.head, language));
            language
                .say("claim-superseded", &values! { what = what, version = at, by = by, head = head, block = block })
        }
        (Standing::Overwritten { by }, RecordState::Live) => {
            let (by, head) = (version(by, language), version(entry.head, language));
            language
                .say("claim-overwritten", &values! { what = what, version = at, by = by, head = head, block = block })
        }
        (Standing::Superseded { by } | Standing::Overwritten { by }, state) => {
            let key = match entry.standing {
                Standing::Superseded { .. } => "claim-superseded-closed",
                _ => "claim-overwritten-closed",
            };
            let (by, state) = (version(by, language), record_state(state, language));
            language.say(key, &values! { what = what, version = at, by = by, state = state })
        }
        (Standing::Withdrawn | Standing::Misfiled, state) => {
            let state = record_state(state, language);
            language.say("claim-closed", &values! { what = what, version = at, state = state })
        }
    }
}

/// Everything that a person may want to know of a finding.
pub fn full(finding: &Finding, language: Language) -> String {
    let (mark, style) = mark(finding.answer());
    let mut text = format!("{} {}\n", style.paint(mark), Style::Strong.paint(&headline(finding, language)));
    if finding.proven.conflict {
        text.push_str(&conflicting_digests(finding, language));
    } else if let Some(verdict) = finding.verdict() {
        let many = verdict.entries.len() > 1;
        for (entry, number) in verdict.entries.iter().zip(1u32..) {
            text.push('\n');
            if many {
                let values = values! { number = number, count = verdict.entries.len() };
                text.push_str(&format!("  {}\n", Style::Strong.paint(&language.say("entry-number", &values))));
            }
            text.push_str(&pairs(2, &entry_pairs(entry, finding, language)));
        }
        if verdict.unlisted > 0 {
            text.push_str(&format!("\n  {}\n", language.say("unlisted", &values! { count = verdict.unlisted })));
        }
    }
    text.push('\n');
    text.push_str(&pairs(2, &proof_pairs(finding, language)));
    text
}

/// The block that answers are said of, and how they are known: what several answers share.
pub fn basis(finding: &Finding, language: Language) -> String {
    let values = values! {
        when = moment::full(finding.as_of(), language),
        checked = checked(finding, language),
        source = source(finding, language),
    };
    language.say("basis", &values)
}

fn checked(finding: &Finding, language: Language) -> String {
    match finding.against {
        Against::TrustFile(_) => language.text("checked-here"),
        Against::Node(_) => language.text("checked-here-by-node"),
    }
}

fn source(finding: &Finding, language: Language) -> String {
    match &finding.against {
        Against::TrustFile(file) => language.say("validators-trust-file", &values! { file = file.clone() }),
        Against::Node(url) => language.say("validators-node", &values! { url = url.clone() }),
    }
}

/// The mark before an answer, and its style.
pub fn mark(answer: Answer) -> (&'static str, Style) {
    match answer {
        Answer::Current => ("✓", Style::Good),
        Answer::Superseded | Answer::Overwritten | Answer::Withdrawn | Answer::Misfiled => ("!", Style::Caution),
        Answer::Undecided => ("?", Style::Caution),
        Answer::Absent => ("○", Style::Caution),
        Answer::Conflict => ("✗", Style::Bad),
    }
}

fn asked(finding: &Finding, language: Language) -> String {
    match &finding.asked {
        Asked::File { name, .. } if name == STANDARD_INPUT => language.text("asked-standard-input"),
        Asked::File { name, .. } => language.say("asked-file", &values! { file = name.clone() }),
        // In full they stand below.
        Asked::Digests => {
            let digests = finding.proven.verdicts.iter().map(|(digest, _)| abbreviated(digest));
            language.say("asked-digest", &values! { digest = language.list(digests) })
        }
    }
}

/// `sm3:66c7f0f462eeedd9…`
fn abbreviated(digest: &ContentHash) -> String {
    let digest = digest.to_string();
    let end = digest.find(':').map_or(digest.len(), |colon| colon.saturating_add(17));
    digest.get(..end).map_or(digest.clone(), |beginning| format!("{beginning}…"))
}

/// The standing of an entry, in a few words.
pub fn standing(entry: &Entry, language: Language) -> String {
    match entry.standing {
        Standing::Current | Standing::Superseded { .. } | Standing::Overwritten { .. } => {
            language.word(&entry.standing)
        }
        Standing::Withdrawn | Standing::Misfiled => record_state(entry.record, language),
    }
}

/// The state of a record, in a few words.
pub fn record_state(state: RecordState, language: Language) -> String {
    match state {
        RecordState::Live => language.word(&state),
        RecordState::Withdrawn { reason, at } => {
            let reason = language.word(&reason);
            let when = moment::short(at.time, language);
            language.say("record-withdrawn", &values! { reason = reason, when = when })
        }
        RecordState::Misfiled { to, at } => {
            let when = moment::short(at.time, language);
            language.say("record-misfiled", &values! { record = to.to_string(), when = when })
        }
    }
}

fn entry_pairs(entry: &Entry, finding: &Finding, language: Language) -> Vec<(String, String)> {
    let by = &entry.anchor.by;
    let custody = language.word(&by.custody);
    let kind = language.word(&entry.kind);
    let operator = values! { handle = by.handle.to_string(), custody = custody };
    let record = values! { record = entry.anchor.object.to_string(), kind = kind };
    let mut rows = vec![
        ("label-subject", entry.subject.to_string()),
        ("label-organisation", organisation(&by.organisation, finding, language)),
        ("label-operator", language.say("operator", &operator)),
        ("label-anchored", moment::full(entry.anchor.at, language)),
        ("label-version", versions(entry, language)),
        ("label-standing", standing(entry, language)),
    ];
    match (entry.standing, entry.record) {
        (Standing::Superseded { .. } | Standing::Overwritten { .. }, RecordState::Live) => {
            rows.push(("label-head", version(entry.head, language)));
        }
        (Standing::Superseded { .. } | Standing::Overwritten { .. }, state) => {
            rows.push(("label-record-state", record_state(state, language)));
        }
        _ => (),
    }
    rows.push(("label-record", language.say("record-and-kind", &record)));
    let restrictions = [(entry.frozen, "restriction-frozen"), (entry.anchor.backfilled, "restriction-backfilled")];
    let restrictions: Vec<String> =
        restrictions.iter().filter(|(holds, _)| *holds).map(|(_, key)| language.text(key)).collect();
    if !restrictions.is_empty() {
        rows.push(("label-restriction", restrictions.join("\n")));
    }
    labelled(rows, language)
}

fn versions(entry: &Entry, language: Language) -> String {
    let (first, last) = (version(entry.anchor.first, language), version(entry.anchor.last, language));
    if first == last {
        return first;
    }
    language.say("version-range", &values! { first = first, last = last })
}

fn organisation(uscc: &Uscc, finding: &Finding, language: Language) -> String {
    match finding.names.get(uscc) {
        Some(name) => language.say("organisation-named", &values! { name = name.clone(), uscc = uscc.to_string() }),
        None => uscc.to_string(),
    }
}

fn conflicting_digests(finding: &Finding, language: Language) -> String {
    let mut text = String::new();
    for (digest, verdict) in &finding.proven.verdicts {
        let mut records: Vec<(String, String)> =
            verdict.entries.iter().map(|entry| (entry.anchor.object.to_string(), standing(entry, language))).collect();
        if records.is_empty() {
            records.push((language.text("standing-absent"), String::new()));
        }
        text.push_str(&format!("\n  {digest}\n{}", pairs(4, &records)));
    }
    text
}

fn proof_pairs(finding: &Finding, language: Language) -> Vec<(String, String)> {
    let digests = finding.proven.verdicts.iter().map(|(digest, _)| digest.to_string());
    let mut rows = vec![("label-digests", digests.collect::<Vec<_>>().join("\n"))];
    match (finding.answer(), finding.leading()) {
        (Answer::Conflict, _) => rows.push(("label-not-proved", language.text("not-proved-conflict"))),
        (Answer::Undecided, _) => rows.push(("label-not-proved", language.text("not-proved-undecided"))),
        (Answer::Absent, _) | (_, None) => {
            let scope = values! { block = moment::grouped(finding.as_of().block) };
            let mut scope = language.say("proved-absent", &scope);
            if finding.proven.verdicts.iter().all(|(digest, _)| digest.alg == DigestAlg::Sha256) {
                scope = format!("{scope}\n{}", language.text("proved-absent-sha256"));
            }
            rows.push(("label-proved", scope));
            rows.push(("label-not-proved", language.text("not-proved-absent")));
            rows.push(("label-hint", language.text("hint-absent")));
        }
        (_, Some(entry)) => {
            let since = values! { when = moment::short(entry.anchor.at.time, language) };
            rows.push(("label-proved", language.say("proved-unchanged", &since)));
            rows.push(("label-not-proved", language.text("not-proved")));
        }
    }
    let proven = &finding.proven;
    let validators = values! {
        signers = proven.signers.len(),
        validators = proven.validators,
        source = source(finding, language),
    };
    let chain = values! { name = finding.chain.name.clone(), genesis = finding.chain.genesis.to_string() };
    let mut chain = language.say("chain-and-genesis", &chain);
    if finding.chain.development {
        chain = format!("{chain}\n{}", Style::Caution.paint(&language.text("chain-development")));
    }
    rows.push(("label-as-of", moment::full(finding.as_of(), language)));
    rows.push(("label-chain", chain));
    rows.push(("label-checked", checked(finding, language)));
    rows.push(("label-validators", language.say("validators", &validators)));
    rows.push(("label-signers", proven.signers.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")));
    rows.push(("label-time-source", language.text("time-by-validators")));
    labelled(rows, language)
}

/// The labels of rows, in words.
pub fn labelled(rows: Vec<(&'static str, String)>, language: Language) -> Vec<(String, String)> {
    rows.into_iter().map(|(key, value)| (language.text(key), value)).collect()
}
