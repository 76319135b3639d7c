"""The sentences of the last page: what to do next, how to reach the park, where everything comes from."""

from typing import Final

from brochure.words.text import Text

EYEBROW: Final = Text("下一步", "Next steps")
TITLE: Final = Text("三步，从这本手册到一次见面", "Three steps from this brochure to a meeting")
STEPS: Final[tuple[tuple[Text, Text], ...]] = (
    (
        Text("打电话", "Call"),
        Text(
            "报公司名和手册版本号，请招商专班的专员对接；专员电话报道未列，请先拨专线。",
            "Use the hotline, as the reports give no number for the task force; name your company and this brochure’s version.",
        ),
    ),
    (
        Text("交清单", "Send your list"),
        Text(
            "写下用地、水电气、环评三项需求，请园区逐项答复。",
            "Write down what you need in land, utilities and environmental approval, and ask for an answer to each.",
        ),
    ),
    (
        Text("来现场", "Come and see"),
        Text(
            "看地块与孵化载体，问清审批怎么走。",
            "Look at sites and incubation facilities, and ask how approvals run today.",
        ),
    ),
)
SCAN: Final = Text("扫码存联系方式", "Scan to save the contact")
SCAN_NOTE: Final = Text("名片内容直接写在码里，不联网也能存", "The card is in the code: no network needed")
AREA_CODE: Final = Text("区号待核实", "area code to be confirmed")
CARD_NOTE: Final = Text(
    "电话区号、门牌号待核实。投资手册版本 {}。", "Area code and street number to be confirmed. Brochure version {}."
)
CARD_PLACE: Final = Text("西宁市城北区", "Chengbei District, Xining")
CARD_COUNTRY: Final = Text("中国", "China")
SOURCES: Final = Text("来源与日期", "Sources and dates")
INFERRED: Final = Text(
    "{}：报纸名称与刊发日期未载，日期按文内线索推定。",
    "{}: paper and day of printing are not given; the dates are inferred.",
)
MAP_NOTE: Final = Text("地图说明", "About the maps")
MAP_WORDS: Final = Text(
    "园区与片区边界、孵化节点位置均为示意，不作权属、规划或行政界线依据。{}。审图号：{}。",
    "Boundaries of the park and its zones and the places of the incubator steps are sketches, no proof of rights, plans or borders. {}. Map review number: {}.",
)
DISCLAIMER: Final = Text("声明", "Please note")
DISCLAIMER_WORDS: Final = Text(
    "数字与政策照录公开报道并注明日期，以主管部门最新解释为准。本手册不构成要约或承诺；涉及健康的内容不构成医疗建议。",
    "Figures and policies follow dated public reports, subject to interpretation by the competent authority. This brochure is neither an offer nor a promise, and nothing in it is medical advice.",
)
