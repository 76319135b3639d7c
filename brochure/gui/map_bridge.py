"""What the map page and the window say to each other."""

import json

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """What the page may tell the window; every word of it is taken as a stranger's."""

    tapped = Signal(str)
    drawn = Signal(int)
    moved = Signal(str)
    measure_left = Signal()
    measure_made = Signal(str)
    placing_moved = Signal(str)

    @Slot(str)
    def placingMoved(self, told: str) -> None:
        self.placing_moved.emit(told)

    @Slot()
    def measuringEnded(self) -> None:
        self.measure_left.emit()

    @Slot(str)
    def measured(self, told: str) -> None:
        self.measure_made.emit(told)

    @Slot(str)
    def featureTapped(self, feature_id: str) -> None:
        self.tapped.emit(feature_id)

    @Slot(int)
    def ready(self, count: int) -> None:
        self.drawn.emit(count)

    @Slot(str)
    def viewMoved(self, view: str) -> None:
        self.moved.emit(view)


def request(verb: str, *values: object) -> str:
    """Return the script that calls one of the page's verbs; what goes in is JSON, so no name is read as a program."""
    arguments = ",".join(json.dumps(value).replace("<", "\\u003c") for value in values)
    return f"window.park&&park.{verb}&&park.{verb}({arguments})"
