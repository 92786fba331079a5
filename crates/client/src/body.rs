//! The body of a snapshot: the JSON object, header and body after JR/T 0314-2024 (paraphrased), that the supervision chain pulls.
//!
//! It lies in the vault; its SM3, length and locator are on the chain. [`build`] makes it of what the chain says of the snapshot, so
//! that a lost one can be made again, byte for byte, unless its submitter added content of their own. Both are checked against our
//! own schemas (`crates/client/schemas`, JSON Schema 2020-12), and every fault is told at once.
//!
//! Seals are added later and change no digest: the stored object has none, and [`with_seals`] puts those of the chain into a copy.

use crate::{
    personal,
    records::{DocumentView, SealView, SnapshotView},
    texts::Explain,
};
use boon::{Compiler, ErrorKind, SchemaIndex, Schemas, ValidationError};
use jiandu_primitives::{
    header::{Body, Header, Locator, Schema},
    name::may_name_a_person,
    record::{ExternalId, ObjectId, Operation, RecordKind, Subject, VersionRef},
    seal::SealKind,
};
use serde::Serialize;
use serde_json::{json, Map, Value};
use std::sync::OnceLock;

/// Longest body in bytes that is read.
pub const LONGEST: u64 = 1 << 20;
/// The model of a snapshot whose header names none.
const MODEL: [&str; 2] = ["jiandu", "1"];
/// The schemas, each under the name that others refer to it by.
const SCHEMAS: [&str; 5] = [
    include_str!("../schemas/object.json"),
    include_str!("../schemas/snapshot.json"),
    include_str!("../schemas/content-any.json"),
    include_str!("../schemas/content-report.json"),
    include_str!("../schemas/content-announcement.json"),
];
const OBJECT: &str = "urn:jiandu:object:1";

/// What a body is made of, beside the content that its submitter adds.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The record.
    pub object: ObjectId,
    /// Its name.
    pub external_id: &'a ExternalId,
    /// Whom it is about.
    pub subject: Subject,
    /// What it is.
    pub kind: RecordKind,
    /// Which snapshot.
    pub at: VersionRef,
    /// What the snapshot does.
    pub operation: Operation,
    /// What it says of itself; its time of submission is the object's.
    pub header: &'a Header,
    /// Why, for an overwrite.
    pub reason: Option<&'a str>,
    /// Its documents, by slot.
    pub documents: &'a [DocumentView],
}

/// Something in a JSON object that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Where, as a JSON pointer (RFC 6901); empty for the object as a whole.
    pub at: String,
    /// Which rule, with its values.
    #[serde(flatten)]
    pub rule: Rule,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "rule")]
pub enum Rule {
    /// It is no JSON.
    NotJson,
    /// Something else than an object.
    NotAnObject,
    /// Names are missing.
    Missing {
        /// Which.
        names: String,
    },
    /// There are names that nobody knows here.
    Unknown {
        /// Which.
        names: String,
    },
    /// It is of another type.
    Type {
        /// What it should be.
        wanted: String,
    },
    /// It is none of those values.
    Value {
        /// What it may be.
        wanted: String,
    },
    /// It has another form.
    Form {
        /// The regular expression.
        wanted: String,
    },
    /// It is too short, too small or too few.
    Below {
        /// The least.
        least: String,
    },
    /// It is too long, too large or too many.
    Above {
        /// The most.
        most: String,
    },
    /// It may be a person's number, which belongs into no body.
    PersonalNumber,
    /// Another rule of the schema.
    Other {
        /// Which.
        broken: String,
    },
}

