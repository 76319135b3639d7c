"""Where a figure stands among the others: its readings, its whole and parts, and what must not be taken for it."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from brochure.model.kinds import Figure, Source
from brochure.model.record import Record
from brochure.model.validity import first_day, last_day
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import provenance as say
from brochure.words.dates import say_date, say_period, say_seen
from brochure.words.kinds import TO_BE_CONFIRMED
from brochure.words.numbers import YUAN, say_number

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")


def readings(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return every public reading of a figure's measure, the newest first; the figure itself is always among them."""
    found = library.readings(figure.measure)
    if all(each.id != figure.id for each in found):  # one kept for the archive is read alone
        found = (figure, *found)
    return tuple(sorted(found, key=_newness, reverse=True))


def are_one_series(found: Sequence[Figure]) -> bool:
    """Whether readings may be drawn in one chart: all of them name the same series."""
    return len({each.series for each in found}) == 1 and found[0].series is not None


def are_comparable(found: Sequence[Figure]) -> bool:
    """Whether one reading may be held against another: they are one series over equal lengths of time."""
    return are_one_series(found) and not _are_uneven(found)


def how_compared(found: Sequence[Figure]) -> Text:
    """Return whether readings of one measure may be compared, and why not."""
    uneven = _are_uneven(found)
    if are_one_series(found):
        return say.SERIES_UNEVEN if uneven else say.ONE_SERIES
    reasons = (
        (len({each.scope for each in found}) > 1, say.SCOPES_DIFFER),
        (len({each.span for each in found}) > 1, say.DAY_AND_STRETCH),
        (uneven, say.PERIODS_DIFFER),
    )
    reason = next((words for holds, words in reasons if holds), say.NOT_KNOWN_ALIKE)
    return say.NOT_COMPARED.fill(reason)


def whole_of(library: Library, figure: Figure) -> Figure | None:
    """Return the figure this one is a part of."""
    found = library.find(figure.part_of) if figure.part_of else None
    return found if isinstance(found, Figure) else None


