//! `jiandu key`: key files, made and shown without a node.

use crate::{
    args::{Common, KeyCommand},
    error::{shown, CliError},
    exit::Exit,
    language::{values, Language, Texts},
    output::{Output, Report},
    secrets::Secrets,
    text::{pairs, Style},
    verdict_text::labelled,
};
use jiandu_client::{
    key_file::{self, KeyError},
    AccountId, Secret, SigningKey,
};
use jiandu_primitives::record::ObjectId;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A key as it may be shown.
#[derive(Debug, Serialize)]
struct KeyReport {
    /// The account.
    account: AccountId,
    /// The public key.
    public: String,
    /// The key file; none for a development key.
    file: Option<String>,
    /// Whether the file was written now.
    written: bool,
    /// The recovery words, only where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
}

impl KeyReport {
    fn new(account: AccountId, file: Option<&Path>) -> Self {
        // Any identifier of 32 bytes prints as hexadecimal.
        let public = format!("0x{}", ObjectId(account.0));
        Self { account, public, file: file.map(shown), written: false, words: None }
    }

    fn written(account: AccountId, file: &Path) -> Self {
        Self { written: true, ..Self::new(account, Some(file)) }
    }
}

impl Report for KeyReport {
    fn text(&self, language: Language) -> String {
        let mut rows = vec![("label-account", self.account.to_string()), ("label-public", self.public.clone())];
        match &self.file {
            Some(file) => rows.push(("label-key-file", file.clone())),
            None => rows.push(("label-key-file", language.text("key-development"))),
        }
        if let Some(words) = &self.words {
            rows.push(("label-words", words.clone()));
        }
        let mut text = String::new();
        if self.written {
            text = format!("{}\n", Style::Good.paint(&language.text("key-written")));
        }
        text + &pairs(0, &labelled(rows, language))
    }
}

/// Runs `jiandu key`.
pub fn run(command: KeyCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    let secrets = Secrets { language: output.language, password_file: common.password_file.as_deref() };
    match command {
        KeyCommand::Generate { file, words } => {
            let file = key_path(file, common)?;
            refuse_existing(&file)?;
            let password = secrets.new_password()?;
            let key = key_file::generate()?;
            let mut report = save(&key, &file, &password, output)?;
            report.words = words.then(|| key.recovery().expose().to_owned());
            output.report(&report)?;
            if !words {
                output.note(&output.language.text("note-back-up-key"))?;
            }
        }
        KeyCommand::Import { file, phrase_file } => {
            let file = key_path(file, common)?;
            refuse_existing(&file)?;
            let key = key_file::import(&secrets.phrase(phrase_file.as_deref())?)?;
            let password = secrets.new_password()?;
            output.report(&save(&key, &file, &password, output)?)?;
        }
        KeyCommand::Show { file } => {
            let report = match (&file, &common.dev_key) {
                (None, Some(name)) => KeyReport::new(key_file::dev_key(name)?.account(), None),
                _ => {
                    let file = key_path(file, common)?;
                    KeyReport::new(key_file::public(&file)?, Some(&file))
                }
            };
            output.report(&report)?;
        }
    }
    Ok(Exit::Ok)
}

/// The file that a command names, else that of `--key`.
fn key_path(file: Option<PathBuf>, common: &Common) -> Result<PathBuf, CliError> {
    file.or_else(|| common.key.clone()).ok_or(CliError::NoKey)
}

/// Before anybody types a password; writing never overwrites either.
fn refuse_existing(file: &Path) -> Result<(), CliError> {
    match file.symlink_metadata() {
        Ok(_) => Err(KeyError::Exists { path: file.to_owned() }.into()),
        Err(_) => Ok(()),
    }
}

fn save(key: &SigningKey, file: &Path, password: &Secret, output: Output) -> Result<KeyReport, CliError> {
    let spinner = output.spinner("progress-encrypting");
    let saved = key_file::save(file, key, password);
    spinner.finish_and_clear();
    saved?;
    output.note(&output.language.say("note-key-mode", &values! { file = shown(file) }))?;
    Ok(KeyReport::written(key.account(), file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    #[test]
    fn a_key_should_be_shown_without_its_secret() {
        let account = key_file::dev_key("Alice").expect("known").account();
        let report = KeyReport::written(account, Path::new("clerk.key"));
        insta::assert_snapshot!(plain(&report.text(Language::Chinese)), @r"
        密钥文件已写入。
        账户      5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
        公钥      0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d
        密钥文件  clerk.key
        ");
        insta::assert_snapshot!(serde_json::to_string_pretty(&report).expect("serializable"), @r#"
        {
          "account": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
          "public": "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d",
          "file": "clerk.key",
          "written": true
        }
        "#);
    }
}
