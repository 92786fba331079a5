# 命令行的中文文本。用词依 docs/GLOSSARY.zh.md；领域用语与链上错误的文本在 crates/client/locales。

## 退出码
exit-heading = 退出码：
exit-0 = 完成；查验时表示成立，所问为现行且已最终确认
exit-1 = 其他失败
exit-2 = 命令用法不对，或所指的文件不能用
exit-3 = 未通过查验：不符、伪造，或凭证不成立
exit-4 = 已证明不存在（说明范围）
exit-5 = 尚未最终确认、过旧或等待超时
exit-6 = 没有权限
exit-7 = 网络：连不上节点，或连接中断
exit-8 = 密钥、密码或签名有误
exit-9 = 配置不允许
exit-10 = 不是所要的链：创世哈希不同
exit-11 = 此处未查到，未证明不存在
exit-12 = 已登记，非现行：已被更正、已重写、已撤回或误登

## 帮助的标题与附注
heading-usage = 用法:
heading-commands = 命令
heading-arguments = 参数
heading-options = 选项
heading-global = 通用选项
usage-command = 命令
usage-options = [选项]
notes = （{ $notes }）
notes-separator = ；
note-values = 可选：{ $values }
note-variable = 环境变量：{ $name }
note-default = 默认：{ $value }

## 命令
help = 简牍：登记文件，查验文件，取走存证凭证。
help-key = 生成、导入、查看密钥文件
help-key-generate = 生成新密钥，存为加密的密钥文件
    .more = 密码由提示输入，或取自 --password-file，或取自标准输入；从不写在命令行上。
help-key-import = 以助记词或种子恢复密钥，存为加密的密钥文件
    .more =
        助记词与密码由提示输入，或分别取自 --phrase-file 与 --password-file，
        或从标准输入逐行读取：第一行助记词，第二行密码。
help-key-show = 查看密钥的账户与公钥，不需要密码
help-member = 查看联盟成员，办理成员与密钥的接纳、暂停、终止
help-member-list = 列出全部成员机构
help-member-show = 查看一家机构及其密钥
help-member-add = 提请联盟治理接纳一家机构及其首个密钥管理员
help-member-suspend = 提请联盟治理暂停一家机构
help-member-reinstate = 提请联盟治理恢复一家被暂停的机构
help-member-add-key = 为机构增加一个密钥，由其密钥管理员或联盟治理办理
help-member-rotate-key = 以新密钥更换签名所用的密钥，旧密钥即刻终止
help-member-revoke-key = 终止一个密钥，由其机构的密钥管理员或联盟治理办理
help-council = 查看联盟治理的议案并表决
help-council-list = 列出表决中的议案
help-council-vote = 对一项议案投票，票数足够时随即执行
help-record = 登记文件，更正、撤回，查看登记项
help-record-create = 以一份或多份文件新建登记项
    .more =
        例：jiandu record create 年度报告.pdf --subject 91350100M000100Y43 --id annual-2025
        不写 --id 时，外部编号取自第一份文件的名称；名称中有不允许的字符，
        或有 11 位以上连续数字（可能是个人号码）时，改用文件的 SM3 摘要。
help-record-update = 为登记项增加一个版本（更正/补充）
help-record-withdraw = 撤回登记项：此后不得再有新版，历史照旧可查
help-record-show = 查看登记项的现状
help-record-history = 查看登记项的全部快照
help-hash = 计算文件的摘要，不需要节点
help-verify = 查验文件或摘要：是否登记、是否现行、由谁登记
    .more =
        例：jiandu verify 年度报告.pdf --trust hunan.trust
        文件只在本机计算摘要，从不上传。几个文件时每个一行，退出码取其中最差的，
        由差到好依次为 3、10、8、9、6、7、1、2、5、11、4、12、0。
help-evidence = 导出存证凭证，离线查验存证凭证
help-evidence-export = 向节点取得一份文件的存证凭证，在本机验证后写入文件
help-evidence-verify = 离线查验存证凭证，不需要网络
    .more = 例：jiandu evidence verify 年度报告.evidence --file 年度报告.pdf --trust hunan.trust
help-trust = 取得查验所依据的信任文件
help-trust-export = 把节点所述的创世哈希与共识节点名单写入信任文件
    .more = 节点的话不能自证：请经另一途径（电话、官网、盖章函件）核对创世哈希与名单之后再使用。
