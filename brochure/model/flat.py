"""One record as one row: the same flat form serves the files in ``data/``, the database and an import.

A ``Text`` becomes two columns (``name_zh``, ``name_en``); a tuple becomes one cell (or two) with ``|`` between its
items; yes and no are ``1`` and ``0``; what is unknown is an empty cell, never a guess.
"""

import functools
import math
import re
import types
import typing
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NoReturn, TypeVar

import msgspec

from brochure.model.record import Record, Ref
from brochure.words import Text

R = TypeVar("R", bound=Record)
Form = Literal["str", "int", "float", "bool", "text", "strs", "texts"]
SEPARATOR = "|"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
MAX_DIGITS = 15
"""A whole number of more digits is exact neither in a spreadsheet nor in the database."""


class Column(msgspec.Struct, frozen=True):
    """One field of a kind: its form, whether it may be empty, what it may hold and whom it points to."""

    field: str
    form: Form
    optional: bool
    nullable: bool = False
    choices: tuple[str, ...] = ()
    ref: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The column names of the flat form."""
        return (f"{self.field}_zh", f"{self.field}_en") if self.form in ("text", "texts") else (self.field,)


class CellError(ValueError):
    """A cell does not hold what its column asks for; ``column`` names it, ``expected`` and ``found`` tell the rest."""

    def __init__(self, column: str, expected: Text, found: str) -> None:
        super().__init__(f"{column}: expected {expected.en}, found {found!r}")
        self.column, self.expected, self.found = column, expected, found


@functools.cache
def _hints(cls: type[Record]) -> dict[str, Any]:
    return typing.get_type_hints(cls, include_extras=True)


@functools.cache
def columns(cls: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a kind, in the order of its fields."""
    hints = _hints(cls)
    optional = {field.name for field in msgspec.structs.fields(cls) if not field.required}
    return tuple(_column(name, hints[name], name in optional) for name in cls.__struct_fields__)


def column_names(cls: type[Record]) -> tuple[str, ...]:
    """Return the flat column names of a kind."""
    return tuple(name for column in columns(cls) for name in column.names)


def to_row(record: Record) -> dict[str, str | int | float | None]:
    """Return a record as flat cells."""
    row: dict[str, str | int | float | None] = {}
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.form == "text":
            row[column.names[0]], row[column.names[1]] = (value.zh, value.en) if value else (None, None)
        elif column.form == "texts":
            row[column.names[0]] = SEPARATOR.join(text.zh for text in value) or None
            row[column.names[1]] = SEPARATOR.join(text.en for text in value) or None
        elif column.form == "strs":
            row[column.field] = SEPARATOR.join(value) or None
        elif column.form == "bool":
            row[column.field] = int(value)
        else:
            row[column.field] = value
    return row


def to_cells(record: Record) -> dict[str, str | None]:
    """Return a record as the text of its flat cells; what is unknown is ``None``."""
    return {name: _cell(value) for name, value in to_row(record).items()}


