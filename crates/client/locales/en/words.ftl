# The words of the domain.

## Kinds of organisation
organisation-kind-exchange = exchange
organisation-kind-regulator = regulator
organisation-kind-intermediary = intermediary
organisation-kind-data-provider = data provider
organisation-kind-data-user = data user
organisation-kind-auditor = auditor
organisation-kind-verifier = verifier of originals

## Roles
role-administrator = key administrator
role-registrar = registrar
role-discloser = discloser
role-reviewer = reviewer
role-referer = referer
role-provider = data provider
role-user = data user
role-auditor = auditor
role-verifier = verifier of originals
role-regulator = regulator
role-operator = node operator

## Custody
custody-self = held by the person
custody-hosted = hosted
custody-certificate = CA certificate

## Why something ended
end-reason-departure = left or changed post
end-reason-rotation = key replaced
end-reason-loss = key lost
end-reason-compromise = key possibly known to others
end-reason-violation = a rule was broken
end-reason-request = at its own request

## States
organisation-status-active = active
organisation-status-suspended = suspended
organisation-status-left = left
key-status-active = active
key-status-suspended = suspended
key-status-ended = ended

## Records
record-kind-general = general record
record-kind-disclosure = disclosure
record-kind-archive-section = section of an enterprise archive
operation-create = first registration
operation-update = correction
operation-overwrite = rewrite of a registration error
operation-withdraw = withdrawal
withdrawal-reason-mistake = registered by mistake
withdrawal-reason-replaced = another record takes its place
withdrawal-reason-legal = required by law
withdrawal-reason-request = at the subject's request
withdrawal-reason-delisted = the subject left the market
overwrite-reason-wrong-document = wrong file attached
overwrite-reason-wrong-code = wrong code of the enterprise or its product
overwrite-reason-wrong-header = wrong date, level or other item
overwrite-reason-wrong-selection = a file left out, or one too many
overwrite-reason-returned = returned by the supervision chain
record-state-live = in force
record-state-withdrawn = withdrawn
record-state-misfiled = filed under the wrong subject

## Levels of data (JR/T 0197-2020)
level-L1 = level 1 (public)
level-L2 = level 2 (internal)
level-L3 = level 3 (of the business)
level-L4 = level 4 (sensitive)
level-L5 = level 5 (of national or systemic importance)

## Seals and references
seal-kind-sm2 = SM2
seal-kind-sr25519 = sr25519
seal-kind-ed25519 = ed25519
relation-basis = rests on
relation-supplement = adds to
relation-response = answers
relation-replacement = takes the place of
relation-related = has to do with

## Enterprises
enterprise-status-active = active
enterprise-status-deregistered = struck off the register
enterprise-status-transferred-out = transferred out
enterprise-status-closed = closed
succession-absorption = taken over
succession-merger = merged into a new one
succession-division = divided
tier-incubation = incubation (F)
tier-standard = standard (G)
tier-cultivation = cultivation (P)
tier-custody = custody only (T)
decline-reason-incorrect = something is wrong
decline-reason-incomplete = something is missing
decline-reason-duplicate = proposed or done already
decline-reason-retracted = taken back by its maker

## Sections of an enterprise archive, and their sources
section-basic = basic information
section-personnel = personnel
section-qualification = qualifications
section-equity = share register
section-financing = products and financing
section-finance = finance
section-credit = credit
section-intellectual-property = intellectual property
section-government = government
section-cash-flow = cash flow
source-domain-financial = financial data
source-domain-public = public data
source-domain-market = market data
source-domain-enterprise = enterprise data
source-domain-personal = personal data

## Verdicts
standing-current = current
standing-superseded = superseded (by { $by })
standing-overwritten = rewritten (as { $by })
standing-withdrawn = withdrawn
standing-misfiled = filed under the wrong subject
headline-current = anchored, and current
headline-not-current = anchored, but no longer current
headline-undecided = undecided
headline-unknown = not anchored
trust-source-file = checked here against the trust file
trust-source-node = checked here, on the node's own word for who the validators are

## Versions
version-first = first version (v{ $version })
version-update = correction { $version } (v{ $version })
version-rewrite = v{ $version }, rewrite { $revision }

## Digest algorithms
digest-blake3 = BLAKE3
digest-sm3 = SM3
digest-sha256 = SHA-256
digest-commitment = salted commitment

## Types of document
media-other = other file
media-pdf = PDF
media-ofd = OFD
media-docx = Word document
media-xlsx = Excel workbook
media-text = plain text
media-json = JSON
media-jpeg = JPEG image
media-png = PNG image
media-zip = ZIP archive
media-csv = CSV table
media-xml = XML

