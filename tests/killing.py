"""Start a program and kill it at a random moment, again and again."""

import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = 20250615


def kill_at_random(
    code: str, *, times: int, longest_s: float, argument: Callable[[], str] = lambda: "", excused: str = ""
) -> Iterator[list[str]]:
    """Run Python code, kill it a random time after it has said ``ready``, and give what it said since, run by run.

    Args:
        code: It prints ``ready`` once its imports are done; it never ends by itself.
        times: How often.
        longest_s: The kill comes 0 to this many seconds after ``ready``.
        argument: Called before each run; its answer is the program's first argument.
        excused: A line of Python's own that may stand in what the program wrote as it died.
    """
    chance = random.Random(SEED)
    for _ in range(times):
        program = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(code), argument()],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        first = program.stdout.readline()
        if first != "ready\n":
            program.kill()
            raise AssertionError(program.communicate()[1])
        time.sleep(chance.uniform(0, longest_s))
        program.kill()
        said = (
            program.stdout.read()
        )  # what came with the first line waits in its buffer, where communicate() never looks
        _, failed = program.communicate()
        assert not failed or (excused and excused in failed), failed
        yield [line for line in said.split("\n")[:-1] if line]
