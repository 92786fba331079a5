# 领域用语，依 docs/GLOSSARY.zh.md。

## 成员类别
organisation-kind-exchange = 交易所
organisation-kind-regulator = 监管机构
organisation-kind-intermediary = 中介机构
organisation-kind-data-provider = 数据提供方
organisation-kind-data-user = 数据使用方
organisation-kind-auditor = 查验机构
organisation-kind-verifier = 原件核验机构

## 角色
role-administrator = 密钥管理员
role-registrar = 登记岗
role-discloser = 信披岗
role-reviewer = 复核岗
role-referer = 推荐人
role-provider = 数据提供方
role-user = 数据使用方
role-auditor = 查验人
role-verifier = 原件核验机构
role-regulator = 监管机构
role-operator = 节点运维

## 密钥持有方式
custody-self = 自持
custody-hosted = 托管
custody-certificate = CA 证书

## 终止、停用、暂停与退出的原因
end-reason-departure = 离岗
end-reason-rotation = 更换
end-reason-loss = 遗失
end-reason-compromise = 泄露
end-reason-violation = 违规
end-reason-request = 本机构申请

## 状态
organisation-status-active = 在册
organisation-status-suspended = 已暂停
organisation-status-left = 已退出
key-status-active = 有效
key-status-suspended = 已暂停
key-status-ended = 已终止

## 登记项
record-kind-general = 一般存证
record-kind-disclosure = 信息披露
record-kind-archive-section = 档案栏目
operation-create = 首次登记
operation-update = 更正/补充
operation-overwrite = 登记差错重写
operation-withdraw = 撤回
withdrawal-reason-mistake = 登记错误
withdrawal-reason-replaced = 被其他登记项取代
withdrawal-reason-legal = 依法
withdrawal-reason-request = 主体申请
withdrawal-reason-delisted = 终止挂牌
record-state-live = 有效
record-state-withdrawn = 已撤回
record-state-misfiled = 误登

## 查验结果
standing-current = 现行
standing-superseded = 已被更正，后续版本为“{ $by }”
standing-overwritten = 已重写为“{ $by }”
standing-withdrawn = 已撤回
standing-misfiled = 误登
headline-current = 现行
headline-not-current = 已登记，非现行
headline-undecided = 未能判定
headline-unknown = 未查到
trust-source-file = 已依据信任文件在本机验证
trust-source-node = 已在本机验证，但共识节点名单凭所连节点所述

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
