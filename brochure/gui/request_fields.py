"""For whom a brochure is, of which industry and day, in which language and print: five fields below each other."""

import datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from brochure.gui.fields import DayPicker, Picker
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Segmented
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import Recipe
from brochure.words import places as say
from brochure.words.press import PROFILE as PROFILE_NAMES

READER_LONGEST = 60


class RequestFields(QWidget):
    """``changed`` tells that another brochure is wanted, ``edition_changed`` that it is in other languages.

    Until somebody picks a language, the brochure speaks as the window does.
    """

    changed = Signal()
    edition_changed = Signal()

    def __init__(self, hub: Hub, reader: str) -> None:
        super().__init__()
        self.hub = hub
        self.is_edition_picked = False
        self.labels = {text: TextBlock("", "small", 400, "secondary") for text in _LABELS}
        self.reader = QLineEdit(reader)
        self.reader.setMinimumWidth(0)
        self.reader.setMaxLength(READER_LONGEST)
        self.reader.textChanged.connect(self._tell)
        self.sector, self.day, self.profile = Picker(), DayPicker(), Picker()
        self.edition = Segmented((("zh", "中"), ("en", "EN"), ("both", "")), hub.lang, 44)
        for name in PROFILES:
            self.profile.addItem("", name)
        self.sector.currentIndexChanged.connect(self._tell)
        self.day.dateChanged.connect(self._tell)
        self.edition.chosen.connect(self._pick_edition)
        self.profile.currentIndexChanged.connect(self._tell)
        self._lay_out()

    def retranslate(self) -> None:
        """Say it again."""
        say_it = self.hub.say
        for text, label in self.labels.items():
            label.set_text(say_it(text))
        self.reader.setPlaceholderText(say_it(say.READER_HINT))
        for widget, text in ((self.reader, say.READER), (self.sector, say.SECTOR), (self.day, say.DAY),
                             (self.profile, say.PROFILE)):  # fmt: skip
            widget.setAccessibleName(say_it(text))
        if not self.is_edition_picked and self.edition.current() != self.hub.lang:
            self.edition.set_current(self.hub.lang)
            self.edition_changed.emit()
            self.changed.emit()
        self.edition.set_words({"zh": "中", "en": "EN", "both": say_it(say.BOTH)})
        self._say_sectors()
        for place, name in enumerate(PROFILES):
            self.profile.setItemText(place, say_it(PROFILE_NAMES[name]))

    def sectors(self) -> tuple[str, ...] | None:
        """Return the industry that was picked, None for all."""
        sector = self.sector.currentData()
        return (sector,) if sector else None

    def on(self) -> datetime.date:
        """Return the day of the brochure."""
        day = self.day.date()
        return datetime.date(day.year(), day.month(), day.day())

    def editions(self) -> tuple[str, ...]:
        """Return the languages of the brochure."""
        lang = self.edition.current()
        return ("zh", "en") if lang == "both" else (lang,)

    def show_recipe(self, recipe: Recipe) -> None:
        """Fill the fields from a recipe."""
        self.reader.setText(recipe.reader or "")
        self.day.setDate(QDate(recipe.on.year, recipe.on.month, recipe.on.day))
        one = recipe.sectors[0] if recipe.sectors is not None and len(recipe.sectors) == 1 else None
        self.sector.setCurrentIndex(max(self.sector.findData(one), 0) if one else 0)
        self.profile.setCurrentIndex(max(self.profile.findData(recipe.profile), 0))
        self._set_edition(recipe.lang, picked=True)

    def clear(self) -> None:
        """Empty them, as for somebody who has asked nothing yet."""
        self.reader.setText("")  # clear() could be taken back with Ctrl+Z
        self.sector.setCurrentIndex(0)
        self.profile.setCurrentIndex(0)
        self.day.setDate(datetime.date.today())  # noqa: DTZ011  the reader's own day
        self._set_edition(self.hub.lang, picked=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)  # the frame of the last field lies on its edge
        column.setSpacing(2)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for text, field, share in ((say.SECTOR, self.sector, 5), (say.DAY, self.day, 8)):
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(self.labels[text])
            box.addWidget(field)
            pair.addLayout(box, share)
        column.addWidget(self.labels[say.READER])
        column.addWidget(self.reader)
        column.addSpacing(6)
        column.addLayout(pair)
        for text, field in ((say.EDITION, self.edition), (say.PROFILE, self.profile)):
            column.addSpacing(6)
            column.addWidget(self.labels[text])
            column.addWidget(field)

    def _say_sectors(self) -> None:
        self.sector.blockSignals(True)
        now = max(self.sector.currentIndex(), 0)
        self.sector.clear()
        self.sector.addItem(self.hub.say(say.ANY_SECTOR), None)
        for industry in self.hub.library.records("industries"):
            self.sector.addItem(self.hub.say(getattr(industry, "short", industry.name)), industry.id)
        self.sector.setCurrentIndex(now)
        self.sector.blockSignals(False)

    def _pick_edition(self, _: str) -> None:
        self.is_edition_picked = True
        self.edition_changed.emit()
        self.changed.emit()

    def _set_edition(self, lang: str, *, picked: bool) -> None:
        self.is_edition_picked = picked
        self.edition.set_current(lang)
        self.edition_changed.emit()

    def _tell(self, _: object) -> None:
        self.changed.emit()


_LABELS = (say.READER, say.SECTOR, say.DAY, say.EDITION, say.PROFILE)
