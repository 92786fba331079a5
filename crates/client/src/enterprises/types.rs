//! What the chain stores of enterprises, as this library shows it.

use crate::{
    chain::{api, runtime_types::pallet_jiandu_archives::types as stored},
    connection::ConnectionError,
    state::State,
    AccountId,
};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_primitives::{
    chain::Moment,
    code::EnterpriseCode,
    did::Did,
    enterprise::{EnterpriseStatus, Succession},
    member::{Author, Custody},
    uscc::Uscc,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use subxt::utils::Static;

/// The two persons behind a fact, and when the chain learnt of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Hands {
    /// 登记岗.
    pub maker: Author,
    /// 复核岗.
    pub checker: Author,
    /// When it was confirmed.
    pub at: Moment,
}

impl From<stored::Hands> for Hands {
    fn from(hands: stored::Hands) -> Self {
        Self { maker: hands.maker.0, checker: hands.checker.0, at: hands.at.0 }
    }
}

/// A dated attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatedView<T> {
    /// The attribute.
    pub value: T,
    /// Unix second from which it holds.
    pub since: u64,
    /// Who entered it.
    #[serde(flatten)]
    pub hands: Hands,
}

impl<T> DatedView<T> {
    fn new<S>(dated: stored::Dated<S>, value: impl FnOnce(S) -> T) -> Self {
        Self { value: value(dated.value), since: dated.since, hands: dated.hands.into() }
    }
}

/// An enterprise that follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SuccessorView {
    /// Which.
    pub enterprise: Uscc,
    /// How.
    pub succession: Succession,
}

/// Why a key of an enterprise ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyEnd {
    /// Another key of the enterprise objected before it took effect.
    Objected,
    /// Its holder ended it.
    Ended,
}

/// A key bound to an enterprise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoundKeyView {
    /// Its account.
    pub account: AccountId,
    /// Who holds its secret.
    pub custody: Custody,
    /// Unix second from which it acts.
    pub from: u64,
    /// Unix second from which it acts no more, because another takes its place.
    pub until: Option<u64>,
    /// The key in whose place it comes.
    pub replaces: Option<AccountId>,
    /// Its end, where it ended otherwise.
    pub end: Option<KeyEnd>,
    /// Who bound it.
    #[serde(flatten)]
    pub hands: Hands,
}

/// An enterprise with everything that it was ever called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EnterpriseView {
    /// Its code for life.
    pub enterprise: Uscc,
    /// Its registered name now.
    pub name: String,
    /// Its code now.
    pub code: EnterpriseCode,
    /// The DID made of that code.
    pub did: Did,
    /// Whether its archive goes on.
    pub status: EnterpriseStatus,
    /// The organisation that keeps its archive.
    pub registrar: Uscc,
    /// Every name, oldest first.
    pub names: Vec<DatedView<String>>,
    /// Every code, oldest first.
    pub codes: Vec<DatedView<EnterpriseCode>>,
    /// Every status, oldest first.
    pub statuses: Vec<DatedView<EnterpriseStatus>>,
    /// Which enterprises follow it, oldest first.
    pub successors: Vec<DatedView<SuccessorView>>,
    /// Which enterprises it follows.
    pub predecessors: Vec<Uscc>,
    /// Its keys, oldest first.
    pub keys: Vec<BoundKeyView>,
}

/// The numbered rows of one enterprise, in order.
fn in_order<T>(mut rows: Vec<(u32, T)>) -> impl Iterator<Item = T> {
    rows.sort_by_key(|(number, _)| *number);
    rows.into_iter().map(|(_, row)| row)
}

