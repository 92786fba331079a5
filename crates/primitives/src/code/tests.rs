use super::*;
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use proptest::{
    prelude::*,
    sample::{select, Index},
};

fn enterprise(text: &str) -> Result<EnterpriseCode, CodeError> {
    text.parse()
}

fn product(text: &str) -> Result<ProductCode, CodeError> {
    text.parse()
}

fn investor(text: &str) -> Result<InvestorCode, CodeError> {
    text.parse()
}

#[test]
fn an_enterprise_code_should_be_read_in_each_tier_and_without() {
    for (text, tier) in [
        ("HN000001F", Some(Tier::Incubation)),
        ("HN000001G", Some(Tier::Standard)),
        ("HN000001P", Some(Tier::Cultivation)),
        ("HN000001T", Some(Tier::Custody)),
        ("HN000001", None),
    ] {
        let code = enterprise(text).expect("valid");
        assert_eq!(Ok(code), EnterpriseCode::new(Region::Hunan, 1, tier));
        assert_eq!((code.region(), code.number(), code.tier()), (Region::Hunan, 1, tier));
        assert_eq!(code.to_string(), text);
        assert_eq!(code.base().to_string(), "HN000001");
    }
    assert_eq!(enterprise("SZX999999").map(|code| code.region()), Ok(Region::Shenzhen));
}

#[test]
fn parsing_should_forgive_case_and_surrounding_space() {
    assert_eq!(enterprise("\u{3000}hn000001f\n"), enterprise("HN000001F"));
    assert_eq!(product(" hn000001f.dcfgfr2101 "), product("HN000001F.DCFGFR2101"));
    assert_eq!(investor(" q000000001 "), investor("Q000000001"));
}

#[test]
fn a_tier_change_should_leave_the_base() {
    let code = enterprise("HN000001F").expect("valid");
    let promoted = code.with_tier(Some(Tier::Standard));
    assert_eq!(promoted.to_string(), "HN000001G");
    assert_eq!(promoted.base(), code.base());
    assert_ne!(promoted, code);
    assert_eq!("HN000001".parse(), Ok(code.base()));
    assert_eq!("HN000001F".parse::<CodeBase>(), Err(CodeError::Trailing { position: 9 }));
}

#[test]
fn parsing_an_enterprise_code_should_name_what_is_wrong() {
    let digits = |found| Err(CodeError::Digits { found, expected: 6 });
    for (text, error) in [
        ("", Err(CodeError::Region { position: 1 })),
        ("000001F", Err(CodeError::Region { position: 1 })),
        ("H000001F", Err(CodeError::Region { position: 1 })),
        ("XZ000001", Err(CodeError::Region { position: 1 })),
        ("HNX000001", Err(CodeError::Region { position: 1 })),
        ("HN", digits(0)),
        ("HN00001", digits(5)),
        ("HN00001F", digits(5)),
        ("HN0000001F", digits(7)),
        ("HN 000001", Err(CodeError::NotDigit { position: 3 })),
        ("HN0O0001F", Err(CodeError::NotDigit { position: 4 })),
        ("HN00000lF", Err(CodeError::NotDigit { position: 8 })),
        ("HN00000O", Err(CodeError::NotDigit { position: 8 })),
        ("HN000001X", Err(CodeError::Tier { position: 9 })),
        ("HN000001-F", Err(CodeError::Tier { position: 9 })),
        ("HN000001FG", Err(CodeError::Trailing { position: 10 })),
        ("HN000001F.S2101", Err(CodeError::Trailing { position: 10 })),
        ("TAO000001FG", Err(CodeError::Trailing { position: 11 })),
        ("HN00000１F", Err(CodeError::NotAscii { position: 8 })),
        ("湖南000001", Err(CodeError::NotAscii { position: 1 })),
    ] {
        assert_eq!(enterprise(text), error, "{text}");
    }
    let most = MAX_ENTERPRISE;
    assert_eq!(EnterpriseCode::new(Region::Hunan, 1_000_000, None), Err(CodeError::Number { found: 1_000_000, most }));
    assert!(EnterpriseCode::new(Region::Hunan, 999_999, None).is_ok());
}

#[test]
fn a_product_code_should_be_read_with_and_without_its_issue() {
    let code = product("HN000001F.DCFGFR2101").expect("valid");
    assert_eq!(code.enterprise(), "HN000001F".parse().expect("valid"));
    assert_eq!((code.kind(), code.issue()), (&b"DCFGFR"[..], &b"2101"[..]));
    assert_eq!(ProductCode::new(code.enterprise(), "DCFGFR", "2101"), Ok(code));
    for text in ["HN000001.DCFGFR", "SZX000001T.AB21", "HN000001F.S2101", "HN000001F.ABCDEFGH0"] {
        assert_eq!(product(text).map(|code| code.to_string()), Ok(text.to_string()));
    }
    assert_ne!(product("HN000001F.S1"), product("HN000001F.S01"));
}

