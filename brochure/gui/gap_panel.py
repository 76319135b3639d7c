"""A gap turned into places, measures and neighbours: each one tap away, all of them in the brochure with one."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.desk.industry import Chain, Fit, Standing
from brochure.gui import theme
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.record_link import RecordLink
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton, Panel, PrimaryButton, Rule, ScrollPanel
from brochure.model.record import Record
from brochure.words import Text, kinds, lists
from brochure.words import industries as say
from brochure.words.dates import say_seen

WIDE_PX, PAD_PX = 340, 20


class _Dash(QWidget):
    """The dashed sign of a gap, in gold."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("gold"), 1.5)
        pen.setDashPattern([2.4, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1, 4, 14, 12), 3, 3)


class GapPanel(Panel):
    """``closed`` tells that the gap is put back."""

    closed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.chain: Chain | None = None
        self.fit: Fit | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(PAD_PX - 1, 8, 6, 0)
        self.where = TextBlock("", "small", 500, "gold_text")
        self.close_button = IconButton("close", "", 44)
        self.close_button.clicked.connect(self.closed)
        head.setSpacing(6)
        head.addWidget(_Dash())
        head.addWidget(self.where, 1)
        head.addWidget(self.close_button)
        whole.addLayout(head)
        self.body = ScrollPanel(bare=True)
        whole.addWidget(self.body, 1)
        whole.addWidget(Rule())
        foot = QVBoxLayout()
        foot.setContentsMargins(PAD_PX - 1, 12, PAD_PX - 1, 12)
        self.take_button = PrimaryButton("", "plus", 44)
        self.take_button.clicked.connect(self.take)
        foot.addWidget(self.take_button)
        whole.addLayout(foot)
        self.links: list[RecordLink] = []
        hub.shortlist_changed.connect(lambda _ids: self._say_take())

    def show_fit(self, chain: Chain, fit: Fit) -> None:
        """Show what fits a gap."""
        self.chain, self.fit = chain, fit
        self.retranslate()
        self.body.scroll.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Say it again."""
        say_it = self.hub.say
        self.close_button.set_words(say_it(say.GAP_CLOSE))
        if self.fit is None or self.chain is None:
            return
        fit, gap = self.fit, self.fit.gap
        place = kinds.LINK[gap.link] if gap.link else say.UNPLACED
        self.where.set_text(say_it(say.GAP_AT.fill(place)))
        seen = self.chain.industry.as_of
        self.links = []
        inside: list[QWidget] = [TextBlock(say_it(gap.title), "lead", 700)]
        if say_it(gap.state):
            inside.append(TextBlock(say_it(gap.state), "body"))
        if seen:
            basis = say.GAP_SEEN if gap.link else say.GAP_SEEN_OPEN
            inside.append(TextBlock(say_it(basis.fill(say_seen(seen))), "note", 400, "secondary"))
        if fit.reported:
            inside += self._part(say.REPORTED, fit.reported, None)
        inside += self._part(say.WHERE, (*fit.carriers, *fit.zones), say.WHERE_NONE)
        inside += self._part(say.HELP, fit.policies, say.HELP_NONE)
        if fit.services:
            inside += self._part(say.WAYS_HERE, fit.services, None)
        inside += self._neighbours(fit.neighbours)
        inside.append(TextBlock(say_it(say.FIT_NOTE), "note", 400, "secondary"))
        self.body.show_inside(inside, (PAD_PX - 2, 4, PAD_PX - 2, 16), 6)
        self._say_take()

    def left_to_take(self) -> tuple[str, ...]:
        """Return what is not in the brochure yet: the chain, the places, the measures."""
        if self.fit is None or self.chain is None:
            return ()
        whole = dict.fromkeys((self.chain.industry.id, *self.fit.to_take))
        return tuple(each for each in whole if each not in self.hub.shortlist)

    def take(self) -> None:
        """Put chain, places and measures into the brochure, with a toast that takes all of them back."""
        new, before = self.left_to_take(), self.hub.shortlist
        if not new or self.chain is None:
            return
        self.hub.set_shortlist((*before, *new))
        words = self.hub.say(say.TOOK.fill(self.chain.industry.short, len(new)))
        self.hub.toast.emit(words, lambda: self.hub.set_shortlist(before))

    def _say_take(self) -> None:
        left = len(self.left_to_take())
        self.take_button.setEnabled(left > 0)
        self.take_button.set_text(self.hub.say(say.TAKE.fill(left) if left else say.TAKEN))

    def _part(self, heading: Text, records: Iterable[Record], none: Text | None) -> list[QWidget]:
        found: list[QWidget] = [Rule(), TextBlock(self.hub.say(heading), "small", 500, "secondary")]
        shown = tuple(records)
        names = Counter(each.name for each in shown)  # an estate and the zone it fills may share one
        twice = [each.name for each in shown if names[each.name] > 1]
        rows = [self._link(each, self._told(each, apart=each.name in twice)) for each in shown]
        if not rows and none is not None:
            found.append(TextBlock(self.hub.say(none), "small", 400, "secondary"))
        return [*found, *rows]

    def _told(self, record: Record, *, apart: bool) -> str:
        kind = say.ONE_OF.get(record.kind, kinds.KINDS[record.kind])
        return self.hub.say(say.KIND_OF.fill(record.name, kind) if apart else record.name)

    def _neighbours(self, standing: Iterable[Standing]) -> list[QWidget]:
        rows: list[QWidget] = [Rule(), TextBlock(self.hub.say(say.NEIGHBOURS), "small", 500, "secondary")]
        links = [
            self._link(
                each.record, self.hub.name(each.record) + (self.hub.say(lists.INFERRED) if each.inferred else "")
            )
            for each in standing
        ]
        if not links:
            rows.append(TextBlock(self.hub.say(say.NEIGHBOURS_NONE), "small", 400, "secondary"))
        return [*rows, *links]

    def _link(self, record: Record, words: str) -> RecordLink:
        link = RecordLink(self.hub, RECORD_ICONS[record.kind])
        link.lead_to(record.id, words)
        self.links.append(link)
        return link
