"""What the command line says: one line of help for each command and option, and how it ends."""

from typing import Final

from brochure.words.text import Text

PROGRAM: Final = Text(
    "西宁生物科技产业园区：桌面手册与选址。不带命令即打开窗口。",
    "Xining Biotech Industrial Park: desktop brochure and site explorer. Without a command the window opens.",
)
USAGE: Final = Text("用法：", "Usage: ")
OPTIONS: Final = Text("选项", "Options")
EVERYWHERE: Final = Text("随处可用的选项", "Options everywhere")
COMMANDS_HEADING: Final = Text("命令", "Commands")
KINDS_HEADING: Final = Text("类别", "Kinds")
TRY: Final = Text("查看帮助：{} --help", "For help: {} --help --lang en")

COMMANDS: Final[dict[str, Text]] = {
    "list": Text("列出一类内容", "List the records of a kind"),
    "show": Text("显示一条内容，附相关内容与来源", "Show one record with what it is related to and its sources"),
    "dump": Text("输出全部内容", "Write out all content"),
    "search": Text("搜索（中文、拼音、首字母、英文、数字）", "Search (Chinese, pinyin, initials, English, numbers)"),
    "match": Text(
        "六个回答对照每一项政策、基金、金融产品、载体和服务",
        "Six answers against each policy, fund, finance product, facility and service",
    ),
    "check": Text("检查内容；有错误时以 1 结束", "Audit the content; ends with 1 on an error"),
    "export": Text("制作一本手册（PDF）", "Make one brochure (PDF)"),
    "batch": Text("按一张收件人的表，每行制作一本手册", "One brochure for each row of a sheet of recipients"),
    "register": Text(
        "哪一本给了谁；哪些要补寄；抹去一位", "Which copy went to whom, which to send again; forget one recipient"
    ),
    "map": Text(
        "带走地图：任何浏览器都能打开的网页、矢量图或 A3 图张",
        "Take the map away: a page for any browser, a vector drawing or a sheet of A3",
    ),
    "import": Text(
        "读入 CSV、XLSX 或红线 GeoJSON，比较与现有内容的差别；--apply 才套用，全部或全不",
        "Read CSV, XLSX or red lines as GeoJSON and show what would change; --apply takes it over, all or nothing",
    ),
    "changes": Text(
        "列出园区做过的更改；撤销、恢复、选定冲突", "List the office’s changes; undo, redo, settle a conflict"
    ),
    "workbook": Text("把内容写成可以改、可以读回的表格", "Write the content as a workbook to change and read back"),
    "grounds": Text(
        "自己的底图（瓦片包、有坐标的图片）：列出、添加、排序、移除",
        "Base maps of your own (tile packs, pictures with edges): list, add, order, remove",
    ),
    "doctor": Text("这台电脑缺什么，各用哪一行补上", "What this computer lacks, each with the line that mends it"),
    "test": Text("运行全部测试（仅限源码目录）", "Run the whole test suite (checkout only)"),
    "bench": Text("运行性能测试（仅限源码目录）", "Run the benchmarks (checkout only)"),
    "wheelhouse": Text(
        "备好离线安装的文件夹（仅限源码目录）", "Fill the folder for an installation without network (checkout only)"
    ),
}
ARGUMENTS: Final[dict[str, Text]] = {
    "KIND": Text("类别，见下", "a kind, see below"),
    "ID": Text("编号，如 zone-core", "an id such as zone-core"),
    "WORDS": Text("要找的词", "what to look for"),
    "FILE": Text("CSV、XLSX 或 GeoJSON 文件", "CSV, XLSX or GeoJSON files"),
    "ANSWERS.json": Text("六个问题的回答，可以缺", "answers to the six questions, any may be missing"),
    "OUT.xlsx": Text("要写的文件", "the file to write"),
    "OUT.pdf": Text("要写的文件", "the file to write"),
    "SHEET": Text("CSV 或 XLSX，每行一位收件人", "CSV or XLSX, one recipient in each row"),
    "OUTDIR": Text("放手册和清单的文件夹", "the folder for the brochures and their list"),
    "OUT.html|OUT.svg|OUT.pdf": Text("要写的文件；后缀决定格式", "the file to write; its ending says as what"),
    "NAME": Text("性能测试的名称；不给即全部", "the name of a benchmark; all of them without"),
}
COMMON: Final[tuple[tuple[str, Text], ...]] = (
    ("--lang zh|en", Text("语言，默认 zh", "language, zh by default")),
    ("--home DIR", Text("把所有可写文件放在此文件夹下", "put all writable files below this folder")),
    ("--json", Text("输出 JSON", "write JSON")),
    ("--quiet", Text("不显示进度与提示", "no progress and no remarks")),
    ("--verbose", Text("出错时显示经过", "show the story of an error")),
    ("--version", Text("版本", "the version")),
    ("--help", Text("帮助", "this help")),
)
EXPORT_OPTIONS: Final[dict[str, Text]] = {
    "for": Text("为谁准备（公司或人）", "whom it is for (company or person)"),
    "contact": Text("园区联系人", "contact person of the park"),
    "sector": Text("行业编号", "ids of industries"),
    "section": Text("章节", "sections"),
    "zone": Text("片区编号", "ids of zones"),
    "policy": Text("政策编号", "ids of policies"),
    "enterprise": Text("企业编号", "ids of enterprises"),
    "also": Text("其他类别的编号：基金、载体、项目……", "ids of other kinds: funds, facilities, projects …"),
    "stage": Text("投资方所在的孵化级", "the stage the reader is at"),
    "answers": Text("六个问题的回答，印出对照", "answers to the six questions, held against the measures in print"),
    "recipe": Text("配方文件；其余选项优先", "recipe file; options override it"),
    "lang": Text("手册的语言：zh、en 或 both", "language of the brochure: zh, en or both"),
    "profile": Text("印制方式", "how it is printed"),
    "on": Text("日期（封面与效力），默认今天", "date of cover and validity, today by default"),
    "force_unverified": Text("未核实或已失效的也印，带标记", "print what is unverified or spent too, with its label"),
    "dry_run": Text("只做导出前检查", "run the pre-flight only"),
    "apply": Text("套用：先备份，全部或全不", "take it over: backup first, then all or nothing"),
    "only": Text("只要这些编号的记录，可多次给出", "only the record with this id; may be given again"),
    "kind": Text("表格的类别，看不出时指明", "the kind of the tables, where they do not tell"),
    "encoding": Text("文字编码，看不准时指明", "the encoding of a text file, where it is not clear"),
    "undo": Text("撤销第 N 次导入", "undo import N"),
    "redo": Text("恢复第 N 次导入", "make import N again"),
    "keep": Text("冲突时用园区改的", "in a conflict, keep what the office changed"),
    "take": Text("冲突时用新版资料的", "in a conflict, take what the new data says"),
    "scale": Text("图上画多大一片（仅 .svg），默认 park", "how much is drawn (.svg only), park by default"),
    "selected": Text("突出哪一处，如 zone-kangyang", "which thing the map is about, such as zone-kangyang"),
    "add": Text("添加一幅底图：MBTiles、PMTiles、PNG、JPEG、WEBP", "add a base map: MBTiles, PMTiles, PNG, JPEG, WEBP"),
    "edges": Text(
        "图片的西,南,东,北（度）；有坐标文件可不给", "west,south,east,north of a picture in degrees; or a world file"
    ),
    "datum": Text(
        "坐标系：wgs84（即 CGCS2000，默认）、gcj02、bd09；底图不收 bd09",
        "the datum: wgs84 (CGCS2000 too, by default), gcj02 or bd09; a base map in bd09 is refused",
    ),
    "review_number": Text("审图号，照图上抄写", "its review number, as printed on the map"),
    "maker": Text("制图单位", "who made it"),
    "map_date": Text("制图日期", "when it was made"),
    "remove": Text("移除第 N 幅；瓦片包文件不动", "remove base map N; the file of a pack stays"),
    "up": Text("把第 N 幅上移一层", "move base map N up by one"),
    "down": Text("把第 N 幅下移一层", "move base map N down by one"),
    "show": Text("显示第 N 幅", "show base map N"),
    "hide": Text("隐藏第 N 幅", "hide base map N"),
    "opacity": Text("第 N 幅的不透明度，如 3=60", "how strongly base map N is drawn, such as 3=60"),
    "jobs": Text("同时几个进程；默认与处理器核数相同", "how many processes at once; one for each core by default"),
    "cluster": Text(
        "交给 Dask 集群制作，如 tcp://10.0.0.5:8786", "have a Dask cluster make them, such as tcp://10.0.0.5:8786"
    ),
    "stale": Text("只列要补寄的：印过的内容后来改了", "only the copies to send again: what they print has changed"),
    "forget": Text("把这位收件人从登记和备份里抹去", "take this recipient out of the register and its backups"),
    "limit": Text("最多几条", "how many at most"),
}
ONLY_CHECKOUT: Final = Text("“{}”只能在源码目录里运行。", "“{}” runs in a checkout only.")
NO_BENCH: Final = Text("没有名为“{}”的性能测试；有：{}。", "There is no benchmark named “{}”; there are: {}.")
NO_BENCHES: Final = Text("这里没有性能测试。", "There are no benchmarks here.")
WRITTEN: Final = Text("已写出 {}：{} 页，{} KB，SHA-256 {}", "Written: {}, {} pages, {} KB, SHA-256 {}")
READY: Final = Text("可以导出，没有阻碍。", "Ready to export; nothing stands in the way.")
NOT_READY: Final = Text("还不能导出。", "It cannot be exported yet.")
NO_HITS: Final = Text("没有找到“{}”。", "Nothing found for “{}”.")
COUNT: Final = Text("共 {} 条", "{} records")

