//! What a request can be filled from an authorisation credential of JR/T 0325.

use crate::{
    error::{shown, CliError},
    failures::of_reading,
};
use jiandu_client::grants::export::{Credential, Draft, LONGEST};
use jiandu_primitives::{
    grant::{agreement::Item, Actions, Purpose, Territory},
    header::Level,
    uscc::Uscc,
};
use std::{fs, io::Read, path::Path};

/// What a credential says of a grant; nothing where there is none.
#[derive(Debug, Default)]
pub struct Drafted {
    /// Unix second of the beginning.
    pub from: Option<u64>,
    /// Unix second of the end.
    pub until: Option<u64>,
    /// What is authorised.
    pub items: Vec<Item>,
    /// Who serves the data.
    pub provider: Option<Uscc>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// What may be done.
    pub actions: Option<Actions>,
    /// The highest level of data.
    pub level: Option<Level>,
    /// How often.
    pub uses: Option<u32>,
    /// Where it may be processed.
    pub territory: Option<Territory>,
    /// Days after the end in which it is to be deleted.
    pub delete_within: Option<u32>,
}

/// Reads a credential by which an enterprise authorises a user, among others perhaps.
pub fn draft(path: &Path, enterprise: &Uscc, user: &Uscc) -> Result<Drafted, CliError> {
    let mut text = String::new();
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX).saturating_add(1);
    fs::File::open(path)
        .and_then(|file| file.take(most).read_to_string(&mut text))
        .map_err(|error| of_reading(path, &error))?;
    let bad = |error: jiandu_client::grants::export::CredentialError| CliError::BadCredential {
        file: shown(path).into(),
        reason: error.to_string().into(),
    };
    let Draft { enterprise: of, licensees, from, until, items, provider, extension, .. } =
        Credential::parse(text.trim_start_matches('\u{FEFF}'))
            .and_then(|credential| credential.draft())
            .map_err(bad)?;
    // The code of an organisation is the last part of its DID.
    let is_user = |licensee: &String| licensee.rsplit(':').next().and_then(|code| code.parse().ok()) == Some(*user);
    for (named, party) in [(of == *enterprise, enterprise), (licensees.iter().any(is_user), user)] {
        if !named {
            return Err(CliError::CredentialOfOthers { file: shown(path).into(), party: (*party).into() });
        }
    }
    Ok(Drafted {
        from: Some(from),
        until,
        items,
        provider,
        purpose: extension.purpose,
        actions: extension.actions,
        level: extension.level,
        uses: extension.uses,
        territory: extension.territory,
        delete_within: extension.delete_within,
    })
}
