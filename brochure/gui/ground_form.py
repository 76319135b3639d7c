"""What a person tells of a base map before it is drawn: its datum, the edges of a picture, its review number."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from brochure.desk.grounds import Found, parse_corners
from brochure.errors import GroundError
from brochure.gui.fields import Picker
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import PrimaryButton, SecondaryButton
from brochure.words import grounds as say

LONGEST = 80


class GroundForm(QWidget):
    """``told`` gives the keyword arguments of ``add_ground``; ``refused`` an edge that is no number.

    ``use`` and ``cancel`` are its two buttons; whoever shows the form puts them where they are always seen.
    """

    told = Signal(dict)
    refused = Signal(object)
    left = Signal()

    def __init__(self, hub: Hub, path: Path, found: Found) -> None:
        super().__init__()
        self.hub, self.path, self.found = hub, path, found
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        to, is_picture = hub.say, found.kind == "picture"
        heading = (say.FORM_PICTURE if is_picture else say.FORM_PACK).fill(found.name)
        column.addWidget(TextBlock(to(heading), "body", 700, max_lines=2))
        self.edges: list[QLineEdit] = []
        if is_picture:
            note = say.CORNERS_FOUND.fill(found.world) if found.world else say.CORNERS_NOTE
            column.addWidget(TextBlock(to(note), "note", 400, "secondary"))
            column.addLayout(self._build_edges())
        self.datum = Picker()
        for key, words in say.DATUM.items():
            self.datum.addItem(to(words), key)
        self._add(column, to(say.DATUM_ASKED), self.datum)
        self.lines: dict[str, QLineEdit] = {}
        for key, words in (("review_number", say.REVIEW_NUMBER), ("maker", say.MAKER), ("map_date", say.MAP_DATE)):
            line = self.lines[key] = QLineEdit()
            line.setMaxLength(LONGEST)
            self._add(column, to(words), line)
        self.use, self.cancel = PrimaryButton(to(say.USE), None, 44), SecondaryButton(to(say.CANCEL), None, 44)
        for button, words in ((self.use, say.USE), (self.cancel, say.CANCEL)):
            button.setAccessibleName(to(words))
        self.use.clicked.connect(self.tell)
        self.cancel.clicked.connect(self.left)

    def tell(self) -> None:
        """Hand over what was typed."""
        words: dict[str, Any] = {key: line.text() for key, line in self.lines.items()}
        words["datum"] = self.datum.currentData()
        typed = [line.text() for line in self.edges]
        if any(typed) and typed != self._given():
            try:
                words["corners"] = parse_corners(typed)
            except GroundError as error:
                self.refused.emit(error)
                return
        self.told.emit(words)

    def retake(self, other: "GroundForm") -> None:
        """Take over what was typed into another form of the same file."""
        for mine, theirs in zip(
            (*self.edges, *self.lines.values()), (*other.edges, *other.lines.values()), strict=True
        ):
            mine.setText(theirs.text())
        self.datum.setCurrentIndex(other.datum.currentIndex())

    def _build_edges(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        given = self._given()
        for place, words in enumerate((say.WEST, say.SOUTH, say.EAST, say.NORTH)):
            label, line = TextBlock(self.hub.say(words), "note", 400, "secondary"), QLineEdit(given[place])
            line.setMaxLength(LONGEST)
            line.setMinimumWidth(0)
            line.setAccessibleName(self.hub.say(words))
            line.returnPressed.connect(self.tell)
            grid.addWidget(label, place // 2 * 2, place % 2)
            grid.addWidget(line, place // 2 * 2 + 1, place % 2)
            self.edges.append(line)
        return grid

    def _given(self) -> list[str]:
        """Return the edges the file itself tells, as they are shown."""
        return [f"{end:.6f}" for end in self.found.bounds] if self.found.bounds else [""] * 4

    def _add(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        column.addWidget(TextBlock(words, "note", 400, "secondary"))
        field.setAccessibleName(words)
        column.addWidget(field)

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        (self.edges[0] if self.edges else self.datum).setFocus(Qt.FocusReason.TabFocusReason)
