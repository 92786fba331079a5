//! The SDK: keys, hashing, submitting, reading and building evidence. It comes with the command line.
