"""A window's world: the shipped content, a person's own folder, one hub, and answers of a page without a sleep."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: F401  before the application, or the engine refuses
from PySide6.QtWidgets import QApplication

from brochure.gui import scheme, theme
from brochure.gui.app import build_window, give_fonts
from brochure.gui.main_window import MainWindow
from brochure.gui.view import Hub
from brochure.settings import Places
from brochure.store.library import Library

scheme.prepare()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What can be made again: the shell of the map, the fonts."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def where(tmp_path: Path, shared_cache: Path) -> Places:
    """A person's own folder over the shared cache."""
    return Places(data=tmp_path / "data", cache=shared_cache, logs=tmp_path / "logs")


@pytest.fixture
def hub(qapp: QApplication, library: Library, where: Places) -> Hub:
    qapp.setStyle("Fusion")
    theme.apply_theme(qapp, "light")
    return Hub(library, where)


@pytest.fixture
def ask(qtbot: object) -> Callable[[object, str], object]:
    """Return the value of a script in a page."""

    def run(web: object, script: str) -> object:
        answers: list[object] = []
        web.run(f"JSON.stringify({script})", answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
        return json.loads(answers[0]) if answers[0] else None

    return run


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication, shared_cache: Path) -> None:
    """The fonts of the page, so that words are as wide as they will be."""
    give_fonts(Places(data=shared_cache, cache=shared_cache, logs=shared_cache))


@pytest.fixture
def window(qtbot: object, qapp: QApplication, where: Places) -> Iterator[MainWindow]:
    """The whole window at its smallest, in Chinese and light."""
    qapp.setStyle("Fusion")
    window = build_window(qapp, where)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture(autouse=True)
def leftovers(fonts: None) -> Iterator[None]:
    """Delete what waits to be deleted: each widget left over makes the next style sheet dearer."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that widgets draw, taken down while they draw it."""
    words: list[str] = []
    draw, lay = QPainter.drawText, QTextLayout.draw

    def draw_text(painter: QPainter, *given: object) -> object:
        words.extend(part for part in given if isinstance(part, str))
        return draw(painter, *given)

    def draw_layout(layout: QTextLayout, *given: object) -> object:
        words.append(layout.text())
        return lay(layout, *given)

    monkeypatch.setattr(QPainter, "drawText", draw_text)
    monkeypatch.setattr(QTextLayout, "draw", draw_layout)
    return words
