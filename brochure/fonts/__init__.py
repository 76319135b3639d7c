"""The fonts of page and window: three static weights cut once from the variable Noto Sans SC.

Each set lies in a folder of its own whose name tells its characters, and appears there whole or not at all: it is made
under a temporary name, flushed to the disk, and renamed.
"""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, Literal

import msgspec

from brochure.errors import RenderError
from brochure.typeface import Typeface, characters_of, load_typeface, metrics_path
from brochure.words import fonts as say

Weight = Literal[400, 500, 700]
WEIGHTS: Final[tuple[Weight, ...]] = (400, 500, 700)
FAMILY: Final = "Park Sans SC"
RECIPE: Final = "5"
"""Raised when the way of cutting changes, so that older sets are not taken for new ones."""

_PREFIX: Final = "park-sans-"
_NAMES: Final[dict[Weight, str]] = {400: "regular.ttf", 500: "medium.ttf", 700: "bold.ttf"}
_RANGES: Final = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A
    (0x1CD, 0x1DC),  # pinyin tones
    (0x1F8, 0x1F9),
    (0x2010, 0x203B),  # dashes, quotes, bullets, primes
    (0x2070, 0x209C),  # raised and lowered figures
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x2265),
    (0x2460, 0x2473),  # ①–⑳
    (0x25A0, 0x25EF),
    (0x3000, 0x301F),
    (0x3220, 0x3229),
    (0x3280, 0x3289),
    (0x3380, 0x33D5),  # ㎡ ㎞ ㎏
    (0xFF01, 0xFF5E),
)
_SHAPELESS: Final = re.compile(
    "[\\t\\n\\v\\f\\r\\x85\\u2028\\u2029\\xa0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u3000 "
    "\\xad\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff\\U000e0100-\\U000e01ef]"
)
_SINGLE: Final = "Āāḿ℃℉№™Ω←↑→↓★☆✓✔♀♂￥￡◆◇"


class FontFiles(msgspec.Struct, frozen=True):
    """The three static fonts of one set."""

    regular: Path
    medium: Path
    bold: Path

    def path(self, weight: Weight) -> Path:
        """Return the file of one weight."""
        return {400: self.regular, 500: self.medium, 700: self.bold}[weight]


def variable_font() -> Path:
    """Return the variable font itself: for Chromium, which sets it well, and as the source of every cut.

    Raises:
        RenderError: The package that carries the font is not installed.
    """
    import importlib.util

    spec = importlib.util.find_spec("justmytype_intl_cjk")
    for root in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(root) / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"
        if path.is_file():
            return path
    raise RenderError(say.NO_SOURCE)


def base_characters() -> frozenset[str]:
    """Return the characters every set has: GB 2312, Latin with the tones of pinyin, punctuation, signs."""
    found = {chr(code) for first, last in _RANGES for code in range(first, last + 1)} | set(_SINGLE)
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(bytes((row, cell)).decode("gb2312", "ignore"))
    return frozenset(found)


def find_fonts(folders: Sequence[Path]) -> FontFiles | None:
    """Return the largest set in the first folder that has one, or None."""
    for folder in folders:
        found = _sets(folder)
        if found:
            return max(found, key=lambda files: (metrics_path(files.regular).stat().st_size, files.regular))
    return None


def ensure_fonts(
    folder: Path,
    fallback_folder: Path | None = None,
    extra: Iterable[str] = (),
    report: Callable[[str], None] | None = None,
) -> FontFiles:
    """Return a set that has the characters of ``extra``, cut into ``folder`` when none has them yet.

    A character the source font lacks is no reason to cut again: ``missing_characters`` names it.

    Raises:
        RenderError: The font package is missing, or the folder cannot be written.
    """
    wanted = _plain(extra)
    best: FontFiles | None = None
    for place in (folder, fallback_folder) if fallback_folder else (folder,):
        files = find_fonts([place])
        if files is not None:
            missing = wanted - characters_of(files.regular)
            if not missing or not missing & _source_characters():
                return files
            best = best or files
    known = characters_of(best.regular) if best else frozenset()
    return cut_fonts(folder, wanted | known, report)


