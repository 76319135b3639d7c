"""What all tests share; the first lines must run before Qt is imported anywhere."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses to start for root otherwise

from pathlib import Path

import pytest

from brochure.desk.opening import open_library
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from tests import factories


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Writable folders of a person who has just installed the program."""
    return places_in(tmp_path / "home")


@pytest.fixture
def small_data(tmp_path: Path) -> Path:
    """A content folder with a few records of each kind, to be spoilt at will."""
    return factories.write_content(tmp_path / "data")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content; it cannot be changed, so all tests share it."""
    return open_library(places_in(tmp_path_factory.mktemp("shipped")))
