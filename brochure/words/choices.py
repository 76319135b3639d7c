"""Words for the choices that a field of a record allows; a choice without words is for programs only."""

from typing import Final

from brochure.words.card import BASE_PART, CARRIER_TYPE, POLICY_TYPE, SERVICE_TOPIC
from brochure.words.kinds import DIRECTION, LEVEL, LINK, POLICY_TOPIC, PRECISION, STATUS
from brochure.words.text import Text

_CHOICES: Final[dict[str, dict[str, Text]]] = {
    "status": STATUS,
    "precision": PRECISION,
    "level": LEVEL,
    "link": LINK,
    "direction": DIRECTION,
    "carriers type": CARRIER_TYPE,
    "base part": BASE_PART,
    "policies type": POLICY_TYPE,
    "policies topic": POLICY_TOPIC,
    "services topic": SERVICE_TOPIC,
}
"""By field, or by kind and field."""


def say_choice(kind: str, field: str, value: str) -> Text | None:
    """Return the words for a choice, or nothing where it has none."""
    words = _CHOICES.get(field) or _CHOICES.get(f"{kind} {field}") or {}
    return words.get(value)
