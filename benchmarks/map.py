"""The map with many points: our page against folium with a marker and a popup for each, in the same web engine.

Counted is everything from the data in memory to the second frame after all of it is drawn: what Python builds and
renders, and what the page does with it. Every point is counted in the page, and an error of a script ends the run.
"""

import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from benchmarks.parts.hand import FRAME_S, drag, operate
from benchmarks.parts.home import open_library, places, ready_home
from benchmarks.parts.naive_map import Point, build_page
from benchmarks.parts.rounds import BenchError, Row, arguments, show, take_turns, versions
from benchmarks.parts.web import TWO_FRAMES, Screen
from brochure.maps.shell import page_script
from brochure.model.geometry import Feature
from brochure.model.record import Record
from brochure.pages import START, Pages
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import Text

AIM = 0.02
MORE_AIM = 1.4
SEED = 20250615
MAP_JS = "park://app/map.js"
COUNTED = (
    "\nPark.part(() => ({ ready() { "
    + TWO_FRAMES % "window.park.counts().points * 1000000 + window.park.counts().features"
    + " } }));"
).encode()
"""One more part of the page, which counts as the other page does: inside it, two frames after all is drawn."""
NAIVE = "park://app/naive.html"
COUNT_NAIVE = "Object.values(MAP._layers).filter((layer) => layer instanceof L.Marker).length"


def synthetic_points(count: int) -> list[Point]:
    """Return points round the park with made-up names, the same on every run."""
    chance = random.Random(SEED)
    syllables = "青湟宁海川祁连玉树黄河草原高地雪峰泉谷云岭"
    return [
        (
            round(chance.uniform(36.66, 36.71), 5),
            round(chance.uniform(101.71, 101.79), 5),
            "".join(chance.choices(syllables, k=4)) + str(number),
            f"point-{number}",
        )
        for number in range(count)
    ]


def firms(points: Sequence[Point]) -> tuple[Feature, ...]:
    """Return the points as firms that the park has placed: the features the program itself would draw."""
    return tuple(
        Feature(
            id=key, kind="enterprise", name=Text(name, name), shape="point", parts=(((lat, lon),),), precision="placed",
            scale="park", sources=("computed",), basis=Text("", ""), record=key,
        )
        for lat, lon, name, key in points
    )  # fmt: skip


