//! Members of the consortium: kinds of organisation, roles, custody, and the actor that other pallets receive.

use crate::{
    refusal::Refusal,
    text::{hex_id, named_enum, named_set},
    uscc::Uscc,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

hex_id!(
    /// 经办人代号: a random number that stands for one person of an organisation. The roster stays off the chain.
    Handle,
    8
);

named_enum!(
    /// What an organisation is in the consortium. It bounds the roles that its keys may have.
    OrganisationKind {
        /// 股权交易所/中心: runs the market and the registry.
        Exchange = 0, "exchange";
        /// 监管: the provincial financial regulator, the CSRC.
        Regulator = 1, "regulator";
        /// 推荐机构, 律师事务所, 会计师事务所: files on an enterprise's behalf.
        Intermediary = 2, "intermediary";
        /// 数据提供方: serves data under a live grant.
        DataProvider = 3, "data-provider";
        /// 数据使用方: asks for grants and uses data.
        DataUser = 4, "data-user";
        /// 审计/验证方: verifies and attests.
        Auditor = 5, "auditor";
        /// 原件核验机构: keeps checking the stored originals.
        Verifier = 6, "verifier";
    }
);

named_enum!(
    /// What the holder of a key may do for its organisation.
    Role {
        /// Administers the organisation's own keys.
        Administrator = 0, "administrator";
        /// 登记岗: registers enterprises, codes, tiers and archive sections.
        Registrar = 1, "registrar";
        /// 信披岗, the maker: submits disclosures and anchors documents.
        Discloser = 2, "discloser";
        /// 复核岗, the checker: accepts, returns, publishes.
        Reviewer = 3, "reviewer";
        /// 推荐人: submits for an enterprise under a mandate.
        Referer = 4, "referer";
        /// Serves data under a grant and files receipts.
        Provider = 5, "provider";
        /// Requests grants and uses data.
        User = 6, "user";
        /// Exports evidence and attests.
        Auditor = 7, "auditor";
        /// Signs attestations of stored originals.
        Verifier = 8, "verifier";
        /// Freezes and posts supervision results.
        Regulator = 9, "regulator";
        /// Runs a consensus node.
        Operator = 10, "operator";
    }
);

named_enum!(
    /// Who holds a key's secret. Verdicts and evidence show it.
    Custody {
        /// 自持: the person.
        Own = 0, "self";
        /// 托管: an operator on the person's behalf.
        Hosted = 1, "hosted";
        /// CA 证书: a certificate authority's device.
        Certificate = 2, "certificate";
    }
);

named_enum!(
    /// Why a key, a handle or an organisation stopped being usable.
    EndReason {
        /// The person left or changed post.
        Departure = 0, "departure";
        /// The key was replaced by another of the same person.
        Rotation = 1, "rotation";
        /// The secret was lost.
        Loss = 2, "loss";
        /// The secret may be known to others.
        Compromise = 3, "compromise";
        /// A rule was broken.
        Violation = 4, "violation";
        /// The organisation asked for it.
        Request = 5, "request";
    }
);

impl OrganisationKind {
    /// The roles that keys of such an organisation may have. Everyone may administer its own keys and run a node.
    pub const fn roles(self) -> Roles {
        let own = match self {
            // It keeps the archives, so it may serve what is in them.
            Self::Exchange => {
                &[Role::Registrar, Role::Discloser, Role::Reviewer, Role::Provider, Role::Verifier] as &[Role]
            }
            Self::Regulator => &[Role::Regulator, Role::Auditor, Role::Verifier],
            Self::Intermediary => &[Role::Referer],
            Self::DataProvider => &[Role::Provider, Role::Verifier],
            Self::DataUser => &[Role::User],
            Self::Auditor => &[Role::Auditor, Role::Verifier],
            Self::Verifier => &[Role::Verifier],
        };
        Roles::of(own).union(Roles::of(&[Role::Administrator, Role::Operator]))
    }
}

named_set!(
    /// A set of roles.
    Roles(u16) of Role
);

impl Roles {
    /// No role at all.
    pub const NONE: Self = Self(0);

    /// Whether it has at least one of those.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of its roles are among those.
    pub const fn is_subset_of(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Both together.
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is the empty set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Whoever signed a call, as other pallets see it: an active key of an active organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor<AccountId> {
    /// Its organisation.
    pub organisation: Uscc,
    /// The key that signed.
    pub key: AccountId,
    /// The person behind the key.
    pub handle: Handle,
    /// Who holds the key's secret.
    pub custody: Custody,
    /// The key's own roles and those it has as a deputy at this moment.
    pub roles: Roles,
}

impl<AccountId> Actor<AccountId> {
    /// What is kept of an actor beside everything it writes.
    pub fn author(&self) -> Author {
        Author { organisation: self.organisation, handle: self.handle, custody: self.custody }
    }
}

/// Whose a key is, for pallets that look at other signatures than the transaction's.
pub trait KeyHolders {
    /// Whom the key with this public key acts for at this moment, if it may act.
    fn holder(public: &[u8; 32]) -> Option<Author>;
}

/// Keys that sign transactions and are not members': those bound to enterprises.
pub trait BoundKeys<AccountId> {
    /// Whether a key may sign now.
    fn admits(key: &AccountId) -> Result<(), Refusal>;

    /// Whether a key is or was bound to anyone, so that it can be nobody else's.
    fn knows(key: &AccountId) -> bool;
}

/// No key but members'.
impl<AccountId> BoundKeys<AccountId> for () {
    fn admits(_: &AccountId) -> Result<(), Refusal> {
        Err(Refusal::UnknownKey)
    }

    fn knows(_: &AccountId) -> bool {
        false
    }
}

/// Who wrote something, as it stays on the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Author {
    /// The organisation.
    pub organisation: Uscc,
    /// The person's handle.
    pub handle: Handle,
    /// Who held the key's secret.
    pub custody: Custody,
}

impl Author {
    /// The same as the actor that wrote with a key once: what it may do now is not asked.
    pub const fn acting<AccountId>(self, key: AccountId) -> Actor<AccountId> {
        let Self { organisation, handle, custody } = self;
        Actor { organisation, key, handle, custody, roles: Roles::NONE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn every_role_should_be_open_to_some_kind_and_read_back_by_its_name() {
        for role in Role::ALL {
            assert!(OrganisationKind::ALL.iter().any(|kind| kind.roles().has(*role)), "{role} is open to nobody");
            assert_eq!(role.to_string().parse(), Ok(*role));
        }
    }

    #[test]
    fn sets_of_roles_should_follow_set_algebra() {
        let maker = Roles::of(&[Role::Discloser]);
        let checker = Roles::of(&[Role::Reviewer]);
        assert!(!maker.intersects(checker));
        assert!(maker.is_subset_of(maker.union(checker)));
        assert!(!maker.union(checker).is_subset_of(maker));
        assert_eq!(maker.union(checker).iter().collect::<Roles>(), maker.union(checker));
        assert!(Roles::NONE.is_empty() && Roles::NONE.is_subset_of(maker));
    }

    #[test]
    fn only_an_exchange_should_have_makers_and_checkers() {
        for kind in OrganisationKind::ALL {
            let both = Roles::of(&[Role::Discloser, Role::Reviewer]);
            assert_eq!(kind.roles().intersects(both), *kind == OrganisationKind::Exchange);
        }
    }

    #[test]
    fn an_unknown_name_should_list_the_known_ones() {
        let error = "owner".parse::<Custody>().expect_err("unknown");
        assert_eq!(error.to_string(), "unknown name; known are self, hosted, certificate");
    }
}
