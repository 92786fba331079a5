//! `jiandu enterprise`: what is said of enterprises, by two persons of the exchange; and finding them, whatever they were
//! called.

use super::{
    act::submitted,
    enterprise_card::{EnterpriseReport, ResolvedReport},
    enterprise_proposals,
    enterprise_text::{code, named, DoneReport, Known, ProposedReport},
    letter::Letter,
    member::name_of,
};
use crate::{
    args::{BindKeyArguments, Common, EnterpriseCommand},
    enterprise_values::today,
    error::CliError,
    exit::Exit,
    language::Language,
    output::Output,
    session::Session,
};
use jiandu_client::{
    enterprises::{self, Act, EnterpriseView, Query, Registration, Resolved},
    submit::Wait,
    AccountId, SigningKey,
};
use jiandu_primitives::{
    code::Tier,
    enterprise::{EnterpriseStatus, Succession},
};

/// How it is known that a transaction was sent, and its fate is not.
pub const NOT_FINAL: [&str; 2] = ["submit-not-final", "submit-not-in-block"];

/// Runs `jiandu enterprise`.
pub async fn run(command: EnterpriseCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        EnterpriseCommand::Register { uscc: enterprise, name, code, since } => {
            let session = Session::open(common, output).await?;
            let key = session.key(common)?;
            let since = since.unwrap_or_else(today);
            let registrations = vec![Registration { enterprise, name, code, since }];
            output.report(&propose(&session, &key, Act::Register { registrations }, Known::default()).await?)?;
            Ok(Exit::Ok)
        }
        EnterpriseCommand::Proposals { proposals } => enterprise_proposals::list(&proposals, common, output).await,
        EnterpriseCommand::Confirm { proposals, all } => {
            enterprise_proposals::confirm(&proposals, all, common, output).await
        }
        EnterpriseCommand::Decline { proposal, reason } => {
            let receipt =
                submitted(common, output, async |submitter| enterprises::decline(submitter, proposal, reason).await);
            output.report(&DoneReport::declined(proposal, reason, &receipt.await?))?;
            Ok(Exit::Ok)
        }
        EnterpriseCommand::Rename { enterprise, new_name, since } => {
            let act = |view: &EnterpriseView| {
                let since = since.unwrap_or_else(today);
                Act::Rename { enterprise: view.enterprise, name: new_name, since }
            };
            change(&enterprise, act, common, output).await
        }
        EnterpriseCommand::Tier { enterprise, tier, since } => {
            change(&enterprise, |view| new_tier(view, tier, since), common, output).await
        }
        EnterpriseCommand::Code { enterprise, code, since } => {
            let act = |view: &EnterpriseView| {
                let since = since.unwrap_or_else(today);
                Act::ChangeCode { enterprise: view.enterprise, code, since }
            };
            change(&enterprise, act, common, output).await
        }
        EnterpriseCommand::Status { enterprise, status, since } => {
            change(&enterprise, |view| new_status(view, status, since), common, output).await
        }
        EnterpriseCommand::Succeed { enterprise, by, succession, since } => {
            succeed(&enterprise, &by, succession, since, common, output).await
        }
        EnterpriseCommand::BindKey(arguments) => bind_key(arguments, common, output).await,
        EnterpriseCommand::ObjectKey { account } => object_key(account, common, output).await,
        EnterpriseCommand::EndKey => end_key(common, output).await,
        EnterpriseCommand::Show { enterprise } => show(&enterprise, common, output).await,
        EnterpriseCommand::Resolve { text } => resolve(text, common, output).await,
    }
}

/// Only the letter changes.
fn new_tier(view: &EnterpriseView, tier: Tier, since: Option<u64>) -> Act {
    let code = view.code.with_tier(Some(tier));
    Act::ChangeCode { enterprise: view.enterprise, code, since: since.unwrap_or_else(today) }
}

fn new_status(view: &EnterpriseView, status: EnterpriseStatus, since: Option<u64>) -> Act {
    Act::ChangeStatus { enterprise: view.enterprise, status, since: since.unwrap_or_else(today) }
}

