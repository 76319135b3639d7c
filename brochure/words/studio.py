"""What the studio says besides its first form: order, own words, sender, kept recipes, printing, findings and zoom."""

from typing import Final

from brochure.words.text import Text

SECTIONS_TITLE: Final = Text("章节与次序", "Sections, in order")
MOVE_UP: Final = Text("上移", "Move up")
MOVE_DOWN: Final = Text("下移", "Move down")
MOVE_HOW: Final = Text(
    "拖动手柄，或按 Alt 加上下键移动", "Drag the grip, or press Alt with the up and down keys, to move it"
)
STAYS: Final = Text("位置固定", "Keeps its place")

OWN: Final[dict[str, Text]] = {
    "greeting": Text("问候，印在前言", "Greeting, in the letter"),
    "closing": Text("结语，印在末页", "Closing words, at the end"),
}
OWN_HINT: Final[dict[str, Text]] = {
    "greeting": Text("用您自己的话写几句，可留空", "A few words of your own, may stay empty"),
    "closing": Text("例如约定的下一步，可留空", "For instance the next step agreed on, may stay empty"),
}
OWN_LEFT: Final = Text("还可写 {} 字", "{} characters left")
OWN_OVER: Final = Text("超出 {} 字，请缩短", "{} characters too many; shorten it")

SENDER_ROW: Final = Text("发件人", "Sender")
BACK_TO_FORM: Final = Text("回到手册设置", "Back to the settings")
FORCED: Final = Text("未核实的也印，带标注", "Print the unverified too, labelled")

RECIPES: Final = Text("配方", "Recipes")
RECIPES_LEAD: Final = Text(
    "把这份手册的设置存下来，下次接着用，或发给同事。",
    "Keep these settings to use them again, or send them to a colleague.",
)
RECIPE_NAME: Final = Text("名称，如 青洽会来宾", "A name for it")
RECIPE_SAVE: Final = Text("保存", "Save")
RECIPE_REPLACE: Final = Text("覆盖", "Replace")
RECIPE_OPEN: Final = Text("打开", "Open")
RECIPE_RENAME: Final = Text("改名", "Rename")
RECIPE_DUPLICATE: Final = Text("复制一份", "Duplicate")
RECIPE_DELETE: Final = Text("删除", "Delete")
RECIPE_SEND: Final = Text("另存为文件…", "Save as a file…")
RECIPE_TAKE: Final = Text("打开收到的文件…", "Open a file you were sent…")
RECIPE_DROP: Final = Text("也可以把 .toml 文件拖进来。", "Or drop a .toml file here.")
RECIPE_NONE: Final = Text("还没有存过配方。", "No recipe is kept yet.")
RECIPE_SAVED: Final = Text("已存为“{}”", "Kept as “{}”")
RECIPE_OPENED: Final = Text("已打开“{}”", "“{}” is open")
RECIPE_DELETED: Final = Text("已删除“{}”", "“{}” is deleted")
RECIPE_SENT: Final = Text("已写好 {}", "{} is written")
RECIPE_FILES: Final = Text("手册配方", "Brochure recipes")

PRINT: Final = Text("打印", "Print")
PRINTING: Final = Text("打印 {}%", "Printing {}%")
PRINTED: Final = Text("已送往打印机，{} 页", "Sent to the printer, {} pages")
PRINT_STOPPED: Final = Text(
    "打印已停止；已送出的页由打印机印完。", "Printing was stopped; pages already sent are printed."
)
NO_PRINTER: Final = Text(
    "这台电脑没有可用的打印机；先导出 PDF，再到有打印机的电脑上打印。",
    "No printer is set up on this computer; export the PDF and print it where there is one.",
)
PRINT_FAILED: Final = Text("没有打印。{}", "Nothing was printed. {}")
PRINT_REFUSED: Final = Text("打印机没有接受这份手册。", "The printer did not take the brochure.")

ZOOM_OUT: Final = Text("缩小", "Zoom out")
ZOOM_IN: Final = Text("放大", "Zoom in")
FIT: Final = Text("适合", "Fit")
TAP_HINT: Final = Text("点页面上的一块，看它的来历", "Tap a block of the page to see where it comes from")

FIX: Final[dict[str, Text]] = {
    "leave_out": Text("不放进手册", "Take it out"),
    "label": Text("带标注印出", "Print it labelled"),
    "reader": Text("改名称", "Change the name"),
    "greeting": Text("改这段话", "Change the words"),
    "closing": Text("改这段话", "Change the words"),
    "sender": Text("改发件人", "Change the sender"),
}
