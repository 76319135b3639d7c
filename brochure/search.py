"""Words to ranked hits: names before aliases, whole before beginning, beginning before middle, names before text.

Two-character Chinese words, single characters, pinyin in full or by first letters, Latin words and numbers are all
found, Latin words and pinyin also with a slip or two; each hit tells in both languages what was found where.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec

from brochure.model.flat import columns
from brochure.model.kinds import Figure
from brochure.model.record import Record
from brochure.store.index import fold, runs, to_near_query, to_query
from brochure.store.library import Library, NameRow
from brochure.words import Text
from brochure.words import search as say

MAX_WORDS, MAX_LENGTH = 8, 64
EXACT, ALIAS, VALUE, PREFIX, INSIDE, INITIALS, PINYIN = 100.0, 92.0, 88.0, 84.0, 76.0, 68.0, 60.0
WITHIN, TEXT, NEAR = 40.0, 30.0, 10.0
STEP = 4.0
"""What order and length take away at most; less than the distance of two ranks, so that no rank is ever crossed."""
FULLER = 2.0
"""What a fit gains within its rank where it is a fuller one: an alias that the name holds too, the sound of it all."""
ALIASES = (ALIAS, INITIALS + FULLER - 1, PINYIN + FULLER - 1)
"""The ranks of a whole alias: written, by its first letters, by its sound."""
NUMBER = re.compile(r"\d[\d,]*(\.\d+)?")
KIND_ORDER = (
    "zones", "base", "industries", "enterprises", "policies", "stages", "carriers", "projects", "partners", "contacts",
    "park", "services", "funds", "products", "platforms", "honours", "alliances", "talents", "events", "places",
    "figures", "sources",
)  # fmt: skip
"""Who comes first among hits that are equally good: what an investor asks for by name before what counts it."""
NEAR_SHARE = 0.5
"""The part of a word's pairs that a name must share to be called similar."""
AROUND = 10
MAX_SPELLINGS = 8
SCRIPTS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
MARKS = "“”‘’《》\"'"
"""What a name may be set in without being another name."""


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


class _Match(msgspec.Struct, frozen=True):
    """How well a word fits a name, and the sentence that says so with its words; none yet where a text matched."""

    rank: float
    pattern: Text | None = None
    parts: tuple[str, ...] = ()


_ONLY_TEXT = _Match(TEXT)
_Scored = tuple[float, Record, list[_Match]]


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
        matches = _fit(library.names_of(id), typed, parts)
        if (value := _value(record, typed)).rank > min(match.rank for match in matches):
            matches = [value]
        if id in written or _is_sound(record, parts, matches):
            scored.append((_score(record, matches, weight), record, matches))
    if numbers := [_whole(part) for part in parts if part[0].isdigit() or part[-1].isdigit()]:
        scored = [each for each in scored if _has_all(library, each[1], numbers)] or scored
    scored.sort(key=lambda each: -each[0])
    return scored


