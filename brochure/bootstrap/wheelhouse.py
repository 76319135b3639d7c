"""A folder of packages from which another computer sets itself up without network."""

import os
import sys
import tempfile

from brochure.bootstrap import sentences as say
from brochure.bootstrap.environment import read_bytes
from brochure.bootstrap.packages import PipError, find_pip, run_pip, wheels_in
from brochure.bootstrap.pins import Machine, Pin, describe_machine, parse_pins, this_machine
from brochure.bootstrap.sentences import SetupError, Voice

NAME = "wheelhouse"
PYTHONS = ("3.11", "3.12", "3.13")
_GLIBC = (34, 31, 28, 27, 26, 24, 17, 12, 5)


class Target:
    """One kind of computer: how markers describe it, and the tags of the packages that run on it."""

    def __init__(self, system: str, os_name: str, machine: str, tags: list[str]) -> None:
        self.system = system
        self.os_name = os_name
        self.machine = machine
        self.tags = tags

    def describe(self, python: str) -> Machine:
        """Return the marker variables of this kind of computer with that Python."""
        return describe_machine(self.system, self.os_name, self.machine, python)


def _linux(machine: str, glibc: tuple[int, ...]) -> Target:
    tags = [f"manylinux_2_{minor}_{machine}" for minor in glibc]
    return Target("linux", "posix", machine, [*tags, f"manylinux2014_{machine}", f"linux_{machine}"])


TARGETS = {
    "linux": _linux("x86_64", _GLIBC),
    "linux-arm": _linux("aarch64", (39, 38, 36, 35, *_GLIBC)),
    "windows": Target("win32", "nt", "AMD64", ["win_amd64"]),
    "macos": Target("darwin", "posix", "arm64", ["macosx_15_0_arm64"]),
}


class Order:
    """What was asked of the wheelhouse."""

    def __init__(self, checkout: str, words: list[str]) -> None:
        self.folder = os.path.join(checkout, NAME)
        self.target: str | None = None
        self.python = "{}.{}".format(*sys.version_info)
        self.with_tests = False
        left = list(words)
        named = False
        while left:
            word = left.pop(0)
            if word == "--with-tests":
                self.with_tests = True
            elif word == "--for" and left and left[0] in TARGETS:
                self.target = left.pop(0)
            elif word == "--python" and left and left[0] in PYTHONS:
                self.python = left.pop(0)
            elif word in ("--home", "--lang") and left:
                left.pop(0)
            elif word in ("--quiet", "--verbose"):
                continue
            elif not word.startswith("-") and not named:
                self.folder, named = os.path.abspath(word), True
            else:
                raise SetupError(say.WHEELHOUSE_USAGE, "|".join(TARGETS), code=2)

    @property
    def foreign(self) -> bool:
        """Say whether pip must be told for which machine, because it is not this one."""
        return self.target is not None or self.python != "{}.{}".format(*sys.version_info)

    def machine(self) -> Machine:
        return TARGETS[self.target or _own_target()].describe(f"{self.python}.99") if self.foreign else this_machine()

    def options(self) -> list[str]:
        """Return pip's options for the machine the packages are for."""
        if not self.foreign:
            return []
        plain = self.python.replace(".", "")
        tags = [word for tag in TARGETS[self.target or _own_target()].tags for word in ("--platform", tag)]
        abis = [word for abi in (f"cp{plain}", "abi3", "none") for word in ("--abi", abi)]
        return [*tags, "--python-version", self.python, "--implementation", "cp", *abis]


def fill_wheelhouse(checkout: str, words: list[str], voice: Voice) -> int:
    """Download every pinned package with its hash checked; return the exit code.

    Args:
        checkout: The folder of main.py.
        words: What was typed after ``wheelhouse``.
        voice: Who tells the person.

    Raises:
        SetupError: The order is not understood, or cannot be met.
    """
    order = Order(checkout, words)
    pins = _wanted(checkout, order)
    target = order.target or _own_target()
    voice.tell(say.WHEELHOUSE_START, len(pins), order.folder, target, order.python)
    os.makedirs(order.folder, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".scratch-", dir=order.folder) as scratch:
        chosen = os.path.join(scratch, "chosen.lock")
        with open(chosen, "w", encoding="utf-8") as file:
            file.write("\n".join(pin.line() for pin in pins) + "\n")
        log = os.path.join(order.folder, "wheelhouse.log")
        arguments = [
            "download",
            "--require-hashes",
            "--only-binary=:all:",
            "--no-deps",
            "-d",
            order.folder,
            "-r",
            chosen,
        ]
        try:
            pip = find_pip(None, order.folder)
            run_pip(pip, [*arguments, *order.options()], voice, log, total=len(pins), scratch=scratch)
        except PipError as failure:
            raise failure.explain(order.folder, log) from failure
    os.remove(log)
    files = wheels_in(order.folder)
    size_mb = sum(os.path.getsize(path) for path in files) / 1e6
    voice.tell(say.WHEELHOUSE_DONE, len(files), f"{size_mb:.0f}", order.folder)
    voice.tell(say.WHEELHOUSE_OTHERS, "|".join(TARGETS))
    return 0


def _wanted(checkout: str, order: Order) -> list[Pin]:
    wanted: dict[str, Pin] = {}
    for name in ("requirements.lock", "requirements-test.lock")[: 2 if order.with_tests else 1]:
        path = os.path.join(checkout, name)
        lock = read_bytes(path)
        if lock is None:
            raise SetupError(say.NO_LOCK, path)
        wanted |= {pin.name: pin for pin in parse_pins(lock.decode("utf-8")) if pin.fits(order.machine())}
    return list(wanted.values())


def _own_target() -> str:
    machine = this_machine()
    if machine["sys_platform"] == "win32":
        return "windows"
    if machine["sys_platform"] == "darwin":
        return "macos"
    return "linux-arm" if machine["platform_machine"] in ("aarch64", "arm64") else "linux"
