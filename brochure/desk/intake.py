"""Take in what the office brings as CSV or XLSX: first what would change, then all of it or nothing."""

import datetime
import getpass
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from brochure.claims import judge_record
from brochure.claims.edits import unsourced_edits
from brochure.content import load_content
from brochure.content.incoming import Incoming
from brochure.content.placing import told_of_outline
from brochure.content.redlines import is_red_line, read_red_lines
from brochure.content.sheets import name_of, read_sheets
from brochure.errors import ContentError, LockedError, NotFoundError, StoreError
from brochure.model.change import Change, Conflict, Import
from brochure.model.datum import Datum
from brochure.model.difference import Difference, Notice, RecordChange
from brochure.model.flat import SEPARATOR, columns, from_row, to_cells
from brochure.model.kinds import KINDS as CLASSES
from brochure.model.kinds import Zone
from brochure.model.record import Record
from brochure.resources import data_folder
from brochure.settings import Places
from brochure.store.backup import make_backup
from brochure.store.inputs import fingerprint
from brochure.store.library import Library
from brochure.store.user_db import UserStore, mark_of
from brochure.words import Text, placing
from brochure.words import check as audit_words
from brochure.words import intake as say
from brochure.words.kinds import KINDS


class Applied(msgspec.Struct, frozen=True):
    """An import that was taken over: its number, how many records it changed, and the copy of before."""

    number: int
    records: int
    backup: Path | None


def compare(
    library: Library,
    places: Places,
    paths: Iterable[Path],
    *,
    kind: str | None = None,
    encoding: str | None = None,
    datum: Datum | None = None,
    data: Path | None = None,
) -> Difference:
    """Return what some files would change in the content of today, and everything that must be mended first.

    Args:
        library: The content of today.
        places: The writable folders.
        paths: The files, CSV or XLSX; GeoJSON holds red lines of zones.
        kind: The kind of all tables, where somebody named it.
        encoding: The encoding of text files, where somebody named it.
        datum: What red lines are in, where somebody named it; else WGS 84.
        data: The folder of the content files; the shipped one when none is given.

    Raises:
        StoreError: The changes made so far cannot be read, or the library is no longer the content of today.
    """
    if isinstance(library.problem, LockedError):  # it was waited for already
        raise library.problem
    paths = tuple(paths)
    changes_made = UserStore(places.user_db).changes()
    if library.inputs != fingerprint(data or data_folder(), changes_made):
        raise StoreError(say.CHANGED_MEANWHILE)
    today = {record.id: record for each in KINDS for record in library.records(each, archive=True)}
    kinds = {id: record.kind for id, record in today.items()}
    drawings = [path for path in paths if is_red_line(path)]
    zones = [record for record in today.values() if isinstance(record, Zone)]
    drawn = read_red_lines(drawings, zones, library.characters, datum=datum or "wgs84", encoding=encoding)
    tables = [path for path in paths if not is_red_line(path)]
    reading = read_sheets(tables, kinds, library.characters, kind=kind, encoding=encoding)
    incoming = Incoming(today, {feature.id for feature in library.features})
    changes = incoming.take((*reading.sheets, *drawn.reading.sheets))
    return Difference(
        tuple(name_of(path) for path in paths),
        tuple(_judged(change, today.get(change.record), library) for change in changes),
        incoming.unchanged,
        (*reading.problems, *drawn.reading.problems, *incoming.problems),
        mark_of(changes_made),
        library.inputs,
        (datum or (None if drawn.stated else "wgs84")) if drawings else None,
    )


def _judged(change: RecordChange, before: Record | None, library: Library) -> RecordChange:
    """Return a change with what the audit would say of it and does not say today, and what it does to the map."""
    cells = {**(to_cells(before) if before is not None else {}), **{each.column: each.after for each in change.cells}}
    known = (
        {(issue.rule, issue.field, issue.wording) for issue in judge_record(before)} if before is not None else set()
    )
    notices = tuple(
        Notice(issue.level, issue.field, issue.message)
        for issue in judge_record(from_row(CLASSES[change.kind], cells))
        if (issue.rule, issue.field, issue.wording) not in known
    )
    if before is not None:
        edited = unsourced_edits(change.kind, {each.column for each in change.cells})
        notices += tuple(Notice("warning", field, audit_words.EDITED) for field in edited[:1])
    if any(each.column == "outline" for each in change.cells):
        ids = (change.record, getattr(before, "feature", None))
        sketch = next((each for each in library.features if each.id in ids or each.record == change.record), None)
        notices += tuple(Notice("note", "outline", text) for text in told_of_outline(sketch, cells.get("outline")))
    return msgspec.structs.replace(change, notices=notices) if notices else change


def apply(
    library: Library,
    places: Places,
    difference: Difference,
    only: Collection[str] | None = None,
    *,
    data: Path | None = None,
) -> Applied:
    """Take an import over, after a copy of what was there: all chosen records, or none of them.

    Args:
        library: The content that the difference was worked out against.
        places: The writable folders.
        difference: What ``compare`` found; it must hold no problem.
        only: The ids of the records to change; all of them when none are given.
        data: The folder of the content files; the shipped one when none is given.

    Raises:
        ContentError: There are problems to mend first, nothing to take over, or a record without one it points to.
        NotFoundError: A chosen id is not among the changes.
        StoreError: The content changed meanwhile, or it could not be kept; nothing was changed.
    """
    if difference.problems:
        raise ContentError(say.PROBLEMS.fill(len(difference.problems)))
    chosen = choose(difference, only)
    if not chosen:
        raise ContentError(say.NOTHING_CHOSEN)
    if library.inputs != difference.inputs:
        raise StoreError(say.CHANGED_MEANWHILE)
    number, backup = keep(places, difference.files, chosen, difference.seen, data=data)
    return Applied(number, len(chosen), backup)


