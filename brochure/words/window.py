"""Every sentence of the window, in both languages."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("西宁生物园区", "Xining Biotech Park")
PLACES: Final[dict[str, Text]] = {
    "overview": Text("总览", "Overview"),
    "map": Text("地图", "Map"),
    "altitude": Text("海拔", "Altitude"),
    "chain": Text("孵化", "Incubator"),
    "policies": Text("政策", "Policies"),
    "enterprises": Text("企业", "Firms"),
    "studio": Text("手册", "Brochure"),
}
"""The places of the window, in the order of the rail; the keys are their names in the program."""

ADDED: Final = Text("已把“{}”加入手册", "“{}” is in your brochure")
REMOVED: Final = Text("已把“{}”移出手册", "“{}” is out of your brochure")
UNDO: Final = Text("撤销", "Undo")
YEAR_UNSETTLED: Final = Text("年度口径待核实", "Period to be confirmed")
SOURCES_OF: Final = Text("“{}”的来源", "Sources of “{}”")
