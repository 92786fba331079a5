//! Grants (数据授权): what an enterprise lets a data user do with named data, and how every use of it is counted.
//!
//! The terms on the chain say who, how long, how often and how far; what is granted, for what purpose and what is given in return
//! are salted commitments, which the parties open to each other by the [`Agreement`](agreement::Agreement). The authorisation
//! credential of JR/T 0325-2024 has a part of it; the rest, and the one [decision](decision::decide), are ours.

pub mod agreement;
pub mod decision;
pub mod usage;

#[cfg(test)]
mod tests;

use crate::{
    header::Level,
    member::{Handle, Role},
    record::ObjectId,
    text::{hex_id, named_enum, named_set},
    uscc::Uscc,
};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Most items of one grant.
pub const MAX_ITEMS: u32 = 32;
/// Most parties that onward sharing may name.
pub const MAX_ONWARD: u32 = 8;
/// Longest time between the beginning and the end of a grant, in seconds: ten years of 366 days.
pub const MAX_TERM: u64 = 10 * 366 * 24 * 60 * 60;
/// Longest time in which a user has to delete what it got, in days after the end of the grant.
pub const MAX_DELETE_WITHIN: u32 = 3_660;

hex_id!(
    /// What stands on the chain for something that only the parties of a grant know: blake2_256 of a domain, 32 random bytes of
    /// salt and the thing. Two commitments to the same thing have nothing in common.
    Commitment,
    32
);

impl Commitment {
    /// `blake2_256("jiandu/grant/" ‖ domain ‖ 0 ‖ salt ‖ SCALE of the value)`.
    pub fn new(domain: &str, salt: &[u8; 32], value: &impl Encode) -> Self {
        let mut bytes = b"jiandu/grant/".to_vec();
        bytes.extend_from_slice(domain.as_bytes());
        (0u8, salt, value).encode_to(&mut bytes);
        Self(sp_crypto_hashing::blake2_256(&bytes))
    }
}

named_enum!(
    /// 用途: what the data may be used for.
    Purpose {
        /// 授信评估.
        CreditAssessment = 0, "credit-assessment";
        /// 贷后管理.
        LoanMonitoring = 1, "loan-monitoring";
        /// 担保审查.
        Guarantee = 2, "guarantee";
        /// 投资尽职调查.
        Investment = 3, "investment";
        /// 挂牌或发行的推荐、审核.
        Listing = 4, "listing";
        /// 审计、评估.
        Audit = 5, "audit";
        /// 保险承保与理赔.
        Insurance = 6, "insurance";
        /// 政策申报与补贴.
        Subsidy = 7, "subsidy";
        /// 监管与风险监测.
        Supervision = 8, "supervision";
        /// 统计与研究.
        Research = 9, "research";
        /// 数据产品开发.
        ProductDevelopment = 10, "product-development";
    }
);

named_enum!(
    /// 使用方式: what is done with the data.
    Action {
        /// 查看: read it as it is.
        View = 0, "view";
        /// 验证: learn whether a statement about it is true.
        Verify = 1, "verify";
        /// 查询: ask for parts or figures of it.
        Query = 2, "query";
        /// 建模: let a model learn from it.
        Model = 3, "model";
        /// 衍生: make other data of it.
        Derive = 4, "derive";
    }
);

named_set!(
    /// A set of actions.
    Actions(u8) of Action
);

named_enum!(
    /// 域内: where the data may be processed.
    Territory {
        /// 中国境内.
        Country = 0, "country";
        /// 本省.
        Province = 1, "province";
        /// 使用方自己的环境.
        UserPremises = 2, "user-premises";
        /// 数据提供方的环境, 可用不可见.
        ProviderPremises = 3, "provider-premises";
        /// 可信数据空间, 隐私计算环境.
        TrustedSpace = 4, "trusted-space";
    }
);

named_enum!(
    /// 处理依据: the legal basis of the use.
    LegalBasis {
        /// 同意.
        Consent = 0, "consent";
        /// 订立或履行合同所必需.
        Contract = 1, "contract";
        /// 法定职责或法定义务.
        LegalDuty = 2, "legal-duty";
        /// 公共利益.
        PublicInterest = 3, "public-interest";
    }
);

