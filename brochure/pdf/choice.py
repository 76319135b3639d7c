"""What a request comes to: the records of each section, in their order. Chosen means chosen."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from brochure.eligibility import ORDER, Answers, Finding, Match, Place, choices, match
from brochure.errors import NotFoundError, SettingsError
from brochure.model.kinds import Enterprise, Industry, Policy, Stage, Zone
from brochure.model.record import Record
from brochure.model.validity import validity
from brochure.pdf.profile import PROFILES, Composition
from brochure.pdf.recipe import Recipe, Section
from brochure.store.library import Library
from brochure.words.kinds import KINDS
from brochure.words.matcher import QUESTION
from brochure.words.recipe import ALSO_ELSEWHERE

R = TypeVar("R", bound=Record)
SPENT = ("expired", "replaced")
"""States of a policy that is no longer printed unless somebody insists, and then with its label."""
CHOSEN_ELSEWHERE = {"zones": "zones", "policies": "policies", "enterprises": "enterprises", "industries": "sectors"}
"""The kinds that a field of their own chooses, by the name of that field: ``also`` does not take them."""

OWN_SECTIONS: dict[Composition, tuple[Section, ...]] = {
    "trifold": ("cover", "figures", "location", "zones", "policies", "sources"),
    "sheet": ("zones",),
    "card": ("policies",),
}
"""What a format with a fixed layout holds, whatever sections were asked for."""


class Choice(msgspec.Struct, frozen=True):
    """The records to print, and the sections that have something to say."""

    sectors: tuple[Industry, ...]
    zones: tuple[Zone, ...]
    policies: tuple[Policy, ...]
    enterprises: tuple[Enterprise, ...]
    stage: Stage | None
    sections: tuple[Section, ...]
    match: Match | None = None
    also: tuple[Record, ...] = ()
    composition: Composition = "book"
    zones_chosen: bool = False
    policies_chosen: bool = False
    """Whether somebody chose them, or all that may be printed came along."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The measures that are told against the answers: what is open only where the answers meet a part of it."""
        if self.match is None:
            return ()
        found = [each for verdict in ORDER for each in self.match.offered(verdict)]
        return tuple(each for each in found if each.verdict != "unknown" or each.is_partly_met)

    @property
    def places(self) -> tuple[Place, ...]:
        """The zones that fit, without one that is told among the measures under the same name already."""
        if self.match is None:
            return ()
        told = {each.record.name for each in self.findings}
        return tuple(place for place in self.match.zones if place.record.name not in told)

    @property
    def matched(self) -> tuple[Record, ...]:
        """Every record that is told against the answers, its conditions among them."""
        if self.match is None:
            return ()
        places = [place for place in (self.match.stage, *self.places) if place is not None]
        told: list[Finding | Place] = [*self.findings, *places]
        conditions = [judged.condition for each in told for judged in each.conditions]
        return (*(each.record for each in told), *conditions)


def choose(library: Library, recipe: Recipe) -> Choice:
    """Return what a recipe asks of a library.

    Raises:
        NotFoundError: A chosen id is not there, or is of another kind; or an answer is none of those there are.
        SettingsError: ``also`` names a record that a field of its own chooses.
    """
    sectors = () if recipe.sectors is None else tuple(_picked(library, "industries", recipe.sectors, Industry))
    zones = _chosen(library, "zones", recipe.zones, Zone)
    enterprises = _chosen(library, "enterprises", recipe.enterprises, Enterprise)
    policies = _chosen(library, "policies", recipe.policies, Policy)
    if recipe.policies is None:
        policies = tuple(policy for policy in policies if validity(policy, recipe.on) not in SPENT)
    if recipe.zones is None:
        zones = tuple(zone for zone in zones if zone.type not in ("neighbour", "goal"))
    stage = _stage(library, recipe)
    also = tuple(_also(library, recipe.also or ()))
    found = _match(library, recipe)
    filled: dict[Section, bool] = {
        "zones": bool(zones),
        "policies": bool(policies),
        "match": found is not None,
        "also": bool(also),
        "enterprises": bool(enterprises),
        "industries": bool(library.records("industries")),
        "chain": bool(library.records("stages")),
    }
    composition = PROFILES[recipe.profile].composition
    asked = OWN_SECTIONS.get(composition) or recipe.in_order()
    if composition == "screen":  # slides are looked through, not looked up
        asked = tuple(section for section in asked if section != "contents")
    sections = tuple(section for section in asked if filled.get(section, True))
    return Choice(
        sectors, zones, policies, enterprises, stage, sections, found, also, composition,
        recipe.zones is not None, recipe.policies is not None,
    )  # fmt: skip


def _stage(library: Library, recipe: Recipe) -> Stage | None:
    """Return the stage that was chosen, or else the one that was answered."""
    if recipe.stage is not None:
        return next(iter(_picked(library, "stages", (recipe.stage,), Stage)))
    answered = library.find(recipe.answers.stage or "") if recipe.answers is not None else None
    return answered if isinstance(answered, Stage) else None


def _answers(recipe: Recipe) -> Answers:
    """Return the answers; sector and stage that were not answered but chosen for the brochure are taken from there."""
    given = recipe.answers or Answers()
    if not given.given():
        return given
    chosen = recipe.sectors or ()
    sector = given.sector or (chosen[0] if len(chosen) == 1 else None)
    return msgspec.structs.replace(given, sector=sector, stage=given.stage or recipe.stage)


def _match(library: Library, recipe: Recipe) -> Match | None:
    """Hold the answers against the content; nothing where nothing was answered."""
    answers = _answers(recipe)
    known = choices(library)
    for question, answer in answers.given().items():
        if answer not in known[question]:
            raise NotFoundError(QUESTION[question], answer, known[question])
    return match(library, answers, recipe.on) if answers.given() else None


def _also(library: Library, ids: Iterable[str]) -> Iterator[Record]:
    for key in dict.fromkeys(ids):
        record = library.record(key)
        if record.kind in CHOSEN_ELSEWHERE:
            raise SettingsError(ALSO_ELSEWHERE.fill(key, KINDS[record.kind], CHOSEN_ELSEWHERE[record.kind]))
        yield record


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
