"""Where the shipped files are: assets/ and data/, in a checkout and inside a wheel."""

import importlib.resources
import re
from importlib.resources.abc import Traversable
from pathlib import Path


def asset(name: str) -> Traversable:
    """Return the shipped file ``assets/<name>``; ValueError if the name climbs out."""
    return _shipped("assets") / _safe(name)


def data_folder() -> Path:
    """Return the folder with the shipped content."""
    return Path(str(_shipped("data")))


def _shipped(folder: str) -> Traversable:
    package = importlib.resources.files("brochure")
    inside = package / folder  # a wheel carries assets/ and data/ inside the package
    return inside if inside.is_dir() else Path(str(package)).parent / folder


def _safe(name: str) -> str:
    if not re.fullmatch(r"\w[\w.-]*(/\w[\w.-]*)*", name):  # no "..", no root, no drive letter
        raise ValueError(f"not a name inside the shipped files: {name!r}")
    return name
