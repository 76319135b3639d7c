"""What records ask of a firm: read like every other table, and held against the records and answers that there are."""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

from brochure.content.geometry import Fault
from brochure.content.links import faults_of
from brochure.content.tables import read_records
from brochure.errors import ContentError
from brochure.model.condition import ASKING_KINDS, BEFORE, FIXED, Condition
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import content as say

CONDITIONS = "conditions.csv"


def read_conditions(folder: Path, rows: Mapping[str, list[tuple[int, Record]]]) -> tuple[Condition, ...]:
    """Return the conditions in the order of their file.

    Args:
        folder: The folder of the content files.
        rows: The records of each kind, as ``check_links`` takes them.

    Raises:
        ContentError: The file cannot be taken, a condition belongs to no record that may ask, or names no answer.
    """
    found = read_records(folder / CONDITIONS, Condition)
    kinds = {record.id: kind for kind, each in rows.items() for _, record in each}
    first: dict[str, int] = {}
    for row, condition in found:
        if condition.id in first:
            raise ContentError(say.ID_TWICE.fill(CONDITIONS, row, condition.id, CONDITIONS, first[condition.id]))
        first[condition.id] = row
        for fault in itertools.chain(faults_of(condition, kinds, ()), _faults(condition, kinds)):
            raise ContentError(say.CELL.fill(CONDITIONS, row, fault.column, fault.expected, fault.found))
    return tuple(condition for _, condition in found)


def _faults(condition: Condition, kinds: Mapping[str, str]) -> Iterator[Fault]:
    """Return what does not fit: a condition is sourced, and what is only our reading turns nobody away."""
    if kinds.get(condition.record) not in (*ASKING_KINDS, "zones"):
        yield Fault("record", say.ASKING_ID, condition.record)
    if not condition.sources:
        yield Fault("sources", say.SOURCED, "")
    given = (*condition.accepted, *condition.refused)
    if condition.question is None:
        if given:
            yield Fault("accepted" if condition.accepted else "refused", say.NO_ANSWER, given[0])
        return
    if not given:
        yield Fault("accepted", say.SOME_ANSWER, "")
    known = _answers(condition, kinds)
    for column, answers in (("accepted", condition.accepted), ("refused", condition.refused)):
        for answer in answers:
            if answer not in known:
                yield Fault(column, say.ONE_OF.fill(Text("、".join(known), ", ".join(known))), answer)
    for answer in condition.refused:
        if answer in condition.accepted:
            yield Fault("refused", say.NOT_ACCEPTED, answer)
        if condition.basis == "reading":
            yield Fault("refused", say.READING_REFUSES, answer)


def _answers(condition: Condition, kinds: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the question of a condition may be answered with."""
    if condition.question == "sector":
        return tuple(id for id, kind in kinds.items() if kind == "industries")
    if condition.question == "stage":
        return (BEFORE, *(id for id, kind in kinds.items() if kind == "stages"))
    return FIXED.get(condition.question, ()) if condition.question is not None else ()
