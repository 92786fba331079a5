//! A grant as a policy of W3C ODRL 2.2.

use super::Names;
use jiandu_primitives::grant::{
    agreement::{Agreement, Benefit, BenefitForm, Item},
    Action, Onward, Territory,
};
use jiff::Timestamp;
use serde_json::{json, Value};
use std::fmt;

/// The profile of ODRL that says what our own terms mean; their names begin with it.
const PROFILE: &str = "urn:jiandu:odrl:v1";

/// An action in ODRL. Only two of ours are in its common vocabulary, `read` and `derive`. Its `aggregate` is about
/// collections and its `extract` makes a new asset, so neither is a query; nothing there is a yes-or-no answer or the
/// training of a model; and `use` would permit all of it. The profile has our own as kinds of `use`.
pub(super) const fn action_term(action: Action) -> &'static str {
    match action {
        Action::View => "read",
        Action::Verify => "jiandu:verify",
        Action::Query => "jiandu:query",
        Action::Model => "jiandu:model",
        Action::Derive => "derive",
    }
}

fn constraint(left: &str, operator: &str, right: impl Into<Value>) -> Value {
    let right: Value = right.into();
    json!({ "leftOperand": left, "operator": operator, "rightOperand": right })
}

/// A value of a list of ours.
fn term(list: &str, name: impl fmt::Display) -> Value {
    json!({ "@id": format!("jiandu:{list}:{name}") })
}

fn typed(value: impl fmt::Display, kind: &str) -> Value {
    json!({ "@value": value.to_string(), "@type": format!("xsd:{kind}") })
}

/// A Unix second; one after the year 9999 is the last there is.
fn time(second: u64) -> Value {
    let time = i64::try_from(second).ok().and_then(|second| Timestamp::from_second(second).ok());
    typed(time.unwrap_or(Timestamp::MAX), "dateTime")
}

/// 域内. An environment is no place, and no code of a country says 境内, so the values are ours.
fn place(territory: Territory, names: &Names) -> Value {
    match territory {
        Territory::Country => constraint("spatial", "isPartOf", term("region", "country")),
        Territory::Province => constraint("spatial", "isPartOf", term("region", names.chain)),
        Territory::UserPremises | Territory::ProviderPremises | Territory::TrustedSpace => {
            constraint("jiandu:environment", "eq", term("environment", territory))
        }
    }
}

/// 收益分配 as a duty; nothing is owed where the data is free.
fn compensation(benefit: Benefit) -> Option<Value> {
    let (operand, unit) = match benefit.form {
        BenefitForm::Free => return None,
        BenefitForm::FeePerUse => ("payAmount", "http://dbpedia.org/resource/Renminbi"),
        BenefitForm::RevenueShare | BenefitForm::RateReduction | BenefitForm::Service => {
            ("jiandu:rate", "jiandu:percent")
        }
    };
    let mut refinement = vec![constraint("jiandu:benefit", "eq", term("benefit", benefit.form))];
    refinement.extend(benefit.amount.map(|amount| {
        let amount = format!("{}.{:02}", amount / 100, amount % 100);
        json!({
            "leftOperand": operand,
            "operator": "eq",
            "rightOperand": typed(amount, "decimal"),
            "unit": { "@id": unit },
        })
    }));
    Some(json!({ "action": [{ "rdf:value": { "@id": "odrl:compensate" }, "refinement": refinement }] }))
}

/// A grant as a policy of [ODRL 2.2](https://www.w3.org/TR/odrl-model/), in JSON-LD.
///
/// - Each item has a permission of its own, for its consent may end before the grant does.
/// - ODRL counts the uses of each rule; ours are those of the whole grant, which `unitOfCount` says.
/// - Deletion and benefit are obligations of the policy: a duty of a permission is to be done before the first use.
/// - `elapsedTime` bounds the time for deletion from above, which ODRL lets `delayPeriod` do only from below. It runs
///   from the end of the grant, whatever ended it.
/// - Onward sharing is `grantUse`, within the same limits; where it is forbidden, `distribute` is prohibited.
pub fn odrl(agreement: &Agreement, names: &Names) -> Value {
    // Whose it is belongs to the name: every enterprise has the same sections.
    let target = |item: &Item| names.urn(format_args!("{}:item:{item}", agreement.enterprise));
    let targets: Vec<_> = agreement.items.iter().map(|agreed| target(&agreed.item.value)).collect();
    let actions: Vec<_> = agreement.actions.iter().map(action_term).collect();

    let mut limits = vec![
        constraint("dateTime", "gteq", time(agreement.from)),
        constraint("jiandu:level", "lteq", agreement.level.name()),
    ];
    limits.extend(agreement.until.map(|until| constraint("dateTime", "lt", time(until))));
    limits.extend(agreement.purpose.map(|purpose| constraint("purpose", "eq", term("purpose", purpose.value))));
    limits.extend(agreement.territory.map(|territory| place(territory.value, names)));
    let counted = agreement.uses.into_iter().flat_map(|uses| {
        [constraint("count", "lteq", uses), constraint("unitOfCount", "eq", json!({ "@id": "jiandu:grant" }))]
    });
    let counted: Vec<_> = counted.collect();
    let recipients = match &agreement.onward {
        Onward::Forbidden => None,
        Onward::Named(named) => {
            let dids: Vec<_> = named.iter().map(|code| json!({ "@id": names.organisation(code) })).collect();
            Some(vec![constraint("recipient", "isAnyOf", dids)])
        }
        Onward::Anybody => Some(Vec::new()),
    };

    let mut permission = Vec::new();
    for agreed in &agreement.items {
        let target = target(&agreed.item.value);
        let mut limits = limits.clone();
        limits.extend(agreed.consent.map(|consent| constraint("dateTime", "lt", time(consent.until))));
        let uses = [limits.as_slice(), counted.as_slice()].concat();
        permission.push(json!({ "target": target, "action": actions, "constraint": uses }));
        permission.extend(recipients.as_ref().map(|recipients| {
            let sharing = [limits.as_slice(), recipients.as_slice()].concat();
            json!({ "target": target, "action": "grantUse", "constraint": sharing })
        }));
    }

    let deletion = agreement.delete_within.map(|days| {
        let after = constraint("event", "gt", json!({ "@id": "jiandu:end-of-grant" }));
        let within = constraint("elapsedTime", "lteq", typed(format_args!("P{days}D"), "duration"));
        let constraints = json!([{ "andSequence": { "@list": [after, within] } }]);
        json!({ "target": targets, "action": "delete", "constraint": constraints })
    });
    let compensation = agreement.benefit.and_then(|benefit| compensation(benefit.value));
    let obligation: Vec<_> = deletion.into_iter().chain(compensation).collect();
    let prohibition: Vec<_> = (agreement.onward == Onward::Forbidden)
        .then(|| json!({ "target": targets, "action": "distribute" }))
        .into_iter()
        .collect();

    let mut policy = json!({
        "@context": ["http://www.w3.org/ns/odrl.jsonld", { "jiandu": format!("{PROFILE}:") }],
        "@type": "Agreement",
        "uid": names.urn(format_args!("grant:{}", names.grant)),
        "profile": PROFILE,
        "assigner": names.issuer,
        "assignee": [names.organisation(&agreement.user)],
        "permission": permission,
    });
    if let Value::Object(policy) = &mut policy {
        let more = [("obligation", obligation), ("prohibition", prohibition)];
        let more = more.into_iter().filter(|(_, rules)| !rules.is_empty());
        policy.extend(more.map(|(name, rules)| (name.to_owned(), rules.into())));
    }
    policy
}
