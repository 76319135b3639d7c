"""The contact code: what a phone reads is what was written, and the white round it is wide enough."""

import io

import pypdfium2
import pytest
import zxingcpp

from brochure.pdf.book import Book
from brochure.pdf.lines import Typesetter
from brochure.pdf.qr import QUIET_MODULES, build_card, draw_code, encode
from tests.hostile import hostile_strings


def test_a_card_holds_what_is_known_and_nothing_else() -> None:
    card = build_card(
        (("FN", "园区"), ("TEL", ""), ("ADR", ("", "", "", "西宁, 城北", "", "", "中国")), ("NOTE", "a;b\nc\\d"))
    )
    assert card.split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:园区",
        "ADR:;;;西宁\\, 城北;;;中国",
        "NOTE:a\\;b\\nc\\\\d",
        "END:VCARD",
        "",
    ]


def test_no_name_ends_the_card_early() -> None:
    for name in hostile_strings(300):
        card = build_card((("FN", name), ("NOTE", name)))
        lines = card.split("\r\n")
        assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCARD", "END:VCARD", "")
        assert len(lines) == 6


@pytest.mark.parametrize(
    "content", ["6123458", build_card((("FN", "西宁生物科技产业园区"), ("TEL", "6123458"))), "x" * 900]
)
def test_a_camera_reads_it(content: str, setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter)
    sheet = book.sheet()
    sheet.rect(0, 0, 210, 297, fill="#10242F")
    draw_code(sheet, 100, 50, 56, content)
    book.save()
    picture = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=200 / 72).to_pil()
    codes = zxingcpp.read_barcodes(picture)
    assert [code.text for code in codes] == [content]
    assert codes[0].ec_level in "MQH"


def test_bars_cover_the_dark_modules() -> None:
    size, bars = encode("6123458")
    assert size >= 21
    assert bars[:2] == ((0, 0, 7), bars[1])  # the upper edge of the first finder
    dark = {(x, y) for start, y, length in bars for x in range(start, start + length)}
    assert len(dark) == sum(length for _, _, length in bars)
    assert max(max(cell) for cell in dark) == size - 1
    assert {(x, 7) for x in range(8)} & dark == set()  # the white line round a finder


def test_the_quiet_zone_is_four_modules(setter: Typesetter) -> None:
    out = io.BytesIO()
    book = Book(out, setter)
    draw_code(book.sheet(100, 100), 0, 0, 100, "6123458")
    book.save()
    picture = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=10).to_pil().convert("L")
    first = next(x for x in range(picture.width) if any(picture.getpixel((x, y)) < 100 for y in range(picture.height)))
    module = picture.width / (encode("6123458")[0] + 2 * QUIET_MODULES)
    assert first / module == pytest.approx(4, abs=0.05)