named_enum!(
    /// 数据产权: which right in the data is granted.
    RightKind {
        /// 资源持有权.
        Holding = 0, "holding";
        /// 加工使用权.
        Processing = 1, "processing";
        /// 产品经营权.
        Operation = 2, "operation";
    }
);

named_enum!(
    /// Why a grant was declined, suspended or ended. A code: no text by a user reaches the chain.
    GrantReason {
        /// 不再需要.
        NotNeeded = 0, "not-needed";
        /// 超出必要范围.
        TooBroad = 1, "too-broad";
        /// 不认识对方, 或非本企业业务.
        UnknownParty = 2, "unknown-party";
        /// 违反约定.
        Breach = 3, "breach";
        /// 数据泄露, 或有泄露之虞.
        Leak = 4, "leak";
        /// 法律、监管或司法要求.
        Legal = 5, "legal";
        /// 填写有误.
        Mistake = 6, "mistake";
        /// 个人撤回同意.
        ConsentWithdrawn = 7, "consent-withdrawn";
        /// 无法提供.
        Unavailable = 8, "unavailable";
        /// 有争议, 核实中.
        Dispute = 9, "dispute";
    }
);

named_enum!(
    /// 密钥恢复事由: why the key of a document was recovered.
    RecoveryReason {
        /// 所有者密钥遗失.
        LostKey = 0, "lost-key";
        /// 司法或监管要求.
        Legal = 1, "legal";
        /// 灾难恢复.
        Disaster = 2, "disaster";
        /// 演练.
        Drill = 3, "drill";
    }
);

/// A data subject's separate consent (个人单独同意) to the use of what is about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Consent {
    /// The salted digest of what was signed.
    pub digest: Commitment,
    /// Unix second from which it does not hold any more.
    pub until: u64,
}

/// An item of a grant as the chain knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GrantedItem {
    /// Which; known to the parties.
    pub item: Commitment,
    /// The consent that it needs where it is of the personal domain.
    pub consent: Option<Consent>,
}

/// The items of a grant.
pub type Items = BoundedVec<GrantedItem, ConstU32<MAX_ITEMS>>;

/// Whether the user may pass on what it gets.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Onward {
    /// 禁止再分发: to nobody.
    #[codec(index = 0)]
    Forbidden,
    /// To these organisations, by a sub-grant each, which stays within this grant.
    #[codec(index = 1)]
    Named(BoundedVec<Uscc, ConstU32<MAX_ONWARD>>),
    /// To anybody, by a sub-grant each: no restriction.
    #[codec(index = 2)]
    Anybody,
}

/// What a grant says, as the chain knows it. Never changed: other terms are another grant, which may replace this one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Terms {
    /// 授权企业: whose data it is.
    pub enterprise: Uscc,
    /// 数据使用方.
    pub user: Uscc,
    /// 数据提供方: who serves the data; none where the enterprise does itself.
    pub provider: Option<Uscc>,
    /// The grant of which this is a sub-grant.
    pub parent: Option<u64>,
    /// The grant that ends when this one begins.
    pub replaces: Option<u64>,
    /// What is granted, 1 to 32 items.
    pub items: Items,
    /// The highest level of data that it covers.
    pub level: Level,
    /// 用途; none for any.
    pub purpose: Option<Commitment>,
    /// What may be done.
    pub actions: Actions,
    /// Unix second of the beginning.
    pub from: u64,
    /// 期限: Unix second of the end, itself excluded; none for no end.
    pub until: Option<u64>,
    /// 次数: most uses; none for any number.
    pub uses: Option<u32>,
    /// 域内; none for anywhere.
    pub territory: Option<Commitment>,
    /// 禁止再分发.
    pub onward: Onward,
    /// Days after the end of the grant in which what the user got is to be deleted.
    pub delete_within: Option<u32>,
    /// A statement of how benefits are shared (收益分配).
    pub benefit: Option<Commitment>,
    /// Said explicitly where none of the five clauses restricts.
    pub unrestricted: bool,
    /// The salted digest of the whole agreement, legal basis and right kind with it.
    pub agreement: Commitment,
}

