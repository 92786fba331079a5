//! Sections of archives, and records filed under the wrong enterprise.
use super::*;
use crate::{Error, Event, Proposals, Sections};
use frame_support::assert_noop;
use jiandu_primitives::{
    digest::{ContentHash, DigestAlg},
    enterprise::{Section, SectionContent, SourceDomain},
    header::{Header, Level},
    record::{ObjectId, RecordKind, SnapshotRef, Subject, VersionRef, WithdrawalReason},
    verdict::{Headline, Standing},
};

const SALT: [u8; 32] = [7; 32];

fn content(numbers: &[u8]) -> SectionContent {
    SectionContent {
        section: Section::Finance,
        part: Some("2025".parse().expect("a label")),
        source: SourceDomain::Enterprise,
        base: None,
        header: Header::default(),
        documents: documents(numbers),
    }
}

fn committed(number: u32, content: &SectionContent) -> Act<u64> {
    let enterprise = uscc(number);
    Act::PublishSection { enterprise, commitment: content.commitment(&enterprise, &SALT) }
}

fn publish(proposal: u64, content: &SectionContent) -> DispatchResult {
    Archives::publish_section(signed(CHECKER), proposal, SALT, Box::new(content.clone()))
}

/// Proposes and publishes; gives the record.
fn published(number: u32, content: &SectionContent) -> Result<ObjectId, sp_runtime::DispatchError> {
    let proposal = NextProposal::<Test>::get();
    propose(&committed(number, content))?;
    publish(proposal, content)?;
    Ok(record(number, content))
}

fn record(number: u32, content: &SectionContent) -> ObjectId {
    ObjectId::new(&Subject::Uscc(uscc(number)), &content.external_id().expect("a name"))
}

fn headline(number: u8) -> Headline {
    Records::verdict(ContentHash { alg: DigestAlg::Sm3, value: [number; 32] }).headline()
}

#[test]
fn a_section_should_be_unknown_until_a_second_person_publishes_it() {
    test(|| {
        registered();
        let content = content(&[1]);
        assert_ok!(propose(&committed(1, &content)));
        assert_eq!(headline(1), Headline::Unknown);
        // Nothing in the state tells the digest.
        let row = Proposals::<Test>::get(1).expect("a proposal").encode();
        assert!(!row.windows(32).any(|bytes| bytes == [1; 32]));
        assert_ok!(publish(1, &content));
        assert_eq!(headline(1), Headline::Current);
        let object = record(1, &content);
        let head = pallet_jiandu_records::Objects::<Test>::get(object).expect("a record").into_head();
        assert_eq!((head.kind, head.subject), (RecordKind::ArchiveSection, Subject::Uscc(uscc(1))));
        let row = Sections::<Test>::get(uscc(1), object).expect("in the archive");
        assert_eq!((row.section, row.source), (Section::Finance, SourceDomain::Enterprise));
        // It is the maker's record; the checker stands beside it.
        let anchor = Records::verdict(ContentHash { alg: DigestAlg::Sm3, value: [1; 32] }).entries[0].anchor;
        assert_eq!(anchor.by, actor(MAKER).expect("a clerk").author());
        assert_eq!(row.hands.checker, actor(CHECKER).expect("a clerk").author());
        let snapshot = SnapshotRef { object, at: VersionRef::default() };
        System::assert_last_event(
            Event::SectionPublished { enterprise: uscc(1), section: Section::Finance, snapshot }.into(),
        );
    });
}

#[test]
fn a_section_should_be_corrected_by_two_persons_and_by_nobody_else() {
    test(|| {
        registered();
        let first = content(&[1]);
        let object = published(1, &first).expect("published");
        let next = SectionContent { base: Some(VersionRef::default()), ..content(&[2]) };
        let update =
            Records::update(signed(MAKER), object, VersionRef::default(), Header::default(), next.documents.clone());
        assert_eq!(update, Err(pallet_jiandu_records::Error::<Test>::WorkflowKind.into()));
        assert_ok!(published(1, &next));
        assert_eq!((headline(1), headline(2)), (Headline::NotCurrent, Headline::Current));
        assert_eq!(Sections::<Test>::iter().count(), 1);
        let stale = SectionContent { base: Some(VersionRef::default()), ..content(&[3]) };
        assert_ok!(propose(&committed(1, &stale)));
        assert_noop!(publish(3, &stale), Error::<Test>::SectionStands);
    });
}

#[test]
fn a_section_should_be_refused_when_it_is_not_what_the_maker_committed_to() {
    test(|| {
        two_registered();
        let good = content(&[1]);
        assert_ok!(propose(&committed(1, &good)));
        assert_noop!(publish(2, &content(&[2])), Error::<Test>::OtherContent);
        let salted = Archives::publish_section(signed(CHECKER), 2, [8; 32], Box::new(good.clone()));
        assert_noop!(salted, Error::<Test>::OtherContent);
        let own = Archives::publish_section(signed(SAME_PERSON), 2, SALT, Box::new(good.clone()));
        assert_noop!(own, Error::<Test>::SamePerson);
        assert_noop!(confirm(CHECKER, 2, &committed(1, &good)), Error::<Test>::OtherCall);
        let act = rename(1, "丙公司", 300);
        assert_ok!(propose(&act));
        assert_noop!(publish(3, &good), Error::<Test>::OtherCall);
        assert_ok!(publish(2, &good));
        assert_noop!(publish(2, &good), Error::<Test>::ProposalDecided);
    });
}