impl Explain for Fault {
    fn key(&self) -> String {
        let name = match self.rule {
            Rule::NotJson => "not-json",
            Rule::NotAnObject => "not-an-object",
            Rule::Missing { .. } => "missing",
            Rule::Unknown { .. } => "unknown",
            Rule::Type { .. } => "type",
            Rule::Value { .. } => "value",
            Rule::Form { .. } => "form",
            Rule::Below { .. } => "below",
            Rule::Above { .. } => "above",
            Rule::PersonalNumber => "personal-number",
            Rule::Other { .. } => "other",
        };
        format!("fault-{name}")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let at = match self.at.as_str() {
            "" => "/".to_owned(),
            at => at.to_owned(),
        };
        let value = match &self.rule {
            Rule::NotJson | Rule::NotAnObject | Rule::PersonalNumber => None,
            Rule::Missing { names } | Rule::Unknown { names } => Some(names),
            Rule::Type { wanted } | Rule::Value { wanted } | Rule::Form { wanted } => Some(wanted),
            Rule::Below { least } => Some(least),
            Rule::Above { most } => Some(most),
            Rule::Other { broken } => Some(broken),
        };
        [("at", at)].into_iter().chain(value.map(|value| ("value", value.clone()))).collect()
    }
}

impl<'a> Facts<'a> {
    /// Of a snapshot that the chain has.
    pub fn of(
        (object, external_id, subject, kind): (ObjectId, &'a ExternalId, Subject, RecordKind),
        snapshot: &'a SnapshotView,
        documents: &'a [DocumentView],
    ) -> Self {
        let reason = snapshot.reason.and_then(|reason| match reason {
            jiandu_primitives::record::ChangeReason::Overwrite(reason) => Some(reason.name()),
            jiandu_primitives::record::ChangeReason::Withdrawal(_) => None,
        });
        let (at, operation, header) = (snapshot.at, snapshot.operation, &snapshot.header);
        Self { object, external_id, subject, kind, at, operation, header, reason, documents }
    }
}

/// Makes the exact bytes of a body. `content` is what the submitter adds; it has been looked at only when no fault comes back.
pub fn build(facts: &Facts<'_>, content: Option<&Map<String, Value>>) -> Result<Vec<u8>, Vec<Fault>> {
    let Facts { object, external_id, subject: Subject::Uscc(uscc), kind, at, operation, header, reason, documents } =
        facts;
    let named = |name: fn(&Schema) -> String, default: &str| header.schema.as_ref().map_or(default.to_owned(), name);
    let operation = match operation {
        Operation::Create => "create",
        Operation::Update => "update",
        Operation::Overwrite => "overwrite",
        Operation::Withdraw => "delete",
    };
    let body = match operation {
        "delete" => json!({}),
        _ => {
            let mut body = json!({
                "subject": uscc.to_string(),
                "external_id": external_id.to_string(),
                "kind": kind.name(),
                "revision": at.revision,
                "level": header.level.name(),
                "documents": documents.iter().map(document).collect::<Vec<_>>(),
            });
            let more = [
                ("business_time", header.business.map(Value::from)),
                ("reason", reason.map(Value::from)),
                ("content", content.cloned().map(Value::Object)),
            ];
            if let Value::Object(body) = &mut body {
                body.extend(more.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            }
            body
        }
    };
    let whole = json!({
        "header": {
            "model_protocol": named(|schema| schema.protocol.to_string(), MODEL[0]),
            "model_version": named(|schema| schema.version.to_string(), MODEL[1]),
            "object_type": named(|schema| schema.object_type.to_string(), kind.name()),
            "object_id": object.to_string(),
            "version": at.version,
            "operation": operation,
            "timestamp": header.submitted.unwrap_or_default(),
            "seal": [],
        },
        "body": body,
    });
    let faults = faults_in(&whole);
    match faults.is_empty() {
        true => Ok(sorted(whole).to_string().into_bytes()),
        false => Err(faults),
    }
}

fn document(document: &DocumentView) -> Value {
    let digests =
        document.digests.iter().map(|digest| (digest.alg.name().to_owned(), hex::encode(digest.value).into()));
    json!({
        "slot": document.slot,
        "media_type": document.media.name(),
        "length": document.length,
        "sealed": document.sealed,
        "digests": digests.collect::<Map<_, _>>(),
    })
}

/// The same with the names of every object in ascending order, whatever other crates ask of serde_json: so the same facts have the
/// same bytes.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut names: Vec<_> = object.into_iter().collect();
            names.sort_by(|one, other| one.0.cmp(&other.0));
            names.into_iter().map(|(name, value)| (name, sorted(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(values) => values.into_iter().map(sorted).collect::<Vec<_>>().into(),
        value => value,
    }
}

/// What the chain keeps of a body.
pub fn anchored(bytes: &[u8], locator: Option<Locator>) -> Body {
    let digests = jiandu_vault::hash::hash_stream(bytes, &[jiandu_primitives::digest::DigestAlg::Sm3], |_, _| ());
    let sm3 = digests.ok().and_then(|hashed| hashed.digests.first().map(|digest| digest.value)).unwrap_or_default();
    Body { sm3, length: u64::try_from(bytes.len()).unwrap_or(u64::MAX), locator }
}

/// Whether bytes are the body that the chain keeps.
pub fn is(bytes: &[u8], body: &Body) -> bool {
    anchored(bytes, body.locator) == *body
}

/// A copy with the snapshot's SM2 seals where the standard has them. None where the bytes are no body.
pub fn with_seals(bytes: &[u8], seals: &[SealView]) -> Option<Vec<u8>> {
    let mut object: Value = serde_json::from_slice(bytes).ok()?;
    let seals = seals.iter().filter(|seal| seal.kind == SealKind::Sm2).map(|seal| {
        json!({
            "key_type": "SM2",
            "public_key": format!("04{}", seal.public),
            "digest_algorithm": "SM3",
            "signature": seal.signature,
        })
    });
    *object.get_mut("header")?.get_mut("seal")? = seals.collect::<Vec<_>>().into();
    Some(sorted(object).to_string().into_bytes())
}

/// Everything that is wrong with a JSON object that should be a snapshot's.
pub fn check(json: &[u8]) -> Vec<Fault> {
    match serde_json::from_slice(json) {
        Ok(object) => faults_in(&object),
        Err(_) => vec![Fault { at: String::new(), rule: Rule::NotJson }],
    }
}

/// What a submitter adds to a body: a JSON object.
pub fn content(json: &[u8]) -> Result<Map<String, Value>, Vec<Fault>> {
    let fault = |rule| Err(vec![Fault { at: String::new(), rule }]);
    match serde_json::from_slice(json) {
        Ok(Value::Object(content)) => Ok(content),
        Ok(_) => fault(Rule::NotAnObject),
        Err(_) => fault(Rule::NotJson),
    }
}

fn faults_in(object: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let Some((schemas, whole)) = compiled() else {
        return vec![Fault { at: String::new(), rule: Rule::Other { broken: OBJECT.to_owned() } }];
    };
    collect(schemas.list.validate(object, *whole).err().as_ref(), "", &mut faults);
    if let Some(content) = object.pointer("/body/content").filter(|content| content.is_object()) {
        let object_type = object.pointer("/header/object_type").and_then(Value::as_str).unwrap_or_default();
        let schema = schemas.contents.iter().find(|(name, _)| *name == object_type).or(schemas.contents.first());
        if let Some((_, schema)) = schema {
            collect(schemas.list.validate(content, *schema).err().as_ref(), "/body/content", &mut faults);
        }
        personal_in(content, "/body/content", &mut faults);
    }
    faults.sort_by(|one, other| one.at.cmp(&other.at));
    faults.dedup();
    faults
}

/// Numbers that may be a person's, in texts that people write.
fn personal_in(value: &Value, at: &str, faults: &mut Vec<Fault>) {
    match value {
        Value::String(text) if is_personal(text) => {
            faults.push(Fault { at: at.to_owned(), rule: Rule::PersonalNumber });
        }
        Value::Number(number) if may_name_a_person(&number.to_string()) => {
            faults.push(Fault { at: at.to_owned(), rule: Rule::PersonalNumber });
        }
        Value::Object(object) => object.iter().for_each(|(name, value)| match is_personal(name) {
            // The name itself is not repeated.
            true => faults.push(Fault { at: at.to_owned(), rule: Rule::PersonalNumber }),
            false => personal_in(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), faults),
        }),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| personal_in(value, &format!("{at}/{index}"), faults));
        }
        _ => (),
    }
}

