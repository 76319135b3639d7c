"""The cards of the map that is taken away: what may be told of each thing on it, as data in both languages.

Nothing here goes further than print does: what the guard stops, what awaits a choice and what is kept for the archive
stays at home, also where another record only names it.
"""

import datetime
from collections.abc import Iterable
from typing import cast

import msgspec

from brochure.claims import issues_of
from brochure.claims.drawn import judge_feature
from brochure.claims.edits import unsourced_edits
from brochure.desk.card_tellers import CardFact, CardPart, tell
from brochure.model.geometry import Feature
from brochure.model.kinds import KINDS, BasePart, Figure, Source
from brochure.model.link import fragment_of
from brochure.model.record import Precision, Record
from brochure.store.library import Library
from brochure.store.pinyin import initials_of, pinyin_of
from brochure.words import Text, kinds
from brochure.words import card as card_say
from brochure.words import maps as map_say
from brochure.words import takeaway as say
from brochure.words.dates import say_seen
from brochure.words.page.furniture import EDITED
from brochure.words.placing import without_sketch

MOST_FACTS = 3


class MapCard(msgspec.Struct, frozen=True):
    """Everything told of one thing on the map; ``find`` is what it can be searched by, ``near`` the ids it leads to."""

    id: str
    link: str
    kind: Text
    name: Text
    marks: tuple[tuple[str, Text], ...]
    known: Precision
    precision: Text
    basis: Text
    facts: tuple[CardFact, ...]
    parts: tuple[CardPart, ...]
    note: Text | None
    sources: tuple[tuple[int, Text], ...]
    find: tuple[str, ...]
    near: tuple[tuple[str, Text], ...]


class Printable:
    """A library without what may not leave the house."""

    def __init__(self, library: Library, on: datetime.date) -> None:
        self._library = library
        self.on = on
        waiting = {conflict.record for conflict in library.conflicts}
        everything = [record for kind in KINDS for record in library.records(kind, archive=True)]
        self.stopped = frozenset(record.id for record in everything if record.id in waiting or self._is_stopped(record))
        """Ids of the records that the guard stops, or of which two versions await a choice."""
        self.features = tuple(feature for feature in library.features if self._is_drawn(feature))
        self.held_back = tuple(
            feature
            for feature in library.features
            if feature not in self.features and not self._is_archived(feature.record)
        )
        """What was left out of the map for a reason that somebody should know."""

    def _is_stopped(self, record: Record) -> bool:
        issues = issues_of(record, self._library, self.on)
        return any(issue.level == "error" and issue.rule != "link" for issue in issues)

    def _is_archived(self, id: str | None) -> bool:
        record = self._library.find(id) if id else None
        return record is not None and record.audience == "archive"

    def _is_drawn(self, feature: Feature) -> bool:
        if feature.record in self.stopped or self._is_archived(feature.record):
            return False
        return not any(issue.level == "error" for issue in judge_feature(feature, self._library))

    def find(self, id: str) -> Record | None:
        """Return a record that may be printed."""
        record = self._library.find(id)
        return None if record is None or id in self.stopped or record.audience == "archive" else record

    def records(self, kind: str) -> tuple[Record, ...]:
        """Return the records of a kind that may be printed."""
        return tuple(record for record in self._library.records(kind) if record.id not in self.stopped)

    def related(self, id: str) -> tuple[Record, ...]:
        """Return the related records that may be printed."""
        return tuple(record for record in self._library.related(id) if self.find(record.id) is not None)

    def readings(self, measure: str) -> tuple[Figure, ...]:
        """Return the readings of a measure that may be printed."""
        return tuple(figure for figure in self._library.readings(measure) if figure.id not in self.stopped)

    def sources(self, record: Record) -> tuple[Source, ...]:
        """Return the sources of a record."""
        return self._library.sources(record)

    def edited_on(self, record: Record) -> str | None:
        """Return the day on which the office changed a fact of a record whose sources do not say so."""
        edits = [edit for edit in self._library.edits.get(record.id, ()) if not edit.new]
        if not edits or not unsourced_edits(record.kind, {edit.field for edit in edits}):
            return None
        return max(edit.made_at for edit in edits)[:10]


def build_cards(printable: Printable) -> tuple[MapCard, ...]:
    """Return a card for each thing on the map, in the order they are drawn; a firm goes by the id of its record."""
    on_map: dict[str, Feature] = {}
    for feature in printable.features:
        if feature.record:
            on_map.setdefault(feature.record, feature)  # a hill and the height on it may share a record
    return tuple(
        _card(feature, printable, on_map) for feature in printable.features if feature.kind not in ("water", "river")
    )


