"""The flat cells of a record in words that somebody who never saw a database can read."""

from collections.abc import Mapping

from brochure.content.headings import heading_of
from brochure.content.outlines import say_outline
from brochure.model.flat import SEPARATOR, columns
from brochure.model.kinds import KINDS
from brochure.words import Lang, Text
from brochure.words import content_place as say
from brochure.words.choices import say_choice
from brochure.words.fields import NO, YES


def say_column(column: str, lang: Lang) -> str:
    """Return what a column is called."""
    return heading_of(column)[0 if lang == "zh" else 1]


def say_cell(kind: str, column: str, value: str | None, names: Mapping[str, Text], lang: Lang) -> str:
    """Return what a cell holds: choices and ids by their words, items one to a line, an empty cell as such.

    Args:
        kind: The kind of the record.
        column: The name of the flat column.
        value: What the cell holds.
        names: The name of each record by its id.
        lang: Language of the words.
    """
    if value is None:
        return say.EMPTY.to(lang)
    if column == "outline":
        return say_outline(value).to(lang)
    shape = next((each for each in columns(KINDS[kind]) if column in each.names), None)
    if shape is None:
        return value
    if shape.form == "bool":
        return (YES if value == "1" else NO).to(lang)
    items = value.split(SEPARATOR) if shape.form in ("strs", "texts") else [value]
    if shape.ref is not None:
        items = [names[item].to(lang) if item in names else item for item in items]
    elif shape.choices:
        items = [
            words.to(lang) if (words := say_choice(kind, shape.field, item)) is not None else item for item in items
        ]
    return "\n".join(items)
