"""What is said where staff place things and red lines replace sketches: on the card, the panel, the map and in refusals."""

import re
from typing import Final

from brochure.words.sentence import begun
from brochure.words.text import Text

PLACE: Final = Text("标到图上", "Place on map")
MOVE: Final = Text("移动位置", "Move on map")
PLACE_OF: Final = Text("标到图上：{}", "Place on the map: {}")
PANEL: Final = Text("把“{}”标到图上", "Place “{}” on the map")
HOW: Final = Text(
    "拖动图上的点，或用方向键移动（每次 10 米，加 Shift 100 米）；也可粘贴坐标。",
    "Drag the point on the map, or move it with the arrow keys (10 m a step, 100 m with Shift). Or paste coordinates.",
)
DATUM: Final = Text("坐标来自", "Coordinates come from")
DATUMS: Final[dict[str, Text]] = {
    "wgs84": Text("WGS 84 / CGCS2000", "WGS 84 / CGCS2000"),
    "gcj02": Text("GCJ-02（高德、腾讯）", "GCJ-02 (AMap, Tencent)"),
    "bd09": Text("BD-09（百度）", "BD-09 (Baidu)"),
}
DATUMS_SHORT: Final[dict[str, Text]] = {
    "wgs84": Text("WGS 84", "WGS 84"),
    "gcj02": Text("GCJ-02", "GCJ-02"),
    "bd09": Text("BD-09", "BD-09"),
}
DATUM_WHOSE: Final[dict[str, Text]] = {
    "wgs84": Text(
        "GPS、天地图和测绘成果；与 CGCS2000 相差不到 1 米。", "GPS, Tianditu, surveys; CGCS2000 is within 1 m."
    ),
    "gcj02": Text("高德、腾讯地图。", "AMap and Tencent maps."),
    "bd09": Text("百度地图。", "Baidu maps."),
}
PASTE: Final = Text("粘贴坐标，如 101.7484, 36.6875", "Paste, e.g. 101.7484, 36.6875")
COORDINATES: Final = Text("坐标", "Coordinates")
READING: Final = Text("{}：{} N，{} E", "{}: {} N, {} E")
FROM_CENTRE: Final = Text("距园区中心（自然博物馆）{} 公里", "{} km from the park centre (Natural Museum)")
FAR: Final = Text(
    "距园区中心 {} 公里，不在园区一带，请核对。", "{} km from the park centre, well outside the park; please check."
)
SAVE: Final = Text("保存", "Save")
CANCEL: Final = Text("取消", "Cancel")
SAVING: Final = Text("正在保存…", "Saving…")
SAVED: Final = Text("“{}”已标到图上", "“{}” is on the map")
TAKEN_OFF: Final = Text("“{}”的位置已恢复原样", "“{}” is back as it was")
TAKE_OFF: Final = Text("撤去标注", "Remove placing")
HANDLE: Final = Text("“{}”的位置，用方向键移动", "Position of “{}”, move it with the arrow keys")

MARK: Final = Text("园区标注", "Set by the park")
BY_PARK_PLAIN: Final = Text("由园区标注", "Placed by the park")
BY_PARK: Final = Text("由园区标注 {}", "Placed by the park on {}")
PLACED: Final = Text("图上位置由园区标注，{}，未经测绘。", "Placed on the map by the park on {}; not surveyed.")
PLACED_PLAIN: Final = Text("图上位置由园区标注，未经测绘。", "Placed on the map by the park; not surveyed.")
AT: Final = Text("北纬 {}°，东经 {}°（WGS 84）", "{}° N, {}° E (WGS 84)")
ON_THE_MAP: Final = Text("图上位置", "On the map")
ONLY_SKETCHED: Final = Text("图上位置为示意。", "Its place on the map is a sketch.")
NOT_DRAWN: Final = Text("还没有标到图上。", "Not on the map so far.")
RED_LINE: Final = Text("红线由园区导入，{}，文件 {}。", "Red line imported by the park on {} from the file {}.")
RED_LINE_PLAIN: Final = Text("红线由园区导入，{}。", "Red line imported by the park on {}.")
RED_LINE_AREA: Final = Text("红线面积 {}。", "Area within the red line: {}.")
RED_LINE_DIFFERS: Final = Text(
    "红线面积 {}，所列面积 {}，相差 {} %。",
    "Area within the red line: {}; stated: {}; they differ by {}%.",
)
AREA: Final = Text("{} 公顷（{} 亩）", "{} ha ({} mu)")
OUTLINE: Final = Text("红线 {} 点，{}", "red line, {} points, {}")
OUTLINE_CHANGE: Final = Text("图上面积：{} → {}", "area on the map: {} → {}")
OUTLINE_NEW: Final = Text("图上原无图形，红线面积 {}", "not drawn so far; area within the red line {}")
OUTLINE_GONE: Final = Text("撤去红线（{}），恢复示意图形", "the red line ({}) goes and the sketch comes back")
OUTLINE_AWAY: Final = Text(
    "离原示意位置 {} 公里，请核对坐标系",
    "it lies {} km from where the sketch is; please check the datum",
)
FIRMS_PLACED_PLAIN: Final = Text("园区标注 {} 家", "{} placed by the park")
FIRMS_PLACED: Final = Text("园区标注 {} 家 · {}", "{} by the park · {}")
ZONES_PLACED: Final = Text("片区 {} · 其中红线 {}", "{} zones · {} from red lines")
ORIGIN: Final = "placing:"
"""What stands for a file where something was placed on the map instead of read from one."""

