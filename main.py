# -*- coding: utf-8 -*-
"""The first file to run: makes the checkout ready when it is not, then starts the program inside it.

This file alone must be understood by every Python there is, so that an old one can say what it lacks.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOO_OLD_OR_NEW = (
    "本程序需要 Python 3.11、3.12 或 3.13，这里是 %d.%d。请安装其中之一，再用它运行 main.py。\n"
    "This program needs Python 3.11, 3.12 or 3.13; this is %d.%d. Install one of them and run main.py with it.\n"
)


def run_with_another_python():
    """Hand over to a Python of the right age when the machine has one, otherwise say what is needed."""
    import subprocess

    for version in ("3.13", "3.12", "3.11"):
        command = ["py", "-" + version] if os.name == "nt" else ["python" + version]
        try:
            with open(os.devnull, "w") as nothing:
                if subprocess.call(command + ["-c", ""], stdout=nothing, stderr=nothing) == 0:
                    return subprocess.call(command + sys.argv)
        except OSError:
            continue
    said = TOO_OLD_OR_NEW % (sys.version_info[:2] * 2)
    getattr(sys.stderr, "buffer", sys.stderr).write(said if isinstance(said, bytes) else said.encode("utf-8"))
    return 1


if __name__ == "__main__":
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(run_with_another_python())
    sys.path.insert(0, HERE)
    from brochure.bootstrap import enter

    enter(HERE, sys.argv[1:])  # comes back inside the environment only
    from brochure.__main__ import main

    sys.exit(main())
