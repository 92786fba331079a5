//! Tables in and out through files, as the users of this crate meet them.

mod bounds;
mod cells;
mod fixtures;
mod fuzz;
mod kinds;
mod packages;
mod sheets;
mod writing;
