"""The file: text comes out as it went in, every font is inside, equal books are equal bytes, nothing acts by itself."""

import datetime
import io
import re
import subprocess
import sys

import pypdf
import pypdfium2
import pytest

from brochure.pdf.book import Book, Sheet
from brochure.pdf.breaks import clean
from brochure.pdf.lines import Style, Typesetter, mark
from brochure.pdf.profile import Profile
from brochure.pdf.setting import plain
from tests.hostile import hostile_strings
from tests.pdf.samples import CHINESE, ENGLISH


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def seen(page: pypdfium2.PdfPage) -> str:
    return squeezed(page.get_textpage().get_text_range()).replace(
        "\ufffe", "-"
    )  # its sign for a hyphen at a line's end


def make(setter: Typesetter, **about: object) -> bytes:
    out = io.BytesIO()
    book = Book(out, setter, title="西宁生物科技产业园区 (投资)", author="园区", keywords="a\x00b\ud800", **about)  # type: ignore[arg-type]
    contents = book.sheet()
    for number, text in enumerate(CHINESE + ENGLISH):
        sheet = book.sheet()
        key = f"part {number}"
        sheet.outline(f"第 {number} 节", key, level=number % 3, y=20)
        sheet.text(16, 30, text[:10], 26, 700)
        sheet.paragraph(16, 60, 120, [text, mark("①")], Style(10, weight=500 if number % 2 else 400))
        sheet.rect(0, 185, 4, 11, fill="#C7922B", alpha=0.5)
        sheet.url((16, 100, 40, 6), "mailto:park@example.cn")
        contents.text(16, 20 + 6 * number, f"{book.number(key)} {key}")
        contents.link((16, 16 + 6 * number, 100, 6), key)
    book.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def made(setter: Typesetter) -> bytes:
    return make(setter, made_on=datetime.date(2025, 6, 15))


def test_two_readers_read_what_was_written(made: bytes) -> None:
    second = pypdfium2.PdfDocument(made)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(made)).pages[1:]):
        text = (CHINESE + ENGLISH)[number]
        wanted = squeezed(plain(clean(text)[0])) + "①"
        assert squeezed(page.extract_text()).endswith(wanted)
        assert seen(second[number + 1]).endswith(wanted)


