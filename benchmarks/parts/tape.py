"""The tape of a brochure: every paragraph with its place, width and look, and everything that is drawn, page by page.

Written while our own engine sets the book, so that another engine can set the same book from the same words. Drawing is
read back from the operators of the finished pages; words are taken where they are handed to the page, before our engine
has broken them into lines.
"""

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.parts.operators import to_svg
from benchmarks.parts.requests import request
from brochure.desk.opening import open_library
from brochure.desk.tailor import typesetter
from brochure.pdf import document
from brochure.pdf.book import Book, Sheet
from brochure.pdf.fill import RAGGED_BELOW_PT
from brochure.pdf.ink import MM, Ink, Placed
from brochure.pdf.lines import Line, Style, Typesetter, Words, as_runs
from brochure.pdf.recipe import Recipe
from brochure.settings import places
from brochure.store.library import Library
from brochure.words import Lang

Item = dict[str, Any]


class Tape:
    """Listens to all ink while it is installed; each ``Ink`` keeps what was written on it."""

    def __init__(self) -> None:
        self.deaf = 0
        self.own = {name: getattr(Ink, name) for name in ("text", "runs", "paragraph", "put_line", "put")}

    def items(self, ink: Ink) -> list[Item]:
        """Return what was written on some ink, in order."""
        found: list[Item] = ink.__dict__.setdefault("tape", [])
        return found

    @contextlib.contextmanager
    def quiet(self) -> Iterator[None]:
        """Do not hear what one call leads to."""
        self.deaf += 1
        try:
            yield
        finally:
            self.deaf -= 1

    def text(
        self,
        ink: Ink,
        x: float,
        y: float,
        string: str,
        size_pt: float = 10.0,
        weight: int = 400,
        *rest: Any,
        **look: Any,
    ) -> float:
        names = ("colour", "anchor", "tracking_em", "halo", "rotate", "alpha")
        look.update(zip(names, rest, strict=False))
        style = Style(
            size_pt=size_pt,
            weight=weight,
            colour=look.get("colour", Style().colour),
            tracking_em=look.get("tracking_em", 0.0),
        )
        return self.runs(ink, x, y, string, style, own="text", call=(string, size_pt, weight), **look)

    def runs(
        self,
        ink: Ink,
        x: float,
        y: float,
        words: Words,
        style: Style,
        *rest: Any,
        own: str = "runs",
        call: tuple[Any, ...] = (),
        **look: Any,
    ) -> float:
        if own == "runs":
            look.update(zip(("anchor", "halo", "rotate", "alpha"), rest, strict=False))
            call = (words, style)
        if not self.deaf:
            self.items(ink).append(
                {
                    "x": x,
                    "y": y,
                    "w": None,
                    "align": look.get("anchor", "start"),
                    "turn": look.get("rotate", 0.0),
                    **look_of(words, style),
                }
            )
        with self.quiet():
            width: float = self.own[own](ink, x, y, *call, **look)
        return width

    def paragraph(
        self, ink: Ink, x: float, y: float, width_mm: float, words: Words, style: Style, max_lines: int | None = None
    ) -> Placed:
        with self.quiet():
            placed: Placed = self.own["paragraph"](ink, x, y, width_mm, words, style, max_lines)
        if not self.deaf:
            shown = "".join(line.text + line.joint for line in placed.lines) if placed.left_out else words
            self.items(ink).append(_column(x, y, width_mm, shown, style))
        return placed

    def put_line(self, ink: Ink, line: Line, x: float, y: float, style: Style) -> None:
        with self.quiet():
            self.own["put_line"](ink, line, x, y, style)
        if not self.deaf:
            width = (line.width_pt + line.room_pt) / MM
            self.items(ink).append(_column(x, y, width, line.text, style))

    def put(self, ink: Ink, art: Ink, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        self.own["put"](ink, art, x, y, scale)
        self.items(ink).extend(_moved(item, x, y, scale) for item in self.items(art))


def look_of(words: Words, style: Style) -> Item:
    """Return words and how they look, every run with its own weight, colour, size and rise."""
    runs = [
        [run.text, run.weight or style.weight, run.colour or style.colour, run.size_pt or style.size_pt, run.rise_em]
        for run in as_runs(words)
        if run.text
    ]
    return {"runs": runs, "size": style.size_pt, "leading": style.leading_mm, "tracking": style.tracking_em}


def _column(x: float, y: float, width_mm: float, words: Words, style: Style) -> Item:
    align = style.align
    if align in ("auto", "justify"):
        text = "".join(run.text for run in as_runs(words))
        chinese = any("一" <= char <= "鿿" for char in text)
        wide = width_mm * MM >= RAGGED_BELOW_PT
        align = "justify" if align == "justify" or (wide and chinese) else "left"
    return {"x": x, "y": y, "w": width_mm, "align": align, "turn": 0.0, **look_of(words, style)}


def _moved(item: Item, x: float, y: float, scale: float) -> Item:
    runs = [[text, weight, colour, size * scale, rise] for text, weight, colour, size, rise in item["runs"]]
    width = None if item["w"] is None else item["w"] * scale
    return {**item, "x": item["x"] * scale + x, "y": item["y"] * scale + y, "w": width, "runs": runs}


@contextlib.contextmanager
def listening() -> Iterator[Tape]:
    """Install a tape on all ink until the block ends."""
    tape = Tape()

    def hear(name: str) -> Any:
        def heard(ink: Ink, *given: Any, **named: Any) -> Any:
            return getattr(tape, name)(ink, *given, **named)

        return heard

    for name in tape.own:
        setattr(Ink, name, hear(name))
    try:
        yield tape
    finally:
        for name, own in tape.own.items():
            setattr(Ink, name, own)


def write_tape(library: Library, recipe: Recipe, setter: Typesetter, folder: Path, name: str) -> Path:
    """Set a brochure, write its tape as JSON and its drawings as SVG into a folder, and return the JSON file."""
    with listening() as tape:
        book, _ = document.compose(library, recipe, setter)
    pages = [_page(tape, book, sheet, folder) for sheet in book.sheets]
    path = folder / f"{name}.json"
    content = {"lang": book.lang[:2], **{key: book.about[key] for key in ("title", "author")}, "pages": pages}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def _page(tape: Tape, book: Book, sheet: Sheet, folder: Path) -> Item:
    svg = to_svg(sheet.ops, sheet.width_mm, sheet.height_mm)
    picture = folder / f"{hashlib.sha256(svg.encode()).hexdigest()[:16]}.svg"
    if not picture.exists():
        picture.write_text(svg, encoding="utf-8")
    return {
        "width": sheet.width_mm,
        "height": sheet.height_mm,
        "picture": picture.name,
        "texts": tape.items(sheet),
        "headings": [
            {"title": title, "level": level + 1, "y": sheet.places[key]} for title, key, level in sheet.headings
        ],
        "links": [link for frame, target in sheet.links for link in _link(book, frame, target)],
        "addresses": [{"frame": frame, "to": address} for frame, address in sheet.addresses],
    }


def _link(book: Book, frame: Sequence[float], target: str | Sheet) -> Iterator[Item]:
    number = book.number(target)
    if number is not None:
        y = book.sheets[number - 1].places.get(target, 0.0) if isinstance(target, str) else 0.0
        yield {"frame": frame, "page": number, "y": y}


def main(home: str, folder: str, lang: Lang, count: str) -> None:
    """Write the tapes of a number of requests."""
    where = places(Path(home))
    library = open_library(where)
    for number in range(int(count)):
        asked = request(library, lang, number)
        write_tape(library, asked, typesetter(library, asked, where), Path(folder), f"tape-{number}")


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]  # called by pdf.py
