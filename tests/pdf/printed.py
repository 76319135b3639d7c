"""How the tests look at a file for a printer: its operators, its pages as pixels, its text inside the trim."""

import io
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdf
import pypdfium2

MM = 72 / 25.4
Pixel = tuple[int, int, int]


class Step(NamedTuple):
    """One operator and the numbers and names before it."""

    operator: str
    operands: tuple[str, ...]


def contents_of(data: bytes) -> list[str]:
    """Return the operators of each page as text; our pages have no forms, which is checked where it matters."""
    return [page["/Contents"].get_data().decode("latin-1") for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def steps(content: str) -> Iterator[Step]:
    """Yield the operators of a page, strings and arrays left out."""
    bare = re.sub(r"<<.*?>>", "", content)
    bare = re.sub(r"\[[^\]]*\]", " ", re.sub(r"<[0-9A-Fa-f]*>", "", bare))
    waiting: list[str] = []
    for token in bare.split():
        if re.fullmatch(r"[-+]?[\d.]+|/\S*", token):
            waiting.append(token)
        else:
            yield Step(token, tuple(waiting))
            waiting = []


def objects_of(data: bytes) -> list[object]:
    """Return every object of a file."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]


def trimmed_texts(data: bytes) -> list[str]:
    """Return the text of each page that is inside its trim, without white space."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage().get_text_bounded(*page.get_trimbox())
        found.append(re.sub(r"\s", "", text).replace("\ufffe", "-"))
    return found


def text_sizes(content: str) -> set[float]:
    """Return how large text is set on a page, in points on paper: matrices are followed, as a reader does."""
    sizes: set[float] = set()
    scale, kept, size = 1.0, [], 0.0
    for operator, operands in steps(content):
        if operator == "q":
            kept.append(scale)
        elif operator == "Q":
            scale = kept.pop()
        elif operator == "cm":
            scale *= (float(operands[0]) ** 2 + float(operands[1]) ** 2) ** 0.5
        elif operator == "Tf":
            size = float(operands[-1])
        elif operator == "Tm":
            across = (float(operands[-6]) ** 2 + float(operands[-5]) ** 2) ** 0.5
            sizes.add(round(size * across * scale, 2))
    return sizes


def pixels_of(page: pypdfium2.PdfPage, dpi: int = 144) -> Callable[[float, float], Pixel]:
    """Return what tells the colour of a rendered page, at millimetres from the top left corner of its trim."""
    left, _, _, top = page.get_trimbox()
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    buffer, stride, channels = bytes(bitmap.buffer), bitmap.stride, bitmap.n_channels
    x0, y0 = left * dpi / 72, (page.get_height() - top) * dpi / 72

    def at(x: float, y: float) -> Pixel:
        place = round(y0 + y * dpi / 25.4 - 0.5) * stride + round(x0 + x * dpi / 25.4 - 0.5) * channels
        return buffer[place], buffer[place + 1], buffer[place + 2]

    return at
