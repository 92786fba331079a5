# The English texts of the command line. Words follow docs/GLOSSARY.zh.md; words of the domain and errors of the chain have
# theirs in crates/client/locales.

## Exit codes
exit-heading = Exit codes:
exit-0 = done; of a verification: it holds, and is current and final
exit-1 = any other failure
exit-2 = the command line, or a file that it names, cannot be meant
exit-3 = not verified: a mismatch, a forgery, or evidence that does not hold
exit-4 = absence is proved (its scope is stated)
exit-5 = not final yet, too old, or timed out
exit-6 = permission denied
exit-7 = network: no node answers, or the connection broke
exit-8 = a key, its password or a signature
exit-9 = the configuration does not allow it
exit-10 = not the chain that is wanted: its genesis differs
exit-11 = unknown here; absence is not proved
exit-12 = known, not current: superseded, overwritten, withdrawn or misfiled
exit-130 = interrupted (Ctrl-C)

## Headings and notes of the help
heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-global = Options of every command
usage-command = COMMAND
usage-options = [OPTIONS]
notes = {" "}({ $notes })
notes-separator = ;{" "}
note-values = one of { $values }
note-variable = variable { $name }
note-default = default { $value }

## Commands
help = Jiandu: anchor files, verify files, take evidence away.
help-key = Generate, import and show key files
help-key-generate = Generate a new key into an encrypted key file
    .more = The password is asked for, or read from --password-file or standard input; never given as an argument.
help-key-import = Import recovery words or a seed into an encrypted key file
    .more =
        Words and password are asked for, or read from --phrase-file and --password-file, or line by line from
        standard input: the words first, then the password.
help-key-show = Show a key's account and public key; needs no password
help-member = Show the members of the consortium; admit, suspend and end members and keys
help-member-list = List all organisations
help-member-show = Show an organisation and its keys
help-member-add = Ask the council to admit an organisation with its first key administrator
help-member-suspend = Ask the council to suspend an organisation
help-member-reinstate = Ask the council to reinstate a suspended organisation
help-member-remove = Ask the council to remove an organisation; it leaves for good
help-member-add-key = Admit a key of an organisation, as its key administrator or as the council
help-member-rotate-key = Replace the key that signs by a new one; the old one ends at once
help-member-suspend-key = Suspend a key, as key administrator of its organisation or as the council
help-member-reinstate-key = Reinstate a suspended key, as key administrator of its organisation or as the council
help-member-revoke-key = End a key, as key administrator of its organisation or as the council
help-member-end-handle = End all keys of an operator, as key administrator of the organisation or as the council
help-member-appoint-deputy = Give a key more roles for a while (deputy), as key administrator of its organisation
help-member-end-deputy = End a deputation before its time, as key administrator of the organisation
help-council = Show the council's motions and vote on them
help-council-list = List open motions
help-council-vote = Vote on a motion; it is executed as soon as the votes suffice
help-council-close = Close a motion that is decided or whose time is over; one that is carried is executed
help-council-seats = Propose who makes up the council from then on
    .more =
        The accounts named replace all seats: name those that stay as well. Each must be of an active key whose
        validity has no end. Two thirds of the present seats must be for it.
