"""What must be mended before an import: each place with its sentence, and how to read the files again."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.content.decoding import ENCODINGS
from brochure.gui import theme
from brochure.gui.cell_words import say_column
from brochure.gui.fields import Picker
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import PrimaryButton, Rule, ScrollPanel, SecondaryButton, Segmented
from brochure.model.difference import Difference, Problem
from brochure.words import content_place as say
from brochure.words import placing
from brochure.words.kinds import KINDS

ASKING = {"encoding": say.ENCODING_UNCLEAR, "kind": say.KIND_UNCLEAR}
"""What a person is asked, with the answer on the same page; the command line names its options instead."""
MOST = 200
"""More rows than this help nobody; the count in the heading is of all."""


class ProblemRow(QWidget):
    """A sign, the place in few words, the sentence."""

    def __init__(self, place: str, sentence: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 10, 20, 10)
        column.setSpacing(2)
        column.addWidget(TextBlock(place, "small", 700))
        column.addWidget(TextBlock(sentence, "body"))
        self.setAccessibleName(f"{place} {sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "warning", QRectF(20, 14, 20, 20), theme.colour("brick"))


class ProblemPage(QWidget):
    """``again`` asks for another reading: with an encoding, with a kind, or as before."""

    again = Signal(str, str)
    left = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.problems: tuple[Problem, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading, self.note = TextBlock("", "title", 700), TextBlock("", "small", 400, "secondary")
        column.addWidget(self.heading)
        column.addWidget(self.note)
        self.rows = ScrollPanel()
        column.addWidget(self.rows, stretch=1)
        column.addLayout(self._build_foot())

    def show_problems(self, difference: Difference) -> None:
        """List what stands in the way."""
        self.problems = difference.problems
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to = self.hub.say
        self.heading.set_text(to(say.PROBLEMS.fill(len(self.problems))))
        self.note.set_text(to(say.PROBLEMS_NOTE))
        self.back_button.set_text(to(say.BACK))
        self.again_button.set_text(to(say.READ_AGAIN))
        asked = {problem.asks for problem in self.problems}
        self.encoding.setVisible("encoding" in asked)
        self.kind.setVisible("kind" in asked)
        self.question.setVisible(bool(asked & {"encoding", "kind"}))
        self.question.set_text(to(say.ENCODING_ASKED if "encoding" in asked else say.KIND_ASKED))
        for place, kind in enumerate(KINDS):
            self.kind.setItemText(place, to(KINDS[kind]))
        rows: list[QWidget] = []
        for problem in self.problems[:MOST]:
            rows += [
                ProblemRow(
                    self._place_of(problem), to(ASKING.get(problem.asks or "") or problem.short or problem.message)
                ),
                Rule(),
            ]
        self.rows.show_inside(rows, (0, 0, 0, 0), 0)

    def _place_of(self, problem: Problem) -> str:
        to = self.hub.say
        parts = [problem.file] + ([problem.sheet] if problem.sheet else [])
        if problem.feature is not None:
            parts.append(to(placing.A_FEATURE.fill(problem.feature)))
        elif problem.row is None:
            parts.append(to(say.WHOLE_FILE))
        elif problem.letter is None:
            parts.append(to(say.PLACE_ROW.fill(problem.row)))
        else:
            parts.append(to(say.PLACE_CELL.fill(problem.row, problem.letter)))
        if problem.column is not None:
            parts.append(say_column(problem.column, self.hub.lang))
        return " · ".join(parts)

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.question = TextBlock("", "small", 400, "secondary")
        self.encoding = Segmented([(name, name.upper()) for name in ENCODINGS], "gb18030")
        self.kind = Picker()
        self.kind.setMinimumWidth(200)
        for kind in KINDS:
            self.kind.addItem(kind, kind)
        self.back_button, self.again_button = SecondaryButton("", None, 44), PrimaryButton("", "swap", 44)
        self.back_button.clicked.connect(self.left)
        self.again_button.clicked.connect(self._ask_again)
        foot.addWidget(self.question)
        foot.addWidget(self.encoding)
        foot.addWidget(self.kind)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.again_button)
        return foot

    def _ask_again(self) -> None:
        encoding = self.encoding.current() if not self.encoding.isHidden() else ""
        kind = str(self.kind.currentData()) if not self.kind.isHidden() else ""
        self.again.emit(encoding, kind)
