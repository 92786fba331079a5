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
help-council-upgrade = Ask the council to authorise a runtime; --apply hands in one that is authorised
    .more =
        Example: jiandu council upgrade jiandu_runtime.compact.compressed.wasm
        The motion names the runtime by the Blake2-256 hash of its code: build it yourself and compare before you vote.
        Two thirds of the present seats must be for it. Then any member hands in the same file with --apply; it takes
        effect with the next block.
help-council-cooling-off = Ask the council to set the cooling-off period of an enterprise's new keys, 90 days at most
    .more = Example: jiandu council cooling-off 7d
help-record = Anchor files, correct, rewrite and withdraw, seal and refer, look at records
help-record-create = Create a record of one or several files
    .more =
        Example: jiandu record create annual-2025.pdf --subject 91430100MADEW01019 --id annual-2025
        Without --id, the external id is the first file's name; where that has characters that are not allowed,
        or 11 digits or more in a row (perhaps a person's number), it is made from the file's SM3 digest.
help-record-update = Add a version to a record (correction or supplement)
help-record-overwrite = Rewrite a version that was registered by mistake, and all later ones; versions keep their numbers
    .more =
        Example: jiandu record overwrite 91430100MADEW01019/prospectus-2025 --set 1=prospectus.pdf --keep 2,3 --reason wrong-code
        After the version that was wrong, every later one up to the newest must be named: with --set and all of its
        files where it was wrong, with --keep where it was right. Those that are missing are listed before anything is
        sent. What was registered before stays readable. Level, times and schema are for the versions given with --set.
help-record-seal = Seal a snapshot with the key that signs, or hand in an SM2 seal that was made elsewhere
    .more =
        Example: jiandu record seal 91430100MADEW01019/annual-2025
        With an external device there are two steps: write what it is to sign with --message-out, then hand in the seal
        with --sm2-public-file and --sm2-signature-file. It is checked here; one that does not hold is not sent.
help-record-refer = Make a snapshot refer to one of another record: its version and revision are pinned from then on
    .more =
        Example: jiandu record refer 91430100MADEW01019/opinion-2025 --to 91430100MADEW01019/annual-2025 --relation basis
        Without --at and --to-at, the newest snapshots with documents are taken.
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
help-vault = Store documents in a folder or a bucket, and get them back
    .more =
        A vault is named with --vault: a folder, or s3://BUCKET/FOLDER with --vault-settings FILE, a file that only its owner can read:
        {"{"}"endpoint": "https://…", "region": "…", "access_key_id": "…", "secret_access_key": "…"{"}"}
        A document lies there under its locator, the BLAKE3 digest of its bytes, which says nothing about whose it is.
help-vault-init = Make a vault, and say who operates it
help-vault-put = Store documents and read each back; what is there already is not sent again
    .more = Interrupted, run the same command again: it goes on where it stopped.
help-vault-get = Write a document from the vault to a new file, if it is undamaged
help-vault-stat = Say what a vault is, or read documents in it from end to end
help-vault-fsck = Read everything in the vault, and tell what is damaged or should not be there
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
arg-level = Level of the data; only files of level 1, public, can be anchored today, because others could recognise them by their plain digests
arg-business-time = When the matter itself happened, such as 2026-04-14 or 2026-04-14T10:00:00+08:00
arg-schema = Data model of the content, as PROTOCOL,VERSION,TYPE such as jrt0314,1.0,disclosure
arg-replacements = Version that was wrong, and a right file of it, such as 1=prospectus.pdf; repeated for several files
arg-kept = Later versions that were right and stay as they are, separated by commas, such as 2,3
arg-record-seal-at = Snapshot to seal, such as 1.0; the newest with documents where it is left out
arg-message-out = Write what an external device is to sign to a file; nothing is sealed or sent
arg-sm2-public = Coordinates x and y of the SM2 public key (128 hexadecimal digits, with or without 04 before them)
arg-sm2-public-file = File with the SM2 public key, in PEM or DER
arg-sm2-signature = Numbers r and s of the SM2 signature (128 hexadecimal digits)
arg-sm2-signature-file = File with the SM2 signature in DER, as OpenSSL writes it
arg-sm2-signer = Identifier of the SM2 signer; 1234567812345678, the standard's default, where it is left out; never a person's number
arg-record-refer-at = Snapshot that refers, such as 1.0; the newest with documents where it is left out
arg-record-refer-to = Record that it refers to, written likewise
arg-record-refer-to-at = Snapshot that it refers to, such as 1.0; the newest with documents where it is left out
arg-relation = How: it rests on it (basis), adds to it (supplement), answers it (response), takes its place (replacement), or has to do with it (related)
arg-council-upgrade-file = File with the runtime's code (.wasm, compressed or not)
arg-council-upgrade-apply = Hand in code that is authorised; it takes effect with the next block
arg-council-cooling-off-period = Seconds, or days with a d after them, such as 604800 or 7d
arg-no-wait = Return once in a block, without waiting for finality
arg-algorithms = Digest algorithms, several separated by commas; all where it is left out
arg-digests = Digest instead of a file, such as sm3:66c7f0f4…, hexadecimal or Base64; may be repeated
arg-evidence-export-file = File to get evidence about; - is standard input
arg-out = Evidence file to write; the file's name with .evidence where it is left out
arg-evidence = Evidence file
arg-evidence-verify-file = File that the evidence should be about; - is standard input
arg-vault = Vault: a folder, or s3://BUCKET/FOLDER
arg-vault-settings = File with endpoint and credentials of the bucket
arg-vault-init-operator = Unified social credit code of whoever operates the vault
arg-vault-put-files = Documents to store
arg-no-store = Keep no copy of the documents in a vault; the record is of documents that are not stored
arg-record-create-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-record-update-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-record-overwrite-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-archive-put-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-archive-overwrite-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-locator = Locator of the document: 64 hexadecimal digits, or its digest blake3:…
arg-locators = Locators of documents; the vault itself where there are none
arg-vault-get-out = File to write
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
progress-storing = storing
progress-checking = reading the vault
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
label-body = Body
label-business-time = Business time
label-call = Would
label-chain = Chain
label-changes = Changes
label-checked = Checked
label-code-hash = Code hash
label-cooling-off = Cooling off
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
label-handed-in-by = Handed in by
label-handle = Handle
label-hash = Hash of the motion
label-head = Current
label-hint = Hint
label-key-file = Key file
label-kind = Kind
label-level = Level
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
label-relation = Relation
label-restriction = Restrictions
label-rewritten = Rewritten
label-roles = Roles
label-runtime = Runtime
label-schema = Schema
label-seal = Seal
label-sealer = Sealed by
label-seats = Seats
label-set = Validator set
label-signer = Signer
label-signers = Signed by
label-since = Since
label-snapshot = Snapshot
label-standing = Standing
label-subject = Subject
label-submission-time = Submission time
label-target = Refers to
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
note-rewriting = About to rewrite: { $versions }.
rewriting-set = v{ $version } (files: { $count })
rewriting-kept = v{ $version } (as it is)
note-base-read = Based on the snapshot { $base }; should this be cut short, repeat it with --base { $base }.
how-to-verify = Verify: jiandu verify { $files }
document-number = File { $number }: { $media }, { $length } bytes
operation-with-reason = { $operation } ({ $reason })
rewritten-version = { $version }, rewrite { $revision }
rewritten-range = v{ $from } to v{ $upto }
schema = { $protocol } { $version }, type { $object }
body = { $digest }, { $length } bytes
sealed = Sealed and final.
seal-unchanged = The same key sealed this snapshot before; nothing was written twice.
seal-number = Seal { $number }: { $kind }
sealer-by-certificate = whose key it is, its certificate says; not proved by the chain
message-written = What is to be signed is written to { $file } ({ $bytes } bytes). Sign the whole file with SM2, with the signer's identifier below.
how-to-sign = Sign, with OpenSSL 3 for example: openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:{ $signer } -inkey private.pem -in { $file } -out seal.der
how-to-hand-in = Hand in: jiandu record seal { $record } --at { $at } --sm2-public-file public.pem --sm2-signature-file seal.der{ $option }
referred = The reference is anchored and final; what it refers to is pinned.
reference-unchanged = The snapshot referred to it before; nothing was written twice.
reference-number = Reference { $number }: { $relation }
pinned = { $record }
    { $version } ({ $at })
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
done-council-upgrade = The runtime is authorised; it takes effect once the same file is handed in with --apply.
done-council-upgrade-apply = The runtime is handed in; it takes effect with the next block.
done-council-cooling-off = The cooling-off period is set, for keys bound from now on.
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
period-days = { $days ->
        [one] one day
       *[other] { $days } days
    }
period-seconds = { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }
runtime-file = { $file } ({ $bytes } bytes)
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
motion-set-cooling-off = let keys bound to enterprises cool off for { $period }, from when this is carried
motion-note-stalled = declare that finality has stalled: delay of { $delay } blocks, building on final block { $block }
motion-set-members = make these the council: { $members }
motion-other = a call that this program does not know, { $call }, encoded { $encoded }

## Vaults
label-vault = Vault
label-vault-id = Id
label-vault-operator = Operator
label-originals = Originals
originals-in-vault = in the vault { $place }, operated by { $operator }
originals-not-stored = not stored
note-vault-made = A vault for documents is made in { $place }, operated by { $operator }.
label-locator = Locator
label-length = Bytes
label-condition = Condition
label-stored-at = Stored
vault-made = The vault is made.
vault-is = A vault.
vault-stored = stored, read back
vault-known = there already
vault-failed = failed
vault-untried = not tried
vault-got = The document is written, undamaged.
vault-sound = { $number } undamaged.
vault-leftovers = Left by interrupted uploads, more than an hour ago:
condition-sound = undamaged
condition-damaged = damaged
condition-missing = missing
condition-unreadable = cannot be read
condition-foreign = not stored by this program

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
error-digest-length = A digest has 64 hexadecimal digits, or is Base64 of as much; this one has { $found } characters.
    .help = Look whether it was copied completely.
error-digest-not-hex = Character { $position } of the digest is not a hexadecimal digit.
    .help = Digests use 0-9 and a-f only: copy it again.
error-digest-not-base64 = Character { $position } of the digest in Base64 is wrong there.
    .help = The standard and the URL-safe alphabet cannot be mixed, and = stands at the end only: copy it again.
error-digest-not-hex-inside = Character { $position } of the text inside the digest in Base64 is not a hexadecimal digit.
    .help = Inside the Base64 there are 32 bytes, or 64 hexadecimal digits: ask whoever gave you the digest.
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
error-bad-replacement = “{ $value }” does not name a version and a file.
    .help = Write VERSION=FILE, such as 1=prospectus.pdf; jiandu record history shows the versions.
error-bad-schema = “{ $value }” is not a schema.
    .help = Write three names with commas between them, PROTOCOL,VERSION,TYPE, such as jrt0314,1.0,disclosure.
error-name-length = The name “{ $label }” has { $found } characters; it may have 1 to { $most }.
    .help = Compare it with the data model or the signer's identifier.
error-name-character = Character { $position } of the name “{ $label }” is not allowed.
    .help = A name stays on the chain for ever and uses A-Z a-z 0-9 . _ - : / only.
error-number-pair-length = Two numbers of 32 bytes have 128 hexadecimal digits, this has { $found } characters.
    .help = Look whether it was copied completely, or use --sm2-public-file or --sm2-signature-file.
error-number-pair-digit = Character { $position } is not a hexadecimal digit.
    .help = Use 0-9 and a-f only, without 0x: copy it again, or use --sm2-public-file or --sm2-signature-file.
error-bad-cooling-off = “{ $value }” is not a usable cooling-off period.
    .help = Write seconds, or days with a d after them, such as 604800 or 7d; at most 90d.
error-level-not-public = Files of the level { $level } cannot be anchored yet: others could recognise them by their plain digests.
    .help = Only files of level L1, public, can be anchored; do not lower the level for it. Nothing was sent.
error-personal-signer = The SM2 signer's identifier “{ $signer }” may be a person's number; it would stand on the chain for ever.
    .help = Have it sealed again with the default, 1234567812345678, or with an identifier of the organisation. Nothing was sent.
error-nothing-to-ask = Neither a file nor a digest is given.
    .help = Name a file, or give a digest with --digest.
error-several-documents = Several digests of one algorithm are given; they cannot belong to one document.
    .help = Evidence is about one document: export it for each separately.

## Errors: files
error-no-such-file = There is no file “{ $file }”.
    .help = Check path and name; quote a name that has spaces.
error-no-such-folder = The folder “{ $folder }” for the file “{ $file }” does not exist.
    .help = Make the folder first, or write elsewhere.
error-file-name = “{ $file }” is too long, or no name that the system takes.
    .help = Choose a shorter name.
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
error-not-a-runtime = The file “{ $file }” is not the code of a runtime.
    .help = Name the .wasm file of a build, such as jiandu_runtime.compact.compressed.wasm; nothing was proposed.
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
error-no-bucket = “{ $place }” names no bucket.
    .help = Write s3://BUCKET or s3://BUCKET/FOLDER; names of buckets have 3 to 63 of a-z, 0-9, dot and hyphen.
error-no-vault-settings = “{ $place }” is a bucket, and nothing says how to reach it.
    .help = Name the file with --vault-settings; jiandu vault --help shows what stands in it.
error-vault-settings = The settings “{ $file }” cannot be used: { $reason }
    .help = See jiandu vault --help for what stands in them. Nothing was stored.
error-vault-settings-exposed = The settings “{ $file }” hold a secret, and others can read them.
    .help = Let only their owner read them: chmod 600. If others may have read them, replace the secret.
error-no-vault = There is no vault in “{ $place }”.
    .help = Check where it is; a new one is made with jiandu vault init. Nothing was stored.
error-bad-vault-manifest = The vault.json in “{ $place }” is damaged, or of a newer version.
    .help = Get it from a backup, or use a newer version of this program. Nothing was stored; what lies there is untouched.
error-vault-not-named = Nothing says where the documents are to be kept.
    .help = Name a vault with --vault, or say --no-store if they are not to be kept. Nothing was sent.
error-vault-exists = There is a vault in “{ $place }” already.
    .help = Use it, or choose another place; it was not touched.
error-vault-folder = The folder “{ $folder }” cannot be used: { $reason }
    .help = Check that it is a folder, is mounted, and may be written to.
error-not-in-vault = The vault has no document { $locator }.
    .help = Check the locator and the vault. If the document was there before, get it from a backup and store it again with jiandu vault put.
error-damaged-in-vault = The document { $locator } is damaged in the vault: its bytes are not those that were stored. Nothing was written.
    .help = Store the original again with jiandu vault put, which mends it; find out what changed it.
error-vault-full = The store is full. What was stored before is untouched.
    .help = Make room, then run the same command again.
error-vault-denied = The store refuses access: { $reason }
    .help = Check the credentials and what they allow, or the permissions of the folder.
error-vault-store = The store does not answer as it should: { $reason }
    .help = Check network and store, then run the same command again; nothing was lost.
error-bad-locator = “{ $value }” is not a locator.
    .help = A locator has 64 hexadecimal digits in lower case; jiandu vault put shows it.
error-interrupted = Interrupted; nothing was sent to the chain.
    .help = Run the command again when you are ready.
error-interrupted-after-sending = Interrupted after the transaction was sent: it may still take effect.
    .help = Look first (jiandu record show, jiandu member show, jiandu council list). A repeated record command is recognised and writes nothing twice; for a correction, a rewrite or a withdrawal give the --base that was shown. Proposals and archive commands can be repeated as they were, except enterprise bind-key: look with jiandu enterprise proposals first, and keep the salt that was shown.
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
error-not-sm2-public = The file “{ $file }” is not an SM2 public key.
    .help = Give one in PEM or DER, as openssl pkey -in private.pem -pubout writes it, or write it out with --sm2-public.
error-not-sm2-signature = The file “{ $file }” is not an SM2 signature in DER.
    .help = Give the file that the signing program wrote (a sequence of two integers), or write r and s out with --sm2-signature.
error-seal-not-valid = The seal does not hold: it is not a signature of this public key over the snapshot { $version } of the record { $record }.
    .help = Check the public key and the signer's identifier, write the snapshot's message again with --message-out, and have it sealed again. Nothing was sent.

## Errors: rewriting
error-missing-versions = Missing: { $missing }. Whoever rewrites a version names every later one.
    .help = Where they were right, add --keep { $keep }; where one was wrong, give its files, such as --set { $example }=FILE.pdf. Nothing was sent.
error-versions-beyond-head = There is no { $versions }: the newest version is { $head }.
    .help = Check the versions with jiandu record history; to add one, use jiandu record update. Nothing was sent.
error-kept-before-first = { $kept } comes before { $first }, the first version that is rewritten, and stays as it is anyway.
    .help = Leave it out of --keep; if it was wrong as well, give its files with --set.
error-set-and-kept = { $versions } is both set and kept.
    .help = Use --set for what was wrong, and --keep for what was right.
error-too-many-versions = The rewrite covers { $found } versions; { $most } at most.
    .help = Begin with a later version, or correct the record instead; to replace it as a whole, withdraw it and create a new one.
error-too-many-rewritten = The versions have { $found } files together, those that are kept included; one rewrite takes { $most } at most.
    .help = Begin with a later version, or correct the record instead; to replace it as a whole, withdraw it and create a new one.

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
error-unknown-snapshot = The node knows no snapshot { $version } of the record { $record }. This is the node's word; absence is not proved.
    .help = Check version and revision with jiandu record history { $record }; what was just submitted must be final first.
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

## Enterprises and archives
help-enterprise = Register enterprises, change names, codes, statuses, successors and keys, find them by anything they were called
    .more = Each is proposed by a registrar and takes effect when another person, a reviewer, confirms it. What cannot be done is refused when it is proposed.
help-enterprise-register = Propose to register an enterprise, or those of a CSV list
    .more =
        Example: jiandu enterprise register 91430100MADEW01019 --name 示例公司 --code HN000001F --since 2026-04-14
        Example: jiandu enterprise register --file list.csv --dry-run
        A list is CSV in UTF-8 with headings in its first line: uscc, name, code and perhaps since (or their Chinese
        names), in any order; other columns are ignored. All rows are checked first and all faults listed at once; with
        a fault, nothing is sent. 128 enterprises make a proposal. After an interruption the same command goes on:
        those that are registered are left out, and what was proposed is not proposed twice.
help-enterprise-proposals = List the proposals that wait for their second person; with numbers, show those in full
help-enterprise-confirm = Confirm proposals, as another person than the one who made them
    .more =
        Each is shown in full, and confirmed as it was shown; after a refusal the next one has its turn, and the exit
        code is the worst of all. Sections of archives are confirmed with their files: jiandu archive confirm.
help-enterprise-decline = Decline a proposal, or take back one of your own
help-enterprise-rename = Propose a new registered name; the old one still leads to the enterprise
    .more = Example: jiandu enterprise rename HN000001F 新名称有限公司 --since 2026-04-14
help-enterprise-tier = Propose another tier: only the last letter of the code changes, and the old code still leads to the enterprise
    .more = Example: jiandu enterprise tier 示例公司 G --since 2026-04-14
help-enterprise-code = Propose another code, where a wrong number was allotted; for another tier use jiandu enterprise tier
help-enterprise-status = Propose another status: struck off, transferred or closed, an archive is read-only and can be read for ever
help-enterprise-succeed = Propose who follows an enterprise after a merger or a division
    .more = Example: jiandu enterprise succeed 甲公司 --by 乙公司 --as absorption --since 2026-04-14
help-enterprise-bind-key = Propose to bind a key to an enterprise: its first one acts at once, any other after a cooling-off period
    .more =
        Example: jiandu enterprise bind-key 示例公司 5Grw… --application letter.pdf
        The chain holds a salted digest of the stamped letter only. The salt is shown before anything is sent: keep it
        with the letter, for without it nobody can show on which letter the key was bound.
help-enterprise-object-key = Object to a key of an enterprise in its cooling-off period, with another key of the enterprise that acts
help-enterprise-end-key = End the enterprise's key that signs; what it signed stays valid
help-enterprise-show = Show an enterprise as it is, with every name, code, status, successor and key that it has had
help-enterprise-resolve = Find the enterprises that are or were called by a name, a code or a DID
    .more = Example: jiandu enterprise resolve HN000001F
help-archive = Sections of enterprise archives: submitted by one person, published by another
help-archive-put = Submit a snapshot of a section, the first or the next; until it is published, the chain has a salted commitment that hides it
    .more =
        Example: jiandu archive put 示例公司 --section finance --part 2025 --out finance-2025.json audit.pdf
        The submission that is written has the salt and digests, and nothing of the files themselves. Hand it with the
        files to another person, a reviewer: jiandu archive confirm finance-2025.json audit.pdf
        After an interruption the same command goes on, and nothing is submitted twice. Sections about persons cannot
        be anchored by plain digests, and are refused before anything is sent.
help-archive-overwrite = Submit the rewriting of a version of a section that was entered by mistake, and of all later ones
    .more =
        Example: jiandu archive overwrite 示例公司 --section finance --part 2025 --set 1=audit.pdf --keep 2 --reason wrong-document --out rewriting.json
        Versions keep their numbers, what they said before stays readable. Every version from the first one set up to the
        newest is set or kept. Another person publishes it: jiandu archive confirm rewriting.json audit.pdf
help-archive-withdraw = Propose to withdraw a section; confirmed with jiandu enterprise confirm
    .more = What was published stays readable. Submitted again, the section begins anew with a record of its own.
help-archive-confirm = Compare the files with a submission and publish the section, as another person than the one who submitted it
help-archive-show = List the sections of an enterprise's archive
help-archive-history = Show all snapshots of a section
help-archive-misfile = Propose to mark a record as misfiled, and name the right one; confirmed with jiandu enterprise confirm
arg-enterprise = Enterprise: a USCC, code, DID or registered name that it has or had; quote a name that has spaces
arg-since = Day from which it holds, such as 2026-04-14 or 2026/4/14; today where it is left out
arg-enterprise-register-uscc = Unified social credit code of the enterprise (18 characters)
arg-enterprise-register-name = Registered name of the enterprise, as on its business licence
arg-enterprise-register-code = Code that the exchange allotted to it, such as HN000001F
arg-enterprise-register-since = Day from which name and code hold, such as 2026-04-14, for rows of a list that name none; today where it is left out
arg-enterprise-register-file = List of enterprises (CSV in UTF-8)
arg-dry-run = Check the list only: no node is asked, nothing is sent
arg-enterprise-proposals-proposals = Numbers of proposals to show in full; all are listed in short where they are left out
arg-enterprise-confirm-proposals = Numbers of the proposals to confirm
arg-enterprise-confirm-all = Confirm all proposals that others of the organisation made, but for sections of archives
arg-enterprise-decline-proposal = Number of the proposal
arg-new-name = New registered name, as on the business licence
arg-tier = New tier: F incubation, G standard, P cultivation, T custody
arg-enterprise-code-code = New code, such as HN000002F
arg-status = New status: active, deregistered (struck off), transferred-out, or closed (for good)
arg-by = Those that follow it, one or several, each written as the enterprise is
arg-succession = How: absorption (taken over), merger (a new enterprise), or division
arg-application = File of the stamped application
arg-replaces = Account of the lost key that it replaces
arg-enterprise-object-key-account = Account of the key that is objected to (SS58, or 0x and the public key)
arg-text = Name, USCC, code or DID; a code without its last letter is looked up in all tiers
arg-section = Section of the archive: basic, personnel, qualification, equity, financing, finance, credit, intellectual-property, government (taxes, social security, utilities), cash-flow
arg-part = Part of the section, such as the year 2025: at most 32 characters of A-Z a-z 0-9 . _ -
arg-source = Where the content comes from: financial, public, market, enterprise or personal data; as is usual for the section where it is left out
arg-archive-put-out = Submission to write, for the reviewer
arg-archive-overwrite-out = Submission to write, for the reviewer
arg-submission = Submission that the maker handed over
arg-archive-misfile-to = Right record, written likewise
progress-checking-list = looking up which are registered
progress-proposing = proposing
label-code = Code
label-codes = Code
label-did = DID
label-enterprise = Enterprise
label-entered = Entered
label-files = Files
label-checker = Checker
label-hands = Maker / checker
label-held-since = Since
label-keys = Keys
label-names = Registered name
label-outcome = Outcome
label-part = Part
label-predecessors = Follows
label-problem = Problem
label-proposal = Proposal
label-proposed = Proposed
label-proposer = Proposed by
label-published = Published
label-registrar = Registrar
label-replaces = Replaces
label-row = Row
label-rows = Enterprises
label-salt = Salt
label-section = Section
label-section-source = Source
label-series = Series
label-statuses = Status
label-submission = Submission
label-successors = Followed by
enterprise-named = { $name } ({ $uscc })
enterprise-code-tier = { $code }, { $tier }
enterprise-record-of = { $record } (subject { $subject }, external id { $id })
enterprise-act-register = register { $enterprise } with the code { $code }, from { $since }
enterprise-act-register-several = register { $count } enterprises, the first of them { $first }
enterprise-act-rename = rename { $enterprise } to { $name }, from { $since }
enterprise-act-change-code = give { $enterprise } the code { $code }, from { $since }
enterprise-act-change-status = give { $enterprise } the status “{ $status }”, from { $since }
enterprise-act-succeed = let { $enterprise } be followed by { $successors } ({ $succession }), from { $since }
enterprise-act-bind-key = bind the key { $account } ({ $custody }) to { $enterprise }; salted digest of the application { $application }
enterprise-act-bind-key-replacing = bind the key { $account } ({ $custody }) to { $enterprise } in place of the lost key { $replaces }; salted digest of the application { $application }
enterprise-act-misfile = mark the record { $record } as misfiled; the right one is { $to }
enterprise-act-publish-section = publish a section of the archive of { $enterprise }; its maker's submission has the content
enterprise-act-withdraw-section = withdraw the section of the record { $record }, of which version { $base } is the newest; reason: { $reason }
enterprise-proposed = Proposal { $proposal } is made and waits for its second person.
enterprise-proposed-before = Proposal { $proposal } was made before and waits still; nothing was written twice.
enterprise-how-to-confirm = Another person, a reviewer, confirms with: jiandu enterprise confirm { $proposals }
enterprise-how-to-look = Show one in full: jiandu enterprise proposals N
enterprise-how-to-decide = Confirm: jiandu enterprise confirm N; decline: jiandu enterprise decline N --reason REASON; a section: jiandu archive confirm SUBMISSION FILE
enterprise-no-proposals = No proposal waits.
enterprise-nothing-to-confirm = There is nothing that you may confirm: no proposal waits that another person of your organisation made, but for sections of archives.
enterprise-note-salt = Salt of the application: { $salt }. Keep it with the letter.
enterprise-keep-salt = Keep the salt with the letter: without it nobody can show on which letter the key was bound.
enterprise-outcome-confirmed = ✓ confirmed
enterprise-outcome-refused = ✗ not done
enterprise-outcome-untried = ○ not tried
enterprise-refused = Proposal { $proposal }: { $message } { $help }
enterprise-succeeded-absorption = taken over by { $successor } at { $since }
enterprise-succeeded-merger = merged into { $successor } at { $since }
enterprise-succeeded-division = divided at { $since }; followed by { $successor }
enterprise-key-acts = acts since { $from }
enterprise-key-cooling-off = cools off until { $from }, and acts from then on
enterprise-key-being-replaced = acts since { $from }, and is replaced at { $until }
enterprise-key-replaced = acted from { $from }; replaced at { $until }
enterprise-key-objected = never acted, because another key objected
enterprise-key-ended = acted from { $from }; ended by its holder
enterprise-found = { $enterprise }: { $what } “{ $value }”; code { $code }, { $status }.
enterprise-found-current = { $enterprise }: { $what } “{ $value }” since { $since }, current; code { $code }, { $status }.
enterprise-found-former = { $enterprise }: { $what } “{ $value }” from { $since } until { $until }, now “{ $now }”; code { $code }, { $status }.
list-checked = All { $rows } rows of the list “{ $file }” are sound; nothing was sent.
list-faults = The list “{ $file }” has { $rows } rows and { $faults } faults; nothing was sent. Correct it and run the same command again.
list-fault = { $message } { $help }
list-registered = Left out because they are registered: { $count } (rows { $rows }).
list-rows = { $count } (rows { $first } to { $last })
list-nothing-left = All enterprises on the list are registered; there is nothing to propose.
list-remaining = Not proposed yet: { $count }. Once the trouble below is over, the same command goes on.
archive-section-part = { $section } ({ $part })
archive-series = { $number } (the section began anew)
archive-series-title = Series { $number } · { $state }
archive-first = none (first snapshot)
archive-hand-over = The submission has the salt: until it is published, hand it to the reviewer only.
archive-how-to-confirm = Another person, a reviewer, compares and publishes with: jiandu archive confirm { $submission } { $files }
archive-note-draft = Going on with the submission that was cut short, with the same salt.
archive-note-shown = The chain refused the transaction in a block, where the digests of the submission can be read by all members from now on.
archive-published = The section is published and final.
archive-published-before = This was published before; nothing was sent.
archive-empty = No section of this archive is published yet.
archive-state-restricted = { $state }; { $restriction }
done-enterprise-decline = The proposal is declined; nothing was done.
done-enterprise-object-key = The objection stands: the key never acts, and a key that it was to replace acts on.
done-enterprise-end-key = The key has ended; what it signed stays valid.
error-code-region = The code “{ $code }” does not begin with the letters of a market.
    .help = Codes begin with letters such as HN in HN000001F; compare it with what the exchange allotted.
error-code-digits = The code “{ $code }” should have { $expected } digits, it has { $found }.
    .help = Compare it with what the exchange allotted; zeros at the front are part of it.
error-code-character = Character { $position } of the code “{ $code }” is wrong: it is no plain (half-width) letter or digit, or a digit belongs there.
    .help = Use half-width characters, and look for an O in place of 0.
error-code-tier = Character { $position } of the code “{ $code }” is not the letter of a tier.
    .help = Tiers are F (incubation), G (standard), P (cultivation) and T (custody).
error-code-trailing = The code “{ $code }” is complete before character { $position }.
    .help = Leave out what is too much; the code of a product is not that of its enterprise.
error-not-a-code = “{ $code }” holds no usable code of an enterprise.
    .help = Write a code such as HN000001F, or did:rem:hunan:HN000001F.
error-did-method = “{ $did }” is not a DID of the regional equity markets.
    .help = Write did:rem:CHAIN:CODE, such as did:rem:hunan:HN000001F.
error-did-character = Character { $position } of “{ $did }” cannot be in a DID.
    .help = Use half-width letters, digits, points and colons only: copy it again.
error-did-chain = The name of a market's chain should stand at character { $position } of “{ $did }”.
    .help = It is the hunan in did:rem:hunan:HN000001F.
error-did-no-subject = “{ $did }” names nobody.
    .help = After the chain write a code or a USCC, such as did:rem:hunan:HN000001F.
error-did-investor = This is the DID of an investor. Those are personal data and not kept here.
    .help = Use the code, the name or the USCC of an enterprise.
error-did-other-region = “{ $did }” names the chain { $chain }, but its code belongs to { $region }.
    .help = Check both: they must be of the same market.
error-enterprise-name-length = The name of an enterprise has 1 to { $most } bytes, this one has { $found }.
    .help = Give the name on the business licence; a Chinese character has 3 bytes.
error-enterprise-name = “{ $name }” cannot be the name of an enterprise: it has an invisible character, or 11 digits or more in a row (perhaps a person's number).
    .help = Type it again from the business licence; a name stays on the chain for ever.
error-part-length = The part of a section has 1 to { $most } characters, this one has { $found }.
    .help = Choose another, such as 2025.
error-part-character = Character { $position } of the part “{ $part }” is not allowed.
    .help = A part stays on the chain for ever and uses A-Z a-z 0-9 . _ - only, such as 2025.
error-list-not-utf8 = The list “{ $file }” is not text in UTF-8; perhaps it is CSV in GB18030 (ANSI), or an Excel workbook.
    .help = Save it in Excel or WPS as “CSV UTF-8 (comma delimited)” and try again; nothing was sent.
error-list-columns = The first line of the list “{ $file }” lacks the columns { $missing }.
    .help = Write the headings uscc, name and code there, with commas between them; nothing was sent.
error-list-column-twice = Two columns of the list “{ $file }” are “{ $column }”.
    .help = Keep one of them; nothing was sent.
error-list-empty = The list “{ $file }” has no enterprise.
    .help = Write headings in the first line and an enterprise in each line after it; nothing was sent.
error-row-columns = The row has { $found } cells, and there are { $expected } headings.
    .help = Look for a comma in the name: a name with one needs quotation marks around it.
error-missing-cell = “{ $column }” is empty.
    .help = Add it, or take the row out.
error-repeated-uscc = The USCC { $uscc } is in row { $row } already.
    .help = Each enterprise has one row: compare both, and take one out.
error-repeated-code = The code { $code } of { $name } has the number of row { $row }.
    .help = A number belongs to one enterprise, whatever the letter: compare with what the exchange allotted.
error-other-market = The code { $code } of { $name } is of another market; the other rows have { $usual }.
    .help = This chain registers the codes of its own market only: check the letters.
error-individual-business = The USCC { $uscc } is that of an individual business (个体工商户), which is not registered: its name is a person's.
    .help = Take the row out; if it is an enterprise, compare the code with the business licence.
error-dated-ahead = The day “{ $value }” lies ahead.
    .help = Enter what has happened, written as 2026-04-14.
error-code-taken = The number of the code { $code } belongs to another enterprise, { $name } ({ $uscc }).
    .help = A number never changes hands: compare with what the exchange allotted.
error-registration-waits = Enterprises on the list wait in the proposals { $proposals }, which say something else than this list. Nothing was sent.
    .help = Have those decided, or take them back with jiandu enterprise decline { $first } --reason retracted, then run this again.
error-unknown-enterprise = The node knows no enterprise that is or was called “{ $enterprise }”. This is the node's word; absence is not proved.
    .help = Check how it is written: a name must be just as it is registered. A new enterprise is registered with jiandu enterprise register.
error-code-never-held = No enterprise ever had “{ $code }”: the number belongs to { $enterprise }, whose code is { $current } now.
    .help = Check the letter of the tier; leave it out to look in all tiers.
error-several-enterprises = Several enterprises are or were called “{ $value }”: { $found }.
    .help = Use the USCC of one of them.
error-unknown-proposal = The node knows no open proposal { $proposal }: the number is wrong, or it is decided.
    .help = See jiandu enterprise proposals for those that wait.
error-section-proposal = The proposal { $proposal } is of a section and is confirmed with its content.
    .help = Get submission and files from its maker, then compare and publish with jiandu archive confirm SUBMISSION FILE.
error-application-not-final = The proposal of the key was sent, and is not known to be final. The salt of the application is { $salt }.
    .help = Keep the salt with the letter, and look with jiandu enterprise proposals; if it is not there, propose it again.
error-personal-section = The section personnel, and whatever comes from personal data, is about persons and cannot be anchored by plain digests. Nothing was sent.
    .help = Keep it off the chain until documents can be sealed.
error-section-closed = Nothing may follow in the section “{ $section }”: its record { $record } was withdrawn or misfiled, or is no section.
    .help = Look with jiandu record show { $record }. With jiandu archive put the section begins anew. Nothing was sent.
error-section-unchanged = The newest snapshot of the section “{ $section }” is just these files; there is nothing to submit.
    .help = Look with jiandu record show { $record }; if other files were meant, check their names. Nothing was sent.
error-unknown-section = The node knows no section “{ $section }” of { $enterprise }. This is the node's word; absence is not proved.
    .help = See jiandu archive show for the sections that there are; a part must be named with --part.
error-other-draft = “{ $file }” is the draft of another submission, or no draft, and is not overwritten.
    .help = If that submission is still wanted, run its command again; else move the file away, or choose another --out. Nothing was sent.
error-output-not-a-file = “-” is no place for a submission: it is a file to be handed over.
    .help = Give it a name, such as --out submission.json. Nothing was sent.
error-submission-not-final = The proposal was sent, and is not known to be final; its draft is in “{ $file }”.
    .help = Run the same command again later: it goes on with this draft, and nothing is submitted twice. Leave the draft where it is: it has the salt.
error-submission-unsaved = The proposal { $proposal } is made, but the submission cannot be written to “{ $file }”: { $reason }
    .help = All of it is shown above: save that as a file, and hand it with the documents to the reviewer.
error-no-submission = “{ $file }” is not a submission.
    .help = Ask its maker for what jiandu archive put wrote; the files come after it.
error-other-document = Mismatch: file { $number }, “{ $file }”, is not the one that was submitted.
    .help = Make sure that files and submission belong together, in the same order, and that no file was saved again, converted or changed. Nothing was published.
error-other-document-count = Mismatch: { $found } files are given, { $expected } were submitted.
    .help = Give all of them, in the order in which they were submitted. Nothing was published.
error-submission-altered = The submission is not what the maker of the proposal { $proposal } committed to: enterprise, content or salt was changed, or it is of another proposal.
    .help = Get it from its maker once more. Nothing was published, and nobody else has seen its digests.
error-submission-declined = The proposal { $proposal } was declined by { $by }: { $reason }. Nothing was published.
    .help = If it is still wanted, ask its maker to submit it anew.
error-submission-stale = The snapshot that the proposal { $proposal } is based on is no longer the newest: the section has changed since.
    .help = Decline it with jiandu enterprise decline { $proposal } --reason incorrect, and have it submitted again.
