"""The whole content: every record, every measure, every line of the map; worked out once for each library."""

import datetime
import hashlib
import weakref
from collections.abc import Iterator
from pathlib import Path

import msgspec

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
    if library not in _JUDGED:
        _JUDGED[library] = _kept(library)
    judged = _JUDGED[library]
    if record.id not in judged:
        judged[record.id] = (*judge_record(record, library), *_conflict(record, library), *_edited(record, library))
    return judged[record.id]


def verdicts(library: Library) -> str:
    """Return what is wrong with each record, to be kept beside the content: working it out costs a cold start."""
    records = [record for kind in KINDS for record in library.records(kind, archive=True)]
    found = {record.id: issues_of(record, library) for record in records}
    return msgspec.json.encode(_Verdicts(_rules(), {id: issues for id, issues in found.items() if issues})).decode()


class _Verdicts(msgspec.Struct):
    """What was found, and by which rules: others have to look again."""

    rules: str
    issues: dict[str, tuple[Issue, ...]]


def _kept(library: Library) -> dict[str, tuple[Issue, ...]]:
    """Return what was worked out when the content was built, as long as the rules are still the same."""
    if not library.verdicts:
        return {}
    kept = msgspec.json.decode(library.verdicts, type=_Verdicts)
    if not kept.rules or kept.rules != _rules():
        return {}
    ids = (record.id for kind in KINDS for record in library.records(kind, archive=True))
    return {id: kept.issues.get(id, ()) for id in ids}


def _rules() -> str:
    """Return the digest of the guard's own files."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parent
    words = here.parent / "words"
    for path in (*sorted(here.glob("*.py")), words / "claims.py", words / "check.py"):
        try:
            digest.update(path.read_bytes())
        except OSError:  # not installed as files: nothing is kept, everything is worked out
            return ""
    return digest.hexdigest()


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
