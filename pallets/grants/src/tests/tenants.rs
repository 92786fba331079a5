//! Two tenants: nobody gets anywhere with what is another's, in whichever argument it is named.
use super::*;
use crate::Call;
use frame_support::{assert_storage_noop, dispatch::RawOrigin, traits::UnfilteredDispatchable};

/// The grant of enterprise 2 for the other bank, served by the other bureau.
fn other_tenants() -> Terms {
    Terms { enterprise: uscc(2), user: code(OTHER_BANK), provider: Some(code(OTHER_DATA)), ..other_terms(99) }
}

/// Grant 0 of the first tenants holds with a reservation, 1 waits; grant 2 of the second ones holds with a reservation, 3 waits.
fn prepared() {
    reserved(active(&terms()), 1);
    proposed(BANKER, &other_terms(1));
    let grant = proposed(OTHER_BANKER, &other_tenants());
    assert_ok!(sign(OTHER_KEY, grant));
    assert_ok!(sign(OTHER_BUREAU, grant));
    assert_ok!(Grants::reserve_use(signed(OTHER_BANKER), grant, asked(), [1; 32]));
    proposed(OTHER_BANKER, &Terms { agreement: commitment(98), ..other_tenants() });
}

#[test]
fn nobody_should_do_anything_with_another_tenants_grant() {
    let own =
        [(KEY, "enterprise"), (SECOND_KEY, "enterprise"), (BANKER, "user"), (COLLEAGUE, "user"), (BUREAU, "provider")];
    let (asked, reason, result) = (asked(), REASON, Some(commitment(9)));
    let waiting = Terms { agreement: commitment(98), ..other_tenants() };
    let calls = || {
        let mut calls: Vec<Call<Test>> = vec![
            Call::sign_grant { grant: 3, terms: waiting.digest() },
            Call::sign_grant { grant: 3, terms: terms().digest() },
            Call::sign_grant { grant: 0, terms: waiting.digest() },
            Call::decline_grant { grant: 3, reason },
            Call::suspend_grant { grant: 2, reason },
            Call::resume_grant { grant: 2 },
            Call::end_grant { grant: 2, reason },
            Call::reserve_use { grant: 2, asked, ticket: [8; 32] },
            Call::reserve_use { grant: 2, asked, ticket: [1; 32] },
            Call::settle_use { grant: 2, receipt: 0, outcome: Outcome::Served, result },
            Call::settle_use { grant: 2, receipt: 0, outcome: Outcome::Failed, result: None },
            Call::report_use { grant: 2, asked, report: report_of(START, None, 1) },
            Call::record_denial { grant: 2, asked, reason: Denial::Expired, ticket: [8; 32] },
            Call::acknowledge_deletion { grant: 2, statement: None },
            Call::propose_grant { terms: Box::new(other_tenants()) },
        ];
        // One's own grant with one part that is another's.
        let parts: [fn(&mut Terms); 4] = [
            |terms| terms.replaces = Some(2),
            |terms| terms.parent = Some(2),
            |terms| {
                terms.enterprise = uscc(2);
                terms.user = code(OTHER_BANK);
            },
            |terms| {
                terms.parent = Some(2);
                terms.enterprise = uscc(2);
            },
        ];
        calls.extend(parts.into_iter().map(|part| {
            let mut mixed = other_terms(5);
            part(&mut mixed);
            Call::propose_grant { terms: Box::new(mixed) }
        }));
        calls
    };
    for call in calls() {
        for (key, side) in own {
            test(|| {
                prepared();
                let origin = RawOrigin::Signed(key);
                assert_storage_noop!({
                    let done = call.clone().dispatch_bypass_filter(origin.into());
                    assert!(done.is_err(), "{call:?} by the {side}");
                });
            });
        }
    }
}

#[test]
fn answers_should_be_about_the_party_that_is_asked_about() {
    test(|| {
        prepared();
        let of =
            |grant, bank| Grants::decision(grant, code(bank), None, asked(), None, None).expect("a grant").decision;
        assert_eq!((of(0, BANK), of(2, OTHER_BANK)), (Ok(()), Ok(())));
        assert_eq!(of(0, OTHER_BANK), denied(Denial::NotTheUser));
        assert_eq!(of(2, BANK), denied(Denial::NotTheUser));
        let key = |key| Grants::decision(0, code(BANK), Some(key), asked(), None, None).expect("a grant").decision;
        assert_eq!(key(BANKER), Ok(()));
        for strange in [OTHER_BANKER, BANK_ADMIN, BUREAU, KEY, OUTSIDER] {
            assert_eq!(key(strange), denied(Denial::UserInactive));
        }
        let usable = |enterprise| {
            let page = Grants::usable_grants(uscc(enterprise), None, 0, 10);
            page.grants.iter().map(|grant| grant.grant).collect::<Vec<_>>()
        };
        assert_eq!((usable(1), usable(2)), (vec![0], vec![2]));
        // A party that is no enterprise grants nothing.
        assert_eq!(Grants::usable_grants(code(BANK), None, 0, 10).grants, []);
    });
}
