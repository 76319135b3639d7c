"""Three reasons for one reader, put together by rule from records; each keeps its sources, none is written freely."""

from collections.abc import Iterator

import msgspec

from brochure.model.kinds import BasePart, Figure, Industry, Policy, Zone
from brochure.model.record import Record
from brochure.pdf.choice import Choice
from brochure.store.library import Library
from brochure.words import Text
from brochure.words.dates import say_period, say_seen
from brochure.words.kinds import STATUS
from brochure.words.numbers import say_counted
from brochure.words.page import reasons as say
from brochure.words.sentence import begun, within

COUNT = 3
WELLNESS = "industry-wellness"


class Reason(msgspec.Struct, frozen=True):
    """One reason: a heading, a sentence from a record, and the sources that carry it."""

    heading: Text
    body: Text
    sources: tuple[str, ...]
    record: Record | None = None
    """Whose sentence it is; nobody's where it was put together."""


def build_reasons(library: Library, choice: Choice) -> tuple[Reason, ...]:
    """Return at most three reasons; fewer rather than a sentence without a source, and no record for two of them."""
    found: dict[str, Reason] = {}
    for reason in _candidates(library, choice):
        if reason.sources and reason.body.zh and reason.body.en:
            found.setdefault(reason.heading.zh if reason.record is None else reason.record.id, reason)
        if len(found) == COUNT:
            break
    return tuple(found.values())


def is_chosen(choice: Choice) -> bool:
    """Whether somebody chose anything that the reasons follow."""
    return bool(choice.sectors) or choice.zones_chosen or choice.policies_chosen


def _candidates(library: Library, choice: Choice) -> Iterator[Reason]:
    wellness = any(sector.id == WELLNESS for sector in choice.sectors)
    sites = _sites(choice)
    for sector in choice.sectors:
        yield from _lanes(choice, sector)
    yield from sites[:1]
    for sector in choice.sectors:
        yield from _chains(sector)
        if wellness:
            yield from _altitude(library)
    yield from sites[1:]
    yield from _altitude(library)
    yield from _figures(library, "support", say.ANSWERED)
    yield from _figures(library, "scale", say.COMPANY)


def _lanes(choice: Choice, sector: Industry) -> Iterator[Reason]:
    for policy in choice.policies:
        if policy.topic in ("approval", "service", "promotion") and _is_named(sector, policy):
            yield Reason(policy.name, _dated(policy.summary, _reported(policy)), policy.sources, policy)
            return


def _is_named(sector: Industry, policy: Policy) -> bool:
    """Whether the source itself names a sector where it speaks of a policy; that it would fit as well is no reason."""
    if sector.id not in policy.industries or policy.quote is None:
        return False
    return any(name in policy.quote for name in (sector.short.zh, *sector.aliases))


def _sites(choice: Choice) -> tuple[Reason, ...]:
    """Return the sites that were chosen, those of the chosen sectors first, each with its status and date."""
    if not choice.zones_chosen:
        return ()
    sectors = [sector.id for sector in choice.sectors]

    def distance(zone: Zone) -> int:
        return min((sectors.index(key) for key in zone.industries if key in sectors), default=len(sectors))

    return tuple(
        Reason(zone.name, _dated(zone.summary, _standing(zone)), zone.sources, zone)
        for zone in sorted(choice.zones, key=distance)
        if zone.summary is not None
    )


def _dated(sentence: Text | None, when: Text) -> Text:
    """Return a sentence with its date, and what else is said with it, in brackets before the full stop."""
    if sentence is None:
        return Text("", "")
    if not when.zh:
        return sentence
    return say.DATED.fill(Text(sentence.zh.rstrip("。"), sentence.en.rstrip(".")), when)


def _reported(record: Record) -> Text:
    return say.REPORTED.fill(say_seen(record.as_of)) if record.as_of else Text("", "")


def _standing(zone: Zone) -> Text:
    """Return the status of a site with its date, as far as they are known and its sentence does not say so already."""
    status = STATUS[zone.status] if zone.status is not None else Text("", "")
    if zone.summary is not None and status.zh in zone.summary.zh:
        status = Text("", "")
    said = [Text(status.zh, status.en.lower()), _reported(zone)]
    return Text("，".join(part.zh for part in said if part.zh), ", ".join(part.en for part in said if part.en))


def _chains(sector: Industry) -> Iterator[Reason]:
    links = (
        (say.MIDSTREAM, sector.midstream, sector.midstream_state, sector.midstream_sources),
        (say.DOWNSTREAM, sector.downstream, sector.downstream_state, sector.downstream_sources),
    )
    present = [(words, items, sources) for words, items, state, sources in links if state == "present" and items]
    if not present:
        return
    parts = [words.fill(_listed(items)) for words, items, _ in present]
    body = Text("；".join(part.zh for part in parts) + "。", "; ".join(part.en for part in parts) + ".")
    sources = tuple(dict.fromkeys(source for _, _, ids in present for source in ids))
    yield Reason(say.CHAIN.fill(sector.short), _begun(body), sources, sector)


def _listed(items: tuple[Text, ...]) -> Text:
    shown = items[:3]
    return Text("、".join(item.zh for item in shown), ", ".join(within(item.en) for item in shown))


def _begun(body: Text) -> Text:
    return Text(body.zh, begun(body.en))


def _altitude(library: Library) -> Iterator[Reason]:
    """Yield how high the park lies, with whose idea the ideal band is."""
    bands = [each for each in library.records("base") if isinstance(each, BasePart) and each.part == "altitude"]
    proposed = next((band for band in bands if band.attributed_to is not None), None)
    for band in bands:
        if band.attributed_to is None:
            whose = say.PROPOSED.fill(proposed.attributed_to) if proposed is not None else Text("", "")
            yield Reason(say.HEIGHT, _dated(band.statement, whose), band.sources, band)
            return


def _figures(library: Library, topic: str, heading: Text) -> Iterator[Reason]:
    for record in library.records("figures"):
        if isinstance(record, Figure) and record.topic == topic and record.headline is not None and record.as_of:
            counted = Text(say_counted(record.name, record, "zh"), say_counted(record.name, record, "en"))
            yield Reason(
                heading, _begun(_dated(counted, say_period(record.as_of, record.span))), record.sources, record
            )
            return
