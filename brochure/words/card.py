"""The words on a card: labels of facts and headings of paragraphs."""

from typing import Final

from brochure.words.text import Text

KIND: Final = Text("类别", "Kind")
TYPE: Final = Text("类型", "Type")
TOPIC: Final = Text("方面", "Topic")
STATUS: Final = Text("状态", "Status")
LEVEL: Final = Text("级别", "Level")
LAST_SEEN: Final = Text("最近见于", "Last seen")
INFERRED_DATE: Final = Text("{}（推断）", "{} (inferred)")
STATE_UNTIL: Final = Text("{} · 至 {}", "{} · to {}")
STATE_FROM: Final = Text("{} · {}起", "{} · from {}")
STATE_LAST_SEEN: Final = Text("{} · 最近见于 {}", "{} · last seen {}")
STATE_SEEN: Final = Text("{} · {}", "{} · {}")
NAME_SEEN: Final = Text("{}（{}）", "{} ({})")
STATE_ON: Final = Text("{} · 按 {} 看", "{} · as on {}")
VERSIONS: Final = Text("同一系列的文件", "Papers of the same family")
VERSIONS_NOTE: Final = Text("素材没有说哪一份替代哪一份。", "The sources do not say which of them replaces which.")
MORE_RELATED: Final = Text("还有 {} 项", "{} more")
WITH_THE_PARK: Final = Text("与园区", "With the park")
INDUSTRY: Final = Text("行业", "Industry")
LINK: Final = Text("环节", "Link")
ZONE: Final = Text("片区", "Zone")
PART_OF: Final = Text("所属", "Part of")
PLACE: Final = Text("地点", "Place")
SIDE: Final = Text("方位", "Side")
ORDER: Final = Text("次序", "Order")
NUMBER: Final = Text("号码", "Number")
STEP_OF_SIX: Final = Text("第 {} 级", "Step {}")
INFERRED_VALUE: Final = Text("{}（推断）", "{} (inferred)")
AREA: Final = Text("面积", "Area")
AREA_ABOUT_HA: Final = Text("约 {} 公顷", "about {} ha")
MU: Final = Text("亩", "mu")
KM2: Final = Text("平方公里", "km²")
METRES: Final = Text("米", "m")
KILOMETRES: Final = Text("公里", "km")
ITEMS: Final = Text("项", "items")
FIRMS: Final = Text("家", "firms")
NAMED_FIRMS: Final = Text("点名的企业", "firms named")
HEIGHT: Final = Text("海拔", "Height")
FROM_CENTRE: Final = Text("距园区中心，直线", "from the park centre, straight")
FROM_GATE: Final = Text("距园区南门，直线", "from the south gate, straight")
SIZE: Final = Text("规模", "Size")
COUNTED: Final = Text("报道计数", "Counted by the source")

FOCUS: Final = Text("主攻方向", "Focus")
ENTRY: Final = Text("入驻条件", "Entry")
WHERE: Final = Text("位置线索", "Where")
ROLE: Final = Text("作用", "What it does")
FITS: Final = Text("适合谁", "Who fits")
OFFERS: Final = Text("给什么", "What it gives")
FOR_WHOM: Final = Text("给谁", "For whom")
CONDITIONS: Final = Text("条件", "Conditions")
STEPS: Final = Text("步骤", "Steps")
ISSUER: Final = Text("发布单位", "Issued by")
VALID: Final = Text("有效期", "Valid")
FROM_TO: Final = Text("{} 至 {}", "{} to {}")
FULL_TITLE: Final = Text("全称", "Full title")
LEGAL_NAME: Final = Text("登记名称", "Registered name")
DOES: Final = Text("做什么", "What it does")
ACHIEVEMENTS: Final = Text("成绩", "Achievements")
HONOURS: Final = Text("荣誉", "Honours")
GAPS: Final = Text("素材未见的环节", "Links the sources do not show")
PURPOSE: Final = Text("用途", "Purpose")
HISTORY: Final = Text("经过", "So far")
OUTPUTS: Final = Text("产出", "Output")
REST: Final = Text("卡片的其余内容", "The rest of the card")
SAID_BY: Final = Text("据{}", "According to {}")
SAID_BY_LATIN: Final = Text("据 {}", "According to {}")
"""The same for a name in Latin letters, which keep a space from Chinese."""
RELATED: Final = Text("相关", "Related")
SOURCES: Final = Text("来源", "Sources")
QUOTE: Final = Text("原文", "In the source’s words")
NO_SOURCES: Final = Text("没有来源记录", "No source on record")
PUBLISHED: Final = Text("发布 {}", "Published {}")
CLOSE: Final = Text("关闭", "Close")
CLOSE_CARD: Final = Text("关闭卡片", "Close the card")
ADD: Final = Text("加入手册", "Add to brochure")
REMOVE: Final = Text("移出手册", "Take out")
ON_MAP: Final = Text("看地图", "On the map")
BACK_TO: Final = Text("回到 {}", "Back to {}")
CARD_OF: Final = Text("卡片：{}", "Card: {}")

CARRIER_TYPE: Final[dict[str, Text]] = {
    "maker_space": Text("众创空间", "Maker space"),
    "incubator": Text("孵化器", "Incubator"),
    "accelerator": Text("加速器", "Accelerator"),
    "start_up_park": Text("创业园", "Start-up park"),
    "science_park": Text("大学科技园", "Science park"),
    "estate": Text("产业园", "Estate"),
    "valley": Text("产业谷", "Valley"),
    "showroom": Text("展厅", "Showroom"),
}
BASE_PART: Final[dict[str, Text]] = {
    "site": Text("选址", "Site"),
    "altitude": Text("海拔", "Altitude"),
    "phase": Text("进展", "Progress"),
    "function": Text("功能", "Function"),
    "neighbour": Text("四周", "Neighbour"),
    "claim": Text("引述", "Quoted claim"),
    "study": Text("公开研究", "Published study"),
    "core": Text("核心", "Core"),
    "strength": Text("优势", "Strength"),
}
POLICY_TYPE: Final[dict[str, Text]] = {
    "plan": Text("规划", "Plan"),
    "action_plan": Text("行动方案", "Action plan"),
    "rule": Text("办法", "Rule"),
    "work_plan": Text("工作方案", "Work plan"),
    "measure": Text("措施", "Measure"),
    "subsidy": Text("补贴", "Subsidy"),
    "mechanism": Text("机制", "Mechanism"),
    "programme": Text("计划", "Programme"),
}
SERVICE_TOPIC: Final[dict[str, Text]] = {
    "promotion": Text("招商", "Promotion"),
    "approval": Text("审批", "Approvals"),
    "enterprise": Text("企业服务", "Firm service"),
    "market": Text("市场", "Market"),
    "innovation": Text("科创", "Innovation"),
    "talent": Text("人才", "Talent"),
    "alliance": Text("联盟", "Alliance"),
}
