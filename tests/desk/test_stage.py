"""Which stage fits: every way to answer comes to one stage or two named ones, as whom each stage fits has it."""

import itertools

import pytest

from brochure.desk.stage import QUESTIONS, Fit, find_stage
from brochure.store.library import Library

EVERY = [dict(zip(QUESTIONS, answers, strict=True)) for answers in itertools.product(*QUESTIONS.values())]


def test_there_are_three_questions_with_three_or_four_answers() -> None:
    assert len(QUESTIONS) == 3
    assert {len(answers) for answers in QUESTIONS.values()} == {3, 4}
    assert len(EVERY) == 36


@pytest.mark.parametrize("answers", EVERY, ids=lambda answers: "-".join(answers.values()))
def test_every_combination_comes_to_one_stage_or_honestly_to_two(answers: dict) -> None:
    fit = find_stage(answers)
    assert fit is not None
    assert 1 <= len(fit.stages) <= 2
    assert list(fit.stages) == sorted(set(fit.stages))
    assert set(fit.stages) <= set(range(1, 7))
    if len(fit.stages) == 2 or fit.stages == (6,):
        assert fit.then is None
    else:
        assert fit.then == fit.stages[0] + 1
    if answers["start"] == "idea":
        assert 1 in fit.stages, "who has no company yet begins where none is needed"
    if answers["start"] == "result":
        assert 5 in fit.stages, "a university result belongs to the stage that turns it into a company"
    if answers["start"] == "company":
        assert 1 not in fit.stages
        assert 5 not in fit.stages
    assert (6 in fit.stages) == (answers["room"] == "plant"), "land and a plant are the last stage, and only they"


@pytest.mark.parametrize(
    ("answers", "stages", "fits"),
    [
        (("idea", "none", "office"), (1,), "有想法，未注册"),
        (("company", "sample", "office"), (2,), "公司刚成立，正在做样品"),
        (("company", "product", "pilot"), (3,), "产品已定，需要中试"),
        (("company", "orders", "office"), (4,), "有了订单，要扩大团队"),
        (("result", "sample", "office"), (5,), "成果在高校，要转化成公司"),
        (("company", "product", "plant"), (6,), "拿地、建厂、量产"),
    ],
)
def test_who_fits_a_stage_in_the_content_comes_to_that_stage(
    library: Library, answers: tuple[str, ...], stages: tuple[int, ...], fits: str
) -> None:
    fit = find_stage(dict(zip(QUESTIONS, answers, strict=True)))
    assert fit is not None
    assert fit.stages == stages
    stage = next(stage for stage in library.records("stages") if stage.order == stages[0])
    assert stage.fits.zh == fits


@pytest.mark.parametrize(
    ("answers", "stages"),
    [
        (("company", "sample", "plant"), (2, 6)),
        (("company", "sample", "pilot"), (2, 3)),
        (("company", "orders", "pilot"), (3, 4)),
        (("idea", "sample", "office"), (1, 2)),
        (("result", "product", "plant"), (5, 6)),
    ],
)
def test_answers_that_point_to_two_stages_name_both(answers: tuple[str, ...], stages: tuple[int, ...]) -> None:
    assert find_stage(dict(zip(QUESTIONS, answers, strict=True))) == Fit(stages, None)


def test_every_stage_can_be_reached_alone() -> None:
    alone = {fit.stages[0] for answers in EVERY if (fit := find_stage(answers)) and len(fit.stages) == 1}
    assert alone == {1, 2, 3, 4, 5, 6}


def test_before_all_three_are_answered_nothing_is_said() -> None:
    assert find_stage({}) is None
    assert find_stage({"start": "idea", "room": "office"}) is None


@pytest.mark.parametrize("answers", [{"start": "maybe"}, {"room": "idea"}, {"size": "large"}])
def test_what_is_no_answer_is_refused(answers: dict) -> None:
    with pytest.raises(ValueError, match="not an answer"):
        find_stage(answers)
