"""Take in tables of the office, look at what was taken in, and give the content out as a workbook."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import Kind, command
from brochure.cli.look import library_for
from brochure.cli.shape import write_json
from brochure.content.decoding import ENCODINGS
from brochure.content.outlines import say_outline
from brochure.model.change import Change, Import
from brochure.model.datum import DATUMS
from brochure.model.difference import CellChange, Difference, RecordChange
from brochure.model.kinds import KINDS
from brochure.store.library import Library
from brochure.words import Text, placing
from brochure.words import intake as say
from brochure.words.text import tame

FILE = click.Path(path_type=Path)


@command(
    "import",
    click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FILE),
    click.option("--apply", is_flag=True),
    click.option("--only", metavar="ID", multiple=True),
    click.option("--kind", metavar="KIND", type=Kind()),
    click.option("--encoding", metavar="NAME", type=click.Choice(ENCODINGS)),
    click.option("--datum", metavar="NAME", type=click.Choice(DATUMS)),
)
def import_files(asked: Asked, files: tuple[Path, ...], apply: bool, only: tuple[str, ...], **named: Any) -> int:
    """Show what files would change and, if asked, take it over: all or nothing."""
    from brochure.desk import intake

    library = library_for(asked)
    found = intake.compare(library, asked.places, files, **named)
    if only and not found.problems:
        found = msgspec.structs.replace(found, changes=tuple(intake.choose(found, only)))
    applied = None
    if apply and not found.problems and found.changes:
        applied = intake.apply(library, asked.places, found)
        library_for(asked)
    if asked.json:
        done = (
            None
            if applied is None
            else {"import": applied.number, "records": applied.records, "backup": _name(applied.backup)}
        )
        write_json({**_to_json(found), "applied": done})
    else:
        sys.stdout.write("".join(f"{tame(line)}\n" for line in _lines(found, asked)))
    for problem in found.problems:
        tell(asked, problem.message)
    if found.problems:
        tell(asked, say.PROBLEMS.fill(len(found.problems)))
        return 1
    if not asked.quiet:
        if found.datum is not None:
            read = placing.DATUM_READ.fill(placing.DATUMS[found.datum])
            tell(asked, read if named["datum"] is not None else placing.DATUM_TAKEN)
        tell(asked, say.SUMMARY.fill(*_counts(found)))
        if applied is not None:
            kept = _name(applied.backup)
            first = say.APPLIED_FIRST.fill(applied.records, applied.number)
            tell(asked, say.APPLIED.fill(applied.records, kept, applied.number) if kept is not None else first)
        else:
            tell(asked, say.NOT_APPLIED if found.changes else say.NOTHING_NEW)
    return 0


@command(
    "changes",
    click.option("--undo", metavar="N", type=click.IntRange(min=1)),
    click.option("--redo", metavar="N", type=click.IntRange(min=1)),
    click.option("--only", metavar="ID", multiple=True),
    click.option("--keep", metavar="ID"),
    click.option("--take", metavar="ID"),
)
def changes(asked: Asked, **chosen: Any) -> int:
    """List what the office changed; undo or redo an import, settle a conflict."""
    from brochure.desk import intake

    library = library_for(asked)
    only = chosen["only"] or None
    if chosen["undo"] or chosen["redo"]:
        act = intake.undo if chosen["undo"] else intake.redo
        count = act(asked.places, chosen["undo"] or chosen["redo"], only)
        tell(asked, (say.UNDONE if chosen["undo"] else say.REDONE).fill(count))
    elif chosen["keep"] or chosen["take"]:
        record = chosen["keep"] or chosen["take"]
        count = intake.settle(library, asked.places, record, keep=bool(chosen["keep"]))
        tell(asked, say.KEPT.fill(count, record))
    else:
        _list(asked, intake.imports(asked.places), library)
        return 0
    library_for(asked)
    return 0


@command(
    "workbook",
    click.argument("out", metavar="OUT.xlsx", type=FILE),
    click.argument("kinds", metavar="[KIND]...", nargs=-1, type=Kind()),
)
def workbook(asked: Asked, out: Path, kinds: tuple[str, ...]) -> int:
    """Write the content as a workbook to change and to read back."""
    from brochure.desk.workbook import write_workbook

    sheets, records = write_workbook(library_for(asked), out, kinds or tuple(KINDS), asked.lang)
    sys.stdout.write(asked.say(say.WORKBOOK_WRITTEN.fill(out, sheets, records)) + "\n")
    return 0


def _to_json(found: Difference) -> dict[str, Any]:
    return {
        "files": found.files,
        "added": [_record_json(change) for change in found.changes if change.new],
        "changed": [_record_json(change) for change in found.changes if not change.new],
        "unchanged": found.unchanged,
        "problems": found.problems,
    }


def _record_json(change: RecordChange) -> dict[str, Any]:
    cells = [
        {"field": cell.column, "action": cell.action, "before": cell.before, "after": cell.after}
        for cell in change.cells
    ]
    place = {"file": change.file, "sheet": change.sheet, "row": change.row}
    return {
        "id": change.record,
        "kind": change.kind,
        "name": change.name,
        "fields": cells,
        **place,
        "notices": change.notices,
    }


def _lines(found: Difference, asked: Asked) -> list[str]:
    lines = []
    for change in found.changes:
        label = asked.say(say.ADDED if change.new else say.CHANGED)
        lines.append(f"{label}  {change.kind}/{change.record}  {asked.say(change.name)}")
        lines += [f"  {SIGNS[cell.action]} {cell.column}: {_told(cell, asked)}" for cell in change.cells]
        lines += [f"  ! {notice.field or change.kind}: {asked.say(notice.message)}" for notice in change.notices]
    return lines


SIGNS = {"added": "+", "changed": "~", "removed": "-"}


def _told(cell: CellChange, asked: Asked) -> str:
    values = [value for value in (cell.before, cell.after) if value is not None]
    if cell.column == "outline":
        values = [asked.say(say_outline(value)) for value in values]
    return " → ".join(values).replace("\n", "⏎")


def _counts(found: Difference) -> tuple[int, int, int]:
    new = sum(change.new for change in found.changes)
    return new, len(found.changes) - new, found.unchanged


def _list(asked: Asked, made: tuple[tuple[Import, tuple[Change, ...]], ...], library: Library) -> None:
    from brochure.desk import intake

    conflicts = library.conflicts
    if asked.json:
        write_json({
            "imports": [{**_import_json(one), "changes": each} for one, each in made],
            "conflicts": conflicts,
        })  # fmt: skip
        return
    if not made:
        tell(asked, say.NO_CHANGES)
    for one, each in made:
        undone = say.IMPORT_UNDONE if each and all(change.undone for change in each) else Text("", "")
        records = len({change.record for change in each})
        files = intake.say_files(one, library)
        line = say.IMPORT_LINE.fill(one.id, one.made_at, files, records, len(each), undone)
        sys.stdout.write(tame(asked.say(line)) + "\n")
    if conflicts:
        tell(asked, say.CONFLICTS.fill(len({conflict.record for conflict in conflicts})))
        for conflict in conflicts:
            values = [
                say.NOTHING if value is None else say_outline(value) if conflict.field == "outline" else value
                for value in (conflict.ours, conflict.theirs, conflict.then)
            ]
            line = say.CONFLICT.fill(f"{conflict.record} {conflict.field}", *values)
            sys.stdout.write(tame(asked.say(line)) + "\n")


def _import_json(one: Import) -> dict[str, Any]:
    return {"id": one.id, "made_at": one.made_at, "made_by": one.made_by, "files": one.files, "backup": one.backup}


def _name(path: Path | None) -> str | None:
    return path.name if path is not None else None


COMMANDS = {"import": import_files, "changes": changes, "workbook": workbook}
