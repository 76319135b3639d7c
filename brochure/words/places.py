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
IDEAL_BAND_LONG = Text("理想海拔带 {}～{} 米（吴天一提出）", "Ideal band {}–{} m (named by Wu Tianyi)")
PARK_BAND_LONG = Text("园区 {}～{} 米", "The park {}–{} m")
PROFILE_NAME = Text("沿 G6 从{}到{}的地面剖面", "Ground section along the G6 from {} to {}")
TUNNEL = Text("隧道上方地面", "Ground above the tunnel")
HILL = Text("{} {} 米", "{} {} m")

ALTITUDE_RULER = Text("这里有多高", "How high is it here?")
ALTITUDE_DRAG = Text("拖动手柄比较", "Drag to compare")
ALTITUDE_TITLE = Text("黄金海拔", "Golden altitude")
SECTION_TITLE = Text("沿 G6 从东到西的地面剖面", "The ground along the G6, east to west")
STEPS_TITLE = Text("走到哪一步了", "How far it has come")
STEPS_AFTER = Text("此后", "Since then")
STEPS_UNKNOWN = Text("素材未载，待核实", "Not in the sources; to be confirmed")
AROUND_TITLE = Text("四周", "Around it")
AROUND_NOTE = Text(
    "方位据 {}报道；边界未公布，方框不表示形状。",
    "Directions as reported in {}. The boundary is not published; the box is not its shape.",
)
AREA_MU_SHORT = Text("{} 亩", "{} mu")
SITE_SHORT = Text("示范园区", "The base")
CLAIM = Text("{}：{}", "{}: {}")
CLAIM_RULE = Text(
    "一位专家的观点，不是疗效承诺，请在医生指导下。",
    "One expert’s view, not a promise of any effect; follow a doctor’s advice.",
)
SEE_ON_MAP = Text("在地图上看", "See on the map")
ADD_TO_BROCHURE = Text("加入手册", "Add to brochure")
IN_BROCHURE = Text("已在手册中", "In the brochure")

MAP_NAME = Text("园区地图", "Map of the park")
MAP_LOADING = Text("正在铺开地图", "The map is being laid out")
LAYERS_TITLE = Text("想了解什么？", "What would you like to know?")
FOLD = Text("收起", "Fold up")
UNFOLD = Text("展开", "Unfold")
NORTH = Text("上方为北", "North is up")
NORTH_SHORT = Text("北", "N")
ZOOM_IN = Text("放大", "Zoom in")
ZOOM_OUT = Text("缩小", "Zoom out")
HOME = Text("回到园区", "Back to the park")
STILL_TITLE = Text("地图暂时停在这里", "The map stands still for now")
STILL_WHY = Text(
    "地图进程多次中断，已换成静态图；清单、卡片和手册照常可用，资料没有受影响。",
    "Its process ended several times, so a still picture took its place. List, cards and brochure work; no data was touched.",
)
STILL_AGAIN = Text("重新打开地图", "Open the map again")
STILL_LIST = Text("图上的地点", "Places on the map")

CHAIN_TITLE = Text("六级一线", "Six stages, one line")
CHAIN_LEAD = Text("从众创空间的一张桌子，到自己的厂房。", "From a desk in the maker space to your own plant.")
CHAIN_ORDER = Text(
    "次序据 {}报道；线表示次序，不表示高度。", "Order as published in {}. The line shows order, not height."
)
CHAIN_SKETCH = Text("示意：按片区落位，无门牌", "Sketch: placed by zone, no address")
CHAIN_MAP = Text("孵化链在图上的位置", "The chain on the map")
OPEN_MAP = Text("打开地图", "Open map")
LEVEL_UNKNOWN = Text("级别待核实", "Level to be confirmed")
NEXT_STAGE = Text("下一级", "Next stage")
PLACE_SKETCH = Text("位置示意", "Sketched position")
FITS = Text("适合谁", "Who fits")
ENTRY_RULE = Text("入驻条件", "Entry rule")
ABOUT_KM = Text("约 1 公里", "about 1 km")

STUDIO_TITLE = Text("手册工作室", "Brochure studio")
READER = Text("为谁准备", "Prepared for")
READER_HINT = Text("公司或个人，可留空", "Company or person")
SECTOR = Text("行业", "Sector")
ANY_SECTOR = Text("全部", "All")
DAY = Text("写作日期", "Date")
EDITION = Text("语言", "Language")
PROFILE = Text("印制方式", "Printed as")
BOTH = Text("双语", "Both")
SECTIONS_TITLE = Text("章节", "Sections")
CHOSEN_TITLE = Text("选入内容", "What was chosen")
ONLY_CHOSEN = Text("只放我选的", "Only what I chose")
ANSWERED = Text("回答", "Answers")
NOTHING_CHOSEN = Text("还没有选；片区、政策、企业会全部放入。", "Nothing yet: all zones, policies and firms go in.")
ONLY_ANSWERED = Text(
    "还没有选；片区、政策、企业会全部放入，{} 个回答印成对照。",
    "Nothing yet: all zones, policies and firms go in, with {} of your answers checked.",
)
PAGE_COUNT = Text("{} 页", "{} pages")
ONE_PAGE = Text("1 页", "1 page")
SPREAD = Text("跨页", "Spread")
SINGLE = Text("单页", "Single")
PAGE_BACK = Text("上一页", "Previous page")
PAGE_FORTH = Text("下一页", "Next page")
PAGES = Text("第 {} 页，共 {} 页", "Page {} of {}")
PREVIEW_NAME = Text("手册预览", "Preview of the brochure")
PREVIEW_HINT = Text(
    "预览即印样；改动后自动重排，页码与目录随之更新",
    "This is the print; each change sets it anew, page numbers included",
)
SETTING = Text("正在排版…", "Setting the pages…")
NO_PREVIEW = Text("这份手册排不出来", "This brochure cannot be set")
CHECKS_TITLE = Text("出版前检查", "Before printing")
CHECKING = Text("正在检查…", "Looking it over…")
MUST_CHANGE = Text("须改", "must change")
REMINDER = Text("提醒", "to mind")
NOTE = Text("说明", "to know")
COUNTED = Text("{} 项{}", "{} {}")
NOTHING_FOUND = Text("没有发现问题", "Nothing to mend")
MEND_FIRST = Text("先改好须改的一项，再导出", "Mend what must change, then export")
READY_TO_EXPORT = Text("可以导出；提醒会如实印出", "Ready; the reminders are printed with it")
EXPORT_PDF = Text("导出 PDF", "Export PDF")
EXPORT_BUSY = Text("导出 {}%", "Exporting {}%")
CANCEL = Text("停止", "Stop")
OPEN_FOLDER = Text("打开文件夹", "Open folder")
UNEXPECTED = Text(
    "程序自身出了错，详情已写入日志；您的选择没有丢失，可以再试一次。",
    "The program itself went wrong; the log has the details. Nothing you chose is lost; try again.",
)
