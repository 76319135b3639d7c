"""What is drawn is where it should be: pages are rendered and looked at."""

import io
import re

import pypdfium2
import pytest

from brochure.drawing import Circle, Curve, Drawing, Group, Label, Path, Rect, Stroke
from brochure.pdf.art import compose
from brochure.pdf.book import Book, Sheet
from brochure.pdf.ink import Halo, Ink
from brochure.pdf.lines import Style, Typesetter
from brochure.pdf.strokes import colour_numbers

RED, GREEN, WHITE = (255, 0, 0), (0, 128, 0), (255, 255, 255)


def pixels(setter: Typesetter, draw: object) -> object:
    """Return a function that tells the colour at a position in millimetres."""
    out = io.BytesIO()
    book = Book(out, setter)
    draw(book.sheet(100, 100))  # type: ignore[operator]
    book.save()
    bitmap = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=144 / 72, rev_byteorder=True)
    buffer, stride, channels = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels

    def at(x: float, y: float) -> tuple[int, int, int]:
        place = int(y / 25.4 * 144) * stride + int(x / 25.4 * 144) * channels
        return buffer[place], buffer[place + 1], buffer[place + 2]

    return at


def test_shapes_lie_where_they_were_put(setter: Typesetter) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.rect(10, 10, 20, 10, fill="#FF0000")
        sheet.circle(50, 20, 5, fill="#008000")
        sheet.line(0, 90, 100, 90, "#FF0000", 2)
        sheet.path([[(60, 60), (80, 60), ((90, 70), (70, 80), (60, 80))]], closed=True, fill="#008000")
        sheet.rect(10, 40, 20, 20, fill="#FF0000", alpha=0.5)
        sheet.rect(70, 10, 20, 20, fill="#FF0000", radius=8)

    at = pixels(setter, draw)
    assert (at(20, 15), at(35, 15), at(20, 25)) == (RED, WHITE, WHITE)
    assert (at(50, 20), at(54, 24)) == (GREEN, WHITE)
    assert (at(50, 90), at(50, 92)) == (RED, WHITE)
    assert at(65, 65) == GREEN
    assert at(20, 50) == pytest.approx((255, 128, 128), abs=2)
    assert (at(80, 20), at(70.8, 10.8)) == (RED, WHITE)


def test_clips_and_moves_end_with_their_block(setter: Typesetter) -> None:
    def draw(sheet: Sheet) -> None:
        with sheet.clip(10, 10, 20, 20):
            sheet.rect(0, 0, 100, 100, fill="#FF0000")
        with sheet.moved(50, 50, scale=2):
            sheet.rect(0, 0, 10, 5, fill="#008000")
        with sheet.clip_path([[(80, 80), (95, 80), (80, 95)]]):
            sheet.rect(0, 0, 100, 100, fill="#FF0000")

    at = pixels(setter, draw)
    assert (at(20, 20), at(35, 20)) == (RED, WHITE)
    assert (at(68, 58), at(72, 58)) == (GREEN, WHITE)
    assert (at(82, 82), at(94, 94)) == (RED, WHITE)


def test_every_shape_of_a_drawing(setter: Typesetter) -> None:
    red, line = "#FF0000", Stroke("#008000", 2.0)
    drawing = Drawing(
        50,
        50,
        (
            Rect(0, 0, 10, 10, fill=red),
            Path(
                (
                    ((15.0, 0.0), (25.0, 0.0), (25.0, 10.0), (15.0, 10.0)),
                    ((18.0, 3.0), (22.0, 3.0), (22.0, 7.0), (18.0, 7.0)),
                ),
                closed=True,
                fill=red,
            ),
            Curve((30.0, 5.0), (((30.0, 5.0), (40.0, 5.0), (40.0, 5.0)),), stroke=line),
            Circle(5, 20, 4, stroke=line),
            Group((Rect(15, 15, 30, 30, fill=red),), clip=(15, 15, 10, 10)),
            Label(45, 48, "■", 20, red, 700, "end", halo=Stroke("#008000", 1.5)),
        ),
    )

    at = pixels(setter, lambda sheet: sheet.draw(drawing, 40, 40, 1.0))
    assert at(45, 45) == RED
    assert (at(56, 45), at(60, 45)) == (RED, WHITE)
    assert at(75, 45) == GREEN
    assert (at(45, 60), at(41, 60)) == (WHITE, GREEN)
    assert (at(60, 60), at(70, 60)) == (RED, WHITE)
    assert at(82, 86) == RED


def test_art_is_drawn_once_and_put_often(setter: Typesetter) -> None:
    art = compose(
        Drawing(10, 10, (Rect(0, 0, 10, 10, fill="#FF0000", alpha=0.5), Label(1, 9, "图", 9, "#10242F"))), setter
    )
    sheet = Sheet(setter)
    sheet.put(art, 10, 10)
    sheet.put(art, 50, 50, 2)
    assert sheet.used == {400: {"图"}}
    assert sheet.alphas == {(500, 1000)}


def test_text_tells_its_width_and_keeps_its_anchor(setter: Typesetter) -> None:
    ink = Ink(setter)
    assert ink.text(0, 0, "青海", 10) == pytest.approx(20 / 72 * 25.4)
    ink.text(100, 50, "青海", 10, anchor="end")
    found = re.search(r"Tf (\S+) 0 0 (\S+) (\S+) (\S+) Tm", ink.ops[-1])
    assert found is not None
    assert float(found[3]) == pytest.approx(100 - 20 / 72 * 25.4, abs=0.01)
    assert ink.text(0, 0, "") == 0


def test_paragraphs_tell_where_they_end(setter: Typesetter) -> None:
    ink = Ink(setter)
    placed = ink.paragraph(16, 60, 50, "园区资料" * 20, Style(10, 6), max_lines=2)
    assert (len(placed.lines), placed.height_mm, placed.bottom) == (2, 12, 72)
    assert sum(len(line.text) for line in (*placed.lines, *placed.left_out)) == 80
    centred = ink.paragraph(16, 60, 50, "中", Style(10, 6, align="middle"))
    assert centred.lines[0].text == "中"


def test_turned_text_runs_clockwise(setter: Typesetter) -> None:
    at = pixels(setter, lambda sheet: sheet.text(50, 50, "■■■■", 20, colour="#FF0000", rotate=90))
    assert at(52, 65) == RED
    assert at(65, 48) == WHITE


def test_halo_and_alpha(setter: Typesetter) -> None:
    at = pixels(setter, lambda sheet: sheet.text(50, 50, "■", 30, colour="#FF0000", halo=Halo("#008000", 2)))
    assert (at(55, 46.5), at(49.5, 46.5)) == (RED, GREEN)


def test_a_halo_is_whole_after_something_dotted(setter: Typesetter) -> None:
    """A pen keeps its dashes until it is told otherwise, and letters are traced with the same pen."""

    def draw(sheet: Ink) -> None:
        sheet.rect(10, 10, 20, 20, stroke="#000000", width_mm=0.5, dash=(0.6, 0.6))
        sheet.text(50, 50, "■", 30, colour="#FF0000", halo=Halo("#008000", 2))

    at = pixels(setter, draw)
    assert {at(49.5, 44 + step / 10) for step in range(40)} == {GREEN}


def test_colours_are_written_short() -> None:
    assert colour_numbers("#FFFFFF") == "1 1 1"
    assert colour_numbers("#10242F") == "0.0627 0.1412 0.1843"
    with pytest.raises(ValueError, match="#RRGGBB"):
        colour_numbers("red")
