"""Look at the content: list, show, dump, search."""

import datetime
import sys

import click

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import Kind, command
from brochure.cli.shape import fact_line, heading, record_lines, table_lines, to_json, width, write_json
from brochure.desk.opening import open_library
from brochure.errors import ContentError
from brochure.store.library import Library
from brochure.words import command as say
from brochure.words.intake import CONFLICTS_WAIT
from brochure.words.kinds import KINDS
from brochure.words.text import tame


def library_for(asked: Asked) -> Library:
    """Return the library, or refuse when the content files cannot be taken; lesser trouble is told and passed over.

    Raises:
        ContentError: The content files cannot be taken; the database of before stays as it was.
    """
    library = open_library(asked.places)
    if isinstance(library.problem, ContentError):
        raise library.problem
    if not asked.quiet:
        for text in (*([library.problem.message] if library.problem else []), *library.unfit):
            tell(asked, text)
        if library.conflicts:
            tell(asked, CONFLICTS_WAIT.fill(len({conflict.record for conflict in library.conflicts})))
    return library


@command("list", click.argument("kind", metavar="KIND", type=Kind()))
def list_records(asked: Asked, kind: str) -> int:
    """List the records of a kind."""
    library, on = library_for(asked), today()
    records = library.records(kind, archive=True)
    if asked.json:
        write_json([to_json(record, on) for record in records])
    else:
        _write_lines(table_lines(records, asked.lang, on))
        if not asked.quiet:
            tell(asked, say.COUNT.fill(len(records)))
    return 0


@command("show", click.argument("record_id", metavar="ID"))
def show(asked: Asked, record_id: str) -> int:
    """Show one record with what it is related to and its sources."""
    library, on = library_for(asked), today()
    record = library.record(record_id)
    related = library.related(record_id)
    if asked.json:
        shown = to_json(record, on)
        shown["related"] = [{"id": each.id, "kind": each.kind, "name": each.name} for each in related]
        shown["edits"] = library.edits.get(record_id, ())
        shown["sources_in_full"] = [to_json(source, on) for source in library.sources(record)]
        write_json(shown)
        return 0
    lines = record_lines(record, library, asked.lang, on)
    lines += [fact_line("related", f"{each.name.to(asked.lang)} [{each.id}]", asked.lang) for each in related]
    lines += [
        fact_line("edits", f"{edit.field} {edit.made_at[:10]}", asked.lang) for edit in library.edits.get(record_id, ())
    ]
    _write_lines(lines)
    return 0


@command("dump")
def dump(asked: Asked) -> int:
    """Write out all content."""
    library, on = library_for(asked), today()
    if asked.json:
        write_json({kind: [to_json(record, on) for record in library.records(kind, archive=True)] for kind in KINDS})
        return 0
    for kind in KINDS:
        records = library.records(kind, archive=True)
        _write_lines([heading(kind, len(records), asked.lang), ""])
        for record in records:
            _write_lines([*record_lines(record, library, asked.lang, on), ""])
    return 0


@command(
    "search",
    click.argument("words", metavar="WORDS...", nargs=-1, required=True),
    click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20),
)
def search_records(asked: Asked, words: tuple[str, ...], limit: int) -> int:
    """Search for words."""
    from brochure.desk.browse import search  # the only command that needs it

    hits = search(library_for(asked), " ".join(words), limit)
    if asked.json:
        write_json(hits)
        return 0
    wide = max((width(hit.id) for hit in hits), default=0)
    _write_lines([f"{hit.id:<{wide}}  {hit.title.to(asked.lang)}  ({hit.why.to(asked.lang)})" for hit in hits])
    if not hits:
        tell(asked, say.NO_HITS.fill(" ".join(words)))
    return 0


def today() -> datetime.date:
    """Return the day on the wall."""
    return datetime.date.today()  # noqa: DTZ011 - validity follows the calendar of the place


def _write_lines(lines: list[str]) -> None:
    sys.stdout.write("".join(f"{tame(line)}\n" for line in lines))


COMMANDS = {"list": list_records, "show": show, "dump": dump, "search": search_records}
