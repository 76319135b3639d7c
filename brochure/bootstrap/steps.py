"""The set-up step by step, and what else a start may still have to fetch."""

import contextlib
import errno
import os
import shutil
import subprocess
import sys
import time
import traceback
import venv

from brochure.bootstrap import machine
from brochure.bootstrap import sentences as say
from brochure.bootstrap.environment import (
    LIBRARIES_FOUND,
    READY,
    TESTS_READY,
    Environment,
    candidates,
    hand_over,
    read_bytes,
)
from brochure.bootstrap.hold import NAME as HOLD
from brochure.bootstrap.hold import hold_folder
from brochure.bootstrap.packages import install
from brochure.bootstrap.pins import parse_pins, this_machine
from brochure.bootstrap.request import Request
from brochure.bootstrap.sentences import SetupError, Voice, clock
from brochure.bootstrap.wheelhouse import NAME as WHEELHOUSE
from brochure.bootstrap.wheelhouse import fill_wheelhouse

LOG = "set-up.log"
NEEDED_GB = 1.6
_NO_RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)
_CUT_FONTS = """
from brochure import fonts, resources, settings
content = [path.read_text("utf-8-sig", "replace") for path in sorted(resources.data_folder().glob("*.csv"))]
fonts.cut_fonts(settings.shared_fonts(), content)
"""


def prepare(checkout: str, request: Request, environment: Environment | None) -> Environment:
    """Return an environment that has what the request needs, or end the program with a sentence.

    Args:
        checkout: The folder of main.py.
        request: What was typed.
        environment: The environment found ready, or None.
    """
    voice = Voice(request.lang, quiet=request.quiet)
    try:
        if request.wants_wheelhouse:
            sys.exit(fill_wheelhouse(checkout, request.rest, voice))
        environment = environment or set_up(checkout, request, voice)
        if request.wants_tests:
            add_tests(checkout, environment, voice)
        if request.wants_tests or (request.wants_window and machine.has_screen()):
            provide_libraries(environment, voice)
    except SetupError as error:
        voice.insist(error.said, *error.parts)
        code = error.code
    except KeyboardInterrupt:
        voice.insist(say.STOPPED)
        code = 130
    except OSError as error:
        voice.insist(*_explain(error))
        code = 1
    else:
        return environment
    if request.verbose:
        traceback.print_exc()
    sys.exit(code)


def set_up(checkout: str, request: Request, voice: Voice) -> Environment:
    """Make the environment whole: from nothing, for what an earlier try left behind cannot be trusted.

    Raises:
        SetupError: It cannot be done; the sentence says why.
        OSError: The disk, in one of its moods.
    """
    path = os.path.join(checkout, "requirements.lock")
    lock = read_bytes(path)
    if lock is None:
        raise SetupError(say.NO_LOCK, path)
    began_s = time.monotonic()
    folders = candidates(checkout, request.home)
    for folder in folders:
        environment = Environment(folder)
        if environment.is_current():  # nobody can saw off the branch he sits on
            hand_over([machine.base_python(), os.path.join(checkout, "main.py"), *request.all], dict(os.environ))
        with contextlib.ExitStack() as stack:
            try:
                hold = stack.enter_context(hold_folder(folder, voice))
            except OSError as error:
                if error.errno not in _NO_RIGHTS:
                    raise
                continue
            if folder != folders[0]:
                voice.insist(say.READ_ONLY, folder)
            if not environment.is_ready(lock):  # the start we waited for may have done it all
                voice.tell(say.NEW_PARTS if os.path.exists(environment.path(READY)) else say.FIRST_START)
                _build(checkout, environment, lock, voice, hold)
                environment.mark_ready(lock)
                voice.tell(say.READY, clock(time.monotonic() - began_s))
            return environment
    raise SetupError(say.NO_PLACE, " · ".join(folders))


def add_tests(checkout: str, environment: Environment, voice: Voice) -> None:
    """Install what the tests need, once for each of their lock files.

    Raises:
        SetupError: It cannot be done; the sentence says why.
    """
    path = os.path.join(checkout, "requirements-test.lock")
    lock = read_bytes(path)
    if lock is None:
        raise SetupError(say.NO_LOCK, path)
    both = lock + (read_bytes(os.path.join(checkout, "requirements.lock")) or b"")
    if environment.is_ready(both, TESTS_READY):
        return
    with hold_folder(environment.folder, voice) as hold:
        if not environment.is_ready(both, TESTS_READY):
            install(environment, path, _count(lock), os.path.join(checkout, WHEELHOUSE), voice, hold, say.STEP_TESTS)
            environment.mark_ready(both, TESTS_READY)


