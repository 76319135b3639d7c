"""What a batch says: its columns, what is wrong with a row, how it went, and the register of copies."""

from typing import Final

from brochure.words.text import Text

COLUMNS: Final[dict[str, tuple[Text, ...]]] = {
    "reader": (
        Text("公司", "Recipient"), Text("姓名", "Name"), Text("单位", "Company"), Text("公司名称", "Investor"),
        Text("单位名称", "Reader"), Text("收件人", "For"), Text("客户", "Client"), Text("企业名称", "Person"),
    ),
    "contact": (Text("联系人", "Contact"), Text("园区联系人", "Contact person")),
    "lang": (Text("语言", "Language"), Text("语种", "Lang")),
    "sectors": (Text("行业", "Sectors"), Text("产业", "Sector"), Text("行业", "Industries"), Text("产业", "Industry")),
    "zones": (Text("片区", "Zones"), Text("地块", "Sites"), Text("片区", "Zone"), Text("地块", "Site")),
    "policies": (Text("政策", "Policies"), Text("政策", "Policy")),
    "enterprises": (
        Text("企业", "Enterprises"), Text("印哪些企业", "Firms"), Text("企业", "Enterprise"), Text("企业", "Firm"),
    ),
    "stage": (Text("阶段", "Stage"), Text("孵化级", "Incubator stage"), Text("孵化阶段", "Stage")),
    "also": (Text("另附", "Also"), Text("其他内容", "Also")),
    "sections": (Text("章节", "Sections"), Text("章节", "Section")),
    "profile": (Text("版式", "Profile"), Text("印制方式", "Layout")),
    "on": (Text("日期", "Date"), Text("封面日期", "On"), Text("日期", "Day")),
    "force_unverified": (Text("未核实也印", "Print unverified"), Text("未核实也印", "Force unverified")),
    "recipe": (Text("配方", "Recipe"), Text("配方文件", "Recipe file")),
    "file": (Text("文件名", "File name"), Text("文件", "File")),
    "remark": (Text("备注", "Remarks"), Text("说明", "Remark"), Text("备注", "Notes"), Text("备注", "Note")),
}  # fmt: skip
"""What each column may be called; the first name is the one in the empty sheet."""

EXPLAINED: Final[dict[str, Text]] = {
    "reader": Text("为谁准备，印在封面上；必填", "Whom it is for, printed on the cover; required"),
    "contact": Text("园区联系人，印在封底", "Contact person of the park, printed at the back"),
    "lang": Text("中文、英文或双语", "zh, en or both"),
    "sectors": Text("产业名称或编号，几项用、隔开", "Names or ids of industries, separated by ;"),
    "zones": Text("片区名称或编号；空着即全部", "Names or ids of zones; empty: all of them"),
    "policies": Text("政策名称或编号；空着即全部", "Names or ids of policies; empty: all of them"),
    "enterprises": Text("企业名称或编号；空着即全部", "Names or ids of firms; empty: all of them"),
    "stage": Text("对方所在的孵化级", "The incubator stage the reader is at"),
    "also": Text("其他内容的名称或编号", "Names or ids of anything else"),
    "sections": Text("章节名称；空着即全部", "Names of sections; empty: all of them"),
    "profile": Text("印制方式，默认 office", "How it is printed; office by default"),
    "on": Text("封面与效力日期，如 2026-11-21", "Date of cover and validity, such as 2026-11-21"),
    "force_unverified": Text("是或否", "yes or no"),
    "recipe": Text("配方文件，放在本表旁边", "A recipe file beside this sheet"),
    "file": Text("文件名；空着用公司名", "File name; empty: after the recipient"),
    "remark": Text("自己看的，不印", "For yourselves; not printed"),
}
"""The line below each heading of the empty sheet."""

EDITIONS: Final[dict[str, tuple[str, ...]]] = {
    "zh": ("zh", "中文", "中", "汉语", "chinese", "zh-cn", "cn"),
    "en": ("en", "英文", "英", "英语", "english", "eng"),
    "both": ("both", "双语", "中英文", "中英", "中英双语", "bilingual", "zh en", "zh+en"),
}
YES: Final = ("是", "yes", "y", "true", "1", "对", "√")
NO: Final = ("否", "no", "n", "false", "0", "不", "×")
PROFILES: Final[dict[str, Text]] = {
    "office": Text("办公", "Office"),
    "press": Text("印厂", "Press"),
    "screen": Text("屏幕", "Screen"),
    "large": Text("大字", "Large type"),
    "trifold": Text("三折页", "Trifold"),
    "sheet": Text("单页", "Sheet"),
    "card": Text("卡片", "Card"),
}
LANGS: Final[dict[str, Text]] = {
    "zh": Text("中文", "Chinese"), "en": Text("英文", "English"), "both": Text("双语", "Both"),
}  # fmt: skip

