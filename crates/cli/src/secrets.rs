//! Where passwords and recovery words come from: a file, a prompt, or standard input; never an argument.

use crate::{
    error::{shown, CliError},
    failures::of_reading,
    language::{Language, Texts},
};
use jiandu_client::{key_file::KeyError, Secret};
use std::{
    fs,
    io::{BufRead, IsTerminal, Read},
    path::Path,
};
use zeroize::Zeroizing;

/// The shortest password for a new key file, in characters.
pub const SHORTEST: usize = 8;
/// The longest password, in bytes.
const LONGEST_PASSWORD: usize = 1024;
/// No recovery words are longer.
const LONGEST: u64 = 16 * 1024;

/// Reads secrets for one command, in the order in which it asks: piped ones stand one per line.
#[derive(Clone, Copy, Debug)]
pub struct Secrets<'a> {
    /// The language of prompts.
    pub language: Language,
    /// `--password-file`; `-` is standard input.
    pub password_file: Option<&'a Path>,
}

impl Secrets<'_> {
    /// The password of an existing key file.
    pub fn password(&self) -> Result<Secret, CliError> {
        usable(self.read(self.password_file, "prompt-password", first_line)?)
    }

    /// The password of a new key file: asked for twice where somebody types it.
    pub fn new_password(&self) -> Result<Secret, CliError> {
        let password = usable(self.read(self.password_file, "prompt-new-password", first_line)?)?;
        if password.expose().chars().count() < SHORTEST {
            return Err(CliError::ShortPassword { least: SHORTEST.into() });
        }
        if self.password_file.is_none() && std::io::stdin().is_terminal() && self.prompt("prompt-repeat")? != password {
            return Err(CliError::PasswordsDiffer);
        }
        Ok(password)
    }

    /// Recovery words or a seed. A file may spread them over several lines.
    pub fn phrase(&self, file: Option<&Path>) -> Result<Secret, CliError> {
        self.read(file, "prompt-phrase", Clone::clone)
    }

    fn read(
        &self,
        file: Option<&Path>,
        prompt: &str,
        part: impl Fn(&Zeroizing<String>) -> Zeroizing<String>,
    ) -> Result<Secret, CliError> {
        let secret = match file {
            Some(file) if file != Path::new("-") => Secret::new(part(&content(file)?).to_string()),
            None if std::io::stdin().is_terminal() => self.prompt(prompt)?,
            _ => line()?,
        };
        Ok(secret)
    }

    fn prompt(&self, key: &str) -> Result<Secret, CliError> {
        let answer = rpassword::prompt_password(self.language.text(key));
        answer.map(Secret::new).map_err(|error| of_reading(Path::new("-"), &error))
    }
}

/// A password that is there, and no longer than any is.
fn usable(password: Secret) -> Result<Secret, CliError> {
    match password.expose().len() {
        0 => Err(KeyError::EmptyPassword.into()),
        length if length > LONGEST_PASSWORD => Err(CliError::LongPassword { most: LONGEST_PASSWORD.into() }),
        _ => Ok(password),
    }
}

/// What the system says of a file of secrets.
fn unread(file: &Path, error: &std::io::Error) -> CliError {
    match error.kind() {
        std::io::ErrorKind::InvalidData => CliError::PasswordNotText { file: shown(file).into() },
        _ => of_reading(file, error),
    }
}

fn content(file: &Path) -> Result<Zeroizing<String>, CliError> {
    let mut text = Zeroizing::new(String::new());
    let opened = fs::File::open(file).and_then(|opened| opened.take(LONGEST).read_to_string(&mut text));
    opened.map_err(|error| unread(file, &error))?;
    Ok(text)
}

fn first_line(text: &Zeroizing<String>) -> Zeroizing<String> {
    Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())
}

/// The next line of standard input. Its buffer is the process's own, so that the line after it stays for who asks next.
fn line() -> Result<Secret, CliError> {
    let mut line = Zeroizing::new(String::new());
    let read = std::io::stdin().lock().take(LONGEST).read_line(&mut line);
    read.map_err(|error| unread(Path::new("-"), &error))?;
    Ok(Secret::new(line.trim_end_matches(['\n', '\r']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exit::Exit;
    use std::io::Write;

    fn file(content: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().expect("temporary file");
        file.write_all(content.as_bytes()).expect("written");
        file
    }

    fn secrets(file: &tempfile::NamedTempFile) -> Secrets<'_> {
        Secrets { language: Language::English, password_file: Some(file.path()) }
    }

    #[test]
    fn a_password_should_be_the_first_line_of_its_file() {
        let file = file("correct horse\r\nbattery\n");
        assert_eq!(secrets(&file).password().expect("there").expose(), "correct horse");
    }

    #[test]
    fn an_empty_or_missing_password_should_be_refused() {
        assert_eq!(secrets(&file("")).password(), Err(KeyError::EmptyPassword.into()));
        let missing = Secrets { language: Language::English, password_file: Some(Path::new("/none")) };
        assert_eq!(missing.password().expect_err("missing").code(), "no-such-file");
    }

    #[test]
    fn a_password_that_is_no_text_or_too_long_should_be_refused() {
        let longest = "a".repeat(LONGEST_PASSWORD);
        assert!(secrets(&file(&longest)).password().is_ok());
        let long = secrets(&file(&format!("{longest}a"))).password().expect_err("long");
        assert_eq!((long.code(), long.exit()), ("long-password", Exit::Key));
        let mut bytes = tempfile::NamedTempFile::new().expect("temporary file");
        bytes.write_all(b"\xC3\xDC\xC2\xEB\n").expect("written");
        let unread = secrets(&bytes).password().expect_err("not text");
        assert_eq!((unread.code(), unread.exit()), ("password-not-text", Exit::Key));
    }

    #[test]
    fn a_new_password_should_not_be_short() {
        assert!(secrets(&file("12345678\n")).new_password().is_ok());
        assert!(secrets(&file("八个汉字也可以的\n")).new_password().is_ok());
        assert_eq!(secrets(&file("1234567\n")).new_password().expect_err("short").code(), "short-password");
    }

    #[test]
    fn recovery_words_may_stand_on_several_lines() {
        let words = file("one two\nthree\n");
        let secrets = Secrets { language: Language::English, password_file: None };
        assert_eq!(secrets.phrase(Some(words.path())).expect("there").expose(), "one two\nthree\n");
    }
}
