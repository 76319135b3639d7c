"""The sentences of the smaller formats: trifold, site sheet, policy card, slides."""

from typing import Final

from brochure.words.text import Text

NAME: Final[dict[str, Text]] = {
    "trifold": Text("三折页", "Trifold"),
    "sheet": Text("地块单页", "Site sheet"),
    "card": Text("政策卡", "Policy card"),
    "screen": Text("投屏版", "Slides"),
}
"""What each format is called, in its foot line and where it is chosen."""
TITLE: Final = Text("{}：{}", "{}: {}")
PARK_TITLE: Final = Text("西宁生物科技产业园区{}", "Xining Biotech Industrial Park: {}")
TITLE_FOR: Final = Text("{}（为{}准备）", "{}, prepared for {}")
NO_ROOM: Final = Text(
    "“{}”的“{}”太长，缩到最小字号也放不下；请缩短文字或减少所选。",
    "“{}”: the text of “{}” is too long even at the smallest size; shorten it or choose less.",
)
OWN_CONTENT: Final = Text(
    "{}的内容是固定的，所选章节不起作用。", "{}: its content is fixed, the chosen sections have no effect."
)

# contact

SCAN: Final = Text("扫码存联系方式", "Scan to save the contact")
SCAN_NOTE: Final = Text("名片写在码里，不联网也能存", "The card is in the code: no network needed")
PERSON: Final = Text("联系人 {}", "Contact: {}")
PERSON_OPEN: Final = Text("联系人待核实", "Contact person to be confirmed")
NUMBER_NOTE: Final = Text("{}，区号待核实", "{}, area code to be confirmed")
ABOUT: Final = Text("关于{}。", "About {}. ")

# site sheet

ROWS: Final[dict[str, Text]] = {
    "focus": Text("重点方向", "Focus"),
    "entry": Text("准入", "Entry rules"),
    "where": Text("位置与四邻", "Where it lies"),
    "distance": Text("直线距离", "Straight line"),
    "altitude": Text("海拔", "Altitude"),
    "area": Text("面积", "Area"),
    "utilities": Text("水、电、气、热", "Utilities"),
    "price": Text("地价与供地方式", "Land price, terms"),
}
"""The eight rows of every site sheet, in their order."""
SEEN: Final = Text("{}公开报道", "reported {}")
NOT_DRAWN: Final = Text("图上是{}，未标出本片区。", "The map shows {}; this zone is not marked on it.")
APART: Final = Text(
    "报道称{}与{}相邻；示意图中两者之间隔着虚线框出的{}，以园区红线为准。",
    "The reports call {} a neighbour of {}; on the schematic map the dashed outline of the {} lies between; the park’s official red lines prevail.",
)
TITLE_BLOCK: Final = Text("标题与概要", "title and summary")
ROWS_BLOCK: Final = Text("八行表格", "eight rows")
CHECK_BLOCK: Final = Text("准入自查", "self-check")
NOTES_BLOCK: Final = Text("说明与来源", "notes and sources")

# policy card

CARD_ROWS: Final[dict[str, Text]] = {
    "whom": Text("适用对象", "For whom"),
    "offers": Text("支持内容", "What it offers"),
    "conditions": Text("对照项", "To check"),
    "steps": Text("主要内容", "Content"),
    "term": Text("有效期", "Valid"),
    "issuer": Text("发布单位", "Issued by"),
    "seen": Text("最近见诸报道", "Last reported"),
}
"""The seven rows of every policy card, in their order."""
CLAUSE: Final = Text("{}：{}", "{}. The report says: {}")
READING: Final = Text("（我们的理解）", " (our reading)")
DECIDES: Final = Text("以主管部门解释为准。", "Subject to interpretation by the competent authority.")
ON_DAY: Final = Text("状态核对于 {}", "Status checked {}")
FULL_TITLE: Final = Text("全称：{}", "In full: {}")
CARD_BLOCK: Final = Text("正文", "text")

# trifold

