"""The map in print: every name readable, none over another, in both languages and at each scale that is printed."""

import itertools
import math
import time
from collections.abc import Iterator, Sequence

import msgspec
import pytest

from brochure.drawing import PT, Circle, Group, Label, Rect, text_width_mm
from brochure.maps.labels import Name, height_of, place_names, width_of
from brochure.maps.legend import LEGEND_ORDER, build_legend, build_north, build_scale_bar
from brochure.maps.locator import build_locator, build_mini_map, valley_view
from brochure.maps.name_lines import lines_of
from brochure.maps.naming import SNUG_KINDS
from brochure.maps.outline import box_of
from brochure.maps.plan import PRINT_LAYERS, SPREAD, build_plan, labels_of
from brochure.maps.projection import View, distance_km, fit_view
from brochure.words import LANGS, Lang
from tests.maps.world import boxes_overlap, shipped_features

PAGE = View(width_mm=178, height_mm=230, lat=36.700, lon=101.746, x_mm=100, y_mm=120, mm_per_km=20)
SITE = View(width_mm=210, height_mm=106, lat=36.7005, lon=101.7380, x_mm=105, y_mm=53, mm_per_km=58)
KANGYANG = View(width_mm=210, height_mm=106, lat=36.6866, lon=101.7366, x_mm=105, y_mm=53, mm_per_km=58)
LEFT = msgspec.structs.replace(SPREAD, width_mm=210)
VIEWS = {"spread": SPREAD, "page": PAGE, "site": SITE, "kangyang": KANGYANG}
MUST = ("zone-core", "zone-north", "zone-kangyang", "zone-tcm", "zone-food", "zone-sme", "zone-huanghe",
        "zone-life-valley", "zone-equipment", "zone-xnu-south", "zone-qhusp", "zone-phase3", "zone-wetland",
        "zone-dayou-hill", "poi-gate",
        "campus-qhu", "zone-haitang", "zone-sports", "poi-xining-north")  # fmt: skip


def box(label: Label) -> tuple[float, float, float, float]:
    wide, tall = text_width_mm(label.text, label.size_pt, label.weight), label.size_pt * PT * 0.9
    if label.turn_deg:
        return label.x - tall / 2, label.y - wide / 2, label.x + tall / 2, label.y + wide / 2
    left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.y - tall, left + wide, label.y


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", VIEWS)
def test_no_name_lies_over_another(name: str, lang: Lang) -> None:
    view = VIEWS[name]
    names = labels_of(build_plan(shipped_features(), view, lang=lang))
    boxes = [(key, box(label)) for key, lines in names.items() for label in lines if abs(label.turn_deg) < 1]
    assert len(boxes) > 5
    for (a, first), (b, second) in itertools.combinations(boxes, 2):
        assert a == b or not boxes_overlap(first, second), (a, b)
    for key, (left, top, right, bottom) in boxes:
        assert left >= 0 <= top, key
        assert right <= view.width_mm, key
        assert bottom <= view.height_mm, key


@pytest.mark.parametrize("lang", LANGS)
def test_every_important_name_is_on_the_spread(lang: Lang) -> None:
    names = labels_of(build_plan(shipped_features(), SPREAD, lang=lang, gutter=(200, 0, 220, 297)))
    assert [key for key in MUST if key not in names] == []
    assert all(line.size_pt >= 7.5 for lines in names.values() for line in lines)


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_written_in_the_fold(lang: Lang) -> None:
    names = labels_of(build_plan(shipped_features(), SPREAD, lang=lang, gutter=(200, 0, 220, 297)))
    for key, lines in names.items():
        for left, _, right, _ in map(box, lines):
            assert right <= 200.5 or left >= 219.5, key


def test_the_chosen_site_is_named_and_edged() -> None:
    drawing = build_plan(shipped_features(), SITE, lang="zh", selected="zone-xnu-south")
    assert "西宁大学南部" in [line.text for line in labels_of(drawing)["zone-xnu-south"]]
    assert drawing != build_plan(shipped_features(), SITE, lang="zh")


