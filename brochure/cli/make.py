"""Make a brochure."""

import re
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import Command, command
from brochure.cli.look import library_for, today
from brochure.cli.shape import write_json
from brochure.desk.change import contact_of, load_settings
from brochure.pdf.recipe import SECTIONS, Recipe, load_recipe
from brochure.store.library import Library
from brochure.words import command as say
from brochure.words.batch import NOT_REGISTERED
from brochure.words.text import tame

LISTS = {
    "--sector": "sectors",
    "--section": "sections",
    "--zone": "zones",
    "--policy": "policies",
    "--enterprise": "enterprises",
    "--also": "also",
}
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*)*")
PROFILES = typing.get_args(typing.get_type_hints(Recipe)["profile"])


class ExportCommand(Command):
    """A command whose lists may be written ``--policy a b``, ``--policy a --policy b`` or ``--policy a,b``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spread_lists(args))


def spread_lists(arguments: list[str]) -> list[str]:
    """Return the line with each id of a list behind an option of its own."""
    spread: list[str] = []
    option = ""
    taken = 0
    for word in arguments:
        name, equals, value = word.partition("=")
        if name in LISTS:
            option, taken = name, 0
            if not equals:
                continue
            word = value
        if option and not word.startswith("-") and (taken == 0 or ID.fullmatch(word)):
            for part in word.split(","):
                spread += [option, part]
            taken += 1
        else:
            if option and not taken:
                spread.append(option)  # without a value: click says so
            option = ""
            spread.append(word)
    return [*spread, option] if option and not taken else spread


def _list(option: str) -> Callable[[Any], Any]:
    kind = click.Choice(SECTIONS) if option == "--section" else click.STRING
    return click.option(option, metavar="ID...", multiple=True, type=kind)


@command(
    "export",
    click.argument("out", metavar="OUT.pdf", type=click.Path(path_type=Path)),
    click.option("--for", "for", metavar="NAME"),
    click.option("--contact", metavar="NAME"),
    *[_list(option) for option in LISTS],
    click.option("--stage", metavar="ID"),
    click.option("--answers", metavar="FILE.json", type=click.Path(path_type=Path)),
    click.option("--recipe", metavar="FILE.toml", type=click.Path(path_type=Path)),
    click.option("--profile", metavar="NAME", type=click.Choice(PROFILES)),
    click.option("--on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"])),
    click.option("--force-unverified", is_flag=True),
    click.option("--dry-run", is_flag=True),
    cls=ExportCommand,
)
def export(asked: Asked, out: Path, recipe: Path | None, dry_run: bool, **chosen: Any) -> int:
    """Make one brochure."""
    from brochure.desk import tailor
    from brochure.desk.register import note

    library = library_for(asked)
    settings = load_settings(asked.places)
    request = _request(asked, recipe, chosen, contact_of(settings), library)
    review_number = settings["review_number"]
    if dry_run:
        findings = tailor.inspect_all(library, request, asked.places, review_number)
        stopped = any(finding.level == "stop" for finding in findings)
        if asked.json:
            write_json(findings)
        else:
            lines = [
                tame(f"{asked.say(say.LEVEL[each.level])}  {asked.say(each.where)}: {asked.say(each.what)}") + "\n"
                for each in findings
            ]
            sys.stdout.write("".join(lines))
        if not asked.quiet:
            tell(asked, say.NOT_READY if stopped else say.READY)
        return 1 if stopped else 0
    made = tailor.export(library, request, out, asked.places, review_number=review_number, progress=_progress(asked))
    if (why := note(library, request, made.path, asked.places, pages=made.pages, sha256=made.sha256)) is not None:
        tell(asked, NOT_REGISTERED.fill(why))
    if asked.json:
        write_json(
            {"path": str(made.path), "pages": made.pages, "sha256": made.sha256, "seconds": round(made.seconds, 3)}
        )
    else:
        kilobytes = made.path.stat().st_size // 1024 + 1
        sys.stdout.write(asked.say(say.WRITTEN.fill(made.path, made.pages, kilobytes, made.sha256)) + "\n")
    return 0


def _request(asked: Asked, path: Path | None, chosen: dict[str, Any], contact: str | None, library: Library) -> Recipe:
    """Return what was asked for: the recipe file first, options over it."""
    from brochure.desk.match import read_answers

    day = chosen["on"].date() if chosen["on"] is not None else None
    base = load_recipe(path, day or today()) if path is not None else Recipe(on=day or today(), contact=contact)
    over: dict[str, Any] = {
        "reader": chosen["for"],
        "contact": chosen["contact"],
        "stage": chosen["stage"],
        "answers": read_answers(chosen["answers"], library) if chosen["answers"] is not None else None,
        "lang": asked.edition,
        "profile": chosen["profile"],
        "on": day,
        "force_unverified": True if chosen["force_unverified"] else None,
    }
    over |= {field: tuple(dict.fromkeys(chosen[option.strip("-")])) or None for option, field in LISTS.items()}
    given = {field: value for field, value in over.items() if value is not None}
    return msgspec.structs.replace(base, **given)


def _progress(asked: Asked) -> Callable[[float], None] | None:
    """Return what shows how far it is, where somebody watches."""
    if asked.quiet or not sys.stderr.isatty():
        return None

    def show(share: float) -> None:
        sys.stderr.write(f"\r{share:4.0%}{chr(10) if share >= 1 else ''}")
        sys.stderr.flush()

    return show


COMMANDS = {"export": export}
