"""The start: without words the window, with words the command line, without a screen the brochure itself."""

import os
import sys
from pathlib import Path

from brochure.bootstrap import Request, has_screen, window_lacks
from brochure.words import Text
from brochure.words import start as say

BROCHURES = (("西宁生物科技产业园区-手册.pdf", "zh"), ("Xining-Biotech-Park-brochure.pdf", "en"))
_LOG_BYTES = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code; whatever happens, a person reads a sentence.

    Args:
        arguments: What was typed; that of this process when none are given.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    request = Request(arguments)
    try:
        if not request.wants_window:
            return _command_line(arguments)
        return _window(arguments, request) if has_screen() else _write_brochures(request, say.NO_SCREEN)
    except KeyboardInterrupt:
        _tell(request, say.STOPPED)
        return 130
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - a bug: the log keeps it, the person gets a sentence
        if request.verbose:
            import traceback

            traceback.print_exc()
        _tell(request, say.UNEXPECTED.fill(_keep(error, request.home)))
        return 1


def _command_line(arguments: list[str]) -> int:
    import atexit
    import gc

    from brochure import cli

    gc.disable()  # a command is over before its litter counts; looking for it takes a tenth of an export
    atexit.register(gc.freeze)  # nor is it looked for on the way out

    return cli.main(arguments)


def _window(arguments: list[str], request: Request) -> int:
    """Open the window, or where its libraries are missing write the brochure after all."""
    if missing := window_lacks():
        return _write_brochures(request, say.NO_WINDOW.fill(" ".join(missing)))
    from brochure.gui import app

    return app.main(arguments)


def _write_brochures(request: Request, reason: Text) -> int:
    """Write the park's brochure in both languages into the current folder and name the files."""
    _tell(request, reason)
    options = [*(["--home", request.home] if request.home else []), *(["--quiet"] if request.quiet else [])]
    for name, lang in BROCHURES:
        code = _command_line(["export", name, "--lang", lang, *options])
        if code:
            return code
        _tell(request, say.WRITTEN.fill(Path.cwd() / name))
    return 0


def _tell(request: Request, said: Text) -> None:
    langs = (request.lang,) if request.lang else ("zh", "en")
    for lang in langs:
        sys.stderr.write((said.zh if lang == "zh" else said.en) + "\n")


def _keep(error: Exception, home: str | None) -> str | Text:
    """Write the story of an error to the log, without the name of the user's folder; return where it is."""
    import logging.handlers
    import traceback

    from brochure.settings import places

    path = places(Path(home) if home else None).logs / "brochure.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=4, encoding="utf-8")
    except OSError:
        return say.NO_LOG
    story = "".join(traceback.format_exception(error)).replace(str(Path.home()), "~")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.emit(logging.LogRecord("brochure", logging.ERROR, __file__, 0, story, None, None))
    handler.close()
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
