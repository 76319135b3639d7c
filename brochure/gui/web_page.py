"""One web view that shows only our own pages, answers to Qt and comes back when its process dies."""

import logging
import time
from collections import deque
from collections.abc import Callable
from typing import ClassVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from brochure.gui.scheme import Find, build_profile
from brochure.words import places as say

DEATHS, WITHIN_S = 3, 60.0
TIDY_EVERY = 200
CLOSED = (
    "LocalContentCanAccessFileUrls", "LocalContentCanAccessRemoteUrls", "NavigateOnDropEnabled", "PdfViewerEnabled",
    "JavascriptCanOpenWindows", "JavascriptCanAccessClipboard", "JavascriptCanPaste", "LocalStorageEnabled",
    "PluginsEnabled", "HyperlinkAuditingEnabled", "ScreenCaptureEnabled", "WebGLEnabled", "DnsPrefetchEnabled",
    "FullScreenSupportEnabled", "AutoLoadIconsForPage", "TouchIconsEnabled", "ShowScrollBars",
)  # fmt: skip
"""What the engine allows by default, or might one day, and no page of ours needs."""

log = logging.getLogger(__name__)


class ParkPage(QWebEnginePage):
    """A page that goes nowhere, opens nothing and asks nobody."""

    console = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for name in CLOSED:
            attribute = getattr(QWebEngineSettings.WebAttribute, name, None)  # names come and go with Qt
            if attribute is not None:
                self.settings().setAttribute(attribute, False)

    def acceptNavigationRequest(self, url: QUrl, kind: QWebEnginePage.NavigationType, main: bool) -> bool:
        return url.scheme() == "park"

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:
        return None

    def javaScriptAlert(self, origin: QUrl, message: str) -> None:
        self._heard("alert", message)

    def javaScriptConfirm(self, origin: QUrl, message: str) -> bool:
        self._heard("confirm", message)
        return False

    def javaScriptPrompt(self, origin: QUrl, message: str, default: str) -> tuple[bool, str]:
        self._heard("prompt", message)
        return False, ""

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        self._heard(f"{source}:{line}", message)

    def _heard(self, where: str, message: str) -> None:
        log.warning("page: %s: %s", where, message[:500])
        self.console.emit(message)


class _Keeper(QObject):
    """Deletes a page before its profile, also when the view goes first; any other order ends the program."""

    alive: ClassVar[set["_Keeper"]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.page: QWebEnginePage | None = None
        self.profile: QWebEngineProfile | None = None
        self.alive.add(self)

    @Slot()
    def put_away(self) -> None:
        for thing in (self.page, self.profile):
            if thing is not None and shiboken6.isValid(thing):
                shiboken6.delete(thing)
        self.page = self.profile = None
        self.alive.discard(self)


class ParkView(QWebEngineView):
    """The web view of one ``park://`` page; ``revived`` after each death of its process, ``gave_up`` after too many."""

    console = Signal(str)
    revived = Signal()
    gave_up = Signal()

    def __init__(
        self, find: Find, bridge: QObject, parent: QWidget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._keeper = _Keeper()
        self._profile, self.gate = build_profile(find, self._keeper)
        self._keeper.profile = self._profile
        self.destroyed.connect(self._keeper.put_away)
        self._bridge, self._ground = bridge, QColor()
        self._page = self._build_page()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self._clock, self._deaths, self._scripts = clock, deque[float](maxlen=DEATHS), 0
        self._wanted = QUrl()

    def open(self, url: str) -> None:
        """Load a page of ours; after a death the same one comes again."""
        self._wanted = QUrl(url)
        self._page.load(self._wanted)

    def paint_ground(self, colour: QColor) -> None:
        """Set what shows before the page has drawn anything, so that it never flashes white."""
        self._ground = colour
        self._page.setBackgroundColor(colour)

    def run(self, script: str, then: Callable[[object], None] | None = None) -> None:
        """Run a script in the page; every so often ask it to collect its garbage."""
        self._scripts += 1
        if self._scripts % TIDY_EVERY == 0:
            script += ";window.gc&&window.gc()"
        if then is None:
            self._page.runJavaScript(script)
        else:
            self._page.runJavaScript(script, then)

    def close_page(self) -> None:
        """Put the engine away now; a view that is deleted does so by itself."""
        self._keeper.put_away()

    def _build_page(self) -> ParkPage:
        page = ParkPage(self._profile, self._keeper)
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._bridge)
        page.setWebChannel(channel)
        page.renderProcessTerminated.connect(self._on_death)
        page.console.connect(self.console)
        if self._ground.isValid():
            page.setBackgroundColor(self._ground)
        self.setPage(page)
        self._keeper.page = page
        return page

    def _on_death(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        now = self._clock()
        self._deaths.append(now)
        log.warning("%s %s (%s)", say.RENDERER_DIED.fill(len(self._deaths)).en, status.name, code)
        if len(self._deaths) == DEATHS and now - self._deaths[0] <= WITHIN_S:
            self.gave_up.emit()
            return
        QTimer.singleShot(0, self, self._again)  # inside the signal the engine is still clearing up

    def renew(self) -> None:
        """Begin with a new page, as after a death, and forget the deaths."""
        self._deaths.clear()
        dead, self._page = self._page, self._build_page()
        dead.deleteLater()

    def _again(self) -> None:
        if self._keeper.page is None:
            return
        # The engine hands its start scripts to a new page in time, to a revived one too late: WebRTC would be back.
        dead, self._page = self._page, self._build_page()
        dead.deleteLater()
        self._page.load(self._wanted)
        self.revived.emit()
