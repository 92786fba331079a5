//! `jiandu`: anchor, verify and take away evidence, for people and scripts.
//!
//! Data goes to standard output, all else to standard error. `--output json` gives one JSON document; its fields are stable
//! and in snake case, its texts (`headline`, `message`, `help`, `title`) in the user's language. Exit codes are in
//! [`exit::Exit`], and at the end of `--help`.
//!
//! | Command | JSON document |
//! |---|---|
//! | `key generate`, `import`, `show` | `account`, `public`, `file`, `written`; `words` only where asked for |
//! | `member list` | `members`: `organisation`, `kind`, `name`, `status`, `since`, `until` |
//! | `member show` | the same of one, with `keys` and `changes` |
//! | `council list` | `motions`: `index`, `hash`, `call`, `ayes`, `nays`, `threshold`, `seats`, `end` |
//! | other `member …`, `council …` | `act`, `outcome` (`done`, `open`, `rejected`), `organisation`, `key`, `account`, `handle`, `from`, `deputation`, `council`, `motion`, `block`, `block_hash`, `finalised` |
//! | `record create`, `update`, `overwrite`, `withdraw` | `operation`, `record`, `version`, `from`, `upto`, `unchanged`, `since` (`head`, `record_state`), `external_id`, `id_from`, `base`, `reason`, `originals` (`place`, `id`, `operator`; null: not stored), `sealed` where it is, `files`, `at`, `block`, `block_hash`, `finalised` |
//! | `record show` | `record`, `external_id`, `subject`, `kind`, `head`, `record_state`, `frozen`, `version`, `disclosure` (`kind`, `submission`, `submitter`, `capacity`, `mandate`, `correction`, `occasion`, `backfilled`), `freezes`, `header` (`level`, `business_time`, `submission_time`, `schema`, `body`), `documents`, `seals`, `references` |
//! | `record body` | `record`, `version`, `file`, `length`, `digest`, `locator`, `with_seals` |
//! | `record check-body` | `file`, `faults`: `at` (JSON pointer), `rule`, and the rule's values |
//! | `record seal` | `record`, `version`, `kind`, `public`, `signer`, `unchanged`, `block`, `block_hash`, `finalised`; with `--message-out` `record`, `version`, `file`, `bytes`, `signer` |
//! | `record refer` | `record`, `version`, `relation`, `target` (`record`, `version`), `unchanged`, `block`, `block_hash`, `finalised` |
//! | `council upgrade`, `cooling-off` | `file`, `bytes`, `code_hash`; `cooling_off`; and the act |
//! | `record history` | `record`, `snapshots`: `version`, `operation`, `documents`, `reason`, `header`, `at`, `by`, `key`, `sequence` |
//! | `enterprise register`, `rename`, `tier`, `code`, `status`, `succeed`, `bind-key`, `archive misfile` | `proposal`, `unchanged`, `act` with its values, `names` (`enterprise`, `name`), `salt` of an application, `block`, `block_hash`, `finalised` |
//! | `enterprise proposals` | `proposals`: `proposal`, `act`, `digest`, `maker`, `at`, `proposed`; `names` |
//! | `enterprise confirm` | `exit`, `results`: `proposal`, `outcome` (`confirmed`, `refused`, `untried`), `act` with its values, `block`, `block_hash`, `finalised`, `error`; `names` |
//! | `enterprise decline`, `object-key`, `end-key` | `act`, `proposal`, `reason`, `account`, `block`, `block_hash`, `finalised` |
//! | `enterprise show` | `enterprise`, `name`, `code`, `did`, `status`, `registrar`, `names`, `codes`, `statuses`, `successors`, `predecessors`, `keys`, `registrar_name`, `related`, `as_of` |
//! | `enterprise resolve` | `query`, `matches`: `enterprise`, `name`, `code`, `status`, `since`, `until`, `current` |
//! | `archive put` | `proposal`, `unchanged`, `enterprise`, `name`, `section`, `part`, `source`, `series`, `level`, `business`, `schema`, `base`, `overwrite`, `files`, `originals`, `sealed`, `body`, `submission`, `block`, `block_hash`, `finalised` |
//! | `archive confirm` | the same without `body` and `submission`, with `stored`, `record` and `version`, `originals` null where nobody looked, and `checker` where it was published before |
//! | `archive show` | `enterprise`, `name`, `code`, `status`, `sections`: `section`, `part`, `source`, `level`, `record`, `external_id`, `version`, `documents`, `since`, `record_state`, `frozen`, `maker`, `checker` |
//! | `disclosure submit`, `correct`, `overwrite`, `withdraw` | `number`, `unchanged`, `exchange`, `enterprise`, `name`, `kind`, `disclosure_number`, `mandate`, `occasion`, `backfilled`, `base`, `level`, `correction`, `withdrawal`, `files`, `originals`, `sealed`, `body`, `submission`, `block`, `block_hash`, `finalised` |
//! | `disclosure publish` | the same without `exchange`, `sealed`, `body` and `submission`, with `record` and `version`, `originals` null where nobody looked |
//! | `disclosure review`, `retract`, `take-over`, `freeze`, `unfreeze` | `act`, `number`, `unchanged`, `record`, `not_before`, `salt`, `document_sent`, `block`, `block_hash`, `finalised` |
//! | `disclosure list` | `exchange`, `submissions`: as `disclosure show` without `first` and `publication` |
//! | `import` | `file`, `table`, `dry_run`, `result`, `rows`: `row`, `ending` (`checked`, `done`, `before`, `in-force`, `returned`, `closed`, `faulty`, `unsent`), `enterprise`, `name`, `record`, `number`, `block`, `time`, `commitment`, `handover`, `faults` and `warnings` (`at`, `error`) |
//! | `import --template` | `file`, `table` |
//! | `disclosure publish-all` | `folder`, `items`: `file`, `ending` (`ready`, `published`, `before`, `closed`, `refused`, `unsent`), `submission`, `enterprise`, `name`, `kind`, `disclosure_number`, `snapshot`, `block`, `error` |
//! | `disclosure show` | `submission`, `exchange`, `maker`, `key`, `capacity`, `class`, `commitment`, `first_filed`, `filed`, `makers`, `stage`, `decision`, `reason`, `not_before`, `ended`, `snapshot`, `first`, `publication`: `submission`, `kind`, `mandate`, `occasion`, `backfilled`, `correction` |
//! | `mandate register`, `mandate end --by-letter` | as `enterprise register` |
//! | `mandate sign`, `mandate end` | `act`, `mandate`, its terms, `name`, `salt`, `block`, `block_hash`, `finalised` |
//! | `mandate list` | `enterprise`, `name`, `mandates`: `mandate`, `enterprise`, `agent`, `kinds`, `from`, `until`, `letter`, `grounds`, `ended` |
//! | `obligation list` | `enterprise` or `exchange`, `name`, `as_of`, `from`, `to`, `usual_days` (what is open is listed whenever it is due), `states`, `summary` (`overdue`, `due_this_week`: `enterprises`, `obligations`; `week_ends`), `obligations`: `enterprise`, `name`, `code`, `kind`, `occasion`, `rule` (`table`, `index`), `due`, `original_due`, `soon_from`, `snapshot`, `filed`, `published`, `state`, `publication`, `days`; `rules`: `table`, `index` and the rule |
//! | `obligation show` | one of those, with `as_of`, `extensions`, `waiver`, `rules` |
//! | `obligation due` | `as_of`, `since`, `until`, `changes`: `enterprise`, `name`, `kind`, `occasion`, `due`, `change`, `at`; `next` |
//! | `obligation rate` | `enterprise` or `exchange`, `name`, `as_of`, `from`, `to`, `filed` and `published`: `on_time`, `late`, `overdue`, `open`, `of`, `percent` (null: nothing was due); `left_out` |
//! | `obligation declare` | `act`, `enterprise`, `name`, `declared`: `kind`, `occasion`, `unchanged`, `obligation` (null: nothing is due); `rules`, `block`, `block_hash`, `finalised` |
//! | `obligation cancel`, `extend`, `waive` | `act`, `enterprise`, `kind`, `occasion`, `name`, `until`, `reason`, `salt`, `obligation`, `block`, `block_hash`, `finalised` |
//! | `obligation occasions` | `enterprise`, `name`, `occasions`: `kind`, `occasion`, `declared`, `cancelled` |
//! | `obligation rules show` | `as_of`, `tables`: `number`, `from`, `rules`, `at`, `in_force`, `to_come` |
//! | `obligation rules set`, `calendar set` | `file`, `table` and `carry_by`, or `year`, `working_days`, `trading_days`, `exceptions`; and the act. With faults `file`, `sent`, `faults`: `at`, `error` |
//! | `obligation calendar show` | `entered`, `year`, `working_days`, `trading_days`, `exceptions`: `day`, `working`, `trading` |
//! | `obligation rules template`, `calendar template` | `file`, `verified`, `note` |
//! | `archive history` | `enterprise`, `name`, `section`, `part`, `records`: `series`, `source`, `record_state`, `frozen`, and as `record history` |
//! | `hash` | `files`: `file`, `length`, `digests` |
//! | `verify` of one thing, `evidence verify` | [`finding::FindingDocument`]; with `--record`, `compared`: `version`, `slot`, `length`, `media`, `same_length`, `same_media`, `difference` with its values or `not_compared` with the reason |
//! | `verify` of several | `exit`, `counts` by answer, `results`: findings, or `file`, `exit`, `error` |
//! | `evidence export` | `evidence`, `format`, `bytes`, `finding` |
//! | `trust export` | `file`, `chain`, `genesis`, `development`, `set_id`, `authorities`, `source` |
//! | `vault init`, `vault stat` of none | `place`, `id`, `operator` |
//! | `vault put` | `vault`, `files`: `file`, `outcome` (`stored`, `known`, `failed`, `untried`), `locator`, `length`, `digests`, `error` |
//! | `vault get` | `locator`, `file`, `length`, `opened` |
//! | `vault opening` | `locator`, `commitment`, `file` |
//! | `vault recipient` | `recipient` |
//! | `vault stat`, `vault fsck` | `vault`, `chain` (`snapshots`, `unstored`, `expected`) where it was asked, `sound`, `objects`: `name`, `length`, `written`, `condition` (`sound`, `damaged`, `missing`, `unreadable`, `foreign`, `orphan`, `orphan-opening`, `no-opening`), `record`, `version`; `leftovers` |
//! | `vault repair` | `vault`, `chain`, `done`: `name`, `act` (`removed`, `would-remove`, `waits`, `mended`, `would-mend`, `lost`) |
//! | `grant request`, `offer`, `accept` | `act`, `grant`, `state`, `unchanged`, `awaits_second`, `agreement` with the salts, `names`, `file`, `block`, `block_hash`, `finalised` |
//! | `grant decline`, `suspend`, `resume`, `revoke`, `end`, `deleted` | the same without `agreement` and `file` |
//! | `grant reserve`, `settle`, `report`, `refuse` | `act`, `grant`, `receipt`, `item`, `unchanged`, `count`, `lapses`, `file`, `block`, `block_hash`, `finalised` |
//! | `grant show` | `grant`, `terms` as the chain has them, `grantor`, `proposed`, `state`, `states`, `signatures`, `used`, `settled`, `receipts`, `deletion`, `parent_ended`, `agreement` (null: not at hand), `uses` (`number`, `asked`, `event`, `by`, `at`), `names`, `as_of` |
//! | `grant list` | `party`, `as_of`, `grants`: as `grant show` without `agreement` and `uses`; `names`. With `--uses` `party`, `grants`: `grant`, `enterprise`, `user`, `uses`. With `--usable` `enterprise`, `time`, `grants`: `grant`, `user`, `used` |
//! | `grant check` | `grant`, `user`, `item`, `allowed`, `denied` (`reason`, `of_parent`), `time`, `used`, `code` of the enterprise then, `names` |
//! | `grant reconcile` | `grant`, `file`, `rows`, `agreed`, `exceptions`: `kind`, `row`, `receipt`. With faults `file`, `faults` |
//! | `grant export` | `grant`, `form`, `file`, `bytes` |
//! | `grant standing show` | `provider`, `standing`: `terms`, `by`, `at` |
//! | `grant standing publish`, `end`, `grant signers` | `act`, `block`, `block_hash`, `finalised` |
//! | `document seal` | `grant`, `user`, `item`, `documents`: `file`, `locator`, `wrap`; `names` |
//! | `document open`, `recovery open` | `grant` of the former, `locator`, `file`, `length` |
//! | `recovery split` | `recipient`, `threshold`, `shares` (files) |
//! | `recovery show` | `recipient`: `public`, `threshold`, `shares` |
//! | `recovery list` | `enterprise`, `recoveries`: `number`, `locator`, `reason`, `at` |
//! | `recovery set`, `record` | as `council …` |
//! | `doctor` | `checks`: `name`, `outcome`, `facts`, `title`, `message`, `help` |
//! | `man` | `folder`, `pages` |
//! | any that fails, on standard error | `error`: `code`, `exit`, `message`, `help` |
//!
//! Moments are `block`, `time` (Unix seconds), `beijing` and `utc` (RFC 3339); versions are `version` and `revision`, both
//! counted from 0; digests are `alg:hex`.

