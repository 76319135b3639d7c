"""``park://`` addresses without a window: what is there, what is not, and that nothing points outside."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from brochure.content.geometry import read_features
from brochure.maps.shell import PARTS, SCRIPTS, shell_folder
from brochure.pages import CSP, START, Pages
from brochure.resources import asset, data_folder
from brochure.settings import places

FEATURES = read_features(data_folder() / "map.geojson")


class Library:
    features = FEATURES

    def records(self, kind: str) -> tuple[()]:
        return ()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(Library(), places(tmp_path_factory.mktemp("home")))


def text(pages: Pages, url: str) -> str:
    found = pages.find(url)
    assert found is not None, url
    return found[1].decode()


def test_every_address_in_the_page_is_answered(pages: Pages) -> None:
    html = text(pages, START)
    addresses = re.findall(r"park://[\w./?=-]+", html + text(pages, "park://app/map.css"))
    assert len(addresses) >= 9
    missing = [url for url in addresses if pages.find(url) is None and not url.startswith("park://lib/qt/")]
    assert missing == []


@pytest.mark.parametrize(
    ("url", "mime"),
    [
        (START, "text/html; charset=utf-8"),
        ("park://app/map.js", "text/javascript; charset=utf-8"),
        ("park://app/map.css", "text/css; charset=utf-8"),
        ("park://app/content.json?lang=en", "application/json"),
        ("park://lib/leaflet/leaflet.js", "text/javascript; charset=utf-8"),
        ("park://lib/leaflet/images/layers.png", "image/png"),
        ("park://lib/jquery/jquery.min.js", "text/javascript; charset=utf-8"),
        ("park://font/regular.ttf", "font/ttf"),
    ],
)
def test_types(pages: Pages, url: str, mime: str) -> None:
    found = pages.find(url)
    assert found is not None
    assert found[0] == mime
    assert len(found[1]) > 60


@pytest.mark.parametrize(
    "url",
    [
        "park://app/../pyproject.toml", "park://app/%2e%2e/pyproject.toml", "park://lib/leaflet/../../../x.py",
        "park://lib/leaflet/%2e%2e%2f__init__.py", "park://lib/leaflet/..%5cx", "park://app//etc/passwd", "park://app/C:/x",
        "park://lib/os/path.py", "park://font/../regular.ttf", "park://font/x.ttf", "park://app/theme.qss", "park://app/",
        "park://app", "http://app/map.html", "file:///etc/passwd", "park://other/map.html", "park://app/map.html%00.js",
        "park://lib/leaflet", "park://lib/leaflet/", "", "park:", "map.html", "park://app/shell.stamp",
    ],
)  # fmt: skip
def test_nothing_else_is_found(pages: Pages, url: str) -> None:
    assert pages.find(url) is None


def test_no_remote_address_and_nothing_inline(pages: Pages) -> None:
    for name in (*PARTS, "map.js", "map.css"):
        body = text(pages, f"park://app/{name}")
        assert re.findall(r"(?:https?:)?//(?!app/|lib/|font/)[a-z]+\.[a-z]", body.replace("park://", "park:")) == [], (
            name
        )
    html = text(pages, START)
    assert re.findall(r"<script(?![^>]*\ssrc=)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", html) == []
    assert "'unsafe" not in CSP
    assert CSP.startswith("default-src 'none'")


def test_our_scripts_only_ever_set_text() -> None:
    scripts = sorted(path.name for path in Path(str(asset("map"))).glob("*.js"))
    assert set(scripts) >= {f"{name}.js" for name in SCRIPTS}
    for name in scripts:
        body = asset(f"map/{name}").read_text("utf-8")
        words = ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "Template",
                 "bindPopup",
                 "bindTooltip", "divIcon", "setAttribute(\"style", "srcdoc")  # fmt: skip
        assert [word for word in words if word in body] == [], name


def test_content_is_data_in_both_languages(pages: Pages) -> None:
    sheet = json.loads(text(pages, "park://app/content.json"))
    assert [row["id"] for row in sheet["features"]] == [f.id for f in FEATURES]
    assert all(row["name"]["zh"] and row["name"]["en"] for row in sheet["features"])
    assert all(words["zh"] and words["en"] for words in sheet["words"].values() if "zh" in words)
    assert set(sheet["tokens"]) == {"light", "dark"}


def test_a_second_start_never_meets_folium(tmp_path: Path) -> None:
    shell_folder(tmp_path)
    code = (
        "import sys, pathlib; from brochure.maps.shell import shell_folder; "
        f"shell_folder(pathlib.Path({str(tmp_path)!r}));"
        "import brochure.pages; print([m for m in ('folium', 'branca', 'jinja2', 'numpy') if m in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_a_damaged_or_old_shell_is_made_again(tmp_path: Path) -> None:
    shell_folder(tmp_path)
    whole = {part: (tmp_path / part).read_text("utf-8") for part in PARTS}
    (tmp_path / "shell.js").unlink()
    (tmp_path / "shell.stamp").write_text("old", "ascii")
    shell_folder(tmp_path)
    assert {part: (tmp_path / part).read_text("utf-8") for part in PARTS} == whole, "the same again, byte for byte"
