"""The test suite as ``main.py test`` runs it: on all cores, and what measures time last and alone."""

import os
import subprocess
import sys

MOST_WORKERS = 4
"""A window with its web engine takes about a gigabyte."""
INTERRUPTED = 130
KILLED = 128
"""What a shell adds to the number of the signal that ended a run; Python tells it as a negative code."""


def runs(arguments: list[str]) -> list[list[str]]:
    """Return what pytest is asked, one run after the other; arguments of one's own are one run, as they stand."""
    if arguments:
        return [arguments]
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    return [["-m", "not alone", "-n", str(workers), "--dist", "loadfile"], ["-m", "alone"]]


def run(arguments: list[str]) -> int:
    """Run the suite, every run of it, and return the first exit code that is not 0."""
    command = [sys.executable, "-m", "pytest"]
    try:
        codes = [subprocess.run([*command, *options], check=False).returncode for options in runs(arguments)]
    except KeyboardInterrupt:  # pytest has said so
        return INTERRUPTED
    return next((code if code > 0 else KILLED - code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