help-doctor = 检查节点、链、时钟与密钥是否可用
help-completions = 输出命令补全脚本
help-man = 生成全部命令的手册页

## 参数与选项
arg-help = 显示帮助
arg-version = 显示版本
arg-node = 节点的 WebSocket 地址
arg-key = 签名所用的密钥文件
arg-dev-key = 公开的开发密钥，如 Alice；只用于开发链，优先于 --key
arg-password-file = 从文件的第一行读取密码；- 表示标准输入
arg-genesis = 只接受创世哈希为此值的链
arg-trust = 查验所依据的信任文件；同时只接受其中的链
arg-lang = 文本的语言，不写时依系统区域设置
arg-output = 输出的形式
arg-timeout = 等待节点与最终确认的最长秒数
arg-quiet = 不显示提示与进度
arg-key-generate-file = 要写入的密钥文件；不写时取 --key
arg-key-generate-words = 同时显示助记词，请勿在他人可见处使用
arg-key-import-file = 要写入的密钥文件；不写时取 --key
arg-key-import-phrase-file = 从文件读取助记词或种子；- 表示标准输入
arg-key-show-file = 要查看的密钥文件；不写时取 --key
arg-uscc = 机构的统一社会信用代码（18 位）
arg-kind = 机构的类别
arg-name = 机构的登记名称
arg-administrator = 首个密钥管理员的账户
arg-roles = 密钥的角色，可写多个，以逗号分隔
arg-member-add-roles = 首个密钥除密钥管理员之外的角色，可写多个，以逗号分隔
arg-handle = 经办人代号（16 位十六进制）；不写时随机生成
arg-custody = 密钥由谁持有：self 自持，hosted 托管，certificate CA 证书
arg-from = 生效时间，如 2026-04-14 或 2026-04-14T10:00:00+08:00；不写时即刻生效
arg-until = 失效时间，写法同上；不写时长期有效
arg-account = 密钥的账户（SS58 或 0x 公钥）
arg-member-rotate-key-account = 新密钥的账户（SS58 或 0x 公钥）
arg-council = 以联盟治理的名义办理，不以机构密钥管理员的名义
arg-reason = 原因代码
arg-index = 议案的编号
arg-vote = aye 赞成，nay 反对
arg-files = 一份或多份文件
arg-record = 登记编号（64 位十六进制），或写作“主体代码/外部编号”
arg-subject = 主体的统一社会信用代码（18 位）
arg-id = 外部编号：1 至 128 个字符，限 A-Z a-z 0-9 . _ -，不得含有个人信息
arg-base = 所依据的最新快照，如 0.0；不写时先读取并说明
arg-no-wait = 入块即返回，不等最终确认
arg-algorithms = 摘要算法，可写多个，以逗号分隔；不写时全部计算
arg-digests = 以摘要代替文件，如 sm3:66c7f0f4…；可写多次
arg-evidence-export-file = 要取得存证凭证的文件
arg-out = 要写入的存证凭证文件；不写时以文件名加 .evidence
arg-evidence = 存证凭证文件
arg-evidence-verify-file = 应与存证凭证相符的文件
arg-trust-export-file = 要写入的信任文件
arg-shell = 命令解释器
arg-dir = 写入手册页的文件夹

## 提示与进度
prompt-password = 密钥文件的密码：
prompt-new-password = 新密码（至少 8 个字符）：
prompt-repeat = 再次输入新密码：
prompt-phrase = 助记词或种子（不显示）：
progress-connecting = 正在连接节点
progress-asking = 正在查询
progress-hashing = 正在计算摘要
progress-verifying = 正在查验
progress-encrypting = 正在加密密钥
progress-sending = 正在提交
progress-sent = 已提交，等待入块
progress-in-block = 已入区块 { $block }，等待最终确认
progress-final = 区块 { $block } 已最终确认

## 时间
moment-short = { $beijing }（北京时间）
moment-both = { $beijing }（北京时间），{ $utc } UTC
moment-full = { $time }，区块 { $block }
moment-genesis = 创世区块

