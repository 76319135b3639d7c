"""What an import says: what is wrong with a file, what would change, and what was done."""

import re
from typing import Final

from brochure.words.text import Text

PLACE: Final = Text("{}第 {} 行 {} 列“{}”", "{}, row {}, column {} “{}”")
SHEET: Final = Text("{}（工作表“{}”）", "{} (sheet “{}”)")
ROW: Final = Text("{}第 {} 行", "{}, row {}")
EXPECTED: Final = Text("{}应为{}，现为“{}”。", "{}: expected {}, found “{}”.")
EXPECTED_SHORT: Final = Text("应为{}，现为“{}”。", "Expected {}, found “{}”.")
NOT_EMPTY_SHORT: Final = Text("不能空着，应为{}。", "This cell may not be empty; expected {}.")
NOT_EMPTY: Final = Text("{}不能空着，应为{}。", "{}: this cell may not be empty; expected {}.")
NO_CELL: Final = Text("{}是新记录，还缺“{}”，应为{}。", "{} is a new record and lacks “{}”: expected {}.")
LACKS: Final = Text("{}还缺“{}”，应为{}。", "{} lacks “{}”: expected {}.")

NOT_THERE: Final = Text("找不到文件 {}。", "There is no file {}.")
NOT_READABLE: Final = Text("读不了文件 {}：{}。", "The file {} cannot be read: {}.")
NO_FILE: Final = Text(
    "{} 不是普通文件，请选 CSV、XLSX 或 GeoJSON 文件。", "{} is no ordinary file; choose a CSV, XLSX or GeoJSON file."
)
FOLDER: Final = Text(
    "{} 是文件夹，请选 CSV、XLSX 或 GeoJSON 文件。", "{} is a folder; choose a CSV, XLSX or GeoJSON file."
)
TOO_LARGE: Final = Text("{} 有 {} MB，一次最多 {} MB，请分成几个文件。", "{} has {} MB; {} MB are the most. Split it.")
EMPTY: Final = Text("{} 是空的，第 1 行应为列名。", "{} is empty; row 1 should hold the names of the columns.")
NO_ROWS: Final = Text(
    "{}只有列名，第 {} 行起应为内容。", "{} has names of columns but no rows; they should begin in row {}."
)
OLD_EXCEL: Final = Text(
    "{} 是旧式 .xls 或加了密码的文件，请在表格软件里另存为没有密码的 .xlsx。",
    "{} is an old .xls or has a password; save it as .xlsx without one.",
)
OTHER_FORMAT: Final = Text(
    "{} 不是 CSV 或 XLSX（像是{}），请在表格软件里另存为 .xlsx 或“CSV UTF-8”。",
    "{} is neither CSV nor XLSX (it looks like {}); save it as .xlsx or “CSV UTF-8” in the spreadsheet program.",
)
BINARY_SHEET: Final = Text("二进制工作簿 .xlsb", "a binary workbook, .xlsb")
OPEN_DOCUMENT: Final = Text("OpenDocument 表格 .ods", "an OpenDocument sheet, .ods")
WORD_FILE: Final = Text("文字文档", "a text document")
SOME_ZIP: Final = Text("别的压缩包", "some other archive")
A_PDF: Final = Text("PDF", "a PDF")
A_PICTURE: Final = Text("图片", "a picture")
A_PAGE: Final = Text("网页", "a web page")
STRICT: Final = Text(
    "{} 存成了“Strict Open XML”，请另存为普通的“Excel 工作簿 .xlsx”。",
    "{} was saved as “Strict Open XML”; save it as an ordinary “Excel workbook, .xlsx”.",
)
DAMAGED: Final = Text("{} 已损坏，打不开：{}。", "{} is damaged and cannot be opened: {}.")
NOT_WHOLE: Final = Text("文件不完整", "the file is not whole")
SUSPICIOUS: Final = Text("压缩包里的内容不正常（{}）", "its inside is not as it should be ({})")
TWICE_INSIDE: Final = Text("同名部分 {} 出现两次", "the part {} is there twice")
SWELLS: Final = Text("解开后过大", "it unpacks to far too much")
OVERLAP: Final = Text("各部分互相重叠", "its parts overlap")
ENTITIES: Final = Text("含有外部实体", "it declares entities")
TOO_DEEP: Final = Text("有一处太长或嵌套太深", "something in it is too long or too deep")
SHEET_DAMAGED: Final = Text("{}已损坏：{}。", "{} is damaged: {}.")
CELL_TWICE: Final = Text("单元格 {} 出现两次", "the cell {} is there twice")
BAD_STRING: Final = Text("单元格 {} 指向不存在的文字", "the cell {} points to a text that is not there")
ROW_TWICE: Final = Text("第 {} 行出现两次或次序颠倒", "row {} is there twice or out of order")
BAD_CELL: Final = Text("单元格 {} 读不懂", "the cell {} cannot be understood")
MERGED: Final = Text(
    "{}的 {} 是合并单元格，请取消合并，每格各填一次。",
    "{}: {} are merged cells; unmerge them and fill in each one.",
)
TOO_FAR: Final = Text(
    "{}的内容伸到 {}，最多 {} 行 {} 列，请删去多余的格。",
    "{} reaches to {}; {} rows and {} columns are the most. Delete what is not needed.",
)
SHEET_GONE: Final = Text("工作表“{}”的内容不在文件里", "the sheet “{}” is not in the file")
TOO_FULL: Final = Text(
    "{} 里的格超过 {} 个（空着但带格式的也算），请清除多余的格式或分成几个文件。",
    "{} has more than {} cells, empty ones with a format included; clear formats or split it into several files.",
)
TOO_MANY_CELLS: Final = Text(
    "{}到 {} 为止已超过 {} 格，请分成几个文件。", "{}, up to {}: {} cells are the most; split it into several files."
)
NO_FORMULA_RESULT: Final = Text("数值或文字（公式没有存下结果）", "a value (the formula has no stored result)")
ERROR_VALUE: Final = Text("数值或文字（公式出错）", "a value (the formula failed)")
PERCENT: Final = Text("普通数字（这一格是百分比格式）", "a plain number (the cell is formatted as a percentage)")
FINITE: Final = Text("有限的数字", "a finite number")
REAL_DATE: Final = Text("1900 年 3 月以后的日期", "a date after February 1900")
NO_TIME: Final = Text("不带钟点的日期", "a date without a time of day")

