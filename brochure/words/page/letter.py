"""The letter and the contents."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("致投资人", "To investors")
TO: Final = Text("致{}：", "To {}:")
TO_VISITOR: Final = Text("致来访者：", "To our visitor:")
MADE_FOR: Final = Text(
    "这本手册按您选的方向——{}——从园区资料中选编。数字都写明日期，圈码对应末页的来源；公开资料没有答案的，一律写“待核实”。",
    "This brochure was put together for the field you chose, {}. Every figure carries its date, circled marks lead to the sources at the end, and what public sources do not answer is marked “to be confirmed”.",
)
MADE_FOR_FIELDS: Final = Text(
    MADE_FOR.zh,
    "This brochure was put together for the fields you chose: {}. Every figure carries its date, circled marks lead to the sources at the end, and what public sources do not answer is marked “to be confirmed”.",
)
MADE: Final = Text(
    "这本手册从园区公开资料中选编。数字都写明日期，圈码对应末页的来源；公开资料没有答案的，一律写“待核实”。",
    "This brochure was put together from what has been published about the park. Every figure carries its date, circled marks lead to the sources at the end, and what public sources do not answer is marked “to be confirmed”.",
)
ASK: Final = Text(
    "建议先看三点：地方是否合适，产业链是否有您的位置，办事是否便捷。",
    "Three questions to read it with: is the place right, does the chain need you, and do things get done?",
)
GREETING_TITLE: Final = Text("写在前面", "A word before you read")
CLOSING_TITLE: Final = Text("写在最后", "A closing word")
YOUR_CONTACT: Final = Text("您的联系人", "Your contact")
DESK: Final = Text("园区招商专班", "Investment task force")
CONTACT: Final = Text("联系人", "Contact")
TO_BE_FILLED: Final = Text("待核实", "to be confirmed")
AREA_CODE: Final = Text("{}（区号待核实）", "{} (area code to be confirmed)")
REASONS_FOR: Final = Text("给{}的{}点理由", "For {}: {} reasons")
REASONS: Final = Text("{}点理由", "{} reasons")
REASONS_NOTE: Final = Text(
    "理由由所选行业、地块和政策按规则组成，每条带出处，不加无出处的话。",
    "The reasons are composed by rule from the chosen fields, sites and policies; each carries its source.",
)
REASONS_NOTE_PLAIN: Final = Text(
    "理由按规则取自公开资料，每条带出处，不加无出处的话。",
    "The reasons are taken by rule from public sources; each carries its source.",
)
BLURB: Final[dict[str, Text]] = {
    "figures": Text("每个数都有日期与出处", "every number with its date and source"),
    "location": Text("园区地图与几处距离", "one map, and how far it is"),
    "industries": Text("每条链上的企业与待补环节", "the firms on each chain, and what is open"),
    "zones": Text("同样几行，便于并排比较", "the same rows for each, to compare"),
    "altitude": Text("这个高度意味着什么", "what this height means"),
    "chain": Text("六级载体，从想法到厂房", "six steps from idea to plant"),
    "policies": Text("文件与工具，逐项注明状态", "documents and tools, with their status"),
    "match": Text("哪些符合，哪些待确认", "what fits you, and what to ask"),
    "enterprises": Text("公开报道中的企业", "the firms in public reports"),
    "services": Text("审批流程与企业服务", "how approvals work, and who helps"),
    "also": Text("其余各项，照您选的次序", "the rest of your list, in your order"),
    "readings": Text("同一指标的历次数，容易混的数", "earlier figures, and those easily confused"),
    "sources": Text("出处、地图说明、联系方式", "sources, map note, how to reach us"),
}
