//! What other systems read of a grant: the authorisation credential (授权凭证) of JR/T 0325-2024, and a policy of W3C
//! ODRL 2.2.
//!
//! Both say in the clear what the chain has salted commitments of, so they are for the parties. No salt is in them:
//! whoever gets one cannot show by it what a commitment on the chain is about.
//!
//! The credential has whole days and no word about purpose, number of uses or passing on; what the standard lacks is in
//! one member, [`Extension`]. A credential from elsewhere is read leniently and gives a [`Draft`], which nobody has
//! agreed to yet.

mod odrl;

#[cfg(test)]
mod tests;

pub use odrl::odrl;

use jiandu_primitives::{
    calendar::Day,
    chain::GenesisHash,
    code::EnterpriseCode,
    did::{self, Did, DidError, DidSubject},
    enterprise::Section,
    grant::{
        agreement::{Agreement, Benefit, Item},
        Actions, Commitment, LegalBasis, Onward, Purpose, RightKind, Territory,
    },
    header::Level,
    region::Region,
    uscc::Uscc,
};
use jiff::Timestamp;
use serde::{
    de::{value::MapAccessDeserializer, MapAccess, Visitor},
    Deserialize, Deserializer, Serialize,
};

use std::{fmt, marker::PhantomData};
use thiserror::Error;

/// Longest credential in bytes that is read.
pub const LONGEST: usize = 64 << 10;
/// Most characters of an unknown name that are repeated.
const LONGEST_NAME: usize = 64;

/// What an agreement does not know of its grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The chain.
    pub genesis: GenesisHash,
    /// The market whose chain it is, where organisations have their DIDs.
    pub chain: Region,
    /// The grant's number.
    pub grant: u64,
    /// The enterprise's DID.
    pub issuer: String,
    /// The enterprise's registered name.
    pub enterprise: String,
    /// The enterprise's code.
    pub code: EnterpriseCode,
}

impl Names {
    /// The DID of an organisation.
    fn organisation(&self, code: &Uscc) -> String {
        format!("{}:{}:{}:{code}", did::SCHEME, did::METHOD, self.chain)
    }

    /// The name of something of this chain.
    fn urn(&self, rest: impl fmt::Display) -> String {
        format!("urn:jiandu:{}:{rest}", self.genesis)
    }
}

/// The enterprise of a credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityInfo {
    /// Its unified social credit code.
    pub uscc: Uscc,
    /// Its registered name.
    pub name: String,
    /// 企业编码; others leave it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<EnterpriseCode>,
}

/// What the standard lacks. Ours have all of it, with null for what is not restricted. An unknown name is an error, for
/// it may be a restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Extension {
    /// The chain.
    pub genesis: Option<GenesisHash>,
    /// The grant's number.
    pub grant: Option<u64>,
    /// Unix second of the beginning, on the first day of the credential.
    pub from: Option<u64>,
    /// Unix second of the end, itself excluded; the last day of the credential is that of the second before.
    pub until: Option<u64>,
    /// 用途.
    pub purpose: Option<Purpose>,
    /// 使用方式.
    pub actions: Option<Actions>,
    /// The highest level of data.
    pub level: Option<Level>,
    /// 次数.
    pub uses: Option<u32>,
    /// 域内.
    pub territory: Option<Territory>,
    /// 禁止再分发.
    pub onward: Option<Onward>,
    /// Days after the end in which what the user got is to be deleted.
    pub delete_within: Option<u32>,
    /// 处理依据.
    pub legal_basis: Option<LegalBasis>,
    /// 数据产权.
    pub right_kind: Option<RightKind>,
    /// 数据提供方: its DID, whose last part is its code; the bare code is read, too.
    pub provider: Option<String>,
    /// The grant of which this is a sub-grant.
    pub parent: Option<u64>,
    /// The grant that ends when this one begins.
    pub replaces: Option<u64>,
    /// 收益分配.
    pub benefit: Option<Benefit>,
    /// Where none of the five clauses restricts.
    pub unrestricted: bool,
    /// What stands on the chain for the whole agreement.
    pub agreement: Option<Commitment>,
}

