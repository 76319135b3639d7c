"""Counts that outrun their named members: thirteen counted, four named, and whether the record says so."""

from collections.abc import Iterator
from typing import NamedTuple

from brochure.model.kinds import Alliance, Figure, Honour, Service
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import claims as look

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九十")} | {"两": 2}


class Outrun(NamedTuple):
    """A field that counts more than the record names; ``said`` when both languages tell the reader."""

    field: str
    counted: int
    named: int
    said: bool


def outrun(record: Record) -> Outrun | None:
    """Return by how much a record counts more than it names, or nothing."""
    counted = _counted(record)
    if counted is None or counted[1] <= counted[2]:
        return None
    return Outrun(*counted, is_said(record))


def is_said(record: Record) -> bool:
    """Whether the record tells its reader, in both languages, that not all are named."""
    told = list(_told(record))
    return all(
        any(said.search(text.zh if lang == "zh" else text.en) for text in told)
        for lang, said in look.UNNAMED_SAID.items()
    )


def _counted(record: Record) -> tuple[str, int, int] | None:
    """Return the field, how many it counts, and how many are named."""
    if isinstance(record, Figure) and record.named is not None and record.value is not None:
        return "named", int(record.value), record.named
    if isinstance(record, Service) and record.counted is not None:
        return "steps", record.counted, len(record.steps)
    if isinstance(record, Alliance) and record.member_count is not None:
        return "members", record.member_count, len(record.members)
    if isinstance(record, Honour) and record.holders_text is not None:
        found = look.COUNTED.search(record.holders_text.zh)
        return ("holders", _number(found[1]), len(record.holders)) if found else None
    return None


def _told(record: Record) -> Iterator[Text]:
    for field in ("note", "text", "summary", "statement", "holders_text"):
        text = getattr(record, field, None)
        if isinstance(text, Text):
            yield text


def _number(words: str) -> int:
    """Return a count in figures or in Chinese words up to 99."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return DIGITS[tens[-1]]
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones[-1]] if ones else 0)