pub(super) async fn enterprise_in(state: &State, enterprise: Uscc) -> Result<Option<EnterpriseView>, ConnectionError> {
    let key = || (Static(enterprise),);
    let Some(row) = state.get(api::storage().archives().enterprises(), key()).await? else { return Ok(None) };
    let names: Vec<DatedView<String>> = in_order(state.rows(api::storage().archives().names(), key()).await?)
        .map(|dated| DatedView::new(dated, |name| String::from_utf8_lossy(&name.0).into_owned()))
        .collect();
    let codes = in_order(state.rows(api::storage().archives().codes(), key()).await?);
    let statuses = in_order(state.rows(api::storage().archives().statuses(), key()).await?);
    let successors = in_order(state.rows(api::storage().archives().successors(), key()).await?);
    let predecessors: Vec<(Uscc, ())> = state.rows(api::storage().archives().predecessors(), key()).await?;
    let keys: Vec<([u8; 32], _)> = state.rows(api::storage().archives().keys(), key()).await?;
    let mut keys: Vec<BoundKeyView> =
        keys.into_iter().map(|(account, row)| bound_key(AccountId(account), row)).collect();
    keys.sort_by_key(|key| (key.hands.at, key.account));
    let code = row.code.0;
    Ok(Some(EnterpriseView {
        enterprise,
        name: names.last().map(|name| name.value.clone()).unwrap_or_default(),
        code,
        did: code.into(),
        status: row.status.0,
        registrar: row.registrar.0,
        names,
        codes: codes.map(|dated| DatedView::new(dated, |code| code.0)).collect(),
        statuses: statuses.map(|dated| DatedView::new(dated, |status| status.0)).collect(),
        successors: successors
            .map(|dated| {
                DatedView::new(dated, |successor| SuccessorView {
                    enterprise: successor.enterprise.0,
                    succession: successor.succession.0,
                })
            })
            .collect(),
        predecessors: predecessors.into_iter().map(|(predecessor, ())| predecessor).collect(),
        keys,
    }))
}

/// An enterprise in short.
pub(crate) struct Kept {
    pub(crate) enterprise: Uscc,
    /// Its code now.
    pub(crate) code: EnterpriseCode,
    /// How many names it has had.
    names: u32,
}

impl Kept {
    /// Its registered name now.
    pub(crate) async fn name(&self, state: &State) -> Result<String, ConnectionError> {
        let last = self.names.saturating_sub(1);
        let name = state.get(api::storage().archives().names(), (Static(self.enterprise), last)).await?;
        let name = name.ok_or_else(|| ConnectionError::malformed("Archives.Names"))?;
        Ok(String::from_utf8_lossy(&name.value.0).into_owned())
    }
}

/// How many enterprises a node is asked about at a time.
const AT_A_TIME: usize = 8;

/// The registered names of enterprises now. Those that are not registered are left out.
pub(super) async fn names_in(
    state: &State,
    enterprises: BTreeSet<Uscc>,
) -> Result<BTreeMap<Uscc, String>, ConnectionError> {
    let asked = enterprises.into_iter().map(async |enterprise| {
        let row = state.get(api::storage().archives().enterprises(), (Static(enterprise),)).await?;
        let Some(row) = row else { return Ok::<_, ConnectionError>(None) };
        let kept = Kept { enterprise, code: row.code.0, names: row.names };
        Ok(Some((enterprise, kept.name(state).await?)))
    });
    let named: Vec<_> = stream::iter(asked).buffered(AT_A_TIME).try_collect().await?;
    Ok(named.into_iter().flatten().collect())
}

/// The enterprises whose archives an exchange keeps, by their codes for life.
pub(crate) async fn kept_by(state: &State, exchange: Uscc) -> Result<Vec<Kept>, ConnectionError> {
    let rows: Vec<(Uscc, _)> = state.rows(api::storage().archives().enterprises(), ()).await?;
    let kept = rows.into_iter().filter(|(_, row)| row.registrar.0 == exchange);
    let mut kept: Vec<_> =
        kept.map(|(enterprise, row)| Kept { enterprise, code: row.code.0, names: row.names }).collect();
    kept.sort_by_key(|kept| kept.enterprise);
    Ok(kept)
}

fn bound_key(account: AccountId, row: stored::EnterpriseKey<AccountId>) -> BoundKeyView {
    BoundKeyView {
        account,
        custody: row.custody.0,
        from: row.from,
        until: row.until,
        replaces: row.replaces,
        end: row.end.map(|(end, _)| match end {
            stored::KeyEnd::Objected => KeyEnd::Objected,
            stored::KeyEnd::Ended => KeyEnd::Ended,
        }),
        hands: row.hands.into(),
    }
}
