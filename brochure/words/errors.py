"""What goes wrong, in words: what happened, to which file or row, what was kept, what to do."""

from brochure.words.text import Text

NOT_FOUND = Text("{}里没有“{}”。", "Looked in {}: there is no “{}”.")
NOT_FOUND_NEAR = Text("{}里没有“{}”，是否指“{}”？", "Looked in {}: there is no “{}”. Did you mean “{}”?")
CONTENT_DB_DAMAGED = Text(
    "内容数据库不完整或被改动过，已按原始文件重建。",
    "The content database is damaged or was changed; it is built anew from the content files.",
)
CONTENT_DB_OTHER = Text(
    "内容数据库还没有，或来自另一个版本。", "There is no content database yet, or it is of another version."
)
CONTENT_DB_NOT_KEPT = Text(
    "内容数据库无法写入 {}：{}。浏览不受影响，下次启动会再试。",
    "The content database cannot be written to {}: {}. Browsing works all the same; the next start tries again.",
)
USER_DB_DAMAGED = Text(
    "个人数据文件 {} 已损坏，这次按默认设置打开；下次保存时原文件会另存为 {}。",
    "The file of your settings, {}, is damaged; defaults are used. At the next save it is kept aside as {}.",
)
USER_DB_NEWER = Text(
    "个人数据文件 {} 来自更新的版本，只能读取，不能保存。请更新程序。",
    "The file of your settings, {}, comes from a newer version: it is read but not written. Update the program.",
)
USER_DB_LOCKED = Text(
    "个人数据文件 {} 正被另一个程序占用，没有保存。请稍后再试。",
    "The file of your settings, {}, is in use by another program; nothing was saved. Try again in a moment.",
)
USER_DB_NOT_WRITABLE = Text(
    "无法写入 {}：{}。没有保存，原有内容未动。",
    "Cannot write to {}: {}. Nothing was saved; what was there is untouched.",
)
CHANGE_UNFIT = Text(
    "第 {} 号更改（{} 的 {}）已不适用，没有套用。", "Change {} ({}, {}) no longer fits and was left out."
)
UNKNOWN_SETTING = Text("没有名为“{}”的设置。", "There is no setting named “{}”.")
WRONG_SETTING = Text("设置“{}”不能是“{}”，可取：{}。", "The setting “{}” cannot be “{}”; it can be: {}.")
