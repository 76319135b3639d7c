"""Words to ranked hits: names before aliases, whole before beginning, beginning before middle, names before text.

Two-character Chinese words, single characters, pinyin in full or by first letters, Latin words and numbers are all
found, Latin words and pinyin also with a slip or two; each hit tells in both languages what was found where.
"""

import itertools
import re
from collections.abc import Iterable

import msgspec

from brochure.model.record import Record
from brochure.search.fit import INSIDE, NEAR, ONLY_TEXT, TEXT, Match, fit_names, fit_value
from brochure.search.mention import say_reason, texts_of
from brochure.store.index import fold, runs, to_near_query, to_query
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import search as say

MAX_WORDS, MAX_LENGTH = 8, 64
STEP = 4.0
"""What order and length take away at most; less than the distance of two ranks, so that no rank is ever crossed."""
KIND_ORDER = (
    "zones", "base", "industries", "enterprises", "policies", "stages", "carriers", "projects", "partners", "contacts",
    "park", "services", "funds", "products", "platforms", "honours", "alliances", "talents", "events", "places",
    "figures", "sources",
)  # fmt: skip
"""Who comes first among hits that are equally good: what an investor asks for by name before what counts it."""
NEAR_SHARE = 0.5
"""The part of a word's pairs that a name must share to be called similar."""
MAX_SPELLINGS = 8
SCRIPTS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


class Hit(msgspec.Struct, frozen=True):
    """One record that was found: what it is called, why it is here, and how good it is, 0 to 100."""

    id: str
    kind: str
    title: Text
    why: Text
    score: float


class Group(msgspec.Struct, frozen=True):
    """The first hits of one kind, and how many of that kind there are."""

    kind: str
    hits: tuple[Hit, ...]
    count: int


_Scored = tuple[float, Record, list[Match]]


