"""One class for each kind of record; the order here is the order of the command line and of the files in ``data/``."""

from typing import Annotated, ClassVar, Literal

from brochure.model.record import Key, Level, Period, Precision, Qualifier, Record, Ref, Share
from brochure.words import Text

Validity = Literal["in_force", "upcoming", "expired", "replaced", "unverified"]
LinkState = Literal["present", "gap", "in_talks"]
"""A gap is what the sources do not show, not proof that nobody is there."""
ChainLink = Literal["upstream", "midstream", "downstream"]


class Source(Record, frozen=True, kw_only=True):
    """Where a fact comes from: an article, public map data, our own arithmetic, or a paper of the park's office."""

    kind: ClassVar[str] = "sources"
    role: Literal["article", "open_data", "computed", "office"]
    publisher: str | None = None
    published: Period | None = None
    published_is_inferred: bool = False
    file: str | None = None
    reporter: Text | None = None
    licence: str | None = None
    cite: Text
    mark: int


class ParkFact(Record, frozen=True, kw_only=True):
    """Who the park is: identities, vision, positions, place, plans of a lasting kind.

    A ``claim`` is what an article says in praise of the park: kept with whoever says it, never printed as ours.
    """

    kind: ClassVar[str] = "park"
    aspect: Literal[
        "identity", "vision", "industry", "goal", "location", "altitude",
        "environment", "history", "effort", "claim", "people",
    ]  # fmt: skip
    statement: Text
    parts: tuple[Text, ...] = ()
    order: int | None = None


class Figure(Record, frozen=True, kw_only=True):
    """One reading of one measure: a number with unit, scope and the period it covers.

    ``span`` tells whether ``as_of`` is the day it was counted (``at``) or the time it covers (``over``). Readings may
    be drawn as one line only when they share a ``series``. ``text`` is the value where the source gives words or a
    range. ``named`` is how many of the things counted the source calls by name; unknown for what has no names, such as
    money or tonnes, and for what nobody would list, such as several hundred firms.
    """

    kind: ClassVar[str] = "figures"
    measure: Key
    value: float | None
    unit: Text
    qualifier: Qualifier | None = None
    text: Text | None = None
    span: Literal["at", "over"]
    scope: Text | None = None
    series: Key | None = None
    current: bool = True
    topic: Literal[
        "scale", "momentum", "innovation", "support", "talent", "environment", "site", "capital", "market", "land"
    ]
    part_of: Annotated[str | None, Ref("figures")] = None
    named: int | None = None
    headline: int | None = None


class Zone(Record, frozen=True, kw_only=True):
    """A part of the park or a thing beside it; where it is drawn without a survey the shape is a sketch.

    ``clue_sources`` and ``focus_sources`` tell who says where it lies and what it is for, where that is not everybody
    who tells of it. ``outline`` is the red line that the park's office imported, as ``content.outlines`` writes it; it
    stands in place of the sketch.
    """

    kind: ClassVar[str] = "zones"
    type: Literal["park", "area", "cluster", "land", "site", "garden", "goal", "neighbour"]
    feature: str | None = None
    precision: Precision | None = None
    area_mu: float | None = None
    area_km2: float | None = None
    area_basis: Text | None = None
    clue: Text | None = None
    clue_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    parent: Annotated[str | None, Ref("zones")] = None
    focus: tuple[Text, ...] = ()
    focus_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    entry_rules: tuple[Text, ...] = ()
    industries: Annotated[tuple[str, ...], Ref("industries")] = ()
    outline: str | None = None

    @property
    def drawn_as(self) -> Precision | None:
        """How well the shape on the map is known."""
        return "placed" if self.outline is not None else self.precision


class Carrier(Record, frozen=True, kw_only=True):
    """A building or estate that takes firms in; ``lat`` and ``lon`` are where the park's office placed it, WGS 84."""

    kind: ClassVar[str] = "carriers"
    type: Literal[
        "maker_space", "incubator", "accelerator", "start_up_park", "science_park", "estate", "valley", "showroom"
    ]
    level: Level | None = None
    zone: Annotated[str | None, Ref("zones")] = None
    focus: tuple[Text, ...] = ()
    entry_rules: tuple[Text, ...] = ()
    industries: Annotated[tuple[str, ...], Ref("industries")] = ()
    lat: float | None = None
    lon: float | None = None