/// Why terms can't be those of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermsFault {
    /// No item, or one twice.
    Items,
    /// No action, or an unknown one.
    Actions,
    /// The end is not after the beginning, or more than [`MAX_TERM`] later.
    Window,
    /// No use at all.
    Uses,
    /// The user is the enterprise, or the named provider is one of them, or a code is none.
    Parties,
    /// Onward sharing names nobody, somebody twice, or the user or the enterprise itself.
    Onward,
    /// More than [`MAX_DELETE_WITHIN`] days.
    DeleteWithin,
    /// None of the five clauses restricts and nobody said so, or it was said though one does.
    Unrestricted,
}

impl Terms {
    /// Whether one of the five clauses of Chinese practice restricts it: 次数, 期限, 用途, 域内, 禁止再分发.
    pub const fn is_restricted(&self) -> bool {
        self.uses.is_some()
            || self.until.is_some()
            || self.purpose.is_some()
            || self.territory.is_some()
            || !matches!(self.onward, Onward::Anybody)
    }

    /// What identifies the terms: blake2_256 of them.
    pub fn digest(&self) -> [u8; 32] {
        sp_crypto_hashing::blake2_256(&self.encode())
    }

    /// Whether they can be those of a grant, by themselves.
    pub fn check(&self) -> Result<(), TermsFault> {
        let rule = |holds: bool, fault| if holds { Ok(()) } else { Err(fault) };
        let codes = [Some(&self.enterprise), Some(&self.user), self.provider.as_ref()];
        let valid = codes.into_iter().flatten().all(|code| code.check().is_ok());
        // Where the enterprise serves the data itself, no provider is named; and nobody keeps the books of its own uses.
        let served = ![Some(self.enterprise), Some(self.user)].contains(&self.provider);
        rule(valid && served && self.enterprise != self.user, TermsFault::Parties)?;
        rule(!self.items.is_empty() && all_differ(self.items.iter().map(|item| item.item)), TermsFault::Items)?;
        rule(self.actions.is_valid(), TermsFault::Actions)?;
        let lasts = |until: u64| until > self.from && until.saturating_sub(self.from) <= MAX_TERM;
        rule(self.until.is_none_or(lasts), TermsFault::Window)?;
        rule(self.uses != Some(0), TermsFault::Uses)?;
        rule(self.delete_within.is_none_or(|days| days <= MAX_DELETE_WITHIN), TermsFault::DeleteWithin)?;
        if let Onward::Named(names) = &self.onward {
            let others = names.iter().all(|name| ![self.user, self.enterprise].contains(name) && name.check().is_ok());
            rule(others && !names.is_empty() && all_differ(names.iter()), TermsFault::Onward)?;
        }
        rule(self.is_restricted() != self.unrestricted, TermsFault::Unrestricted)
    }

    /// Whether a sub-grant stays within the grant that it is of: it allows nothing that this one does not, and is passed on no
    /// further.
    pub fn bounds(&self, sub: &Self) -> bool {
        let party = match &self.onward {
            Onward::Forbidden => false,
            Onward::Named(names) => names.contains(&sub.user),
            Onward::Anybody => true,
        };
        // Whoever has the data serves it: the provider of this grant, or its user.
        let served = sub.provider == self.provider || sub.provider == Some(self.user);
        // A person consents to each recipient; what the parent has a consent for, the sub-grant has one for that ends no later.
        let items = sub.items.iter().all(|item| {
            let granted = self.items.iter().find(|granted| granted.item == item.item);
            granted.is_some_and(|granted| match (granted.consent, item.consent) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(own), Some(sub)) => sub.until <= own.until,
            })
        });
        let within = |own: Option<u64>, other: Option<u64>| match (own, other) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => other <= own,
        };
        party
            && served
            && items
            && sub.enterprise == self.enterprise
            && sub.user != self.user
            && sub.level <= self.level
            && sub.actions.iter().all(|action| self.actions.has(action))
            && (self.purpose.is_none() || sub.purpose == self.purpose)
            && (self.territory.is_none() || sub.territory == self.territory)
            && sub.from >= self.from
            && within(self.until, sub.until)
            && within(self.uses.map(u64::from), sub.uses.map(u64::from))
            && within(self.delete_within.map(u64::from), sub.delete_within.map(u64::from))
            && sub.onward == Onward::Forbidden
    }
}

