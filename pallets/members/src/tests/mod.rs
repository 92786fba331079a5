//! One file per behaviour.
mod extension;
mod keys;
mod organisations;
mod origins;
