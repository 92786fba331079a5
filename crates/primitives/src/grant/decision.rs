//! The one decision about a use: whether it is allowed, or the first reason why not.
//!
//! A pure function of terms and of facts as they were at one time, so that the chain answers for now and for any past time alike,
//! and whoever serves data asks the same function.

use super::{Action, Commitment, GrantState, Terms};
use crate::{header::Level, text::named_enum, uscc::Uscc};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

named_enum!(
    /// Why a use is not allowed, in the order in which they are looked at.
    Denial {
        /// The grant is another party's.
        NotTheUser = 0, "not-the-user";
        /// 待签署.
        NotSigned = 1, "not-signed";
        /// 待数据方确认.
        AwaitsProvider = 2, "awaits-provider";
        /// 已拒绝.
        Declined = 3, "declined";
        /// 已收回.
        Retracted = 4, "retracted";
        /// 已撤销.
        Revoked = 5, "revoked";
        /// 已终止.
        Ended = 6, "ended";
        /// 已被替换.
        Replaced = 7, "replaced";
        /// 已中止.
        Suspended = 8, "suspended";
        /// 尚未开始.
        NotBegun = 9, "not-begun";
        /// 已到期.
        Expired = 10, "expired";
        /// The enterprise is no longer in the market.
        EnterpriseInactive = 11, "enterprise-inactive";
        /// A key of the enterprise is being replaced: until that is settled nobody uses its data.
        KeyChange = 12, "key-change";
        /// The user is suspended or has left, or the key that asks may not ask for it.
        UserInactive = 13, "user-inactive";
        /// The provider is suspended or has left.
        ProviderInactive = 14, "provider-inactive";
        /// 次数用尽.
        Exhausted = 15, "exhausted";
        /// 不在授权范围.
        ItemNotGranted = 16, "item-not-granted";
        /// The data subject's consent is over.
        ConsentExpired = 17, "consent-expired";
        /// 用途不符.
        OtherPurpose = 18, "other-purpose";
        /// 使用方式不符.
        ActionNotGranted = 19, "action-not-granted";
        /// 数据级别过高.
        LevelTooHigh = 20, "level-too-high";
    }
);

/// A denial, and whether it comes from the grant of which the one asked about is a sub-grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Denied {
    /// The first reason.
    pub reason: Denial,
    /// Whether the parent grant has it.
    pub of_parent: bool,
}

/// What is to be done with the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Use {
    /// Which item of the grant.
    pub item: Commitment,
    /// For what purpose: as the terms have it, where they have one.
    pub purpose: Option<Commitment>,
    /// What is done.
    pub action: Action,
    /// The level of the data.
    pub level: Level,
}

/// What held at the time that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Facts {
    /// Where the grant stood; none before it was proposed.
    pub state: Option<GrantState>,
    /// How many of its uses were taken, reservations that had not lapsed included.
    pub used: u32,
    /// Whether the enterprise's archive went on.
    pub enterprise_active: bool,
    /// Whether a key of the enterprise was being replaced.
    pub key_change: bool,
    /// Whether the user took part, and the key that asked, if one is named, could ask for data.
    pub user_active: bool,
    /// Whether the provider took part; true where none is named.
    pub provider_active: bool,
}

/// A grant with what held at the time that is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// What it says.
    pub terms: &'a Terms,
    /// What held.
    pub facts: Facts,
}

/// Whether a use by an organisation is allowed at a Unix second, or the first reason why not.
///
/// A sub-grant's parent must allow the same to its own user: a sub-grant never outlives it.
pub fn decide(grant: &Standing, parent: Option<&Standing>, user: &Uscc, asked: &Use, time: u64) -> Result<(), Denied> {
    let of = |of_parent: bool| move |reason: Denial| Denied { reason, of_parent };
    allows(grant, user, asked, time).map_err(of(false))?;
    parent.map_or(Ok(()), |parent| allows(parent, &parent.terms.user, asked, time).map_err(of(true)))
}

/// Whether a grant can be used at all at a Unix second, whatever for, or the first reason why not.
pub fn is_usable(grant: &Standing, parent: Option<&Standing>, time: u64) -> Result<(), Denied> {
    let of = |of_parent: bool| move |reason: Denial| Denied { reason, of_parent };
    holds(grant, time).map_err(of(false))?;
    parent.map_or(Ok(()), |parent| holds(parent, time).map_err(of(true)))
}

fn allows(grant: &Standing, user: &Uscc, asked: &Use, time: u64) -> Result<(), Denial> {
    let Terms { items, purpose, actions, level, .. } = grant.terms;
    let rule = |holds: bool, denial| if holds { Ok(()) } else { Err(denial) };
    rule(grant.terms.user == *user, Denial::NotTheUser)?;
    holds(grant, time)?;
    let item = items.iter().find(|item| item.item == asked.item).ok_or(Denial::ItemNotGranted)?;
    rule(item.consent.is_none_or(|consent| time < consent.until), Denial::ConsentExpired)?;
    rule(purpose.is_none() || *purpose == asked.purpose, Denial::OtherPurpose)?;
    rule(actions.has(asked.action), Denial::ActionNotGranted)?;
    rule(asked.level <= *level, Denial::LevelTooHigh)
}

/// What does not depend on the use.
fn holds(grant: &Standing, time: u64) -> Result<(), Denial> {
    let Standing { terms, facts } = grant;
    let rule = |holds: bool, denial| if holds { Ok(()) } else { Err(denial) };
    match facts.state {
        None | Some(GrantState::Open) => return Err(Denial::NotSigned),
        Some(GrantState::AwaitsProvider) => return Err(Denial::AwaitsProvider),
        Some(GrantState::Declined) => return Err(Denial::Declined),
        Some(GrantState::Retracted) => return Err(Denial::Retracted),
        Some(GrantState::Revoked) => return Err(Denial::Revoked),
        Some(GrantState::Ended) => return Err(Denial::Ended),
        Some(GrantState::Replaced(_)) => return Err(Denial::Replaced),
        Some(GrantState::Suspended) => return Err(Denial::Suspended),
        Some(GrantState::Active) => (),
    }
    rule(terms.from <= time, Denial::NotBegun)?;
    rule(terms.until.is_none_or(|until| time < until), Denial::Expired)?;
    rule(facts.enterprise_active, Denial::EnterpriseInactive)?;
    rule(!facts.key_change, Denial::KeyChange)?;
    rule(facts.user_active, Denial::UserInactive)?;
    rule(facts.provider_active, Denial::ProviderInactive)?;
    rule(terms.uses.is_none_or(|most| facts.used < most), Denial::Exhausted)
}
