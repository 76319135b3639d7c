"""What all places share: the hub that tells what was chosen, and the shape of a view."""

import contextlib
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from brochure.model.link import record_of
from brochure.model.record import Record
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words import compare as compare_say
from brochure.words import window as say

if TYPE_CHECKING:  # the matcher is loaded where it is asked
    from brochure.desk.match import Answers


class Hub(QObject):
    """The one who knows: library, language, shortlist, the thing chosen; views ask and tell here, never each other.

    ``places`` are the writable folders; the places of the window are the names in ``words.window.PLACES``.
    """

    record_chosen = Signal(str)
    card_closed = Signal()
    place_chosen = Signal(str)
    language_changed = Signal(str)
    theme_changed = Signal(str)
    shortlist_changed = Signal(tuple)
    compared_changed = Signal(tuple)
    visitor_changed = Signal()
    own_stage_changed = Signal(object)
    answers_changed = Signal(object)
    day_changed = Signal()
    toast = Signal(str, object)
    offer = Signal(str, str, object)
    """A line at the foot with an action of its own: what is said, the word of the action, what it does."""
    content_changed = Signal(object, object)
    """The content is another one now: what to say about it, and how the new place takes it back."""

    def __init__(self, library: Library, places: Places, lang: Lang = "zh", theme: str = "light") -> None:
        super().__init__()
        self.library, self.places = library, places
        self.lang: Lang = lang
        self.theme = theme
        self.shortlist: tuple[str, ...] = ()
        self.compared: tuple[str, ...] = ()
        self.chosen: str | None = None
        self.own_stage: str | None = None
        """The stage of the chain that the visitor's answers came to, until the next visitor."""
        self.answers: Answers | None = None
        """What the visitor answered to the six questions of the matcher, until the next visitor."""
        self._day: datetime.date | None = None

    @property
    def on(self) -> datetime.date:
        """The day for which validity is told: the one that was chosen, or today, also after midnight."""
        return self._day or today()

    def set_day(self, day: datetime.date | None) -> None:
        """Tell validity for another day; ``None`` and today itself go on with the calendar."""
        before = self.on
        self._day = None if day == today() else day
        if self.on != before:
            self.day_changed.emit()

    def say(self, text: Text) -> str:
        """Return the words in the language of the window."""
        return text.to(self.lang)

    def choose(self, record_id: str) -> None:
        """Open the card of a record; the map flies there, a list marks its row."""
        if self.library.find(record_id) is None:
            return
        self.chosen = record_id
        self.record_chosen.emit(record_id)

    def close_card(self) -> None:
        """Put the card away."""
        if self.chosen is not None:
            self.chosen = None
            self.card_closed.emit()

    def go(self, place: str) -> None:
        """Go to one of the places of the window."""
        self.place_chosen.emit(place)

    def follow(self, link: str) -> bool:
        """Go to the map and show what a deep link names; tell whether there is such a thing."""
        record_id = record_of(link)
        if record_id is None or self.library.find(record_id) is None:
            return False
        self.go("map")
        self.choose(record_id)
        return True

    def name(self, record: Record) -> str:
        """Return the name of a record in the language of the window."""
        return record.name.to(self.lang)

    def add(self, record_id: str) -> None:
        """Put a record on the shortlist, with a toast that takes it back."""
        record = self.library.find(record_id)
        if record is None or record_id in self.shortlist:
            return
        self.set_shortlist((*self.shortlist, record_id))
        self.toast.emit(self.say(say.ADDED.fill(record.name)), lambda: self.remove(record_id, quiet=True))

    def remove(self, record_id: str, *, quiet: bool = False) -> None:
        """Take a record off the shortlist, with a toast that brings it back where it was."""
        if record_id not in self.shortlist:
            return
        before = self.shortlist
        self.set_shortlist(tuple(each for each in before if each != record_id))
        record = self.library.find(record_id)
        if record is not None and not quiet:
            self.toast.emit(self.say(say.REMOVED.fill(record.name)), lambda: self.set_shortlist(before))

    def set_shortlist(self, ids: tuple[str, ...]) -> None:
        """Replace the shortlist, in the order given."""
        if ids != self.shortlist:
            self.shortlist = ids
            self.shortlist_changed.emit(ids)

    def compare(self, record_id: str) -> None:
        """Put a record beside those compared; the fifth is offered the place of the first, nothing is pushed out."""
        from brochure.desk.compare import MOST, is_comparable

        record = self.library.find(record_id)
        if record is None or not is_comparable(record) or record_id in self.compared:
            return
        if len(self.compared) >= MOST:
            first = self.library.record(self.compared[0])
            swapped = (*self.compared[1:], record_id)
            words = self.say(compare_say.TOO_MANY.fill(record.name))
            swap = self.say(compare_say.SWAP.fill(getattr(first, "short", None) or first.name))
            self.offer.emit(words, swap, lambda: self.set_compared(swapped))
            return
        self.set_compared((*self.compared, record_id))
        words = self.say(compare_say.JOINED.fill(record.name, len(self.compared)))
        self.offer.emit(words, self.say(compare_say.SEE), lambda: self.go("compare"))

    def leave_compare(self, record_id: str) -> None:
        """Take a record out of the comparison, with a toast that brings it back where it was."""
        before, record = self.compared, self.library.find(record_id)
        if record_id in before and record is not None:
            self.set_compared(tuple(each for each in before if each != record_id))
            self.toast.emit(self.say(compare_say.LEFT.fill(record.name)), lambda: self.set_compared(before))

    def set_compared(self, ids: tuple[str, ...]) -> None:
        """Replace what is compared, in the order given; no more than four stay."""
        from brochure.desk.compare import MOST

        if (ids := ids[:MOST]) != self.compared:
            self.compared = ids
            self.compared_changed.emit(ids)

    def welcome_visitor(self) -> None:
        """Forget what the last visitor chose, compared, typed and filtered; language and theme stay as they are."""
        self.close_card()
        self.set_shortlist(())
        self.set_compared(())
        self.set_answers(None)
        self.set_own_stage(None)
        self.set_day(None)
        self.visitor_changed.emit()

    def set_own_stage(self, record_id: str | None) -> None:
        """Keep at which stage of the chain the visitor is; the brochure lights it."""
        if record_id != self.own_stage:
            self.own_stage = record_id
            self.own_stage_changed.emit(record_id)
            self._answer_stage(record_id)

    def set_answers(self, answers: "Answers | None") -> None:
        """Keep the answers of the matcher; a stage that was answered is the visitor's own."""
        if answers != self.answers:
            before, self.answers = self.answers, answers
            stage = answers.stage if answers is not None else None
            was = before.stage if before is not None else None
            self.answers_changed.emit(answers)
            if stage != was:
                self.set_own_stage(stage if self.library.find(stage or "") is not None else None)

    def _answer_stage(self, record_id: str | None) -> None:
        """Take a stage that was found elsewhere as the answer to the matcher's question, or take it back."""
        from brochure.desk.match import Answers

        given = dict(self.answers.given()) if self.answers is not None else {}
        if record_id is not None:
            given["stage"] = record_id
        elif self.library.find(given.get("stage", "")) is not None:
            del given["stage"]
        self.set_answers(Answers(**given) if given else None)

    def set_language(self, lang: Lang) -> None:
        """Say everything in another language, in place."""
        if lang != self.lang:
            self.lang = lang
            self.language_changed.emit(lang)

    def set_theme(self, theme: str) -> None:
        """Change between light and dark."""
        if theme != self.theme:
            self.theme = theme
            self.theme_changed.emit(theme)


class View(QWidget):
    """One place of the window; made when it is first visited."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub

    def retranslate(self) -> None:
        """Say every visible text again, in place."""

    def step_back(self) -> bool:
        """Leave what was begun here, as Esc asks; tell whether there was anything."""
        return False

    def resume(self, before: "View") -> None:
        """Take up where the same place left off before the content changed; one that begins anew does nothing."""

    def warm(self) -> None:
        """Make ready what is slow to make, while nobody waits for it."""

    def close_page(self) -> None:
        """Put away what must not outlive the view; a view without a page does nothing."""

    def new_visitor(self) -> None:
        """Forget what somebody typed, filtered or moved here; a view that does not say how is built anew."""

    def leave_room(self, right_px: int) -> None:
        """Give the card its room at the right; a view that lies under the card, like the map, does nothing."""


def today() -> datetime.date:
    """Return the day on the reader's own calendar."""
    return datetime.date.today()  # noqa: DTZ011


def quietly(undo: Callable[[], object]) -> None:
    """Disconnect or undo something that may be gone already."""
    with contextlib.suppress(RuntimeError):
        undo()