AT_CELL: Final = Text("{}第 {} 行 {} 列“{}”：{}", "{}, row {}, column {} “{}”: {}")
AT_ROW: Final = Text("{}第 {} 行：{}", "{}, row {}: {}")
NO_RECIPIENT: Final = Text("没有写为谁准备。", "it does not say whom the brochure is for.")
NO_RECIPIENT_COLUMN: Final = Text(
    "{}没有“公司”或“姓名”一列，看不出为谁准备。可以先存一份空表照着填。",
    "{}: no column says whom the brochures are for; call one “Recipient”, or begin with an empty sheet.",
)
LEFT_OUT: Final = Text(
    "工作表“{}”没有“公司”或“姓名”一列，没有读。", "The sheet “{}” has no column “Recipient” and was not read."
)
NO_ROWS: Final = Text("{} 里没有收件人。", "There are no recipients in {}.")
TOO_MANY: Final = Text(
    "{}有 {} 位收件人，一次最多 {} 位，请分成几张表。", "{} has {} recipients; {} at a time are the most."
)
UNKNOWN_COLUMN: Final = Text(
    "没有“{}”这一列{}，不知道要按它印什么。", "there is no column “{}”{}; what it asks to print is not clear."
)
TWICE: Final = Text("“{}”一列前面已经有了。", "the column “{}” stands there already.")
DID_YOU_MEAN: Final = Text("（是否指“{}”？）", " (did you mean “{}”?)")
NO_HEADING: Final = Text("这一列没有列名，却有内容。", "there is something in a column without a heading.")
TOO_LONG: Final = Text("名字有 {} 个字，最多 {} 个。", "the name has {} characters; {} are the most.")
BAD_CELL: Final = Text("应为{}。", "expected {}.")
ONE_OF: Final = Text("“{}”不行，可取：{}。", "“{}” cannot be taken; it can be: {}.")
NO_DATE: Final = Text("“{}”不是日期，请写成 2026-11-21。", "“{}” is no date; write 2026-11-21.")
NO_NAME: Final = Text("{}里没有“{}”{}。", "{}: there is no “{}”{}.")
MANY_NAMES: Final = Text("“{}”可以指几项：{}。请写编号。", "“{}” may be any of: {}. Write the id.")
TOO_MANY_ITEMS: Final = Text("一格里有 {} 项，最多 {} 项。", "{} items in one cell; {} are the most.")
ANYTHING: Final = Text("全部内容", "all content")
RECIPE_OUTSIDE: Final = Text(
    "配方文件“{}”不在本表的文件夹里，也不在存配方的文件夹里。",
    "the recipe file “{}” lies neither beside this sheet nor in the folder of recipes.",
)
FOLDER_UNUSABLE: Final = Text("不能写入文件夹 {}：{}。", "The folder {} cannot be written: {}.")
LIST_UNUSABLE: Final = Text(
    "不能写入清单 {}：{}。若在表格软件里开着，先关上，再运行一次；做好的都在。",
    "The list {} cannot be written: {}. If a spreadsheet program has it open, close it and run again; what is finished is there.",
)
IN_USE: Final = Text(
    "另一批手册正在写入 {}，等它结束再试。", "Another batch is writing into {}; try again when it is done."
)
MANIFEST_FULL: Final = Text(
    "{} 所在的磁盘已满，清单没有更新；已经做好的手册都在。腾出空间后再运行一次。",
    "The disk of {} is full and the list was not brought up to date; finished brochures are there. Make room and run again.",
)
DISK_FULL: Final = Text(
    "{} 所在的磁盘已满（还缺约 {} KB），停在这里。原有的文件未动；腾出空间后再运行一次，做好的不会重做。",
    "The disk of {} is full (about {} KB are missing); it stopped here. Existing files were left as they were; make room "
    "and run again, what is finished is not made twice.",
)
CANCELLED: Final = Text(
    "已停止。做好的 {} 份都在；再运行一次，从这里接着做。",
    "Stopped. The {} finished ones are there; run it again to go on from here.",
)
WORKER_ENDED: Final = Text(
    "制作它的进程中途结束了（多半是内存不足）。",
    "the process that made it ended by itself, most likely for want of memory.",
)
WORKER_FAILED: Final = Text("制作时出了意外，经过记在日志里。", "something unexpected happened; the log has the story.")
OTHER_CONTENT: Final = Text(
    "制作它的电脑上内容版本不同，请先让各台电脑内容一致。",
    "the computer that made it has other content; bring all computers to the same content first.",
)
CONTENT_CHANGED: Final = Text("内容刚刚改过，请再运行一次。", "the content has just been changed; run it again.")
NOT_REGISTERED: Final = Text(
    "手册已做好，但没有登记给了谁：{}", "The brochure is there, but who has it was not registered: {}"
)
NO_CLUSTER: Final = Text(
    "这里没有装集群组件。安装：{} -m pip install distributed",
    "The cluster part is not installed: {} -m pip install distributed",
)
NO_SCHEDULER: Final = Text("连不上集群 {}：{}。", "The cluster {} cannot be reached: {}.")

