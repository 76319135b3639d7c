"""Which of this is for me: six questions, their answers, and what the sources make of them."""

from typing import Final

from brochure.words.kinds import NOT_LISTED
from brochure.words.kinds import VALIDITY as VALIDITIES
from brochure.words.sentence import within
from brochure.words.text import Text

QUESTION: Final[dict[str, Text]] = {
    "sector": Text("行业", "Industry"),
    "activity": Text("做什么", "Activity"),
    "size": Text("规模", "Size"),
    "stage": Text("阶段", "Stage"),
    "space": Text("场地", "Space"),
    "export": Text("出口", "Export"),
}
ASK: Final[dict[str, Text]] = {
    "sector": Text("您在哪个行业？", "Which industry are you in?"),
    "activity": Text("主要做什么？", "What do you mainly do?"),
    "size": Text("规模有多大？", "How large is the firm?"),
    "stage": Text("走到哪一步？", "How far have you come?"),
    "space": Text("需要什么场地？", "What space do you need?"),
    "export": Text("产品出口吗？", "Do you export?"),
}
ANSWER: Final[dict[str, dict[str, Text]]] = {
    "activity": {
        "make": Text("生产制造", "Manufacturing"),
        "research": Text("研发与成果转化", "Research and transfer"),
        "trade": Text("商贸流通", "Trade"),
        "service": Text("服务", "Services"),
    },
    "size": {
        "above": Text("规模以上", "Above the threshold"),
        "small": Text("规模以下", "Below the threshold"),
        "micro": Text("小微企业", "Small or micro firm"),
    },
    "stage": {"before": Text("还没注册公司", "Not registered yet")},
    "space": {
        "land": Text("土地，自己建", "Land to build on"),
        "plant": Text("现成厂房", "Ready-built plant"),
        "lab": Text("实验室、办公室", "Lab or office"),
        "desk": Text("一张桌子", "A desk"),
        "none": Text("不需要", "None"),
    },
    "export": {"yes": Text("出口", "Yes"), "no": Text("不出口", "No")},
}
VERDICT: Final[dict[str, Text]] = {
    "met": Text("满足", "Met"),
    "unknown": Text("待确认", "To be confirmed"),
    "unmet": Text("不满足", "Not met"),
}
REASON: Final = Text("{}：{}", "{}: {}")
MEETS: Final = Text("答“{}”，符合。", "you answered “{}”, which meets it.")
FITS: Final = Text("答“{}”，按我们的理解相符。", "you answered “{}”, which fits by our reading.")
FAILS: Final = Text("答“{}”，不符合。", "you answered “{}”, which does not meet it.")
OPEN: Final = Text("答“{}”，报道没有说算不算。", "you answered “{}”; the source does not say whether that counts.")
UNANSWERED: Final = Text("还没有回答“{}”。", "the question “{}” has no answer yet.")
NOT_ASKED: Final = Text(
    "问卷未涉及，请向主管部门确认。",
    "not covered by the six questions; ask the responsible authority.",
)
READING: Final = Text("我们的理解，非报道所列条件", "our reading, not a condition of the source")
UNLISTED: Final = Text("报道未列", "not listed in the reports")
NONE_STATED: Final = Text("报道未列条件", "The source lists no conditions")
ONLY_READING: Final = Text(
    "报道未列申请条件；下面是我们对适用对象的理解，不足以判定。",
    "The source lists no conditions; below is our reading of whom it is for, which settles nothing.",
)
AS_OF: Final = Text("截至 {}，以主管部门解释为准", "As of {}; the competent authority decides")
VALIDITY: Final = Text("效力{}", "Validity: {}")


def say_validity(state: str) -> Text:
    """Return whether a policy applies, as a sentence beside a verdict says it."""
    word = VALIDITIES[state]
    return VALIDITY.fill(Text(word.zh, within(word.en, is_name=False)))


STAGE_FITS: Final = Text("适合的阶段", "Stage that fits")
STAGE_ANSWERED: Final = Text("您选的就是这一级：{}。", "You chose this stage: {}.")
STAGE_BEFORE: Final = Text("还没注册公司，从链的起点开始：{}。", "Not registered yet: the chain begins here: {}.")
STAGE_LAND: Final = Text("要土地自己建，对应链的终点：{}。", "Land to build on is where the chain ends: {}.")
ZONES_FIT: Final = Text("适合的片区", "Zones that fit")
ZONE_SECTOR: Final = Text("片区的产业方向含{}。", "{} is among the industries of this zone.")
ZONE_STAGE: Final = Text("{}在这里（示意）。", "{} lies here (sketch).")
NEIGHBOURS: Final = Text("已在园区的同行", "Firms of the industry already here")
GAPS: Final = Text("产业链的空缺", "Gaps of the chain")
GAPS_NOTE: Final = Text(
    "空缺只说明公开资料未见，不等于没有。",
    "A gap is what published sources do not show, not proof that nobody is there.",
)
NO_NEIGHBOUR: Final = Text("报道没有提到这一行的企业。", "The sources name no firm of this industry.")

