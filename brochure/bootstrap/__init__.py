"""The set-up of a checkout: an environment of its own, the pinned packages, the fonts.

Standard library only, for nothing else is there yet; and little of that at the top, for every start comes through here.
"""

import os
import sys

from brochure.bootstrap.environment import Environment, find_ready
from brochure.bootstrap.machine import environment_report, has_screen, install_line, missing_libraries
from brochure.bootstrap.request import Request

__all__ = ["Request", "enter", "environment_report", "has_screen", "install_line", "missing_libraries", "window_lacks"]


def enter(checkout: str, arguments: list[str]) -> None:
    """Come back inside the checkout's environment, setting it up first when it is not ready.

    A start from outside does not come back: the environment's Python takes over with the same arguments.

    Args:
        checkout: The folder of main.py.
        arguments: What was typed after main.py.
    """
    request = Request(arguments)
    environment = find_ready(checkout, request.home)
    if environment is None or _lacks_more(request, environment):
        from brochure.bootstrap import steps

        environment = steps.prepare(checkout, request, environment)
    if request.wants_tests:
        os.chdir(checkout)
        environment.run(["-m", "brochure.bootstrap.suite", *request.rest], checkout)
    if not environment.is_current():
        environment.run([os.path.join(checkout, "main.py"), *arguments], checkout)
    sys.argv[0] = os.path.join(checkout, "main.py")


def window_lacks() -> tuple[str, ...]:
    """Return the libraries the window lacks, asking the system only where the set-up did not find them all."""
    return () if Environment(sys.prefix).has_libraries() else missing_libraries()


def _lacks_more(request: Request, environment: Environment) -> bool:
    """Say whether the request may need more than the packages."""
    if request.wants_window and has_screen() and sys.platform.startswith("linux"):
        return not environment.has_libraries()
    return request.wants_tests or request.wants_wheelhouse
