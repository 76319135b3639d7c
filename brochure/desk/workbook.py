"""The content as a workbook that staff change in a spreadsheet program and read back with an import."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from brochure.content.sheets import heading_of
from brochure.errors import RenderError
from brochure.model.flat import columns, to_cells
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import Lang
from brochure.words import intake as say
from brochure.words.kinds import KINDS

HEAD_COLOUR, HEAD_TEXT = "0B6E78", "FFFFFF"
WIDTHS = {"id": 30, "name_zh": 26, "name_en": 32, "quote": 50}
WIDE, NARROW = 36, 16
NUMBERS = ("int", "float")


def write_workbook(library: Library, out: Path, kinds: Iterable[str], lang: Lang) -> tuple[int, int]:
    """Write one sheet for each kind, and return how many sheets and records that were.

    Args:
        library: The content.
        out: The file; it appears at its name only when it is whole.
        kinds: Which kinds, in which order.
        lang: Language of the headings; the name of the column stands under each.

    Raises:
        RenderError: The place cannot be written; an existing file stays as it was.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = records = 0
    for kind in kinds:
        found = library.records(kind, archive=True)
        sheets, records = sheets + 1, records + len(found)
        _fill(book.create_sheet(f"{KINDS[kind].to(lang)} {kind}"), kind, found, lang)
    data = io.BytesIO()
    book.save(data)
    try:
        save_whole(out, data.getvalue())
    except OSError as error:
        raise RenderError(say.NOT_WRITTEN.fill(out, error.strerror or type(error).__name__)) from error
    return sheets, records


def _fill(sheet: Any, kind: str, records: Iterable[Record], lang: Lang) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    from brochure.model.kinds import KINDS as CLASSES

    forms = {name: column.form for column in columns(CLASSES[kind]) for name in column.names}
    labels = [heading_of(name)[0 if lang == "zh" else 1] for name in forms]
    sheet.append([f"{label}\n{name}" for label, name in zip(labels, forms, strict=True)])
    for row, record in enumerate(records, start=2):
        for place, (name, text) in enumerate(to_cells(record).items(), start=1):
            if text is None:
                continue
            cell = sheet.cell(row=row, column=place)
            if forms[name] in NUMBERS:
                cell.value = float(text) if "." in text else int(text)
            else:
                cell.value, cell.data_type = text, "s"  # whatever it begins with, it is no formula
                cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=len(text) > NARROW)
    for place, name in enumerate(forms, start=1):
        head = sheet.cell(row=1, column=place)
        head.font = Font(bold=True, color=HEAD_TEXT)
        head.fill = PatternFill("solid", fgColor=HEAD_COLOUR)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        wide = WIDE if name.endswith(("_zh", "_en")) else NARROW
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(name, wide)
    sheet.row_dimensions[1].height = 34
    sheet.freeze_panes = "C2"
