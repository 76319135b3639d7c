"""One brochure for each row of a sheet: made side by side, each file whole or absent, nothing made twice.

Processes make the bytes; this one alone gives them their names. So a batch that is stopped or killed has nobody else
to wait for.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final

import msgspec

from brochure.desk.batch_ledger import Ledger, Outcome, State, Stopped
from brochure.desk.batch_work import Made, Pool, World, make, make_beside, processes_of_machine
from brochure.desk.manifest import Manifest
from brochure.desk.recipients import Recipient
from brochure.desk.tailor import fonts_for, preflight
from brochure.pdf.recipe import Recipe
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words import batch as say

__all__ = ["Outcome", "Result", "look_over", "run"]

LOOK_S: Final = 0.05
"""How often it is looked whether somebody wants it stopped."""
IN_FLIGHT: Final = 64
"""How many requests an executor of somebody else's is given at once."""


class Result(msgspec.Struct, frozen=True):
    """What became of a batch: each row, the list, and why it stopped early or was not registered."""

    folder: Path
    manifest: Path
    outcomes: tuple[Outcome, ...]
    seconds: float
    stopped: Text | None = None
    unregistered: Text | None = None

    def count(self, state: State) -> int:
        """Return how many rows ended so."""
        return sum(1 for outcome in self.outcomes if outcome.state == state)


def run(
    library: Library,
    rows: Sequence[Recipient],
    folder: Path,
    places: Places,
    *,
    lang: Lang = "zh",
    review_number: str = "",
    executor: Executor | None = None,
    jobs: int | None = None,
    data: Path | None = None,
    progress: Callable[[Outcome], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Result:
    """Make what is missing or has changed of a ledger.

    Args:
        library: The content.
        rows: What is asked, as ``read_recipients`` returns it.
        folder: Where the brochures and their list go; made when it is not there.
        places: The writable folders.
        lang: Language of the sentences in the list.
        review_number: The map's, as the park was given it.
        executor: Who makes them; processes of this machine when none is given.
        jobs: How many at once; when not given as many as the machine has cores, or as keeps a cluster busy.
        data: The folder of the content files, where it is not the shipped one.
        progress: Told of each row whose state changes, on the thread of the caller.
        cancelled: Asked again and again; when it says so, what is finished stays and the rest is left.

    Raises:
        RenderError: The folder cannot be written, another batch writes into it, or there is no font.
    """
    start = time.perf_counter()
    with Manifest(folder) as manifest:
        ledger = Ledger(library, rows, places, manifest, lang, review_number, progress or _tell_nobody)
        ledger.sort_out()
        stopped: Text | None = None
        try:
            if ledger.waiting:
                _cut_fonts(ledger, cancelled or _never)
                world = World(places, data, library.inputs)
                _Crew(ledger, world, cancelled or _never).make_all(executor, jobs)
        except Stopped as reason:
            stopped = reason.sentence
        finally:
            full = ledger.close()
        stopped = stopped or full
        return Result(
            folder, manifest.path, tuple(ledger.outcomes), time.perf_counter() - start, stopped, ledger.unregistered
        )


def look_over(
    library: Library, rows: Sequence[Recipient], file: str, places: Places, review_number: str = ""
) -> tuple[Recipient, ...]:
    """Return the rows with what the pre-flight would stop each for, so that it is known before anything is made.

    Raises:
        RenderError: There is no font.
    """
    fonts_for(library, places, _words_of(rows))
    looked = []
    for row in rows:
        if row.recipe is not None:
            found = preflight(library, row.recipe, places, review_number)
            stops = tuple(row.problem(file, finding.what) for finding in found if finding.level == "stop")
            row = msgspec.structs.replace(row, recipe=None, problems=stops) if stops else row
        looked.append(row)
    return tuple(looked)


class _Crew:
    """Those who make what waits, and how they are told."""

    def __init__(self, ledger: Ledger, world: World, cancelled: Callable[[], bool]) -> None:
        self.ledger, self.world, self.cancelled = ledger, world, cancelled
        self._ours = False

    def make_all(self, executor: Executor | None, jobs: int | None) -> None:
        """Make what waits; processes that end by themselves are tried once more, each row by itself."""
        if executor is not None:
            self._make(executor, jobs or IN_FLIGHT)
            return
        jobs = jobs or processes_of_machine()
        try:
            pool = Pool(min(jobs, len(self.ledger.waiting)))
        except OSError:  # no process may have others here: one after the other, in this one
            with ThreadPoolExecutor(1) as alone:
                self._make(alone, 1)
            return
        broken = self._make_in(pool, jobs)
        for index in broken:
            self.ledger.waiting = [index]
            if self._make_in(Pool(1), 1):
                self.ledger.fail(index, say.WORKER_ENDED)

    def _make_in(self, pool: Pool, jobs: int) -> list[int]:
        self._ours = True
        try:
            broken = self._make(pool.executor, jobs)
        except BaseException:
            pool.stop()
            raise
        if broken:
            pool.stop()
        else:
            pool.close()
        return broken

    def _make(self, executor: Executor, jobs: int) -> list[int]:
        """Keep the executor busy until nothing waits; return the rows whose process ended under them."""
        waiting = list(self.ledger.waiting)
        running: dict[Future[Made], int] = {}
        broken: list[int] = []
        try:
            while waiting or running:
                while waiting and len(running) <= jobs and not broken:  # one ahead, so that nobody waits for us
                    index = waiting.pop(0)
                    recipe = self.ledger.rows[index].recipe
                    assert recipe is not None
                    try:
                        running[self._submit(executor, recipe)] = index
                    except BrokenProcessPool:
                        broken.append(index)
                        continue
                    self.ledger.tell(Outcome(index, "making"))
                done, _ = wait(running, timeout=LOOK_S, return_when=FIRST_COMPLETED)
                for future in sorted(done, key=lambda each: running[each]):
                    if self.cancelled():
                        break
                    index = running.pop(future)
                    try:
                        made = future.result()
                    except BrokenProcessPool:
                        broken.append(index)
                        continue
                    self.ledger.take(index, made)
                if self.cancelled():
                    raise Stopped(say.CANCELLED.fill(self.ledger.finished()))
                if broken and not running:
                    return sorted({*broken, *waiting})
        finally:
            for future in running:
                future.cancel()
        return broken

    def _submit(self, executor: Executor, recipe: Recipe) -> Future[Made]:
        """Hand a request to a process of ours, which leaves its file here, or to somebody who sends us the bytes."""
        asked = (self.world, recipe, self.ledger.review_number)
        if self._ours:
            return executor.submit(make_beside, *asked, self.ledger.manifest.folder)
        return executor.submit(make, *asked)


def _cut_fonts(ledger: Ledger, cancelled: Callable[[], bool]) -> None:
    """Cut the fonts for the characters of all rows at once, so that no process has to.

    Once begun they are cut to the end, for the next time: whoever stops the batch does not wait for it.
    """
    cutter = ThreadPoolExecutor(1)
    try:
        cut = cutter.submit(fonts_for, ledger.library, ledger.places, _words_of(ledger.rows))
        while not cut.done():
            wait([cut], timeout=LOOK_S)
            if cancelled():
                raise Stopped(say.CANCELLED.fill(ledger.finished()))
        cut.result()
    finally:
        cutter.shutdown(wait=False)


def _words_of(rows: Sequence[Recipient]) -> str:
    asked = [row.recipe for row in rows if row.recipe is not None]
    return "".join(f"{recipe.reader or ''}{recipe.contact or ''}" for recipe in asked)


def _tell_nobody(_: Outcome) -> None:
    return


def _never() -> bool:
    return False