/// Whether a text has as many digits in a row as a person's number, or holds one with signs in between.
fn is_personal(text: &str) -> bool {
    may_name_a_person(text) || personal::holds_number(text)
}

/// The innermost errors, which say what is wrong; those around them repeat it.
fn collect(error: Option<&ValidationError<'_, '_>>, under: &str, faults: &mut Vec<Fault>) {
    let Some(error) = error else { return };
    if !error.causes.is_empty() {
        error.causes.iter().for_each(|cause| collect(Some(cause), under, faults));
        return;
    }
    let list = |values: Vec<String>| values.join(", ");
    let rule = match &error.kind {
        ErrorKind::Required { want } => Rule::Missing { names: list(want.iter().map(ToString::to_string).collect()) },
        ErrorKind::AdditionalProperties { got } => {
            Rule::Unknown { names: list(got.iter().map(ToString::to_string).collect()) }
        }
        ErrorKind::Type { want, .. } => Rule::Type { wanted: list(want.iter().map(|one| one.to_string()).collect()) },
        ErrorKind::Enum { want } => Rule::Value { wanted: list(want.iter().map(plain).collect()) },
        ErrorKind::Const { want } => Rule::Value { wanted: plain(want) },
        ErrorKind::Pattern { want, .. } => Rule::Form { wanted: (*want).to_owned() },
        ErrorKind::MinLength { want, .. }
        | ErrorKind::MinItems { want, .. }
        | ErrorKind::MinProperties { want, .. } => Rule::Below { least: want.to_string() },
        ErrorKind::Minimum { want, .. } | ErrorKind::ExclusiveMinimum { want, .. } => {
            Rule::Below { least: want.to_string() }
        }
        ErrorKind::MaxLength { want, .. }
        | ErrorKind::MaxItems { want, .. }
        | ErrorKind::MaxProperties { want, .. } => Rule::Above { most: want.to_string() },
        ErrorKind::Maximum { want, .. } | ErrorKind::ExclusiveMaximum { want, .. } => {
            Rule::Above { most: want.to_string() }
        }
        other => Rule::Other { broken: other.to_string() },
    };
    faults.push(Fault { at: format!("{under}{}", error.instance_location), rule });
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}

