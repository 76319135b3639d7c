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
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever it was, the person reads a sentence
        said, parts, code = _explain(error)
        voice.insist(said, *parts)
        if request.verbose:
            traceback.print_exc()
        sys.exit(code)
    return environment


def set_up(checkout: str, request: Request, voice: Voice) -> Environment:
    """Make the environment whole: from nothing, for what an earlier try left behind cannot be trusted.

    Raises:
        SetupError: It cannot be done; the sentence says why.
        OSError: The disk, in one of its moods.
    """
    path = os.path.join(checkout, "requirements.lock")
    lock = _read_lock(path)
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
    lock = _read_lock(path)
    both = lock + _read_lock(os.path.join(checkout, "requirements.lock"))
    if environment.is_ready(both, TESTS_READY):
        return
    with hold_folder(environment.folder, voice) as hold:
        if not environment.is_ready(both, TESTS_READY):
            install(
                environment, path, _count(lock, path), os.path.join(checkout, WHEELHOUSE), voice, hold, say.STEP_TESTS
            )
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
    environment.mark_libraries()


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
    path = os.path.join(checkout, "requirements.lock")
    wheelhouse = os.path.join(checkout, WHEELHOUSE)
    install(environment, path, _count(lock, path), wheelhouse, voice, hold, say.STEP_PACKAGES)
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


def _read_lock(path: str) -> bytes:
    lock = read_bytes(path)
    if not lock:
        raise SetupError(say.NO_LOCK, path)
    return lock


def _count(lock: bytes, path: str) -> int:
    """Return how many packages the lock file at ``path`` has for this machine."""
    here = this_machine()
    try:
        return sum(pin.fits(here) for pin in parse_pins(lock.decode("utf-8")))
    except ValueError as error:
        raise SetupError(say.NO_LOCK, path) from error


def _explain(error: BaseException) -> tuple[say.Said, tuple[object, ...], int]:
    """Return the sentence for what went wrong, what fills it, and the exit code."""
    if isinstance(error, SetupError):
        return error.said, error.parts, error.code
    if isinstance(error, KeyboardInterrupt):
        return say.STOPPED, (), 130
    if not isinstance(error, OSError):
        return say.UNFORESEEN, (repr(error),), 1
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say.DISK_FULL, (error.filename or "?",), 1
    if error.errno in _NO_RIGHTS:
        return say.NO_RIGHTS, (error.filename or "?",), 1
    return say.DISK_TROUBLE, (error,), 1