def keep(
    places: Places, files: tuple[str, ...], chosen: Sequence[RecordChange], seen: str, *, data: Path | None = None
) -> tuple[int, Path | None]:
    """Keep changes as one import, after a copy of what was there, and return its number and that copy.

    Args:
        places: The writable folders.
        files: What the changes came from.
        chosen: The changes, all of which are kept.
        seen: The mark of the changes that were known when they were worked out.
        data: The folder of the content files; the shipped one when none is given.

    Raises:
        StoreError: The changes are others meanwhile, or they could not be kept; nothing was changed.
    """
    now = datetime.datetime.now(datetime.UTC)
    backup = make_backup(places.user_db, places.backups, now)
    at, by = now.isoformat(timespec="seconds").replace("+00:00", "Z"), _user()
    made = Import(0, at, by, files, backup.name if backup is not None else None)
    return UserStore(places.user_db).save_import(made, _cells(chosen, at, by, data), seen), backup


def choose(difference: Difference, only: Collection[str] | None) -> list[RecordChange]:
    """Return the changes of some records, all of them when none are given.

    Raises:
        ContentError: One of them points to a new record that is not among them.
        NotFoundError: An id is not among the changes.
    """
    if only is None:
        return list(difference.changes)
    known = {change.record: change for change in difference.changes}
    for id in only:
        if id not in known:
            raise NotFoundError(say.THE_CHANGES, id, known)
    left_out = {id for id, change in known.items() if change.new and id not in only}
    for id in only:
        for column in columns(CLASSES[known[id].kind]):
            after = next((cell.after or "" for cell in known[id].cells if cell.column == column.field), "")
            for target in left_out.intersection(after.split(SEPARATOR) if column.ref is not None else ()):
                raise ContentError(say.NEEDS_TOO.fill(id, column.field, target))
    return [change for change in difference.changes if change.record in only]


def _cells(chosen: Sequence[RecordChange], at: str, by: str, data: Path | None) -> list[Change]:
    """Return the changed cells, each with what ``data/`` holds there, so that a later conflict can be seen."""
    records = load_content(data or data_folder()).records
    shipped = {record.id: to_cells(record) for each in records.values() for record in each}
    return [
        Change(
            change.record, change.kind, cell.column, cell.after,
            shipped.get(change.record, {}).get(cell.column), at, by,
        )
        for change in chosen
        for cell in change.cells
    ]  # fmt: skip


def imports(places: Places) -> tuple[tuple[Import, tuple[Change, ...]], ...]:
    """Return every import with its changes, the newest first.

    Raises:
        StoreError: They cannot be read.
    """
    store = UserStore(places.user_db)
    changes = store.changes()
    return tuple(
        (made, tuple(change for change in changes if change.import_id == made.id)) for made in reversed(store.imports())
    )


def say_files(made: Import, library: Library) -> Text:
    """Return the files of an import in words; something placed on the map says so."""
    told = [
        placing.PLACED_HERE.fill(record.name if (record := library.find(id)) is not None else id)
        if (id := file.removeprefix(placing.ORIGIN)) != file
        else Text(file, file)
        for file in made.files
    ]
    return Text(", ".join(each.zh for each in told), ", ".join(each.en for each in told))


def undo(places: Places, number: int, only: Collection[str] | None = None) -> int:
    """Take an import back, or its changes of some records, and return how many changes that were.

    Raises:
        NotFoundError: There is no such import.
        StoreError: It could not be kept; everything is as it was.
    """
    numbers = [change.id for change in _of_import(places, number, only) if change.id is not None and not change.undone]
    UserStore(places.user_db).undo_changes(numbers)
    return len(numbers)


def redo(places: Places, number: int, only: Collection[str] | None = None) -> int:
    """Make the undone changes of an import again, and return how many that were.

    Raises:
        NotFoundError: There is no such import.
        StoreError: It could not be kept; everything is as it was.
    """
    numbers = [change.id for change in _of_import(places, number, only) if change.id is not None and change.undone]
    UserStore(places.user_db).redo_changes(numbers)
    return len(numbers)


def _of_import(places: Places, number: int, only: Collection[str] | None) -> list[Change]:
    for made, changes in imports(places):
        if made.id == number:
            return [change for change in changes if only is None or change.record in only]
    raise NotFoundError(say.AN_IMPORT, str(number), [str(made.id) for made, _ in imports(places)])


def settle(library: Library, places: Places, record: str, *, keep: bool) -> int:
    """Choose between the office and the new ``data/`` for a record in conflict, and return how many cells that were.

    Args:
        library: The content of today, which knows the conflicts.
        places: The writable folders.
        record: The id of the record.
        keep: True for what the office made of it, false for what ``data/`` holds now.

    Raises:
        ContentError: The record is in no conflict.
        StoreError: It could not be kept; everything is as it was.
    """
    conflicts = [each for each in library.conflicts if each.record == record]
    if not conflicts:
        raise ContentError(say.NO_CONFLICT.fill(record))
    store = UserStore(places.user_db)
    made = [change for change in store.changes() if change.record == record and not change.undone]
    if keep:
        at, by = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"), _user()
        store.replace_changes(made, [_kept(each, at, by, made) for each in conflicts])
    else:
        store.undo_changes([change.id for change in made if change.id is not None])
    return len(conflicts)


def _kept(conflict: Conflict, at: str, by: str, made: Sequence[Change]) -> Change:
    """Return the change that says the same against what ``data/`` holds now, as part of the same import."""
    of = next((change.import_id for change in made if change.id == conflict.change), None)
    return Change(conflict.record, conflict.kind, conflict.field, conflict.ours, conflict.theirs, at, by, import_id=of)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine without names of users
        return "?"
