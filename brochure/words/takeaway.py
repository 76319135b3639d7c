"""What the map says that leaves the window: as a page for any browser, as one drawing, as a sheet for the printer."""

from typing import Final

from brochure.words.text import Text

SHEET: Final = Text("园区地图", "Map of the park")
DRAFT: Final = Text("内部资料／送审稿", "Internal draft for review")
RATIO: Final = Text("约 1 : {}（A3 原大）", "about 1:{} at full A3 size")
VALLEY: Final = Text("在河谷中的位置", "Where it lies in the valley")
PROFILE: Final = Text("沿 G6 高速的地面剖面", "The ground along the G6 expressway")
PROFILE_NOTE: Final = Text(
    "与上图同一经度。SRTM 30 米，±10 米；竖向夸大约 {} 倍；金带为园区 {}～{} 米，虚线为隧道。",
    "Same longitudes as above. SRTM 30 m, ±10 m; height exaggerated about {} times; the golden band is the park, {}–{} m; dashed: tunnel.",
)
DISTANCES: Final = Text("到哪里多远", "How far to where")
DISTANCE_COLUMNS: Final[tuple[Text, ...]] = (
    Text("去处", "To"),
    Text("距南门（直线公里）", "From gate (straight, km)"),
    Text("距中心（直线公里）", "From centre (straight, km)"),
    Text("公路", "By road"),
)
DISTANCE_NOTE: Final = Text(
    "南门＝海湖大道互通，中心＝自然博物馆。直线按坐标计算，不是路程。",
    "Gate: Haihu Avenue interchange; centre: the natural museum. Straight lines are computed from coordinates and are no road distance.",
)
ZONE_SIGN: Final = Text("产业片区，颜色按产业", "Industry zone, coloured by industry")
LEGEND: Final = Text("图例", "Legend")
PRECISION: Final = Text("位置有多准", "How sure the positions are")
SOURCES: Final = Text("来源", "Sources")
NOTES: Final = Text("说明", "Notes")
ZONES: Final = Text("片区与地块", "Zones and sites")
STAGES: Final = Text("孵化链", "Incubator chain")
TITLE: Final = Text("西宁生物科技产业园区地图", "Map of Xining Biotech Industrial Park")
SUBJECT: Final = Text("示意图，A3", "Schematic map, A3")
DESCRIPTION: Final = Text(
    "园区示意图：{} 处片区与地块、孵化链 {} 级、道路、铁路、河流与山。名称均为文字，位置与边界为示意。",
    "Schematic map of the park: {} zones and sites, {} stages of the incubator chain, roads, railways, rivers and hills. All names are text; places and outlines are sketches.",
)
SCALE_NAME: Final[dict[str, Text]] = {
    "park": Text("园区地图", "Map of the park"),
    "city": Text("园区与市区", "The park and the city"),
    "region": Text("在河谷中的位置", "Where it lies in the valley"),
}

ALSO: Final = Text("又名", "Also called")
HEIGHT: Final = Text("海拔", "Height")
THING: Final[dict[str, Text]] = {
    "zones": Text("片区", "Zone"),
    "stages": Text("孵化链", "Incubator stage"),
    "places": Text("地点", "Place"),
    "enterprises": Text("企业", "Firm"),
    "expressway": Text("高速公路", "Expressway"),
    "arterial": Text("主干路", "Main road"),
    "local_road": Text("园区道路", "Road in the park"),
    "railway": Text("铁路", "Railway"),
    "hsr_link": Text("高铁", "High-speed line"),
    "tunnel": Text("隧道", "Tunnel"),
    "hill": Text("山地", "Hill"),
    "park": Text("公园", "Park"),
    "campus": Text("校区", "Campus"),
    "spot_height": Text("标高点", "Spot height"),
}
"""What one thing on the map is, by the kind of its record or, where it has none, by how it is drawn."""

