"""Which copy went to whom: kept when a brochure is made for somebody, asked when something printed has changed."""

import datetime
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from brochure.errors import StoreError
from brochure.model.copy import Changed, Copy, Stale
from brochure.model.flat import columns
from brochure.model.geometry import Feature
from brochure.model.kinds import Source
from brochure.model.record import Record
from brochure.pdf.choice import choose
from brochure.pdf.guard import printed
from brochure.pdf.preflight import MAPS
from brochure.pdf.recipe import Recipe, save_recipe
from brochure.settings import Places
from brochure.store.backup import backups
from brochure.store.copies import CopyStore, forget_in_backup
from brochure.store.library import Library
from brochure.words import Lang, Text

ON_MAP = "map/"
LISTS = "manifest*.csv"
NOT_PRINTED = ("aliases",)
"""Fields that help to find a record and stand on no page."""
_LANGS: dict[str, tuple[Lang, ...]] = {"zh": ("zh",), "en": ("en",)}


class Forgotten(msgspec.Struct, frozen=True):
    """What was taken out, and what the program cannot take out by itself.

    ``files`` are brochures still on the disk, and the lists of their folders; ``kept`` are copies of the user's file
    in which something remains.
    """

    copies: int
    files: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()


def copy_of(
    library: Library, recipe: Recipe, path: Path | None, *, pages: int, sha256: str, day: datetime.date | None = None
) -> Copy:
    """Return a brochure as the register keeps it: ``path`` is None for paper, ``day`` the day it was made or today."""
    return Copy(
        recipient=clean(recipe.reader or ""),
        path="" if path is None else str(path.absolute()),
        pages=pages,
        sha256=sha256,
        lang=recipe.lang,
        profile=recipe.profile,
        recipe=save_recipe(recipe),
        content_version=library.content_version,
        day=(day or datetime.date.today()).isoformat(),  # noqa: DTZ011  the office's own day
        printed=printed_digests(library, recipe),
    )


def note(
    library: Library, recipe: Recipe, path: Path | None, places: Places, *, pages: int, sha256: str
) -> Text | None:
    """Register one brochure that was made for somebody; return why it could not be, for the file is there all the same.

    A brochure for nobody is nobody's copy, and is not registered.
    """
    if not (recipe.reader or "").strip():
        return None
    try:
        CopyStore(places.user_db).save_copies([copy_of(library, recipe, path, pages=pages, sha256=sha256)])
    except StoreError as error:
        return error.message
    return None


def list_copies(places: Places) -> tuple[Copy, ...]:
    """Return every copy, the newest first.

    Raises:
        StoreError: The register cannot be read.
    """
    return tuple(reversed(CopyStore(places.user_db).copies()))


def list_stale(library: Library, copies: Iterable[Copy]) -> tuple[Stale, ...]:
    """Return the copies that print something that has changed since, each with what it is.

    A copy that was followed by another one of the same request to the same recipient needs no new one.

    Args:
        library: The content of today.
        copies: The register, the newest first.
    """
    today = _Today(library)
    copies = tuple(copies)
    found: list[Stale] = []
    seen: set[tuple[str, str]] = set()
    for copy in copies:
        request = (_folded(copy.recipient), _without_day(copy.recipe))
        if request in seen:
            continue
        seen.add(request)
        if changed := today.changed(copy):
            found.append(Stale(copy, changed))
    return tuple(found)


def forget(places: Places, name: str) -> Forgotten:
    """Take a recipient out of the register, of its copies in the backups too, and of the window's own form.

    Raises:
        StoreError: The register cannot be read or written; it is as it was.
    """
    store = CopyStore(places.user_db)
    wanted = _folded(name)
    copies = [copy for copy in store.copies() if _folded(copy.recipient) == wanted]
    names = dict.fromkeys([clean(name), *(copy.recipient for copy in copies)])
    count = store.forget_recipients(names)
    kept = [path for path in backups(places.user_db, places.backups) if not forget_in_backup(path, names)]
    aside = places.user_db.parent.glob(f"{places.user_db.stem}-damaged-*")
    kept += [path for path in aside if _holds(path, names)]
    files = dict.fromkeys(Path(copy.path) for copy in copies if copy.path)
    there = [path for path in files if path.exists()]
    folders = dict.fromkeys(path.parent for path in files)
    there += [path for folder in folders for path in sorted(folder.glob(LISTS)) if _holds(path, names)]
    return Forgotten(count, tuple(there), tuple(kept))


