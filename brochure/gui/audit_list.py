"""What the audit of the content found, one row for each thing; a press opens the record."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure.claims import Issue
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.measure_panel import title_of
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import Pressable, Rule
from brochure.model.kinds import Figure
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import content_place as say

LEFT_PX, PAD_PX, LEAST_PX = 30, 8, 48


class IssueRow(Pressable):
    """A sign, the name of the record, what the audit says of it."""

    def __init__(self, name: str, words: str, *, grave: bool) -> None:
        super().__init__(name)
        self.words, self.grave = words, grave
        self.setAccessibleName(f"{name} {words}")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - LEFT_PX
        heights = [lay_text(text, role, weight, room)[1] for text, role, weight in self._lines()]
        return max(LEAST_PX, round(sum(heights)) + 2 * PAD_PX)

    def sizeHint(self) -> QSize:
        return QSize(320, LEAST_PX)

    def _lines(self) -> tuple[tuple[str, str, int], ...]:
        return (self.text(), "body", 500), (self.words, "small", 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        if self.hovered():
            painter.fillRect(self.rect(), theme.colour("hover"))
        icon, colour = ("warning", "brick") if self.grave else ("question", "gold_text")
        paint_icon(painter, icon, QRectF(0, PAD_PX + 2, 20, 20), theme.colour(colour))
        y = float(PAD_PX)
        for (text, role, weight), ink in zip(self._lines(), ("text", "secondary"), strict=True):
            layout, height, _ = lay_text(text, role, weight, self.width() - LEFT_PX)
            paint_text(painter, layout, LEFT_PX, y, ink)
            y += height
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))


def _title(record: Record) -> Text:
    return title_of(record) if isinstance(record, Figure) else record.name


class AuditList(QWidget):
    """The heading with the counts, and the rows; ``chosen`` tells the id of a record."""

    chosen = Signal(str)

    def __init__(self, hub: Hub, issues: Sequence[Issue]) -> None:
        super().__init__()
        to, library = hub.say, hub.library
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        errors = sum(issue.level == "error" for issue in issues)
        column.addWidget(TextBlock(to(say.AUDIT), "lead", 700))
        column.addWidget(TextBlock(to(say.AUDIT_COUNTS.fill(errors, len(issues) - errors)), "small", 400, "secondary"))
        column.addSpacing(6)
        for issue in issues:
            record = library.find(issue.record) if issue.record is not None else None
            name = _title(record).to(hub.lang) if record is not None else issue.record or to(say.TITLE)
            row = IssueRow(name, to(issue.message), grave=issue.level == "error")
            if record is not None:
                row.clicked.connect(lambda _=False, id=record.id: self.chosen.emit(id))
            column.addWidget(row)
            column.addWidget(Rule())