/// The authorisation credential of JR/T 0325-2024. Texts are as they stand in it; [`Credential::draft`] reads them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "Object<Stored>")]
pub struct Credential {
    /// The DID of whoever authorises: the enterprise.
    pub issuer: String,
    /// The DIDs of those who are authorised. The standard misspells the member, and so do those who follow it.
    #[serde(rename = "lisensee")]
    pub licensees: Vec<String>,
    /// The first day in Shanghai.
    pub start_date: Day,
    /// The last day in Shanghai, all of it included; none for no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<Day>,
    /// What is authorised: names of sections and numbers of records.
    pub data_items: Vec<String>,
    /// The enterprise.
    pub entity_info: EntityInfo,
    /// What the standard lacks; none where the credential comes from elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

/// What a request can be filled from. Nobody has agreed to it, and no rule of grants has been applied to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// The DID of whoever authorises.
    pub issuer: Did,
    /// The enterprise.
    pub enterprise: Uscc,
    /// Those who are authorised: DIDs without what followed them, or codes of organisations.
    pub licensees: Vec<String>,
    /// Unix second of the beginning.
    pub from: u64,
    /// Unix second of the end, itself excluded: midnight in Shanghai after the last day, unless the extension has one
    /// within that day.
    pub until: Option<u64>,
    /// What is authorised.
    pub items: Vec<Item>,
    /// 数据提供方.
    pub provider: Option<Uscc>,
    /// Everything else; empty where the credential comes from elsewhere.
    pub extension: Extension,
}

/// Why a text is no credential, or gives no draft.
#[derive(Debug, Error)]
pub enum CredentialError {
    /// It is longer than any credential.
    #[error("a credential has at most {most} bytes, found {found}", most = LONGEST)]
    TooLong {
        /// Bytes that it has.
        found: usize,
    },
    /// It is not the JSON that it should be.
    #[error("it is no authorisation credential: {0}")]
    Malformed(#[source] serde_json::Error),
    /// Both spellings of one member occur, and nobody can tell which one holds.
    #[error("it has both lisensee and licensee: only one of them may be there")]
    BothSpellings,
    /// Nobody is authorised.
    #[error("it names nobody under lisensee or licensee")]
    NoLicensee,
    /// A date is none, or lies before 1970.
    #[error("{member} should be a date such as 2026-04-30 or 2026/04/30, or a time such as 2026-04-30T08:00:00+08:00")]
    Date {
        /// Which.
        member: &'static str,
    },
    /// The end is not after the beginning.
    #[error("it ends before it begins")]
    Window,
    /// The extension's times lie on other days than the credential's dates.
    #[error("from and until of the extension do not lie on startDate and endDate")]
    Times,
    /// Who authorises is no subject of a market.
    #[error("the issuer is wrong: {0}")]
    Issuer(#[source] DidError),
    /// Who is authorised is no subject of a market.
    #[error("licensee {number} is wrong: {source}")]
    Licensee {
        /// Which of them, counted from 1.
        number: usize,
        /// What is wrong.
        source: DidError,
    },
    /// The provider is no organisation.
    #[error("the provider of the extension should be the DID of an organisation or its unified social credit code")]
    Provider,
    /// There is no such item here.
    #[error("the data item {item:?} is neither the number of a record nor a section; sections are {sections}",
            sections = sections())]
    Item {
        /// Its name, its first 64 characters.
        item: String,
    },
}

/// The names of all sections.
fn sections() -> String {
    let names: Vec<_> = Section::ALL.iter().map(|section| section.name()).collect();
    names.join(", ")
}

/// A credential as others may write it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    issuer: String,
    lisensee: Option<OneOrMore>,
    licensee: Option<OneOrMore>,
    start_date: String,
    end_date: Option<String>,
    data_items: Vec<String>,
    entity_info: Object<EntityInfo>,
    extension: Option<Object<Extension>>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

/// A JSON object: a derived struct would take a list of its values as well.
struct Object<T>(T);

struct Members<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Members<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(members))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members(PhantomData)).map(Self)
    }
}

impl TryFrom<Object<Stored>> for Credential {
    type Error = CredentialError;

    fn try_from(Object(stored): Object<Stored>) -> Result<Self, CredentialError> {
        let licensees = match (stored.lisensee, stored.licensee) {
            (Some(_), Some(_)) => return Err(CredentialError::BothSpellings),
            (Some(OneOrMore::One(text)), None) | (None, Some(OneOrMore::One(text))) => vec![text],
            (Some(OneOrMore::More(texts)), None) | (None, Some(OneOrMore::More(texts))) => texts,
            (None, None) => Vec::new(),
        };
        if licensees.is_empty() {
            return Err(CredentialError::NoLicensee);
        }
        Ok(Self {
            issuer: stored.issuer,
            licensees,
            start_date: read_day("startDate", &stored.start_date)?,
            end_date: stored.end_date.map(|date| read_day("endDate", &date)).transpose()?,
            data_items: stored.data_items,
            entity_info: stored.entity_info.0,
            extension: stored.extension.map(|Object(extension)| extension),
        })
    }
}

