"""Words to ranked hits: names before aliases, whole before beginning, beginning before middle, names before text.

Two-character Chinese words, single characters, pinyin in full or by first letters, Latin words and numbers are all
found; each hit tells in both languages what was found where.
"""

import itertools
from collections.abc import Iterable

import msgspec

from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.store.index import fold, runs, to_near_query, to_query
from brochure.store.library import Library, NameRow
from brochure.words import Text
from brochure.words import search as say

MAX_WORDS, MAX_LENGTH = 8, 64
EXACT, ALIAS, PREFIX, INSIDE, INITIALS, PINYIN = 100.0, 92.0, 84.0, 76.0, 68.0, 60.0
WITHIN, TEXT, NEAR = 40.0, 30.0, 10.0
STEP = 4.0
"""What order and length take away at most; less than the distance of two ranks, so that no rank is ever crossed."""
KIND_ORDER = (
    "base", "zones", "industries", "enterprises", "policies", "stages", "carriers", "projects", "partners", "park",
    "services", "funds", "products", "platforms", "honours", "alliances", "talents", "events", "contacts", "places",
    "figures", "sources",
)  # fmt: skip
"""Who comes first among hits that are equally good: what an investor asks for by name before what counts it."""
NEAR_SHARE = 0.5
"""The part of a word's pairs that a name must share to be called similar."""
AROUND = 10


class Hit(msgspec.Struct, frozen=True):
    """One record that was found: what it is called, why it is here, and how good it is, 0 to 100."""

    id: str
    kind: str
    title: Text
    why: Text
    score: float


class _Match(msgspec.Struct, frozen=True):
    """How well one word fits one record, and the sentence that says so; no sentence yet where the text matched."""

    rank: float
    why: Text | None = None


def find_hits(library: Library, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the records that hold all the words, best first; where there are none, those with a similar name.

    Args:
        library: Where to look; what is kept for the archive only is left out.
        words: As typed; more than the first 8 words or 64 characters are not looked at.
        limit: How many hits at most.
    """
    typed = _clean(words)
    parts = typed.split()[:MAX_WORDS]
    query = " AND ".join(f"({part})" for part in map(to_query, parts) if part)
    if not query:
        return ()
    scored: list[tuple[float, Record, _Match]] = []
    for id, weight in library.matching(query):
        record = library.record(id)
        if record.audience == "public":
            match = _fit(library.names_of(id), typed, parts)
            scored.append((_score(record, match, weight), record, match))
    if not scored:
        return _near_hits(library, typed, parts, limit)
    scored.sort(key=lambda each: -each[0])
    return tuple(
        Hit(record.id, record.kind, record.name, match.why or _mention(record, parts), round(score, 2))
        for score, record, match in scored[: max(limit, 0)]
    )


def _clean(words: str) -> str:
    """Return what was typed, folded, with single spaces, without half characters, cut to a length."""
    whole = words.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(fold(whole).split())[:MAX_LENGTH].strip()


def _fit(names: Iterable[NameRow], typed: str, parts: list[str]) -> _Match:
    """Return how well a record's names fit all that was typed, or the least of its words."""
    names = list(names)
    whole = _best(names, typed)
    if whole.rank > TEXT or len(parts) < 2:
        return whole
    matches = [_best(names, part) for part in parts if any(runs(part))]
    weakest = min(match.rank for match in matches)
    reasons = list(dict.fromkeys(match.why for match in matches if match.why is not None))
    if not reasons or weakest <= TEXT:
        return _Match(weakest)
    return _Match(min(weakest, INSIDE), reasons[0] if len(reasons) == 1 else say.AND.fill(reasons[0], reasons[1]))


def _best(names: list[NameRow], word: str) -> _Match:
    return max((_match(name, word) for name in names), key=lambda match: match.rank, default=_Match(TEXT))


def _match(name: NameRow, word: str) -> _Match:
    """Return how well a word fits one name."""
    if name.folded == word:
        return _Match(EXACT, say.EXACT.fill(name.name)) if name.own else _Match(ALIAS, say.ALIAS.fill(name.name))
    place = name.folded.find(word)
    if place >= 0:
        if not name.own:
            return _Match(INSIDE if place else PREFIX - 1, say.ALIAS_INSIDE.fill(name.name))
        if place == 0:
            return _Match(PREFIX, say.PREFIX.fill(word))
        begins = not (word[0].isascii() and name.folded[place - 1].isascii() and name.folded[place - 1].isalnum())
        return _Match(INSIDE if begins else WITHIN, say.INSIDE.fill(word))
    spelt = word.replace(" ", "").replace("'", "")
    if not (spelt.isascii() and spelt.isalnum()) or not name.pinyin:
        return _Match(TEXT)
    less = 0.0 if name.own else 1.0
    if spelt in name.initials:
        rank = INITIALS if name.initials.startswith(spelt) else INITIALS - 2
        return _Match(rank - less, say.INITIALS.fill(spelt, name.name))
    syllables = name.pinyin.split()
    for start in range(len(syllables)):
        if "".join(syllables[start:]).startswith(spelt):
            return _Match(PINYIN - less - (2 if start else 0), say.PINYIN.fill(spelt, name.name))
    return _Match(TEXT)


def _score(record: Record, match: _Match, weight: float) -> float:
    """Return the rank less what order and length take away; among texts the index's own weight counts."""
    order = KIND_ORDER.index(record.kind) / len(KIND_ORDER)
    if match.rank <= TEXT:
        return match.rank - STEP / (1 + max(-weight, 0.0)) - order / 10
    return match.rank - min(len(record.name.zh), 50) / 100 - order * (1.9 - 0.5)


def _mention(record: Record, parts: list[str]) -> Text:
    """Return the place in a record's texts where the first of the words stands, in the language it stands in."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        for text in value if column.form == "texts" else (value,) if column.form == "text" and value else ():
            for part in parts:
                zh, en = _around(text.zh, part), _around(text.en, part)
                if zh or en:
                    return Text(say.TEXT.fill(zh or part).zh, say.TEXT.fill(en or part).en)
    return say.TEXT.fill(" ".join(parts))


def _around(text: str, word: str) -> str:
    """Return a word with a little of what stands around it; empty when it does not stand there."""
    place = fold(text).find(word)
    if place < 0 or place + len(word) > len(text):
        return ""
    start, end = max(place - AROUND, 0), min(place + len(word) + AROUND, len(text))
    if text.isascii() or text[place : place + 1].isascii():  # whole words
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    before, after = say.ELLIPSIS if start else "", say.ELLIPSIS if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"


def _near_hits(library: Library, typed: str, parts: list[str], limit: int) -> tuple[Hit, ...]:
    """Return the records whose name shares at least half of the pairs of what was typed."""
    query = " OR ".join(f"({part})" for part in map(to_near_query, parts) if part)
    if not query:
        return ()
    hits = []
    wanted = _pairs(typed)
    for id, _ in library.matching(query):
        record = library.record(id)
        share, name = max(
            ((len(wanted & _pairs(name.folded)) / len(wanted), name.name) for name in library.names_of(id)),
            default=(0.0, ""),
        )
        if share >= NEAR_SHARE and record.audience == "public":
            match = _Match(NEAR * (1 + share))
            score = _score(record, match, 0.0)
            hits.append(Hit(id, record.kind, record.name, say.NEAR.fill(name), round(score, 2)))
    hits.sort(key=lambda hit: -hit.score)
    return tuple(hits[: max(limit, 0)])


def _pairs(folded: str) -> set[str]:
    return {first + second for run in runs(folded) for first, second in itertools.pairwise(run)}
