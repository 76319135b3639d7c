"""One set-up at a time: the second start waits for the first."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from brochure.bootstrap import sentences as say
from brochure.bootstrap.sentences import Voice, clock

NAME = "set-up.hold"
_LOOK_AGAIN_S = 0.3
_TELL_AGAIN_S = 10.0


@contextmanager
def hold_folder(folder: str, voice: Voice) -> Iterator[int]:
    """Make the folder and hold it against every other set-up; yields the descriptor that holds it.

    The system lets go by itself when the holder dies, so nothing has to be cleaned up after a crash.

    Raises:
        OSError: The folder cannot be made or written.
    """
    os.makedirs(folder, exist_ok=True)
    descriptor = os.open(os.path.join(folder, NAME), os.O_RDWR | os.O_CREAT, 0o644)
    try:
        began_s = told_s = time.monotonic()
        while not _take(descriptor):
            now_s = time.monotonic()
            if told_s == began_s or now_s - told_s > _TELL_AGAIN_S:
                voice.tell(say.WAITING, clock(now_s - began_s))
                told_s = now_s
            time.sleep(_LOOK_AGAIN_S)
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
