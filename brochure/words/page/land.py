"""The sentences of place: location, industries, sites."""

from typing import Final

from brochure.words.text import Text

LOCATION_TITLE: Final = Text("下高速，就是园区", "Off the expressway, into the park")
DISTANCES_TITLE: Final = Text("{}处距离", "{} distances")
DISTANCE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("去处", "To"),
    Text("南门起，直线公里", "Gate, straight km"),
    Text("中心起，直线公里", "Museum, straight km"),
    Text("公路与说明", "By road, and remarks"),
)
DISTANCE_NOTE: Final = Text(
    "南门＝海湖大道互通，中心＝自然博物馆；直线按坐标计算，“—”为未计算。",
    "Gate: Haihu Avenue interchange; museum: the natural history museum in the middle of the park. Straight lines come from coordinates; “—” means not computed.",
)
SECTION_NOTE: Final = Text(
    "G6 沿线地面高程（SRTM 30 米，±10 米）。纵向 1:{}，与全书高度尺一致；金带为园区 {}～{} 米；虚线为隧道。",
    "Ground along the G6 (SRTM 30 m, ±10 m), vertical scale 1:{} as in the whole book; the golden band is the park, {}–{} m; the dashed line is the tunnel.",
)
REVIEW_NUMBER: Final = Text("审图号：{}", "Map review number: {}")
NOT_REVIEWED: Final = Text("待核实（示意图·未送审）", "to be confirmed (schematic map, not submitted for review)")
NOT_REVIEWED_NOTE: Final = Text(f"审图号：{NOT_REVIEWED.zh}。", f"Map review number: {NOT_REVIEWED.en}.")
OPEN: Final = Text("待核实", "to be confirmed")

INDUSTRIES_TITLE: Final = Text("{}条产业链与待补环节", "{} chains and their gaps")
INDUSTRIES_DECK: Final = Text(
    "实点是报道写到的，规划和推进中的各自注明；虚圈是报道里还没有企业或项目的。",
    "Solid dots: named in reports (plans and work in progress are marked). Dashed rings: no firm or project reported.",
)
YOURS: Final = Text("您在这一条", "Your chain")
LINKS: Final[tuple[Text, ...]] = (
    Text("上游　原料与投入", "Upstream: materials and inputs"),
    Text("中游　研发与制造", "Midstream: research and making"),
    Text("下游　服务与市场", "Downstream: services and markets"),
)
GAP: Final = Text("待补位", "Open")
IN_TALKS: Final = Text("在谈，未见签约报道", "In talks, no signing reported")
INDUSTRIES_NOTE: Final = Text(
    "企业归入哪条链、哪一环，除报道写明者外为本手册归纳；虚圈只说明公开资料未见，不等于没有，以招商部门答复为准。",
    "Which firm sits on which chain and link is our reading unless the source says so. A dashed ring means that public sources show nobody, not that nobody is there; please ask the investment team.",
)

ZONES_TITLE: Final = Text("{}处地块与片区", "{} sites and zones")
CONTINUED: Final = Text("{}（续）", "{} (cont.)")
ZONES_DECK: Final = Text(
    "同样几行，便于并排比较；未知的照写“待核实”。边界均为示意。",
    "The same rows for each; what is unknown stays open. All boundaries are sketches.",
)
MANY_ZONES_DECK: Final = Text(
    "逐处列出重点方向、准入与面积；未知的照写“待核实”。边界均为示意。",
    "Focus, entry rules and area of each; what is unknown stays open. All boundaries are sketches.",
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
NO_PLACE: Final = Text("位置待核实", "Location to be confirmed")
TO_FILL: Final = Text("待核实", "To be confirmed")
SQUARE_KM: Final = Text("{} 平方公里", "{} km²")
DISTANCE_OF_GATE: Final = Text("自园区南门到{}；本地块待测", "From the park’s south gate: {}; this site not measured")
DISTANCE_TO: Final = Text("{}约 {} 公里", "{} about {} km")
ALTITUDE_OF_PARK: Final = Text("园区整体 {}～{} 米；本地块待测", "Park as a whole {}–{} m; this site not measured")
ZONE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("片区", "Zone"),
    Text("重点方向", "Focus"),
    Text("准入", "Entry rules"),
    Text("面积", "Area"),
    Text("状态", "Status"),
)
PLACE_ASSUMED: Final = Text("位置假定", "Assumed place")
SKETCHED: Final = Text("边界示意", "Sketched boundary")
STAGES_KEY: Final = Text("圈中数字：孵化链的级", "Circled numbers: stages of the incubator chain")
STAGES_KEY_ASSUMED: Final = Text(
    "圈中数字：孵化链的级；虚线圈位置为假定", "Circled numbers: stages of the incubator chain; dotted: place assumed"
)
SELF_CHECK: Final = Text("准入自查", "Self-check")
CHECK_ASKS: Final[dict[str, Text]] = {
    "无污染": Text(
        "废气、废水、固废能否达标处置", "Can emissions, waste water and solid waste be treated to standard?"
    ),
    "无噪音": Text("厂界噪声与高校作息是否相容", "Does noise at the boundary suit a university's day?"),
    "无异味": Text("是否有发酵、溶剂等气味源", "Are there sources of smell such as fermentation or solvents?"),
}
"""What to look at for an entry rule of the sources, by its wording."""
CHECK_NOTE: Final = Text(
    "自查要点为编者拟写，不代替环评。",
    "These points are the editor's and do not replace an environmental assessment.",
)
ZONES_NOTE: Final = Text(
    "公顷由亩换算；位置只是示意的不量距离。边界未取自规划红线，以园区提供的红线为准。",
    "Hectares are converted from mu; where the place is a sketch no distance is given. Boundaries are not the planning red lines; the park’s official red lines prevail.",
)
