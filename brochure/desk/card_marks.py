"""What stands at the head of every card: the states of a record with their dates, and three facts."""

import datetime

from brochure.desk.browse import validity, validity_today
from brochure.desk.card_tellers import CardFact
from brochure.model.kinds import Figure, Policy
from brochure.model.record import Record
from brochure.provenance import say_when
from brochure.words import Text, kinds
from brochure.words import card as say
from brochure.words import provenance as proof_say
from brochure.words.dates import say_seen


def date_of(record: Record) -> Text | None:
    """Return when a record holds, in words; an inferred date says so."""
    if record.as_of is None:
        return None
    if isinstance(record, Figure):
        return say_when(record)
    said = say_seen(record.as_of)
    return say.INFERRED_DATE.fill(said) if record.as_of_inferred else said


def marks_of(record: Record, on: datetime.date | None = None) -> tuple[tuple[str, Text], ...]:
    """Return the states of a record, each with its word and date; a policy holds or not on ``on``, by default today."""
    marks: list[tuple[str, Text]] = []
    if isinstance(record, Policy):
        if record.status == "drafting":
            return (("drafting", _seen(kinds.STATUS["drafting"], record)),)
        state = validity(record, on) if on is not None else validity_today(record)
        marks.append((state, _held(state, record)))
    elif record.status is not None:
        marks.append((record.status, _seen(kinds.STATUS[record.status], record)))
    if is_inferred(record):
        marks.append(("inferred", proof_say.PLACING_INFERRED))
    if getattr(record, "precision", None) == "schematic":
        marks.append(("schematic", kinds.SCHEMATIC))
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


def three_facts(facts: tuple[CardFact, ...], record: Record, date: Text | None) -> tuple[CardFact, ...]:
    """Fill up to three with what every record has: its kind and the day the sources last speak of it."""
    if isinstance(record, Figure):
        return facts[:3]  # the readings themselves, nothing beside them
    rest = [CardFact(kinds.KINDS[record.kind], say.KIND, date=date)]
    if date is not None:
        rest.insert(0, CardFact(date, say.LAST_SEEN))
    if record.status is not None:
        rest.append(CardFact(kinds.STATUS[record.status], say.STATUS, date=date))
    return (*facts, *rest)[:3]
