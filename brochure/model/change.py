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
