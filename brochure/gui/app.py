"""Wiring: the program's start up to the first painted window, and what is made ready after it."""

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from brochure.desk.change import load_settings, load_shortlist
from brochure.desk.opening import open_library
from brochure.gui import theme
from brochure.gui.icons import pixmap
from brochure.gui.main_window import MainWindow
from brochure.gui.view import Hub
from brochure.settings import Places, places, shared_fonts
from brochure.words import Lang
from brochure.words import window as say

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    app = build_app()
    window = open_window(app, places(_home(arguments)), _lang(arguments))
    warmer = Warmer(window)
    window.painted.connect(warmer.start)
    return app.exec()


def build_app() -> QApplication:
    """Return the program's one QApplication; the web engine is not loaded here, only given its due attribute."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("xining-biotech-brochure")
    return app


def open_window(app: QApplication, where: Places, lang: Lang | None = None) -> MainWindow:
    """Read content, settings and fonts, and show the overview."""
    kept = load_settings(where)
    library = open_library(where)
    give_fonts(where)
    first = lang or ("en" if kept.get("lang") == "en" else "zh")
    hub = Hub(library, where, first, kept.get("theme", "light"))
    hub.shortlist = tuple(key for key in load_shortlist(where) if library.find(key) is not None)
    theme.set_language(hub.lang)
    theme.apply_theme(app, hub.theme)
    app.setApplicationDisplayName(hub.say(say.TITLE))
    app.setWindowIcon(QIcon(pixmap("logo", theme.colour("text"), 64)))
    window = MainWindow(hub)
    window.resize(1440, 900)
    room = window.screen().availableGeometry()
    if room.width() < 1440 or room.height() < 900:
        window.resize(max(1280, min(1440, room.width())), max(800, min(900, room.height())))
    window.show()
    return window


def give_fonts(where: Places) -> None:
    """Load the static fonts; where no set was cut yet, cut one now."""
    from brochure.fonts import ensure_fonts, find_fonts

    files = find_fonts([shared_fonts(), where.fonts]) or ensure_fonts(where.fonts, shared_fonts())
    theme.load_fonts([files.regular, files.medium, files.bold])


class Warmer(QObject):
    """Makes the web engine and the map ready in small steps while nobody presses anything."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.spent_ms: list[tuple[str, float]] = []
        self._steps: list[tuple[str, Callable[[], object]]] = [
            ("engine", _load_engine),
            ("widgets", _load_engine_widgets),
            ("modules", _load_map_modules),
            ("map", lambda: window.warm("map")),
        ]

    def start(self) -> None:
        """Begin with the next step."""
        QTimer.singleShot(60, self, self._next)

    def _next(self) -> None:
        import time

        if not self._steps:
            return
        name, step = self._steps.pop(0)
        begun = time.perf_counter()
        try:
            step()
        except ImportError:
            log.exception("the web engine is not there; the map place will say so")
            self._steps.clear()
        self.spent_ms.append((name, (time.perf_counter() - begun) * 1000))
        QTimer.singleShot(20, self, self._next)


def _load_engine() -> None:
    from brochure.gui import scheme

    scheme.prepare()


def _load_engine_widgets() -> None:
    import PySide6.QtWebEngineWidgets  # noqa: F401


def _load_map_modules() -> None:
    import brochure.gui.map_view  # noqa: F401


def _home(arguments: Sequence[str]) -> Path | None:
    value = _value(arguments, "--home")
    return Path(value) if value else None


def _lang(arguments: Sequence[str]) -> Lang | None:
    value = _value(arguments, "--lang")
    return "zh" if value == "zh" else "en" if value == "en" else None


def _value(arguments: Sequence[str], name: str) -> str | None:
    for place, argument in enumerate(arguments):
        if argument.startswith(name + "="):
            return argument.partition("=")[2]
        if argument == name and place + 1 < len(arguments):
            return arguments[place + 1]
    return None
