"""Open the content: from the database when it still holds, built anew from the files when it does not."""

from collections.abc import Mapping
from pathlib import Path

from brochure.errors import ContentError, DamagedError, LockedError, StoreError
from brochure.model.change import Change
from brochure.resources import data_folder
from brochure.settings import Places
from brochure.store.inputs import fingerprint
from brochure.store.library import Library, load_library
from brochure.store.user_db import UserStore
from brochure.words import errors as say


def open_library(places: Places, data: Path | None = None) -> Library:
    """Return the library, building the content database first when something it is made from has changed.

    The library's ``problem`` tells of what did not go as it should but does not keep anybody from looking: content
    that cannot be taken (the database of before is shown), a folder that cannot be written, damaged user data.

    Args:
        places: The writable folders.
        data: The folder of the content files; the shipped one when none is given.

    Raises:
        ContentError: The files cannot be taken and there is no whole database of before.
    """
    folder = data or data_folder()
    store = UserStore(places.user_db)
    problem: StoreError | ContentError | None = None
    changes: tuple[Change, ...] = ()
    files: dict[int, tuple[str, ...]] = {}
    before: Library | None = None
    damage: StoreError | None = None
    try:
        before = load_library(places.content_db)
    except DamagedError as error:
        damage = error
    except StoreError:
        pass  # not there yet, or of another version: it is built without a word
    try:
        changes = store.changes()
        files = {made.id: made.files for made in store.imports()} if changes else {}
    except StoreError as error:
        problem = error
        if before is not None and isinstance(error, LockedError):  # what the office changed is unknown for now
            before.problem = error
            return before
    inputs = fingerprint(folder, changes)
    if before is not None and before.inputs == inputs:
        before.problem = problem
        return before
    try:
        library, kept = _build(folder, changes, files, inputs, places.content_db)
    except ContentError as error:
        if before is None:
            raise
        before.problem = error
        return before
    library.problem = problem or kept or damage
    return library


def _build(
    folder: Path, changes: tuple[Change, ...], files: Mapping[int, tuple[str, ...]], inputs: str, path: Path
) -> tuple[Library, StoreError | None]:
    from brochure.claims import verdicts
    from brochure.content import lay_over, load_content
    from brochure.content.placing import place_features
    from brochure.store.content_db import build_content_db, keep_beside, save_content_db

    content = load_content(folder)
    laid = lay_over(content.records, changes, {feature.id for feature in content.features}, files)
    told = [say.CHANGE_UNFIT.fill(change.id, change.record, change.field) for change in laid.unfit]
    features = place_features(laid.records, content.features, laid.edits)
    database = build_content_db(
        laid.records, features, content.profile, inputs, told, laid.conflicts, laid.edits, content.conditions
    )
    database = keep_beside(database, "verdicts", verdicts(Library(database)))
    kept: StoreError | None = None
    try:
        save_content_db(database, path)
    except OSError as error:
        kept = StoreError(say.CONTENT_DB_NOT_KEPT.fill(path.parent, error.strerror or error))
    return Library(database), kept
