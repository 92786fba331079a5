# 领域用语。定稿用语见 docs/GLOSSARY.zh.md。

## 成员类别
organisation-kind-exchange = 股权交易场所
organisation-kind-regulator = 监管部门
organisation-kind-intermediary = 中介机构
organisation-kind-data-provider = 数据提供方
organisation-kind-data-user = 数据使用方
organisation-kind-auditor = 查验机构
organisation-kind-verifier = 原件核验机构

## 岗位
role-administrator = 密钥管理岗
role-registrar = 登记岗
role-discloser = 信披岗
role-reviewer = 复核岗
role-referer = 推荐人
role-provider = 数据提供岗
role-user = 数据使用岗
role-auditor = 查验人
role-verifier = 原件核验岗
role-regulator = 监管岗
role-operator = 节点运维岗

## 密钥保管方式
custody-self = 自持
custody-hosted = 托管
custody-certificate = CA 证书

## 停用原因
end-reason-departure = 离岗或调岗
end-reason-rotation = 更换密钥
end-reason-loss = 密钥遗失
end-reason-compromise = 密钥可能泄露
end-reason-violation = 违反规则
end-reason-request = 本机构申请

## 状态
organisation-status-active = 正常
organisation-status-suspended = 已暂停
organisation-status-left = 已退出
key-status-active = 正常
key-status-suspended = 已暂停
key-status-ended = 已终止

## 存证
record-kind-general = 一般存证
record-kind-disclosure = 信息披露
record-kind-archive-section = 企业数字档案
operation-create = 首次登记
operation-update = 更正/补充
operation-overwrite = 登记差错重写
operation-withdraw = 撤回
withdrawal-reason-mistake = 登记有误
withdrawal-reason-replaced = 已由其他存证替代
withdrawal-reason-legal = 依法依规
withdrawal-reason-request = 主体申请
withdrawal-reason-delisted = 主体已离场
record-state-live = 有效
record-state-withdrawn = 已撤回
record-state-misfiled = 误登

## 查验结果
standing-current = 现行
standing-superseded = 已被更正，后续版本为{ $by }
standing-overwritten = 已重写，后续版本为{ $by }
standing-withdrawn = 已撤回
standing-misfiled = 误登
headline-current = 已存证，现行有效
headline-not-current = 已存证，但不是现行内容
headline-undecided = 未能判定
headline-unknown = 未见存证
trust-source-file = 依据信任文件在本机核对
trust-source-node = 在本机核对，但共识节点名单取自所连节点

## 版本
version-first = 首版（v{ $version }）
version-update = 第 { $version } 次更正（v{ $version }）
version-rewrite = v{ $version } 第 { $revision } 次重写

## 摘要算法
digest-blake3 = BLAKE3
digest-sm3 = SM3（国密）
digest-sha256 = SHA-256

## 文件类型
media-other = 其他文件
media-pdf = PDF 文件
media-ofd = OFD 版式文件
media-docx = Word 文档
media-xlsx = Excel 表格
media-text = 纯文本
media-json = JSON 数据
media-jpeg = JPEG 图片
media-png = PNG 图片
media-zip = ZIP 压缩包
media-csv = CSV 表格
media-xml = XML 数据
