"""The sentences of place: location, industries, sites."""

from typing import Final

from brochure.words.text import Text

LOCATION_TITLE: Final = Text("下高速，就是园区", "Off the expressway, into the park")
DISTANCES_EYEBROW: Final = Text("到这里", "Getting here")
DISTANCES_TITLE: Final = Text("{}处距离", "{} distances")
DISTANCE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("去处", "To"),
    Text("南门起", "From gate"),
    Text("中心起", "From centre"),
    Text("公路", "By road"),
)
DISTANCE_NOTE: Final = Text(
    "南门＝海湖大道互通，中心＝自然博物馆；两列为直线公里，按坐标计算。",
    "Gate: Haihu Avenue interchange; centre: the natural museum. Both columns are straight-line kilometres, computed from coordinates.",
)
SECTION_NOTE: Final = Text(
    "G6 沿线地面高程（SRTM 30 m，±10 m）。纵向 1:10000，与全书高度尺一致；金带为园区 {}～{} 米。",
    "Ground along the G6 (SRTM 30 m, ±10 m), vertical scale 1:10,000 as in the whole book; the golden band is the park, {}–{} m.",
)
REVIEW_NUMBER: Final = Text("审图号：{}", "Map review number: {}")
NOT_REVIEWED: Final = Text("待核实（示意图·未送审）", "to be confirmed (sketch map, not submitted for review)")
NOT_REVIEWED_NOTE: Final = Text(
    "示意图·未送审，无审图号。", "Sketch map, not submitted for review, without a review number."
)
OPEN: Final = Text("待核实", "to be confirmed")
STATEMENT_PART: Final = Text("{}：{}", "{}: {}")

INDUSTRIES_TITLE: Final = Text("{}条链，谁在，缺谁", "{} chains and their gaps")
INDUSTRIES_DECK: Final = Text(
    "实点是已经在的，虚圈是公开资料里还没见到的。",
    "Solid dots are already here; dashed rings have not been seen in public sources.",
)
YOUR_ROW: Final = Text("您在{}。", "You are on {}.")
YOUR_PLACE: Final = Text("第{}条", "chain {}")
YOURS: Final = Text("您在这一条", "Your chain")
LINKS: Final[tuple[Text, ...]] = (
    Text("上游　原料与投入", "Upstream: materials and inputs"),
    Text("中游　研发与制造", "Midstream: research and making"),
    Text("下游　服务与市场", "Downstream: services and markets"),
)
GAP: Final = Text("待补位", "Open")
IN_TALKS: Final = Text("在谈，未签约", "In talks, not signed")
INDUSTRIES_NOTE: Final = Text(
    "企业归入哪条链、哪一环，除原文写明者外为编者归纳；虚圈只说明公开资料未见，不等于没有，以招商部门答复为准。",
    "Which firm sits on which chain and link is our reading unless the source says so. A dashed ring means that public sources show nobody, not that nobody is there; please ask the investment team.",
)

ZONES_TITLE: Final = Text("{}处地块与片区", "{} sites and zones")
ZONE_TITLE: Final = Text("一处地块", "One site")
ZONES_DECK: Final = Text(
    "同样几行，便于并排比较；未知的照写“待核实”。边界均为示意。",
    "The same rows for each; what is unknown stays open. All boundaries are sketches.",
)
FIELDS: Final[dict[str, Text]] = {
    "focus": Text("重点方向", "Focus"),
    "entry": Text("准入", "Entry rules"),
    "industries": Text("产业", "Industries"),
    "distance": Text("直线距离", "Straight line"),
    "altitude": Text("海拔", "Altitude"),
    "area": Text("面积", "Area"),
    "utilities": Text("水、电、气、热", "Utilities"),
    "price": Text("地价与供地方式", "Land price and terms"),
}
TO_FILL: Final = Text("待园区填写", "To be filled in by the park")
DISTANCE_TO: Final = Text("{}约 {} km", "{} about {} km")
ALTITUDE_OF_PARK: Final = Text("园区整体 {}～{} 米；本地块待测", "Park as a whole {}–{} m; this site not measured")
ZONE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("片区", "Zone"),
    Text("重点方向", "Focus"),
    Text("准入", "Entry rules"),
    Text("面积", "Area"),
    Text("状态", "Status"),
)
SKETCHED: Final = Text("边界示意", "Sketched boundary")
SELF_CHECK: Final = Text("准入自查", "Self-check")
SELF_CHECK_NOTE: Final = Text("自查不代替环评。", "The self-check does not replace an environmental assessment.")
ZONES_NOTE: Final = Text(
    "面积一栏写明是原文、换算还是按图假定；边界未取自规划红线，以园区提供的红线为准。",
    "The area says whether it is stated, converted or assumed from the sketch. Boundaries are not the planning red lines; those supplied by the park decide.",
)