def cut_fonts(folder: Path, extra: Iterable[str] = (), report: Callable[[str], None] | None = None) -> FontFiles:
    """Cut the three weights into ``folder`` and return them; about seven seconds on two processes.

    Args:
        folder: Where the set is kept; made when it is not there.
        extra: Characters wanted beside ``base_characters()``; longer strings count as their characters.
        report: Called with the name of each file that is ready.

    Raises:
        RenderError: The font package is missing, or the folder cannot be written.
    """
    import hashlib
    import shutil
    import tempfile

    source = variable_font()
    characters = "".join(sorted((base_characters() | _plain(extra)) & _source_characters()))
    digest = hashlib.sha256(f"{RECIPE}\n{source.stat().st_size}\n{characters}".encode()).hexdigest()[:12]
    final = folder / (_PREFIX + digest)
    if (ready := _set_in(final)) is not None:
        return ready
    try:
        folder.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix="cutting-", dir=folder))
    except OSError as error:
        raise RenderError(say.NO_PLACE.fill(folder, error.strerror or error)) from error
    try:
        work.chmod(0o755)  # a shared folder is read by every user
        _cut_all(source, characters, work, report)
        _flush(work)
        if final.exists():  # half of a set, or one of an older program
            shutil.rmtree(final, ignore_errors=True)
        try:
            work.replace(final)
        except OSError:
            if _set_in(final) is None:  # otherwise another process was faster, and its set is the same
                raise
        _flush(folder)
    except OSError as error:
        raise RenderError(say.NO_PLACE.fill(folder, error.strerror or error)) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for old in folder.glob(_PREFIX + "*"):
        if old != final:
            shutil.rmtree(old, ignore_errors=True)  # a file still open on Windows stays until the next time
    return _files(final)


def load_faces(files: FontFiles) -> dict[Weight, Typeface]:
    """Load the three weights for a page.

    Raises:
        RenderError: A file is damaged or gone.
    """
    faces: dict[Weight, Typeface] = {}
    for weight in WEIGHTS:
        face = load_typeface(files.path(weight))
        if face is None:
            raise RenderError(say.NO_SOURCE)
        faces[weight] = face
    return faces


def missing_characters(text: str, files: FontFiles) -> tuple[str, ...]:
    """Return the characters of a text that the fonts cannot draw, each once, in order.

    Spaces, ends of lines and marks of width zero have nothing to draw; controls, private characters and marks that
    turn the reading direction would leave an empty square, and count as missing.
    """
    have = characters_of(files.regular)
    return tuple(dict.fromkeys(char for char in text if char not in have and not _SHAPELESS.fullmatch(char)))


def _plain(extra: Iterable[str]) -> frozenset[str]:
    return frozenset(char for text in extra for char in text if char.isprintable() and not _private(char))


def _private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"


def _sets(folder: Path) -> list[FontFiles]:
    return [files for path in sorted(folder.glob(_PREFIX + "*")) if (files := _set_in(path)) is not None]


def _set_in(path: Path) -> FontFiles | None:
    files = _files(path)
    whole = all(files.path(w).is_file() and metrics_path(files.path(w)).is_file() for w in WEIGHTS)
    return files if whole else None


def _files(path: Path) -> FontFiles:
    return FontFiles(path / _NAMES[400], path / _NAMES[500], path / _NAMES[700])


_source_cache: dict[Path, frozenset[str]] = {}


def _source_characters() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    source = variable_font()
    if source not in _source_cache:
        with TTFont(source, lazy=True) as font:
            _source_cache[source] = frozenset(map(chr, font.getBestCmap()))
    return _source_cache[source]


def _cut_all(source: Path, characters: str, work: Path, report: Callable[[str], None] | None) -> None:
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            jobs = {pool.submit(_cut_one, source, characters, weight, work): weight for weight in WEIGHTS}
            for job in as_completed(jobs):
                job.result()
                if report:
                    report(_NAMES[jobs[job]])
    except BrokenProcessPool:  # where no second process may start, one after the other
        for weight in WEIGHTS:
            _cut_one(source, characters, weight, work)
            if report:
                report(_NAMES[weight])


def _cut_one(source: Path, characters: str, weight: Weight, work: Path) -> None:
    """Cut one weight: subset first, instance second, for an instance of the whole font takes ten times as long."""
    import io
    import logging

    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    from brochure.fonts.survey import build_metrics

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(layout_features=["*"], notdef_outline=True, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, characters))
    buffer = io.BytesIO()
    with TTFont(source, lazy=True, recalcTimestamp=False) as whole:
        subsetter.subset(whole)
        whole.save(buffer)
    buffer.seek(0)
    font = instancer.instantiateVariableFont(TTFont(buffer, recalcTimestamp=False), {"wght": weight})
    family = f"{FAMILY} Medium" if weight == 500 else FAMILY  # of its own, or 500 hides behind Regular
    style = "Bold" if weight >= 600 else "Regular"
    for name_id in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=name_id)
    full = f"{family} {style}"
    names = {1: family, 2: style, 3: f"{family}-{style}", 4: full, 6: f"{family}-{style}".replace(" ", "")}
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(text, name_id, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]
    bold = style == "Bold"
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    path = work / _NAMES[weight]
    font.save(path)
    font.close()
    metrics_path(path).write_bytes(build_metrics(path, family, weight))
    for written in (path, metrics_path(path)):
        _flush(written)


def _flush(path: Path) -> None:
    """Ask the system to put a file or a folder's list on the disk; Windows does not open folders."""
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
