"""图例与说明: what the signs of the map mean, how well things are known, whom to thank, and the review number."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.change import load_settings, save_setting
from brochure.drawing import Circle, Drawing, Stroke
from brochure.errors import BrochureError
from brochure.gui import theme
from brochure.gui.drawing_painter import paint_drawing
from brochure.gui.panel_head import PanelHead
from brochure.gui.plan_picture import in_the_dark
from brochure.gui.take_away import MapTaker
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, PrimaryButton, Rule, Scroll
from brochure.maps.layers import credits_for
from brochure.maps.legend import LEGEND_ORDER, SWATCH_MM, legend_entries, swatch_of
from brochure.maps.looks import COLOURS
from brochure.maps.review import KEYS, review_line
from brochure.words import maps as say
from brochure.words.takeaway import TAKE_AWAY

SIGNS = (*LEGEND_ORDER, "tunnel", "wetland", "spot")
PX_PER_MM = 4.0


class Sign(QWidget):
    """One sign of the map, painted from the printed legend."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.setFixedSize(QSize(round(drawing.width_mm * PX_PER_MM), round(drawing.height_mm * PX_PER_MM)))

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = in_the_dark(self.drawing) if theme.current() == "dark" else self.drawing
        paint_drawing(QPainter(self), drawing, self.rect().toRectF())


def _mark(precision: str) -> Drawing:
    """Return how a point of a precision is drawn."""
    ink, paper = COLOURS["text"].light, COLOURS["disc"].light
    x, y = SWATCH_MM[0] / 2, 2.5
    if precision == "placed":
        shapes = (
            Circle(x, y, 1.35, fill=paper, stroke=Stroke(ink, 0.4)),
            Circle(x, y, 0.65, fill=COLOURS["lake"].light),
        )
        return Drawing(SWATCH_MM[0], 5.0, shapes)
    dash = (0.6, 0.45) if precision == "schematic" else ()
    fill = ink if precision == "surveyed" else paper
    return Drawing(SWATCH_MM[0], 5.0, (Circle(x, y, 1.0, fill=fill, stroke=Stroke(ink, 0.4, dash)),))


class MapNotes(Panel):
    """A panel over the map; its fields are kept at once and ``saved`` tells the line they make."""

    saved = Signal(object)
    closed = Signal()
    WIDTH = 480

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.hub = hub
        self.setFixedWidth(self.WIDTH + 2 * self.SHADOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(0)
        self.head = PanelHead("lead", left=20, right=8)
        self.close_button = self.head.button
        self.head.pressed.connect(self.closed)
        column.addWidget(self.head)
        column.addWidget(Rule())
        self.scroll = Scroll()
        column.addWidget(self.scroll, 1)
        self.fields: dict[str, QLineEdit] = {}
        self.taker = MapTaker(hub, self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again; what was typed and not saved stays."""
        say_it = self.hub.say
        typed = {key: field.text() for key, field in self.fields.items()} or load_settings(self.hub.places)
        self.head.set_words(say_it(say.NOTES_TITLE), say_it(say.NOTES_TITLE))
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(6)
        column.addWidget(TextBlock(say_it(say.SKETCH_NOTE), "body"))
        column.addWidget(TextBlock(say_it(say.RELIEF_NOTE), "small", 400, "secondary"))
        self._heading(column, say_it(TAKE_AWAY))
        column.addWidget(self.taker.build_buttons())
        self._heading(column, say_it(say.NOTES_MARKS))
        for precision, words in say.PRECISION_LONG.items():
            self._row(column, Sign(_mark(precision)), say_it(words))
        self._heading(column, say_it(say.NOTES_SIGNS))
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP_PX)
        grid.setVerticalSpacing(6)
        drawn = [entry for entry in legend_entries(self.hub.library.features, SIGNS) if entry != "placed"]  # told above
        for number, entry in enumerate(drawn):
            cell = QHBoxLayout()
            cell.setSpacing(10)
            cell.addWidget(Sign(swatch_of(entry)), alignment=Qt.AlignmentFlag.AlignTop)
            cell.addWidget(TextBlock(say_it(say.LEGEND[entry]), "small"), 1)
            grid.addLayout(cell, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._heading(column, say_it(say.NOTES_SOURCES))
        for credit in credits_for(self.hub.library.features):
            column.addWidget(TextBlock(say_it(credit), "small"))
        self._heading(column, say_it(say.NOTES_REVIEW))
        for key, words in zip(KEYS, (say.NOTES_NUMBER, say.NOTES_MAKER, say.NOTES_DATE), strict=True):
            label = TextBlock(say_it(words), "small", 500, "secondary")
            field = self.fields[key] = QLineEdit(typed.get(key, ""))
            field.setMaxLength(80)
            field.setAccessibleName(say_it(words))
            field.setPlaceholderText(say_it(say.NOTES_EMPTY))
            field.returnPressed.connect(self.save)
            column.addWidget(label)
            column.addWidget(field)
        self.save_button = PrimaryButton(say_it(say.NOTES_SAVE), height=44)
        self.save_button.clicked.connect(self.save)
        column.addSpacing(6)
        column.addWidget(self.save_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.scroll.setWidget(inside)

    def forget(self) -> None:
        """Show what is kept, in place of what was typed and not saved, from the top."""
        kept = load_settings(self.hub.places)
        for key, field in self.fields.items():
            field.setText(kept.get(key, ""))
        self.scroll.verticalScrollBar().setValue(0)

    def save(self) -> None:
        """Keep the number, the maker and the date, and tell what the map now says."""
        values = {key: field.text().strip() for key, field in self.fields.items()}
        try:
            for key, value in values.items():
                save_setting(self.hub.places, key, value)
        except BrochureError as error:
            self.hub.toast.emit(self.hub.say(error.message), None)
            return
        self.saved.emit(review_line(values))
        self.hub.toast.emit(self.hub.say(say.NOTES_SAVED), None)

    def _heading(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(10)
        column.addWidget(TextBlock(words, "small", 500, "secondary"))

    def _row(self, column: QVBoxLayout, sign: QWidget, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextBlock(words, "small"), 1)
        column.addLayout(row)
