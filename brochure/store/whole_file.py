"""A file at its final name is always whole: written beside it, flushed to the disk, then renamed."""

import contextlib
import errno
import glob
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STALE_S = 600.0
"""No save takes as long as this, in seconds: what is older was left by one that was killed."""
PREFIX_LENGTH = 40


def save_whole(
    path: Path,
    data: bytes,
    *,
    stale_s: float = STALE_S,
    last_look: Callable[[], None] | None = None,
    over: bool = True,
    prefix: str | None = None,
) -> None:
    """Put bytes at a name: all of them, or what was there before.

    Args:
        path: The final name.
        data: What the file shall hold.
        stale_s: From which age in seconds on a half-written file beside it belongs to nobody any more.
        last_look: Called when everything is on the disk, just before the rename; what it raises stops the save.
        over: Whether a file of that name may be replaced.
        prefix: How the half-written file is called; after the file itself when not given.

    Raises:
        FileExistsError: There is a file of that name, and it may not be replaced.
        OSError: The folder cannot be written, or the disk is full; the file of before is as it was.
    """
    prefix = prefix or f".{path.name[:PREFIX_LENGTH]}-"
    sweep(path.parent, prefix, stale_s)
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if last_look is not None:
            last_look()
        place_part(temporary, path, over=over)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def place_part(part: Path, path: Path, *, over: bool = True) -> None:
    """Give a file that is whole and flushed its final name; one that is there is replaced, if it may be ``over``.

    Raises:
        FileExistsError: There is a file of that name, and it may not be replaced.
        OSError: It could not be renamed; what was at the name is as it was.
    """
    part.chmod(0o644)
    part.replace(path) if over else _put_beside(part, path)
    sync_folder(path.parent)


def _put_beside(temporary: Path, path: Path) -> None:
    """Give a file its final name, unless another has it by now."""
    if os.name == "nt":
        temporary.rename(path)  # refuses there what it does here
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a stick whose file system knows no second name for a file
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.replace(path)
        return
    temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Flush a folder to the disk, so that a rename in it outlives a power cut."""
    if os.name == "nt":  # a folder cannot be opened there; the rename itself is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path, prefix: str, stale_s: float) -> None:
    """Remove what saves that were killed have left in a folder."""
    for part in folder.glob(f"{glob.escape(prefix)}*.part*"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > stale_s:
                part.unlink()
