"""Look around: search, and what may be said of a policy on a day."""

import datetime

from brochure.model.kinds import Policy, Validity
from brochure.model.validity import validity

__all__ = ["validity", "validity_today"]


def validity_today(policy: Policy) -> Validity:
    """Return what may be said of a policy today."""
    return validity(policy, datetime.date.today())  # noqa: DTZ011 - the day on the wall is the day that counts
