"""The tray at the foot: the visitor's shortlist, which is the brochure at once."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.tray_row import ITEM_PX, Fading, Row, TrayItem
from brochure.gui.view import Hub
from brochure.gui.widgets import PrimaryButton, SecondaryButton
from brochure.words import compare as compare_say
from brochure.words import window as say


class Tray(QWidget):
    """手册 n, the items, 对比 where two of them can be compared, 预览 and 导出 PDF.

    While an export runs, a golden line and a way to stop it.
    """

    preview_asked = Signal()
    export_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.done: float | None = None
        self.setFixedHeight(tokens.TRAY_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 1, 24, 0)
        row.setSpacing(12)
        self.count = TextBlock("", "body", 700)
        row.addWidget(self.count)
        row.addSpacing(4)
        self.hint = TextBlock("", "small", 400, "secondary", max_lines=1)
        row.addWidget(self.hint, stretch=1)
        self.row = Row()
        self.row.dropped.connect(self._place)
        self.area = Fading(self.row)
        self.area.setFixedHeight(ITEM_PX)
        row.addWidget(self.area, stretch=1)
        self.compare = SecondaryButton(icon="compare", height=44)
        self.compare.clicked.connect(self._compare)
        self.compare.hide()
        row.addWidget(self.compare)
        self.preview = SecondaryButton(icon="eye", height=44)
        self.preview.clicked.connect(self.preview_asked)
        row.addWidget(self.preview)
        self.cancel = SecondaryButton(icon="close", height=44)
        self.cancel.clicked.connect(self.cancel_asked)
        self.cancel.hide()
        row.addWidget(self.cancel)
        self.export = PrimaryButton(icon="download", height=44)
        self.export.clicked.connect(self.export_asked)
        row.addWidget(self.export)
        hub.shortlist_changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        self.compare.set_text(self.hub.say(compare_say.COMPARE))
        self.preview.set_text(self.hub.say(say.PREVIEW))
        self.cancel.set_text(self.hub.say(say.STOP))
        self.hint.set_text(self.hub.say(say.TRAY_EMPTY))
        self._name_export()
        self._fill()

    def in_order(self) -> list[QWidget]:
        """Return what the keyboard reaches here, as it is read from left to right."""
        return [*self.row.items, self.compare, self.preview, self.cancel, self.export]

    def set_progress(self, share: float | None) -> None:
        """Draw the golden line, 0 to 1; None when no export runs."""
        self.done = share
        self.preview.setVisible(share is None)
        self.cancel.setVisible(share is not None)
        self.export.setEnabled(share is None)
        self._name_export()
        self.update()

    def _name_export(self) -> None:
        words = say.EXPORT if self.done is None else say.EXPORTING.fill(round(self.done * 100))
        self.export.set_text(self.hub.say(words))

    def _fill(self) -> None:
        records = [record for key in self.hub.shortlist if (record := self.hub.library.find(key)) is not None]
        focused = next((item.record_id for item in self.row.items if item.hasFocus()), None)
        items = []
        for record in records:
            item = TrayItem(record.id, record.kind, self.hub.say(record.name), self.hub.say(say.TRAY_KEYS))
            item.clicked.connect(lambda _=False, key=record.id: self.hub.choose(key))
            item.removed.connect(self.hub.remove)
            item.moved.connect(self._shift)
            self.area.watch(item)
            items.append(item)
        self.row.set_items(items)
        bar = self.area.horizontalScrollBar()
        for item in items:
            item.finger_scrolls = bar.maximum() > bar.minimum()
            if item.record_id == focused:
                item.setFocus(Qt.FocusReason.TabFocusReason)
        self.compare.setVisible(len(self._comparable()) > 1)
        self.count.set_text(self.hub.say(say.TRAY_COUNT.fill(len(records))))
        self.area.setVisible(bool(records))
        self.hint.setVisible(not records)

    def _shift(self, record_id: str, step: int) -> None:
        ids = list(self.hub.shortlist)
        self._place(record_id, max(0, min(len(ids) - 1, ids.index(record_id) + step)))

    def _place(self, record_id: str, index: int) -> None:
        ids = [key for key in self.hub.shortlist if key != record_id]
        if record_id in self.hub.shortlist:
            ids.insert(index, record_id)
            self.hub.set_shortlist(tuple(ids))

    def _comparable(self) -> tuple[str, ...]:
        if len(self.hub.shortlist) < 2:
            return ()
        from brochure.desk.compare import keep_comparable  # not needed for the first picture of an empty tray

        return keep_comparable(self.hub.library, self.hub.shortlist)

    def _compare(self) -> None:
        """Compare what the tray holds, the first four of it where there are more."""
        ids = self._comparable()
        self.hub.set_compared(ids)
        self.hub.go("compare")
        if self.hub.compared != ids:
            self.hub.toast.emit(self.hub.say(compare_say.FIRST_FOUR), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("rule"))
        paint_icon(painter, "book", QRectF(24, 22, 20, 20), theme.colour("text"))
        if self.done is not None:
            painter.fillRect(QRectF(0, 0, self.width() * self.done, 2), theme.colour("gold"))
