//! Whether a row's code for life, name and code are those of one enterprise of the registry.

use super::Job;
use crate::{
    cells::Line, commands::enterprise_text, enterprise_values, error::CliError, faults::Fault, language::Language,
    tables::Column,
};
use futures::{stream, StreamExt, TryStreamExt};
use jiandu_client::enterprises::{self, EnterpriseView};
use jiandu_primitives::{code::EnterpriseCode, uscc::Uscc};
use std::collections::{BTreeMap, BTreeSet};

/// Questions that are asked at a time.
pub const AT_A_TIME: usize = 16;

/// Whom a row names.
#[derive(Clone, Debug)]
pub struct Who {
    /// 统一社会信用代码.
    pub uscc: Uscc,
    /// The registered name.
    pub name: String,
    /// 企业编码, where the row has it.
    pub code: Option<EnterpriseCode>,
    name_at: Option<String>,
    code_at: Option<String>,
    uscc_at: Option<String>,
}

impl Who {
    /// Reads it from a row.
    pub fn read(line: &mut Line<'_>) -> Option<Self> {
        let (uscc, name) = (line.uscc(), line.name());
        let code = line.code(Column::Code, |text| enterprise_values::code(&text.to_ascii_uppercase()));
        let [name_at, code_at, uscc_at] = [Column::Name, Column::Code, Column::Uscc].map(|column| line.address(column));
        Some(Self { uscc: uscc?, name: name?, code, name_at, code_at, uscc_at })
    }
}

/// The enterprises of a table, as the registry has them.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    found: BTreeMap<Uscc, Option<EnterpriseView>>,
}

impl Registry {
    /// Asks for enterprises.
    pub async fn ask(job: &Job<'_>, enterprises: BTreeSet<Uscc>) -> Result<Self, CliError> {
        let count = u64::try_from(enterprises.len()).unwrap_or(u64::MAX);
        let bar = job.output.bar(count, "progress-checking-list");
        let (session, bar) = (job.session, &bar);
        let asked = enterprises.into_iter().map(async |uscc| {
            let view = session.ask(enterprises::show(&session.connection, uscc)).await?;
            bar.inc(1);
            Ok::<_, CliError>((uscc, view))
        });
        let found = stream::iter(asked).buffered(AT_A_TIME).try_collect().await;
        bar.finish_and_clear();
        Ok(Self { found: found? })
    }

    /// The enterprise with this code for life.
    pub fn get(&self, uscc: Uscc) -> Option<&EnterpriseView> {
        self.found.get(&uscc).and_then(Option::as_ref)
    }

    /// The enterprise that a row names, if all that it says of it agrees.
    pub fn agree(&self, who: &Who, language: Language) -> Result<&EnterpriseView, Vec<Fault>> {
        let Some(view) = self.get(who.uscc) else {
            let problem = CliError::UnknownEnterprise { enterprise: format!("{} ({})", who.name, who.uscc).into() };
            return Err(vec![Fault { at: who.uscc_at.clone(), problem }]);
        };
        let mut faults = Vec::new();
        let mut differ = |cell: &Option<String>, value: String| {
            faults.push(Fault { at: cell.clone(), problem: differs(view, value, language) });
        };
        if who.name != view.name {
            differ(&who.name_at, who.name.clone());
        }
        if let Some(code) = who.code.filter(|code| *code != view.code) {
            differ(&who.code_at, code.to_string());
        }
        match faults.is_empty() {
            true => Ok(view),
            false => Err(faults),
        }
    }
}

/// What a table says of an enterprise is not what the registry has.
pub fn differs(view: &EnterpriseView, value: String, language: Language) -> CliError {
    let registered = format!("{} ({})", view.name, enterprise_text::code(view.code, language));
    CliError::EnterpriseDiffers { uscc: view.enterprise.into(), value: value.into(), registered: registered.into() }
}

/// Codes for life that are looked into: a table with more wrong ones is another table.
const EXPLAINED: usize = 64;

/// Says of codes for life with a wrong check character which registered enterprise was probably meant: one whose code differs in one
/// character, or in the order of two.
pub async fn explain(job: &Job<'_>, faults: impl Iterator<Item = &mut Fault>) -> Result<(), CliError> {
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    for fault in faults {
        let CliError::UsccCheck { uscc } = &fault.problem else { continue };
        let uscc = uscc.clone();
        if !known.contains_key(uscc.as_str()) {
            if known.len() >= EXPLAINED {
                continue;
            }
            let candidates: Vec<Uscc> = near(uscc.as_str()).into_iter().collect();
            let asked = candidates
                .into_iter()
                .map(async |candidate| job.session.ask(enterprises::show(&job.session.connection, candidate)).await);
            let found: Vec<_> = stream::iter(asked).buffered(AT_A_TIME).try_collect().await?;
            let meant = found.into_iter().flatten().next();
            let meant = meant.map(|view| enterprise_text::named(&view.name, view.enterprise, job.output.language));
            known.insert(uscc.as_str().to_owned(), meant);
        }
        if let Some(Some(near)) = known.get(uscc.as_str()) {
            fault.problem = CliError::UsccNear { uscc, near: near.into() };
        }
    }
    Ok(())
}

/// The valid codes that differ from a text in one character, or in the order of two that stand together.
fn near(text: &str) -> BTreeSet<Uscc> {
    const SYMBOLS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let bytes = text.as_bytes();
    let replaced = (0..bytes.len()).flat_map(|place| {
        SYMBOLS.iter().filter_map(move |symbol| {
            let mut changed = bytes.to_vec();
            *changed.get_mut(place)? = *symbol;
            Some(changed)
        })
    });
    let swapped = (1..bytes.len()).map(|place| {
        let mut changed = bytes.to_vec();
        changed.swap(place.saturating_sub(1), place);
        changed
    });
    let valid = replaced.chain(swapped).filter_map(|changed| String::from_utf8(changed).ok()?.parse().ok());
    valid.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_should_lead_to_the_code_that_was_meant() {
        let right: Uscc = "91350100M000100Y43".parse().expect("a valid code");
        for slip in ["91350100M000100Y44", "91350100M000700Y43", "93150100M000100Y43"] {
            let found = near(slip);
            assert!(found.contains(&right), "{slip}");
            assert!(found.len() < 64, "{slip}: {}", found.len());
        }
        assert!(!near("91430100M000100Y44").contains(&right));
        assert!(near("名称").is_empty());
    }
}