struct Compiled {
    list: Schemas,
    /// The schemas of what submitters add, by the type of object; the first serves all others.
    contents: Vec<(&'static str, SchemaIndex)>,
}

fn compiled() -> Option<&'static (Compiled, SchemaIndex)> {
    static COMPILED: OnceLock<Option<(Compiled, SchemaIndex)>> = OnceLock::new();
    COMPILED.get_or_init(compile).as_ref()
}

fn compile() -> Option<(Compiled, SchemaIndex)> {
    let (mut list, mut compiler) = (Schemas::new(), Compiler::new());
    for text in SCHEMAS {
        let schema: Value = serde_json::from_str(text).ok()?;
        let id = schema.get("$id").and_then(Value::as_str)?.to_owned();
        compiler.add_resource(&id, schema).ok()?;
    }
    let whole = compiler.compile(OBJECT, &mut list).ok()?;
    let mut contents = Vec::new();
    for name in ["any", "report", "announcement"] {
        contents.push((name, compiler.compile(&format!("urn:jiandu:content:{name}:1"), &mut list).ok()?));
    }
    Some((Compiled { list, contents }, whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{explain, Language};
    use jiandu_primitives::{
        digest::{ContentHash, DigestAlg},
        header::Level,
        record::MediaType,
    };
    use proptest::prelude::*;

    fn documents(sealed: bool) -> Vec<DocumentView> {
        let algs = [DigestAlg::Blake3, DigestAlg::Sm3, DigestAlg::Commitment];
        let digests = algs.iter().take(if sealed { 3 } else { 2 });
        let digests = digests.map(|alg| ContentHash { alg: *alg, value: [7; 32] }).collect();
        vec![DocumentView { slot: 0, digests, length: 12, media: MediaType::Pdf, sealed }]
    }

    fn with<T>(header: Header, operation: Operation, check: impl FnOnce(&Facts<'_>) -> T) -> T {
        let external_id = "annual-2025".parse().expect("an id");
        let documents = documents(!header.level.is_public());
        check(&Facts {
            object: ObjectId([1; 32]),
            external_id: &external_id,
            subject: Subject::Uscc("91430100MADEW01019".parse().expect("a code")),
            kind: RecordKind::General,
            at: VersionRef { version: 3, revision: 1 },
            operation,
            header: &header,
            reason: (operation == Operation::Overwrite).then_some("wrong-code"),
            documents: &documents,
        })
    }

    fn typed(object_type: &str) -> Header {
        let schema = Schema {
            protocol: "jrt0314".parse().expect("a label"),
            version: "1.0".parse().expect("a label"),
            object_type: object_type.parse().expect("a label"),
        };
        Header { schema: Some(schema), submitted: Some(1_790_000_000), business: Some(5), ..Header::default() }
    }

    #[test]
    fn the_same_facts_should_always_have_the_same_bytes_and_pass_the_check() {
        for level in Level::ALL {
            for operation in Operation::ALL {
                let header = Header { level: *level, submitted: Some(1_790_000_000), ..Header::default() };
                let made = with(header.clone(), *operation, |facts| build(facts, None)).expect("no fault");
                assert_eq!(with(header, *operation, |facts| build(facts, None)).as_ref(), Ok(&made));
                assert_eq!(check(&made), []);
                let body = anchored(&made, None);
                assert!(is(&made, &body) && !is(&made[1..], &body));
            }
        }
        let made = with(Header::default(), Operation::Create, |facts| build(facts, None)).expect("no fault");
        let digest = "07".repeat(32);
        let text = String::from_utf8(made).expect("text").replace(&digest, "…").replace(&"01".repeat(32), "…");
        insta::assert_snapshot!(text, @r#"{"body":{"documents":[{"digests":{"blake3":"…","sm3":"…"},"length":12,"media_type":"application/pdf","sealed":false,"slot":0}],"external_id":"annual-2025","kind":"general","level":"L1","revision":1,"subject":"91430100MADEW01019"},"header":{"model_protocol":"jiandu","model_version":"1","object_id":"…","object_type":"general","operation":"create","seal":[],"timestamp":0,"version":3}}"#);
    }

    #[test]
    fn a_withdrawal_should_have_an_empty_body() {
        let made = with(Header::default(), Operation::Withdraw, |facts| build(facts, None)).expect("no fault");
        let read: Value = serde_json::from_slice(&made).expect("json");
        assert_eq!((&read["body"], &read["header"]["operation"]), (&json!({}), &json!("delete")));
    }

    #[test]
    fn all_faults_should_be_told_at_once_in_both_languages() {
        let content = json!({
            "title": "", "period": "monthly", "fiscal_year": 1, "auditor": "x", "summary": "身份证 430102199001011234",
            "contact": "张三",
        });
        let Value::Object(content) = content else { panic!("an object") };
        let faults =
            with(typed("report"), Operation::Create, |facts| build(facts, Some(&content))).expect_err("faults");
        let at: Vec<_> = faults.iter().map(|fault| fault.at.trim_start_matches("/body/content")).collect();
        assert_eq!(at, ["", "/auditor", "/fiscal_year", "/period", "/summary", "/title"]);
        for language in Language::ALL {
            for fault in &faults {
                let told = explain(language, fault);
                assert!(told.what.contains(&fault.at) && !told.what.starts_with("fault-"), "{}", told.what);
                assert!(!told.what.contains("张三") && !told.what.contains("430102"), "{}", told.what);
            }
        }
    }

    #[test]
    fn numbers_of_persons_should_be_found_in_names_and_between_signs() {
        let found = |content: Value| {
            let Value::Object(content) = content else { panic!("an object") };
            let header = Header { submitted: Some(1), ..Header::default() };
            let faults =
                with(header, Operation::Create, |facts| build(facts, Some(&content))).err().unwrap_or_default();
            faults.iter().any(|fault| fault.rule == Rule::PersonalNumber)
        };
        assert!(found(json!({"p430102199003070039": true})) && found(json!({"a": "990000-19000101-0008"})));
        assert!(found(json!({"a": "138 0013 8000"})) && found(json!({"a": 13_800_138_000u64})));
        assert!(!found(json!({"date": "2026-04-14 2026-05-14", "year": 2025, "amount": "1,234,567"})));
    }

    #[test]
    fn every_rule_should_have_a_text() {
        let text = || "a".to_owned();
        let rules = [
            Rule::NotJson,
            Rule::NotAnObject,
            Rule::Missing { names: text() },
            Rule::Unknown { names: text() },
            Rule::Type { wanted: text() },
            Rule::Value { wanted: text() },
            Rule::Form { wanted: text() },
            Rule::Below { least: text() },
            Rule::Above { most: text() },
            Rule::PersonalNumber,
            Rule::Other { broken: text() },
        ];
        for (rule, language) in
            rules.into_iter().flat_map(|rule| Language::ALL.map(|language| (rule.clone(), language)))
        {
            let fault = Fault { at: "/a".into(), rule };
            assert_ne!(explain(language, &fault).what, fault.key());
        }
    }

    #[test]
    fn what_the_standard_bounds_should_be_refused_beyond_it() {
        let good = with(typed("report"), Operation::Update, |facts| build(facts, None)).expect("no fault");
        let good: Value = serde_json::from_slice(&good).expect("json");
        let changed = |change: &dyn Fn(&mut Value)| {
            let mut object = good.clone();
            change(&mut object);
            check(object.to_string().as_bytes())
        };
        assert_eq!(changed(&|_| ()), []);
        let bounds =
            [("model_protocol", 64), ("model_version", 32), ("object_type", 32), ("object_id", 128), ("remark", 2048)];
        for (name, most) in bounds {
            assert_eq!(changed(&|object| object["header"][name] = "文".repeat(most).into()), [], "{name}");
            let faults = changed(&|object| object["header"][name] = "文".repeat(most + 1).into());
            assert_eq!(faults, [Fault { at: format!("/header/{name}"), rule: Rule::Above { most: most.to_string() } }]);
        }
        let operation = changed(&|object| object["header"]["operation"] = "remove".into());
        assert!(operation.iter().any(|fault| fault.at == "/header/operation"));
        assert!(!changed(&|object| object["header"]["operation"] = "delete".into()).is_empty());
        assert!(!changed(&|object| object["body"]["documents"] = json!([])).is_empty());
        assert_eq!(check(b"{"), [Fault { at: String::new(), rule: Rule::NotJson }]);
    }

    #[test]
    fn seals_should_change_a_copy_alone() {
        let made = with(Header::default(), Operation::Create, |facts| build(facts, None)).expect("no fault");
        let seal = SealView {
            kind: SealKind::Sm2,
            public: "ab".repeat(64),
            signature: "cd".repeat(64),
            signer: None,
            sealer: None,
            by: jiandu_primitives::member::Author {
                organisation: "91430100MADEW01019".parse().expect("a code"),
                handle: jiandu_primitives::member::Handle([1; 8]),
                custody: jiandu_primitives::member::Custody::Own,
            },
            at: jiandu_primitives::chain::Moment { block: 1, time: 1 },
        };
        let sealed = with_seals(&made, &[seal]).expect("a body");
        assert_eq!(check(&sealed), []);
        assert_eq!(with_seals(&sealed, &[]).as_ref(), Some(&made));
        assert_eq!(with_seals(b"{}", &[]), None);
    }

    proptest! {
        #[test]
        fn any_bytes_should_be_checked_without_panic(bytes: Vec<u8>, text in "\\PC{0,60}") {
            prop_assert!(!check(&bytes).is_empty());
            let object = json!({"header": {"object_type": text}, "body": {"content": {"a": text}}});
            prop_assert!(!check(object.to_string().as_bytes()).is_empty());
        }
    }
}