class Stage(Record, frozen=True, kw_only=True):
    """One of the six stages of the incubator chain, in the order of the source.

    ``lat`` and ``lon`` are where the park's office placed it, WGS 84; without them its point is a sketch.
    """

    kind: ClassVar[str] = "stages"
    order: int
    role: Text
    fits: Text
    fits_basis: Text
    level: Level | None = None
    carrier: Annotated[str | None, Ref("carriers")] = None
    zone: Annotated[str | None, Ref("zones")] = None
    feature: str | None = None
    place: Text
    policies: Annotated[tuple[str, ...], Ref("policies")] = ()
    products: Annotated[tuple[str, ...], Ref("products")] = ()
    lat: float | None = None
    lon: float | None = None


class BasePart(Record, frozen=True, kw_only=True):
    """The golden-altitude wellness base, taken apart: site, altitude, phases, functions, neighbours, claims, studies.

    ``low_m`` and ``high_m`` are the altitudes a band or a ``study`` covers, metres above sea level; a side that its
    source leaves open stays empty. A study reports an association, and its ``note`` says so.
    """

    kind: ClassVar[str] = "base"
    part: Literal["site", "altitude", "phase", "function", "neighbour", "claim", "study", "core", "strength"]
    order: int
    statement: Text
    direction: Literal["north", "east", "south", "west"] | None = None
    zone: Annotated[str | None, Ref("zones")] = None
    low_m: float | None = None
    high_m: float | None = None
    attributed_to: Text | None = None


class Policy(Record, frozen=True, kw_only=True):
    """A rule, plan or measure. Dates the source does not give stay unknown, and unknown is never ``in force``."""

    kind: ClassVar[str] = "policies"
    type: Literal["plan", "action_plan", "rule", "work_plan", "measure", "subsidy", "mechanism", "programme"]
    topic: Literal["approval", "innovation", "finance", "service", "registration", "capital", "planning", "promotion"]
    full_title: Text
    issuer: Text | None = None
    level: Level | None = None
    for_whom: Text
    offers: Text
    conditions: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    steps_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    issued: Period | None = None
    valid_from: Period | None = None
    valid_to: Period | None = None
    replaced_by: Annotated[str | None, Ref("policies")] = None
    family: Key | None = None
    industries: Annotated[tuple[str, ...], Ref("industries")] = ()
    stages: Annotated[tuple[str, ...], Ref("stages")] = ()


class Enterprise(Record, frozen=True, kw_only=True):
    """A firm the sources place in the park; ``name`` is the short name, ``legal_name`` only as printed.

    No source gives an address: ``lat`` and ``lon`` are where the park's office placed it, WGS 84.
    """

    kind: ClassVar[str] = "enterprises"
    legal_name: Text | None = None
    industry: Annotated[str | None, Ref("industries")] = None
    industry_inferred: bool = False
    link: ChainLink | None = None
    link_inferred: bool = False
    placement_note: Text | None = None
    does: Text | None = None
    achievements: tuple[Text, ...] = ()
    honours: Annotated[tuple[str, ...], Ref("honours")] = ()
    zone: Annotated[str | None, Ref("zones")] = None
    lat: float | None = None
    lon: float | None = None


class Partner(Record, frozen=True, kw_only=True):
    """Somebody the park talks to, signed with or works with; never a tenant."""

    kind: ClassVar[str] = "partners"
    type: Literal["investor", "company", "university", "association", "government", "institution", "region", "expert"]
    role: Text
    industry: Annotated[str | None, Ref("industries")] = None
    industry_inferred: bool = False
    placement_note: Text | None = None


class Project(Record, frozen=True, kw_only=True):
    """A thing to be built or made, with the step it had reached at the date of the source."""

    kind: ClassVar[str] = "projects"
    industry: Annotated[str | None, Ref("industries")] = None
    industry_inferred: bool = False
    link: ChainLink | None = None
    link_inferred: bool = False
    placement_note: Text | None = None
    enterprises: Annotated[tuple[str, ...], Ref("enterprises")] = ()
    partners: Annotated[tuple[str, ...], Ref("partners")] = ()
    funds: Annotated[tuple[str, ...], Ref("funds")] = ()
    zone: Annotated[str | None, Ref("zones")] = None
    outputs: tuple[Text, ...] = ()
    history: tuple[Text, ...] = ()


