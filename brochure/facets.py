"""Filters over records: each asks one thing, and each answer counts the rows it would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec

from brochure.model.record import Record
from brochure.words import Text

R = TypeVar("R", bound=Record)
ALL: Final = "all"
"""The answer that leaves every row."""
OPEN: Final = "open"
"""The answer for rows about which the sources say nothing."""


class Facet(msgspec.Struct, frozen=True):
    """One thing to filter by: the answers there are, in their order, and those that each record has, by its id."""

    key: str
    name: Text
    words: Mapping[str, Text]
    answers: Mapping[str, tuple[str, ...]]

    def fits(self, record: Record, answer: str) -> bool:
        """Whether a record has an answer."""
        return answer == ALL or answer in self.answers[record.id]


def build_facet(
    key: str,
    name: Text,
    values: Callable[[Any], Iterable[str | None]],
    words: Mapping[str, Text],
    rows: Iterable[Record],
) -> Facet:
    """Return a facet over rows with the answers that occur in them.

    A row without an answer has ``OPEN``, so that no row can be lost behind a filter.

    Args:
        key: Its name in a choice.
        name: What it asks.
        values: The answers of a record; empty ones count as not said.
        words: Every answer there may be, in order, with its words.
        rows: The records it will be asked of.
    """
    answers = {row.id: tuple(dict.fromkeys(value for value in values(row) if value)) or (OPEN,) for row in rows}
    found = {answer for each in answers.values() for answer in each}
    return Facet(key, name, {answer: text for answer, text in words.items() if answer in found}, answers)


def keep(rows: Iterable[R], facets: Iterable[Facet], chosen: Mapping[str, str]) -> list[R]:
    """Return the rows that fit every answer chosen, in their order."""
    asked = _asked(facets, chosen)
    return [row for row in rows if all(facet.fits(row, answer) for facet, answer in asked)]


def count(rows: Iterable[Record], facets: Sequence[Facet], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Return for each facet how many rows each of its answers would leave, the other facets staying as they are."""
    counts: dict[str, Counter[str]] = {facet.key: Counter() for facet in facets}
    asked = _asked(facets, chosen)
    for row in rows:
        against = [facet for facet, answer in asked if not facet.fits(row, answer)]
        if len(against) > 1:
            continue
        for facet in against or facets:
            counts[facet.key].update((ALL, *facet.answers[row.id]))
    return counts


def _asked(facets: Iterable[Facet], chosen: Mapping[str, str]) -> list[tuple[Facet, str]]:
    return [(facet, answer) for facet in facets if (answer := chosen.get(facet.key, ALL)) != ALL]
