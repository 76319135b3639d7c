"""One stage of the chain in full: its role and level, whom it fits, its carrier, and the policies and loans for it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui.card_place import placed_feature
from brochure.gui.flow import Flow
from brochure.gui.record_link import RecordLink
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, SecondaryButton
from brochure.model.kinds import Stage
from brochure.model.record import Record
from brochure.words import chain as say
from brochure.words import kinds, places
from brochure.words.dates import say_seen
from brochure.words.placing import BY_PARK_PLAIN

TOUCH_PX = 44
TALL_PX = 276
"""As tall as the stage with most policies needs, so that nothing jumps from one stage to the next."""


class Links(QWidget):
    """A heading and the records below it, each opening its card."""

    def __init__(self, hub: Hub, icon: str, most: int) -> None:
        super().__init__()
        self.hub = hub
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # shares alone set the widths
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.title, self.none = _heading(), TextBlock("", "body", 400, "secondary")
        column.addWidget(self.title)
        column.addWidget(self.none)
        self.links = [RecordLink(hub, icon) for _ in range(most)]
        for link in self.links:
            column.addWidget(link)
        column.addStretch(1)

    def show_records(self, title: str, records: Sequence[Record], none: str) -> None:
        """Show these records under a title; without one say so."""
        self.title.set_text(title)
        self.none.set_text(none)
        self.none.setVisible(not records)
        for link, record in zip(self.links, (*records, *[None] * len(self.links)), strict=False):
            link.setVisible(record is not None)
            if record is not None:
                link.lead_to(record.id, self._name_with_year(record))

    def _name_with_year(self, record: Record) -> str:
        joint = "，" if self.hub.lang == "zh" else ", "
        return self.hub.name(record) + (joint + self.hub.say(say_seen(record.as_of)) if record.as_of else "")


class StageDetail(Panel):
    """Three columns under a heading, one column where it is narrow; links open cards."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.stage: Stage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.number = TextBlock("", "lead", 700)
        self.name = TextBlock("", "lead", 700)
        self.place_mark = StatusMark("schematic", "")
        self.add_button = SecondaryButton("", "plus", TOUCH_PX)
        self.add_button.clicked.connect(self._add)
        head.addWidget(self.number)
        head.addWidget(self.name, 1)
        head.addWidget(self.place_mark)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(20)
        self.role, self.level = TextBlock("", "small", 500), StatusMark("unverified", "")
        self.fits_title, self.fits = _heading(), TextBlock("", "body")
        self.basis = TextBlock("", "note", 400, "secondary")
        self.rule_title, self.rule = _heading(), StatusMark("unverified", "")
        self.carrier = RecordLink(hub, "building")
        about = QWidget()
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(about)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        rule = QHBoxLayout()
        rule.setSpacing(8)
        rule.addWidget(self.rule_title)
        rule.addWidget(self.rule)
        rule.addStretch(1)
        top = Flow(12)
        top.add(self.role)
        top.add(self.level)
        inside.addWidget(top)
        inside.addStretch(1)  # room that is left lies between the three, not below them
        for widget in (self.fits_title, self.fits, self.basis):
            inside.addWidget(widget)
        inside.addStretch(1)
        inside.addLayout(rule)
        inside.addSpacing(4)
        inside.addWidget(self.carrier)
        stages = [stage for stage in hub.library.records("stages") if isinstance(stage, Stage)]
        self.policies = Links(hub, "policy", max((len(stage.policies) for stage in stages), default=1))
        self.products = Links(hub, "coin", max((len(stage.products) for stage in stages), default=1))
        for widget, share in ((about, 5), (self.policies, 5), (self.products, 4)):
            self._body.addWidget(widget, share)
        column.addLayout(self._body)
        self.setMinimumHeight(TALL_PX)
        hub.shortlist_changed.connect(lambda _: self._say_add())

    @property
    def links(self) -> list[RecordLink]:
        """The links to policies and products that are shown."""
        return [link for link in (*self.policies.links, *self.products.links) if link.isVisibleTo(self)]

    def show_stage(self, stage: Stage) -> None:
        """Show a stage."""
        self.stage = stage
        say_it, library = self.hub.say, self.hub.library
        self.number.set_text(str(stage.order))
        self.name.set_text(self.hub.name(stage))
        placed = placed_feature(stage, library) is not None
        where = BY_PARK_PLAIN if placed else places.PLACE_SKETCH
        self.place_mark.set_mark("placed" if placed else "schematic", say_it(where))
        self.role.set_text(say_it(say.ROLE_HERE.fill(stage.role)))
        level = kinds.LEVEL[stage.level] if stage.level else places.LEVEL_UNKNOWN
        self.level.set_mark("operating" if stage.level else "unverified", say_it(level))
        self.fits_title.set_text(say_it(places.FITS))
        self.fits.set_text(say_it(stage.fits))
        self.basis.set_text(say_it(stage.fits_basis))
        self.rule_title.set_text(say_it(places.ENTRY_RULE))
        self.rule.set_mark("unverified", say_it(kinds.TO_BE_CONFIRMED))
        carrier = library.find(stage.carrier) if stage.carrier else None
        gap = "：" if self.hub.lang == "zh" else ": "
        name = self.hub.name(carrier) if carrier is not None else say_it(say.NO_CARRIER)
        whole = carrier if carrier is not None else library.find(stage.zone or "")
        self.carrier.lead_to(whole.id if whole is not None else None, say_it(say.CARRIER) + gap + name)
        for links, title, keys in (
            (self.policies, say.POLICIES, stage.policies), (self.products, say.PRODUCTS, stage.products)
        ):  # fmt: skip
            found = [record for key in keys if (record := library.find(key)) is not None]
            links.show_records(say_it(title), found, say_it(say.NONE_LISTED))
        self._say_add()

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand in one column, or in three."""
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.place_mark.setVisible(not narrow)

    def _say_add(self) -> None:
        inside = self.stage is not None and self.stage.id in self.hub.shortlist
        self.add_button.set_text(self.hub.say(places.IN_BROCHURE if inside else places.ADD_TO_BROCHURE))
        self.add_button.setEnabled(not inside)

    def _add(self) -> None:
        if self.stage is not None:
            self.hub.add(self.stage.id)


def _heading() -> TextBlock:
    return TextBlock("", "small", 500, "secondary", max_lines=1)
