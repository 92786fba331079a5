//! One file per behaviour.
mod extension;
mod keys;
mod model;
mod organisations;
mod origins;
