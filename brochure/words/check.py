"""What an audit of the content says, and the wordings it looks for."""

import re
from typing import Final

from brochure.words.text import Text

NO_SOURCE: Final = Text("没有来源。", "It has no source.")
UNKNOWN_SOURCE: Final = Text("来源“{}”不存在。", "The source “{}” does not exist.")
DANGLING: Final = Text("指向不存在的“{}”。", "It points to “{}”, which does not exist.")
NO_PERIOD: Final = Text("数据没有时间。", "The figure has no period.")
NO_VALUE: Final = Text("数据既没有数值也没有文字。", "The figure has neither a number nor words.")
TWO_CURRENT: Final = Text(
    "指标“{}”有 {} 个首选数据，应只有一个。", "The measure “{}” has {} readings to show first; there should be one."
)
NO_CHINESE: Final = Text("缺少中文。", "The Chinese text is missing.")
NO_ENGLISH: Final = Text("缺少英文。", "The English text is missing.")
NOT_TRANSLATED: Final = Text("英文一格仍是中文：“{}”。", "The English cell is still Chinese: “{}”.")
SUPERLATIVE: Final = Text("“{}”是极限用语，没有注明出自谁。", "“{}” is a superlative and nobody is named who says it.")
MEDICAL: Final = Text("康养内容里的“{}”像医疗功效宣传。", "“{}” in a text about wellness reads like a medical claim.")
IN_FORCE: Final = Text("写着“{}”，但没有生效日期。", "It says “{}” but has no date from which it holds.")
DATES_CROSSED: Final = Text("失效日期早于生效日期。", "It ends before it begins.")
PLACEHOLDER: Final = Text("“{}”像是占位文字。", "“{}” looks like a placeholder.")
PLOTTED: Final = Text("企业上了地图，但位置没有来源。", "The enterprise is on the map without a source for its place.")
NO_BASIS: Final = Text("地图要素没有说明依据。", "The feature does not say what it is based on.")
VERTICES: Final = Text("一条线有 {} 个点，最多 25 个。", "One line has {} vertices; 25 are the most.")
DECIMALS: Final = Text("坐标 {} 超过四位小数。", "The coordinate {} has more than four decimals.")
BOUNDARY: Final = Text("不得绘制行政区划界线（{}）。", "Administrative boundaries are not drawn ({}).")
SUMMARY: Final = Text("共 {} 个错误，{} 条提醒。", "{} errors, {} warnings.")
WHERE: Final = Text("{} {}：", "{} {}: ")

SUPERLATIVES: Final = re.compile(
    r"(?<!其)最(?!近|后|终|新|低|短|多跑|初|迟|早|少)[\u4e00-\u9fff]{1,3}|第一(?!级|季|批|期|步|阶|产业|书记|抓手|届|家|个|类|章|条|款|次|层|环|站|年|医)"
    r"|唯一|首屈一指|独一无二|顶级|极品|"
    r"\b(?:best|largest|biggest|greatest|finest|unrivalled|unparalleled|world-class|number one|the most(?! recent)|the only|"
    r"most suitable|top-ranking)\b",
    re.IGNORECASE,
)
"""Wordings that the advertising law of 2015 (article 9) forbids, or that an investor would ask proof of."""
ATTRIBUTION: Final = re.compile(
    r"据|称|表示|认为|提出|原文|报道|自评|自述|according to|\bsays?\b|\bsaid\b|quoted|reported|\bcalls?\b|proposed|"
    r"in the source|the source|the article|its own|self-",
    re.IGNORECASE,
)
MEDICAL_WORDS: Final = re.compile(
    r"治疗|治愈|疗效|根治|防治|防癌|抗癌|预防|药到病除|延年益寿|长寿|"
    r"\b(?:treat(?:s|ed|ing|ment|ments)?|cure[sd]?|curing|heal(?:s|ed|ing)?|therap(?:y|ies|eutic)|prevent(?:s|ed|ing|ion)?|"
    r"remed(?:y|ies)|longevity|prolongs?)\b",
    re.IGNORECASE,
)
WELLNESS: Final = re.compile(r"康养|海拔|疗养|wellness|altitude|recuperat", re.IGNORECASE)
DENIAL: Final = re.compile(
    r"(?:不是|并非|不作|不构成|不等于|不代表|不能|不得|没有|无|非|未|勿)[^，。；]{0,12}$|\b(?:not|no|nor|without|never)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
IN_FORCE_WORDS: Final = re.compile(r"现行有效|正在施行|现已生效|\bin force\b|\bin effect\b", re.IGNORECASE)
PLACEHOLDERS: Final = re.compile(r"lorem|ipsum|示例公司|某某|占位|待补充|xxx|\btodo\b|\btbd\b|\bfixme\b", re.IGNORECASE)
BOUNDARIES: Final = re.compile(
    r"bound|border|admin|district|county|province|国界|省界|县界|区界|市界|行政区", re.IGNORECASE
)