NO_TEXT: Final = Text(
    "请粘贴一对坐标，如 101.7484, 36.6875。", "Paste one pair of coordinates, such as 101.7484, 36.6875."
)
TOO_LONG: Final = Text("坐标文字最多 {} 个字，现有 {} 个。", "Coordinates take up to {} characters; there are {}.")
NOT_READ: Final = Text(
    "读不懂“{}”，请写成 101.7484, 36.6875 或 36°41′15″N 101°44′54″E。",
    "“{}” cannot be read; write 101.7484, 36.6875 or 36°41′15″N 101°44′54″E.",
)
ONE_NUMBER: Final = Text(
    "只有一个数，还缺{}，请两个一起粘贴。", "There is only one number; the {} is missing. Paste both."
)
A_LATITUDE: Final = Text("纬度", "latitude")
A_LONGITUDE: Final = Text("经度", "longitude")
OTHER_HALF: Final = Text("另一个", "other one")
TOO_MANY: Final = Text(
    "应为一对坐标（两个数），现有 {} 个数。", "There should be one pair of coordinates (two numbers); there are {}."
)
NOT_SIXTY: Final = Text("“{}”的分和秒应小于 60。", "In “{}”, minutes and seconds should be below 60.")
PART_DEGREES: Final = Text(
    "“{}”里度（或分）带小数，后面又有分秒，请只用一种写法。",
    "“{}” has decimals and smaller units after them; write it in one way only.",
)
TOO_FINE: Final = Text(
    "“{}”的小数超过 {} 位，不像坐标，请核对。",
    "“{}” has more than {} decimals and is hardly a coordinate; please check.",
)
OUTSIDE: Final = Text(
    "{}, {} 不在西宁一带（应在 35.5—38 N、100—103.5 E）。",
    "{}, {} is not near Xining (expected 35.5–38 N, 100–103.5 E).",
)
PROJECTED: Final = Text(
    "“{}”像是以米计的投影坐标，请换算成经纬度。",
    "“{}” looks like projected metres; convert it to latitude and longitude.",
)
SAME_AXIS: Final = Text("两个数都标成{}，请核对。", "Both numbers are marked as {}; please check.")
CROSSED: Final = Text(
    "标注的方向与数值不合：{} 应为{}。", "The letters and the numbers do not agree: {} should be the {}."
)
NOT_PLACEABLE: Final = Text(
    "“{}”不能单独标到图上；能标的是企业、孵化链各级和载体。",
    "“{}” cannot be placed on its own; enterprises, stages of the chain and facilities can.",
)
NOT_A_POSITION: Final = Text("位置应为两个有限的数。", "A position should be two finite numbers.")
NOT_MOVED: Final = Text("位置没有变，不用保存。", "The position is as it was; there is nothing to save.")
NOT_PLACED: Final = Text("“{}”没有园区标注的位置。", "“{}” has not been placed by the park.")

