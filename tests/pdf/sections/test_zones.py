"""A site on a page of its own: whatever its name and summary, nothing runs over anything."""

import datetime

import msgspec
import pytest

from brochure.desk import tailor
from brochure.model.kinds import Zone
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections import zones
from brochure.settings import Places
from brochure.settings import places as places_in
from brochure.store.library import Library
from brochure.words import Lang, Text

ON = datetime.date(2026, 3, 2)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return places_in(tmp_path_factory.mktemp("zones"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_site_can_be_printed_alone(lang: Lang, library: Library, home: Places) -> None:
    known = [zone for zone in library.records("zones") if isinstance(zone, Zone)]
    assert len(known) > 15
    for zone in known:
        recipe = Recipe(lang=lang, on=ON, sections=("zones",), zones=(zone.id,))
        data, pages = tailor.render(library, recipe, home)
        assert data, zone.id
        assert pages == 1, zone.id


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_map_gives_way_to_a_longer_summary(
    lang: Lang, library: Library, home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    tops: list[float] = []
    draw = zones.draw_site_map

    def watched(edition, sheet, feature, top, height):  # type: ignore[no-untyped-def]
        tops.append(top)
        assert top + height == pytest.approx(zones.MAP_END)
        draw(edition, sheet, feature, top, height)

    monkeypatch.setattr(zones, "draw_site_map", watched)
    find = library.find
    zone = library.record("zone-core")
    assert isinstance(zone, Zone)
    assert zone.summary is not None
    longer = msgspec.structs.replace(zone, summary=Text(zone.summary.zh * 3, f"{zone.summary.en} " * 3))
    recipe = Recipe(lang=lang, on=ON, sections=("zones",), zones=(zone.id,))
    tailor.render(library, recipe, home)
    monkeypatch.setattr(library, "find", lambda key: longer if key == zone.id else find(key))
    tailor.render(library, recipe, home)
    assert tops[1] > tops[0]
