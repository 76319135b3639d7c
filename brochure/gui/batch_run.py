"""A batch being made beside the window: a thread that watches over processes, and tells of each row."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from brochure.gui.jobs import Job
from brochure.gui.view import Hub


class BatchJob(Job):
    """``told`` comes with each row whose state changes."""

    told = Signal(object)


def batch_job(hub: Hub, rows: Sequence[object], folder: Path, owner: QObject) -> BatchJob:
    """Return the making of a batch as a job that hears ``cancel``; what is there already is not made again."""
    library, places, lang = hub.library, hub.places, hub.lang

    def work(job: Job) -> object:
        from brochure.desk.batch import run
        from brochure.desk.change import load_settings

        return run(
            library, rows, folder, places, lang=lang, review_number=load_settings(places).get("review_number", ""),
            progress=job.told.emit, cancelled=lambda: job.cancelled,
        )  # fmt: skip

    return BatchJob(work, owner)


def reading_job(hub: Hub, path: Path, defaults: object, encoding: str, owner: QObject) -> Job:
    """Return the reading of a list as a job: the rows with all that stops them."""
    library, places = hub.library, hub.places

    def work(_: Job) -> object:
        import msgspec

        from brochure.desk.batch import look_over
        from brochure.desk.change import load_settings
        from brochure.desk.recipients import read_recipients

        read = read_recipients(library, path, defaults, places.recipes, encoding or None)
        number = load_settings(places).get("review_number", "")
        return msgspec.structs.replace(read, rows=look_over(library, read.rows, read.file, places, number))

    return Job(work, owner)


def register_job(hub: Hub, owner: QObject) -> Job:
    """Return the looking-up of the register as a job: the copies to send again, and all of them."""
    library, places = hub.library, hub.places

    def work(_: Job) -> object:
        from brochure.desk.register import list_copies, list_stale

        copies = list_copies(places)
        return list_stale(library, copies), copies

    return Job(work, owner)
