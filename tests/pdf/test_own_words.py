"""Sender and own words on the page: all of it stands there, flows, and is read by camera and by the guard."""

import datetime
import io
import re
from pathlib import Path

import msgspec
import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from brochure.desk import sender as desk
from brochure.desk import tailor
from brochure.errors import RenderError
from brochure.pdf.book import Sheet
from brochure.pdf.breaks import clean
from brochure.pdf.edition import Edition
from brochure.pdf.recipe import SECTIONS, OwnWords, Recipe
from brochure.pdf.sections import location
from brochure.pdf.setting import plain
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words.page import formats, letter
from brochure.words.page.furniture import SECTION
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)
ENDS = ("cover", "contents", "figures", "sources")
WHO = {
    "name": "测试专员",
    "role": "招商专员",
    "organisation": "园区招商专班",
    "phone": "0971-0000000",
    "email": "a.b@example.cn",
}
TEXT = "我们在西宁等您来看地块、看孵化载体，把办事的每一步说清楚；“待核实”的地方（包括区号），欢迎当面来问。"
ENGLISH = "We look forward to showing you the sites, and to telling you how each step of an approval runs today."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A home in which a sender with photo and logo is set."""
    folder = tmp_path_factory.mktemp("sender")
    places = places_in(folder / "home")
    for field, value in WHO.items():
        desk.save_field(places, field, value)
    Image.new("RGB", (900, 1200), (200, 40, 40)).save(folder / "a.jpg")
    Image.new("RGBA", (880, 240), (0, 120, 0, 255)).save(folder / "l.png")
    desk.take_picture(places, "photo", folder / "a.jpg")
    desk.take_picture(places, "logo", folder / "l.png")
    return places


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [re.sub(r"\s", "", page.get_textpage().get_text_range().replace("\ufffe", "-")) for page in document]


def as_set(text: str) -> str:
    return re.sub(r"\s", "", plain(clean(text)[0]))


def furniture_end(page: str) -> int:
    """Return where the text of a page begins, after thumb index and folio."""
    marks = (r"投资手册", r"Investorbrochure", r"版本[0-9a-f]{8}\d*", r"Version[0-9a-f]{8}\d*")
    return max((found.end() for mark in marks if (found := re.search(mark, page[:160]))), default=0)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sender_is_in_the_letter_on_the_back_and_in_the_code(lang: str, library: Library, home: Places) -> None:
    data = tailor.preview(library, Recipe(sections=ENDS, lang=lang, on=ON), home)
    pages = pages_of(data)
    for page in (pages[1], pages[-1]):
        assert all(value in page for value in WHO.values())
    last = pypdfium2.PdfDocument(data)[len(pages) - 1]
    (code,) = zxingcpp.read_barcodes(last.render(scale=150 / 72).to_pil())
    assert "FN:测试专员" in code.text
    assert "TITLE:招商专员" in code.text
    assert "TEL;TYPE=work,voice:0971-0000000" in code.text
    assert "EMAIL:a.b@example.cn" in code.text
    corners = code.position
    assert (corners.top_right.x - corners.top_left.x) / 150 * 25.4 >= 20
    links = [
        note.get_object().get("/A", {}).get("/URI")
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
        for note in page.get("/Annots") or ()
    ]
    assert links.count("mailto:a.b@example.cn") == 2
    assert links.count("tel:09710000000") == 2


def test_photo_and_logo_are_printed_twice_and_kept_once(library: Library, home: Places) -> None:
    data = tailor.preview(library, Recipe(sections=ENDS, on=ON), home)
    document = pypdfium2.PdfDocument(data)
    drawn = {
        number: [item.get_bounds() for item in document[number].get_objects(filter=[3])]
        for number in (1, len(document) - 1)
    }
    assert [len(places) for places in drawn.values()] == [2, 2]
    images = [
        each
        for number in range(1, pypdf.PdfReader(io.BytesIO(data)).trailer["/Size"])
        if isinstance(each := pypdf.PdfReader(io.BytesIO(data)).get_object(number), dict)
        and each.get("/Subtype") == "/Image"
    ]
    assert sorted(str(each["/Filter"]) for each in images) == ["/DCTDecode", "/FlateDecode"]
    back = document[len(document) - 1].render(scale=2).to_pil().convert("RGB")
    red = back.getpixel((round(29 / 25.4 * 144), round(150 / 25.4 * 144)))
    assert red[0] > 180
    assert red[1] < 70


def test_without_a_sender_nothing_is_made_up(library: Library, places: Places) -> None:
    pages = pages_of(tailor.preview(library, Recipe(sections=ENDS, on=ON), places))
    assert as_set(letter.TO_BE_FILLED.zh) in pages[1]
    assert as_set(letter.YOUR_CONTACT.zh) not in pages[1]


def test_somebody_named_for_this_brochure_goes_first(library: Library, home: Places) -> None:
    pages = pages_of(tailor.preview(library, Recipe(sections=ENDS, contact="李四", on=ON), home))
    assert "李四" in pages[1]
    assert "李四" in pages[-1]
    assert WHO["name"] not in pages[1] + pages[-1]


def test_a_coarse_photo_is_told_and_printed(library: Library, home: Places, places: Places, tmp_path: Path) -> None:
    desk.save_field(places, "name", "张三")
    Image.new("RGB", (120, 160)).save(tmp_path / "small.jpg")
    desk.take_picture(places, "photo", tmp_path / "small.jpg")
    found = tailor.inspect_all(library, Recipe(sections=ENDS, on=ON), places)
    assert [(finding.level, finding.fix, finding.page) for finding in found] == [
        ("warn", "sender", 2),
        ("warn", "sender", 5),
    ]
    assert not tailor.inspect_all(library, Recipe(sections=ENDS, on=ON), home)
    assert tailor.export(library, Recipe(sections=ENDS, on=ON), tmp_path / "a.pdf", places).pages == 5


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("times", [1, 3, 10, 40, 120])
def test_a_greeting_of_any_length_stands_whole(times: int, lang: str, library: Library, home: Places) -> None:
    words = OwnWords(zh="\n".join([TEXT] * times), en="\n".join([ENGLISH] * times))
    recipe = Recipe(reader="测试投资有限公司", sections=ENDS, lang=lang, greeting=words, closing=words, on=ON)
    data = tailor.preview(library, recipe, home)
    pages = pages_of(data)
    found = "".join(page[furniture_end(page) :] for page in pages)
    assert found.count(as_set(words.to(lang))) == 2, pages
    assert len(pages) > 6 if times >= 40 else len(pages) <= 8


def test_own_words_are_text_everywhere(library: Library, tmp_path: Path) -> None:
    places = places_in(tmp_path / "home")
    printed = 0
    strings = hostile_strings(120)
    for start in range(0, len(strings), 20):
        group = [text for text in strings[start : start + 20] if not _stops(text, library, places)]
        recipe = Recipe(sections=("contents",), greeting=OwnWords(zh="\n".join(group)), on=ON)
        data = tailor.preview(library, recipe, places)
        found = "".join(pages_of(data)).replace("\x00", "")
        for text in group:
            assert as_set(text) in found, text
            printed += 1
        assert b"/JavaScript" not in data
        assert b"HX49HX" not in data
    assert printed > 60


def _stops(text: str, library: Library, places: Places) -> bool:
    recipe = Recipe(sections=("contents",), greeting=OwnWords(zh=text), on=ON)
    return any(finding.level == "stop" for finding in tailor.preflight(library, recipe, places))


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (OwnWords(zh="这里是全省最大的园区。"), "最大"),
        (OwnWords(zh="企业所得税先征后返。"), "先征后返"),
        (OwnWords(zh="康养基地治疗高血压。"), "治疗"),
    ],
)
def test_a_claim_in_own_words_stops_the_export(
    words: OwnWords, rule: str, library: Library, home: Places, tmp_path: Path
) -> None:
    for block in ("greeting", "closing"):
        recipe = msgspec.structs.replace(Recipe(sections=ENDS, on=ON), **{block: words})
        (stop,) = [finding for finding in tailor.preflight(library, recipe, home) if finding.level == "stop"]
        assert rule in stop.what.zh
        assert stop.fix == block
        with pytest.raises(RenderError):
            tailor.export(library, recipe, tmp_path / "a.pdf", home)
        assert not (tmp_path / "a.pdf").exists()


def test_a_superlative_may_be_printed_with_its_label_but_a_cure_never(library: Library, home: Places) -> None:
    proud = Recipe(sections=ENDS, greeting=OwnWords(zh="这里是全省最大的园区。"), force_unverified=True, on=ON)
    assert not [finding for finding in tailor.preflight(library, proud, home) if finding.level == "stop"]
    assert "（未经核实，按要求印出）" in "".join(pages_of(tailor.preview(library, proud, home)))
    cure = msgspec.structs.replace(proud, greeting=OwnWords(zh="康养基地治疗高血压。"))
    assert [finding for finding in tailor.preflight(library, cure, home) if finding.level == "stop"]


def test_words_that_would_not_be_printed_are_told(library: Library, home: Places) -> None:
    recipe = Recipe(sections=("cover", "figures"), greeting=OwnWords(zh="您好。"), on=ON)
    (found,) = tailor.preflight(library, recipe, home)
    assert (found.level, found.fix) == ("warn", "greeting")
    both = Recipe(sections=ENDS, lang="both", closing=OwnWords(zh="再见。"), on=ON)
    (found,) = tailor.preflight(library, both, home)
    assert (found.level, found.fix) == ("warn", "closing")


# the order of the sections


def test_the_book_follows_the_order_with_cover_first_and_sources_last(library: Library, home: Places) -> None:
    asked = ("sources", "policies", "figures", "contents", "cover", "location", "altitude")
    data = tailor.preview(library, Recipe(sections=asked, on=ON), home)
    reader = pypdf.PdfReader(io.BytesIO(data))
    titles = [str(item.title) for item in reader.outline]
    assert titles == ["封面", "政策", "数字", "前言", "区位", "海拔", "历次数据", "来源"]
    pages = [reader.get_destination_page_number(item) for item in reader.outline]
    assert pages == sorted(pages)
    text = pages_of(data)[pages[3]]
    places = [
        text.index(as_set(SECTION[name].zh) + as_set(letter.BLURB[name].zh))
        for name in ("policies", "figures", "location", "altitude", "sources")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("before", [(), ("figures",), ("figures", "industries")])
def test_the_map_runs_over_two_pages_only_where_they_face_each_other(
    before: tuple[str, ...], library: Library, home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, bool]] = []
    draw = location._draw_map

    def watched(edition: Edition, left: Sheet, right: Sheet | None) -> None:
        drawn.append((edition.book.number(left) or 0, right is not None))
        draw(edition, left, right)

    monkeypatch.setattr(location, "_draw_map", watched)
    rest = tuple(name for name in SECTIONS if name not in (*before, "cover", "contents", "location", "sources"))
    asked = ("cover", "contents", *before, "location", *rest, "sources")
    reader = pypdf.PdfReader(io.BytesIO(tailor.preview(library, Recipe(sections=asked, on=ON), home)))
    starts = {str(item.title): reader.get_destination_page_number(item) + 1 for item in reader.outline}
    assert drawn == [(starts["区位"], starts["区位"] % 2 == 0)]
    assert starts["区位"] == len(before) + 3


@pytest.mark.parametrize(("times", "start"), [(1, 4), (12, 6), (40, 6)])
def test_a_long_greeting_costs_the_usual_book_no_spread(
    times: int, start: int, library: Library, home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, bool]] = []
    draw = location._draw_map

    def watched(edition: Edition, left: Sheet, right: Sheet | None) -> None:
        drawn.append((edition.book.number(left) or 0, right is not None))
        draw(edition, left, right)

    monkeypatch.setattr(location, "_draw_map", watched)
    recipe = Recipe(greeting=OwnWords(zh="\n".join([TEXT] * times)), on=ON)
    reader = pypdf.PdfReader(io.BytesIO(tailor.preview(library, recipe, home)))
    ((page, is_spread),) = drawn
    assert is_spread
    assert page % 2 == 0
    assert page >= start
    starts = {str(item.title): reader.get_destination_page_number(item) + 1 for item in reader.outline}
    listed = pypdfium2.PdfDocument(reader.stream.getvalue())
    text = next(words for words in pages_of(reader.stream.getvalue()) if as_set(letter.BLURB["location"].zh) in words)
    assert f"{page}{as_set(SECTION['location'].zh)}" in text
    assert starts["区位"] == page
    assert len(listed) == len(reader.pages)


LONG = {
    "zh": (
        "欧阳·阿卜杜热合曼", "园区投资促进与企业服务专班招商专员", "西宁经济技术开发区生物科技产业园区投资促进局",
        "+86 971 612 3458",
    ),
    "en": (
        "Alexandra Featherstonehaugh-Montgomery", "Senior Officer for Investment Promotion and Services",
        "Biotech Industrial Park Investment Promotion Bureau, Xining", "+86 (971) 612-3458",
    ),
}  # fmt: skip
LONG_EMAIL = "alexandra.featherstonehaugh-montgomery@long-name.example.cn"


@pytest.mark.parametrize("photo", [True, False])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sender_with_long_lines_fits_both_pages(lang: str, photo: bool, library: Library, tmp_path: Path) -> None:
    places = places_in(tmp_path / "home")
    values = dict(zip(("name", "role", "organisation", "phone"), LONG[lang], strict=True)) | {"email": LONG_EMAIL}
    for field, value in values.items():
        desk.save_field(places, field, value)
    if photo:
        Image.new("RGB", (900, 1200), "teal").save(tmp_path / "a.jpg")
        desk.take_picture(places, "photo", tmp_path / "a.jpg")
    short = OwnWords(zh="期待与您在西宁见面，细谈地块与审批。", en="We look forward to meeting you in Xining.")
    for greeting in (None, short):
        proof = tailor.proof(library, Recipe(lang=lang, greeting=greeting, closing=short, on=ON), places)
        assert proof.look_over().findings == ()
        pages = pages_of(proof.data)
        for page in (next(page for page in pages if as_set(letter.YOUR_CONTACT.to(lang)) in page), pages[-1]):
            assert all(as_set(value).replace("-", "") in page.replace("-", "") for value in values.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("times", [1, 2, 5, 9, 14, 15, 16, 33])
def test_own_words_of_any_length_pass_the_look_over(times: int, lang: str, library: Library, home: Places) -> None:
    words = OwnWords(zh="\n".join([TEXT * 3] * times), en="\n".join([ENGLISH * 2] * times))
    proof = tailor.proof(library, Recipe(sections=ENDS, lang=lang, greeting=words, closing=words, on=ON), home)
    assert proof.look_over().findings == ()
    signed = [page for page in pages_of(proof.data)[:-1] if WHO["name"] in page]
    assert all(len(page) > 120 for page in signed)  # nobody signs on a page without words


def test_on_the_press_photo_and_logo_are_four_inks(library: Library, home: Places) -> None:
    data = tailor.preview(library, Recipe(sections=ENDS, profile="press", on=ON), home)
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]
    images = [each for each in found if isinstance(each, dict) and each.get("/Subtype") == "/Image"]
    assert [str(each["/ColorSpace"]) for each in images] == ["/DeviceCMYK", "/DeviceCMYK"]
    for image in images:
        rows = image.get_data()  # type: ignore[attr-defined]
        assert len(rows) == 4 * image["/Width"] * image["/Height"]
        assert max(sum(rows[at : at + 4]) for at in range(0, len(rows), 4 * 997)) <= 3.0 * 255 + 2
    red = next(image for image in images if image["/Height"] > image["/Width"]).get_data()[:4]  # type: ignore[attr-defined]
    assert red[0] == 0
    assert red[1] > 150
    assert red[2] > 150
    page = pypdfium2.PdfDocument(data)[len(reader.pages) - 1]
    assert "EMAIL:a.b@example.cn" in zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())[0].text


@pytest.mark.parametrize("profile", ["trifold", "sheet", "screen"])
def test_smaller_formats_name_the_sender_and_say_what_they_do_not_print(
    profile: str, library: Library, home: Places
) -> None:
    recipe = Recipe(zones=("zone-north",), profile=profile, greeting=OwnWords(zh="您好。"), on=ON)
    assert [(each.level, each.fix) for each in tailor.preflight(library, recipe, home) if each.fix] == [
        ("warn", "greeting")
    ]
    proof = tailor.proof(library, recipe, home)
    assert proof.look_over().findings == ()
    text = "".join(pages_of(proof.data))
    assert WHO["name"] in text
    assert as_set(formats.PERSON_OPEN.zh) not in text