/// The day of a date or, of a time, the one that it is in Shanghai: some systems write the midnight of a date, in UTC.
fn read_day(member: &'static str, text: &str) -> Result<Day, CredentialError> {
    let text = text.trim();
    let of_time = || {
        let time: Timestamp = text.parse().ok()?;
        u64::try_from(time.as_second()).ok().map(Day::of)
    };
    text.replace('/', "-").parse::<Day>().ok().or_else(of_time).ok_or(CredentialError::Date { member })
}

/// The last day of what ends at a Unix second, itself excluded.
fn last_day(until: u64) -> Day {
    Day::of(until.saturating_sub(1))
}

/// A party in its one form; codes of organisations occur without a DID around them.
fn read_party(text: &str) -> Result<String, DidError> {
    match text.parse::<Uscc>() {
        Ok(code) => Ok(code.to_string()),
        Err(_) => text.parse::<Did>().map(|did| did.to_string()),
    }
}

fn read_organisation(text: &str) -> Result<Uscc, CredentialError> {
    if let Ok(code) = text.parse::<Uscc>() {
        return Ok(code);
    }
    match text.parse::<Did>().map(|did| did.subject()) {
        Ok(DidSubject::Organisation(code)) => Ok(code),
        _ => Err(CredentialError::Provider),
    }
}

fn read_item(text: &str) -> Result<Item, CredentialError> {
    let text = text.trim();
    text.parse::<Item>().map_err(|_| CredentialError::Item { item: text.chars().take(LONGEST_NAME).collect() })
}

/// The credential of a grant. Where it begins or ends within a day, its dates have the whole of that day; the exact
/// seconds are in the extension. It says nothing of consents: an item's may end before the grant does.
pub fn credential(agreement: &Agreement, names: &Names) -> Credential {
    let extension = Extension {
        genesis: Some(names.genesis),
        grant: Some(names.grant),
        from: Some(agreement.from),
        until: agreement.until,
        purpose: agreement.purpose.map(|purpose| purpose.value),
        actions: Some(agreement.actions),
        level: Some(agreement.level),
        uses: agreement.uses,
        territory: agreement.territory.map(|territory| territory.value),
        onward: Some(agreement.onward.clone()),
        delete_within: agreement.delete_within,
        legal_basis: Some(agreement.basis),
        right_kind: Some(agreement.right),
        provider: agreement.provider.map(|provider| names.organisation(&provider)),
        parent: agreement.parent,
        replaces: agreement.replaces,
        benefit: agreement.benefit.map(|benefit| benefit.value),
        unrestricted: agreement.unrestricted,
        agreement: agreement.terms().map(|terms| terms.agreement),
    };
    Credential {
        issuer: names.issuer.clone(),
        licensees: vec![names.organisation(&agreement.user)],
        start_date: Day::of(agreement.from),
        end_date: agreement.until.map(last_day),
        data_items: agreement.items.iter().map(|agreed| agreed.item.value.to_string()).collect(),
        entity_info: EntityInfo { uscc: agreement.enterprise, name: names.enterprise.clone(), code: Some(names.code) },
        extension: Some(extension),
    }
}

impl Credential {
    /// Reads one, ours or somebody else's. What the standard or its followers have beside the members here is left out.
    pub fn parse(json: &str) -> Result<Self, CredentialError> {
        if json.len() > LONGEST {
            return Err(CredentialError::TooLong { found: json.len() });
        }
        // Some editors put a byte order mark first.
        let stored: Object<Stored> =
            serde_json::from_str(json.trim_start_matches('\u{FEFF}')).map_err(CredentialError::Malformed)?;
        stored.try_into()
    }

    /// What a request can be filled from.
    pub fn draft(&self) -> Result<Draft, CredentialError> {
        let extension = self.extension.clone().unwrap_or_default();
        let licensees = self
            .licensees
            .iter()
            .zip(1usize..)
            .map(|(text, number)| read_party(text).map_err(|source| CredentialError::Licensee { number, source }));
        let from = extension.from.unwrap_or(self.start_date.start());
        let until = extension.until.or(self.end_date.map(Day::end));
        if Day::of(from) != self.start_date || until.map(last_day) != self.end_date {
            return Err(CredentialError::Times);
        }
        if until.is_some_and(|until| until <= from) {
            return Err(CredentialError::Window);
        }
        Ok(Draft {
            issuer: self.issuer.parse::<Did>().map_err(CredentialError::Issuer)?,
            enterprise: self.entity_info.uscc,
            licensees: licensees.collect::<Result<Vec<_>, _>>()?,
            from,
            until,
            items: self.data_items.iter().map(|text| read_item(text)).collect::<Result<Vec<_>, _>>()?,
            provider: extension.provider.as_deref().map(read_organisation).transpose()?,
            extension,
        })
    }
}
