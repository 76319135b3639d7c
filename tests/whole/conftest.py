"""The whole program on content of a test's choosing: a checkout whose ``data/`` may be spoilt, and its window."""

import contextlib
import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: F401  before the application, or the engine refuses
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brochure.gui import app as wiring
from brochure.gui import scheme
from brochure.gui.main_window import MainWindow
from brochure.resources import data_folder
from brochure.settings import Places
from brochure.settings import places as places_in
from tests.said import Said

ROOT = data_folder().parent
scheme.prepare()


class Checkout(NamedTuple):
    """The program as somebody has it on disk: its own code, a copy of the content, a home folder."""

    root: Path
    home: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    def run(self, *arguments: str, home: Path | None = None, limit: Callable[[], None] | None = None) -> Said:
        """Run one command of the real program."""
        words = [sys.executable, "-m", "brochure", *arguments, "--home", str(home or self.home)]
        done = subprocess.run(
            words,
            cwd=self.root,
            env=child_environment(),
            capture_output=True,
            preexec_fn=limit,
            check=False,
            timeout=120,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def child_environment() -> dict[str, str]:
    """Return the environment of a person whose machine has neither our checkout on a path nor a screen."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "COV_"))}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def build_checkout(folder: Path) -> Checkout:
    """Lay out a checkout in a folder: code and look are those of this one, the content is a copy."""
    root = folder / "checkout"
    root.mkdir(parents=True)
    for name in ("brochure", "assets"):
        try:
            (root / name).symlink_to(ROOT / name, target_is_directory=True)
        except OSError:  # Windows asks for a right most people lack
            shutil.copytree(ROOT / name, root / name)
    shutil.copytree(ROOT / "data", root / "data")
    return Checkout(root, folder / "home")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return build_checkout(tmp_path)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What can be made again: the database of the shipped content, the shell of the map, the fonts."""
    return tmp_path_factory.mktemp("whole-cache")


@pytest.fixture
def where(tmp_path: Path, shared_cache: Path) -> Places:
    """A person's own folder over the shared cache."""
    return Places(data=tmp_path / "person", cache=shared_cache, logs=tmp_path / "logs")


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Return what opens a real window on a home folder; all are put away in the right order at the end."""
    opened: list[MainWindow] = []
    qapp.setQuitOnLastWindowClosed(False)

    def run(where: Places, lang: Any = None, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        qapp.setStyle("Fusion")
        window = wiring.build_window(qapp, where, lang)
        opened.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        with (
            contextlib.suppress(qtbot.TimeoutError),
            qtbot.waitActive(window, timeout=1_000),
        ):  # a second one is not, offscreen
            pass
        return window

    yield run
    for window in opened:
        if shiboken6.isValid(window):
            put_away(window)
    qapp.setQuitOnLastWindowClosed(True)


def put_away(window: MainWindow) -> None:
    """Close a window and delete it now; the map's view puts its engine away by itself."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[Any, str], Any]:
    """Return the value of a script in a page."""

    def run(web: Any, script: str) -> Any:
        answers: list[Any] = []
        web.run(f"JSON.stringify({script})", answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return json.loads(answers[0]) if answers[0] else None

    return run


def read_cells(path: Path) -> list[dict[str, str]]:
    """Return the rows of a content file by the names of their columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_cells(path: Path, rows: list[dict[str, str]]) -> None:
    """Write the rows of a content file."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def home_of(folder: Path) -> Places:
    """Return the writable folders below a home folder."""
    return places_in(folder)