WRONG_COMMAND: Final = Text("没有“{}”这个命令；可用的有：{}。", "There is no command “{}”; there are: {}.")
NEAR_COMMAND: Final = Text("没有“{}”这个命令，是否指“{}”？", "There is no command “{}”. Did you mean “{}”?")
WRONG_KIND: Final = Text("没有“{}”这个类别；可用的有：{}。", "There is no kind “{}”; there are: {}.")
NO_OPTION: Final = Text("没有“{}”这个选项。", "There is no option “{}”.")
NO_VALUE: Final = Text("选项“{}”后面要有值。", "The option “{}” needs a value.")
WRONG_VALUE: Final = Text("选项“{}”不能是“{}”，可取：{}。", "The option “{}” cannot be “{}”; it can be: {}.")
WRONG_DATE: Final = Text(
    "选项“{}”不是日期“{}”，请写成 2025-06-15。", "The option “{}” is no date: “{}”; write 2025-06-15."
)
WRONG_NUMBER: Final = Text(
    "选项“{}”应为正整数，现为“{}”。", "The option “{}” should be a whole number above 0, found “{}”."
)
MISSING: Final = Text("缺少参数 {}。", "The argument {} is missing.")
TOO_MANY: Final = Text("多出了“{}”。", "There is too much: “{}”.")
WRONG_USAGE: Final = Text("用法不对：{}", "Wrong usage: {}")

