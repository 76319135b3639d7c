"""What a request comes to: the records of each section, in their order. Chosen means chosen."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from brochure.errors import NotFoundError
from brochure.model.kinds import Enterprise, Industry, Policy, Stage, Zone
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf.recipe import SECTIONS, Recipe, Section
from brochure.store.library import Library
from brochure.words.kinds import KINDS

R = TypeVar("R", bound=Record)
SPENT = ("expired", "replaced")
"""States of a policy that is no longer printed unless somebody insists, and then with its label."""


class Choice(msgspec.Struct, frozen=True):
    """The records to print, and the sections that have something to say."""

    sectors: tuple[Industry, ...]
    zones: tuple[Zone, ...]
    policies: tuple[Policy, ...]
    enterprises: tuple[Enterprise, ...]
    stage: Stage | None
    sections: tuple[Section, ...]


def choose(library: Library, recipe: Recipe) -> Choice:
    """Return what a recipe asks of a library.

    Raises:
        NotFoundError: A chosen id is not there, or is of another kind.
    """
    sectors = () if recipe.sectors is None else tuple(_picked(library, "industries", recipe.sectors, Industry))
    zones = _chosen(library, "zones", recipe.zones, Zone)
    enterprises = _chosen(library, "enterprises", recipe.enterprises, Enterprise)
    policies = _chosen(library, "policies", recipe.policies, Policy)
    if recipe.policies is None:
        policies = tuple(policy for policy in policies if validity(policy, recipe.on) not in SPENT)
    if recipe.zones is None:
        zones = tuple(zone for zone in zones if zone.type not in ("neighbour", "goal"))
    stage = None if recipe.stage is None else next(iter(_picked(library, "stages", (recipe.stage,), Stage)))
    filled: dict[Section, bool] = {
        "zones": bool(zones),
        "policies": bool(policies),
        "enterprises": bool(enterprises),
        "industries": bool(library.records("industries")),
        "chain": bool(library.records("stages")),
    }
    sections = tuple(section for section in SECTIONS if recipe.has(section) and filled.get(section, True))
    return Choice(sectors, zones, policies, enterprises, stage, sections)


def _chosen(library: Library, kind: str, ids: tuple[str, ...] | None, cls: type[R]) -> tuple[R, ...]:
    if ids is None:
        return tuple(record for record in library.records(kind) if isinstance(record, cls))
    return tuple(_picked(library, kind, ids, cls))


def _picked(library: Library, kind: str, ids: Iterable[str], cls: type[R]) -> Iterator[R]:
    for key in dict.fromkeys(ids):
        record = library.find(key)
        if not isinstance(record, cls):
            raise NotFoundError(KINDS[kind], key, [known.id for known in library.records(kind)])
        yield record
