"""From a book's sheets to the objects of a file: pages with their boxes, fonts, links, outline, names."""

import sys
from typing import TYPE_CHECKING, Any

from brochure.pdf.glyphs import add_font, stream
from brochure.pdf.picture import build_image
from brochure.words import press as say

if TYPE_CHECKING:
    from brochure.pdf.book import Book, Frame, Sheet


def build_file(book: "Book") -> bytes:
    """Return the file."""
    return _File(book).run()


class _File:
    """The objects of one file."""

    def __init__(self, book: "Book") -> None:
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
        if book.profile.colour == "cmyk":
            self.name_inks()
        document.Catalog.ViewerPreferences = pdf.PDFDictionary({"DisplayDocTitle": "true"})
        resources = pdf.PDFResourceDictionary(ExtGState=document.Reference(self.looks()))
        if book.profile.marks:
            resources.ColorSpace = {"All": document.Reference(self.every_plate())}
        if pictures := self.pictures():
            resources.XObject = pictures
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

    def pictures(self) -> dict[str, Any]:
        """Return the pictures of all pages by what pages call them; each stands in the file once."""
        found = {name: picture for sheet in self.book.sheets for name, picture in sheet.pictures.items()}
        colour = self.book.profile.colour
        return {f"P{name}": self.document.Reference(build_image(found[name], colour)) for name in sorted(found)}

    def name_inks(self) -> None:
        """Name the printing condition the inks were set for; there is no profile inside, so this claims no PDF/X."""
        pdf, catalog = self.pdf, self.document.Catalog
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": pdf.PDFString("FOGRA39"),
            "RegistryName": pdf.PDFString("http://www.color.org"),
            "OutputCondition": pdf.PDFString(say.CONDITION.en),
        }
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = pdf.PDFArray([pdf.PDFDictionary(intent)])

    def every_plate(self) -> Any:
        """Return the colour that prints on every plate, as register marks do."""
        tint = "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>"
        return self.pdf.PDFArray(["/Separation", "/All", "/DeviceCMYK", tint])

    def page(self, sheet: "Sheet", resources: Any) -> Any:
        pdf, paper = self.pdf, self.book.place(sheet)
        page = pdf.PDFPage()
        page.MediaBox = pdf.PDFArray(paper.box(0))
        page.TrimBox = pdf.PDFArray(paper.box(paper.edge))
        if paper.edge > paper.slug:
            page.BleedBox = pdf.PDFArray(paper.box(paper.slug))
        if self.book.profile.colour == "cmyk":
            page.__NoDefault__ = (*page.__NoDefault__, "Group")
            space = {"S": "/Transparency", "CS": "/DeviceCMYK"}
            page.Group = pdf.PDFDictionary(space)
        page.Resources = resources
        content = self.book.content(sheet)
        self.document.updateSignature(content)
        page.Contents = stream(content)
        self.document.addPage(page)
        return page

    def fonts(self) -> None:
        used: dict[int, set[str]] = {}
        rimmed: dict[int, set[str]] = {}
        for sheet in self.book.sheets:
            for ink in (sheet, sheet.around) if sheet.around is not None else (sheet,):
                for weight, characters in ink.used.items():
                    used.setdefault(weight, set()).update(characters)
                for weight, characters in ink.rimmed.items():
                    rimmed.setdefault(weight, set()).update(characters)
        resources = self.document.idToObject["BasicFonts"].dict
        for weight in sorted(used):
            face = self.book.setter.faces[weight]
            resources.update(add_font(self.document, face, used[weight], silent=rimmed.get(weight, ())))

    def place(self, page: Any, sheet: "Sheet", y: float) -> Any:
        destination = self.pdf.Destination("")
        destination.xyz(0, self.book.place(sheet).up(y), "null")
        destination.setPage(page)
        return destination

    def view(self, page: Any, sheet: "Sheet", frame: "Frame") -> Any:
        """Return a place that shows a whole frame, as large as the reader's window allows."""
        left, top, width, height = frame
        paper = self.book.place(sheet)
        destination = self.pdf.Destination("")
        destination.fitr(paper.across(left), paper.up(top + height), paper.across(left + width), paper.up(top))
        destination.setPage(page)
        return destination

    def names(self) -> None:
        """List the views by their names; a book without any has no list."""
        keys = sorted({key for sheet in self.book.sheets for key in sheet.views})
        if keys:
            pairs = [part for key in keys for part in (self.pdf.PDFString(key), self.places[key])]
            tree = self.pdf.PDFDictionary({"Names": self.pdf.PDFArray(pairs)})
            self.document.Catalog.Names = self.pdf.PDFDictionary({"Dests": tree})

    def links(self) -> None:
        """Give each page its links. They are written as they stand: a book has hundreds, one for each source mark."""
        names = [self.document.Reference(page).name for page in self.pages]
        numbers = [self.document.idToObjectNumberAndVersion[name][0] for name in names]
        aims: dict[str | int, str] = {}
        for number, sheet in zip(numbers, self.book.sheets, strict=True):
            paper = self.book.place(sheet)
            aims[id(sheet)] = f"[{number} 0 R /XYZ 0 {paper.up(0):g} null]"
            for key, y in sheet.places.items():
                aims.setdefault(key, f"[{number} 0 R /XYZ 0 {paper.up(y):g} null]")
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

    def link_start(self, sheet: "Sheet", frame: "Frame") -> str:
        x, y, w, h = frame
        unit, left, top, *_ = self.book.place(sheet)
        left, top = left + x * unit, top - y * unit
        box = f"{left:.2f} {top - h * unit:.2f} {left + w * unit:.2f} {top:.2f}"
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
