"""The sentences of the page that holds a reader's answers against what the sources ask."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("与您的回答对照", "Against your answers")
DECK: Final = Text(
    "{}按公开资料逐条对照。“满足”只指回答符合所列条件，不是审批结果。",
    "Checked against public sources, {}. “Met” says that your answers fit the conditions listed, not that an application succeeds.",
)
UNANSWERED: Final = Text("未答", "not answered")
ONE_OF_SECTORS: Final = Text("只按这一项对照", "checked for this one only")
NO_ONE_SECTOR: Final = Text("所选 {} 个行业未逐一对照", "the {} fields chosen are not checked one by one")
OTHER_STAGE: Final = Text("另选“{}”，这里按回答", "“{}” was chosen elsewhere; checked as answered")
COLUMNS: Final[tuple[Text, ...]] = (
    Text("措施", "Measure"),
    Text("条件｜您的回答｜报道与日期", "Condition | your answer | what the report says and when"),
    Text("结论", "Result"),
)
COUNTED: Final[dict[str, Text]] = {
    "met": Text("所列条件都符合", "every condition listed fits"),
    "unknown": Text("其中 {} 项部分相符，列在下面", "{} of them fit in part and are listed below"),
    "unmet": Text("至少一条不符合", "at least one condition does not fit"),
}
OPEN_ONES: Final = Text("另有 {} 项待确认", "{} more to be confirmed")
ONE_IN_PART: Final = Text("其中 1 项部分相符，列在下面", "one of them fits in part and is listed below")
NONE_IN_PART: Final = Text("没有一项部分相符", "none of them fits in part yet")
PARTLY: Final = Text("待确认，部分相符", "To be confirmed, fits in part")
NOTHING: Final = Text(
    "按现在的回答，还没有一项能判定满足或不满足。多答几问，这里就会列出措施、条件和报道。",
    "With these answers nothing can be called met or not met yet. Answer a few more questions and measures, conditions and what the reports say appear here.",
)
STAGE: Final = Text("适合的阶段", "The stage that fits")
ZONES: Final = Text("适合的片区", "The zones that fit")
NOT_TOLD: Final = Text(
    "另有 {} 项待确认没有列出：您的回答没有符合其中任何一条，或报道未列条件。",
    "{} more, to be confirmed, are not listed: your answers meet none of their conditions, or the source lists none.",
)
SPENT: Final = Text(
    "{} 项政策在这一天已失效或已被替代，不计数，也不列出：{}。",
    "{} policies had expired or were replaced by that day and are neither counted nor listed: {}.",
)
SPENT_ONE: Final = Text(
    "1 项政策在这一天已失效或已被替代，不计数，也不列出：{}。",
    "One policy had expired or was replaced by that day and is neither counted nor listed: {}.",
)
READINGS: Final = Text(
    "效力和结论是两回事：效力说政策还在不在执行，结论说您的回答符不符合条件。标“我们的理解”的不是报道所列条件，不作判定；引号内为报道原话。",
    "Validity and result are two things: whether a policy still applies, and whether your answers fit. What is marked “our reading” is no condition of the source and settles nothing; what the reports say is translated.",
)
CHECKED: Final = Text("对照日期 {}，以主管部门解释为准。", "Date of the check: {}. The responsible office decides.")
