"""A small panel over the map in which staff put a thing at its true place: by hand, by keys, by coordinates."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from brochure.content.coordinates import CENTRE, is_near, km_from_centre, parse_position, rounded
from brochure.content.rings import anchor
from brochure.errors import BrochureError
from brochure.gui.card_place import placed_feature
from brochure.gui.jobs import Job
from brochure.gui.log import reason_of
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, PrimaryButton, SecondaryButton, Segmented
from brochure.model.datum import DATUMS, Datum, from_wgs84
from brochure.model.geometry import Position
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import placing as say


def first_position(library: Library, record_id: str) -> Position:
    """Return where a thing is looked for first: placed or sketched, else in its zone, else at the park's centre."""
    record = library.record(record_id)
    placed = placed_feature(record, library)
    wanted = [placed.id if placed is not None else None, record_id, getattr(record, "feature", None)]
    for name in (*wanted, getattr(record, "zone", None)):
        for feature in library.features:
            if name is not None and name in (feature.id, feature.record):
                return rounded(*(feature.parts[0][0] if feature.shape == "point" else anchor(feature.parts)))
    return CENTRE


class PlacePanel(Panel):
    """Datum, coordinates, what they come to, and the two buttons.

    ``moved`` tells that the point on the map should follow, ``left`` that nothing is wanted, ``saved`` the number of
    the change with what to say of it.
    """

    WIDTH = 340
    moved = Signal(float, float)
    left = Signal()
    saved = Signal(int, object)

    def __init__(self, hub: Hub, record_id: str, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.hub, self.record_id = hub, record_id
        self.record = hub.library.record(record_id)
        self.first = self.position = first_position(hub.library, record_id)
        self.was_placed = getattr(self.record, "lat", None) is not None
        self.is_put = False
        """Whether somebody put it somewhere: where it was looked for first is nobody's word."""
        self.fault: Text | None = None
        self.job: Job | None = None
        self.setFixedWidth(self.WIDTH + 2 * self.SHADOW)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        self.title, self.how = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        self.asked, self.whose = TextBlock("", "small", 500, "secondary"), TextBlock("", "note", 400, "secondary")
        self.datum = Segmented([(each, say.DATUMS_SHORT[each].zh) for each in DATUMS], DATUMS[0])
        for part in self.datum.parts.values():
            part.setMinimumHeight(44)
        self.datum.chosen.connect(lambda _: (self._read(self.field.text()), self.retranslate()))
        self.field = QLineEdit()
        self.field.setMinimumHeight(44)
        self.field.textEdited.connect(self._read)
        self.field.returnPressed.connect(self.save)
        self.reading = TextBlock("", "body", 500)
        self.other = TextBlock("", "small", 400, "secondary")
        self.far = TextBlock("", "small", 400, "secondary")
        self.problem = TextBlock("", "small", 500, "brick")
        self.save_button, self.cancel_button = PrimaryButton("", "check", 44), SecondaryButton("", None, 44)
        self.remove_button = SecondaryButton("", "close", 44)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.left)
        self.remove_button.clicked.connect(self.take_off)
        self.remove_button.setVisible(self.was_placed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button, 1)
        buttons.addWidget(self.cancel_button, 1)
        for widget in (self.title, self.how, self.asked, self.datum, self.whose, self.field, self.problem, self.reading,
                       self.other, self.far):  # fmt: skip
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(buttons)
        column.addWidget(self.remove_button)
        self.setFocusProxy(self.field)

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to = self.hub.say
        self.setAccessibleName(to(say.PANEL.fill(self.record.name)))
        self.title.set_text(to(say.PANEL.fill(self.record.name)))
        self.how.set_text(to(say.HOW))
        self.asked.set_text(to(say.DATUM))
        self.datum.set_words({each: to(words) for each, words in say.DATUMS_SHORT.items()})
        self.whose.set_text(to(say.DATUM_WHOSE[self._datum()]))
        self.field.setPlaceholderText(to(say.PASTE))
        self.field.setAccessibleName(to(say.COORDINATES))
        self.save_button.set_text(to(say.SAVE if self.job is None else say.SAVING))
        self.cancel_button.set_text(to(say.CANCEL))
        self.remove_button.set_text(to(say.TAKE_OFF))
        self._say_reading()

    def set_position(self, lat: float, lon: float) -> None:
        """Take over where the point on the map was put; what was typed no longer counts."""
        if self.job is None:
            self.position, self.fault, self.is_put = rounded(lat, lon), None, True
            self.field.clear()
            self._say_reading()

    def save(self) -> None:
        """Keep the position, where it is another one and nothing stands in the way."""
        if self.save_button.isEnabled():
            lat, lon = self.position
            self._start(
                lambda place: place.place(self.hub.library, self.hub.places, self.record_id, lat, lon), say.SAVED
            )

    def take_off(self) -> None:
        """Take the position away, so that the thing stands where it stood before."""
        self._start(lambda place: place.take_off(self.hub.library, self.hub.places, self.record_id), say.TAKEN_OFF)

    def _datum(self) -> Datum:
        return next(each for each in DATUMS if each == self.datum.current())

    def _read(self, text: str) -> None:
        """Read what was typed or pasted; the point on the map follows at once."""
        self.fault = None
        if text.strip():
            try:
                self.position, self.is_put = parse_position(text, self._datum()), True
                self.moved.emit(*self.position)
            except BrochureError as error:
                self.fault = error.message
        self._say_reading()

    def _say_reading(self) -> None:
        to, datum = self.hub.say, self._datum()
        other: Datum = "gcj02" if datum == "wgs84" else datum
        for block, each in ((self.reading, DATUMS[0]), (self.other, other)):
            lat, lon = from_wgs84(*self.position, each)
            block.set_text(to(say.READING.fill(say.DATUMS_SHORT[each], f"{lat:.6f}", f"{lon:.6f}")))
        far = say.FROM_CENTRE if is_near(self.position) else say.FAR
        self.far.set_text(to(far.fill(f"{km_from_centre(self.position):.2f}")))
        self.problem.set_text(to(self.fault) if self.fault is not None else "")
        self.problem.setVisible(self.fault is not None)
        for block in (self.reading, self.other, self.far):
            block.setVisible(self.fault is None)
        moved = self.is_put and (self.position != self.first or not self.was_placed)
        self.save_button.setEnabled(self.fault is None and self.job is None and moved)
        self.remove_button.setEnabled(self.job is None)
        self.setFixedHeight(self.layout().totalHeightForWidth(self.width()))

    def _start(self, do: Callable, words: Text) -> None:
        places, name = self.hub.places, self.record.name

        def work(_: Job) -> object:
            from brochure.desk import place
            from brochure.desk.opening import open_library

            applied = do(place)
            open_library(places)
            return applied.number

        job = self.job = Job(work, self)
        job.done.connect(lambda number: self.saved.emit(number, words.fill(name)))
        job.failed.connect(self._fail)
        self.retranslate()
        job.start()

    def _fail(self, error: Exception) -> None:
        self.job = None
        self.fault = reason_of(error, "a placing failed")
        self.retranslate()


def turn_placing(hub: Hub, parent: QWidget, number: int, name: Text, *, back: bool) -> None:
    """Undo a placing, or make it again, beside the window."""
    places = hub.places

    def work(_: Job) -> object:
        from brochure.desk import intake
        from brochure.desk.opening import open_library

        (intake.undo if back else intake.redo)(places, number)
        open_library(places)
        return None

    def done(_: object) -> None:
        words = (say.TAKEN_OFF if back else say.SAVED).fill(name)
        hub.content_changed.emit(words, lambda view: turn_placing(view.hub, view, number, name, back=not back))

    job = Job(work, parent)
    job.done.connect(done)
    job.failed.connect(
        lambda error: hub.toast.emit(hub.say(getattr(error, "message", Text(str(error), str(error)))), None)
    )
    job.start()
