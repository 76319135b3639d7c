"""A dialog for what could not be done: what, why, what is safe, and the next step."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from brochure.gui.states import ErrorState
from brochure.gui.view import Hub
from brochure.words import Text
from brochure.words import window as say


class Failure(QDialog):
    """Offers the place where it is mended, another place to write to, or to leave it."""

    def __init__(self, hub: Hub, parent: QWidget, what: Text, why: Text, again: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(hub.say(what))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        self.state = ErrorState()
        self.state.add_action(hub.say(say.TO_STUDIO), lambda: (self.accept(), hub.go("studio")), primary=True)
        self.state.add_action(hub.say(say.ANOTHER_PLACE), lambda: (self.accept(), again()))
        self.state.add_action(hub.say(say.CLOSE), self.reject)
        reason = Text(why.zh + say.DRAFT_SAFE.zh, f"{why.en} {say.DRAFT_SAFE.en}")
        self.state.heading.set_text(hub.say(what))
        self.state.sentence.set_text(hub.say(reason))
        column.addWidget(self.state)
