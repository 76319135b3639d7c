"""One web view that shows only our own pages, answers to Qt and comes back when its process dies."""

import logging
import time
from collections import deque
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
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


class ParkView(QWebEngineView):
    """The web view of one ``park://`` page; ``revived`` after each death of its process, ``gave_up`` after too many."""

    console = Signal(str)
    revived = Signal()
    gave_up = Signal()

    def __init__(
        self, find: Find, bridge: QObject, parent: QWidget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        # Children of a widget are deleted in the order they came: the page has to go before its profile.
        self._keeper = QObject()
        self._profile, self.gate = build_profile(find, self._keeper)
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
        """Delete the page, then its profile; the engine warns about any other order."""
        if not shiboken6.isValid(self._page):
            return
        self._page.renderProcessTerminated.disconnect(self._on_death)
        for thing in (self._page, self._profile):
            shiboken6.delete(thing)

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
        return page

    def _on_death(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        now = self._clock()
        self._deaths.append(now)
        log.warning("%s %s (%s)", say.RENDERER_DIED.fill(len(self._deaths)).en, status.name, code)
        if len(self._deaths) == DEATHS and now - self._deaths[0] <= WITHIN_S:
            self.gave_up.emit()
            return
        QTimer.singleShot(0, self._again)  # inside the signal the engine is still clearing up

    def renew(self) -> None:
        """Begin with a new page, as after a death, and forget the deaths."""
        self._deaths.clear()
        dead, self._page = self._page, self._build_page()
        dead.deleteLater()

    def _again(self) -> None:
        # The engine hands its start scripts to a new page in time, to a revived one too late: WebRTC would be back.
        dead, self._page = self._page, self._build_page()
        dead.deleteLater()
        self._page.load(self._wanted)
        self.revived.emit()
