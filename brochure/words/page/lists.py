"""The sentences of the lists: policies and firms."""

from typing import Final

from brochure.words.text import Text

POLICIES_TITLE: Final = Text("政策与工具，效力待核实", "Policies and tools to ask about")
POLICIES_DECK: Final = Text(
    "共 {} 项。状态按报道写明的日期判定，没写日期的一律“待核实”，不代替主管部门答复。",
    "{} entries. Their status follows the dates in the reports; where none is given it is “to be confirmed”. The authority in charge has the last word.",
)
POLICY_COLUMNS: Final[tuple[Text, ...]] = (
    Text("政策与工具", "Policy or tool"),
    Text("对谁｜有什么", "For whom | what"),
    Text("期限", "Term"),
    Text("最后见报", "Last reported"),
    Text("状态", "Status"),
)
NO_TERM: Final = Text("起止未列", "not given")
FROM: Final = Text("{}起", "from {}")
UNTIL: Final = Text("至{}", "until {}")
READING: Final = Text("状态说明", "How to read the status")
STATE_MEANING: Final[dict[str, Text]] = {
    "in_force": Text("报道写明的期限包含本手册日期", "the dates in the reports include the day of this brochure"),
    "upcoming": Text("期限尚未开始", "the term has not begun"),
    "expired": Text("期限已过，不再使用", "the term is over"),
    "replaced": Text("已被替代，不再使用", "replaced, no longer used"),
    "unverified": Text("报道未写起止日期，是否在执行请询问", "no dates in the reports; ask whether it applies"),
    "drafting": Text("报道称在起草，现状待核实", "reported as being drafted; to be confirmed"),
    "planned": Text("计划中，未生效", "planned, not in effect"),
}
POLICIES_NOTE: Final = Text(
    "政策名称照录公开报道，园区字样从略。文号、起止日期与适用条件待园区提供，以主管部门解释为准。",
    "English names are our renderings, the Chinese names below them are those of the public reports. Document numbers, dates and conditions are to come from the park; the authority in charge decides.",
)
NO_TERMS_NOTE: Final = Text(
    f"各项起止日期报道均未列。{POLICIES_NOTE.zh}", f"The reports give no term for any of them. {POLICIES_NOTE.en}"
)

ENTERPRISES_TITLE: Final = Text("公开报道中的园区企业", "Park companies in public reports")
ENTERPRISES_DECK: Final = Text(
    "共 {} 家，按产业列出认定与进展。", "{} companies named in public reports, with recognitions and progress."
)
ONLY_NAMED: Final = Text("报道只提到名称", "Only named in the reports")
ENTERPRISE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("领域", "Field"),
    Text("企业", "Company"),
    Text("认定与进展", "Recognitions and progress"),
    Text("年份与出处", "Year, source"),
)
UNPLACED: Final = Text("行业待确认", "Field to be confirmed")
INFERRED: Final = Text("（推断）", " (inferred)")
CONTINUED: Final = Text("（续）", " (cont.)")
ENTERPRISES_NOTE: Final = Text(
    "认定名称照录公开报道。领域由产品或名称推定者注“推断”，待企业确认；地址待园区提供，图上不落点。",
    "Titles follow the public reports. A field read from a product or a name is marked “inferred” and is to be confirmed; most English names are our renderings; no company is plotted until the park gives its address.",
)
