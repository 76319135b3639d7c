"""What a request comes to: chosen means chosen, and what is spent does not slip in."""

import datetime

import pytest

from brochure.errors import NotFoundError
from brochure.model.kinds import Policy
from brochure.model.validity import validity
from brochure.pdf.choice import SPENT, choose
from brochure.pdf.recipe import SECTIONS, Recipe
from brochure.store.library import Library

ON = datetime.date(2026, 3, 2)


def test_nothing_asked_means_all_that_may_be_printed(library: Library) -> None:
    choice = choose(library, Recipe(on=ON))
    assert choice.sections == SECTIONS
    assert choice.enterprises == library.records("enterprises")
    assert choice.sectors == ()
    assert choice.stage is None
    kept = {policy.id for policy in choice.policies}
    for policy in library.records("policies"):
        assert isinstance(policy, Policy)
        assert (policy.id in kept) == (validity(policy, ON) not in SPENT)


def test_neighbours_and_goals_are_no_sites(library: Library) -> None:
    types = {zone.type for zone in choose(library, Recipe(on=ON)).zones}
    assert types
    assert not types & {"neighbour", "goal"}
    assert choose(library, Recipe(zones=("zone-wetland",), on=ON)).zones[0].id == "zone-wetland"


def test_order_and_number_are_the_readers(library: Library) -> None:
    asked = ("zone-tcm", "zone-kangyang", "zone-tcm", "zone-north")
    choice = choose(library, Recipe(zones=asked, on=ON))
    assert [zone.id for zone in choice.zones] == ["zone-tcm", "zone-kangyang", "zone-north"]


@pytest.mark.parametrize("field", ["zones", "policies", "enterprises"])
def test_chosen_nothing_takes_the_section_away(field: str, library: Library) -> None:
    choice = choose(library, Recipe(on=ON, **{field: ()}))
    assert getattr(choice, field) == ()
    assert choice.sections == tuple(section for section in SECTIONS if section != field)


def test_sections_keep_the_order_of_the_book(library: Library) -> None:
    choice = choose(library, Recipe(sections=("sources", "cover", "chain"), on=ON))
    assert choice.sections == ("cover", "chain", "sources")
    assert choose(library, Recipe(sections=(), on=ON)).sections == ()


@pytest.mark.parametrize(
    ("field", "wrong", "near"),
    [
        ("zones", "zone-nort", "zone-north"),
        ("policies", "policy-one-trips", "policy-one-trip"),
        ("sectors", "industry-welness", "industry-wellness"),
    ],
)
def test_a_wrong_id_offers_the_nearest(field: str, wrong: str, near: str, library: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        choose(library, Recipe(on=ON, **{field: (wrong,)}))
    for words in (caught.value.message.zh, caught.value.message.en):
        assert wrong in words
        assert near in words


def test_a_stage_is_one_of_the_chain(library: Library) -> None:
    stage = choose(library, Recipe(stage="stage-tusstar", on=ON)).stage
    assert stage is not None
    assert stage.order == 1
    with pytest.raises(NotFoundError):
        choose(library, Recipe(stage="zone-north", on=ON))