def provide_libraries(environment: Environment, voice: Voice) -> None:
    """See to the system libraries of the window: install them as root on a Debian-like system, else say the line."""
    missing = machine.missing_libraries()
    if missing and machine.is_root() and machine.find_program("apt-get"):
        voice.insist(say.LIBRARIES_INSTALLING, len(missing), " ".join(missing))
        _install_libraries(missing, environment.path(LOG))
        missing = machine.missing_libraries()
    if missing:
        line = machine.install_line(missing) or say.LIBRARIES_UNKNOWN_SYSTEM
        voice.insist(say.LIBRARIES_MISSING, " ".join(missing), line)
        return
    try:
        with open(environment.path(LIBRARIES_FOUND), "wb"):
            pass
    except OSError:
        return  # an environment of somebody else's: the libraries are looked for again next time


def _build(checkout: str, environment: Environment, lock: bytes, voice: Voice, hold: int) -> None:
    folder = environment.folder
    _clear(folder)
    free_gb = shutil.disk_usage(folder).free / 1e9
    if free_gb < NEEDED_GB:
        raise SetupError(say.NO_ROOM, folder, NEEDED_GB, f"{free_gb:.1f}")
    voice.tell(say.STEP_ENVIRONMENT, folder)
    try:
        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder)
    except (subprocess.CalledProcessError, ValueError) as error:
        raise SetupError(say.NO_VENV, error) from error
    wheelhouse = os.path.join(checkout, WHEELHOUSE)
    path = os.path.join(checkout, "requirements.lock")
    install(environment, path, _count(lock), wheelhouse, voice, hold, say.STEP_PACKAGES)
    voice.tell(say.STEP_BYTECODE)
    places = [os.path.join(folder, "Lib" if os.name == "nt" else "lib"), os.path.join(checkout, "brochure")]
    _run(checkout, environment, ["-m", "compileall", "-q", "-j", "0", *places])
    voice.tell(say.STEP_FONTS)
    if not _run(checkout, environment, ["-c", _CUT_FONTS]):
        voice.tell(say.FONTS_LATER)
    shutil.rmtree(environment.path("scratch"), ignore_errors=True)


def _clear(folder: str) -> None:
    """Empty a folder but for the file by which we hold it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            elif entry.name != HOLD:
                os.unlink(entry.path)


def _run(checkout: str, environment: Environment, arguments: list[str]) -> bool:
    """Let the environment's Python do one thing in the checkout; what it says goes to the log."""
    with open(environment.path(LOG), "ab") as story:
        command = [environment.python, *arguments]
        variables = environment.variables(checkout)
        done = subprocess.run(
            command, cwd=checkout, env=variables, stdin=subprocess.DEVNULL, stdout=story, stderr=story, check=False
        )
    return done.returncode == 0


def _install_libraries(missing: tuple[str, ...], log: str) -> None:
    """Try; whether it worked is seen by looking for the libraries again."""
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    patience = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30")
    with open(log, "ab") as story:

        def run(*words: str) -> None:
            subprocess.run(
                ["apt-get", *patience, *words],  # noqa: S607 - the system's own apt-get, wherever it is
                env=variables, stdin=subprocess.DEVNULL, stdout=story, stderr=story, check=False,
            )  # fmt: skip

        run("update")
        run("install", "-y", "--no-install-recommends", *machine.debian_packages(missing))


def _count(lock: bytes) -> int:
    here = this_machine()
    return sum(pin.fits(here) for pin in parse_pins(lock.decode("utf-8")))


def _explain(error: OSError) -> tuple[say.Said, object]:
    """Return the sentence for what the disk did, and the file it happened to."""
    where = error.filename or "?"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say.DISK_FULL, where
    if error.errno in _NO_RIGHTS:
        return say.NO_RIGHTS, where
    return say.FAILED, f"{error.strerror or error} ({where})"
