"""What a content database is made from, and whether any of it changed: every start asks, so it is light."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from brochure.model.change import Change
from brochure.store.tables import SCHEMA

SUFFIXES = (".csv", ".geojson")


def fingerprint(folder: Path, changes: Iterable[Change] = ()) -> str:
    """Return the digest of all a database is made from: the content files, the schema, the office's changes."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (SCHEMA.encode(), msgspec.json.encode(tuple(changes)), *_files(folder)):
        digest.update(f"{len(part)}\0".encode())
        digest.update(part)
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[bytes]:
    """Return name and bytes of each content file, by name; a file that cannot be read counts as empty."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)
    except OSError:
        return
    for path in paths:
        yield path.name.encode(errors="surrogateescape")
        try:
            yield path.read_bytes()
        except OSError:
            yield b""
