"""What the machine itself brings: a screen, the window's system libraries, and the line that adds what is missing."""

import os
import sys

Library = tuple[str, str]

WINDOW_LIBRARIES: tuple[Library, ...] = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libnss3.so", "libnss3"),
    ("libasound.so.2", "libasound2"),
    ("libXcomposite.so.1", "libxcomposite1"),
    ("libXdamage.so.1", "libxdamage1"),
    ("libXrandr.so.2", "libxrandr2"),
    ("libXtst.so.6", "libxtst6"),
    ("libxkbfile.so.1", "libxkbfile1"),
)
X11_LIBRARIES: tuple[Library, ...] = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
PRINTING_LIBRARIES: tuple[Library, ...] = (("libcups.so.2", "libcups2"),)

_PACKAGES = dict(WINDOW_LIBRARIES + X11_LIBRARIES + PRINTING_LIBRARIES)
_RENAMED_2024 = ("libglib2.0-0", "libasound2", "libcups2")  # Debian 13 and Ubuntu 24.04 call them …t64
_RPM_TOOLS = ("dnf", "zypper", "yum")


def has_screen() -> bool:
    """Say whether a window can be shown: on Linux one of three variables tells, elsewhere there always is a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def has_x11() -> bool:
    """Say whether the screen is one of X11, for which Qt needs libraries of its own."""
    return bool(os.environ.get("DISPLAY")) and not os.environ.get("WAYLAND_DISPLAY")


def missing_libraries(*, printing: bool = False) -> tuple[str, ...]:
    """Return the file names of the system libraries the window lacks here, in a fixed order; none outside Linux.

    Args:
        printing: Ask for the library of the print dialog too; without it only printing on paper is off.
    """
    if not sys.platform.startswith("linux"):
        return ()
    wanted = WINDOW_LIBRARIES
    if has_x11():
        wanted += X11_LIBRARIES
    if printing:
        wanted += PRINTING_LIBRARIES
    return tuple(file for file, _ in wanted if not _loads(file))


def install_line(missing: tuple[str, ...] | None = None) -> str:
    """Return the one line to type that installs the missing libraries, ``""`` when nothing is missing.

    Args:
        missing: File names as ``missing_libraries`` returns them; it is asked when none are given.

    Returns:
        A line for the package manager found here, with sudo unless it is root who asks. On a system whose package
        manager is not known, an empty string too.
    """
    missing = missing_libraries(printing=True) if missing is None else missing
    sudo = "" if is_root() else "sudo "
    if not missing:
        return ""
    if find_program("apt-get"):
        return f"{sudo}apt-get install -y --no-install-recommends {' '.join(debian_packages(missing))}"
    for tool in _RPM_TOOLS:
        if find_program(tool):
            return f"{sudo}{tool} install -y {' '.join(chr(39) + file + '()(64bit)' + chr(39) for file in missing)}"
    return ""


def pip_line() -> str:
    """Return the one line to type that gives this Python its pip."""
    sudo = "" if is_root() else "sudo "
    if sys.platform.startswith("linux") and sys.prefix in ("/usr", "/usr/local"):
        for tool in ("apt-get", *_RPM_TOOLS):
            if find_program(tool):
                return f"{sudo}{tool} install -y python3-pip"
    return f'"{base_python()}" -m ensurepip --upgrade'


def debian_packages(missing: tuple[str, ...]) -> list[str]:
    """Return the Debian packages that hold the files, under the names this release knows."""
    names = [_PACKAGES[file] for file in missing]
    renamed = [name for name in names if name in _RENAMED_2024]
    known = _known_to_apt([f"{name}t64" for name in renamed]) if renamed else set()
    return [f"{name}t64" if f"{name}t64" in known else name for name in names]


def is_root() -> bool:
    """Say whether this process may install system libraries."""
    return sys.platform != "win32" and os.geteuid() == 0


def base_python() -> str:
    """Return the Python behind this one, outside any environment."""
    return getattr(sys, "_base_executable", "") or sys.executable


def find_program(name: str) -> str | None:
    """Return where a program lies, or None."""
    import shutil

    return shutil.which(name)


def environment_report() -> tuple[tuple[tuple[str, str], str], ...]:
    """Return what can be told about the environment: pairs of (label in Chinese and English, value)."""
    import importlib.metadata
    import platform
    import shutil

    import brochure

    installed = len({entry.name for entry in importlib.metadata.distributions()})
    libc = " ".join(platform.libc_ver()).strip()
    free_gb = shutil.disk_usage(sys.prefix).free / 1e9
    return (
        (("版本", "Version"), brochure.__version__),
        (("系统", "System"), f"{platform.system()} {platform.release()} {platform.machine()} {libc}".strip()),
        (("Python", "Python"), f"{platform.python_version()} ({sys.executable})"),
        (("环境", "Environment"), sys.prefix),
        (("已装组件", "Packages installed"), str(installed)),
        (("磁盘可用", "Disk space free"), f"{free_gb:.1f} GB"),
        (("屏幕", "Screen"), _screen()),
    )


def _screen() -> str:
    if not sys.platform.startswith("linux"):
        return sys.platform
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name)) or "-"


def _loads(file: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _known_to_apt(packages: list[str]) -> set[str]:
    import subprocess

    try:
        command = ["apt-cache", "pkgnames", "lib"]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return set()
    return set(answer.stdout.split()) & set(packages)
