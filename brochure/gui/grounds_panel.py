"""底图: base maps of one's own. Drop or choose files, tell what they do not, put them in order."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from brochure.desk import grounds as desk
from brochure.errors import BrochureError
from brochure.gui import theme
from brochure.gui.file_drop import FileDrop
from brochure.gui.ground_form import GroundForm
from brochure.gui.ground_row import GroundRow
from brochure.gui.jobs import Job
from brochure.gui.panel_head import PanelHead
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, PrimaryButton, Rule, ScrollPanel
from brochure.words import Text
from brochure.words import grounds as say

Work = Callable[[], object]
Then = Callable[[object], None]


class GroundsPanel(FileDrop, Panel):
    """Over the questions of the map.

    ``opened`` hands over the shelf of what is shown, or None where that is the same, and what the page is told.
    """

    WIDTH = 344
    opened = Signal(object, list)
    opacity_moved = Signal(int, float)
    closed = Signal()
    resized = Signal()

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.hub = hub
        self.listed: tuple[desk.Listed, ...] = ()
        self.rows: list[GroundRow] = []
        self.form: GroundForm | None = None
        self._error: Text | None = None
        self._reading = ""
        self._waiting: list[Path] = []
        self._looking: Job | None = None
        self._queue: list[tuple[Work, Then | None, bool]] = []
        self._busy = False
        self._focus: tuple[int, str] | None = None
        self.setFixedWidth(self.WIDTH + 2 * self.SHADOW)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(0)
        self.head = PanelHead(left=16, right=8)
        self.close_button = self.head.button
        self.head.pressed.connect(self.closed)
        column.addWidget(self.head)
        self.list = ScrollPanel(bare=True)
        column.addWidget(self.list, 1)
        self.foot = foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 0)
        foot.setSpacing(8)
        self.add_button = PrimaryButton("", "plus", 44)
        self.add_button.clicked.connect(self.choose_files)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of the window; what was typed stays."""
        self.head.set_words(self.hub.say(say.TITLE), self.hub.say(say.CLOSE))
        self.add_button.set_text(self.hub.say(say.ADD))
        if self.form is not None:
            self._open_form(self.form.path, self.form.found)
        else:
            self._fill()

    def reload(self) -> None:
        """Read the list and open what is shown."""
        self._do(lambda: None)

    def forget(self) -> None:
        """Let go of what was begun and not finished: files that wait, a form, and what was said of a file."""
        self._waiting.clear()
        self._looking, self._reading, self._error = None, "", None
        if self.form is not None:
            self._leave_form()
        else:
            self._fill()

    def told(self) -> tuple[int, int]:
        """Return how many there are and how many of them are shown."""
        return len(self.listed), sum(each.ground.visible and each.problem is None for each in self.listed)

    def choose_files(self) -> None:
        """Ask for files."""
        kinds = f"{self.hub.say(say.FILES)} (*.mbtiles *.pmtiles *.png *.jpg *.jpeg *.webp);;* (*)"
        names, _ = QFileDialog.getOpenFileNames(self, self.hub.say(say.ADD), str(Path.home()), kinds)
        self.take([Path(name) for name in names])

    def take(self, paths: list[Path]) -> None:
        """Look at files one after the other; each is asked about before it is drawn."""
        self._waiting += paths
        if self.form is None and not self._reading:
            self._next()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("brand"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.contentsRect().adjusted(4, 4, -4, -4), theme.RADIUS, theme.RADIUS)

    # -- adding --

    def _next(self) -> None:
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        self._reading, self._error = path.name, None
        self._fill()
        job = self._looking = Job(lambda _: desk.look_at(path), self)
        job.done.connect(lambda found: self._ask(path, found) if job is self._looking else None)
        job.failed.connect(lambda error: self._refuse(error) if job is self._looking else None)
        job.start()

    def _ask(self, path: Path, found: object) -> None:
        self._reading = ""
        self._open_form(path, found)
        if self.form is not None and self.isVisible():
            self.form.focus_first()

    def _open_form(self, path: Path, found: object) -> None:
        before, self.form = self.form, GroundForm(self.hub, path, found)
        self._clear_foot(before)
        self.foot.insertWidget(0, self.form.use)
        self.foot.insertWidget(1, self.form.cancel)
        self.add_button.hide()
        if before is not None and before.path == path:
            self.form.retake(before)
        self.form.told.connect(lambda words: self._add(path, words))
        self.form.left.connect(self._leave_form)
        self.form.refused.connect(self._refuse)
        self._fill()

    def _leave_form(self) -> None:
        self._clear_foot(self.form)
        self.form, self._error = None, None
        self.add_button.show()
        self._fill()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._next()

    def _clear_foot(self, form: GroundForm | None) -> None:
        for button in (form.use, form.cancel) if form is not None else ():
            self.foot.removeWidget(button)
            button.setParent(None)
            button.deleteLater()

    def _add(self, path: Path, words: dict) -> None:
        self._error = None
        self._do(lambda: desk.add_ground(self.hub.places, path, **words), self._added)

    def _added(self, ground: object) -> None:
        self._leave_form()
        self.hub.toast.emit(self.hub.say(say.ADDED.fill(ground.name)), lambda: self._remove(ground.id, quiet=True))

    def _refuse(self, error: object) -> None:
        self._reading = ""
        if not isinstance(error, BrochureError):
            raise error
        self._error = error.message
        if self.form is not None:
            self._open_form(self.form.path, self.form.found)
        else:
            self._fill()
            self._next()

    # -- the list --

    def _on_asked(self, verb: str, number: int) -> None:
        places = self.hub.places
        self._focus = (number, verb)
        self._error = None
        if verb == "eye":
            ground = next(each.ground for each in self.listed if each.ground.id == number)
            self._do(lambda: desk.show_ground(places, number, visible=not ground.visible))
        elif verb == "remove":
            self._remove(number)
        else:
            self._do(lambda: desk.move_ground(places, number, -1 if verb == "up" else 1))

    def _remove(self, number: int, *, quiet: bool = False) -> None:
        def say_it(removed: object) -> None:
            if not quiet:
                words = self.hub.say(say.REMOVED.fill(removed.ground.name))
                self.hub.toast.emit(words, lambda: self._do(lambda: desk.put_back(self.hub.places, removed)))

        self._do(lambda: desk.remove_ground(self.hub.places, number), say_it)

    def _keep_opacity(self, number: int, share: float) -> None:
        self._do(lambda: desk.set_opacity(self.hub.places, number, share), opens=False)

    def _do(self, work: Work, then: Then | None = None, *, opens: bool = True) -> None:
        """Do one thing after the other beside the window; but for a slider, open anew what is shown after each."""
        self._queue.append((work, then, opens))
        if not self._busy:
            self._work_off()

    def _work_off(self) -> None:
        if not self._queue:
            return
        self._busy = True
        work, then, opens = self._queue.pop(0)
        look = desk.open_shelf if opens else lambda places: (desk.list_grounds(places), None)
        job = Job(lambda _: (work(), look(self.hub.places)), self)
        job.done.connect(lambda result: self._done(result, then))
        job.failed.connect(self._failed)
        job.start()

    def _done(self, result: object, then: Then | None) -> None:
        answer, (self.listed, shelf) = result
        self._busy = False
        self.opened.emit(shelf, desk.describe(self.listed))
        if then is not None:
            then(answer)
        if self.form is None and shelf is not None:  # a slider keeps its hand
            self._fill()
        self._work_off()

    def _failed(self, error: object) -> None:
        self._busy = False
        self._refuse(error)
        self._work_off()

    # -- what is seen --

    def _fill(self) -> None:
        for row in self.rows:
            if row.focused():
                self._focus = (row.ground.id, row.focused())
        self.rows = []
        inside: list[QWidget] = []
        if self._error is not None:
            inside.append(TextBlock(self.hub.say(self._error), "small", 400, "brick"))
        if self._reading:
            inside.append(TextBlock(self.hub.say(say.READING.fill(self._reading)), "small", 400, "secondary"))
        if self.form is not None:
            inside.append(self.form)
        else:
            for place, each in enumerate(self.listed):
                row = GroundRow(self.hub, each, place, len(self.listed))
                row.asked.connect(self._on_asked)
                row.opacity_moved.connect(self.opacity_moved)
                row.opacity_kept.connect(self._keep_opacity)
                self.rows.append(row)
                inside += [row, Rule()]
            if not self._reading:
                inside.append(TextBlock(self.hub.say(say.DROP), "small", 400, "secondary"))
        self.list.show_inside(inside, (16, 4, 14, 8), 6)
        self.add_button.setEnabled(self.form is None and not self._reading)
        if self._focus is not None and self.isVisible() and self.rows:
            number, verb = self._focus
            row = next((each for each in self.rows if each.ground.id == number), self.rows[0])
            row.take_focus(verb)
        self._focus = None
        self.resized.emit()

    def wanted_height(self, room: int) -> int:
        """Return its height in pixels: as much as it holds, and no more than there is."""
        inside = self.list.scroll.widget()
        wide = self.WIDTH - 2 - 10
        held = (
            inside.layout().heightForWidth(wide) if inside.layout().hasHeightForWidth() else inside.sizeHint().height()
        )
        return min(held + 2 + 8 + 44 + 6 + 44 + 10 + 2 * self.SHADOW, room)
