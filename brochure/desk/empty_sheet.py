"""An empty sheet of recipients to begin with: a heading for each column, and a line that explains it."""

import io
from pathlib import Path

from brochure.content.workbook import escape
from brochure.desk.row_cells import EXTRA, asked_fields, column_fields, heading_of
from brochure.desk.workbook import HEAD_COLOUR, HEAD_TEXT
from brochure.errors import RenderError
from brochure.store.whole_file import save_whole
from brochure.words import Lang, intake
from brochure.words import batch as say

FIRST = ("reader", "contact", "lang", "sectors", "zones", "policies", "enterprises", "stage", "profile", "on")
"""What offices fill most; the rest stands behind it."""
NOTE_COLOUR = "4A5D68"
ROOM = 200
"""Rows with a list to pick from."""


def write_empty_sheet(out: Path, lang: Lang) -> None:
    """Write the empty sheet in one language.

    Raises:
        RenderError: The place cannot be written; an existing file stays as it was.
    """
    import openpyxl
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = say.SHEET_TITLE.to(lang)
    for place, field in enumerate(columns(), start=1):
        letter = get_column_letter(place)
        head, note = sheet.cell(1, place, escape(heading_of(field).to(lang))), sheet.cell(2, place)
        head.font, head.fill = Font(bold=True, color=HEAD_TEXT), PatternFill("solid", fgColor=HEAD_COLOUR)
        head.alignment = Alignment(vertical="center")
        note.value = say.EXPLAINED[field].to(lang) if field in say.EXPLAINED else None
        note.font, note.alignment = Font(italic=True, color=NOTE_COLOUR), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[letter].width = 30 if field == "reader" else 20
        if (words := _pick_list(field, lang)) is not None:
            choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
            choice.showErrorMessage = False  # other spellings are read as well
            choice.add(f"{letter}3:{letter}{ROOM}")
            sheet.add_data_validation(choice)
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 24, 48
    sheet.freeze_panes = "B3"
    data = io.BytesIO()
    book.save(data)
    try:
        save_whole(out, data.getvalue())
    except OSError as error:
        raise RenderError(intake.NOT_WRITTEN.fill(out, error.strerror or type(error).__name__)) from error


def columns() -> tuple[str, ...]:
    """Return the columns of the empty sheet in their order."""
    fields = column_fields()
    rest = [field for field in fields if field not in FIRST and field not in EXTRA]
    return (*(field for field in FIRST if field in fields), *rest, *EXTRA)


def _pick_list(field: str, lang: Lang) -> list[str] | None:
    asked = asked_fields().get(field)
    names = {"lang": say.LANGS, "profile": say.PROFILES}.get(field)
    if asked is None or names is None:
        return None
    return [names[choice].to(lang) if choice in names else choice for choice in asked.choices]