#[test]
fn personal_data_and_what_is_not_public_should_never_be_anchored_plain() {
    test(|| {
        registered();
        let refused = |content: SectionContent, error: sp_runtime::DispatchError| {
            let proposal = NextProposal::<Test>::get();
            assert_ok!(propose(&committed(1, &content)));
            assert_noop!(publish(proposal, &content), error);
        };
        let personal = || Error::<Test>::PersonalSection.into();
        refused(SectionContent { section: Section::Personnel, ..content(&[1]) }, personal());
        refused(SectionContent { source: SourceDomain::Personal, ..content(&[1]) }, personal());
        let header = Header { level: Level::L3, ..Header::default() };
        let not_public = pallet_jiandu_records::Error::<Test>::PlainDigestsNotPublic.into();
        refused(SectionContent { header, ..content(&[1]) }, not_public);
        let part = Some("a/b".parse().expect("a label"));
        refused(SectionContent { part, ..content(&[1]) }, Error::<Test>::InvalidPart.into());
        assert_eq!(headline(1), Headline::Unknown);
    });
}

#[test]
fn nobody_should_take_the_name_of_a_section_or_make_it_his_own() {
    test(|| {
        registered();
        let content = content(&[1]);
        let create = Records::create(
            signed(MAKER),
            Subject::Uscc(uscc(1)),
            content.external_id().expect("a name"),
            Header::default(),
            content.documents.clone(),
        );
        assert_eq!(create, Err(pallet_jiandu_records::Error::<Test>::ReservedExternalId.into()));
        assert_ok!(published(1, &content));
    });
}

#[test]
fn nothing_should_be_added_to_an_archive_that_has_ended() {
    test(|| {
        registered();
        let content = content(&[1]);
        assert_ok!(propose(&committed(1, &content)));
        assert_ok!(done(change_status(1, EnterpriseStatus::Deregistered, 200)));
        assert_noop!(publish(1, &content), Error::<Test>::NotActive);
        assert_noop!(propose(&committed(1, &super::sections::content(&[2]))), Error::<Test>::NotActive);
        assert_noop!(propose(&committed(9, &content)), Error::<Test>::UnknownEnterprise);
    });
}

#[test]
fn a_misfiled_section_should_leave_the_wrong_archive_and_link_to_the_right_one() {
    test(|| {
        two_registered();
        let content = content(&[1]);
        let (wrong, right) = (published(1, &content).expect("published"), published(2, &content).expect("published"));
        assert_noop!(
            propose(&Act::Misfile { record: wrong, to: wrong }),
            pallet_jiandu_records::Error::<Test>::NotTheRightRecord
        );
        assert_ok!(done(Act::Misfile { record: wrong, to: right }));
        assert!(!Sections::<Test>::contains_key(uscc(1), wrong));
        assert!(Sections::<Test>::contains_key(uscc(2), right));
        let verdict = Records::verdict(ContentHash { alg: DigestAlg::Blake3, value: [1; 32] });
        let standings: Vec<_> = verdict.entries.iter().map(|entry| entry.standing).collect();
        assert_eq!(standings, [Standing::Misfiled, Standing::Current]);
        System::assert_has_event(Event::RecordMovedOut { record: wrong, to: right }.into());
        // Submitting it once more does not bring it back.
        let proposal = NextProposal::<Test>::get();
        assert_ok!(propose(&committed(1, &content)));
        assert_noop!(publish(proposal, &content), Error::<Test>::SectionStands);
        assert_noop!(propose(&Act::Misfile { record: ObjectId([9; 32]), to: right }), Error::<Test>::UnknownRecord);
    });
}

#[test]
fn a_record_without_a_workflow_should_be_misfiled_by_two_persons_too() {
    test(|| {
        two_registered();
        let create = |number: u32, id: &str| {
            let subject = Subject::Uscc(uscc(number));
            let id: jiandu_primitives::record::ExternalId = id.parse().expect("an id");
            let object = ObjectId::new(&subject, &id);
            let origin = signed(MAKER);
            assert_ok!(Records::create(origin, subject, id, Header::default(), documents(&[5])));
            object
        };
        let (wrong, right) = (create(1, "a"), create(2, "a"));
        assert_ok!(done(Act::Misfile { record: wrong, to: right }));
        let withdraw = Records::withdraw(signed(MAKER), wrong, VersionRef::default(), WithdrawalReason::Mistake);
        assert_noop!(withdraw, pallet_jiandu_records::Error::<Test>::RecordClosed);
    });
}