## 查验结果
headline = { $basis }{ $claim }
basis-trust-file = 已证明：
basis-node = 本机已验证（共识节点名单由所连节点自报）：
basis = 截至 { $when }。{ $checked }；{ $source }。
asked-file = 文件“{ $file }”
asked-digest = 摘要 { $digest } 所指的文件
claim-current = { $what }自 { $when }登记之时起未改动，截至区块 { $block } 为现行。
claim-superseded = { $what }曾作为「{ $version }」登记，已被「{ $by }」取代；截至区块 { $block }，现行文件见「{ $head }」。
claim-superseded-closed = { $what }曾作为「{ $version }」登记，已被「{ $by }」取代；该登记项后来{ $state }。
claim-overwritten = { $what }曾作为「{ $version }」登记，已因登记差错重写为「{ $by }」；截至区块 { $block }，现行文件见「{ $head }」。
claim-overwritten-closed = { $what }曾作为「{ $version }」登记，已因登记差错重写为「{ $by }」；该登记项后来{ $state }。
claim-closed = { $what }曾作为「{ $version }」登记，所在登记项{ $state }。
claim-absent = 截至区块 { $block }，已发布的、单份登记的、以明文摘要登记的文件中没有{ $what }。
claim-conflict = 摘要冲突：截至区块 { $block }，{ $what }的几个摘要指向不同的登记，不能得出查验结果。
answer-current = 现行
answer-superseded = 已被更正
answer-overwritten = 已重写
answer-withdrawn = 已撤回
answer-misfiled = 误登
answer-absent = 已证明不存在
answer-conflict = 摘要冲突
answer-unchecked = 未能查验
standing-absent = 没有登记
record-withdrawn = 已于 { $when }撤回（原因：{ $reason }）
record-misfiled = 已于 { $when }标为误登，正确的登记项为 { $record }
restriction-frozen = 冻结：不得有新版，也不得撤回
restriction-backfilled = 补录：历史文件事后登记
entry-number = 登记项 { $number }（共 { $count } 条）
unlisted = 另有 { $count } 条未列出
operator = { $handle }（密钥{ $custody }）
organisation-named = { $name }（{ $uscc }；名称为节点所述，未经证明）
record-and-kind = { $record }（{ $kind }）
version-range = { $first }，沿用至「{ $last }」
version-withdrawal = 撤回(v{ $version })
chain-and-genesis = { $name }（创世哈希 { $genesis }）
chain-development = 这是开发链：它的证明对他人没有意义
proved-unchanged = 自 { $when }登记之时起，文件未改动
proved-absent = 截至区块 { $block }，已发布的、单份登记的、以明文摘要登记的文件中没有它
proved-absent-sha256 = 登记时可以不附 SHA-256 摘要，文件可能已以其他摘要登记：请以文件本身或其 SM3 摘要再查
not-proved = 内容真实；有权出具；登记之前未改动
not-proved-absent = 不在加盐登记或批量登记的文件之中；此后没有登记
not-proved-note = 未证明：{ $what }。
not-proved-conflict = 文件与其中任何一项登记的关系：有的摘要是伪造的
hint-absent = 改动任何一个字节，摘要就完全不同：请确认它不是另存、转换格式、加盖电子章或重新压缩的副本
checked-here = 证明已在本机验证，不依赖服务器
checked-here-by-node = 证明已在本机验证，但共识节点名单凭所连节点所述
validators = { $validators } 家共识节点中 { $signers } 家签名；{ $source }
validators-trust-file = 名单取自信任文件 { $file }
validators-node = 名单由节点 { $url } 自报，未与信任文件核对
time-by-validators = 仅由共识节点给出
count = { $answer } { $count }
summary = 共 { $total } 项：{ $counts }

## 标签
label-account = 账户
label-anchored = 登记时间
label-answer = 结果
label-as-of = 截至
label-author = 机构与经办人代号
label-ayes = 赞成
label-base = 所依据的快照
label-block = 区块
label-call = 内容
label-chain = 链
label-changes = 变更
label-checked = 查验方式
label-custody = 持有方式
label-deputation = 代岗
label-digests = 摘要
label-documents = 文件数
label-end = 表决截止区块
label-external-id = 外部编号
label-file = 文件
label-finality = 最终确认
label-genesis = 创世哈希
label-handle = 经办人代号
label-hash = 议案哈希
label-head = 现行快照
label-hint = 提示
label-key-file = 密钥文件
label-kind = 类别
label-motion = 议案
label-name = 名称
label-nays = 反对
label-not-proved = 未证明
label-operation = 操作
label-operator = 经办人代号
label-organisation = 登记机构
label-member = 机构
label-proved = 已证明
label-public = 公钥
label-reason = 原因
label-record = 登记编号
label-record-state = 登记项状态
label-restriction = 限制
label-roles = 角色
label-set = 名单序号
label-signers = 签名的共识节点
label-since = 加入时间
label-standing = 状态
label-subject = 主体
label-time = 时间
label-time-source = 时间依据
label-until = 退出时间
label-uscc = 统一社会信用代码
label-validators = 共识节点
label-validity = 有效期
label-version = 版本
label-votes = 票数
label-words = 助记词

