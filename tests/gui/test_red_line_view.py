"""Red lines dropped into 资料: the datum is asked where the file does not say it, a fault names its feature."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from brochure.content.outlines import read_outline
from brochure.desk.opening import open_library
from brochure.gui.content_view import ContentView
from brochure.gui.text_block import TextBlock
from brochure.model.datum import distance_m, from_wgs84
from tests.content.red_lines import box, feature, write


@pytest.fixture
def view(qtbot: Any, hub: Any) -> Any:
    open_library(hub.places)
    place = ContentView(hub)
    place.resize(1208, 700)
    place.show()
    yield place
    place.deleteLater()


def drop(qtbot: Any, view: ContentView, *paths: Any) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.home.zone.dropEvent(QDropEvent(QPointF(9, 9), copy, data, button, keys))
    qtbot.waitUntil(lambda: view.job is None, timeout=30_000)


def words(widget: Any) -> str:
    return "\n".join(block.text() for block in widget.findChildren(TextBlock))


def test_a_dropped_file_is_compared_the_datum_is_asked_and_taken_over(
    qtbot: Any, view: Any, hub: Any, tmp_path: Any
) -> None:
    shifted = [list(reversed(from_wgs84(lat, lon, "gcj02"))) for lon, lat in box(15, 3)]
    drop(qtbot, view, write(tmp_path, feature([shifted])))
    page = view.differing
    assert view.stack.currentWidget() is page
    assert page.question.isVisible()
    assert page.datum.current() == "wgs84"
    assert "第 1 个要素" in words(page.detail)
    assert "红线 4 点" in " ".join(
        each.accessibleName() for each in page.detail.findChildren(object) if hasattr(each, "accessibleName")
    )
    assert "图上面积" in words(page.detail)
    page.datum.parts["gcj02"].click()
    qtbot.waitUntil(lambda: view.job is None and view.difference.datum == "gcj02", timeout=30_000)
    assert page.datum.current() == "gcj02"
    with qtbot.waitSignal(hub.content_changed, timeout=30_000):
        page.apply_button.click()
    (ring,) = read_outline(open_library(hub.places).record("zone-food").outline)
    assert all(distance_m(spot, (lat, lon)) < 0.2 for spot, (lon, lat) in zip(ring, box(15, 3), strict=True))
    view.home.retranslate()


def test_a_file_that_says_its_datum_is_not_asked_about(qtbot: Any, view: Any, tmp_path: Any) -> None:
    drop(qtbot, view, write(tmp_path, feature(), crs={"type": "name", "properties": {"name": "EPSG:4490"}}))
    assert view.stack.currentWidget() is view.differing
    assert not view.differing.question.isVisible()


def test_what_stands_in_the_way_names_its_feature(qtbot: Any, view: Any, tmp_path: Any) -> None:
    drop(qtbot, view, write(tmp_path, feature(), feature([box()[:4]], name="zone-tcm"), file="红线.json"))
    assert view.stack.currentWidget() is view.problems
    said = words(view.problems)
    assert "红线.json · 第 2 个要素" in said
    assert "外环 1 首尾不相接。" in said


def test_the_way_in_names_red_lines_in_both_languages(view: Any, hub: Any) -> None:
    assert "GeoJSON" in view.home.zone.heading.text()
    hub.lang = "en"
    view.retranslate()
    assert "red lines" in view.home.zone.heading.text()
