"""The wordings the claim guard looks for, in both languages, as they stand in folded text (see ``brochure.claims.fold``).

Folded means: simplified characters, half-width, lower case, nothing between two Chinese characters that a writer could
have put there. So ``,`` is the Chinese comma too, and only ``。`` and ``、`` keep their Chinese form.
"""

import functools
import re
import sys
from collections.abc import Iterator
from typing import Final


class Wording:
    """What is looked for: compiled when it is first needed, and only where one of its cheap letters stands.

    One of ``gates`` stands in every find; most texts have none of them.
    """

    def __init__(self, gates: tuple[str, ...], source: str) -> None:
        self.source = source
        self._latin = tuple(gate for gate in gates if gate.isascii())
        self._gates = gates

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled wording."""
        return re.compile(self.source)

    def may_stand(self, folded: str) -> bool:
        """Whether it is worth looking for in a folded text."""
        for gate in self._latin if folded.isascii() else self._gates:  # noqa: SIM110  any() takes twice as long
            if gate in folded:
                return True
        return False

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """Yield the finds in a folded text."""
        return self.pattern.finditer(folded) if self.may_stand(folded) else iter(())

    def search(self, folded: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first find in a stretch of a folded text."""
        return self.pattern.search(folded, start, end)


_HAN: Final = r"[\u3400-\u9fff]"
_SCOPE: Final = (
    r"(?:全球|世界|国际|国内|全国|中国|我国|亚洲|西部地区|西部|西北五省|西北地区|西北|青藏高原|高原|全省|省内|我省|青海省|青海|"
    r"全市|市内|我市|西宁市|西宁|全区|同类|同业|业内|业界|同行业|行业)(?:内|中|范围内|地区)?的?"
)
_PLACE: Final = (
    r"(?:(?:whole |entire |western |north-?western )*(?:province|country|nation|world|city|region|plateau|northwest|west|"
    r"qinghai(?:-tibet)?(?: plateau| province)?|xining|china|asia|industry|sector|kind|field))\b"
)
_OWNER: Final = r"(?:province|country|nation|world|city|region|plateau|northwest|qinghai|xining|china|asia|industry)'s"
_STILL: Final = r"(?:(?!\b(?:opened|opens|was|were|is|are|has|had|have|call|visit|come|held|took|began|started|to|then|where)\b)[^.;,:!?])"

