"""The content database: made from the records in under a second, whole or not at all, and disposable."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from brochure.model.change import Conflict, Edit
from brochure.model.condition import Condition
from brochure.model.flat import columns, to_row
from brochure.model.geometry import Feature, ProfilePoint
from brochure.model.kinds import KINDS
from brochure.model.record import Record
from brochure.store.index import fold, to_tokens
from brochure.store.tables import (
    FEATURE_COLUMNS,
    FEATURE_FORMS,
    NAME_COLUMNS,
    SCHEMA,
    TABLES,
    cell_names,
    feature_row,
    profile_row,
    sql_type,
)
from brochure.store.whole_file import save_whole
from brochure.words import Text

Records = Mapping[str, Sequence[Record]]
LEFTOVER_S = 10.0
"""Building takes under a second: a younger half-written file may be another start at work."""
FEATURE_REFS = ("zones", "stages", "places")
"""Kinds that name the feature they are drawn as."""


def build_content_db(
    records: Records,
    features: Sequence[Feature],
    profile: Sequence[ProfilePoint],
    inputs: str,
    unfit: Sequence[Text] = (),
    conflicts: Sequence[Conflict] = (),
    edits: Sequence[Edit] = (),
    conditions: Sequence[Condition] = (),
) -> bytes:
    """Return the bytes of a database that holds the content, its links and its index.

    Args:
        records: The records of each kind.
        features: What is on the map.
        profile: The ground along the G6.
        inputs: The digest of all that went in; kept, so that a later start can see whether it still holds.
        unfit: What to tell at every start about changes that could not be made.
        conflicts: The cells that the office and the content files both changed, each in its own way.
        edits: The cells in which the records differ from the content files.
        conditions: What policies, funds, products, carriers, services and zones ask; of records that are gone, nothing.
    """
    import sqlite_utils  # here only: reading does without, and it costs a start more than reading does

    db = sqlite_utils.Database(memory=True)
    try:
        with db.conn:
            _create(db)
            ids = {record.id for each in records.values() for record in each}
            asked = [condition for condition in conditions if condition.record in ids]
            _fill(db, records, features, profile, asked)
            _index(db.conn, records)
            told = {"unfit": _json(unfit), "conflicts": _json(conflicts), "edits": _json(edits)}
            _seal(db, records, features, asked, {"inputs": inputs, **told})
        return db.conn.serialize()
    finally:
        db.conn.close()


def keep_beside(data: bytes, key: str, value: str) -> bytes:
    """Return the bytes of a content database with one more value beside the content, sealed again."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        with connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
            seal = table_digest(connection, "meta")
            connection.execute("UPDATE meta SET value = ? WHERE key = 'digest meta'", (seal,))
        return connection.serialize()
    finally:
        connection.close()


