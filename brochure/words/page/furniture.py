"""What stands on every page: short title, date, version, the names of the sections."""

from typing import Final

from brochure.words.text import Text

PARK: Final = Text("西宁生物科技产业园区", "Xining Biotech Industrial Park")
PARK_FULL: Final = Text(
    "西宁经济技术开发区生物科技产业园区", "Biotech Industrial Park, Xining Economic and Technological Development Zone"
)
ZONE: Final = Text("西宁经济技术开发区", "Xining Economic and Technological Development Zone")
BOOK: Final = Text("投资手册", "Investor brochure")
DATA_TO: Final = Text("资料截至 {}", "Data to {}")
VERSION: Final = Text("版本 {}", "Version {}")
FOR: Final = Text("为{}准备", "Prepared for {}")
EDITED: Final = Text("（园区 {} 更改，来源待补）", " (changed by the park on {}, source to be added)")
ON_REQUEST: Final = Text("（未经核实，按要求印出）", " (not verified, printed on request)")
SECTION: Final[dict[str, Text]] = {
    "cover": Text("封面", "Cover"),
    "contents": Text("前言", "Welcome"),
    "figures": Text("数字", "Figures"),
    "location": Text("区位", "Location"),
    "industries": Text("产业", "Industries"),
    "zones": Text("地块", "Sites"),
    "altitude": Text("海拔", "Altitude"),
    "chain": Text("孵化", "Incubation"),
    "policies": Text("政策", "Policies"),
    "match": Text("对照", "Answers"),
    "enterprises": Text("企业", "Firms"),
    "services": Text("服务", "Services"),
    "also": Text("另选", "Also chosen"),
    "sources": Text("来源", "Sources"),
}
READINGS: Final = Text("历次数据", "Readings")
"""Its pages belong to the section of the sources and have a name of their own, for they come before it."""
DIGITS: Final = "零一二三四五六七八九十"
ENGLISH: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def say_count(count: int) -> Text:
    """Return a small count in words, as a heading carries it: 七, seven; from 13 on the figure itself."""
    if count >= len(ENGLISH):
        return Text(f" {count} ", str(count))
    zh = DIGITS[count] if count <= 10 else f"十{DIGITS[count - 10]}"
    return Text("两" if count == 2 else zh, ENGLISH[count])
