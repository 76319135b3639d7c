"""A home folder in which everything is ready: content read, fonts cut, map shell made. No benchmark measures that."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from brochure.desk.opening import open_library  # noqa: E402
from brochure.fonts import ensure_fonts  # noqa: E402
from brochure.maps.shell import shell_folder  # noqa: E402
from brochure.settings import Places, places, shared_fonts  # noqa: E402


@contextlib.contextmanager
def ready_home(folder: str | None) -> Iterator[Path]:
    """Give a home folder that is ready; a temporary one when none is named."""
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        yield make_ready(Path(folder).resolve())
        return
    with tempfile.TemporaryDirectory(prefix="park-bench-", ignore_cleanup_errors=True) as made:
        yield make_ready(Path(made))


def make_ready(home: Path) -> Path:
    """Build what the program would build on its first start."""
    where = places(home)
    library = open_library(where)
    ensure_fonts(where.fonts, shared_fonts(), library.characters)
    shell_folder(where.map_shell)
    return home


def font_folder(where: Places) -> Path:
    """Return the folder of the cut fonts."""
    return ensure_fonts(where.fonts, shared_fonts()).regular.parent
