"""The sentences of the first pages: cover, letter and contents, figures."""

from typing import Final

from brochure.words.text import Text

CURVE: Final = Text(
    "曲线取自 G6 平安至西宁西的地面高程，逐级放大；圆点为园区南门",
    "The curves are ground heights along the G6 expressway, Ping’an to Xining West, exaggerated step by step; the ring is the park’s south gate",
)
ALTITUDE: Final = Text("海拔 {} 米", "Altitude {} m")
METRES: Final = Text("{} 米", "{} m")

FIGURES_TITLE: Final = Text("一页看清园区", "The park in {} figures")
FIGURES_DECK: Final = Text(
    "{}个数，{}个问题。口径不同的数不放在一起比。", "{} numbers, {} questions. Measures that differ are never compared."
)
QUESTIONS: Final[dict[str, tuple[Text, Text]]] = {
    "scale": (Text("规模", "Scale"), Text("市场主体数量", "How many businesses are registered")),
    "momentum": (Text("动能", "Momentum"), Text("增长来源", "What is growing")),
    "innovation": (Text("创新", "Innovation"), Text("技术来源", "Where technology comes from")),
    "support": (Text("承接", "Support"), Text("孵化与服务", "Who helps you land")),
}
FIGURES_NOTE: Final = Text(
    "“规上”指规模以上工业企业。数字照录公开报道，未做换算；报道未给出起止日期的写“待核实”。圈码见来源页。",
    "Industrial value added covers firms above the statistical threshold. Figures are quoted from public reports; money is converted to RMB million. Circled marks refer to the list of sources.",
)
COVER_NAME: Final = (Text("生物科技", "Xining Biotech"), Text("产业园区", "Industrial Park"))
"""The two lines of the name on the cover."""
