"""What the place 海拔 says of heights, air, steps, partners and studies; facts come from the records, never from here."""

from brochure.words.text import Text

ALL_PLACES = Text("全部", "All")
CITIES = Text("○ 城市", "○ Cities")
TRAINING = Text("◆ 训练地", "◆ Training")
FILTER_NAME = Text("标尺上显示哪些地点", "Which places stand on the ruler")
HIGHER = Text("上一个更高的地点", "Next higher place")
LOWER = Text("下一个更低的地点", "Next lower place")
ALL_LISTED = Text("列出全部地点", "List all places")
BETWEEN = Text("自选高度", "Own height")
PLACE_AT = Text("{}，{} 米", "{}, {} m")

LEAD_NOTE = Text(
    "{}报道，来源 {}；理想海拔由{}提出。“黄金海拔”是项目名，不是医学分级。",
    "Reported {}, source {}; ideal band proposed by {}. Golden altitude is a project name, not a medical class.",
)
AIR_TITLE = Text("这个高度的空气", "The air at this height")
AIR_NOTE = Text("标准大气计算值，非实测", "Standard-atmosphere value, not measured")
OXYGEN = Text("氧分压，海平面 = 100%", "Oxygen pressure, sea level = 100%")
OWN_AT = Text("{} · {} 米", "{} · {} m")
OWN_HEIGHT = Text("{} 米处", "At {} m")
PARK_AT = Text("园区 · {}～{} 米", "The park · {}–{} m")
PARK_SHORT = Text("园区 {}", "Park {}")
PRESSURE = Text("气压", "Pressure")
TEMPERATURE = Text("标准大气气温", "Standard temperature")
DENSITY = Text("空气密度", "Air density")
BOILING = Text("水的沸点", "Water boils at")
HPA = Text("{} hPa", "{} hPa")
CELSIUS = Text("{} ℃", "{} °C")
KG_M3 = Text("{} kg/m³", "{} kg/m³")
FORMULA = Text(
    "气压、气温、密度：ISO 2533:1975 标准大气；沸点：Antoine 方程，NIST 常数。氧在干空气中的占比不随高度变，氧分压与气压同比例下降。"
    "标准大气气温不是当地气候。",
    "Pressure, temperature, density: ISO 2533:1975, Standard Atmosphere; boiling point: Antoine equation with NIST "
    "constants. The share of oxygen in dry air stays the same, so its pressure falls with that of the air. The standard "
    "temperature is no local climate.",
)
POINTS = Text("{} 个百分点", "{} points")
MORE = Text("园区的氧分压比{}高 {}。", "Compared with {}, the park’s oxygen pressure is {} higher.")
LESS = Text("园区的氧分压比{}低 {}。", "Compared with {}, the park’s oxygen pressure is {} lower.")
MORE_UP_TO = Text(
    "园区的氧分压比{}高，相差不到 {}。", "Compared with {}, the park’s oxygen pressure is higher, by less than {}."
)
LESS_UP_TO = Text(
    "园区的氧分压比{}低，相差不到 {}。", "Compared with {}, the park’s oxygen pressure is lower, by less than {}."
)
ALIKE = Text(
    "园区的氧分压与{}相差不到 1 个百分点。", "Oxygen pressure in the park and at {} is less than 1 point apart."
)
INSIDE = Text(
    "{}就在园区的海拔带里，氧分压相差约 1 个百分点以内。",
    "{} lies in the park’s own band: oxygen pressure differs by about 1 point at most.",
)
THIS_HEIGHT = Text("这个高度", "this height")
THIS_HEIGHT_FIRST = Text("这个高度", "This height")

EXAGGERATED = Text(
    "SRTM 30 米 · {} 点 · 约 {} 公里 · 竖向夸大约 {} 倍 · 点线为隧道",
    "SRTM 30 m · {} points · about {} km · height exaggerated about {} times · dotted: tunnel",
)
READING_HINT = Text("点剖面读地点与海拔", "Tap the section to read place and height")
READING = Text("{}{}，海拔 {} 米", "{}{}, {} m")
READING_GAP = Text("，", ", ")
TUNNEL_SHORT = Text("隧道", "Tunnel")

PARTNERS_TITLE = Text("对接，未见签约报道", "In talks, no signing reported")
PARTNERS_IN = Text("{}报道的对接方", "In talks as reported in {}")
FUNCTIONS_TITLE = Text("四项功能", "Four functions")
FUNCTIONS_NOTE = Text("{}的规划，尚未建成。", "As planned in {}; not built yet.")
AREA_HA = Text("{} 公顷", "{} ha")

STUDIES_TITLE = Text("公开研究", "Published studies")
STUDIES_RULE = Text(
    "研究报告了关联，不说明因果；对个人意味着什么，请在医生指导下判断。",
    "Studies report an association, not a cause; what it means for you, ask your doctor.",
)
STUDY_RANGE = Text("海拔 {}～{} 米", "{}–{} m")
STUDY_UP_TO = Text("海拔至 {} 米", "Up to {} m")
STUDY_FROM = Text("海拔 {} 米以上", "Above {} m")
PARK_LINE = Text("园区", "Park")
