"""The office's own changes, laid over the shipped records; what no longer fits is left out and told."""

from collections.abc import Mapping, Sequence

from brochure.model.change import Change
from brochure.model.flat import CellError, columns, from_row, to_row
from brochure.model.record import Record

Records = Mapping[str, tuple[Record, ...]]


def lay_over(records: Records, changes: Sequence[Change]) -> tuple[dict[str, tuple[Record, ...]], tuple[Change, ...]]:
    """Return the records with the changes made, and the changes that could not be made.

    A change does not fit when its record or column is gone, when the cell would not hold what the column asks for, or
    when it would point to a record that is not there.
    """
    laid = {kind: {record.id: record for record in each} for kind, each in records.items()}
    kinds = {id: kind for kind, each in laid.items() for id in each}
    unfit: list[Change] = []
    for change in changes:
        if change.undone:
            continue
        record = laid.get(change.kind, {}).get(change.record)
        made = _changed(record, change, kinds) if record is not None else None
        if made is None:
            unfit.append(change)
        else:
            laid[change.kind][change.record] = made
    return {kind: tuple(each.values()) for kind, each in laid.items()}, tuple(unfit)


def _changed(record: Record, change: Change, kinds: Mapping[str, str]) -> Record | None:
    column = next((each for each in columns(type(record)) if change.field in each.names), None)
    if column is None or column.field == "id":
        return None
    try:
        made = from_row(type(record), {**to_row(record), change.field: change.value})
    except CellError:
        return None
    if column.ref is not None:
        value = getattr(made, column.field)
        for id in (value,) if isinstance(value, str) else value or ():
            if id not in kinds or column.ref not in ("*", kinds[id]):
                return None
    return made
