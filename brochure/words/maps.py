"""What a map says on the screen and on paper: questions, legend, notes, credits, words for the blind."""

from typing import Final

from brochure.words.text import Text

SKETCH_NOTE: Final = Text(
    "示意图：位置与边界不作为权属、规划或行政界线依据。",
    "Schematic map: positions and outlines are no evidence of ownership, planning or administrative boundaries.",
)
SKETCH_SHORT: Final = Text("示意图", "Schematic map")
RELIEF_NOTE: Final = Text("地势为艺术表现。", "Relief is decorative.")
REVIEW_NUMBER: Final = Text("审图号：待核实", "Map review number: to be confirmed")
REVIEWED: Final = Text("审图号：{}", "Map review number: {}")
MAP_MAKER: Final = Text("制图：{}", "Map by {}")
MAP_DATE: Final = Text("制图日期：{}", "Map date: {}")
ABOUT_KM: Final = Text("约 {} 公里", "about {} km")
ABOUT_M: Final = Text("约 {} 米", "about {} m")
ABOUT: Final = Text("约", "about")
KM: Final = Text("公里", "km")
METRE: Final = Text("米", "m")
NORTH: Final = Text("北", "N")
HOME: Final = Text("回到园区", "Back to the park")
ZOOM_IN: Final = Text("放大", "Zoom in")
ZOOM_OUT: Final = Text("缩小", "Zoom out")
MAP_NAME: Final = Text("园区地图", "Map of the park")
TOWARDS: Final = Text("往{}", "To {}")
THIS_MAP: Final = Text("本图范围", "Area of this map")
MAP_ON_PAGE: Final = Text("第 {} 页地图范围", "Area of the map on p. {}")
OUT_OF_VIEW: Final = Text("在视野外", "out of view")

RING: Final = Text("{} 公里", "{} km")
RING_FIRST: Final = Text("距南门 {} 公里，直线", "{} km from the gate, straight")
STRAIGHT: Final = Text("直线距离", "straight line")
MEASURE: Final = Text("量距离", "Measure a distance")
MEASURE_FROM: Final = Text("从哪里量起？点一处", "Where from? Tap a place")
MEASURE_TO: Final = Text("量到哪里？再点一处", "Where to? Tap another place")
MEASURE_HOW: Final = Text("点在站点、圆点上会对准它", "A tap on a station or dot takes its exact place")
MEASURE_SKETCH: Final = Text("有一端是示意位置", "one end is only sketched")
MEASURE_END: Final = Text("结束量距", "End measuring")
THIS_SPOT: Final = Text("图上一点", "a spot on the map")

FROM_GATE: Final = Text("距南门 {} 公里，直线", "{} km from the gate, straight")
NOTES_TITLE: Final = Text("图例与说明", "Legend and notes")
NOTES_OPEN: Final = Text("图例与说明：示意图、来源、审图号", "Legend and notes: schematic map, sources, review number")
NOTES_MARKS: Final = Text("位置有多准", "How well places are known")
NOTES_SIGNS: Final = Text("图上画了什么", "What is drawn")
NOTES_SOURCES: Final = Text("来源", "Sources")
NOTES_REVIEW: Final = Text(
    "审图号由园区填写，本手册不会代填", "The park fills in the review number; the program never does"
)
NOTES_NUMBER: Final = Text("审图号", "Map review number")
NOTES_EMPTY: Final = Text("未填写", "Not filled in")
NOTES_MAKER: Final = Text("制图单位", "Map made by")
NOTES_DATE: Final = Text("制图日期", "Date of the map")
NOTES_SAVE: Final = Text("保存", "Save")
NOTES_SAVED: Final = Text("已保存，图上与手册中即时使用", "Saved; used on the map and in the brochure")

PRECISION_LONG: Final[dict[str, Text]] = {
    "surveyed": Text("实测：来自测量或公开的描绘数据", "Surveyed: from measured or traced open data"),
    "address": Text("按地址：别人为该门牌选取的地图点", "By address: a map point somebody picked for the address"),
    "placed": Text("园区标注：由园区人员放置并注明日期", "Placed by the park: put there by its staff, with a date"),
    "schematic": Text("示意：只依文字描述画出，不能量用", "Sketch: drawn from wording only, not to be measured from"),
}

PRECISION: Final[dict[str, Text]] = {
    "surveyed": Text("实测", "Surveyed"),
    "address": Text("按地址", "By address"),
    "placed": Text("园区标注", "Placed by the park"),
    "schematic": Text("示意", "Sketch"),
}
PLANNED: Final = Text("规划", "Planned")
RED_LINE: Final = Text("园区红线", "Park red line")
CHOSEN: Final = Text("已选", "Selected")

