"""Screen and paper are drawn from one list and one table."""

import json

import msgspec

from brochure.content.outlines import write_outline
from brochure.content.placing import place_features
from brochure.drawing import Circle, Group, Path, Rect, Shape
from brochure.maps import looks as table
from brochure.maps.layers import layer_of
from brochure.maps.legend import legend_entries
from brochure.maps.locator import build_locator
from brochure.maps.looks import COLOURS, LOOKS, PANES, look_of, parents_of
from brochure.maps.plan import SPREAD, build_plan
from brochure.maps.projection import View
from brochure.maps.sheet import build_sheet
from brochure.store.library import Library
from tests.maps.world import shipped_features


def sheet() -> dict:
    return json.loads(build_sheet(shipped_features()))


def test_every_colour_and_pane_of_a_look_exists() -> None:
    for name, look in LOOKS.items():
        assert look.pane in PANES, name
        for colour in (look.fill, look.edge, look.case, look.text):
            assert colour in (None, "sector") or colour in COLOURS, (name, colour)


def test_the_screen_draws_each_feature_as_paper_does() -> None:
    features = shipped_features()
    drawn = {row["id"]: row for row in sheet()["features"]}
    assert set(drawn) == {f.id for f in features}
    parents = parents_of(features)
    shapes = _paths(build_plan(features, SPREAD, lang="zh", notes=False).shapes)
    on_paper = {(shape.fill, round(shape.alpha, 3)) for shape in shapes}
    for f in features:
        row, look = drawn[f.id], look_of(f, parents)
        assert LOOKS[row["look"]] is look
        assert row["layer"] == layer_of(f)
        assert row["dashed"] == (table.is_dashed(f) and f.id != "zone-wetland")
        if f.kind in ("zone", "park_outline", "site", "campus"):
            assert (COLOURS[row["fill"]].light, row["alpha"]) in on_paper, f.id


def test_valleys_and_rings_are_the_same_on_screen_and_paper() -> None:
    features, style = shipped_features(), sheet()["style"]
    assert (tuple(style["valley"]), tuple(style["valley_kinds"]), tuple(style["rings"])) == (
        table.VALLEY_KM, table.VALLEY_KINDS, table.RINGS_KM,
    )  # fmt: skip
    view = View(width_mm=200, height_mm=200, lat=36.6653, lon=101.7456, x_mm=100, y_mm=120, mm_per_km=3.0)
    for drawing in (
        build_plan(features, view, lang="zh", scale="region"),
        build_locator(features, view, lang="zh", ringed=True),
    ):
        flat = _flat(drawing.shapes)
        paper = COLOURS["paper"].light
        widths = {s.stroke.width_mm for s in flat if isinstance(s, Path) and s.stroke and s.stroke.colour == paper}
        assert widths >= {km * 3.0 for km in table.VALLEY_KM}
        assert any(isinstance(s, Rect) and s.fill == COLOURS["upland"].light for s in flat)
        rings = sorted(s.radius_mm for s in flat if isinstance(s, Circle) and s.radius_mm > 20)
        assert rings == [km * 3.0 for km in table.RINGS_KM if km * 3.0 >= 20]
    at_park_scale = _flat(build_plan(features, SPREAD, lang="zh").shapes)
    assert not any(isinstance(s, Rect) and s.fill == COLOURS["upland"].light for s in at_park_scale)


def test_both_edges_are_dashed_when_the_outline_is_a_sketch() -> None:
    core = next(f for f in shipped_features() if f.id == "zone-core")
    plan = _paths(build_plan([core], SPREAD, lang="zh", notes=False).shapes)
    edge = next(shape.stroke for shape in plan if shape.stroke and shape.stroke.colour == COLOURS["lake"].light)
    assert edge.dash_mm
    assert next(row for row in sheet()["features"] if row["id"] == "zone-core")["dashed"]


def _flat(shapes: tuple[Shape, ...]) -> list[Shape]:
    found: list[Shape] = []
    for shape in shapes:
        found += _flat(shape.shapes) if isinstance(shape, Group) else [shape]
    return found


def _paths(shapes: tuple[Shape, ...]) -> list[Path]:
    return [shape for shape in _flat(shapes) if isinstance(shape, Path)]


def test_what_is_only_assumed_is_fainter_and_dotted() -> None:
    features = {f.id: f for f in shipped_features()}
    assumed = {key for key, f in features.items() if f.assumed}
    assert {"zone-life-valley", "zone-huanghe", "zone-sme", "stage-tusstar"} <= assumed
    assert not {"zone-core", "zone-kangyang", "zone-north", "stage-qhu-science-park", "campus-qhu"} & assumed
    for key in sorted(assumed):
        if features[key].shape == "polygon":
            look = look_of(features[key])
            known = msgspec.structs.replace(features[key], assumed=False)
            assert table.fill_alpha(features[key], look) < table.fill_alpha(known, look)
            assert table.dash_of(features[key]) != table.dash_of(known)
    assert "assumed" in legend_entries(features.values())
    assert "assumed" not in legend_entries([features["zone-core"], features["stage-industrial-park"]])


def test_what_the_park_placed_is_no_longer_assumed(library: Library) -> None:
    sketch = next(each for each in library.features if each.id == "zone-sme")
    assert sketch.assumed
    assert not next(each for each in library.features if each.id == "zone-core").assumed
    zone = msgspec.structs.replace(library.record("zone-sme"), outline=write_outline(sketch.parts))
    placed = place_features({"zones": [zone]}, library.features)
    assert not next(each for each in placed if each.id == "zone-sme").assumed
