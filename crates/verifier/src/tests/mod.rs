//! Tests against real tries and real signatures, made the way a node makes them.

mod fixture;

mod answers;
mod arbitrary;
mod canonical;
mod files;
mod finality;
mod flips;
mod refusals;
mod trie;