## 密钥
key-written = 密钥文件已写入。
key-development = 无：这是人所共知的开发密钥
note-key-mode = { $file } 只有本用户可读，内容已用密码加密。
note-back-up-key = 请备份密钥文件并保管好密码：两者缺一，密钥就不能恢复。需要助记词时加 --words。

## 登记
written-create = 已登记，已最终确认。
written-update = 已更正，已最终确认。
written-overwrite = 已重写，已最终确认。
written-withdraw = 已撤回，已最终确认。
written-not-final = 已入块，待最终确认；最终确认之前尚可能被回退。
written-unchanged = 相同内容此前已登记，没有重复写入。
finality-final = 已最终确认
finality-pending = 待最终确认
note-id-from-name = 外部编号取自文件名：{ $id }
note-id-from-digest = 文件名不宜作外部编号，改用文件的摘要：{ $id }
note-base-read = 以刚读取的最新快照 { $head } 为依据。
how-to-verify = 查验：jiandu verify { $files }
document-number = 文件 { $number }：{ $media }，{ $length } 字节
operation-with-reason = { $operation }（{ $reason }）
node-says = 以上为节点所述，未在本机验证。
node-says-of-record = 以上为节点所述，未在本机验证；要有证明，请以文件或摘要 jiandu verify。

## 成员与联盟治理
done-member-add = 机构已接纳。
done-member-suspend = 机构已暂停，其全部密钥即刻不能使用。
done-member-reinstate = 机构已恢复。
done-member-add-key = 密钥已增加。
done-member-rotate-key = 密钥已更换，旧密钥已终止。
done-member-revoke-key = 密钥已终止，此前的签名仍然有效。
done-council-vote = 议案已通过并执行。
act-open = 议案表决中，尚需更多赞成票。
act-rejected = 议案已被否决。
note-key-rotated = 此后请以新密钥签名：用 --key 指定它的密钥文件。
how-to-vote = 联盟治理成员表决：jiandu council vote { $index } aye|nay
no-motions = 没有表决中的议案。
votes = 赞成 { $ayes }，反对 { $nays }；需 { $threshold } 票赞成，共 { $seats } 席
change = { $status }：{ $when }
change-with-reason = { $status }（{ $reason }）：{ $when }
key-ended = { $status }（{ $reason }）
deputation = { $roles }；{ $window }
window = { $from }起，至 { $until }止
window-open = { $from }起，长期
window-at-once = 接纳之时起
new-key = 账户 { $account }，经办人代号 { $handle }，角色 { $roles }，密钥{ $custody }，有效期 { $window }
motion-admit-organisation = 接纳{ $kind } { $name }（{ $organisation }），首个密钥管理员：{ $key }
motion-suspend-organisation = 暂停机构 { $organisation }（原因：{ $reason }）
motion-reinstate-organisation = 恢复机构 { $organisation }
motion-remove-organisation = 令机构 { $organisation } 退出（原因：{ $reason }）
motion-admit-key = 为机构 { $organisation } 增加密钥：{ $key }
motion-revoke-key = 终止密钥 { $account }（原因：{ $reason }）
motion-suspend-key = 暂停密钥 { $account }
motion-reinstate-key = 恢复密钥 { $account }
motion-end-handle = 自 { $from }起停用机构 { $organisation } 经办人 { $handle } 的全部密钥（原因：{ $reason }）
motion-authorize-upgrade = 准许运行时升级，代码哈希 { $hash }
motion-note-stalled = 声明最终确认停滞：延迟 { $delay } 个区块，依据已最终确认的区块 { $block }
motion-set-members = 更换联盟治理成员为：{ $members }
motion-other = 本程序不认识的调用 { $call }，编码 { $encoded }

