//! `jiandu trust`: what evidence is checked against.

use crate::{
    args::{Common, TrustCommand},
    error::{shown, CliError},
    exit::Exit,
    failures::missing_folder,
    language::{Language, Texts},
    output::{Output, Report},
    session::Session,
    text::{pairs, printable, Style},
    verdict_text::labelled,
};
use jiandu_client::evidence::{trust_from_node, TrustFile, TrustFileError};
use serde::Serialize;

/// Runs `jiandu trust`.
pub async fn run(command: TrustCommand, common: &Common, output: Output) -> Result<Exit, CliError> {
    let TrustCommand::Export { file } = command;
    if file.symlink_metadata().is_ok() {
        return Err(CliError::FileExists { file: shown(&file).into() });
    }
    let session = Session::open(common, output).await?;
    let trust = session.ask(trust_from_node(&session.connection)).await?;
    trust.save(&file).map_err(|error| match error {
        TrustFileError::NotFound { path } => missing_folder(&path),
        error => error.into(),
    })?;
    output.report(&TrustReport::new(shown(&file), &trust))?;
    Ok(Exit::Ok)
}

/// A trust file that was written.
#[derive(Debug, Serialize)]
struct TrustReport {
    /// The file.
    file: String,
    /// The chain's name.
    chain: String,
    /// Its genesis hash.
    genesis: String,
    /// Whether it is for development.
    development: bool,
    /// The number of the validator set.
    set_id: u64,
    /// The validators' keys.
    authorities: Vec<String>,
    /// Whose word all of this is: always `node`.
    source: &'static str,
}

impl TrustReport {
    fn new(file: String, trust: &TrustFile) -> Self {
        Self {
            file,
            chain: printable(&trust.chain),
            genesis: trust.trust.genesis.to_string(),
            development: trust.development,
            set_id: trust.trust.set_id,
            authorities: trust.trust.authorities.iter().map(ToString::to_string).collect(),
            source: "node",
        }
    }
}

impl Report for TrustReport {
    fn text(&self, language: Language) -> String {
        let mut chain = self.chain.clone();
        if self.development {
            chain = format!("{chain}\n{}", Style::Caution.paint(&language.text("chain-development")));
        }
        let rows = vec![
            ("label-file", self.file.clone()),
            ("label-chain", chain),
            ("label-genesis", self.genesis.clone()),
            ("label-set", self.set_id.to_string()),
            ("label-validators", self.authorities.join("\n")),
        ];
        format!(
            "{}\n{}{}\n",
            Style::Good.paint(&language.text("trust-written")),
            pairs(2, &labelled(rows, language)),
            Style::Caution.paint(&language.text("trust-compare")),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use jiandu_client::{evidence::AuthorityId, evidence::Trust};
    use jiandu_primitives::chain::GenesisHash;

    #[test]
    fn a_trust_file_should_be_told_to_be_compared() {
        let trust = Trust { genesis: GenesisHash([7; 32]), set_id: 3, authorities: vec![AuthorityId([1; 32])] };
        let trust = TrustFile { chain: "Hunan".to_owned(), development: true, trust };
        let report = TrustReport::new("hunan.trust".to_owned(), &trust);
        insta::assert_snapshot!(plain(&report.text(Language::Chinese)), @r"
        信任文件已写入。
          文件      hunan.trust
          链        Hunan
                    这是开发链：它的证明对他人没有意义
          创世哈希  0707070707070707070707070707070707070707070707070707070707070707
          名单序号  3
          共识节点  0101010101010101010101010101010101010101010101010101010101010101
        以上为节点所述。请经另一途径（电话、官网、盖章函件）逐字核对创世哈希与共识节点名单，一致之后再使用。
        ");
        insta::assert_snapshot!(serde_json::to_string_pretty(&report).expect("serializable"), @r#"
        {
          "file": "hunan.trust",
          "chain": "Hunan",
          "genesis": "0707070707070707070707070707070707070707070707070707070707070707",
          "development": true,
          "set_id": 3,
          "authorities": [
            "0101010101010101010101010101010101010101010101010101010101010101"
          ],
          "source": "node"
        }
        "#);
    }
}
