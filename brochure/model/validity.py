"""Whether a policy holds on a day: only dates that a source gives can say so."""

import calendar
import datetime

from brochure.model.kinds import Policy, Validity


def validity(policy: Policy, on: datetime.date) -> Validity:
    """Return what may be said of a policy on a day; without a first day it is ``unverified``, never ``in_force``."""
    if policy.replaced_by is not None:
        return "replaced"
    if policy.valid_to is not None and on > last_day(policy.valid_to):
        return "expired"
    if policy.valid_from is None or policy.status == "drafting":
        return "unverified"
    return "in_force" if on >= first_day(policy.valid_from) else "upcoming"


def first_day(period: str) -> datetime.date:
    """Return the day on which a period begins."""
    return _days(period.split("/", maxsplit=1)[0])[0]


def last_day(period: str) -> datetime.date:
    """Return the day on which a period ends."""
    return _days(period.rsplit("/", maxsplit=1)[-1])[1]


def _days(period: str) -> tuple[datetime.date, datetime.date]:
    year, _, rest = period.partition("-")
    number = int(year)
    if not rest:
        return datetime.date(number, 1, 1), datetime.date(number, 12, 31)
    if rest in ("H1", "H2"):
        first = 1 if rest == "H1" else 7
        return datetime.date(number, first, 1), _month_end(number, first + 5)
    month, _, day = rest.partition("-")
    if day:
        date = datetime.date(number, int(month), int(day))
        return date, date
    return datetime.date(number, int(month), 1), _month_end(number, int(month))


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
