"""The machine under the program: what it lacks, and what only a checkout can do."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click
import msgspec

import brochure
from brochure.cli import tell
from brochure.cli.asked import Asked
from brochure.cli.frame import command
from brochure.cli.shape import write_json
from brochure.errors import BrochureError
from brochure.settings import shared_fonts
from brochure.words import Text
from brochure.words import command as say

WINDOW_PACKAGE = "PySide6"


class Finding(msgspec.Struct, frozen=True):
    """One part of the machine: whether it is there, what was found, and the line that mends it."""

    name: Text
    ok: bool
    found: Text
    mend: str | None = None


@command("doctor")
def doctor(asked: Asked) -> int:
    """Say what this machine lacks for window, printing and fonts, each with the line that mends it."""
    from brochure.bootstrap import environment_report

    findings = [_window(), _window_package(), _printing(), _fonts(asked), _content(asked), *_folders(asked)]
    report = [(Text(*label), value) for label, value in environment_report()]
    if asked.json:
        write_json({"machine": [{"name": name, "value": value} for name, value in report], "findings": findings})
        return 0
    separator = "：" if asked.lang == "zh" else ": "
    lines = [f"{asked.say(name)}{separator}{value}" for name, value in report] + [""]
    for finding in findings:
        lines.append(f"{'✓' if finding.ok else '✗'} {asked.say(finding.name)}{separator}{asked.say(finding.found)}")
        if finding.mend is not None:
            lines.append(f"  {asked.say(say.DOCTOR_MEND.fill(finding.mend))}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _window() -> Finding:
    from brochure.bootstrap import missing_libraries

    return _libraries(say.DOCTOR_WINDOW, missing_libraries())


def _printing() -> Finding:
    from brochure.bootstrap import missing_libraries

    window = missing_libraries()
    return _libraries(
        say.DOCTOR_PRINTING, tuple(each for each in missing_libraries(printing=True) if each not in window)
    )


def _libraries(name: Text, missing: tuple[str, ...]) -> Finding:
    from brochure.bootstrap import install_line

    if not missing:
        return Finding(name, True, say.DOCTOR_OK)
    files = " ".join(missing)
    mend = install_line(missing) or say.DOCTOR_NO_LINE.fill(files).en
    return Finding(name, False, say.DOCTOR_LACKS.fill(files), mend)


def _window_package() -> Finding:
    if importlib.util.find_spec(WINDOW_PACKAGE) is not None:
        return Finding(say.DOCTOR_QT, True, say.DOCTOR_OK)
    mend = say.DOCTOR_SET_UP.fill(f'"{sys.executable}"', WINDOW_PACKAGE).en
    return Finding(say.DOCTOR_QT, False, say.DOCTOR_LACKS.fill(WINDOW_PACKAGE), mend)


def _fonts(asked: Asked) -> Finding:
    from brochure.fonts import find_fonts, variable_font

    if find_fonts((asked.places.fonts, shared_fonts())) is not None:
        return Finding(say.DOCTOR_FONTS, True, say.DOCTOR_OK)
    try:
        variable_font()
    except BrochureError:
        mend = say.DOCTOR_SET_UP.fill(f'"{sys.executable}"', "justmytype-intl-cjk").en
        return Finding(say.DOCTOR_FONTS, False, say.DOCTOR_LACKS.fill(say.DOCTOR_FONT_SOURCE), mend)
    return Finding(say.DOCTOR_FONTS, True, say.DOCTOR_FONTS_LATER)


def _content(asked: Asked) -> Finding:
    from brochure.desk.opening import open_library

    try:
        problem = open_library(asked.places).problem
    except BrochureError as error:
        problem = error
    return Finding(say.DOCTOR_CONTENT, problem is None, problem.message if problem is not None else say.DOCTOR_OK)


def _folders(asked: Asked) -> list[Finding]:
    places = asked.places
    return [_folder(folder) for folder in dict.fromkeys((places.data, places.cache, places.logs))]


def _folder(folder: Path) -> Finding:
    """Look whether a folder, or the nearest one above it that is there, can be written."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    ok = there.is_dir() and os.access(there, os.W_OK)
    name = Text(f"{say.DOCTOR_FOLDERS.zh} {folder}", f"{say.DOCTOR_FOLDERS.en} {folder}")
    if ok:
        return Finding(name, True, say.DOCTOR_OK)
    return Finding(name, False, say.DOCTOR_NOT_WRITABLE, say.DOCTOR_PICK_HOME.en)


@command("test", click.argument("arguments", nargs=-1, type=click.UNPROCESSED))
def test(asked: Asked, arguments: tuple[str, ...]) -> int:
    """Run the whole test suite on all cores, what measures time last and alone; or what ARGUMENTS tell pytest."""
    return _in_checkout(asked, "test", ["-m", "brochure.bootstrap.suite", *arguments])


@command("wheelhouse")
def wheelhouse(asked: Asked) -> int:
    """Say that the start of a checkout does this; here nobody has come from there."""
    return _in_checkout(asked, "wheelhouse", ["main.py", "wheelhouse"])


@command("bench", click.argument("name", metavar="NAME", required=False))
def bench(asked: Asked, name: str | None) -> int:
    """Run one benchmark, or all of them one after the other."""
    root = _checkout()
    found = sorted((root / "benchmarks").glob("[a-z]*.py")) if root is not None else []
    if root is None:
        tell(asked, say.ONLY_CHECKOUT.fill("bench"))
        return 1
    chosen = [path for path in found if name in (None, path.stem)]
    if not chosen:
        known = ", ".join(path.stem for path in found)
        tell(asked, say.NO_BENCH.fill(name, known) if found else say.NO_BENCHES)
        return 1
    sys.stdout.flush()
    options = ["--json"] if asked.json else []
    codes = [subprocess.run([sys.executable, str(path), *options], cwd=root, check=False).returncode for path in chosen]
    return max(1 if code else 0 for code in codes)


def _in_checkout(asked: Asked, name: str, arguments: list[str]) -> int:
    root = _checkout()
    if root is None:
        tell(asked, say.ONLY_CHECKOUT.fill(name))
        return 1
    sys.stdout.flush()
    return subprocess.run([sys.executable, *arguments], cwd=root, check=False).returncode


def _checkout() -> Path | None:
    """Return the folder this program lies in as source, or nothing when it was installed."""
    root = Path(brochure.__file__).resolve().parent.parent
    return root if (root / "main.py").is_file() and (root / "tests").is_dir() else None


COMMANDS = {"doctor": doctor, "test": test, "bench": bench, "wheelhouse": wheelhouse}
