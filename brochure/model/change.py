"""What the office changed in the shipped content: one cell, what it held before, who changed it and when."""

import msgspec


class Change(msgspec.Struct, frozen=True):
    """One changed cell; ``field`` is the name of a flat column, ``None`` is an empty cell.

    ``base_value`` is what ``data/`` held when the change was made, so that a later conflict can be seen.
    """

    record: str
    kind: str
    field: str
    value: str | None
    base_value: str | None
    made_at: str
    made_by: str
    undone: bool = False
    id: int | None = None
    import_id: int | None = None


class Conflict(msgspec.Struct, frozen=True):
    """One cell that the office and a newer ``data/`` both changed, each in its own way; somebody has to choose.

    ``then`` is what ``data/`` held when the office changed it, ``ours`` what the office made of it, ``theirs`` what
    ``data/`` holds now.
    """

    record: str
    kind: str
    field: str
    then: str | None
    ours: str | None
    theirs: str | None
    change: int | None


class Edit(msgspec.Struct, frozen=True):
    """One cell of a record as the office has it and ``data/`` has not; of a new record every cell is one.

    ``files`` are the files it came from, where it came from any.
    """

    record: str
    field: str
    made_at: str
    new: bool
    files: tuple[str, ...] = ()


class Import(msgspec.Struct, frozen=True):
    """One time that files were taken over: when, by whom, which files, and where the backup of before lies."""

    id: int
    made_at: str
    made_by: str
    files: tuple[str, ...]
    backup: str | None
