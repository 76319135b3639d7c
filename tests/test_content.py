"""The content loader: the shipped files are whole, and whatever is wrong is said with file, row and column."""

from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.content import load_content
from brochure.content.overlay import lay_over
from brochure.content.tables import is_period
from brochure.errors import ContentError
from brochure.model.change import Change
from brochure.model.kinds import KINDS
from brochure.resources import data_folder
from tests import factories
from tests.factories import SQUARE, change_cell, feature, write_map


def test_the_shipped_content_is_whole() -> None:
    content = load_content(data_folder())
    assert set(content.records) == set(KINDS)
    assert all(content.records[kind] for kind in KINDS)
    assert len(content.records["enterprises"]) >= 30
    assert len(content.records["figures"]) >= 40
    assert [stage.order for stage in content.records["stages"]] == [1, 2, 3, 4, 5, 6]  # type: ignore[attr-defined]
    assert content.features
    assert content.profile


def test_a_folder_comes_back_as_it_was_written(small_data: Path) -> None:
    assert load_content(small_data).records == factories.small_records()


def test_longitude_and_latitude_turn_round(small_data: Path) -> None:
    drawn = load_content(small_data).features[0]
    assert drawn.parts[0][0] == (36.68, 101.74)
    assert drawn.labels["park"] == (36.685, 101.745)


def _line(folder: Path, kind: str, number: int, text: str) -> None:
    path = folder / f"{kind}.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines[number - 1 : number] = [text] if text else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


def _header(folder: Path, kind: str, old: str, new: str) -> None:
    path = folder / f"{kind}.csv"
    head, _, rest = path.read_text(encoding="utf-8-sig").partition("\n")
    path.write_text(f"{head.replace(old, new, 1)}\n{rest}", encoding="utf-8-sig")


def _recode(folder: Path, kind: str, encoding: str) -> None:
    path = folder / f"{kind}.csv"
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode(encoding))