## Disclosures
disclosure-kind-listing-statement = listing statement
disclosure-kind-offering-circular = offering circular
disclosure-kind-annual-report = annual report
disclosure-kind-semiannual-report = semi-annual report
disclosure-kind-interim-announcement = interim announcement (major event)
disclosure-kind-distribution = distribution
disclosure-kind-shareholder-resolution = shareholders' resolution
disclosure-kind-board-resolution = board resolution
disclosure-kind-correction = correction or supplement
disclosure-kind-interest-payment = interest payment
disclosure-kind-redemption = redemption at maturity
disclosure-kind-conversion = conversion
disclosure-kind-put-back = put-back
disclosure-kind-early-redemption = early redemption
disclosure-kind-trustee-report = trustee report
disclosure-kind-delisting = delisting
disclosure-kind-public-data-report = public-data operation report
disclosure-kind-profile = profile
disclosure-kind-supervision = supervision result
disclosure-kind-credit-record = credit record
disclosure-kind-financial-data = financial data
disclosure-kind-business-data = business data
disclosure-kind-third-party = third-party information
disclosure-kind-other-announcement = other announcement
disclosure-class-report = report
disclosure-class-announcement = announcement
disclosure-class-information = information
correction-reason-figures = a figure was wrong
correction-reason-statement = a statement was wrong or misleading
correction-reason-supplement = something was missing
correction-reason-later-event = facts changed after publication
correction-reason-required = asked for by the exchange or the regulator
review-reason-incorrect = something in it is wrong
review-reason-incomplete = something is missing
review-reason-duplicate = submitted or published already
review-reason-unauthorised = a signature, a seal or a mandate is not in order
review-reason-outdated = what it is based on was published anew
review-reason-out-of-scope = no disclosure, or none of this enterprise
freeze-reason-investigation = investigation
freeze-reason-court-order = court order
freeze-reason-dispute = dispute
freeze-reason-risk = may mislead investors
capacity-exchange = entered by the exchange
capacity-agent = filed under a mandate
capacity-enterprise = filed by the enterprise
submission-state-submitted = waits for review
submission-state-returned = returned
submission-state-accepted = accepted, to be published
submission-state-rejected = rejected
submission-state-retracted = taken back
submission-state-published = published

## Obligations
obligation-state-pending = pending
obligation-state-due-soon = due soon
obligation-state-met-on-time = met on time
obligation-state-overdue = overdue
obligation-state-met-late = met late
obligation-state-extended = extended
obligation-state-waived = waived
obligation-state-not-applicable = not applicable
relief-reason-request = asked for by the enterprise
relief-reason-force-majeure = force majeure
relief-reason-regulator = ordered or allowed by the regulator
relief-reason-system = a fault of the registry
relief-reason-other = another reason
day-sort-calendar = calendar day
day-sort-working = working day
day-sort-trading = trading day

## Grants
grant-purpose-credit-assessment = credit assessment
grant-purpose-loan-monitoring = loan monitoring
grant-purpose-guarantee = review of a guarantee
grant-purpose-investment = due diligence for an investment
grant-purpose-listing = listing or offering
grant-purpose-audit = audit or valuation
grant-purpose-insurance = insurance
grant-purpose-subsidy = subsidies
grant-purpose-supervision = supervision
grant-purpose-research = statistics and research
grant-purpose-product-development = development of data products
grant-action-view = look at it
grant-action-verify = verify
grant-action-query = query
grant-action-model = train a model
grant-action-derive = derive other data
territory-country = China
territory-province = this province
territory-user-premises = the user's own premises
territory-provider-premises = the provider's premises (usable, not visible)
territory-trusted-space = a trusted data space
legal-basis-consent = consent
legal-basis-contract = necessary for a contract
legal-basis-legal-duty = a legal duty
legal-basis-public-interest = public interest
right-kind-holding = right to hold the data
right-kind-processing = right to process and use the data
right-kind-operation = right to market products of the data
benefit-free = free of charge
benefit-fee-per-use = fee for each use
benefit-revenue-share = share of revenue
benefit-rate-reduction = lower rate
benefit-service = services in return
grant-reason-not-needed = no longer needed
grant-reason-too-broad = broader than necessary
grant-reason-unknown-party = unknown party or business
grant-reason-breach = breach of the agreement
grant-reason-leak = leak, or danger of one
grant-reason-legal = law, regulator or court
grant-reason-mistake = mistake
grant-reason-consent-withdrawn = consent withdrawn
grant-reason-unavailable = not available
grant-reason-dispute = in dispute
denial-not-the-user = not the user of this grant
denial-not-signed = not signed by both sides
denial-awaits-provider = not signed by the provider
denial-declined = declined
denial-retracted = taken back
denial-revoked = revoked
denial-ended = ended
denial-replaced = replaced
denial-suspended = suspended
denial-not-begun = not begun
denial-expired = expired
denial-enterprise-inactive = enterprise no longer active
denial-key-change = a key of the enterprise is being replaced
denial-user-inactive = user inactive, or its key not entitled
denial-provider-inactive = provider inactive
denial-exhausted = all uses taken
denial-item-not-granted = item not granted
denial-consent-expired = consent of the data subject over
denial-other-purpose = other purpose
denial-action-not-granted = action not granted
denial-level-too-high = level too high
exception-unreserved = served without a reservation, not reported
exception-reported = irregular: served without a reservation, reported
exception-unknown-reservation = the log names a reservation that there is not
exception-served-twice = served twice against one reservation
exception-outside-reservation = served before its reservation or after it lapsed
exception-after-end = served after the grant had ended
exception-other-use = served otherwise than reserved
exception-not-settled = served, never settled
exception-settled-otherwise = served, but settled as not served
exception-not-in-log = settled as served, not in the log
exception-deletion-overdue = deletion not acknowledged in time
recovery-reason-lost-key = the owner's key was lost
recovery-reason-legal = court or regulator
recovery-reason-disaster = disaster
recovery-reason-drill = drill
exception-settled-late = served, and settled when the grant could not be used any more
