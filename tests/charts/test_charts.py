"""Charts are drawn from data on the book's one height scale."""

import itertools
import sys
from pathlib import Path

import pytest

from brochure import tokens
from brochure.charts.chain import build_chain, node_points
from brochure.charts.fan import build_fan
from brochure.charts.profile import ON_INK, build_profile, gate_point
from brochure.charts.ruler import CLOSEST_MM, EDGE_CLEAR_MM, City, build_ruler, metres_of, spread_apart
from brochure.charts.scale import GATE_CHAINAGE_M, height_at, page_y
from brochure.content.geometry import read_profile
from brochure.drawing import Circle, Group, Label, Shape
from brochure.drawing import Path as Line
from brochure.resources import data_folder
from brochure.words import LANGS, Lang, Text

PROFILE = read_profile(data_folder() / "g6_profile.csv")
CITIES = tuple(
    City(Text(zh, en), metres, bold=zh == "西宁")
    for zh, en, metres in (
        ("拉萨", "Lhasa", 3650), ("丽江", "Lijiang", 2393), ("亚的斯亚贝巴", "Addis Ababa", 2361),
        ("墨西哥城", "Mexico City", 2316), ("西宁", "Xining", 2261), ("昆明", "Kunming", 1891),
        ("圣莫里茨", "St Moritz", 1856), ("珠峰", "Everest", 8849),
    )
)  # fmt: skip


def flat(shapes: tuple[Shape, ...]) -> list[Shape]:
    return [leaf for shape in shapes for leaf in (flat(shape.shapes) if isinstance(shape, Group) else [shape])]


@pytest.mark.parametrize(("metres", "y"), [(4000, 20), (2500, 170), (2350, 185), (2240, 196), (2220, 198), (1500, 270)])
def test_the_height_scale_of_the_book(metres: float, y: float) -> None:
    assert page_y(metres) == y
    assert metres_of(y) == metres


def test_the_profile_keeps_to_the_measured_heights() -> None:
    drawing = build_profile(PROFILE, width_mm=142, height_mm=44, lang="zh", axis=False, names=False, low_m=2060)
    line = max((s for s in flat(drawing.shapes) if isinstance(s, Line) and not s.closed), key=lambda s: len(s.runs[0]))
    assert len(line.runs[0]) == len(PROFILE)
    highest = min(y for _, y in line.runs[0])
    assert highest == pytest.approx((2500 - 2441) / 10), "no curve overshoots the hill"
    assert gate_point(drawing)[1] == pytest.approx((2500 - 2305) / 10)
    dashes = [s for s in flat(drawing.shapes) if isinstance(s, Line) and s.stroke and s.stroke.dash_mm]
    assert len(dashes) == 1, "the road in the tunnel"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("west_left", [False, True])
def test_names_under_the_profile_stay_apart(lang: Lang, west_left: bool) -> None:
    drawing = build_profile(PROFILE, width_mm=150, height_mm=60, lang=lang, west_left=west_left, look=ON_INK)
    words = [s.text for s in flat(drawing.shapes) if isinstance(s, Label)]
    assert any(("海湖大道互通" if lang == "zh" else "Park gate") in text for text in words)
    assert all(0 <= s.x <= 150 for s in flat(drawing.shapes) if isinstance(s, Label))


def test_the_fan_hangs_on_the_scale_and_is_the_same_again() -> None:
    drawing = build_fan(PROFILE)
    assert drawing == build_fan(PROFILE)
    shapes = flat(drawing.shapes)
    ring = next(s for s in shapes if isinstance(s, Circle))
    assert ring.y == pytest.approx(page_y(height_at(PROFILE, GATE_CHAINAGE_M)))
    for shape in shapes:
        if isinstance(shape, Line):
            assert all(-0.01 <= y <= 297.01 for run in shape.runs for _, y in run)
    assert len([s for s in shapes if isinstance(s, Line)]) > 54
    above = build_fan(PROFILE, lines=38, most=2.4, above_only=True, true_line=False)
    assert all(
        y <= page_y(2240) + 0.01 for s in flat(above.shapes) if isinstance(s, Line) for r in s.runs for _, y in r
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_name_is_cut_by_an_edge_of_the_park_band(lang: Lang) -> None:
    drawing = build_ruler(CITIES, lang=lang)
    middles = [s.y - 0.95 for s in flat(drawing.shapes) if isinstance(s, Label) and s.x > 51]
    for edge in map(page_y, tokens.PARK_ALTITUDE_M):
        assert all(abs(middle - edge) >= EDGE_CLEAR_MM - 1e-6 for middle in middles)


@pytest.mark.parametrize("lang", LANGS)
def test_the_ruler_leads_close_cities_apart(lang: Lang) -> None:
    drawing = build_ruler(CITIES, lang=lang)
    words = [s for s in flat(drawing.shapes) if isinstance(s, Label)]
    ys = sorted(label.y for label in words if label.x > 51)
    assert len(ys) == len(CITIES) - 1, "what is above the ruler is left out"
    assert all(b - a >= CLOSEST_MM - 1e-6 for a, b in itertools.pairwise(ys))
    rings = sorted(s.y for s in flat(drawing.shapes) if isinstance(s, Circle))
    assert rings == pytest.approx(sorted(page_y(c.altitude_m) for c in CITIES if c.altitude_m < 4000))
    assert {"61%", "74%", "83%"} <= {label.text for label in words}


def test_places_are_moved_no_farther_than_needed() -> None:
    assert spread_apart([10, 20, 30], 5, 0, 100) == (10, 20, 30)
    assert spread_apart([10, 11], 4, 0, 100) == pytest.approx((8.5, 12.5))
    assert spread_apart([1, 1, 1], 4, 0, 100)[0] >= 0


def test_the_chain_lights_the_readers_stage() -> None:
    drawing = build_chain(6, lang="zh", own=6, here=Text("您在这里", "You are here"))
    words = [s.text for s in flat(drawing.shapes) if isinstance(s, Label)]
    assert words[:5] == ["1", "2", "3", "4", "5"]
    assert "您在这里" in words
    assert all(b[0] > a[0] and b[1] < a[1] for a, b in itertools.pairwise(node_points(6)))


def test_no_chart_needs_a_window_or_a_pdf() -> None:
    import subprocess

    code = (
        "import sys; import brochure.charts.fan, brochure.charts.profile, brochure.charts.ruler, "
        "brochure.charts.chain, "
        "brochure.charts.svg, brochure.maps.plan, brochure.maps.locator, brochure.maps.legend; "
        "print([m for m in ('PySide6', 'reportlab', 'folium', 'numpy', 'shapely') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