def test_layers_are_left_out_when_not_asked_for() -> None:
    names = labels_of(build_plan(shipped_features(), SPREAD, lang="en", layers=("zones",)))
    assert "zone-core" in names
    assert "poi-gate" not in names
    assert "zone-dayou-hill" in names, "the ground is always there"


def test_the_same_again_and_quickly() -> None:
    features = shipped_features()
    first = msgspec.json.encode(build_plan(features, SPREAD, lang="zh"))
    times = []
    for _ in range(5):
        start = time.process_time()
        again = build_plan(features, SPREAD, lang="zh")
        times.append(time.process_time() - start)
        assert msgspec.json.encode(again) == first
    assert min(times) < 0.015


def test_names_from_strangers_are_only_text() -> None:
    from brochure.words import Text
    from tests.hostile import hostile_strings

    zone = next(f for f in shipped_features() if f.id == "zone-sme")
    for words in hostile_strings(300):
        plan = build_plan([msgspec.structs.replace(zone, short=Text(words, words))], PAGE, lang="zh")
        (lines,) = labels_of(plan).values()
        shown = "".join(line.text for line in lines).removesuffix("…")
        assert shown
        assert words.replace("\n", "").startswith(shown)


@pytest.mark.parametrize("lang", LANGS)
def test_locator_names_do_not_collide(lang: Lang) -> None:
    drawing = build_locator(shipped_features(), valley_view(142, 62), lang=lang, other=LEFT)
    found = [shape for group in drawing.shapes for shape in group.shapes]
    groups = [shape for shape in found if isinstance(shape, Group)]
    named = {group.key.removeprefix("name-") for group in groups}
    assert named >= {"frame", "poi-city-centre", "poi-xining-station", "poi-airport", "town-duoba", "town-pingan"}
    labels = [label for group in groups for label in group.shapes]
    for a, b in itertools.combinations(labels, 2):
        assert not boxes_overlap(box(a), box(b)), (a.text, b.text)


@pytest.mark.parametrize("lang", LANGS)
def test_legend_fits_its_columns(lang: Lang) -> None:
    drawing = build_legend(lang=lang, width_mm=142, columns=3)
    labels = [shape for shape in drawing.shapes[0].shapes if isinstance(shape, Label)]
    assert len(labels) > len(LEGEND_ORDER)
    assert all(box(label)[2] <= 142 for label in labels)


def test_scale_bar_is_round_and_says_about() -> None:
    bar = build_scale_bar(27, lang="en")
    words = [shape.text for shape in bar.shapes[0].shapes if isinstance(shape, Label)]
    assert words == ["0", "0.5", "about 1 km"]
    assert build_north(lang="zh").shapes
    assert build_mini_map(shipped_features(), lang="zh", selected="zone-xnu-south").width_mm == 34


def test_the_projection_keeps_scale_and_comes_back() -> None:
    gate, museum = (36.6653, 101.7456), (36.6875, 101.7484)
    a, b = SPREAD.point(gate), SPREAD.point(museum)
    flat = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
    assert flat / 27 == pytest.approx(distance_km(gate, museum), rel=0.002)
    lat, lon = SPREAD.position(b)
    assert (lat, lon) == pytest.approx(museum)
    view = fit_view(100, 60, ((36.6, 101.7), (36.7, 101.8)), margin_mm=5)
    assert view.point((36.7, 101.7))[1] >= 4.99


def test_print_layers_are_layers() -> None:
    from brochure.words import maps as say

    assert set(PRINT_LAYERS) - {"ground"} <= set(say.QUESTIONS)


