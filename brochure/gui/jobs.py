"""Work beside the window: a pure function and two signals."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Job(QObject):
    """Run ``work`` on another thread; ``done`` and ``failed`` come back on the window's own.

    ``work`` opens its own store and touches no widget. Whoever starts a newer job drops the older one's answer.
    """

    done = Signal(object)
    failed = Signal(object)
    progress = Signal(float)

    def __init__(self, work: Callable[["Job"], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.cancelled = False

    def start(self) -> None:
        """Begin."""
        QThreadPool.globalInstance().start(QRunnable.create(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at the next place where it looks."""
        self.cancelled = True

    def _run(self) -> None:
        try:
            result = self._work(self)
        except Exception as error:  # noqa: BLE001  QRunnable.create would swallow it without a word
            self.failed.emit(error)
        else:
            self.done.emit(result)