WHICH_ENCODING: Final = Text(
    "{} 的文字编码看不准（不是 UTF-8，也不像 GBK），没有读入。请另存为“CSV UTF-8”，或用 --encoding 指明编码（{}）。",
    "The encoding of {} is not clear (neither UTF-8 nor likely to be GBK); nothing was read. Save it as “CSV UTF-8”, or "
    "name the encoding with --encoding ({}).",
)
CUT_SHORT: Final = Text(
    "{} 开头写着 {} 编码，后面却读不下去，可能没有存完整，请重新存一次。",
    "{} begins as {} but cannot be read on; it may have been cut short. Save it again.",
)
NOT_THIS_ENCODING: Final = Text("{} 不是 {} 编码。", "{} is not in {}.")
NOT_CSV: Final = Text(
    "{} 第 {} 行的引号没有成对，从这里起分不清各格。",
    "{}, row {}: the quotes do not pair, so the cells cannot be told apart from here on.",
)
TOO_MANY_ROWS: Final = Text(
    "{} 从第 {} 行起超出了：一次最多 {} 行，请分成几个文件。",
    "{}, row {}: from here on it is too much; {} rows are the most. Split it into several files.",
)
WRONG_WIDTH: Final = Text("{}第 {} 行应有 {} 格，现有 {} 格。", "{}, row {}: expected {} cells, found {}.")

NO_KIND: Final = Text(
    "{}看不出是哪一类内容。请让文件名或工作表名含有类别（如 policies 或 政策），或用 --kind 指明。",
    "{}: what kind of record it holds is not clear. Put a kind (such as policies) into the name of the file or sheet, "
    "or name it with --kind.",
)
NO_ID_COLUMN: Final = Text("{}第 {} 行缺少列“id”（编号）。", "{}, row {}: the column “id” is missing.")
UNKNOWN_COLUMN: Final = Text(
    "{}第 {} 行 {} 列应为已知的列名，现为“{}”{}", "{}, row {}, column {}: “{}” is no column that is known{}"
)
COLUMN_TWICE: Final = Text(
    "{}第 {} 行 {} 列的列名“{}”前面已经有了。", "{}, row {}, column {}: the heading “{}” stands there already."
)
NO_HEADING: Final = Text(
    "{}第 {} 行 {} 列没有列名，下面却有内容。", "{}, row {}, column {}: there are cells below but no heading."
)
NEAR: Final = Text("，是否指“{}”？", "; did you mean “{}”?")
LEAVE_OUT: Final = Text("，不需要就删去这一列。", "; delete the column if it is not needed.")
KIND: Final = Text("类别", "kind")
OF_THE_KIND: Final = Text("{}（一张表只放一类）", "{} (one table holds one kind)")
ID: Final = Text("编号（小写字母、数字和连字符）", "an id (lower-case letters, digits and hyphens)")
ID_ONCE: Final = Text(
    "只出现一次的编号（已在 {}第 {} 行出现）", "an id that stands there once (it is in {}, row {}, already)"
)
ID_OF_KIND: Final = Text("{}的编号（它是{}的编号）", "an id of {} (it is one of {})")
GARBLED: Final = Text("没有乱码的文字", "text that is not garbled")
CONTROL: Final = Text("没有控制字符的文字", "text without control characters")
SHORTER: Final = Text("{} 字以内的文字", "text of up to {} characters")