def _hits(scored: list[_Scored], parts: list[str], limit: int) -> tuple[Hit, ...]:
    return tuple(
        Hit(record.id, record.kind, record.name, _reason(record, parts, matches), round(score, 2))
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
                why = put_right if by_name else say.AND.fill(put_right, _reason(record, words, matches))
                best[record.id] = Hit(record.id, record.kind, record.name, why, score)
    return tuple(sorted(best.values(), key=lambda hit: -hit.score)[: max(limit, 0)])


def _whole(part: str) -> re.Pattern[str]:
    """Return what finds a number as a whole one: 13 is not in 1332, and 2亿 is not in 18.2亿."""
    before = r"(?<!\d)(?<!\d\.)" if part[0].isdigit() else ""
    return re.compile(before + re.escape(part) + (r"(?!\.?\d)" if part[-1].isdigit() else ""))


def _has_all(library: Library, record: Record, numbers: list[re.Pattern[str]]) -> bool:
    words = [name.folded for name in library.names_of(record.id)]
    words += [fold(f"{text.zh}\n{text.en}") for text in _texts(record)]
    return all(any(number.search(each) for each in words) for number in numbers)


def _clean(words: str) -> str:
    """Return what was typed, folded, with single spaces, without half characters, cut to a length."""
    whole = words.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(fold(whole).split())[:MAX_LENGTH].strip()


def _fit(names: list[NameRow], typed: str, parts: list[str]) -> list[_Match]:
    """Return how well a record's names fit all that was typed at once, or else each of its words."""
    whole = _best(names, typed)
    if whole.rank > TEXT or len(parts) == 1:
        return [whole]
    return [_best(names, part) for part in parts]


def _best(names: list[NameRow], word: str) -> _Match:
    best = _ONLY_TEXT
    for name in names:
        match = _match(name, word)
        if match.rank > best.rank:
            best = match
    if best.rank in ALIASES and any(name.own and _match(name, word).rank > TEXT for name in names):
        return _Match(best.rank + FULLER, best.pattern, best.parts)
    return best


def _value(record: Record, typed: str) -> _Match:
    """Return how well a number fits as the value of a figure, with its unit or the beginning of it."""
    number = NUMBER.match(typed)
    if number is None or not isinstance(record, Figure) or record.value is None:
        return _ONLY_TEXT
    unit = typed[number.end() :].strip()
    if float(number[0].replace(",", "")) != record.value:
        return _ONLY_TEXT
    return _Match(VALUE, say.VALUE, (typed,)) if fold(record.unit.zh).startswith(unit) else _ONLY_TEXT


def _match(name: NameRow, word: str) -> _Match:
    """Return how well a word fits one name."""
    place = name.folded.find(word)
    if place >= 0:
        if word == name.folded.strip(MARKS):
            bare = name.name.strip(MARKS)
            return _Match(EXACT, say.EXACT, (bare,)) if name.own else _Match(ALIAS, say.ALIAS, (bare,))
        if not name.own:
            return _Match(INSIDE if place else PREFIX - 1, say.ALIAS, (name.name,))
        if place == 0:
            return _Match(PREFIX, say.PREFIX, (word,))
        begins = not (word[0].isascii() and name.folded[place - 1].isascii() and name.folded[place - 1].isalnum())
        return _Match(INSIDE if begins else WITHIN, say.INSIDE, (word,))
    if not name.pinyin or not word.isascii():
        return _ONLY_TEXT
    return _match_sound(name, word.replace(" ", "").replace("'", ""))


def _match_sound(name: NameRow, spelt: str) -> _Match:
    """Return how well letters fit the pinyin of a name: its initials, or whole syllables from any one on."""
    less = 0.0 if name.own else 1.0
    if spelt in name.initials:
        rank = INITIALS if name.initials.startswith(spelt) else INITIALS - 2
        rank += FULLER if spelt == name.initials else 0
        return _Match(rank - less, say.INITIALS, (spelt, name.name))
    whole = name.pinyin.replace(" ", "")
    if spelt == whole:
        return _Match(PINYIN + FULLER - less, say.PINYIN, (spelt, name.name))
    if spelt in whole:
        syllables = name.pinyin.split()
        for start in range(len(syllables)):
            if "".join(syllables[start:]).startswith(spelt):
                return _Match(PINYIN - less - (2 if start else 0), say.PINYIN, (spelt, name.name))
    return _ONLY_TEXT


def _is_sound(record: Record, parts: list[str], matches: list[_Match]) -> bool:
    """Whether each word without a place in a name does stand in the text; half a syllable of pinyin is no hit."""
    if len(matches) != len(parts):
        return True
    missing = [part for part, match in zip(parts, matches, strict=True) if match is _ONLY_TEXT]
    return all(any(part in fold(f"{text.zh} {text.en}") for text in _texts(record)) for part in missing)


def _score(record: Record, matches: list[_Match], weight: float) -> float:
    """Return the rank less what order and length take away; among texts the index's own weight counts."""
    rank = min(match.rank for match in matches)
    rank = min(rank, INSIDE) if len(matches) > 1 else rank
    order = KIND_ORDER.index(record.kind) / len(KIND_ORDER)
    if rank <= TEXT:
        return rank - STEP / (1 + max(-weight, 0.0)) - order / 10
    return rank - min(len(record.name.zh), 50) / 100 - order * 1.4


def _reason(record: Record, parts: list[str], matches: list[_Match]) -> Text:
    """Return the sentence for a hit, of two reasons at most."""
    reasons = list(dict.fromkeys(match.pattern.fill(*match.parts) for match in matches if match.pattern is not None))
    if not reasons:
        return _mention(record, parts)
    return reasons[0] if len(reasons) == 1 else say.AND.fill(reasons[0], reasons[1])


def _mention(record: Record, parts: list[str]) -> Text:
    """Return the place in a record's texts where the first of the words stands, in the language it stands in."""
    for text in _texts(record):
        for part in parts:
            zh, en = _around(text.zh, part), _around(text.en, part, spaced=True)
            if zh or en:
                return Text(say.TEXT.fill(zh or part).zh, say.TEXT.fill(en or part).en)
    return say.TEXT.fill(" ".join(parts))


def _texts(record: Record) -> Iterator[Text]:
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
            score = _score(record, [_Match(NEAR * (1 + shared / len(wanted)))], 0.0)
            hits.append(Hit(id, record.kind, record.name, say.NEAR.fill(name), round(score, 2)))
    hits.sort(key=lambda hit: -hit.score)
    return tuple(hits[: max(limit, 0)])


def _pairs(folded: str) -> set[str]:
    return {first + second for run in runs(folded) for first, second in itertools.pairwise(run)}