FLAP_TITLE: Final = Text("一览", "At a glance")
BACK_TITLE: Final = Text("先打一个电话", "Call first")
CONTACT: Final = Text("联系", "Contact")
MORE: Final = Text("另有 {} 项，见投资手册。", "{} more in the investor brochure.")
MARKS_NOTE: Final = Text(
    "圈码见来源；口径不同的数不作比较。“规上”指规模以上工业企业。",
    "Circled marks: see Sources. Measures that differ are not compared. Industrial value added covers firms above the statistical threshold only.",
)
MAP_WORDS: Final = Text(
    "园区与片区边界均为示意，不作权属、规划或行政界线依据。{}。审图号：{}。",
    "Boundaries of the park and its zones are schematic, no proof of rights, plans or borders. {}. Map review number: {}.",
)
OUTSIDE: Final = Text("正面（外页）", "Front (outside)")
INSIDE: Final = Text("反面（内页）", "Back (inside)")
SITES_BLOCK: Final = Text("地块", "sites")
POLICIES_BLOCK: Final = Text("政策", "policies")
FIGURES_BLOCK: Final = Text("数字", "figures")
SOURCES_BLOCK: Final = Text("来源", "sources")
READER_BLOCK: Final = Text("封面的名称", "name on the cover")
CONTACT_BLOCK: Final = Text("联系方式", "contact")
FOCUS_OPEN: Final = Text("重点方向待核实", "Focus to be confirmed")
SKETCHES: Final = Text("边界均为示意。", "Boundaries are schematic.")
SITE_ASKS: Final = Text("准入：{}", "Entry rules: {}")
SITE_AREA: Final = Text("面积：", "area: ")
ASKS: Final = Text("对照项：{}", "To check: {}")
STEPS: Final = Text("内容：{}", "Holds: {}")

# slides

REASONS: Final = Text("理由", "Reasons")
SERVICES_TITLE: Final = Text("企业服务", "Services for firms")
INDUSTRIES_TITLE: Final = Text("{}个产业方向", "{} sectors")
AND: Final = Text("{}{}", "{} {}")
FIRMS_DECK: Final = Text(
    "选列 {} 家认定或进展较多的企业；另有 {} 家，见投资手册。",
    "{} companies chosen for their recognitions and progress; {} more in the investor brochure.",
)
THRESHOLD: Final = Text(
    "“规上”指规模以上工业企业。", "Industrial value added: firms above the statistical threshold only."
)
AS_TOLD: Final = Text("{}（{}）", "{} ({})")
JUDGED: Final = Text("{}：“{}”", "{}: “{}”")
OPEN_ONES: Final = Text("另有 {} 项待确认，这里列出 {} 项。", "{} more to be confirmed, {} of them listed here.")
NO_OPEN_ONES: Final = Text("另有 {} 项待确认，不在此列出。", "{} more to be confirmed, not listed here.")
MET: Final = Text("满足 {} 项", "{} met")
UNMET: Final = Text("不满足 {} 项", "{} not met")
HEIGHT_TITLE: Final = Text(
    "园区海拔整段落在高原康养的理想海拔之内",
    "All of the park lies within the ideal altitude band for plateau wellness",
)

SCAN_SHORT: Final = Text("不联网也能存", "No network needed")
HEIGHT_NOTE: Final = Text(
    "说的是高度，不是疗效；请在医生指导下判断个人情况。部分为城市建成区平均海拔",
    "Altitude is not a treatment; ask a doctor. Some heights are means over built-up areas",
)
STATEMENT_BLOCK: Final = Text("说明文字", "statements")
FACTS_BLOCK: Final = Text("三项事实", "three facts")
STAGES_BLOCK: Final = Text("孵化级别", "stages")
STEPS_BLOCK: Final = Text("步骤", "steps")
MATCH_BLOCK: Final = Text("对照", "answers")
ALSO_BLOCK: Final = Text("另选内容", "list")
FIRMS_BLOCK: Final = Text("企业", "firms")
CHAINS_BLOCK: Final = Text("产业链", "chains")
FIGURES_TITLE: Final = Text("{}个数看园区", "The park in {} figures")
YOUR_CHAINS: Final = Text("亮出的是您选的方向。", "Lit: the fields you chose.")
FITS_READ: Final = Text("适合谁为本手册归纳。", "Who fits where is our reading.")
FITS_READ_NO_LEVELS: Final = Text(
    "适合谁为本手册归纳；各级的级别报道未写，待核实。",
    "Who fits where is our reading; levels are not in the reports and to be confirmed.",
)