LEVEL: Final[dict[str, Text]] = {
    "stop": Text("阻止", "stop"),
    "warn": Text("注意", "warn"),
    "note": Text("说明", "note"),
    "error": Text("错误", "error"),
    "warning": Text("提醒", "warning"),
}
DOCTOR_OK: Final = Text("齐备", "ready")
DOCTOR_LACKS: Final = Text("缺少 {}", "lacks {}")
DOCTOR_MEND: Final = Text("补上：{}", "mend: {}")
DOCTOR_WINDOW: Final = Text("窗口", "Window")
DOCTOR_PRINTING: Final = Text("打印", "Printing")
DOCTOR_FONTS: Final = Text("字体", "Fonts")
DOCTOR_FOLDERS: Final = Text("可写文件夹", "Writable folders")
DOCTOR_CONTENT: Final = Text("内容", "Content")
DOCTOR_QT: Final = Text("窗口组件 PySide6", "window package PySide6")
DOCTOR_FONT_SOURCE: Final = Text("思源黑体字体文件", "the font files of Noto Sans SC")
DOCTOR_FONTS_LATER: Final = Text("首次导出时备好（约 7 秒）", "prepared at the first export (about 7 seconds)")
DOCTOR_SET_UP: Final = Text("{} -m pip install --force-reinstall {}", "{} -m pip install --force-reinstall {}")
DOCTOR_NOT_WRITABLE: Final = Text("不能写入", "cannot be written")
DOCTOR_NO_LINE: Final = Text("请安装提供 {} 的系统组件", "install the system packages that hold {}")
DOCTOR_PICK_HOME: Final = Text("换一个文件夹：--home DIR", "choose another folder: --home DIR")
