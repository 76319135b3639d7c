"""What a request comes to: chosen means chosen, and what is spent does not slip in."""

import datetime

import pytest

from brochure.eligibility import Answers
from brochure.errors import NotFoundError, SettingsError
from brochure.model.kinds import Policy
from brochure.model.validity import validity
from brochure.pdf.choice import SPENT, choose
from brochure.pdf.recipe import SECTIONS, Recipe
from brochure.store.library import Library

ON = datetime.date(2026, 3, 2)
PLAIN = tuple(section for section in SECTIONS if section not in ("match", "also"))
"""The sections of a book for which nothing was answered and nothing chosen besides."""


def test_nothing_asked_means_all_that_may_be_printed(library: Library) -> None:
    choice = choose(library, Recipe(on=ON))
    assert choice.sections == PLAIN
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
    assert choice.sections == tuple(section for section in PLAIN if section != field)


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


def test_an_answer_that_is_missing_is_taken_from_what_was_chosen(library: Library) -> None:
    asked = Recipe(stage="stage-tusstar", sectors=("industry-devices",), answers=Answers(size="small"), on=ON)
    found = choose(library, asked)
    assert found.match is not None
    assert found.match.answers == Answers(size="small", stage="stage-tusstar", sector="industry-devices")
    assert found.match.stage is not None
    assert found.match.stage.record == found.stage
    two = choose(
        library, Recipe(sectors=("industry-devices", "industry-digital"), answers=Answers(size="small"), on=ON)
    )
    assert two.match is not None
    assert two.match.answers.sector is None
    assert choose(library, Recipe(stage="stage-tusstar", on=ON)).match is None


def test_a_stage_that_was_only_answered_is_the_stage_of_the_brochure(library: Library) -> None:
    answered = choose(library, Recipe(answers=Answers(stage="stage-tusstar"), on=ON))
    assert answered.stage is not None
    assert answered.stage.id == "stage-tusstar"
    both = choose(library, Recipe(stage="stage-youth-park", answers=Answers(stage="stage-tusstar"), on=ON))
    assert both.stage is not None
    assert both.match is not None
    assert (both.stage.id, both.match.answers.stage) == ("stage-youth-park", "stage-tusstar")
    assert choose(library, Recipe(answers=Answers(stage="before"), on=ON)).stage is None


def test_a_zone_is_not_told_again_beside_a_measure_of_its_name(library: Library) -> None:
    found = choose(library, Recipe(answers=Answers(sector="industry-devices"), on=ON))
    assert found.match is not None
    told = {finding.record.name for finding in found.findings}
    assert found.places == tuple(place for place in found.match.zones if place.record.name not in told)
    assert len(found.places) < len(found.match.zones)


def test_answers_bring_their_section_and_no_answer_none(library: Library) -> None:
    choice = choose(library, Recipe(answers=Answers(size="small"), on=ON))
    assert choice.sections == tuple(section for section in SECTIONS if section != "also")
    assert choice.match is not None
    assert choice.match.on == ON
    for nothing in (None, Answers()):
        assert choose(library, Recipe(answers=nothing, on=ON)).sections == PLAIN
    assert "match" not in choose(library, Recipe(answers=Answers(size="small"), sections=("cover",), on=ON)).sections


@pytest.mark.parametrize(
    ("answers", "near"),
    [
        (Answers(sector="industry-device"), "industry-devices"),
        (Answers(stage="stage-tustar"), "stage-tusstar"),
        (Answers(size="smal"), "small"),
    ],
)
def test_a_wrong_answer_offers_the_nearest(answers: Answers, near: str, library: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        choose(library, Recipe(answers=answers, on=ON))
    for words in (caught.value.message.zh, caught.value.message.en):
        assert near in words


def test_what_is_open_is_told_only_where_a_part_of_it_is_met(library: Library) -> None:
    choice = choose(library, Recipe(answers=Answers(activity="make", size="small", space="land"), on=ON))
    assert choice.match is not None
    told = {finding.record.id for finding in choice.findings}
    for finding in choice.match.findings:
        partly = any(judged.fits for judged in finding.conditions)
        wanted = not finding.is_spent and (finding.verdict != "unknown" or partly)
        assert (finding.record.id in told) == wanted, finding.record.id
    assert {condition.record for condition in library.conditions if condition in choice.matched} >= told


def test_also_keeps_the_readers_order_and_takes_every_other_kind(library: Library) -> None:
    ids = ("fund-cicc", "carrier-tusstar", "fund-cicc", "article-2025", "stage-tusstar")
    choice = choose(library, Recipe(also=ids, on=ON))
    assert [record.id for record in choice.also] == ["fund-cicc", "carrier-tusstar", "article-2025", "stage-tusstar"]
    assert choice.sections == tuple(section for section in SECTIONS if section != "match")
    assert choose(library, Recipe(also=(), on=ON)).sections == PLAIN


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("zone-core", "zones"),
        ("policy-one-trip", "policies"),
        ("enterprise-baikang", "enterprises"),
        ("industry-devices", "sectors"),
    ],
)
def test_also_says_where_a_record_with_its_own_field_belongs(key: str, field: str, library: Library) -> None:
    with pytest.raises(SettingsError) as caught:
        choose(library, Recipe(also=(key,), on=ON))
    for words in (caught.value.message.zh, caught.value.message.en):
        assert key in words
        assert field in words
    with pytest.raises(NotFoundError) as missing:
        choose(library, Recipe(also=("fund-cic",), on=ON))
    assert "fund-cicc" in missing.value.message.en
