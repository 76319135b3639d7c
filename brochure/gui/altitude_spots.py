"""Every number on the altitude page leads to the record that says it, painted or written."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtWidgets import QWidget

from brochure.gui.base_parts import Surroundings, Timeline
from brochure.gui.profile_chart import ProfileChart
from brochure.gui.spot import Spot
from brochure.gui.view import Hub
from brochure.store.library import Library

PARK, IDEAL, AREA = "park-altitude", "ideal-altitude", "wellness-area"
GATE, HILL = "place-gate", "place-dayou-tunnel"


def figure_of(library: Library, measure: str) -> str | None:
    """Return the reading of a measure to show first, as an id."""
    return next((figure.id for figure in library.readings(measure)), None)


class ChartSpots(QObject):
    """Spots over the words of a painted chart; they move when it is resized or says other words."""

    def __init__(self, hub: Hub, chart: QWidget) -> None:
        super().__init__(chart)
        self.hub, self.chart = hub, chart
        self.spots: list[Spot] = []
        chart.installEventFilter(self)

    def set_targets(self, targets: Sequence[str | None]) -> None:
        """Lead to these records, in the order of the chart's frames."""
        while len(self.spots) < len(targets):
            self.spots.append(Spot(self.hub, self.chart))
        for spot in self.spots[len(targets) :]:
            spot.lead_to(None)
        for spot, target in zip(self.spots, targets, strict=False):
            spot.lead_to(target)
        self.place()

    def place(self) -> None:
        """Put every spot over its words."""
        for spot, frame in zip(self.spots, self._frames(), strict=False):
            spot.put(frame)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.chart and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def _frames(self) -> list[QRectF]:
        chart = self.chart
        if isinstance(chart, Timeline | Surroundings | ProfileChart):
            return chart.word_frames()
        return []
