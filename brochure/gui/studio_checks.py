"""The right of the studio: what was found before printing, what was not, and the way to file and paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Pressable, PrimaryButton, Rule, Scroll, SecondaryButton
from brochure.words import Text, batch, studio
from brochure.words import places as say
from brochure.words.lint import PASSED

LEVELS: dict[str, tuple[str, str, Text]] = {
    "stop": ("warning", "brick", say.MUST_CHANGE),
    "warn": ("warning", "gold_text", say.REMINDER),
    "note": ("info", "brand", say.NOTE),
}
"""Icon, token and word of each level."""


class FindingRow(Pressable):
    """Icon, what, where; a press jumps to the page."""

    def __init__(self, level: str, what: str, where: str, word: str, *, goes_on: bool = False) -> None:
        super().__init__(what)
        self.level, self.where = level, where
        self._foot = 0 if goes_on else 12  # a way to mend it stands close below
        self.setAccessibleName(f"{word}: {what} {where}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(lay_text(self.text(), "small", 500, width - 60)[1] + 30 + self._foot)

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


class PassedRow(QWidget):
    """A green tick and what was looked for on these very pages and not found."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.words = words
        self.setMinimumHeight(36)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(lay_text(self.words, "small", 400, width - 60)[1] + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, "check", QRectF(20, 9, 18, 18), theme.colour("grass"))
        layout, height, _ = lay_text(self.words, "small", 400, self.width() - 60)
        paint_text(painter, layout, 48, (self.height() - height) / 2, "secondary")


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
    finding_asked = Signal(object)
    fix_asked = Signal(object)
    print_asked = Signal()
    export_asked = Signal()
    stop_asked = Signal()
    batch_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.findings: tuple[object, ...] | None = None
        self.passed: tuple[str, ...] = ()
        self.fixes: dict[int, Button] = {}
        self._printing = False
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
        self.scroll = Scroll()
        column.addWidget(self.scroll, 1)
        column.addWidget(Rule())
        column.addLayout(self._build_foot())
        self.set_progress(None)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.set_text(self.hub.say(say.CHECKS_TITLE))
        self.stop_button.set_text(self.hub.say(say.CANCEL))
        self.batch_button.set_text(self.hub.say(batch.BATCH_BUTTON))
        self.batch_button.setToolTip(self.hub.say(batch.BATCH_HINT))
        self._say_export()
        self.show_findings(self.findings, self.passed)

    def show_checking(self) -> None:
        """Tell that newer pages are being looked over; what was found on the older ones stays in sight."""
        self.counts.set_text(self.hub.say(say.CHECKING))

    def show_findings(self, findings: Sequence[object] | None, passed: Sequence[str] = ()) -> None:
        """List what was found, and what was looked for and not found; ``None`` before there is anything."""
        self.findings = None if findings is None else tuple(findings)
        self.passed = tuple(passed)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows, self.fixes = [], {}
        for place, finding in enumerate(self.findings or ()):
            what, where = self.hub.say(finding.what), self.hub.say(finding.where)
            word, mendable = self.hub.say(LEVELS[finding.level][2]), finding.fix is not None
            row = FindingRow(finding.level, what, where, word, goes_on=mendable)
            row.clicked.connect(lambda _=False, finding=finding: self.finding_asked.emit(finding))
            column.addWidget(row)
            if mendable:
                column.addLayout(self._build_fix(place, finding))
            column.addWidget(Rule())
            self.rows.append(row)
        for check in self.passed:
            column.addWidget(PassedRow(self.hub.say(PASSED[check])))
        column.addStretch(1)
        self.scroll.setWidget(inside)
        self._say_counts()

    def stops(self) -> int:
        """Return how many findings must be mended before an export."""
        return sum(1 for finding in self.findings or () if finding.level == "stop")

    def set_progress(self, share: float | None, *, printing: bool = False) -> None:
        """Show how far the export or the printing is; ``None`` when there is none."""
        busy = share is not None
        self._printing = printing and busy
        for widget in (self.progress, self.stop_button):
            widget.setVisible(busy)
        self.progress.set_done(share or 0.0)
        self._share = share
        self.print_button.setVisible(not busy)
        self._enable()
        self._say_export()

    def _say_export(self) -> None:
        busy = studio.PRINTING if self._printing else say.EXPORT_BUSY
        words = say.EXPORT_PDF if self._share is None else busy.fill(round(self._share * 100))
        self.export_button.set_text(self.hub.say(words))
        self.print_button.set_text(self.hub.say(studio.PRINT))

    def _enable(self) -> None:
        for button in (self.export_button, self.print_button):
            button.setEnabled(self._share is None and self.stops() == 0)

    def _build_fix(self, place: int, finding: object) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(44, 0, 16, 2)
        button = self.fixes[place] = Button(self.hub.say(studio.FIX[finding.fix]), None, "link", 44)
        button.setAccessibleName(f"{button.text()}: {self.hub.say(finding.what)}")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.fix_asked.emit(finding))
        row.addWidget(button)
        row.addStretch(1)
        return row

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
        self.print_button = SecondaryButton("", None, 44)
        self.print_button.clicked.connect(self.print_asked)
        self.stop_button = SecondaryButton("", None, 44)
        self.stop_button.clicked.connect(self.stop_asked)
        row.addWidget(self.export_button, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.stop_button)
        self.foot_words = TextBlock("", "small", 400, "secondary")
        self.batch_button = SecondaryButton("", "people", 44)
        self.batch_button.clicked.connect(self.batch_asked)
        foot.addWidget(self.progress)
        foot.addLayout(row)
        foot.addWidget(self.batch_button)
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
        self._enable()
