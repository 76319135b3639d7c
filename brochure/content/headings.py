"""What stands above a table: which kind it is of, and which column each heading names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brochure.words import intake as say
from brochure.words.fields import FIELDS
from brochure.words.kinds import KINDS


def find_kind(title: str, names: list[str], ids: Iterable[Sequence[str]], kinds: Mapping[str, str]) -> str | None:
    """Return the kind of a table by its title, else by the ids in it; nothing where neither tells.

    Args:
        title: The name of the sheet or file.
        names: The headings.
        ids: The texts of each row.
        kinds: The kind of each id that there is.
    """
    for found in _kinds_in(plain(title)):
        if len(found) == 1:
            return found[0]
    place = next((place for place, name in enumerate(names) if column_of(name, ("id",)) == "id"), None)
    if place is None:
        return None
    by_id = {kinds[id] for row in ids if place < len(row) and (id := row[place].strip()) in kinds}
    return by_id.pop() if len(by_id) == 1 else None


def _kinds_in(title: str) -> Iterator[list[str]]:
    """Return the kinds that a title names by a word of its own, then those it names as part of a longer one."""
    words = re.findall(r"[a-z]+|[\u4e00-\u9fff]+", title)
    yield [kind for kind, name in KINDS.items() if kind in words or name.zh in words]
    yield [kind for kind, name in KINDS.items() if name.zh in title]


def column_of(name: str, known: Iterable[str]) -> str | None:
    """Return the column a heading names: by its own name, as the last word of the heading, or by its label."""
    known = tuple(known)
    words = plain(name).split()
    if words and words[-1] in known:
        return words[-1]
    labels = {plain(label): column for column in known for label in heading_of(column)}
    return labels.get(plain(name))


def plain(name: str) -> str:
    """Return a heading without what a keyboard or a spreadsheet program makes of it: width, case, outer spaces."""
    return unicodedata.normalize("NFKC", name).replace("\ufeff", "").strip().casefold()


def heading_of(column: str) -> tuple[str, str]:
    """Return what a column is called in a heading, in both languages."""
    field, _, side = column.rpartition("_")
    if side in ("zh", "en") and field in FIELDS:
        label = (say.HEADING_ZH if side == "zh" else say.HEADING_EN).fill(FIELDS[field])
        return label.zh, label.en
    return (FIELDS[column].zh, FIELDS[column].en) if column in FIELDS else (column, column)
