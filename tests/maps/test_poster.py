"""The map as one drawing: well-formed, readable anywhere, cut to its frame, asking for nothing outside itself."""

import base64
import io
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path as FilePath
from typing import Any

import msgspec
import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from brochure.charts.svg import Cover, to_svg
from brochure.drawing import Drawing, Group, Label, Path, Shape
from brochure.fonts import FontFiles, ensure_fonts
from brochure.fonts.excerpt import build_excerpt, data_address
from brochure.maps.poster import HEAD, MARGIN, VIEWS, build_poster, words_of
from brochure.model.geometry import MapScale
from brochure.settings import shared_fonts
from brochure.words import Lang, Text
from tests.hostile import hostile_strings
from tests.maps.world import shipped_features

SCALES: tuple[MapScale, ...] = ("park", "city", "region")
DATED = (Text("资料截至 2025-06-15", "Data to 15 June 2025"),)


@pytest.fixture(scope="module")
def font_files(tmp_path_factory: pytest.TempPathFactory) -> FontFiles:
    return ensure_fonts(tmp_path_factory.mktemp("fonts"), shared_fonts())


def poster(lang: Lang = "zh", scale: MapScale = "park", **more: object) -> Drawing:
    return build_poster(shipped_features(), {}, lang=lang, scale=scale, dated=DATED, **more)  # type: ignore[arg-type]


def shapes_of(shapes: tuple[Shape, ...]) -> list[Shape]:
    found: list[Shape] = []
    for shape in shapes:
        found += shapes_of(shape.shapes) if isinstance(shape, Group) else [shape]
    return found


def texts_of(drawing: Drawing) -> str:
    return "\n".join(shape.text for shape in shapes_of(drawing.shapes) if isinstance(shape, Label))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", SCALES)
def test_a_drawing_that_can_be_read_anywhere(lang: Lang, scale: MapScale, font_files: FontFiles) -> None:
    drawing = poster(lang, scale)
    fonts = {
        weight: data_address(build_excerpt(font_files, weight, text)) for weight, text in words_of(drawing).items()
    }  # type: ignore[arg-type]
    svg = to_svg(drawing, Cover("标题 <1>", "说明 & more", lang, fonts))
    root = ElementTree.fromstring(svg)
    assert root.attrib["lang"] == lang
    title, told = root[0], root[1]
    assert (title.text, told.text) == ("标题 <1>", "说明 & more")
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], told.attrib["id"]]
    assert not [node for node in root.iter() if node.tag.endswith(("script", "image", "use", "a", "foreignObject"))]
    assert not re.search(r"href|@import|onload", svg)
    assert set(re.findall(r"url\(([a-z]+):", svg)) == {"data"}
    assert set(re.findall(r"https?://[^\"]*", svg)) == {"http://www.w3.org/2000/svg"}


def test_every_character_is_in_the_font_that_travels(font_files: FontFiles) -> None:
    drawing = poster("zh", "park")
    for weight, text in words_of(drawing).items():
        font = build_excerpt(font_files, weight, text)  # type: ignore[arg-type]
        assert font[:4] == b"wOFF"
        assert font == build_excerpt(font_files, weight, "".join(reversed(text)))  # type: ignore[arg-type]
        assert base64.b64decode(data_address(font).partition("base64,")[2]) == font
        known = TTFont(io.BytesIO(font)).getBestCmap()
        assert {char for char in text if ord(char) not in known} == set()
        assert len(known) < len(text) + 3


@pytest.mark.parametrize("scale", SCALES)
def test_nothing_of_the_map_leaves_its_frame(scale: MapScale) -> None:
    root = ElementTree.fromstring(to_svg(poster("zh", scale)))
    view = VIEWS[scale]
    (group,) = [node for node in root.iter() if node.attrib.get("id") == "map"]
    spots: list[tuple[float, float]] = []
    for node in group.iter():
        if node.tag.endswith("path"):
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", node.attrib["d"])]
            spots += zip(numbers[::2], numbers[1::2], strict=True)
        elif node.tag.endswith("circle"):
            spots.append((float(node.attrib["cx"]), float(node.attrib["cy"])))
    assert len(spots) > 100
    for x, y in spots:
        assert MARGIN - 0.01 <= x <= MARGIN + view.width_mm + 0.01
        assert MARGIN + HEAD - 0.01 <= y <= MARGIN + HEAD + view.height_mm + 0.01


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scale", SCALES)
def test_what_must_be_said_is_said(lang: Lang, scale: MapScale) -> None:
    text = texts_of(poster(lang, scale))
    wanted = {
        "zh": ("审图号：待核实", "内部资料／送审稿", "不作为权属", "OpenStreetMap", "约", "北", "实测"),
        "en": (
            "Map review number: to be confirmed", "Internal draft for review", "no evidence of ownership",
            "OpenStreetMap", "about", "N", "Surveyed",
        ),
    }  # fmt: skip
    for words in wanted[lang]:
        assert words in text
    labels = [shape for shape in shapes_of(poster(lang, scale).shapes) if isinstance(shape, Label)]
    assert min(label.size_pt for label in labels) >= 7.5


@pytest.mark.usefixtures("qapp")
def test_qt_draws_it_without_a_word(tmp_path: FilePath, qtlog: Any) -> None:
    for scale in SCALES:
        path = tmp_path / f"{scale}.svg"
        path.write_text(to_svg(poster("zh", scale), Cover("t", "d", "zh")), "utf-8")
        drawn = QSvgRenderer(str(path))
        assert drawn.isValid()
        picture = QImage(594, 829, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        drawn.render(painter)
        painter.end()
        colours = {picture.pixelColor(x, y).name() for x in range(0, 594, 3) for y in range(0, 829, 3)}
        assert len(colours) > 30
    assert 'd=""' not in "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert qtlog.records == []


def test_a_review_number_ends_the_draft() -> None:
    settings = {"review_number": "青S（2026）007", "map_maker": "测试测绘院"}
    text = texts_of(build_poster(shipped_features(), settings, lang="zh"))
    assert "青S（2026）007" in text
    assert "测试测绘院" in text
    assert "待核实" not in text
    assert "送审稿" not in text


def test_what_the_park_placed_is_explained_where_there_is_any() -> None:
    features = tuple(
        msgspec.structs.replace(f, precision="placed") if f.id in ("stage-qhu-science-park", "zone-tcm") else f
        for f in shipped_features()
    )
    wanted: dict[Lang, str] = {"zh": "园区标注", "en": "Placed by the park"}
    for lang, words in wanted.items():
        assert words not in texts_of(build_poster(shipped_features(), {}, lang=lang))
        assert words in texts_of(build_poster(features, {}, lang=lang)).replace("\n", " ")


def test_a_chosen_thing_stands_out() -> None:
    def strong(drawing: Drawing) -> int:
        paths = [shape for shape in shapes_of(drawing.shapes) if isinstance(shape, Path) and shape.stroke]
        return sum(1 for path in paths if path.stroke and path.stroke.width_mm == 0.9)

    assert strong(poster(selected="zone-kangyang")) == strong(poster()) + 1


def test_hostile_names_stay_text() -> None:
    names = iter(hostile_strings(300))
    features = tuple(msgspec.structs.replace(f, name=Text(n := next(names), n), short=None) for f in shipped_features())
    svg = to_svg(build_poster(features, {}, lang="zh"), Cover(features[0].name.zh, "d", "zh"))
    root = ElementTree.fromstring(svg)
    kinds = {node.tag.rpartition("}")[2] for node in root.iter()}
    assert kinds == {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text"}
    assert "HX" in "".join(node.text or "" for node in root.iter() if node.tag.endswith("text"))
