//! `jiandu member`: the organisations of the consortium and their keys.

use super::act::{submitted, submitted_in, ActReport};
use crate::{
    args::{Common, MemberCommand, NewKeyArguments},
    error::CliError,
    exit::Exit,
    language::{values, Language, Texts},
    moment,
    output::{Output, Report},
    session::Session,
    text::{pairs, printable, table, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    members::{self, Authority, KeyStatus, KeyView, NewKey, OrganisationDetail, OrganisationView, StatusChange},
    submit::Submitter,
    vault::PublicKey,
    AccountId,
};
use jiandu_primitives::{
    member::{Role, Roles},
    uscc::Uscc,
};
use serde::Serialize;

/// A beginning in the past, which the chain takes for the moment of the call.
const AT_ONCE: u64 = 0;

/// Runs `jiandu member`.
pub async fn run(command: MemberCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    match command {
        MemberCommand::List => {
            let session = Session::open(common, output).await?;
            let members = session.ask(members::list(&session.connection)).await?;
            output.report(&MembersReport { members })?;
        }
        MemberCommand::Show { uscc } => {
            let session = Session::open(common, output).await?;
            let member = session.ask(members::show(&session.connection, uscc)).await?;
            let member = member.ok_or_else(|| CliError::UnknownMember { member: uscc.into() })?;
            output.report(&MemberReport(member))?;
        }
        MemberCommand::Add { uscc, kind, name, administrator, key } => {
            // Without this role nobody could admit the organisation's other keys, and the chain refuses.
            let roles = roles(&key).union(Roles::of(&[Role::Administrator]));
            let key = new_key(administrator, roles, &key)?;
            let outcome = submitted(common, output, async |submitter| {
                members::admit_organisation(submitter, uscc, kind, &name, key).await
            });
            output.report(&ActReport::of_outcome("member-add", outcome.await?).organisation(uscc).key(key))?;
        }
        MemberCommand::Suspend { uscc, reason } => {
            let outcome = submitted(common, output, async |submitter| {
                members::suspend_organisation(submitter, uscc, reason).await
            });
            output.report(&ActReport::of_outcome("member-suspend", outcome.await?).organisation(uscc))?;
        }
        MemberCommand::Reinstate { uscc } => {
            let outcome =
                submitted(common, output, async |submitter| members::reinstate_organisation(submitter, uscc).await);
            output.report(&ActReport::of_outcome("member-reinstate", outcome.await?).organisation(uscc))?;
        }
        MemberCommand::Remove { uscc, reason } => {
            let outcome = submitted(common, output, async |submitter| {
                members::remove_organisation(submitter, uscc, reason).await
            });
            output.report(&ActReport::of_outcome("member-remove", outcome.await?).organisation(uscc))?;
        }
        MemberCommand::AddKey { uscc, account, key, council } => {
            let roles = roles(&key);
            if roles.is_empty() {
                return Err(CliError::MissingArgument { arguments: "--role <ROLE>".into() });
            }
            let key = new_key(account, roles, &key)?;
            let outcome = submitted(common, output, async |submitter| {
                members::admit_key(submitter, authority(council), uscc, key).await
            });
            output.report(&ActReport::of_outcome("member-add-key", outcome.await?).organisation(uscc).key(key))?;
        }
        MemberCommand::RotateKey { account, custody } => {
            let receipt =
                submitted(common, output, async |submitter| members::rotate_key(submitter, account, custody).await);
            output.report(&ActReport::of_receipt("member-rotate-key", receipt.await?).account(account))?;
            output.note(&output.language.text("note-key-rotated"))?;
        }
        MemberCommand::SuspendKey { account, council } => {
            let outcome = submitted(common, output, async |submitter| {
                members::suspend_key(submitter, authority(council), account).await
            });
            output.report(&ActReport::of_outcome("member-suspend-key", outcome.await?).account(account))?;
        }
        MemberCommand::ReinstateKey { account, council } => {
            let outcome = submitted(common, output, async |submitter| {
                members::reinstate_key(submitter, authority(council), account).await
            });
            output.report(&ActReport::of_outcome("member-reinstate-key", outcome.await?).account(account))?;
        }
        MemberCommand::RevokeKey { account, reason, council } => {
            let outcome = submitted(common, output, async |submitter| {
                members::revoke_key(submitter, authority(council), account, reason).await
            });
            output.report(&ActReport::of_outcome("member-revoke-key", outcome.await?).account(account))?;
        }
        MemberCommand::EndHandle { uscc, handle, reason, from, council } => {
            let outcome = submitted(common, output, async |submitter| {
                let from = from.unwrap_or(AT_ONCE);
                members::end_handle(submitter, authority(council), uscc, handle, from, reason).await
            });
            let report = ActReport::of_outcome("member-end-handle", outcome.await?).organisation(uscc);
            output.report(&report.handle(handle, from))?;
        }
        MemberCommand::SetEncryptionKey { recipient } => {
            let session = Session::open(common, output).await?;
            let recipient = match recipient {
                Some(recipient) => recipient,
                None => session.key(common)?.reading_key()?.to_public(),
            };
            let public = PublicKey::of(&recipient)
                .map_err(|_| CliError::BadRecipient { value: recipient.to_string().into() })?;
            let registering =
                async |submitter: &mut Submitter<'_>| members::register_encryption_key(submitter, public.into()).await;
            let (_, receipt) = submitted_in(&session, common, registering).await?;
            output.report(&ActReport::of_receipt("member-set-encryption-key", receipt))?;
        }
        MemberCommand::AppointDeputy { account, roles, from, until } => {
            let roles: Roles = roles.into_iter().collect();
            let receipt = submitted(common, output, async |submitter| {
                members::appoint_deputy(submitter, account, roles, from.unwrap_or(AT_ONCE), until).await
            });
            let report = ActReport::of_receipt("member-appoint-deputy", receipt.await?).account(account);
            output.report(&report.deputation(roles, from, until))?;
        }
        MemberCommand::EndDeputy { account } => {
            let receipt =
                submitted(common, output, async |submitter| members::end_deputation(submitter, account).await);
            output.report(&ActReport::of_receipt("member-end-deputy", receipt.await?).account(account))?;
        }
    }
    Ok(Exit::Ok)
}

const fn authority(council: bool) -> Authority {
    match council {
        true => Authority::Council,
        false => Authority::Administrator,
    }
}

fn roles(key: &NewKeyArguments) -> Roles {
    key.roles.iter().copied().collect()
}

fn new_key(account: AccountId, roles: Roles, key: &NewKeyArguments) -> Result<NewKey, CliError> {
    let handle = match key.handle {
        Some(handle) => handle,
        None => members::random_handle()?,
    };
    let from = key.from.unwrap_or(AT_ONCE);
    Ok(NewKey { account, handle, roles, custody: key.custody, from, until: key.until })
}

/// All organisations.
#[derive(Debug, Serialize)]
struct MembersReport {
    /// In the order of their codes.
    members: Vec<OrganisationView>,
}

impl Report for MembersReport {
    fn text(&self, language: Language) -> String {
        let headings = ["label-uscc", "label-kind", "label-standing", "label-since", "label-name"];
        let rows: Vec<[String; 5]> = self
            .members
            .iter()
            .map(|member| {
                [
                    member.organisation.to_string(),
                    language.word(&member.kind),
                    language.word(&member.status),
                    moment::short(member.since.time, language),
                    printable(&member.name),
                ]
            })
            .collect();
        table(headings.map(|key| language.text(key)), &rows)
            + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

/// One organisation.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct MemberReport(OrganisationDetail);

impl Report for MemberReport {
    fn text(&self, language: Language) -> String {
        let OrganisationDetail { organisation, keys, changes } = &self.0;
        let mut rows = vec![
            ("label-name", printable(&organisation.name)),
            ("label-uscc", organisation.organisation.to_string()),
            ("label-kind", language.word(&organisation.kind)),
            ("label-standing", language.word(&organisation.status)),
            ("label-since", moment::full(organisation.since, language)),
        ];
        if let Some(until) = organisation.until {
            rows.push(("label-until", moment::full(until, language)));
        }
        if !changes.is_empty() {
            let changes: Vec<String> = changes.iter().map(|change| change_text(change, language)).collect();
            rows.push(("label-changes", changes.join("\n")));
        }
        let mut text = pairs(0, &labelled(rows, language));
        for key in keys {
            text.push_str(&format!("\n{}\n", Style::Strong.paint(&key.account.to_string())));
            text.push_str(&pairs(2, &key_pairs(key, language)));
        }
        text + &format!("\n{}\n", Style::Faint.paint(&language.text("node-says")))
    }
}

fn change_text(change: &StatusChange, language: Language) -> String {
    let (status, when) = (language.word(&change.status), moment::full(change.at, language));
    match &change.reason {
        Some(reason) => {
            let values = values! { status = status, when = when, reason = language.word(reason) };
            language.say("change-with-reason", &values)
        }
        None => language.say("change", &values! { status = status, when = when }),
    }
}

fn key_pairs(key: &KeyView, language: Language) -> Vec<(String, String)> {
    let status = match &key.status {
        KeyStatus::Ended { reason } => {
            let values = values! { status = language.word(&key.status), reason = language.word(reason) };
            language.say("key-ended", &values)
        }
        status => language.word(status),
    };
    let mut rows = vec![
        ("label-handle", key.handle.to_string()),
        ("label-roles", role_names(key.roles, language)),
        ("label-custody", language.word(&key.custody)),
        ("label-standing", status),
        ("label-validity", window(key.from, key.until, language)),
    ];
    if let Some(deputation) = &key.deputation {
        let values = values! {
            roles = role_names(deputation.roles, language),
            window = window(deputation.from, Some(deputation.until), language),
        };
        rows.push(("label-deputation", language.say("deputation", &values)));
    }
    labelled(rows, language)
}

/// Roles as people read them.
pub fn role_names(roles: Roles, language: Language) -> String {
    language.list(roles.iter().map(|role| language.word(&role)))
}

/// A window of validity.
pub fn window(from: u64, until: Option<u64>, language: Language) -> String {
    let from = moment::short(from, language);
    match until {
        Some(until) => language.say("window", &values! { from = from, until = moment::short(until, language) }),
        None => language.say("window-open", &values! { from = from }),
    }
}

/// The name of an organisation, as the node gives it; none where it knows none.
pub async fn name_of(session: &Session, organisation: Uscc) -> Result<Option<String>, CliError> {
    let name = session.ask(members::name(&session.connection, organisation)).await?;
    Ok(name.map(|name| printable(&name)))
}
