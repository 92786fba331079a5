//! What the parties of a grant know of it: the whole agreement, from which the terms on the chain follow.

use super::{Actions, Commitment, Consent, GrantedItem, LegalBasis, Onward, Purpose, RightKind, Terms, Territory};
use crate::{
    digest::ContentHash,
    enterprise::Section,
    header::Level,
    record::ObjectId,
    text::{hex_id, named_enum, serde_as_text},
    uscc::Uscc,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;

hex_id!(
    /// 32 random bytes without which nobody can tell what a commitment is about.
    Salt,
    32
);

/// Something with the salt of its commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Salted<T> {
    /// What it is.
    pub value: T,
    /// Its salt.
    pub salt: Salt,
}

impl<T: Encode> Salted<T> {
    /// What stands for it on the chain.
    pub fn commitment(&self, domain: &str) -> Commitment {
        Commitment::new(domain, &self.salt.0, &self.value)
    }
}

/// What is granted: a whole section of the enterprise's archive, whoever holds the data, or one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub enum Item {
    /// A section (栏目), every part of it.
    #[codec(index = 0)]
    Section(Section),
    /// A record.
    #[codec(index = 1)]
    Record(ObjectId),
}

impl Item {
    /// Whether it is about persons by what it is. Of a record, the archive knows.
    pub const fn is_personal(&self) -> bool {
        matches!(self, Self::Section(Section::Personnel))
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => section.fmt(f),
            Self::Record(record) => record.fmt(f),
        }
    }
}

/// A text is neither the name of a section nor the number of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownItem;

impl fmt::Display for UnknownItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the name of a section or the number of a record, 64 hexadecimal digits")
    }
}

impl core::error::Error for UnknownItem {}

impl FromStr for Item {
    type Err = UnknownItem;

    fn from_str(text: &str) -> Result<Self, UnknownItem> {
        let section = text.parse().map(Self::Section);
        section.or_else(|_| text.parse().map(Self::Record)).map_err(|_| UnknownItem)
    }
}

serde_as_text!(Item);

/// A data subject's separate consent, as the parties have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct AgreedConsent {
    /// The digest of what was signed.
    pub document: Salted<ContentHash>,
    /// Unix second from which it does not hold any more.
    pub until: u64,
}

/// An item, as the parties have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct AgreedItem {
    /// Which.
    pub item: Salted<Item>,
    /// The consent that it needs.
    pub consent: Option<AgreedConsent>,
}

named_enum!(
    /// 收益分配方式: how the enterprise shares in what its data brings.
    BenefitForm {
        /// 无偿.
        Free = 0, "free";
        /// 按次收费.
        FeePerUse = 1, "fee-per-use";
        /// 收入分成.
        RevenueShare = 2, "revenue-share";
        /// 利率或费率优惠.
        RateReduction = 3, "rate-reduction";
        /// 服务置换.
        Service = 4, "service";
    }
);

/// 收益分配: what is given in return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Benefit {
    /// How.
    pub form: BenefitForm,
    /// How much, in hundredths of a percent, or in cents for each use; none where the document says it.
    pub amount: Option<u32>,
}

/// 授权协议: the whole of what a grant says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Agreement {
    /// Keeps the rest from being recognised by its digest.
    pub salt: Salt,
    /// 授权企业.
    pub enterprise: Uscc,
    /// 数据使用方.
    pub user: Uscc,
    /// 数据提供方.
    pub provider: Option<Uscc>,
    /// The grant of which this is a sub-grant.
    pub parent: Option<u64>,
    /// The grant that ends when this one begins.
    pub replaces: Option<u64>,
    /// What is granted.
    pub items: Vec<AgreedItem>,
    /// The highest level of data.
    pub level: Level,
    /// 用途.
    pub purpose: Option<Salted<Purpose>>,
    /// 使用方式.
    pub actions: Actions,
    /// Unix second of the beginning.
    pub from: u64,
    /// 期限.
    pub until: Option<u64>,
    /// 次数.
    pub uses: Option<u32>,
    /// 域内.
    pub territory: Option<Salted<Territory>>,
    /// 禁止再分发.
    pub onward: Onward,
    /// Days after the end in which what the user got is to be deleted.
    pub delete_within: Option<u32>,
    /// 处理依据.
    pub basis: LegalBasis,
    /// 数据产权.
    pub right: RightKind,
    /// 收益分配.
    pub benefit: Option<Salted<Benefit>>,
    /// Where none of the five clauses restricts.
    pub unrestricted: bool,
    /// The digest of the document that was signed beside it.
    pub document: Option<ContentHash>,
}

impl Agreement {
    /// What stands of it on the chain. None where it has more items than a grant may have.
    pub fn terms(&self) -> Option<Terms> {
        let item = |agreed: &AgreedItem| GrantedItem {
            item: agreed.item.commitment("item"),
            consent: agreed
                .consent
                .map(|consent| Consent { digest: consent.document.commitment("consent"), until: consent.until }),
        };
        let items: Vec<_> = self.items.iter().map(item).collect();
        Some(Terms {
            enterprise: self.enterprise,
            user: self.user,
            provider: self.provider,
            parent: self.parent,
            replaces: self.replaces,
            items: items.try_into().ok()?,
            level: self.level,
            purpose: self.purpose.map(|purpose| purpose.commitment("purpose")),
            actions: self.actions,
            from: self.from,
            until: self.until,
            uses: self.uses,
            territory: self.territory.map(|territory| territory.commitment("territory")),
            onward: self.onward.clone(),
            delete_within: self.delete_within,
            benefit: self.benefit.map(|benefit| benefit.commitment("benefit")),
            unrestricted: self.unrestricted,
            agreement: Commitment::new("agreement", &self.salt.0, self),
        })
    }

    /// The commitment to one of its items; none where it has no such item.
    pub fn item(&self, item: &Item) -> Option<Commitment> {
        let agreed = self.items.iter().find(|agreed| agreed.item.value == *item)?;
        Some(agreed.item.commitment("item"))
    }

    /// The item that a commitment stands for.
    pub fn item_of(&self, commitment: &Commitment) -> Option<Item> {
        let agreed = self.items.iter().find(|agreed| agreed.item.commitment("item") == *commitment)?;
        Some(agreed.item.value)
    }

    /// The purpose as a use has to name it: its commitment where it is the one agreed, and one to nothing else where it is
    /// another.
    pub fn purpose(&self, purpose: Purpose) -> Option<Commitment> {
        let agreed = self.purpose?;
        Some(Salted { value: purpose, salt: agreed.salt }.commitment("purpose"))
    }
}