help-record = Anchor files, correct and withdraw, look at records
help-record-create = Create a record of one or several files
    .more =
        Example: jiandu record create annual-2025.pdf --subject 91430100MADEW01019 --id annual-2025
        Without --id, the external id is the first file's name; where that has characters that are not allowed,
        or 11 digits or more in a row (perhaps a person's number), it is made from the file's SM3 digest.
help-record-update = Add a version to a record (correction or supplement)
help-record-withdraw = Withdraw a record: no version may follow, its history stays
help-record-show = Show a record as it is
help-record-history = Show all snapshots of a record
help-hash = Print the digests of files; needs no node
help-verify = Verify files or digests: anchored or not, current or not, by whom
    .more =
        Example: jiandu verify annual-2025.pdf --trust hunan.trust
        Files are hashed here and never sent. Several files get a line each, and the exit code is the worst of all,
        in the order 3, 10, 8, 9, 6, 7, 1, 2, 5, 11, 4, 12, 0.
help-evidence = Export evidence, and verify evidence offline
help-evidence-export = Get evidence about a file from a node, check it here, and write it to a file
help-evidence-verify = Verify evidence offline; needs no network
    .more = Example: jiandu evidence verify annual-2025.evidence --file annual-2025.pdf --trust hunan.trust
help-trust = Get the trust file to verify against
help-trust-export = Write the genesis hash and the validators that a node names to a trust file
    .more = A node cannot vouch for itself: compare the genesis hash and the validators by another channel (telephone, web site, sealed letter) before using the file.
help-doctor = Check whether node, chain, clock and key are fit to work with
help-completions = Print completions for a shell
help-man = Write the manual pages of all commands

## Arguments and options
arg-help = Print help
arg-version = Print the version
arg-node = WebSocket address of the node
arg-key = Key file that signs
arg-dev-key = Well-known development key, such as Alice; on development chains only, wins over --key
arg-password-file = Read the password from the first line of a file; - is standard input
arg-genesis = Accept only the chain with this genesis hash
arg-trust = Trust file to verify against; only its chain is accepted
arg-lang = Language of texts; the system's locale where it is left out
arg-output = Form of the output
arg-max-age = Most seconds that the proved block may be old; older is no answer
arg-timeout = Most seconds to wait for the node and for finality
arg-quiet = No notes and no progress
arg-key-generate-file = Key file to write; that of --key where it is left out
arg-key-generate-words = Show the recovery words as well; not where others can see them
arg-key-import-file = Key file to write; that of --key where it is left out
arg-key-import-phrase-file = Read the recovery words or the seed from a file; - is standard input
arg-key-show-file = Key file to show; that of --key where it is left out
arg-uscc = Unified social credit code of the organisation (18 characters)
arg-kind = Kind of the organisation
arg-name = Registered name of the organisation
arg-administrator = Account of the first key administrator
arg-roles = Roles of the key, several separated by commas
arg-member-add-roles = Roles of the first key beside key administrator, several separated by commas
arg-member-appoint-deputy-roles = Roles that the key has for a while beside its own, several separated by commas
arg-handle = Operator handle (16 hexadecimal digits); random where it is left out
arg-member-end-handle-handle = Operator handle whose keys end (16 hexadecimal digits)
arg-custody = Who holds the key: self, hosted, or certificate of a CA
arg-from = Beginning of validity, such as 2026-04-14 or 2026-04-14T10:00:00+08:00; at once where it is left out
arg-member-end-handle-from = Time from which the keys end, such as 2026-04-14 or 2026-04-14T10:00:00+08:00; at once where it is left out
arg-member-appoint-deputy-from = Beginning of the deputation, such as 2026-04-14 or 2026-04-14T10:00:00+08:00; at once where it is left out
arg-until = End of validity, written likewise; none where it is left out
arg-member-appoint-deputy-until = End of the deputation, written likewise
arg-account = Account of the key (SS58, or 0x and the public key)
arg-accounts = Accounts of the keys that will have a seat, 1 to 32 (SS58, or 0x and the public key)
arg-member-rotate-key-account = Account of the new key (SS58, or 0x and the public key)
arg-council = Act as the council, not as the organisation's key administrator
arg-reason = Reason code
arg-index = Number of the motion
arg-vote = For (aye) or against (nay)
arg-files = One or several files
arg-hash-files = One or several files; - is standard input
arg-verify-files = One or several files; - is standard input
arg-record = Record id (64 hexadecimal digits), or SUBJECT/EXTERNAL_ID
arg-subject = Unified social credit code of the subject (18 characters)
arg-id = External id: 1 to 128 characters of A-Z a-z 0-9 . _ -, without anything personal
arg-base = Head that it is based on, such as 0.0; read now, and said, where it is left out
arg-no-wait = Return once in a block, without waiting for finality
arg-algorithms = Digest algorithms, several separated by commas; all where it is left out
arg-digests = Digest instead of a file, such as sm3:66c7f0f4…; may be repeated
arg-evidence-export-file = File to get evidence about; - is standard input
arg-out = Evidence file to write; the file's name with .evidence where it is left out
arg-evidence = Evidence file
arg-evidence-verify-file = File that the evidence should be about; - is standard input
arg-trust-export-file = Trust file to write
arg-shell = Shell
arg-dir = Folder to write the manual pages to

## Prompts and progress
prompt-password = Password of the key file:{" "}
prompt-new-password = New password (at least 8 characters):{" "}
prompt-repeat = New password again:{" "}
prompt-phrase = Recovery words or seed (not shown):{" "}
progress-connecting = connecting to the node
progress-asking = asking the node
progress-hashing = hashing
progress-verifying = verifying
progress-encrypting = encrypting the key
progress-sending = sending
progress-sent = sent, waiting for a block
progress-in-block = in block { $block }, waiting for finality
progress-final = block { $block } is final

## Time
moment-short = { $beijing } Beijing time
moment-both = { $beijing } Beijing time, { $utc } UTC
moment-full = { $time }, block { $block }
moment-genesis = genesis

## Verdicts
headline = { $basis } { $claim }
basis-trust-file = Proved:
basis-node = Proof checked here, against the validators that this node names:
basis = As of { $when }. { $checked }; { $source }.
asked-file = “{ $file }”
asked-standard-input = standard input
asked-digest = the file with the digest { $digest }
claim-current = { $what } is unchanged since it was anchored at { $when }, and current as of block { $block }.
claim-superseded = { $what } was anchored as “{ $version }” and has been superseded by “{ $by }”; as of block { $block } the current one is “{ $head }”.
claim-superseded-closed = { $what } was anchored as “{ $version }” and has been superseded by “{ $by }”; since then the record { $state }.
claim-overwritten = { $what } was anchored as “{ $version }”, a registration error, and was rewritten as “{ $by }”; as of block { $block } the current one is “{ $head }”.
claim-overwritten-closed = { $what } was anchored as “{ $version }”, a registration error, and was rewritten as “{ $by }”; since then the record { $state }.
claim-closed = { $what } was anchored as “{ $version }”; its record { $state }.
claim-undecided = { $what } is anchored in more records than can be listed, and is not current in any that is; as of block { $block } it may be in another.
claim-absent = as of block { $block }, { $what } is not among published single documents with plain digests.
claim-conflict = Conflict: as of block { $block }, the digests of { $what } point to different documents, so there is no answer.
answer-current = current
answer-superseded = superseded
answer-overwritten = overwritten
answer-withdrawn = withdrawn
answer-misfiled = misfiled
answer-undecided = undecided
answer-absent = absence proved
answer-conflict = conflict
answer-unchecked = not checked
standing-absent = not anchored
record-withdrawn = was withdrawn at { $when } (reason: { $reason })
record-misfiled = was marked as misfiled at { $when }; the right record is { $record }
restriction-frozen = frozen: no new version and no withdrawal
restriction-backfilled = backfilled: a historical filing, entered later
entry-number = Record { $number } of { $count }
unlisted = { $count ->
        [one] and one more record
       *[other] and { $count } more records
    }
operator = { $handle } (key: { $custody })
organisation-named = { $name } ({ $uscc }; the name is the node's word, not proved)
record-and-kind = { $record } ({ $kind })
version-range = { $first }, carried on to { $last }
version-withdrawal = withdrawal (v{ $version })
chain-and-genesis = { $name } (genesis { $genesis })
chain-development = This is a development chain: its proofs mean nothing to others
proved-unchanged = the file is unchanged since it was anchored at { $when }
proved-absent = as of block { $block }, it is not among published single documents with plain digests
proved-absent-sha256 = a SHA-256 digest is optional when a file is anchored: ask again with the file itself or its SM3 digest
not-proved = that its content is true; that its issuer was authorised; that it was unchanged before
not-proved-undecided = whether it is current in one of the records that are not listed
not-proved-absent = that it is not among salted or batched documents; that it was not anchored later
not-proved-note = Not proved: { $what }.
not-proved-conflict = how the file relates to any of these records: some digest is forged
hint-absent = one different byte gives a different digest: make sure that it is no copy saved again, converted, sealed or repacked
checked-here = Proof checked here, without trusting a server
checked-here-by-node = Proof checked here, but on the node's own word for who the validators are
validators = { $signers } of { $validators } validators signed; { $source }
validators-trust-file = the list is from the trust file { $file }
validators-node = the list is the word of the node { $url }, not compared with a trust file
time-by-validators = vouched for by the validators only
count = { $count } { $answer }
summary = { $total } in all: { $counts }

## Labels
label-account = Account
label-anchored = Anchored
label-answer = Answer
label-as-of = As of
label-author = Organisation and operator
label-ayes = For
label-base = Based on
label-block = Block
label-call = Would
label-chain = Chain
label-changes = Changes
label-checked = Checked
label-custody = Custody
label-deputation = Deputy
label-digests = Digests
label-documents = Files
label-end = Votes until block
label-ends-from = Ends from
label-external-id = External id
label-file = File
label-finality = Finality
label-genesis = Genesis
label-handle = Handle
label-hash = Hash of the motion
label-head = Current
label-hint = Hint
label-key-file = Key file
label-kind = Kind
label-member = Organisation
label-motion = Motion
label-name = Name
label-nays = Against
label-not-proved = Not proved
label-operation = Operation
label-operator = Operator
label-organisation = Anchored by
label-proved = Proved
label-public = Public key
label-reason = Reason
label-record = Record
label-record-state = The record
label-restriction = Restrictions
label-roles = Roles
label-seats = Seats
label-set = Validator set
label-signers = Signed by
label-since = Since
label-standing = Standing
label-subject = Subject
label-time = Time
label-time-source = Times
label-until = Until
label-uscc = USCC
label-validators = Validators
label-validity = Validity
label-version = Version
label-votes = Votes
label-words = Recovery words

## Keys
key-written = The key file is written.
key-development = none: a development key, known to everyone
note-key-mode = Only this user can read { $file }, and the password encrypts it.
note-back-up-key = Back up the key file and keep the password: without either the key is lost. Add --words for the recovery words.

## Records
written-create = Anchored and final.
written-update = Corrected and final.
written-overwrite = Rewritten and final.
written-withdraw = Withdrawn and final.
written-not-final = In a block, not final yet; until then it may be taken back.
written-unchanged = The same was anchored before; nothing was written twice.
written-moved-on = Since then the record has moved on: its head is { $head }, its state: { $state }.
finality-final = final
finality-pending = pending
note-id-from-name = The external id is the file's name: { $id }
note-id-from-digest = The file's name cannot be an external id; the file's digest is: { $id }
note-base-read = Based on the snapshot { $base }; should this be cut short, repeat it with --base { $base }.
how-to-verify = Verify: jiandu verify { $files }
document-number = File { $number }: { $media }, { $length } bytes
operation-with-reason = { $operation } ({ $reason })
node-says = This is the node's word, not checked here.
node-says-of-record = This is the node's word, not checked here; for a proof, jiandu verify a file or digest.

## Members and council
done-member-add = The organisation is admitted.
done-member-suspend = The organisation is suspended; none of its keys can be used.
done-member-reinstate = The organisation is reinstated.
done-member-remove = The organisation has left for good; none of its keys can be used, and what they signed stays valid.
done-member-add-key = The key is admitted.
done-member-rotate-key = The key is replaced; the old one has ended.
done-member-suspend-key = The key is suspended; it cannot be used until it is reinstated.
done-member-reinstate-key = The key is reinstated.
done-member-revoke-key = The key has ended; what it signed stays valid.
done-member-end-handle = The operator handle ends, and all of its keys with it; what they signed stays valid.
done-member-appoint-deputy = The deputy is appointed.
done-member-end-deputy = The deputation has ended; the key keeps its own roles.
done-council-vote = The motion was carried and executed.
done-council-close = The motion was carried and executed.
done-council-seats = The council is now made up of these accounts.
act-open = The motion is open; more votes are needed.
act-rejected = The motion was rejected.
note-key-rotated = Sign with the new key from now on: name its file with --key.
how-to-vote = Members of the council vote with: jiandu council vote { $index } aye|nay
no-motions = No motion is open.
votes = { $ayes } for, { $nays } against; { $threshold } must be for, of { $seats } seats
change = { $status }: { $when }
change-with-reason = { $status } ({ $reason }): { $when }
key-ended = { $status } ({ $reason })
deputation = { $roles }; { $window }
window = from { $from } until { $until }
window-open = from { $from }, without end
window-at-once = from its admission
window-at-once-until = from its admission until { $until }
window-until = until { $until }
at-once = at once
new-key = account { $account }, handle { $handle }, roles { $roles }, custody { $custody }, valid { $window }
motion-admit-organisation = admit the { $kind } { $name } ({ $organisation }) with its first key administrator: { $key }
motion-suspend-organisation = suspend the organisation { $organisation } (reason: { $reason })
motion-reinstate-organisation = reinstate the organisation { $organisation }
motion-remove-organisation = remove the organisation { $organisation } for good (reason: { $reason })
motion-admit-key = admit a key of the organisation { $organisation }: { $key }
motion-revoke-key = end the key { $account } (reason: { $reason })
motion-suspend-key = suspend the key { $account }
motion-reinstate-key = reinstate the key { $account }
motion-end-handle = end all keys of the operator { $handle } of { $organisation } from { $from } on (reason: { $reason })
motion-end-handle-at-once = end all keys of the operator { $handle } of { $organisation } as soon as this is carried (reason: { $reason })
motion-end-deputation = end the deputation of the key { $account } before its time
motion-authorize-upgrade = authorise the runtime with the hash { $hash }
motion-note-stalled = declare that finality has stalled: delay of { $delay } blocks, building on final block { $block }
motion-set-members = make these the council: { $members }
motion-other = a call that this program does not know, { $call }, encoded { $encoded }

## Evidence and trust files
evidence-written = The evidence is written to { $file } ({ $bytes } bytes), and was checked here before.
how-to-verify-offline = Verify offline: jiandu evidence verify { $file } --file DOCUMENT --trust TRUST_FILE
note-no-document = No file was given: this is about the digests in the evidence. Add --file to verify that a file is the one meant.
trust-written = The trust file is written.
trust-compare = This is the node's word. Compare the genesis hash and the validators, letter by letter, by another channel (telephone, web site, sealed letter) before using the file.
man-written = { $pages } manual pages are written to { $folder }.

## Errors: the command line
what-next = What next:{" "}
error-missing-command = No command is given.
    .help = Run jiandu --help to see all commands.
error-unknown-command = There is no command “{ $name }”.
    .help = Use one of: { $known }.
error-unknown-argument = “{ $argument }” is unknown.
    .help = Add --help after the command to see its options.
error-similar-argument = “{ $argument }” is unknown.
    .help = Did you mean { $similar }?
error-missing-argument = Missing: { $arguments }.
    .help = Add what is missing; --help after the command explains it.
error-missing-value = { $argument } has no value.
    .help = Write the value after it; --help after the command explains it.
error-unknown-value = “{ $value }” cannot be used for { $argument }.
    .help = Use one of: { $known }.
error-conflicting-arguments = { $argument } cannot be used together with { $other }.
    .help = Leave one of them out.
error-repeated-argument = { $argument } is given more than once.
    .help = Give it once.
error-argument-not-utf8 = A value on the command line that must be text is not UTF-8.
    .help = Names of files may have any encoding; correct the other values and try again.
error-bad-command-line = The command line is wrong: { $reason }
    .help = Add --help after the command to see how it is used.
error-uscc-length = A unified social credit code has 18 characters, “{ $uscc }” has { $found }.
    .help = Compare it with the business licence.
error-uscc-symbol = Character { $position } of the unified social credit code “{ $uscc }” is not one that codes use.
    .help = Codes use digits and capital letters without I, O, S, V and Z: compare with the business licence, and look for an O in place of 0 or an I in place of 1.
error-uscc-check = The check character of the unified social credit code “{ $uscc }” does not match: at least one of the 18 characters is wrong.
    .help = Compare all 18 with the business licence; don't just change the last.
error-id-length = An external id has 1 to { $most } characters, this one has { $found }.
    .help = Choose another, or leave --id out and let the program decide.
error-id-character = Character { $position } of the external id “{ $id }” is not allowed.
    .help = An external id stays on the chain for ever and uses A-Z a-z 0-9 . _ - only; leave --id out to let the program decide.
error-personal-id = The external id “{ $id }” holds what looks like an identity or mobile number; it would stand on the chain for ever.
    .help = Choose an id without personal data. Nothing was sent.
error-digest-no-algorithm = “{ $digest }” does not name its digest algorithm.
    .help = Write ALG:HEX, for example sm3:66c7f0f4….
error-digest-unknown-algorithm = The digest algorithm of “{ $digest }” is unknown.
    .help = Use blake3, sm3 or sha256.
error-digest-length = A digest has 64 hexadecimal digits, this one has { $found } characters.
    .help = Look whether it was copied completely.
error-digest-not-hex = Character { $position } of the digest is not a hexadecimal digit.
    .help = Digests use 0-9 and a-f only: copy it again.
error-bad-genesis = “{ $value }” is not a genesis hash.
    .help = A genesis hash has 64 hexadecimal digits; take it from a trust file or from where the exchange publishes it.
error-bad-record = “{ $value }” is not a record id.
    .help = Write 64 hexadecimal digits, or SUBJECT/EXTERNAL_ID such as 91430100MADEW01019/annual-2025.
error-bad-version = “{ $value }” does not name a snapshot.
    .help = Write version.revision, such as 0.0; jiandu record show tells the head.
error-bad-account = “{ $value }” is not an account.
    .help = Write an SS58 account (such as 5Grw…), or 0x and a public key of 64 hexadecimal digits; see jiandu key show.
error-bad-handle = “{ $value }” is not an operator handle.
    .help = A handle has 16 hexadecimal digits; leave --handle out for a random one.
error-bad-time = “{ $value }” is not a date or time.
    .help = Write 2026-04-14 (from midnight in Beijing) or 2026-04-14T10:00:00+08:00.
error-bad-seconds = “{ $value }” is not a usable number of seconds.
    .help = Write a whole number from 1 to 86400.
error-bad-number = “{ $value }” is not a number.
    .help = Write a whole number such as 0 or 12, in digits only.
error-bad-name = The name of an organisation has 1 to { $most } bytes, this one has { $found }.
    .help = Give the name on the business licence; a Chinese character has 3 bytes.
error-nothing-to-ask = Neither a file nor a digest is given.
    .help = Name a file, or give a digest with --digest.
error-several-documents = Several digests of one algorithm are given; they cannot belong to one document.
    .help = Evidence is about one document: export it for each separately.

## Errors: files
error-no-such-file = There is no file “{ $file }”.
    .help = Check path and name; quote a name that has spaces.
error-no-such-folder = The folder “{ $folder }” for the file “{ $file }” does not exist.
    .help = Make the folder first, or write elsewhere.
error-link-circle = “{ $file }” is a symbolic link that links in a circle.
    .help = Look where it leads (ls -l), and name the file itself.
error-is-directory = “{ $file }” is a folder, not a file.
    .help = Name the files in it.
error-not-a-file = “{ $file }” is not a file but a device, a socket or a pipe.
    .help = Name a file; what a program writes can be piped in and named “-”: command | jiandu hash -
error-standard-input-not-anchored = Standard input cannot be anchored: a record is made of files.
    .help = Save it as a file and name that; nothing was anchored.
error-empty-file = The file “{ $file }” is empty and cannot be anchored.
    .help = Check whether it was saved or downloaded completely; nothing was anchored.
error-empty-file-identifies-nothing = The file “{ $file }” is empty and identifies nothing: all empty files have the same digests.
    .help = Check whether it was saved or downloaded completely.
error-same-content = The files “{ $file }” and “{ $other }” have the same content.
    .help = A record has each document once: leave one out; nothing was anchored.
error-too-many-files = { $found } files are given, a record has at most { $most }.
    .help = Make several records.
error-file-exists = The file “{ $file }” exists and is not overwritten.
    .help = Choose another name, or move the old file away.
error-unreadable = There is no permission to read “{ $file }”.
    .help = Check the file's permissions, or use an account that has them.
error-unwritable = There is no permission to write “{ $file }”.
    .help = Check the folder's permissions, or write elsewhere.
error-file-changed = The file “{ $file }” changed while it was read.
    .help = Try again when nothing writes to it; nothing was anchored.
error-io = Reading or writing “{ $file }” failed: { $reason }
    .help = Check disk space and device, and try again.
error-interrupted = Interrupted; nothing was sent to the chain.
    .help = Run the command again when you are ready.
error-interrupted-after-sending = Interrupted after the transaction was sent: it may still take effect.
    .help = Look first (jiandu record show, jiandu member show, jiandu council list). A repeated record command is recognised and writes nothing twice; for a correction or a withdrawal give the --base that was shown.
error-output-lost = The output could not be written: { $reason }
    .help = Check what receives it, and disk space; to know whether the work was done, look it up before trying again.

## Errors: keys and passwords
error-no-key = No key is given.
    .help = Name a key file with --key or JIANDU_KEY; on a development chain --dev-key will do.
error-password-not-text = What “{ $file }” holds is not UTF-8 text, so no password or recovery words can be read from it.
    .help = Save it as UTF-8 text; a password is its first line.
error-long-password = The password is longer than { $most } bytes.
    .help = Look whether the right file is named with --password-file; a password is its first line.
error-short-password = The new password is too short; it needs at least { $least } characters.
    .help = Choose a longer one: a few unrelated words will do.
error-passwords-differ = The two passwords differ; no file was written.
    .help = Run the command again.

## Errors: records
error-change-not-final = The change of the record { $record } was sent, and is not known to be final.
    .help = It may still become final: look with jiandu record show { $record }. Or repeat the command with --base { $base }: what was written already is recognised, and nothing is written twice.
error-stale-head = The head of the record { $record } is { $head }, not { $base } that this was based on: it has changed since.
    .help = Look at it with jiandu record show; if you still want this, send it again with --base { $head }. Nothing was written.
error-duplicate-id = The subject's external id “{ $id }” belongs to the record { $record } with other content.
    .help = To correct that record, use jiandu record update { $record }; for another record choose another --id.

## Errors: unknown here
error-unknown-record = The node knows no record { $record }. This is the node's word; absence is not proved.
    .help = Check the record id, or subject and external id, and that the node is of the chain you mean.
error-unknown-member = The node knows no organisation { $member }. This is the node's word; absence is not proved.
    .help = Check the code; jiandu member list shows all organisations.

## Errors: evidence
error-proof-too-old = What the node proves is { $age } seconds old (block { $block }): nothing is said of now.
    .help = The chain may have stalled, the node lag behind, or the clock here be fast: run jiandu doctor, or ask another node. To accept an answer as of that block, give --max-age.
error-no-trust = No trust file is given, so there is nothing to verify against offline.
    .help = Name one with --trust; ask the exchange for it, or get it with jiandu trust export and compare it by another channel.
error-trust-of-other-chain = The trust file “{ $file }” is of another chain: --genesis wants { $expected }, the file has { $found }.
    .help = Use the trust file of the chain that you mean, or correct --genesis; nothing was verified.
error-wrong-document = Mismatch: the file “{ $file }” is not the one that the evidence is about. That is { $expected }, the file is { $found }.
    .help = Make sure that file and evidence belong together, and that the file was not saved again, converted or changed.
