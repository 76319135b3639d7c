"""The sender of every brochure: five fields, a photo and the park's logo, each kept as it is left."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from brochure.errors import BrochureError
from brochure.gui import theme
from brochure.gui.file_drop import FileDrop
from brochure.gui.icons import paint_icon
from brochure.gui.jobs import Job
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Rule, SecondaryButton
from brochure.words import sender as say
from brochure.words import studio

PICTURE_PX = {"photo": (84, 108), "logo": (176, 64)}


class PictureBox(FileDrop, QWidget):
    """A picture as it will be printed, or a place to drop one."""

    dropped = Signal(Path)

    def __init__(self, which: str) -> None:
        super().__init__()
        self.which = which
        self.image = QImage()
        self.setFixedSize(*PICTURE_PX[which])
        self.setAcceptDrops(True)

    def show_image(self, data: bytes | None) -> None:
        """Show the bytes of a picture, or none."""
        self.image = QImage.fromData(data) if data else QImage()
        self.update()

    def take(self, paths: list[Path]) -> None:
        self.dropped.emit(paths[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(theme.colour("field"))
        empty = self.image.isNull()
        line = Qt.PenStyle.DashLine if empty or self.is_over else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("brand" if self.is_over else "rule"), 2 if self.is_over else 1, line))
        if empty:
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
            icon = "people" if self.which == "photo" else "building"
            middle = frame.center()
            paint_icon(painter, icon, QRectF(middle.x() - 12, middle.y() - 12, 24, 24), theme.colour("secondary"))
            return
        size = self.image.size()
        mode = Qt.AspectRatioMode
        size.scale(self.size(), mode.KeepAspectRatioByExpanding if self.which == "photo" else mode.KeepAspectRatio)
        spare = self.height() - size.height()
        top = spare * (0.35 if self.which == "photo" else 0.5)  # as on the page: more is cut below the face
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.drawImage(QRectF((self.width() - size.width()) / 2, top, size.width(), size.height()), self.image)


class SenderPanel(QWidget):
    """In place of the form; ``changed`` tells that the brochure has another sender."""

    changed = Signal()
    left = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        from brochure.desk.sender import FIELDS, LONGEST, WHICH

        self.hub = hub
        self._job: Job | None = None
        self._problems: dict[str, object] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 14, 16)
        column.setSpacing(4)
        self.back = Button("", "chevron_left", "link", 44)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.back.clicked.connect(self.left)
        column.addWidget(self.back)
        self.title, self.lead = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        column.addWidget(self.title)
        column.addWidget(self.lead)
        self.labels: dict[str, TextBlock] = {}
        self.fields: dict[str, QLineEdit] = {}
        self.remarks: dict[str, TextBlock] = {}
        for field in FIELDS:
            edit = self.fields[field] = QLineEdit()
            edit.setMaxLength(LONGEST)
            edit.setMinimumWidth(0)
            edit.editingFinished.connect(lambda field=field: self._keep(field))
            self.labels[field], self.remarks[field] = TextBlock("", "small", 400, "secondary"), _remark()
            column.addSpacing(4)
            for widget in (self.labels[field], edit, self.remarks[field]):
                column.addWidget(widget)
        self.boxes: dict[str, PictureBox] = {}
        self.choose: dict[str, SecondaryButton] = {}
        self.take_out: dict[str, Button] = {}
        for which in WHICH:
            column.addSpacing(8)
            column.addWidget(Rule())
            self._build_picture(column, which)
        self.drop_words = TextBlock("", "small", 400, "secondary")
        column.addWidget(self.drop_words)
        column.addStretch(1)
        self.retranslate()
        self.reload()

    def retranslate(self) -> None:
        self.back.set_text(self.hub.say(studio.BACK_TO_FORM))
        self.title.set_text(self.hub.say(say.TITLE))
        self.lead.set_text(self.hub.say(say.LEAD))
        self.drop_words.set_text(self.hub.say(say.DROP))
        for field, edit in self.fields.items():
            self.labels[field].set_text(self.hub.say(say.FIELDS[field]))
            edit.setAccessibleName(self.hub.say(say.FIELDS[field]))
        for which, button in self.choose.items():
            self.labels[which].set_text(self.hub.say(say.PICTURES[which]))
            button.set_text(self.hub.say(say.CHOOSE))
            self.take_out[which].set_text(self.hub.say(say.TAKE_OUT))
            self.boxes[which].setAccessibleName(self.hub.say(say.PICTURES[which]))
        self._say_remarks()

    def reload(self) -> None:
        """Show what is kept; what could not be kept and was typed is gone."""
        from brochure.desk.change import load_settings
        from brochure.desk.sender import load_sender, look, lost_pictures

        made, sender = load_settings(self.hub.places), load_sender(self.hub.places)
        lost = lost_pictures(self.hub.places)
        for field, edit in self.fields.items():
            edit.setText(made[f"sender_{field}"])
        self._problems = {}
        for which, box in self.boxes.items():
            picture = getattr(sender, which)
            name = made[f"sender_{which}"]
            box.show_image((self.hub.places.pictures / name).read_bytes() if picture is not None else None)
            self.take_out[which].setVisible(picture is not None or which in lost)
            if picture is not None:
                taken = look(sender, which)
                self._problems[which] = (taken.told(), "secondary" if taken.is_fine else "gold_text")
            elif which in lost:
                self._problems[which] = (say.PICTURE_GONE.fill(say.PICTURES[which]), "brick")
        self._say_remarks()

    def told(self) -> str:
        """Return what the row in the form says: the name, or that there is none."""
        return self.fields["name"].text().strip() or self.hub.say(say.NOT_SET)

    def take(self, which: str, path: Path) -> None:
        """Read a picture on another thread and keep our own copy; what is wrong is said beside it."""
        from brochure.desk.sender import take_picture

        places = self.hub.places
        job = self._job = Job(lambda _: take_picture(places, which, path), self)
        job.done.connect(lambda _: self._taken())
        job.failed.connect(lambda error: self._refuse(which, error))
        job.start()

    def _taken(self) -> None:
        self._job = None
        self.reload()
        self.changed.emit()

    def _keep(self, field: str) -> None:
        from brochure.desk.change import load_settings
        from brochure.desk.sender import save_field

        words = self.fields[field].text()
        if words.strip() == load_settings(self.hub.places)[f"sender_{field}"]:
            self._problems.pop(field, None)
            self._say_remarks()
            return
        try:
            self.fields[field].setText(save_field(self.hub.places, field, words))
        except BrochureError as error:
            self._refuse(field, error)
            return
        self._problems.pop(field, None)
        self._say_remarks()
        self.changed.emit()

    def _refuse(self, what: str, error: Exception) -> None:
        self._job = None
        if not isinstance(error, BrochureError):
            from brochure.gui.log import log_failure
            from brochure.words import places

            log_failure("the sender was not kept", error)
            self._problems[what] = (places.UNEXPECTED, "brick")
        else:
            self._problems[what] = (error.message, "brick")
        self._say_remarks()

    def _drop(self, which: str) -> None:
        from brochure.desk.sender import drop_picture

        try:
            drop_picture(self.hub.places, which)
        except BrochureError as error:
            self._refuse(which, error)
            return
        self.reload()
        self.changed.emit()

    def _choose(self, which: str) -> None:
        kinds = f"{self.hub.say(say.PICTURE_FILES)} (*.png *.jpg *.jpeg *.webp)"
        name, _ = QFileDialog.getOpenFileName(self, self.hub.say(say.PICTURES[which]), str(Path.home()), kinds)
        if name:
            self.take(which, Path(name))

    def _say_remarks(self) -> None:
        for what, remark in self.remarks.items():
            told = self._problems.get(what)
            remark.setVisible(told is not None)
            if told is not None:
                words, colour = told
                remark.set_colour(colour)
                remark.set_text(self.hub.say(words))

    def _build_picture(self, column: QVBoxLayout, which: str) -> None:
        self.labels[which], self.remarks[which] = TextBlock("", "small", 400, "secondary"), _remark()
        box = self.boxes[which] = PictureBox(which)
        box.dropped.connect(lambda path: self.take(which, path))
        button = self.choose[which] = SecondaryButton("", None, 44)
        button.clicked.connect(lambda: self._choose(which))
        take_out = self.take_out[which] = Button("", None, "link", 44)
        take_out.clicked.connect(lambda: self._drop(which))
        column.addWidget(self.labels[which])
        column.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(4)
        for each in (button, take_out):
            each.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.remarks[which])


def _remark() -> TextBlock:
    block = TextBlock("", "small", 400, "brick")
    block.hide()
    return block
