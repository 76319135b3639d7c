"""The command line: one command for each verb; results to stdout, everything else to stderr."""

import os
import sys

from brochure.cli.asked import Asked, UsageError, parse_common
from brochure.errors import BrochureError
from brochure.words import Text
from brochure.words import command as say
from brochure.words.text import tame

USAGE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 cannot be met, 2 wrong usage.

    Args:
        arguments: What was typed; that of this process when none are given.
    """
    typed = sys.argv[1:] if arguments is None else list(arguments)
    _speak_utf8()
    try:
        asked = parse_common(typed)
    except UsageError as error:
        return _complain(Asked((), lang="en" if "en" in typed else "zh"), error, USAGE)
    try:
        code = _run(asked)
        sys.stdout.flush()
    except UsageError as error:
        return _complain(asked, error, USAGE)
    except BrochureError as error:
        return _complain(asked, error, 1)
    except BrokenPipeError:  # whoever read our output has seen enough; nothing more may be written at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _run(asked: Asked) -> int:
    if asked.version:
        from brochure import __version__

        sys.stdout.write(f"{__version__}\n")
        return 0
    import click

    from brochure.cli.frame import PROGRAM, WIDTH, Program, explain

    program = Program(name=PROGRAM, add_help_option=False)
    arguments = list(asked.rest)
    try:
        if asked.help or not arguments:
            return _help(program, asked, WIDTH)
        with program.make_context(PROGRAM, arguments, obj=asked, max_content_width=WIDTH) as context:
            return int(program.invoke(context) or 0)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        raise UsageError(explain(error)) from error


def _help(program: object, asked: Asked, width: int) -> int:
    import click

    assert isinstance(program, click.Group)
    context = click.Context(program, info_name=program.name, obj=asked, max_content_width=width)
    command: click.Command = program
    if asked.rest:
        name, found, _ = program.resolve_command(context, list(asked.rest))
        assert found is not None
        context, command = (
            click.Context(found, parent=context, info_name=name, obj=asked, max_content_width=width),
            found,
        )
    sys.stdout.write(command.get_help(context) + "\n")
    return 0


def _complain(asked: Asked, error: BrochureError, code: int) -> int:
    if asked.verbose:
        import traceback

        traceback.print_exc()
    said = [error.message]
    if code == USAGE:
        known = asked.rest[:1] if asked.rest and asked.rest[0] in say.COMMANDS else ()
        said.append(say.TRY.fill(" ".join(["brochure", *known])))
    for text in said:
        tell(asked, text)
    return code


def tell(asked: Asked, text: Text) -> None:
    """Say something to the person, beside the results."""
    sys.stderr.write(tame(asked.say(text)) + "\n")


def _speak_utf8() -> None:
    """Write UTF-8 into pipes and files whatever the system's habit, and never fail on a character a screen lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")
