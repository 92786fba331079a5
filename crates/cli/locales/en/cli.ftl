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
arg-level = Level of the data: files of level 1, public, are anchored by their plain digests; all others are encrypted, and the chain has a salted commitment and the digest of the ciphertext
arg-record-overwrite-level = Level of the data: above level 1 files are encrypted. The highest of the versions that are set, where it is left out
arg-archive-put-level = How harmful the disclosure of the files would be; above L1 they are sealed. That of the section, of a new one L1, where it is left out
arg-archive-overwrite-level = How harmful the disclosure of the files would be; above L1 they are sealed. The highest of the versions that are set, where it is left out
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
arg-archive-confirm-vault = Vault in which the originals should be; a folder of this user where it is left out
arg-skip-originals = Do not look whether originals and bodies are in a vault, and publish all the same
arg-archive-confirm-body = What the maker added to the body
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
progress-checking-originals = reading the originals
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
originals-unchecked = stored, as their maker says; not looked for
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
help-enterprise-register = Propose to register an enterprise
    .more =
        Example: jiandu enterprise register 91430100MADEW01019 --name 示例公司 --code HN000001F --since 2026-04-14
        Many of them are imported from a table: jiandu import --template enterprises list.xlsx
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
    .more = The originals are read from the vault, and the body is compared, before anything is shown to the chain. Sealed files are compared by the openings in the submission.
help-archive-show = List the sections of an enterprise's archive
help-archive-history = Show all snapshots of a section
help-archive-misfile = Propose to mark a record as misfiled, and name the right one; confirmed with jiandu enterprise confirm
arg-enterprise = Enterprise: a USCC, code, DID or registered name that it has or had; quote a name that has spaces
arg-since = Day from which it holds, such as 2026-04-14 or 2026/4/14; today where it is left out
arg-enterprise-register-uscc = Unified social credit code of the enterprise (18 characters)
arg-enterprise-register-name = Registered name of the enterprise, as on its business licence
arg-enterprise-register-code = Code that the exchange allotted to it, such as HN000001F
arg-enterprise-register-since = Day from which name and code hold, such as 2026-04-14; today where it is left out
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
label-reason-text = Text (salted digest)
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
enterprise-act-register-mandate = enter the mandate of { $enterprise } to { $agent } for { $kinds }, from { $since } to { $until }; salted digest of the letter { $letter }
enterprise-act-end-mandate-of = end mandate { $mandate } of { $enterprise } to { $agent }
enterprise-no-member = { $uscc } (no member: it can file nothing)
enterprise-act-end-mandate = end mandate { $mandate }
mandate-every-kind = every kind
enterprise-proposed = Proposal { $proposal } is made and waits for its second person.
enterprise-proposed-before = Proposal { $proposal } was made before and waits still; nothing was written twice.
enterprise-how-to-confirm = Another person, a reviewer, confirms with: jiandu enterprise confirm { $proposals }
enterprise-how-to-look = Show one in full: jiandu enterprise proposals N
enterprise-how-to-decide = Confirm: jiandu enterprise confirm N; decline: jiandu enterprise decline N --reason REASON; a section: jiandu archive confirm SUBMISSION FILE
enterprise-no-proposals = No proposal waits.
enterprise-nothing-to-confirm = There is nothing that you may confirm: no proposal waits that another person of your organisation made, but for sections of archives.
note-salt = Salt of the document: { $salt }. Keep it with the document.
keep-salt = Keep the salt with the document: without it nobody can show on what this rests.
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
list-fault = { $message } { $help }
archive-section-part = { $section } ({ $part })
archive-series = { $number } (the section began anew)
archive-series-title = Series { $number } · { $state }
archive-first = none (first snapshot)
archive-hand-over = The submission has the salt: until it is published, hand it to the reviewer only.
archive-hand-over-sealed = The submission has the salt and opens the sealed files: hand it to the reviewer only, and keep it as carefully as the files.
archive-how-to-confirm = Another person, a reviewer, compares and publishes with: jiandu archive confirm { $submission } { $files }
archive-note-draft = Going on with the submission that was cut short, with the same salt.
archive-note-shown = The chain refused the transaction in a block, where the digests of the submission can be read by all members from now on.
archive-published = The section is published and final.
archive-openings-with-maker = The documents are encrypted; to let somebody verify them, whoever submitted them hands over openings (jiandu vault opening).
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
error-list-columns = The table “{ $file }” lacks the columns { $missing }.
    .help = Add them as in the template, which --template or calendar template writes; nothing was sent.
error-list-column-twice = Two columns of the table “{ $file }” are “{ $column }”.
    .help = Keep one of them; nothing was sent.
error-list-empty = The table “{ $file }” has no rows.
    .help = Write headings, and a row below them for each; nothing was sent.
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
error-other-body = The body of version { $version } is not what its documents and statements give.
    .help = If the maker added something to the body, ask for that file and name it with --body; else ask the maker to submit anew. Nothing was sent.
error-other-body-of-withdrawal = The body of version { $version }, which withdraws the record, is not what the withdrawal gives.
    .help = Decline the proposal, and ask its maker to propose the withdrawal anew. Nothing was sent.
error-draft-originals = What the draft “{ $file }” names is not in the vault { $place }, or damaged there.
    .help = Name the vault that it was stored in with --vault. If it is lost, remove the draft and give the command again. Nothing was sent.
error-original-missing = { $locator }, which the submission names, is not in the vault { $place }, or damaged there.
    .help = Name the right vault with --vault. If it is lost, a public file is stored again with jiandu vault put; what is sealed has to be restored from a backup, or submitted anew. Nothing was sent.
error-other-draft = “{ $file }” is the draft of another submission, or no draft, and is not overwritten.
    .help = If that submission is still wanted, run its command again; else move the file away, or choose another --out. Nothing was sent.
