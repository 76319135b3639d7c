"""A file for the press: boxes, inks, bleed, marks and number of pages, read back from the file and from its pixels."""

import datetime
import io
import re
from collections.abc import Iterator

import pypdf
import pypdfium2
import pytest

from brochure import tokens
from brochure.desk import tailor
from brochure.errors import RenderError
from brochure.pdf.book import Book
from brochure.pdf.lines import Typesetter
from brochure.pdf.profile import PROFILES
from brochure.pdf.recipe import Recipe, Section
from brochure.pdf.separation import MOST_INK
from brochure.pdf.strokes import GROUND, colour_numbers
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words.page import back, notes
from brochure.words.page.furniture import SECTION
from brochure.words.press import ADVICE, PROFILE
from tests.pdf.printed import MM, contents_of, objects_of, pixels_of, steps, text_sizes, trimmed_texts

ON = datetime.date(2026, 3, 2)
READER = "测试投资有限公司"
PRESSES = ("press", "press-285")
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("press"))


def ask(profile: str, lang: str = "zh", **more: object) -> Recipe:
    sectors = ("industry-devices", "industry-wellness")
    given = {"sectors": sectors, "stage": "stage-industrial-park", "reader": READER, **more}
    return Recipe(on=ON, lang=lang, profile=profile, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def books(library: Library, home: Places) -> dict[tuple[str, str], bytes]:
    """Every profile in both languages, the same request each time."""
    return {(name, lang): tailor.preview(library, ask(name, lang), home) for name in PROFILES for lang in ("zh", "en")}


def test_every_profile_has_a_name_and_the_special_ones_advice() -> None:
    assert set(PROFILE) == set(PROFILES)
    assert set(ADVICE) <= set(PROFILES)
    assert {name for name, profile in PROFILES.items() if profile.marks or profile.imposition} <= set(ADVICE)
    assert all(PROFILES[name].name == name for name in PROFILES)


# boxes


@pytest.mark.parametrize("profile", PROFILES)
def test_boxes_say_where_the_page_ends(profile: str, books: dict[tuple[str, str], bytes]) -> None:
    asked = PROFILES[profile]  # type: ignore[index]
    wide = asked.width_mm * (2 if asked.imposition else 1)
    for lang in ("zh", "en"):
        for page in pypdf.PdfReader(io.BytesIO(books[profile, lang])).pages:
            trim, media = ([float(edge) / MM for edge in box] for box in (page.trimbox, page.mediabox))
            edge = asked.bleed_mm + asked.slug_mm
            assert media == pytest.approx([0, 0, wide + 2 * edge, asked.height_mm + 2 * edge], abs=0.01)
            assert trim == pytest.approx([edge, edge, edge + wide, edge + asked.height_mm], abs=0.01)
            if asked.bleed_mm:
                bleed = [float(side) / MM for side in page["/BleedBox"]]
                assert bleed == pytest.approx([trim[0] - 3, trim[1] - 3, trim[2] + 3, trim[3] + 3], abs=0.01)
            else:
                assert "/BleedBox" not in page


# inks


@pytest.mark.parametrize("profile", PRESSES)
def test_every_colour_is_in_four_inks(profile: str, books: dict[tuple[str, str], bytes]) -> None:
    allowed = {"k", "K", "CS", "SCN"}
    colours = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "k", "K", "sh", "Do", "BI", "ri"}
    for lang in ("zh", "en"):
        data = books[profile, lang]
        for number, content in enumerate(contents_of(data), 1):
            used = {step.operator for step in steps(content)} & colours
            assert used <= allowed, (number, used - allowed)
            assert all(step.operands == ("/All",) for step in steps(content) if step.operator == "CS")
            for step in steps(content):
                if step.operator in "kK":
                    inks = [float(part) for part in step.operands[-4:]]
                    assert len(inks) == 4
                    assert sum(inks) <= MOST_INK, (number, inks)
        whole = " ".join(map(repr, objects_of(data)))
        for name in ("/DeviceRGB", "/CalRGB", "/DeviceGray", "/CalGray", "/Lab", "/ICCBased", "/Indexed", "/Shading'"):
            assert name not in whole, name
        assert "/XObject" not in whole, "no form and no picture whose colours were not looked at"
        assert "/BM" not in whole, "one colour over another mixes, it never adds"
        assert "'/OP'" not in whole
        assert "/GTS_PDFXVersion" not in whole, "there is no profile inside, so this is no PDF/X"


