"""Workbooks made in code: good ones by openpyxl, bad ones by hand, part by part."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"
TARGETS = (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"))
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def book(sheets: Mapping[str, Iterable[Sequence[Any]]], change: Callable[[Any], object] | None = None) -> bytes:
    """Return a workbook with the rows of each sheet; ``change`` may do more to it before it is saved."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
    """Return a package of some parts, in their order; a name may come twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items() if isinstance(parts, Mapping) else parts:
            package.writestr(name, data)
    return out.getvalue()


def by_hand(
    cells: str,
    strings: Sequence[str] = (),
    *,
    after: str = "",
    sheet: str = "zones",
    main: str = MAIN,
    styles: str = "",
) -> bytes:
    """Return a workbook of one sheet whose XML is given.

    Args:
        cells: What stands inside ``sheetData``.
        strings: The shared texts, each as the XML inside its ``si``.
        after: What follows ``sheetData``.
        sheet: The name of the sheet.
        main: The namespace of the spreadsheet parts.
        styles: The XML inside ``styleSheet``.
    """
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{OFFICE}.spreadsheetml.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("sharedStrings", "sharedStrings"),
            ("styles", "styles"),
        )
    )  # fmt: skip
    relation = f'<Relationship Id="rId{{}}" Type="{REL}/{{}}" Target="{{}}"/>'
    relations = f'<Relationships xmlns="{PACK}/relationships">{{}}</Relationships>'
    inside = "".join(
        relation.format(number, kind, target)
        for number, (kind, target) in enumerate(
            [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")],
            1,
        )
    )
    texts = "".join(f"<si>{text}</si>" for text in strings)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACK}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations.format(relation.format(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{REL}"><sheets><sheet name="{sheet}" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations.format(inside),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>{after}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles or PLAIN_STYLES}</styleSheet>',
    }
    return packed({name: (HEAD + text).encode() for name, text in parts.items()})


PLAIN_STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs>"
)


def words(place: str, text: str) -> str:
    """Return a cell with its text inside it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """Return a row of cells."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def head(*names: str) -> str:
    """Return the first row."""
    return row(1, *(words(f"{'ABCDEFGH'[place]}1", name) for place, name in enumerate(names)))
