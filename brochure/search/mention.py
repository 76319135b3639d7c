"""Why a record was found: the sentence for its names, or where in its texts the words stand."""

from collections.abc import Iterator

from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.search.fit import Match
from brochure.store.index import fold
from brochure.words import Text
from brochure.words import search as say

AROUND = 10


def say_reason(record: Record, parts: list[str], matches: list[Match]) -> Text:
    """Return the sentence for a hit, of two reasons at most."""
    reasons = list(dict.fromkeys(match.pattern.fill(*match.parts) for match in matches if match.pattern is not None))
    if not reasons:
        return _mention(record, parts)
    return reasons[0] if len(reasons) == 1 else say.AND.fill(reasons[0], reasons[1])


def _mention(record: Record, parts: list[str]) -> Text:
    """Return the place in a record's texts where the first of the words stands, in the language it stands in."""
    for text in texts_of(record):
        for part in parts:
            zh, en = _around(text.zh, part), _around(text.en, part, spaced=True)
            if zh or en:
                return Text(say.TEXT.fill(zh or part).zh, say.TEXT.fill(en or part).en)
    return say.TEXT.fill(" ".join(parts))


def texts_of(record: Record) -> Iterator[Text]:
    """Return every text of a record in the order of its fields, its quotation last."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.form in ("text", "texts") and value is not None:
            yield from value if column.form == "texts" else (value,)
    yield Text(record.quote or "", "")


def _around(text: str, word: str, *, spaced: bool = False) -> str:
    """Return a word with a little of what stands around it, whole words where words are ``spaced``; else empty."""
    place = fold(text).find(word)
    if place < 0 or place + len(word) > len(text):
        return ""
    start, end = max(place - AROUND, 0), min(place + len(word) + AROUND, len(text))
    if spaced:
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    before, after = say.ELLIPSIS if start else "", say.ELLIPSIS if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"
