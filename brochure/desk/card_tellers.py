"""What each kind of record says of itself on a card: its own facts and its own paragraphs."""

from collections.abc import Callable
from typing import Any

import msgspec

from brochure.model.altitude import hectares
from brochure.model.kinds import (
    BasePart,
    Carrier,
    Contact,
    Enterprise,
    Figure,
    Fund,
    Industry,
    Partner,
    Place,
    Policy,
    Project,
    Service,
    Stage,
    Zone,
)  # fmt: skip
from brochure.model.record import Record
from brochure.provenance import readings, say_when
from brochure.store.library import Library
from brochure.words import Text, kinds
from brochure.words import card as say
from brochure.words import provenance as proof_say
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number, say_value
from brochure.words.placing import without_sketch


class CardFact(msgspec.Struct, frozen=True):
    """One key fact: value with unit, what it is, from when, and for a reading the figure it is."""

    value: Text
    label: Text
    unit: Text = Text("", "")
    date: Text | None = None
    record: str | None = None


class CardPart(msgspec.Struct, frozen=True):
    """A paragraph or a list below a small heading; ``steps`` are numbered."""

    heading: Text | None
    lines: tuple[Text, ...]
    steps: bool = False


def _placing(record: Enterprise | Project) -> list[CardPart]:
    """Return why a record stands where it stands."""
    return [CardPart(proof_say.PLACED, (record.placement_note,) if record.placement_note else ())]


def _level(level: str | None) -> list[CardFact]:
    return [CardFact(kinds.LEVEL[level], say.LEVEL)] if level else []


def _named(ref: str | None, library: Library, label: Text, *, inferred: bool = False) -> list[CardFact]:
    other = library.find(ref) if ref else None
    if other is None:
        return []
    name = getattr(other, "short", None) or other.name
    return [CardFact(say.INFERRED_VALUE.fill(name) if inferred else name, label)]


def _number(value: float) -> Text:
    return Text(say_number(value, "zh"), say_number(value, "en"))


def _area(record: Zone) -> list[CardFact]:
    facts = []
    if record.area_mu is not None:
        ha = _number(round(hectares(record.area_mu), 1))
        facts.append(CardFact(_number(record.area_mu), say.AREA_ABOUT_HA.fill(ha), say.MU))
    elif record.area_km2 is not None:
        facts.append(CardFact(_number(record.area_km2), say.AREA, say.KM2))
    return facts