TRIFOLD = View(width_mm=203, height_mm=140, lat=36.7005, lon=101.7456, x_mm=155, y_mm=66, mm_per_km=13.8)
SLIDE = View(width_mm=99, height_mm=100, lat=36.7005, lon=101.7456, x_mm=50, y_mm=50, mm_per_km=10.2)
LAYERS = ("ground", "zones", "base")
SMALL = ("zone-tcm", "zone-food", "zone-xnu-south", "zone-herb-garden", "zone-equipment", "zone-huanghe")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", [TRIFOLD, SLIDE], ids=["trifold", "slide"])
def test_chosen_zones_are_named_on_small_maps_and_minor_ones_give_way(view: View, lang: Lang) -> None:
    names = labels_of(build_plan(shipped_features(), view, lang=lang, layers=LAYERS, named=frozenset(SMALL)))
    assert {"zone-core", "zone-kangyang", *SMALL} <= set(names)
    assert not {"zone-life-valley", "zone-sme", "zone-phase3", "zone-qhusp"} & set(names)
    boxes = [(key, box(label)) for key, lines in names.items() for label in lines if abs(label.turn_deg) < 1]
    for (a, first), (b, second) in itertools.combinations(boxes, 2):
        assert a == b or not boxes_overlap(first, second), (a, b)


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_choice_a_small_map_names_the_park_and_the_wellness_site_only(lang: Lang) -> None:
    names = labels_of(build_plan(shipped_features(), SLIDE, lang=lang, layers=LAYERS, named=frozenset()))
    assert {"zone-core", "zone-kangyang", "zone-north"} <= set(names)
    assert not set(SMALL) & set(names)


def marks_of(drawing: object, pane: str) -> list[object]:
    (plan,) = drawing.shapes  # type: ignore[attr-defined]
    return [shape for group in plan.shapes if group.key == pane for shape in group.shapes]


DENSE = View(width_mm=150, height_mm=90, lat=36.681, lon=101.7456, x_mm=75, y_mm=45, mm_per_km=26)
"""Over the core, where not every zone has room for its name."""


def cut_of(tidy: bool) -> list[Circle]:
    """Return the marks of points that an edge cuts."""
    stage = next(feature for feature in shipped_features() if feature.kind == "incubator")
    (lat, lon), *_ = stage.parts[0]
    view = msgspec.structs.replace(DENSE, lat=lat, lon=lon, x_mm=75, y_mm=1)
    drawing = build_plan(shipped_features(), view, lang="zh", tidy=tidy)
    discs = [shape for shape in marks_of(drawing, "points") if isinstance(shape, Circle)]
    return [disc for disc in discs if disc.y < disc.radius_mm]


def test_a_tidy_map_cuts_no_mark() -> None:
    assert cut_of(tidy=False)
    assert cut_of(tidy=True) == []


def too_wide(lang: Lang, tidy: bool) -> set[str]:
    """Return the zones whose name stands in them and is wider than they are."""
    zones = {feature.id: feature for feature in shipped_features() if feature.kind in SNUG_KINDS}
    names = labels_of(build_plan(shipped_features(), DENSE, lang=lang, tidy=tidy))
    found = set()
    for key in set(names) & set(zones):
        left, _, right, _ = box_of(DENSE.run(zones[key].parts[0]))
        label = max(names[key], key=lambda line: box(line)[2] - box(line)[0])
        if left < (box(label)[0] + box(label)[2]) / 2 < right and box(label)[2] - box(label)[0] > right - left + 1.0:
            found.add(key)
    return found


def test_a_tidy_map_writes_no_name_wider_than_its_zone() -> None:
    assert too_wide("en", tidy=False)
    assert too_wide("en", tidy=True) == set()


