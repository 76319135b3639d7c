"""Recipes kept by name: each a TOML file that a person can read, in their own folder or sent by somebody else."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from brochure.errors import NotFoundError, SettingsError
from brochure.pdf.choice import choose
from brochure.pdf.recipe import Recipe, load_recipe, save_recipe
from brochure.settings import Places
from brochure.store.library import Library
from brochure.store.whole_file import save_whole
from brochure.words import recipe as say

LONGEST: Final = 60
SUFFIX: Final = ".toml"
_WIDE: Final = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What one system or another refuses in a name of a file, and the wide sign that all of them take."""
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
FIELDS: Final = ("sectors", "zones", "policies", "enterprises", "stage", "also", "answers")
"""The fields that name records, each looked up alone to say which one is wrong."""


class Kept(msgspec.Struct, frozen=True):
    """A recipe in the person's folder."""

    name: str
    path: Path


class Deleted(msgspec.Struct, frozen=True):
    """A recipe that was deleted, whole, so that it can be put back."""

    name: str
    data: bytes


def list_recipes(places: Places) -> tuple[Kept, ...]:
    """Return what is kept, by name; nothing where the folder cannot be read."""
    try:
        found = [path for path in places.recipes.glob(f"*{SUFFIX}") if not path.name.startswith(".")]
    except OSError:
        return ()
    return tuple(Kept(path.stem, path) for path in sorted(found, key=lambda path: path.stem.casefold()))


def safe_name(name: str) -> str:
    """Return a name as every system takes it for a file; what it cannot hold is written with a wide sign.

    Raises:
        SettingsError: Nothing is left of it, or it is too long.
    """
    shown = unicodedata.normalize("NFC", "".join(char if char.isprintable() else " " for char in name))
    plain = " ".join(shown.translate(_WIDE).split()).strip(" .")
    if not plain:
        raise SettingsError(say.NAME_EMPTY)
    if len(plain) > LONGEST:
        raise SettingsError(say.NAME_LONG.fill(LONGEST))
    return f"_{plain}" if _DEVICE.fullmatch(plain) else plain


def save_kept(places: Places, name: str, recipe: Recipe, *, over: bool = False) -> Kept:
    """Keep a recipe under a name; one that is there stays, unless it is this one that is saved ``over``.

    Raises:
        SettingsError: The name is taken or no name, or the file cannot be written; what was there is as it was.
    """
    plain = safe_name(name)
    there = _find(places, plain)
    if there is not None and not over:
        raise SettingsError(say.NAME_TAKEN.fill(there.name))
    path = there.path if there is not None else places.recipes / f"{plain}{SUFFIX}"
    _write(path, save_recipe(recipe).encode(), plain, over=over)
    return Kept(path.stem, path)


def open_kept(places: Places, name: str, library: Library, on: datetime.date) -> Recipe:
    """Read a recipe back.

    Raises:
        SettingsError: It is gone, or somebody changed it so that it cannot be read.
    """
    return open_file(_there(places, name).path, library, on)


def open_file(path: Path, library: Library, on: datetime.date) -> Recipe:
    """Read a recipe that somebody sent, and look up whether the content has what it names.

    Raises:
        SettingsError: The sentence names the file and the field.
    """
    recipe = load_recipe(path, on)
    for field in FIELDS:
        value = getattr(recipe, field)
        if value is None:
            continue
        try:
            choose(library, msgspec.structs.replace(Recipe(on=recipe.on), **{field: value}))
        except (NotFoundError, SettingsError) as error:
            raise SettingsError(say.NOT_FITTING.fill(path.name, field, error.message)) from error
    return recipe


def rename(places: Places, name: str, new: str) -> Kept:
    """Give a recipe another name.

    Raises:
        SettingsError: It is gone, or the name is taken; nothing was changed.
    """
    old, plain = _there(places, name), safe_name(new)
    taken = _find(places, plain)
    if taken is not None and taken.path != old.path:
        raise SettingsError(say.NAME_TAKEN.fill(taken.name))
    if plain == old.name:
        return old
    path = places.recipes / f"{plain}{SUFFIX}"
    if taken is not None:  # the same letters, large or small: one file on some systems
        _move(old, path)
    else:
        _write(path, _read(old), plain, over=False)
        old.path.unlink(missing_ok=True)
    return Kept(plain, path)


def duplicate(places: Places, name: str, lang: str = "zh") -> Kept:
    """Keep a copy under the next name that is free.

    Raises:
        SettingsError: It is gone, or cannot be written.
    """
    old = _there(places, name)
    words = say.COPY_OF.zh if lang == "zh" else say.COPY_OF.en
    for tail in _tails():
        longest = LONGEST - len(words.replace("{}", "")) - len(tail)
        plain = safe_name(words.replace("{}", old.name[:longest].rstrip()) + tail)
        if _find(places, plain) is None:
            break
    path = places.recipes / f"{plain}{SUFFIX}"
    _write(path, _read(old), plain, over=False)
    return Kept(plain, path)


def delete(places: Places, name: str) -> Deleted:
    """Delete a recipe and return it whole.

    Raises:
        SettingsError: It is gone already, or cannot be deleted.
    """
    kept = _there(places, name)
    data = _read(kept)
    try:
        kept.path.unlink()
    except OSError as error:
        raise SettingsError(say.NOT_KEPT.fill(kept.name, error.strerror or type(error).__name__)) from error
    return Deleted(kept.name, data)


def put_back(places: Places, deleted: Deleted) -> Kept:
    """Keep a deleted recipe again, under its name or, where that was taken meanwhile, the next one that is free.

    Raises:
        SettingsError: It cannot be written.
    """
    name = next(name for tail in _tails() if _find(places, name := f"{deleted.name}{tail}") is None)
    path = places.recipes / f"{name}{SUFFIX}"
    _write(path, deleted.data, name, over=False)
    return Kept(name, path)


def send(places: Places, name: str, out: Path) -> Path:
    """Write a copy of a recipe to where the person says.

    Raises:
        SettingsError: It is gone, or cannot be written there.
    """
    data = _read(_there(places, name))
    try:
        save_whole(out, data)
    except OSError as error:
        raise SettingsError(say.NOT_SENT.fill(out.name, error.strerror or type(error).__name__)) from error
    return out


def _tails() -> Iterator[str]:
    yield ""
    yield from (f" {number}" for number in range(2, 10_000))


def _find(places: Places, name: str) -> Kept | None:
    """Return the recipe of a name; names that some system takes for one file are one."""
    wanted = unicodedata.normalize("NFC", name).casefold()
    found = list_recipes(places)
    exact = next((kept for kept in found if kept.name == name), None)
    return exact or next((kept for kept in found if unicodedata.normalize("NFC", kept.name).casefold() == wanted), None)


def _there(places: Places, name: str) -> Kept:
    found = _find(places, name)
    if found is None:
        raise SettingsError(say.NAME_GONE.fill(name))
    return found


def _read(kept: Kept) -> bytes:
    try:
        return kept.path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SettingsError(say.NOT_READABLE.fill(kept.path.name, why)) from error


def _write(path: Path, data: bytes, name: str, *, over: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_whole(path, data, over=over)
    except FileExistsError as error:  # another window was quicker
        raise SettingsError(say.NAME_TAKEN.fill(name)) from error
    except OSError as error:
        raise SettingsError(say.NOT_KEPT.fill(name, error.strerror or type(error).__name__)) from error


def _move(old: Kept, path: Path) -> None:
    try:
        old.path.replace(path)
    except OSError as error:
        raise SettingsError(say.NOT_KEPT.fill(path.stem, error.strerror or type(error).__name__)) from error