def find_hits(library: Library, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the records that hold all the words, best first; where there are none, those with a similar name.

    Args:
        library: Where to look; what is kept for the archive only is left out.
        words: As typed; more than the first 8 words or 64 characters are not looked at.
        limit: How many hits at most.
    """
    typed = _clean(words)
    parts = [part for part in typed.split()[:MAX_WORDS] if any(runs(part))]
    if not parts:
        return ()
    scored = _scored(library, typed, parts)
    if not scored and (halves := _halves(parts)) != parts:
        scored, parts = _scored(library, " ".join(halves), halves), halves
    if not scored:
        return _spelt_hits(library, parts, limit) or _near_hits(library, typed, parts, limit)
    return _hits(scored, parts, limit)


def group_hits(hits: Iterable[Hit], each: int) -> tuple[Group, ...]:
    """Return hits by kind, ``each`` of a kind at most; the kind of the best hit comes first."""
    kinds: dict[str, list[Hit]] = {}
    for hit in hits:
        kinds.setdefault(hit.kind, []).append(hit)
    return tuple(Group(kind, tuple(found[:each]), len(found)) for kind, found in kinds.items())


def _scored(library: Library, typed: str, parts: list[str]) -> list[_Scored]:
    """Return all records that hold the words, best first."""
    query = " AND ".join(f"({to_query(part)})" for part in parts)
    found = library.matching(query)
    written = {id for id, _ in found}
    if any(part.isascii() for part in parts):  # letters may have been found in the pinyin only
        written = {id for id, _ in library.matching(f"{{name text}} : ({query})")}
    scored: list[_Scored] = []
    for id, weight in found:
        record = library.record(id)
        if record.audience != "public":
            continue
        matches = fit_names(library.names_of(id), typed, parts)
        if (value := fit_value(record, typed)).rank > min(match.rank for match in matches):
            matches = [value]
        if id in written or _is_sound(record, parts, matches):
            scored.append((_score(record, matches, weight), record, matches))
    if numbers := [_whole(part) for part in parts if part[0].isdigit() or part[-1].isdigit()]:
        scored = [each for each in scored if _has_all(library, each[1], numbers)] or scored
    scored.sort(key=lambda each: -each[0])
    return scored


def _hits(scored: list[_Scored], parts: list[str], limit: int) -> tuple[Hit, ...]:
    return tuple(
        Hit(record.id, record.kind, record.name, say_reason(record, parts, matches), round(score, 2))
        for score, record, matches in scored[: max(limit, 0)]
    )


def _halves(parts: list[str]) -> list[str]:
    """Return the words cut where letters meet characters: ``jinhe藏药`` is two words, as an input method leaves it."""
    cut = [half for part in parts for half in SCRIPTS.findall(part)]
    return [half for half in cut if any(runs(half))][:MAX_WORDS]


def _spelt_hits(library: Library, parts: list[str], limit: int) -> tuple[Hit, ...]:
    """Return the records that hold the words once those that stand nowhere are spelt as in a name close to them."""
    choices = [
        (part,)
        if library.matching(f"{{name text}} : ({to_query(part)})") or _scored(library, part, [part])
        else library.spelling.closest(part) or library.text_spelling.closest(part)
        for part in parts
    ]
    best: dict[str, Hit] = {}
    for spelt in itertools.islice(itertools.product(*choices), MAX_SPELLINGS):
        words = [fold(word) for word in spelt]
        changed = [word for word, part in zip(spelt, parts, strict=True) if word != part]
        put_right = Text(say.SPELLING.fill("、".join(changed)).zh, say.SPELLING.fill(", ".join(changed)).en)
        for score, record, matches in _scored(library, " ".join(words), words)[: max(limit, 0)]:
            hit = best.get(record.id)
            score = round(NEAR + score / 10, 2)
            if hit is None or hit.score < score:
                by_name = min(match.rank for match in matches) > TEXT
                why = put_right if by_name else say.AND.fill(put_right, say_reason(record, words, matches))
                best[record.id] = Hit(record.id, record.kind, record.name, why, score)
    return tuple(sorted(best.values(), key=lambda hit: -hit.score)[: max(limit, 0)])


def _whole(part: str) -> re.Pattern[str]:
    """Return what finds a number as a whole one: 13 is not in 1332, and 2亿 is not in 18.2亿."""
    before = r"(?<!\d)(?<!\d\.)" if part[0].isdigit() else ""
    return re.compile(before + re.escape(part) + (r"(?!\.?\d)" if part[-1].isdigit() else ""))


def _has_all(library: Library, record: Record, numbers: list[re.Pattern[str]]) -> bool:
    words = [name.folded for name in library.names_of(record.id)]
    words += [fold(f"{text.zh}\n{text.en}") for text in texts_of(record)]
    return all(any(number.search(each) for each in words) for number in numbers)


def _clean(words: str) -> str:
    """Return what was typed, folded, with single spaces, without half characters, cut to a length."""
    whole = words.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(fold(whole).split())[:MAX_LENGTH].strip()


def _is_sound(record: Record, parts: list[str], matches: list[Match]) -> bool:
    """Whether each word without a place in a name does stand in the text; half a syllable of pinyin is no hit."""
    if len(matches) != len(parts):
        return True
    missing = [part for part, match in zip(parts, matches, strict=True) if match is ONLY_TEXT]
    return all(any(part in fold(f"{text.zh} {text.en}") for text in texts_of(record)) for part in missing)


def _score(record: Record, matches: list[Match], weight: float) -> float:
    """Return the rank less what order and length take away; among texts the index's own weight counts."""
    rank = min(match.rank for match in matches)
    rank = min(rank, INSIDE) if len(matches) > 1 else rank
    order = KIND_ORDER.index(record.kind) / len(KIND_ORDER)
    if rank <= TEXT:
        return rank - STEP / (1 + max(-weight, 0.0)) - order / 10
    return rank - min(len(record.name.zh), 50) / 100 - order * 1.4


def _near_hits(library: Library, typed: str, parts: list[str], limit: int) -> tuple[Hit, ...]:
    """Return the records whose name shares at least half of the pairs of what was typed."""
    query = " OR ".join(f"({part})" for part in map(to_near_query, parts) if part)
    if not query:
        return ()
    hits = []
    wanted = _pairs(typed)
    least = max(len(wanted) * NEAR_SHARE, 2)
    for id, _ in library.matching(query):
        record = library.record(id)
        shared, name = max(
            ((len(wanted & _pairs(name.folded)), name.name) for name in library.names_of(id)), default=(0, "")
        )
        if shared >= least and record.audience == "public":
            score = _score(record, [Match(NEAR * (1 + shared / len(wanted)))], 0.0)
            hits.append(Hit(id, record.kind, record.name, say.NEAR.fill(name), round(score, 2)))
    hits.sort(key=lambda hit: -hit.score)
    return tuple(hits[: max(limit, 0)])


def _pairs(folded: str) -> set[str]:
    return {first + second for run in runs(folded) for first, second in itertools.pairwise(run)}
