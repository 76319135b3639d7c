"""Wiring: the program's start up to the first painted window, and what is made ready after it.

Only what the first picture needs is imported at the head; the content follows as soon as the window stands.
"""

import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from brochure.gui.litter import Collector
from brochure.gui.shell import Shell
from brochure.settings import Places, places, shared_fonts

if TYPE_CHECKING:  # loaded after the first picture
    from brochure.gui.main_window import MainWindow
    from brochure.words import Lang, Text

THEME_NOTE = "theme"
"""A file in the cache that holds nothing but the theme, so that the first picture has the right ground."""
LOOK_MS = 900
"""How long a person is left in peace with the first picture before the engine's own start, the one long step."""


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    gc.disable()  # until the window stands: all that is made by then stays
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop never lets Python answer Ctrl+C; saves are whole anyway
    where = places(_home(arguments))
    app = build_app()
    shell = Shell(read_theme(where))
    shell.painted.connect(lambda: fill(app, shell, where, _lang(arguments)))
    shell.show()
    return _end(shell, app.exec())


def _end(shell: Shell, code: int) -> int:
    """Leave no thread behind; one that cannot stop in time writes beside the final name, so it may be cut off.

    What is still there when the interpreter ends is deleted in no order at all, and some of it ends in a crash.
    """
    jobs = sys.modules.get("brochure.gui.jobs")
    if jobs is not None and not jobs.end_jobs():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    shiboken6.delete(shell)
    return code


