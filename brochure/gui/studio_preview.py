"""The middle of the studio: the pages as they will be printed, as spreads or one by one, with thumbnails below."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.jobs import Job
from brochure.gui.preview_pages import PT_PER_MM, Frame, Preview, draw_pages, spread_of
from brochure.gui.spread_picture import ZOOMS, SpreadArea, SpreadPicture
from brochure.gui.states import ErrorState
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, IconButton, Pressable, SecondaryButton, Segmented
from brochure.words import places as say
from brochure.words import studio

THUMB_PX = 74


class Thumb(Pressable):
    """A small page with its number."""

    def __init__(self, image: QImage, number: int) -> None:
        super().__init__(str(number + 1))
        self.image, self.shown = image, False
        self.show_image(image)

    def show_image(self, image: QImage) -> None:
        """Show another picture of the page."""
        self.image = image
        self.setFixedSize(max(round(image.width() / image.devicePixelRatio()) + 6, 44), THUMB_PX + 26)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        wide = self.image.width() / self.image.devicePixelRatio()
        frame = QRectF((self.width() - wide) / 2, 3, wide, THUMB_PX)
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
    record_asked = Signal(str)
    painted = Signal()
    """The pages that are open are there, at their full size."""

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
        self.spread.tapped.connect(self.record_asked)
        self.area = SpreadArea(self.spread)
        self.area.resized.connect(self._redraw)
        self.state = ErrorState()
        self.state.add_action("", self.asked_again.emit)
        self.pile = QStackedWidget()
        self.pile.addWidget(self.area)
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
        self.smaller.set_words(say_it(studio.ZOOM_OUT))
        self.larger.set_words(say_it(studio.ZOOM_IN))
        self.fit.set_text(say_it(studio.FIT))
        self.back.set_words(say_it(say.PAGE_BACK))
        self.forth.set_words(say_it(say.PAGE_FORTH))
        self.hint.set_text(say_it(studio.TAP_HINT))
        self.setAccessibleName(say_it(say.PREVIEW_NAME))
        self._say_where()

    def show_busy(self, *, first: bool) -> None:
        """Tell that a newer one is being set; the older stays visible until it is there."""
        self.title.set_text(self.hub.say(say.SETTING))
        if first:
            self.pile.setCurrentWidget(self.area)

    def show_preview(self, preview: Preview, images: Sequence[QImage] = (), drawn: object = None) -> None:
        """Show a brochure, at the page that was open; ``images`` are its pages where ``drawn`` says how."""
        self.preview = preview
        self.number = min(self.number, preview.pages - 1)
        self.pile.setCurrentWidget(self.area)
        self.spread.shape = preview.height_pt / preview.width_pt
        self._fill_strip(preview.pages)
        if preview.thumbs:
            self.show_thumbs(preview, preview.thumbs)
        if images and drawn == self.wanted():
            self._wanted = self._key()
            self.spread.show_images(images, len(images))
            self.turn_to(self.number)
            self.painted.emit()
        else:
            self.turn_to(self.number)

    def wanted(self) -> tuple[int, bool, float]:
        """Return how the open pages are drawn: which, one or two, and how high."""
        return self.number, self.single, round(self.spread.page_height())

    def show_thumbs(self, preview: Preview, images: Sequence[QImage]) -> None:
        """Show the small pages of a brochure, unless another is shown by now."""
        if self.preview is None or self.preview.data is not preview.data:
            return
        self.preview = msgspec.structs.replace(preview, thumbs=tuple(images))
        for thumb, image in zip(self.thumbs, images, strict=True):
            thumb.show_image(image)

    def show_block(self, page: int, frame: Frame | None) -> None:
        """Open a page, counted from 0, and ring a block of it."""
        self.turn_to(page)
        if self.preview is None or frame is None:
            return
        shown = spread_of(self.number, self.preview.pages, single=self.single)
        self.spread.outline(shown.index(self.number), frame)
        self.area.see(shown.index(self.number), frame)

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
        self.pile.setCurrentWidget(self.area)

    def _drop_pages(self) -> None:
        self.preview = None
        self.title.set_text("")
        empty = QWidget()
        empty.setObjectName("page")
        self.strip.setWidget(empty)
        self.thumbs = []

    def is_single(self) -> bool:
        """Whether one page is shown at a time: asked for, or two of them lie on one sheet already."""
        return self.single or (self.preview is not None and self.preview.width_pt > self.preview.height_pt)

    def turn_to(self, number: int) -> None:
        """Open a page, counted from 0, with the one that faces it."""
        if self.preview is None:
            return
        self.number = max(0, min(number, self.preview.pages - 1))
        shown = spread_of(self.number, self.preview.pages, single=self.is_single())
        for place, thumb in enumerate(self.thumbs):
            thumb.shown = place in shown
            thumb.update()
        if self.thumbs:
            self.strip.ensureWidgetVisible(self.thumbs[self.number], 120, 0)
        self._say_where()
        self._draw(shown)
        blocks = [self.preview.blocks[page] for page in shown] if self.preview.blocks else []
        self.spread.show_blocks(blocks, (self.preview.width_pt / PT_PER_MM, self.preview.height_pt / PT_PER_MM))

    def turn_by(self, step: int) -> None:
        """Turn one leaf."""
        if self.preview is not None:
            shown = spread_of(self.number, self.preview.pages, single=self.is_single())
            self.turn_to(shown[-1] + 1 if step > 0 else shown[0] - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1}.get(
            event.key()
        )
        if step is not None:
            self.turn_by(step)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.spread.step_block(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.spread.outlined_record():
            self.record_asked.emit(self.spread.outlined_record())
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
            zoom_out, fit = event.key() == Qt.Key.Key_Minus, event.key() == Qt.Key.Key_0
            self.set_zoom(1.0) if fit else self.zoom_by(-1 if zoom_out else 1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if event.key() == Qt.Key.Key_Home else 10_000)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def set_zoom(self, zoom: float) -> None:
        """Draw the pages at fit, or so many times as large."""
        self.area.set_zoom(zoom)
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])
        self._redraw()

    def zoom_by(self, step: int) -> None:
        """Go to the next larger or smaller size."""
        now = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.area.zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, now + step))])

    def _redraw(self) -> None:
        if self.preview is not None:
            self._draw(spread_of(self.number, self.preview.pages, single=self.is_single()))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("field"))

    def _build_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = TextBlock("", "body", 700, max_lines=1)
        self.modes = Segmented((("spread", ""), ("single", "")), "spread", 44)
        self.modes.chosen.connect(self._set_mode)
        self.smaller, self.larger = IconButton("minus", size=44), IconButton("plus", size=44)
        self.fit = SecondaryButton("", None, 44)
        self.smaller.clicked.connect(lambda: self.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.zoom_by(1))
        self.fit.clicked.connect(lambda: self.set_zoom(1.0))
        self.smaller.setEnabled(False)
        self.back, self.forth = IconButton("chevron_left", size=44), IconButton("chevron_right", size=44)
        self.back.clicked.connect(lambda: self.turn_by(-1))
        self.forth.clicked.connect(lambda: self.turn_by(1))
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for widget in (self.modes, self.smaller, self.fit, self.larger, self.back, self.forth):
            head.addWidget(widget)
        return head

    def _set_mode(self, mode: str) -> None:
        self.single = mode == "single"
        self.turn_to(self.number)

    def _say_where(self) -> None:
        if self.preview is None:
            return
        shown = spread_of(self.number, self.preview.pages, single=self.is_single())
        heading = next((title for title, page in reversed(self.preview.headings) if page <= self.number), "")
        dash = "—" if self.hub.lang == "zh" else "–"
        numbers = dash.join(str(page + 1) for page in shown)
        self.title.set_text(self.hub.say(say.PAGES.fill(numbers, self.preview.pages)) + "   " + heading)
        self.turned.emit(heading)
        self.back.setEnabled(shown[0] > 0)
        self.forth.setEnabled(shown[-1] + 1 < self.preview.pages)

    def _fill_strip(self, pages: int) -> None:
        """Make as many small pages as there are; those of before stay, and show what they showed until drawn anew."""
        if len(self.thumbs) == pages:
            return
        before = [thumb.image for thumb in self.thumbs]
        inside = QWidget()
        inside.setObjectName("page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        row.addStretch(1)
        self.thumbs = []
        blank = QImage(round(THUMB_PX / self.spread.shape), THUMB_PX, QImage.Format.Format_RGB32)
        blank.fill(Qt.GlobalColor.white)
        for number in range(pages):
            thumb = Thumb(before[number] if number < len(before) else blank, number)
            thumb.setAccessibleName(self.hub.say(say.PAGES.fill(number + 1, pages)))
            thumb.clicked.connect(lambda _=False, number=number: self.turn_to(number))
            row.addWidget(thumb)
            row.addSpacing(10 if number % 2 == 0 else 0)
            self.thumbs.append(thumb)
        row.addStretch(1)
        self.strip.setWidget(inside)

    def _key(self) -> tuple[object, ...]:
        assert self.preview is not None
        shown = spread_of(self.number, self.preview.pages, single=self.single)
        return id(self.preview.data), shown, round(self.spread.page_height())

    def _draw(self, shown: tuple[int, ...]) -> None:
        """Draw the pages on another thread; while they are drawn, what is there stands in at its size."""
        assert self.preview is not None
        self.spread.count = len(shown)
        key = self._key()
        if key == self._wanted:
            return
        same_pages, self._wanted = key[:2] == self._wanted[:2], key
        if not same_pages:
            images = [self.thumbs[number].image for number in shown] if self.thumbs else []
            self.spread.show_images(images, len(shown))
        data, height, ratio = self.preview.data, self.spread.page_height(), self.devicePixelRatioF()
        job = self._job = Job(lambda _: draw_pages(data, shown, height, ratio), self)
        job.done.connect(lambda images: self._drawn(key, images))
        job.done.connect(job.deleteLater)
        job.start()

    def _drawn(self, key: tuple[object, ...], images: tuple[QImage, ...]) -> None:
        if key == self._wanted:
            self.spread.show_images(images, len(images))
            self.painted.emit()
