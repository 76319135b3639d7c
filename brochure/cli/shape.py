"""Records on their way out: as JSON with the names scripts rely on, and as lines a person reads."""

import datetime
import sys
import unicodedata
from typing import Any

import msgspec

from brochure.model.flat import columns
from brochure.model.kinds import Figure, Policy, Source
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words.choices import say_choice
from brochure.words.dates import say_period, say_seen
from brochure.words.fields import FIELDS, NO, YES
from brochure.words.kinds import (
    INFERRED,
    KINDS,
    STATUS,
    TO_BE_CONFIRMED,
    VALIDITY,
)
from brochure.words.numbers import say_figure

FIRST = ("id", "kind", "name", "status", "validity", "as_of", "sources")
SHARED_LAST = ("aliases", "summary", "note", "quote", "audience", "as_of_inferred", "related")
SOURCE_FIRST = ("id", "name", "publisher", "published", "published_is_inferred", "file")
HIDDEN = (
    "id", "name", "status", "as_of", "as_of_inferred", "sources", "audience", "related", "colour", "mark", "order",
    "feature", "measure", "series", "span", "family", "aspect", "current", "headline",
)  # fmt: skip
"""Fields that the lines of a record do not repeat, or that only programs need."""
FIGURE_VALUE = ("value", "unit", "qualifier", "text")


def to_json(record: Record, on: datetime.date) -> dict[str, Any]:
    """Return a record as JSON values in the order of the interface; unknown is ``None``, never an empty string."""
    plain: dict[str, Any] = {"id": record.id, "kind": record.kind}
    for column in columns(type(record)):
        plain[column.field] = _plain(getattr(record, column.field))
    if isinstance(record, Policy):
        plain["validity"] = validity(record, on)
    if isinstance(record, Source):
        plain["sources"] = [record.id]  # a source speaks for itself
        return {**{name: plain[name] for name in SOURCE_FIRST}, **plain}
    own = {name: value for name, value in plain.items() if name not in (*FIRST, *SHARED_LAST)}
    first = {name: plain[name] for name in FIRST if name in plain}
    return {**first, **own, **{name: plain[name] for name in SHARED_LAST}}


def write_json(value: object) -> None:
    """Write a value to stdout as JSON, Chinese as it is."""
    text = msgspec.json.format(msgspec.json.encode(value, order=None), indent=2).decode()
    sys.stdout.write(text + "\n")


def table_lines(records: tuple[Record, ...], lang: Lang, on: datetime.date) -> list[str]:
    """Return one line for each record: id, name, what is known of it, when."""
    rows = [(record.id, record.name.to(lang), _state(record, lang, on), date_of(record, lang)) for record in records]
    widths = [max((width(row[place]) for row in rows), default=0) for place in range(3)]
    return [
        "  ".join([*(pad(cell, wide) for cell, wide in zip(row, widths, strict=False)), row[3]]).rstrip()
        for row in rows
    ]


def record_lines(record: Record, library: Library, lang: Lang, on: datetime.date) -> list[str]:
    """Return a record as lines: its name, its fields by their labels, its sources."""
    facts = _head(record, lang, on)
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.field in HIDDEN or value in (None, (), False):
            continue
        if isinstance(record, Figure) and column.field in FIGURE_VALUE:
            continue
        words = _words(value, library, lang) if not column.choices else _choice(record, column.field, value, lang)
        if words:
            facts.append((column.field, words))
    facts.append(
        ("sources", ("；" if lang == "zh" else "; ").join(each.cite.to(lang) for each in library.sources(record)))
    )
    return [
        f"{record.name.to(lang)}  [{record.id}]",
        *(fact_line(field, words, lang) for field, words in facts if words),
    ]


def fact_line(field: str, words: str, lang: Lang) -> str:
    """Return one fact with the label of its field."""
    return f"  {FIELDS[field].to(lang)}{'：' if lang == 'zh' else ': '}{words}"


def _head(record: Record, lang: Lang, on: datetime.date) -> list[tuple[str, str]]:
    """Return the facts that come first: value or validity, status, period."""
    status = STATUS[record.status].to(lang) if record.status is not None else ""
    if isinstance(record, Policy):
        drafted = status if record.status == "drafting" else ""
        return [("validity", _state(record, lang, on)), ("status", drafted), ("as_of", date_of(record, lang))]
    if isinstance(record, Figure):
        return [("value", _state(record, lang, on)), ("status", status), ("as_of", date_of(record, lang))]
    return [("status", status), ("as_of", date_of(record, lang))]


def _choice(record: Record, field: str, value: str, lang: Lang) -> str:
    words = say_choice(record.kind, field, value)
    return words.to(lang) if words is not None else ""


def heading(kind: str, count: int, lang: Lang) -> str:
    """Return the line above the records of a kind."""
    return f"== {KINDS[kind].to(lang)} ({kind}, {count}) =="


def date_of(record: Record, lang: Lang) -> str:
    """Return when a record holds, in words; inferred dates say so."""
    if record.as_of is None:
        return ""
    said = say_period(record.as_of, record.span) if isinstance(record, Figure) else say_seen(record.as_of)
    inferred = f"（{INFERRED.zh}）" if lang == "zh" else f" ({INFERRED.en})"
    return said.to(lang) + (inferred if record.as_of_inferred else "")


def width(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, wide: int) -> str:
    """Return a text filled up with spaces to a number of columns."""
    return text + " " * (wide - width(text))


def _state(record: Record, lang: Lang, on: datetime.date) -> str:
    if isinstance(record, Policy):
        return VALIDITY[validity(record, on)].to(lang)
    if isinstance(record, Figure):
        return say_figure(record, lang)
    return STATUS[record.status].to(lang) if record.status is not None else ""


def _plain(value: object) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh or None, "en": value.en or None}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _words(value: object, library: Library, lang: Lang) -> str:
    if isinstance(value, Text):
        return value.to(lang) or TO_BE_CONFIRMED.to(lang)
    if isinstance(value, tuple):
        return ("；" if lang == "zh" else "; ").join(_words(item, library, lang) for item in value)
    if isinstance(value, bool):
        return (YES if value else NO).to(lang)
    if isinstance(value, float):
        return f"{value:g}"
    other = library.find(str(value))
    return f"{other.name.to(lang)} [{other.id}]" if other is not None else str(value)
