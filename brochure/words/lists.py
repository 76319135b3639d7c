"""The words of the two lists: policies and firms."""

from typing import Final

from brochure.words.text import Text

ALL: Final = Text("全部", "All")
STAGE: Final = Text("孵化级", "Stage")
LEVEL: Final = Text("级别", "Level")
PAPER: Final = Text("文种", "Kind of paper")
ISSUER: Final = Text("签发单位", "Issuer")
NO_SECTOR_NAMED: Final = Text("原文未列行业", "No industry named")
NO_STAGE_NAMED: Final = Text("未对应某一级", "No stage named")
HONOUR: Final = Text("荣誉", "Honour")
NO_HONOUR_NAMED: Final = Text("原文未列荣誉", "No honour named")
LINK: Final = Text("产业链环节", "Link in the chain")
ZONE: Final = Text("片区", "Zone")
PARTNER_TYPE: Final = Text("性质", "Who")
VALID_ON: Final = Text("效力按", "Validity on")
BACK_TO_TODAY: Final = Text("回到今天", "Back to today")
DAY_NAME: Final = Text("按哪一天看效力", "Day for which validity is told")
SHOW_ALL: Final = Text("看全部", "Show all")
COUNTED: Final = Text("{} {}", "{} {}")
NAME: Final = Text("名称", "Name")
TOPIC: Final = Text("类别", "Topic")
FOR_WHOM: Final = Text("对象", "For whom")
LAST_SEEN: Final = Text("最近见于", "Last seen")
VALIDITY: Final = Text("效力", "Validity")
IN_BROCHURE: Final = Text("手册", "Add")
PUT_IN: Final = Text("加入手册", "Add to brochure")
TAKE_OUT: Final = Text("移出手册", "Take out")
INDUSTRY: Final = Text("行业", "Industry")
DOES: Final = Text("做什么", "What it does")
ACHIEVEMENTS: Final = Text("成绩", "Achievements")
YEAR: Final = Text("最近见于", "Last seen")
STEP: Final = Text("进展", "Step")
ROLE: Final = Text("在谈什么", "Role")
INFERRED: Final = Text("（推断）", " (inferred)")
NONE_LISTED: Final = Text("—", "—")

POLICIES: Final = Text("政策与机制", "Policies and mechanisms")
POLICIES_NOTE: Final = Text(
    "素材未载明有效期的一律“待核实”，不写作“现行”",
    "Where the sources print no dates, validity is to be confirmed, never “in force”",
)
POLICIES_FOOT: Final = Text(
    "按最近见于排序。2022 年的几项为历史口径，办理前请向主管部门确认。",
    "Sorted by when the sources last speak of them. Those of 2022 may have changed; ask the authority before you apply.",
)
NO_POLICY: Final = Text("没有这样的政策", "No such policy")
NO_POLICY_WHY: Final = Text("素材里没有同时符合这几项的政策。", "The sources name no policy that fits all filters.")

FIRMS: Final = Text("园区企业", "Firms in the park")
FIRMS_TAB: Final = Text("园区企业", "In the park")
FIRMS_NOTE: Final = Text("只列素材点名的企业", "Only firms that the sources name")
FIRMS_FOOT: Final = Text(
    "行业由我们按名称和报道归类的，标“推断”。企业没有门牌，地图上不落点。",
    "Industries marked as inferred are our reading of name and article. The sources give no addresses, so no firm is on the map.",
)
WITH_HONOURS: Final = Text("有荣誉", "With honours")
PARTNERS: Final = Text("合作与对接", "Partners and talks")
PARTNERS_TAB: Final = Text("合作与对接", "Partners")
PARTNERS_NOTE: Final = Text("不是入驻企业", "Not tenants")
PARTNERS_FOOT: Final = Text(
    "对接不等于签约，签约不等于入驻；每一行写明报道时走到的一步。",
    "Talks are no signature and a signature is no tenant; each row says how far it had come when it was reported.",
)
NO_FIRM: Final = Text("没有这样的企业", "Nobody here")
NO_FIRM_WHY: Final = Text("素材里没有点名同时符合这几项的。", "The sources name nobody that fits all filters.")