def build_app() -> QApplication:
    """Return the program's one QApplication; the web engine is not loaded here, only given its due attribute."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
        app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("xining-biotech-brochure")
    return app


def fill(app: QApplication, shell: Shell, where: Places, lang: "Lang | None" = None) -> None:
    """Read content, settings and fonts, and put the overview into the window; a failure is said in its place."""
    from brochure.errors import BrochureError

    try:
        window = build_window(app, where, lang)
    except BrochureError as error:
        shell.hold(_refusal(app, shell, where, error))
        return
    shell.hold(window)
    window.retranslate()
    window.hub.content_changed.connect(lambda words, undo: renew(app, shell, where, words, undo))
    if shell.findChild(Collector) is None:  # the first time only: a window that gives way to a new one is collected
        Collector(shell)
    shell.warmer = Warmer(window)  # type: ignore[attr-defined]
    shell.warmer.start()  # type: ignore[attr-defined]


def renew(app: QApplication, shell: Shell, where: Places, words: "Text", undo: object) -> None:
    """Build the window anew on content that changed, and go to where the change was made."""
    from brochure.gui.main_window import MainWindow
    from brochure.gui.view import View

    old = shell.content
    assert isinstance(old, MainWindow)
    place, before, chosen = old.place, old.views[old.place], old.hub.chosen
    old.put_away()
    fill(app, shell, where, old.hub.lang)
    window = shell.content
    if isinstance(window, MainWindow):
        window.go(place)
        view = window.views[place]
        if isinstance(view, View) and isinstance(before, View):
            view.resume(before)
        if place == "map" and chosen is not None:
            window.hub.choose(chosen)
        window.hub.toast.emit(window.hub.say(words), None if undo is None else lambda: undo(view))


def build_window(app: QApplication, where: Places, lang: "Lang | None" = None) -> "MainWindow":
    """Return the content of the window, with the overview open.

    Raises:
        BrochureError: There is no content to show, or no font to show it in.
    """
    from brochure.desk.change import load_compared, load_settings, load_shortlist
    from brochure.desk.opening import open_library
    from brochure.gui import theme
    from brochure.gui.main_window import MainWindow
    from brochure.gui.view import Hub

    kept = load_settings(where)
    library = open_library(where)
    give_fonts(where)
    first: Lang = lang or ("en" if kept.get("lang") == "en" else "zh")
    hub = Hub(library, where, first, kept.get("theme", "light"))
    hub.shortlist = tuple(key for key in load_shortlist(where) if library.find(key) is not None)
    if kept.get("compared"):
        from brochure.desk.compare import keep_comparable

        hub.compared = keep_comparable(library, load_compared(where))
    hub.theme_changed.connect(lambda name: note_theme(where, name))
    note_theme(where, hub.theme)
    theme.set_language(hub.lang)
    theme.apply_theme(app, hub.theme)
    window = MainWindow(hub)
    QTimer.singleShot(0, window, lambda: _tell(window))
    return window


def _tell(window: "MainWindow") -> None:
    """Say what did not go as it should when the content was opened: the gravest thing first, one line."""
    from brochure.words import content_place as say

    hub, library = window.hub, window.hub.library
    if library.problem is not None:
        window.say_toast(library.problem.to(hub.lang))
    elif library.conflicts:
        count = len({conflict.record for conflict in library.conflicts})
        window.say_toast(hub.say(say.CONFLICTS.fill(count)), hub.say(say.LOOK), lambda: window.go("content"))
    elif library.unfit:
        window.say_toast(hub.say(library.unfit[0]))


def give_fonts(where: Places) -> None:
    """Load the static fonts; where no set was cut yet, cut one now.

    Raises:
        RenderError: The font package is missing or the fonts cannot be kept.
    """
    from brochure.fonts import ensure_fonts, find_fonts
    from brochure.gui import theme

    files = find_fonts([shared_fonts(), where.fonts]) or ensure_fonts(where.fonts, shared_fonts())
    theme.load_fonts([files.regular, files.medium, files.bold])


def read_theme(where: Places) -> str:
    """Return the theme of the last time; light where nothing is known."""
    try:
        return (where.cache / THEME_NOTE).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return "light"


def note_theme(where: Places, name: str) -> None:
    """Remember the theme for the first picture of the next start; without it the start is as good, only light."""
    if read_theme(where) != name:
        try:
            (where.cache / THEME_NOTE).write_text(name, encoding="ascii")
        except OSError:
            return


def _refusal(app: QApplication, shell: Shell, where: Places, error: Exception) -> QObject:
    from brochure.gui import theme
    from brochure.gui.states import ErrorState
    from brochure.words import window as say

    theme.apply_theme(app, read_theme(where))
    state = ErrorState()
    both = error.message  # type: ignore[attr-defined]
    state.set_words(f"{say.NO_CONTENT.zh} {say.NO_CONTENT.en}", f"{both.zh}\n{both.en}")
    state.add_action(f"{say.TRY_AGAIN.zh} {say.TRY_AGAIN.en}", lambda: fill(app, shell, where), primary=True)
    return state


class Warmer(QObject):
    """Makes the web engine and the map ready in small steps while nobody presses anything."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window
        self.spent_ms: list[tuple[str, float]] = []
        self._steps: list[tuple[str, Callable[[], object]]] = [
            ("icon", _set_window_icon),
            ("engine", _load_engine),
            ("widgets", _load_engine_widgets),
            ("modules", _load_map_modules),
            ("map", lambda: window.warm("map")),
            ("page", self._open_map),
        ]

    def start(self) -> None:
        """Begin with the next step."""
        QTimer.singleShot(60, self, self._next)

    def _next(self) -> None:
        from brochure.gui.log import log_failure

        if not self._steps:
            return
        name, step = self._steps.pop(0)
        begun = time.perf_counter()
        try:
            step()
        except ImportError as error:
            log_failure("the web engine is not there; the map place will say so", error)
            self._steps.clear()
        self.spent_ms.append((name, (time.perf_counter() - begun) * 1000))
        QTimer.singleShot(LOOK_MS if len(self._steps) == 1 else 20, self, self._next)

    def _open_map(self) -> None:
        from brochure.gui.view import View

        view = self.window.views["map"]
        if isinstance(view, View):
            view.warm()


def _set_window_icon() -> None:
    from PySide6.QtGui import QIcon

    from brochure.gui import theme
    from brochure.gui.icons import pixmap

    QApplication.setWindowIcon(QIcon(pixmap("logo", theme.colour("text"), 64)))


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


def _lang(arguments: Sequence[str]) -> "Lang | None":
    value = _value(arguments, "--lang")
    return "zh" if value == "zh" else "en" if value == "en" else None


def _value(arguments: Sequence[str], name: str) -> str | None:
    for place, argument in enumerate(arguments):
        if argument.startswith(name + "="):
            return argument.partition("=")[2]
        if argument == name and place + 1 < len(arguments):
            return arguments[place + 1]
    return None
