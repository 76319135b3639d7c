"""The foot of the matcher: who decides, the result as a PDF of its own, and what is met put into the brochure."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from brochure.desk.match import Answers, Match, put_in
from brochure.gui.matcher_parts import TOUCH_PX
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import PrimaryButton, SecondaryButton, width_of
from brochure.words import matcher as say
from brochure.words.dates import say_seen

if TYPE_CHECKING:  # the printing is loaded where it is asked
    from brochure.gui.match_print import MatchPrint

FOOT_PX, PAD, GAP = 68, 24, 8
LINES = 1.8
"""Of how many lines the sentence may be beside the buttons, with some room for where they break."""


class MatcherFoot(QWidget):
    """68 high in Chinese; where the sentence has no room beside the buttons it stands above them."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.found: Match | None = None
        self.printing: MatchPrint | None = None
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(PAD, (FOOT_PX - TOUCH_PX) // 2, PAD, (FOOT_PX - TOUCH_PX) // 2)
        self.decides = TextBlock("", "small", 400, "secondary", max_lines=2)
        self.print = SecondaryButton("", None, TOUCH_PX)
        self.print.clicked.connect(lambda _=False: self.print_result())
        self.put = PrimaryButton("", "plus", TOUCH_PX)
        self.put.clicked.connect(self._put_in)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.print)
        buttons.addWidget(self.put)
        row.addWidget(self.decides, 1)
        row.addLayout(buttons)
        hub.shortlist_changed.connect(lambda _: self.say_again())

    def show_found(self, found: Match) -> None:
        """Take another result."""
        self.found = found
        self.say_again()

    def say_again(self) -> None:
        """Say what can be done with the result now, in the language of the window."""
        if self.found is None:
            return
        say_it = self.hub.say
        self.decides.set_text(say_it(say.AS_OF.fill(say_seen(self.found.on.isoformat()))))
        ids = put_in(self.found)
        left = [id for id in ids if id not in self.hub.shortlist]
        words = say.PUT_IN.fill(len(left)) if left else say.ALL_IN if ids else say.PUT_IN_NONE
        self.put.set_text(say_it(words))
        self.put.setEnabled(bool(left))
        answered = bool(self.found.answers.given())
        self.print.set_text(say_it(say.PRINT))
        self.print.setEnabled(answered)
        self.print.setAccessibleDescription("" if answered else say_it(say.PRINT_NONE))
        self._fit()

    def answers(self) -> Answers:
        """Return what is printed."""
        return self.found.answers if self.found is not None else Answers()

    def print_result(self, out: Path | None = None) -> None:
        """Write the result as a PDF of its own; the person says where, the window stays free."""
        if self.printing is None:
            from brochure.gui.match_print import MatchPrint

            self.printing = MatchPrint(self)
        self.printing.start(out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() - 2 * PAD - self.print.sizeHint().width() - self.put.sizeHint().width() - GAP - 12
        fits = width_of(self.decides.text(), "small") < LINES * beside
        side = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(side)
        self._row.setSpacing(12 if fits else 6)

    def _put_in(self) -> None:
        before = self.hub.shortlist
        more = tuple(id for id in put_in(self.found) if id not in before) if self.found is not None else ()
        self.hub.set_shortlist((*before, *more))
        self.hub.toast.emit(self.hub.say(say.PUT_DONE.fill(len(more))), lambda: self.hub.set_shortlist(before))
