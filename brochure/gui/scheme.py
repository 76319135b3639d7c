"""The web engine without a network: our own ``park://`` addresses, and nothing else that loads.

Four walls stand one behind the other: the engine's flags, a gate in front of each request, the page policy in each
answer, and the WebRTC interfaces taken away. Whatever the environment of the machine asks of the engine is not heard.
"""

import logging
import os
from collections.abc import Callable, MutableMapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QFile, QIODevice, QObject, Qt
from PySide6.QtWebEngineCore import (
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from brochure.words import places as say

SCHEME: Final = b"park"
CHANNEL: Final = "park://lib/qt/qwebchannel.js"
LOCAL: Final = frozenset({"park", "data", "blob"})
CSP: Final = (
    b"default-src 'none'; script-src park:; style-src park:; img-src park: data:; font-src park:; connect-src park:"
)
FLAGS: Final = (
    "--disable-background-networking --disable-component-update --no-pings "
    '--host-resolver-rules="MAP * ~NOTFOUND" --force-webrtc-ip-handling-policy=disable_non_proxied_udp '
    # WORKAROUND https://bugreports.qt.io/browse/QTBUG-150562: the engine hardly collects garbage; the map asks it to
    "--js-flags=--expose-gc"
)
REFUSED: Final = ("QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINEPROCESS_PATH")
NO_WEBRTC: Final = (
    "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel']) delete window[name];"
)

Find = Callable[[str], "tuple[str, bytes] | None"]
"""Address → (type, bytes), or None where there is nothing."""

log = logging.getLogger(__name__)


def prepare(environment: MutableMapping[str, str] | None = None) -> None:
    """Set what the engine reads at its start; call before ``QApplication``.

    Only for root, where Chromium refuses to start with its sandbox, the sandbox is off, and the log says so.
    """
    environment = os.environ if environment is None else environment
    for name in REFUSED:
        environment.pop(name, None)
    environment["QTWEBENGINE_CHROMIUM_FLAGS"] = FLAGS
    if is_root():
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        log.warning(say.NO_SANDBOX.en)
    if QCoreApplication.instance() is None:  # the window sets it itself and loads the engine after its first paint
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    register()


def register() -> None:
    """Make ``park://`` known to the engine, once; before the first profile, later is too late."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


def is_root() -> bool:
    """Whether the program runs as the superuser of a Unix system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


class Handler(QWebEngineUrlSchemeHandler):
    """Answers ``park://`` addresses from memory."""

    def __init__(self, find: Find, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        found = self._answer(job.requestUrl().toString()) if job.requestMethod() == b"GET" else None
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        mime, body = found
        if mime.startswith("text/html"):
            job.setAdditionalResponseHeaders({QByteArray(b"Content-Security-Policy"): [QByteArray(CSP)]})
        buffer = QBuffer(job)  # the job keeps it alive until the last byte is read
        buffer.setData(QByteArray(body))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(mime.encode(), buffer)

    def _answer(self, url: str) -> tuple[str, bytes] | None:
        if url == CHANNEL:
            return "text/javascript", read_channel_script()
        try:
            return self._find(url)
        except Exception:  # a slot of the engine swallows it; the page must hear that nothing comes
            log.exception("no answer for %s", url)
            return None


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets through what is in the program and stops everything else before it leaves the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stopped: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in LOCAL:
            info.block(True)
            self.stopped.append(info.requestUrl().toString()[:200])
            del self.stopped[:-50]


def read_channel_script() -> bytes:
    """Return Qt's own script that joins page and window."""
    import PySide6.QtWebChannel  # noqa: F401  (carries the resource)

    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(file.fileName())
    return bytes(file.readAll().data())


def build_profile(find: Find, parent: QObject) -> tuple[QWebEngineProfile, Gate]:
    """Return a profile that keeps nothing and asks nobody, with its gate.

    The profile owns neither handler nor gate: both hang on ``parent``, which must outlive every page.
    """
    register()
    profile = QWebEngineProfile(parent)  # without a name: off the record
    handler, gate = Handler(find, parent), Gate(parent)
    profile.installUrlSchemeHandler(SCHEME, handler)
    profile.setUrlRequestInterceptor(gate)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setSpellCheckEnabled(False)
    profile.downloadRequested.connect(lambda download: download.cancel())
    script = QWebEngineScript()
    script.setName("no-webrtc")
    script.setSourceCode(NO_WEBRTC)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    profile.scripts().insert(script)
    return profile, gate