/// The enterprises that a query leads to, at least one; of a code with a tier that none ever had, the one that has the number
/// is named in the error.
pub async fn found(session: &Session, query: &Query) -> Result<Vec<EnterpriseView>, CliError> {
    let resolved = session.ask(enterprises::resolve(&session.connection, query)).await?;
    really(resolved, session.output.language)
}

fn really(
    Resolved { query, held, enterprises }: Resolved,
    language: Language,
) -> Result<Vec<EnterpriseView>, CliError> {
    match enterprises.as_slice() {
        [] => Err(CliError::UnknownEnterprise { enterprise: asked(&query).into() }),
        [other, ..] if !held => Err(CliError::CodeNeverHeld {
            code: asked(&query).into(),
            enterprise: named(&other.name, other.enterprise, language).into(),
            current: code(other.code, language).into(),
        }),
        _ => Ok(enterprises),
    }
}

/// A query as it was asked.
fn asked(query: &Query) -> String {
    match query {
        Query::Uscc(uscc) => uscc.to_string(),
        Query::Code(code) => code.to_string(),
        Query::Did(did) => did.to_string(),
        Query::Name(name) => name.clone(),
    }
}

/// The one enterprise that a query leads to.
pub async fn the_one(session: &Session, query: &Query) -> Result<EnterpriseView, CliError> {
    only(query, found(session, query).await?, session.output.language)
}

fn only(query: &Query, mut found: Vec<EnterpriseView>, language: Language) -> Result<EnterpriseView, CliError> {
    match (found.pop(), found.is_empty()) {
        (Some(one), true) => Ok(one),
        (Some(last), false) => {
            let names = found.iter().chain([&last]).map(|one| named(&one.name, one.enterprise, language));
            Err(CliError::SeveralEnterprises { value: asked(query).into(), found: language.list(names).into() })
        }
        (None, _) => Err(CliError::UnknownEnterprise { enterprise: asked(query).into() }),
    }
}

/// Proposes an act, and says who confirms it.
pub async fn propose(
    session: &Session,
    key: &SigningKey,
    act: Act,
    mut known: Known,
) -> Result<ProposedReport, CliError> {
    known.learn(session, &act).await?;
    let proposed =
        session.submit(key, Wait::Final, async |submitter| enterprises::propose(submitter, &act).await).await?;
    Ok(ProposedReport::new(act, known, &proposed))
}

/// Proposes a change of one enterprise.
async fn change(
    enterprise: &Query,
    act: impl FnOnce(&EnterpriseView) -> Act,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, enterprise).await?;
    let mut known = Known::default();
    known.add(&view);
    output.report(&propose(&session, &key, act(&view), known).await?)?;
    Ok(Exit::Ok)
}

async fn succeed(
    enterprise: &Query,
    by: &[Query],
    succession: Succession,
    since: Option<u64>,
    common: &Common,
    output: Output,
) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, enterprise).await?;
    let mut known = Known::default();
    known.add(&view);
    let mut successors = Vec::with_capacity(by.len());
    for query in by {
        let successor = the_one(&session, query).await?;
        known.add(&successor);
        successors.push(successor.enterprise);
    }
    let since = since.unwrap_or_else(today);
    let act = Act::Succeed { enterprise: view.enterprise, successors, succession, since };
    output.report(&propose(&session, &key, act, known).await?)?;
    Ok(Exit::Ok)
}

/// Proposes a key. The salt is shown before anything is sent, and in the error where the fate of the proposal is unknown:
/// without it nobody could show which letter the key was bound on.
async fn bind_key(arguments: BindKeyArguments, common: &Common, output: Output) -> Result<Exit, CliError> {
    let BindKeyArguments { enterprise, account, application, replaces, custody } = arguments;
    let letter = Letter::hash(&application, output)?;
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let view = the_one(&session, &enterprise).await?;
    let (application, shown) = letter.salted(output)?;
    let mut known = Known::default();
    known.add(&view);
    let act = Act::BindKey { enterprise: view.enterprise, key: account, custody, replaces, application };
    let report = propose(&session, &key, act, known).await.map_err(|error| match error.code() {
        code if NOT_FINAL.contains(&code) => CliError::ApplicationNotFinal { salt: shown.as_str().into() },
        _ => error,
    })?;
    output.report(&report.salt(shown))?;
    Ok(Exit::Ok)
}

