"""What the places 地图, 海拔, 孵化 and 手册 say; facts come from the records, never from here."""

from brochure.words.text import Text

NO_SANDBOX = Text(
    "以 root 身份运行：网页引擎没有沙箱保护，请改用普通用户。",
    "Running as root: the web engine has no sandbox. Use an ordinary user instead.",
)
RENDERER_DIED = Text(
    "地图进程意外结束（第 {} 次），已重新载入。", "The map process ended by itself (time {}); loaded again."
)

METRE = Text("米", "m")
METRES = Text("{} 米", "{} m")
RULER_NAME = Text("海拔标尺：方向键 10 米，翻页键 100 米", "Altitude ruler: arrow keys 10 m, Page keys 100 m")
IDEAL_BAND = Text("理想带", "Ideal")
PARK_BAND = Text("园区", "Park")
IDEAL_BAND_LONG = Text("理想海拔带 {}—{} 米（吴天一提出）", "Ideal band {}–{} m (named by Wu Tianyi)")
PARK_BAND_LONG = Text("园区 {}—{} 米", "The park {}–{} m")
PROFILE_NAME = Text("沿 G6 从{}到{}的地面剖面", "Ground section along the G6 from {} to {}")
TUNNEL = Text("隧道上方地面", "Ground above the tunnel")
HILL = Text("{} {} 米", "{} {} m")

ALTITUDE_RULER = Text("这里有多高", "How high it is here")
ALTITUDE_DRAG = Text("拖动手柄比较", "Drag to compare")
ALTITUDE_TITLE = Text("黄金海拔", "Golden altitude")
PRESSURE = Text(
    "气压约为海平面的（标准大气计算，非实测）", "Air pressure against sea level (standard atmosphere, computed)"
)
PRESSURE_SOURCES = Text("气压怎样算出来", "How the pressure is computed")
SECTION_TITLE = Text("沿 G6 从东到西的地面剖面", "The ground along the G6, east to west")
SECTION_NOTE = Text(
    "SRTM 30 米 · {} 点 · 约 {} 公里 · 竖向夸大 · 虚线为隧道",
    "SRTM 30 m · {} points · about {} km · height exaggerated · dotted: tunnel",
)
STEPS_TITLE = Text("走到哪一步了", "How far it has come")
STEPS_AFTER = Text("此后", "Since then")
STEPS_UNKNOWN = Text("素材未载，待核实", "Not in the sources; to be confirmed")
AROUND_TITLE = Text("四周", "Around it")
AROUND_NOTE = Text(
    "方位据 {} 报道；边界未公布，方框不表示形状。",
    "Directions as reported in {}. The boundary is not published; the box is not its shape.",
)
AREA_MU_SHORT = Text("{} 亩", "{} mu")
SITE_SHORT = Text("示范园区", "The base")
CLAIM = Text("{}：{}", "{}: {}")
CLAIM_RULE = Text(
    "一位专家的观点，不是疗效承诺，请在医生指导下。",
    "One expert's view, not a promise of any effect; follow a doctor's advice.",
)
SEE_ON_MAP = Text("在地图上看", "See on the map")
ADD_TO_BROCHURE = Text("加入手册", "Add to brochure")
IN_BROCHURE = Text("已在手册中", "In the brochure")
