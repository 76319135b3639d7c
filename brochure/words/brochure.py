"""What the making of a brochure says: titles for the reader's window, and why one is not made."""

from brochure.words.text import Text

TITLE = Text("西宁生物科技产业园区投资手册", "Xining Biotech Industrial Park: investor brochure")
TITLE_FOR = Text("西宁生物科技产业园区投资手册（为{}准备）", "Xining Biotech Industrial Park: investor brochure for {}")
AUTHOR = Text("西宁经济技术开发区生物科技产业园区", "Xining Biotech Industrial Park")
SUBJECT = Text(
    "园区概况、地块、政策与企业，附来源与日期", "The park, its sites, policies and firms, with sources and dates"
)
CREATOR = Text("西宁生物园区手册", "Xining Biotech Park Brochure")
CANCELLED = Text("已取消，没有写出文件。", "Cancelled; no file was written.")
NO_FONTS = Text("字体还没有备好：{}。手册没有写出。", "The fonts are not ready: {}. No brochure was written.")
NOT_WRITABLE = Text(
    "不能写入 {}：{}。手册没有写出，原有的文件未动。",
    "Cannot write {}: {}. No brochure was written; an existing file was left as it was.",
)
DISK_FULL = Text(
    "{} 所在的磁盘已满（手册需要 {} KB）。手册没有写出，换个位置再试。",
    "The disk of {} is full (the brochure needs {} KB). Nothing was written; choose another place.",
)
NO_SECTIONS = Text(
    "所选章节都没有内容，没有可写的页。", "None of the chosen sections has any content; there is no page to write."
)
MISSING_GLYPH = Text("字体没有这些字：{}（{}）。", "The font lacks these characters: {} ({}).")
SPENT = Text(
    "政策“{}”{}，不能当作现行印出。", "The policy “{}” cannot be printed as if it were in force. Its validity: {}."
)
SPENT_LABEL = Text("政策“{}”{}，会带着这个标记印出。", "The policy “{}” is {} and will be printed with that label.")
UNTRANSLATED = Text(
    "缺少译文（{}），会印另一种语言。", "The translation is missing ({}); the other language will be printed."
)
GUARDED = Text("{}，{}：{}", "{}, {}: {}")
GUARDED_LABEL = Text(
    "{}会带着“未经核实，按要求印出”印出。", "{} It will be printed with the label “not verified, printed on request”."
)
NAME_PROMISES = Text(
    "〈{}〉里的“{}”像承诺；名称照印，请确认它确是名称。",
    "“{}” holds “{}”, which reads like a promise; a name is printed as it is, please make sure that it is one.",
)
NO_REVIEW_NUMBER = Text(
    "地图没有审图号，会印上“示意图·未送审”；公开发行前请送审。",
    "The map has no review number and is printed as a “schematic map, not submitted for review”. Have it reviewed before public release.",
)
REFUSED = Text("手册没有写出：{}", "No brochure was written: {}")
OWN = {"greeting": Text("问候", "Greeting"), "closing": Text("结语", "Closing words")}
OWN_SUPERLATIVE = Text(
    "“{}”是极限用语（广告法第九条），没有写明出自谁：在句中写出处，或删去。",
    "“{}” is a superlative (Advertising Law, article 9) and nobody is named who says it: name the source in the sentence, or leave it out.",
)
OWN_NOWHERE = Text("{}不会印出：没有选“{}”一节。", "{}: will not be printed, the section “{}” is not ticked.")
OWN_NOT_HERE = Text(
    "{}不会印出：只有整本手册印它。", "{}: will not be printed, only the whole brochure has room for it."
)
OWN_TOO_LONG = Text("超过 {} 个字，请缩短。", "More than {} characters; shorten it.")
OWN_UNTRANSLATED = Text(
    "没有{}的文字，会印另一种语言的。", "There is no text in {}; that of the other language will be printed."
)
LANGUAGE = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}
AT = Text("{}：{}", "{}: {}")
WHERE_COVER = Text("封面", "Cover")
WHERE_MAP = Text("地图", "Map")
