"""The largest pictures that are taken, unpacked in a process of its own: never more than 250 MB."""

import math
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from brochure.maps.grounds.picture import MOST_PIXELS
from tests.whole.conftest import ROOT, child_environment

MOST_MB = 250
MEASURED = """
import resource, sys
from pathlib import Path
from brochure.{module} import {function}
{act}
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024))
"""
WAYS = {
    "base map": MEASURED.format(
        module="maps.grounds.picture", function="read_picture", act="read_picture(Path(sys.argv[1]), turn=True)"
    ),
    "sender": MEASURED.format(
        module="desk.sender",
        function="take_picture",
        act="from brochure.settings import places; take_picture(places(Path(sys.argv[2])), 'photo', Path(sys.argv[1]))",
    ),
}
KINDS = {
    "photo.jpg": ("JPEG", "RGB", {}),
    "progressive.jpg": ("JPEG", "RGB", {"progressive": True}),
    "plan.png": ("PNG", "RGBA", {"compress_level": 1}),
    "plan.webp": ("WEBP", "RGBA", {"lossless": True, "method": 0}),
}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, made = tmp_path_factory.mktemp("large"), {}
    grain = Image.effect_noise((500, 500), 60)
    for name, (kind, mode, options) in KINDS.items():
        side = math.isqrt(MOST_PIXELS[kind])
        made[name] = folder / name
        grain.convert(mode).resize((side, side), Image.Resampling.NEAREST).save(made[name], kind, **options)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="NOT SHOWN HERE: this system does not tell the most a process held")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", KINDS)
def test_no_picture_takes_more_than_is_promised(name: str, way: str, pictures: dict[str, Path], tmp_path: Path) -> None:
    between = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', *sys.argv[1:]]))"
    words = [sys.executable, "-c", between, WAYS[way], str(pictures[name]), str(tmp_path)]
    environment = {**child_environment(), "PYTHONPATH": str(ROOT)}
    # through a small process: a child begins with the highest mark of the one it came from
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert 20 < float(done.stdout) <= MOST_MB
