# The client's own errors: connection, keys, files, submitting, evidence.

## Connection
connection-bad-url = { $url } is not the address of a node.
    .next = An address begins with ws:// or wss://, such as ws://127.0.0.1:9944. Correct it and try again.
connection-unreachable = No node answers at { $url }: { $reason }.
    .next = Make sure that the node is running, the address is right and the network is up, then try again.
connection-wrong-chain = The node belongs to another chain. Expected { $expected }, found { $found }.
    .next = Check the node's address; until this is clear, submit nothing and believe none of its verdicts.
connection-not-jiandu = The node does not belong to a Jiandu chain.
    .next = Check the node's address.
connection-incompatible = The chain's “{ $item }” has another form than this client knows.
    .next = The chain was upgraded, or the client is newer: install the client that goes with the chain.
connection-lost = The connection to the node broke: { $reason }.
    .next = Check the network and try again; where something was being submitted, first look whether it is done.
connection-timeout = The node did not answer within { $seconds } seconds.
    .next = Try again later; if it stays silent, use another node or tell whoever runs it.
connection-rpc = The node refused: { $message } (code { $code }).
    .next = Try again later; if it persists, tell whoever runs the node the code.
connection-malformed = The node's answer about “{ $item }” makes no sense.
    .next = Use another node, or update the client and try again.

## Key files
key-not-found = There is no key file at { $path }.
    .next = Check the path; if you have no key yet, generate one first.
key-exists = { $path } exists already, and key files are never overwritten.
    .next = Choose another name; to replace it, first move the old file to a safe place.
key-malformed = { $path } is not a complete key file.
    .next = Use your backup, or import the key again from its recovery words.
key-wrong-password = The password does not open the key file { $path }.
    .next = Type it again, minding capitals and the input method; if it is lost, import the key again from its recovery words.
key-empty-password = There is no password: nothing was typed, or the first line is empty.
    .next = Type a password; without a terminal, name a file that has it in its first line with --password-file.
key-unknown-dev-key = There is no development key called { $name }.
    .next = There are: { $known }.
key-dev-key-elsewhere = “{ $chain }” is not a development chain and takes no development key: everyone knows them.
    .next = Name your own key file with --key.
key-no-randomness = The system gives no randomness, so no key can be made.
    .next = Have the system's administrator look at its source of randomness.
key-io = The key file { $path } cannot be read or written: { $reason }.
    .next = Check disk space and permissions, then try again.
phrase-empty = There are no recovery words.
    .next = Give the words, or a seed of 0x and 64 hexadecimal digits.
phrase-word-count = There are { $found } recovery words; there must be 12, 15, 18, 21 or 24.
    .next = Compare them with what you wrote down.
phrase-unknown-word = Word { $position } is not in the list of recovery words.
    .next = Compare its spelling with what you wrote down.
phrase-checksum = Every word is in the list, but together they are wrong: one is mistaken or they are out of order.
    .next = Compare each word, and their order, with what you wrote down.
phrase-seed = A seed is 0x and 64 hexadecimal digits.
    .next = Check how many digits it has, and each of them.

## Files
file-not-found = There is no file { $path }.
    .next = Check its name and folder.
file-directory = { $path } is a folder, not a file.
    .next = Name a file in it; list several files one by one, or pack them into one archive.
file-special = { $path } is not a file but a device, a socket or a pipe.
    .next = Name a file.
file-permission-denied = You have no permission to read { $path }.
    .next = Use an account that has, or ask the file's owner.
file-changed-while-reading = { $path } changed while it was read.
    .next = Close the program that is editing it, wait until it no longer changes, and try again.
file-io = { $path } cannot be read: { $reason }.
    .next = Check the disk or network drive, then try again.
file-empty = { $path } is empty, and an empty file cannot be anchored.
    .next = Put the right file in its place and try again.

## Submitting
submit-bad-origin = The key that signs may not do this.
    .next = Check the key's roles; if it needs another one, speak to your organisation's key administrator.
submit-dispatch = The chain failed to do this: { $name }.
    .next = Nothing was changed; check the content and try again, and tell technical support if it persists.
submit-not-final = The transaction is in block { $block }, which is not final yet.
    .next = It may still become final: look again later. A repetition is recognised if it is the same to the letter; for a correction, a rewrite or a withdrawal that includes its base.
submit-not-in-block = The transaction was sent, and was not seen in a block yet.
    .next = It may still become final: look again later. A repetition is recognised if it is the same to the letter; for a correction, a rewrite or a withdrawal that includes its base.
submit-busy = The node is busy, or another transaction of the same key came first.
    .next = Try again later; do not submit several things at once with one key.
submit-unknown-motion = No motion { $index } is open.
    .next = Look at the open motions; those that are settled are no longer listed.
submit-too-many = There are { $found }; at most { $limit } are taken at a time.
    .next = Give fewer, or submit in several parts.
submit-encoding = The content cannot be encoded as the chain wants it: { $reason }.
    .next = Update the client and try again.
submit-no-event = The transaction is in a block, but the chain does not say what it did.
    .next = Look at the record or the member; if it is not as it should be, update the client and try again.

## Evidence
evidence-not-final = The newest block that is proved final is { $newest }; { $at_least } is not reached yet.
    .next = Finality takes seconds as a rule: try again. If it does not move, tell whoever runs the node.
evidence-nothing-final = No block is proved final yet ({ $at_least } must be reached).
    .next = A new chain takes a few blocks: try again. If it stays so, tell whoever runs the node.
evidence-other-validators = The trust file is out of date: it has validator set { $trusted }, the chain has set { $found } by now.
    .next = Get a new trust file from the exchange or another source you trust, compare it, and verify again.
evidence-false-header = The node gives a header that does not belong to its block. Do not believe it.
    .next = Use another node, and tell whoever runs this one.
trust-file-not-found = There is no trust file at { $path }.
    .next = Check the path; if you have none, ask the exchange for one.
trust-file-exists = { $path } exists already.
    .next = Choose another name, or move the old file away first.
trust-file-malformed = { $path } is not a complete trust file.
    .next = Ask the exchange for it again.
trust-file-io = The trust file { $path } cannot be read or written: { $reason }.
    .next = Check disk space and permissions, then try again.

## The object of a snapshot (body)
fault-not-json = { $at }: this is not JSON.
    .next = Save it as JSON in UTF-8 and try again.
fault-not-an-object = { $at }: this should be a JSON object, between braces.
    .next = Make it an object and try again.
fault-missing = { $at }: { $value } missing.
    .next = Add what is missing and try again.
fault-unknown = { $at }: { $value } not known here.
    .next = Check the spelling of the names, or leave them out.
fault-type = { $at }: of the wrong type; expected { $value }.
    .next = Correct it and try again; texts have quotes, numbers and true or false have none.
fault-value = { $at }: not a value that is possible here; expected one of { $value }.
    .next = Correct it and try again.
fault-form = { $at }: of the wrong form; expected { $value }.
    .next = Correct it and try again.
fault-below = { $at }: too short, too small or too few; at least { $value }.
    .next = Correct it and try again.
fault-above = { $at }: too long, too large or too many; at most { $value }.
    .next = Correct it and try again.
fault-personal-number = { $at }: has 11 digits or more in a row, which may be the number of an identity card, a mobile phone or a bank card.
    .next = Personal data must not be in a body: delete it; what belongs to a document, put into the document, and anchor that with a level that is not public.
fault-other = { $at }: breaks a rule ({ $value }).
    .next = Correct it and try again.
