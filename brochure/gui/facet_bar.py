"""Everything a list can be filtered by, as chips: a few answers side by side, many behind a chip that opens."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from brochure.desk.lists import ALL, Facet, count, keep
from brochure.gui.facet_chip import FacetChip
from brochure.gui.flow import Flow
from brochure.gui.view import Hub
from brochure.gui.widgets import Chip
from brochure.model.record import Record
from brochure.words import lists as say

LINE_GAP, ANY_PX = 8, 16_777_215


class FacetBar(QWidget):
    """The first facet in a line with a chip for all, the others in a second line; in one line where it holds both.

    Facets in ``spread`` show their answers side by side, a press on a lit one takes it back; the others open a list.
    What ``spread`` names is every answer there may ever be, in order; one that no row has is hidden.
    ``changed`` tells that other rows fit.
    """

    changed = Signal()

    def __init__(
        self, hub: Hub, rows: Sequence[Record], facets: Sequence[Facet], spread: Mapping[str, Sequence[str]]
    ) -> None:
        super().__init__()
        self.hub, self.rows, self.facets = hub, rows, tuple(facets)
        self.chosen: dict[str, str] = {}
        self.chips: dict[tuple[str, str], Chip] = {}
        self.menus: dict[str, FacetChip] = {}
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.first, self.rest = Flow(LINE_GAP, 0), Flow(LINE_GAP, 0)
        self._lines.addWidget(self.first)
        self._lines.addWidget(self.rest)
        for number, facet in enumerate(self.facets):
            self._add(facet.key, spread.get(facet.key), self.rest if number else self.first)

    def add(self, widget: QWidget) -> None:
        """Put something else at the end of the filters."""
        self.rest.add(widget)

    def dress(self, key: str, marks: Mapping[str, str], dots: Mapping[str, str]) -> None:
        """Give the answers of a facet their status marks or the dots of their sectors."""
        for (facet, answer), chip in self.chips.items():
            if facet == key:
                chip.mark, chip.dot = marks.get(answer), dots.get(answer)

    def choose(self, key: str, answer: str) -> None:
        """Filter by an answer; ``all`` takes the filter away."""
        self.chosen[key] = answer
        self._tell()
        self.changed.emit()

    def clear(self) -> None:
        """Take every filter away."""
        self.chosen = {}
        self._tell()
        self.changed.emit()

    def is_filtering(self) -> bool:
        """Whether any filter is set."""
        return any(answer != ALL for answer in self.chosen.values())

    def kept(self) -> list[Record]:
        """Return the rows that fit."""
        return keep(self.rows, self.facets, self.chosen)

    def set_facets(self, facets: Sequence[Facet]) -> None:
        """Filter by the same things with other answers, as when validity is told for another day."""
        self.facets = tuple(facets)
        self._tell()
        self.changed.emit()

    def retranslate(self) -> None:
        """Say it again, in place."""
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _add(self, key: str, answers: Sequence[str] | None, line: Flow) -> None:
        if answers is None:
            menu = self.menus[key] = FacetChip(ALL)
            menu.chosen.connect(lambda answer: self.choose(key, answer))
            line.add(menu)
            return
        for answer in (ALL, *answers) if line is self.first else answers:
            chip = self.chips[key, answer] = Chip("", 0)
            chip.clicked.connect(lambda _=False, answer=answer: self._press(key, answer))
            line.add(chip)

    def _press(self, key: str, answer: str) -> None:
        lit = self.chosen.get(key, ALL) == answer
        self.choose(key, ALL if lit else answer)

    def _tell(self) -> None:
        counts = count(self.rows, self.facets, self.chosen)
        for facet in self.facets:
            now = self.chosen.get(facet.key, ALL)
            for (key, answer), chip in self.chips.items():
                if key == facet.key:
                    words = say.ALL if answer == ALL else facet.words.get(answer)
                    chip.setVisible(words is not None or answer == now)
                    if words is not None:
                        chip.set_text(self.hub.say(words))
                    chip.set_count(counts[key][answer])
                    chip.setChecked(answer == now)
            if facet.key in self.menus:
                answers = [(ALL, self.hub.say(say.ALL), counts[facet.key][ALL])]
                answers += [(key, self.hub.say(words), counts[facet.key][key]) for key, words in facet.words.items()]
                self.menus[facet.key].tell(self.hub.say(facet.name), answers, now)
        self._lay()

    def _lay(self) -> None:
        """Put both lines into one where it holds them."""
        wanted = [self._natural(line) for line in (self.first, self.rest)]
        beside = sum(wanted) + 2 * LINE_GAP <= self.width()
        self._lines.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(2 * LINE_GAP if beside else 0)
        self.rest.setMinimumWidth(wanted[1] if beside else 0)
        self.rest.setMaximumWidth(wanted[1] if beside else ANY_PX)
        self._lines.setStretch(0, 1)

    @staticmethod
    def _natural(line: Flow) -> int:
        """Return how wide a line is where nothing goes on in the next."""
        layout = line.layout()
        shown = [widget for i in range(layout.count()) if not (widget := layout.itemAt(i).widget()).isHidden()]
        return sum(widget.sizeHint().width() + LINE_GAP for widget in shown)