def parts_of(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return the current figures that are a part of this one."""
    return tuple(each for each in _figures(library) if each.part_of == figure.id and each.current)


def lookalikes(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return figures easily taken for this one: those it points to, and those one of the two notes warns of."""
    near = _near(library, figure)
    linked = [each for each in library.related(figure.id) if isinstance(each, Figure)]
    return _once(each for each in (*linked, *_warnings(library).get(figure.id, ())) if each.id not in near)


def named_in_note(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return the figures that the caution of this one names by their value."""
    return _once(_named_in(figure, _by_number(library)))


def same_matter(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return the other figures on what this one is about: a project, a service, a firm that both point to."""
    seen = _near(library, figure) | {each.id for each in lookalikes(library, figure)}
    about = [each.id for each in library.related(figure.id) if not isinstance(each, Figure)]
    shared = (other for id in about for other in library.related(id) if isinstance(other, Figure))
    return _once(each for each in shared if each.id not in seen)


def figures_of(library: Library, record: Record) -> tuple[Figure, ...]:
    """Return the figures a record of another kind is linked with."""
    return tuple(each for each in library.related(record.id) if isinstance(each, Figure))


def sources_of(library: Library, figures: Iterable[Record]) -> tuple[Source, ...]:
    """Return the sources of several records by their mark, each once."""
    found = {source.id: source for record in figures for source in library.sources(record)}
    return tuple(sorted(found.values(), key=lambda source: source.mark))


def counted_to(library: Library, sources: Iterable[Source]) -> str | None:
    """Return the newest period of any figure that rests on these sources."""
    known = _newest_counts(library)
    return max((known[source.id] for source in sources if source.id in known), key=_end, default=None)


@lru_cache(maxsize=2)
def _newest_counts(library: Library) -> dict[str, str]:
    found: dict[str, str] = {}
    for figure in _figures(library):
        for source in figure.sources if figure.as_of else ():
            found[source] = max(found.get(source, figure.as_of or ""), figure.as_of or "", key=_end)
    return found


def _end(period: str) -> datetime.date:
    """Return the first day of the last part of a period: a day says more than the month it lies in."""
    return first_day(period.rsplit("/", maxsplit=1)[-1])


def say_when(figure: Figure) -> Text:
    """Return the period of a reading, with a word where it is inferred."""
    if figure.as_of is None:
        return TO_BE_CONFIRMED
    said = say_period(figure.as_of, figure.span)
    return say.DATE_INFERRED.fill(said) if figure.as_of_inferred else said


def say_published(source: Source) -> Text | None:
    """Return when a source appeared, with a word where that is inferred."""
    if source.published is None:
        return None
    said = say_date(source.published)
    return say.DATE_INFERRED.fill(said) if source.published_is_inferred else said


def say_told(library: Library, ids: Iterable[str]) -> tuple[Text, ...]:
    """Return when each of some sources speaks, as the records taken from it say it; those without a date are left out.

    A report printed in July on the first half of a year speaks of the middle of that year.
    """
    sources = (found for id in ids if isinstance(found := library.find(id), Source))
    return tuple(say_seen(when) for source in sources if (when := source.as_of or source.published) is not None)


def _figures(library: Library) -> Iterator[Figure]:
    return (each for each in library.records("figures") if isinstance(each, Figure))


def _newness(figure: Figure) -> tuple[str, bool, str]:
    return (last_day(figure.as_of).isoformat() if figure.as_of else "", figure.current, figure.id)


def _near(library: Library, figure: Figure) -> set[str]:
    """Return what stands on the card of a figure in a place of its own."""
    whole = whole_of(library, figure)
    own = {each.id for each in (*readings(library, figure), *parts_of(library, figure))}
    return own | ({whole.id} if whole is not None else set())


@lru_cache(maxsize=2)
def _warnings(library: Library) -> dict[str, tuple[Figure, ...]]:
    """Return for each figure those its note names by their value, and those whose notes name it.

    “不与 169 家相比” names the one with 169 家. A value that several measures share names none of them, nor does one of
    another kind: a share is not taken for a count.
    """
    by_number = _by_number(library)
    found: dict[str, dict[str, Figure]] = {}
    for figure in _figures(library):
        for other in _named_in(figure, by_number):
            found.setdefault(figure.id, {})[other.id] = other
            found.setdefault(other.id, {})[figure.id] = figure
    return {id: tuple(others.values()) for id, others in found.items()}


@lru_cache(maxsize=2)
def _by_number(library: Library) -> dict[str, list[Figure]]:
    """Return the figures by the number each shows."""
    found: dict[str, list[Figure]] = {}
    for figure in _figures(library):
        if figure.value is not None:
            found.setdefault(say_number(figure.value, "zh"), []).append(figure)
    return found


def _named_in(figure: Figure, by_number: dict[str, list[Figure]]) -> Iterator[Figure]:
    note = figure.note.zh if figure.note is not None else ""
    for match in _NUMBER.finditer(note):
        rest = note[match.end() :].lstrip()
        fitting = [
            other
            for other in by_number.get(match[0], ())
            if other.measure != figure.measure and rest.startswith(other.unit.zh) and _kind(other) == _kind(figure)
        ]
        if len({other.measure for other in fitting}) == 1:
            yield fitting[0]


def _kind(figure: Figure) -> str:
    """Return what a figure counts: a share, money, or things."""
    return figure.unit.zh if figure.unit.zh == "%" else "money" if figure.unit.zh in YUAN else "things"


def _once(found: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple({each.id: each for each in found}.values())


def _are_uneven(found: Sequence[Figure]) -> bool:
    return len({_length(each.as_of) for each in found}) > 1


def _length(period: str | None) -> tuple[int, bool]:
    return (len(period or ""), "/" in (period or ""))
