"""Red lines through the command line: the difference, the areas, the datum, and every bad file one sentence."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.cli import main
from brochure.content.outlines import read_outline
from brochure.desk.opening import open_library
from brochure.model.datum import distance_m, from_wgs84
from brochure.settings import places
from tests.content.red_lines import BAD, Bad, box, feature, write
from tests.said import Said

HAN = re.compile(r"[\u3400-\u9fff]")
Run = Callable[..., Said]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose content is built already; each test has a copy of it."""
    home = tmp_path_factory.mktemp("built")
    open_library(places(home))
    return home


@pytest.fixture
def run(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command on the shipped content and a home of its own."""
    shutil.copytree(built, tmp_path / "home")
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Said:
        code = main([*map(str, words), "--home", str(tmp_path / "home")])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def bring(bad: Bad, folder: Path) -> Path:
    path = folder / bad.file
    if bad.file.startswith("folder"):
        path.mkdir()
    elif not bad.file.startswith("gone"):
        path.write_bytes(bad.data if isinstance(bad.data, bytes) else bad.data())
    return path


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_one_sentence_in_both_languages_and_nothing_is_kept(bad: Bad, run: Run, tmp_path: Path) -> None:
    path = bring(bad, tmp_path)
    kept = (tmp_path / "home" / "cache" / "content.db") if (tmp_path / "home" / "cache").exists() else None
    before = kept.read_bytes() if kept is not None and kept.exists() else None
    for lang in ("zh", "en"):
        said = run("import", path.name, "--apply", "--lang", lang)
        assert said.code == 1
        assert "Traceback" not in said.out + said.err
        first, *rest = said.err.splitlines()
        assert bad.said in first or lang == "en"
        assert first.endswith("。" if lang == "zh" else ".")
        assert len(rest) == 1, said.err  # how many there are
        if lang == "en":
            named = first.replace("红线", "").replace("食保区", "").replace("中藏药产业集聚区", "")
            assert not HAN.search(re.sub("[“][^”]*[”]|[(][^)]*[)]", "", named)), first
    assert not places(tmp_path / "home").user_db.exists()
    assert before is None or (kept is not None and kept.read_bytes() == before)


def test_there_are_enough_bad_files() -> None:
    assert len(BAD) >= 60
    assert len({bad.name for bad in BAD}) == len(BAD)


def test_one_bad_feature_hides_no_other_and_holds_all_back(run: Run, tmp_path: Path) -> None:
    write(tmp_path, feature(), feature(name="谁"), feature([box()[:4]], name="zone-tcm"))
    said = run("import", "红线.geojson", "--apply")
    assert said.code == 1
    first, second, third = said.err.splitlines()
    assert first.startswith("红线.geojson 第 2 个要素（谁）：没有叫“谁”的片区")
    assert second == "红线.geojson 第 3 个要素（zone-tcm）：外环 1 首尾不相接。"
    assert "2 处" in third
    assert not places(tmp_path / "home").user_db.exists()


def test_the_difference_says_the_areas_and_apply_takes_it_over(run: Run, tmp_path: Path) -> None:
    write(tmp_path, feature())
    said = run("import", "红线.geojson", "--lang", "en")
    assert said.code == 0
    assert said.out.splitlines() == [
        "changed  zones/zone-food  Food and Health Products Zone",
        "  + outline: red line, 4 points, 99.19 ha (1,488 mu)",
        "  ! outline: area on the map: 38.39 ha (576 mu) → 99.19 ha (1,488 mu)",
    ]
    assert "were read as WGS 84" in said.err
    assert "Nothing is applied yet" in said.err
    assert not places(tmp_path / "home").user_db.exists()
    assert run("import", "红线.geojson", "--apply").code == 0
    zone = json.loads(run("show", "zone-food", "--json").out)
    assert "outline" in json.dumps(zone)
    assert "与现有" not in run("import", "红线.geojson").out
    again = run("import", "红线.geojson", "--json")
    assert (again.json["changed"], again.json["unchanged"]) == ([], 1)
    assert "红线.geojson" in run("changes").out
    assert run("changes", "--undo", "1").code == 0
    library = open_library(places(tmp_path / "home"))
    assert next(each for each in library.features if each.id == "zone-food").precision == "schematic"


@pytest.mark.parametrize("datum", ["gcj02", "bd09"])
def test_a_named_datum_is_taken_off(datum: str, run: Run, tmp_path: Path) -> None:
    shifted = [list(reversed(from_wgs84(lat, lon, datum))) for lon, lat in box()]  # type: ignore[arg-type]
    write(tmp_path, feature([shifted]))
    said = run("import", "红线.geojson", "--datum", datum, "--apply")
    assert said.code == 0
    assert "已换算为 WGS 84" in said.err
    outline = open_library(places(tmp_path / "home")).record("zone-food").outline  # type: ignore[attr-defined]
    for (lat, lon), (east, north) in zip(read_outline(outline)[0], box(), strict=True):
        assert distance_m((lat, lon), (north, east)) < 0.2


def test_a_file_that_states_its_datum_is_not_asked_about(run: Run, tmp_path: Path) -> None:
    for name in ("urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4490", "EPSG:4326", "CGCS2000"):
        write(tmp_path, feature(), crs={"type": "name", "properties": {"name": name}})
        said = run("import", "红线.geojson")
        assert said.code == 0, said.err
        assert "坐标系" not in said.err
    assert run("import", "红线.geojson", "--datum", "mars").code == 2


@pytest.mark.parametrize(
    "given",
    [{"name": "食保区"}, {"name": "食品保健品区"},
     {"name": " Food and Health Products ZONE "}, {"id": "zone-food", "name": "x"},
     {"zone": "zone-food", "id": 7}, {"名称": "食保区", "OBJECTID": 1}, {"name": "ｚｏｎｅ－ｆｏｏｄ"}],
)  # fmt: skip
def test_a_zone_is_found_by_id_name_or_alias(given: dict[str, object], run: Run, tmp_path: Path) -> None:
    made = feature(name=None)
    made["properties"] = given
    write(tmp_path, made, file="x.json")
    said = run("import", "x.json", "--json")
    assert [change["id"] for change in said.json["changed"]] == ["zone-food"]


def test_red_lines_and_a_table_come_in_one_import_and_one_zone_only_once(run: Run, tmp_path: Path) -> None:
    write(tmp_path, feature(), feature([box(20)], name="zone-tcm"))
    (tmp_path / "enterprises.csv").write_text("id,lat,lon\nenterprise-jinhe,36.69,101.75\n", encoding="utf-8")
    said = run("import", "红线.geojson", "enterprises.csv", "--apply", "--json")
    assert said.json["applied"]["records"] == 3
    (tmp_path / "zones.csv").write_text("id,clue_zh,clue_en\nzone-food,东,East\n", encoding="utf-8")
    said = run("import", "红线.geojson", "zones.csv")
    assert said.code == 1
    assert "只出现一次的编号" in said.err


def test_a_line_far_from_its_sketch_asks_about_the_datum(run: Run, tmp_path: Path) -> None:
    write(tmp_path, feature([box(60)]))
    assert "请核对坐标系" in run("import", "红线.geojson").out


@pytest.mark.parametrize(
    ("cells", "said"),
    [("36.69,", "纬度和经度都有"), (",101.75", "纬度和经度都有"), ("101.75,36.69", "写反"),
     ("39.9,116.4", "35.5 到 38"),
     ("NaN,101.75", "数字"), ("36.69,东", "数字")],
)  # fmt: skip
def test_a_table_places_nothing_wrong(cells: str, said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "enterprises.csv").write_text(f"id,lat,lon\nenterprise-jinhe,{cells}\n", encoding="utf-8")
    answer = run("import", "enterprises.csv", "--apply")
    assert answer.code == 1
    assert said in answer.err
    assert not places(tmp_path / "home").user_db.exists()


def test_a_table_brings_no_outline_that_bounds_nothing(run: Run, tmp_path: Path) -> None:
    cell = json.dumps([[[101.74, 36.68], [101.75, 36.69], [101.75, 36.68], [101.74, 36.69], [101.74, 36.68]]])
    (tmp_path / "zones.csv").write_text(f'id,outline\nzone-food,"{cell}"\n', encoding="utf-8")
    said = run("import", "zones.csv", "--apply")
    assert said.code == 1
    assert "与自己相交" in said.err
