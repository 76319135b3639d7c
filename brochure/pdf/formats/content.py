"""Which records each format prints: asked by the module that draws it and by the guard, so that neither knows more."""

from collections.abc import Iterator, Sequence

import msgspec

from brochure.eligibility import Finding
from brochure.model.condition import Condition
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import (
    BasePart,
    Contact,
    Enterprise,
    Figure,
    Industry,
    ParkFact,
    Place,
    Policy,
    Stage,
    Zone,
)
from brochure.model.record import Record
from brochure.pdf.choice import Choice
from brochure.pdf.edition import Edition
from brochure.pdf.reasons import build_reasons
from brochure.pdf.sections.figures import pick
from brochure.store.library import Library
from brochure.words.kinds import NOT_LISTED
from brochure.words.page.front import QUESTIONS
from brochure.words.page.land import OPEN
from brochure.words.page.service import HELP
from brochure.words.sentence import within

MOST_SITES, MOST_POLICIES = 6, 6
"""How many a trifold shows when nobody has chosen; it says how many more there are."""
MOST_FIRMS, MOST_TOOLS = 8, 10
"""How many the slides show when nobody has chosen; they say how many more there are."""
MEASURES_SHOWN = 6
OVERVIEW = (
    "park_outline", "site", "expressway", "tunnel", "interchange", "station", "river", "arterial", "railway",
)  # fmt: skip
NEIGHBOURS = ("zone-dayou-hill", "zone-wetland", "zone-haitang", "zone-sports")
"""What the words beside such a map say the wellness site lies between."""
BASE_SHOWN = ("site", "altitude", "phase", "neighbour")
EARLY = "service-build-on-land-award"


def figures_of(library: Library) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """Return the headline figures by the question they answer."""
    return tuple((topic, shown) for topic in QUESTIONS if (shown := pick(library, topic)))


def is_overview(feature: Feature) -> bool:
    """Tell whether a small map of the whole park shows a feature: outlines, the wellness site, what is near, ways."""
    return feature.kind in OVERVIEW or feature.id in NEIGHBOURS or (feature.kind == "zone" and feature.parent is None)


def extent_of(features: Sequence[Feature]) -> tuple[Position, ...]:
    """Return the points a small map of the whole park must hold: its outlines and its gate."""
    return tuple(
        point
        for feature in features
        if feature.kind == "park_outline"
        or (feature.kind == "zone" and feature.parent is None)
        or (feature.kind == "interchange" and feature.scale == "region")
        for part in feature.parts
        for point in part
    )


def counts_large_only(figure: Figure) -> bool:
    """Tell whether a figure covers firms above the statistical threshold only, as its Chinese name says in short."""
    return "规上" in figure.name.zh


def firms_of(library: Library, choice: Choice) -> tuple[Enterprise, ...]:
    """Return the firms of the slides: those chosen, else a few that tell most, the reader's sectors first."""
    if len(choice.enterprises) < len(library.records("enterprises")):
        return choice.enterprises
    lit = {sector.id for sector in choice.sectors}
    telling = [firm for firm in choice.enterprises if firm.achievements]
    telling.sort(key=lambda firm: firm.as_of or "", reverse=True)
    telling.sort(key=lambda firm: (firm.industry not in lit, -len(firm.achievements), firm.status is None))
    return tuple(telling[:MOST_FIRMS])


def findings_of(choice: Choice) -> tuple[Finding, ...]:
    """Return the measures of the slides: what is met and what is not reached, filled up with what fits in part."""
    settled = [finding for finding in choice.findings if finding.verdict != "unknown"]
    partly = [finding for finding in choice.findings if finding.verdict == "unknown"]
    return (*settled, *partly[: max(0, MEASURES_SHOWN - len(settled))])


def tools_of(library: Library, choice: Choice) -> tuple[Policy, ...]:
    """Return the policies of the slides: those chosen, else those of which most is known."""
    ordered = policies_of(choice, chosen=True)
    if choice.policies_chosen:
        return ordered
    known = {policy.id for policy in cards_of(library, choice)}
    return tuple(policy for policy in ordered if policy.id in known)[:MOST_TOOLS]


def sites_of(choice: Choice, *, chosen: bool) -> tuple[Zone, ...]:
    """Return the zones of a trifold: those chosen, else the reader's sectors first, then sites and land."""
    if chosen:
        return choice.zones
    lit = {sector.id for sector in choice.sectors}
    drawn = [zone for zone in choice.zones if zone.feature is not None]
    drawn.sort(key=lambda zone: (not lit & set(zone.industries), zone.type not in ("site", "land")))
    return tuple(drawn[:MOST_SITES])


