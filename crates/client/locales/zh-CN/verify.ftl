# 存证凭证不成立的原因，键为验证程序的稳定代码。

verify-digests-conflict = 摘要冲突：同一文件的几个摘要指向不同的登记，其中有伪造的摘要，不能得出查验结果。
    .next = 请重新计算文件摘要；如仍如此，请保留原件并报告交易所。

## 信任文件
verify-trust-no-authorities = 信任文件里没有共识节点。
    .next = 请向交易所索取完整的信任文件。
verify-trust-too-many-authorities = 信任文件里的共识节点多得不合常理。
    .next = 请向交易所重新索取信任文件。
verify-trust-duplicate-authority = 信任文件里有共识节点重复出现。
    .next = 请向交易所重新索取信任文件。
verify-trust-bad-key = 信任文件里有共识节点的公钥不正确。
    .next = 请向交易所重新索取信任文件。

## 凭证文件
verify-file-too-large = 文件太大，不会是存证凭证。
    .next = 请确认没有选错文件。
verify-file-not-evidence = 这不是简牍的存证凭证文件。
    .next = 请确认没有选错文件。
verify-file-unknown-version = 存证凭证的格式比本程序新。
    .next = 请升级程序后重新查验。
verify-file-damaged = 存证凭证在保存或传送中损坏。
    .next = 请重新取得凭证文件；用邮件或聊天工具传送时，请先打包。
verify-file-truncated = 存证凭证不完整，文件末尾缺失。
    .next = 请重新取得凭证文件。
verify-file-length = 存证凭证内有一处长度不合格式。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-digest-count = 存证凭证所含的摘要个数不对，应为同一文件的 1 至 3 个摘要。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-unknown-algorithm = 存证凭证使用了本程序不认识的摘要算法。
    .next = 请升级程序后重新查验。
verify-file-digest-order = 存证凭证内摘要的次序不合格式。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-object-count = 存证凭证所列的登记项太多。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-object-order = 存证凭证所列登记项的次序不合格式，或有重复。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-node-count = 存证凭证所含的证明数据太多。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-file-trailing-bytes = 存证凭证之后还有多余的内容。
    .next = 凭证不可采信；请向出具方索取新的凭证。

## 区块头
verify-header-malformed = 存证凭证内的区块头无法读取。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-header-unknown-log = 存证凭证内的区块头含有本程序不认识的内容。
    .next = 请升级程序后重新查验。
verify-header-trailing-bytes = 存证凭证内的区块头之后还有多余的内容。
    .next = 凭证不可采信；请向出具方索取新的凭证。

## 最终确认证明
verify-finality-malformed = 最终确认证明无法读取。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-trailing-bytes = 最终确认证明之后还有多余的内容。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-too-many-votes = 最终确认证明所含的投票多得不合常理。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-other-block = 最终确认证明属于另一个区块。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-other-number = 最终确认证明的区块号与区块头不符。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-unknown-signer = 最终确认证明里有不在信任文件中的签名者。
    .next = 请核对信任文件是否属于本链、是否为出具凭证时的那一份。
verify-finality-duplicate-vote = 最终确认证明里有共识节点投了两次票。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-unconnected = 最终确认证明里有投票与所证明的区块没有关联。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-vote-number = 最终确认证明里有投票的区块号与其位置不符。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-bad-signature = 最终确认证明里有签名不正确，或出自另一份共识节点名单。
    .next = 请核对信任文件是否为出具凭证时的那一份；若是，则凭证不可采信。
verify-finality-duplicate-header = 最终确认证明里有重复的区块头。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-unused-header = 最终确认证明里有多余的区块头。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-finality-too-few-votes = 只有 { $found } 家可信的共识节点签名，至少需要 { $needed } 家。
    .next = 凭证不可采信；请向出具方索取新的凭证。

## 状态证明
verify-proof-missing-node = 状态证明不完整，或取自另一个区块。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-proof-bad-node = 状态证明中有无法读取的部分。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-proof-duplicate-node = 状态证明中有重复的部分。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-proof-unused-node = 状态证明中有多余的部分。
    .next = 凭证不可采信；请向出具方索取新的凭证。

## 所证明的内容
verify-claim-bad-row = 所证明的数据是本程序不认识的格式。
    .next = 请升级程序后重新查验。
verify-claim-genesis-missing = 所证明的数据没有说明属于哪条链。
    .next = 凭证不可采信；请向出具方问明它出自哪条链。
verify-claim-other-genesis = 存证凭证属于另一条链（{ $found }）。
    .next = 请核对凭证和信任文件是否属于同一条链。
verify-claim-time-missing = 所证明的数据没有时间。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-claim-head-missing = 所证明的数据里缺少某个登记项的现状。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-claim-row-mismatch = 所证明的数据自相矛盾。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-claim-incomplete = 存证凭证只列出 { $found } 个登记项，完整的应有 { $needed } 个。
    .next = 凭证不可采信；请向出具方索取新的凭证。
verify-claim-unneeded-object = 存证凭证列出了与文件无关的登记项。
    .next = 凭证不可采信；请向出具方索取新的凭证。
