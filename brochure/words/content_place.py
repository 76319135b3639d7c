"""What the place 资料 says: how tables are brought in, what they would change, and what the office changed so far."""

from typing import Final

from brochure.words.text import Text

TITLE: Final = Text("资料", "Content")
NOTE: Final = Text("{} 条记录，截至 {}；每一处更改都能撤销", "{} records, as of {}; every change can be undone")
STEPS: Final[tuple[tuple[Text, Text], ...]] = (
    (
        Text("导出表格", "Write the tables"),
        Text("每类内容一张工作表，列名写明中文。", "One sheet for each kind, every column named."),
    ),
    (
        Text("在表格软件里改", "Change them"),
        Text("改格子、加新行；不改的列可以删去，编号列要留着。", "Change cells, add rows; keep the column of ids."),
    ),
    (
        Text("读回来，逐条看", "Read them back"),
        Text(
            "先看差别，一条一条决定要不要，再一次套用。",
            "See what differs, decide record by record, then take it over.",
        ),
    ),
)
WRITE_TABLES: Final = Text("导出表格…", "Write tables…")
CHOOSE_FILES: Final = Text("选择文件…", "Choose files…")
DROP_HERE: Final = Text("把 CSV、XLSX 或红线 GeoJSON 拖到这里", "Drop CSV, XLSX or red lines as GeoJSON here")
DROP_NOTE: Final = Text("先比较，不会马上改动任何内容。", "They are compared first; nothing is changed yet.")
LET_GO: Final = Text("松开即读入", "Let go to read")
SAVE_TABLES: Final = Text("表格存到哪里", "Where to keep the tables")
TABLES_NAME: Final = Text("西宁生物园区资料", "Xining-Biotech-Park-content")
TABLE_FILES: Final = Text("表格与红线", "Tables and red lines")
WORKBOOKS: Final = Text("Excel 工作簿", "Excel workbooks")
TABLES_WRITTEN: Final = Text("已写好 {}，{} 条", "{} is ready, records: {}")

COMPARING: Final = Text("正在和现有内容比较", "Comparing with the content of today")
WRITING: Final = Text("正在写出表格", "Writing the tables")
APPLYING: Final = Text("正在备份并套用", "Keeping a backup and taking it over")
STOP: Final = Text("停止", "Stop")

PROBLEMS: Final = Text("有 {} 处要先改正", "To be mended first: {}")
PROBLEMS_NOTE: Final = Text(
    "什么都没有改动。在表格里改好、存盘，再点“再读一次”。",
    "Nothing was changed. Mend them in the tables, save, then read again.",
)
READ_AGAIN: Final = Text("再读一次", "Read again")
BACK: Final = Text("返回", "Back")
WHOLE_FILE: Final = Text("整个文件", "the whole file")
PLACE_ROW: Final = Text("第 {} 行", "row {}")
PLACE_CELL: Final = Text("第 {} 行 {} 列", "row {}, column {}")
ENCODING_UNCLEAR: Final = Text(
    "文字编码看不准（不是 UTF-8，也不像 GBK），没有读入。请另存为“CSV UTF-8”，或在下面选一种编码再读。",
    "The encoding is not clear (neither UTF-8 nor likely to be GBK); nothing was read. Save the file as “CSV UTF-8”, or "
    "choose an encoding below and read again.",
)
KIND_UNCLEAR: Final = Text(
    "看不出是哪一类内容。请让文件名或工作表名含有类别（如“政策”），或在下面选定后再读。",
    "What kind of record it holds is not clear. Put a kind (such as “policies”) into the name of the file or sheet, or "
    "choose it below and read again.",
)
ENCODING_ASKED: Final = Text("按这种编码再读：", "Read again as:")
KIND_ASKED: Final = Text("这是哪一类：", "Which kind is it:")

DIFFERENCE: Final = Text("将要改变什么", "What would change")
DIFFERENCE_NOTE: Final = Text("{}：新增 {} 条，修改 {} 条，另有 {} 条不变", "{}: {} new, {} changed, {} as before")
NAME: Final = Text("记录", "Record")
KIND: Final = Text("类别", "Kind")
CELLS: Final = Text("改动", "Changes")
CELLS_COUNT: Final = Text("{} 处", "{}")
TAKE: Final = Text("要", "Take")
TAKEN: Final = Text("要，按下不要", "Taken; press to leave it out")
LEFT_OUT: Final = Text("不要，按下要", "Left out; press to take it")
NEW: Final = Text("新增", "New")
CHANGED: Final = Text("修改", "Changed")
FROM_ROW: Final = Text("{} 第 {} 行", "{}, row {}")
NOW: Final = Text("现在", "Now")
THEN: Final = Text("改为", "Then")
EMPTY: Final = Text("空着", "empty")
NOTICE: Final = Text("{}：{}", "{}: {}")
TAKE_ALL: Final = Text("全要", "Take all")
TAKE_NONE: Final = Text("全不要", "Take none")
TAKE_THIS: Final = Text("要这一条", "Take this one")
APPLY: Final = Text("套用 {} 条", "Take over {}")
GIVE_UP: Final = Text("放弃这次导入", "Leave it all")
SAFE: Final = Text("先备份，再一次套用，全部或全不。", "Backup first, then all of it or nothing.")
SAME: Final = Text("和现有内容一样", "Nothing differs")
SAME_NOTE: Final = Text("{} 条记录都和现有内容一样，没有要改的。", "All {} records are as they are today.")
APPLIED: Final = Text("已套用 {} 条", "Taken over: {}")
UNDO: Final = Text("撤销", "Undo")
REDO: Final = Text("恢复", "Redo")
UNDONE: Final = Text("已撤销 {} 处", "Undone: {}")
REDONE: Final = Text("已恢复 {} 处", "Made again: {}")

AUDIT: Final = Text("检查", "Audit")
AUDIT_COUNTS: Final = Text("{} 处不能印，{} 处提醒", "May not be printed: {}; reminders: {}")
HISTORY: Final = Text("改过什么", "What was changed")
HISTORY_EMPTY: Final = Text("还没有导入过。内容就是随程序来的那一份。", "Nothing yet. The content is as it came.")
HISTORY_LINE: Final = Text("{} · {} 条 {} 处", "{} · records: {}, cells: {}")
HISTORY_UNDONE: Final = Text("已撤销", "undone")
CONFLICTS: Final = Text("{} 条记录等你选", "Awaiting your choice: {}")
LOOK: Final = Text("去看", "Look")
CONFLICTS_NOTE: Final = Text(
    "园区改过、新版资料也改了。选定之前两个都不印。",
    "Changed here and in the new data. Until you choose, neither is printed.",
)
ADDED_HERE: Final = Text("园区 {} 新增，不在原报道里。", "Added by the park on {}; not in the articles.")
CHANGED_HERE: Final = Text("园区 {} 改过：{}。", "Changed by the park on {}: {}.")
CONFLICT: Final = Text(
    "待选：{}，园区改为“{}”，新版资料为“{}”。", "To be chosen: {}, changed here to “{}”, in the new data “{}”."
)
OURS: Final = Text("园区改的", "Changed here")
THEIRS: Final = Text("新版资料", "New data")
KEEP: Final = Text("用园区改的", "Keep ours")
TAKE_THEIRS: Final = Text("用新版资料", "Take the new data")
SETTLED: Final = Text("“{}”已选定", "“{}” is settled")
NOT_DONE: Final = Text("没有完成", "Not done")