STATES: Final[dict[str, Text]] = {
    "waiting": Text("等待", "Waiting"),
    "making": Text("制作中", "Being made"),
    "made": Text("做好了", "Made"),
    "kept": Text("已有，未重做", "Already there"),
    "failed": Text("没有做成", "Not made"),
}
LINE: Final = Text("{}  {}  {}", "{}  {}  {}")
SUMMARY: Final = Text(
    "做好 {} 份，已有 {} 份，没有做成 {} 份；清单：{}", "Made {}, already there {}, not made {}; list: {}"
)
PROGRESS: Final = Text("{}/{}", "{}/{}")

COPY_LINE: Final = Text("{}  {}  {}，{} 页，内容 {}，{}", "{}  {}  {}, {} pages, content {}, {}")
STALE_LINE: Final = Text("{}  {}  {}", "{}  {}  {}")
CHANGED: Final = Text("  改了：{}", "  changed: {}")
GONE: Final = Text("  不再有：{}", "  gone: {}")
MAP_PLACE: Final = Text("地图", "Map")
ON_PAPER: Final = Text("打印件", "printed on paper")
NO_COPIES: Final = Text("还没有登记过手册。", "No copies are registered yet.")
COPIES: Final = Text("共登记 {} 份", "{} copies registered")
NOTHING_STALE: Final = Text("登记的手册都和现在的内容一致，不用补寄。", "Every registered copy says what is so today.")
STALE_COUNT: Final = Text("要补寄 {} 份", "To send again: {}")
FORGOTTEN: Final = Text("已从登记里抹去 {} 份。", "{} copies were taken out of the register.")
NOBODY: Final = Text("登记里没有这个名字。", "The register has no such name.")
STILL_THERE: Final = Text(
    "这些手册文件还在，名字印在封面上，请自己删除：",
    "These brochures are still on the disk, with the name on the cover; delete them yourself:",
)
STILL_KEPT: Final = Text(
    "这些备份打不开或已损坏，里面可能还有，请自己删除：",
    "These copies could not be opened or are damaged and may still hold it; delete them yourself:",
)

SHEET_TITLE: Final = Text("收件人", "Recipients")
BATCH: Final = Text("批量", "Batch")
BATCH_BUTTON: Final = Text("按名单批量…", "Batch from a list…")
BATCH_HINT: Final = Text(
    "一张表，每行一位收件人，各做一本", "A sheet with one recipient in each row, a brochure for each"
)
TITLE: Final = Text("批量制作", "Batch")
TITLE_NOTE: Final = Text(
    "每行一位收件人，各做一本；空着的格子按工作室里现在的设置",
    "A brochure for each row; what a row leaves empty is as the studio has it now",
)
BACK_TO_STUDIO: Final = Text("返回工作室", "Back to the studio")
BACK: Final = Text("返回", "Back")
DROP_HERE: Final = Text("把名单（CSV 或 XLSX）拖到这里", "Drop a list here, CSV or XLSX")
DROP_NOTE: Final = Text("先看每一行会做成什么，再开始。", "You see what each row will be before anything is made.")
CHOOSE: Final = Text("选择名单…", "Choose a list…")
SAVE_EMPTY: Final = Text("存一份空表…", "Save an empty sheet…")
EMPTY_NAME: Final = Text("手册收件人", "Brochure-recipients")
EMPTY_SAVED: Final = Text("空表已存为 {}", "The empty sheet is saved as {}")
WHERE_EMPTY: Final = Text("空表存到哪里", "Where to keep the empty sheet")
LIST_FILES: Final = Text("名单", "Lists")
STEPS: Final[tuple[tuple[Text, Text], ...]] = (
    (
        Text("写名单", "Write the list"),
        Text(
            "一行一位：公司、语言、片区、政策……空着即全部。",
            "One in each row: recipient, language, zones, policies; empty means all.",
        ),
    ),
    (
        Text("看一遍", "Look it over"),
        Text(
            "有问题的行写明是哪一格；其余的不受影响。",
            "A row with a problem names its cell; the others are not held up.",
        ),
    ),
    (
        Text("开始，随时停", "Start, stop at any time"),
        Text("做好的不会重做；再按一次接着做。", "What is finished is not made twice; press again to go on."),
    ),
)
READING: Final = Text("正在读名单", "Reading the list")
STOP: Final = Text("停止", "Stop")
NOT_READ: Final = Text("这张名单读不了", "This list cannot be read")
AS_ENCODING: Final = Text("按 {} 再读", "Read as {}")
NOT_DONE: Final = Text("没有完成", "Not done")

