"""A sheet of recipients as one request each: what is wrong with a row is said of its cell, and holds up no other."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from brochure.content.cells import column_letters
from brochure.content.sheets import explain_table_error, name_of, read_tables
from brochure.content.workbook import Cell, Row, Table
from brochure.desk.file_names import safe_stem
from brochure.desk.row_cells import CellFault, Columns, Names, find_columns, is_explanation, read_cell
from brochure.errors import BrochureError, SettingsError, TableError
from brochure.model.difference import Problem
from brochure.pdf.choice import choose
from brochure.pdf.recipe import Recipe, load_recipe
from brochure.store.library import Library
from brochure.words import Text, intake
from brochure.words import batch as say
from brochure.words.sentence import begun
from brochure.words.text import shown

MAX_ROWS: Final = 2_000
"""A batch is looked through by a person; more are more than one evening's work."""
MAX_NAME: Final = 500
_OWN: Final = ("recipe", "file", "remark")
"""Columns that are no field of a request."""


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """One row: for whom, what is asked, or what is wrong with it.

    ``stem`` is the name its file shall have, without its ending.
    """

    row: int
    sheet: str | None
    name: str
    stem: str
    recipe: Recipe | None = None
    problems: tuple[Problem, ...] = ()

    def problem(self, file: str, sentence: Text) -> Problem:
        """Return what is wrong with the row as a whole."""
        where = intake.SHEET.fill(file, self.sheet) if self.sheet is not None else Text(f"{file} ", file)
        return Problem(file, say.AT_ROW.fill(where, self.row, sentence), self.sheet, self.row, short=_begun(sentence))


class Recipients(msgspec.Struct, frozen=True):
    """All rows of a file, and the sheets of it that hold no recipients."""

    file: str
    rows: tuple[Recipient, ...]
    left_out: tuple[str, ...] = ()


def read_recipients(
    library: Library, path: Path, defaults: Recipe, recipes: Path | None = None, encoding: str | None = None
) -> Recipients:
    """Return the rows of a sheet.

    Args:
        library: The content, for the names of what is chosen.
        path: A CSV or XLSX file.
        defaults: What is asked where a row leaves a cell empty.
        recipes: Where recipe files lie beside those next to the sheet.
        encoding: The encoding of a CSV file, where somebody named it.

    Raises:
        TableError: The file cannot be taken, or nobody is in it.
    """
    names = Names(library)
    rows: list[Recipient] = []
    left_out: list[str] = []
    for table in read_tables(path, library.characters, encoding):
        if table.fault is not None:
            raise TableError(explain_table_error(path, table.fault).message, table.title or None)
        reader = _Reader(library, names, path, table, defaults, recipes)
        if "reader" not in reader.columns.fields.values() and not defaults.reader:
            left_out.append(table.title)
            continue
        rows += reader.rows()
    file = name_of(path)
    if left_out and not rows:
        raise TableError(say.NO_RECIPIENT_COLUMN.fill(file), row=1)
    if not rows:
        raise TableError(say.NO_ROWS.fill(file), row=2)
    if len(rows) > MAX_ROWS:
        raise TableError(say.TOO_MANY.fill(file, len(rows), MAX_ROWS))
    return Recipients(file, tuple(rows), tuple(left_out))


class _Reader:
    """One table being read."""

    def __init__(
        self, library: Library, names: Names, path: Path, table: Table, defaults: Recipe, recipes: Path | None
    ) -> None:
        self.library, self.names, self.defaults = library, names, defaults
        self.file, self.title = name_of(path), table.title or None
        self.folders = [path.absolute().parent, *([recipes] if recipes is not None else [])]
        heading, *self.body = table.rows
        self.columns: Columns = find_columns([cell.text for cell in heading.cells])
        if self.body and is_explanation(self.body[0], self.columns):
            self.body = self.body[1:]
        self.where = Text(f"{self.file} ", self.file)
        if self.title is not None:
            self.where = intake.SHEET.fill(self.file, self.title)

    def rows(self) -> Iterator[Recipient]:
        for row in self.body:
            yield self._row(row)

    def _row(self, row: Row) -> Recipient:
        problems: list[Problem] = []
        fields: dict[str, Any] = {}
        for place, cell in enumerate(row.cells, start=1):
            if not cell.text.strip() and cell.fault is None:
                continue
            field = self.columns.fields.get(place)
            try:
                if field is None:
                    raise CellFault(self.columns.faults.get(place) or say.NO_HEADING)
                value = self._value(field, cell)
            except CellFault as fault:
                problems.append(self._problem(row.number, fault.sentence, place))
                continue
            if field == "reader" and "reader" in fields:
                fields["reader"] += f" {value}"  # a company and a person, in columns of their own
            else:
                fields[field] = value
        own = {name: fields.pop(name, None) for name in _OWN}
        name = fields.get("reader") or self.defaults.reader or ""
        if not name:
            problems.append(self._problem(row.number, say.NO_RECIPIENT))
        elif len(name) > MAX_NAME:
            problems.append(self._problem(row.number, say.TOO_LONG.fill(len(name), MAX_NAME)))
        recipe = None
        if not problems:
            try:
                recipe = self._recipe(own["recipe"], fields)
                choose(self.library, recipe)
            except BrochureError as error:
                problems.append(self._problem(row.number, error.message))
                recipe = None
        stem = safe_stem((own["file"] or "").removesuffix(".pdf")) if own["file"] else safe_stem(name)
        return Recipient(
            row=row.number, sheet=self.title, name=name, stem=stem, recipe=recipe, problems=tuple(problems)
        )

    def _value(self, field: str, cell: Cell) -> Any:
        if cell.fault is not None:
            raise CellFault(say.BAD_CELL.fill(cell.fault))
        text = cell.text.strip()
        return text if field in _OWN else read_cell(field, text, self.names)

    def _recipe(self, file: str | None, fields: Mapping[str, Any]) -> Recipe:
        """Return what a row asks: its cells over its recipe file over the defaults."""
        base = self.defaults
        if file:
            path = self._find_recipe(file)
            loaded = load_recipe(path, self.defaults.on)
            given = tomllib.loads(path.read_text(encoding="utf-8"))
            base = msgspec.structs.replace(base, **{name: getattr(loaded, name) for name in given})
        return msgspec.structs.replace(base, **fields)

    def _find_recipe(self, file: str) -> Path:
        """Return a recipe file beside the sheet, or in the folder of recipes; a row opens no other file."""
        plain = file if file.endswith(".toml") else f"{file}.toml"
        if not any(mark in file for mark in ("\0", ":", "\\")):
            for folder in self.folders:
                path = folder / plain
                try:
                    inside = path.resolve().is_relative_to(folder.resolve())
                    if inside and path.is_file():
                        return path
                except (OSError, ValueError):
                    continue
        raise SettingsError(say.RECIPE_OUTSIDE.fill(shown(file)))

    def _problem(self, row: int, sentence: Text, place: int | None = None) -> Problem:
        if place is None:
            return Problem(
                self.file, say.AT_ROW.fill(self.where, row, sentence), self.title, row, short=_begun(sentence)
            )
        heading = self.columns.headings.get(place, "")
        letter = column_letters(place)
        message = say.AT_CELL.fill(self.where, row, letter, shown(heading), sentence)
        return Problem(self.file, message, self.title, row, heading or None, letter, short=_begun(sentence))


def _begun(sentence: Text) -> Text:
    """Return a sentence as it stands by itself, not behind its place."""
    return Text(sentence.zh, begun(sentence.en))
