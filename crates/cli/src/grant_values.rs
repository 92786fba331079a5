//! How words of the command line become values of grants.

use crate::{error::CliError, values};
use jiandu_primitives::{
    enterprise::Section,
    grant::agreement::{Benefit, BenefitForm, Item},
    uscc::Uscc,
};
use std::path::PathBuf;

/// A grant by its number, or by the agreement that its parties have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// Its number.
    Number(u64),
    /// The file.
    File(PathBuf),
}

/// A grant: what has digits alone is a number, everything else a file.
pub fn which(text: &str) -> Result<Which, CliError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match digits {
        true => text.parse().map(Which::Number).map_err(|_| CliError::BadNumber { value: text.into() }),
        false => Ok(Which::File(text.into())),
    }
}

/// An item of a grant: a section by its name, or a record by its number.
pub fn item(text: &str) -> Result<Item, CliError> {
    text.parse().map_err(|_| {
        let known: Vec<&str> = Section::ALL.iter().map(|section| section.name()).collect();
        CliError::BadItem { value: text.into(), known: known.join("、").into() }
    })
}

/// To whom data may be passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnwardTo {
    /// To an organisation.
    Party(Uscc),
    /// To anybody.
    Anybody,
}

/// An organisation by its code, or `anybody`.
pub fn onward(text: &str) -> Result<OnwardTo, CliError> {
    match text {
        "anybody" => Ok(OnwardTo::Anybody),
        code => values::uscc(code).map(OnwardTo::Party),
    }
}

/// All of it, in the hundredths of a percent that shares and rates are given in.
const WHOLE: u32 = 10_000;

/// What is given in return: `free`, or `rate-reduction:50` for half a percent.
pub fn benefit(text: &str) -> Result<Benefit, CliError> {
    let bad = || {
        let known: Vec<&str> = BenefitForm::ALL.iter().map(|form| form.name()).collect();
        CliError::BadBenefit { value: text.into(), known: known.join("、").into() }
    };
    let (form, amount) = match text.split_once(':') {
        Some((form, amount)) => (form, Some(amount.parse().map_err(|_| bad())?)),
        None => (text, None),
    };
    let form = form.parse().map_err(|_| bad())?;
    // A share of more than all, or an amount of what has none, is a slip.
    let fits = match (form, amount) {
        (BenefitForm::RevenueShare | BenefitForm::RateReduction, Some(amount)) => amount <= WHOLE,
        (BenefitForm::Free | BenefitForm::Service, amount) => amount.is_none(),
        _ => true,
    };
    fits.then_some(Benefit { form, amount }).ok_or_else(bad)
}

/// A data subject's consent to the use of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentFile {
    /// The item.
    pub item: Item,
    /// What was signed.
    pub file: PathBuf,
}

/// `ITEM=FILE`.
pub fn consent(text: &str) -> Result<ConsentFile, CliError> {
    let (name, file) = text
        .split_once('=')
        .filter(|(_, file)| !file.is_empty())
        .ok_or_else(|| CliError::BadConsent { value: text.into() })?;
    Ok(ConsentFile { item: item(name)?, file: file.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_should_be_a_number_or_a_file() {
        assert_eq!(which("7"), Ok(Which::Number(7)));
        assert_eq!(which("./7"), Ok(Which::File("./7".into())));
        assert_eq!(which("申请.json"), Ok(Which::File("申请.json".into())));
        assert!(matches!(which("99999999999999999999999"), Err(CliError::BadNumber { .. })));
    }

    #[test]
    fn a_benefit_should_be_a_form_with_an_amount_or_none() {
        assert_eq!(benefit("free"), Ok(Benefit { form: BenefitForm::Free, amount: None }));
        assert_eq!(benefit("rate-reduction:50"), Ok(Benefit { form: BenefitForm::RateReduction, amount: Some(50) }));
        for bad in ["", "gold", "free:", "free:x", "free:-1", "free:3", "service:1", "revenue-share:10001"] {
            assert!(matches!(benefit(bad), Err(CliError::BadBenefit { .. })), "{bad}");
        }
    }

    #[test]
    fn a_consent_should_name_an_item_and_a_file() {
        let expected = ConsentFile { item: Item::Section(Section::Personnel), file: "a=b.pdf".into() };
        assert_eq!(consent("personnel=a=b.pdf"), Ok(expected));
        assert!(matches!(consent("personnel"), Err(CliError::BadConsent { .. })));
        assert!(matches!(consent("people=a.pdf"), Err(CliError::BadItem { .. })));
    }
}
