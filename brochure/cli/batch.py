"""Make a brochure for each row of a sheet, and look up which copy went to whom."""

import sys
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from brochure.cli import make, tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.look import library_for
from brochure.cli.shape import write_json
from brochure.content.decoding import ENCODINGS
from brochure.desk.change import load_settings
from brochure.model.copy import Copy, Stale
from brochure.words import batch as say
from brochure.words.kinds import KINDS
from brochure.words.text import tame

NOT_FOR_MANY = ("out", "dry_run")
"""What ``export`` asks of one brochure only; all else fills what a row leaves empty."""


@command(
    "batch",
    click.argument("sheet", metavar="SHEET", type=click.Path(path_type=Path)),
    click.argument("outdir", metavar="OUTDIR", type=click.Path(path_type=Path)),
    click.option("--jobs", metavar="N", type=click.IntRange(min=1)),
    click.option("--cluster", metavar="ADDRESS"),
    click.option("--encoding", metavar="NAME", type=click.Choice(ENCODINGS)),
    cls=make.ExportCommand,
)
def batch(
    asked: Asked, sheet: Path, outdir: Path, jobs: int | None, cluster: str | None, encoding: str | None, **chosen: Any
) -> int:
    """Make one brochure for each row."""
    from brochure.desk.batch import Outcome, Result, run
    from brochure.desk.recipients import read_recipients

    library = library_for(asked)
    settings = load_settings(asked.places)
    defaults = make._request(asked, chosen.pop("recipe"), chosen, settings["contact"], library)
    read = read_recipients(library, sheet, defaults, asked.places.recipes, encoding)
    for title in read.left_out:
        tell(asked, say.LEFT_OUT.fill(title))
    with _executor(cluster) as executor:
        result: Result = run(
            library, read.rows, outdir, asked.places, lang=asked.lang, review_number=settings["review_number"],
            executor=executor, jobs=jobs, progress=_progress(asked, len(read.rows)),
        )  # fmt: skip
    problems = [problem for row in read.rows for problem in row.problems]
    for outcome in result.outcomes:
        row = read.rows[outcome.index]
        if outcome.problem is not None and not row.problems:
            problems.append(row.problem(read.file, outcome.problem))

    def told(outcome: Outcome) -> str:
        name = asked.say(say.STATES[outcome.state])
        return tame(asked.say(say.LINE.fill(name, outcome.file or "–", read.rows[outcome.index].name))) + "\n"

    if asked.json:
        write_json({
            "folder": str(result.folder), "manifest": str(result.manifest),
            "made": result.count("made"), "kept": result.count("kept"), "failed": result.count("failed"),
            "waiting": result.count("waiting"), "seconds": round(result.seconds, 3), "stopped": result.stopped,
            "rows": [
                {
                    "row": read.rows[each.index].row, "sheet": read.rows[each.index].sheet,
                    "recipient": read.rows[each.index].name, "state": each.state, "file": each.file or None,
                    "pages": each.pages or None, "sha256": each.sha256 or None,
                }
                for each in result.outcomes
            ],
            "problems": problems,
        })  # fmt: skip
    else:
        sys.stdout.write("".join(told(outcome) for outcome in result.outcomes))
    for problem in problems:
        tell(asked, problem.message)
    for remark in (result.unregistered, result.stopped):
        if remark is not None:
            tell(asked, remark)
    if not asked.quiet:
        counts = (result.count("made"), result.count("kept"), result.count("failed"))
        tell(asked, say.SUMMARY.fill(*counts, result.manifest))
    return 1 if result.count("failed") or result.stopped is not None else 0


batch.params += [param for param in make.export.params if param.name not in NOT_FOR_MANY]


@command(
    "register",
    click.option("--stale", is_flag=True),
    click.option("--forget", metavar="NAME"),
)
def register(asked: Asked, stale: bool, forget: str | None) -> int:
    """List the copies that were made for somebody."""
    from brochure.desk import register as desk

    if forget is not None:
        return _forget(asked, forget)
    copies = desk.list_copies(asked.places)
    if not stale:
        if asked.json:
            write_json([_copy_json(copy) for copy in copies])
        else:
            _write(_copy_line(copy, asked) for copy in copies)
            if not asked.quiet:
                tell(asked, say.COPIES.fill(len(copies)) if copies else say.NO_COPIES)
        return 0
    found = desk.list_stale(library_for(asked), copies)
    if asked.json:
        write_json([{**_copy_json(each.copy), "changed": each.changed} for each in found])
    else:
        _write(line for each in found for line in _stale_lines(each, asked))
        if not asked.quiet:
            tell(asked, say.STALE_COUNT.fill(len(found)) if found else say.NOTHING_STALE)
    return 0


def _forget(asked: Asked, name: str) -> int:
    from brochure.desk.register import forget

    gone = forget(asked.places, name)
    if asked.json:
        write_json({"copies": gone.copies, "files": list(map(str, gone.files)), "kept": list(map(str, gone.kept))})
        return 0 if not gone.kept else 1
    tell(asked, say.FORGOTTEN.fill(gone.copies) if gone.copies else say.NOBODY)
    for heading, paths in ((say.STILL_THERE, gone.files), (say.STILL_KEPT, gone.kept)):
        if paths:
            tell(asked, heading)
            _write(map(str, paths))
    return 0 if not gone.kept else 1


def _executor(cluster: str | None) -> AbstractContextManager[Executor | None]:
    if cluster is None:
        return nullcontext()
    from brochure.desk.cluster import connect

    return connect(cluster)


def _progress(asked: Asked, count: int) -> Callable[[Any], None] | None:
    """Return what shows how far it is, where somebody watches."""
    if asked.quiet or not sys.stderr.isatty():
        return None
    done: set[int] = set()

    def show(outcome: Any) -> None:
        if outcome.state in ("made", "kept", "failed"):
            done.add(outcome.index)
            sys.stderr.write(
                f"\r{asked.say(say.PROGRESS.fill(len(done), count))}{chr(10) if len(done) == count else ''}"
            )
            sys.stderr.flush()

    return show


def _copy_json(copy: Copy) -> dict[str, Any]:
    names = ("id", "recipient", "path", "pages", "sha256", "lang", "profile", "content_version", "day", "recipe")
    return {**{name: getattr(copy, name) for name in names}, "records": len(copy.printed)}


def _copy_line(copy: Copy, asked: Asked) -> str:
    lang = asked.say(say.LANGS[copy.lang]) if copy.lang in say.LANGS else copy.lang
    where = copy.path or asked.say(say.ON_PAPER)
    return asked.say(say.COPY_LINE.fill(copy.day, copy.recipient, where, copy.pages, copy.content_version, lang))


def _stale_lines(stale: Stale, asked: Asked) -> list[str]:
    where = stale.copy.path or asked.say(say.ON_PAPER)
    lines = [asked.say(say.STALE_LINE.fill(stale.copy.day, stale.copy.recipient, where))]
    for each in stale.changed:
        kind = asked.say(KINDS.get(each.kind, say.MAP_PLACE))
        words = say.GONE if each.change == "gone" else say.CHANGED
        lines.append(asked.say(words.fill(f"{kind} {asked.say(each.name)} ({each.id})")))
    return lines


def _write(lines: Any) -> None:
    sys.stdout.write("".join(f"{tame(line)}\n" for line in lines))


COMMANDS = {"batch": batch, "register": register}
