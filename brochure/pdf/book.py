"""A file of pages: sheets stay open until the book is saved, so the contents page knows every number in one pass.

The file itself (objects, cross references, outline, document information) is written by reportlab.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import BinaryIO, Final, NamedTuple

from brochure.drawing import Drawing
from brochure.errors import RenderError
from brochure.pdf.art import compose
from brochure.pdf.ink import MM, Ink
from brochure.pdf.lines import Piece, Typesetter
from brochure.pdf.profile import PROFILES, Profile
from brochure.pdf.signs import marks_in
from brochure.pdf.strokes import GROUND, colour_numbers
from brochure.pdf.writer import build_file
from brochure.words import Text
from brochure.words import press as say

_ADDRESS: Final = re.compile(r"(?:https://|mailto:|tel:)[!-~]+")
MARK_RISE_MM: Final = 2.8
MARK_TALL_MM: Final = 3.6
Frame = tuple[float, float, float, float]
"""Left, top, width, height, millimetres."""


class Sheet(Ink):
    """One page: ink, and what can be clicked on it. It may go into several books."""

    def __init__(self, setter: Typesetter, width_mm: float = 210.0, height_mm: float = 297.0) -> None:
        super().__init__(setter)
        self.width_mm = width_mm
        self.height_mm = height_mm
        self.places: dict[str, float] = {}
        self.links: list[tuple[Frame, str | Sheet]] = []
        self.addresses: list[tuple[Frame, str]] = []
        self.headings: list[tuple[str, str, int]] = []
        self.views: dict[str, Frame] = {}
        """Frames that can be asked for by name from outside: ``file.pdf#zone/zone-core``."""
        self.blocks: list[tuple[Frame, str]] = []
        """Frames that a record of the content fills, with its id: the preview leads from them to its card."""
        self.around: Ink | None = None
        """What is drawn round the page, millimetres from the top left corner of its paper."""
        self.folds: tuple[float, ...] = ()
        """Where the page is folded, millimetres from its left edge, for the marks of the press."""
        self.is_for_writing = False
        """Whether it is left empty on purpose, for the reader's own hand."""
        self.floor = 0
        """How many strokes are the ground of the page; what is drawn ``beneath`` lies right over them."""

    def link(self, frame: Frame, target: "str | Sheet") -> None:
        """Make a frame lead to a bookmark or a sheet; a bookmark that never comes is no link."""
        self.links.append((frame, target))

    def follow(self, piece: Piece, x: float, y: float) -> None:
        """Make each source mark of a piece of text lead to its entry; the frame is as large as a line leaves room."""
        advances = self.setter.faces[piece.weight].advances
        for sign, number in marks_in(piece.text):
            width = sum([advances[char] for char in sign]) * piece.size_pt / 1000 / MM
            self.links.append(((x, y - MARK_RISE_MM, width, MARK_TALL_MM), f"{piece.link}{number}"))
            x += width

    def url(self, frame: Frame, address: str) -> bool:
        """Make a frame open an address and tell whether it may: ``https:``, ``mailto:`` and ``tel:`` only."""
        if _ADDRESS.fullmatch(address) is None:
            return False
        self.addresses.append((frame, address))
        return True

    def bookmark(self, key: str, y: float = 0.0) -> None:
        """Name a height on this page, so that links and contents can find it."""
        self.places[key] = y

    def show(self, name: str, key: str, frame: Frame) -> None:
        """Let a frame be asked for by name from outside, and by ``key`` from within; the first of a name holds it."""
        self.views.setdefault(name, frame)
        self.bookmark(key, frame[1])

    def note(self, record_id: str, frame: Frame) -> None:
        """Remember that a frame tells what a record says."""
        self.blocks.append((frame, record_id))

    @contextmanager
    def telling(self, record_id: str) -> Iterator[None]:
        """Remember that the lines written until the block ends tell what a record says."""
        before = len(self.lines)
        yield
        told = [line for line in self.lines[before:] if not line.turned]
        if told:
            left, top = min(line.x for line in told), min(line.top for line in told)
            right, foot = max(line.x + line.width for line in told), max(line.y for line in told)
            self.note(record_id, (left - 1.5, top - 1.0, right - left + 3.0, foot - top + 3.0))

    def lay(self, draft: "Sheet", x: float = 0.0, y: float = 0.0) -> None:
        """Put a draft on the page, with what leads somewhere."""
        self.put(draft, x, y)
        self.links += [((left + x, top + y, w, h), target) for (left, top, w, h), target in draft.links]
        for key, place in draft.places.items():
            self.places.setdefault(key, place + y)

    def outline(self, title: str, key: str, level: int = 0, y: float = 0.0) -> None:
        """List a heading in the reader's side bar, and bookmark it."""
        self.places.setdefault(key, y)
        self.headings.append((title, key, level))

    def ground(self, frame: Frame, colour: str) -> None:
        """Lay a ground over a part of the paper, marked as such: on the press a dark one gets more than black ink."""
        x, y, w, h = frame
        self.ops.append(f"{GROUND} {colour_numbers(colour)} rg {x:.3f} {y:.3f} {w:.3f} {h:.3f} re f EMC")

    @contextmanager
    def beneath(self, at: int | None = None) -> Iterator[None]:
        """Draw over the ground, or after so many strokes, but under the rest of the page, until the block ends."""
        before, at = len(self.ops), self.floor if at is None else at
        yield
        fresh = self.ops[before:]
        del self.ops[before:]
        self.ops[at:at] = fresh

    def draw(self, drawing: Drawing, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """Put a drawing on the page; ``put(compose(…))`` spares the second time."""
        self.put(compose(drawing, self.setter), x, y, scale)


class Paper(NamedTuple):
    """How a page lies on its paper; points, from the lower left corner of the paper."""

    unit: float
    """Points to a designed millimetre."""
    left: float
    top: float
    """Where the designed page's top left corner comes to lie."""
    width: float
    height: float
    """Size of the trimmed page."""
    edge: float
    """From the edge of the paper to the trim."""
    slug: float
    """From the edge of the paper to the bleed."""

    def box(self, from_edge: float) -> tuple[float, float, float, float]:
        """Return a box round the page that begins so far from the edge of the paper."""
        right, top = self.width + 2 * self.edge - from_edge, self.height + 2 * self.edge - from_edge
        return round(from_edge, 3), round(from_edge, 3), round(right, 3), round(top, 3)

    def on_paper(self, frame: Frame) -> Frame:
        """Return where a frame of the designed page lies on the paper: left, top, width, height, millimetres."""
        left, top, width, height = frame
        scale = self.unit / MM
        high = self.height + 2 * self.edge - self.top
        return (self.left + left * self.unit) / MM, (high + top * self.unit) / MM, width * scale, height * scale

    def across(self, x: float) -> float:
        """Return where a designed millimetre from the left lies."""
        return round(self.left + x * self.unit, 2)

    def up(self, y: float) -> float:
        """Return where a designed millimetre from the top lies, counted from the foot as the format does."""
        return round(self.top - y * self.unit, 2)


class Book:
    """A file being made."""

    def __init__(
        self,
        out: BinaryIO,
        setter: Typesetter,
        *,
        lang: str = "zh-CN",
        title: str = "",
        author: str = "",
        subject: str = "",
        keywords: str = "",
        creator: str = "",
        made_on: date | None = None,
        profile: Profile = PROFILES["office"],
    ) -> None:
        """Begin a book.

        Args:
            out: Where ``save`` writes.
            setter: The fonts.
            lang: Language of the text, for readers that speak it.
            title: Title, author, subject, keywords and creator are shown in the document information.
            author: See title.
            subject: See title.
            keywords: See title.
            creator: See title.
            made_on: The date in the document information, never today's by itself: equal books are equal bytes.
            profile: How it is printed: size, edges, colours.
        """
        self.out = out
        self.setter = setter
        self.lang = lang
        self.about = {
            "title": title,
            "author": author,
            "subject": subject,
            "keywords": keywords,
            "creator": creator,
        }
        self.made_on = made_on
        self.profile = profile
        self.sheets: list[Sheet] = []
        self.refused: list[tuple[Text, Text]] = []
        """Page and block of every text that found no room even at its smallest size."""

    def sheet(self, width_mm: float | None = None, height_mm: float | None = None) -> Sheet:
        """Add an empty page, of the size the profile has, and return it; it may be filled until ``save``."""
        width, height = self.profile.page_mm
        return self.add(Sheet(self.setter, width_mm or width, height_mm or height))

    def add(self, sheet: Sheet) -> Sheet:
        """Add a page, also one that was drawn for another book."""
        self.sheets.append(sheet)
        return sheet

    def number(self, target: str | Sheet) -> int | None:
        """Return the page number of a sheet or a bookmark, counted from 1; None when it is not in the book."""
        for number, sheet in enumerate(self.sheets, 1):
            if sheet is target or (isinstance(target, str) and target in sheet.places):
                return number
        return None

    def loose_ends(self) -> tuple[str, ...]:
        """Return the bookmarks that links lead to and no sheet has."""
        wanted = [target for sheet in self.sheets for _, target in sheet.links if isinstance(target, str)]
        return tuple(dict.fromkeys(key for key in wanted if self.number(key) is None))

    def content(self, sheet: Sheet) -> bytes:
        """Return the operators of a page, from the foot of the paper upwards as the format wants it."""
        place = self.place(sheet)
        start = f"{place.unit:.6f} 0 0 {-place.unit:.6f} {place.left:.3f} {place.top:.3f} cm"
        if sheet.around is None:
            content = "\n".join([start, *sheet.ops, ""])
        else:
            left, low, right, high = place.box(place.slug)
            bleed = f"{left} {low} {round(right - left, 3)} {round(high - low, 3)} re W n"
            paper = f"{MM:.6f} 0 0 {-MM:.6f} 0 {place.box(0)[3]} cm"
            content = "\n".join(["q", bleed, start, *sheet.ops, "Q", paper, *sheet.around.ops, ""])
        if self.profile.colour == "cmyk":
            from brochure.pdf.separation import left_over, separate

            content = separate(content)
            if operator := left_over(content):
                raise RenderError(say.NOT_INKS.fill(self.sheets.index(sheet) + 1, operator))
        return content.encode("ascii")

    def place(self, sheet: Sheet) -> "Paper":
        """Return where a page lies on its paper."""
        profile, unit = self.profile, MM * self.profile.scale
        edge = profile.edge_mm * MM
        width, height = sheet.width_mm * unit, sheet.height_mm * unit - (profile.head_cut_mm + profile.foot_cut_mm) * MM
        return Paper(unit, edge, edge + height + profile.head_cut_mm * MM, width, height, edge, profile.slug_mm * MM)

    def save(self) -> None:
        """Write the file."""
        self.out.write(build_file(self))
