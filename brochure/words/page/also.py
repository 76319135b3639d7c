"""The sentences of the page with what a reader chose besides."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("另选内容", "Also on your list")
DECK: Final = Text(
    "共 {} 项，照您放进手册的次序；每项写明日期与出处。",
    "{} entries in the order in which you chose them, each with its date and source.",
)
DECK_ONE: Final = Text("1 项，写明日期与出处。", "One entry, with its date and source.")
COLUMNS: Final[tuple[Text, ...]] = (
    Text("名称｜类别", "Name | kind"),
    Text("是什么", "What it is"),
    Text("时间与出处", "When, source"),
    Text("状态", "Status"),
)
LABELLED: Final = Text("{}：{}", "{}: {}")
LEVELLED: Final = Text("{} · {}", "{} · {}")
UNDATED: Final = Text("未注日期", "undated")
NO_STATUS: Final = Text("—", "—")
SIZE: Final = Text("规模 {} 亿元", "Size: RMB {} million")
HEIGHT: Final = Text("海拔 {} 米", "{} m above sea level")
FROM_GATE: Final = Text("距园区南门直线 {} 公里", "{} km from the south gate in a straight line")
NOTE: Final = Text(
    "内容照录公开报道，没有写明的不补；“待核实”与“—”表示报道没有说。",
    "What stands here follows the public reports and nothing is added; “to be confirmed” and “—” mean that they do not say.",
)
