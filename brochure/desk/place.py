"""Put an enterprise, a stage or a carrier at its true place on the map, or take it off: a change that can be undone."""

import math
from pathlib import Path

import msgspec

from brochure.content.coordinates import rounded
from brochure.content.geometry import is_local
from brochure.content.placing import PLACEABLE
from brochure.desk.intake import Applied, keep
from brochure.errors import ContentError, LockedError, StoreError
from brochure.model.difference import CellChange, RecordChange
from brochure.model.flat import to_cells
from brochure.resources import data_folder
from brochure.settings import Places
from brochure.store.inputs import fingerprint
from brochure.store.library import Library
from brochure.store.user_db import UserStore, mark_of
from brochure.words import intake as intake_say
from brochure.words import placing as say


def is_placeable(library: Library, record_id: str) -> bool:
    """Whether a record can be placed on the map by itself."""
    return isinstance(library.find(record_id), PLACEABLE)


def place(
    library: Library, places: Places, record_id: str, lat: float, lon: float, *, data: Path | None = None
) -> Applied:
    """Keep where something truly is, as one import that ``changes`` lists and takes back.

    Args:
        library: The content of today.
        places: The writable folders.
        record_id: An enterprise, a stage of the chain or a carrier.
        lat: Latitude in degrees, WGS 84.
        lon: Longitude in degrees, WGS 84.
        data: The folder of the content files; the shipped one when none is given.

    Raises:
        ContentError: It cannot be placed by itself, the position is none near Xining, or it is there already.
        NotFoundError: There is no such record.
        StoreError: The content changed meanwhile, or it could not be kept; nothing was changed.
    """
    if not (math.isfinite(lat) and math.isfinite(lon)):
        raise ContentError(say.NOT_A_POSITION)
    if not is_local(lat, lon):
        raise ContentError(say.OUTSIDE.fill(f"{lat:g}", f"{lon:g}"))
    return _keep(library, places, record_id, rounded(lat, lon), data)


def take_off(library: Library, places: Places, record_id: str, *, data: Path | None = None) -> Applied:
    """Take a position away again, so that the thing stands where the content files have it.

    Raises:
        ContentError: It was not placed.
        NotFoundError: There is no such record.
        StoreError: The content changed meanwhile, or it could not be kept; nothing was changed.
    """
    return _keep(library, places, record_id, None, data)


def _keep(
    library: Library, places: Places, record_id: str, position: tuple[float, float] | None, data: Path | None
) -> Applied:
    record = library.record(record_id)
    if not isinstance(record, PLACEABLE):
        raise ContentError(say.NOT_PLACEABLE.fill(record.name))
    if isinstance(library.problem, LockedError):  # it was waited for already
        raise library.problem
    changes = UserStore(places.user_db).changes()
    if library.inputs != fingerprint(data or data_folder(), changes):
        raise StoreError(intake_say.CHANGED_MEANWHILE)
    before = to_cells(record)
    lat, lon = position or (None, None)
    after = to_cells(msgspec.structs.replace(record, lat=lat, lon=lon))
    cells = tuple(CellChange(name, before[name], after[name]) for name in ("lat", "lon") if before[name] != after[name])
    if not cells:
        raise ContentError(say.NOT_MOVED if position is not None else say.NOT_PLACED.fill(record.name))
    change = RecordChange(record.id, record.kind, record.name, False, cells, say.ORIGIN + record.id, None, 1)
    number, backup = keep(places, (change.file,), [change], mark_of(changes), data=data)
    return Applied(number, 1, backup)