async fn object_key(account: AccountId, common: &Common, output: Output) -> Result<Exit, CliError> {
    let receipt =
        submitted(common, output, async |submitter| enterprises::object_to_key(submitter, account).await).await?;
    output.report(&DoneReport::objected(account, &receipt))?;
    Ok(Exit::Ok)
}

async fn end_key(common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let key = session.key(common)?;
    let receipt = session.submit(&key, Wait::Final, async |submitter| enterprises::end_key(submitter).await).await?;
    output.report(&DoneReport::ended(key.account(), &receipt))?;
    Ok(Exit::Ok)
}

async fn show(enterprise: &Query, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let view = the_one(&session, enterprise).await?;
    let as_of = session.ask(session.connection.finalized()).await?.moment;
    let registrar_name = name_of(&session, view.registrar).await?;
    let mut known = Known::default();
    let successors = view.successors.iter().map(|successor| successor.value.enterprise);
    for other in successors.chain(view.predecessors.iter().copied()) {
        known.learn_name(&session, other).await?;
    }
    output.report(&EnterpriseReport::new(view, registrar_name, known, as_of))?;
    Ok(Exit::Ok)
}

async fn resolve(query: Query, common: &Common, output: Output) -> Result<Exit, CliError> {
    let session = Session::open(common, output).await?;
    let enterprises = found(&session, &query).await?;
    output.report(&ResolvedReport::new(query, &enterprises))?;
    Ok(Exit::Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::enterprise_card::tests::enterprise;

    fn resolved(text: &str, held: bool, enterprises: Vec<EnterpriseView>) -> Resolved {
        Resolved { query: text.parse().expect("a query"), held, enterprises }
    }

    fn one(text: &str, held: bool, enterprises: Vec<EnterpriseView>) -> Result<EnterpriseView, CliError> {
        let query = text.parse().expect("a query");
        let found = really(resolved(text, held, enterprises), Language::Chinese)?;
        only(&query, found, Language::Chinese)
    }

    #[test]
    fn a_query_should_lead_to_exactly_one_enterprise() {
        assert_eq!(one("新名公司", true, vec![enterprise()]), Ok(enterprise()));
        let none = one("没有公司", true, vec![]).expect_err("unknown");
        assert_eq!((none.code(), none.exit()), ("unknown-enterprise", Exit::Unknown));
        let never = one("HN000001P", false, vec![enterprise()]).expect_err("never held");
        assert_eq!((never.code(), never.exit()), ("code-never-held", Exit::Unknown));
        let mut other = enterprise();
        other.enterprise = "91430100MADEW01019".parse().expect("a code");
        let several = one("新名公司", true, vec![enterprise(), other]).expect_err("several");
        assert_eq!((several.code(), several.exit()), ("several-enterprises", Exit::Usage));
        for language in Language::ALL {
            let said = format!("{} {}", several.message(language), several.help(language));
            for uscc in ["91350100M000100Y43", "91430100MADEW01019"] {
                assert!(said.contains(uscc), "{uscc} in {said}");
            }
            let said = format!("{} {}", never.message(language), never.help(language));
            for part in ["HN000001P", "HN000001G", "新名公司"] {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
    }

    #[test]
    fn a_change_of_tier_should_keep_the_number() {
        let act = new_tier(&enterprise(), Tier::Cultivation, Some(7));
        let Act::ChangeCode { code, since, .. } = act else { panic!("{act:?}") };
        assert_eq!((code.to_string(), since), ("HN000001P".to_owned(), 7));
    }

    #[test]
    fn a_change_without_a_day_should_hold_since_today() {
        let act = new_status(&enterprise(), EnterpriseStatus::Closed, None);
        assert!(matches!(act, Act::ChangeStatus { since, .. } if since == today()));
    }
}
