"""How a figure says where it comes from: the same words on a card and on the page."""

from typing import Final

from brochure.words.text import Text

READINGS: Final = Text("历次口径", "Earlier readings")
CURRENT: Final = Text("现用", "Current")
PAST: Final = Text("历史口径", "Earlier reading")
HERE: Final = Text("本条", "This one")
ONLY_READING: Final = Text("这一指标只有这一次数。", "This is the only reading of this measure.")
ONE_SERIES: Final = Text("同一口径的各次数，可以相比。", "One scope throughout: these readings may be compared.")
SERIES_UNEVEN: Final = Text(
    "同一指标，期间长短不同，不相比。", "One measure over different lengths of time: not to be compared."
)
NOT_COMPARED: Final = Text(
    "{}，只并列，不相比、不连线。", "{}: shown beside each other, never compared or drawn as one line."
)
SCOPES_DIFFER: Final = Text("口径不同", "Their scopes differ")
DAY_AND_STRETCH: Final = Text("一为时点数，一为期间数", "One is counted on a day, the other over a stretch of time")
PERIODS_DIFFER: Final = Text("期间长短不同", "They cover different lengths of time")
NOT_KNOWN_ALIKE: Final = Text("报道没有说明是否同一口径", "The sources do not say that they count alike")

WHOLE: Final = Text("它所属的总数", "Part of")
PARTS: Final = Text("其中", "Of which")
LOOKALIKES: Final = Text("容易混的数", "Not to be confused with")
SAME_MATTER: Final = Text("同一件事的其他数", "Other figures on the same matter")
FIGURES: Final = Text("有关的数", "Figures")

SCOPE: Final = Text("口径", "Scope")
SCOPE_OPEN: Final = Text("原文未另写口径", "No scope stated in the source")
NAMED: Final = Text("点名", "Named")
NAMED_SOME: Final = Text("原文点名 {}，其余原文未列", "{} named in the source, the others are not listed")
NAMED_ALL: Final = Text("原文逐一点名", "All are named in the source")
NAMED_NONE: Final = Text("原文一个都没有点名", "The source names none of them")
DATE_INFERRED: Final = Text("{}（日期推断）", "{} (date inferred)")
FILE: Final = Text("文件 {}", "file {}")
REPORTER: Final = Text("记者 {}", "reporter {}")
FROM_SOURCE: Final = Text("来源 {}", "Source {}")
OPENS: Final = Text("看出处", "where it comes from")

PLACED: Final = Text("归类依据", "Why it is placed here")
PLACING_INFERRED: Final = Text("归类为推断", "Placing inferred")
ALIASES: Final = Text("又名", "Also known as")
NOT_A_TENANT: Final = Text(
    "合作或对接方，不是入驻企业；所到步骤以报道日期为准。",
    "A partner or contact, not a tenant; the step is the one reported on that date.",
)

PAGE: Final = Text("见第 {} 页", "see p.\u00a0{}")
PAGES: Final = Text("见第 {} 页", "see pp.\u00a0{}")
COUNTED_TO: Final = Text("数字至 {}", "figures to {}")
OTHER_READINGS: Final = Text("历次数据与说明", "Earlier readings and notes")
OTHER_READINGS_DECK: Final = Text(
    "同一指标的几次数并列，各带期间、口径与出处；不是同一序列的，不相比、不连线。",
    "Readings of one measure side by side, each with its period, scope and source. What is not one series is never compared.",
)
ANOTHER_MEASURE: Final = Text("另一个指标，不与上面相比。", "Another measure, not to be compared with the above.")
READING_COLUMNS: Final[tuple[Text, ...]] = (
    Text("指标", "Measure"),
    Text("数值", "Figure"),
    Text("期间与出处", "Period and source"),
    Text("口径与说明", "Scope and notes"),
)


def say_named(named: int, value: float | None, unit: Text) -> Text:
    """Return how many of the things counted the source calls by name."""
    if named == 0:
        return NAMED_NONE
    if value is not None and named >= value:
        return NAMED_ALL
    return NAMED_SOME.fill(Text(f"{named} {unit.zh}", str(named)))
