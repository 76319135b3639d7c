"""A command line over the shipped content, with a home that the tests of one file share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.cli import main
from tests.said import Said


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def run(*arguments: str) -> Said:
        code = main([*arguments, "--home", str(home)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
