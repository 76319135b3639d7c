"""What is found on finished pages, and what is told of them when nothing was found."""

from typing import Final

from brochure.words.text import Text

PAGE: Final = Text("第 {} 页", "Page {}")
PAGE_OF: Final = Text("第 {} 页 {}", "Page {}, {}")
CUT: Final = Text("“{}”没有印完，后面的“{}”被裁掉。", "“{}” is not printed to its end: “{}” is cut off.")
OUTSIDE: Final = Text("“{}”超出版心，会被裁切。", "“{}” runs off the page and would be trimmed.")
OVER: Final = Text("“{}”压在“{}”上。", "“{}” runs over “{}”.")
FONT: Final = Text("字体 {} 没有嵌入文件。", "The font {} is not embedded in the file.")
LINE: Final = Text("断行不合规：{}。", "A line breaks against the rule: {}.")
BEGINS: Final = Text("行首出现“{}”（{}）", "one begins with “{}” ({})")
HEADING: Final = Text("标题“{}”下面没有内容。", "Nothing follows the heading “{}” on its page.")
EMPTY: Final = Text("“{}”一节没有内容。", "The section “{}” is empty.")
COARSE: Final = Text("图片印出只有约 {} dpi，低于 {} dpi。", "A picture has only about {} dpi in print, under {}.")
CODE: Final = Text(
    "二维码读不出来，或读出的不是名片。", "The code cannot be read, or holds another text than the card."
)
CODE_SMALL: Final = Text(
    "二维码印出只有 {} 毫米，至少要 20 毫米。", "The code is only {} mm wide in print; 20 mm is the least."
)
PASSED: Final[dict[str, Text]] = {
    "cut": Text("没有文字被裁切或相压", "No text cut off or run over"),
    "fonts": Text("字形齐全，字体已嵌入", "All letters there, fonts embedded"),
    "lines": Text("行首行尾标点合规", "Line ends by the rule"),
    "sections": Text("没有孤行标题与空章节", "No orphan heading, no empty section"),
    "pictures": Text("图片都在 250 dpi 以上", "Pictures at 250 dpi and more"),
    "code": Text("二维码可读出名片", "The code reads back as the card"),
}
