"""Keeps what the window is to remember: language, theme, the shortlist and what is compared."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from brochure.errors import BrochureError
from brochure.gui.view import Hub


class Keeper(QObject):
    """Writes each change down as it is made; where that fails it says so once and the window goes on."""

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self.hub = hub
        self._excused: set[str] = set()
        hub.shortlist_changed.connect(self._keep_shortlist)
        hub.compared_changed.connect(self._keep_compared)

    def keep(self, key: str, value: str) -> None:
        """Keep one setting."""
        from brochure.desk.change import save_setting

        self._try(lambda: save_setting(self.hub.places, key, value))

    def _keep_shortlist(self, ids: tuple[str, ...]) -> None:
        from brochure.desk.change import save_shortlist

        self._try(lambda: save_shortlist(self.hub.places, ids))

    def _keep_compared(self, ids: tuple[str, ...]) -> None:
        from brochure.desk.change import save_compared

        self._try(lambda: save_compared(self.hub.places, ids))

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except BrochureError as error:
            if error.message.zh not in self._excused:  # once is enough; what was chosen serves until the window closes
                self._excused.add(error.message.zh)
                words = error.message  # later, or the word about what was just done would cover it
                QTimer.singleShot(0, self, lambda: self.hub.toast.emit(self.hub.say(words), None))
