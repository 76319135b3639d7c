"""From the shortlist to a file: what to ask for, and the work beside the window."""

import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from brochure.gui.jobs import Job
from brochure.gui.view import Hub
from brochure.pdf.choice import CHOSEN_ELSEWHERE
from brochure.pdf.recipe import Answers, Recipe
from brochure.words import Text
from brochure.words import window as say

CHOSEN = ("zones", "policies", "enterprises")
"""The kinds whose sections print exactly what was chosen."""


def shortlist_recipe(hub: Hub) -> Recipe:
    """Return what the tray asks for: exactly the things chosen, or the whole book where nothing was chosen.

    A kind of which nothing was chosen is left out, and its section with it; stages and figures have sections that tell
    the whole story or none of it, so they stay. What no section prints by choice stands in a list of its own, and what
    was answered is held against the measures.
    """
    from brochure.desk.change import contact_of, load_settings

    set_by_person = load_settings(hub.places)
    chosen: dict[str, tuple[str, ...]] = {}
    if hub.shortlist:
        records = [record for key in hub.shortlist if (record := hub.library.find(key)) is not None]
        for kind in CHOSEN:
            chosen[kind] = tuple(record.id for record in records if record.kind == kind)
        if sectors := tuple(record.id for record in records if record.kind == "industries"):
            chosen["sectors"] = sectors  # the chain of each is lit in the book
        chosen["also"] = tuple(record.id for record in records if record.kind not in CHOSEN_ELSEWHERE)
    return Recipe(
        reader=set_by_person.get("reader") or None,
        contact=contact_of(set_by_person),
        stage=hub.own_stage if hub.library.find(hub.own_stage or "") is not None else None,
        answers=hub.answers,
        lang=hub.lang,
        on=datetime.date.today(),  # noqa: DTZ011  the day on the reader's own calendar
        **chosen,
    )


def answers_recipe(hub: Hub, answers: Answers, on: datetime.date) -> Recipe:
    """Return the result of the matcher as a brochure of its own: what was answered, what it meets, and the sources."""
    from brochure.desk.change import contact_of, load_settings

    set_by_person = load_settings(hub.places)
    return Recipe(
        reader=set_by_person.get("reader") or None,
        contact=contact_of(set_by_person),
        sections=("match", "sources"),
        sectors=None if answers.sector is None else (answers.sector,),
        answers=answers,
        lang=hub.lang,
        on=on,
    )


def suggested_file(hub: Hub, kind: Text = say.FILE_NAME) -> Path:
    """Return a new name in the person's documents folder; nothing is overwritten by a suggestion."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
    day = datetime.date.today().isoformat()  # noqa: DTZ011
    name = f"{hub.say(kind)}-{day}"
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
        made = export(
            library, recipe, out, places, review_number=review_number,
            progress=job.progress.emit, cancelled=lambda: job.cancelled,
        )  # fmt: skip
        register(hub, recipe, out, pages=made.pages, sha256=made.sha256)
        return made

    return Job(work, parent)


def register(hub: Hub, recipe: Recipe, out: Path | None, *, pages: int, sha256: str) -> None:
    """Keep who got a copy, ``out`` being None for paper; where that cannot be kept the log says so."""
    from brochure.desk.register import note

    if note(hub.library, recipe, out, hub.places, pages=pages, sha256=sha256) is not None:
        import logging

        logging.getLogger(__name__).warning("a copy was not registered: the user's file cannot be written")
