"""The cells of a sheet of recipients: which column is which field of a request, and what a cell of it asks for.

What may be asked follows from the request itself: a field that is added to it is a column of the sheet.
"""

import datetime
import difflib
import functools
import re
import types
import typing
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal

import msgspec

from brochure.content.workbook import Row
from brochure.model.kinds import KINDS as CLASSES
from brochure.pdf.recipe import Recipe
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import batch as say
from brochure.words.kinds import KINDS
from brochure.words.page.furniture import SECTION
from brochure.words.text import shown

Form = Literal["text", "names", "name", "choice", "choices", "day", "yes"]
MOST_ITEMS: Final = 300
MOST_JOINED: Final = 6
"""A name may hold a few of the marks that part names: it is looked for as a whole before it is taken apart."""
_PART: Final = re.compile(r"[、；;，,|\n\r]+")
_DAY: Final = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_KIND: Final = {"sectors": "industries", "stage": "stages"}
"""The kind a field chooses from, where it is not called like it."""
EXTRA: Final = ("recipe", "file", "remark")


class CellFault(Exception):  # noqa: N818 - always caught and put beside its cell
    """A cell cannot be taken; ``sentence`` says why, without its place."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class Asked(msgspec.Struct, frozen=True):
    """One field of a request as a column: its form, and what it may hold."""

    form: Form
    choices: tuple[str, ...] = ()
    kind: str | None = None


class Columns(msgspec.Struct, frozen=True):
    """The columns of a sheet by their place: the field of each, its heading, or what is wrong with it."""

    fields: Mapping[int, str]
    headings: Mapping[int, str]
    faults: Mapping[int, Text]


@functools.cache
def asked_fields() -> dict[str, Asked]:
    """Return every field of a request that a cell can hold."""
    found = {}
    for name, hint in typing.get_type_hints(Recipe).items():
        asked = _asked(name, hint)
        if asked is not None:
            found[name] = asked
    return found


def column_fields() -> tuple[str, ...]:
    """Return every column there may be, in the order of the empty sheet."""
    fields = asked_fields()
    known = [name for name in say.COLUMNS if name in fields or name in EXTRA]
    return (*known, *(name for name in fields if name not in say.COLUMNS))


def heading_of(field: str) -> Text:
    """Return what a column is called in the empty sheet."""
    names = say.COLUMNS.get(field)
    return names[0] if names else Text(field, field)


def find_columns(headings: Iterable[str]) -> Columns:
    """Return what stands in each column."""
    names = _labels()
    fields: dict[int, str] = {}
    given: dict[int, str] = {}
    faults: dict[int, Text] = {}
    for place, heading in enumerate(headings, start=1):
        given[place] = heading.strip()
        if not given[place]:
            continue
        field = _field_of(heading, names)
        if field is None:
            near = difflib.get_close_matches(_plain(heading)[:60], names, n=1)
            hint = say.DID_YOU_MEAN.fill(heading_of(names[near[0]])) if near else Text("", "")
            faults[place] = say.UNKNOWN_COLUMN.fill(shown(given[place]), hint)
        elif field in fields.values() and field not in ("reader", "remark"):
            faults[place] = say.TWICE.fill(shown(given[place]))
        else:
            fields[place] = field
    return Columns(fields, given, faults)


def is_explanation(row: Row, columns: Columns) -> bool:
    """Whether a row is the one of the empty sheet that explains the columns, letter by letter."""
    told = False
    for place, cell in enumerate(row.cells, start=1):
        if not cell.text.strip():
            continue
        explained = say.EXPLAINED.get(columns.fields.get(place, ""))
        if explained is None or cell.text.strip() not in (explained.zh, explained.en):
            return False
        told = True
    return told


def read_cell(field: str, text: str, names: "Names") -> Any:
    """Return what a cell asks for.

    Raises:
        CellFault: It asks for something that there is not.
    """
    asked = asked_fields()[field]
    if asked.form == "day":
        return _read_day(text)
    if asked.form == "yes":
        word = _plain(text)
        if word in (*say.YES, *say.NO):
            return word in say.YES
        raise CellFault(say.ONE_OF.fill(shown(text), Text("是、否", "yes, no")))
    if asked.form == "choice":
        return _read_choice(field, text, asked.choices)
    if asked.form == "choices":
        words = {_plain(each): each for each in asked.choices}
        words |= {_plain(word): each for each in asked.choices if each in SECTION for word in _both(SECTION[each])}
        return names.split(
            text, lambda part: words.get(_plain(part)), Text("、".join(asked.choices), ", ".join(asked.choices))
        )
    if asked.form == "names":
        return names.split(text, lambda part: names.find(part, asked.kind), None, asked.kind)
    if asked.form == "name":
        return names.split(text, lambda part: names.find(part, asked.kind), None, asked.kind)[0]
    return text


class Names:
    """Every record by its id, its names in both languages, its short name and its aliases."""

    def __init__(self, library: Library) -> None:
        self._ids: dict[tuple[str | None, str], dict[str, None]] = {}
        self._spelt: dict[str | None, list[str]] = {}
        for kind in CLASSES:
            for record in library.records(kind, archive=True):
                short = getattr(record, "short", None)
                words = {record.id, *_both(record.name), *record.aliases, *(_both(short) if short else ())}
                for word in words:
                    for scope in (kind, None):
                        self._ids.setdefault((scope, _plain(word)), {})[record.id] = None
                        self._spelt.setdefault(scope, []).append(word)

    def find(self, word: str, kind: str | None) -> str | None:
        """Return the id that a word means, nothing where there is none.

        Raises:
            CellFault: It may mean several.
        """
        ids = list(self._ids.get((kind, _plain(word)), ()))
        if len(ids) > 1 and word not in ids:
            raise CellFault(say.MANY_NAMES.fill(shown(word), ", ".join(ids[:6])))
        return word if word in ids else ids[0] if ids else None

    def near(self, word: str, kind: str | None) -> str | None:
        """Return the name that is spelt most like a word."""
        found = difflib.get_close_matches(word[:60], self._spelt.get(kind, ()), n=1)
        return found[0] if found else None

    def split(
        self, text: str, find: Callable[[str], str | None], choices: Text | None, kind: str | None = None
    ) -> tuple[str, ...]:
        """Return what a list of names means, the longest names first: a name may hold a comma.

        Raises:
            CellFault: One of them means nothing, or there are too many.
        """
        bounds = [(0, 0), *(found.span() for found in _PART.finditer(text)), (len(text), len(text))]
        if len(bounds) - 1 > MOST_ITEMS:
            raise CellFault(say.TOO_MANY_ITEMS.fill(len(bounds) - 1, MOST_ITEMS))
        ids: dict[str, None] = {}
        place = 0
        while place < len(bounds) - 1:
            start = bounds[place][1]
            for end in range(min(place + MOST_JOINED, len(bounds) - 1), place, -1):
                part = text[start : bounds[end][0]].strip()
                id = find(part) if part else None
                if id is not None or not part:
                    break
            if id is not None:
                ids[id] = None
            elif part:
                raise CellFault(self._nothing(part, choices, kind))
            place = end
        if not ids:
            raise CellFault(self._nothing(text, choices, kind))
        return tuple(ids)

    def _nothing(self, part: str, choices: Text | None, kind: str | None) -> Text:
        if choices is not None:
            return say.ONE_OF.fill(shown(part), choices)
        near = self.near(part, kind)
        hint = say.DID_YOU_MEAN.fill(near) if near else Text("", "")
        among = KINDS[kind] if kind is not None else say.ANYTHING
        return say.NO_NAME.fill(among, shown(part), hint)


def _asked(name: str, hint: Any) -> Asked | None:
    """Return the form of a field; nothing for one that fits into no cell and is asked in a recipe file."""
    kind = _KIND.get(name, name if name in CLASSES else None)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is Literal:
        return Asked("choice", typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return (
            Asked("choices", typing.get_args(item)) if typing.get_origin(item) is Literal else Asked("names", (), kind)
        )
    forms: dict[Any, Form] = {str: "name" if kind is not None else "text", datetime.date: "day", bool: "yes"}
    return Asked(forms[hint], (), kind) if hint in forms else None


def _read_choice(field: str, text: str, choices: tuple[str, ...]) -> str:
    words = {_plain(each): each for each in choices}
    if field == "lang":
        words |= {_plain(word): each for each in choices for word in say.EDITIONS.get(each, ())}
    if field == "profile":
        words |= {_plain(word): each for each in choices if each in say.PROFILES for word in _both(say.PROFILES[each])}
    found = words.get(_plain(text))
    if found is None:
        raise CellFault(say.ONE_OF.fill(shown(text), Text("、".join(choices), ", ".join(choices))))
    return found


def _read_day(text: str) -> datetime.date:
    found = _DAY.fullmatch(text)
    try:
        return datetime.date(*map(int, found.groups()))  # type: ignore[union-attr]  # None is caught below
    except (AttributeError, ValueError) as error:
        raise CellFault(say.NO_DATE.fill(shown(text))) from error


def _labels() -> dict[str, str]:
    """Return the field of each heading there may be."""
    fields = column_fields()
    labels = {_plain(name): field for field in fields for text in say.COLUMNS.get(field, ()) for name in _both(text)}
    return labels | {_plain(field): field for field in fields}


def _field_of(heading: str, names: Mapping[str, str]) -> str | None:
    """Return the field of a heading: as a whole, or where all parts of it name the same one, as in 姓名/公司."""
    if (field := names.get(_plain(heading))) is not None:
        return field
    parts = [part for part in re.split(r"[/\n()（）]", heading) if part.strip()]
    parts = parts if len(parts) > 1 else heading.split()
    found = {names.get(_plain(part)) for part in parts}
    return found.pop() if len(found) == 1 else None


def _plain(words: str) -> str:
    """Return words without what a keyboard makes of them: width, case, dashes, spaces."""
    folded = unicodedata.normalize("NFKC", words).replace("\ufeff", "").casefold()
    return " ".join(re.sub(r"[\s_\-‐‑–]+", " ", folded).split())


def _both(text: Text) -> tuple[str, ...]:
    return tuple(words for words in (text.zh, text.en) if words)
