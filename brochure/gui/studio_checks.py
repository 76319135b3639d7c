"""The right of the studio: what was found before printing, and the way to the file."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import Pressable, PrimaryButton, Rule, SecondaryButton
from brochure.words import Text
from brochure.words import places as say

LEVELS: dict[str, tuple[str, str, Text]] = {
    "stop": ("warning", "brick", say.MUST_CHANGE),
    "warn": ("warning", "gold_text", say.REMINDER),
    "note": ("info", "brand", say.NOTE),
}
"""Icon, token and word of each level."""


class FindingRow(Pressable):
    """Icon, what, where; a press jumps to the page."""

    def __init__(self, level: str, what: str, where: str, word: str) -> None:
        super().__init__(what)
        self.level, self.where = level, where
        self.setAccessibleName(f"{word}: {what} {where}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(lay_text(self.text(), "small", 500, width - 60)[1] + 42)

    def sizeHint(self) -> QSize:
        return QSize(248, self.heightForWidth(max(self.width(), 248)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        if self.hovered():
            painter.fillRect(self.rect(), theme.colour("hover"))
        icon, token, _ = LEVELS[self.level]
        paint_icon(painter, icon, QRectF(20, 12, 20, 20), theme.colour(token))
        layout, height, _ = lay_text(self.text(), "small", 500, self.width() - 60)
        paint_text(painter, layout, 48, 10, "text")
        layout, _, _ = lay_text(self.where, "small", 400, self.width() - 60, 1)
        paint_text(painter, layout, 48, 10 + height, "secondary")
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2))


class Progress(QWidget):
    """The golden line of an export."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0.0
        self.setFixedHeight(4)

    def set_done(self, share: float) -> None:
        """Lengthen it, 0 to 1."""
        self.done = share
        self.setAccessibleDescription(f"{share:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rule"))
        painter.fillRect(QRectF(0, 0, self.width() * self.done, 4), theme.colour("gold"))


class StudioChecks(QWidget):
    """288 wide: findings, the gravest first, and the export below them."""

    WIDTH = 288
    page_asked = Signal(str)
    export_asked = Signal()
    stop_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.findings: tuple[object, ...] | None = None
        self._share: float | None = None
        self.rows: list[FindingRow] = []
        self.setFixedWidth(self.WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 16)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 6)
        head.setSpacing(2)
        self.title, self.counts = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        head.addWidget(self.title)
        head.addWidget(self.counts)
        column.addLayout(head)
        column.addWidget(Rule())
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.scroll, 1)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())
        self.set_progress(None)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.set_text(self.hub.say(say.CHECKS_TITLE))
        self.stop_button.set_text(self.hub.say(say.CANCEL))
        self._say_export()
        self.show_findings(self.findings)

    def show_findings(self, findings: Sequence[object] | None) -> None:
        """List what was found; ``None`` while it is still being looked for."""
        self.findings = None if findings is None else tuple(findings)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        for finding in self.findings or ():
            what, where = self.hub.say(finding.what), self.hub.say(finding.where)
            row = FindingRow(finding.level, what, where, self.hub.say(LEVELS[finding.level][2]))
            row.clicked.connect(lambda _=False, where=where: self.page_asked.emit(where))
            column.addWidget(row)
            column.addWidget(Rule())
            self.rows.append(row)
        column.addStretch(1)
        self.scroll.setWidget(inside)
        self._say_counts()

    def stops(self) -> int:
        """Return how many findings must be mended before an export."""
        return sum(1 for finding in self.findings or () if finding.level == "stop")

    def set_progress(self, share: float | None) -> None:
        """Show how far the export is; ``None`` when there is none."""
        busy = share is not None
        for widget in (self.progress, self.stop_button):
            widget.setVisible(busy)
        self.progress.set_done(share or 0.0)
        self.export_button.setEnabled(not busy and self.stops() == 0)
        self._share = share
        self._say_export()

    def _say_export(self) -> None:
        words = say.EXPORT_PDF if self._share is None else say.EXPORT_BUSY.fill(round(self._share * 100))
        self.export_button.set_text(self.hub.say(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("rule"))

    def _build_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 0)
        foot.setSpacing(8)
        self.progress = Progress()
        row = QHBoxLayout()
        row.setSpacing(8)
        self.export_button = PrimaryButton("", "download", 44)
        self.export_button.clicked.connect(self.export_asked)
        self.stop_button = SecondaryButton("", None, 44)
        self.stop_button.clicked.connect(self.stop_asked)
        row.addWidget(self.export_button, 1)
        row.addWidget(self.stop_button)
        self.foot_words = TextBlock("", "small", 400, "secondary")
        foot.addWidget(self.progress)
        foot.addLayout(row)
        foot.addWidget(self.foot_words)
        return foot

    def _say_counts(self) -> None:
        if self.findings is None:
            self.counts.set_text(self.hub.say(say.CHECKING))
            self.foot_words.set_text("")
            return
        parts = []
        for level, (_, _, word) in LEVELS.items():
            count = sum(1 for finding in self.findings if finding.level == level)
            if count:
                parts.append(self.hub.say(say.COUNTED.fill(count, word)))
        joint = "，" if self.hub.lang == "zh" else ", "
        self.counts.set_text(joint.join(parts) or self.hub.say(say.NOTHING_FOUND))
        self.foot_words.set_text(self.hub.say(say.MEND_FIRST if self.stops() else say.READY_TO_EXPORT))
        if not self.progress.isVisible():
            self.export_button.setEnabled(self.stops() == 0)
