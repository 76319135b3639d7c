"""Every sentence of the window, in both languages."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("西宁生物园区", "Xining Biotech Park")
PLACES: Final[dict[str, Text]] = {
    "overview": Text("总览", "Overview"),
    "map": Text("地图", "Map"),
    "altitude": Text("海拔", "Altitude"),
    "chain": Text("孵化", "Incubator"),
    "industries": Text("产业", "Industries"),
    "policies": Text("政策", "Policies"),
    "enterprises": Text("企业", "Firms"),
    "figures": Text("数据", "Figures"),
    "compare": Text("对比", "Compare"),
    "studio": Text("手册", "Brochure"),
    "content": Text("资料", "Content"),
}
"""The places of the window, in the order of the rail; the keys are their names in the program."""

ADDED: Final = Text("已把“{}”加入手册", "“{}” is in your brochure")
REMOVED: Final = Text("已把“{}”移出手册", "“{}” is out of your brochure")
UNDO: Final = Text("撤销", "Undo")
YEAR_UNSETTLED: Final = Text("年度口径待核实", "Period to be confirmed")
SOURCES_OF: Final = Text("“{}”的来源", "Sources of “{}”")

LANGUAGE: Final = Text("语言", "Language")
LANGUAGES: Final[dict[str, Text]] = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}
TO_DARK: Final = Text("换成深色", "Dark theme")
TO_LIGHT: Final = Text("换成浅色", "Light theme")
ABOUT: Final = Text("关于", "About")
SEARCH: Final = Text("搜索园区、政策、企业…", "Search park, policies, firms…")
SEARCH_NAME: Final = Text("搜索，Ctrl+K", "Search, Ctrl+K")
NO_HITS: Final = Text("没有找到“{}”。试试更短的词，或拼音首字母。", "Nothing found for “{}”. Try a shorter word.")
AS_OF: Final = Text("截至", "As of")

EYEBROW: Final = Text(
    "西宁（国家级）经济技术开发区 · 生物科技产业园区",
    "Xining Economic and Technological Development Zone · Biotech Industrial Park",
)
GOAL: Final = Text("园区目标", "The park’s goal")
GOAL_YEAR: Final = Text("园区目标 · {} 年报道", "The park’s goal · reported in {}")
GOAL_YEARS: Final = Text("园区目标 · {}—{} 年历次报道一致", "The park’s goal · the same in reports of {}–{}")
PARK_BAND: Final = Text("园区海拔 {}～{} 米", "The park lies at {}–{} m")
PARK_BAND_SHORT: Final = Text("园区 {}～{} 米", "The park {}–{} m")
GATE_HEIGHT: Final = Text("园区南门 约 {} 米", "South gate, about {} m")
METRES_OF: Final = Text("{} {} 米", "{} {} m")
TUNNEL_HILL: Final = Text("大酉山", "Dayou Hill")
GATE_AXIS: Final = Text("{} · 园区", "{} · the park")
PROFILE_FOOT: Final = Text(
    "沿 G6 由东向西约 {} 公里的地面 · SRTM 30 米 · 竖向夸大",
    "Ground along the G6, east to west, about {} km · SRTM 30 m · height exaggerated",
)
PROFILE_FOOT_SHORT: Final = Text("G6 地面 · SRTM · 竖向夸大", "G6 ground · SRTM · height exaggerated")
PROFILE_NAME: Final = Text("沿 G6 的地面剖面，按下看海拔页", "Ground profile along the G6; press for the altitude page")

DOOR_MAP: Final = Text("园区在哪里，四周有什么", "The park and around it")
DOOR_MAP_NOTE: Final = Text("{} 个片区 · 示意图", "{} zones · schematic")
DOOR_BASE: Final = Text("黄金海拔", "Golden altitude")
DOOR_BASE_LINE: Final = Text("{} 亩康养示范园区", "A {} ha wellness base")
DOOR_BASE_PLAIN: Final = Text("康养示范园区", "The wellness base")
DOOR_CHAIN: Final = Text("孵化链", "Incubator chain")
DOOR_CHAIN_LINE: Final = Text("从众创空间到产业园", "From desk to factory")
DOOR_CHAIN_NOTE: Final = Text("共 {} 级，看看你在哪一级", "{} steps: which is yours?")
DOOR_POLICIES_LINE: Final = Text("{} 项政策与机制", "{} rules and measures")
DOOR_POLICIES_NOTE: Final = Text("逐条说明，附原文", "Each with its source")

TRAY_COUNT: Final = Text("手册 {}", "Brochure {}")
TRAY_EMPTY: Final = Text(
    "看到想带走的，点“加入手册”；现在导出的是整本手册",
    "Add what you want to take along; export now gives the whole book",
)
TRAY_KEYS: Final = Text(
    "回车打开，Delete 移出，Alt 加左右键换位", "Enter opens, Delete takes out, Alt with arrows moves"
)
PREVIEW: Final = Text("预览", "Preview")
EXPORT: Final = Text("导出 PDF", "Export PDF")
EXPORTING: Final = Text("导出 {}%", "{}%")
STOP: Final = Text("停止", "Stop")
SAVE_AS: Final = Text("手册存到哪里", "Where to keep the brochure")
FILE_NAME: Final = Text("西宁生物园区手册", "Xining-Biotech-Park")
PDF_FILES: Final = Text("PDF 文件", "PDF files")
EXPORTED: Final = Text("已写好 {}，{} 页", "{} is ready, {} pages")
OPEN: Final = Text("打开", "Open")
STOPPED: Final = Text("已停止，没有留下文件", "Stopped; no file was left behind")
NOT_EXPORTED: Final = Text("PDF 没有写成", "The PDF was not written")
DRAFT_SAFE: Final = Text("短名单和手册设置都还在。", "Your shortlist and the settings of the brochure are safe.")
TO_STUDIO: Final = Text("看手册的检查", "See the checks")
ANOTHER_PLACE: Final = Text("换个位置", "Another place")
CLOSE: Final = Text("关闭", "Close")

LOADING: Final = Text("正在打开{}", "Opening {}")
NOT_OPENED: Final = Text("“{}”打不开", "{} cannot be opened")
NOT_OPENED_WHY: Final = Text("{} 其余各处照常可用。", "{} Every other place works as before.")
TRY_AGAIN: Final = Text("再试一次", "Try again")
NO_CONTENT: Final = Text("没有可以打开的内容", "There is no content to open")
NOT_HERE: Final = Text("这一部分没有装好。", "This part is not installed.")

ABOUT_VERSION: Final = Text("版本", "Version")
ABOUT_CONTENT: Final = Text("内容", "Content")
ABOUT_CONTENT_LINE: Final = Text("截至 {}，编号 {}", "As of {}, number {}")
ABOUT_MAP: Final = Text("地图", "Map")
ABOUT_MAP_LINE: Final = Text(
    "园区与片区为自绘示意，不作为权属、规划或行政界线依据。道路等 © OpenStreetMap 贡献者（ODbL 1.0）；地面高程 SRTM；地名 GeoNames（CC BY 4.0）。",
    "Park and zones are our own sketch, no proof of rights, plans or boundaries. Roads and such © OpenStreetMap contributors "
    "(ODbL 1.0); ground heights SRTM; place names GeoNames (CC BY 4.0).",
)
ABOUT_FONT: Final = Text("字体", "Fonts")
ABOUT_FONT_LINE: Final = Text(
    "思源黑体 Noto Sans SC，SIL 开放字体许可 1.1；切成三个静态字重，名为 Park Sans SC。",
    "Noto Sans SC, SIL Open Font License 1.1; cut into three static weights under the name Park Sans SC.",
)
ABOUT_PARTS: Final = Text("所用的部件与许可", "Parts and their licences")
ABOUT_NOT_STATED: Final = Text("未写明", "not stated")