VALID_OUTLINE: Final = Text("有效的红线（{}）", "a valid red line ({})")
NOT_RINGS: Final = Text("[[[经度,纬度],…],…] 形式的环", "rings written as [[[lon,lat],…],…]")
FEW: Final = Text("{} 只有 {} 个不同的点，至少要 3 个", "{} has only {} different positions; 3 are the least")
SHORT_RING: Final = Text("{} 只有 {} 点，首尾相接的环至少 4 点", "{} has {} positions; a closed ring takes at least 4")
OPEN_RING: Final = Text("{} 首尾不相接", "{} is not closed")
CROSSES: Final = Text("{} 在 {}, {} 附近与自己相交", "{} crosses itself near {}, {}")
FOLDS: Final = Text("{} 在 {}, {} 附近折回重叠", "{} folds back on itself near {}, {}")
RINGS_CROSS: Final = Text("{} 与{} 在 {}, {} 附近相交", "{} and {} cross near {}, {}")
FLAT: Final = Text("{} 围不成面积", "{} encloses no area")
HOLE_OUTSIDE: Final = Text("{} 不在外环之内", "{} lies outside its outer ring")
HOLE_IN_HOLE: Final = Text("{} 与{} 重叠", "{} overlaps {}")
OVERLAP: Final = Text("{} 与{} 重叠", "{} overlaps {}")
NO_SHELL: Final = Text("没有外环", "there is no outer ring")
MANY_POINTS: Final = Text("共 {} 点，一个片区最多 {} 点", "it has {} positions; {} for a zone are the most")
SHELL: Final = Text("外环 {}", "outer ring {}")
HOLE: Final = Text("内环 {}", "hole {}")

NAMED: Final = Text("{} 第 {} 个要素（{}）", "{}, feature {} ({})")
UNNAMED: Final = Text("{} 第 {} 个要素", "{}, feature {}")
FAULT: Final = Text("{}：{}。", "{}: {}.")
NOT_JSON: Final = Text(
    "{} 第 {} 行第 {} 个字起不是有效的 JSON，请重新导出 GeoJSON。",
    "{}, line {}, character {}: from here on it is no valid JSON; export the GeoJSON again.",
)
ODD_JSON: Final = Text(
    "{} 里有 JSON 不许有的内容（{}），请重新导出 GeoJSON。",
    "{} holds something that JSON does not allow ({}); export the GeoJSON again.",
)
A_CONSTANT: Final = Text("数值 {}", "the value {}")
A_HUGE_NUMBER: Final = Text("位数过多的数", "a number of too many digits")
DEEP_JSON: Final = Text("嵌套太深", "something nested too deeply")
EMPTY_FILE: Final = Text("{} 是空的，应为 GeoJSON。", "{} is empty; it should be GeoJSON.")
NO_COLLECTION: Final = Text(
    "{} 不是 GeoJSON 的 FeatureCollection（现为{}）：红线请从制图软件导出 GeoJSON，表格请存为 CSV 或 XLSX。",
    "{} is no GeoJSON FeatureCollection (it is {}); export red lines as GeoJSON and save tables as CSV or XLSX.",
)
SOMETHING_ELSE: Final = Text("别的内容", "something else")
NO_FEATURES: Final = Text("{} 里没有要素，没有可读的红线。", "{} holds no features, so there is no red line to read.")
MANY_FEATURES: Final = Text("{} 有 {} 个要素，一次最多 {} 个。", "{} has {} features; {} are the most.")
MANY_IN_FILE: Final = Text("{} 共有 {} 点，一次最多 {} 点。", "{} has {} positions in all; {} are the most.")
OTHER_SYSTEM: Final = Text(
    "{} 的坐标系写作“{}”，请先转成 WGS 84 或 CGCS2000 的经纬度再导出。",
    "{} says its coordinates are in “{}”; export it in degrees of WGS 84 or CGCS2000.",
)
NOT_FEATURE: Final = Text("应为 Feature，现为“{}”", "expected a Feature, found “{}”")
NO_GEOMETRY: Final = Text("没有图形（geometry）", "it has no geometry")
WRONG_SHAPE: Final = Text(
    "图形应为 Polygon 或 MultiPolygon，现为“{}”", "expected a Polygon or MultiPolygon, found “{}”"
)
NOT_LISTS: Final = Text(
    "坐标应为 [经度, 纬度] 组成的环，现为“{}”", "expected rings of [longitude, latitude], found “{}”"
)
NOT_A_PAIR: Final = Text("坐标应为两个数，现为“{}”", "expected two numbers for a position, found “{}”")
NOT_FINITE: Final = Text("坐标“{}”不是有限的数", "“{}” is no finite position")
LIES_OUTSIDE: Final = Text(
    "坐标 {} 不在西宁一带（应在 35.5—38 N、100—103.5 E）",
    "the position {} is not near Xining (expected 35.5–38 N, 100–103.5 E)",
)
LOOKS_SWAPPED: Final = Text(
    "坐标 {} 的经纬度像是写反了，GeoJSON 应先经度后纬度",
    "longitude and latitude of {} look swapped; GeoJSON has the longitude first",
)
LOOKS_PROJECTED: Final = Text(
    "坐标 {} 像是以米计的投影坐标，请导出经纬度", "the position {} looks like projected metres; export degrees"
)
NO_NAME: Final = Text(
    "没有写明是哪个片区，请在属性 id、zone 或 name 里写片区的编号或名称",
    "it does not say which zone it is; put the zone’s id or name into the property id, zone or name",
)
NO_ZONE: Final = Text("没有叫“{}”的片区", "there is no zone called “{}”")
NO_ZONE_NEAR: Final = Text("没有叫“{}”的片区，是否指“{}”（{}）", "there is no zone called “{}”; did you mean “{}” ({})")
TWO_ZONES: Final = Text("属性同时指向“{}”和“{}”，请只留一个", "its properties point to both “{}” and “{}”; keep one")
TWICE: Final = Text(
    "“{}”前面已有（第 {} 个要素），多块请合成 MultiPolygon",
    "“{}” is there already (feature {}); join its parts in a MultiPolygon",
)
DATUM_TAKEN: Final = Text(
    "红线文件没有写坐标系，按 WGS 84 读入（与 CGCS2000 相差不到 1 米）；若来自高德或百度，加 --datum gcj02 或 bd09。",
    "The red lines do not state a datum and were read as WGS 84 (CGCS2000 agrees to within 1 m); add --datum gcj02 or bd09 "
    "if they come from AMap or Baidu.",
)
DATUM_READ: Final = Text("红线按 {} 读入，已换算为 WGS 84。", "The red lines were read as {} and converted to WGS 84.")
DATUM_ASKED: Final = Text("红线文件没有写坐标系，按这个读入：", "The red lines do not state a datum; read them as:")
PLACED_HERE: Final = Text("在图上标注：{}", "Placed on the map: {}")
FROM_FEATURE: Final = Text("{} 第 {} 个要素", "{}, feature {}")
A_FEATURE: Final = Text("第 {} 个要素", "feature {}")

