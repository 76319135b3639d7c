"""The letter and the contents."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("先看三件事", "Three things first")
TO: Final = Text("致{}：", "To {}:")
TO_VISITOR: Final = Text("致来访者：", "To our visitor:")
MADE_FOR: Final = Text(
    "这本手册按您选的方向——{}——从园区资料中选编。数字都写明日期，圈码对应末页的来源；公开资料没有答案的，一律写“待核实”。",
    "This brochure was put together for the field you chose: {}. Every figure carries its date, circled marks lead to the sources at the end, and what public sources do not answer is marked “to be confirmed”.",
)
MADE: Final = Text(
    "这本手册从园区公开资料中选编。数字都写明日期，圈码对应末页的来源；公开资料没有答案的，一律写“待核实”。",
    "This brochure was put together from what has been published about the park. Every figure carries its date, circled marks lead to the sources at the end, and what public sources do not answer is marked “to be confirmed”.",
)
ASK: Final = Text(
    "请您先看三件事：地方合不合适，链条缺不缺您，事情办得快不快。",
    "Three questions to read it with: is the place right, does the chain need you, and do things get done.",
)
DESK: Final = Text("园区招商专班", "Investment task force")
CONTACT: Final = Text("联系人", "Contact")
TO_BE_FILLED: Final = Text("待园区填写", "To be filled in by the park")
HOTLINE: Final = Text("专线", "Hotline")
AREA_CODE: Final = Text("区号待核实", "area code to be confirmed")
REASONS_FOR: Final = Text("给〈{}〉的{}点理由", "For {}: {} reasons")
REASONS: Final = Text("{}点理由", "{} reasons")
REASONS_NOTE: Final = Text(
    "理由由所选行业、地块和政策按规则组成，每条带出处，不加无出处的话。",
    "The reasons are composed by rule from the chosen field, sites and policies; each carries its source.",
)
BLURB: Final[dict[str, Text]] = {
    "figures": Text("每个数都有日期与出处", "every number with its date and source"),
    "location": Text("一张图，几处距离", "one map, and how far it is"),
    "industries": Text("每条链上，谁在，缺谁", "who is on each chain, and who is missing"),
    "zones": Text("同样几行，便于并排比较", "the same rows for each, to compare"),
    "altitude": Text("这个高度意味着什么", "what this height means"),
    "chain": Text("六级载体，从想法到厂房", "six steps from idea to plant"),
    "policies": Text("文件与工具，效力一一注明", "documents and tools, with their status"),
    "enterprises": Text("已经在这里的同行", "who is already here"),
    "services": Text("审批怎么走，谁来帮", "how approvals work, and who helps"),
    "sources": Text("出处、地图说明、联系方式", "sources, map note, how to reach us"),
}
ENTRY: Final[dict[str, Text]] = {
    "figures": Text("一页数字", "The figures"),
    "location": Text("区位", "Location"),
    "industries": Text("产业链", "Industry chains"),
    "zones": Text("地块", "Sites"),
    "altitude": Text("黄金海拔", "Golden altitude"),
    "chain": Text("孵化链", "Incubator chain"),
    "policies": Text("政策", "Policies"),
    "enterprises": Text("企业", "Firms"),
    "services": Text("服务", "Services"),
    "sources": Text("来源", "Sources"),
}
