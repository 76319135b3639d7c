"""One stage of the chain in full: whom it fits, what the sources do not say, the path of growth, and what helps."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.card_place import placed_feature
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, Panel, Pressable, SecondaryButton, width_of
from brochure.model.kinds import Policy, Stage
from brochure.model.record import Record
from brochure.words import kinds
from brochure.words import places as say
from brochure.words.dates import say_seen
from brochure.words.placing import BY_PARK_PLAIN

LINKS = 4


class Link(Pressable):
    """A line of words that opens a card."""

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text())) + 4, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        font = theme.font("body", 500 if self.hovered() else 400)
        painter.setFont(font)
        painter.setPen(theme.colour("brand"))
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), LEFT, words)
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()), 4)


class StageDetail(Panel):
    """Three columns under a heading; links open cards."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.stage: Stage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.number = TextBlock("", "lead", 700)
        self.name = TextBlock("", "lead", 700, max_lines=1)
        self.other = TextBlock("", "small", 400, "secondary", max_lines=1)
        self.place_mark = StatusMark("schematic", "")
        self.add_button = SecondaryButton("", "plus")
        self.add_button.clicked.connect(self._add)
        for widget in (self.number, self.name, self.other):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.place_mark)
        head.addWidget(self.add_button)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(24)
        self.fits_title, self.fits = _heading(), TextBlock("", "body")
        self.basis = TextBlock("", "note", 400, "secondary")
        self.rule_title, self.rule = _heading(), StatusMark("unverified", "")
        self.path_title, self.path = _heading(), TextBlock("", "body", max_lines=3)
        self.support_title = _heading()
        self.links = [Link() for _ in range(LINKS)]
        for number, link in enumerate(self.links):
            link.clicked.connect(lambda _=False, number=number: self._open(number))
        for widgets, stretch in (
            ((self.fits_title, self.fits, self.rule_title, self.rule), 4),
            ((self.path_title, self.path, self.basis), 6),
            ((self.support_title, *self.links), 5),
        ):
            body.addWidget(_column(widgets), stretch)
        column.addLayout(body)
        self._linked: list[str] = []
        self.setFixedHeight(204)
        hub.shortlist_changed.connect(lambda _: self._say_add())

    def show_stage(self, stage: Stage) -> None:
        """Show a stage."""
        self.stage = stage
        say_it, library = self.hub.say, self.hub.library
        first, second = (stage.name.zh, stage.name.en) if self.hub.lang == "zh" else (stage.name.en, stage.name.zh)
        self.number.set_text(str(stage.order))
        self.name.set_text(first)
        self.other.set_text(second)
        placed = placed_feature(stage, library) is not None
        where = BY_PARK_PLAIN if placed else say.PLACE_SKETCH
        self.place_mark.set_mark("placed" if placed else "schematic", say_it(where))
        self.fits_title.set_text(say_it(say.FITS))
        self.fits.set_text(say_it(stage.fits))
        self.basis.set_text(say_it(stage.fits_basis))
        self.rule_title.set_text(say_it(say.ENTRY_RULE))
        self.rule.set_mark("unverified", say_it(kinds.TO_BE_CONFIRMED))
        policies = [library.find(key) for key in stage.policies]
        ladder = next((each for each in policies if isinstance(each, Policy) and each.steps), None)
        ladder = ladder or next((each for each in policies if isinstance(each, Policy)), None)
        self._say_path(ladder)
        self.support_title.set_text(say_it(say.SUPPORT))
        products = [library.find(key) for key in stage.products]
        found = [record for record in (*policies, *products) if record is not None][:LINKS]
        self._linked = [record.id for record in found]
        for number, link in enumerate(self.links):
            link.setVisible(number < len(found))
            link.set_text(self._name_with_year(found[number]) if number < len(found) else "")
        self._say_add()

    def _say_path(self, policy: Policy | None) -> None:
        for widget in (self.path_title, self.path):
            widget.setVisible(policy is not None)
        if policy is None:
            return
        self.path_title.set_text(self._name_with_year(policy))
        steps = " → ".join(self.hub.say(step) for step in policy.steps)
        self.path.set_text(steps or self.hub.say(policy.offers))

    def _name_with_year(self, record: Record) -> str:
        joint = "，" if self.hub.lang == "zh" else ", "
        return self.hub.name(record) + (joint + self.hub.say(say_seen(record.as_of)) if record.as_of else "")

    def _say_add(self) -> None:
        inside = self.stage is not None and self.stage.id in self.hub.shortlist
        self.add_button.set_text(self.hub.say(say.IN_BROCHURE if inside else say.ADD_TO_BROCHURE))
        self.add_button.setEnabled(not inside)

    def _add(self) -> None:
        if self.stage is not None:
            self.hub.add(self.stage.id)

    def _open(self, number: int) -> None:
        if number < len(self._linked):
            self.hub.choose(self._linked[number])


def _heading() -> TextBlock:
    return TextBlock("", "small", 500, "secondary", max_lines=1)


def _column(widgets: tuple[QWidget, ...]) -> QWidget:
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # shares alone set the widths
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return box
