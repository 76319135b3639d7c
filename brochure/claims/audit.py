"""The whole content: every record, every measure, every line of the map; worked out once for each library."""

import datetime
import weakref
from collections.abc import Iterator

from brochure.claims.drawn import judge_feature
from brochure.claims.edits import unsourced_edits
from brochure.claims.records import Issue, error, judge_record, warning
from brochure.model.kinds import Figure, Policy
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import check as say
from brochure.words.kinds import KINDS

_JUDGED: "weakref.WeakKeyDictionary[Library, dict[str, tuple[Issue, ...]]]" = weakref.WeakKeyDictionary()


def audit(library: Library) -> tuple[Issue, ...]:
    """Return all that is wrong with the content: errors, then what the office can mend itself, then the rest."""
    issues = [
        *(
            issue
            for kind in KINDS
            for record in library.records(kind, archive=True)
            for issue in issues_of(record, library)
        ),
        *(issue for feature in library.features for issue in judge_feature(feature, library)),
        *(Issue("warning", None, None, None, text) for text in library.unfit),
    ]
    return tuple(sorted(issues, key=lambda issue: (issue.level != "error", issue.rule != "edited")))


def issues_of(record: Record, library: Library, on: datetime.date | None = None) -> tuple[Issue, ...]:
    """Return what is wrong with a record of a library: with itself, and beside the others.

    What does not depend on the day is remembered as long as the library lives; it never changes.
    """
    if isinstance(record, Policy) and on is not None and record.valid_from is not None:
        return judge_record(record, library, on)
    if library.find(record.id) is not record:  # a stranger
        return judge_record(record, library)
    judged = _JUDGED.setdefault(library, {})
    if record.id not in judged:
        judged[record.id] = (*judge_record(record, library), *_conflict(record, library), *_edited(record, library))
    return judged[record.id]


def _edited(record: Record, library: Library) -> Iterator[Issue]:
    """A fact that the office changed while the sources are still those of before: the article does not say so."""
    edits = [edit for edit in library.edits.get(record.id, ()) if not edit.new]
    for field in unsourced_edits(record.kind, {edit.field for edit in edits}):
        yield warning("edited", record, field, say.EDITED)


def _conflict(record: Record, library: Library) -> Iterator[Issue]:
    """Two values for one fact, of the office and of the new content or of two readings: neither is printed as it is."""
    for each in library.conflicts:
        if each.record == record.id:
            values = [say.EMPTY if value is None else value for value in (each.ours, each.theirs)]
            yield error("conflict", record, each.field, say.CHANGED_TWICE.fill(*values))
    if not isinstance(record, Figure) or not record.current:
        return
    current = sum(reading.current for reading in library.readings(record.measure))
    if current > 1:
        yield error("conflict", record, "current", say.TWO_CURRENT.fill(record.measure, current))
