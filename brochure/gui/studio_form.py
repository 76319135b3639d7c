"""The left of the studio: for whom, which sector, which day, which language, which sections, and what was chosen."""

import datetime
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from brochure.gui import theme
from brochure.gui.fields import DayPicker, Picker, TickRow
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Segmented
from brochure.pdf.recipe import SECTIONS, Recipe, Section
from brochure.words import kinds
from brochure.words import places as say
from brochure.words.page.furniture import SECTION as SECTION_NAMES

CHOSEN = ("zones", "policies", "enterprises")
READER_LONGEST = 60


@dataclass(frozen=True)
class Asked:
    """What the form holds besides what was chosen elsewhere."""

    reader: str | None
    sectors: tuple[str, ...] | None
    on: datetime.date
    lang: str
    sections: tuple[Section, ...] | None
    only_chosen: bool


class StudioForm(QWidget):
    """296 wide; ``changed`` tells that another brochure is wanted, ``section_asked`` that a section be shown."""

    WIDTH = 296
    changed = Signal()
    section_asked = Signal(str)

    def __init__(self, hub: Hub, reader: str) -> None:
        super().__init__()
        self.hub = hub
        self.pages: dict[str, int] = {}
        self._edition_picked = False
        self.setFixedWidth(self.WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll, inside = QScrollArea(), QWidget()
        inside.setObjectName("page")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole.addWidget(scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 14, 16)
        column.setSpacing(2)
        self.title = TextBlock("", "lead", 700)
        column.addWidget(self.title)
        column.addSpacing(6)
        self._build_fields(column, reader)
        self.sections_title = TextBlock("", "body", 700)
        column.addSpacing(8)
        column.addWidget(self.sections_title)
        self.rows: dict[Section, TickRow] = {}
        for section in SECTIONS:
            row = self.rows[section] = TickRow()
            row.toggled.connect(lambda _: self.changed.emit())
            row.toggled.connect(lambda on, section=section: self.section_asked.emit(section) if on else None)
            column.addWidget(row)
        column.addSpacing(8)
        self.chosen_title = TextBlock("", "body", 700)
        self.only_chosen = TickRow()
        self.only_chosen.toggled.connect(lambda _: self.changed.emit())
        self.chosen_words = TextBlock("", "small", 400, "secondary")
        for widget in (self.chosen_title, self.only_chosen, self.chosen_words):
            column.addWidget(widget)
        column.addStretch(1)
        hub.shortlist_changed.connect(self._on_shortlist)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        for block, text in (
            (self.title, say.STUDIO_TITLE), (self.reader_label, say.READER), (self.sector_label, say.SECTOR),
            (self.day_label, say.DAY), (self.lang_label, say.EDITION), (self.sections_title, say.SECTIONS_TITLE),
            (self.chosen_title, say.CHOSEN_TITLE),
        ):  # fmt: skip
            block.set_text(say_it(text))
        self.reader.setPlaceholderText(say_it(say.READER_HINT))
        for widget, text in ((self.reader, say.READER), (self.sector, say.SECTOR), (self.day, say.DAY)):
            widget.setAccessibleName(say_it(text))
        if not self._edition_picked and self.edition.current() != self.hub.lang:
            self.edition.set_current(self.hub.lang)  # until somebody picks one, the book speaks as the window does
            self.changed.emit()
        self.edition.set_words({"zh": "中", "en": "EN", "both": say_it(say.BOTH)})
        self.sector.blockSignals(True)
        now = max(self.sector.currentIndex(), 0)
        self.sector.clear()
        self.sector.addItem(say_it(say.ANY_SECTOR), None)
        for industry in self.hub.library.records("industries"):
            self.sector.addItem(say_it(getattr(industry, "short", industry.name)), industry.id)
        self.sector.setCurrentIndex(now)
        self.sector.blockSignals(False)
        self._say_rows()
        self._say_chosen()

    def asked(self) -> Asked:
        """Return what the form holds now."""
        ticked = tuple(section for section, row in self.rows.items() if row.isChecked())
        sector = self.sector.currentData()
        day = self.day.date()
        return Asked(
            reader=self.reader.text().strip() or None,
            sectors=(sector,) if sector else None,
            on=datetime.date(day.year(), day.month(), day.day()),
            lang=self.edition.current(),
            sections=None if len(ticked) == len(SECTIONS) else ticked,
            only_chosen=self.only_chosen.isChecked(),
        )

    def recipe(self, base: Recipe) -> Recipe:
        """Return the request: what was chosen elsewhere with what the form holds laid over it."""
        import msgspec

        asked = self.asked()
        free = {} if asked.only_chosen else dict.fromkeys(CHOSEN)
        return msgspec.structs.replace(
            base,
            reader=asked.reader,
            sectors=asked.sectors or base.sectors,
            on=asked.on,
            lang=asked.lang,
            sections=asked.sections,
            **free,
        )

    def clear(self) -> None:
        """Empty it, as for somebody who has asked nothing yet."""
        self.reader.setText("")  # clear() could be taken back with Ctrl+Z
        self.sector.setCurrentIndex(0)
        self.day.setDate(datetime.date.today())  # noqa: DTZ011  the reader's own day
        self._edition_picked = False
        self.edition.set_current(self.hub.lang)
        for row in (*self.rows.values(), self.only_chosen):
            row.setChecked(True)
        self.pages = {}
        self.mark_section(None)
        self._say_rows()

    def set_pages(self, pages: dict[str, int]) -> None:
        """Tell how many pages each section takes."""
        self.pages = pages
        self._say_rows()

    def mark_section(self, section: str | None) -> None:
        """Light the row of the section that is open."""
        for key, row in self.rows.items():
            row.shown = key == section
            row.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("rule"))

    def _build_fields(self, column: QVBoxLayout, reader: str) -> None:
        self.reader_label, self.reader = _label(), QLineEdit(reader)
        self.reader.setMinimumWidth(0)
        self.reader.setMaxLength(READER_LONGEST)
        self.reader.textChanged.connect(lambda _: self.changed.emit())
        self.sector_label, self.sector = _label(), Picker()
        self.sector.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.day_label, self.day = _label(), DayPicker()
        self.day.dateChanged.connect(lambda _: self.changed.emit())
        self.lang_label = _label()
        self.edition = Segmented((("zh", "中"), ("en", "EN"), ("both", "")), self.hub.lang)
        self.edition.chosen.connect(self._pick_edition)
        column.addWidget(self.reader_label)
        column.addWidget(self.reader)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for label, field, share in ((self.sector_label, self.sector, 5), (self.day_label, self.day, 8)):
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(label)
            box.addWidget(field)
            pair.addLayout(box, share)
        column.addSpacing(6)
        column.addLayout(pair)
        column.addSpacing(6)
        column.addWidget(self.lang_label)
        column.addWidget(self.edition)

    def _pick_edition(self, _: str) -> None:
        self._edition_picked = True
        self.changed.emit()

    def _on_shortlist(self, ids: tuple[str, ...]) -> None:
        self._say_chosen()
        self.changed.emit()

    def _say_rows(self) -> None:
        for section, row in self.rows.items():
            count = self.pages.get(section)
            tail = self.hub.say(say.PAGE_COUNT.fill(count) if count != 1 else say.ONE_PAGE) if count else ""
            row.set_words(self.hub.say(SECTION_NAMES[section]), tail)

    def _say_chosen(self) -> None:
        records = [self.hub.library.find(key) for key in self.hub.shortlist]
        counts = [(kind, sum(1 for each in records if each is not None and each.kind == kind)) for kind in CHOSEN]
        joint = " · "
        words = joint.join(f"{self.hub.say(kinds.KINDS[kind])} {count}" for kind, count in counts if count)
        self.only_chosen.set_words(self.hub.say(say.ONLY_CHOSEN), "")
        self.only_chosen.setEnabled(bool(self.hub.shortlist))
        self.chosen_words.set_text(words or self.hub.say(say.NOTHING_CHOSEN))


def _label() -> TextBlock:
    return TextBlock("", "small", 400, "secondary")