#[test]
fn parsing_a_product_code_should_name_what_is_wrong() {
    for (text, error) in [
        ("", CodeError::Region { position: 1 }),
        ("HN000001F", CodeError::NoPoint { position: 10 }),
        ("HN000001", CodeError::NoPoint { position: 9 }),
        ("HN000001F.", CodeError::Kind { position: 11 }),
        ("HN000001F.2101", CodeError::Kind { position: 11 }),
        ("HN000001F. DCFGFR2101", CodeError::Kind { position: 11 }),
        ("HN000001F .DCFGFR2101", CodeError::Trailing { position: 10 }),
        ("HN000001F.ABCDEFGHI21", CodeError::KindLength { found: 9 }),
        ("HN000001F.DCFGFR21010", CodeError::IssueLength { found: 5 }),
        ("HN000001F.DCFGFR21O1", CodeError::NotDigit { position: 19 }),
        ("HN000001F.DCFGFR2101X", CodeError::Trailing { position: 21 }),
        ("HN000001F.DCFGFR-2101", CodeError::NotDigit { position: 17 }),
        ("HN000001X.DCFGFR2101", CodeError::Tier { position: 9 }),
        ("HN000001F。DCFGFR2101", CodeError::NotAscii { position: 10 }),
    ] {
        assert_eq!(product(text), Err(error), "{text}");
    }
    let code = enterprise("HN000001F").expect("valid");
    assert_eq!(ProductCode::new(code, "Dc", ""), Err(CodeError::Kind { position: 12 }));
    assert_eq!(ProductCode::new(code, "", ""), Err(CodeError::Kind { position: 11 }));
    assert_eq!(ProductCode::new(code, "DC", "2x"), Err(CodeError::NotDigit { position: 14 }));
}

#[test]
fn parsing_an_investor_code_should_name_what_is_wrong() {
    let code = investor("Q000000001").expect("valid");
    assert_eq!((code.class(), code.number()), (InvestorClass::NaturalPerson, 1));
    assert_eq!(investor("R999999999").map(|code| code.class()), Ok(InvestorClass::Institution));
    assert_eq!(investor("S000000000").map(|code| code.class()), Ok(InvestorClass::Product));
    for (text, error) in [
        ("", CodeError::Class { position: 1 }),
        ("A000000001", CodeError::Class { position: 1 }),
        ("000000001", CodeError::Class { position: 1 }),
        ("Q00000001", CodeError::Digits { found: 8, expected: 9 }),
        ("Q0000000001", CodeError::Digits { found: 10, expected: 9 }),
        ("Q0000O0001", CodeError::NotDigit { position: 6 }),
        ("Q000000001F", CodeError::Trailing { position: 11 }),
        ("Q00000000１", CodeError::NotAscii { position: 10 }),
    ] {
        assert_eq!(investor(text), Err(error), "{text}");
    }
    let (found, most) = (1_000_000_000, MAX_INVESTOR);
    assert_eq!(InvestorCode::new(InvestorClass::Product, found), Err(CodeError::Number { found, most }));
}

#[test]
fn letters_should_read_back() {
    for tier in Tier::ALL {
        assert_eq!(Tier::from_letter(tier.letter()), Some(*tier));
        assert_eq!(Tier::from_letter(tier.letter().to_ascii_lowercase()), Some(*tier));
    }
    for class in InvestorClass::ALL {
        assert_eq!(InvestorClass::from_letter(class.letter()), Some(*class));
    }
    assert_eq!(Tier::from_letter('Q'), None);
    assert_eq!(InvestorClass::from_letter('F'), None);
}

#[test]
fn a_shifted_error_should_keep_all_but_its_position() {
    assert_eq!(CodeError::Tier { position: 9 }.after(14), CodeError::Tier { position: 23 });
    let digits = CodeError::Digits { found: 5, expected: 6 };
    assert_eq!(digits.after(14), digits);
}

fn enterprises() -> impl Strategy<Value = EnterpriseCode> {
    let tier = proptest::option::of(select(Tier::ALL));
    (select(Region::ALL), 0..=MAX_ENTERPRISE, tier)
        .prop_map(|(region, number, tier)| EnterpriseCode::new(region, number, tier).expect("in range"))
}

fn products() -> impl Strategy<Value = ProductCode> {
    (enterprises(), "[A-Z]{1,8}", "[0-9]{0,4}")
        .prop_map(|(code, kind, issue)| ProductCode::new(code, &kind, &issue).expect("well-formed"))
}