def from_row(cls: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that a flat row holds.

    Raises:
        CellError: A cell is missing, or is not what its column asks for.
    """
    values = {column.field: _value(column, row) for column in columns(cls)}
    given = {c.field: values[c.field] for c in columns(cls) if values[c.field] is not None or not c.optional}
    try:
        return msgspec.convert(given, cls)
    except msgspec.ValidationError as error:
        field = str(error).rpartition("$.")[2].rstrip("`").partition("[")[0]
        raise CellError(field, Text(str(error), str(error)), str(values.get(field))) from error


def cell_errors(cls: type[Record], row: Mapping[str, Any]) -> list[CellError]:
    """Return what is wrong with each column of a flat row; none where ``from_row`` would take it."""
    hints = _hints(cls)
    errors: list[CellError] = []
    for column in columns(cls):
        try:
            value = _value(column, row)
            if value is not None:
                msgspec.convert(value, hints[column.field])
        except CellError as error:
            errors.append(error)
        except msgspec.ValidationError as error:
            found = CellError(column.names[0], Text(str(error), str(error)), str(value))
            found.__cause__ = error
            errors.append(found)
    return errors


def _column(field: str, hint: Any, optional: bool) -> Column:
    ref: str | None = None
    nullable = False
    choices: tuple[str, ...] = ()
    while typing.get_origin(hint) in (typing.Annotated, types.UnionType, typing.Union):
        if typing.get_origin(hint) is typing.Annotated:
            hint, *marks = typing.get_args(hint)
            ref = next((mark.kind for mark in marks if isinstance(mark, Ref)), ref)
        else:
            nullable = nullable or type(None) in typing.get_args(hint)
            hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is Literal:
        choices, hint = typing.get_args(hint), str
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return Column(field, "texts" if item is Text else "strs", optional, nullable, choices, ref)
    forms: dict[Any, Form] = {str: "str", int: "int", float: "float", bool: "bool", Text: "text"}
    return Column(field, forms[hint], optional, nullable, choices, ref)


def _value(column: Column, row: Mapping[str, Any]) -> Any:
    cells = [_cell(row.get(name)) for name in column.names]
    if all(cell is None for cell in cells):
        if column.optional or column.nullable:
            return None
        if column.form in ("texts", "strs"):
            return ()
        return _refuse(column, "")
    if column.form == "text":
        return Text(zh=cells[0] or "", en=cells[1] or "")
    if column.form == "texts":
        sides = [tuple(part.strip() for part in (cell or "").split(SEPARATOR)) for cell in cells]
        if len(sides[0]) != len(sides[1]):
            expected = Text(
                f"中英文项数相同（{len(sides[0])} 与 {len(sides[1])}）",
                f"as many items in both languages ({len(sides[0])} and {len(sides[1])})",
            )
            raise CellError(column.names[1], expected, str(cells[1]))
        return tuple(Text(zh=zh, en=en) for zh, en in zip(*sides, strict=True))
    cell = cells[0]
    assert cell is not None
    if column.form == "strs":
        return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())
    if column.choices and cell not in column.choices:
        _refuse(column, cell)
    if column.form == "bool":
        return {"1": True, "0": False}[cell] if cell in ("0", "1") else _refuse(column, cell)
    if column.form in ("int", "float"):
        return _number(column, cell)
    return cell


def _cell(value: object) -> str | None:
    if value is None:
        return None
    words = _digits(value) if isinstance(value, float) else str(value)
    return words.strip() or None


def _digits(value: float) -> str:
    """Return a number as digits, for a cell knows no exponent."""
    words = repr(value).removesuffix(".0")
    if "e" in words:
        words = f"{Decimal(words):f}"
    return words


def _number(column: Column, cell: str) -> float:
    if not NUMBER.fullmatch(cell):
        _refuse(column, cell)
    if column.form == "float":
        value = float(cell) + 0.0  # zero has no sign
        return value if math.isfinite(value) else _refuse(column, cell)
    if len(cell) > MAX_DIGITS or "." in cell:
        _refuse(column, cell)
    return int(cell)


EXPECTED: dict[Form, Text] = {
    "str": Text("文字", "text"),
    "text": Text("中英文各一格文字", "text in both languages"),
    "strs": Text("用 | 隔开的各项", "items separated by |"),
    "texts": Text("用 | 隔开的各项，中英文各一格", "items separated by | in both languages"),
    "int": Text(
        "整数，如 1332（不带千位逗号和单位）", "a whole number such as 1332, without thousands separators or unit"
    ),
    "float": Text(
        "数字，如 1332 或 9.9（不带千位逗号、单位和百分号）",
        "a number such as 1332 or 9.9, without thousands separators, unit or percent sign",
    ),
    "bool": Text("1 或 0（1 为是，0 为否）", "1 or 0 (1 is yes, 0 is no)"),
}


def _refuse(column: Column, found: str) -> NoReturn:
    expected = EXPECTED[column.form]
    if column.choices:
        expected = Text("以下之一：" + "、".join(column.choices), "one of " + ", ".join(column.choices))
    raise CellError(column.names[0], expected, found)
