//! The command line comes next.
fn main() {}
