//! Sections of archives, and records filed under the wrong enterprise.
use super::*;
use crate::{Error, Event, Proposals, Sections};
use frame_support::assert_noop;
use jiandu_primitives::{
    change::RecordChange,
    digest::{ContentHash, DigestAlg},
    enterprise::{Section, SectionContent, SourceDomain},
    header::{Header, Level, OverwriteReason},
    record::{ObjectId, RecordKind, Rewritten, SnapshotRef, Subject, VersionRef, WithdrawalReason},
    verdict::{Headline, Standing},
};

const SALT: [u8; 32] = [7; 32];

fn content(numbers: &[u8]) -> SectionContent {
    SectionContent {
        section: Section::Finance,
        part: Some("2025".parse().expect("a label")),
        series: 0,
        source: SourceDomain::Enterprise,
        change: snapshot(None, numbers),
    }
}

fn snapshot(base: Option<VersionRef>, numbers: &[u8]) -> RecordChange {
    RecordChange::Snapshot { base, header: Header::default(), documents: documents(numbers) }
}

/// The next snapshot of the section.
fn next(base: VersionRef, numbers: &[u8]) -> SectionContent {
    SectionContent { change: snapshot(Some(base), numbers), ..content(&[]) }
}

/// A rewriting of the section from version 0 on.
fn rewriting(base: VersionRef, versions: Vec<Rewritten>) -> SectionContent {
    let versions = versions.try_into().expect("within the bound");
    let change = RecordChange::Overwrite { base, from: 0, versions, reason: OverwriteReason::WrongDocument };
    SectionContent { change, ..content(&[]) }
}

fn replaced(numbers: &[u8]) -> Rewritten {
    Rewritten::Replaced { header: Header::default(), documents: documents(numbers) }
}

fn at(version: u32, revision: u32) -> VersionRef {
    VersionRef { version, revision }
}

fn committed(number: u32, content: &SectionContent) -> Act<u64> {
    let enterprise = uscc(number);
    Act::PublishSection { enterprise, commitment: content.commitment(&enterprise, &SALT) }
}

fn publish(proposal: u64, content: &SectionContent) -> DispatchResult {
    publish_as(CHECKER, proposal, SALT, content)
}

fn publish_as(key: u64, proposal: u64, salt: [u8; 32], content: &SectionContent) -> DispatchResult {
    let published = Archives::publish_section(signed(key), proposal, salt, Box::new(content.clone()));
    published.map(|_| ()).map_err(|error| error.error)
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
            Event::SectionPublished {
                enterprise: uscc(1),
                section: Section::Finance,
                source: SourceDomain::Enterprise,
                snapshot,
            }
            .into(),
        );
    });
}

#[test]
fn a_section_should_be_corrected_by_two_persons_and_by_nobody_else() {
    test(|| {
        registered();
        let first = content(&[1]);
        let object = published(1, &first).expect("published");
        let next = next(at(0, 0), &[2]);
        let update = Records::update(signed(MAKER), object, at(0, 0), Header::default(), documents(&[2]));
        assert_eq!(update, Err(pallet_jiandu_records::Error::<Test>::WorkflowKind.into()));
        assert_ok!(published(1, &next));
        assert_eq!((headline(1), headline(2)), (Headline::NotCurrent, Headline::Current));
        assert_eq!(Sections::<Test>::iter().count(), 1);
        let stale = super::sections::next(at(0, 0), &[3]);
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
        let salted = publish_as(CHECKER, 2, [8; 32], &good);
        assert_noop!(salted, Error::<Test>::OtherContent);
        let own = publish_as(SAME_PERSON, 2, SALT, &good);
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
        let change = RecordChange::Snapshot { base: None, header, documents: documents(&[1]) };
        refused(SectionContent { change, ..content(&[1]) }, not_public);
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
            documents(&[1]),
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
        // The enterprise's own section begins a series of its own.
        let own = SectionContent { series: 1, ..super::sections::content(&[2]) };
        let own = published(1, &own).expect("published");
        assert!(Sections::<Test>::contains_key(uscc(1), own) && own != wrong);
    });
}