/// What grants ask about enterprises, for now and for any past time, as the chain knew it then.
pub trait EnterpriseHistory {
    /// Whether an enterprise's archive went on.
    fn was_active(enterprise: &Uscc, time: u64) -> bool;

    /// Whether a key of the enterprise was being replaced: bound in place of another, and neither acting nor objected to yet.
    fn key_was_changing(enterprise: &Uscc, time: u64) -> bool;

    /// The handles of the keys that act for an enterprise now.
    fn acting_people(enterprise: &Uscc) -> Vec<Handle>;
}

/// What grants ask about members, for now and for any past time.
pub trait MemberHistory<AccountId> {
    /// Whether an organisation took part.
    fn took_part(organisation: &Uscc, time: u64) -> bool;

    /// Whether a key could act for an organisation in a role.
    fn could_act(key: &AccountId, organisation: &Uscc, role: Role, time: u64) -> bool;
}

/// What grants ask about records.
pub trait RecordHistory {
    /// The level of the version that was a record's newest at a Unix second.
    fn level_at(record: ObjectId, time: u64) -> Option<Level>;
}

fn all_differ<T: Ord>(values: impl Iterator<Item = T>) -> bool {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.iter().zip(values.iter().skip(1)).all(|(left, right)| left != right)
}

/// What a provider agrees to beforehand (公开服务条款): a grant that stays within needs no signature of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StandingTerms {
    /// What may be done.
    pub actions: Actions,
    /// The highest level of data.
    pub level: Level,
    /// Longest term, in seconds; a grant without an end is beyond it.
    pub longest: u64,
    /// Most uses; a grant for any number of them is beyond it. None for no bound.
    pub uses: Option<u32>,
    /// Whether sub-grants are served.
    pub onward: bool,
    /// SM3 of the published document that says the rest.
    pub document: [u8; 32],
}

impl StandingTerms {
    /// Whether they can be standing terms.
    pub fn is_valid(&self) -> bool {
        self.actions.is_valid() && self.longest > 0 && self.uses != Some(0)
    }

    /// Whether a grant stays within.
    pub fn cover(&self, terms: &Terms) -> bool {
        let lasts = terms.until.is_some_and(|until| until.saturating_sub(terms.from) <= self.longest);
        let often = self.uses.is_none_or(|most| terms.uses.is_some_and(|uses| uses <= most));
        lasts
            && often
            && terms.level <= self.level
            && terms.actions.iter().all(|action| self.actions.has(action))
            && (self.onward || (terms.onward == Onward::Forbidden && terms.parent.is_none()))
    }
}

/// Where a grant stands as far as somebody signed something. That it has not begun, is over or used up, time and uses say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum GrantState {
    /// 待签署: the enterprise, its second person or the user has not signed yet.
    #[codec(index = 0)]
    Open,
    /// 待数据方确认: the named provider has not.
    #[codec(index = 1)]
    AwaitsProvider,
    /// 生效中.
    #[codec(index = 2)]
    Active,
    /// 已中止, by the enterprise.
    #[codec(index = 3)]
    Suspended,
    /// 已拒绝, by whoever was to sign.
    #[codec(index = 4)]
    Declined,
    /// 已收回, by whoever proposed it.
    #[codec(index = 5)]
    Retracted,
    /// 已撤销, by the enterprise.
    #[codec(index = 6)]
    Revoked,
    /// 已终止, by the user or the provider.
    #[codec(index = 7)]
    Ended,
    /// 已被替换, by another grant.
    #[codec(index = 8)]
    Replaced(u64),
}

impl GrantState {
    /// Whether nothing follows.
    pub const fn is_final(self) -> bool {
        match self {
            Self::Open | Self::AwaitsProvider | Self::Active | Self::Suspended => false,
            Self::Declined | Self::Retracted | Self::Revoked | Self::Ended | Self::Replaced(_) => true,
        }
    }

    /// Whether it waits for signatures.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Open | Self::AwaitsProvider)
    }

    /// Whether both sides signed it and neither has ended it.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Active | Self::Suspended)
    }
}