ANSWERS_MISSING: Final = Text("找不到答案文件 {}。", "There is no answers file {}.")
ANSWERS_UNREADABLE: Final = Text("读不了答案文件 {}：{}。", "The answers file {} cannot be read: {}.")
ANSWERS_LARGE: Final = Text(
    "答案文件 {} 太大，六个回答不会超过 {} KB。",
    "The answers file {} is too large; six answers take no more than {} KB.",
)
ANSWERS_NOT_UTF8: Final = Text("答案文件 {} 不是 UTF-8 编码。", "The answers file {} is not UTF-8.")
ANSWERS_NOT_JSON: Final = Text(
    "答案文件 {} 第 {} 行不是有效的 JSON，应如 {}。",
    "The answers file {} is not valid JSON at line {}; write it like {}.",
)
ANSWERS_NO_OBJECT: Final = Text(
    "答案文件 {} 应是一个 JSON 对象，如 {}。", "The answers file {} should hold one JSON object such as {}."
)
ANSWERS_TWICE: Final = Text("答案文件 {} 里“{}”写了两次。", "In the answers file {} the field “{}” stands there twice.")
ANSWERS_FIELD: Final = Text(
    "答案文件 {} 里没有“{}”这一问，可以有：{}。", "In the answers file {} the field “{}” is not known; there are: {}."
)
ANSWERS_VALUE: Final = Text(
    "答案文件 {} 里“{}”不能是“{}”，可取：{}。", "In the answers file {} the field “{}” cannot be “{}”; it can be: {}."
)
EXAMPLE: Final = '{"sector": "industry-devices", "size": "small"}'

TITLE: Final = Text("哪些我能用", "Which of this is for me?")
RESTART: Final = Text("重新回答", "Start over")
INTRO: Final = Text(
    "答几个算几个，答案随时可改；不保存姓名。",
    "Answer as many as you like and change them at any time. No names are kept.",
)
PROGRESS: Final = Text("第 {} 问，共 {} 问", "Question {} of {}")
SKIP: Final = Text("跳过", "Skip")
UNSET: Final = Text("未答", "open")
CHANGE: Final = Text("{}：{}，点按可改", "{}: {}; press to change")
NO_EXPORT_RULE: Final = Text("素材里没有一条按是否出口取舍。", "No rule in the sources turns on exports.")
NOTHING_IN_GROUP: Final = Text("这一组没有。", "Nothing in this group.")
PUT_IN: Final = Text("{} 项放进手册", "Put {} into brochure")
PUT_IN_NONE: Final = Text("放进手册", "Put into brochure")
ALL_IN: Final = Text("已在手册", "In the brochure")
PUT_DONE: Final = Text("{} 项已放进手册", "{} put into the brochure")
QUOTED: Final = Text("“{}”", "“{}”")
PRINT: Final = Text("打印结果", "Print the result")
PRINT_NONE: Final = Text("先答一问，再打印结果", "Answer one question to print the result")
PRINT_FILE: Final = Text("西宁生物园区-对照结果", "Xining-Biotech-Park-matches")
SOURCE_LINE: Final = Text("{} {} {}", "{} {} {}")
READ_AS: Final = Text("{}（我们的理解）", "{} (our reading)")
ASKS: Final = Text("{}：{}", "{}. {}")
POINT: Final = Text("· {}", "· {}")
FITS_TAB: Final = Text("落在哪里", "Where it fits")
FITS_ASK: Final = Text(
    "答了行业，这里列出片区、同行和空缺；答了阶段，列出孵化级。",
    "Answer the industry to see zones, firms and gaps here; answer the stage to see where on the chain you are.",
)
OPEN_CARD: Final = Text("打开“{}”", "Open “{}”")
SHOW_MATCHER: Final = Text("哪些我能用", "What is for me?")
SHOW_LIST: Final = Text("返回列表", "Back to the list")


def say_clause(clause: Text, basis: str) -> Text:
    """Return what a condition rests on: the words of the source are quoted, in the language they are printed in.

    What is only our reading of it, what is not listed and what is translated stands without marks.
    """
    if clause == NOT_LISTED:
        return UNLISTED
    if basis != "stated":
        return clause
    return Text(QUOTED.fill(clause.zh.replace("“", "‘").replace("”", "’")).zh, clause.en)
