"""The left of the studio: for whom, by whom, in which words and order; behind it the sender and the kept recipes."""

import datetime
from dataclasses import dataclass

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.export import CHOSEN
from brochure.gui.fields import LinkRow, TickRow
from brochure.gui.own_words_field import OwnWordsField
from brochure.gui.recipe_panel import RecipePanel
from brochure.gui.request_fields import RequestFields
from brochure.gui.section_list import SectionList
from brochure.gui.sender_panel import SenderPanel
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import SecondaryButton
from brochure.pdf.choice import CHOSEN_ELSEWHERE
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import OWN, OwnBlock, OwnWords, Recipe, Section
from brochure.words import kinds, studio
from brochure.words import places as say


@dataclass(frozen=True)
class Asked:
    """What the form holds besides what was chosen elsewhere."""

    reader: str | None
    sectors: tuple[str, ...] | None
    on: datetime.date
    lang: str
    profile: str
    sections: tuple[Section, ...] | None
    only_chosen: bool
    force_unverified: bool
    greeting: OwnWords | None
    closing: OwnWords | None


class StudioForm(QWidget):
    """296 wide; ``changed`` tells that another brochure is wanted, ``section_asked`` that a section be shown."""

    WIDTH = 296
    changed = Signal()
    section_asked = Signal(str)

    def __init__(self, hub: Hub, reader: str) -> None:
        super().__init__()
        self.hub = hub
        self.pages: dict[str, int] = {}
        self.setFixedWidth(self.WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.pile = QStackedWidget()
        whole.addWidget(self.pile)
        self.sender = SenderPanel(hub)
        self.recipes = RecipePanel(hub)
        self.sender.changed.connect(self._on_sender)
        for panel in (self.sender, self.recipes):
            panel.left.connect(self.show_form)
        inside = QWidget()
        for page in (inside, self.sender, self.recipes):
            self.pile.addWidget(_scrolled(page))
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 14, 16)
        column.setSpacing(2)
        head = QHBoxLayout()
        self.title = TextBlock("", "lead", 700)
        self.recipes_button = SecondaryButton("", None, 44)
        self.recipes_button.clicked.connect(self.show_recipes)
        head.addWidget(self.title, 1)
        head.addWidget(self.recipes_button)
        column.addLayout(head)
        column.addSpacing(4)
        self.request = RequestFields(hub, reader)
        self.request.changed.connect(self.changed)
        self.request.edition_changed.connect(self._tell_editions)
        column.addWidget(self.request)
        self.sender_row = LinkRow("people")
        self.sender_row.clicked.connect(self.show_sender)
        column.addSpacing(6)
        column.addWidget(self.sender_row)
        self.own: dict[OwnBlock, OwnWordsField] = {block: OwnWordsField(hub, block) for block in OWN}
        for field in self.own.values():
            field.changed.connect(self.changed)
        column.addSpacing(4)
        column.addWidget(self.own["greeting"])
        column.addSpacing(8)
        self.sections = SectionList(hub)
        self.sections.changed.connect(self.changed)
        self.sections.asked.connect(self.section_asked)
        self.rows = self.sections.rows
        column.addWidget(self.sections)
        column.addSpacing(8)
        self.chosen_title = TextBlock("", "body", 700)
        self.only_chosen = TickRow()
        self.forced = TickRow(on=False)
        for row in (self.only_chosen, self.forced):
            row.setMinimumHeight(44)
            row.toggled.connect(lambda _: self.changed.emit())
        self.chosen_words = TextBlock("", "small", 400, "secondary")
        for widget in (self.chosen_title, self.only_chosen, self.chosen_words):
            column.addWidget(widget)
        column.addWidget(self.forced)
        self.forced.hide()
        self.forced.toggled.connect(lambda on: self.forced.setVisible(on or self.forced.isVisible()))
        column.addSpacing(8)
        column.addWidget(self.own["closing"])
        column.addStretch(1)
        hub.shortlist_changed.connect(self._on_choice)
        hub.answers_changed.connect(self._on_choice)
        self._tell_editions()
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.title.set_text(say_it(say.STUDIO_TITLE))
        self.chosen_title.set_text(say_it(say.CHOSEN_TITLE))
        self.recipes_button.set_text(say_it(studio.RECIPES))
        self.forced.set_words(say_it(studio.FORCED), "")
        for part in (self.request, self.sections, self.sender, self.recipes, *self.own.values()):
            part.retranslate()
        self._say_sender()
        self._say_rows()
        self._say_chosen()

    def show_form(self) -> None:
        """Come back from the sender or the recipes."""
        self.pile.setCurrentIndex(0)
        self._say_sender()

    def show_sender(self) -> None:
        """Open the page of the sender."""
        self.sender.reload()
        self.pile.setCurrentIndex(1)

    def show_recipes(self) -> None:
        """Open the list of kept recipes."""
        self.recipes.reload()
        self.pile.setCurrentIndex(2)

    def go_to(self, field: str) -> None:
        """Bring a field into view and put the keyboard there: ``reader``, a block of own words, or ``sender``."""
        if field == "sender":
            self.show_sender()
            self.sender.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_form()
        widget = self.own[field].edit if field in self.own else self.request.reader
        area = self.pile.widget(0)
        area.ensureWidgetVisible(widget, 0, 60)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self) -> Asked:
        """Return what the form holds now."""
        return Asked(
            reader=self.request.reader.text().strip() or None,
            sectors=self.request.sectors(),
            on=self.request.on(),
            lang=self.request.edition.current(),
            profile=PROFILES[self.request.profile.currentData()].name,
            sections=self.sections.ticked(),
            only_chosen=self.only_chosen.isChecked(),
            force_unverified=self.forced.isChecked(),
            greeting=self.own["greeting"].words(),
            closing=self.own["closing"].words(),
        )

    def recipe(self, base: Recipe) -> Recipe:
        """Return the request: what was chosen elsewhere with what the form holds laid over it."""
        asked = self.asked()
        free = {} if asked.only_chosen else dict.fromkeys(CHOSEN)
        return msgspec.structs.replace(
            base,
            reader=asked.reader,
            sectors=asked.sectors or base.sectors,
            on=asked.on,
            lang=asked.lang,
            profile=asked.profile,
            sections=asked.sections,
            force_unverified=asked.force_unverified,
            greeting=asked.greeting,
            closing=asked.closing,
            **free,
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Fill the form from a recipe; what it chose of the content is shown elsewhere."""
        self.blockSignals(True)
        self.request.show_recipe(recipe)
        self.sections.show_sections(recipe.sections)
        self.only_chosen.setChecked(True)
        self.forced.setChecked(recipe.force_unverified)
        self.forced.setVisible(recipe.force_unverified)
        for block, field in self.own.items():
            field.show_words(getattr(recipe, block))
        self.blockSignals(False)
        self.changed.emit()

    def clear(self) -> None:
        """Empty it, as for somebody who has asked nothing yet."""
        self.request.clear()
        self.sections.show_sections(None)
        self.only_chosen.setChecked(True)
        self.forced.setChecked(False)
        self.forced.hide()
        for field in self.own.values():
            field.show_words(None)
        self.recipes.forget()
        self.show_form()
        self.pages = {}
        self.mark_section(None)
        self._say_rows()

    def set_pages(self, pages: dict[str, int]) -> None:
        """Tell how many pages each section takes."""
        self.pages = pages
        self._say_rows()

    def mark_section(self, section: str | None) -> None:
        """Light the row of the section that is open."""
        self.sections.mark(section)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("rule"))

    def _tell_editions(self) -> None:
        for field in self.own.values():
            field.set_editions(self.request.editions())

    def _on_sender(self) -> None:
        self._say_sender()
        self.changed.emit()

    def _say_sender(self) -> None:
        self.sender_row.set_words(self.hub.say(studio.SENDER_ROW), self.sender.told())

    def _on_choice(self, _: object) -> None:
        self._say_rows()
        self._say_chosen()
        self.changed.emit()

    def _say_rows(self) -> None:
        tails = {}
        for section in self.rows:
            count = self.pages.get(section)
            tails[section] = self.hub.say(say.PAGE_COUNT.fill(count) if count != 1 else say.ONE_PAGE) if count else ""
            self.sections.set_visible(section, visible=self._has_something(section))
        self.sections.set_words(tails)

    def _has_something(self, section: Section) -> bool:
        """Whether a section that only the visitor fills would print anything."""
        if section == "match":
            return self.hub.answers is not None and bool(self.hub.answers.given())
        return section != "also" or any(kind not in CHOSEN_ELSEWHERE for kind in self._chosen_kinds())

    def _chosen_kinds(self) -> list[str]:
        found = (self.hub.library.find(key) for key in self.hub.shortlist)
        return [record.kind for record in found if record is not None]

    def _say_chosen(self) -> None:
        chosen = self._chosen_kinds()
        answered = len(self.hub.answers.given()) if self.hub.answers is not None else 0
        order = sorted(kinds.KINDS, key=lambda kind: kind not in CHOSEN)  # those with pages of their own first
        counts = [(self.hub.say(kinds.KINDS[kind]), chosen.count(kind)) for kind in order]
        counts.append((self.hub.say(say.ANSWERED), answered))
        words = " · ".join(f"{name} {count}" for name, count in counts if count)
        self.only_chosen.set_words(self.hub.say(say.ONLY_CHOSEN), "")
        self.only_chosen.setEnabled(bool(self.hub.shortlist))
        if not chosen:
            words = self.hub.say(say.ONLY_ANSWERED.fill(answered) if answered else say.NOTHING_CHOSEN)
        self.chosen_words.set_text(words)


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a page that scrolls inside itself."""
    area = QScrollArea()
    page.setObjectName("page")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
