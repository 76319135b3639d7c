"""The options that may stand anywhere on the line, taken out of it before the commands look."""

from pathlib import Path
from typing import Literal

import msgspec

from brochure.errors import BrochureError
from brochure.settings import Places, places
from brochure.words import LANGS, Lang, Text
from brochure.words import command as say

FLAGS = ("--json", "--quiet", "--verbose", "--version", "--help", "-h")
VALUES = ("--lang", "--home")
OF_COMMANDS = (
    "--for", "--contact", "--sector", "--section", "--zone", "--policy", "--enterprise", "--also",
    "--stage", "--answers", "--recipe",
    "--profile", "--on", "--limit", "--only", "--kind", "--encoding", "--undo", "--redo", "--keep", "--take",
    "--scale", "--select",
    "--add", "--edges", "--datum", "--review-number", "--maker", "--map-date", "--remove", "--up", "--down", "--show",
    "--hide", "--opacity", "--jobs", "--cluster", "--forget",
)  # fmt: skip
"""Options of single commands that take a value; what follows them is never one of ours."""


class UsageError(BrochureError):
    """The line cannot be understood; the program ends with 2."""


class Asked(msgspec.Struct, frozen=True):
    """What was asked for on the whole line; ``edition`` is the language as typed, which may be both."""

    rest: tuple[str, ...]
    lang: Lang = "zh"
    edition: Literal["zh", "en", "both"] | None = None
    home: Path | None = None
    json: bool = False
    quiet: bool = False
    verbose: bool = False
    version: bool = False
    help: bool = False

    @property
    def places(self) -> Places:
        """The writable folders."""
        return places(self.home)

    def say(self, text: Text) -> str:
        """Return the words in the language asked for."""
        return text.to(self.lang)


def parse_common(arguments: list[str]) -> Asked:
    """Return the common options and what is left of the line.

    Raises:
        UsageError: An option lacks its value, or the language is none of ours.
    """
    found: dict[str, str] = {}
    flags: set[str] = set()
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif name in VALUES:
            found[name] = value if equals else _next(words, name)
        elif word in FLAGS:
            flags.add(word)
        elif word in OF_COMMANDS:
            rest += [word, *(following for following in [next(words, None)] if following is not None)]
        else:
            rest.append(word)
    edition = found.get("--lang")
    if edition not in (*LANGS, "both", None) or (edition == "both" and rest[:1] not in (["export"], ["batch"])):
        raise UsageError(say.WRONG_VALUE.fill("--lang", edition, ", ".join(LANGS)))
    return Asked(
        rest=tuple(rest),
        lang="en" if edition == "en" else "zh",
        edition=edition,  # type: ignore[arg-type]  # looked at above
        home=Path(found["--home"]).expanduser() if "--home" in found else None,
        json="--json" in flags,
        quiet="--quiet" in flags,
        verbose="--verbose" in flags,
        version="--version" in flags,
        help="--help" in flags or "-h" in flags,
    )


def _next(words: object, name: str) -> str:
    value = next(words, None)  # type: ignore[call-overload]  # an iterator over the line
    if value is None:
        raise UsageError(say.NO_VALUE.fill(name))
    return str(value)