PAGE: Final[dict[str, Text]] = {
    "title": Text("西宁生物科技产业园区", "Xining Biotech Industrial Park"),
    "subtitle": Text("园区地图 · 离线可看", "Map of the park · works offline"),
    "questions": Text("想了解什么？", "What would you like to know?"),
    "search": Text("搜索地图上的名称", "Search the names on the map"),
    "none": Text("图上没有“{}”。", "“{}” is not on this map."),
    "hits": Text("{} 个结果", "{} results"),
    "language": Text("语言", "Language"),
    "dark": Text("换成深色", "Dark colours"),
    "light": Text("换成浅色", "Light colours"),
    "measure": Text("量距离", "Measure a distance"),
    "zoom_in": Text("放大", "Zoom in"),
    "zoom_out": Text("缩小", "Zoom out"),
    "home": Text("回到园区", "Back to the park"),
    "north": Text("上北下南", "North is up"),
    "north_short": Text("北", "N"),
    "close": Text("关闭", "Close"),
    "fold": Text("收起", "Fold away"),
    "unfold": Text("展开", "Unfold"),
    "where": Text("位置", "Position"),
    "sources": Text("来源", "Sources"),
    "near": Text("图上相关", "Related on this map"),
    "card": Text("所选内容", "What is selected"),
    "tools": Text("地图工具", "Map tools"),
}
"""Every word of the page that is taken away, by the key its script asks for."""
OWN_NAMES: Final = {"zh": ("中", "中文"), "en": ("EN", "English")}
"""Short and whole name of each language in itself, for whoever reads only that one."""
EXPORTED: Final = Text("导出日期 {}", "Exported on {}")
NO_SCRIPT: Final = Text(
    "这张地图要用浏览器的脚本功能才能画出来；文件里没有任何网络地址。",
    "This map needs scripts to be allowed in the browser; the file holds no address of the network.",
)

TAKE_AWAY: Final = Text("带走这张地图", "Take the map away")
AS_PAGE: Final = Text("网页（离线）", "Offline page")
AS_SHEET: Final = Text("A3 图张", "A3 sheet")
AS_DRAWING: Final = Text("矢量图", "Drawing")
SAVE_AS: Final = Text("地图存到哪里", "Where to keep the map")
FILE_NAME: Final = Text("西宁生物园区地图", "Xining-Biotech-Park-Map")
TAKEN: Final = Text("已写好 {}", "{} is ready")
SOME_LEFT_OUT: Final = Text("（{} 项没有带出，见检查）", "({} left out, see the audit)")

WRONG_SUFFIX: Final = Text(
    "“{}”的格式做不了；地图可以写成 .html、.svg 或 .pdf。",
    "A map cannot be made as “{}”; it can be .html, .svg or .pdf.",
)
NO_FOLDER: Final = Text(
    "没有“{}”这个文件夹，地图没有写出；请先建好文件夹，或换个位置。",
    "There is no folder “{}”, so no map was written; make the folder or choose another place.",
)
NOT_WRITABLE: Final = Text(
    "不能写入 {}：{}。地图没有写出，原有的文件未动；请换个位置。",
    "Cannot write {}: {}. No map was written and an existing file is as it was; choose another place.",
)
NOT_FOR: Final = Text("选项 {} 不用于 .{} 地图，只用于 .{}。", "The option {} is not for a .{} map, only for .{}.")
NO_ROOM: Final = Text("图上容纳不下这些名称：{}。", "There is no room on the map for the names of {}.")
FEATURE: Final = Text("地图要素", "feature of the map")
NO_LEAFLET: Final = Text(
    "缺少地图所用的软件包 django-js-lib-leaflet，地图没有写出；请运行 doctor 查看怎样补上。",
    "The package django-js-lib-leaflet, which draws the map, is missing, so no map was written; run doctor to see how to add it.",
)
LEFT_OUT: Final = Text(
    "没有带出 {} 项，因为检查没有通过或两个版本还没有选定：{}。运行 check 看原因。",
    "{} left out, because the audit stops them or two versions await a choice: {}. Run check for the reasons.",
)
WRITTEN: Final = Text("已写出 {}：{} KB，SHA-256 {}", "Written: {}, {} KB, SHA-256 {}")
