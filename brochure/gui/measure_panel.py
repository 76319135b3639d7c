"""One measure: its chart where its readings are one series, else why there is none; every reading opens its card."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.desk.figures import Measure, draw_chart
from brochure.gui import theme
from brochure.gui.drawing_painter import DrawingPicture
from brochure.gui.proof_content import ReadingRow
from brochure.gui.reading_line import ReadingLine
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, Rule, ScrollPanel, SecondaryButton
from brochure.model.kinds import Figure
from brochure.words import Text
from brochure.words import figures as say
from brochure.words import provenance as proof_say
from brochure.words.numbers import say_figure
from brochure.words.sentence import begun

WIDE_PX, CHART_PX, PAD_PX = 400, 236, 20


def title_of(figure: Figure) -> Text:
    """Return the name of a figure as a title: in English it opens with a capital."""
    return Text(figure.name.zh, begun(figure.name.en))


class Chart(DrawingPicture):
    """The chart of a series at the height it was drawn for."""

    def sizeHint(self) -> QSize:
        return QSize(WIDE_PX - 2 * PAD_PX, CHART_PX)


class MeasurePanel(Panel):
    """``save_asked`` tells that the chart is wanted as ``svg`` or ``png``."""

    save_asked = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.measure: Measure | None = None
        self.chart: Chart | None = None
        self.lines: list[ReadingLine] = []
        self.buttons: dict[str, SecondaryButton] = {}
        self.why: TextBlock | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.body = ScrollPanel(bare=True)
        column.addWidget(self.body)
        self.setFixedWidth(WIDE_PX)
        hub.theme_changed.connect(lambda _: self._draw())

    def show_measure(self, measure: Measure) -> None:
        """Show another measure."""
        self.measure = measure
        self.retranslate()
        self.body.scroll.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Say it again."""
        if self.measure is None:
            return
        measure, say_it = self.measure, self.hub.say
        inside: list[QWidget] = [
            TextBlock(say_it(say.TOPIC[measure.topic]), "small", 500, "secondary"),
            TextBlock(say_it(title_of(measure.current)), "lead", 700),
        ]
        self.chart, self.why, self.buttons = None, None, {}
        if measure.why_no_chart is None:
            self.chart = Chart()
            self.chart.setFixedHeight(CHART_PX)
            said = ", ".join(say_figure(each, self.hub.lang) for each in measure.readings)
            self.chart.setAccessibleName(say_it(say.CHART_NAME.fill(measure.current.name, said)))
            self._draw()
            inside += [self.chart, TextBlock(say_it(say.CHART_FOOT), "note", 400, "secondary"), self._build_buttons()]
        else:
            self.why = TextBlock(say_it(say.NO_CHART.fill(measure.why_no_chart)), "small", 400, "secondary")
            inside.append(self.why)
        inside += [Rule(), TextBlock(say_it(say.READINGS), "small", 500, "secondary")]
        self.lines = []
        for figure in measure.readings:
            tag = (proof_say.CURRENT if figure.current else proof_say.PAST) if len(measure.readings) > 1 else None
            line = ReadingLine(ReadingRow(figure, named=figure.name != measure.current.name, tag=tag), self.hub)
            line.clicked.connect(lambda _=False, id=figure.id: self.hub.choose(id))
            self.lines.append(line)
        inside += self.lines
        self.body.show_inside(inside, (PAD_PX - 1, 16, PAD_PX - 1, 16), 10)
        layout = self.body.scroll.widget().layout()
        self.setMaximumHeight(layout.heightForWidth(WIDE_PX - 4) + 8)

    def _draw(self) -> None:
        if self.chart is not None and self.measure is not None:
            self.chart.set_drawing(draw_chart(self.measure, self.hub.lang, theme.PALETTES[self.hub.theme]))

    def _build_buttons(self) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for kind, words in (("svg", say.SAVE_SVG), ("png", say.SAVE_PNG)):
            button = self.buttons[kind] = SecondaryButton(self.hub.say(words), "download", 44)
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _=False, kind=kind: self.save_asked.emit(kind))
            row.addWidget(button)
        row.addStretch(1)
        return host