## 存证凭证与信任文件
evidence-written = 存证凭证已写入 { $file }（{ $bytes } 字节），写入之前已在本机验证。
how-to-verify-offline = 离线查验：jiandu evidence verify { $file } --file 文件 --trust 信任文件
note-no-document = 未给出文件：以上是凭证所述摘要的查验结果。加 --file 可查验文件是否就是凭证所指的那一份。
trust-written = 信任文件已写入。
trust-compare = 以上为节点所述。请经另一途径（电话、官网、盖章函件）逐字核对创世哈希与共识节点名单，一致之后再使用。
man-written = 已在 { $folder } 写入 { $pages } 个手册页。

## 错误：命令行
what-next = 怎么办：
error-missing-command = 没有说明要执行哪个命令。
    .help = 运行 jiandu --help 查看全部命令。
error-unknown-command = 没有名为“{ $name }”的命令。
    .help = 可用的命令：{ $known }。
error-unknown-argument = 不认识“{ $argument }”。
    .help = 在命令之后加 --help 查看它的选项。
error-similar-argument = 不认识“{ $argument }”。
    .help = 您要的可能是 { $similar }。
error-missing-argument = 缺少：{ $arguments }。
    .help = 补上缺少的部分；在命令之后加 --help 查看说明。
error-missing-value = { $argument } 没有给出值。
    .help = 在它之后写上值；在命令之后加 --help 查看说明。
error-unknown-value = “{ $value }”不能用于 { $argument }。
    .help = 可用的值：{ $known }。
error-conflicting-arguments = { $argument } 不能与 { $other } 同时使用。
    .help = 去掉其中一个。
error-repeated-argument = { $argument } 写了不止一次。
    .help = 只保留一个。
error-argument-not-utf8 = 命令行中有一个应为文字的值不是 UTF-8。
    .help = 文件名可以是任何编码，其他的值须为 UTF-8；请改正后重试。
error-bad-command-line = 命令行有误：{ $reason }
    .help = 在命令之后加 --help 查看用法。
error-uscc-length = 统一社会信用代码应为 18 位，“{ $uscc }”有 { $found } 位。
    .help = 请对照营业执照补齐或去掉多余的字符。
error-uscc-symbol = 统一社会信用代码“{ $uscc }”的第 { $position } 位不是代码所用的字符。
    .help = 代码只用数字和大写字母，没有 I、O、S、V、Z：请对照营业执照，看是否把 0 写成了 O、把 1 写成了 I。
error-uscc-check = 统一社会信用代码“{ $uscc }”校验不通过：18 位中至少一位有误。
    .help = 请对照营业执照逐位核对，勿只改末位。
error-id-length = 外部编号应为 1 至 { $most } 个字符，现有 { $found } 个。
    .help = 换一个长度合适的外部编号，或不写 --id 由程序决定。
error-id-character = 外部编号“{ $id }”的第 { $position } 个字符不允许使用。
    .help = 外部编号会永久留在链上，只能用 A-Z a-z 0-9 . _ -；可以不写 --id 由程序决定。
error-digest-no-algorithm = “{ $digest }”没有写明摘要算法。
    .help = 写作 算法:十六进制，如 sm3:66c7f0f4…。
error-digest-unknown-algorithm = “{ $digest }”的摘要算法不认识。
    .help = 可用的算法：blake3、sm3、sha256。
error-digest-length = 摘要应有 64 位十六进制数字，现有 { $found } 个字符。
    .help = 请检查是否复制完整。
error-digest-not-hex = 摘要的第 { $position } 个字符不是十六进制数字。
    .help = 摘要只用 0-9 和 a-f：请重新复制。
error-bad-genesis = “{ $value }”不是创世哈希。
    .help = 创世哈希是 64 位十六进制数字，可从信任文件或交易所公布处取得。
error-bad-record = “{ $value }”不是登记编号。
    .help = 写 64 位十六进制的登记编号，或写作 主体代码/外部编号，如 91350100M000100Y43/annual-2025。
error-bad-version = “{ $value }”不是快照的编号。
    .help = 写作 版本.修订，如 0.0；用 jiandu record show 查看最新快照。
error-bad-account = “{ $value }”不是账户。
    .help = 写 SS58 账户（如 5Grw…），或 0x 加 64 位十六进制公钥；用 jiandu key show 查看。
error-bad-handle = “{ $value }”不是经办人代号。
    .help = 经办人代号是 16 位十六进制数字；不写 --handle 则随机生成。