CHANGED_MEANWHILE: Final = Text(
    "内容在这期间变过了，没有套用。请重新比较一次。",
    "The content has changed meanwhile; nothing was applied. Compare again.",
)
NOTHING_CHOSEN: Final = Text("没有要套用的更改。", "There is no change to apply.")
THE_CHANGES: Final = Text("这次的更改", "change in these files")
NEEDS_TOO: Final = Text(
    "“{}”的 {} 指向同样是新增的“{}”，请把它也选上。", "“{}” points in {} to “{}”, which is new as well; choose it too."
)
BACKUP_FAILED: Final = Text(
    "备份写不进 {}：{}。没有套用任何更改。", "The backup cannot be written to {}: {}. No change was applied."
)
BACKUP_UNSOUND: Final = Text(
    "备份 {} 复核时不对，没有套用任何更改。", "The backup {} did not pass its check; no change was applied."
)
AN_IMPORT: Final = Text("导入记录", "import")
NO_CONFLICT: Final = Text("“{}”没有需要选择的冲突。", "“{}” has no conflict to settle.")
CONFLICT: Final = Text(
    "“{}”：园区改为“{}”，新版资料为“{}”（改时为“{}”），请选一个。",
    "“{}”: changed here to “{}”, the new data says “{}” (it said “{}” then). Choose one.",
)
NOTHING: Final = Text("空", "nothing")

ADDED: Final = Text("新增", "new")
CHANGED: Final = Text("修改", "changed")
SUMMARY: Final = Text("新增 {} 条，修改 {} 条，未变 {} 条。", "{} new, {} changed, {} as before.")
NOT_APPLIED: Final = Text("还没有套用；加 --apply 套用。", "Nothing is applied yet; --apply takes it over.")
APPLIED_FIRST: Final = Text(
    "已套用 {} 条；之前没有更改，不用备份。撤销：changes --undo {}",
    "Records changed: {}; nothing had been changed before, so there was nothing to back up. To undo: changes --undo {}",
)
APPLIED: Final = Text(
    "已套用 {} 条，备份在 {}。撤销：changes --undo {}", "Records changed: {}; backup: {}. To undo: changes --undo {}"
)
PROBLEMS: Final = Text("有 {} 处要先改正，什么都没有套用。", "To be mended first: {}. Nothing was applied.")
NOTHING_NEW: Final = Text("和现有内容一样，没有要改的。", "It is the same as the content of today; nothing to change.")
UNDONE: Final = Text("已撤销 {} 处更改。", "Undone: {}.")
REDONE: Final = Text("已恢复 {} 处更改。", "Made again: {}.")
KEPT: Final = Text("已选定 {} 处：“{}”。", "Cells settled: {}, of “{}”.")
NO_CHANGES: Final = Text("园区还没有改过内容。", "The office has changed nothing yet.")
IMPORT_LINE: Final = Text("第 {} 次  {}  {}  {} 条 {} 处{}", "{}  {}  {}  records: {}, cells: {}{}")
IMPORT_UNDONE: Final = Text("（已撤销）", " (undone)")
CONFLICTS_WAIT: Final = Text(
    "有 {} 条记录园区和新版资料都改过，暂按新版资料显示；用 changes 查看并选定。",
    "Changed both here and by the new data: {}. Shown as the new data has it until somebody chooses. See: changes",
)
CONFLICTS: Final = Text("有 {} 条记录与新版资料冲突：", "In conflict with the new data: {}")
WORKBOOK_WRITTEN: Final = Text(
    "已写出 {}：{} 张工作表，{} 条。改好后用 import 读回。",
    "Written: {}, sheets: {}, records: {}. Change it and read it back with import.",
)
NOT_WRITTEN: Final = Text(
    "不能写入 {}：{}。表格没有写出，原有的文件未动。",
    "Cannot write {}: {}. No workbook was written; an existing file was left as it was.",
)
HEADING_ZH: Final = Text("{}（中文）", "{} (Chinese)")
HEADING_EN: Final = Text("{}（英文）", "{} (English)")

MOJIBAKE: Final = re.compile("\ufffd|锟斤拷|烫烫烫")
"""What text looks like that was once read in the wrong encoding."""
WESTERN: Final = re.compile("[Â-ô][\u0080-\u00bf]{1,3}")
"""What UTF-8 looks like where it was read as a Western encoding."""
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