fn investors() -> impl Strategy<Value = InvestorCode> {
    (select(InvestorClass::ALL), 0..=MAX_INVESTOR)
        .prop_map(|(class, number)| InvestorCode::new(class, number).expect("in range"))
}

/// The text with another character at a place, unless that would be the same letter in the other case.
fn with_one_wrong(text: &str, at: Index, wrong: char) -> Option<String> {
    let mut characters: Vec<char> = text.chars().collect();
    let place = at.get_mut(&mut characters);
    let differs = !place.eq_ignore_ascii_case(&wrong);
    *place = wrong;
    differs.then(|| characters.into_iter().collect())
}

proptest! {
    #[test]
    fn codes_should_read_back_as_they_print(code in enterprises(), product in products(), investor in investors()) {
        prop_assert_eq!(code.to_string().parse(), Ok(code));
        prop_assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
        prop_assert_eq!(code.base().to_string().parse(), Ok(code.base()));
        prop_assert_eq!(product.to_string().parse(), Ok(product.clone()));
        prop_assert_eq!(investor.to_string().parse(), Ok(investor));
        prop_assert_eq!(EnterpriseCode::decode(&mut &code.encode()[..]), Ok(code));
        prop_assert_eq!(ProductCode::decode(&mut &product.encode()[..]), Ok(product));
        prop_assert_eq!(InvestorCode::decode(&mut &investor.encode()[..]), Ok(investor));
    }

    #[test]
    fn any_single_wrong_character_should_be_refused_or_yield_another_value(
        code in enterprises(), product in products(), investor in investors(), at in any::<Index>(),
        wrong in prop_oneof![any::<char>(), "[ -~]".prop_map(|text| text.chars().next().unwrap_or(' '))],
    ) {
        if let Some(text) = with_one_wrong(&code.to_string(), at, wrong) {
            prop_assert_ne!(text.parse(), Ok(code));
        }
        if let Some(text) = with_one_wrong(&product.to_string(), at, wrong) {
            prop_assert_ne!(text.parse(), Ok(product));
        }
        if let Some(text) = with_one_wrong(&investor.to_string(), at, wrong) {
            prop_assert_ne!(text.parse(), Ok(investor));
        }
    }

    #[test]
    fn no_text_should_panic(any_text in any::<String>(), close in "[HNSZXQ]{0,3}[0-9０]{0,10}[FGPTX.]{0,2}[A-Z]{0,9}[0-9]{0,5}.?") {
        for text in [any_text, close] {
            if let Ok(code) = text.parse::<EnterpriseCode>() {
                prop_assert_eq!(code.to_string(), text.trim().to_ascii_uppercase());
            }
            if let Ok(code) = text.parse::<ProductCode>() {
                prop_assert_eq!(code.to_string(), text.trim().to_ascii_uppercase());
            }
            if let Ok(code) = text.parse::<InvestorCode>() {
                prop_assert_eq!(code.to_string(), text.trim().to_ascii_uppercase());
            }
            if let Ok(base) = text.parse::<CodeBase>() {
                prop_assert_eq!(base.to_string(), text.trim().to_ascii_uppercase());
            }
        }
    }

    #[test]
    fn a_decoded_code_should_pass_its_check_only_when_its_text_is_one(
        bytes in proptest::collection::vec(any::<u8>(), 0..24), region in select(Region::ALL), number in any::<u32>(),
        kind in "[A-Z]{0,8}|[ -~]{0,8}", issue in "[0-9]{0,4}|[ -~]{0,4}",
    ) {
        let near = (region, number % 2_000_000, Some(Tier::Standard), kind, issue).encode();
        let far = (InvestorClass::Product, number).encode();
        for bytes in [bytes, near, far] {
            if let Ok(code) = EnterpriseCode::decode(&mut &bytes[..]) {
                prop_assert_eq!(code.check().is_ok(), code.to_string().parse() == Ok(code));
            }
            if let Ok(code) = ProductCode::decode(&mut &bytes[..]) {
                prop_assert_eq!(code.check().is_ok(), code.to_string().parse().as_ref() == Ok(&code), "{:?}", code);
            }
            if let Ok(code) = InvestorCode::decode(&mut &bytes[..]) {
                prop_assert_eq!(code.check().is_ok(), code.to_string().parse() == Ok(code));
            }
        }
    }
}

#[test]
fn the_codec_form_should_have_its_documented_length() {
    assert_eq!(EnterpriseCode::max_encoded_len(), 7);
    assert_eq!(InvestorCode::max_encoded_len(), 5);
    assert_eq!(ProductCode::max_encoded_len(), 7 + 9 + 5);
    assert_eq!(format!("{:?}", enterprise("hn000001g").expect("valid")), "HN000001G");
}
