"""What goes wrong, in words: what happened, to which file or row, what was kept, what to do."""

from brochure.words.text import Text

NOT_FOUND = Text("{}里没有“{}”。", "No {} has the id “{}”.")
NOT_FOUND_NEAR = Text("{}里没有“{}”，是否指“{}”？", "No {} has the id “{}”. Did you mean “{}”?")
CELL = Text("{} 第 {} 行 {}：{}", "{} row {}, {}: {}")
