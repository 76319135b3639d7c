"""The lock file read: which packages it pins, for which machines, with how many hashes."""

import ast
import os
import platform
import re
import sys

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\]+?))?\s*\\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VERSIONS = ("python_version", "python_full_version")

Machine = dict[str, str]


class Pin:
    """One package at one version, the machines it is for, and the hashes its files may have."""

    def __init__(self, name: str, version: str, marker: str) -> None:
        self.name = name
        self.version = version
        self.marker = marker
        self.hashes: list[str] = []

    def fits(self, machine: Machine) -> bool:
        """Say whether this machine needs the package."""
        return not self.marker or _holds(ast.parse(self.marker, mode="eval").body, machine)

    def line(self) -> str:
        """Return the pin as pip reads it, for the machine already chosen."""
        return " ".join([f"{self.name}=={self.version}", *(f"--hash=sha256:{value}" for value in self.hashes)])


def parse_pins(lock: str) -> list[Pin]:
    """Return the pins of a lock file in its order.

    Raises:
        ValueError: A line is neither a pin, a hash nor a comment.
    """
    pins: list[Pin] = []
    for number, line in enumerate(lock.splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if match := _PIN.match(text):
            pins.append(Pin(match["name"], match["version"], match["marker"] or ""))
        elif (found := _HASH.match(text)) and pins:
            pins[-1].hashes.append(found[1])
        else:
            raise ValueError(f"line {number} is not understood: {text[:60]!r}")
    return pins


def this_machine() -> Machine:
    """Return the marker variables of this machine."""
    return describe_machine(sys.platform, os.name, platform.machine(), platform.python_version())


def describe_machine(system: str, os_name: str, machine: str, version: str) -> Machine:
    """Return the marker variables of a machine."""
    return {
        "sys_platform": system,
        "os_name": os_name,
        "platform_machine": machine,
        "platform_system": {"win32": "Windows", "darwin": "Darwin"}.get(system, "Linux"),
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "python_full_version": version,
        "python_version": ".".join(version.split(".")[:2]),
    }


def _holds(node: ast.expr, machine: Machine) -> bool:
    if isinstance(node, ast.BoolOp):
        answers = [_holds(value, machine) for value in node.values]
        return all(answers) if isinstance(node.op, ast.And) else any(answers)
    if not isinstance(node, ast.Compare) or not isinstance(node.left, ast.Name) or len(node.ops) != 1:
        raise ValueError(f"a marker of a kind not known here: {ast.unparse(node)}")
    wanted = str(ast.literal_eval(node.comparators[0]))
    name, operator = node.left.id, type(node.ops[0])
    if name not in _VERSIONS:
        return (machine[name] == wanted) is (operator is ast.Eq)
    left, right = _parts(machine[name]), _parts(wanted)
    return {
        ast.Eq: left == right,
        ast.NotEq: left != right,
        ast.Lt: left < right,
        ast.LtE: left <= right,
        ast.Gt: left > right,
        ast.GtE: left >= right,
    }[operator]


def _parts(version: str) -> tuple[int, ...]:
    parts = [int(number) for number in re.findall(r"\d+", version)[:3]]
    return (*parts, *(0,) * (3 - len(parts)))
