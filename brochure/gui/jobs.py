"""Work beside the window: a pure function and two signals."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Job(QObject):
    """Run ``work`` on another thread; ``done`` and ``failed`` come back on the window's own.

    ``work`` opens its own store and touches no widget. Whoever starts a newer job drops the older one's answer. A job
    outlives its owner: when that is deleted the work is asked to stop, and its answer reaches nobody.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(float)
    _came = Signal(object, bool)
    running: ClassVar[set["Job"]] = set()

    def __init__(self, work: Callable[["Job"], object], owner: QObject) -> None:
        super().__init__()  # a child of its owner would be deleted while its thread still speaks through it
        self._work: Callable[[Job], object] | None = work
        self.cancelled = self._orphaned = False
        self._came.connect(self._deliver)
        owner.destroyed.connect(self._lose_owner)

    def start(self) -> None:
        """Begin."""
        self.running.add(self)
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at the next place where it looks."""
        self.cancelled = True

    def _run(self) -> None:
        assert self._work is not None
        try:
            result = self._work(self)
        except Exception as error:  # noqa: BLE001  QRunnable.create would swallow it without a word
            self._came.emit(error, False)
        else:
            self._came.emit(result, True)

    @Slot(object, bool)
    def _deliver(self, result: object, is_good: bool) -> None:
        self._work = None
        self.running.discard(self)
        if not self._orphaned:
            (self.done if is_good else self.failed).emit(result)

    @Slot()
    def _lose_owner(self) -> None:
        self.cancelled = self._orphaned = True


def end_jobs(wait_ms: int = 5_000) -> bool:
    """Ask all work to stop and wait for it; the interpreter must not end below a thread that draws or writes.

    Returns:
        Whether every thread is at rest.
    """
    for job in tuple(Job.running):
        job.cancel()
    pool = QThreadPool.globalInstance()
    pool.clear()
    return pool.waitForDone(wait_ms)
