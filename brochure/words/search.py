"""Why a search found something."""

from typing import Final

from brochure.words.text import Text

EXACT: Final = Text("名称就是“{}”", "The name is “{}”")
ALIAS: Final = Text("又名“{}”", "Also known as “{}”")
PREFIX: Final = Text("名称以“{}”开头", "The name begins with “{}”")
INSIDE: Final = Text("名称里有“{}”", "The name contains “{}”")
INITIALS: Final = Text("拼音首字母 {}：{}", "Pinyin initials {}: {}")
PINYIN: Final = Text("拼音 {}：{}", "Pinyin {}: {}")
VALUE: Final = Text("数值就是 {}", "The value is {}")
TEXT: Final = Text("内容提到“{}”", "Mentions “{}”")
NEAR: Final = Text("名称相近：“{}”", "A similar name: “{}”")
SPELLING: Final = Text("拼写相近：{}", "Close spelling: {}")
AND: Final = Text("{}；{}", "{}; {}")
ELLIPSIS: Final = "…"
GROUP: Final = Text("{} · {}", "{} · {}")
"""A kind, and how many of it were found."""
GROUP_PART: Final = Text("{} · 前 {} 条，共 {} 条", "{} · first {} of {}")
