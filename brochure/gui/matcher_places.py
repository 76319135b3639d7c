"""Where it fits, and beside whom: the stage, the zones, the firms of the industry and the gaps of its chain."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from brochure.desk.match import Match, Place
from brochure.gui.flow import Flow
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.record_link import RecordLink
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import matcher as say


class Fits(QWidget):
    """Each thing opens its card; what is not known is said instead of left out."""

    def __init__(self, hub: Hub, found: Match) -> None:
        super().__init__()
        self.hub = hub
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 12)
        self._column.setSpacing(4)
        if found.industry is None and found.stage is None:
            self._say(say.FITS_ASK, "secondary")
        if found.stage is not None:
            self._head(say.STAGE_FITS)
            self._places(found.stage.why, [found.stage])
        if found.zones:
            self._head(say.ZONES_FIT)
            for why in dict.fromkeys(place.why for place in found.zones):
                self._places(why, [place for place in found.zones if place.why == why])
        if found.industry is not None:
            self._head(say.NEIGHBOURS)
            self._links(found.enterprises)
            if not found.enterprises:
                self._say(say.NO_NEIGHBOUR, "secondary")
            self._head(say.GAPS)
            for gap in found.industry.gaps:
                self._say(say.POINT.fill(gap))
            self._say(say.GAPS_NOTE, "secondary")
            self._links([found.industry])

    def _head(self, words: Text) -> None:
        if self._column.count():
            self._column.addSpacing(12)
        self._column.addWidget(TextBlock(self.hub.say(words), "body", 700))

    def _say(self, words: Text, colour: str = "text") -> None:
        self._column.addWidget(TextBlock(self.hub.say(words), "small", 400, colour))

    def _places(self, why: Text, places: list[Place]) -> None:
        """Show the places that fit for one reason, and what each of them asks."""
        self._say(why, "secondary")
        self._links(place.record for place in places)
        for place in places:
            for judged in place.conditions:
                self._say(say.ASKS.fill(place.record.name, judged.reason), "secondary")

    def _links(self, records: Iterable[Record]) -> None:
        flow = Flow(6)
        for record in records:
            link = RecordLink(self.hub)
            link.lead_to(record.id, self.hub.name(record), RECORD_ICONS[record.kind])
            flow.add(link)
        self._column.addWidget(flow)