def test_the_number_of_a_road_moves_out_of_a_box_that_is_kept_free() -> None:
    def plates(**more: object) -> list[Rect]:
        drawing = build_plan(shipped_features(), SLIDE, lang="zh", **more)  # type: ignore[arg-type]
        return [shape for shape in marks_of(drawing, "points") if isinstance(shape, Rect) and shape.height_mm > 3]

    usual = plates()[0]
    box = (usual.x - 1, usual.y - 1, usual.x + usual.width_mm + 1, usual.y + usual.height_mm + 1)
    moved = plates(keep_free=(box,), tidy=True)
    assert len(moved) >= len(plates())
    for plate in moved:
        own = (plate.x, plate.y, plate.x + plate.width_mm, plate.y + plate.height_mm)
        assert not boxes_overlap(own, box)


@pytest.mark.parametrize("lang", LANGS)
def test_the_core_is_called_the_core_on_every_map(lang: Lang) -> None:
    """The pages speak of it; on a small map, which has no second lines, it goes by that name alone."""
    core = {"zh": "园区本部", "en": "Core Area"}[lang]
    full = labels_of(build_plan(shipped_features(), SPREAD, lang=lang))
    assert [line.text for line in full["zone-core"]][1] == core
    for view in (SPREAD, TRIFOLD, SLIDE):
        bare = labels_of(build_plan(shipped_features(), view, lang=lang, named=frozenset(), notes=False))
        assert [line.text for line in bare["zone-core"]] == [core]
        assert len(bare["poi-gate"]) == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["spread", "page", "trifold"])
def test_the_gate_is_named_beside_the_expressway_not_on_it(name: str, lang: Lang) -> None:
    view = {**VIEWS, "trifold": TRIFOLD}[name]
    names = labels_of(build_plan(shipped_features(), view, lang=lang, layers=(*LAYERS, "access"), notes=False))
    (label,) = names["poi-gate"]
    way = [view.run(part) for each in shipped_features() if each.kind == "expressway" for part in each.parts]
    near = [(x, y) for run in way for x, y in points_on(run) if abs(x - label.x) < 30]
    left, top, right, foot = box(label)
    assert near
    assert not [(x, y) for x, y in near if left < x < right and top < y < foot]


def points_on(run: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield a point of a line at least each millimetre."""
    for (ax, ay), (bx, by) in itertools.pairwise(run):
        steps = max(1, math.ceil(math.dist((ax, ay), (bx, by))))
        yield from ((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps))


def test_a_name_rather_moves_than_stands_right_below_another() -> None:
    line = lines_of("大酉山", 10, 700, "#000000")
    first = Name(id="a", lines=line, at=(50, 50), rank=1)
    (wide, tall) = (width_of(first), height_of(first))
    shifts = ((0.0, tall + 0.2), (wide + 6, tall + 0.2))
    second = Name(id="b", lines=line, at=(50, 50), rank=2, shifts=shifts)
    _, placed = place_names((first, second), (0, 0, 200, 100))
    assert placed.box[0] > 50 + wide / 2
    (only,) = place_names((second,), (0, 0, 200, 100))
    assert only.box[0] < 50


def test_of_a_zone_that_is_cut_off_the_name_stands_in_what_is_seen_or_nowhere() -> None:
    zone = next(each for each in shipped_features() if each.id == "zone-huanghe")
    left, _, right, foot = box_of(SITE.run(zone.parts[0]))
    for seen in (0.5, 2.0, 5.0, 9.0):  # so much of its foot is on the sheet
        view = msgspec.structs.replace(SITE, y_mm=SITE.y_mm - foot + seen)
        for line in labels_of(build_plan(shipped_features(), view, lang="en")).get("zone-huanghe", ()):
            assert left - 1 < line.x < right + 1
            assert line.y < seen + 4


def test_the_frame_of_the_other_map_is_open_where_it_leaves_the_sheet() -> None:
    (group,) = build_locator(shipped_features(), valley_view(142, 62), lang="zh", other=LEFT).shapes
    assert isinstance(group, Group)
    (frame,) = [shape for shape in group.shapes if isinstance(shape, Rect) and shape.stroke and shape.fill is None]
    assert frame.y < 0
    assert group.clip is not None
