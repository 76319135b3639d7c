"""Validity of a policy: dates decide, and what has no date is never in force."""

import datetime

import pytest

from brochure.model.kinds import Policy
from brochure.model.validity import first_day, last_day, validity
from tests.factories import make

DAY = datetime.date.fromisoformat


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-06-15", "2025-06-15", "2025-06-15"),
        ("2025-01/2025-05", "2025-01-01", "2025-05-31"),
        ("2024/2026", "2024-01-01", "2026-12-31"),
    ],
)
def test_ends_of_periods(period: str, first: str, last: str) -> None:
    assert (first_day(period), last_day(period)) == (DAY(first), DAY(last))


@pytest.mark.parametrize(
    ("given", "on", "wanted"),
    [
        ({}, "2026-01-01", "unverified"),
        ({"as_of": "2025-06", "status": "operating"}, "2025-06-15", "unverified"),
        ({"valid_from": "2024", "valid_to": "2026"}, "2023-12-31", "upcoming"),
        ({"valid_from": "2024", "valid_to": "2026"}, "2024-01-01", "in_force"),
        ({"valid_from": "2024", "valid_to": "2026"}, "2026-12-31", "in_force"),
        ({"valid_from": "2024", "valid_to": "2026"}, "2027-01-01", "expired"),
        ({"valid_from": "2024"}, "2099-01-01", "in_force"),
        ({"valid_to": "2024"}, "2024-12-31", "unverified"),
        ({"valid_to": "2024"}, "2025-01-01", "expired"),
        ({"valid_from": "2024", "status": "drafting"}, "2025-01-01", "unverified"),
        ({"valid_from": "2024", "valid_to": "2099", "replaced_by": "policy-b"}, "2025-01-01", "replaced"),
    ],
)
def test_only_dates_say_in_force(given: dict[str, str], on: str, wanted: str) -> None:
    assert validity(make(Policy, "policy-a", **given), DAY(on)) == wanted
