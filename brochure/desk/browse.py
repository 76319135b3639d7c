"""Look around: search, and what may be said of a policy on a day."""

import datetime
from typing import Protocol

from brochure.model.kinds import Place, Policy, Validity
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.search import Group, Hit, find_hits, group_hits
from brochure.store.library import Library
from brochure.words import Text, maps

__all__ = ["Group", "Hit", "distances_of", "group_hits", "search", "validity", "validity_today", "versions_of"]


class HasRecords(Protocol):
    """The part of the library that is asked for a kind of record."""

    def records(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind."""
        ...


def search(library: Library, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the records that hold the words, best first."""
    return find_hits(library, words, limit)


def validity_today(policy: Policy) -> Validity:
    """Return what may be said of a policy today."""
    return validity(policy, datetime.date.today())  # noqa: DTZ011 - the day on the wall is the day that counts


def distances_of(library: HasRecords) -> dict[str, Text]:
    """Return how far the drawn places are from the south gate, each with the kind of its distance, by feature."""
    places = [place for place in library.records("places") if isinstance(place, Place) and place.feature]
    return {
        str(place.feature): maps.FROM_GATE.fill(f"{place.km_from_gate:g}")
        for place in places
        if place.km_from_gate is not None
    }


def versions_of(library: Library, record: Record) -> tuple[Policy, ...]:
    """Return the other papers of a policy's family, the newest first; most records have none."""
    family = record.family if isinstance(record, Policy) else None
    if family is None:
        return ()
    others = [
        each
        for each in library.records("policies")
        if isinstance(each, Policy) and each.family == family and each.id != record.id
    ]
    return tuple(sorted(others, key=lambda each: each.as_of or "", reverse=True))
