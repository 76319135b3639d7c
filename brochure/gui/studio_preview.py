"""The middle of the studio: the pages as they will be printed, as spreads or one by one, with thumbnails below."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.jobs import Job
from brochure.gui.preview_pages import Preview, draw_pages, spread_of
from brochure.gui.states import ErrorState
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, IconButton, Pressable, Segmented, paint_shadow
from brochure.words import places as say

THUMB_PX = 74


class SpreadPicture(QWidget):
    """One or two pages, as large as the place allows; skeletons of pages while they are being set."""

    def __init__(self) -> None:
        super().__init__()
        self.images: tuple[QImage, ...] = ()
        self.count, self.shape = 2, 297 / 210
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 240)

    def page_height(self) -> float:
        """Return how high one page is drawn."""
        tall, wide = self.height() - 40, (self.width() - 40) / max(self.count, 1) * self.shape
        return max(80.0, min(tall, wide))

    def show_images(self, images: Sequence[QImage], count: int) -> None:
        """Show drawn pages; with none, as many blank ones as will come."""
        self.images, self.count = tuple(images), count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        tall = self.page_height()
        wide = tall / self.shape
        left = (self.width() - wide * self.count) / 2
        top = (self.height() - tall) / 2
        paint_shadow(painter, QRectF(left, top, wide * self.count, tall), 16)
        for number in range(self.count):
            frame = QRectF(left + number * wide, top, wide, tall)
            painter.fillRect(frame, Qt.GlobalColor.white)
            if number < len(self.images):
                painter.drawImage(frame, self.images[number])
            else:
                self._paint_blank(painter, frame)
        if self.count == 2:
            painter.setPen(QPen(theme.colour("secondary", 0.25), 1))
            painter.drawLine(QPointF(left + wide, top), QPointF(left + wide, top + tall))

    def _paint_blank(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.lightGray)
        painter.setOpacity(0.35)
        unit = frame.width() / 20
        for row, share in enumerate((0.5, 0.8, 0.75, 0.8, 0.4)):
            tall = unit * (1.2 if row == 0 else 0.6)
            painter.drawRoundedRect(QRectF(frame.left() + 2 * unit, frame.top() + unit * (3 + 2 * row),
                                           frame.width() * share, tall), 3, 3)  # fmt: skip
        painter.setOpacity(1.0)


class Thumb(Pressable):
    """A small page with its number."""

    def __init__(self, image: QImage, number: int) -> None:
        super().__init__(str(number + 1))
        self.image, self.shown = image, False
        self.setFixedSize(round(image.width() / image.devicePixelRatio()) + 6, THUMB_PX + 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(3, 3, self.width() - 6, THUMB_PX)
        painter.drawImage(frame, self.image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("brand" if self.shown or self.hovered() else "rule"), 2 if self.shown else 1))
        painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 3, 3)
        painter.setFont(theme.font("small", 700 if self.shown else 400))
        painter.setPen(theme.colour("text" if self.shown else "secondary"))
        painter.drawText(QRectF(0, THUMB_PX + 6, self.width(), 20), CENTRE, self.text())
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()), 4)


class StudioPreview(QWidget):
    """Head with heading and kind of view, the spread, the thumbnails; arrow and Page keys turn the pages."""

    asked_again = Signal()
    turned = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.preview: Preview | None = None
        self.number, self.single = 0, False
        self._job: Job | None = None
        self._wanted: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 8)
        column.setSpacing(8)
        column.addLayout(self._build_head())
        self.spread = SpreadPicture()
        self.state = ErrorState()
        self.state.add_action("", self.asked_again.emit)
        self.pile = QStackedWidget()
        self.pile.addWidget(self.spread)
        self.pile.addWidget(self.state)
        column.addWidget(self.pile, 1)
        self.hint = TextBlock("", "small", 400, "secondary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.hint)
        row.addStretch(1)
        column.addLayout(row)
        self.strip = QScrollArea()
        self.strip.setWidgetResizable(True)
        self.strip.setFixedHeight(THUMB_PX + 40)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.thumbs: list[Thumb] = []
        column.addWidget(self.strip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.modes.set_words({"spread": say_it(say.SPREAD), "single": say_it(say.SINGLE)})
        self.back.set_words(say_it(say.PAGE_BACK))
        self.forth.set_words(say_it(say.PAGE_FORTH))
        self.hint.set_text(say_it(say.PREVIEW_HINT))
        self.setAccessibleName(say_it(say.PREVIEW_NAME))
        self._say_where()

    def show_busy(self, *, first: bool) -> None:
        """Tell that a newer one is being set; the older stays visible until it is there."""
        self.title.set_text(self.hub.say(say.SETTING))
        if first:
            self.pile.setCurrentWidget(self.spread)

    def show_preview(self, preview: Preview) -> None:
        """Show a brochure, at the page that was open."""
        self.preview = preview
        self.number = min(self.number, preview.pages - 1)
        self.pile.setCurrentWidget(self.spread)
        self.spread.shape = preview.height_pt / preview.width_pt
        self._fill_strip(preview)
        self.turn_to(self.number)

    def show_problem(self, heading: str, sentence: str, again: str) -> None:
        """Say why there is nothing to show."""
        self._drop_pages()
        self.state.set_words(heading, sentence, again)
        self.pile.setCurrentWidget(self.state)

    def clear(self) -> None:
        """Show none of the pages of before, and begin at the first of the next."""
        self._drop_pages()
        self.number, self._wanted = 0, ()
        self.spread.show_images((), 2)
        self.pile.setCurrentWidget(self.spread)

    def _drop_pages(self) -> None:
        self.preview = None
        self.title.set_text("")
        empty = QWidget()
        empty.setObjectName("page")
        self.strip.setWidget(empty)
        self.thumbs = []

    def turn_to(self, number: int) -> None:
        """Open a page, counted from 0, with the one that faces it."""
        if self.preview is None:
            return
        self.number = max(0, min(number, self.preview.pages - 1))
        shown = spread_of(self.number, self.preview.pages, single=self.single)
        for place, thumb in enumerate(self.thumbs):
            thumb.shown = place in shown
            thumb.update()
        if self.thumbs:
            self.strip.ensureWidgetVisible(self.thumbs[self.number], 120, 0)
        self._say_where()
        self._draw(shown)

    def turn_by(self, step: int) -> None:
        """Turn one leaf."""
        if self.preview is not None:
            shown = spread_of(self.number, self.preview.pages, single=self.single)
            self.turn_to(shown[-1] + 1 if step > 0 else shown[0] - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}.get(
            event.key()
        )
        if step is not None:
            self.turn_by(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if event.key() == Qt.Key.Key_Home else 10_000)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.preview is not None:
            self._draw(spread_of(self.number, self.preview.pages, single=self.single))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("field"))

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = TextBlock("", "body", 700, max_lines=1)
        self.modes = Segmented((("spread", ""), ("single", "")), "spread")
        self.modes.chosen.connect(self._set_mode)
        self.back, self.forth = IconButton("chevron_left"), IconButton("chevron_right")
        self.back.clicked.connect(lambda: self.turn_by(-1))
        self.forth.clicked.connect(lambda: self.turn_by(1))
        head.addWidget(self.title, 1)
        for widget in (self.modes, self.back, self.forth):
            head.addWidget(widget)
        return head

    def _set_mode(self, mode: str) -> None:
        self.single = mode == "single"
        self.turn_to(self.number)

    def _say_where(self) -> None:
        if self.preview is None:
            return
        shown = spread_of(self.number, self.preview.pages, single=self.single)
        heading = next((title for title, page in reversed(self.preview.headings) if page <= self.number), "")
        dash = "—" if self.hub.lang == "zh" else "–"
        numbers = dash.join(str(page + 1) for page in shown)
        self.title.set_text(self.hub.say(say.PAGES.fill(numbers, self.preview.pages)) + "   " + heading)
        self.turned.emit(heading)
        self.back.setEnabled(shown[0] > 0)
        self.forth.setEnabled(shown[-1] + 1 < self.preview.pages)

    def _fill_strip(self, preview: Preview) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        row.addStretch(1)
        self.thumbs = []
        for number, image in enumerate(preview.thumbs):
            thumb = Thumb(image, number)
            thumb.setAccessibleName(self.hub.say(say.PAGES.fill(number + 1, preview.pages)))
            thumb.clicked.connect(lambda _=False, number=number: self.turn_to(number))
            row.addWidget(thumb)
            row.addSpacing(10 if number % 2 == 0 else 0)
            self.thumbs.append(thumb)
        row.addStretch(1)
        self.strip.setWidget(inside)

    def _draw(self, shown: tuple[int, ...]) -> None:
        """Draw the pages on another thread; while they are drawn, their small pictures stand in."""
        assert self.preview is not None
        self.spread.count = len(shown)
        key = (id(self.preview), shown, round(self.spread.page_height()))
        if key == self._wanted:
            return
        self._wanted = key
        self.spread.show_images([self.preview.thumbs[number] for number in shown], len(shown))
        data, height, ratio = self.preview.data, self.spread.page_height(), self.devicePixelRatioF()
        job = self._job = Job(lambda _: draw_pages(data, shown, height, ratio), self)
        job.done.connect(lambda images: self._drawn(key, images))
        job.done.connect(job.deleteLater)
        job.start()

    def _drawn(self, key: tuple[object, ...], images: tuple[QImage, ...]) -> None:
        if key == self._wanted:
            self.spread.show_images(images, len(images))
