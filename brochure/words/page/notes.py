"""What the pages say that are left for the reader's own writing."""

from typing import Final

from brochure.words.text import Text

NOTES: Final = Text("备忘", "Notes")
TITLE: Final = Text("记在这里", "Room for your notes")
DECK: Final = Text("现场看到的、要问清的、约好的下一步。", "What you saw, what to ask, what was agreed.")
COLUMNS: Final = (
    Text("要问园区的", "To ask the park"),
    Text("约好的事", "Agreed"),
    Text("谁，何时", "Who, and when"),
)