QUESTIONS: Final[dict[str, tuple[Text, Text]]] = {
    "zones": (
        Text("园区有多大，怎么分区？", "How big? Which zones?"),
        Text("片区 {} · 示意", "{} zones · sketch"),
    ),
    "base": (
        Text("康养基地四周有什么？", "What surrounds the base?"),
        Text("湿地、山、两座公园", "Wetland, hill, two parks"),
    ),
    "chain": (
        Text("初创企业怎样一步步长大？", "How do start-ups grow?"),
        Text("孵化链 1—{}", "Incubator chain 1–{}"),
    ),
    "access": (
        Text("怎么来？", "How do I get there?"),
        Text("高速、铁路、两条主路", "Expressways, rail, roads"),
    ),
    "heights": (
        Text("这里有多高？", "How high is it?"),
        Text("标高点 {} · 实测", "{} spot heights · surveyed"),
    ),
    "schools": (
        Text("附近有哪些学校？", "Which schools are near?"),
        Text("校区 {} · 院校 {}", "{} campuses · {} colleges"),
    ),
    "enterprises": (
        Text("企业在哪里？", "Where are the firms?"),
        Text("素材无门牌，暂不上图", "No address published: not drawn"),
    ),
}
"""Layers as an investor's questions, each with a line that says what is drawn; ``{}`` is a count."""

LEGEND: Final[dict[str, Text]] = {
    "park": Text("园区范围（示意）", "Park outline (sketch)"),
    "site": Text("康养示范园区（规划）", "Wellness site (planned)"),
    "zone": Text("产业片区，颜色同产业页", "Industry zone, colour as on the industry page"),
    "chain": Text("孵化链节点", "Stage of the incubator chain"),
    "assumed": Text("位置假定，报道未写在哪里", "Place assumed, not in the reports"),
    "expressway": Text("高速公路（G0611 中段为示意）", "Expressway (middle of the G0611: sketch)"),
    "railway": Text("铁路（线路示意）", "Railway (its course: sketch)"),
    "arterial": Text("主干路（示意）", "Main road (sketch)"),
    "campus": Text("高校校园（示意）", "University campus (sketch)"),
    "hill": Text("山地，晕线为写意", "Hill (decorative hachures)"),
    "tunnel": Text("隧道", "Tunnel"),
    "wetland": Text("湿地与河湖（示意）", "Wetland, river and lakes (sketch)"),
    "spot": Text("标高点（实测）", "Spot height (surveyed)"),
    "placed": Text("位置由园区标注", "Position set by the park"),
    "red_line": Text("园区导入的红线", "Red line imported by the park"),
    "park_placed": Text("园区范围（园区红线）", "Park outline (the park’s red line)"),
    "site_placed": Text("康养示范园区（规划，园区红线）", "Wellness site (planned, the park’s red line)"),
}

CHAIN_WITH_OWN: Final = Text("孵化链节点，黑圆为您选的", "Stage of the chain; black: yours")
NOTES: Final[dict[str, Text]] = {
    "zone-kangyang": Text("规划 900 亩（2023）", "900 mu planned (2023)"),
    "zone-core": Text("园区本部", "Core Area"),
    "zone-dayou-hill": Text("报道作“大西山”", "Daxi Hill in the reports"),
    "zone-north": Text("科创产业发展区（规划）", "Sci-tech district (planned)"),
}
"""The line under a name on the map."""

CREDIT: Final[dict[str, Text]] = {
    "open-osm": Text(
        "道路与车站 © OpenStreetMap 贡献者（ODbL 1.0）", "Roads and stations © OpenStreetMap contributors (ODbL 1.0)"
    ),
    "open-geonames": Text("地名 GeoNames（CC BY 4.0）", "place names GeoNames (CC BY 4.0)"),
    "open-srtm": Text("高程 SRTM", "heights SRTM"),
}
OWN_DRAWING: Final = Text("其余示意图形为原创", "all other shapes are original sketches")

PROFILE_NOTE: Final = Text(
    "SRTM 30 米 · 81 点 · 约 69 公里 · 竖向夸大 · 虚线为隧道",
    "SRTM 30 m · 81 points · about 69 km · height exaggerated · dashed: tunnel",
)
IDEAL_BAND: Final = Text("理想海拔 2220～2500 米", "Ideal altitude 2,220–2,500 m")
PARK_BAND: Final = Text("园区 2240～2350 米", "Park 2,240–2,350 m")
PRESSURE: Final = Text("气压比", "Pressure")
"""Heading of the column with the share of the pressure at the sea."""
