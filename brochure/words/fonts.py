"""What is said about the fonts of the page."""

from brochure.words.text import Text

NO_SOURCE = Text(
    "找不到思源黑体（Noto Sans SC）可变字体，请重新安装依赖后再导出。",
    "The variable font Noto Sans SC was not found. Install the dependencies again, then export.",
)
NO_PLACE = Text(
    "字体无法写入 {}：{}。请换一个可写的文件夹。",
    "The fonts cannot be written to {}: {}. Choose another folder.",
)
CUTTING = Text("正在准备字体（只做一次）", "Preparing the fonts (once only)")
