"""Look around: search, and what may be said of a policy on a day."""

import datetime

from brochure.model.kinds import Policy, Validity
from brochure.model.validity import validity
from brochure.search import Hit, find_hits
from brochure.store.library import Library

__all__ = ["Hit", "search", "validity", "validity_today"]


def search(library: Library, words: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the records that hold the words, best first."""
    return find_hits(library, words, limit)


def validity_today(policy: Policy) -> Validity:
    """Return what may be said of a policy today."""
    return validity(policy, datetime.date.today())  # noqa: DTZ011 - the day on the wall is the day that counts
