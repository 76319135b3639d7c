"""Three reasons for one reader, put together by rule from records; each keeps its sources, none is written freely."""

from collections.abc import Iterator

import msgspec

from brochure.model.kinds import BasePart, Figure, Industry
from brochure.model.record import Record
from brochure.pdf.choice import Choice
from brochure.store.library import Library
from brochure.words import Text
from brochure.words.dates import say_period
from brochure.words.numbers import say_figure
from brochure.words.page import reasons as say

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
    """Return at most three reasons; fewer rather than a sentence without a source."""
    found: dict[str, Reason] = {}
    for reason in _candidates(library, choice):
        if reason.sources and reason.body.zh and reason.body.en:
            found.setdefault(reason.heading.zh, reason)
        if len(found) == COUNT:
            break
    return tuple(found.values())


def _candidates(library: Library, choice: Choice) -> Iterator[Reason]:
    wellness = any(sector.id == WELLNESS for sector in choice.sectors)
    for sector in choice.sectors:
        yield from _lanes(choice, sector)
    for sector in choice.sectors:
        yield from _chains(sector)
        if wellness:
            yield from _altitude(library)
    if len(choice.zones) <= 2:
        for zone in choice.zones:
            if zone.summary is not None:
                yield Reason(zone.name, zone.summary, zone.sources, zone)
    yield from _altitude(library)
    yield from _figures(library, "support", say.ANSWERED)
    yield from _figures(library, "scale", say.COMPANY)


def _lanes(choice: Choice, sector: Industry) -> Iterator[Reason]:
    for policy in choice.policies:
        if sector.id in policy.industries and policy.topic in ("approval", "service", "promotion"):
            yield Reason(say.LANE.fill(sector.short), policy.offers, policy.sources, policy)
            return


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
    yield Reason(say.CHAIN.fill(sector.short), Text(body.zh, body.en[:1].upper() + body.en[1:]), sources, sector)


def _listed(items: tuple[Text, ...]) -> Text:
    shown = items[:3]
    return Text("、".join(item.zh for item in shown), ", ".join(item.en for item in shown))


def _altitude(library: Library) -> Iterator[Reason]:
    for record in library.records("base"):
        if isinstance(record, BasePart) and record.part == "altitude":
            yield Reason(say.HEIGHT, record.statement, record.sources, record)
            return


def _figures(library: Library, topic: str, heading: Text) -> Iterator[Reason]:
    for record in library.records("figures"):
        if isinstance(record, Figure) and record.topic == topic and record.headline is not None and record.as_of:
            period = say_period(record.as_of, record.span)
            body = Text(
                f"{record.name.zh} {say_figure(record, 'zh')}（{period.zh}）。",
                f"{record.name.en}: {say_figure(record, 'en')} ({period.en}).",
            )
            yield Reason(heading, Text(body.zh, body.en[:1].upper() + body.en[1:]), record.sources, record)
            return
