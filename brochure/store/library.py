"""The content as the rest of the program sees it: read once, checked, then everything in memory and never changed."""

import functools
import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from brochure.errors import BrochureError, DamagedError, NotFoundError, StoreError
from brochure.model.change import Conflict, Edit
from brochure.model.condition import Condition
from brochure.model.flat import columns
from brochure.model.geometry import Feature, ProfilePoint
from brochure.model.kinds import KINDS, Figure, Source
from brochure.model.record import Record
from brochure.store.content_db import table_digest
from brochure.store.index import runs
from brochure.store.spelling import Spelling
from brochure.store.tables import SCHEMA, TABLES, cell_names, to_feature, to_profile_point, to_records
from brochure.words import Text
from brochure.words import errors as say
from brochure.words.content import ANY_KIND


class NameRow(NamedTuple):
    """A name or alias as it is searched for; ``own`` is 1 for the name itself, ``pinyin`` has its syllables apart."""

    record: str
    own: int
    lang: str
    name: str
    folded: str
    initials: str
    pinyin: str


class Library:
    """The records, the map, the profile and the conditions of one content database.

    ``problem`` is why the database of before is shown, why a new one could not be kept, or that a damaged one was built
    anew; ``None`` when all is well.
    ``unfit`` tells which changes of the office could not be laid over the content, ``conflicts`` which of them await a
    choice because the content files changed the same cells meanwhile.
    """

    def __init__(self, data: bytes) -> None:
        """Read a content database from its bytes.

        Raises:
            DamagedError: They are no content database of this program, or a value in it was changed or damaged.
            StoreError: They are whole, but of another version of this program.
        """
        self.problem: BrochureError | None = None
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._connection.deserialize(data)
            self._read()
        except (sqlite3.Error, ValueError, TypeError, KeyError, OverflowError, MemoryError) as error:
            self._connection.close()
            raise DamagedError(say.CONTENT_DB_DAMAGED) from error
        except StoreError:
            self._connection.close()
            raise

    def _read(self) -> None:
        fetch = self._connection.execute
        meta = dict(fetch("SELECT key, value FROM meta"))
        for table in ("meta", "sqlite_schema", *TABLES):
            if meta[f"digest {table}"] != table_digest(self._connection, table):
                raise DamagedError(say.CONTENT_DB_DAMAGED)
            if meta["schema"] != SCHEMA:
                raise StoreError(say.CONTENT_DB_OTHER)
        self.inputs: str = meta["inputs"]
        self.content_version: str = self.inputs[:8]
        self.unfit: tuple[Text, ...] = msgspec.json.decode(meta["unfit"], type=tuple[Text, ...])
        self.conflicts: tuple[Conflict, ...] = msgspec.json.decode(meta["conflicts"], type=tuple[Conflict, ...])
        self.edits: dict[str, tuple[Edit, ...]] = {}
        """What the office changed, by record."""
        for edit in msgspec.json.decode(meta["edits"], type=tuple[Edit, ...]):
            self.edits[edit.record] = (*self.edits.get(edit.record, ()), edit)
        self.verdicts: str = meta.get("verdicts", "")
        """What the claim guard found when the content was built, in its own words."""
        self.content_date: str = meta["content_date"]
        self.characters: frozenset[str] = frozenset(meta["characters"])
        """Every character of the content, so that a font can be cut to them."""
        self._kinds: dict[str, tuple[Record, ...]] = {}
        for kind, cls in KINDS.items():
            names = ",".join(f'"{name}"' for name in cell_names(cls))
            rows = fetch(f'SELECT {names} FROM "{kind}" ORDER BY rowid')  # noqa: S608 - names of our own
            self._kinds[kind] = tuple(to_records(cls, rows))
        names = ",".join(f'"{name}"' for name in cell_names(Condition))
        rows = fetch(f"SELECT {names} FROM conditions ORDER BY rowid")  # noqa: S608 - names of our own
        self.conditions: tuple[Condition, ...] = tuple(to_records(Condition, rows))
        self._by_id = {record.id: record for records in self._kinds.values() for record in records}
        self.features: tuple[Feature, ...] = tuple(map(to_feature, fetch("SELECT * FROM features ORDER BY rowid")))
        self.profile: tuple[ProfilePoint, ...] = tuple(
            map(to_profile_point, fetch("SELECT * FROM profile ORDER BY rowid"))
        )

    def records(self, kind: str, *, archive: bool = False) -> tuple[Record, ...]:
        """Return the records of a kind in the order of their file, those kept for the archive only when asked.

        Raises:
            NotFoundError: There is no such kind.
        """
        if kind not in self._kinds:
            raise NotFoundError(ANY_KIND, kind, self._kinds)
        records = self._kinds[kind]
        return records if archive else tuple(record for record in records if record.audience == "public")

    def record(self, id: str) -> Record:
        """Return a record.

        Raises:
            NotFoundError: There is none; the message offers the nearest spelling.
        """
        if id not in self._by_id:
            raise NotFoundError(ANY_KIND, id, self._by_id)
        return self._by_id[id]

    def find(self, id: str) -> Record | None:
        """Return a record, or nothing when there is none."""
        return self._by_id.get(id)

    def related(self, id: str) -> tuple[Record, ...]:
        """Return the records this one points to, then those that point to it; no sources, each once."""
        record = self.record(id)
        found = dict.fromkeys([*_targets(record), *self._backlinks.get(id, ())])
        others = (self._by_id[other] for other in found if other != id and other in self._by_id)
        return tuple(
            other
            for other in others
            if other.kind != "sources" and (other.audience == "public" or record.audience == "archive")
        )

    def sources(self, record: Record) -> tuple[Source, ...]:
        """Return the sources of a record by their mark."""
        found = [source for id in record.sources if isinstance(source := self._by_id.get(id), Source)]
        return tuple(sorted(found, key=lambda source: source.mark))

    def readings(self, measure: str) -> tuple[Figure, ...]:
        """Return every public reading of a measure: the one to show first, then the newest."""
        found = [figure for figure in self._figures if figure.measure == measure]
        newest = sorted(found, key=lambda figure: (figure.as_of or "").split("/")[-1], reverse=True)
        return tuple(sorted(newest, key=lambda figure: not figure.current))

    def names_of(self, id: str) -> list[NameRow]:
        """Return the names and aliases of a record with their pinyin."""
        return self._names.get(id, [])

    def matching(self, query: str) -> list[tuple[str, float]]:
        """Return the ids of the records a full-text query finds, with their weight: the smaller, the better.

        Args:
            query: Quoted tokens as ``store.index.to_query`` writes them.
        """
        rows = self._fetch(
            "SELECT rowid, bm25(search, 10.0, 1.0, 4.0, 4.0) AS weight FROM search WHERE search MATCH ? "
            "ORDER BY weight, rowid",
            query,
        )
        return [(self._order[row - 1], weight) for row, weight in rows]

    @functools.cached_property
    def spelling(self) -> Spelling:
        """Return the Latin words of the names an investor may see, their Chinese names spelt out among them."""
        return Spelling(
            word
            for record in self._by_id.values()
            if record.audience == "public"
            for name in self.names_of(record.id)
            for word in (name.pinyin.replace(" ", ""), *runs(unicodedata.normalize("NFKC", name.name)))
        )

    @functools.cached_property
    def text_spelling(self) -> Spelling:
        """Return the words of all English texts an investor may see."""
        return Spelling(
            word
            for record in self._by_id.values()
            if record.audience == "public"
            for column in columns(type(record))
            if column.form in ("text", "texts")
            for text in _listed(getattr(record, column.field))
            for word in runs(unicodedata.normalize("NFKC", text.en))
        )

    def _fetch(self, sql: str, *parameters: str) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:  # one connection, and the window searches from more than one thread
            return self._connection.execute(sql, parameters).fetchall()

    @functools.cached_property
    def _order(self) -> list[str]:
        """Return the id for each row of the index, the first being row 1."""
        return list(self._by_id)

    @functools.cached_property
    def _names(self) -> dict[str, list[NameRow]]:
        names: dict[str, list[NameRow]] = {}
        for row in self._fetch("SELECT * FROM names ORDER BY rowid"):
            names.setdefault(row[0], []).append(NameRow._make(row))
        return names

    @functools.cached_property
    def _figures(self) -> tuple[Figure, ...]:
        return tuple(record for record in self.records("figures") if isinstance(record, Figure))

    @functools.cached_property
    def _backlinks(self) -> dict[str, list[str]]:
        links: dict[str, list[str]] = {}
        for record in self._by_id.values():
            for target in _targets(record):
                links.setdefault(target, []).append(record.id)
        return links


def load_library(path: Path) -> Library:
    """Return the library of a content database.

    Raises:
        DamagedError: A value in it was changed or damaged, or it is no database at all.
        StoreError: The file is missing, cannot be read, or is of another version.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(say.CONTENT_DB_OTHER) from error
    return Library(data)


def _listed(value: Text | tuple[Text, ...] | None) -> tuple[Text, ...]:
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def _targets(record: Record) -> Iterator[str]:
    """Return the ids a record points to, sources left out, in the order of its fields."""
    for column in columns(type(record)):
        if column.ref is None or column.ref == "sources":
            continue
        value = getattr(record, column.field)
        yield from (value,) if isinstance(value, str) else value or ()