def policies_of(choice: Choice, *, chosen: bool) -> tuple[Policy, ...]:
    """Return the policies of a trifold: those chosen, else the reader's sectors first, then the newest."""
    lit = {sector.id for sector in choice.sectors}
    newest = sorted(choice.policies, key=lambda policy: policy.as_of or "", reverse=True)
    newest.sort(key=lambda policy: not lit & set(policy.industries))
    return tuple(newest) if chosen else tuple(newest[:MOST_POLICIES])


def cards_of(library: Library, choice: Choice) -> tuple[Policy, ...]:
    """Return the policies that get a card: those chosen, else those of which more is known than a name and an offer."""
    if choice.policies_chosen:
        return choice.policies
    asked = {condition.record for condition in stated(library)}
    return tuple(policy for policy in choice.policies if _tells_enough(policy) or policy.id in asked)


def stated(library: Library) -> tuple[Condition, ...]:
    """Return the conditions that a source states; our own readings only say again for whom a measure is."""
    return tuple(condition for condition in library.conditions if condition.basis == "stated")


def _tells_enough(policy: Policy) -> bool:
    return bool(policy.steps or policy.conditions or policy.valid_from or policy.valid_to)


def offer_of(edition: Edition, policy: Policy) -> str:
    """Return for whom a policy is and what it gives; what its source does not list is to be confirmed."""
    known = [edition.say(text) for text in (policy.for_whom, policy.offers) if text != NOT_LISTED]
    if edition.lang == "zh":
        return "　".join(known) or OPEN.zh
    return ": ".join([*known[:1], *map(within, known[1:])]) or OPEN.en


def facts_of(library: Library) -> tuple[ParkFact, ...]:
    """Return where the park lies, in two facts at most."""
    known = (record for record in library.records("park") if isinstance(record, ParkFact))
    return tuple(record for record in known if record.aspect == "location")[:2]


def services_of(library: Library) -> tuple[Record, ...]:
    """Return the services that slides tell: the early start, then everyday help."""
    found = (library.find(key) for key in (EARLY, *HELP))
    return tuple(record for record in found if record is not None and record.audience == "public")


def printed(library: Library, choice: Choice) -> Iterator[Record]:
    """Yield every record that a format names, in no order."""
    match choice.composition:
        case "sheet":
            yield from choice.zones
            yield from _contacts(library)
        case "card":
            policies = cards_of(library, choice)
            yield from policies
            dates = {policy.id: policy.as_of for policy in policies}
            for condition in stated(library):
                if condition.record in dates:  # its clause stands beside the date of its policy
                    yield msgspec.structs.replace(condition, as_of=condition.as_of or dates[condition.record])
            yield from _contacts(library)
        case "trifold":
            yield from sites_of(choice, chosen=choice.zones_chosen)
            yield from policies_of(choice, chosen=choice.policies_chosen)
            yield from (figure for _, shown in figures_of(library) for figure in shown)
            yield from facts_of(library)
            yield from _contacts(library)
        case "screen":
            for section in choice.sections:
                yield from _slides(library, choice, section)
    yield from library.records("sources")


def _contacts(library: Library) -> Sequence[Record]:
    return [record for record in library.records("contacts") if isinstance(record, Contact)]


def _slides(library: Library, choice: Choice, section: str) -> Iterator[Record]:
    reasons = build_reasons(library, choice) if choice.sectors else ()
    chosen: dict[str, Sequence[Record]] = {
        "zones": choice.zones,
        "cover": [reason.record for reason in reasons if reason.record is not None],
        "policies": tools_of(library, choice),
        "match": choice.matched,
        "also": choice.also,
        "enterprises": firms_of(library, choice),
        "figures": [figure for _, shown in figures_of(library) for figure in shown],
        "location": facts_of(library),
        "industries": [record for record in library.records("industries") if isinstance(record, Industry)],
        "altitude": [
            *(part for part in library.records("base") if isinstance(part, BasePart) and part.part in BASE_SHOWN),
            *(place for place in library.records("places") if isinstance(place, Place) and place.type == "comparison"),
        ],
        "chain": [record for record in library.records("stages") if isinstance(record, Stage)],
        "services": services_of(library),
        "sources": _contacts(library),
    }
    yield from chosen.get(section, ())