error-bad-time = “{ $value }”不是日期或时间。
    .help = 写作 2026-04-14（北京时间零时起），或 2026-04-14T10:00:00+08:00。
error-bad-seconds = “{ $value }”不是可用的秒数。
    .help = 写 1 至 86400 的整数。
error-bad-name = 机构名称应为 1 至 { $most } 字节，现有 { $found } 字节。
    .help = 填写营业执照上的名称；一个汉字占 3 字节。
error-nothing-to-ask = 没有给出文件，也没有给出摘要。
    .help = 写出文件，或以 --digest 给出摘要。
error-several-documents = 给出了同一算法的几个摘要，它们不会属于同一份文件。
    .help = 一份存证凭证只关于一份文件：每份文件分别导出。

## 错误：文件
error-no-such-file = 没有文件“{ $file }”。
    .help = 请检查路径与文件名；名称含空格时须加引号。
error-is-directory = “{ $file }”是文件夹，不是文件。
    .help = 请写出其中的文件。
error-empty-file = 文件“{ $file }”是空的，不能登记。
    .help = 请检查文件是否保存或下载完整；没有登记任何内容。
error-empty-file-identifies-nothing = 文件“{ $file }”是空的，不能据以查验：所有空文件的摘要都相同。
    .help = 请检查文件是否保存或下载完整。
error-same-content = 文件“{ $file }”与“{ $other }”内容完全相同。
    .help = 同一登记项中每份文件只能出现一次：去掉其中一份；没有登记任何内容。
error-too-many-files = 给出了 { $found } 份文件，一个登记项最多 { $most } 份。
    .help = 请分成几个登记项。
error-file-exists = 文件“{ $file }”已经存在，不会覆盖。
    .help = 换一个文件名，或先移走原有文件。
error-unreadable = 没有权限读取文件“{ $file }”。
    .help = 请检查文件的权限，或换用有权限的用户。
error-unwritable = 没有权限写入“{ $file }”。
    .help = 请检查文件夹的权限，或写到别处。
error-file-changed = 文件“{ $file }”在读取过程中发生了变化。
    .help = 请等写入完成后重试；没有登记任何内容。
error-io = 读写“{ $file }”失败：{ $reason }
    .help = 请检查磁盘空间与设备之后重试。
error-output-lost = 输出没有写出去：{ $reason }
    .help = 请检查接收输出的程序与磁盘空间；要知道是否已经办成，请查询之后再重试。

## 错误：密钥与密码
error-no-key = 没有指定密钥。
    .help = 以 --key 或环境变量 JIANDU_KEY 指定密钥文件；在开发链上可用 --dev-key。
error-dev-key-elsewhere = “{ $chain }”不是开发链，不接受开发密钥：开发密钥人所共知。
    .help = 以 --key 指定您自己的密钥文件。
error-short-password = 新密码太短，至少要 { $least } 个字符。
    .help = 换一个更长的密码，几个不相干的词连在一起即可。
error-passwords-differ = 两次输入的密码不同，没有写入任何文件。
    .help = 请重新执行命令。

## 错误：登记
error-stale-head = 登记项 { $record } 的最新快照是 { $head }，不是所依据的 { $base }：其间已有别的变更。
    .help = 先用 jiandu record show 查看现状；仍要办理时，以 --base { $head } 重新提交。没有写入任何内容。
error-duplicate-id = 该主体的外部编号“{ $id }”已用于另一内容的登记项 { $record }。
    .help = 要更正该登记项，用 jiandu record update { $record }；要另建登记项，以 --id 换一个外部编号。

## 错误：未查到
error-unknown-record = 节点没有登记项 { $record }。这是节点所述，未证明不存在。
    .help = 请核对登记编号，或主体代码与外部编号，并确认连接的是所要的链。
error-unknown-member = 节点没有成员机构 { $member }。这是节点所述，未证明不存在。
    .help = 请核对统一社会信用代码；用 jiandu member list 查看全部成员。

## 错误：存证凭证
error-no-trust = 没有指定信任文件，离线查验无所依据。
    .help = 以 --trust 指定信任文件；向交易所索取，或用 jiandu trust export 取得并经另一途径核对。
error-wrong-document = 不符：文件“{ $file }”不是存证凭证所指的文件。凭证所指为 { $expected }，该文件为 { $found }。
    .help = 请确认文件与凭证成对，且文件未经另存、转换或改动。