SUPERSEDED: Final[dict[str, str]] = {
    "位置与形状均为示意，以园区提供的红线为准": "",
    "；边界为示意": "",
    "，位置与形状为示意": "",
    "；轮廓为示意": "",
    "；位置为示意，±400 米": "",
    "；位置为示意": "",
    "位置为示意": "",
    "，为示意": "",
    "位置为绘图假定，": "",
    "；位置为绘图假定": "",
    "；图上位置为绘图假定": "",
    "；图上大小为绘图假定": "",
    "；片区为示意": "",
    "，图上不单独绘出": "",
    "，图上不绘出": "",
    "、位置": "",
    "位置、": "",
    "（示意，地址待核实）": "",
    "（按名称，示意）": "",
    "（示意）": "",
    "Position and shape are a sketch; the park's official red lines prevail.": "",
    "; the boundary is a sketch": "",
    "; position and shape are a sketch": "",
    " The outline is a sketch.": "",
    "; a sketch": "",
    " and is a sketch": "",
    "; the position is a sketch, within 400 m": "",
    "; the position is a sketch": "",
    "Its position on the map is assumed; ": "",
    "; the position on the map is assumed": "",
    "; the size on the map is assumed": "",
    "; the area shown is a sketch": "",
    ", so it is not drawn separately": "",
    ", so it is not drawn on the map": "",
    "level and location are to be": "level is to be",
    "Location, area and": "Area and",
    ", the location and the area are": " and the area are",
    " (sketch, address to be confirmed)": "",
    " (by its name, sketch)": "",
    " (sketch)": "",
}
"""What a record says of its place on the map until somebody places it, and what is left of it then."""


def without_sketch(text: Text) -> Text | None:
    """Return the words of a record without what no longer holds once it was placed; nothing where nothing is left."""
    zh, en = text.zh, text.en
    for part in sorted(SUPERSEDED, key=len, reverse=True):
        zh, en = zh.replace(part, SUPERSEDED[part]), en.replace(part, SUPERSEDED[part])
    zh, en = re.sub("^[；，。 ]+", "", zh), re.sub("^[;,. ]+", "", en)
    return Text(zh, begun(en)) if zh and en else None
