"""A tour through every place of the real window, with an export at its end; run as a child: ``tour.py HOME OUT.pdf``.

It prints what it saw as one JSON line and ends with 0 only when the map drew, every place opened and the file is whole.
"""

import datetime
import json
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from brochure.desk.grounds import add_ground
from brochure.desk.take_away import Order, take_map
from brochure.gui import app as wiring
from brochure.gui.main_window import VIEWS, MainWindow
from brochure.gui.shell import Shell
from brochure.gui.view import View
from brochure.gui.web_page import ParkView
from tests.packs import write_mbtiles

PATIENCE_S = 90.0


def wait_until(ready: Callable[[], object], what: str) -> None:
    """Let the window live until something is so."""
    loop, begun = QEventLoop(), time.monotonic()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if ready() or time.monotonic() - begun > PATIENCE_S else None)
    timer.start(30)
    loop.exec()
    if not ready():
        raise TimeoutError(what)


def visit(out: Path) -> dict[str, object]:
    """See every place in both languages, choose a few things, look, read About, write a brochure."""
    shell = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Shell))
    wait_until(lambda: isinstance(shell.content, MainWindow), "the window is filled")
    window = shell.content
    assert isinstance(window, MainWindow)
    opened = []
    for lang in ("zh", "en"):
        window.hub.set_language(lang)
        for place in VIEWS:
            window.go(place)
            if place == "map":
                wait_until(lambda: window.views["map"].is_ready, "the map tells that it is ready")
            assert isinstance(window.views[place], View), f"{place} did not open"
            assert not window.grab().isNull()
            opened.append(place)
    for key in ("zone-kangyang", "stage-qhu-science-park", "enterprise-jinhe"):
        window.hub.choose(key)
        window.hub.add(key)
    explore(window, out.parent / "home")
    window.top_bar.search.line.setText("康养")
    window.top_bar.search.look()
    found = len(window.top_bar.search.rows)
    window.show_about()
    done: list[object] = []
    window.export(out)
    window._exporting.made.connect(done.append)
    window._exporting.failed.connect(done.append)
    wait_until(lambda: done, "the export ends")
    if isinstance(done[0], Exception):
        raise done[0]
    web = window.views["map"].web
    answers: list[object] = []
    names = "[...document.querySelectorAll('[src],[href]')].map((e) => e.src || e.href)"
    web.run(f"JSON.stringify([park.counts().drawn, {names}])", answers.append)
    wait_until(lambda: answers, "the page answers")
    drawn, named = json.loads(str(answers[0]))
    stopped = list(web.gate.stopped)
    shell.close()
    return {
        "opened": opened, "found": found, "drawn": drawn, "named": named, "pages": done[0].pages, "stopped": stopped,
    }  # fmt: skip


def explore(window: MainWindow, home: Path) -> None:
    """Measure, read the notes, lay a base map whose maker put links into its name, begin to place, compare, take along.

    What is made lies below the home folder.
    """
    view, hub = window.views["map"], window.hub
    window.go("map")
    pack = write_mbtiles(
        home / "ground.mbtiles", told={"attribution": '<a href="//x.example/a"><img src="//x.example">x'}
    )
    add_ground(hub.places, pack)
    view.grounds.reload()
    view.compass.measure.click()
    for lat, lon in ((36.6653, 101.7456), (36.5275, 102.0430)):
        view.web.run(f"map_park.fire('click', {{latlng: L.latLng({lat}, {lon}), layerPoint: L.point(0, 0)}})")
    ask(view.web, "park.state().metres > 30000", "two taps are measured")
    view.compass.measure.click()
    view.compass.notes.click()
    view.compass.notes.click()
    view.start_placing("enterprise-jinhe")
    assert view.step_back()
    assert hub.follow("park://app/map.html#zone/zone-tcm")
    hub.set_compared(("zone-core", "zone-kangyang"))
    window.go("compare")
    order = Order(on=datetime.date(2025, 6, 15), lang="en")
    for suffix in ("html", "svg", "pdf"):
        take_map(hub.library, home / f"map.{suffix}", hub.places, order)
    window.go("map")
    ask(view.web, "document.querySelectorAll('.leaflet-tile-loaded').length > 0", "the base map is drawn")
    hub.set_compared(())


def ask(web: ParkView, script: str, what: str) -> None:
    """Wait until a script in the page says yes."""
    answers: list[object] = []

    def said() -> bool:
        if True in answers:
            return True
        web.run(script, answers.append)
        return False

    wait_until(said, what)


def main(home: str, out: str) -> int:
    """Start as the program starts, take the tour as soon as the window lives, end as it ends."""
    seen: list[dict[str, object]] = []

    def tour() -> None:
        try:
            seen.append(visit(Path(out)))
        except Exception:  # noqa: BLE001  the parent reads it and the exit code
            traceback.print_exc()
            QApplication.exit(3)

    build_app = wiring.build_app

    def build_and_ask() -> QApplication:
        app = build_app()
        QTimer.singleShot(0, tour)
        return app

    wiring.build_app = build_and_ask
    code = wiring.main(["--home", home])
    if left := QApplication.topLevelWidgets():
        sys.stderr.write(f"still there after the end: {left}\n")
        return 4
    sys.stdout.write((json.dumps(seen[0]) if seen else "nothing seen") + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
