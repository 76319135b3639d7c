"""What a card says about a record, the same shape for every kind; no widgets here."""

import datetime

import msgspec

from brochure.desk.browse import validity, versions_of
from brochure.desk.card_tellers import CardFact, CardPart, tell
from brochure.gui.card_place import is_placing, place_part, placed_feature
from brochure.gui.cell_words import say_cell, say_column
from brochure.gui.proof_content import Proof, build_proof
from brochure.gui.view import today
from brochure.model.change import Conflict
from brochure.model.kinds import (
    BasePart,
    Figure,
    Policy,
    Source,
    Zone,
)  # fmt: skip
from brochure.model.record import Record
from brochure.provenance import say_when, sources_of
from brochure.store.library import Library
from brochure.words import LANGS, Text, kinds
from brochure.words import card as say
from brochure.words import content_place as content_say
from brochure.words import provenance as proof_say
from brochure.words.dates import say_seen
from brochure.words.placing import MARK, without_sketch


class CardContent(msgspec.Struct, frozen=True):
    """Everything on a card, top to bottom."""

    kind: str
    marks: tuple[tuple[str, Text], ...]
    name: Text
    facts: tuple[CardFact, ...]
    parts: tuple[CardPart, ...]
    note: Text | None
    quote: str | None
    related: tuple[Record, ...]
    sources: tuple[Source, ...]
    proof: Proof
    place: CardPart | None = None
    versions: tuple[Record, ...] = ()
    versions_note: Text | None = None


def build_card(record: Record, library: Library, on: datetime.date) -> CardContent:
    """Return the card of a record; the validity of a policy is told for a day."""
    facts, parts = tell(record, library)
    texts = [part for part in parts if part.lines]
    if record.summary is not None:
        texts.insert(0, CardPart(None, (record.summary,)))
    texts = [part for part in (*texts, _aliases(record)) if part.lines]
    date, proof = _date(record), build_proof(record, library)
    dated = tuple(fact if fact.date or date is None else msgspec.structs.replace(fact, date=date) for fact in facts)
    versions = versions_of(library, record)
    return CardContent(
        kind=record.kind, marks=_marks(record, library, on), name=record.name, facts=_three(dated, record, date),
        parts=tuple(texts), note=_caution(record, library), quote=record.quote,
        related=_related(record, library, versions),
        sources=sources_of(library, (record, *proof.other_readings)), proof=proof, place=place_part(record, library),
        versions=versions, versions_note=_versions_note(record, versions),
    )  # fmt: skip


def _related(record: Record, library: Library, versions: tuple[Record, ...]) -> tuple[Record, ...]:
    """Return what the chips lead to: figures and sources have rows of their own, and so have versions."""
    left_out = ("sources", "figures")
    return tuple(each for each in library.related(record.id) if each.kind not in left_out and each not in versions)


def _versions_note(record: Record, versions: tuple[Record, ...]) -> Text | None:
    """Return the caution that papers of several dates need: no source says which of them replaces which."""
    return say.VERSIONS_NOTE if {each.as_of for each in versions} - {record.as_of} else None


def _caution(record: Record, library: Library) -> Text | None:
    """Return what must be known first: two values that await a choice, then the record's own note."""
    lines = [_told(each) for each in library.conflicts if each.record == record.id]
    lines += _edited(record, library)
    note = record.note
    if note is not None and placed_feature(record, library) is not None:
        note = without_sketch(note)
    lines += [note] if note is not None else []
    return Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines)) if lines else None


def _edited(record: Record, library: Library) -> list[Text]:
    """Return when the office changed a record, and which of its fields; its place on the map is told elsewhere."""
    edits = library.edits.get(record.id, ())
    if not edits or (all(is_placing(edit.field) for edit in edits) and not edits[0].new):
        return []
    if not edits[0].new:
        edits = tuple(edit for edit in edits if not is_placing(edit.field))
    day = max(edit.made_at for edit in edits)[:10]
    if edits[0].new:
        return [content_say.ADDED_HERE.fill(day)]
    names = [Text(say_column(edit.field, "zh"), say_column(edit.field, "en")) for edit in edits]
    joined = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    return [content_say.CHANGED_HERE.fill(day, joined)]