error-output-not-a-file = “-” is no place for a submission: it is a file to be handed over.
    .help = Give it a name, such as --out submission.json. Nothing was sent.
error-submission-not-final = The proposal was sent, and is not known to be final; its draft is in “{ $file }”.
    .help = Run the same command again later: it goes on with this draft, and nothing is submitted twice. Leave the draft where it is: it has the salt.
error-submission-unsaved = The proposal { $proposal } is made, but the submission cannot be written to “{ $file }”: { $reason }
    .help = Nothing is lost: make room for it, or mend the folder, and give the same command again.
error-no-submission = “{ $file }” is not a submission.
    .help = Ask its maker for what jiandu archive put wrote; the files come after it.
error-other-document = Mismatch: file { $number }, “{ $file }”, is not the one that was submitted.
    .help = Make sure that files and submission belong together, in the same order, and that no file was saved again, converted, renamed to another ending or changed. Nothing was published.
error-other-document-count = Mismatch: { $found } files are given, { $expected } were submitted.
    .help = Give all of them, in the order in which they were submitted. Nothing was published.
error-submission-altered = The submission is not what the maker of the proposal { $proposal } committed to: enterprise, content or salt was changed, or it is of another proposal.
    .help = Get it from its maker once more. Nothing was published, and nobody else has seen its digests.
error-submission-declined = The proposal { $proposal } was declined by { $by }: { $reason }. Nothing was published.
    .help = If it is still wanted, ask its maker to submit it anew.
error-submission-stale = The snapshot that the proposal { $proposal } is based on is no longer the newest: the section has changed since.
    .help = Decline it with jiandu enterprise decline { $proposal } --reason incorrect, and have it submitted again.

## Bodies, and documents that are not public
error-bad-recipient = “{ $value }” is no public key of age.
    .help = Such keys begin with age1; jiandu vault recipient prints the one of its caller.
error-temporary-files = Temporary files can't be written: { $reason }.
    .help = Make room, or name another folder in TMPDIR, and try again; nothing was sent.
error-body-faults = The body has { $count } faults: { $faults }
    .help = Correct all of them and try again; nothing was sent.
error-body-too-long = { $file } is too long: it may have at most { $most } bytes.
    .help = Shorten it, or anchor the content as a document.
error-body-not-public = A record that is not public takes no content in its body (--body): the digest of the body is public.
    .help = Put the content into a document, which is encrypted.
error-no-body = { $version } of record { $record } has no body in a vault.
    .help = Look at the versions with jiandu record history; those whose originals were not stored have none.
error-sealed-not-stored = Documents that are not public have to be stored: --no-store is not possible.
    .help = Leave --no-store out, or use --level L1 if the documents are public.
error-sealed-without-id = A record that is not public needs a name of your own: the name or the digest of a file would show what it is.
    .help = Give one with --id that says nothing about the content.
error-one-file-only = --opening and --record are for one file.
    .help = Verify one file at a time.
error-not-an-opening = { $file } is no opening, or was cut or changed.
    .help = Ask for it again; openings are written by jiandu vault opening.
error-opening-of-another = { $opening } is not the opening of { $file }: the file is not what was committed to.
    .help = Check that both belong together; one byte makes a difference.
error-other-than-sealed = { $file } is not the document that { $opening } opens: { $differs }.
    .help = Check that both belong together; one byte makes a difference.
error-opening-of-other = The opening does not open { $locator }, or what is in it is not what was committed to.
    .help = Check the opening; if both belong together, check the vault with jiandu vault fsck.
error-opening-for-others = This opening was encrypted for other keys than yours.
    .help = Use the key that anchored the document, or one of its recipients.
error-opening-damaged = The opening in the vault is damaged.
    .help = Restore it from a backup, or ask a recipient for one that was written out.
error-no-opening = The vault has no opening of { $locator }.
    .help = Check the locator: it should be that of the ciphertext of a document that is not public.
progress-sealing = Encrypting and storing
progress-reading-chain = Reading all snapshots of the chain
progress-repairing = Repairing
originals-sealed = The documents are encrypted; to let somebody verify them, hand over an opening from jiandu vault opening.
body-written = The body was written; it is the one on the chain.
body-written-with-seals = The body was written with the seals of the chain; with them its bytes are not those on the chain.
body-sound = The body keeps all rules.
body-faulty = The body breaks rules:
label-body-digest = Digest of the body
label-commitment = Commitment
label-difference = Beside the original
comparison-title = File { $file } beside the documents of record { $record }:
comparison-same = (same)
comparison-other = (other)
not-compared-no-vault = not compared: no vault is named
not-compared-missing = not compared: the original is not in the vault
not-compared-damaged = not compared: the original in the vault is damaged
not-compared-sealed = not compared: it is sealed; use its --opening
not-compared-too-long = not compared: it is longer than 256 MiB
not-compared-unreadable = not compared: the original is out of reach now
difference-same-length = as long as that document, with other bytes
difference-other-length = { $length } bytes long instead of { $original }
difference-none = the same
difference-cut = the beginning of the original, the last { $number } bytes are missing
difference-longer = the original with { $number } bytes behind it
difference-saved-again = the same PDF, saved again (the permanent identifier is the same)
difference-exported-again = a PDF exported again, the pages are the same
difference-other = other content from byte { $number } on
opening-written = The opening was written: whoever has it can decrypt the document and prove what it is. Hand it only to those who may see the document.
how-to-open = To get the document: jiandu vault get --opening { $opening } --out FILE; to verify it: jiandu verify FILE --opening { $opening }
how-to-verify-opened = Decrypted, and what the opening has a commitment to; whether that is on the chain, jiandu verify FILE --opening tells.
condition-orphan = not on the chain
condition-orphan-opening = opening without ciphertext
condition-no-opening = opening missing
vault-chain = As of block { $block } the chain has { $snapshots } snapshots, { $unstored } of which were not stored; by what its operator anchored, the vault should have { $expected } objects.
repair-removed = removed
repair-would-remove = would be removed
repair-waits = left alone (too young)
repair-mended = made again
repair-would-mend = would be made again
repair-lost = missing: store the original again
repair-nothing = The vault is in step with the chain.
help-record-body = Writes the body of a snapshot, byte for byte as it was stored
help-record-check-body = Checks a body and lists every fault at once
help-vault-opening = Writes the opening of a sealed document, to be handed over
help-vault-recipient = Prints one's own public key of age, which others name with --recipient so that one can read openings
help-vault-repair = Brings a vault into step with the chain: removes what the chain does not know, makes lost bodies again
    .more =
        Removes only what no snapshot knows and what was stored long enough ago. What waits for its second person is known by a commitment alone,
        so its originals count among those: leave them alone for longer than that takes. Nothing is removed by the word of a node that lags,
        or where the chain knows nothing in the vault. Don't use --older-than 0 while something is being stored.
