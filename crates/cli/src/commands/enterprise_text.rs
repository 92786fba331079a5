//! What is said of proposals about enterprises: what they would do, and that they wait.

use super::member::name_of;
use crate::{
    error::CliError,
    language::{values, Language, Texts},
    moment,
    output::Report,
    session::Session,
    text::{pairs, printable, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    enterprises::{self, Act, EnterpriseView, MandateTerms, Proposed, Registration},
    records,
    submit::Receipt,
    AccountId, BlockHash,
};
use jiandu_primitives::{
    code::EnterpriseCode,
    disclosure::Kinds,
    enterprise::DeclineReason,
    record::{ExternalId, ObjectId, Subject},
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::{btree_map::Entry, BTreeMap};

/// An enterprise with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The enterprise.
    pub enterprise: Uscc,
    /// Its registered name now.
    pub name: String,
}

/// What else is known of the enterprises and records that a proposal names by their codes and ids alone.
#[derive(Clone, Debug, Default)]
pub struct Known {
    names: BTreeMap<Uscc, String>,
    records: BTreeMap<ObjectId, (Uscc, ExternalId)>,
    /// The names of agents; none where no member has the code.
    agents: BTreeMap<Uscc, Option<String>>,
    /// Whose mandates are whose.
    mandates: BTreeMap<u64, (Uscc, Uscc)>,
}

impl Known {
    /// Takes over the name of an enterprise.
    pub fn add(&mut self, enterprise: &EnterpriseView) {
        self.names.insert(enterprise.enterprise, printable(&enterprise.name));
    }

    /// Asks the node for the names behind an act that are not known yet.
    pub async fn learn(&mut self, session: &Session, act: &Act) -> Result<(), CliError> {
        for object in records_of(act) {
            if self.records.contains_key(&object) {
                continue;
            }
            if let Some(record) = session.ask(records::show(&session.connection, object)).await? {
                let Subject::Uscc(subject) = record.subject;
                self.records.insert(object, (subject, record.external_id));
                self.learn_name(session, subject).await?;
            }
        }
        for enterprise in enterprises_of(act) {
            self.learn_name(session, enterprise).await?;
        }
        match act {
            Act::RegisterMandate { terms } => self.learn_agent(session, terms.agent).await,
            Act::EndMandate { mandate } => {
                if let Some(view) = session.ask(enterprises::mandate(&session.connection, *mandate)).await? {
                    let MandateTerms { enterprise, agent, .. } = view.terms;
                    self.mandates.insert(*mandate, (enterprise, agent));
                    self.learn_name(session, enterprise).await?;
                    self.learn_agent(session, agent).await?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    async fn learn_agent(&mut self, session: &Session, agent: Uscc) -> Result<(), CliError> {
        if let Entry::Vacant(unknown) = self.agents.entry(agent) {
            unknown.insert(name_of(session, agent).await?);
        }
        Ok(())
    }

    /// Asks the node for the name of an enterprise, unless it is known.
    pub async fn learn_name(&mut self, session: &Session, enterprise: Uscc) -> Result<(), CliError> {
        if self.names.contains_key(&enterprise) {
            return Ok(());
        }
        if let Some(shown) = session.ask(enterprises::show(&session.connection, enterprise)).await? {
            self.add(&shown);
        }
        Ok(())
    }

    /// All enterprises whose names are known.
    pub fn named(&self) -> Vec<Named> {
        self.names.iter().map(|(enterprise, name)| Named { enterprise: *enterprise, name: name.clone() }).collect()
    }

    /// An enterprise as people read it: with its name, where that is known.
    pub fn enterprise(&self, enterprise: Uscc, language: Language) -> String {
        match self.names.get(&enterprise) {
            Some(name) => named(name, enterprise, language),
            None => enterprise.to_string(),
        }
    }

    /// An agent as people read it: with its name, or that it is no member and can file nothing.
    fn agent(&self, agent: Uscc, language: Language) -> String {
        match self.agents.get(&agent) {
            Some(Some(name)) => named(name, agent, language),
            Some(None) => language.say("enterprise-no-member", &values! { uscc = agent.to_string() }),
            None => agent.to_string(),
        }
    }

    /// A record as people read it: with its subject and its external id, where those are known.
    fn record(&self, record: ObjectId, language: Language) -> String {
        match self.records.get(&record) {
            Some((subject, id)) => {
                let values = values! {
                    record = record.to_string(),
                    subject = self.enterprise(*subject, language),
                    id = id.to_string(),
                };
                language.say("enterprise-record-of", &values)
            }
            None => record.to_string(),
        }
    }
}

/// `湖南某某公司（91430100MADEW01019）`.
pub fn named(name: &str, enterprise: Uscc, language: Language) -> String {
    language.say("enterprise-named", &values! { name = printable(name), uscc = enterprise.to_string() })
}

/// A code with its tier in words, where it has one. It stands beside the name of its enterprise only.
pub fn code(code: EnterpriseCode, language: Language) -> String {
    match code.tier() {
        Some(tier) => {
            language.say("enterprise-code-tier", &values! { code = code.to_string(), tier = language.word(&tier) })
        }
        None => code.to_string(),
    }
}

/// The enterprises that an act names without their names.
fn enterprises_of(act: &Act) -> Vec<Uscc> {
    match act {
        Act::Register { .. } | Act::Misfile { .. } | Act::WithdrawSection { .. } | Act::EndMandate { .. } => Vec::new(),
        Act::RegisterMandate { terms } => vec![terms.enterprise],
        Act::Rename { enterprise, .. }
        | Act::ChangeCode { enterprise, .. }
        | Act::ChangeStatus { enterprise, .. }
        | Act::BindKey { enterprise, .. }
        | Act::PublishSection { enterprise, .. } => vec![*enterprise],
        Act::Succeed { enterprise, successors, .. } => [enterprise].into_iter().chain(successors).copied().collect(),
    }
}

/// The records that an act names.
fn records_of(act: &Act) -> Vec<ObjectId> {
    match act {
        Act::Misfile { record, to } => vec![*record, *to],
        Act::WithdrawSection { record, .. } => vec![*record],
        _ => Vec::new(),
    }
}

/// What an act would do, in one line; of many enterprises the first is named.
pub fn act_in_short(act: &Act, known: &Known, language: Language) -> String {
    match act {
        Act::Register { registrations } => match registrations.as_slice() {
            [first, _, ..] => {
                let first = named(&first.name, first.enterprise, language);
                language.say("enterprise-act-register-several", &values! { count = registrations.len(), first = first })
            }
            _ => act_in_full(act, known, language),
        },
        act => act_in_full(act, known, language),
    }
}

/// What an act would do, in full: whoever confirms it must see every value. Of many enterprises each has its line.
pub fn act_in_full(act: &Act, known: &Known, language: Language) -> String {
    let since = |since: u64| moment::short(since, language);
    match act {
        Act::Register { registrations } => {
            let lines: Vec<String> =
                registrations.iter().map(|registration| registration_text(registration, language)).collect();
            lines.join("\n")
        }
        Act::Rename { enterprise, name, since: day } => {
            let enterprise = known.enterprise(*enterprise, language);
            let values = values! { enterprise = enterprise, name = printable(name), since = since(*day) };
            language.say("enterprise-act-rename", &values)
        }
        Act::ChangeCode { enterprise, code: new, since: day } => {
            let enterprise = known.enterprise(*enterprise, language);
            let values = values! { enterprise = enterprise, code = code(*new, language), since = since(*day) };
            language.say("enterprise-act-change-code", &values)
        }
        Act::ChangeStatus { enterprise, status, since: day } => {
            let enterprise = known.enterprise(*enterprise, language);
            let values = values! { enterprise = enterprise, status = language.word(status), since = since(*day) };
            language.say("enterprise-act-change-status", &values)
        }
        Act::Succeed { enterprise, successors, succession, since: day } => {
            let successors = successors.iter().map(|successor| known.enterprise(*successor, language));
            let values = values! {
                enterprise = known.enterprise(*enterprise, language),
                successors = language.list(successors),
                succession = language.word(succession),
                since = since(*day),
            };
            language.say("enterprise-act-succeed", &values)
        }
        Act::BindKey { enterprise, key, custody, replaces, application } => {
            let mut values = values! {
                enterprise = known.enterprise(*enterprise, language),
                account = key.to_string(),
                custody = language.word(custody),
                // Any identifier of 32 bytes prints as hexadecimal.
                application = ObjectId(*application).to_string(),
            };
            match replaces {
                Some(lost) => {
                    values.extend(values! { replaces = lost.to_string() });
                    language.say("enterprise-act-bind-key-replacing", &values)
                }
                None => language.say("enterprise-act-bind-key", &values),
            }
        }
        Act::Misfile { record, to } => {
            let values = values! { record = known.record(*record, language), to = known.record(*to, language) };
            language.say("enterprise-act-misfile", &values)
        }
        Act::PublishSection { enterprise, .. } => {
            let values = values! { enterprise = known.enterprise(*enterprise, language) };
            language.say("enterprise-act-publish-section", &values)
        }
        Act::WithdrawSection { record, base, reason, .. } => {
            let values = values! {
                record = known.record(*record, language),
                base = base.to_string(),
                reason = language.word(reason),
            };
            language.say("enterprise-act-withdraw-section", &values)
        }
        Act::RegisterMandate { terms } => {
            let MandateTerms { enterprise, agent, kinds, from, until, letter } = terms;
            let values = values! {
                enterprise = known.enterprise(*enterprise, language),
                agent = known.agent(*agent, language),
                kinds = kinds_text(*kinds, language),
                since = since(*from),
                until = since(*until),
                letter = ObjectId(*letter).to_string(),
            };
            language.say("enterprise-act-register-mandate", &values)
        }
        Act::EndMandate { mandate } => match known.mandates.get(mandate) {
            Some((enterprise, agent)) => {
                let values = values! {
                    mandate = mandate.to_string(),
                    enterprise = known.enterprise(*enterprise, language),
                    agent = known.agent(*agent, language),
                };
                language.say("enterprise-act-end-mandate-of", &values)
            }
            None => language.say("enterprise-act-end-mandate", &values! { mandate = mandate.to_string() }),
        },
    }
}

/// The kinds that a mandate covers.
pub fn kinds_text(kinds: Kinds, language: Language) -> String {
    match kinds == Kinds::all() {
        true => language.text("mandate-every-kind"),
        false => language.list(kinds.iter().map(|kind| language.word(&kind))),
    }
}

fn registration_text(registration: &Registration, language: Language) -> String {
    let values = values! {
        enterprise = named(&registration.name, registration.enterprise, language),
        code = code(registration.code, language),
        since = moment::short(registration.since, language),
    };
    language.say("enterprise-act-register", &values)
}

/// A proposal that was made.
#[derive(Clone, Debug, Serialize)]
pub struct ProposedReport {
    /// Its number.
    proposal: u64,
    /// Whether it waited already, and nothing was written.
    unchanged: bool,
    /// What it would do.
    #[serde(flatten)]
    act: Act,
    /// The names of the enterprises in it.
    names: Vec<Named>,
    /// What the digest of a stamped application was salted with.
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
    #[serde(skip)]
    known: Known,
}

impl ProposedReport {
    /// A proposal of an act.
    pub fn new(act: Act, known: Known, proposed: &Proposed) -> Self {
        let Proposed { proposal, unchanged, receipt } = proposed;
        Self {
            proposal: *proposal,
            unchanged: *unchanged,
            act,
            names: known.named(),
            salt: None,
            block: receipt.block,
            block_hash: receipt.block_hash,
            finalised: receipt.finalised,
            known,
        }
    }

    /// Adds the salt of an application.
    pub fn salt(self, salt: String) -> Self {
        Self { salt: Some(salt), ..self }
    }
}

/// The sentence that a proposal waits.
pub fn proposed(proposal: u64, unchanged: bool, language: Language) -> String {
    let values = values! { proposal = proposal.to_string() };
    match unchanged {
        true => Style::Caution.paint(&language.say("enterprise-proposed-before", &values)),
        false => Style::Good.paint(&language.say("enterprise-proposed", &values)),
    }
}

impl Report for ProposedReport {
    fn text(&self, language: Language) -> String {
        let mut rows = vec![("label-call", act_in_full(&self.act, &self.known, language))];
        if let Some(salt) = &self.salt {
            rows.push(("label-salt", salt.clone()));
        }
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        let mut text = proposed(self.proposal, self.unchanged, language);
        text.push_str(&format!("\n{}", pairs(2, &labelled(rows, language))));
        if self.salt.is_some() {
            text.push_str(&format!("{}\n", Style::Caution.paint(&language.text("keep-salt"))));
        }
        let how = language.say("enterprise-how-to-confirm", &values! { proposals = self.proposal.to_string() });
        text + &format!("{how}\n")
    }
}

/// The block of a transaction, and whether it is final.
pub fn block_rows(block: u32, hash: BlockHash, finalised: bool, language: Language) -> [(&'static str, String); 2] {
    let finality = if finalised { "finality-final" } else { "finality-pending" };
    [("label-block", format!("{} ({hash})", moment::grouped(block))), ("label-finality", language.text(finality))]
}

/// Something that one person did alone.
#[derive(Clone, Debug, Serialize)]
pub struct DoneReport {
    /// What was asked for: the words of the command.
    act: &'static str,
    /// The proposal, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<u64>,
    /// Why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<DeclineReason>,
    /// The key, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<AccountId>,
    /// The block of the transaction.
    block: u32,
    /// Its hash.
    block_hash: BlockHash,
    /// Whether it is final.
    finalised: bool,
}

impl DoneReport {
    /// Every act that it tells of.
    #[cfg(test)]
    const ACTS: [&'static str; 3] = ["enterprise-decline", "enterprise-object-key", "enterprise-end-key"];

    /// An act and its transaction.
    fn new(act: &'static str, receipt: &Receipt) -> Self {
        let Receipt { block, block_hash, finalised, .. } = *receipt;
        Self { act, proposal: None, reason: None, account: None, block, block_hash, finalised }
    }

    /// A proposal was declined.
    pub fn declined(proposal: u64, reason: DeclineReason, receipt: &Receipt) -> Self {
        Self { proposal: Some(proposal), reason: Some(reason), ..Self::new("enterprise-decline", receipt) }
    }

    /// A key was objected to.
    pub fn objected(account: AccountId, receipt: &Receipt) -> Self {
        Self { account: Some(account), ..Self::new("enterprise-object-key", receipt) }
    }

    /// A key ended itself.
    pub fn ended(account: AccountId, receipt: &Receipt) -> Self {
        Self { account: Some(account), ..Self::new("enterprise-end-key", receipt) }
    }
}

impl Report for DoneReport {
    fn text(&self, language: Language) -> String {
        let done = Style::Good.paint(&language.text(&format!("done-{}", self.act)));
        let mut rows = Vec::new();
        if let Some(proposal) = self.proposal {
            rows.push(("label-proposal", proposal.to_string()));
        }
        if let Some(reason) = &self.reason {
            rows.push(("label-reason", language.word(reason)));
        }
        if let Some(account) = self.account {
            rows.push(("label-account", account.to_string()));
        }
        rows.extend(block_rows(self.block, self.block_hash, self.finalised, language));
        format!("{done}\n{}", pairs(2, &labelled(rows, language)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use jiandu_primitives::{
        disclosure::DisclosureKind,
        enterprise::{EnterpriseStatus, Succession},
        member::Custody,
        record::{VersionRef, WithdrawalReason},
    };

    /// The beginning of 2026-04-14 in Beijing.
    const DAY: u64 = 1_776_096_000;

    fn uscc() -> Uscc {
        "91350100M000100Y43".parse().expect("a valid code")
    }

    fn other() -> Uscc {
        "91430100MADEW01019".parse().expect("a valid code")
    }

    fn known() -> Known {
        let names = BTreeMap::from([(uscc(), "示例公司".to_owned()), (other(), "另一公司".to_owned())]);
        let records = BTreeMap::from([(ObjectId([1; 32]), (uscc(), "jiandu-archive.finance".parse().expect("an id")))]);
        Known { names, records, ..Known::default() }
    }

    fn registration(enterprise: Uscc, number: u32) -> Registration {
        let code = format!("HN{number:06}F").parse().expect("a code");
        Registration { enterprise, name: format!("示例{number}公司"), code, since: DAY }
    }

    fn acts() -> Vec<Act> {
        let (enterprise, since) = (uscc(), DAY);
        let key = AccountId([7; 32]);
        let application = [9; 32];
        vec![
            Act::Register { registrations: vec![registration(uscc(), 1)] },
            Act::Rename { enterprise, name: "新名公司".into(), since },
            Act::ChangeCode { enterprise, code: "HN000001G".parse().expect("a code"), since },
            Act::ChangeStatus { enterprise, status: EnterpriseStatus::Deregistered, since },
            Act::Succeed { enterprise, successors: vec![other()], succession: Succession::Absorption, since },
            Act::BindKey { enterprise, key, custody: Custody::Own, replaces: None, application },
            Act::BindKey { enterprise, key, custody: Custody::Own, replaces: Some(AccountId([8; 32])), application },
            Act::Misfile { record: ObjectId([1; 32]), to: ObjectId([2; 32]) },
            Act::PublishSection { enterprise, commitment: [3; 32] },
            Act::WithdrawSection {
                record: ObjectId([1; 32]),
                base: VersionRef { version: 2, revision: 1 },
                header: Default::default(),
                reason: WithdrawalReason::Mistake,
            },
            Act::RegisterMandate {
                terms: MandateTerms {
                    enterprise,
                    agent: other(),
                    kinds: [DisclosureKind::AnnualReport, DisclosureKind::Profile].into_iter().collect(),
                    from: DAY,
                    until: DAY + 86_400,
                    letter: [9; 32],
                },
            },
            Act::EndMandate { mandate: 7 },
        ]
    }

    #[test]
    fn an_agent_should_be_named_or_said_to_be_no_member() {
        let said = |name: Option<&str>, act: &Act| {
            let mut known = known();
            known.agents.insert(other(), name.map(ToOwned::to_owned));
            known.mandates.insert(7, (uscc(), other()));
            act_in_full(act, &known, Language::Chinese)
        };
        for act in acts().iter().rev().take(2) {
            let (named, unknown) = (said(Some("示例证券"), act), said(None, act));
            assert!(named.contains("示例证券") && named.contains("示例公司"), "{named}");
            assert!(unknown.contains("不是联盟成员"), "{unknown}");
        }
    }

    #[test]
    fn every_act_should_be_said_with_every_value_and_the_name_of_the_enterprise() {
        for language in Language::ALL {
            for act in acts() {
                let said = act_in_full(&act, &known(), language);
                assert!(!said.contains("enterprise-act") && !said.contains("{$"), "{said}");
                assert!(said.contains("示例") || matches!(act, Act::Misfile { .. } | Act::EndMandate { .. }), "{said}");
                let day = said.contains("2026-04-14");
                let dated = !matches!(
                    act,
                    Act::BindKey { .. }
                        | Act::Misfile { .. }
                        | Act::PublishSection { .. }
                        | Act::WithdrawSection { .. }
                        | Act::EndMandate { .. }
                );
                assert_eq!(day, dated, "{said}");
            }
        }
        let said = |act: &Act| act_in_full(act, &known(), Language::Chinese);
        let all: Vec<String> = acts().iter().map(said).collect();
        insta::assert_snapshot!(all.join("\n"), @r"
        登记企业示例1公司（91350100M000100Y43），企业编码 HN000001F，孵化层（F），自 2026-04-14 00:00:00（北京时间）起
        将示例公司（91350100M000100Y43）更名为新名公司，自 2026-04-14 00:00:00（北京时间）起
        将示例公司（91350100M000100Y43）的企业编码改为 HN000001G，规范层（G），自 2026-04-14 00:00:00（北京时间）起
        将示例公司（91350100M000100Y43）的状态改为“已注销”，自 2026-04-14 00:00:00（北京时间）起
        示例公司（91350100M000100Y43）自 2026-04-14 00:00:00（北京时间）起由另一公司（91430100MADEW01019）承继（吸收合并）
        为示例公司（91350100M000100Y43）绑定密钥 5CDvHBym6RLoxTdX9MS1acpaDbNxaFagqM5LpBiFGjWT6o1n（自持），申请书的加盐摘要 0909090909090909090909090909090909090909090909090909090909090909
        为示例公司（91350100M000100Y43）绑定密钥 5CDvHBym6RLoxTdX9MS1acpaDbNxaFagqM5LpBiFGjWT6o1n（自持），替换遗失的密钥 5CFEdGJJoSzzatSEsdvsQ1mgECHm3LAwxtuTfgXUXrJJZr1m，申请书的加盐摘要 0909090909090909090909090909090909090909090909090909090909090909
        将登记项 0101010101010101010101010101010101010101010101010101010101010101（主体 示例公司（91350100M000100Y43），外部编号 jiandu-archive.finance）标为误登，正确的登记项为 0202020202020202020202020202020202020202020202020202020202020202
        发布示例公司（91350100M000100Y43）的一个档案栏目，内容见提交人的提交单
        撤回登记项 0101010101010101010101010101010101010101010101010101010101010101（主体 示例公司（91350100M000100Y43），外部编号 jiandu-archive.finance）的档案栏目，其最新版本为 2.1，原因：登记错误
        登记示例公司（91350100M000100Y43）对91430100MADEW01019的委托：年度报告、企业展示信息，自 2026-04-14 00:00:00（北京时间）至 2026-04-15 00:00:00（北京时间），委托书的加盐摘要 0909090909090909090909090909090909090909090909090909090909090909
        解除第 7 号委托
        ");
    }

    #[test]
    fn a_registration_of_many_should_be_short_in_a_list_and_full_before_it_is_confirmed() {
        let registrations = vec![registration(uscc(), 1), registration(other(), 2)];
        let act = Act::Register { registrations };
        for language in Language::ALL {
            let (short, full) = (act_in_short(&act, &known(), language), act_in_full(&act, &known(), language));
            assert!(short.contains('2') && short.contains("示例1公司") && short.lines().count() == 1, "{short}");
            assert!(full.contains("HN000001F") && full.contains("HN000002F") && full.lines().count() == 2, "{full}");
        }
    }

    #[test]
    fn an_enterprise_that_is_not_known_should_be_shown_by_its_code_for_life() {
        assert_eq!(Known::default().enterprise(uscc(), Language::Chinese), uscc().to_string());
        assert!(known().enterprise(uscc(), Language::Chinese).contains("示例公司"));
    }

    #[test]
    fn every_act_of_one_person_should_have_a_sentence() {
        for language in Language::ALL {
            for act in DoneReport::ACTS {
                assert!(language.find(&format!("done-{act}")).is_some(), "done-{act} in {}", language.tag());
            }
        }
    }

    #[test]
    fn a_proposal_should_say_how_to_confirm_it_and_a_salt_that_it_must_be_kept() {
        let receipt = Receipt { block: 7, block_hash: BlockHash([1; 32]), finalised: true, events: Vec::new() };
        let proposed = |unchanged| Proposed { proposal: 12, unchanged, receipt: receipt.clone() };
        let act = Act::BindKey {
            enterprise: uscc(),
            key: AccountId([7; 32]),
            custody: Custody::Own,
            replaces: None,
            application: [9; 32],
        };
        let report = ProposedReport::new(act, known(), &proposed(false)).salt("5a".repeat(32));
        for language in Language::ALL {
            let text = plain(&report.text(language));
            assert!(text.contains("jiandu enterprise confirm 12") && text.contains(&"5a".repeat(32)), "{text}");
            assert!(text.contains(&language.text("keep-salt")), "{text}");
        }
        let json = serde_json::to_value(&report).expect("serializable");
        assert_eq!(json["act"], "bind-key");
        assert_eq!(json["proposal"], 12);
        assert_eq!(json["salt"], "5a".repeat(32));
        assert_eq!(json["names"][0]["name"], "示例公司");
        let again = ProposedReport::new(acts().remove(1), known(), &proposed(true));
        assert!(plain(&again.text(Language::Chinese)).contains("此前已提交"));
    }
}
