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
overwrite-reason-wrong-document = 文件附错
overwrite-reason-wrong-code = 企业或产品编码填错
overwrite-reason-wrong-header = 日期、级别等项填错
overwrite-reason-wrong-selection = 文件漏附或多附
overwrite-reason-returned = 监管链退回更正
record-state-live = 有效
record-state-withdrawn = 已撤回
record-state-misfiled = 误登

## 数据级别（JR/T 0197-2020）
level-L1 = 1 级（公开）
level-L2 = 2 级（内部）
level-L3 = 3 级（经营）
level-L4 = 4 级（敏感）
level-L5 = 5 级（关系国家或整个市场）

## 签章与引用
seal-kind-sm2 = SM2（国密）
seal-kind-sr25519 = sr25519
seal-kind-ed25519 = ed25519
relation-basis = 依据
relation-supplement = 补充
relation-response = 答复
relation-replacement = 取代
relation-related = 相关

## 企业
enterprise-status-active = 存续
enterprise-status-deregistered = 已注销
enterprise-status-transferred-out = 已转出
enterprise-status-closed = 已关闭
succession-absorption = 吸收合并
succession-merger = 新设合并
succession-division = 分立
tier-incubation = 孵化层（F）
tier-standard = 规范层（G）
tier-cultivation = 培育层（P）
tier-custody = 纯托管（T）
decline-reason-incorrect = 内容有误
decline-reason-incomplete = 内容不全
decline-reason-duplicate = 重复提交
decline-reason-retracted = 提交人收回

## 企业数字档案的栏目与来源领域
section-basic = 基本信息
section-personnel = 主要人员
section-qualification = 资质
section-equity = 股权登记
section-financing = 产品与融资
section-finance = 财务
section-credit = 信用
section-intellectual-property = 知识产权
section-government = 政务
section-cash-flow = 流水
source-domain-financial = 金融数据
source-domain-public = 公共数据
source-domain-market = 市场数据
source-domain-enterprise = 企业数据
source-domain-personal = 个人数据

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
digest-commitment = 盐值承诺

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

## 信息披露
disclosure-kind-listing-statement = 挂牌说明书
disclosure-kind-offering-circular = 募集说明书
disclosure-kind-annual-report = 年度报告
disclosure-kind-semiannual-report = 半年度报告
disclosure-kind-interim-announcement = 临时公告（重大事件）
disclosure-kind-distribution = 权益分派公告
disclosure-kind-shareholder-resolution = 股东会决议
disclosure-kind-board-resolution = 董事会决议
disclosure-kind-correction = 更正/补充公告
disclosure-kind-interest-payment = 付息公告
disclosure-kind-redemption = 兑付公告
disclosure-kind-conversion = 转股公告
disclosure-kind-put-back = 回售公告
disclosure-kind-early-redemption = 赎回公告
disclosure-kind-trustee-report = 受托管理报告
disclosure-kind-delisting = 终止挂牌公告
disclosure-kind-public-data-report = 公共数据授权运营报告
disclosure-kind-profile = 企业展示信息
disclosure-kind-supervision = 监管信息
disclosure-kind-credit-record = 诚信档案
disclosure-kind-financial-data = 财务信息
disclosure-kind-business-data = 企业经营信息
disclosure-kind-third-party = 第三方拓展信息
disclosure-kind-other-announcement = 其他公告
disclosure-class-report = 企业报告
disclosure-class-announcement = 公告
disclosure-class-information = 企业信息
correction-reason-figures = 数据有误
correction-reason-statement = 表述有误或可能引起误解
correction-reason-supplement = 内容有遗漏
correction-reason-later-event = 发布后情况有变化
correction-reason-required = 交易所或监管机构要求
review-reason-incorrect = 内容有误
review-reason-incomplete = 材料不齐
review-reason-duplicate = 重复提交
review-reason-unauthorised = 签章或委托不符合要求
review-reason-outdated = 所依据的版本已更新
review-reason-out-of-scope = 不属于信息披露或不属于该企业
freeze-reason-investigation = 调查期间
freeze-reason-court-order = 法院裁定
freeze-reason-dispute = 存在争议
freeze-reason-risk = 可能误导投资者
capacity-exchange = 交易所代录
capacity-agent = 受托提交
capacity-enterprise = 企业自行提交
submission-state-submitted = 待复核
submission-state-returned = 已退回
submission-state-accepted = 已通过，待发布
submission-state-rejected = 已驳回
submission-state-retracted = 已撤销提交
submission-state-published = 已发布

