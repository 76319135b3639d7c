"""What can be wrong with a request for a brochure."""

from brochure.words.text import Text

NOT_READABLE = Text("读不了配方文件 {}：{}。", "The recipe file {} cannot be read: {}.")
NOT_UTF8 = Text("配方文件 {} 不是 UTF-8 编码，请另存为 UTF-8。", "The recipe file {} is not UTF-8; save it as UTF-8.")
NOT_TOML = Text("配方文件 {} 不是有效的 TOML：{}。", "The recipe file {} is not valid TOML: {}.")
UNKNOWN_FIELD = Text(
    "配方文件 {} 里没有“{}”这一项；可用的有：{}。", "The recipe file {} has an unknown field “{}”; known are: {}."
)
UNKNOWN_SECTION = Text("配方文件 {} 的 sections 只能取：{}。", "In the recipe file {}, sections can only be: {}.")
WRONG_FIELD = Text("配方文件 {} 的 {} 不能是“{}”。", "In the recipe file {}, {} cannot be “{}”.")
