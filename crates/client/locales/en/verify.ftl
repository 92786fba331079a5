# Why evidence does not hold, by the verifier's stable codes.

verify-digests-conflict = The digests of the one file point to different records: one of them is forged, so there is no verdict.
    .next = Hash the file again; if it stays so, keep the original and report it to the exchange.

## Trust file
verify-trust-no-authorities = The trust file has no validators.
    .next = Ask the exchange for a complete trust file.
verify-trust-too-many-authorities = The trust file has more validators than a chain of this kind.
    .next = Ask the exchange for the trust file again.
verify-trust-duplicate-authority = The trust file lists a validator twice.
    .next = Ask the exchange for the trust file again.
verify-trust-bad-key = The trust file has a validator's key that is not one.
    .next = Ask the exchange for the trust file again.

## Evidence file
verify-file-too-large = The file is too large to be evidence.
    .next = Check that it is the right file.
verify-file-not-evidence = This is not a file of Jiandu evidence.
    .next = Check that it is the right file.
verify-file-unknown-version = The evidence has a newer form than this program knows.
    .next = Update the program and check again.
verify-file-damaged = The evidence was damaged in storage or on its way.
    .next = Get the file again; pack it before sending it by mail or chat.
verify-file-truncated = The evidence is incomplete: its end is missing.
    .next = Get the file again.
verify-file-length = A length in the evidence is not in its proper form.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-digest-count = Evidence is about 1 to 3 digests of one document, and this is not.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-unknown-algorithm = The evidence uses a digest algorithm that this program does not know.
    .next = Update the program and check again.
verify-file-digest-order = The digests in the evidence are out of order.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-object-count = The evidence lists too many records.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-object-order = The records in the evidence are out of order, or one is listed twice.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-node-count = The evidence has too much proof.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-file-trailing-bytes = Something follows the evidence.
    .next = Do not rely on it; ask its issuer for new evidence.

## Block header
verify-header-malformed = The block header in the evidence cannot be read.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-header-unknown-log = The block header in the evidence has something that this program does not know.
    .next = Update the program and check again.
verify-header-trailing-bytes = Something follows the block header in the evidence.
    .next = Do not rely on it; ask its issuer for new evidence.

## Finality
verify-finality-malformed = The proof of finality cannot be read.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-trailing-bytes = Something follows the proof of finality.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-too-many-votes = The proof of finality has more votes than there can be.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-other-block = The proof of finality is for another block.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-other-number = The proof of finality gives the block another number than its header.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-unknown-signer = The proof of finality has a signer who is not in the trust file.
    .next = Check that the trust file is of this chain, and of the time of the evidence.
verify-finality-duplicate-vote = The proof of finality has two votes of one validator.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-unconnected = The proof of finality has a vote that does not belong to the block.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-vote-number = The proof of finality has a vote whose block number is not its place.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-bad-signature = The proof of finality has a signature that is wrong, or of another set of validators.
    .next = Check that the trust file is of the time of the evidence; if it is, do not rely on the evidence.
verify-finality-duplicate-header = The proof of finality has a header twice.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-unused-header = The proof of finality has a header too many.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-finality-too-few-votes = Only { $found } trusted validators signed; { $needed } must.
    .next = Do not rely on it; ask its issuer for new evidence.

## Proof of state
verify-proof-missing-node = The proof of the chain's data is incomplete, or of another block.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-proof-bad-node = A part of the proof of the chain's data cannot be read.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-proof-duplicate-node = A part of the proof of the chain's data is there twice.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-proof-unused-node = The proof of the chain's data has a part too many.
    .next = Do not rely on it; ask its issuer for new evidence.

## What is claimed
verify-claim-bad-row = The proved data has a form that this program does not know.
    .next = Update the program and check again.
verify-claim-genesis-missing = The proved data does not say which chain it belongs to.
    .next = Do not rely on it; check that it comes from a Jiandu chain.
verify-claim-other-genesis = The evidence is of another chain ({ $found }).
    .next = Check that evidence and trust file are of the same chain.
verify-claim-time-missing = The proved data has no time.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-claim-head-missing = The proved data lacks the state of a record.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-claim-row-mismatch = The proved data contradicts itself.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-claim-incomplete = The evidence lists { $found } records; a complete answer has { $needed }.
    .next = Do not rely on it; ask its issuer for new evidence.
verify-claim-unneeded-object = The evidence lists a record that has nothing to do with the document.
    .next = Do not rely on it; ask its issuer for new evidence.
