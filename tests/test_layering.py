"""Imports point down only, and nobody below the window needs Qt."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def _fresh_python(code: str) -> str:
    """Run code in a Python of its own, in the checkout, and return what it prints."""
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", timeout=120
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_import_contracts_are_kept():
    tool = Path(sys.executable).with_name("lint-imports.exe" if os.name == "nt" else "lint-imports")
    answer = subprocess.run(
        [tool, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=120
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("module", ["brochure.cli", "brochure.desk", "brochure.pages"])
def test_nothing_heavy_is_loaded_below_the_window(module):
    heavy = ("PySide6", "folium", "numpy")
    code = f"import sys, {module}; print([name for name in {heavy!r} if name in sys.modules])"
    assert _fresh_python(code) == "[]\n"


def test_core_works_where_no_qt_is_installed():
    """Every module but the window's can be imported when PySide6 is not there at all."""
    code = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
import brochure
for module in pkgutil.walk_packages(brochure.__path__, "brochure."):
    if not module.name.startswith("brochure.gui"):
        importlib.import_module(module.name)
print("all")
"""
    assert _fresh_python(code) == "all\n"


def test_every_package_has_its_first_file():
    """A folder without __init__.py would be left out of the wheel."""
    folders = {path.parent for path in (ROOT / "brochure").rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_qt_keeps_its_references_to_none():
    """PySide6 6.12.0 lost one with each call on Python 3.11, until the process died."""
    from PySide6.QtCore import QObject

    thing = QObject()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 100
