"""What may go along with the map: what the guard stops, what awaits a choice and what is archived stays at home."""

import datetime

import msgspec
import pytest

from brochure.desk.browse import distances_of
from brochure.desk.map_cards import MapCard, Printable, build_cards
from brochure.model.change import Conflict, Edit
from brochure.store.library import Library
from brochure.words import Text
from tests.factories import spoilt

ON = datetime.date(2026, 3, 2)
CURE = Text("全国最好的康养园区，可治愈高血压。", "The best wellness park, it cures high blood pressure.")


def cards_of(library: Library) -> dict[str, MapCard]:
    return {card.id: card for card in build_cards(Printable(library, ON))}


def written(cards: dict[str, MapCard]) -> str:
    return msgspec.json.encode(list(cards.values())).decode()


@pytest.fixture(scope="module")
def cards(library: Library) -> dict[str, MapCard]:
    return cards_of(library)


def test_everything_shipped_may_go(library: Library, cards: dict[str, MapCard]) -> None:
    printable = Printable(library, ON)
    assert printable.features == library.features
    assert printable.held_back == ()
    assert len(cards) > 70


def test_a_claim_the_guard_stops_stays_at_home(library: Library) -> None:
    bad = spoilt(library, "zone-tcm", summary=CURE)
    printable = Printable(bad, ON)
    cards = cards_of(bad)
    assert "zone-tcm" not in cards
    assert [feature.id for feature in printable.held_back] == ["zone-tcm"]
    assert "治愈" not in written(cards)
    assert not [card for card in cards.values() if "zone-tcm" in dict(card.near)]


def test_a_name_the_guard_stops_is_not_told_by_others(library: Library) -> None:
    parent = next(zone.parent for zone in library.records("zones") if zone.parent)  # type: ignore[attr-defined]
    assert library.record(parent).name.zh in written(cards_of(library))
    cards = cards_of(spoilt(library, parent, name=Text("世界第一高地", "The best place in the world")))
    assert "世界第一高地" not in written(cards)


def test_two_versions_that_await_a_choice_stay_at_home(library: Library) -> None:
    waiting = spoilt(library, "zone-food")
    waiting.conflicts = (
        Conflict(record="zone-food", kind="zones", field="area_mu", then=None, ours="100", theirs="200", change=1),
    )
    assert "zone-food" not in cards_of(waiting)


def test_the_archive_stays_at_home_without_a_word(library: Library) -> None:
    kept = spoilt(library, "zone-sme", audience="archive")
    assert "zone-sme" not in cards_of(kept)
    assert Printable(kept, ON).held_back == ()


def test_a_change_of_the_office_without_a_source_says_so(library: Library) -> None:
    changed = spoilt(library, "zone-kangyang", area_mu=901.0)
    edit = Edit(record="zone-kangyang", field="area_mu", made_at="2026-02-01T10:00:00", new=False)
    changed.edits = {"zone-kangyang": (edit,)}
    note = cards_of(changed)["zone-kangyang"].note
    assert note is not None
    assert "2026-02-01" in note.zh
    assert "2026-02-01" in note.en


def test_a_card_tells_both_languages_status_precision_and_sources(cards: dict[str, MapCard]) -> None:
    card = cards["zone-kangyang"]
    assert card.link == "zone/zone-kangyang"
    assert [mark for mark, _ in card.marks] == ["planned"]
    assert (card.known, card.precision.zh) == ("schematic", "示意")
    assert card.facts[0].value.zh == "900"
    assert card.facts[0].date is not None
    assert [mark for mark, _ in card.sources] == sorted(mark for mark, _ in card.sources)
    assert {"kyjd", "hjhb"} <= set(card.find)


def test_a_thing_without_a_record_tells_what_it_is(cards: dict[str, MapCard]) -> None:
    road = cards["road-g6"]
    assert road.kind.en == "Expressway"
    assert road.known == "surveyed"
    assert road.link == "map/road-g6"


def test_a_place_says_which_centre_it_is_far_from(cards: dict[str, MapCard]) -> None:
    facts = {fact.value.zh: fact.label.zh for fact in cards["poi-airport"].facts}
    assert facts["31.8"] == "距园区中心，直线"
    assert facts["30.7"] == "距园区南门，直线"


def test_distances_name_their_kind(library: Library) -> None:
    assert "30.7" in distances_of(library)["poi-airport"].zh
    assert "直线" in distances_of(library)["poi-airport"].zh
