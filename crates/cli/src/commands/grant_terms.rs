//! What a grant is to say, from the arguments of a command.

use super::grant_credential::{self, Drafted};
use crate::{
    args::TermsArguments,
    enterprise_values::{beginning_of_day, now},
    error::CliError,
    grant_values::{ConsentFile, OnwardTo},
    hashing::looked_up,
    output::Output,
};
use jiandu_client::enterprises::application::random_salt;
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    grant::{
        agreement::{AgreedConsent, AgreedItem, Agreement, Item, Salt, Salted},
        Action, Actions, Onward,
    },
    header::Level,
    uscc::Uscc,
};
use std::path::Path;

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// The parties of a grant.
#[derive(Clone, Copy, Debug)]
pub struct Parties {
    /// Whose data it is.
    pub enterprise: Uscc,
    /// Who uses it.
    pub user: Uscc,
    /// The grant of which this is a sub-grant.
    pub parent: Option<u64>,
}

fn salted<T>(value: T) -> Result<Salted<T>, CliError> {
    Ok(Salted { value, salt: Salt(random_salt()?) })
}

/// SM3 of a file.
pub fn sm3(file: &Path, output: Output) -> Result<ContentHash, CliError> {
    let hashed = looked_up(file, output)?;
    let found = hashed.digests.iter().find(|digest| digest.alg == DigestAlg::Sm3).copied();
    found.ok_or_else(|| CliError::Io { file: crate::error::shown(file).into(), reason: "SM3".into() })
}

/// An agreement with new salts. `above` is that of the parent, whose salts the items and clauses of a sub-grant have.
pub fn agreement(
    parties: Parties,
    arguments: &TermsArguments,
    above: Option<&Agreement>,
    output: Output,
) -> Result<Agreement, CliError> {
    let Parties { enterprise, user, parent } = parties;
    let draft = match &arguments.credential {
        Some(path) => grant_credential::draft(path, &enterprise, &user)?,
        None => Drafted::default(),
    };
    let from = arguments.from.or(draft.from).unwrap_or_else(|| beginning_of_day(now()));
    // Whoever says a last day means all of it.
    let until = match (arguments.days, arguments.until) {
        (Some(days), _) => Some(from.saturating_add(u64::from(days).saturating_mul(DAY))),
        (None, Some(last)) => Some(last.saturating_add(DAY)),
        (None, None) => draft.until,
    };
    let wanted: Vec<Item> = if arguments.items.is_empty() { draft.items } else { arguments.items.clone() };
    let mut items = Vec::with_capacity(wanted.len());
    for item in wanted {
        let granted = above.and_then(|above| above.items.iter().find(|agreed| agreed.item.value == item)).copied();
        items.push(match granted {
            Some(agreed) => agreed,
            None => AgreedItem { item: salted(item)?, consent: consent_of(&item, arguments, output)? },
        });
    }
    let actions: Actions = arguments.actions.iter().copied().collect();
    let actions = match actions.is_valid() {
        true => actions,
        false => draft.actions.unwrap_or(Actions::of(&[Action::View])),
    };
    let purpose = match (arguments.purpose.or(draft.purpose), above.and_then(|above| above.purpose)) {
        (Some(purpose), Some(agreed)) if agreed.value == purpose => Some(agreed),
        (Some(purpose), _) => Some(salted(purpose)?),
        (None, agreed) => agreed,
    };
    let territory = match (arguments.territory.or(draft.territory), above.and_then(|above| above.territory)) {
        (Some(territory), Some(agreed)) if agreed.value == territory => Some(agreed),
        (Some(territory), _) => Some(salted(territory)?),
        (None, agreed) => agreed,
    };
    Ok(Agreement {
        salt: Salt(random_salt()?),
        enterprise,
        user,
        provider: arguments.provider.or(draft.provider),
        parent,
        replaces: arguments.replaces,
        items,
        level: arguments.level.or(draft.level).unwrap_or(Level::L3),
        purpose,
        actions,
        from,
        until,
        uses: arguments.uses.or(draft.uses),
        territory,
        onward: onward(&arguments.onward)?,
        delete_within: arguments.delete_within.or(draft.delete_within),
        basis: arguments.basis,
        right: arguments.right,
        benefit: arguments.benefit.map(salted).transpose()?,
        unrestricted: arguments.unrestricted,
        document: arguments.document.as_deref().map(|file| sm3(file, output)).transpose()?,
    })
}

fn consent_of(item: &Item, arguments: &TermsArguments, output: Output) -> Result<Option<AgreedConsent>, CliError> {
    let Some(ConsentFile { file, .. }) = arguments.consents.iter().find(|consent| consent.item == *item) else {
        return Ok(None);
    };
    let until = arguments.consent_until.unwrap_or_default().saturating_add(DAY);
    if until <= now() {
        return Err(CliError::ConsentOver { item: item.to_string().into() });
    }
    Ok(Some(AgreedConsent { document: salted(sm3(file, output)?)?, until }))
}

fn onward(named: &[OnwardTo]) -> Result<Onward, CliError> {
    if named.contains(&OnwardTo::Anybody) {
        let alone = named.iter().all(|to| *to == OnwardTo::Anybody);
        return alone.then_some(Onward::Anybody).ok_or(CliError::OnwardMixed);
    }
    let parties: Vec<Uscc> = named
        .iter()
        .filter_map(|to| match to {
            OnwardTo::Party(party) => Some(*party),
            OnwardTo::Anybody => None,
        })
        .collect();
    match parties.is_empty() {
        true => Ok(Onward::Forbidden),
        false => {
            let count = parties.len();
            parties.try_into().map(Onward::Named).map_err(|_| CliError::TooManyOnward { found: count.into() })
        }
    }
}