def tell(record: Record, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    """Return the facts and paragraphs that are a kind's own."""
    for cls, teller in _TELLERS:
        if isinstance(record, cls):
            return teller(record, library)
    return [], []


def _figure(record: Figure, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    others = [each for each in readings(library, record) if each.id != record.id and each.as_of]
    if not others:
        return [_reading(record, record.name)], []
    return [_reading(each, each.scope or each.name) for each in (record, *others[:2])], []


def _reading(figure: Figure, label: Text) -> CardFact:
    """Return a reading as a fact."""
    zh, en = say_value(figure, "zh"), say_value(figure, "en")
    when = say_when(figure) if figure.as_of else None
    return CardFact(Text(zh[0], en[0]), label, Text(zh[1], en[1]), when, figure.id)


def _zone(record: Zone, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = _area(record) + _named(record.parent, library, say.PART_OF)
    if len(record.focus) > 1:
        facts.append(CardFact(_number(len(record.focus)), say.FOCUS, say.ITEMS))
    facts += [fact for each in record.industries[:1] for fact in _named(each, library, say.INDUSTRY)]
    parts = [CardPart(say.FOCUS, record.focus), CardPart(say.ENTRY, record.entry_rules)]
    basis = without_sketch(record.area_basis) if record.area_basis and record.outline is not None else record.area_basis
    parts.append(CardPart(say.AREA, (basis,) if basis else ()))
    return facts, [*parts, CardPart(say.WHERE, (record.clue,) if record.clue else ())]


def _carrier(record: Carrier, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = [CardFact(say.CARRIER_TYPE[record.type], say.TYPE), *_level(record.level)]
    facts += _named(record.zone, library, say.ZONE)
    return facts, [CardPart(say.FOCUS, record.focus), CardPart(say.ENTRY, record.entry_rules)]


def _stage(record: Stage, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = [CardFact(say.STEP_OF_SIX.fill(record.order), say.ORDER), *_level(record.level)]
    placed = any(each.record == record.id and each.precision == "placed" for each in library.features)
    facts.append(CardFact((without_sketch(record.place) if placed else None) or record.place, say.PLACE))
    return facts, [CardPart(say.ROLE, (record.role,)), CardPart(say.FITS, (record.fits, record.fits_basis))]


def _base(record: BasePart, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = [CardFact(say.BASE_PART[record.part], say.TYPE)]
    if record.direction:
        facts.append(CardFact(kinds.DIRECTION[record.direction], say.SIDE))
    said: tuple[Text, ...] = ()
    if record.attributed_to:
        words = say.SAID_BY_LATIN if record.attributed_to.zh[:1].isascii() else say.SAID_BY
        said = (words.fill(record.attributed_to),)
    return facts, [CardPart(None, (record.statement, *said))]


def _policy(record: Policy, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    topic, form = kinds.POLICY_TOPIC[record.topic], say.POLICY_TYPE[record.type]
    facts = [CardFact(topic, say.TOPIC)] if topic == form else [CardFact(topic, say.TOPIC), CardFact(form, say.TYPE)]
    facts += _level(record.level)
    title = (record.full_title,) if record.full_title != record.name else ()
    issuer = record.issuer or kinds.NOT_LISTED
    conditions = record.conditions or (kinds.NOT_LISTED,)
    return facts, [
        CardPart(say.FULL_TITLE, title), CardPart(say.OFFERS, (record.offers,)),
        CardPart(say.FOR_WHOM, (record.for_whom,)), CardPart(say.CONDITIONS, conditions),
        CardPart(say.STEPS, record.steps, steps=True), CardPart(say.ISSUER, (issuer,)),
        CardPart(say.VALID, (_valid(record),)),
    ]  # fmt: skip


def _valid(record: Policy) -> Text:
    start = say_seen(record.valid_from) if record.valid_from else kinds.TO_BE_CONFIRMED
    end = say_seen(record.valid_to) if record.valid_to else kinds.TO_BE_CONFIRMED
    return kinds.TO_BE_CONFIRMED if start == end == kinds.TO_BE_CONFIRMED else say.FROM_TO.fill(start, end)


def _enterprise(record: Enterprise, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = _named(record.industry, library, say.INDUSTRY, inferred=record.industry_inferred)
    if record.link:
        link = kinds.LINK[record.link]
        facts.append(CardFact(say.INFERRED_VALUE.fill(link) if record.link_inferred else link, say.LINK))
    facts += _named(record.zone, library, say.ZONE)
    won = tuple(_dated(each) for ref in record.honours if (each := library.find(ref)) is not None)
    legal = (record.legal_name,) if record.legal_name else ()
    return facts, [
        *_placing(record), CardPart(say.LEGAL_NAME, legal), CardPart(say.DOES, (record.does,) if record.does else ()),
        CardPart(say.ACHIEVEMENTS, record.achievements), CardPart(say.HONOURS, won),
    ]  # fmt: skip


def _dated(record: Record) -> Text:
    """Return a name with the period its source gives."""
    return say.NAME_SEEN.fill(record.name, say_seen(record.as_of)) if record.as_of else record.name


def _industry(record: Industry, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    named = [each for each in library.records("enterprises") if each.industry == record.id]  # type: ignore[attr-defined]
    facts = [CardFact(_number(len(named)), say.NAMED_FIRMS, say.FIRMS)]
    parts = [CardPart(None, (record.subtitle,)), CardPart(kinds.LINK["upstream"], record.upstream)]
    parts += [
        CardPart(kinds.LINK["midstream"], record.midstream),
        CardPart(kinds.LINK["downstream"], record.downstream),
    ]
    return facts, [*parts, CardPart(say.GAPS, record.gaps)]


def _place(record: Place, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = []
    if record.elevation_m is not None:
        facts.append(CardFact(_number(record.elevation_m), say.HEIGHT, say.METRES))
    if record.km_from_centre is not None:
        facts.append(CardFact(_number(record.km_from_centre), say.FROM_CENTRE, say.KILOMETRES))
    if record.km_from_gate is not None:
        facts.append(CardFact(_number(record.km_from_gate), say.FROM_GATE, say.KILOMETRES))
    return facts, [CardPart(None, tuple(each for each in (record.road, record.accuracy) if each))]


def _fund(record: Fund, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = []
    if record.size_yi is not None:
        value = Text(say_number(record.size_yi, "zh"), f"RMB {say_number(record.size_yi * 100, 'en')}")
        facts.append(CardFact(value, say.SIZE, Text("亿元", "million")))
    parts = [CardPart(say.LEGAL_NAME, (record.legal_name,) if record.legal_name else ())]
    parts += [CardPart(say.PURPOSE, (record.purpose,) if record.purpose else ())]
    return facts, [*parts, CardPart(say.HISTORY, record.history)]


def _service(record: Service, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = [CardFact(say.SERVICE_TOPIC[record.topic], say.TOPIC)]
    if record.counted is not None:
        facts.append(CardFact(_number(record.counted), say.COUNTED, say.ITEMS))
    whom = (record.for_whom,) if record.for_whom else ()
    steps = CardPart(say.STEPS, record.steps, steps=True)
    return facts, [CardPart(None, (record.statement,)), steps, CardPart(say.FOR_WHOM, whom)]


def _project(record: Project, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = _named(record.industry, library, say.INDUSTRY, inferred=record.industry_inferred)
    if record.link:
        facts.append(CardFact(kinds.LINK[record.link], say.LINK))
    facts += _named(record.zone, library, say.ZONE)
    return facts, [
        *_placing(record), CardPart(say.OUTPUTS, record.outputs), CardPart(say.HISTORY, record.history),
    ]  # fmt: skip


def _partner(record: Partner, library: Library) -> tuple[list[CardFact], list[CardPart]]:
    facts = _named(record.industry, library, say.INDUSTRY)
    return facts, [CardPart(None, (record.role,)), CardPart(say.WITH_THE_PARK, (proof_say.NOT_A_TENANT,))]


def _plain(record: Record, _library: Library) -> tuple[list[CardFact], list[CardPart]]:
    """Kinds that have no more than a level and some words."""
    facts = _level(getattr(record, "level", None))
    lines: list[Text] = []
    for field in (
        "statement",
        "role",
        "provider",
        "for_whom",
        "track_record",
        "field",
        "holders_text",
        "where",
        "address",
    ):
        said = getattr(record, field, None)
        if isinstance(said, Text):
            lines.append(said)
    if isinstance(record, Contact) and record.number:
        facts.append(CardFact(Text(record.number, record.number), say.NUMBER))
    parts = [CardPart(None, tuple(lines))]
    parts += [CardPart(None, getattr(record, field, ())) for field in ("parts", "members", "links", "results")]
    parts.append(CardPart(say.STEPS, getattr(record, "steps", ()), steps=True))
    return facts, parts


_Teller = Callable[[Any, Library], tuple[list[CardFact], list[CardPart]]]
_TELLERS: tuple[tuple[type[Record], _Teller], ...] = (
    (Figure, _figure), (Zone, _zone), (Carrier, _carrier), (Stage, _stage), (BasePart, _base), (Policy, _policy),
    (Enterprise, _enterprise), (Industry, _industry), (Place, _place), (Fund, _fund), (Service, _service),
    (Project, _project), (Partner, _partner), (Record, _plain),
)  # fmt: skip
