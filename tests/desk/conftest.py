"""An office that brings tables to a small content of its own."""

import csv
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from brochure.desk import intake
from brochure.desk.intake import Applied
from brochure.desk.opening import open_library
from brochure.model.difference import Difference
from brochure.settings import Places
from brochure.store.library import Library


class Office(NamedTuple):
    """Writable folders and content files; each call opens the content as a start does."""

    places: Places
    data: Path
    desk: Path

    def open(self) -> Library:
        """Return the content of today."""
        return open_library(self.places, self.data)

    def table(self, name: str, *rows: Sequence[str], encoding: str = "utf-8-sig") -> Path:
        """Write a table as a spreadsheet program does."""
        self.desk.mkdir(exist_ok=True)
        path = self.desk / f"{name}.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    def compare(self, *paths: Path) -> Difference:
        """Return what tables would change; none of them has a fault."""
        found = intake.compare(self.open(), self.places, paths, data=self.data)
        assert found.problems == ()
        return found

    def take(self, *paths: Path, only: Collection[str] | None = None) -> Applied:
        """Take tables over."""
        return intake.apply(self.open(), self.places, self.compare(*paths), only, data=self.data)

    def cell(self, id: str, field: str) -> object:
        """Return a field of a record of today."""
        return getattr(self.open().record(id), field)


@pytest.fixture
def office(places: Places, small_data: Path, tmp_path: Path) -> Office:
    return Office(places, small_data, tmp_path / "desk")
