//! What a command that asks a node needs: the connection, the chain it must be, the key that signs, and patience.

use crate::{
    args::Common,
    error::CliError,
    interrupt::{self, Stage},
    language::{values, Texts},
    output::Output,
    secrets::Secrets,
};
use jiandu_client::{
    connection::{Connection, ConnectionError},
    evidence::TrustFile,
    key_file,
    submit::{is_pending, Progress, SubmitError, Submitter, Wait},
    vault::fault::Step,
    SigningKey,
};
use std::{
    future::Future,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use tokio::time::{sleep, timeout};

/// How long a block takes.
pub const BLOCK_TIME: Duration = Duration::from_secs(2);

/// A connection to a node of the chain that the user means.
pub struct Session {
    /// The connection.
    pub connection: Connection,
    /// Where to tell things.
    pub output: Output,
    /// What proofs are checked against, where the user has it.
    pub trust: Option<TrustFile>,
    patience: Duration,
}

impl Session {
    /// Connects, and refuses another chain than `--genesis` and `--trust` name.
    pub async fn open(common: &Common, output: Output) -> Result<Self, CliError> {
        let trust = common.trust.as_deref().map(TrustFile::load).transpose()?;
        let spinner = output.spinner("progress-connecting");
        let opened = timeout(common.timeout, Connection::open(&common.node)).await;
        spinner.finish_and_clear();
        let connection = match opened {
            Ok(opened) => opened?,
            Err(_) => return Err(timed_out(common.timeout)),
        };
        let session = Self { connection, output, trust, patience: common.timeout };
        let trusted = session.trust.as_ref().map(|trust| trust.trust.genesis);
        for expected in common.genesis.into_iter().chain(trusted) {
            session.connection.expect_genesis(expected)?;
        }
        Ok(session)
    }

    /// The key that signs: `--dev-key` where the chain is for development, else `--key` with its password.
    pub fn key(&self, common: &Common) -> Result<SigningKey, CliError> {
        if let Some(name) = &common.dev_key {
            return Ok(self.connection.dev_key(name)?);
        }
        let file = common.key.as_deref().ok_or(CliError::NoKey)?;
        // So that nobody types a password for a file that is not there.
        key_file::public(file)?;
        let secrets = Secrets { language: self.output.language, password_file: common.password_file.as_deref() };
        Ok(key_file::load(file, &secrets.password()?)?)
    }

    /// Asks the node something, for as long as the user has patience.
    pub async fn ask<T, E: Into<CliError>>(&self, question: impl Future<Output = Result<T, E>>) -> Result<T, CliError> {
        let spinner = self.output.spinner("progress-asking");
        let answer = timeout(self.patience, question).await;
        spinner.finish_and_clear();
        match answer {
            Ok(answer) => answer.map_err(Into::into),
            Err(_) => Err(timed_out(self.patience)),
        }
    }

    /// How long the user has patience.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Waits until what a key sent is in blocks: an interrupted command may have sent it just now.
    pub async fn in_blocks(&self, key: &SigningKey) -> Result<(), CliError> {
        let deadline = Instant::now() + self.patience;
        while self.ask(is_pending(&self.connection, key.account())).await? {
            if Instant::now() > deadline {
                return Err(SubmitError::Busy.into());
            }
            sleep(BLOCK_TIME).await;
        }
        Ok(())
    }

    /// Waits until what a key sent is final.
    pub async fn settle(&self, key: &SigningKey) -> Result<(), CliError> {
        self.in_blocks(key).await?;
        let newest = self.ask(self.connection.best()).await?.moment.block;
        let deadline = Instant::now() + self.patience;
        while self.ask(self.connection.finalized()).await?.moment.block < newest {
            if Instant::now() > deadline {
                return Err(SubmitError::NotFinal { block: Some(newest) }.into());
            }
            sleep(BLOCK_TIME).await;
        }
        Ok(())
    }

    /// Signs and sends something, and follows it as far as is asked.
    pub async fn submit<T>(
        &self,
        key: &SigningKey,
        wait: Wait,
        act: impl AsyncFnOnce(&mut Submitter<'_>) -> Result<T, SubmitError>,
    ) -> Result<T, CliError> {
        let language = self.output.language;
        let spinner = self.output.spinner("progress-sending");
        let reached = Mutex::new(None);
        interrupt::under_way(Some(Stage::Unsent));
        let mut submitter = Submitter::new(&self.connection, key).wait(wait).on_progress(|progress| {
            *reached.lock().unwrap_or_else(PoisonError::into_inner) = Some(progress);
            interrupt::under_way(Some(Stage::Sent));
            match progress {
                Progress::Sending => Step::Signed.done(),
                Progress::Sent => Step::Sent.done(),
                Progress::InBlock { .. } => Step::InBlock.done(),
                Progress::Retracted | Progress::Final { .. } => (),
            }
            spinner.set_message(match progress {
                Progress::Sending => language.text("progress-sending"),
                Progress::Sent | Progress::Retracted => language.text("progress-sent"),
                Progress::InBlock { block } => language.say("progress-in-block", &values! { block = block }),
                Progress::Final { block } => language.say("progress-final", &values! { block = block }),
            });
        });
        let acted = timeout(self.patience, act(&mut submitter)).await;
        drop(submitter);
        interrupt::under_way(None);
        spinner.finish_and_clear();
        match (acted, reached.into_inner().unwrap_or_else(PoisonError::into_inner)) {
            (Ok(acted), _) => Ok(acted?),
            (Err(_), None) => Err(timed_out(self.patience)),
            (Err(_), Some(Progress::Sending | Progress::Sent | Progress::Retracted)) => {
                Err(SubmitError::NotFinal { block: None }.into())
            }
            (Err(_), Some(Progress::InBlock { block } | Progress::Final { block })) => {
                Err(SubmitError::NotFinal { block: Some(block) }.into())
            }
        }
    }
}

/// A node that did not answer within the user's patience.
pub fn timed_out(patience: Duration) -> CliError {
    ConnectionError::Timeout { after: patience }.into()
}
