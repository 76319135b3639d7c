"""From a key pressed in the search box to the hits painted in the window, against a bare repaint of the list.

Both are times of one window on a screen that is not there (Qt's offscreen platform). A key counts until every row in
sight has been painted; the empty list is the same panel, as high, with nothing in it. Prints one JSON document:
``{"keys": [[s, …], …], "empty": [[s, …], …], "hits": n}``, one list for each round.
"""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: F401  before the application, or the engine refuses
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.parts.rounds import BenchError
from brochure.gui import scheme
from brochure.gui.app import build_app, build_window, give_fonts
from brochure.gui.search_box import SearchBox
from brochure.gui.search_results import Result
from brochure.settings import places

WORDS = {
    "kangyang": "industry-wellness",
    "jhzy": "enterprise-jinhe",
    "hydrogen": "park-industry-2022",
    "jihne": "enterprise-jinhe",
    "33.13": "landed-investment-2024-07",
    "zone": "zone-food",
}
"""What is typed, key by key, and what must be painted as the first hit at the end."""
WAIT_S = 5.0


painted: set[int] = set()
"""The rows painted since the last key."""
paint_row = Result.paintEvent


def paint_and_note(row: Result, event: QPaintEvent) -> None:
    """Paint a row as ever, and remember it."""
    paint_row(row, event)
    painted.add(id(row))


def in_sight(box: SearchBox) -> set[int]:
    """Return the rows that can be seen without scrolling."""
    return {id(row) for row in box.rows if not row.visibleRegion().isEmpty()}


def press(application: QApplication, box: SearchBox, key: str) -> float:
    """Press a key and return the seconds until what it found is painted."""
    painted.clear()
    wanted = box.line.text() + key
    found: list[str] = []
    look = box.look

    def looked() -> None:
        look()
        found.append(box.line.text())

    box._timer.timeout.disconnect()
    box._timer.timeout.connect(looked)
    begun = time.perf_counter()
    QTest.keyClick(box.line, key)
    while found != [wanted] or not in_sight(box) <= painted:
        application.processEvents()
        if time.perf_counter() - begun > WAIT_S:
            raise BenchError(f"“{wanted}” was not painted within {WAIT_S:g} s")
    return time.perf_counter() - begun


def repaint(panel: QWidget) -> float:
    """Return the seconds a panel takes to be painted anew."""
    begun = time.perf_counter()
    panel.repaint()
    return time.perf_counter() - begun


def main(home: str, rounds: int) -> None:
    scheme.prepare()
    application = build_app()
    where = places(Path(home))
    give_fonts(where)
    window = build_window(application, where)
    window.resize(1280, 800)
    window.show()
    box = window.top_bar.search
    Result.paintEvent = paint_and_note  # type: ignore[method-assign]
    box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
    keys: list[list[float]] = []
    empty: list[list[float]] = []
    hits = 0
    for number in range(rounds + 1):  # the first makes the rows and counts for nothing
        spent = []
        for word, first in WORDS.items():
            box.line.clear()
            application.processEvents()
            spent += [press(application, box, key) for key in word]
            if not box.rows or box.rows[0].record_id != first:
                raise BenchError(f"“{word}” painted {box.rows[0].record_id if box.rows else 'nothing'} first")
            hits = max(hits, len(box.rows))
        assert box.results is not None
        height = box.results.height()
        box.results.fill((), window.hub.say, height)
        box.results.resize(box.results.width(), height)
        application.processEvents()
        bare = [repaint(box.results) for _ in range(len(spent))]
        if number:
            keys.append(spent)
            empty.append(bare)
    print(json.dumps({"keys": keys, "empty": empty, "hits": hits}), flush=True)
    window.put_away()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