def three_hundred(library: Library) -> tuple[Feature, ...]:
    """Return the shipped features and so many more of them, a little aside, that 300 are drawn."""
    features = [*library.features]
    copied = [feature for feature in features if feature.scale == "park" and feature.kind != "park_outline"]
    aside = 0
    while len(features) < 300:
        base, aside = copied[aside % len(copied)], aside + 1
        move = 0.004 * (1 + aside // len(copied))
        parts = tuple(tuple((lat + move, lon + move) for lat, lon in part) for part in base.parts)
        features.append(msgspec.structs.replace(base, id=f"{base.id}-{aside}", parts=parts, labels={}))
    return tuple(features)


class Placed:
    """A library with more firms on its map."""

    def __init__(self, library: Library, features: tuple[Feature, ...]) -> None:
        self.library, self.features = library, features

    def records(self, kind: str) -> tuple[Record, ...]:
        return self.library.records(kind)


class Bench:
    """One window, one library, and the points."""

    def __init__(self, library: Library, where: Places, count: int) -> None:
        self.library, self.where = library, where
        self.points = synthetic_points(count)
        self.firms = firms(self.points)
        self.screen = Screen()
        self.python: dict[str, list[float]] = {}

    def pages(self, count: int) -> Pages:
        return Pages(Placed(self.library, (*self.library.features, *self.firms[:count])), self.where)

    def ours(self, number: int) -> float:
        return self._ours("ours", self.points, number)

    def empty(self, number: int) -> float:
        return self._ours("empty", [], number)

    def _ours(self, name: str, points: Sequence[Point], _: int) -> float:
        start = time.perf_counter()
        pages = self.pages(len(points))
        pages.find("park://app/content.json")
        script = page_script() + COUNTED
        python = time.perf_counter() - start
        page, drawn = self.screen.measure(
            START, {MAP_JS: ("text/javascript; charset=utf-8", script)}, pages.find, after_ready=None
        )
        self._expect(name, divmod(drawn, 1_000_000), (len(points), len(self.library.features)))
        return self._keep(name, python, page)

    def drag(self, count: int) -> float:
        """Drag the map; 300 is so many features drawn one by one, any other number so many firms beside the shipped."""
        if count == 300:
            return drag(
                self.screen, START, {}, Pages(Placed(self.library, three_hundred(self.library)), self.where).find
            )
        many = Placed(self.library, (*self.library.features, *firms(synthetic_points(count))))
        return drag(self.screen, START, {}, Pages(many, self.where).find)

    def operate(self, times: int) -> dict[str, float]:
        things = [feature.id for feature in self.library.features if feature.kind != "water"]
        return operate(self.screen, START, {}, self.pages(len(self.points)).find, things, times)

    def naive(self, _: int) -> float:
        start = time.perf_counter()
        html = build_page(self.library.features, self.points, TWO_FRAMES % COUNT_NAIVE)
        python = time.perf_counter() - start
        pages = Pages(self.library, self.where)
        answers = {NAIVE: ("text/html; charset=utf-8", html)}
        page, drawn = self.screen.measure(NAIVE, answers, pages.find, after_ready=None, open_to_all=True)
        self._expect("naive", drawn, len(self.points))
        return self._keep("naive", python, page)

    def _keep(self, name: str, python: float, page: float) -> float:
        self.python.setdefault(name, []).append(python)
        return python + page

    def _expect(self, name: str, drawn: object, wanted: object) -> None:
        if drawn != wanted:
            raise BenchError(f"{name} drew {drawn} of {wanted}")


def main(words: Sequence[str] | None = None) -> int:
    parser = arguments("The map with many points, against folium's markers.", rounds=5)
    parser.add_argument("--points", type=int, default=7000, help="how many points (default 7000)")
    parser.add_argument("--many", type=int, default=50_000, help="how many points are dragged at most (default 50000)")
    parser.add_argument("--operations", type=int, default=2000, help="how many operations on one page (default 2000)")
    asked = parser.parse_args(words)
    with ready_home(asked.home) as home:
        where = places(home)
        bench = Bench(open_library(where), where, asked.points)
        for count in (0, asked.points):  # as after the first opening of a map with these firms
            bench.pages(count).cut_fonts()
        bench.empty(-1)  # the engine itself is loaded before anything counts
        bench.ours(-1)
        bench.python.clear()
        times = take_turns({"ours": bench.ours, "empty": bench.empty, "naive": bench.naive}, asked.rounds)
        rows = [
            Row(f"{asked.points} points", times, "ours", "naive", AIM),
            Row("points for nothing", times, "ours", "empty", MORE_AIM),
        ]
        drags = ((300, 1.05), (asked.points, 1.05), (asked.many, 1.3))
        for count, aim in drags:
            seconds = [bench.drag(count) for _ in range(asked.rounds)]
            beat = {"drag": seconds, "60 Hz frame": [FRAME_S] * asked.rounds}
            rows.append(
                Row(f"drag, {count} {'features' if count == 300 else 'points'}, p95", beat, "drag", "60 Hz frame", aim)
            )
        memory = bench.operate(asked.operations)
        python = {name: sorted(spent)[len(spent) // 2] * 1000 for name, spent in bench.python.items()}
        bench.screen.close()
    facts = {
        "python ms": python,
        "renderer": memory,
        "drawn": f"{asked.points} points counted in each page, no script error",
    }
    return show(
        "map", rows, as_json=asked.json, facts=facts, found=versions("PySide6", "folium", "django-js-lib-leaflet")
    )


if __name__ == "__main__":
    sys.exit(main())
