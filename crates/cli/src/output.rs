//! Where things go: data to standard output, all else to standard error; colours and progress only to a terminal.

use crate::{
    args::Format,
    error::{CliError, ErrorDocument, Shown},
    exit::Exit,
    language::{Language, Texts},
    text::Style,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use miette::{GraphicalReportHandler, GraphicalTheme};
use serde::Serialize;
use std::{io::Write, time::Duration};

/// What a command has to say.
pub trait Report: Serialize {
    /// As people read it, with a line feed at the end of each line.
    fn text(&self, language: Language) -> String;
}

/// The ways out of this process.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// The language of texts.
    pub language: Language,
    /// The form of data.
    pub format: Format,
    /// Whether notes and progress are left out.
    pub quiet: bool,
}

impl Output {
    /// Data: a report in the form that was asked for.
    pub fn report(&self, report: &impl Report) -> Result<(), CliError> {
        match self.format {
            Format::Text => self.data(&report.text(self.language)),
            Format::Json => self.json(report),
        }
    }

    /// Data that has one form.
    pub fn data(&self, text: &str) -> Result<(), CliError> {
        write(anstream::stdout().lock(), text)
    }

    /// Data in bytes, such as a script for a shell.
    pub fn bytes(&self, bytes: &[u8]) -> Result<(), CliError> {
        let mut out = std::io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).map_err(lost)
    }

    fn json(&self, value: &impl Serialize) -> Result<(), CliError> {
        let text =
            serde_json::to_string_pretty(value).map_err(|error| CliError::OutputLost { reason: error.into() })?;
        write(std::io::stdout().lock(), &(text + "\n"))
    }

    /// Text for people that is no data, such as help that nobody asked for.
    pub fn aside(&self, text: &str) -> Result<(), CliError> {
        write(anstream::stderr().lock(), text)
    }

    /// A remark for people, which scripts don't want to see.
    pub fn note(&self, text: &str) -> Result<(), CliError> {
        if self.quiet || self.format == Format::Json {
            return Ok(());
        }
        write(anstream::stderr().lock(), &format!("{}\n", Style::Faint.paint(text)))
    }

    /// What went wrong, and the exit code that says so.
    pub fn failure(&self, error: &CliError) -> Exit {
        let text = match self.format {
            Format::Text => self.drawn(error),
            Format::Json => {
                let document = Failure { error: error.document(self.language) };
                serde_json::to_string_pretty(&document).unwrap_or_else(|_| error.code().to_owned()) + "\n"
            }
        };
        // There is nowhere left to say that standard error is closed.
        match write(anstream::stderr().lock(), &text) {
            Ok(()) | Err(_) => error.exit(),
        }
    }

    fn drawn(&self, error: &CliError) -> String {
        let help = format!("{}{}", self.language.text("what-next"), error.help(self.language));
        // `anstream` takes the colours out where there is no terminal or NO_COLOR is set. The terminal wraps the lines.
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode());
        let handler = handler.with_wrap_lines(false).with_footer(help);
        let mut text = String::new();
        match handler.render_report(&mut text, &Shown::new(error, self.language)) {
            Ok(()) => text,
            Err(_) => format!("{}\n", error.message(self.language)),
        }
    }

    /// A bar for work on so many bytes or pieces; nothing where nobody looks.
    pub fn bar(&self, length: u64, key: &str) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(length), self.draw_target());
        let unit = if length > 1 << 20 { "{bytes}/{total_bytes} {eta}" } else { "{pos}/{len}" };
        let style = ProgressStyle::with_template(&format!("{{msg}} [{{bar:30}}] {unit}"));
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
        bar.set_message(self.language.text(key));
        bar
    }

    /// A spinner for work of unknown length; nothing where nobody looks.
    pub fn spinner(&self, key: &str) -> ProgressBar {
        let spinner = ProgressBar::with_draw_target(None, self.draw_target());
        spinner.set_style(ProgressStyle::default_spinner());
        spinner.set_message(self.language.text(key));
        if !spinner.is_hidden() {
            spinner.enable_steady_tick(Duration::from_millis(120));
        }
        spinner
    }

    fn draw_target(&self) -> ProgressDrawTarget {
        // `stderr()` is hidden by itself where standard error is not a terminal.
        if self.quiet {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        }
    }
}

/// An error as a document.
#[derive(Serialize)]
struct Failure<'a> {
    error: ErrorDocument<'a>,
}

fn write(mut out: impl Write, text: &str) -> Result<(), CliError> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(lost)
}

fn lost(error: std::io::Error) -> CliError {
    CliError::OutputLost { reason: error.into() }
}
