"""Litter is collected on the window's thread: a widget in a loop of references never dies below another thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from brochure.gui.litter import Collector

Deaths = list[int]


class Looped(QObject):
    """Nothing but the collector can end it; it tells on which thread that happened."""

    def __init__(self, deaths: Deaths) -> None:
        super().__init__()
        self.loop, self.deaths = self, deaths

    def __del__(self) -> None:
        self.deaths.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    window = QObject()
    made = Collector(window)
    yield made
    if shiboken6.isValid(window):
        shiboken6.delete(window)


def make_things() -> list[object]:
    return [[{}] for _ in range(20 * gc.get_threshold()[0])]


def make_things_on_another_thread() -> list[list[object]]:
    made: list[list[object]] = []
    thread = threading.Thread(target=lambda: made.append(make_things()))
    thread.start()
    thread.join()
    return made


def test_another_thread_never_deletes_what_belongs_to_the_window(collector: Collector, qtbot: QtBot) -> None:
    deaths: Deaths = []
    Looped(deaths)
    kept = make_things_on_another_thread()
    assert kept
    assert deaths == []
    qtbot.waitUntil(lambda: bool(deaths), timeout=30_000)
    assert deaths == [threading.get_ident()]


def test_the_automatic_collector_would_delete_it_there(qapp: QObject) -> None:
    deaths: Deaths = []
    Looped(deaths)
    assert make_things_on_another_thread()
    assert deaths != []
    assert threading.get_ident() not in deaths


def test_litter_is_collected_once_there_is_enough_of_it(collector: Collector) -> None:
    deaths: Deaths = []
    Looped(deaths)
    kept = make_things()
    collector.sweep()
    assert kept
    assert deaths


def test_when_the_window_ends_the_automatic_collector_goes_on(collector: Collector) -> None:
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    shiboken6.delete(collector.parent())
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
