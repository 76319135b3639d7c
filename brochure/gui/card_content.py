"""What a card says about a record, the same shape for every kind; no widgets here."""

import msgspec

from brochure.desk.card_marks import date_of, marks_of, three_facts
from brochure.desk.card_tellers import CardFact, CardPart, tell
from brochure.gui.cell_words import say_column
from brochure.gui.proof_content import Proof, build_proof
from brochure.model.change import Conflict
from brochure.model.kinds import BasePart, Figure, Source
from brochure.model.record import Record
from brochure.provenance import sources_of
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import content_place as content_say
from brochure.words import provenance as proof_say


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


def build_card(record: Record, library: Library) -> CardContent:
    """Return the card of a record."""
    facts, parts = tell(record, library)
    texts = [part for part in parts if part.lines]
    if record.summary is not None:
        texts.insert(0, CardPart(None, (record.summary,)))
    texts = [part for part in (*texts, _aliases(record)) if part.lines]
    date, proof = date_of(record), build_proof(record, library)
    dated = tuple(fact if fact.date or date is None else msgspec.structs.replace(fact, date=date) for fact in facts)
    return CardContent(
        kind=record.kind, marks=marks_of(record), name=record.name, facts=three_facts(dated, record, date),
        parts=tuple(texts), note=_caution(record, library), quote=record.quote,
        related=tuple(each for each in library.related(record.id) if each.kind not in ("sources", "figures")),
        sources=sources_of(library, (record, *proof.other_readings)), proof=proof,
    )  # fmt: skip


def _caution(record: Record, library: Library) -> Text | None:
    """Return what must be known first: two values that await a choice, then the record's own note."""
    lines = [_told(each) for each in library.conflicts if each.record == record.id]
    lines += _edited(record, library)
    lines += [record.note] if record.note is not None else []
    return Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines)) if lines else None


def _edited(record: Record, library: Library) -> list[Text]:
    """Return when the office changed a record, and which of its fields."""
    edits = library.edits.get(record.id, ())
    if not edits:
        return []
    day = max(edit.made_at for edit in edits)[:10]
    if edits[0].new:
        return [content_say.ADDED_HERE.fill(day)]
    names = [Text(say_column(edit.field, "zh"), say_column(edit.field, "en")) for edit in edits]
    joined = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    return [content_say.CHANGED_HERE.fill(day, joined)]


def _told(conflict: Conflict) -> Text:
    """Return both values of a conflict, side by side."""
    ours, theirs = (
        Text(value, value) if value is not None else content_say.EMPTY for value in (conflict.ours, conflict.theirs)
    )
    column = Text(say_column(conflict.field, "zh"), say_column(conflict.field, "en"))
    return content_say.CONFLICT.fill(column, ours, theirs)


def _aliases(record: Record) -> CardPart:
    """Return the other names of an organisation or a place; those of a figure only serve the search."""
    names = () if isinstance(record, Figure | BasePart) else record.aliases
    zh, en = "、".join(names), ", ".join(names)
    return CardPart(proof_say.ALIASES, (Text(zh, en),) if names else ())
