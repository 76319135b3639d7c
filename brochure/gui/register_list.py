"""Who has a copy: those to send again first, each with what has changed; one can be forgotten."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Rule, ScrollPanel, SecondaryButton
from brochure.model.copy import Copy, Stale
from brochure.words import batch as say

MOST = 40
"""More rows than this nobody reads in a window."""
NAMED = 3


class ForgetButton(SecondaryButton):
    """Asks once more before it tells whom to forget."""

    sure = Signal(str)

    def __init__(self, hub: Hub, recipient: str) -> None:
        super().__init__("", None, 44)
        self._hub, self._recipient, self._asked = hub, recipient, False
        self.set_text(hub.say(say.FORGET))
        self.setAccessibleDescription(recipient)
        self.clicked.connect(self._press)

    def _press(self) -> None:
        if self._asked:
            self.sure.emit(self._recipient)
        self._asked = True
        self.set_text(self._hub.say(say.FORGET_SURE))
        self.updateGeometry()


class RegisterList(ScrollPanel):
    """``forget`` tells which recipient; the view does it."""

    forget = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.stale: Sequence[Stale] = ()
        self.copies: Sequence[Copy] = ()

    def show_copies(self, stale: Sequence[Stale], copies: Sequence[Copy]) -> None:
        """Show another register."""
        self.stale, self.copies = stale, copies
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        self.show_inside(self._rows(), (20, 16, 20, 16), 8)

    def _rows(self) -> Iterator[QWidget]:
        to = self.hub.say
        if self.stale:
            yield TextBlock(to(say.STALE_TITLE.fill(len(self.stale))), "lead", 700, "brick")
            yield TextBlock(to(say.STALE_NOTE), "small", 400, "secondary")
            for each in self.stale[:MOST]:
                yield self._copy(each.copy, self._changed(each))
                yield Rule()
        yield TextBlock(to(say.REGISTER), "lead", 700)
        if not self.copies:
            yield TextBlock(to(say.REGISTER_EMPTY), "body", 400, "secondary")
        for copy in self.copies[:MOST]:
            yield self._copy(copy, "")
            yield Rule()
        if len(self.copies) > MOST:
            yield TextBlock(to(say.MORE_COPIES.fill(len(self.copies) - MOST)), "small", 400, "secondary")

    def _changed(self, stale: Stale) -> str:
        to = self.hub.say
        joint = "、" if self.hub.lang == "zh" else ", "
        named = joint.join(to(each.name) for each in stale.changed[:NAMED])
        more = to(say.AND_MORE.fill(len(stale.changed) - NAMED)) if len(stale.changed) > NAMED else ""
        if self.hub.lang == "zh" and more:
            more = to(say.AND_MORE.fill(len(stale.changed)))
        return to(say.CHANGED_LIST.fill(f"{named}{more}"))

    def _copy(self, copy: Copy, changed: str) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        to = self.hub.say
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextBlock(copy.recipient, "body", 500, max_lines=2))
        lang = to(say.LANGS[copy.lang]) if copy.lang in say.LANGS else copy.lang
        line = to(say.COPY_NOTE.fill(copy.day, copy.pages, copy.content_version, lang))
        where = Path(copy.path).name or to(say.ON_PAPER)
        words.addWidget(TextBlock(f"{line}\n{where}", "small", 400, "secondary", max_lines=2))
        if changed:
            words.addWidget(TextBlock(changed, "small", 500, "brick"))
        row.addLayout(words, stretch=1)
        button = ForgetButton(self.hub, copy.recipient)
        button.sure.connect(self.forget)
        row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return widget
