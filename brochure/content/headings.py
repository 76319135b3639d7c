"""What stands above a table: which kind it is of, and which column each heading names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from brochure.words import intake as say
from brochure.words.fields import FIELDS
from brochure.words.kinds import KINDS


def find_kind(
    titles: Sequence[str], names: Sequence[str], rows: Iterable[Sequence[str]], kinds: Mapping[str, str]
) -> str | None:
    """Return the kind of a table: by a column that says so, a word of its title, the ids in it, a part of its title.

    Args:
        titles: The name of the sheet, then that of the file.
        names: The headings.
        rows: The texts of each row.
        kinds: The kind of each id that there is.

    Returns:
        The kind, or nothing where none of them tells.
    """
    rows = list(rows)
    own = plain(titles[0])
    found = _by_column(names, rows) or _by_word(own) or _by_ids(names, rows, kinds) or _by_part(own)
    for title in map(plain, titles[1:]):
        found = found or _by_word(title) or _by_part(title)
    return found


def is_kind(name: str) -> bool:
    """Whether a heading stands above the kind of each row, as the JSON of a record has it."""
    return plain(name).split()[-1:] in (["kind"], [plain(say.KIND.zh)])


def _by_column(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str | None:
    place = next((place for place, name in enumerate(names) if is_kind(name)), None)
    if place is None:
        return None
    return _only({kind for row in rows if place < len(row) and (kind := row[place].strip()) in KINDS})


def _by_word(title: str) -> str | None:
    words = re.findall(r"[a-z]+|[\u4e00-\u9fff]+", title)
    return _only(kind for kind, name in KINDS.items() if kind in words or name.zh in words)


def _by_part(title: str) -> str | None:
    return _only(kind for kind, name in KINDS.items() if name.zh in title)


def _by_ids(names: Sequence[str], rows: Iterable[Sequence[str]], kinds: Mapping[str, str]) -> str | None:
    place = next((place for place, name in enumerate(names) if column_of(name, ("id",)) == "id"), None)
    if place is None:
        return None
    return _only({kinds[id] for row in rows if place < len(row) and (id := row[place].strip()) in kinds})


def _only(found: Iterable[str]) -> str | None:
    found = list(found)
    return found[0] if len(found) == 1 else None


def column_of(name: str, known: Iterable[str]) -> str | None:
    """Return the column a heading names: by its own name, as the last word of the heading, or by its label."""
    known = tuple(known)
    words = plain(name).split()
    last = words[-1].replace(".", "_") if words else ""  # name.zh, as somebody who took JSON apart may write it
    if last in known:
        return last
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
