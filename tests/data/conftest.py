"""The shipped content, read once by the program's own loader."""

from typing import Any

import pytest

from brochure.content import load_content
from brochure.resources import data_folder


@pytest.fixture(scope="session")
def content() -> dict[str, tuple[Any, ...]]:
    return dict(load_content(data_folder()).records)


@pytest.fixture(scope="session")
def by_id(content: dict[str, tuple[Any, ...]]) -> dict[str, Any]:
    return {record.id: record for records in content.values() for record in records}