MOST: Final = Wording(
    ("最", "est", "most", "second to none", "top"),
    rf"(?:{_SCOPE})?最(?:[大小好佳优强高低快多广全早美长短远新]|{_HAN}{{1,2}})|之最"
    r"|\b(?:second to none|best|finest|largest|biggest|greatest|top-rank(?:ing|ed)|top[- ]notch|top[- ]tier)\b"
    r"|\b(?:the|our|its|their|is|are|was|be|\w+'s) most [a-z-]+"
    rf"|\b{_OWNER} [a-z]+est\b"
    rf"|\b(?:highest|lowest|fastest|quickest|shortest|oldest|earliest|longest|newest|cleanest|safest|richest|strongest|"
    rf"cheapest|healthiest|purest)\b{_STILL}{{0,45}}?\b(?:in|of|across|on) (?:the |its |all |all of )*{_PLACE}",
)
FIRST: Final = Wording(
    ("第一", "第1", "首", "率先", "no", "number one", "top", "numero", "first"),
    rf"(?:{_SCOPE})?第[一1](?![0-9])|(?:{_SCOPE})?首(?:家|创|选)|{_SCOPE}首位|(?:位居|位列|居|列)[^,。;]{{0,4}}首位|{_SCOPE}首(?:个|支|座|例|条|次|款|只|项|台|所|套|部|届)|{_SCOPE}率先|榜首|居首"
    r"|\bno\W{0,3}1\b|\bnumber one\b|\btop\W{0,2}1\b|\bnumero uno\b|\bfirst[- ](?:class|rate|choice)\b|\btop choice\b"
    rf"|\b{_OWNER} (?:very )?first\b"
    rf"|\bfirst\b{_STILL}{{0,45}}?\b(?:in|of|across|on) (?:the |its |all |all of )*{_PLACE}",
)
ONLY: Final = Wording(
    ("唯", "独", "绝无", "仅此", "无双", "only", "unique", "of-a-", "of a "),
    rf"(?:{_SCOPE})?唯[一1]|独一无二|独此一家|绝无仅有|仅此一家|独家|举世无双"
    r"|\bone and only\b|\bone[- ]of[- ]a[- ]kind\b|\b(?:truly|absolutely|wholly) unique\b|\bunique in\b"
    rf"|\b(?:the|{_OWNER}) only (?:national|provincial|state)\b|\b{_OWNER} (?:one and )?only\b"
    rf"|\bthe only\b{_STILL}{{0,60}}?\b(?:in|of|across|on) (?:the |its |all |all of )*{_PLACE}",
)
LEAD: Final = Wording(
    (
        "首屈",
        "领先",
        "一流",
        "顶",
        "龙头",
        "领军",
        "极品",
        "至尊",
        "翘楚",
        "冠",
        "无",
        "万能",
        "级",
        "unrival",
        "unpar",
        "unmatch",
        "unbeat",
        "peerless",
        "world",
        "ultimate",
        "leading",
    ),
    rf"首屈一指|遥遥领先|(?:{_SCOPE})?(?:领先|一流|顶尖|顶级)|{_SCOPE}(?:龙头|领军)|极品|至尊|翘楚|之冠|冠绝|无与伦比|史无前例|"
    r"无可比拟|无出其右|万能|世界级|国际级"
    r"|\b(?:unrivall?ed|unparalleled|unmatched|unbeatable|peerless|world[- ]?class|ultimate)\b"
    r"|\b(?:world|industry|market|nationally|globally)[- ]leading\b"
    rf"|\b{_OWNER} leading\b|\ba leading\b|\bleading (?:position|edge|provider|park|hub|supplier)\b"
    rf"|\bleading (?:in|across) (?:the |its |all )*{_PLACE}",
)
NATIONAL: Final = Wording(
    ("国家级", "-level", " level"),
    r"国家级|\b(?:national|state)[- ]level\b",
)
FAMILIES: Final[dict[str, Wording]] = {
    "most": MOST, "first": FIRST, "only": ONLY, "lead": LEAD, "national": NATIONAL,
}  # fmt: skip
"""Superlatives by what they say: a Chinese quote carries the English text of the same family."""

