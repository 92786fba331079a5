//! Checks evidence offline. It comes with the command line.
