"""What the comparison says: its rows, its marks, and the words of the place 对比."""

from typing import Final

from brochure.words.text import Text

COMPARE: Final = Text("对比", "Compare")
TITLE: Final = Text("并排对比", "Side by side")
LEAD: Final = Text(
    "片区、载体、孵化链各级可以同列；行与次序相同，未知的照写待核实。",
    "Zones, facilities and stages in the same rows and order; what is unknown says so.",
)
ONLY_DIFFERENCES: Final = Text("只看不同", "Only differences")
LEFT_OUT: Final = Text("已收起 {} 行：相同或全部待核实", "{} rows folded: the same, or unknown for all")
ADD: Final = Text("添加", "Add")
COUNTED: Final = Text("{} 行不同，共 {} 行", "{} of {} rows differ")
FULL: Final = Text("最多四项", "Four at most")
ALL_IN_BROCHURE: Final = Text("全部放进手册", "Put all in brochure")
ALL_ARE_IN: Final = Text("都在手册里了", "All are in the brochure")
PUT_IN: Final = Text("已把 {} 项放进手册", "{} put in the brochure")

EMPTY: Final = Text("还没有可比的", "Nothing to compare yet")
EMPTY_WHY: Final = Text(
    "从地图、卡片或列表选两处，点“对比”；也可以在这里直接添加，最多四项。",
    "Choose two places on the map, on a card or in a list and press Compare, or add them here; four at most.",
)
ONE: Final = Text("再添一项，就能看出不同。", "Add one more to see what differs.")
TO_MAP: Final = Text("去地图选", "Choose on the map")
FROM_TRAY: Final = Text("用手册里的 {} 项", "Take {} from the brochure")

JOINED: Final = Text("“{}”已加入对比，共 {} 项", "“{}” is in the comparison ({} of 4)")
SEE: Final = Text("看对比", "Compare now")
TOO_MANY: Final = Text("对比最多四项，“{}”没有加入", "Four at most: “{}” was not added")
SWAP: Final = Text("换下“{}”", "In place of “{}”")
LEFT: Final = Text("“{}”已移出对比", "“{}” is out of the comparison")
FIRST_FOUR: Final = Text("手册里可比的超过四项，先比前四项", "More than four can be compared; the first four are shown")
IN_COMPARE: Final = Text("移出对比", "Don’t compare")

REMOVE: Final = Text("把“{}”移出对比", "Take “{}” out of the comparison")
TO_LEFT: Final = Text("把“{}”左移", "Move “{}” left")
TO_RIGHT: Final = Text("把“{}”右移", "Move “{}” right")
NO_OUTLINE: Final = Text("图上无轮廓", "No outline on the map")
MINI_MAP: Final = Text("“{}”在园区的位置，示意", "Where “{}” lies in the park, a sketch")
OPENS: Final = Text("打开“{}”的卡片", "Opens the card of “{}”")

PICKER: Final = Text("添加到对比", "Add to the comparison")
PICKER_HINT: Final = Text("名称、拼音或英文", "Name, pinyin or English")
PICKER_NONE: Final = Text("没有叫这个的片区、载体或孵化级", "No zone, facility or stage of that name")
THERE: Final = Text("已加入", "Added")
DONE: Final = Text("好了", "Done")

DIFFERS: Final = Text("不同", "Differs")
SAME: Final = Text("相同", "Same")
PARTLY_OPEN: Final = Text("部分待核实", "Partly unknown")
ALL_OPEN: Final = Text("全部待核实", "Unknown for all")
ALONE: Final = Text("", "")

ROWS: Final[dict[str, Text]] = {
    "type": Text("类型", "Type"),
    "level": Text("级别", "Level"),
    "status": Text("状态", "Status"),
    "area": Text("面积", "Area"),
    "precision": Text("轮廓精度", "Outline"),
    "part_of": Text("所属片区", "Part of"),
    "altitude": Text("海拔", "Altitude"),
    "city": Text("到市中心，直线", "To the city centre, straight line"),
    "station": Text("到西宁站，直线", "To Xining station, straight line"),
    "airport": Text("到机场，直线", "To the airport, straight line"),
    "road": Text("到机场，公路", "To the airport, by road"),
    "industries": Text("产业", "Industries"),
    "focus": Text("主攻方向", "Focus"),
    "entry": Text("入驻条件", "Entry rules"),
    "here": Text("在这里的载体、企业、孵化级", "Facilities, firms and stages here"),
    "policies": Text("关联政策", "Policies linked to it"),
    "neighbours": Text("四邻", "Neighbours"),
    "utilities": Text("水、电、气、热", "Utilities"),
    "price": Text("地价与租金", "Land price and rent"),
    "seen": Text("最近见于", "Last seen"),
    "sources": Text("来源", "Sources"),
}
"""Every row, in the order of the table."""

ONE_OF: Final[dict[str, Text]] = {
    "zones": Text("片区", "Zone"),
    "carriers": Text("载体", "Facility"),
    "stages": Text("孵化级", "Incubator stage"),
    "enterprises": Text("企业", "Firm"),
}
"""What one record of a kind is called."""

ZONE_TYPE: Final[dict[str, Text]] = {
    "park": Text("园区", "Park"),
    "area": Text("片区", "Area"),
    "cluster": Text("产业集聚区", "Cluster"),
    "land": Text("工业用地", "Industrial land"),
    "site": Text("示范园区", "Demonstration park"),
    "garden": Text("植物园", "Garden"),
    "goal": Text("规划目标", "Planning goal"),
    "neighbour": Text("相邻山水公园", "Neighbouring park or hill"),
}
STAGE_TYPE: Final = Text("孵化链第 {} 级 · {}", "Incubator stage {} · {}")

AREA_MU: Final = Text("{} 亩", "{} mu")
AREA_HA: Final = Text("{} 公顷", "{} ha")
AREA_KM2: Final = Text("{} 平方公里", "{} km²")
CONVERTED: Final = Text("换算：{}，{}", "Converted: {}, {}")
METRES: Final = Text("{} 米", "{} m")
PARK_ALTITUDE: Final = Text("园区整体 {} 米，本处未测", "Park as a whole {} m; not measured here")
KM: Final = Text("约 {} 公里", "about {} km")
FROM_SKETCH: Final = Text("从示意轮廓的中心量", "From the middle of the sketched outline")
FROM_POINT: Final = Text("从示意点量", "From a sketched point")
FROM_ZONE: Final = Text("从所在片区的示意中心量", "From the middle of its sketched zone")
REPORTED_CENTRE: Final = Text(
    "报道称园区距市中心 {} 公里，量法未注", "Reported for the park: {} km; how measured is not said"
)
ROAD_FROM_GATE: Final = Text("自园区南门起，不是从本处", "From the park’s south gate, not from this site")
POINT_ONLY: Final = Text("只有一个点", "A point only")
BY_STAGE: Final = Text("经孵化链第 {} 级", "Through incubator stage {}")
SIDE: Final = Text("{}：{}", "{}: {}")
INFERRED: Final = Text("{}（推断）", "{} (inferred)")
AND: Final = Text("{}；{}", "{}; {}")

NEW_VISITOR: Final = Text("新访客", "New visitor")
START_OVER: Final = Text("清空并重新开始？", "Clear and start over?")
NEW_VISITOR_KEYS: Final = Text(
    "清空手册、对比、搜索与表单，回到总览；要按两次", "Empties brochure, comparison, search and form; press twice"
)
CLEARED: Final = Text("已清空，可以交给下一位访客", "Cleared for the next visitor")
