"""How the park works, as steps that lead to records: the five parties, the funds and their projects, the approvals."""

from typing import Final

import msgspec

from brochure.desk.industry import ALIKE, shared_run
from brochure.model.kinds import Fund, Project, Service
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text

PARTIES: Final = "service-five-party-model"
FUNDS: Final = "service-fund-promotion"
BUILD_AT_ONCE: Final = "service-build-on-land-award"


class Step(msgspec.Struct, frozen=True):
    """One step in the order of the source; ``target`` is the record it speaks of, or the mechanism itself."""

    number: int
    text: Text
    note: Text | None
    target: str


class Way(msgspec.Struct, frozen=True):
    """A mechanism with its steps.

    ``in_turn`` tells that one follows another; what the source counts, as the five parties, only stands side by side.
    """

    service: Service
    steps: tuple[Step, ...]
    in_turn: bool


class FundBoard(msgspec.Struct, frozen=True):
    """The funds, and the projects that the sources name with them; which came with which is not said."""

    funds: tuple[Fund, ...]
    projects: tuple[Project, ...]


def find_way(library: Library, id: str) -> Way | None:
    """Return a mechanism, or nothing where the content has none of that id or it has no steps."""
    service = library.find(id)
    return _way(library, service) if isinstance(service, Service) and service.steps else None


def approvals(library: Library) -> tuple[Way, ...]:
    """Return the ways of approval that have steps, the one that builds on the day of the land first."""
    found = [each for each in mechanisms(library) if each.topic == "approval"]
    found.sort(key=lambda each: each.id != BUILD_AT_ONCE)
    return tuple(_way(library, each) for each in found)


def mechanisms(library: Library) -> tuple[Service, ...]:
    """Return every mechanism that has steps, in the order of the content."""
    return tuple(each for each in library.records("services") if isinstance(each, Service) and each.steps)


def fund_board(library: Library) -> FundBoard:
    """Return funds and the projects linked with one of them."""
    funds = tuple(each for each in library.records("funds") if isinstance(each, Fund))
    projects = tuple(each for each in library.records("projects") if isinstance(each, Project) and each.funds)
    return FundBoard(funds, projects)


def _way(library: Library, service: Service) -> Way:
    related = library.related(service.id)
    steps = []
    for place, text in enumerate(service.steps):
        note = service.step_notes[place] if place < len(service.step_notes) else None
        said = f"{text.zh}\n{note.zh if note else ''}"
        likely = max(related, key=lambda each: _nearness(said, each), default=None)
        target = likely.id if likely is not None and _nearness(said, likely) >= ALIKE else service.id
        steps.append(Step(place + 1, text, note, target))
    return Way(service, tuple(steps), in_turn=service.counted is None)


def _nearness(said: str, record: Record) -> int:
    """Return how clearly words speak of a record: the longest run they share with its name or one of its aliases."""
    steps = tuple(each.zh for each in getattr(record, "steps", ()))
    return max(shared_run(said, name) for name in (record.name.zh, *record.aliases, *steps))
