"""From the shortlist to a file: what to ask for, and the work beside the window."""

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from brochure.gui.jobs import Job
from brochure.gui.view import Hub
from brochure.pdf.recipe import Recipe
from brochure.words import window as say


def shortlist_recipe(hub: Hub) -> Recipe:
    """Return what the tray asks for: exactly the things chosen, or the whole book where nothing was chosen.

    A kind of which nothing was chosen is left out, and its section with it; stages and figures have sections that tell
    the whole story or none of it, so they stay.
    """
    from brochure.desk.change import load_settings

    set_by_person = load_settings(hub.places)
    chosen: dict[str, tuple[str, ...]] = {}
    if hub.shortlist:
        records = [record for key in hub.shortlist if (record := hub.library.find(key)) is not None]
        for kind in ("zones", "policies", "enterprises"):
            chosen[kind] = tuple(record.id for record in records if record.kind == kind)
        if sectors := tuple(record.id for record in records if record.kind == "industries"):
            chosen["sectors"] = sectors  # the chain of each is lit in the book
    return Recipe(
        reader=set_by_person.get("reader") or None,
        contact=set_by_person.get("contact") or None,
        stage=hub.own_stage if hub.library.find(hub.own_stage or "") is not None else None,
        lang=hub.lang,
        on=datetime.date.today(),  # noqa: DTZ011  the day on the reader's own calendar
        **chosen,
    )


def suggested_file(hub: Hub) -> Path:
    """Return a new name in the person's documents folder; nothing is overwritten by a suggestion."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    day = datetime.date.today().isoformat()  # noqa: DTZ011
    name = f"{hub.say(say.FILE_NAME)}-{day}"
    path = folder / f"{name}.pdf"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}.pdf"
        number += 1
    return path


def export_job(hub: Hub, recipe: Recipe, out: Path, parent: QObject) -> Job:
    """Return the export as a job that tells its progress and hears ``cancel``."""
    library, places = hub.library, hub.places

    def work(job: Job) -> object:
        from brochure.desk.change import load_settings
        from brochure.desk.tailor import export

        review_number = load_settings(places).get("review_number", "")
        out.parent.mkdir(parents=True, exist_ok=True)
        return export(
            library, recipe, out, places, review_number=review_number,
            progress=job.progress.emit, cancelled=lambda: job.cancelled,
        )  # fmt: skip

    return Job(work, parent)