def save_content_db(data: bytes, path: Path) -> None:
    """Put the bytes at their name, flushed to the disk before the name is on them.

    Raises:
        OSError: The folder cannot be made or written, or the disk is full; the file of before is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    save_whole(path, data, stale_s=LEFTOVER_S)


def table_digest(connection: sqlite3.Connection, table: str) -> str:
    """Return the digest of all cells of a table, in its order."""
    where = " WHERE key NOT LIKE 'digest %'" if table == "meta" else ""
    rows = connection.execute(f'SELECT * FROM "{table}"{where}').fetchall()  # noqa: S608 - a name of our own list
    return hashlib.blake2b(msgspec.msgpack.encode(rows), digest_size=16).hexdigest()


def _create(db: Any) -> None:
    db["meta"].create({"key": str, "value": str}, pk="key")
    db["records"].create({"id": str, "kind": str, "position": int, "audience": str}, pk="id")
    db["features"].create(
        {name: FEATURE_FORMS.get(name, str) for name in FEATURE_COLUMNS},
        pk="id",
        foreign_keys=[("record", "records", "id"), ("parent", "features", "id")],
    )
    for kind in _referred_first():
        cls = KINDS[kind]
        keys = [("id", "records", "id")]
        keys += [
            (column.field, "records" if column.ref == "*" else column.ref, "id")
            for column in columns(cls)
            if column.ref is not None and column.form == "str"
        ]
        keys += [("feature", "features", "id")] if kind in FEATURE_REFS else []
        shape = {name: sql_type(column) for column in columns(cls) for name in column.names}
        needed = {
            column.field
            for column in columns(cls)
            if not (column.optional or column.nullable) and column.form not in ("text", "texts", "strs")
        }
        db[kind].create(shape, pk="id", foreign_keys=keys, not_null=needed - {"id"})
    db["conditions"].create(
        {name: sql_type(column) for column in columns(Condition) for name in column.names},
        pk="id",
        foreign_keys=[("record", "records", "id")],
    )
    db["profile"].create(
        {
            "chainage_m": int,
            "lat": float,
            "lon": float,
            "ground_m": int,
            "section": str,
            "name_zh": str,
            "name_en": str,
        },
    )
    db["links"].create(
        {"record": str, "field": str, "position": int, "target": str},
        pk=("record", "field", "position"),
        foreign_keys=[("record", "records", "id"), ("target", "records", "id")],
    )
    db["names"].create(
        {name: int if name == "own" else str for name in NAME_COLUMNS}, foreign_keys=[("record", "records", "id")]
    )
    db.conn.execute(
        "CREATE VIRTUAL TABLE search USING fts5(name, text, initials, pinyin, tokenize='ascii', content='')"
    )


def _referred_first() -> list[str]:
    """Return the kinds in an order in which each comes after those its single references point to."""
    ordered: list[str] = []

    def add(kind: str) -> None:
        for column in columns(KINDS[kind]):
            if column.ref not in (None, "*", kind) and column.form == "str" and column.ref not in ordered:
                add(str(column.ref))
        if kind not in ordered:
            ordered.append(kind)

    for kind in KINDS:
        add(kind)
    return ordered


def _fill(
    db: Any,
    records: Records,
    features: Iterable[Feature],
    profile: Iterable[ProfilePoint],
    conditions: Iterable[Condition],
) -> None:
    position = 0
    parents, links = [], []
    for kind, each in records.items():
        for record in each:
            position += 1
            parents.append({"id": record.id, "kind": kind, "position": position, "audience": record.audience})
            for column in columns(KINDS[kind]):
                if column.ref is not None and column.form == "strs":
                    links += [
                        {"record": record.id, "field": column.field, "position": place, "target": target}
                        for place, target in enumerate(getattr(record, column.field))
                    ]
    db["records"].insert_all(parents)
    db["features"].insert_all([feature_row(feature) for feature in features])
    for kind, each in records.items():
        names = cell_names(KINDS[kind])
        rows = [to_row(record) for record in each]
        db[kind].insert_all([{name: row[name] if row[name] != "" else None for name in names} for row in rows])
    db["profile"].insert_all([profile_row(point) for point in profile])
    db["conditions"].insert_all([to_row(condition) for condition in conditions])
    db["links"].insert_all(links)


def _index(connection: sqlite3.Connection, records: Records) -> None:
    from brochure.store.pinyin import initials_of, pinyin_of

    names: list[tuple[object, ...]] = []
    words: list[tuple[object, ...]] = []
    row = 0
    for each in records.values():
        for record in each:
            row += 1
            own = _names(record)
            names += [
                (record.id, int(is_name), lang, name, fold(name), initials_of(name), pinyin_of(name))
                for is_name, lang, name in own
            ]
            chinese = [name for _, _, name in own]
            words.append((
                row,
                to_tokens("\n".join(chinese)),
                to_tokens("\n".join(_texts(record))),
                to_tokens("\n".join(initials_of(name) for name in chinese)),
                to_tokens("\n".join(pinyin_of(name).replace(" ", "") for name in chinese)),
            ))  # fmt: skip
    connection.executemany(f"INSERT INTO names VALUES ({','.join('?' * len(NAME_COLUMNS))})", names)  # noqa: S608
    connection.executemany("INSERT INTO search(rowid, name, text, initials, pinyin) VALUES (?, ?, ?, ?, ?)", words)
    connection.execute("INSERT INTO search(search) VALUES ('optimize')")


def _names(record: Record) -> list[tuple[bool, str, str]]:
    """Return name and aliases, each with whether it is the name and its language."""
    own = [(True, "zh", record.name.zh), (True, "en", record.name.en)]
    for field in ("legal_name", "full_title", "short"):
        text = getattr(record, field, None)
        if isinstance(text, Text):
            own += [(False, "zh", text.zh), (False, "en", text.en)]
    own += [(False, "zh", alias) for alias in record.aliases]
    own += [(False, "zh", number) for number in [getattr(record, "number", None)] if number]
    return [(is_name, lang, name) for is_name, lang, name in dict.fromkeys(own) if name]


def _texts(record: Record) -> list[str]:
    """Return every text of a record that is not a name."""
    found: list[str] = [record.quote or ""]
    for column in columns(type(record)):
        value = getattr(record, column.field)
        if column.field in ("name", "legal_name", "full_title", "short") or value is None:
            continue
        for text in value if column.form == "texts" else (value,) if column.form == "text" else ():
            found += [text.zh, text.en]
        if column.field == "publisher" and isinstance(value, str):
            found.append(value)
    return found


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _seal(
    db: Any,
    records: Records,
    features: Sequence[Feature],
    conditions: Sequence[Condition],
    told: Mapping[str, str],
) -> None:
    meta = {
        "schema": SCHEMA,
        **told,
        "content_date": _newest(records),
        "characters": "".join(sorted(_characters({**records, "conditions": conditions}, features))),
    }
    db["meta"].insert_all([{"key": key, "value": value} for key, value in meta.items()])
    digests = [
        {"key": f"digest {table}", "value": table_digest(db.conn, table)} for table in ("sqlite_schema", *TABLES)
    ]
    db["meta"].insert_all(digests)


def _newest(records: Records) -> str:
    """Return the newest date that a source gives and an investor may see."""
    periods = [
        period
        for kind, each in records.items()
        if kind not in ("sources", "places")
        for record in each
        if record.as_of is not None and record.audience == "public"
        for period in record.as_of.split("/")
    ]
    return max(periods, default="", key=lambda period: period.replace("H1", "06").replace("H2", "12"))


def _characters(records: Records, features: Iterable[Feature]) -> set[str]:
    """Return every character that may have to be drawn."""
    found: set[str] = set()
    for feature in features:
        for text in (feature.name, feature.short or feature.name):
            found.update(text.zh, text.en)
    for each in records.values():
        for record in each:
            for cell in to_row(record).values():
                if isinstance(cell, str):
                    found.update(cell)
    return found
