"""Static fonts: cut whole or not at all, found again, and honest about what they cannot draw."""

import shutil
from pathlib import Path

import pytest

import brochure.fonts as fonts
from brochure.errors import RenderError
from brochure.fonts import FontFiles, cut_fonts, ensure_fonts, find_fonts, load_faces, missing_characters, variable_font
from brochure.typeface import LONG_DASH, NARROW, characters_of, load_typeface, metrics_path


@pytest.fixture(scope="module")
def few() -> frozenset[str]:
    return frozenset("园区0123456789 ABCdeé“”‘’…—（）①AVTo.,")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, few: frozenset[str]) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "base_characters", lambda: few)
        cut_fonts(folder, ["勠力"])
    return folder


@pytest.fixture
def files(kept: Path, tmp_path: Path) -> FontFiles:
    shutil.copytree(kept, tmp_path / "fonts")
    found = find_fonts([tmp_path / "none", tmp_path / "fonts"])
    assert found is not None
    return found


def test_three_weights_with_families_of_their_own(files: FontFiles) -> None:
    from fontTools.ttLib import TTFont

    names = []
    for path in (files.regular, files.medium, files.bold):
        with TTFont(path) as font:
            assert "fvar" not in font
            names.append((font["name"].getDebugName(1), font["name"].getDebugName(2), font["OS/2"].usWeightClass))
    assert names == [
        ("Park Sans SC", "Regular", 400),
        ("Park Sans SC Medium", "Regular", 500),
        ("Park Sans SC", "Bold", 700),
    ]


def test_base_set_holds_what_a_brochure_needs() -> None:
    base = fonts.base_characters()
    assert set("园区①⑳㎡℃±×²³–—‘’“”…～·•°′″▲●○→←↑↓āáǎàǖǘǚǜńňÀéß、。《》￥") <= base
    assert sum("一" <= char <= "鿿" for char in base) == 6763


def test_wanted_characters_are_added(files: FontFiles, few: frozenset[str]) -> None:
    assert characters_of(files.regular) == few | set("勠力")
    assert missing_characters("园𠮷区龘\n", files) == ("𠮷", "龘")
    assert load_faces(files)[700].weight == 700


def test_ensure_takes_what_covers_and_cuts_what_does_not(
    files: FontFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: frozenset[str]
) -> None:
    shared, own = files.regular.parents[1], tmp_path / "own"
    assert ensure_fonts(own, shared, ["园区勠力"]) == files
    assert ensure_fonts(own, shared, ["𠮷\x07\ue000"]) == files  # no cut would help
    assert not own.exists()
    monkeypatch.setattr(fonts, "base_characters", lambda: few)
    reported: list[str] = []
    cut = ensure_fonts(own, shared, ["锟"], reported.append)
    assert cut.regular.parents[1] == own
    assert {"锟", "勠", "园"} <= characters_of(cut.bold)
    assert sorted(reported) == ["bold.ttf", "medium.ttf", "regular.ttf"]
    assert [path.name for path in own.iterdir()] == [cut.regular.parent.name]  # nothing left over


def test_a_broken_set_is_not_taken(files: FontFiles, tmp_path: Path) -> None:
    metrics_path(files.bold).unlink()
    assert find_fonts([files.regular.parents[1]]) is None
    whole = files.regular.read_bytes()
    files.regular.write_bytes(whole[:-4])
    assert load_typeface(files.regular) is None
    files.regular.write_bytes(b"x" + whole[1:])
    assert load_typeface(files.regular) is None
    files.regular.write_bytes(whole)
    assert load_typeface(files.regular) is not None
    for size in (0, 5, 12, 200, -1):
        numbers = metrics_path(files.medium).read_bytes()
        metrics_path(files.medium).write_bytes(numbers[:size])
        assert load_typeface(files.medium) is None
        metrics_path(files.medium).write_bytes(numbers)
    with pytest.raises(RenderError):
        load_faces(files)


def test_nowhere_to_write_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RenderError, match="cannot be written") as caught:
        cut_fonts(tmp_path / "file" / "fonts")
    assert str(tmp_path) in caught.value.to("zh")


def test_widths_and_forms(files: FontFiles) -> None:
    face = load_faces(files)[400]
    assert face.advances["园"] == 1000
    assert face.advances["𠮷"] == face.header["missing_width"]
    assert face.kerned("园AV1 AV") == [(2, face.kerning["AV"]), (6, face.kerning["AV"])]
    assert face.kerning["AV"] < 0
    assert face.kerned("0123456789") == []
    assert face.advances[NARROW["“"]] < 500
    assert face.advances[LONG_DASH] == 2000
    assert face.codes["𠮷"] == "0000"
    assert len(face.outline(face.glyph_of(face.cids["园"]))) > 50


def test_variable_font_is_found() -> None:
    assert variable_font().stat().st_size > 10_000_000
