"""The bar at the top: search, a new visitor, language, light or dark, about."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.search_box import SearchBox
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton, SecondaryButton, Segmented
from brochure.words import compare as compare_say
from brochure.words import window as say

ASKS_MS = 5000


class VisitorButton(SecondaryButton):
    """Asked twice: the first press turns it into a question for five seconds, the second starts over."""

    confirmed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__(icon="visitor", height=44)
        self.hub = hub
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(ASKS_MS)
        self._asking.timeout.connect(self.calm_down)
        self.clicked.connect(self._press)

    def retranslate(self) -> None:
        words = compare_say.START_OVER if self.is_asking() else compare_say.NEW_VISITOR
        self.set_text(self.hub.say(words))
        self.setAccessibleDescription(self.hub.say(compare_say.NEW_VISITOR_KEYS))
        self.setToolTip(self.hub.say(compare_say.NEW_VISITOR_KEYS))

    def is_asking(self) -> bool:
        """Whether the next press starts over."""
        return self._asking.isActive()

    def calm_down(self) -> None:
        """Ask no longer."""
        self._asking.stop()
        self._dress("visitor", "secondary")

    def _press(self) -> None:
        if self.is_asking():
            self.calm_down()
            self.confirmed.emit()
        else:
            self._asking.start()
            self._dress("warning", "primary")

    def _dress(self, icon: str, tone: str) -> None:
        self.icon_name, self.tone = icon, tone
        self.retranslate()
        self.update()


class TopBar(QWidget):
    """56 high."""

    about_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setFixedHeight(tokens.TOP_BAR_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 1)
        row.setSpacing(12)
        self.search = SearchBox(hub)
        row.addWidget(self.search)
        row.addStretch(1)
        self.visitor = VisitorButton(hub)
        self.visitor.confirmed.connect(hub.welcome_visitor)
        row.addWidget(self.visitor)
        self.language = Segmented([("zh", "中"), ("en", "EN")], hub.lang, 44)
        self.language.chosen.connect(hub.set_language)
        row.addWidget(self.language)
        self.dark = IconButton("moon", size=44)
        self.dark.clicked.connect(self._turn)
        row.addWidget(self.dark)
        self.about = IconButton("info", size=44)
        self.about.clicked.connect(self.about_asked)
        row.addWidget(self.about)
        self.retranslate()

    def retranslate(self) -> None:
        self.language.set_current(self.hub.lang)
        self.language.setAccessibleName(self.hub.say(say.LANGUAGE))
        for key, part in self.language.parts.items():  # 中 and EN stay as they are, their names are said in full
            part.setAccessibleName(self.hub.say(say.LANGUAGES[key]))
            part.setToolTip(self.hub.say(say.LANGUAGES[key]) + "  Ctrl+L")
        is_dark = self.hub.theme == "dark"
        self.dark.set_icon("sun" if is_dark else "moon")
        self.dark.set_words(self.hub.say(say.TO_LIGHT if is_dark else say.TO_DARK))
        self.about.set_words(self.hub.say(say.ABOUT))
        self.visitor.retranslate()
        self.search.retranslate()

    def _turn(self) -> None:
        self.hub.set_theme("light" if self.hub.theme == "dark" else "dark")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.colour("rule"))
