"""What the tests of the content look at in a record."""

import re
from collections.abc import Iterator
from typing import Any

from brochure.model.flat import columns
from brochure.model.record import Record
from brochure.words import Text

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")


def texts_of(record: Record) -> Iterator[tuple[str, Text]]:
    """Yield every text of a record with the name of its field."""
    for column in columns(type(record)):
        value = getattr(record, column.field)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, Text):
                yield column.field, text


def steps_of(record: Any) -> list[str]:
    """Return the steps of a service or policy, in Chinese."""
    return [step.zh for step in record.steps]


def said(text: Text | None) -> str:
    """Return the Chinese of a text that must be there."""
    assert text is not None
    return text.zh
