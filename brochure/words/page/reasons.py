"""Headings over the reasons for one reader, and how a reason tells its date."""

from typing import Final

from brochure.words.text import Text

CHAIN: Final = Text("{}链上的邻居", "Neighbours in the chain: {}")
HEIGHT: Final = Text("海拔落在理想区间", "The altitude lies inside the ideal band")
ANSWERED: Final = Text("诉求有回应", "Requests are answered")
COMPANY: Final = Text("已有的市场主体", "Who is registered here already")
MIDSTREAM: Final = Text("中游有{}", "midstream: {}")
DOWNSTREAM: Final = Text("下游有{}", "downstream: {}")
DATED: Final = Text("{}（{}）。", "{} ({}).")
REPORTED: Final = Text("{}报道", "reported {}")
PROPOSED: Final = Text("区间由{}提出", "a band proposed by {}")
