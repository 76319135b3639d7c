"""The whole program, started as ``python -m brochure`` starts it; tells when its window and its content are painted."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from brochure import __main__ as program
from brochure.gui import app

fill = app.fill


def filled(application, shell, *rest):  # type: ignore[no-untyped-def]
    """Stand in for the step that follows the first picture."""
    print(f"window {time.monotonic()}", flush=True)
    fill(application, shell, *rest)
    shell.repaint()
    print(f"content {time.monotonic()}", flush=True)
    application.quit()


app.fill = filled
sys.exit(program.main(sys.argv[1:]))