def test_every_font_is_embedded_and_a_subset(made: bytes) -> None:
    names = set()
    for page in pypdf.PdfReader(io.BytesIO(made)).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in inner["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font.get_object()
            names.add(str(inner["/BaseFont"]))
    assert sorted(name[7:] for name in names) == [
        "+ParkSansSC-Bold",
        "+ParkSansSC-Regular",
        "+ParkSansSCMedium-Regular",
    ]
    assert b"Helvetica" not in made


def test_embedded_outlines_are_those_of_the_font(setter: Typesetter, made: bytes) -> None:
    from fontTools.ttLib import TTFont

    page = pypdf.PdfReader(io.BytesIO(made)).pages[1]
    inner = page["/Resources"]["/Font"]["/F400"]["/DescendantFonts"][0]
    part = TTFont(io.BytesIO(inner["/FontDescriptor"]["/FontFile2"].get_data()))
    face = setter.faces[400]
    with TTFont(face.font) as whole:
        for char in "园区é6①（":
            glyph = face.glyph_of(face.cids[char])
            if char in "".join(CHINESE[::2]):  # the others are set in 500
                mine, theirs = (
                    font["glyf"][font.getGlyphName(glyph)].getCoordinates(font["glyf"]) for font in (part, whole)
                )
                assert list(mine[0]) == list(theirs[0])
                assert len(mine[0]) > 5
    assert part["maxp"].numGlyphs == len(part.getGlyphOrder())


def test_equal_books_are_equal_bytes(setter: Typesetter, made: bytes) -> None:
    assert make(setter, made_on=datetime.date(2025, 6, 15)) == made
    assert make(setter, made_on=datetime.date(2025, 6, 16)) != made
    fresh = Typesetter(setter.faces)
    assert make(fresh, made_on=datetime.date(2025, 6, 15)) == made


def test_document_information(made: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == "西宁生物科技产业园区 (投资)"
    assert reader.metadata["/Keywords"] == "a b "
    assert str(reader.metadata["/CreationDate"]).startswith("D:20250615")
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_quiet_file(made: bytes) -> None:
    document = pypdf.PdfReader(io.BytesIO(made))
    whole = b"".join(repr(document.get_object(number)).encode() for number in range(1, document.trailer["/Size"]))
    names = "JavaScript JS AA OpenAction Launch EmbeddedFile SubmitForm GoToR RichMedia"
    for name in names.split():
        assert f"'/{name}'".encode() not in whole


def test_contents_page_knows_the_numbers(setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter)
    contents = book.sheet()
    for title in "数字", "区位", "政策":
        book.sheet()
        book.sheet().outline(title, title)
    for row, title in enumerate(("数字", "区位", "政策", "没有")):
        number = book.number(title)
        contents.link((16, 20 + row * 6, 100, 6), title)
        contents.text(16, 24 + row * 6, f"{title} {number}")
    assert book.loose_ends() == ("没有",)
    book.save()
    reader = pypdf.PdfReader(io.BytesIO(out.getvalue()))
    assert squeezed(reader.pages[0].extract_text()) == "数字3区位5政策7没有None"
    targets = [note.get_object()["/Dest"][0].get_object() for note in reader.pages[0]["/Annots"]]
    assert [reader.get_page_number(page) + 1 for page in targets] == [3, 5, 7]
    assert [entry.title for entry in reader.outline] == ["数字", "区位", "政策"]


def test_outline_levels_never_jump(made: bytes) -> None:
    outline = pypdf.PdfReader(io.BytesIO(made)).outline
    flat = [entry for entry in outline if not isinstance(entry, list)]
    assert len(flat) == 7
    assert isinstance(outline[1], list)


def test_only_honest_addresses_become_links(setter: Typesetter) -> None:
    sheet = Sheet(setter)
    frame = (0.0, 0.0, 10.0, 10.0)
    assert all(sheet.url(frame, address) for address in ("https://example.cn/a", "tel:6123458", "mailto:a@b.cn"))
    for bad in ("javascript:alert(1)", "file:///etc/passwd", "http://example.cn", "https://a b", "tel:\n1", ""):
        assert not sheet.url(frame, bad)
    assert len(sheet.addresses) == 3


def test_boxes_for_the_press(setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter, profile=Profile(name="near", bleed_mm=3, slug_mm=7))
    book.sheet().rect(-3, -3, 216, 303, fill="#10242F")
    book.save()
    page = pypdf.PdfReader(io.BytesIO(out.getvalue())).pages[0]
    mm = 72 / 25.4
    assert [float(edge) / mm for edge in page.mediabox] == pytest.approx([0, 0, 230, 317], abs=0.01)
    assert [float(edge) / mm for edge in page.trimbox] == pytest.approx([10, 10, 220, 307], abs=0.01)
    assert [float(edge) / mm for edge in page.bleedbox] == pytest.approx([7, 7, 223, 310], abs=0.01)


def test_a_sheet_goes_into_two_books(setter: Typesetter) -> None:
    sheet = Sheet(setter)
    sheet.text(16, 30, "同一页")
    texts = []
    for _ in range(2):
        out = io.BytesIO()
        book = Book(out, setter)
        book.add(sheet)
        book.save()
        texts.append(out.getvalue())
    assert texts[0] == texts[1]


def test_second_characters_of_one_glyph_keep_their_own_name(setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter)
    text = "·•～—―一Ω"
    for number, char in enumerate(text):
        book.sheet().text(16, 30, char, weight=(400, 500, 700)[number % 3])
    book.save()
    assert [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(out.getvalue())).pages] == list(text)


def test_a_halo_is_not_read_twice(setter: Typesetter) -> None:
    from brochure.pdf.ink import Halo

    out = io.BytesIO()
    book = Book(out, setter)
    book.sheet().text(50, 50, "海湖大道 G6", 11, 700, halo=Halo("#FFFFFF"), rotate=-75)
    book.save()
    assert squeezed(pypdf.PdfReader(io.BytesIO(out.getvalue())).pages[0].extract_text()) == "海湖大道G6"
    assert seen(pypdfium2.PdfDocument(out.getvalue())[0]) == "海湖大道G6"


def test_hostile_strings_stay_text(setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter, title="".join(hostile_strings(720)))
    wanted = []
    for text in hostile_strings(720):
        sheet = book.sheet()
        sheet.outline(text, text)
        sheet.url((0, 0, 9, 9), text)
        sheet.text(5, 5, text, 5)
        sheet.paragraph(5, 20, 190, text, Style(6, 3))
        shown = plain(clean(text)[0])
        drawn = "".join(char for char in shown if char in setter.faces[400] or char in " \n\u3000\u00a0")
        wanted.append(squeezed(drawn))
    book.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    for number, text in enumerate(wanted):
        found = seen(document[number]).replace("\x00", "")
        assert found.startswith(text), (number, text)
    assert b"HX49HX" not in out.getvalue()


def test_printing_loads_no_heavy_library(setter: Typesetter) -> None:
    """Neither Qt nor pictures, numbers or font libraries are needed to write a brochure."""
    script = f"""
import io, sys
from pathlib import Path
from brochure.fonts import FontFiles, load_faces
from brochure.pdf.book import Book
from brochure.pdf.lines import Typesetter
folder = Path({str(setter.faces[400].font.parent)!r})
out = io.BytesIO()
book = Book(out, Typesetter(load_faces(FontFiles(*(folder / f"{{n}}.ttf" for n in ("regular", "medium", "bold"))))))
book.sheet().text(20, 20, "青藏高原 2240 米")
book.save()
heavy = "PySide6 numpy PIL._imaging folium sqlite_utils fontTools uniseg pypinyin".split()
print([name for name in heavy if name in sys.modules])
import PIL.Image
print(PIL.Image.new("1", (2, 2)).size)
"""
    answer = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert (answer.stdout.splitlines(), answer.stderr) == (["[]", "(2, 2)"], "")


def test_beneath_draws_over_the_ground_and_under_the_rest(setter: Typesetter) -> None:
    sheet = Sheet(setter)
    sheet.rect(0, 0, 210, 297, fill="#101010")
    sheet.floor = len(sheet.ops)
    sheet.rect(0, 0, 1, 1, fill="#202020")
    with sheet.beneath():
        sheet.rect(0, 0, 2, 2, fill="#303030")
        sheet.rect(0, 0, 3, 3, fill="#404040")
    widths = [op.split(" re")[0].split()[-2] for op in sheet.ops]
    assert widths == ["210.000", "2.000", "3.000", "1.000"]
