"""带走地图: three buttons that write the map as a page, as a sheet of A3 or as a drawing, beside the window."""

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from brochure.gui.jobs import Job
from brochure.gui.log import reason_of
from brochure.gui.made_file import tell_made
from brochure.gui.view import Hub
from brochure.gui.widgets import SecondaryButton
from brochure.words import takeaway as say

KINDS = {"html": say.AS_PAGE, "pdf": say.AS_SHEET, "svg": say.AS_DRAWING}


class MapTaker(QObject):
    """Asks where to, writes, and tells; one map at a time."""

    def __init__(self, hub: Hub, owner: QWidget) -> None:
        super().__init__(owner)
        self.hub = hub
        self.owner = owner
        self.job: Job | None = None

    def build_buttons(self) -> QWidget:
        """Return the three buttons in the language of the window."""
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for kind, words in KINDS.items():
            button = SecondaryButton(self.hub.say(words), "download", 44)
            button.setObjectName(f"take-{kind}")
            button.clicked.connect(lambda _=False, kind=kind: self.take(kind))
            row.addWidget(button)
        row.addStretch(1)
        return host

    def take(self, kind: str, out: Path | None = None) -> None:
        """Write the map in the language of the window; the person says where."""
        if self.job is not None:
            return
        if out is None:
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            suggested = Path(folder or Path.home()) / f"{self.hub.say(say.FILE_NAME)}.{kind}"
            title = self.hub.say(say.SAVE_AS)
            name, _ = QFileDialog.getSaveFileName(self.owner, title, str(suggested), f"*.{kind}")
            if not name:
                return
            out = Path(name) if Path(name).suffix.lower() == f".{kind}" else Path(f"{name}.{kind}")
        library, places, lang = self.hub.library, self.hub.places, self.hub.lang
        path = out

        def work(_: Job) -> object:
            from brochure.desk.change import load_settings
            from brochure.desk.take_away import Order, take_map

            order = Order(on=datetime.date.today(), lang=lang)  # noqa: DTZ011  the day on the reader's own calendar
            return take_map(library, path, places, order, load_settings(places))

        self.job = Job(work, self)
        self.job.done.connect(self._taken)
        self.job.failed.connect(self._not_taken)
        self.job.start()

    def _taken(self, made: object) -> None:
        self.job = None
        words = self.hub.say(say.TAKEN.fill(made.path.name))
        if made.left_out:
            words = f"{words} {self.hub.say(say.SOME_LEFT_OUT.fill(len(made.left_out)))}"
        tell_made(self.hub, words, made.path)

    def _not_taken(self, error: Exception) -> None:
        self.job = None
        self.hub.toast.emit(self.hub.say(reason_of(error, "the map was not written")), None)
