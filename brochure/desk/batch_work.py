"""One brochure of a batch, made by whichever process is told to: it opens its own library once and names no file."""

import contextlib
import hashlib
import os
import signal
import tempfile
import threading
import traceback
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any, Final

import msgspec

from brochure.desk.manifest import PREFIX
from brochure.desk.opening import open_library
from brochure.desk.tailor import render
from brochure.errors import BrochureError, ContentError, StoreError
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library, load_library
from brochure.words import Text
from brochure.words import batch as say

MOST_PROCESSES: Final = 61
"""Windows waits for no more."""
WAIT_S: Final = 2.0
"""A process that was killed is gone long before."""
GIVES_WAY: Final = 5
"""How much later than others a process of a batch has its turn, of at most 19; alone on a machine it loses nothing."""


class World(msgspec.Struct, frozen=True):
    """Where a process finds the content, and which content it must be."""

    places: Places
    data: Path | None
    inputs: str


class Made(msgspec.Struct, frozen=True):
    """A brochure as bytes or in a file beside its name, or why there is none.

    ``error`` is the number of the system's own error, where the file could not be written; ``story`` is what a bug
    leaves behind, without what it was about.
    """

    data: bytes = b""
    part: Path | None = None
    sha256: str = ""
    size: int = 0
    pages: int = 0
    problem: Text | None = None
    error: int = 0
    story: str = ""


_LIBRARIES: dict[World, Library] = {}


def make(world: World, recipe: Recipe, review_number: str) -> Made:
    """Make one brochure; whatever goes wrong comes back as a sentence, for an error of ours does not travel."""
    try:
        library = _library(world)
        if library is None:
            return Made(problem=say.OTHER_CONTENT)
        data, pages = render(library, recipe, world.places, review_number=review_number)
    except BrochureError as error:
        return Made(problem=error.message)
    except Exception as error:  # noqa: BLE001 - a bug in one row leaves the others
        frames = "".join(traceback.format_tb(error.__traceback__))  # its words may hold whom the brochure is for
        return Made(problem=say.WORKER_FAILED, story=f"{type(error).__name__}\n{frames}")
    return Made(data=data, sha256=hashlib.sha256(data).hexdigest(), size=len(data), pages=pages)


def make_beside(world: World, recipe: Recipe, review_number: str, folder: Path) -> Made:
    """Make one brochure and leave it half named in a folder of this machine.

    What comes back is small: a process that ends in the middle of saying something long would leave the other one
    listening for ever.
    """
    made = make(world, recipe, review_number)
    if made.problem is not None:
        return made
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=".part", dir=folder)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(made.data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink()
        problem = say.FOLDER_UNUSABLE.fill(folder, error.strerror or type(error).__name__)
        return Made(problem=problem, error=error.errno or 0, size=made.size)
    return msgspec.structs.replace(made, data=b"", part=part)


def _library(world: World) -> Library | None:
    """Return the library of this process; nothing where its content is not what the batch is made from."""
    if world not in _LIBRARIES:
        try:
            library = load_library(world.places.content_db)
        except StoreError:
            library = None
        if library is None or library.inputs != world.inputs:
            try:
                library = open_library(world.places, world.data)
            except ContentError:
                return None
        if library.inputs != world.inputs:
            return None
        _LIBRARIES.clear()
        _LIBRARIES[world] = library
    return _LIBRARIES[world]


class _Context(SpawnContext):
    """Starts processes anew, and remembers which."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[SpawnProcess] = []

    def Process(self, *given: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802 - its own name
        process = SpawnProcess(*given, **named)
        self.started.append(process)
        return process


class Pool:
    """Processes of this machine that end at once when told, and when the one that started them is gone."""

    def __init__(self, processes: int) -> None:
        """Start none yet.

        Raises:
            OSError: This machine lets no process have others.
        """
        self._context = _Context()
        count = max(1, min(processes, MOST_PROCESSES))
        self.executor = ProcessPoolExecutor(count, mp_context=self._context, initializer=_settle)

    def stop(self) -> None:
        """End them now, in the middle of what they do; they have no file open that anybody reads."""
        for process in self._context.started:
            with contextlib.suppress(ValueError):  # it has ended, and is closed already
                process.kill()
        self.executor.shutdown(wait=False, cancel_futures=True)
        for process in self._context.started:
            with contextlib.suppress(ValueError):
                process.join(WAIT_S)

    def close(self) -> None:
        """Let them go when they have nothing to do."""
        self.executor.shutdown(wait=True)


def _settle() -> None:
    """Be a process of a batch: Ctrl+C is for the one that started it, and with that one this one ends.

    Where window and batch want the same core, the window has it first.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(GIVES_WAY)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    """Wait until the process that started this one is gone, then end without a word."""
    with contextlib.suppress(OSError):
        wait([sentinel])
    os._exit(0)


def processes_of_machine() -> int:
    """Return how many processes this machine can run at once for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
