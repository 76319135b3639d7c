"""Python's litter, collected on the window's own thread only."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Collector(QObject):
    """Takes the place of the automatic collector while the window lives.

    That one runs on whichever thread happens to make the next object; on a thread that sets pages it would delete
    widgets the window is using. What stands when this begins is not looked at again before the window ends.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        gc.disable()
        gc.freeze()
        self.destroyed.connect(hand_back)
        timer = QTimer(self)
        timer.timeout.connect(self.sweep)
        timer.start(EVERY_MS)

    def sweep(self) -> None:
        """Collect the oldest generation whose count is over its limit, as the automatic collector would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


def hand_back() -> None:
    """Let the automatic collector go on, on everything there is."""
    gc.unfreeze()
    gc.enable()