@pytest.mark.parametrize("profile", PRESSES)
def test_what_shines_through_is_mixed_as_inks(profile: str, books: dict[tuple[str, str], bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(books[profile, "zh"]))
    for page in reader.pages:
        assert page["/Group"] == {"/S": "/Transparency", "/CS": "/DeviceCMYK"}
        assert page["/Resources"]["/ColorSpace"]["/All"].get_object()[:3] == ["/Separation", "/All", "/DeviceCMYK"]
    (intent,) = reader.trailer["/Root"]["/OutputIntents"]
    assert intent.get_object()["/OutputConditionIdentifier"] == "FOGRA39"


def test_dark_and_grey_text_is_black_alone(books: dict[tuple[str, str], bytes]) -> None:
    dark = {colour_numbers(colour) for colour in (tokens.INK, tokens.SLATE)}
    looked = 0
    screens, plates = contents_of(books["office", "zh"]), contents_of(books["press", "zh"])
    plates[len(screens) - 1 : -1] = []  # pages for notes
    for office, press in zip(screens, plates, strict=True):
        before = re.findall(r"([\d.]+ [\d.]+ [\d.]+) rg /F", office)
        after = re.findall(r"([\d.]+ [\d.]+ [\d.]+ [\d.]+) k /F", press)[: len(before)]  # more stands round the page
        for screen, inks in zip(before, after, strict=True):
            if screen in dark:
                looked += 1
                assert inks.startswith("0 0 0 "), inks
    assert looked > 800


def test_the_cover_stands_on_a_rich_ground(books: dict[tuple[str, str], bytes]) -> None:
    cover, *inner, last = contents_of(books["press", "zh"])
    for page in (cover, last):
        assert f"{GROUND} 0.8 0.5 0.35 0.8 k" in page
    assert not any("0.8 0.5 0.35 0.8 k" in page.split("0 G")[0].partition("/All CS")[0] for page in inner)


def test_what_is_no_ink_stops_the_file(setter: Typesetter) -> None:
    book = Book(io.BytesIO(), setter, profile=PROFILES["press"])
    book.sheet().rect(0, 0, 10, 10, fill=tokens.GOLD)
    book.sheet().ops.append("/Im1 Do")
    with pytest.raises(RenderError) as caught:
        book.save()
    assert "2" in caught.value.message.zh
    assert "Do" in caught.value.message.en


# bleed


def edge_points(
    width: float, height: float, inside: float, outside: float
) -> Iterator[tuple[str, float, float, float, float]]:
    """Yield points along all edges, each inside the trim and straight out from there."""
    for step in range(2, int(height) - 2):
        yield "left", inside, step, -outside, step
        yield "right", width - inside, step, width + outside, step
    for step in range(2, int(width) - 2):
        yield "head", step, inside, step, -outside
        yield "foot", step, height - inside, step, height + outside


@pytest.mark.parametrize("profile", PRESSES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_touches_the_edge_runs_out_over_it(profile: str, lang: str, books: dict[tuple[str, str], bytes]) -> None:
    height = PROFILES[profile].height_mm  # type: ignore[index]
    coloured: dict[int, int] = {}
    for number, page in enumerate(pypdfium2.PdfDocument(books[profile, lang]), 1):
        at = pixels_of(page)
        for side, x, y, far_x, far_y in edge_points(210, height, 0.4, 2.0):
            if at(x, y) == WHITE:
                continue
            coloured[number] = coloured.get(number, 0) + 1
            along = [(0.0, shift / 2) if side in ("left", "right") else (shift / 2, 0.0) for shift in range(-6, 7)]
            assert any(at(far_x + dx, far_y + dy) != WHITE for dx, dy in along), (number, side, x, y)
    pages = len(pypdfium2.PdfDocument(books[profile, lang]))
    whole = len(list(edge_points(210, height, 0.4, 2.0)))
    assert coloured[1] == whole, "the cover on all sides"
    assert min(coloured[number] for number in range(1, pages + 1)) > 9, "each page has at least its golden block"


@pytest.mark.parametrize("before", [("cover",), ("cover", "contents")], ids=["spread", "alone"])
def test_maps_run_out_over_the_edge_wherever_they_stand(
    before: tuple[Section, ...], library: Library, home: Places
) -> None:
    """Over a spread the map is drawn on both pages, and on one where it begins on the right."""
    asked = ask("press", sections=(*before, "location", "zones"), zones=("zone-kangyang",))
    document = pypdfium2.PdfDocument(tailor.preview(library, asked, home))
    for number in (len(before), len(before) + 1):
        at = pixels_of(document[number])
        for side, _, _, x, y in edge_points(210, 297, 0.4, 2.0):
            near = [shift / 2 for shift in range(-6, 7)]  # roads are white
            steps = [(0.0, dy) for dy in near] if side in ("left", "right") else [(dx, 0.0) for dx in near]
            assert any(at(x + dx, y + dy) != WHITE for dx, dy in steps), (number, side, x, y)
    site = pixels_of(document[len(before) + 2])
    for y in range(75, 165):  # the band with the site's own map, which stands right of the locator
        assert site(209.6, y) != WHITE
        assert site(212.0, y) != WHITE


def test_nothing_but_marks_lies_beyond_the_bleed(books: dict[tuple[str, str], bytes]) -> None:
    for page in pypdfium2.PdfDocument(books["press-285", "zh"]):
        at = pixels_of(page)
        for step in range(20, 260):
            if not 130 < step < 155:  # the register mark in the middle
                assert at(-3.6, step) == WHITE
                assert at(213.6, step) == WHITE
        for step in range(20, 90):
            assert at(step, -3.6) == WHITE
            assert at(step, 285 + 3.6) == WHITE


def test_the_map_goes_on_over_the_fold(books: dict[tuple[str, str], bytes]) -> None:
    document = pypdfium2.PdfDocument(books["press", "zh"])
    left, right = pixels_of(document[3], 288), pixels_of(document[4], 288)
    beyond = [(left(210 + 1.5, y), right(1.5, y)) for y in range(3, 294)]
    same = sum(max(abs(a - b) for a, b in zip(*pair, strict=True)) < 24 for pair in beyond)
    assert same > 0.96 * len(beyond), "what bleeds on one page is what lies on the other"
    assert not any(WHITE in pair for pair in beyond), "and the paper between them has the colour of the map"


@pytest.mark.parametrize("profile", [*PRESSES, "large"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_text_comes_near_the_knife(profile: str, lang: str, books: dict[tuple[str, str], bytes]) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(books[profile, lang]), 1):
        left, foot, right, head = page.get_trimbox()
        text = page.get_textpage()
        for place in range(text.count_rects()):
            x1, y1, x2, y2 = text.get_rect(place)
            if x2 <= left or x1 >= right or y2 <= foot or y1 >= head:
                continue  # round the page, or hidden under the fold
            near = min(x1 - left, right - x2, y1 - foot, head - y2) / MM
            assert near > 4.9, (number, near, text.get_text_bounded(x1, y1, x2, y2))


# marks


@pytest.mark.parametrize("profile", PRESSES)
def test_marks_stand_at_the_trim_outside_the_bleed(profile: str, books: dict[tuple[str, str], bytes]) -> None:
    height = PROFILES[profile].height_mm  # type: ignore[index]
    for page in pypdfium2.PdfDocument(books[profile, "en"]):
        at = pixels_of(page, 288)
        for x in (0.0, 210.0):
            for y in (-6.0, height + 6.0):
                assert min(max(at(x + dx / 20, y)) for dx in range(-3, 4)) < 128, "crop mark above or below a corner"
        for y in (0.0, height):
            for x in (-6.0, 216.0):
                assert min(max(at(x, y + dy / 20)) for dy in range(-3, 4)) < 128, "crop mark beside a corner"
        assert min(max(at(105 + dx / 20, -8.0)) for dx in range(-3, 4)) < 128, "register mark"


def test_each_sheet_says_what_it_is(books: dict[tuple[str, str], bytes], library: Library) -> None:
    document = pypdfium2.PdfDocument(books["press-285", "zh"])
    for number, page in enumerate(document, 1):
        _, _, _, head = page.get_trimbox()
        above = page.get_textpage().get_text_bounded(0, head + 3 * MM, page.get_width(), page.get_height())
        for words in (READER, f"第 {number} 页，共 {len(document)} 页", library.content_version, "CMYK", "210 × 285"):
            assert re.sub(r"\s", "", words) in re.sub(r"\s", "", above)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_reader_stays_beside_the_register_mark(lang: str, library: Library, home: Places) -> None:
    reader = (
        "青海高原特色生物医药与医疗器械产业投资发展（集团）股份有限公"
        "司西北区域联合投资促进与项目落地工作委员会筹备办公室甲乙丙丁"
    )
    data = tailor.preview(library, ask("press", lang, reader=reader, sections=("cover",)), home)
    for page in pypdfium2.PdfDocument(data):
        left, _, _, head = page.get_trimbox()
        beside = page.get_textpage().get_text_bounded(left, head + 3 * MM, left + 102 * MM, page.get_height())
        assert reader in re.sub(r"\s", "", beside)


# pages


ENOUGH: tuple[tuple[Section, ...], ...] = (
    ("cover",), ("cover", "sources"), ("cover", "contents", "sources"), ("cover", "contents", "altitude", "sources"),
    ("cover", "contents", "altitude", "chain", "sources"), ("contents", "altitude"),
)  # fmt: skip


@pytest.mark.parametrize("profile", ["press", "booklet"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
@pytest.mark.parametrize("sections", ENOUGH)
def test_pages_come_in_fours_with_the_back_last(
    sections: tuple[Section, ...], lang: str, profile: str, library: Library, home: Places
) -> None:
    data = tailor.preview(library, ask(profile, lang, sections=sections), home)
    texts = trimmed_texts(data)
    if profile == "booklet":
        assert len(texts) % 2 == 0
        return
    assert len(texts) % 4 == 0
    last = back.SCAN.zh if lang == "zh" else back.SCAN.en
    if "sources" in sections:
        assert re.sub(r"\s", "", last) in texts[-1]
    added = [text for text in texts if re.sub(r"\s", "", notes.COLUMNS[1].to("zh" if lang == "zh" else "en")) in text]
    office = len(trimmed_texts(tailor.preview(library, ask("office", lang, sections=sections), home)))
    assert len(added) == len(texts) - office < 4
    assert all(len(text) > 30 for text in texts), "no bare page"


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_the_contents_know_that_the_back_has_moved(lang: str, library: Library, home: Places) -> None:
    data = tailor.preview(library, ask("press", lang, sections=("cover", "contents", "sources")), home)
    reader = pypdf.PdfReader(io.BytesIO(data))
    document = pypdfium2.PdfDocument(data)
    told = []
    for number, page in enumerate(reader.pages):
        for note in page.get("/Annots") or ():
            left, low, right, high = (float(edge) for edge in note.get_object()["/Rect"])
            if high - low > 20 and "/Dest" in note.get_object():
                target = reader.get_page_number(note.get_object()["/Dest"][0].get_object())
                read = document[number].get_textpage().get_text_bounded(left, low, right, high).split()
                told.append((int(read[0]), target + 1))
    assert len(told) == (2 if lang == "both" else 1)
    assert all(said == true for said, true in told)
    assert told[-1][1] == len(reader.pages)


# text


@pytest.mark.parametrize("profile", [*PRESSES, "large"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_profile_says_the_same(profile: str, lang: str, books: dict[tuple[str, str], bytes]) -> None:
    office, other = (
        [re.sub(r"1:(10,?000|7,?100)", "1:…", text) for text in trimmed_texts(books[name, lang])]
        for name in ("office", profile)  # the scale is that of the printed page
    )
    for texts in (office, other):  # the back comes after the pages for notes, and the contents say so
        back = f"{len(texts)}{SECTION['sources'].to(lang)}"  # type: ignore[arg-type]
        assert back in texts[1]
        texts[1] = texts[1].replace(back, "")
    assert other[: len(office) - 1] == office[:-1]
    assert other[-1] == office[-1]
    added = other[len(office) - 1 : -1]
    assert all(re.sub(r"\s", "", notes.NOTES.to(lang)) in text for text in added)  # type: ignore[arg-type]


def test_large_type_is_large(books: dict[tuple[str, str], bytes]) -> None:
    for lang in ("zh", "en"):
        sizes = [text_sizes(content) for content in contents_of(books["large", lang])]
        assert min(min(page) for page in sizes) >= 10.5
        assert 14.14 in sizes[1], "the letter"
        assert min(min(text_sizes(content)) for content in contents_of(books["office", lang])) == pytest.approx(7.5)


def test_links_grow_with_the_page(books: dict[tuple[str, str], bytes]) -> None:
    office, large = (pypdf.PdfReader(io.BytesIO(books[name, "zh"])) for name in ("office", "large"))
    looked = moved = 0
    for one, other in zip(office.pages, large.pages, strict=True):
        for small, great in zip(one.get("/Annots") or (), other.get("/Annots") or (), strict=True):
            before, after = (note.get_object()["/Rect"] for note in (small, great))
            tops = [842 - 0.11, 420 * MM]  # both are measured from the head
            wanted = [float(edge) * 297 / 210 for edge in before]
            if abs(float(after[0]) - wanted[0]) > 0.1:  # behind the scale under the profile, which is another one
                moved += 1
                continue
            assert float(after[2]) == pytest.approx(wanted[2], abs=0.1)
            assert tops[1] - float(after[3]) == pytest.approx((tops[0] - float(before[3])) * 297 / 210, abs=0.2)
            looked += 1
    assert looked > 100
    assert moved <= 2


def test_a_print_file_is_the_same_again(books: dict[tuple[str, str], bytes], library: Library, home: Places) -> None:
    tailor._SETTERS.clear()  # as in a fresh process: nothing remembered
    for name in PROFILES:
        assert tailor.preview(library, ask(name), home) == books[name, "zh"]