def _text(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def _plain_line(folder: Path, kind: str) -> str:
    return (folder / f"{kind}.csv").read_text(encoding="utf-8-sig").splitlines()[1]


POINT = {"type": "Point", "coordinates": [36.67, 101.75]}
FAULTS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "missing file": (lambda d: (d / "funds.csv").unlink(), ("funds.csv",)),
    "missing map": (lambda d: (d / "map.geojson").unlink(), ("map.geojson",)),
    "missing profile": (lambda d: (d / "g6_profile.csv").unlink(), ("g6_profile.csv",)),
    "empty file": (lambda d: _text(d, "zones.csv", ""), ("zones.csv", "1")),
    "GBK": (lambda d: _recode(d, "zones", "gbk"), ("zones.csv", "GBK")),
    "UTF-16": (lambda d: _recode(d, "zones", "utf-16"), ("zones.csv", "UTF-16")),
    "NUL": (lambda d: _line(d, "zones", 2, "a\0b"), ("zones.csv", "2", "NUL")),
    "open quote": (lambda d: _line(d, "zones", 3, '"open'), ("zones.csv", "3")),
    "text after a quote": (lambda d: _line(d, "zones", 2, '"a"b,c'), ("zones.csv", "2")),
    "unknown column": (lambda d: _header(d, "zones", "clue_zh", "clues_zh"), ("zones.csv", "clues_zh", "clue_zh")),
    "missing column": (lambda d: _header(d, "zones", "type", "note_zh"), ("zones.csv", "note_zh")),
    "column gone": (
        lambda d: factories.write_content(d) and _text(d, "funds.csv", "id,name_zh\nfunds-plain,一\n"),
        ("funds.csv", "name_en"),
    ),
    "column twice": (lambda d: _header(d, "zones", "name_en", "name_zh"), ("zones.csv", "name_zh")),
    "short row": (lambda d: _line(d, "zones", 2, "zone-x,一"), ("zones.csv", "2", " 2 ")),
    "long row": (lambda d: _line(d, "zones", 2, _plain_line(d, "zones") + ",more"), ("zones.csv", "2")),
    "no name": (
        lambda d: change_cell(d, "stages", 2, "role_zh", "") or change_cell(d, "stages", 2, "role_en", ""),
        ("stages.csv", "2", "role_zh"),
    ),
    "bad id": (lambda d: change_cell(d, "funds", 2, "id", "Fund One"), ("funds.csv", "2", "id", "Fund One")),
    "bad number": (lambda d: change_cell(d, "zones", 2, "area_mu", "九百"), ("zones.csv", "2", "area_mu", "九百")),
    "full-width number": (
        lambda d: change_cell(d, "zones", 2, "area_mu", "９００"),
        ("zones.csv", "area_mu", "９００"),
    ),
    "infinite number": (lambda d: change_cell(d, "zones", 2, "area_mu", "inf"), ("zones.csv", "area_mu", "inf")),
    "not whole": (lambda d: change_cell(d, "stages", 2, "order", "1.5"), ("stages.csv", "2", "order", "1.5")),
    "bad choice": (lambda d: change_cell(d, "zones", 2, "status", "done"), ("zones.csv", "2", "status", "done")),
    "bad yes or no": (
        lambda d: change_cell(d, "zones", 2, "as_of_inferred", "是"),
        ("zones.csv", "as_of_inferred", "是"),
    ),
    "bad period": (lambda d: change_cell(d, "zones", 2, "as_of", "2024年"), ("zones.csv", "2", "as_of", "2024年")),
    "no such day": (lambda d: change_cell(d, "zones", 2, "as_of", "2024-02-30"), ("zones.csv", "as_of", "2024-02-30")),
    "period backwards": (
        lambda d: change_cell(d, "zones", 2, "as_of", "2025/2024"),
        ("zones.csv", "as_of", "2025/2024"),
    ),
    "over a hundred": (
        lambda d: change_cell(d, "places", 2, "pressure_percent", "101"),
        ("places.csv", "2", "pressure_percent", "101"),
    ),
    "items differ": (
        lambda d: change_cell(d, "zones", 2, "focus_zh", "一|二") or change_cell(d, "zones", 2, "focus_en", "one"),
        ("zones.csv", "2", "focus_en"),
    ),
    "id twice": (
        lambda d: change_cell(d, "funds", 2, "id", "zone-test"),
        ("funds.csv", "2", "zone-test", "zones.csv", "3"),
    ),
    "unknown source": (
        lambda d: change_cell(d, "zones", 3, "sources", "article-tset"),
        ("zones.csv", "3", "sources", "article-tset", "article-test"),
    ),
    "wrong kind": (lambda d: change_cell(d, "enterprises", 3, "zone", "policy-test"), ("enterprises.csv", "3", "zone")),
    "unknown feature": (
        lambda d: change_cell(d, "zones", 3, "feature", "zone-x"),
        ("zones.csv", "3", "feature", "zone-x"),
    ),
    "coordinates swapped": (
        lambda d: change_cell(d, "places", 2, "lat", "101.75") or change_cell(d, "places", 2, "lon", "36.67"),
        ("places.csv", "2", "lat", "101.75", "swapped", "写反"),
    ),
    "far away": (lambda d: change_cell(d, "places", 2, "lon", "121.5"), ("places.csv", "2", "lon", "121.5")),
    "half a place": (lambda d: change_cell(d, "places", 2, "lon", ""), ("places.csv", "2", "lon")),
    "profile swapped": (
        lambda d: _text(
            d, "g6_profile.csv", "chainage_m,lat,lon,ground_m,section,name_zh,name_en\n1,101.7,36.6,2,road,,\n"
        ),
        ("g6_profile.csv", "2", "lat", "swapped"),
    ),
    "profile section": (
        lambda d: _text(
            d, "g6_profile.csv", "chainage_m,lat,lon,ground_m,section,name_zh,name_en\n1,36.6,101.7,2,x,,\n"
        ),
        ("g6_profile.csv", "2", "section", "x"),
    ),
    "profile number": (
        lambda d: _text(
            d, "g6_profile.csv", "chainage_m,lat,lon,ground_m,section,name_zh,name_en\n1_0,36.6,101.7,2,road,,\n"
        ),
        ("g6_profile.csv", "2", "chainage_m", "1_0"),
    ),
    "not JSON": (lambda d: _text(d, "map.geojson", '{\n"type":'), ("map.geojson", "2")),
    "NaN": (lambda d: _text(d, "map.geojson", '{"type": NaN}'), ("map.geojson", "NaN")),
    "not GeoJSON": (lambda d: _text(d, "map.geojson", "[]"), ("map.geojson",)),
    "feature swapped": (
        lambda d: write_map(d, feature(geometry=POINT)),
        ("map.geojson", "1", "zone-test", "geometry", "swapped"),
    ),
    "label swapped": (
        lambda d: write_map(d, feature(labels={"park": [36.6, 101.7]})),
        ("map.geojson", "1", "labels", "swapped"),
    ),
    "open ring": (
        lambda d: write_map(d, feature(geometry={"type": "Polygon", "coordinates": [SQUARE[:4]]})),
        ("map.geojson", "1", "geometry"),
    ),
    "one point": (
        lambda d: write_map(d, feature(geometry={"type": "LineString", "coordinates": SQUARE[:1]})),
        ("map.geojson", "1", "geometry"),
    ),
    "no shape": (lambda d: write_map(d, feature(geometry={"type": "Blob"})), ("map.geojson", "1", "geometry", "Blob")),
    "no precision": (lambda d: write_map(d, feature(precision=None)), ("map.geojson", "1", "precision")),
    "no basis": (lambda d: write_map(d, feature(basis_en=None)), ("map.geojson", "1", "basis_en")),
    "no feature source": (lambda d: write_map(d, feature(sources=[])), ("map.geojson", "1", "sources")),
    "unknown feature source": (lambda d: write_map(d, feature(sources=["nobody"])), ("map.geojson", "1", "nobody")),
    "unknown record": (
        lambda d: write_map(d, feature(record="zone-tset")),
        ("map.geojson", "record", "zone-tset", "zone-test"),
    ),
    "unknown parent": (lambda d: write_map(d, feature(parent="zone-x")), ("map.geojson", "1", "parent", "zone-x")),
    "feature twice": (lambda d: write_map(d, feature(), feature()), ("map.geojson", "2", "zone-test")),
    "words for a number": (lambda d: write_map(d, feature(elevation_m="high")), ("map.geojson", "elevation_m", "high")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(small_data: Path, fault: str) -> None:
    spoil, expected = FAULTS[fault]
    spoil(small_data)
    with pytest.raises(ContentError) as caught:
        load_content(small_data)
    message = caught.value.message
    for words in expected:
        assert any(words in side for side in (message.zh, message.en)), (words, message)
    for side in (message.zh, message.en):
        assert "\n" not in side.strip()
        assert expected[0] in side
        assert "Error" not in side
    assert message.zh != message.en


def test_a_comparison_may_lie_anywhere(small_data: Path) -> None:
    change_cell(small_data, "places", 2, "type", "comparison")
    change_cell(small_data, "places", 2, "lat", "-16.5")
    change_cell(small_data, "places", 2, "lon", "-68.15")
    assert load_content(small_data).records["places"]


@pytest.mark.parametrize("period", ["2023", "2024-H1", "2024-02-29", "2025-01/2025-05", "2024/2024"])
def test_periods_of_the_calendar(period: str) -> None:
    assert is_period(period)


@pytest.mark.parametrize("period", ["2023-13", "2023-02-29", "2025-05/2025-01", "2024-00"])
def test_periods_that_are_none(period: str) -> None:
    assert not is_period(period)


def _change(**given: str | None) -> Change:
    plain = {
        "record": "zone-test", "kind": "zones", "field": "name_zh", "value": "新名", "base_value": "黄金海拔康养区",
        "made_at": "2025-06-15T08:00:00Z", "made_by": "office",
    }  # fmt: skip
    return Change(**{**plain, **given})  # type: ignore[arg-type]


def test_a_change_is_laid_over_the_content() -> None:
    larger = _change(field="area_mu", value="1000", base_value="900")
    laid, unfit, conflicts, edits = lay_over(factories.small_records(), [_change(), larger])
    zone = laid["zones"][1]
    assert (zone.name.zh, zone.name.en) == ("新名", "Golden-Altitude Zone")
    assert zone.area_mu == 1000  # type: ignore[attr-defined]
    assert (unfit, conflicts) == ((), ())
    assert [(edit.record, edit.field, edit.new) for edit in edits] == [
        ("zone-test", "name_zh", False), ("zone-test", "area_mu", False),
    ]  # fmt: skip


def test_an_undone_change_is_not_laid_over() -> None:
    undone = Change(**{**{f: getattr(_change(), f) for f in Change.__struct_fields__}, "undone": True})
    assert lay_over(factories.small_records(), [undone])[:3] == (factories.small_records(), (), ())


@pytest.mark.parametrize(
    "change",
    [
        _change(record="zone-gone"),
        _change(field="colour_of_roof"),
        _change(field="id", value="zone-other"),
        _change(field="area_mu", value="big", base_value="900"),
        _change(field="parent", value="policy-test", base_value=None),
        _change(field="parent", value="zone-nowhere", base_value=None),
        _change(field="status", value="finished", base_value=None),
        _change(field="as_of", value="2025-13", base_value=None),
    ],
)
def test_a_change_that_no_longer_fits_is_told(change: Change) -> None:
    assert lay_over(factories.small_records(), [change])[:3] == (factories.small_records(), (change,), ())