NOT_SUPERLATIVE: Final = Wording(
    ("",),
    # 最
    rf"(?:{_SCOPE})?(?:最(?:近|后|终|初|迟|少|小|先|外|内|上|下|前|里|左|右|东|西|南|北|早)(?!进|沿)|最新(?!.{{0,2}}(?:技术|科学|发明))"
    r"|最(?:大限度|大程度|大努力|大公约数|大化|大值|大诚意|大载重|优化|佳实践)|最低(?![价碳])|最短(?:距离|路)"
    r"|最多(?!的|之)|最(?:高|快|长|远|多|大)(?:可|不超过|限|额|值|处|点|峰|温|气温|海拔|为|达|达到|的一档|\s*约?[\d一二三四五六七八九十百千])"
    r"|最高(?:人民)?(?:法院|检察院)|最高(?:学历|学位)|以[^,。;]{1,10}为最(?:高|低)|最好(?:先|提前|事先|能|在|由|请|与|带|再|是先)"
    rf"|最为?(?:重要|关键|主要|常见|常用|基本|直接)|最美{_HAN}{{0,4}}(?:工作者|人物|志愿者|家庭|教师|医生|职工))"
    # 第一
    rf"|(?:{_SCOPE})?第[一1]\s*(?:季度|产业|批|期|阶段|书记|轮|医院|人民医院|中学|小学|中级|审|版|线|产|季)"
    r"|第[一1]\s*(?:步|类|章|条|款|次|层|环|站|年|天|月|周|级|项|点|页|列|行|个|家|位|届|座|所|件|部分|时间|抓手|要务|资源|生产力|动力|责任人|手|作者|完成人|车间|工厂|道|楼|幢|栋|组|遍|台|份|场|节|学期|学历|笔|套|排|块|张|段)"
    r"|首创(?:精神|集团|股份|证券)|首位(?:数|字|度)"
    # 唯一, 领先, 一流, 国家级
    r"|唯[一1](?:标识|编码|编号|识别|性|代码|入口|出口|账号|联系|对应|身份|凭证|主键|确定)|唯[一1]的(?:问题|区别|例外|变化|要求|不同|办法|联系)"
    r"|独家(?:报道|代理|专访)|(?:打造|创建|建设|争创|对标|营造|迈向)[^,。;]{0,6}一流|顶尖人才|高水平领先型"
    r"|国家级(?:经济技术开发区|经开区|高新技术产业开发区|高新区|新区|申报)|^国家级$|国家级[、和与及或]省级?|[省市]级[、和与及或]国家级"
    # English
    r"|\bat most\b|\bmost recent(?:ly)?\b|\b\w+ most (?:of|part|recent(?:ly)?|likely|common(?:ly)?|important(?:ly)?|often|days|people|firms)\b"
    r"|\bbest (?:practices?|available|before|wishes|efforts?|regards|guess|reached|seen|viewed|visited|known|to (?:call|ask|phone|write|come|check|book|bring|start))\b"
    r"|\b(?:at|as) best\b|\b(?:do|does|did|doing|try|trying) (?:our|its|their|your) best\b"
    r"|\bsecond[- ](?:best|largest|biggest)\b|\blargest (?:of|among) (?:the|these|our|its) (?:\w+ )?(?:zones?|plots?|sites?|areas?|parts?|buildings?|two|three|four|five|six)\b"
    r"|\b(?:its|their|our|his|her|(?:park|firm|company|group|zone|university)'s) first\b|\bfirst (?:half|quarter|phase|batch|stage|step|year|month|week|day|session|round|of all|floor|time|aid|come|instance|place|edition|name|two|three|few|half-year|hand|draft|reading|meeting|visit|talks?|contact)\b"
    r"|\b(?:document|building|workshop|phase|line|gate|annex|plot|block|table|figure|appendix|order|notice|unit|bus|area|plant|room|hall|station|decree|circular) no\W{0,3}1\b"
    r"|\bno\W{0,3}1,? (?:\w+ )?(?:document|road|street|avenue|lane|building|workshop|gate|hospital|middle school|high school|plant|factory|hall|court)\b"
    r"|\bthe only (?:question|thing|difference|change|exception|condition|document|step|one left)\b|\ba leading (?:group|role|cadre)\b",
)
"""Wordings that only look like a superlative; one that lies inside such a stretch is none."""