def _card(feature: Feature, printable: Printable, on_map: dict[str, Feature]) -> MapCard:
    record = printable.find(feature.record) if feature.record else None
    facts, parts = _told(record, printable) if record is not None else _drawn(feature)
    name = record.name if record is not None else feature.name
    kind = record.kind if record is not None else feature.kind
    word = say.THING.get(kind) or kinds.KINDS.get(kind) or say.THING["places"]
    return MapCard(
        id=_id(feature),
        link=fragment_of(record) if record and on_map[record.id] is feature else f"map/{feature.id}",
        kind=word,
        name=name,
        marks=_marks(record) if record is not None else (),
        known=feature.precision,
        precision=map_say.PRECISION[feature.precision],
        basis=feature.basis,
        facts=facts,
        parts=parts,
        note=_note(record, feature, printable) if record is not None else None,
        sources=_sources(feature, record, printable),
        find=_spelt((name, feature.name, *((feature.short,) if feature.short else ())), record),
        near=tuple(
            (_id(on_map[other.id]), other.name)
            for other in (printable.related(record.id) if record is not None else ())
            if other.id in on_map
        ),
    )


def _id(feature: Feature) -> str:
    """Return the id the page knows a thing by."""
    return feature.record if feature.kind == "enterprise" and feature.record else feature.id


def _told(record: Record, printable: Printable) -> tuple[tuple[CardFact, ...], tuple[CardPart, ...]]:
    facts, parts = tell(record, cast("Library", printable))
    date = _seen(record)
    dated = tuple(fact if fact.date or date is None else msgspec.structs.replace(fact, date=date) for fact in facts)
    first = (CardPart(None, (record.summary,)),) if record.summary is not None else ()
    names = () if isinstance(record, Figure | BasePart) else record.aliases
    also = CardPart(say.ALSO, (Text("、".join(names), ", ".join(names)),) if names else ())
    return dated[:MOST_FACTS], tuple(part for part in (*first, *parts, also) if part.lines)


def _marks(record: Record) -> tuple[tuple[str, Text], ...]:
    """Return the state of a record with the period in which the sources last say so."""
    if record.status is None:
        return ()
    seen, word = _seen(record), kinds.STATUS[record.status]
    return ((record.status, card_say.STATE_SEEN.fill(word, seen) if seen else word),)


def _seen(record: Record) -> Text | None:
    """Return when the sources last speak of a record; an inferred date says so."""
    if record.as_of is None:
        return None
    said = say_seen(record.as_of)
    return card_say.INFERRED_DATE.fill(said) if record.as_of_inferred else said


def _drawn(feature: Feature) -> tuple[tuple[CardFact, ...], tuple[CardPart, ...]]:
    """Return what is told of a thing that has no record of its own: how high it lies."""
    if feature.elevation_m is None:
        return (), ()
    metres = Text(f"{feature.elevation_m:g}", f"{feature.elevation_m:,g}")
    return (CardFact(metres, say.HEIGHT, map_say.METRE),), ()


def _note(record: Record, feature: Feature, printable: Printable) -> Text | None:
    """Return what must be known first; once the park placed a thing, its note no longer tells of a sketch."""
    day, note = printable.edited_on(record), record.note
    if note is not None and feature.precision == "placed":
        note = without_sketch(note)
    lines = [text for text in (EDITED.fill(day) if day else None, note) if text is not None]
    return Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines)) if lines else None


def _sources(feature: Feature, record: Record | None, printable: Printable) -> tuple[tuple[int, Text], ...]:
    """Return who says so, of the thing and of its place, by their marks."""
    ids = dict.fromkeys((*(record.sources if record is not None else ()), *feature.sources))
    found = [source for id in ids if isinstance(source := printable.find(id), Source)]
    return tuple((source.mark, source.cite) for source in sorted(found, key=lambda source: source.mark))


def _spelt(names: Iterable[Text], record: Record | None) -> tuple[str, ...]:
    """Return every way a thing can be written in the search box: both languages, other names, pinyin, its initials."""
    written = [side.replace("\n", " ") for name in names for side in (name.zh, name.en)]
    written += record.aliases if record is not None else ()
    sounds = [sound for name in written for sound in (pinyin_of(name).replace(" ", ""), initials_of(name))]
    return tuple(dict.fromkeys(word for word in (*written, *sounds) if word))
