"""A web view that opens one page after another and tells when a page has drawn all it was given.

Every page comes through the program's own scheme handler, in a fresh process of the engine that has shown an empty page
before. An error of a script ends the run: a page that draws nothing is fast.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineUrlRequestJob
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from benchmarks.parts.rounds import BenchError
from brochure.gui import scheme

Answer = tuple[str, bytes]
Find = Callable[[str], "Answer | None"]
BLANK = "park://app/blank.html"
DONE = "done:"
TWO_FRAMES = "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'done:' + (%s) }))"
"""Set behind the last step of a page: two frames later its title tells how much was drawn."""
SIZE = (1280, 800)


class Page(QWebEnginePage):
    """A page that keeps what its scripts complain about."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.errors: list[str] = []
        self.bridge: QObject | None = None

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            self.errors.append(f"{source}:{line}: {message[:200]}")


class Bridge(QObject):
    """The part of the window the map page tells that it is ready."""

    drawn = Signal(int)

    @Slot(int)
    def ready(self, count: int) -> None:
        self.drawn.emit(count)

    @Slot(str)
    def featureTapped(self, _: str) -> None:
        """Nobody taps here."""

    @Slot(str)
    def viewMoved(self, _: str) -> None:
        """The view moves once, when the page finds its room."""


class Handler(scheme.Handler):
    """The program's handler, which lets the one foreign page run the scripts that folium writes into it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(self.found, parent)
        self.pages: Mapping[str, Answer] = {}
        self.other: Find = {}.get
        self.open_to_all = False

    def found(self, url: str) -> Answer | None:
        return self.pages.get(url) or self.other(url)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        answer = self.pages.get(job.requestUrl().toString()) if self.open_to_all else None
        if answer is None:
            super().requestStarted(job)
            return
        buffer = QBuffer(job)
        buffer.setData(answer[1])
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(answer[0].encode(), buffer)


class Kept:
    """An open page that is asked for one thing after the other."""

    def __init__(self, screen: "Screen", page: Page, limit_s: float) -> None:
        self.screen, self.page, self.limit_s = screen, page, limit_s

    def do(self, script: str) -> int:
        """Run a script that ends by putting a number into the title, and return it."""
        title = ""
        while not title.startswith(DONE):
            begin = (lambda: self.page.runJavaScript(script)) if not title else (lambda: None)
            title = str(self.screen._until(self.page.titleChanged, begin, self.limit_s, self.page) or " ")
        if self.page.errors:
            raise BenchError(self.page.errors[0])
        return int(title.removeprefix(DONE))

    def process(self) -> int:
        """Return the number of the renderer's process."""
        return self.page.renderProcessPid()


class Screen:
    """One window with a web view."""

    def __init__(self) -> None:
        scheme.prepare()
        self.app = QApplication.instance() or QApplication([])
        self.keeper = QObject()
        self.profile = QWebEngineProfile(self.keeper)
        self.handler = Handler(self.keeper)
        self.profile.installUrlSchemeHandler(scheme.SCHEME, self.handler)
        self.view = QWebEngineView()
        self.view.resize(*SIZE)
        self.view.show()

    def measure(
        self,
        url: str,
        pages: Mapping[str, Answer],
        other: Find,
        *,
        after_ready: str | None,
        open_to_all: bool = False,
        limit_s: float = 180.0,
    ) -> tuple[float, int]:
        """Open a page; return the seconds until two frames after it has drawn everything, and how much it drew.

        Args:
            url: The address of the page.
            pages: What is answered for the run, by address.
            other: Where everything else is looked up.
            after_ready: Script for the page once it says that it is ready; none where the page ends by itself.
            open_to_all: Answer ``pages`` without the policy that forbids scripts inside a page.
            limit_s: After how many seconds the run has failed.
        """
        page, bridge = self._begin(pages, other, open_to_all, limit_s)
        if after_ready is not None:
            bridge.drawn.connect(lambda _: page.runJavaScript(after_ready))
        start = time.perf_counter()
        title = ""
        while not title.startswith(DONE):
            begin = (lambda: page.load(QUrl(url))) if not title else (lambda: None)
            title = str(self._until(page.titleChanged, begin, limit_s, page) or " ")
        seconds = time.perf_counter() - start
        if page.errors:
            raise BenchError(f"{url}: {page.errors[0]}")
        shiboken6.delete(page)
        return seconds, int(title.removeprefix(DONE))

    def _begin(
        self, pages: Mapping[str, Answer], other: Find, open_to_all: bool, limit_s: float
    ) -> tuple[Page, Bridge]:
        """Return an empty page in a process of its own, ready for the next address."""
        page = Page(self.profile, self.keeper)
        bridge, channel = Bridge(), QWebChannel(page)
        channel.registerObject("bridge", bridge)
        page.setWebChannel(channel)
        self.view.setPage(page)
        blank = {BLANK: ("text/html; charset=utf-8", b"<!DOCTYPE html><title>empty</title>")}
        self.handler.pages, self.handler.other, self.handler.open_to_all = {**pages, **blank}, other, open_to_all
        self._until(page.loadFinished, lambda: page.load(QUrl(BLANK)), limit_s, page)
        page.bridge = bridge
        return page, bridge

    @contextlib.contextmanager
    def kept(self, url: str, pages: Mapping[str, Answer], other: Find, limit_s: float = 180.0) -> Iterator["Kept"]:
        """Open a page that stays until the end of the block."""
        page, bridge = self._begin(pages, other, False, limit_s)
        self._until(bridge.drawn, lambda: page.load(QUrl(url)), limit_s, page)
        try:
            yield Kept(self, page, limit_s)
        finally:
            shiboken6.delete(page)

    def _until(self, signal: Any, begin: Callable[[], object], limit_s: float, page: Page) -> object:
        """Wait for a signal and return what came with it."""
        loop = QEventLoop()
        heard: list[object] = []

        def hear(*values: object) -> None:
            heard.extend(values or (True,))
            loop.quit()

        signal.connect(hear)
        QTimer.singleShot(round(limit_s * 1000), loop, loop.quit)
        QTimer.singleShot(0, begin)
        loop.exec()
        signal.disconnect(hear)
        if not heard:
            raise BenchError(f"nothing came in {limit_s:.0f} s; {page.errors[:1]}")
        return heard[0]

    def close(self) -> None:
        """Put the engine away in the right order: pages before their profile."""
        for child in self.keeper.findChildren(Page):
            shiboken6.delete(child)
        self.view.close()
        shiboken6.delete(self.view)
        shiboken6.delete(self.keeper)