AWARDED: Final = Wording(
    ("",),
    r"获评|获批|被?评为|评定为|(?:被|经)?认定为|列入|列为|入选|入围|荣获|获得?|授予|命名|批准|申报"
    r"|\b(?:awarded|approved|certified|recogni[sz]ed|designated|named|listed|selected|granted|accredited)\b",
)
"""An award with its giver or its list is the evidence of a title; not of being the best."""
ATTRIBUTED: Final = Wording(
    ("",),
    r"据[^,。;]{0,20}?(?:报道|介绍|公布|发布|显示|披露|通报|统计|排名|名单|年鉴|公报|记载)|报道(?:称|说|显示|指出|写|原|的|里|中|为)"
    r"|(?:按|见|照|照录|引自|转引自)[^,。;]{0,14}报道|原文|原话|原句|说法|提法|自评|自述|》[^,。;]{0,10}(?:称|报道|载|刊|写|记|说)"
    r"|(?:院士|专家|教授|学者|负责人|记者|研究者?|文章|日报|晚报|新华社|公报|榜单|排行榜|协会|学会)[^,。;]{0,10}(?:称|表示|认为|提出|指出|说|写|显示|评价)"
    r"|由[^,。;]{2,20}(?:提出|评定|认定|授予|发布)"
    r"|\baccording to (?!us\b|our\b)|\bthe wording of\b|\bin the words of\b|\bas (?:reported|quoted|stated)\b|\breported (?:as|to be)\b"
    r"|\b(?:article|report|newspaper|press|source|study|studies|survey|academician|expert|professor|researcher|author|daily|xinhua|ministry|bureau|department|ranking)s?\b"
    r"[^.;]{0,40}\b(?:says?|said|calls?|called|puts?|reports?|reported|describes?|names|proposes|proposed|suggests|lists|states|gives|ranks?)\b"
    r"|\b(?:called|described|named|ranked|rated|said)\b[^.;]{0,80}\b(?:by|in) (?:the|a|an|one) (?:\w+ ){0,2}(?:article|report|newspaper|press|source|ministry|bureau|department|study|survey|expert|academician)"
    r"|\ba \d{4} (?:sentence|article|report)\b|\bthe (?:\d{4} )?(?:article|source)\b|\bits own account\b|\bself-assess",
)
DENIED: Final = Wording(
    ("",),
    r"(?:不是|并非|不作|不构成|不等于|不代表|不能|不得|不承诺|不提供|不存在|不求|不再|不宜|不(?!仅|但|光|断|只|愧|负|可|同|少|久)|没有|无法|无(?!疑|论|比|不|污|噪|异)|非(?!常|凡|遗)|未(?!来)|勿|禁止|严禁|取消|清理|杜绝|是否|能否|避免|防止)[^,。;]{0,12}$"
    r"|\b(?:not|no|nor|neither|without|never|whether|cannot|prohibits?|prohibited|forbid(?:s|den)?|bans?|banned)\b(?! only| just| merely| doubt)[^.;]{0,40}$",
)
"""Stands just before a wording that is denied, forbidden or asked about."""