#[test]
fn a_section_should_be_rewritten_with_all_that_follows_and_by_two_persons() {
    test(|| {
        registered();
        let object = published(1, &content(&[1])).expect("published");
        assert_ok!(published(1, &next(at(0, 0), &[2])));
        let refused = |content: SectionContent, error: sp_runtime::DispatchError| {
            let proposal = NextProposal::<Test>::get();
            assert_ok!(propose(&committed(1, &content)));
            assert_noop!(publish(proposal, &content), error);
        };
        let missing = pallet_jiandu_records::Error::<Test>::LaterVersionsMissing.into();
        refused(rewriting(at(1, 0), vec![replaced(&[3])]), missing);
        refused(rewriting(at(0, 0), vec![replaced(&[3])]), Error::<Test>::SectionStands.into());
        let rewritten = rewriting(at(1, 0), vec![replaced(&[3]), Rewritten::Reaffirmed]);
        refused(
            SectionContent { source: SourceDomain::Market, ..rewritten.clone() },
            Error::<Test>::OtherSource.into(),
        );
        assert_eq!(headline(3), Headline::Unknown);
        let number = NextProposal::<Test>::get();
        assert_ok!(published(1, &rewritten));
        let snapshot = SnapshotRef { object, at: at(1, 1) };
        let (section, source) = (Section::Finance, SourceDomain::Enterprise);
        System::assert_last_event(Event::SectionPublished { enterprise: uscc(1), section, source, snapshot }.into());
        let standing = |number| {
            let verdict = Records::verdict(ContentHash { alg: DigestAlg::Sm3, value: [number; 32] });
            verdict.entries[0].standing
        };
        assert_eq!(standing(1), Standing::Overwritten { by: at(0, 1) });
        assert_eq!(standing(3), Standing::Superseded { by: at(1, 1) });
        assert_eq!(standing(2), Standing::Current);
        assert_noop!(publish(number, &rewritten), Error::<Test>::ProposalDecided);
        // A section that never began has nothing to rewrite.
        let other = SectionContent { part: None, ..rewriting(at(0, 0), vec![replaced(&[4])]) };
        refused(other, Error::<Test>::SectionStands.into());
    });
}

#[test]
fn a_checker_should_learn_what_publishing_would_come_to_without_doing_it() {
    test(|| {
        registered();
        let content = content(&[1]);
        assert_ok!(propose(&committed(1, &content)));
        let rehearse = |key, proposal, content: &SectionContent| {
            let root = sp_io::storage::root(sp_runtime::StateVersion::V1);
            let answer = Archives::rehearse_publication(key, proposal, SALT, Box::new(content.clone()));
            assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), root, "nothing is written");
            answer
        };
        assert_eq!(rehearse(CHECKER, 1, &content), Ok(()));
        assert_eq!(rehearse(SAME_PERSON, 1, &content), Err(Error::<Test>::SamePerson.into()));
        assert_eq!(rehearse(STRANGE_CHECKER, 1, &content), Err(Error::<Test>::NotTheRegistrar.into()));
        assert_eq!(rehearse(MAKER, 1, &content), Err(sp_runtime::DispatchError::BadOrigin));
        assert_eq!(rehearse(OUTSIDER, 1, &content), Err(sp_runtime::DispatchError::BadOrigin));
        assert_eq!(rehearse(CHECKER, 9, &content), Err(Error::<Test>::UnknownProposal.into()));
        let other = super::sections::content(&[2]);
        assert_eq!(rehearse(CHECKER, 1, &other), Err(Error::<Test>::OtherContent.into()));
        assert_ok!(publish(1, &content));
        assert_eq!(rehearse(CHECKER, 1, &content), Err(Error::<Test>::ProposalDecided.into()));
    });
}

