"""What can be wrong with a request for a brochure."""

from brochure.words.text import Text

NOT_READABLE = Text("读不了配方文件 {}：{}。", "The recipe file {} cannot be read: {}.")
TOO_BIG = Text("{} 超过 {} MB，不是配方文件。", "{} is larger than {} MB and no recipe file.")
NOT_FITTING = Text("配方文件 {} 的 {}：{}", "The recipe file {}, {}: {}")
NAME_EMPTY = Text("请先写一个名称。", "Write a name first.")
NAME_LONG = Text("名称超过 {} 个字，请缩短。", "The name has more than {} characters; shorten it.")
NAME_TAKEN = Text(
    "已有名为“{}”的配方，没有覆盖；换个名称。",
    "There is a recipe “{}” already; it was not replaced. Choose another name.",
)
NAME_GONE = Text("没有名为“{}”的配方了。", "There is no recipe “{}” any more.")
NOT_KEPT = Text("配方“{}”没有保存：{}。", "The recipe “{}” was not kept: {}.")
NOT_SENT = Text("不能写入 {}：{}。原有的文件未动。", "Cannot write {}: {}. An existing file was left as it was.")
COPY_OF = Text("{} 副本", "{} copy")
NOT_UTF8 = Text("配方文件 {} 不是 UTF-8 编码，请另存为 UTF-8。", "The recipe file {} is not UTF-8; save it as UTF-8.")
NOT_TOML = Text("配方文件 {} 不是有效的 TOML：{}。", "The recipe file {} is not valid TOML: {}.")
UNKNOWN_FIELD = Text(
    "配方文件 {} 里没有“{}”这一项；可用的有：{}。", "The recipe file {} has an unknown field “{}”; known are: {}."
)
UNKNOWN_SECTION = Text("配方文件 {} 的 sections 只能取：{}。", "In the recipe file {}, sections can only be: {}.")
WRONG_FIELD = Text("配方文件 {} 的 {} 不能是“{}”。", "In the recipe file {}, {} cannot be “{}”.")
ANSWERS_NO_TABLE = Text(
    '配方文件 {} 的 answers 应是一张表，如 [answers] 下写 size = "small"。',
    'In the recipe file {}, answers should be a table: below [answers] a line such as size = "small".',
)
ANSWERS_FIELD = Text(
    "配方文件 {} 的 [answers] 里没有“{}”这一问，可以有：{}。",
    "In the [answers] of the recipe file {} the field “{}” is not known; there are: {}.",
)
ANSWERS_VALUE = Text(
    "配方文件 {} 的 [answers] 里“{}”不能是“{}”，可取：{}。",
    "In the [answers] of the recipe file {} the field “{}” cannot be “{}”; it can be: {}.",
)
ANSWERS_ID = Text(
    "配方文件 {} 的 [answers] 里“{}”不能是“{}”，应写编号。",
    "In the [answers] of the recipe file {} the field “{}” cannot be “{}”; write an id.",
)
OWN_NO_TEXT = Text(
    "配方文件 {} 的 {} 应是一段文字，或一张表：[{}] 下写 zh、en。",
    "In the recipe file {}, {} should be a text, or a table: below [{}] a text for zh and one for en.",
)
OWN_FIELD = Text(
    "配方文件 {} 的 [{}] 里没有“{}”，只有 zh 和 en。",
    "In the recipe file {} the table [{}] knows no “{}”, only zh and en.",
)
OWN_TOO_LONG = Text("配方文件 {} 的 {} 超过 {} 个字。", "In the recipe file {}, {} has more than {} characters.")
ALSO_ELSEWHERE = Text("“{}”属于{}，请写进 {}，不写进 also。", "“{}” is one of the {}: put it into {}, not into also.")
