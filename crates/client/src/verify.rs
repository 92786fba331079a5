//! What are these digests? Answered by proof, checked here.

pub use crate::evidence::{Checked, TrustSource};

use crate::{
    connection::Connection,
    evidence::{self, EvidenceError, Options, Trust, Waiting},
};
use jiandu_primitives::digest::ContentHash;

/// What the digests of one document are, as the chain proves it. Whatever cannot be checked is an error, never a verdict.
pub async fn verify_digests(
    connection: &Connection,
    digests: &[ContentHash],
    trust: Option<&Trust>,
    options: Options,
    waiting: impl FnMut(Waiting) + Send,
) -> Result<Checked, EvidenceError> {
    evidence::export(connection, digests, trust, options, waiting).await.map(|exported| exported.checked)
}
