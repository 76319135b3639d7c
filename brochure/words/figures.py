"""What the place 数据 says; the measures, values and notes come from the records."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("数据", "Figures")
NOTE: Final = Text(
    "每个数带期间与出处；只有同一序列才画成图",
    "Each with period and source; a chart only where readings are one series",
)
TOPIC: Final[dict[str, Text]] = {
    "scale": Text("规模", "Size"),
    "momentum": Text("增长", "Growth"),
    "land": Text("招商与落地", "Investment landed"),
    "capital": Text("资金", "Capital"),
    "innovation": Text("科创", "Innovation"),
    "support": Text("服务与孵化", "Services, incubation"),
    "talent": Text("人才", "Talent"),
    "market": Text("市场", "Market"),
    "environment": Text("环境", "Environment"),
    "site": Text("区位与海拔", "Site and altitude"),
}
"""The topics of figures in the order they are shown."""
ALL: Final = Text("全部", "All")
SEVERAL: Final = Text("有多次读数", "Read more than once")
MEASURE: Final = Text("指标", "Measure")
VALUE: Final = Text("数", "Figure")
PERIOD: Final = Text("期间", "Period")
TOPIC_COLUMN: Final = Text("类别", "Topic")
READ: Final = Text("读数", "Readings")
TIMES: Final = Text("{} 次", "{}")
TIMES_SERIES: Final = Text("{} 次 · 有图", "{} · chart")
EMPTY: Final = Text("没有这样的数据", "No such figure")
EMPTY_WHY: Final = Text("这一类里没有公开的数。", "No public figure has this topic.")
SHOW_ALL: Final = Text("看全部", "Show all")
FOOT: Final = Text(
    "每一行先列现用的数；点一行看历次读数，点读数看出处。约、余、以上照录原文。",
    "Each row gives the figure in use; press it for all readings, press a reading for its source. About and more than are the source’s.",
)

READINGS: Final = Text("历次读数", "All readings")
CHART_NAME: Final = Text("图：{}，{}", "Chart: {}, {}")
NO_CHART: Final = Text("没有图：{}", "No chart. {}")
ONE_READING: Final = Text("只有一次读数，画不成线。", "There is one reading only, and one reading is no line.")
CHART_FOOT: Final = Text(
    "每段的宽度是它所覆盖的时间；期间长短不同的不连线、不相比。",
    "Each step is as wide as the time it covers; steps of different lengths are not joined or compared.",
)
SAVE_TABLE: Final = Text("存表格 CSV", "Save table (CSV)")
SAVE_SVG: Final = Text("存图 SVG", "Save SVG")
SAVE_PNG: Final = Text("存图 PNG", "Save PNG")
SAVE_AS: Final = Text("存到哪里", "Where to keep it")
FILE_NAME: Final = Text("西宁生物园区数据", "Xining-Biotech-Park-figures")
SAVED: Final = Text("已写好 {}", "{} is ready")
NOT_SAVED: Final = Text(
    "不能写入 {}：{}。没有留下半个文件，换个位置再试。",
    "Cannot write {}: {}. No half-written file is left; try another place.",
)
HEADINGS: Final[tuple[Text, ...]] = (
    Text("类别", "Topic"),
    Text("指标", "Measure"),
    Text("数（照原文）", "Figure as stated"),
    Text("数值", "Value"),
    Text("单位", "Unit"),
    Text("期间", "Period"),
    Text("期间代码", "Period code"),
    Text("口径", "Scope"),
    Text("现用", "In use"),
    Text("能否相比", "Comparable"),
    Text("来源", "Sources"),
    Text("编号", "Id"),
)
"""The columns of the table that is saved."""
YES: Final = Text("是", "yes")
NO: Final = Text("否", "no")
