"""A file at its final name is always whole: written beside it, flushed to the disk, then renamed."""

import contextlib
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
    path: Path, data: bytes, *, stale_s: float = STALE_S, last_look: Callable[[], None] | None = None
) -> None:
    """Put bytes at a name: all of them, or what was there before.

    Args:
        path: The final name.
        data: What the file shall hold.
        stale_s: From which age in seconds on a half-written file beside it belongs to nobody any more.
        last_look: Called when everything is on the disk, just before the rename; what it raises stops the save.

    Raises:
        OSError: The folder cannot be written, or the disk is full; the file of before is as it was.
    """
    prefix = f".{path.name[:PREFIX_LENGTH]}-"
    _sweep(path.parent, prefix, stale_s)
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if last_look is not None:
            last_look()
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder to the disk, so that a rename in it outlives a power cut."""
    if os.name == "nt":  # a folder cannot be opened there; the rename itself is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path, prefix: str, stale_s: float) -> None:
    for part in folder.glob(f"{glob.escape(prefix)}*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > stale_s:
                part.unlink()
