# 客户端自身的错误：连接、密钥、文件、提交、存证凭证。

## 连接节点
connection-bad-url = { $url } 不是节点地址。
    .next = 节点地址应以 ws:// 或 wss:// 开头，例如 ws://127.0.0.1:9944；请改正后重试。
connection-unreachable = 连不上节点 { $url }：{ $reason }。
    .next = 请确认节点正在运行、地址无误、网络通畅，然后重试。
connection-wrong-chain = 所连节点属于另一条链：应为 { $expected }，实为 { $found }。
    .next = 请核对节点地址；在弄清之前不要提交，也不要采信它的查验结果。
connection-not-jiandu = 所连节点不属于简牍链。
    .next = 请核对节点地址。
connection-incompatible = 链上“{ $item }”的格式与本客户端不一致。
    .next = 链已升级，或客户端较新：请安装与链版本相配的客户端。
connection-lost = 与节点的连接中断：{ $reason }。
    .next = 请检查网络后重试；如正在提交，请先查看是否已经办成。
connection-timeout = 节点在 { $seconds } 秒内没有应答。
    .next = 请稍后重试；如仍无应答，请换一个节点或联系节点运维。
connection-rpc = 节点拒绝了请求：{ $message }（代码 { $code }）。
    .next = 请稍后重试；如仍出现，请把代码告知节点运维。
connection-malformed = 节点关于“{ $item }”的应答无法理解。
    .next = 请换一个节点，或升级客户端后重试。

## 密钥文件
key-not-found = 找不到密钥文件 { $path }。
    .next = 请核对路径；还没有密钥的，请先生成密钥。
key-exists = { $path } 已经存在，密钥文件从不覆盖。
    .next = 请换一个文件名；如确需替换，请先把原文件移到安全的地方。
key-malformed = { $path } 不是完整的密钥文件。
    .next = 请改用备份，或用助记词重新导入密钥。
key-wrong-password = 密码打不开密钥文件 { $path }。
    .next = 请重新输入密码，注意大小写和输入法；忘记密码的，请用助记词重新导入。
key-empty-password = 没有密码：没有输入，或第一行是空的。
    .next = 请输入密码；没有终端时，以 --password-file 指定文件，密码写在第一行。
key-unknown-dev-key = 没有名为 { $name } 的开发密钥。
    .next = 可用的开发密钥有：{ $known }。
key-dev-key-elsewhere = “{ $chain }”不是开发链，不接受开发密钥：开发密钥人所共知。
    .next = 请以 --key 指定您自己的密钥文件。
key-no-randomness = 系统没有提供随机数，不能生成密钥。
    .next = 请联系系统管理员检查本机的随机数来源。
key-io = 读写密钥文件 { $path } 失败：{ $reason }。
    .next = 请检查磁盘空间和文件权限后重试。
phrase-empty = 没有助记词。
    .next = 请输入助记词，或以 0x 开头的 64 位十六进制种子。
phrase-word-count = 助记词有 { $found } 个词，应为 12、15、18、21 或 24 个。
    .next = 请对照抄写的助记词，补全或去掉多余的词。
phrase-unknown-word = 第 { $position } 个词不在助记词词表中。
    .next = 请对照抄写的助记词，核对这个词的拼写。
phrase-checksum = 每个词都在词表中，但合起来不对：有词抄错或次序颠倒。
    .next = 请对照抄写的助记词，逐词核对，并注意次序。
phrase-seed = 种子应为 0x 加 64 位十六进制数字。
    .next = 请核对种子的位数和字符。

## 文件
file-not-found = 找不到文件 { $path }。
    .next = 请核对文件名和所在文件夹。
file-directory = { $path } 是文件夹，不是文件。
    .next = 请指定文件夹里的某个文件；多个文件请逐个列出，或打包成一个压缩包。
file-special = { $path } 不是文件，而是设备、套接字或管道。
    .next = 请指定文件。
file-permission-denied = 没有读取 { $path } 的权限。
    .next = 请换用有权限的用户，或请文件所有者开放读取权限。
file-changed-while-reading = 读取期间 { $path } 被改动了。
    .next = 请关闭正在编辑该文件的程序，等文件不再变化后重试。
file-io = 读取 { $path } 失败：{ $reason }。
    .next = 请检查磁盘或网络盘是否正常，然后重试。
