"""Headings over the reasons for one reader."""

from typing import Final

from brochure.words.text import Text

LANE: Final = Text("有为{}开的通道", "A lane of its own: {}")
CHAIN: Final = Text("{}的上下游在这里", "Neighbours in the chain: {}")
HEIGHT: Final = Text("高度落在带内", "The height lies inside the band")
ANSWERED: Final = Text("提了诉求有回音", "Requests are answered")
COMPANY: Final = Text("不是第一家", "You are not alone")
MIDSTREAM: Final = Text("中游有{}", "midstream: {}")
DOWNSTREAM: Final = Text("下游有{}", "downstream: {}")
