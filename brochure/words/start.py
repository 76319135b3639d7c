"""What the start says before window or command line take over."""

from brochure.words.text import Text

NO_SCREEN = Text(
    "这台电脑没有屏幕，窗口无法打开；改为把园区手册（中文和英文）写入当前文件夹。",
    "This computer has no screen, so no window can open; the park’s brochure is written into this folder instead, in "
    "Chinese and in English.",
)
NO_WINDOW = Text(
    "窗口无法打开（缺少 {}）；改为把园区手册（中文和英文）写入当前文件夹。运行 doctor 可查看缺少什么。",
    "The window cannot open without {}; the park’s brochure is written into this folder instead, in Chinese and in English. "
    "The command doctor tells what is missing.",
)
WRITTEN = Text("已写入：{}", "Written: {}")
STOPPED = Text("已停止。", "Stopped.")
UNEXPECTED = Text(
    "发生了意外的错误，程序停止；您的数据没有改动。经过已记入 {}；加 --verbose 可直接看到。",
    "Something unexpected happened and the program stopped; your data was left as it was. The story is in {}; "
    "--verbose shows it here.",
)
NO_LOG = Text("（日志无法写入）", "(the log cannot be written)")
