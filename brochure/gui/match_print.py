"""The result of the matcher as a PDF of its own, written beside the window like any other brochure."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from brochure.desk.tailor import Exported
from brochure.errors import CancelledError
from brochure.gui.export import answers_recipe
from brochure.gui.export_run import ExportRun
from brochure.words import matcher as say
from brochure.words import window

if TYPE_CHECKING:
    from brochure.gui.matcher_foot import MatcherFoot


class MatchPrint(ExportRun):
    """What is printed are the answers of the moment it begins, on the day of the panel; a new visitor stops it."""

    def __init__(self, foot: "MatcherFoot") -> None:
        super().__init__(foot.hub, foot, lambda hub: answers_recipe(hub, foot.answers(), hub.on), say.PRINT_FILE)
        self.made.connect(self._tell_made)
        self.failed.connect(self._tell_failed)
        foot.hub.visitor_changed.connect(self.stop)
        QApplication.instance().aboutToQuit.connect(self.stop)

    def _tell_made(self, made: Exported) -> None:
        words = self.hub.say(window.EXPORTED.fill(made.path.name, made.pages))
        address = QUrl.fromLocalFile(str(made.path))
        self.hub.offer.emit(words, self.hub.say(window.OPEN), lambda: QDesktopServices.openUrl(address))

    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            self.hub.toast.emit(self.hub.say(window.STOPPED), None)
