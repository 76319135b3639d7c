"""The map in print: every name readable, none over another, in both languages and at each scale that is printed."""

import itertools
import time

import msgspec
import pytest

from brochure.drawing import PT, Group, Label, text_width_mm
from brochure.maps.legend import LEGEND_ORDER, build_legend, build_north, build_scale_bar
from brochure.maps.locator import build_locator, build_mini_map, valley_view
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