file-empty = { $path } 是空文件，不能登记。
    .next = 请换成正确的文件后重试。

## 提交
submit-bad-origin = 签名的密钥无权办理此项。
    .next = 请核对该密钥的角色；需要增加角色的，请联系本机构密钥管理员。
submit-dispatch = 链执行该操作时失败：{ $name }。
    .next = 链上没有任何改动；请核对内容后重试，如仍出现请联系技术支持。
submit-not-final = 交易已进入区块 { $block }，尚未最终确认。
    .next = 它仍可能得到最终确认，请稍后查看。完全相同的重试不会重复登记；更正、重写与撤回须连所依据的快照也相同。
submit-not-in-block = 交易已发出，尚未见到它进入区块。
    .next = 它仍可能得到最终确认，请稍后查看。完全相同的重试不会重复登记；更正、重写与撤回须连所依据的快照也相同。
submit-busy = 节点繁忙，或同一密钥的另一笔交易已抢先提交。
    .next = 请稍后重试；不要用同一密钥同时提交多笔。
submit-unknown-motion = 没有编号为 { $index } 的议案正在表决。
    .next = 请查看表决中的议案；已经办结的不再列出。
submit-too-many = 共有 { $found } 项，一次最多 { $limit } 项。
    .next = 请减少后重新提交，或分几次提交。
submit-encoding = 内容无法按链的格式编码：{ $reason }。
    .next = 请升级客户端后重试。
submit-no-event = 交易已进入区块，但链没有说明它做了什么。
    .next = 请查看相关登记项或成员的现状；如不符，请升级客户端后重试。

## 存证凭证
evidence-not-final = 已证明最终确认的最新区块为 { $newest }，尚未到 { $at_least }。
    .next = 最终确认通常只需几秒；请稍后重试。长时间不前进的，请联系节点运维。
evidence-nothing-final = 尚无区块得到最终确认的证明（须到 { $at_least }）。
    .next = 新链要等最初几个区块最终确认；请稍后重试。长时间如此的，请联系节点运维。
evidence-other-validators = 信任文件已过时：其中的名单序号为 { $trusted }，链上现为 { $found }。
    .next = 请从交易所或其他可信途径取得新的信任文件，核对后重新查验。
evidence-false-header = 节点给出的区块头与其区块不符，不可采信。
    .next = 请换一个节点，并把此事告知节点运维。
trust-file-not-found = 找不到信任文件 { $path }。
    .next = 请核对路径；还没有信任文件的，请向交易所索取。
trust-file-exists = { $path } 已经存在。
    .next = 请换一个文件名，或先移走原文件。
trust-file-malformed = { $path } 不是完整的信任文件。
    .next = 请向交易所重新索取。
trust-file-io = 读写信任文件 { $path } 失败：{ $reason }。
    .next = 请检查磁盘空间和文件权限后重试。

## 快照对象（报文）
fault-not-json = { $at }：不是 JSON。
    .next = 请以 UTF-8 编码保存为 JSON 后重试。
fault-not-an-object = { $at }：应为 JSON 对象，即以大括号包住的内容。
    .next = 请改成对象后重试。
fault-missing = { $at }：缺少 { $value }。
    .next = 请补上后重试。
fault-unknown = { $at }：多出 { $value }，此处没有这些名称。
    .next = 请核对名称的拼写，或去掉它们。
fault-type = { $at }：类型不对，应为 { $value }。
    .next = 请改正后重试；文字要加引号，数字和是否不加。
fault-value = { $at }：取值不对，应为以下之一：{ $value }。
    .next = 请改正后重试。
fault-form = { $at }：格式不对，应符合 { $value }。
    .next = 请改正后重试。
fault-below = { $at }：太短、太小或太少，至少为 { $value }。
    .next = 请改正后重试。
fault-above = { $at }：太长、太大或太多，至多为 { $value }。
    .next = 请改正后重试。
fault-personal-number = { $at }：含有 11 位或更长的数字，可能是身份证号、手机号或银行卡号。
    .next = 个人信息不得写入报文，请删去；属于文件内容的，请放在文件里并按非公开级别存证。
fault-other = { $at }：不符合规则（{ $value }）。
    .next = 请改正后重试。