#[test]
fn a_withdrawn_section_should_stay_readable_and_begin_anew_in_its_next_series() {
    test(|| {
        registered();
        let object = published(1, &content(&[1])).expect("published");
        let withdraw = |base| Act::WithdrawSection {
            record: object,
            base,
            header: Default::default(),
            reason: WithdrawalReason::Mistake,
        };
        assert_noop!(propose(&withdraw(at(1, 0))), Error::<Test>::SectionStands);
        let again = |series, numbers: &[u8]| SectionContent { series, ..content(numbers) };
        // Nothing begins anew beside a section that is in force.
        let number = NextProposal::<Test>::get();
        assert_ok!(propose(&committed(1, &again(1, &[2]))));
        assert_noop!(publish(number, &again(1, &[2])), Error::<Test>::SectionStands);
        assert_noop!(done(withdraw(at(1, 0))), Error::<Test>::SectionStands);
        assert_ok!(propose(&withdraw(at(0, 0))));
        assert_noop!(confirm(SAME_PERSON, number + 1, &withdraw(at(0, 0))), Error::<Test>::SamePerson);
        assert_ok!(confirm(CHECKER, number + 1, &withdraw(at(0, 0))));
        let (section, reason) = (Section::Finance, WithdrawalReason::Mistake);
        let snapshot = SnapshotRef { object, at: at(1, 0) };
        System::assert_has_event(Event::SectionWithdrawn { enterprise: uscc(1), section, snapshot, reason }.into());
        assert!(Sections::<Test>::contains_key(uscc(1), object), "it stays in the archive");
        assert_eq!(headline(1), Headline::NotCurrent);
        assert_eq!(published(1, &next(at(1, 0), &[3])), Err(pallet_jiandu_records::Error::<Test>::RecordClosed.into()));
        // A withdrawal once more, and a series that nothing comes before, are refused.
        let closed = pallet_jiandu_records::Error::<Test>::RecordClosed;
        assert_noop!(propose(&withdraw(at(1, 0))), closed);
        assert_eq!(published(1, &again(2, &[2])), Err(Error::<Test>::SectionStands.into()));
        let anew = published(1, &again(1, &[1])).expect("published");
        assert_ne!(anew, object);
        assert_eq!(headline(1), Headline::Current);
        assert_eq!(Sections::<Test>::iter_prefix(uscc(1)).count(), 2);
    });
}

#[test]
fn only_a_section_should_be_withdrawn_as_one_and_only_by_its_keeper() {
    test(|| {
        two_registered();
        let object = published(1, &content(&[1])).expect("published");
        let id: jiandu_primitives::record::ExternalId = "a".parse().expect("an id");
        let general = ObjectId::new(&Subject::Uscc(uscc(1)), &id);
        let created = Records::create(signed(MAKER), Subject::Uscc(uscc(1)), id, Header::default(), documents(&[5]));
        assert_ok!(created);
        let act = |record| Act::WithdrawSection {
            record,
            base: at(0, 0),
            header: Default::default(),
            reason: WithdrawalReason::Mistake,
        };
        assert_noop!(propose(&act(general)), Error::<Test>::UnknownRecord);
        assert_noop!(propose(&act(ObjectId([9; 32]))), Error::<Test>::UnknownRecord);
        assert_noop!(Archives::propose(signed(STRANGE_MAKER), act(object)), Error::<Test>::NotTheRegistrar);
        assert_ok!(done(change_status(1, EnterpriseStatus::Deregistered, 200)));
        assert_noop!(propose(&act(object)), Error::<Test>::NotActive);
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
        let withdraw = Records::withdraw(
            signed(MAKER),
            wrong,
            VersionRef::default(),
            Default::default(),
            WithdrawalReason::Mistake,
        );
        assert_noop!(withdraw, pallet_jiandu_records::Error::<Test>::RecordClosed);
    });
}