ROWS_NOTE: Final = Text("{} 行：{} 行可以做，{} 行有问题", "Rows: {}; ready: {}; with problems: {}")
LEFT_OUT_SHORT: Final = Text("没有读的工作表：{}", "Sheets not read: {}")
ROW: Final = Text("行", "Row")
RECIPIENT: Final = Text("收件人", "Recipient")
LANGUAGE: Final = Text("语言", "Language")
PROFILE: Final = Text("版式", "Profile")
STATE: Final = Text("状态", "State")
FILE: Final = Text("文件", "File")
NO_NAME_YET: Final = Text("（没有写）", "(none)")
READY: Final = Text("可以做", "Ready")
PROBLEM: Final = Text("有问题", "Problem")
PLACE_CELL: Final = Text("第 {} 行 {} 列 · {}", "row {}, column {} · {}")
PLACE_ROW: Final = Text("第 {} 行", "row {}")
PRINTS: Final = Text("印什么", "What it prints")
PRINTS_LINE: Final = Text("{}：{}", "{}: {}")
ALL_OF_THEM: Final = Text("全部", "all")
NOTHING: Final = Text("不印", "none")
FILE_IS: Final = Text("{}，{} 页", "{}, {} pages")
MEND_HINT: Final = Text("在表格里改好、存盘，再点“再读一次”。", "Mend it in the sheet, save, then read again.")
READ_AGAIN: Final = Text("再读一次", "Read again")
CHOOSE_FOLDER: Final = Text("放到…", "Folder…")
WHICH_FOLDER: Final = Text("手册放到哪个文件夹", "The folder for the brochures")
NO_FOLDER: Final = Text("还没有选文件夹", "No folder chosen yet")
START: Final = Text("开始，{} 份", "Start: {}")
GO_ON: Final = Text("接着做，{} 份", "Go on: {}")
ALL_DONE: Final = Text("都做好了", "All are made")
REST_DONE: Final = Text("能做的都做好了", "All ready rows are made")
OPEN_FOLDER: Final = Text("打开文件夹", "Open folder")
RUNNING: Final = Text("{} / {} 份", "{} of {}")
STOPPING: Final = Text("正在停止", "Stopping")
DONE: Final = Text("做好 {} 份，已有 {} 份，没有做成 {} 份", "Made {}, already there {}, not made {}")
NOTHING_TO_MAKE: Final = Text("没有一行可以做", "No row can be made")

REGISTER: Final = Text("给过谁", "Who has a copy")
REGISTER_EMPTY: Final = Text(
    "还没有。写明为谁准备的手册，导出或打印后会记在这里。",
    "Nobody yet. Each brochure made for somebody is kept here once it is exported or printed.",
)
STALE_TITLE: Final = Text("要补寄 {} 份", "To send again: {}")
STALE_NOTE: Final = Text("印过的内容后来改了。", "What they print has changed since.")
COPY_NOTE: Final = Text("{} · {} 页 · 内容 {} · {}", "{} · {} pages · content {} · {}")
CHANGED_LIST: Final = Text("改了：{}", "Changed: {}")
AND_MORE: Final = Text("等 {} 项", " and {} more")
FORGET: Final = Text("抹去", "Forget")
FORGET_SURE: Final = Text("再按一次抹去", "Press again to forget")
FORGOTTEN_TOAST: Final = Text(
    "已抹去 {} 份登记；文件还在，请自己删除：{}", "{} copies forgotten; their files remain, delete them yourself: {}"
)
FORGOTTEN_SHORT: Final = Text("已抹去 {} 份登记", "{} copies forgotten")
MORE_COPIES: Final = Text("另有 {} 份更早的，见命令 register", "{} older ones: see the command register")
