"""The sheet of A3: composed, whole, silent, the same twice; every block in its own frame, every great name on it."""

import datetime
import io
import itertools
import re
from collections.abc import Mapping

import pypdf
import pypdfium2
import pytest

from brochure.maps.labels import overlap
from brochure.model.link import fragment_of
from brochure.pdf.lines import Typesetter
from brochure.pdf.map_sheet import A3, MARGIN, MapSheet, compose_sheet
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library
from brochure.words import takeaway as say

ON = datetime.date(2026, 3, 2)
MM = 72 / 25.4
FORBIDDEN = (
    "/JavaScript", "/JS", "/AA", "/OpenAction", "/Launch", "/EmbeddedFile", "/SubmitForm", "/GoToR", "/RichMedia",
    "/URI",
)  # fmt: skip


def compose(library: Library, setter: Typesetter, lang: str, settings: Mapping[str, str] = {}, **more) -> MapSheet:
    return compose_sheet(library, library.features, Recipe(lang=lang, on=ON), setter, settings, **more)


def saved(sheet: MapSheet) -> bytes:
    sheet.book.save()
    return sheet.out.getvalue()


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return re.sub(r"\s+", "", document[0].get_textpage().get_text_range())


@pytest.fixture(scope="module", params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sheet(library: Library, setter: Typesetter, lang: str) -> MapSheet:
    return compose(library, setter, lang)


@pytest.fixture(scope="module")
def made(sheet: MapSheet) -> bytes:
    return saved(sheet)


def test_one_sheet_of_a3_across(made: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert len(pages) == 1
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [round(side * MM) for side in A3]


def test_the_same_bytes_twice(library: Library, setter: Typesetter, lang: str, made: bytes) -> None:
    assert saved(compose(library, setter, lang)) == made


def test_no_block_crosses_another_and_all_lie_on_the_sheet(sheet: MapSheet) -> None:
    assert set(sheet.boxes) >= {
        "map",
        "title",
        "locator",
        "profile",
        "precision",
        "notes",
        "distances",
        "legend",
        "sources",
    }
    for (name, box), (other, far) in itertools.combinations(sheet.boxes.items(), 2):
        assert not overlap(box, far), (name, other)
    for name, (left, top, right, bottom) in sheet.boxes.items():
        assert left >= MARGIN - 0.01, name
        assert top >= MARGIN - 0.01, name
        assert right <= A3[0] - MARGIN + 0.01, name
        assert bottom <= A3[1] - MARGIN + 0.01, name


def test_every_great_name_finds_room(sheet: MapSheet) -> None:
    assert sheet.unnamed == ()


def test_all_words_stay_inside_the_margins_and_above_the_smallest_size(made: bytes) -> None:
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    for place in range(text.count_rects()):
        left, low, right, high = text.get_rect(place)
        assert left >= (MARGIN - 1) * MM
        assert right <= (A3[0] - MARGIN + 1) * MM, text.get_text_bounded(left, low, right, high)
        assert low >= (MARGIN - 1) * MM
        assert high <= (A3[1] - MARGIN + 1) * MM
    content = pypdf.PdfReader(io.BytesIO(made)).pages[0].get_contents()
    assert content is not None
    sizes = {float(size) for size in re.findall(rb"/[FH]\d+ ([\d.]+) Tf", content.get_data())}
    assert min(sizes) >= 7.5


def test_the_file_is_quiet_and_its_fonts_are_inside(made: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made))
    objects = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    whole = b"".join(repr(each).encode() for each in objects)
    for name in FORBIDDEN:
        assert f"'{name}'".encode() not in whole
    fonts = [each for each in objects if isinstance(each, dict) and each.get("/Type") == "/FontDescriptor"]
    assert fonts
    assert all("/FontFile2" in font for font in fonts)


def test_title_language_and_bookmarks(made: bytes, lang: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == say.TITLE.to(lang)  # type: ignore[arg-type]
    assert reader.trailer["/Root"]["/Lang"] == ("zh-CN" if lang == "zh" else "en")
    outline = reader.outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == [
        text.to(lang)
        for text in (say.SHEET, say.ZONES, say.STAGES)  # type: ignore[arg-type]
    ]
    assert sum(len(entry) for entry in outline if isinstance(entry, list)) > 20


def test_each_zone_and_stage_can_be_asked_for_by_name(made: bytes, library: Library) -> None:
    named = pypdf.PdfReader(io.BytesIO(made)).named_destinations
    stages = {fragment_of(record) for record in library.records("stages")}
    assert stages <= set(named)
    assert {"zone/zone-kangyang", "zone/zone-core", "map"} <= set(named)
    view = named["zone/zone-kangyang"]
    assert view["/Type"] == "/FitR"
    left, low, right, high = (float(view[side]) for side in ("/Left", "/Bottom", "/Right", "/Top"))
    text = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded(left, low, right, high)
    assert re.search("产业示范园区|Wellness Park", text)
    assert right - left < A3[0] * MM / 2


def test_what_must_be_said_is_said(made: bytes, lang: str, library: Library) -> None:
    text = text_of(made)
    wanted = {
        "zh": (
            "西宁经济技术开发区生物科技产业园区", "BiotechIndustrialPark,XiningEconomic", "审图号：待核实",
            "内部资料／送审稿", "不作为权属、规划或行政界线依据", "OpenStreetMap", "约1:40000", "直线公里", "公路",
            "实测", "按地址", "示意", "资料截至2025-06-15", "30.7", "31.8",
        ),
        "en": (
            "西宁经济技术开发区生物科技产业园区", "XiningBiotechIndustrialPark", "Mapreviewnumber:tobeconfirmed",
            "Internaldraftforreview", "noevidenceofownership", "OpenStreetMap", "about1:40,000", "straight,km",
            "Byroad", "Surveyed", "Byaddress", "Sketch", "Datato15June2025", "30.7", "31.8",
        ),
    }  # fmt: skip
    for words in (*wanted[lang], library.content_version):
        assert words in text, words


def test_a_review_number_ends_the_draft(library: Library, setter: Typesetter, lang: str) -> None:
    settings = {"review_number": "青S（2026）007", "map_maker": "测试测绘院", "map_date": "2026-02"}
    text = text_of(saved(compose(library, setter, lang, settings)))
    assert "青S（2026）007" in text
    assert "测试测绘院" in text
    assert "2026-02" in text
    assert not re.search("待核实（|送审稿|tobeconfirmed（|Internaldraft", text)


def test_what_the_guard_holds_back_is_not_in_the_table(library: Library, setter: Typesetter, lang: str) -> None:
    before = text_of(saved(compose(library, setter, lang)))
    after = text_of(saved(compose(library, setter, lang, left_out={"place-airport"})))
    assert "31.8" in before
    assert "31.8" not in after


def test_every_mark_leads_to_its_source(sheet: MapSheet) -> None:
    assert sheet.book.loose_ends() == ()
    assert sheet.book.sheets[0].links


def test_a_chosen_thing_is_named_stronger(library: Library, setter: Typesetter) -> None:
    plain, chosen = (saved(compose(library, setter, "zh", selected=key)) for key in (None, "zone-tcm"))
    assert plain != chosen
    assert text_of(plain).count("中藏药") == text_of(chosen).count("中藏药")


def test_content_without_map_or_places_still_makes_a_sheet(library: Library, setter: Typesetter) -> None:
    everything = {place.id for place in library.records("places")}
    made = compose_sheet(library, (), Recipe(on=ON), setter, {}, left_out=everything)
    assert pypdf.PdfReader(io.BytesIO(saved(made))).pages[0].extract_text()
