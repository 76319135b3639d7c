"""A file at its final name is whole or the one of before, and nothing else lies beside it."""

import os
import stat
import time
from pathlib import Path

import pytest

from brochure.store.whole_file import PREFIX_LENGTH, save_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["a.xlsx", "手册 a&b [1].xlsx", "." + "x" * 200, "汉" * 80, "a*b?.pdf"])
def test_a_file_is_written_under_any_name(tmp_path: Path, name: str) -> None:
    save_whole(tmp_path / name, b"one")
    save_whole(tmp_path / name, b"two")
    assert (tmp_path / name).read_bytes() == b"two"
    assert names(tmp_path) == [name]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o644


def test_whoever_looks_last_may_stop_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")

    def stop() -> None:
        (part,) = [each for each in tmp_path.iterdir() if each != path]
        assert part.read_bytes() == b"after"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_whole(path, b"after", last_look=stop)
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["a"]


def test_a_rename_that_fails_leaves_the_file_of_before(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match=r".+"):
        save_whole(tmp_path / "a", b"x")
    assert names(tmp_path) == ["a"]


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_whole(tmp_path / "none" / "a", b"x")
    assert names(tmp_path) == []


def test_only_old_leftovers_of_the_same_name_are_cleared_away(tmp_path: Path) -> None:
    old, young, other = ".a.pdf-1.part", ".a.pdf-2.part", ".b.pdf-1.part"
    for name in (old, young, other):
        (tmp_path / name).write_text("half")
    for name in (old, other):
        os.utime(tmp_path / name, (time.time() - 3600,) * 2)
    save_whole(tmp_path / "a.pdf", b"x")
    assert names(tmp_path) == [young, other, "a.pdf"]


def test_leftovers_of_a_long_name_carry_its_beginning(tmp_path: Path) -> None:
    name = "长" * 70 + ".pdf"
    left = tmp_path / f".{name[:PREFIX_LENGTH]}-x.part"
    left.write_text("half")
    save_whole(tmp_path / name, b"x", stale_s=-1)
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_may_not_be_replaced_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:  # a stick whose file system knows no second name for a file

        def refuse(self: Path, target: Path) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "a.toml"
    save_whole(path, b"first", over=False)
    with pytest.raises(FileExistsError):
        save_whole(path, b"second", over=False)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
    save_whole(path, b"third")
    assert path.read_bytes() == b"third"