class Fund(Record, frozen=True, kw_only=True):
    """Equity capital of the park; a fund that the source counts but does not name says so."""

    kind: ClassVar[str] = "funds"
    legal_name: Text | None = None
    size_yi: float | None = None
    purpose: Text | None = None
    manager: Text | None = None
    history: tuple[Text, ...] = ()


class Product(Record, frozen=True, kw_only=True):
    """A loan, voucher or other finance product."""

    kind: ClassVar[str] = "products"
    type: Literal["loan", "voucher", "scoring", "listing"]
    provider: Text | None = None
    for_whom: Text
    track_record: Text | None = None


class Service(Record, frozen=True, kw_only=True):
    """How the park helps: a mechanism with its steps in the order of the source.

    ``policy`` is the same measure told as a policy: matched once, shown as both.
    """

    kind: ClassVar[str] = "services"
    topic: Literal["promotion", "approval", "enterprise", "market", "innovation", "talent", "alliance"]
    statement: Text
    steps: tuple[Text, ...] = ()
    step_notes: tuple[Text, ...] = ()
    counted: int | None = None
    for_whom: Text | None = None
    policy: Annotated[str | None, Ref("policies")] = None


class Platform(Record, frozen=True, kw_only=True):
    """A named innovation platform: centre, laboratory, institute, library of services."""

    kind: ClassVar[str] = "platforms"
    level: Level | None = None
    host: Annotated[str | None, Ref("enterprises")] = None
    field: Text | None = None


class Honour(Record, frozen=True, kw_only=True):
    """A title won, with its year and whoever holds it."""

    kind: ClassVar[str] = "honours"
    level: Level | None = None
    holders: Annotated[tuple[str, ...], Ref("*")] = ()
    holders_text: Text | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened on a day or is held each year."""

    kind: ClassVar[str] = "events"
    where: Text | None = None
    edition: int | None = None


class Industry(Record, frozen=True, kw_only=True):
    """A value chain; which firm sits where is an editorial reading unless the source says so."""

    kind: ClassVar[str] = "industries"
    colour: Literal["grass", "sky", "ochre", "lake", "slate", "plum", "ink", "brick"]
    short: Text
    subtitle: Text
    upstream: tuple[Text, ...]
    upstream_state: LinkState
    upstream_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    midstream: tuple[Text, ...]
    midstream_state: LinkState
    midstream_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    downstream: tuple[Text, ...]
    downstream_state: LinkState
    downstream_sources: Annotated[tuple[str, ...], Ref("sources")] = ()
    gaps: tuple[Text, ...] = ()
    zones: Annotated[tuple[str, ...], Ref("zones")] = ()
    order: int


class Alliance(Record, frozen=True, kw_only=True):
    """A standing union of organisations, with what its members do together."""

    kind: ClassVar[str] = "alliances"
    members: tuple[Text, ...] = ()
    member_count: int | None = None
    links: tuple[Text, ...] = ()
    results: tuple[Text, ...] = ()


class Talent(Record, frozen=True, kw_only=True):
    """A talent programme or working idea, with its steps."""

    kind: ClassVar[str] = "talents"
    level: Level | None = None
    count: int | None = None
    qualifier: Qualifier | None = None
    steps: tuple[Text, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A named point: WGS 84 degrees, metres above sea level, and how well it is known."""

    kind: ClassVar[str] = "places"
    type: Literal[
        "city",
        "station",
        "airport",
        "interchange",
        "town",
        "campus",
        "landmark",
        "office",
        "comparison",
        "training",
        "spot",
    ]
    lat: float | None = None
    lon: float | None = None
    elevation_m: float | None = None
    precision: Precision | None = None
    accuracy: Text | None = None
    feature: str | None = None
    km_from_gate: float | None = None
    km_from_centre: float | None = None
    road: Text | None = None
    pressure_percent: Share | None = None


class Contact(Record, frozen=True, kw_only=True):
    """How to reach the park; what the sources do not give stays unknown."""

    kind: ClassVar[str] = "contacts"
    type: Literal["hotline", "mailbox", "office", "role"]
    number: str | None = None
    address: Text | None = None
    hours: Text | None = None


KINDS: dict[str, type[Record]] = {
    cls.kind: cls
    for cls in (
        Source, ParkFact, Figure, Zone, Carrier, Stage, BasePart, Policy, Enterprise, Partner, Project, Fund, Product,
        Service, Platform, Honour, Event, Industry, Alliance, Talent, Place, Contact,
    )
}  # fmt: skip
