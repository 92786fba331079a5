//! Credentials and policies of agreements that set every clause, and none.

use super::{odrl::action_term, *};
use jiandu_primitives::grant::Action;
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    grant::agreement::{AgreedConsent, AgreedItem, BenefitForm, Salt, Salted},
    record::ObjectId,
    uscc::check_character,
};
use proptest::{prelude::*, sample::Index};
use serde_json::{json, Value};
use std::collections::BTreeSet;

fn uscc(number: u32) -> Uscc {
    let first: [u8; 17] = format!("91430100MA{number:07}").into_bytes().try_into().expect("17 characters");
    let check = check_character(&first).expect("valid symbols");
    Uscc::from_bytes([&first[..], &[check]].concat().try_into().expect("18 characters"))
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn salted<T>(value: T) -> Salted<T> {
    Salted { value, salt: Salt([0x55; 32]) }
}

fn agreed(item: Item) -> AgreedItem {
    AgreedItem { item: salted(item), consent: None }
}

/// Every clause is set.
fn agreement() -> Agreement {
    Agreement {
        salt: Salt([0x55; 32]),
        enterprise: uscc(1),
        user: uscc(2),
        provider: Some(uscc(3)),
        parent: Some(4),
        replaces: Some(5),
        items: vec![agreed(Item::Section(Section::CashFlow)), agreed(Item::Record(ObjectId([9; 32])))],
        level: Level::L3,
        purpose: Some(salted(Purpose::CreditAssessment)),
        actions: Actions::of(&[Action::View, Action::Query]),
        from: day("2026-04-01").start(),
        until: Some(day("2026-04-30").end()),
        uses: Some(3),
        territory: Some(salted(Territory::Province)),
        onward: Onward::Named(vec![uscc(6), uscc(7)].try_into().expect("two")),
        delete_within: Some(30),
        basis: LegalBasis::Consent,
        right: RightKind::Processing,
        benefit: Some(salted(Benefit { form: BenefitForm::FeePerUse, amount: Some(1_205) })),
        unrestricted: false,
        document: None,
    }
}

/// No clause is set that need not be.
fn unrestricted() -> Agreement {
    Agreement {
        provider: None,
        parent: None,
        replaces: None,
        purpose: None,
        until: None,
        uses: None,
        territory: None,
        onward: Onward::Anybody,
        delete_within: None,
        benefit: None,
        unrestricted: true,
        ..agreement()
    }
}

fn names() -> Names {
    Names {
        genesis: GenesisHash([7; 32]),
        chain: Region::Hunan,
        grant: 12,
        issuer: "did:rem:hunan:HN000001F".to_owned(),
        enterprise: "湖南示例科技有限公司".to_owned(),
        code: "HN000001F".parse().expect("a code"),
    }
}

fn text(credential: &Credential) -> String {
    serde_json::to_string(credential).expect("JSON")
}

/// The text of a credential with other values of some members; null removes one.
fn with(members: &[(&str, Value)]) -> String {
    let mut json = serde_json::to_value(credential(&agreement(), &names())).expect("JSON");
    let object = json.as_object_mut().expect("an object");
    for (name, value) in members {
        match value {
            Value::Null => object.remove(*name),
            value => object.insert((*name).to_owned(), value.clone()),
        };
    }
    json.to_string()
}

fn draft(members: &[(&str, Value)]) -> Result<Draft, CredentialError> {
    Credential::parse(&with(members))?.draft()
}

#[track_caller]
fn assert_reads_back(agreement: &Agreement) -> Extension {
    let made = credential(agreement, &names());
    let read = Credential::parse(&text(&made)).expect("a credential");
    assert_eq!(read, made);
    assert_eq!(serde_json::from_str::<Credential>(&text(&made)).expect("a credential"), made);
    let draft = read.draft().expect("a draft");
    assert_eq!(Some(&draft.extension), made.extension.as_ref());
    assert_eq!((draft.from, draft.until), (agreement.from, agreement.until));
    assert_eq!((draft.enterprise, draft.provider), (agreement.enterprise, agreement.provider));
    assert_eq!(draft.items, agreement.items.iter().map(|agreed| agreed.item.value).collect::<Vec<_>>());
    draft.extension
}

#[test]
fn a_credential_should_be_spelled_as_in_the_standard_and_read_back_equal() {
    let json = serde_json::to_value(credential(&agreement(), &names())).expect("JSON");
    let members: BTreeSet<_> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    let expected = ["dataItems", "endDate", "entityInfo", "extension", "issuer", "lisensee", "startDate"];
    assert_eq!(members, BTreeSet::from(expected));
    assert_eq!(json["issuer"], "did:rem:hunan:HN000001F");
    assert_eq!(json["lisensee"], json!([format!("did:rem:hunan:{}", uscc(2))]));
    assert_eq!((&json["startDate"], &json["endDate"]), (&json!("2026-04-01"), &json!("2026-04-30")));
    assert_eq!(json["dataItems"], json!(["cash-flow", "09".repeat(32)]));
    let entity = json!({ "uscc": uscc(1).to_string(), "name": "湖南示例科技有限公司", "code": "HN000001F" });
    assert_eq!(json["entityInfo"], entity);
    let extension = &json["extension"];
    assert_eq!(extension["genesis"], "07".repeat(32));
    assert_eq!(extension["provider"], format!("did:rem:hunan:{}", uscc(3)));
    assert_eq!(extension["onward"], json!({ "named": [uscc(6).to_string(), uscc(7).to_string()] }));
    assert_eq!(extension["deleteWithin"], 30);
    assert_eq!(extension["benefit"], json!({ "form": "fee-per-use", "amount": 1_205 }));
    let commitment = agreement().terms().expect("few items").agreement;
    assert_eq!(extension["agreement"], commitment.to_string());
    assert_reads_back(&agreement());
    assert_reads_back(&unrestricted());
}

#[test]
fn no_salt_should_be_in_what_is_exported() {
    let salt = "55".repeat(32);
    assert!(!text(&credential(&agreement(), &names())).contains(&salt));
    assert!(!odrl(&agreement(), &names()).to_string().contains(&salt));
}

/// Whether an agreement with each of these values exports and reads back.
#[track_caller]
fn assert_each<T: Clone + fmt::Debug + PartialEq>(
    values: &[T],
    set: fn(&mut Agreement, T),
    read: fn(Extension) -> Option<T>,
) {
    for value in values {
        let mut agreement = agreement();
        set(&mut agreement, value.clone());
        assert_eq!(read(assert_reads_back(&agreement)), Some(value.clone()));
    }
}

#[test]
fn every_value_should_export_and_read_back() {
    assert_each(Purpose::ALL, |to, value| to.purpose = Some(salted(value)), |read| read.purpose);
    assert_each(Territory::ALL, |to, value| to.territory = Some(salted(value)), |read| read.territory);
    assert_each(LegalBasis::ALL, |to, value| to.basis = value, |read| read.legal_basis);
    assert_each(RightKind::ALL, |to, value| to.right = value, |read| read.right_kind);
    assert_each(Level::ALL, |to, value| to.level = value, |read| read.level);
    let onward = [Onward::Forbidden, Onward::Anybody];
    assert_each(&onward, |to, value| to.onward = value, |read| read.onward);
    let actions: Vec<_> = Action::ALL.iter().map(|action| Actions::of(&[*action])).collect();
    assert_each(&actions, |to, value| to.actions = value, |read| read.actions);
    for amount in [None, Some(0), Some(u32::MAX)] {
        let benefits: Vec<_> = BenefitForm::ALL.iter().map(|form| Benefit { form: *form, amount }).collect();
        assert_each(&benefits, |to, value| to.benefit = Some(salted(value)), |read| read.benefit);
    }
    for section in Section::ALL {
        assert_reads_back(&Agreement { items: vec![agreed(Item::Section(*section))], ..agreement() });
    }
}

#[test]
fn either_spelling_should_be_read_and_both_at_once_refused() {
    let did = format!("did:rem:hunan:{}", uscc(2));
    let many = || json!([&did]);
    for members in [
        [("lisensee", many()), ("licensee", Value::Null)],
        [("lisensee", Value::Null), ("licensee", many())],
        [("lisensee", Value::Null), ("licensee", json!(&did))],
        [("lisensee", json!(&did)), ("licensee", Value::Null)],
    ] {
        assert_eq!(Credential::parse(&with(&members)).expect("a credential"), credential(&agreement(), &names()));
    }
    let both = Credential::parse(&with(&[("licensee", many())]));
    assert!(matches!(both, Err(CredentialError::BothSpellings)));
    for none in [Value::Null, json!([])] {
        let none = Credential::parse(&with(&[("lisensee", none)]));
        assert!(matches!(none, Err(CredentialError::NoLicensee)));
    }
    let twice = with(&[]).replacen('{', r#"{"lisensee":["did:rem:hunan:HN000002F"],"#, 1);
    assert!(matches!(Credential::parse(&twice), Err(CredentialError::Malformed(_))));
}

#[test]
fn dates_should_be_days_in_shanghai() {
    let (start, end) = (day("2026-04-01").start(), day("2026-04-30").end());
    for (from, expected) in [(start - 1, "2026-03-31"), (start, "2026-04-01"), (start + 1, "2026-04-01")] {
        let agreement = Agreement { from, ..agreement() };
        assert_eq!(credential(&agreement, &names()).start_date, day(expected), "{from}");
        assert_reads_back(&agreement);
    }
    for (until, expected) in [(end - 1, "2026-04-30"), (end, "2026-04-30"), (end + 1, "2026-05-01")] {
        let agreement = Agreement { until: Some(until), ..agreement() };
        assert_eq!(credential(&agreement, &names()).end_date, Some(day(expected)), "{until}");
        assert_reads_back(&agreement);
    }
    // Without the extension, the whole of both days.
    let read = draft(&[("extension", Value::Null)]).expect("a draft");
    assert_eq!((read.from, read.until, read.extension), (start, Some(end), Extension::default()));
    let read = draft(&[("extension", Value::Null), ("endDate", Value::Null)]).expect("a draft");
    assert_eq!((read.from, read.until), (start, None));
    let read = draft(&[("extension", Value::Null), ("endDate", json!("2026-04-01"))]).expect("a draft");
    assert_eq!(read.until, Some(start + 86_400));
    let read = draft(&[("extension", Value::Null), ("endDate", json!("2026-03-31"))]);
    assert!(matches!(read, Err(CredentialError::Window)));
    // The extension narrows a day, and says nothing about another one.
    for (member, value) in
        [("endDate", json!("2026-05-01")), ("endDate", Value::Null), ("startDate", json!("2026-04-02"))]
    {
        assert!(matches!(draft(&[(member, value)]), Err(CredentialError::Times)), "{member}");
    }
}

#[test]
fn dates_should_be_read_in_every_form() {
    for (date, expected) in [
        ("2026-04-30", "2026-04-30"),
        (" 2026/04/30 ", "2026-04-30"),
        ("2026-04-30T00:00:00+08:00", "2026-04-30"),
        ("2026-04-30T23:59:59+08:00", "2026-04-30"),
        ("2026-04-29T16:00:00Z", "2026-04-30"),
        ("2026-04-30T15:59:59.999Z", "2026-04-30"),
        ("2026-04-30T16:00:00.000Z", "2026-05-01"),
        ("2026-04-30T09:00:00-07:00", "2026-05-01"),
    ] {
        let read = Credential::parse(&with(&[("endDate", json!(date))])).expect("a credential");
        assert_eq!(read.end_date, Some(day(expected)), "{date}");
    }
    for date in [
        "",
        "null",
        "30.04.2026",
        "2026-4-30",
        "2026-02-29",
        "20260430",
        "2026-04-30T00:00:00",
        "2026-04-30T25:00:00Z",
        "2026-04-30 or so",
        "1969-12-31",
        "1969-12-31T00:00:00Z",
    ] {
        let read = Credential::parse(&with(&[("endDate", json!(date))]));
        assert!(matches!(read, Err(CredentialError::Date { member: "endDate" })), "{date}");
    }
    let read = Credential::parse(&with(&[("startDate", json!("soon"))]));
    assert!(matches!(read, Err(CredentialError::Date { member: "startDate" })));
}

#[test]
fn what_others_write_around_a_name_should_be_dropped() {
    let code = uscc(2);
    let licensees = json!([format!(" DID:rem:Hunan:{code}#keys-1"), code.to_string(), "did:rem:hunan:HN000002G.S2101"]);
    let mut extension = serde_json::to_value(Extension::default()).expect("JSON");
    extension["provider"] = json!(uscc(3).to_string());
    let read = draft(&[
        ("issuer", json!("did:rem:hunan:hn000001f?service=files")),
        ("lisensee", licensees),
        ("dataItems", json!([" finance "])),
        ("extension", extension),
        ("proof", json!({ "type": "SM2Signature", "value": [1, 2, 3] })),
    ]);
    let read = read.expect("a draft");
    assert_eq!(read.issuer.to_string(), "did:rem:hunan:HN000001F");
    let did = format!("did:rem:hunan:{code}");
    assert_eq!(read.licensees, [did, code.to_string(), "did:rem:hunan:HN000002G".to_owned()]);
    assert_eq!((read.items, read.provider), (vec![Item::Section(Section::Finance)], Some(uscc(3))));
}

#[test]
fn a_draft_should_name_what_is_wrong() {
    let unknown = draft(&[("dataItems", json!(["finance", "bank-flow"]))]).expect_err("an unknown item");
    assert!(matches!(&unknown, CredentialError::Item { item } if item == "bank-flow"));
    let said = unknown.to_string();
    assert!(said.contains("bank-flow"));
    assert!(Section::ALL.iter().all(|section| said.contains(section.name())), "{said}");
    let long = draft(&[("dataItems", json!(["流".repeat(1_000)]))]).expect_err("an unknown item");
    assert!(matches!(long, CredentialError::Item { item } if item == "流".repeat(64)));

    assert!(matches!(draft(&[("issuer", json!("HN000001F"))]), Err(CredentialError::Issuer(DidError::Scheme))));
    let licensees = json!([format!("did:rem:hunan:{}", uscc(2)), "did:rem:hunan:Q000000001"]);
    let investor = draft(&[("lisensee", licensees)]);
    assert!(matches!(investor, Err(CredentialError::Licensee { number: 2, source: DidError::Investor { .. } })));
    for provider in ["", "did:rem:hunan:HN000002G", "did:web:example.org"] {
        let extension = json!({ "provider": provider });
        assert!(matches!(draft(&[("extension", extension)]), Err(CredentialError::Provider)), "{provider}");
    }
}

#[test]
fn junk_should_be_refused() {
    let long = "{".repeat(1 << 20);
    assert!(matches!(Credential::parse(&long), Err(CredentialError::TooLong { found: 1_048_576 })));
    let padded = format!("{}{}", with(&[]), " ".repeat(LONGEST));
    assert!(matches!(Credential::parse(&padded), Err(CredentialError::TooLong { .. })));
    let deep = [
        "{".repeat(LONGEST),
        "[".repeat(LONGEST),
        r#"{"x":"#.repeat(10_000),
        format!(r#"{{"lisensee":{}"#, "[".repeat(60_000)),
        format!(r#"{{"extension":{}"#, r#"{"onward":"#.repeat(6_000)),
        format!(r#"{{"lisensee":{}{}}}"#, "[".repeat(30_000), "]".repeat(30_000)),
    ];
    let positional = json!(["did:rem:hunan:HN000001F", ["x"], null, "2026-04-01", null, [], {}, null]).to_string();
    let short = ["", " ", "{}", "[]", "null", "7", "\"text\"", "{", "\u{FEFF}", positional.as_str()];
    for junk in short.into_iter().chain(deep.iter().map(String::as_str)) {
        let read = Credential::parse(junk);
        assert!(matches!(read, Err(CredentialError::Malformed(_))), "{}", junk.chars().take(80).collect::<String>());
    }
}

#[test]
fn wrong_types_should_be_refused() {
    let entity = json!([uscc(1).to_string(), "湖南示例科技有限公司", "HN000001F"]);
    for (member, value) in [
        ("issuer", json!(7)),
        ("issuer", Value::Null),
        ("lisensee", json!(7)),
        ("lisensee", json!([7])),
        ("lisensee", json!({})),
        ("startDate", json!(20260401)),
        ("startDate", Value::Null),
        ("endDate", json!([])),
        ("endDate", json!(false)),
        ("dataItems", json!("finance")),
        ("dataItems", json!([["finance"]])),
        ("dataItems", Value::Null),
        ("entityInfo", json!("湖南示例科技有限公司")),
        ("entityInfo", json!({ "name": "湖南示例科技有限公司" })),
        ("entityInfo", json!({ "name": "湖南示例科技有限公司", "uscc": "91430100MA0000000X" })),
        ("entityInfo", entity),
        ("extension", json!([])),
        ("extension", json!("none")),
        ("extension", json!({ "uses": "3" })),
        ("extension", json!({ "uses": -1 })),
        ("extension", json!({ "purpose": "anything" })),
        ("extension", json!({ "actions": "view" })),
        ("extension", json!({ "onward": { "named": vec![uscc(6).to_string(); 9] } })),
        ("extension", json!({ "agreement": "07" })),
        ("extension", json!({ "onlyOnSundays": true })),
    ] {
        let read = Credential::parse(&with(&[(member, value.clone())]));
        assert!(matches!(read, Err(CredentialError::Malformed(_))), "{member}: {value}");
    }
}

/// Every left operand with its operator, wherever it occurs.
fn operands(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match value {
        Value::Object(object) => {
            let member = |name: &str| object.get(name).and_then(Value::as_str);
            if let (Some(left), Some(operator)) = (member("leftOperand"), member("operator")) {
                found.insert(format!("{left} {operator}"));
            }
            found.extend(object.values().flat_map(operands));
        }
        Value::Array(values) => found.extend(values.iter().flat_map(operands)),
        _ => (),
    }
    found
}

/// The actions of all rules of a sort.
fn actions(policy: &Value, rules: &str) -> Vec<Value> {
    let rules = policy.get(rules).and_then(Value::as_array).cloned().unwrap_or_default();
    rules.into_iter().map(|rule| rule["action"].clone()).collect()
}

#[test]
fn a_policy_should_constrain_by_each_clause_that_is_set_and_by_no_other() {
    let always = ["dateTime gteq", "jiandu:level lteq"];
    let policy = odrl(&unrestricted(), &names());
    assert_eq!(operands(&policy), BTreeSet::from(always.map(str::to_owned)));

    type Set = fn(&mut Agreement);
    let clauses: [(Set, &[&str]); 14] = [
        (|it| it.until = Some(day("2026-04-30").end()), &["dateTime lt"]),
        (|it| it.uses = Some(3), &["count lteq", "unitOfCount eq"]),
        (|it| it.purpose = Some(salted(Purpose::Audit)), &["purpose eq"]),
        (|it| it.territory = Some(salted(Territory::Country)), &["spatial isPartOf"]),
        (|it| it.territory = Some(salted(Territory::Province)), &["spatial isPartOf"]),
        (|it| it.territory = Some(salted(Territory::UserPremises)), &["jiandu:environment eq"]),
        (|it| it.territory = Some(salted(Territory::ProviderPremises)), &["jiandu:environment eq"]),
        (|it| it.territory = Some(salted(Territory::TrustedSpace)), &["jiandu:environment eq"]),
        (|it| it.onward = Onward::Named(vec![uscc(6)].try_into().expect("one")), &["recipient isAnyOf"]),
        (|it| it.onward = Onward::Forbidden, &[]),
        (|it| it.delete_within = Some(0), &["event gt", "elapsedTime lteq"]),
        (|it| it.benefit = Some(salted(Benefit { form: BenefitForm::Service, amount: None })), &["jiandu:benefit eq"]),
        (|it| it.benefit = Some(salted(Benefit { form: BenefitForm::Free, amount: None })), &[]),
        (
            |it| {
                let document = salted(ContentHash { alg: DigestAlg::Sm3, value: [8; 32] });
                it.items[0].consent = Some(AgreedConsent { document, until: 1_790_000_000 });
            },
            &["dateTime lt"],
        ),
    ];
    for (number, (set, expected)) in clauses.into_iter().enumerate() {
        let mut agreement = unrestricted();
        set(&mut agreement);
        let expected: BTreeSet<_> = always.iter().chain(expected).map(|text| (*text).to_owned()).collect();
        assert_eq!(operands(&odrl(&agreement, &names())), expected, "clause {number}");
    }
    for (form, operand) in [
        (BenefitForm::FeePerUse, "payAmount eq"),
        (BenefitForm::RevenueShare, "jiandu:rate eq"),
        (BenefitForm::RateReduction, "jiandu:rate eq"),
    ] {
        let benefit = Some(salted(Benefit { form, amount: Some(5) }));
        let policy = odrl(&Agreement { benefit, ..unrestricted() }, &names());
        assert!(operands(&policy).contains(operand), "{form}");
    }
}

#[test]
fn a_policy_should_say_the_whole_grant() {
    let policy = odrl(&agreement(), &names());
    let genesis = "07".repeat(32);
    assert_eq!(policy["@context"][0], "http://www.w3.org/ns/odrl.jsonld");
    assert_eq!(policy["@context"][1], json!({ "jiandu": "urn:jiandu:odrl:v1:" }));
    assert_eq!((&policy["@type"], &policy["profile"]), (&json!("Agreement"), &json!("urn:jiandu:odrl:v1")));
    assert_eq!(policy["uid"], format!("urn:jiandu:{genesis}:grant:12"));
    assert_eq!(policy["assigner"], "did:rem:hunan:HN000001F");
    assert_eq!(policy["assignee"], json!([format!("did:rem:hunan:{}", uscc(2))]));

    let cash_flow = format!("urn:jiandu:{genesis}:{}:item:cash-flow", agreement().enterprise);
    let record = format!("urn:jiandu:{genesis}:{}:item:{}", agreement().enterprise, "09".repeat(32));
    let limit = |left: &str, operator: &str, right: Value| json!({ "leftOperand": left, "operator": operator, "rightOperand": right });
    let time = |text: &str| json!({ "@value": text, "@type": "xsd:dateTime" });
    let limits = [
        limit("dateTime", "gteq", time("2026-03-31T16:00:00Z")),
        limit("jiandu:level", "lteq", json!("L3")),
        limit("dateTime", "lt", time("2026-04-30T16:00:00Z")),
        limit("purpose", "eq", json!({ "@id": "jiandu:purpose:credit-assessment" })),
        limit("spatial", "isPartOf", json!({ "@id": "jiandu:region:hunan" })),
    ];
    let counted = [limit("count", "lteq", json!(3)), limit("unitOfCount", "eq", json!({ "@id": "jiandu:grant" }))];
    let dids = [6, 7].map(|number| json!({ "@id": format!("did:rem:hunan:{}", uscc(number)) }));
    let named = [limit("recipient", "isAnyOf", json!(dids))];
    let uses = [&limits[..], &counted[..]].concat();
    let sharing = [&limits[..], &named[..]].concat();
    let permission = json!([
        { "target": cash_flow, "action": ["read", "jiandu:query"], "constraint": uses },
        { "target": cash_flow, "action": "grantUse", "constraint": sharing },
        { "target": record, "action": ["read", "jiandu:query"], "constraint": uses },
        { "target": record, "action": "grantUse", "constraint": sharing },
    ]);
    assert_eq!(policy["permission"], permission);

    let sequence = [
        limit("event", "gt", json!({ "@id": "jiandu:end-of-grant" })),
        limit("elapsedTime", "lteq", json!({ "@value": "P30D", "@type": "xsd:duration" })),
    ];
    let mut amount = limit("payAmount", "eq", json!({ "@value": "12.05", "@type": "xsd:decimal" }));
    amount["unit"] = json!({ "@id": "http://dbpedia.org/resource/Renminbi" });
    let refinement = [limit("jiandu:benefit", "eq", json!({ "@id": "jiandu:benefit:fee-per-use" })), amount];
    let obligation = json!([
        {
            "target": [cash_flow, record],
            "action": "delete",
            "constraint": [{ "andSequence": { "@list": sequence } }],
        },
        { "action": [{ "rdf:value": { "@id": "odrl:compensate" }, "refinement": refinement }] },
    ]);
    assert_eq!(policy["obligation"], obligation);
    assert_eq!(policy.get("prohibition"), None);
}

#[test]
fn passing_on_should_be_prohibited_or_permitted_as_agreed() {
    let rules = |onward| {
        let policy = odrl(&Agreement { onward, ..unrestricted() }, &names());
        (actions(&policy, "permission"), actions(&policy, "prohibition"), policy)
    };
    let read = json!(["read", "jiandu:query"]);
    let (permitted, prohibited, policy) = rules(Onward::Forbidden);
    assert_eq!((permitted, prohibited), (vec![read.clone(), read.clone()], vec![json!("distribute")]));
    assert_eq!(policy["prohibition"][0]["target"].as_array().map(Vec::len), Some(2));
    assert_eq!(policy.get("obligation"), None);
    let (permitted, prohibited, _) = rules(Onward::Anybody);
    let share = json!("grantUse");
    assert_eq!(permitted, [read.clone(), share.clone(), read, share]);
    assert!(prohibited.is_empty());
}

#[test]
fn every_action_should_have_a_term_of_its_own_that_is_not_all_use() {
    let terms: BTreeSet<_> = Action::ALL.iter().map(|action| action_term(*action)).collect();
    assert_eq!(terms.len(), Action::ALL.len());
    assert!(!terms.contains("use"));
}

#[test]
fn a_time_beyond_every_date_should_be_the_last_one() {
    let agreement = Agreement { from: u64::MAX, until: Some(u64::MAX), ..agreement() };
    assert_eq!(credential(&agreement, &names()).end_date, Some(day("9999-12-31")));
    let last = json!(Timestamp::MAX.to_string());
    assert_eq!(odrl(&agreement, &names())["permission"][0]["constraint"][0]["rightOperand"]["@value"], last);
}

proptest! {
    #[test]
    fn no_text_should_panic(any_text in any::<String>(), at in any::<Index>()) {
        let valid = with(&[]);
        let cut = valid.get(..at.index(valid.len())).unwrap_or_default();
        prop_assert!(Credential::parse(&any_text).is_err());
        prop_assert!(Credential::parse(cut).is_err());
        for member in ["issuer", "startDate", "endDate"] {
            drop(draft(&[(member, json!(&any_text))]));
        }
        drop(draft(&[("lisensee", json!([&any_text])), ("dataItems", json!([&any_text]))]));
    }
}