WELLNESS: Final = re.compile(
    r"康养|海拔|疗养|养生|低氧|负氧|高原空气|wellness|altitude|recuperat|hypoxi|(?:plateau|mountain) air"
)
CURE: Final = Wording(
    ("治", "药到", "副作用", "秘方", "特效", "延年", "起死", "癌", "疗效", "cur", "miracle", "side", "cancer", "heal"),
    r"包治|药到病除|根治|治愈|无副作用|零副作用|没有副作用|祖传秘方|特效药|延年益寿|起死回生|抗癌|防癌|疗效(?:显著|确切|保证|好|明显)|专治"
    r"|\bcur(?:e|es|ed|ing|ative)\b|\bcure-all\b|\bmiracle\b|\bno side[- ]effects?\b|\bcancer-fighting\b|\banti-cancer\b|\bheals? (?:all|any|every)\b",
)
"""Claims that stand nowhere, whatever the theme."""
MEDICAL: Final = Wording(
    (
        "治",
        "疗",
        "痊",
        "防",
        "寿",
        "衰",
        "祛",
        "功效",
        "降",
        "强身",
        "对症",
        "treat",
        "heal",
        "therap",
        "prevent",
        "remed",
        "longe",
        "prolong",
        "age",
        "aging",
        "blood",
    ),
    r"治疗|医治|诊治|治病|治好|医好|疗效|疗愈|痊愈|防治|防病|预防|长寿|延缓衰老|抗衰老?|祛病|功效|降(?:血)?(?:压|糖|脂)|降三高|强身健体|主治|对症"
    r"|\btreat(?:s|ed|ing|ment|ments|able)?\b|\bheal(?:s|ed|ing)?\b|\btherap(?:y|ies|eutic)\b|\bprevent(?:s|ed|ing|ion)?\b|\bremed(?:y|ies)\b"
    r"|\blongevity\b|\bprolong(?:s|ed|ing)? (?:your |human )?(?:life|lives)\b|\blive longer\b|\banti-?age?ing\b|\blower(?:s|ed|ing)? (?:your |the )?blood (?:pressure|sugar)\b",
)
"""Treatment and cure, in a text about wellness or altitude."""
EFFECT: Final = Wording(
    (
        "激活",
        "增强",
        "提高",
        "改善",
        "提升",
        "缓解",
        "减轻",
        "有益",
        "boost",
        "strengthen",
        "improv",
        "reli",
        "eas",
        "good for",
    ),
    r"(?:激活|增强|提高|改善|提升)[^,。;]{0,8}(?:机体|心肺|免疫|新陈代谢|血液|睡眠|体质|睡眠质量)|(?:缓解|减轻|改善)[^,。;]{0,10}(?:高血压|糖尿病|哮喘|失眠|心脏病|关节炎|慢性病|肿瘤|癌症|疾病)"
    r"|有益(?:于)?(?:健康|心肺|长寿)"
    r"|\b(?:boost|boosts|boosting|strengthen|strengthens|improve|improves|improving)\b[^.;]{0,24}\b(?:immun\w+|heart|lungs?|blood|metabolism|sleep|circulation)\b"
    r"|\b(?:relie(?:ve|ves|ving|f)|eas(?:e|es|ing))\b[^.;]{0,24}\b(?:pain|asthma|insomnia|hypertension|diabetes|arthritis)\b|\bgood for (?:the |your )?(?:heart|lungs?|asthma|health)\b",
)
"""An effect on health: may be told as somebody's finding, never as the park's own promise."""
NOT_MEDICAL: Final = Wording(
    ("",),
    r"预防(?:性)?(?:健康)?(?:体检|接种)|预防(?:火灾|事故|风险|污染|腐败|为主)|(?:污染|大气|水|土壤|扬尘|病虫害|荒漠化|灾害|固废|环境|沙)[^,。;]{0,4}防治|防治(?:污染|攻坚|沙|荒漠)|污染防治"
    r"|治疗(?:仪|设备|器械|用药|药物|药品)|疾病预防控制|防癌(?:协会|学会)|抗癌(?:协会|药|新药)|长寿(?:路|街|村|山)|根治(?:欠薪|污染|扬尘|水患|顽疾|拖欠)|主治医师"
    r"|\btreat(?:s|ed|ing|ment)? (?:of )?(?:plants?|works|stations?|waste ?water|waste|sewage|water|effluent|as|separately|equally|alike|the same|harmlessly|fairly|every|all)\b"
    r"|\b(?:water|waste|wastewater|sewage|effluent|surface|heat|sludge|gas|flue-gas)[- ](?:is |are |was |were |and \w+ )?treat\w*|\b(?:equal|national|tax|fair|preferential|same) treatment\b"
    r"|\bprevent(?:s|ed|ing|ion)? (?:of |against )?(?:the |any )?(?:fires?|pollution|floods?|accidents?|loss|losses|delays?|fraud|corruption|leaks?|risks?|erosion|disputes?)\b|\b(?:fire|pollution|flood|accident|loss) prevention\b"
    r"|\bcur(?:e|es|ed|ing) (?:of )?(?:the |a )?(?:resin|concrete|coating|rubber|adhesive|paint|meat|hides?|film)\b|\b(?:resin|concrete|coating|rubber|adhesive|paint|film) (?:\w+ )?cur(?:e|es|ed|ing)\b|\blegal remed(?:y|ies)\b",
)

