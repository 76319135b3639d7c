"""Audit the content: what may not be published, and what wants another look."""

from brochure.claims import Issue, audit
from brochure.store.library import Library

__all__ = ["Issue", "check"]


def check(library: Library) -> tuple[Issue, ...]:
    """Return all that is wrong with the content, errors first."""
    return audit(library)
