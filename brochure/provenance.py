"""Where a figure stands among the others: its readings, its whole and parts, and what must not be taken for it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from brochure.model.kinds import Figure, Source
from brochure.model.record import Record
from brochure.model.validity import last_day
from brochure.store.library import Library
from brochure.words.numbers import say_number


def readings(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return every public reading of a figure's measure, the newest first; the figure itself is always among them."""
    found = library.readings(figure.measure)
    if all(each.id != figure.id for each in found):  # one kept for the archive is read alone
        found = (figure, *found)
    return tuple(sorted(found, key=_newness, reverse=True))


def are_one_series(found: Sequence[Figure]) -> bool:
    """Whether readings may be compared and drawn as one line: all of them name the same series."""
    return len({each.series for each in found}) == 1 and found[0].series is not None


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
    warned = [*_named_in(library, figure), *(each for each in _figures(library) if _names(library, each, figure))]
    return _once(each for each in (*linked, *warned) if each.id not in near)


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
    wanted = {source.id for source in sources}
    known = [each for each in _figures(library) if each.as_of and wanted & set(each.sources)]
    return max(known, key=_newness).as_of if known else None


def _figures(library: Library) -> Iterator[Figure]:
    return (each for each in library.records("figures") if isinstance(each, Figure))


def _newness(figure: Figure) -> tuple[str, bool, str]:
    return (last_day(figure.as_of).isoformat() if figure.as_of else "", figure.current, figure.id)


def _near(library: Library, figure: Figure) -> set[str]:
    """Return what stands on the card of a figure in a place of its own."""
    whole = whole_of(library, figure)
    own = {each.id for each in (*readings(library, figure), *parts_of(library, figure))}
    return own | ({whole.id} if whole is not None else set())


def _names(library: Library, warning: Figure, figure: Figure) -> bool:
    return warning.note is not None and any(each.id == figure.id for each in _named_in(library, warning))


def _named_in(library: Library, figure: Figure) -> tuple[Figure, ...]:
    """Return the figures whose value stands in a figure's note: “不与 169 家相比” names the one with 169 家.

    A value that several measures share names none of them.
    """
    if figure.note is None:
        return ()
    found: dict[str, list[Figure]] = {}
    for other in _figures(library):
        if other.value is None or other.measure == figure.measure:
            continue
        number = re.escape(say_number(other.value, "zh"))
        if re.search(rf"(?<![\d.]){number}\s*{re.escape(other.unit.zh)}", figure.note.zh):
            found.setdefault(f"{number} {other.unit.zh}", []).append(other)
    return tuple(each[0] for each in found.values() if len({one.measure for one in each}) == 1)


def _once(found: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple({each.id: each for each in found}.values())
