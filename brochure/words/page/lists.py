"""The sentences of the lists: policies and firms."""

from typing import Final

from brochure.words.text import Text

POLICIES_TITLE: Final = Text("能用上的，和要再问一句的", "What is on offer, and what to ask first")
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
READING: Final = Text("状态怎么读", "How to read the status")
STATE_MEANING: Final[dict[str, Text]] = {
    "in_force": Text("报道写明的期限包含本手册日期", "the dates in the reports include the day of this brochure"),
    "upcoming": Text("期限尚未开始", "the term has not begun"),
    "expired": Text("期限已过，不再使用", "the term is over"),
    "replaced": Text("已被替代，不再使用", "replaced, no longer used"),
    "unverified": Text("报道未写起止日期，是否在执行请询问", "no dates in the reports; ask whether it applies"),
    "drafting": Text("起草中，未生效", "being drafted, not in effect"),
    "planned": Text("计划中，未生效", "planned, not in effect"),
}
POLICIES_NOTE: Final = Text(
    "政策名称照录公开报道，园区字样从略。文号、起止日期与适用条件待园区提供，以主管部门解释为准。",
    "Names follow the public reports; English names are our renderings. Document numbers, dates and conditions are to come from the park; the authority in charge decides.",
)

ENTERPRISES_TITLE: Final = Text("已经在这里的同行", "Who is already here")
ENTERPRISES_DECK: Final = Text(
    "{} 家报道中点了名的企业，看谁得了什么认定。", "{} firms that the reports name, and what each has achieved."
)
ENTERPRISE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("领域", "Field"),
    Text("企业", "Firm"),
    Text("认定与进展", "Titles and progress"),
    Text("年份与出处", "Year, source"),
)
UNPLACED: Final = Text("行业待确认", "Field to be confirmed")
INFERRED: Final = Text("（推断）", " (inferred)")
CONTINUED: Final = Text("（续）", " (cont.)")
ENTERPRISES_NOTE: Final = Text(
    "认定名称照录公开报道；同一企业另有省级口径的，列最高一级。领域由产品或名称推定者注“推断”；地址待园区提供，图上不落点。",
    "Titles follow the public reports, the highest level where there are two. A field read from a product or a name is marked “inferred”; most English names are our renderings; no firm is plotted until the park gives its address.",
)
