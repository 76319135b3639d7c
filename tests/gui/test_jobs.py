"""Work beside the window comes back on the window's thread, also when its owner is gone by then."""

import threading

import pytest
from PySide6.QtCore import QObject

from brochure.gui.jobs import Job


@pytest.fixture
def owner(qapp):
    return QObject()


def test_the_answer_comes_on_the_windows_thread(qtbot, owner):
    where: list[threading.Thread] = []
    job = Job(lambda _: where.append(threading.current_thread()) or 7, owner)
    job.done.connect(lambda _: where.append(threading.current_thread()))
    with qtbot.waitSignal(job.done) as heard:
        job.start()
    assert heard.args == [7]
    assert where[0] is not threading.main_thread()
    assert where[1] is threading.main_thread()


def test_what_is_raised_is_told(qtbot, owner):
    job = Job(lambda _: 1 // 0, owner)
    with qtbot.waitSignal(job.failed) as heard:
        job.start()
    assert isinstance(heard.args[0], ZeroDivisionError)


def test_a_cancelled_job_hears_it(qtbot, owner):
    go = threading.Event()
    job = Job(lambda self: go.wait(5) and self.cancelled, owner)
    job.start()
    job.cancel()
    with qtbot.waitSignal(job.done) as heard:
        go.set()
    assert heard.args == [True]


def test_an_owner_that_goes_takes_the_answer_along(qtbot, qapp):
    import shiboken6

    owner, go, told = QObject(), threading.Event(), []
    job = Job(lambda _: go.wait(5), owner)
    job.done.connect(told.append)
    job.start()
    shiboken6.delete(owner)
    assert job.cancelled
    go.set()
    qtbot.waitUntil(lambda: job not in Job.running, timeout=30_000)
    assert told == []
