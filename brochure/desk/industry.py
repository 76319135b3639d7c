"""The value chain of one industry: three links with who stands in them, the gaps, and what would fit a gap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar, get_args

import msgspec

from brochure.model.kinds import Carrier, ChainLink, Enterprise, Industry, LinkState, Policy, Project, Service, Zone
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text
from brochure.words.sentence import begun

R = TypeVar("R", bound=Record)
LINKS: Final[tuple[ChainLink, ...]] = get_args(ChainLink)
ALIKE: Final = 4
"""So many characters in a row, Chinese, make two texts speak of the same thing; fewer meet by chance."""
_SPLIT: Final = re.compile(r"[、；]")
_ASIDE: Final = re.compile(r"（[^）]*）")
_COLON: Final = {"zh": "：", "en": ": "}


class Standing(msgspec.Struct, frozen=True):
    """A firm or project in its place; ``inferred`` tells that industry or link is our reading, not the source's."""

    record: Enterprise | Project
    link: ChainLink | None
    inferred: bool


class Gap(msgspec.Struct, frozen=True):
    """An opening: what the published sources do not show. Its link is read from its words, or stays unknown."""

    number: int
    title: Text
    state: Text
    link: ChainLink | None


class Link(msgspec.Struct, frozen=True):
    """One link of a chain.

    ``activities`` are what the articles name there beyond the firms and projects that stand in ``standing``; both
    together with ``gaps`` are all there is to show. ``sources`` are ids.
    """

    link: ChainLink
    state: LinkState
    activities: tuple[Text, ...]
    standing: tuple[Standing, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[str, ...]


class Chain(msgspec.Struct, frozen=True):
    """The chain of an industry; whoever has no link stands in ``unplaced``, gaps without one in ``open_gaps``."""

    industry: Industry
    links: tuple[Link, ...]
    unplaced: tuple[Standing, ...]
    open_gaps: tuple[Gap, ...]

    @property
    def standing(self) -> tuple[Standing, ...]:
        """Every firm and project of the chain, each once."""
        return (*(each for link in self.links for each in link.standing), *self.unplaced)

    @property
    def firms(self) -> tuple[Enterprise, ...]:
        """The firms of the chain, each once."""
        return tuple(each.record for each in self.standing if isinstance(each.record, Enterprise))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every gap of the chain, in the order of its record."""
        found = (*(gap for link in self.links for gap in link.gaps), *self.open_gaps)
        return tuple(sorted(found, key=lambda gap: gap.number))


class Fit(msgspec.Struct, frozen=True):
    """What fits a gap by the records' own industry: where to settle, what helps, who is next door.

    ``reported`` are projects that speak of the same thing. Empty parts mean that the sources name none.
    """

    gap: Gap
    reported: tuple[Project, ...]
    carriers: tuple[Carrier, ...]
    zones: tuple[Zone, ...]
    policies: tuple[Policy, ...]
    services: tuple[Service, ...]
    neighbours: tuple[Standing, ...]

    @property
    def to_take(self) -> tuple[str, ...]:
        """What goes into the brochure with the chain: places and measures."""
        return tuple(each.id for part in (self.carriers, self.zones, self.policies) for each in part)


def industries(library: Library) -> tuple[Industry, ...]:
    """Return the industries in their order."""
    found = [each for each in library.records("industries") if isinstance(each, Industry)]
    return tuple(sorted(found, key=lambda each: each.order))


def placeless(library: Library) -> tuple[Enterprise | Project, ...]:
    """Return firms and projects whose industry the sources do not give."""
    return tuple(each for each in _candidates(library) if each.industry is None)


def build_chain(library: Library, industry: Industry) -> Chain:
    """Return the chain of an industry: every firm and project in one place, every gap in one place."""
    standing = [
        Standing(each, each.link, each.industry_inferred or (each.link is not None and each.link_inferred))
        for each in _candidates(library)
        if each.industry == industry.id
    ]
    gaps = tuple(_gap(industry, standing, number) for number in range(len(industry.gaps)))
    links = tuple(
        Link(
            name, getattr(industry, f"{name}_state"),
            _activities(industry, name, standing, gaps),
            tuple(each for each in standing if each.link == name),
            tuple(gap for gap in gaps if gap.link == name),
            getattr(industry, f"{name}_sources"),
        )
        for name in LINKS
    )  # fmt: skip
    unplaced = tuple(each for each in standing if each.link is None)
    return Chain(industry, links, unplaced, tuple(gap for gap in gaps if gap.link is None))


def find_fit(library: Library, chain: Chain, gap: Gap) -> Fit:
    """Return what fits a gap; neighbours of its own link first."""
    own = chain.industry.id
    zones = _once([
        *(each for id in chain.industry.zones if isinstance(each := library.find(id), Zone)),
        *(each for each in library.records("zones") if isinstance(each, Zone) and own in each.industries),
    ])  # fmt: skip
    named = {each.id for each in zones if each.id in chain.industry.zones}
    carriers = [
        each
        for each in library.records("carriers")
        if isinstance(each, Carrier) and (own in each.industries or (not each.industries and each.zone in named))
    ]
    policies = [each for each in library.records("policies") if isinstance(each, Policy) and own in each.industries]
    services = [each for each in library.related(own) if isinstance(each, Service)]
    services += [each for policy in policies for each in library.related(policy.id) if isinstance(each, Service)]
    neighbours = sorted(
        chain.standing, key=lambda each: (not isinstance(each.record, Enterprise), each.link != gap.link)
    )
    reported = [
        each.record for each in chain.standing
        if isinstance(each.record, Project) and shared_run(gap.title.zh, each.record.name.zh) >= ALIKE
    ]  # fmt: skip
    return Fit(
        gap, tuple(reported), tuple(carriers), tuple(zones), tuple(policies), tuple(_once(services)),
        tuple(neighbours),
    )  # fmt: skip


def shared_run(one: str, other: str) -> int:
    """Return how many characters in a row two texts share."""
    most = 0
    row = [0] * (len(other) + 1)
    for char in one:
        before = 0
        for place, each in enumerate(other, start=1):
            row[place], before = (before + 1 if char == each else 0), row[place]
            most = max(most, row[place])
    return most


def _candidates(library: Library) -> Iterator[Enterprise | Project]:
    for kind in ("enterprises", "projects"):
        for each in library.records(kind):
            if isinstance(each, Enterprise | Project):
                yield each


def _gap(industry: Industry, standing: Sequence[Standing], number: int) -> Gap:
    said = industry.gaps[number]
    title_zh, _, state_zh = said.zh.partition(_COLON["zh"])
    title_en, _, state_en = said.en.partition(_COLON["en"])
    likely: list[tuple[int, ChainLink]] = []
    for name in LINKS:
        texts = [each.zh for each in getattr(industry, name)]
        texts += [each.record.name.zh for each in standing if each.link == name]
        likely.append((max((shared_run(title_zh, text) for text in texts), default=0), name))
    length, link = max(likely, key=lambda each: each[0])
    clear = length >= ALIKE and sum(each == length for each, _ in likely) == 1
    return Gap(number, Text(title_zh, title_en), Text(state_zh, begun(state_en)), link if clear else None)


def _activities(
    industry: Industry, name: ChainLink, standing: Sequence[Standing], gaps: Sequence[Gap]
) -> tuple[Text, ...]:
    """Return what an article names in a link, without what stands there as a record or as a gap of its own."""
    texts: tuple[Text, ...] = getattr(industry, name)
    known = {name for each in standing for name in (each.record.name.zh, *each.record.aliases)}
    covered = [gap.title.zh for gap in gaps if gap.link == name]
    is_gap = getattr(industry, f"{name}_state") == "gap"
    return tuple(
        text
        for text in texts
        if not all(part in known for part in _SPLIT.split(_ASIDE.sub("", text.zh)))
        and not (is_gap and any(shared_run(text.zh, title) >= ALIKE for title in covered))
    )


def _once(found: Iterable[R]) -> list[R]:
    return list({each.id: each for each in found}.values())
