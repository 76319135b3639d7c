"""What the office changed in a shipped record while its sources are still those of before: they do not say so."""

from collections.abc import Collection

from brochure.model.flat import columns
from brochure.model.kinds import KINDS

NOT_FACTS = frozenset({"order", "headline", "mark", "named", "lat", "lon", "outline"})
"""Numbers that place a record among others, or on the map, and claim nothing."""
FACTS = frozenset({
    "value", "text", "unit", "qualifier", "status", "as_of", "issued", "valid_from", "valid_to", "replaced_by",
    "number", "level", "published",
})  # fmt: skip
"""Fields that state a fact without being a number of their own."""


def unsourced_edits(kind: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the fields of fact among changed columns whose source was not changed with them.

    Args:
        kind: The kind of the record.
        names: The columns in which it differs from what was shipped.
    """
    if "sources" in names:
        return ()
    return tuple(
        column.field
        for column in columns(KINDS[kind])
        if (column.form in ("int", "float") or column.field in FACTS)
        and column.field not in NOT_FACTS
        and any(name in names for name in column.names)
    )
