"""A file of pages: sheets stay open until the book is saved, so the contents page knows every number in one pass.

The file itself (objects, cross references, outline, document information) is written by reportlab.
"""

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, BinaryIO, Final

from brochure.drawing import Drawing
from brochure.pdf.art import compose
from brochure.pdf.glyphs import add_font, compress, stream
from brochure.pdf.ink import MM, Ink
from brochure.pdf.lines import Piece, Typesetter
from brochure.pdf.signs import marks_in

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

    def outline(self, title: str, key: str, level: int = 0, y: float = 0.0) -> None:
        """List a heading in the reader's side bar, and bookmark it."""
        self.places.setdefault(key, y)
        self.headings.append((title, key, level))

    @contextmanager
    def beneath(self) -> Iterator[None]:
        """Draw over the ground but under everything that is on the page already, until the block ends."""
        before = len(self.ops)
        yield
        fresh = self.ops[before:]
        del self.ops[before:]
        self.ops[self.floor : self.floor] = fresh

    def draw(self, drawing: Drawing, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """Put a drawing on the page; ``put(compose(…))`` spares the second time."""
        self.put(compose(drawing, self.setter), x, y, scale)


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
        bleed_mm: float = 0.0,
        slug_mm: float = 0.0,
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
            bleed_mm: How far the paper's ink goes over the trim on each side.
            slug_mm: Room for marks outside the bleed.
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
        self.bleed_mm = bleed_mm
        self.slug_mm = slug_mm
        self.sheets: list[Sheet] = []
        self._helpers: list[threading.Thread] = []

    def sheet(self, width_mm: float = 210.0, height_mm: float = 297.0) -> Sheet:
        """Add an empty page and return it; it may be filled at any time before ``save``."""
        return self.add(Sheet(self.setter, width_mm, height_mm))

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

    def press_ahead(self, first: int) -> None:
        """Begin to compress the pages from a place on while others are being set; one that changes is done again."""
        helper = threading.Thread(target=compress, args=([self.content(sheet) for sheet in self.sheets[first:]],))
        helper.start()
        self._helpers.append(helper)

    def content(self, sheet: Sheet) -> bytes:
        """Return the operators of a page, from the foot of the paper upwards as the format wants it."""
        edge = (self.bleed_mm + self.slug_mm) * MM
        start = f"{MM:.6f} 0 0 {-MM:.6f} {edge:.3f} {edge + sheet.height_mm * MM:.3f} cm"
        return "\n".join([start, *sheet.ops, ""]).encode("ascii")

    def save(self) -> None:
        """Write the file."""
        for helper in self._helpers:
            helper.join()
        self._helpers.clear()
        self.out.write(_Press(self).run())


class _Press:
    """Turns a book's sheets into the objects of a file."""

    def __init__(self, book: Book) -> None:
        self.pdf = _load_writer()
        self.book = book
        self.document = self.pdf.PDFDocument(invariant=1, lang=book.lang, pdfVersion=(1, 7))
        self.pages: list[Any] = []
        self.places: dict[str, Any] = {}
        self.entries: dict[str, Any] = {}

    def run(self) -> bytes:
        pdf, document, book = self.pdf, self.document, self.book
        for name, text in book.about.items():
            setattr(document.info, name, _printable(text))
        if book.made_on is not None:
            document._timeStamp.YMDhms = (book.made_on.year, book.made_on.month, book.made_on.day, 0, 0, 0)
        document.Catalog.ViewerPreferences = pdf.PDFDictionary({"DisplayDocTitle": "true"})
        resources = pdf.PDFResourceDictionary(ExtGState=document.Reference(self.looks()))
        resources.basicFonts()
        shared = document.Reference(resources)
        for sheet in book.sheets:
            self.pages.append(self.page(sheet, shared))
        for page, sheet in zip(self.pages, book.sheets, strict=True):
            for key, frame in sheet.views.items():
                self.places.setdefault(key, self.view(page, sheet, frame))
            for key, y in sheet.places.items():
                self.places.setdefault(key, self.place(page, sheet, y))
        self.names()
        self.links()
        self.fonts()
        self.outline()
        data: bytes = document.GetPDFData(self)
        return data

    def looks(self) -> Any:
        """Return the transparencies of all pages as one resource."""
        states = sorted({state for sheet in self.book.sheets for state in sheet.alphas})
        return self.pdf.PDFDictionary(
            {
                f"A{fill}-{stroke}": self.pdf.PDFDictionary({"ca": fill / 1000, "CA": stroke / 1000})
                for fill, stroke in states
            }
        )

    def page(self, sheet: Sheet, resources: Any) -> Any:
        book, pdf = self.book, self.pdf
        edge = (book.bleed_mm + book.slug_mm) * MM
        width, height = sheet.width_mm * MM, sheet.height_mm * MM
        page = pdf.PDFPage()
        page.MediaBox = pdf.PDFArray([0, 0, round(width + 2 * edge, 3), round(height + 2 * edge, 3)])
        page.TrimBox = pdf.PDFArray([round(edge, 3), round(edge, 3), round(edge + width, 3), round(edge + height, 3)])
        if book.bleed_mm:
            slug = book.slug_mm * MM
            ends = round(width + 2 * edge - slug, 3), round(height + 2 * edge - slug, 3)
            page.BleedBox = pdf.PDFArray([round(slug, 3), round(slug, 3), *ends])
        page.Resources = resources
        content = book.content(sheet)
        self.document.updateSignature(content)
        page.Contents = stream(content)
        self.document.addPage(page)
        return page

    def fonts(self) -> None:
        used: dict[int, set[str]] = {}
        rimmed: dict[int, set[str]] = {}
        for sheet in self.book.sheets:
            for weight, characters in sheet.used.items():
                used.setdefault(weight, set()).update(characters)
            for weight, characters in sheet.rimmed.items():
                rimmed.setdefault(weight, set()).update(characters)
        resources = self.document.idToObject["BasicFonts"].dict
        for weight in sorted(used):
            face = self.book.setter.faces[weight]
            resources.update(add_font(self.document, face, used[weight], silent=rimmed.get(weight, ())))

    def place(self, page: Any, sheet: Sheet, y: float) -> Any:
        destination = self.pdf.Destination("")
        destination.xyz(0, self.height(sheet, y), "null")
        destination.setPage(page)
        return destination

    def view(self, page: Any, sheet: Sheet, frame: Frame) -> Any:
        """Return a place that shows a whole frame, as large as the reader's window allows."""
        left, top, width, height = frame
        edge = (self.book.bleed_mm + self.book.slug_mm) * MM
        sides = round(edge + left * MM, 2), round(edge + (left + width) * MM, 2)
        destination = self.pdf.Destination("")
        destination.fitr(sides[0], self.height(sheet, top + height), sides[1], self.height(sheet, top))
        destination.setPage(page)
        return destination

    def names(self) -> None:
        """List the views by their names; a book without any has no list."""
        keys = sorted({key for sheet in self.book.sheets for key in sheet.views})
        if keys:
            pairs = [part for key in keys for part in (self.pdf.PDFString(key), self.places[key])]
            tree = self.pdf.PDFDictionary({"Names": self.pdf.PDFArray(pairs)})
            self.document.Catalog.Names = self.pdf.PDFDictionary({"Dests": tree})

    def height(self, sheet: Sheet, y: float) -> float:
        """Return a height on a page as the format counts it, points from the foot of the paper."""
        return round((self.book.bleed_mm + self.book.slug_mm) * MM + (sheet.height_mm - y) * MM, 2)

    def links(self) -> None:
        """Give each page its links. They are written as they stand: a book has hundreds, one for each source mark."""
        names = [self.document.Reference(page).name for page in self.pages]
        numbers = [self.document.idToObjectNumberAndVersion[name][0] for name in names]
        aims: dict[str | int, str] = {}
        for number, sheet in zip(numbers, self.book.sheets, strict=True):
            aims[id(sheet)] = f"[{number} 0 R /XYZ 0 {self.height(sheet, 0):g} null]"
            for key, y in sheet.places.items():
                aims.setdefault(key, f"[{number} 0 R /XYZ 0 {self.height(sheet, y):g} null]")
        for page, sheet in zip(self.pages, self.book.sheets, strict=True):
            found = [
                f"{self.link_start(sheet, frame)}/Dest{aim}>>"
                for frame, target in sheet.links
                if (aim := aims.get(target if isinstance(target, str) else id(target))) is not None
            ]
            for frame, address in sheet.addresses:
                uri = self.pdf.PDFString(address).format(self.document).decode("ascii")
                found.append(f"{self.link_start(sheet, frame)}/A<</S/URI/URI {uri}>>>>")
            page.Annots = ["\n".join(found)] if found else None

    def link_start(self, sheet: Sheet, frame: Frame) -> str:
        x, y, w, h = frame
        edge = (self.book.bleed_mm + self.book.slug_mm) * MM
        left, top = edge + x * MM, edge + (sheet.height_mm - y) * MM
        box = f"{left:.2f} {top - h * MM:.2f} {left + w * MM:.2f} {top:.2f}"
        return f"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[{box}]"

    def outline(self) -> None:
        level = -1
        for sheet in self.book.sheets:
            for title, key, wanted in sheet.headings:
                level = max(0, min(wanted, level + 1))  # a level cannot be jumped over
                name = f"heading {len(self.entries)}"
                self.entries[name] = self.places[key]
                self.document.outline.addOutlineEntry(name, level, _printable(title))
        if self.entries:
            self.document.Catalog.showOutline()

    def _bookmarkReference(self, name: str) -> Any:  # noqa: N802 (reportlab's outline asks its canvas by this name)
        return self.entries[name]


def _printable(text: str) -> str:
    return "".join([char if char.isprintable() else " " for char in text])


def _load_writer() -> Any:
    """Import reportlab's file writer without its picture library.

    WORKAROUND reportlab imports Pillow at once, for pictures a brochure does not have; so the module is offered
    unloaded and loads itself when somebody touches it.
    """
    import importlib.util

    if "PIL.Image" not in sys.modules and (spec := importlib.util.find_spec("PIL.Image")) and spec.loader:
        spec.loader = loader = importlib.util.LazyLoader(spec.loader)
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        sys.modules["PIL.Image"] = module
        sys.modules["PIL"].__dict__["Image"] = module
    from reportlab.pdfbase import pdfdoc

    return pdfdoc
