"""What an audit of the content says, and the wordings it looks for."""

import re
from typing import Final

from brochure.words.text import Text

NO_SOURCE: Final = Text(
    "没有来源：在 sources 写明出自哪一篇。",
    "It has no source: say in sources where it comes from.",
)
UNKNOWN_SOURCE: Final = Text("来源“{}”不存在。", "The source “{}” does not exist.")
DANGLING: Final = Text("指向不存在的“{}”。", "It points to “{}”, which does not exist.")
NO_PERIOD: Final = Text(
    "数据没有时间：在 as_of 写明截至哪一天或哪一年。",
    "The figure has no period: say in as_of up to which day or for which year.",
)
NO_VALUE: Final = Text("数据既没有数值也没有文字。", "The figure has neither a number nor words.")
EDITED: Final = Text(
    "这一格是园区改的，来源仍是原来的：请把“来源”改成新的出处（没有时先在 sources 里加一条），否则印上“园区更改，来源待补”。",
    "This was changed here and the sources are still those of before: name the new source (add a row to sources first "
    "where there is none), or it is printed as “changed by the park, source to be added”.",
)
EMPTY: Final = Text("空", "nothing")
CHANGED_TWICE: Final = Text(
    "园区改为“{}”，新版资料为“{}”，请在“资料”里选一个。",
    "It was changed here to “{}”, the new data says “{}”; choose one under Content.",
)
TWO_CURRENT: Final = Text(
    "指标“{}”有 {} 个首选数据，应只有一个。", "The measure “{}” has {} readings to show first; there should be one."
)
NO_CHINESE: Final = Text("缺少中文。", "The Chinese text is missing.")
NO_ENGLISH: Final = Text("缺少英文。", "The English text is missing.")
NOT_TRANSLATED: Final = Text("英文一格仍是中文：“{}”。", "The English cell is still Chinese: “{}”.")
SUPERLATIVE: Final = Text(
    "“{}”是极限用语（广告法第九条），没有写明出自谁：在句中写出处，或把原话放进 quote，或删去。",
    "“{}” is a superlative (Advertising Law, article 9) and nobody is named who says it: name the source in the sentence, put its very words into quote, or leave it out.",
)
MEDICAL: Final = Text(
    "“{}”像医疗或疗效宣传（广告法第十七条），不能印：删去，或只写“研究报告了关联”。",
    "“{}” reads like a medical claim (Advertising Law, article 17) and is not printed: leave it out, or say only that studies report an association.",
)
IN_FORCE: Final = Text(
    "写着“{}”，但没有写明有效期，或这一天并不有效：补上起止日期，或改为“待核实”。",
    "It says “{}”, but from when to when is not known, or it does not hold on that day: add the dates, or say that it is to be confirmed.",
)
DATES_CROSSED: Final = Text("失效日期早于生效日期。", "It ends before it begins.")
PLACEHOLDER: Final = Text("“{}”像是占位文字。", "“{}” looks like a placeholder.")
PLOTTED: Final = Text("企业上了地图，但位置没有来源。", "The enterprise is on the map without a source for its place.")
NO_BASIS: Final = Text("地图要素没有说明依据。", "The feature does not say what it is based on.")
VERTICES: Final = Text("一条线有 {} 个点，最多 25 个。", "One line has {} vertices; 25 are the most.")
DECIMALS: Final = Text("坐标 {} 超过四位小数。", "The coordinate {} has more than four decimals.")
BOUNDARY: Final = Text("不得绘制行政区划界线（{}）。", "Administrative boundaries are not drawn ({}).")
NO_DOCTOR: Final = Text(
    "讲健康的话旁边没有“请在医生指导下”，在说明里补上。",
    "A statement on health stands without the advice to ask a doctor; add it to the note in both languages.",
)
TAX_REBATE: Final = Text(
    "“{}”像税收返还或减免的承诺（公平竞争审查条例，2024-08-01 起施行），不能印：删去。",
    "“{}” reads like a promise of tax back or tax off (Fair Competition Review Regulations, since 2024-08-01) and is not printed: leave it out.",
)
GUARANTEE: Final = Text(
    "“{}”像保证收益或无风险的承诺（广告法第二十五条），不能印：删去。",
    "“{}” reads like a promise of sure returns or no risk (Advertising Law, article 25) and is not printed: leave it out.",
)
UNDATED_NUMBER: Final = Text(
    "“{}”没有时间：在 as_of 写明，或在句中写出年份。",
    "“{}” has no date: fill as_of, or name the year in the sentence.",
)
UNNAMED: Final = Text(
    "计数 {}，原文只点名 {} 个，其余请园区提供名单。",
    "It counts {}, the source names {}; the others are to be named by the park.",
)
NONE_NAMED: Final = Text(
    "计数 {}，原文一个也没有点名，请园区提供名单。",
    "It counts {}, the source names none; they are to be named by the park.",
)
UNNAMED_UNSAID: Final = Text(
    "计数 {}，只点名 {} 个，却没有告诉读者：在说明里写“原文未列”。",
    "It counts {} and names {} without telling the reader: say in the note, in both languages, that the others are not named.",
)
SUMMARY: Final = Text("共 {} 个错误，{} 条提醒。", "{} errors, {} warnings.")
WHERE: Final = Text("{} {}：", "{} {}: ")

CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