def _told(conflict: Conflict) -> Text:
    """Return both values of a conflict, side by side."""
    names: dict[str, Text] = {}
    ours, theirs = (
        Text(*(say_cell(conflict.kind, conflict.field, value, names, lang) for lang in LANGS))
        if conflict.field == "outline" or value is None
        else Text(value, value)
        for value in (conflict.ours, conflict.theirs)
    )
    column = Text(say_column(conflict.field, "zh"), say_column(conflict.field, "en"))
    return content_say.CONFLICT.fill(column, ours, theirs)


def _date(record: Record) -> Text | None:
    if record.as_of is None:
        return None
    if isinstance(record, Figure):
        return say_when(record)
    said = say_seen(record.as_of)
    return say.INFERRED_DATE.fill(said) if record.as_of_inferred else said


def _marks(record: Record, library: Library, on: datetime.date) -> tuple[tuple[str, Text], ...]:
    marks: list[tuple[str, Text]] = []
    if isinstance(record, Policy):
        if record.status == "drafting":
            return (("drafting", _seen(kinds.STATUS["drafting"], record)),)
        state = validity(record, on)
        held = _held(state, record)
        marks.append((state, held if on == today() else say.STATE_ON.fill(held, say_seen(on.isoformat()))))
    elif record.status is not None:
        marks.append((record.status, _seen(kinds.STATUS[record.status], record)))
    if is_inferred(record):
        marks.append(("inferred", proof_say.PLACING_INFERRED))
    if (record.drawn_as if isinstance(record, Zone) else getattr(record, "precision", None)) == "schematic":
        marks.append(("schematic", kinds.SCHEMATIC))
    if placed_feature(record, library) is not None:
        marks.append(("placed", MARK))
    return tuple(marks)


def _seen(word: Text, record: Record) -> Text:
    """Return the word of a mark with the period in which the sources last say so."""
    return say.STATE_SEEN.fill(word, say_seen(record.as_of)) if record.as_of else word


def _held(state: str, policy: Policy) -> Text:
    """Return the word of a validity with the date that decides it; an open one says when it was last seen."""
    word = kinds.VALIDITY[state]
    if state == "expired" and policy.valid_to:
        return say.STATE_UNTIL.fill(word, say_seen(policy.valid_to))
    if state in ("in_force", "upcoming") and policy.valid_from:
        return say.STATE_FROM.fill(word, say_seen(policy.valid_from))
    return say.STATE_LAST_SEEN.fill(word, say_seen(policy.as_of)) if policy.as_of else word


def is_inferred(record: Record) -> bool:
    """Whether a record stands in its industry or on its link by our reading, not by the source's words."""
    return bool(getattr(record, "industry_inferred", False) or getattr(record, "link_inferred", False))


def _aliases(record: Record) -> CardPart:
    """Return the other names of an organisation or a place; those of a figure only serve the search."""
    names = () if isinstance(record, Figure | BasePart) else record.aliases
    zh, en = "、".join(names), ", ".join(names)
    return CardPart(proof_say.ALIASES, (Text(zh, en),) if names else ())


def _three(facts: tuple[CardFact, ...], record: Record, date: Text | None) -> tuple[CardFact, ...]:
    """Fill up to three with what every record has: its kind and the day the sources last speak of it."""
    if isinstance(record, Figure):
        return facts[:3]  # the readings themselves, nothing beside them
    rest = [CardFact(kinds.KINDS[record.kind], say.KIND, date=date)]
    if date is not None:
        rest.insert(0, CardFact(date, say.LAST_SEEN))
    if record.status is not None:
        rest.append(CardFact(kinds.STATUS[record.status], say.STATUS, date=date))
    return (*facts, *rest)[:3]