TAX: Final = Wording(
    ("税", "征", "免", "财政", "留", "纳", "按", "tax"),
    r"返税|税收?(?:全额|部分|地方留存|地方留成|留成)?[^,。;]{0,6}(?:返还|奖返|返补|返现|全返|返给|退还给)|先征后[返退奖]|即征即[返退]|退税|税收?(?:奖励|奖补|洼地)|税[^,。;]{0,10}(?:全免|免征|免缴|免交|减半)|全免[^,。;]{0,4}税"
    r"|免(?:征|缴|交|除)?[^,。;]{0,6}税[^,。;]{0,4}[一二两三四五六七八九十\d]+年|[一二两三四五六七八九十\d]+年[^,。;]{0,6}免(?:征|缴|交|除)?[^,。;]{0,6}税|免税(?:期|园区|优惠|入驻|经营)|零税(?:收|率|负)|[一二两三四五1-9]免[一二两三四五1-9]减"
    r"|按[^,。;]{0,16}(?:纳税|税收|税额|税款|财政贡献|地方财力|地方贡献|留成|留存)[^,。;]{0,12}(?:奖|补|返|兑现|扶持|支持)|(?:地方留存|地方留成|留成部分|纳税额|税收贡献|缴税)[^,。;]{0,16}(?:奖|返|补|扶持)|财政(?:奖补|奖励|扶持|补贴|返还)[^,。;]{0,14}(?:税|纳税|财政贡献)"
    r"|\btax[- ](?:rebates?|holidays?|refunds?|give-?backs?|kickbacks?|haven)\b|\b(?:rebates?|refunds?|refunded|refunding|reimburse[sd]?|reimbursement|returns?|returned|waives?|waived|pays? back|paid back|give[ns]? back)\b[^.;]{0,30}\btax(?:es)?\b"
    r"|\btax(?:es)?\b[^.;]{0,40}\b(?:returned|refunded|waived|reimbursed|rebated|rewarded|paid back|given back)\b|\btax[- ]free\b|\bzero tax(?:es)?\b|\bno (?:income |corporate |local )?tax(?:es)? (?:for|in|during|until|at all|to pay)\b"
    r"|\bexempt(?:s|ed|ion|ions)? (?:you |firms |investors )?from (?:all |any |income |corporate |local )*tax(?:es)?\b|\btax[- ]exempt(?:ion|ions)? (?:for|of|during)\b|\b(?:two|three|five|\d) years? (?:free of|without|exempt from) (?:\w+ )?tax(?:es)?\b|\b(?:subsid|reward|grant|bonus)\w*\b[^.;]{0,30}\b(?:share|percent|per cent|%|proportion) of (?:the |your |its )?(?:local )?tax",
)
NOT_TAX: Final = Wording(
    ("",),
    r"(?:按国家|国家规定|依法|按规定)[^,。;]{0,16}(?:免征|减半|退税)|出口退税|留抵退税|退税(?:率|窗口|办理|服务|申报|政策)|个税退税|(?:增值税|按国家|依法|按规定|财政部|税务总局)[^,。;]{0,8}即征即退|税收强度|免税(?:店|品|商品)"
    r"|\bexport[- ]tax[- ](?:rebates?|refunds?)\b|\btax[- ]refund (?:windows?|counters?|desks?)\b|\btax returns?\b|\bduty[- ]free\b|\breturns? (?:on|of) (?:\w+ )?(?:before|after) tax\b",
)

GUARANTEE: Final = Wording(
    ("保", "承诺", "赚", "风险", "不赔", "guarant", "return", "profit", "yield", "income", "risk", "protected", "lose"),
    r"保本|保收益|保底(?:收益|回报)|(?:收益|回报|利润)[^,。;]{0,4}(?:有保证|有保障|保底)|(?:保证|确保|承诺|保障)[^,。;]{0,8}(?:收益|盈利|回报|升值|利润|赚钱|回本)|稳赚|包赚|躺赚|(?:零|无|没有)风险|只赚不赔|稳赚不赔|必赚"
    r"|\bguarante(?:e|es|ed|eing)\b[^.;]{0,24}\b(?:returns?|profits?|yields?|incomes?|gains?|earnings|revenue)\b|\b(?:returns?|profits?|yields?|incomes?)\b[^.;]{0,20}\b(?:is|are|will be) (?:fully )?(?:guaranteed|assured|certain)\b|\brisk[- ]free\b|\b(?:no|zero|without(?: any)?) risks?\b(?! of)|\bcapital[- ]guaranteed\b|\bprincipal[- ]protected\b|\bcannot lose\b|\bcan't lose\b|\bsure(?:-fire)? profits?\b|\bassured returns?\b",
)
NOT_GUARANTEE: Final = Wording(
    ("",),
    r"有无风险|无风险(?:点|隐患)|保本(?:微利|经营)|无风险利率|\bno risk assessment\b|\bno risks? (?:were|was) found\b|\brisk-free rate\b",
)