mod args;
mod cells;
mod commands;
mod enterprise_failures;
mod enterprise_values;
mod error;
mod exit;
mod external_id;
mod failures;
mod faults;
mod finding;
mod grant_values;
mod hashing;
mod help;
mod interrupt;
mod language;
mod moment;
mod output;
mod secrets;
mod session;
mod tables;
mod text;
mod usage;
mod values;
mod vault_failures;
mod verdict_text;

#[cfg(test)]
mod verdict_tests;

use args::{Arguments, Format};
use error::CliError;
use exit::Exit;
use output::Output;
use std::{ffi::OsString, process::ExitCode};
use usage::Parsed;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = language::of_run(&words);
    let output = Output { language, format: usage::format(&words), quiet: false };
    let ended = match usage::parse(&words, language) {
        Ok(Parsed::Run(arguments)) => run(*arguments, output),
        Ok(Parsed::Print(text)) => output.data(&text).map(|()| Exit::Ok),
        Ok(Parsed::Incomplete(_)) if output.format == Format::Json => Err(CliError::MissingCommand),
        Ok(Parsed::Incomplete(help)) => output.aside(&help).map(|()| Exit::Usage),
        Err(error) => Err(error),
    };
    ended.unwrap_or_else(|error| output.failure(&error)).into()
}

fn run(arguments: Arguments, output: Output) -> Result<Exit, CliError> {
    let output = Output { format: arguments.common.output, quiet: arguments.common.quiet, ..output };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    interrupt::watch(output)?;
    let runtime = runtime.map_err(|error| CliError::Io { file: "tokio".into(), reason: error.into() })?;
    let ended = runtime.block_on(commands::run(arguments, output));
    // Nothing that is still under way matters once the answer is there.
    runtime.shutdown_background();
    ended
}
