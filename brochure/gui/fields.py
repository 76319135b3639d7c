"""Fields of a form in our own dress: a choice, a day, a row with a tick."""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.widgets import LEFT, RIGHT, Pressable

FIELD_PX = 42
BARE = (
    "QComboBox, QDateEdit { padding: 0 24px 0 9px; }"
    "QComboBox::drop-down, QDateEdit::drop-down { border: none; background: transparent; width: 26px; }"
    "QComboBox::down-arrow, QDateEdit::down-arrow { image: none; }"
)


class Picker(QComboBox):
    """A choice from a list, with our own chevron."""

    def __init__(self) -> None:
        super().__init__()
        self.setStyleSheet(BARE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(FIELD_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self)


class DayPicker(QDateEdit):
    """A day, typed or picked from a calendar."""

    def __init__(self) -> None:
        super().__init__(QDate.currentDate())
        self.setStyleSheet(BARE)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(FIELD_PX)
        self.calendarWidget().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self.calendarWidget():
            self._dress(self.calendarWidget())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_chevron(self)

    @staticmethod
    def _dress(calendar: QCalendarWidget) -> None:
        """Give the calendar the language and colours of the window; a weekend is a day like others here."""
        chinese = theme.wide_quotes()
        calendar.setLocale(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setFont(theme.font("small"))
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        head.setForeground(theme.colour("secondary"))
        calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)


def _paint_chevron(field: QWidget) -> None:
    frame = QRectF(field.width() - 26, (field.height() - 16) / 2, 16, 16)
    painter = QPainter(field)
    paint_icon(painter, "chevron_down", frame, theme.colour("secondary"))
    painter.end()


class TickRow(Pressable):
    """40 px: a tick, a name, and a word at the right; unticked it greys but keeps its place."""

    def __init__(self, *, on: bool = True) -> None:
        super().__init__()
        self.tail = ""
        self.shown = False
        self.inset = 0
        """What stands before the tick, pixels."""
        self.setCheckable(True)
        self.setChecked(on)
        self.setMinimumHeight(40)

    def set_words(self, text: str, tail: str) -> None:
        """Name it, with a word at its end."""
        self.tail = tail
        self.setText(text)
        self.setAccessibleName(f"{text} {tail}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame, on = QRectF(self.rect()), self.isChecked()
        if self.shown or self.hovered():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if self.shown else "hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        box = QRectF(8 + self.inset, (frame.height() - 18) / 2, 18, 18)
        painter.setPen(QPen(theme.colour("brand" if on else "secondary"), 1.4))
        painter.setBrush(theme.colour("brand" if on else "panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("on_brand"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if on else "secondary"))
        painter.drawText(frame.adjusted(38 + self.inset, 0, -58, 0), LEFT, self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(frame.adjusted(0, 0, -8, 0), RIGHT, self.tail)
        if self.ring:
            theme.paint_focus(painter, frame)


class LinkRow(Pressable):
    """44 px: icon, name, what is set, and a chevron: it leads to a page of its own."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon_name, self.tail = icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, tail: str) -> None:
        """Name it, with what is set."""
        self.tail = tail
        self.setText(text)
        self.setAccessibleName(f"{text} {tail}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        paint_icon(painter, self.icon_name, QRectF(8, 12, 20, 20), theme.colour("brand"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        painter.drawText(frame.adjusted(38, 0, 0, 0), LEFT, self.text())
        room = frame.width() - 38 - painter.fontMetrics().horizontalAdvance(self.text()) - 40
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        words = QFontMetricsF(theme.font("small")).elidedText(self.tail, Qt.TextElideMode.ElideRight, room)
        painter.drawText(frame.adjusted(0, 0, -28, 0), RIGHT, words)
        paint_icon(painter, "chevron_right", QRectF(frame.width() - 24, 14, 16, 16), theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame)
