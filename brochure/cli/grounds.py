"""Base maps of one's own from the command line: list, add, order, show and hide, remove."""

import sys
from pathlib import Path
from typing import Any

import click

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.shape import write_json
from brochure.words import grounds as say
from brochure.words.text import tame

NUMBER = click.IntRange(min=1)


@command(
    "grounds",
    click.option("--add", metavar="FILE", type=click.Path(path_type=Path)),
    click.option("--edges", metavar="W,S,E,N"),
    click.option("--datum", metavar="NAME", type=click.Choice(tuple(say.DATUM)), default="wgs84"),
    click.option("--review-number", "review_number", metavar="NO", default=""),
    click.option("--maker", metavar="NAME", default=""),
    click.option("--map-date", "map_date", metavar="DATE", default=""),
    click.option("--remove", metavar="N", type=NUMBER),
    click.option("--up", metavar="N", type=NUMBER),
    click.option("--down", metavar="N", type=NUMBER),
    click.option("--show", metavar="N", type=NUMBER),
    click.option("--hide", metavar="N", type=NUMBER),
    click.option("--opacity", metavar="N=PERCENT"),
)
def grounds(asked: Asked, **chosen: Any) -> int:
    """List the base maps; add, order, show, hide or remove one."""
    from brochure.desk import grounds as desk

    places = asked.places
    if chosen["add"] is not None:
        edges = desk.parse_corners(_four(chosen["edges"])) if chosen["edges"] else None
        told = {name: chosen[name] for name in ("datum", "review_number", "maker", "map_date")}
        made = desk.add_ground(places, chosen["add"].expanduser(), corners=edges, **told)
        tell(asked, say.DONE_ADDED.fill(made.id, made.name))
    if chosen["remove"]:
        gone = desk.remove_ground(places, chosen["remove"])
        tell(asked, say.DONE_REMOVED.fill(gone.ground.id, gone.ground.name))
    for name, step in (("up", -1), ("down", 1)):
        if chosen[name]:
            desk.move_ground(places, chosen[name], step)
    for name in ("show", "hide"):
        if chosen[name]:
            desk.show_ground(places, chosen[name], visible=name == "show")
    if chosen["opacity"]:
        desk.set_opacity(places, *_share(chosen["opacity"]))
    _list(asked, desk.list_grounds(places))
    return 0


def _four(words: str) -> list[str]:
    parts = words.replace("，", ",").split(",")
    return [*parts, "", "", "", ""][: max(4, len(parts))] if len(parts) <= 4 else [*parts[:3], ",".join(parts[3:])]


def _share(words: str) -> tuple[int, float]:
    """Return the number of a base map and how strongly it is drawn."""
    from brochure.cli.asked import UsageError
    from brochure.words import command as command_say

    number, _, percent = words.partition("=")
    try:
        return int(number), float(percent.rstrip("%")) / 100
    except ValueError:
        raise UsageError(command_say.WRONG_VALUE.fill("--opacity", words, "3=60")) from None


def _list(asked: Asked, listed: Any) -> None:
    if asked.json:
        write_json([{**_plain(each.ground), "problem": each.problem} for each in listed])
        return
    if not listed and not asked.quiet:
        tell(asked, say.NONE)
    for each in listed:
        ground = each.ground
        bounds = ", ".join(f"{end:g}" for end in ground.bounds)
        state = say.SHOWN if ground.visible else say.HIDDEN
        number = asked.say(say.CREDIT_REVIEW.fill(ground.review_number)) if ground.review_number else ""
        cells = [ground.id, asked.say(state), asked.say(say.KIND[ground.kind]), ground.name, bounds, number]
        sys.stdout.write(tame("  ".join(str(cell) for cell in cells if cell != "")) + "\n")
        if each.problem is not None:
            tell(asked, each.problem)


def _plain(ground: Any) -> dict[str, Any]:
    return {name: getattr(ground, name) for name in ground.__struct_fields__}


COMMANDS = {"grounds": grounds}
