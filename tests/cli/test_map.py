"""``map OUT``: three endings, one sentence when it cannot be, a file that is whole or as it was."""

import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from brochure.desk.change import save_setting
from brochure.settings import places as places_in
from tests.said import Said

Run = Callable[..., Said]


@pytest.mark.parametrize("kind", ["html", "svg", "pdf"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_map_is_written_and_described(run: Run, tmp_path: Path, kind: str, lang: str) -> None:
    out = tmp_path / f"地图 map.{kind.upper() if lang == 'en' else kind}"
    said = run("map", str(out), "--lang", lang, "--on", "2026-03-02", "--json")
    assert (said.code, said.err) == (0, "")
    data = out.read_bytes()
    assert json.loads(said.out) == {
        "path": str(out), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "left_out": [],
    }  # fmt: skip
    start = {"html": b"<!DOCTYPE html>", "svg": b"<?xml", "pdf": b"%PDF-"}[kind]
    assert data.startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_the_sentence_at_the_end(run: Run, tmp_path: Path) -> None:
    said = run("map", str(tmp_path / "a.svg"), "--lang", "en")
    assert said.code == 0
    assert said.out.startswith(f"Written: {tmp_path / 'a.svg'}, ")
    assert said.err == ""


@pytest.mark.parametrize("scale", ["park", "city", "region"])
def test_a_drawing_comes_at_three_scales(run: Run, tmp_path: Path, scale: str) -> None:
    assert run("map", str(tmp_path / "a.svg"), "--scale", scale).code == 0
    root = ElementTree.fromstring((tmp_path / "a.svg").read_text("utf-8"))
    wide = float(root.attrib["width"].removesuffix("mm"))
    assert wide == (210 if scale == "region" else 297)


def test_a_map_may_be_about_one_thing(run: Run, tmp_path: Path) -> None:
    for kind in ("html", "svg", "pdf"):
        run("map", str(tmp_path / f"plain.{kind}"))
        assert run("map", str(tmp_path / f"chosen.{kind}"), "--select", "zone-kangyang").code == 0
        assert (tmp_path / f"plain.{kind}").read_bytes() != (tmp_path / f"chosen.{kind}").read_bytes()
    assert '"start":"zone/zone-kangyang"' in (tmp_path / "chosen.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("map.docx",), "地图可以写成 .html、.svg 或 .pdf。", "it can be .html, .svg or .pdf."),
        (("map",), "地图可以写成 .html、.svg 或 .pdf。", "it can be .html, .svg or .pdf."),
        (("not-there/a.html",), "请先建好文件夹", "make the folder"),
        (("a.pdf", "--scale", "city"), "只用于 .svg", "only for .svg"),
        (("a.svg", "--select", "zone-kanyang"), "zone-kangyang", "Did you mean “zone-kangyang”?"),
        (("taken.svg",), "原有的文件未动", "an existing file is as it was"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(run: Run, tmp_path: Path, arguments: tuple[str, ...], zh: str, en: str) -> None:
    (tmp_path / "taken.svg").mkdir()
    for lang, wanted in (("zh", zh), ("en", en)):
        said = run("map", str(tmp_path / arguments[0]), *arguments[1:], "--lang", lang)
        assert said.code == 1
        assert said.out == ""
        assert wanted in said.err
        assert said.err.count("\n") == 1
        assert "Traceback" not in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["taken.svg"]


def test_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("map").code == 2
    assert run("map", str(tmp_path / "a.svg"), "--scale", "world").code == 2
    assert run("map", str(tmp_path / "a.svg"), "--lang", "both").code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_review_number_is_what_the_office_typed(run: Run, tmp_path: Path, home: Path) -> None:
    save_setting(places_in(home), "review_number", "青S（2026）007")
    try:
        for kind in ("html", "svg", "pdf"):
            run("map", str(tmp_path / f"a.{kind}"))
    finally:
        save_setting(places_in(home), "review_number", "")
    for kind in ("html", "svg"):
        text = (tmp_path / f"a.{kind}").read_text("utf-8")
        assert "青S（2026）007" in text
        assert "送审稿" not in text
    assert "青S（2026）007" in re.sub(r"\s", "", pypdf.PdfReader(tmp_path / "a.pdf").pages[0].extract_text())


def test_a_character_no_font_has_is_named_and_not_printed(run: Run, tmp_path: Path, home: Path) -> None:
    save_setting(places_in(home), "map_maker", "测绘院\U0001f3d4")
    try:
        said = run("map", str(tmp_path / "a.pdf"))
    finally:
        save_setting(places_in(home), "map_maker", "")
    assert said.code == 1
    assert "U+1F3D4" in said.err
    assert list(tmp_path.iterdir()) == []


def test_help_names_the_three_endings(run: Run) -> None:
    for lang in ("zh", "en"):
        said = run("map", "--help", "--lang", lang)
        assert said.code == 0
        for words in ("OUT.html|OUT.svg|OUT.pdf", "--scale", "--select", "park city region"):
            assert words in said.out
