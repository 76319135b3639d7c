"""What is known of a zone, each with its marks: focus, area, distances, height, and when it was last reported."""

from collections.abc import Sequence
from typing import Literal

from brochure import tokens
from brochure.maps.projection import distance_km
from brochure.model.altitude import hectares
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import Zone
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Words
from brochure.provenance import say_told
from brochure.words import Text, sentence
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number
from brochure.words.page import land as say
from brochure.words.page.also import UNDATED

Part = Literal["focus", "entry", "clue"]
COMPUTED = "computed"
DISTANCES = ("poi-gate", "poi-city-centre", "poi-airport")
"""From where a site's distance is given: south gate, city centre, airport."""


def cited_part(edition: Edition, zone: Zone, part: Part) -> Words | None:
    """Return what is known of one side of a zone on one line, with the marks of whoever told it, or nothing."""
    words = said_of(edition, zone, part)
    return edition.cited(words, told_by(edition, zone, part)) if words else None


def said_of(edition: Edition, zone: Zone, part: Part) -> str:
    """Return what is known of one side of a zone on one line, or nothing."""
    if part == "clue":
        return edition.say(zone.clue) if zone.clue is not None else ""
    return listed(edition, zone.focus if part == "focus" else zone.entry_rules)


def told_by(edition: Edition, zone: Zone, part: Part | None = None) -> tuple[str, ...]:
    """Return the sources that tell of a zone, or of one side of it, in words; maps and sums carry positions only."""
    own = {"focus": zone.focus_sources, "clue": zone.clue_sources}.get(part or "")
    if own:
        return own
    told = tuple(source for source in zone.sources if source != COMPUTED)
    return edition.spoken(told)


def listed(edition: Edition, items: Sequence[Text]) -> str:
    """Return items on one line; what all of them end with in brackets is said once, at the end."""
    opening = "（" if edition.lang == "zh" else " ("
    words = [edition.say(item) for item in items]
    parted = [each.rpartition(opening) for each in words]
    if len(words) > 1 and all(head for head, _, _ in parted) and len({tail for _, _, tail in parted}) == 1:
        words = [*(head for head, _, _ in parted[:-1]), words[-1].replace(" (value ", " (values ")]
    return "、".join(words) if edition.lang == "zh" else sentence.listed(words)


def seen_of(edition: Edition, zone: Zone) -> Words:
    """Return when a source last spoke of a zone, with the mark of the one that did."""
    seen = say_seen(zone.as_of) if zone.as_of else UNDATED
    return (*edition.noted(edition.say(seen), last_told_by(edition, zone)), *edition.label(zone))


def focus_of(edition: Edition, zone: Zone) -> Words:
    """Return what a zone is for on one line, marked where not the report that spoke of the zone last says it."""
    words, told = listed(edition, zone.focus), told_by(edition, zone, "focus")
    return edition.noted(words, told) if words and not set(told) & set(last_told_by(edition, zone)) else words


def last_told_by(edition: Edition, zone: Zone) -> tuple[str, ...]:
    """Return those of a zone's sources in words that were published last."""
    return edition.newest(told_by(edition, zone))


def area_of(edition: Edition, zone: Zone) -> str:
    """Return the area with what it rests on, or nothing; what is converted shows it by standing in brackets."""
    if zone.area_mu is not None:
        ha = say_number(round(hectares(zone.area_mu), 1), edition.lang)
        mu = say_number(zone.area_mu, edition.lang)
        return f"{mu} 亩（约 {ha} 公顷）" if edition.lang == "zh" else f"{mu} mu (about {ha} ha)"
    if zone.area_km2 is None:
        return ""
    basis, words = (
        edition.say(zone.area_basis),
        say.SQUARE_KM.fill(Text(say_number(zone.area_km2, "zh"), say_number(zone.area_km2, "en"))),
    )
    if not basis:
        return edition.say(words)
    return (
        f"{edition.say(words)}，{basis}" if edition.lang == "zh" else f"{edition.say(words)}, {sentence.within(basis)}"
    )


def marked_area(edition: Edition, zone: Zone, *, small: bool = False) -> Words | None:
    """Return the area, the day and the marks of the sources it was drawn to, and that of the arithmetic."""
    words, feature = area_of(edition, zone), feature_of(edition, zone)
    if not words:
        return None
    told = feature.sources if feature is not None else told_by(edition, zone)
    joint = "，" if edition.lang == "zh" else ", "
    words = joint.join([words, *map(edition.say, say_told(edition.library, told)[-1:])])
    mark = edition.noted if small else edition.cited
    return mark(words, told, COMPUTED if zone.area_mu is not None else ())


def distance_of(edition: Edition, zone: Zone) -> Words | None:
    """Return straight lines from the middle of a zone to gate, centre and airport.

    Where the place of a zone is a sketch they start at the south gate, and say so.
    """
    feature = feature_of(edition, zone)
    known = {other.id: other for other in edition.features if other.id in DISTANCES}
    gate = known.get(DISTANCES[0])
    is_known = feature is not None and zone.drawn_as != "schematic"
    goals = [known[key] for key in DISTANCES if key in known and (is_known or known[key] is not gate)]
    start = feature if is_known else gate
    if not goals or start is None:
        return None
    here = _middle(start) if start.shape == "polygon" else start.parts[0][0]
    joint = "，" if edition.lang == "zh" else ", "
    words = joint.join(
        edition.say(
            say.DISTANCE_TO.fill(
                _first_line(goal.short or goal.name),
                say_number(round(distance_km(here, goal.parts[0][0]), 1), edition.lang),
            )
        )
        for goal in goals
    ).replace("\n", " ")
    return edition.cited(words if is_known else edition.say(say.DISTANCE_OF_GATE.fill(words)), COMPUTED)


def _first_line(name: Text) -> Text:
    """Return a map name without its second line, which carries a height or a remark."""
    return Text(name.zh.partition("\n")[0], name.en.partition("\n")[0])


def _middle(feature: Feature) -> Position:
    ring = feature.parts[0]
    return sum(lat for lat, _ in ring) / len(ring), sum(lon for _, lon in ring) / len(ring)


def altitude_of(edition: Edition) -> Words:
    """Return the altitude of the whole park, for no site has one of its own."""
    sides = [say_number(metres, edition.lang) for metres in tokens.PARK_ALTITUDE_M]
    return edition.cited(edition.say(say.ALTITUDE_OF_PARK.fill(*sides)), "article-2023")


def feature_of(edition: Edition, zone: Zone) -> Feature | None:
    """Return the shape of a zone on the map; None where it has none."""
    found = next((feature for feature in edition.features if feature.id == zone.feature), None)
    return found if found is not None and found.shape == "polygon" else None


def sketched(edition: Edition, zone: Zone) -> Text | None:
    """Return what is drawn without a survey: the boundary of a zone, or, where no source places it, all of it."""
    if zone.drawn_as != "schematic":
        return None
    feature = feature_of(edition, zone)
    return say.PLACE_ASSUMED if feature is not None and feature.assumed else say.SKETCHED


def caution_of(edition: Edition, zone: Zone) -> str:
    """Return what to mind about a zone, and that no office has reviewed its map."""
    return with_review(edition, edition.say(zone.note) if zone.note else edition.say(say.ZONES_NOTE))


def with_review(edition: Edition, note: str) -> str:
    """Return the note under a map, which says so when no office has reviewed the map."""
    if edition.review_number:
        return note
    return f"{note}{'' if edition.lang == 'zh' else ' '}{edition.say(say.NOT_REVIEWED_NOTE)}"