IN_FORCE: Final = Wording(
    ("行", "效", "施", "适用", "可", "force", "effect", "appl", "valid", "still", "remain", "current"),
    r"现行有效|现行(?:政策|办法|规定|文件|措施|条例)|正在(?:施行|实施|执行|适用)|现正(?:施行|实施|执行)|现已(?:生效|施行|实施)|已(?:经)?生效|(?:执行|施行|适用|生效)中|有效期内|(?:目前|现在|当前|至今|仍然?|继续|持续|长期|一直)(?:仍然?|依然)?(?:有效|执行|适用|施行|可享受|可以?申请)|有效(?:执行|实施)|即日起(?:执行|施行|生效)|今起施行"
    r"|\bin force\b|\bin effect\b|\bcurrently (?:applies|applicable|valid|available|effective|offered|open)\b|\bstill (?:applies|valid|in place|available|open)\b|\bnow applies\b|\bremains? (?:valid|in place|effective|open)\b|\bvalid (?:today|now|at present|until further notice)\b|\b(?:is|are) (?:now |already )effective\b|\beffective (?:now|today|immediately)\b|\bappl(?:y|ies) (?:today|now|at present)\b",
)
POLICY: Final = Wording(
    ("",),
    r"政策|办法|措施|规定|方案|条例|补贴|细则|文件|通知|奖励|\b(?:polic(?:y|ies)|rules?|measures?|subsid(?:y|ies)|schemes?|programmes?|regulations?|grants?|incentives?)\b",
)
PLACEHOLDER: Final = Wording(
    ("lorem", "ipsum", "示例", "某某", "占位", "待补充", "xxx", "todo", "tbd", "fixme"),
    r"lorem|ipsum|示例公司|某某|占位|待补充|(?<![a-z])x{3,}(?![a-z])|\btodo\b|\btbd\b|\bfixme\b",
)

MEASURED: Final = re.compile(
    r"[一二三四五六七八九十百千]+(?:亿|万)(?:元|吨|亩|平方米)|\d[\d,.]*\s*(?:余|多)?\s*(?:亿元|万元|千万元|元|%|亩|公顷|平方公里|万平方米|平方米|吨|千瓦|兆瓦|家|人|项|件|户|次)"
    r"|(?:rmb|cny|usd|¥|\$)\s?\d|\d[\d,.]*\s*(?:%|percent|per cent|million|billion|mu\b|ha\b|hectares?|km2|m2|tonnes?|firms|enterprises|people|projects|jobs|mw\b)"
)
"""A number with its unit: something that changes from year to year."""
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
COUNTED: Final = re.compile(r"(\d+|[一二两三四五六七八九十]+)\s*(?:余|多)?\s*(?:家|名|位|个|项|人)")
UNNAMED_SAID: Final[dict[str, re.Pattern[str]]] = {
    "zh": re.compile(r"原文未列|未列|未点名|未列名|只列|只点名|未写名|未具名"),
    "en": re.compile(
        r"not named|not listed|(?:is|are|was|were) named|not in the source|named in the source|not given", re.IGNORECASE
    ),
}
"""How a record says that the source counts more than it names."""
DOCTOR: Final[dict[str, re.Pattern[str]]] = {
    "zh": re.compile(r"医生|医师"),
    "en": re.compile(r"doctor|physician", re.IGNORECASE),
}
BOUNDARIES: Final = re.compile(
    r"bound|border|admin|district|county|province|国界|省界|县界|区界|市界|行政区", re.IGNORECASE
)