def printed_digests(library: Library, recipe: Recipe) -> dict[str, str]:
    """Return each record that a brochure prints with the digest of its words in the languages of the book."""
    choice = choose(library, recipe)
    records = printed(library, choice)
    langs = recipe.editions()
    cited = {source for record in records for source in record.sources}
    digests = {
        record.id: digest_of(record, langs)
        for record in records
        if not isinstance(record, Source) or record.id in cited  # the list of sources names those a page cites
    }
    if MAPS & set(choice.sections):
        digests |= {
            f"{ON_MAP}{feature.id}": _digest_of_feature(feature, langs)
            for feature in library.features
            if feature.record is not None
        }
    return digests


def digest_of(record: Record, langs: Iterable[Lang]) -> str:
    """Return the digest of what a page may say of a record: its fields in the languages of the book."""
    parts: list[object] = [record.kind]
    for column in columns(type(record)):
        if column.field not in NOT_PRINTED:
            value = getattr(record, column.field)
            parts += [column.field, _said(value, langs)]
    return _digest(parts)


def clean(name: str) -> str:
    """Return a name as it is kept: composed, without the spaces around it."""
    return unicodedata.normalize("NFC", name).strip()


class _Today:
    """The content of today, looked up by what copies have printed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._conditions: dict[str, Record] = {each.id: each for each in library.conditions}
        self._features = {f"{ON_MAP}{feature.id}": feature for feature in library.features}
        self._digests: dict[tuple[str, tuple[Lang, ...]], str] = {}
        self._compared: dict[tuple[int, str], tuple[Changed, ...]] = {}

    def changed(self, copy: Copy) -> tuple[Changed, ...]:
        """Return what a copy prints otherwise than it is today; what many copies print is compared once."""
        key = (id(copy.printed), copy.lang)
        if key not in self._compared:
            self._compared[key] = tuple(self._compare(copy))
        return self._compared[key]

    def _compare(self, copy: Copy) -> Iterator[Changed]:
        """Yield what has changed; a record and its place on the map count once."""
        langs = _LANGS.get(copy.lang, ("zh", "en"))
        told: set[str] = set()
        for key, digest in copy.printed.items():
            today = self._digest(key, langs)
            if today == digest:
                continue
            feature = self._features.get(key)
            what = (feature.record or feature.id) if feature is not None else key.removeprefix(ON_MAP)
            if what in told:
                continue
            told.add(what)
            record = self._find(what)
            name = record.name if record is not None else feature.name if feature is not None else Text(what, what)
            kind = record.kind if record is not None else "map" if key.startswith(ON_MAP) else ""
            yield Changed(what, kind, name, "changed" if today else "gone")

    def _find(self, key: str) -> Record | None:
        return self._library.find(key) or self._conditions.get(key)

    def _digest(self, key: str, langs: tuple[Lang, ...]) -> str:
        """Return the digest of something today; nothing where it is no longer there."""
        if (key, langs) not in self._digests:
            feature, record = self._features.get(key), self._find(key)
            self._digests[key, langs] = (
                _digest_of_feature(feature, langs)
                if feature is not None
                else digest_of(record, langs)
                if record is not None
                else ""
            )
        return self._digests[key, langs]


def _digest_of_feature(feature: Feature, langs: Iterable[Lang]) -> str:
    drawn = (feature.shape, feature.parts, feature.precision, feature.status, feature.placed_on)
    return _digest([*drawn, _said(feature.name, langs), _said(feature.short, langs)])


def _said(value: object, langs: Iterable[Lang]) -> object:
    if isinstance(value, Text):
        return [value.to(lang) for lang in langs]
    if isinstance(value, tuple):
        return [_said(each, langs) for each in value]
    return value


def _digest(parts: Sequence[object]) -> str:
    return hashlib.blake2b(msgspec.json.encode(parts), digest_size=12).hexdigest()


def _folded(name: str) -> str:
    return clean(name).casefold()


def _without_day(recipe: str) -> str:
    return "\n".join(line for line in recipe.splitlines() if not line.startswith("on = "))


def _holds(path: Path, names: Iterable[str]) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return True
    return any(name.encode() in data for name in names if name)