arg-recipients = Public keys of age that may read the openings, beside the key that signs
arg-body = Content to add to the body: a JSON object (public records only)
arg-record-withdraw-vault = The vault that keeps the body; the user's own folder where it is left out
arg-archive-withdraw-vault = The vault that keeps the body; the user's own folder where it is left out
arg-record-body-at = Which snapshot, such as 1.0; the newest where it is left out
arg-record-body-with-seals = Put the SM2 seals of the chain into it
arg-record-body-out = The file to write
arg-record-check-body-file = The body to check
arg-vault-get-opening = The opening of a sealed document, which is decrypted
arg-vault-opening-locator = The locator of the ciphertext
arg-vault-opening-out = The opening to write; its owner alone can read it
arg-vault-fsck-chain = Compare with the chain, both ways
arg-vault-repair-older-than = For how many days something that the chain does not know is left alone
arg-vault-repair-dry-run = Only say what would be done
arg-verify-opening = The opening of the file, where it was anchored sealed
arg-verify-record = Compare with the documents of this record and say where the file differs
arg-verify-vault = The vault that has the originals; the user's own folder where it is left out
label-slot = Slot
label-media = Type
document-sealed = Document { $number }: { $media }, encrypted, { $length } bytes of ciphertext
error-opening-needed = The evidence is about a commitment: file { $file } alone can't be checked against it.
    .help = Add the opening of the file with --opening.
error-too-many-recipients = Too many recipients: the opening does not fit into its place.
    .help = Name fewer with --recipient; an opening can be handed on at any time with jiandu vault opening.
error-vault-of-other-chain = The chain knows nothing that lies in the vault: this may be another chain, or another vault. Nothing was changed.
    .help = Check --node and --vault; two chains must not share a vault.
error-sealed-lost = This call was made before, but its ciphertext { $locator } is lost or damaged in the vault.
    .help = Restore it from a backup; without one, anchor the document again as a new version (record update).
arg-evidence-export-opening = The opening of the file, where it was anchored sealed
arg-evidence-verify-opening = The opening of the file, where the evidence is about a commitment
error-body-not-a-file = { $file } is no file.
    .help = Name a JSON file.
note-nothing-sealed = Public documents are not encrypted: --recipient has no effect.
note-not-stored-then = When this call was made before, nothing was stored, and the chain says so for good; to have originals stored, anchor a new version.
note-recipients-then = This call was made before, and --recipient adds nobody; hand over an opening from jiandu vault opening.

## Disclosures and mandates
help-disclosure = Disclosures: submitted by one person, reviewed and published by another
help-disclosure-submit = Submit the first version of a disclosure; until it is published, the chain has a salted commitment that hides it
    .more =
        Example: jiandu disclosure submit 示例公司 --kind annual-report --number 2025 --occasion 2025 --out ar-2025.json report.pdf
        Hand the submission and the files to another person, a reviewer: jiandu disclosure publish ar-2025.json report.pdf
        The chain is asked to rehearse it first: what would be refused is said at once, and nothing of it goes into a block.
help-disclosure-correct = Submit the correction or completion of a disclosure (its next version), with a reason
help-disclosure-overwrite = Submit the rewriting of a version of a disclosure that was registered by mistake, and of all later ones
    .more =
        Example: jiandu disclosure overwrite 示例公司 --kind offering-circular --number 2025 --set 1=circular.pdf --keep 2,3 --reason wrong-code --out rewriting.json
arg-disclosure-overwrite-kind = What is disclosed
arg-disclosure-overwrite-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-disclosure-overwrite-out = Submission to write, for the reviewer
arg-disclosure-overwrite-level = How harmful the disclosure of the files would be; above L1 they are sealed. The highest of the versions that are set, where it is left out
help-disclosure-withdraw = Submit the withdrawal of a disclosure; it counts once another person publishes it, and its history stays
help-disclosure-review = Compare a submission with its files, then accept, return or reject it; nothing is published
    .more =
        Any member that has the submission may publish what was accepted; with --not-before, from that time on only.
        What is returned is submitted again by its maker and keeps the time of its first filing; what is rejected has ended, and is never known.
