"""click, dressed for two languages: help and complaints in the language asked for, commands imported when called."""

import difflib
import importlib
from collections.abc import Callable
from typing import Any

import click

from brochure.cli.asked import Asked, UsageError
from brochure.words import Text
from brochure.words import command as say
from brochure.words.kinds import KINDS

MODULES = {
    "list": "look", "show": "look", "dump": "look", "search": "look", "match": "match", "check": "audit",
    "export": "make", "batch": "batch", "register": "batch", "map": "map",
    "import": "intake", "changes": "intake", "workbook": "intake",
    "grounds": "grounds",
    "doctor": "machine", "test": "machine", "bench": "machine", "wheelhouse": "machine",
}  # fmt: skip
PROGRAM = "brochure"
WIDTH = 100


class Command(click.Command):
    """A command whose help is ours, in the language asked for."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_say(ctx, say.USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(ctx, say.COMMANDS.get(str(ctx.info_name), say.PROGRAM)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        arguments = [
            (str(param.metavar), _say(ctx, say.ARGUMENTS[str(param.metavar).strip("[].")]))
            for param in self.get_params(ctx)
            if isinstance(param, click.Argument) and str(param.metavar).strip("[].") in say.ARGUMENTS
        ]
        options = [
            (f"{param.opts[0]}{'' if param.is_flag else ' ' + str(param.metavar)}", _option_help(ctx, param))
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and param.name in say.EXPORT_OPTIONS
        ]
        if arguments or options:
            with formatter.section(_say(ctx, say.OPTIONS)):
                formatter.write_dl([*arguments, *options])
        _write_common(ctx, formatter)
        if ctx.info_name == "list":
            with formatter.section(_say(ctx, say.KINDS_HEADING)):
                formatter.write_dl([(kind, _say(ctx, name)) for kind, name in KINDS.items()])


class Program(click.Group):
    """The program as a group of commands, none of which is imported before it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in MODULES:
            return None
        module = importlib.import_module(f"brochure.cli.{MODULES[cmd_name]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None:
            near = difflib.get_close_matches(args[0], MODULES, n=1)
            if near:
                raise UsageError(say.NEAR_COMMAND.fill(args[0], near[0]))
            raise UsageError(say.WRONG_COMMAND.fill(args[0], ", ".join(MODULES)))
        return args[0], command, args[1:]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(PROGRAM, "[…]", prefix=_say(ctx, say.USAGE))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(ctx, say.PROGRAM))
        with formatter.section(_say(ctx, say.COMMANDS_HEADING)):
            formatter.write_dl([(name, _say(ctx, say.COMMANDS[name])) for name in MODULES])
        _write_common(ctx, formatter)


class Kind(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.3 on only
    """One of the kinds of record."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        if value not in KINDS:
            raise UsageError(say.WRONG_KIND.fill(value, ", ".join(KINDS)))
        return str(value)


def command(
    name: str, *decorators: Callable[[Any], Any], cls: type[Command] = Command
) -> Callable[[Callable[..., int]], click.Command]:
    """Return a decorator that makes a function a command; it is given ``Asked`` first and returns the exit code."""

    def decorate(function: Callable[..., int]) -> click.Command:
        for decorator in reversed(decorators):
            function = decorator(function)
        return click.command(name, cls=cls, add_help_option=False)(click.pass_obj(function))

    return decorate


def explain(error: click.ClickException) -> Text:
    """Return what click has to complain about in both languages."""
    if isinstance(error, click.NoSuchOption):
        return say.NO_OPTION.fill(error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say.MISSING.fill(error.param.metavar or error.param.name)
    if isinstance(error, click.BadOptionUsage):
        return say.NO_VALUE.fill(error.option_name)
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        name, kind = error.param.opts[0], error.param.type
        value = "" if error.ctx is None else error.message
        if isinstance(kind, click.Choice):
            return say.WRONG_VALUE.fill(name, _quoted(value), ", ".join(map(str, kind.choices)))
        if isinstance(kind, click.DateTime):
            return say.WRONG_DATE.fill(name, _quoted(value))
        if isinstance(kind, click.IntRange):
            return say.WRONG_NUMBER.fill(name, _quoted(value))
    message = error.format_message()
    if message.startswith("Got unexpected extra argument"):
        return say.TOO_MANY.fill(message.partition("(")[2].rpartition(")")[0])
    return say.WRONG_USAGE.fill(message)


def _quoted(message: str) -> str:
    """Return what stands in the first quotes of a complaint: the value that was typed."""
    _, opened, rest = message.partition("'")
    return rest.partition("'")[0] if opened else message.partition(" ")[0]


def _write_common(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    with formatter.section(_say(ctx, say.EVERYWHERE)):
        formatter.write_dl([(names, _say(ctx, words)) for names, words in say.COMMON])


def _option_help(ctx: click.Context, param: click.Option) -> str:
    words = _say(ctx, say.EXPORT_OPTIONS[str(param.name)])
    if isinstance(param.type, click.Choice):
        words = f"{words} ({' '.join(map(str, param.type.choices))})"
    return words


def _say(ctx: click.Context, text: Text) -> str:
    asked: Asked = ctx.find_root().obj
    return asked.say(text)
