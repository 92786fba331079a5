//! The RPC methods of this node beyond the SDK's own.
//!
//! - `system_accountNextIndex`: the next nonce of an account, counting what waits in the pool;
//! - `grandpa_proveFinality`, `grandpa_roundState`, `grandpa_subscribeJustifications`: what evidence is made of.
//!
//! - `jiandu_newestJustification`: the justification of the newest final block, SCALE in hexadecimal, or null before the
//!   first. The only method of ours: `grandpa_proveFinality` does not answer as long as the validators were never changed,
//!   stored justifications are some blocks old, and a subscription makes whoever verifies wait for the next one.
//!
//! State proofs come with `state_getReadProof` and verdicts with the runtime's view functions, so any client of the SDK can
//! use this node.

use crate::service::{Block, FullBackend, FullClient, Hash, Pool};
use codec::Encode;
use jiandu_runtime::{AccountId, Nonce};
use jsonrpsee::{
    types::{error::INTERNAL_ERROR_CODE, ErrorObjectOwned},
    RpcModule,
};
use sc_consensus_grandpa::{
    best_justification, FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_service::Error as ServiceError;
use sp_core::{traits::SpawnNamed, Bytes};
use sp_runtime::traits::NumberFor;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods read. Kept whole because the SDK builds the module twice: for the server and for in-memory calls.
pub struct Sources {
    /// The chain.
    pub client: Arc<FullClient>,
    /// The database behind it.
    pub backend: Arc<FullBackend>,
    /// The transactions waiting for a block.
    pub pool: Arc<Pool>,
    /// The GRANDPA authorities of now.
    pub authority_set: SharedAuthoritySet<Hash, NumberFor<Block>>,
    /// The running rounds; empty until the voter has started.
    pub voter_state: SharedVoterState,
    /// Every new justification.
    pub justifications: GrandpaJustificationStream<Block>,
    /// Proofs from the stored justifications.
    pub finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

impl Sources {
    /// Builds the methods; `executor` runs their subscriptions.
    pub fn module(&self, executor: Arc<dyn SpawnNamed>) -> Result<RpcModule<()>, ServiceError> {
        let system = System::<_, _, Block>::new(self.client.clone(), self.pool.clone());
        let grandpa = Grandpa::new(
            executor,
            self.authority_set.clone(),
            self.voter_state.clone(),
            self.justifications.clone(),
            self.finality_proofs.clone(),
        );

        let mut module = RpcModule::new(());
        module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(system)).map_err(already_registered)?;
        module.merge(grandpa.into_rpc()).map_err(already_registered)?;
        let backend = self.backend.clone();
        module
            .register_method("jiandu_newestJustification", move |_, _, _| newest_justification(&backend))
            .map_err(already_registered)?;
        Ok(module)
    }
}

/// What makes the newest final block final.
fn newest_justification(backend: &FullBackend) -> Result<Option<Bytes>, ErrorObjectOwned> {
    let newest = best_justification::<FullBackend, Block>(backend)
        .map_err(|error| ErrorObjectOwned::owned(INTERNAL_ERROR_CODE, error.to_string(), None::<()>))?;
    Ok(newest.map(|justification| Bytes(justification.encode())))
}

/// The only way merging fails: two methods of one name.
fn already_registered(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
    ServiceError::Application(Box::new(error))
}
