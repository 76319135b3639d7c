"""The web engine without a network: four walls, each tried by a page that wants out."""

import json
import logging

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtWidgets import QWidget

from brochure.gui import scheme
from brochure.gui.web_page import DEATHS, ParkPage, ParkView

ESCAPER = b"""<!doctype html><title>in</title><img src="http://198.51.100.7/a.png"><img src="file:///etc/hostname">
<link rel="stylesheet" href="https://198.51.100.7/a.css"><iframe src="https://198.51.100.7/"></iframe>
<script>window.HX = 1</script><img src=x onerror="window.HX = 2"><script src="park://app/escape.js"></script>"""
ESCAPE_JS = b"""window.tried = {};
tried.rtc = [typeof RTCPeerConnection, typeof webkitRTCPeerConnection, typeof RTCDataChannel].join();
tried.opened = window.open("https://198.51.100.7/") === null;
try { localStorage.setItem("a", "b"); tried.stored = true } catch (error) { tried.stored = false }
try { alert(1); confirm(1); prompt(1) } catch (error) { tried.asked = String(error) }
fetch("https://198.51.100.7/").then(() => { tried.fetched = true }, () => { tried.fetched = false });
fetch("park://app/../../etc/passwd").then((r) => { tried.climbed = r.ok }, () => { tried.climbed = false });
location.href = "https://198.51.100.7/away";
"""


class Ear(QObject):
    @Slot(str)
    def hear(self, words: str) -> None:
        """The page needs something to talk to."""


@pytest.fixture
def pages() -> dict[str, tuple[str, bytes]]:
    return {
        "park://app/escape.html": ("text/html", ESCAPER),
        "park://app/escape.js": ("text/javascript", ESCAPE_JS),
        "park://app/plain.html": ("text/html", b"<!doctype html><title>plain</title>"),
    }


@pytest.fixture
def web(qtbot, pages):
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(400, 300)
    view = ParkView(pages.get, Ear(frame), frame)
    view.resize(400, 300)
    frame.show()
    yield view
    view.close_page()


def load(qtbot, view: ParkView, url: str) -> None:
    with qtbot.waitSignal(view.page().loadFinished, timeout=20_000):
        view.open(url)


def test_a_page_that_wants_out_stays_in(qtbot, web, ask):
    load(qtbot, web, "park://app/escape.html")
    qtbot.waitUntil(
        lambda: "climbed" in ask(web, "window.tried") and "fetched" in ask(web, "window.tried"), timeout=30_000
    )
    tried = ask(web, "window.tried")
    assert tried["rtc"] == "undefined,undefined,undefined"
    assert tried["opened"] is True
    assert tried["stored"] is False
    assert tried["fetched"] is False
    assert tried["climbed"] is False
    assert ask(web, "[window.HX ?? null, location.href]") == [None, "park://app/escape.html"]


def test_webrtc_stays_away_after_a_death(qtbot, web, ask):
    load(qtbot, web, "park://app/plain.html")
    with qtbot.waitSignal(web.revived, timeout=30_000):
        kill(web)
    qtbot.waitUntil(lambda: ask(web, "document.title") == "plain", timeout=30_000)
    assert ask(web, "typeof RTCPeerConnection") == "undefined"


def test_what_is_not_there_is_not_found(qtbot, web, caplog):
    with qtbot.waitSignal(web.page().loadFinished, timeout=20_000) as heard:
        web.open("park://app/nowhere.html")
    assert heard.args == [False]


def test_an_answer_that_breaks_is_no_answer(qapp, caplog):
    def broken(url: str) -> None:
        raise ValueError(url)

    handler = scheme.Handler(broken)
    with caplog.at_level(logging.ERROR):
        assert handler._answer("park://app/map.html") is None
    assert "park://app/map.html" in caplog.text


def test_too_many_deaths_in_a_minute_give_up(qtbot, pages):
    frame, now = QWidget(), [0.0]
    qtbot.addWidget(frame)
    view = ParkView(pages.get, Ear(frame), frame, clock=lambda: now[0])
    load(qtbot, view, "park://app/plain.html")
    for _ in range(DEATHS - 1):
        with qtbot.waitSignal(view.revived, timeout=30_000):
            kill(view)
        qtbot.waitUntil(lambda: view.page().renderProcessPid() > 0 and not view.page().isLoading(), timeout=30_000)
        now[0] += 5
    with qtbot.waitSignal(view.gave_up, timeout=30_000):
        kill(view)
    view.close_page()


def test_navigation_leads_only_to_our_own_pages(qapp, web):
    page = web.page()
    assert isinstance(page, ParkPage)
    typed = ParkPage.NavigationType.NavigationTypeLinkClicked
    for address, allowed in (
        ("park://app/map.html", True), ("https://198.51.100.7/", False), ("file:///etc/hostname", False),
        ("view-source:park://app/map.html", False), ("javascript:1", False), ("data:text/html,x", False),
    ):  # fmt: skip
        assert page.acceptNavigationRequest(QUrl(address), typed, True) is allowed, address


def test_the_environment_of_the_machine_is_not_heard(monkeypatch):
    asked = {
        "QTWEBENGINE_REMOTE_DEBUGGING": "9222", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
        "QTWEBENGINE_DISABLE_SANDBOX": "1", "QTWEBENGINEPROCESS_PATH": "/tmp/other",
    }  # fmt: skip
    monkeypatch.setattr(scheme, "is_root", lambda: False)
    scheme.prepare(asked)
    assert asked == {"QTWEBENGINE_CHROMIUM_FLAGS": scheme.FLAGS}
    assert "sandbox" not in scheme.FLAGS


def test_root_alone_runs_without_the_sandbox_and_is_told(monkeypatch, caplog):
    asked: dict[str, str] = {}
    monkeypatch.setattr(scheme, "is_root", lambda: True)
    with caplog.at_level(logging.WARNING):
        scheme.prepare(asked)
    assert asked["QTWEBENGINE_DISABLE_SANDBOX"] == "1"
    assert "sandbox" in caplog.text


def test_the_policy_is_the_one_of_the_pages():
    from brochure.pages import CSP

    assert scheme.CSP.decode() == CSP
    assert json.dumps(CSP).count("unsafe") == 0


def kill(view: ParkView) -> None:
    import os
    import signal

    os.kill(view.page().renderProcessPid(), signal.SIGKILL)
