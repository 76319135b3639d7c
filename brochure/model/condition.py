"""What a policy, fund, product, carrier, service or zone asks of a firm, as one row each: data, never code."""

from typing import Annotated, ClassVar, Final, Literal

from brochure.model.record import Record, Ref
from brochure.words import Text

Question = Literal["sector", "activity", "size", "stage", "space", "export"]
BEFORE: Final = "before"
"""The answer of somebody whose firm is not registered yet: before the first stage of the chain."""
FIXED: Final[dict[Question, tuple[str, ...]]] = {
    "activity": ("make", "research", "trade", "service"),
    "size": ("above", "small", "micro"),
    "space": ("land", "plant", "lab", "desk", "none"),
    "export": ("yes", "no"),
}
"""The answers that do not come from the content; those to ``sector`` and ``stage`` are ids of industries and stages."""
QUESTIONS: Final[tuple[Question, ...]] = ("sector", "activity", "size", "stage", "space", "export")
ASKING_KINDS: Final = ("policies", "funds", "products", "carriers", "services")
"""The kinds that are matched; a zone may ask something too and is shown where it fits."""


class Condition(Record, frozen=True, kw_only=True):
    """One thing that a source asks, and which answers meet it.

    ``name`` says what is asked, ``clause`` is the wording of the source or of the record. An answer in ``accepted``
    meets it, one in ``refused`` does not, any other settles nothing. Without a ``question`` none of the six reaches it.
    What is only our ``reading`` of the source never refuses anybody, nor does it let anybody in.
    """

    kind: ClassVar[str] = "conditions"

    record: Annotated[str, Ref("*")]
    question: Question | None = None
    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    clause: Text
    basis: Literal["stated", "reading"]
