"""A file that was made: one line that says so, and a press that opens it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from brochure.gui.view import Hub
from brochure.words import window as say


def tell_made(hub: Hub, words: str, path: Path) -> None:
    """Say it, and offer to hand the file to the program the person reads such files with."""
    hub.offer.emit(words, hub.say(say.OPEN), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
