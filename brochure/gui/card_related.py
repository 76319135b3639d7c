"""Chips that lead from a card to other cards, a few at first, all of them at a press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF

from brochure import tokens
from brochure.gui import theme
from brochure.gui.flow import Flow
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.view import Hub
from brochure.gui.widgets import Chip
from brochure.model.kinds import Partner
from brochure.model.record import Record
from brochure.words import card as say
from brochure.words import kinds

FIRST_SHOWN = 14
AROUND_PX = 100
"""What a chip needs beside its words, with the padding of the card on both sides."""


class RelatedChips(Flow):
    """``asked`` tells the id of the record whose chip was pressed."""

    asked = Signal(str)

    def __init__(self, hub: Hub, records: Sequence[Record]) -> None:
        super().__init__(8, 0)
        self.hub = hub
        self.more: Chip | None = None
        left = len(records) - FIRST_SHOWN
        first = FIRST_SHOWN if left > 1 else len(records)  # one more takes no more room than the chip that counts it
        for record in records[:first]:
            self.add(self._chip(record))
        if first < len(records):
            self.more = Chip(hub.say(say.MORE_RELATED.fill(left)), icon="plus")
            self.more.clicked.connect(lambda: self._show(records[first:]))
            self.add(self.more)

    def _show(self, others: Sequence[Record]) -> None:
        assert self.more is not None
        self.more.hide()
        chips = [self._chip(record) for record in others]
        for chip in chips:
            self.add(chip)
            chip.show()
        chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, record: Record) -> Chip:
        name = getattr(record, "short", None) or record.name
        if isinstance(record, Partner) and record.status is not None:  # never to be taken for a tenant
            name = say.STATE_SEEN.fill(name, kinds.STATUS[record.status])
        metrics = QFontMetricsF(theme.font("small", 500))
        room = tokens.CARD_PX - AROUND_PX
        words = metrics.elidedText(self.hub.say(name), Qt.TextElideMode.ElideRight, room)
        chip = Chip(words, icon=RECORD_ICONS[record.kind])
        chip.setAccessibleName(self.hub.say(name))
        chip.clicked.connect(lambda: self.asked.emit(record.id))
        return chip
