//! End-to-end tests: the real node, the real command line, real processes. See `e2e/main.rs`.
