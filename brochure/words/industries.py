"""What the place 产业 says: chains, gaps, what fits them, and how the park works; facts come from the records."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("产业", "Industries")
NO_INDUSTRY: Final = Text("行业待确认", "Industry to be confirmed")
NO_INDUSTRY_NOTE: Final = Text(
    "素材点名了这些企业，但没有写明行业，不替它们归类。",
    "The sources name these firms but not their industry; we do not place them.",
)
SECTORS_FOOT: Final = Text(
    "数字是素材点名的企业家数；“—”表示一家都没有点名，不等于没有。",
    "The number counts firms that the sources name; “—” means that none is named, not that there is none.",
)
SECTOR_NAME: Final = Text("{}，点名企业 {} 家", "{}, firms named: {}")
COUNTS: Final = Text("企业 {} 家 · 项目 {} 个 · 空缺 {} 处", "Firms {} · projects {} · gaps {}")
NOBODY: Final = Text("素材没有点名这条链上的企业。", "The sources name no firm on this chain.")
OPEN_CARD: Final = Text("说明与来源", "Card and sources")

COLUMN: Final[dict[str, Text]] = {
    "upstream": Text("上游 · 投入", "Upstream · inputs"),
    "midstream": Text("中游 · 制造", "Midstream · making"),
    "downstream": Text("下游 · 服务与市场", "Downstream · services, outlets"),
}
STATE: Final[dict[str, Text]] = {
    "present": Text("报道有载 {}", "Reported {}"),
    "gap": Text("公开资料未见", "Not seen in published sources"),
    "in_talks": Text("在谈，未见签约报道 {}", "In talks, no signing reported {}"),
}
"""How a link stands; the slot takes the numbers of its sources."""
UNPLACED: Final = Text("环节待核实", "Link to be confirmed")
UNPLACED_NOTE: Final = Text("行业已知，环节原文未写", "The industry is known, the link is not in the source")
NAMED_HERE: Final = Text("报道写到", "Named in reports")
PLACING: Final = Text(" · 归类（推断）", " · placing (inferred)")
NO_DETAIL: Final = Text("做什么，原文未列", "What it does is not in the source")
GAP: Final = Text("空缺", "Gap")
GAP_NAME: Final = Text("空缺：{}。{}", "Gap: {}. {}")
BOARD_FOOT: Final = Text(
    "虚线框是公开资料未见的空缺，不等于没有，点一下看适合落在哪里。连线只表示上下游次序，不表示谁供货给谁。"
    "（推断）：行业或环节为编者归纳；空缺所在环节按字面归入。",
    "A dashed box is a gap in published sources, not proof that nobody is there; tap it for what would fit. Lines show the order "
    "of the chain, not who supplies whom. (inferred): industry or link is our reading; a gap is placed by its wording.",
)

GAP_AT: Final = Text("空缺 · {}", "Gap · {}")
GAP_SEEN: Final = Text("资料至 {} · 环节为编者归纳", "Sources to {} · the link is our reading")
GAP_SEEN_OPEN: Final = Text("资料至 {} · 环节原文未写", "Sources to {} · the link is not in the source")
GAP_CLOSE: Final = Text("关闭空缺", "Close the gap")
REPORTED: Final = Text("报道里的相关项目", "Projects reported on it")
WHERE: Final = Text("可落在哪里", "Where it could settle")
WHERE_NONE: Final = Text("素材没有写明适合它的载体或片区。", "The sources name no facility or zone for it.")
HELP: Final = Text("适用行业写明它的政策", "Policies that name this industry")
HELP_NONE: Final = Text(
    "没有一项政策写明适用这一行；面向全部企业的见“政策”。",
    "No policy names this industry; those for all firms stand under Policies.",
)
WAYS_HERE: Final = Text("相关机制", "Ways the park works")
NEIGHBOURS: Final = Text("链上邻居", "Neighbours on the chain")
NEIGHBOURS_NONE: Final = Text(
    "素材没有点名这条链上的企业或项目。", "The sources name no firm or project on this chain."
)
KIND_OF: Final = Text("{}（{}）", "{} ({})")
ONE_OF: Final[dict[str, Text]] = {"carriers": Text("载体", "facility"), "zones": Text("片区", "zone")}
"""What tells a facility from the zone of the same name."""
TAKE: Final = Text("加入手册（{} 项）", "Add to brochure ({})")
TAKEN: Final = Text("都已在手册里", "All in your brochure")
TOOK: Final = Text("已把“{}”链和适合的 {} 项加入手册", "The chain “{}” and what fits are in your brochure: {}")
FIT_NOTE: Final = Text(
    "按记录里的适用行业和所在片区配对，不是入驻承诺；面积与条件待核实。",
    "Matched by the industries and zones in the records, no promise of a place; areas and terms are to be confirmed.",
)

TABS: Final[dict[str, Text]] = {
    "list": Text("链上名单", "On this chain"),
    "parties": Text("五方招商", "Five parties"),
    "funds": Text("基金与项目", "Funds to projects"),
    "ways": Text("审批与机制", "Approvals and ways"),
}
LINK_COLUMN: Final = Text("环节", "Link")
NEWS_COLUMN: Final = Text("称号与近况", "Titles and progress")
STEPS_COLUMN: Final = Text("步骤", "Steps")
WAY_COLUMN: Final = Text("机制", "Mechanism")
STEP_JOIN: Final = Text(" · ", " · ")
EMPTY: Final = Text("这条链上没有点名的企业或项目", "Nobody named on this chain")
EMPTY_WHY: Final = Text("素材没有点名；空缺见上图。", "The sources name nobody here; the gaps stand above.")
FUNDS: Final = Text("产业基金", "Funds")
LANDED: Final = Text("与基金一同报道的项目", "Projects reported with the funds")
FUNDS_FOOT: Final = Text(
    "原文把这些基金和项目一起写，没有写哪个项目由哪支基金带来；连线不表示一一对应。",
    "The source names these funds and projects together and does not say which fund brought which; the lines are no pairs.",
)
SIZE: Final = Text("{} 亿元", "RMB {} million")
SIZE_OPEN: Final = Text("规模原文未列", "Size not in the source")
ALL_WAYS: Final = Text("全部服务机制（有步骤的）", "All mechanisms with steps")
WHOLE_CARD: Final = Text("看卡片", "Open the card")
STEP_NAME: Final = Text("第 {} 步 {}。{}", "Step {}: {}. {}")
NOT_HERE: Final = Text("内容里没有这一项。", "The content has no such entry.")
