"""Take the map away: as a page, as a drawing, as a sheet of A3."""

import sys
import typing
from pathlib import Path

import click

from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.look import library_for, today
from brochure.cli.shape import write_json
from brochure.model.geometry import MapScale
from brochure.words import Text
from brochure.words import takeaway as say

MOST_NAMED = 5


@command(
    "map",
    click.argument("out", metavar="OUT.html|OUT.svg|OUT.pdf", type=click.Path(path_type=Path)),
    click.option("--scale", metavar="SCALE", type=click.Choice(typing.get_args(MapScale)[::-1])),
    click.option("--select", "selected", metavar="ID"),
    click.option("--on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"])),
)
def take_away(asked: Asked, out: Path, scale: MapScale | None, selected: str | None, on: object) -> int:
    """Write the map as the ending of its name says."""
    from brochure.desk.change import load_settings
    from brochure.desk.take_away import Order, take_map

    library = library_for(asked)
    day = on.date() if on is not None else today()  # type: ignore[attr-defined]  # a datetime, says click
    order = Order(on=day, lang=asked.lang, selected=selected, scale=scale)
    made = take_map(library, out, asked.places, order, load_settings(asked.places))
    if asked.json:
        write_json({"path": str(made.path), "bytes": made.size, "sha256": made.sha256, "left_out": [*made.left_out]})
    else:
        sys.stdout.write(asked.say(say.WRITTEN.fill(made.path, made.size // 1024 + 1, made.sha256)) + "\n")
    if made.left_out and not asked.quiet:
        tell(asked, say.LEFT_OUT.fill(len(made.left_out), _named(made.left_out)))
    return 0


def _named(names: tuple[Text, ...]) -> Text:
    """Return the first names of a list."""
    shown = names[:MOST_NAMED]
    more = len(names) > len(shown)
    return Text(
        "、".join(name.zh for name in shown) + ("…" if more else ""),
        ", ".join(name.en or name.zh for name in shown) + ("…" if more else ""),
    )


COMMANDS = {"map": take_away}
