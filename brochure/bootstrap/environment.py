"""Where the checkout's own Python environment lies, and whether it is whole."""

import contextlib
import os
import sys
import zlib

from brochure.bootstrap.machine import has_x11

APP = "xining-biotech-brochure"
READY = "ready.lock"
TESTS_READY = "ready-tests.lock"
_LONGEST_ON_WINDOWS = 90  # the packages' own paths take up to 160 of the 260 characters Windows grants


class Environment:
    """One folder with a Python of its own.

    Its marker is written last and holds the lock file it was made from, so a set-up that was cut short, an older lock
    and another Python all look the same: not ready.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @property
    def python(self) -> str:
        if os.name == "nt":
            return os.path.join(self.folder, "Scripts", "python.exe")
        return os.path.join(self.folder, "bin", "python")

    def path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def is_ready(self, lock: bytes, marker: str = READY) -> bool:
        """Say whether everything ``lock`` names was installed here, for a Python that is still there."""
        head, _, installed = (read_bytes(self.path(marker)) or b"").partition(b"\n")
        if not lock or installed != lock or not self._has_python():
            return False
        return head == _head() if self.is_current() else head.startswith(b"# Python ")

    def mark_ready(self, lock: bytes, marker: str = READY) -> None:
        """Write the marker, whole or not at all."""
        head = _head() if marker == READY else (read_bytes(self.path(READY)) or b"").partition(b"\n")[0]
        half = self.path(marker + ".part")
        with open(half, "wb") as file:
            file.write(head + b"\n" + lock)
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, self.path(marker))

    def has_libraries(self) -> bool:
        """Say whether the window's system libraries were all found here before, for a screen like today's."""
        return os.path.exists(self.path(_libraries_marker()))

    def mark_libraries(self) -> None:
        """Remember that the libraries are there; where that cannot be written, they are looked for each time."""
        with contextlib.suppress(OSError), open(self.path(_libraries_marker()), "wb"):
            pass

    def is_current(self) -> bool:
        """Say whether this very process runs inside the environment."""
        try:
            return os.path.samefile(sys.prefix, self.folder)
        except OSError:
            return False

    def run(self, arguments: list[str], checkout: str) -> None:
        """Let the environment's Python take over from this process."""
        hand_over([self.python, *arguments], self.variables(checkout))

    def variables(self, checkout: str) -> dict[str, str]:
        """Return the variables a Python in here starts with: the caller's, without what leads it elsewhere."""
        strange = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")
        kept = {name: value for name, value in os.environ.items() if name not in strange}
        kept["PYTHONUTF8"] = "1"  # Chinese in pipes and files, whatever the machine's code page
        if not self.folder.startswith(checkout):
            kept["PYTHONPYCACHEPREFIX"] = self.path("bytecode")  # the checkout cannot be written
        return kept

    def _has_python(self) -> bool:
        if not os.path.exists(self.python):  # a link to a Python that was removed does not exist either
            return False
        if os.name != "nt":
            return True
        settings = (read_bytes(self.path("pyvenv.cfg")) or b"").decode("utf-8", "replace").splitlines()
        homes = [line.partition("=")[2].strip() for line in settings if line.startswith("home")]
        return any(os.path.isdir(home) for home in homes)


def candidates(checkout: str, home: str | None) -> list[str]:
    """Return the folders an environment may lie in, best first: beside main.py, else among the user's files."""
    beside = os.path.join(checkout, ".venv")
    name = f"environment-{zlib.crc32(os.path.abspath(checkout).encode('utf-8', 'surrogateescape')):08x}"
    elsewhere = os.path.join(os.path.abspath(home) if home else _user_cache(), name)
    too_long = os.name == "nt" and len(beside) > _LONGEST_ON_WINDOWS
    return [
        folder for folder in (beside, elsewhere) if os.pathsep not in folder and not (too_long and folder == beside)
    ]


def find_ready(checkout: str, home: str | None) -> Environment | None:
    """Return the environment that is whole for the checkout's lock file, or None."""
    lock = read_bytes(os.path.join(checkout, "requirements.lock")) or b""
    for folder in candidates(checkout, home):
        environment = Environment(folder)
        if environment.is_ready(lock):
            return environment
    return None


def hand_over(command: list[str], variables: dict[str, str]) -> None:
    """Replace this process by another; Windows cannot, so there it waits and ends with the other's code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, variables)
    import subprocess

    child = subprocess.Popen(command, env=variables)
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:  # the child got it too and decides
            continue


def read_bytes(path: str) -> bytes | None:
    """Return what a file holds, or None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _libraries_marker() -> str:
    return "libraries-found-x11" if has_x11() else "libraries-found"


def _head() -> bytes:
    return b"# Python %d.%d" % sys.version_info[:2]


def _user_cache() -> str:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, APP)
