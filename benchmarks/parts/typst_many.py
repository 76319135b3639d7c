"""Set many tapes with Typst on a number of processes: each keeps one compiler and writes one file after another."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import typst

_compilers: list[typst.Compiler] = []


def _begin(template: str, root: str, fonts: str) -> None:
    _compilers[:] = [typst.Compiler(template, root=root, font_paths=[fonts], ignore_system_fonts=True)]


def _set(tape: str, out: str) -> None:
    _compilers[0].compile(output=out, sys_inputs={"tape": tape})


def set_many(template: Path, fonts: Path, tapes: list[str], folder: Path, processes: int) -> None:
    """Write ``folder/NUMBER.pdf`` for each tape."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = (str(template), str(template.parent), str(fonts))
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, asked) as pool:
        list(pool.map(_set, tapes, [str(folder / f"{number}.pdf") for number in range(len(tapes))]))