## 披露义务
obligation-state-pending = 待履行
obligation-state-due-soon = 即将到期
obligation-state-met-on-time = 按期完成
obligation-state-overdue = 逾期
obligation-state-met-late = 逾期完成
obligation-state-extended = 已延期
obligation-state-waived = 已豁免
obligation-state-not-applicable = 不适用
relief-reason-request = 企业申请
relief-reason-force-majeure = 不可抗力
relief-reason-regulator = 监管机构要求或准许
relief-reason-system = 登记系统故障
relief-reason-other = 其他原因
day-sort-calendar = 自然日
day-sort-working = 工作日
day-sort-trading = 交易日

## 授权
grant-purpose-credit-assessment = 授信评估
grant-purpose-loan-monitoring = 贷后管理
grant-purpose-guarantee = 担保审查
grant-purpose-investment = 投资尽职调查
grant-purpose-listing = 挂牌或发行审核
grant-purpose-audit = 审计、评估
grant-purpose-insurance = 保险承保与理赔
grant-purpose-subsidy = 政策申报与补贴
grant-purpose-supervision = 监管与风险监测
grant-purpose-research = 统计与研究
grant-purpose-product-development = 数据产品开发
grant-action-view = 查看
grant-action-verify = 验证
grant-action-query = 查询
grant-action-model = 建模
grant-action-derive = 衍生
territory-country = 中国境内
territory-province = 本省
territory-user-premises = 使用方自有环境
territory-provider-premises = 数据提供方环境（可用不可见）
territory-trusted-space = 可信数据空间
legal-basis-consent = 同意
legal-basis-contract = 订立或履行合同所必需
legal-basis-legal-duty = 法定职责或义务
legal-basis-public-interest = 公共利益
right-kind-holding = 数据资源持有权
right-kind-processing = 数据加工使用权
right-kind-operation = 数据产品经营权
benefit-free = 无偿
benefit-fee-per-use = 按次收费
benefit-revenue-share = 收入分成
benefit-rate-reduction = 利率或费率优惠
benefit-service = 服务置换
grant-reason-not-needed = 不再需要
grant-reason-too-broad = 超出必要范围
grant-reason-unknown-party = 不认识对方或非本企业业务
grant-reason-breach = 违反约定
grant-reason-leak = 数据泄露或有泄露之虞
grant-reason-legal = 法律、监管或司法要求
grant-reason-mistake = 填写有误
grant-reason-consent-withdrawn = 个人撤回同意
grant-reason-unavailable = 无法提供
grant-reason-dispute = 有争议，核实中
denial-not-the-user = 不是被授权的使用方
denial-not-signed = 待签署
denial-awaits-provider = 待数据方确认
denial-declined = 已拒绝
denial-retracted = 已收回
denial-revoked = 已撤销
denial-ended = 已终止
denial-replaced = 已被替换
denial-suspended = 已中止
denial-not-begun = 尚未开始
denial-expired = 已到期
denial-enterprise-inactive = 企业已不在市场
denial-key-change = 企业更换密钥中
denial-user-inactive = 使用方不在册，或密钥无权
denial-provider-inactive = 提供方不在册
denial-exhausted = 次数用尽
denial-item-not-granted = 不在授权范围
denial-consent-expired = 个人同意已到期
denial-other-purpose = 用途不符
denial-action-not-granted = 使用方式不符
denial-level-too-high = 数据级别过高
exception-unreserved = 无预约提供，且未报告
exception-reported = 异常使用：无预约提供，已报告
exception-unknown-reservation = 日志所写的预约不存在
exception-served-twice = 同一预约重复提供
exception-outside-reservation = 在预约之前或失效之后提供
exception-after-end = 授权结束后提供
exception-other-use = 提供的与预约的不同
exception-not-settled = 已提供，未结清
exception-settled-otherwise = 已提供，却结为未提供
exception-not-in-log = 结为已提供，日志中没有
exception-deletion-overdue = 逾期未确认删除
recovery-reason-lost-key = 所有者密钥遗失
recovery-reason-legal = 司法或监管要求
recovery-reason-disaster = 灾难恢复
recovery-reason-drill = 演练
exception-settled-late = 已提供，结清时授权已不可用