help-disclosure-publish = Compare the files with a submission and publish it, as another person than the one who submitted it
help-disclosure-retract = Take back a submission of one's own: it has ended, and is never known
help-disclosure-take-over = Take over a colleague's submission; its times stay, and whoever takes it over reviews it no more
help-disclosure-list = List what waits at an exchange
help-disclosure-show = Show a submission: where it stands, whose it is, its times and what came of it
help-disclosure-freeze = Freeze a record, as the regulator: no new version and no withdrawal; nothing is hidden
help-disclosure-unfreeze = End the freeze of a record
help-mandate = Mandates: an enterprise lets an intermediary file disclosures for it
help-mandate-register = Propose to enter a mandate on a stamped letter; confirmed with jiandu enterprise confirm
    .more = Example: jiandu mandate register 示例公司 --agent 91430100MADEW0003R --kinds annual-report,semiannual-report --until 2027-04-30 --letter letter.pdf
help-mandate-sign = Sign a mandate with a key of the enterprise
help-mandate-end = End a mandate, from either side; what was filed before stays valid
help-mandate-list = List the mandates of an enterprise
arg-disclosure-submit-kind = What is disclosed
arg-disclosure-correct-kind = What is disclosed
arg-disclosure-withdraw-kind = What is disclosed
arg-number = Its number among the enterprise's disclosures of that kind, such as the year 2025: at most 48 characters of A-Z a-z 0-9 . _ -
arg-disclosure-submit-files = Files to disclose
arg-disclosure-correct-files = Files of the new version, all of them
arg-disclosure-review-files = Files of the submission, in its order
arg-disclosure-publish-files = Files of the submission, in its order; they may be left out where it was accepted
arg-occasion = What it is due for: 2025 for that year, 2026-04-14 for what happened that day (2026-04-14#2 for the second), DCFGFR2401@2026-06-30 for that day of a security's schedule
arg-backfilled = A historical filing, entered later; it is labelled, and left out of rates
arg-disclosure-submit-level = How harmful the disclosure of the files would be; above L1 they are sealed. L1 where it is left out
arg-disclosure-correct-level = How harmful the disclosure of the files would be; above L1 they are sealed. That of the version before where it is left out
arg-disclosure-correct-reason = Why it is corrected
arg-disclosure-withdraw-reason = Why it is withdrawn
arg-disclosure-freeze-reason = Why it is frozen
arg-disclosure-submit-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-disclosure-correct-vault = Vault to keep the documents in; a folder of this user where it is left out
arg-disclosure-withdraw-vault = Vault that keeps the body; a folder of this user where it is left out
arg-disclosure-review-vault = Vault in which the originals should be; a folder of this user where it is left out
arg-disclosure-publish-vault = Vault in which the originals should be; a folder of this user where it is left out
arg-disclosure-review-body = What the maker added to the body
arg-disclosure-publish-body = What the maker added to the body
arg-mandate = Number of the mandate under which an intermediary files
arg-mandate-end-mandate = Number of the mandate
arg-resubmit = Number of the submission that was returned, or that this takes the place of
arg-disclosure-submit-out = Submission to write, for the reviewer
arg-disclosure-correct-out = Submission to write, for the reviewer
arg-disclosure-withdraw-out = Submission to write, for the reviewer
arg-disclosure-retract-submission = Number of the submission
arg-disclosure-take-over-submission = Number of the submission
arg-disclosure-show-submission = Number of the submission
arg-accept = Accept it: it may be published from then on
arg-not-before = Time before which nobody may publish it
arg-send-back = Return it to its maker, and why
arg-reject = Reject it for good, and why
arg-exchange = Unified social credit code of the exchange; the own organisation where it is left out
arg-agent = Unified social credit code of the intermediary
arg-kinds = Kinds that it may file, separated by commas; every kind where it is left out
arg-mandate-register-from = First day, such as 2026-04-14; today where it is left out
arg-mandate-sign-from = First day, such as 2026-04-14; today where it is left out
arg-mandate-register-until = Last day, such as 2027-04-30
arg-mandate-sign-until = Last day, such as 2027-04-30
arg-letter = File of the stamped letter; only its digest is computed, here
arg-by-letter = Propose it for an enterprise without a key, as the exchange; confirmed with jiandu enterprise confirm
label-agent = Agent
label-kinds = Kinds
label-mandate = Mandate
label-occasion = Due for
label-disclosure = Disclosure
label-submission-number = Submission no.
label-class = Class
label-stage = Stage
label-first-filed = First filed
label-filed = Filed
label-capacity = Filed as
label-exchange = Exchange
label-decided = Decided
label-not-before = Not before
label-ended = Ended
disclosure-named = { $kind } ({ $number })
disclosure-backfilled = historical filing, entered later
disclosure-withdraws = withdrawal: { $reason }
disclosure-submitted = Submission { $number } is made and waits for a reviewer of { $exchange }.
disclosure-submitted-before = This was submitted before (submission { $number }, exchange { $exchange }); nothing is there twice.
disclosure-how-to-publish = Another person, a reviewer, compares and publishes with: jiandu disclosure publish { $words }
disclosure-published = The disclosure is published and final.
disclosure-none-waits = Nothing waits.
occasion-period = the year { $year }
occasion-event = what happened on { $day }
occasion-event-number = what happened on { $day }, number { $number }
occasion-schedule = the schedule of { $security } on { $day }
done-disclosure-accept = The submission is accepted: members that have it may publish it.
done-disclosure-return = The submission is returned to its maker.
done-disclosure-reject = The submission is rejected.
done-disclosure-retract = The submission is taken back.
done-disclosure-take-over = The submission is in your hands.
done-disclosure-freeze = The record is frozen: no new version and no withdrawal.
done-disclosure-unfreeze = The freeze of the record has ended.
done-mandate-sign = The mandate is signed.
done-mandate-end = The mandate has ended; what was filed before stays valid.
mandate-window = { $from } to { $until }
mandate-none = There is no mandate.
mandate-ended = ended
mandate-over = over
mandate-ahead = not begun
mandate-in-force = in force
error-bad-occasion = “{ $value }” is not what a disclosure is due for.
    .help = Write 2025 for a year or a half of it, 2026-04-14 for what happened that day (2026-04-14#2 for the second), DCFGFR2401@2026-06-30 for a security's schedule.
error-bad-disclosure-number = “{ $value }” cannot be the number of a disclosure.
    .help = Use 1 to { $most } letters, digits, points, hyphens and underscores, such as 2025.

# Importing tables.
label-result = Result
label-next = What to do
label-number = Submission or proposal
label-evidence = Evidence (commitment on the chain)
label-handover = Submission for the reviewer
progress-hashing-files = reading files
progress-storing-rows = storing originals
progress-handing-in = handing in
row-checked = sound
row-done = handed in
row-before = handed in before
row-in-force = in force
row-returned = returned
row-closed = rejected or taken back
row-faulty = faulty
row-unsent = not handed in
import-count = { $ending }: { $count }
import-summary = “{ $file }” ({ $table }) has { $rows } rows: { $counts }.
import-nothing-sent = It was only checked; nothing was sent.
import-result = Result of each row: { $file }
import-next-enterprises = A reviewer confirms them: jiandu enterprise proposals
import-next-sections = Hand the submissions and the documents to a reviewer: jiandu archive confirm
import-next-disclosures = Hand the folder of submissions and the documents to a reviewer: jiandu disclosure publish-all { $folder }
import-next-schedules = Obligations follow from them: jiandu obligation list
template-written = The template is in { $file }. When it is filled in: jiandu import { $file } --dry-run
template-sheet = Data
template-notes = How to fill in
template-needed = required
template-optional = optional
table-enterprises = enterprises
table-sections = archive sections
table-disclosures = disclosures
table-schedules = product schedules
answer-yes = yes
answer-no = no
column-uscc = Unified social credit code of 18 characters; the column formatted as text
column-name = The registered name, as the registry has it
column-code = The enterprise's code, such as HN000001F
column-since = Since when name and code hold; today where it is empty
column-kind = What is disclosed, from the list
column-number = Its number among those of its kind, such as 2025: letters, digits and . _ -
column-files = Names of the files, several of them on lines of their own or with semicolons; from the table's folder
column-period = The year that a periodic report is about, such as 2025
column-security = The product code, or what follows its point, such as DCFGFR2401
column-day = The day of the event; with a security the day of its payment or other entry
column-backfilled = “yes” for a historical filing that is entered later
column-mandate = The number of the mandate under which an intermediary files
column-business-day = When the matter itself happened
column-section = The section, from the list
column-part = A part of it, such as the year 2025
column-source = Where the data come from; as usual for the section where it is empty
column-level = Level of the data, L1 where it is empty; above L1 files are encrypted
help-import = Import a table: enterprises, archive sections, disclosures, product schedules (CSV or XLSX)
    .more =
        Example: jiandu import reports.xlsx --dry-run
        The template: jiandu import --template disclosures reports.xlsx
        What table it is, its columns tell, in any order. Sound rows are handed in, the others explained; the result of each row is in a workbook.
        What was interrupted goes on with the same command: nothing is handed in twice, and nothing is lost.
arg-import-file = The table (CSV or XLSX); with --template the one to write
arg-import-dry-run = Check only: every faulty row is told, and nothing is sent
arg-import-template = Write an empty table of this kind
arg-import-files = Folder of the files that the table names; that of the table where it is left out
arg-import-out = Folder for submissions and result; beside the table with the ending .import where it is left out
arg-import-vault = Vault to keep the documents in; a folder of this user where it is left out
error-enterprise-differs = The row says “{ $value }”, but { $uscc } is registered as: { $registered }.
    .help = See which enterprise is meant: correct the code, or write name and code as the registry has them now.
error-uscc-near = The check character of the unified social credit code “{ $uscc }” does not match: at least one of the 18 characters is wrong. The registered enterprise with the most similar code: { $near }.
    .help = Compare all 18 with the business licence; neither just change the last, nor just take the similar one.
error-unknown-word = “{ $value }” cannot stand in the column “{ $column }”.
    .help = What can: { $known }.
error-backfilled-occasion = A historical filing meets no obligation, but the row has a period, a security or a day.
    .help = Empty those cells, or write “no” for backfilled.
error-mixed-occasion = Period, security and day together name no occasion.
    .help = For a periodic report write the period alone; for an event the day alone; for an entry of a schedule the security and the day.
error-bad-security = “{ $value }” is no security.
    .help = Write what follows the point in the product code, such as DCFGFR2401, or the whole product code.
error-row-repeated = It is the same as row { $row }.
    .help = Remove one of them; if it is another one, give it another number or part.
error-row-handed-in = Something else was handed in for it before under the number { $number }: “{ $file }”.
    .help = If it is to change: submit what was returned again with jiandu disclosure submit --resubmit { $number }, take anything else back; then move that file away and import again.
error-file-of-other-row = The file “{ $file }” is the same as one of row { $row }.
    .help = See that it is the right file; if both rows mean it, there is nothing to do.
error-occasion-cancelled = The occasion was declared and then cancelled.
    .help = If it is to count again, declare it by itself with jiandu obligation declare, and tell whoever cancelled it.
error-cell-failed = The formula in the cell failed: it shows “{ $raw }”.
    .help = Mend the formula, or write the value.
error-cell-not-calculated = The cell has a formula whose result is not in the file.
    .help = Open the file in Excel or WPS and save it, or write the value.
error-cell-control = The cell has a control character (U+{ $character }) that nobody sees: “{ $raw }”.
    .help = Type the cell anew.
error-cell-destroyed = The spreadsheet took a code for a number: “{ $raw }” is left, and digits are lost.
    .help = Format the column as text and type the cell anew from the original.
error-cell-not-day = “{ $raw }” is no day.
    .help = Write it as 2026-04-14, 2026/4/14 or 2026年4月14日.
error-cell-ambiguous-day = In “{ $raw }” day and month can't be told apart.
    .help = Write the year first: 2026-04-14.
error-cell-short-year = The year in “{ $raw }” has not four digits.
    .help = Write all of it: 2026-04-14.
error-cell-no-such-day = There is no such day as “{ $raw }”.
    .help = Check month and day.
error-cell-time-of-day = “{ $raw }” has a time of day, and a day is wanted.
    .help = Leave the time out.
error-list-no-headings = None of the first rows of “{ $file }” has headings that are known.
    .help = Write the headings first, such as uscc and name; --template or calendar template writes a template.
error-table-format = “{ $file }” is no table that can be read.
    .help = Open it in Excel or WPS and save it as .xlsx, or as CSV in UTF-8 or GB18030.
error-table-encrypted = The workbook “{ $file }” has a password.
    .help = Save a copy without one and import that.
error-table-damaged = The workbook “{ $file }” is damaged ({ $reason }).
    .help = Open it in Excel or WPS, which may mend it, save a copy and import that.
error-table-encoding = Line { $line } of “{ $file }” is neither UTF-8 nor GB18030.
    .help = Open the original in Excel or WPS, save it as .xlsx and import that.
error-table-quote = A quotation mark in { $cell } of “{ $file }” is never closed.
    .help = Close it or remove it; a quotation mark within a cell is written twice.
error-table-bounds = “{ $file }” is larger than a table may be (100,000 rows, 256 columns, 32,767 characters in a cell): see { $cell }.
    .help = Remove what does not belong there, or divide the table.
error-table-too-large = “{ $file }” is too large (64 MiB, 512 MiB unpacked).
    .help = Keep the table alone, without pictures and other sheets, or divide it.
template-line = { $column } ({ $needed }): { $explained }
item-ready = ready
item-published = published
item-before = published before
item-closed = returned, rejected or taken back
item-refused = not published
item-count = { $ending }: { $count }
items-summary = “{ $folder }” has { $items } submissions: { $counts }.
progress-reviewing = comparing
progress-publishing = publishing
help-disclosure-publish-all = Compare a folder of submissions one by one, and publish them in bulk, as a reviewer
arg-disclosure-publish-all-folder = Folder of the submissions
arg-disclosure-publish-all-files = Folder of the files, and all below it; the one around that of the submissions where it is left out
arg-disclosure-publish-all-vault = Vault in which the originals should be; a folder of this user where it is left out
arg-disclosure-publish-all-dry-run = Compare only, and publish nothing
error-no-submissions = “{ $folder }” has no submissions.
    .help = Submissions end in .json; jiandu import and jiandu disclosure submit write them.
error-document-missing = Document { $number } of the submission is not among the files.
    .help = Name their folder with --files; they have to be the same to the byte as when they were submitted.

## Obligations
help-obligation = Obligations to disclose: what is due and until when, what became of it, and the rules that it follows from
    .more =
        Obligations are never entered: they follow from the rules that the council sets, from the calendar, and from declared events.
        Days end at 24:00 in Beijing: what is filed in the last second of the due day is in time.
help-obligation-list = List what an enterprise owes, or what a clerk of an exchange has to see to
    .more =
        Example: jiandu obligation list
        Example: jiandu obligation list 示例公司 --from 2026-01-01 --to 2026-12-31
        Without an enterprise, what is due soon, extended and overdue at the exchange of the key is listed, from all enterprises whose
        archives it keeps; with one, all that it owes. Where no days are given, what is overdue, due soon or
        extended whenever it is due, and the rest within 30 days before and after today.
help-obligation-show = Show one obligation: both clocks, its rule, extensions and waiver
    .more = Example: jiandu obligation show 示例公司 --kind annual-report --occasion 2025
help-obligation-due = List what time alone changed: what became due soon, or overdue, in a window of time
    .more =
        Example: jiandu obligation due --since 2026-04-14T00:00:00+08:00 --output json
        For programs that ask again and again: give the until of one answer as --since of the next. The end is excluded, so nothing is
        missed and nothing comes twice. What was filed, extended, waived, or declared after its time is no event of time and is not in it:
        jiandu obligation list shows what is overdue.
help-obligation-rate = Show how much of what was due was in time, by both clocks, for an enterprise or an exchange
help-obligation-declare = Declare that something happened, or a security's schedule, that has to be disclosed
    .more =
        Example: jiandu obligation declare 示例公司 --kind interim-announcement --occasion 2026-04-14
        Example: jiandu obligation declare 示例公司 --kind interest-payment --occasion DCFGFR2401@2026-06-30,DCFGFR2401@2026-12-31
        What is declared before it is published is public. Periods need no declaration: they follow from the rules.
help-obligation-cancel = Cancel an occasion that another person declared, and for which nothing was published
help-obligation-extend = Extend an obligation until the end of a day, overdue or not
    .more = Example: jiandu obligation extend 示例公司 --kind annual-report --occasion 2025 --until 2026-06-30 --reason request
help-obligation-waive = Waive an obligation, overdue or not: nobody waits for it any more
help-obligation-occasions = List the events and schedules that were declared or disclosed for an enterprise, and who declared or cancelled them
help-obligation-rules = Show the tables of rules, and ask the council to set a further one
help-obligation-rules-show = Show every table of rules, or one
help-obligation-rules-set = Ask the council to set a further table of rules
    .more =
        Example: jiandu obligation rules set rules.json
        The file is checked first, and all faults are told at once. A table counts for what is triggered from its day on; what was triggered
        before keeps the rules that it had.
help-obligation-rules-template = Write a sample table of rules to a file, to be edited; its deadlines are samples and not verified
help-obligation-calendar = Show the working days and trading days of a year, and ask the council to set them
help-obligation-calendar-show = Show a year: how many working and trading days it has, and which days are other than Monday to Friday
help-obligation-calendar-set = Ask the council to set a year
    .more =
        Example: jiandu obligation calendar set 2027 2027.csv
        The file names the days that are other than Monday to Friday would have them, as CSV or XLSX with the columns day, working and trading
        and with yes or no in the last two. All faults are told at once, and all days are shown before anything is proposed.
help-obligation-calendar-template = Write a table with the holidays of fixed dates to a file, to be completed
arg-owed = What has to be disclosed
arg-occasions = Why it has to be disclosed, one or several with commas between them: 2026-04-14 for what happened that day (2026-04-14#2 for the second), DCFGFR2401@2026-06-30 for that day of a security's schedule
arg-states = States to list, one or several with commas between them
arg-after = Enterprise after which an answer goes on that named it as next (18 characters)
arg-document = File of a text about it; only its salted digest is sent, and it stays here
arg-table = Number of the table; all where it is left out
arg-year = Year, from 1990 to 2200
arg-obligation-list-from = First due day; 30 days ago where it is left out; where both are, any for what is overdue, due soon or extended
arg-obligation-list-to = Last due day; 30 days from now where it is left out; where both are, any for what is overdue, due soon or extended
arg-obligation-due-since = Beginning of the window, such as 2026-04-14 or 2026-04-14T10:00:00+08:00
arg-obligation-due-until = End of the window, itself excluded; the newest final block's time where it is left out
arg-obligation-rate-from = First due day; the beginning of this year where it is left out
arg-obligation-rate-to = Last due day; today where it is left out
arg-obligation-extend-until = Last day on which it is met in time, at most 366 days after the original due day
arg-obligation-rules-set-file = Table of rules (JSON)
arg-obligation-rules-template-file = File to write
arg-obligation-calendar-set-file = Days that are other than Monday to Friday (CSV or XLSX)
arg-obligation-calendar-template-file = File to write (CSV)
label-became = Became
label-cancelled = Cancelled
label-clock = Clock
label-days = Time left
label-days-of-year = Days
label-declared = Declared
label-due = Due
label-exceptions = Other than Monday to Friday
label-extended-until = Until
label-extension = Extended
label-holds-from = Holds from
label-late = Late
label-on-time = In time
label-of-exchange = Exchange
label-open = Still time
label-original-due = Due originally
label-overdue = Overdue
label-place = Place
label-publication = Publication
label-rate = Rate
label-rule = Rule
label-rules = Rules
label-set-at = Set
label-table = Table
label-waiver = Waived
label-year = Year
days-today = today
days-left = { $days ->
        [one] one day left
       *[other] { $days } days left
    }
days-over = { $days ->
        [one] one day late
       *[other] { $days } days late
    }
published-at = { $time } ({ $state })
label-freeze = Freeze
freeze = { $reason }; { $by }
freeze-ended = { $reason }; { $by }; ended: { $ended }
by-at = { $by }, { $at }
rule = { $kind } by { $tiers }: { $trigger }; due soon { $soon ->
        [0] on that day
        [one] one day before
       *[other] { $soon } days before
    }; the exchange publishes within { $review ->
        [one] one working day
       *[other] { $review } working days
    } of filing
rule-every-tier = every enterprise
trigger-calendar = period to { $end }, due on { $due } of { $years ->
        [0] the same year
        [1] the next year
       *[other] the year { $years } years later
    }
trigger-roll = , or on the next { $sort } where that is none
trigger-event = event, due { $offset }
trigger-schedule = schedule of any security, due { $offset }
trigger-schedule-of = schedule of a { $security } security, due { $offset }
offset-same = on its day
offset-after = { $days ->
        [one] one { $sort }
       *[other] { $days } { $sort }s
    } after it
offset-before = { $days ->
        [one] one { $sort }
       *[other] { $days } { $sort }s
    } before it
dated = { $day } { $weekday }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
exception = { $day }: { $sort }
day-both = working day and trading day
day-working = working day, no trading
day-trading = trading day, no working day
day-off = no working day, no trading
obligation-window = { $from } to { $to }
obligation-window-usual = { $days }, and at any time what is overdue, due soon or extended
obligation-summary = { $due ->
        [0] No enterprise has
        [one] One enterprise has
       *[other] { $due } enterprises have
    } something due this week (until Sunday, { $sunday }), { $overdue ->
        [0] none has
        [one] one has
       *[other] { $overdue } have
    } something overdue.
obligation-none = Nothing is due in these days and states.
obligation-rules = Rules (table/rule):
obligation-nothing-changed = Time changed nothing in this window.
obligation-declared = Declared: { $occasions }.
obligation-declared-before = Declared before, nothing was written: { $occasions }.
obligation-none-due = No rule makes anything due for: { $occasions }. Look at the rules with jiandu obligation rules show.
occasion-disclosed = named by a disclosure
occasions-none = No event and no schedule was declared or disclosed.
extension = until { $until } ({ $reason }); { $by }
waiver = { $reason }; { $by }
done-obligation-cancel = The occasion is cancelled: what it triggered does not apply.
done-obligation-extend = The obligation is extended.
done-obligation-waive = The obligation is waived.
done-obligation-rules-set = The table of rules is set.
done-obligation-calendar-set = The year is set.
rate-none = none due
rate-left-out = Left out: waived obligations and those that do not apply; historical filings meet nothing. Those with time left are in no rate, and what was never filed is not in the exchange's.
label-clock-filed = Filed
label-clock-published = Published
clock-filed = Filed (judges enterprises)
clock-published = Published (judges the exchange)
rules-none = There are no rules: nothing is due.
rules-in-force = in force: counts for what is triggered today
rules-not-in-force = superseded: counts for what was triggered while it was in force
rules-to-come = not in force yet
rules-sample = These deadlines are samples and not verified. Compare each with the rules in force before the table is proposed; delete this note or leave it, it says nothing to the chain.
rules-template-written = A sample table of rules is written to { $file }.
rules-carry-in-time = The council has to carry it by the end of { $from }: later it would hold from a day that has begun, and be refused.
motion-set-rules = { $count ->
        [one] set a table with one rule, which holds from { $from }:
       *[other] set a table of { $count } rules, which hold from { $from }:
    }
motion-set-year = { $count ->
        [0] set the calendar of { $year }: Monday to Friday, without exception
        [one] set the calendar of { $year }: Monday to Friday, but for one day:
       *[other] set the calendar of { $year }: Monday to Friday, but for { $count } days:
    }
calendar-days = { $working } working days, { $trading } trading days
calendar-entered = The council has set this year.
calendar-not-entered = The council has not set this year: Monday to Friday count as working days and trading days.
calendar-sample = Only holidays with fixed dates are in it, and they are not verified. Compare with the notice of the State Council, and add the others, the weekends that are worked instead, and the days on which trading is closed.
calendar-template-written = A table is written to { $file }.
file-faults = { $faults ->
        [one] “{ $file }” has one fault
       *[other] “{ $file }” has { $faults } faults
    }; nothing was sent. Correct it and run the same command again.
error-bad-year = “{ $value }” is not a year of the calendar.
    .help = Write four digits, from { $first } to { $last }.
error-empty-window = The window ends ({ $to }) before it begins ({ $from }).
    .help = Let the first time be the earlier one.
error-rules-not-json = “{ $file }” is not JSON: { $reason }
    .help = Look at the place named, for a comma or a quotation mark that is missing or one too many; jiandu obligation rules template writes a file of the right form.
error-rules-not-an-object = “{ $value }” stands where an object in braces belongs.
    .help = Write an object with the fields { $known }.
error-rules-not-a-list = “{ $value }” stands where a list in brackets belongs.
    .help = Write the rules in brackets, with commas between them.
error-rules-field-missing = The field “{ $field }” is missing.
    .help = Add it; jiandu obligation rules template shows where it belongs.
error-rules-field-unknown = There is no field “{ $field }” here.
    .help = Known are { $known }; for remarks use note.
error-rules-trigger = A rule has exactly one trigger.
    .help = Write one of calendar, event and schedule.
error-rules-day = “{ $value }” is not a day.
    .help = Write it as 2027-01-01.
error-rules-due-before-end = It would be due on { $due }, before the end of the period on { $end }.
    .help = Where it is due in the year after, write "years_after": 1.
error-rule-never-reached = This rule never counts: the one with index { $by } before it always does.
    .help = Put the more particular rule first, or leave one of them out.
error-rules-date = “{ $value }” is not a date of a year.
    .help = Write month and day as 04-30.
error-rules-number = “{ $value }” is not a number that can stand here.
    .help = Write a whole number from { $least } to { $most }, without quotation marks.
error-rules-word = “{ $value }” cannot stand here.
    .help = Use { $known }.
error-rules-security = “{ $value }” is not a kind of a security.
    .help = Write the capital letters that a security begins with, such as DCFGFR, at most { $most }; null for any security.
error-too-many-rules = The table has { $found } rules, at most { $most } are possible.
    .help = Join rules that differ in their tiers only.
error-unknown-table = The node has no table of rules { $number }. That is the node's word; absence is not proved.
    .help = See all tables with jiandu obligation rules show.
error-other-year = { $value } is not a day of { $year }.
    .help = Correct the date, or name the year that the table is for.
error-day-repeated = { $day } stands in row { $row } already.
    .help = Remove one of the rows.
caution-no-occasion = Mind: no occasion is named, and the enterprise has not met an obligation of this kind: { $occasions }. Where this is to meet it, add --occasion; once it is published, the time of its filing does not count for it any more.
caution-no-obligation = Mind: no rule makes an obligation of { $occasion }; compare --occasion.
caution-far = Mind: the obligation of { $occasion } is not due before { $due }; compare --occasion.
caution-undeclared = Mind: nobody declared { $occasion }; once it is published it counts as declared. Compare --occasion.
caution-ignored = Mind: a version before this one names another occasion, and { $occasion } will not count.
caution-met = Mind: the obligation of { $occasion } was met by another disclosure; what was filed first counts.
decided-before-document = The document that you name now was not sent: jiandu disclosure show tells whether the decision of then has one.
decided-before = The same was decided before; nothing was sent.
error-row-returned = The reviewer returned it (number { $number }): { $reason }.
    .help = Mend it and submit it again with jiandu disclosure submit --resubmit { $number }; the time of its first filing stays.
error-row-closed = It has ended (number { $number }): { $reason }.
    .help = If it is still wanted, take its submission file away and import it again, as another one.
error-row-not-there = The chain does not have what “{ $file }” says under its number.
    .help = The file may have been changed, or is of another chain: take it away and import again.
error-import-underway = Another import works in “{ $folder }”.
    .help = Wait until it has ended, or name another folder with --out.
error-list-mixed = The columns of “{ $file }” are not of one table: { $foreign } belong to another.
    .help = Keep one kind of table in one sheet; rename or remove the other columns.
error-submission-twice = “{ $file }” is of the same submission as a file before it (number { $number }).
    .help = Keep one of them.
import-note-sheet = The sheet “{ $sheet }” was read, the others were not.
column-working = Whether it is a working day
column-trading = Whether it is a trading day
